"""``changes OLD NEW``: what changed between two states of a published site, in a line for a commit."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard.commands.check import REFUSED
from dashboard.exports.site.state import NAME, State, StateError, changes, read_state
from dashboard.i18n.languages import english


def run(arguments: Sequence[str]) -> int:
    """Print what changed; returns the exit code."""
    options = argparse.ArgumentParser(
        prog="python -m dashboard changes",
        description=f"Say what changed between two states of a published site, in a line for a commit. A state is the "
        f"folder of a site or its file {NAME}, such as `git show HEAD:site/{NAME}` writes it; - is the standard input.",
        epilog="Ends with 0, or with 2 if one of them is no state.",
    )
    options.add_argument("old", metavar="OLD", help="the earlier state")
    options.add_argument("new", metavar="NEW", help="the later state")
    given = options.parse_args(arguments)
    try:
        print(changes(_state(given.old), _state(given.new), english()))
    except (StateError, OSError) as error:
        print(f"{error.filename}: {error.strerror}." if isinstance(error, OSError) else error, file=sys.stderr)
        return REFUSED
    return 0


def _state(name: str) -> State:
    if name == "-":
        return read_state(sys.stdin.buffer.read(), "the standard input")
    path = Path(name) / NAME if Path(name).is_dir() else Path(name)
    return read_state(path.read_bytes(), str(path))
