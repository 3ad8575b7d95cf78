"""Files that a command writes: never onto what it reads, onto others only with force, all of them or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from dashboard.model.problems import DashboardError


class OutputError(DashboardError):
    """A file cannot be written, for a reason that the message gives as a sentence."""


@dataclass(frozen=True)
class Output:
    """Where a command may write.

    Attributes:
        reads: the files that the command reads. A file that is not there yet counts too.
        force: whether files that exist may be overwritten.
    """

    reads: tuple[Path, ...]
    force: bool

    def check(self, paths: Iterable[Path]) -> None:
        """Check that files may be written.

        Raises:
            OutputError: if one of them may not.
        """
        for path in paths:
            with _explained(path):
                if why := self._taken(path):
                    raise OutputError(f"{path} {why}")

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write files; each is whole when it appears under its name.

        Raises:
            OutputError: if one of them cannot be written; then none of them is.
        """
        self.check(files)
        with ExitStack() as stack:
            parts = {}
            for path, data in files.items():
                with _explained(path):
                    parts[path] = None if _is_stream(path) else stack.enter_context(_part(path, data))
            for path, part in parts.items():
                with _explained(path):
                    if part:
                        os.replace(part, _real(path))
                    else:
                        path.write_bytes(files[path])

    def _taken(self, path: Path) -> str:
        """Why a file may not be written, as the end of a sentence; empty if it may."""
        if any(_is_same(path, read) for read in self.reads):
            return "is read for this list; choose another name to write to."
        if _is_stream(path) or not os.path.lexists(_real(path)):
            return ""
        if not path.is_file():
            return "is no file that can be written; choose another name."
        return "" if self.force else "exists; choose another name, or add --force to overwrite it."


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Tell an error of the system as one of a file."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} cannot be written: {error.strerror}.") from error


@contextmanager
def _part(path: Path, data: bytes) -> Iterator[Path]:
    """A file with the data, to be moved to a path and in the same folder; gone at the end if it was not moved."""
    target = _real(path)
    part = target.with_name(f".{token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, part)
        yield part
    finally:
        with suppress(OSError):
            part.unlink()


def _is_same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file, or would where capital and small letters are the same."""
    one, other = _real(one), _real(other)
    with suppress(OSError):
        if one.samefile(other):
            return True
    with suppress(OSError):
        return one.name.casefold() == other.name.casefold() and one.parent.samefile(other.parent)
    return False


def _is_stream(path: Path) -> bool:
    """Whether a path leads to a pipe or a device, which passes on what is written and overwrites nothing."""
    return path.is_fifo() or path.is_char_device()


def _real(path: Path) -> Path:
    """Where a path leads, through every link; the path itself where links lead in a circle."""
    return Path(os.path.realpath(path))
