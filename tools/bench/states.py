"""Another state of the project, which is measured from outside: its command line and its page."""

from __future__ import annotations

import argparse
import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.serving import ROOT
from tools.bench.sites import OURS, Site


def commit(ref: str, root: Path = ROOT) -> str:
    """The commit that a branch, tag or hash names, shortened.

    Raises:
        argparse.ArgumentTypeError: if it names none here, or one without the dashboard; an installed one, which is
            ours, would be served in its place.
    """
    try:
        found = _git(root, "rev-parse", "--verify", "--quiet", "--short", f"{ref}^{{commit}}").decode().strip()
        _git(root, "cat-file", "-e", f"{found}:./dashboard/__init__.py")
    except (OSError, subprocess.CalledProcessError):
        raise argparse.ArgumentTypeError(f"{ref!r} names no commit with the dashboard in it") from None
    return found


@contextmanager
def state(commit: str, root: Path = ROOT) -> Iterator[Site]:
    """The dashboard as it was at a commit, in a folder of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=f"{commit}-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_git(root, "archive", commit))) as files:
            files.extractall(folder, filter="data")
        yield replace(OURS, name=commit, root=Path(folder))


def _git(root: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=True).stdout
