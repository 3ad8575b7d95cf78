"""A dashboard whose list comes when a test lets it come: its file is a pipe that nobody has written into yet."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.serving import Served, until, watched

fcntl = pytest.importorskip("fcntl", reason="no pipe with a name there")
termios = pytest.importorskip("termios", reason="no pipe with a name there")

LIST = "title,year\nA journey to Mars,1970\nAnother,1971\n"


@contextmanager
def starting(folder: Path, port: int = 0) -> Iterator[tuple[Served, Path]]:
    """A dashboard that waits for its list, and the pipe from which it reads that; `let_come` lets it have one."""
    pipe = folder / "world-cinema.csv"
    os.mkfifo(pipe)
    try:
        with watched(str(pipe), port=port, awaited="/health") as running:
            yield running, pipe
    finally:
        pipe.unlink()


def let_come(pipe: Path, content: str = LIST) -> None:
    """Let the list come, as from a file that has not changed meanwhile."""
    before = pipe.stat()
    file = os.open(pipe, os.O_RDWR)
    os.write(file, content.encode())
    until(lambda: _unread(file) == 0, 20)
    os.utime(pipe, ns=(before.st_atime_ns, before.st_mtime_ns))
    os.close(file)


def _unread(file: int) -> int:
    """The bytes in a pipe that nobody has read yet."""
    return int.from_bytes(fcntl.ioctl(file, termios.FIONREAD, bytes(4)), sys.byteorder)
