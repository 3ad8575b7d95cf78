"""A folder in which a site is published: the new one is written beside the old one, and takes its place in one step.

Files that do not change are those of the old site (hard links). Files that publishing did not write are kept.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from dashboard.commands.output import OutputError
from dashboard.exports.site.state import NAME, State, StateError, read_state

if sys.platform != "win32":
    import fcntl

MOST_NAMED = 5
_EXCHANGE = 2
"""Linux's RENAME_EXCHANGE."""
_HERE = -100
"""Linux's AT_FDCWD."""


class Written(NamedTuple):
    """What publishing did: the files of the site, and those of them that are new or changed, and that went."""

    files: int
    changed: int
    removed: int


class SiteFolder:
    """A folder that holds a published site, or will.

    Attributes:
        path: where it is, through every link.
        state: of the site that is there; None for none.
        found: the files there, by their paths with slashes, where anything is.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self.beside = self.path.with_name(f".{self.path.name}.publishing")
        self.state: State | None = None
        self.found: set[str] = set()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else publishes here meanwhile; what an end half-way left is put right first.

        Raises:
            OutputError: if somebody else publishes here, or it cannot be written.
        """
        lock = self.path.with_name(f".{self.path.name}.lock")
        with _explained(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = lock.open("a")
        with file:
            if not _is_free(file.fileno(), lock):
                raise OutputError(f"{self.path} is being published by another process; wait until that has ended.")
            try:
                with _explained(self.path):
                    self._recover()
                    self._look()
                yield
            finally:
                with suppress(OSError):
                    lock.unlink()

    def _recover(self) -> None:
        """Put right what an end half-way left: a site half written goes, an old one gives way to the new one."""
        if not self.beside.exists():
            return
        if self._mark.exists():
            shutil.rmtree(self._tree, ignore_errors=True)
            self._mark.unlink()
        there = [tree for tree in (self._old, self._tree) if tree.exists()]
        if there and not self.path.exists():
            there.pop(0).rename(self.path)
        for tree in there:
            self._clear(tree)
        with suppress(OSError):
            self.beside.rmdir()
        if self.beside.exists():
            raise OutputError(f"{self.beside} holds files that nobody published; move them away.")

    @property
    def _tree(self) -> Path:
        """Where the new site is written, and then where the old one waits to be cleared away."""
        return self.beside / "site"

    @property
    def _old(self) -> Path:
        """Where the old site is put by a system that cannot exchange two folders."""
        return self.beside / "old"

    @property
    def _mark(self) -> Path:
        """Stands there while the new site is not whole."""
        return self.beside / "unfinished"

    def _look(self) -> None:
        """See what is there."""
        if not self.path.exists():
            return
        if not self.path.is_dir():
            raise OutputError(f"{self.path} is no folder; choose another name.")
        self.found = {*_files(self.path)}
        if NAME in self.found:
            with suppress(StateError):
                self.state = read_state((self.path / NAME).read_bytes())

    def check(self, reads: Iterable[Path], force: bool) -> None:
        """Check that a site may be published here.

        Args:
            reads: the files that the list is read from.
            force: whether a folder with files that publishing did not write may be used, and whether files of the site
                that were changed by hand may be overwritten.

        Raises:
            OutputError: if it may not.
        """
        here = Path.cwd()
        if self.path == here or self.path in here.parents:
            raise OutputError(f"{self.path} is the folder you are in; name a folder inside it, such as site.")
        for read in reads:
            if read.exists() and self.path in Path(os.path.realpath(read)).parents:
                raise OutputError(f"{self.path} holds {read.name}, which the list is read from; name another folder.")
        if os.path.ismount(self.path):
            raise OutputError(f"{self.path} is where a disk begins; name a folder inside it.")
        if force or not self.found:
            return
        if self.state is None:
            raise OutputError(
                f"{self.path} is not empty and no published site; name another folder, or add --force to publish there "
                "all the same. Files that the site does not need are kept."
            )
        changed = sorted(path for path in self.state.files if path in self.found and not self._is_as_published(path))
        if changed:
            some = ", ".join(changed[:MOST_NAMED]) + (" and more" if len(changed) > MOST_NAMED else "")
            raise OutputError(
                f"{self.path} has files that were changed since they were published ({some}); "
                "put the changes into the list, or add --force to overwrite them."
            )

    def _is_as_published(self, path: str) -> bool:
        return self.state is not None and self._digest(path) == self.state.files[path]

    def _digest(self, path: str) -> str:
        with (self.path / path).open("rb") as file:
            return sha256(file.read()).hexdigest()

    def write(self, files: Iterable[tuple[str, bytes]]) -> Written:
        """Publish files, each by its path, in one step.

        Raises:
            OutputError: if they cannot be written; then the folder is as it was.
        """
        with _explained(self.path):
            try:
                self.beside.mkdir()
                self._mark.touch()
                done = self._written(files)
                self._mark.unlink()
            except BaseException:
                shutil.rmtree(self.beside, ignore_errors=True)
                raise
            self._exchange()
        return done

    def _written(self, files: Iterable[tuple[str, bytes]]) -> Written:
        """Write a new tree; what is the same as in the old one is the same file."""
        old = {*self.state.files, NAME} if self.state else set()
        written: set[str] = set()
        changed = 0
        for path, content in files:
            changed += self._put(path, content, path in old)
            written.add(path)
        for path in self.found - written - old:
            self._keep(path)
        return Written(len(written), changed, len((old & self.found) - written))

    def _put(self, path: str, content: bytes, is_ours: bool) -> bool:
        """Put a file into the new tree; whether it is another than that of the old one."""
        target = self._tree / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path in self.found and self._holds(path, content):
            _link(self.path / path, target)
            return False
        if path in self.found and not is_ours:
            raise _in_the_way(self.path / path)
        with target.open("xb") as file:
            file.write(content)
        return True

    def _holds(self, path: str, content: bytes) -> bool:
        there = self.path / path
        return not there.is_symlink() and there.stat().st_size == len(content) and there.read_bytes() == content

    def _keep(self, path: str) -> None:
        """Take a file that publishing did not write into the new tree."""
        target = self._tree / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(self.path / path, target)
        except (FileExistsError, NotADirectoryError):
            raise _in_the_way(self.path / path) from None

    def _exchange(self) -> None:
        """Put the new tree where the old one is, and clear that away."""
        if not self.path.exists():
            self._tree.rename(self.path)
        else:
            shutil.copymode(self.path, self._tree)
            if _exchanged(self._tree, self.path):
                self._clear(self._tree)
            else:
                self.path.rename(self._old)
                self._tree.rename(self.path)
                self._clear(self._old)
        with suppress(OSError):
            self.beside.rmdir()

    def _clear(self, tree: Path) -> None:
        """Take away an old tree: files that were published there, or that are in the new one too. Others stay."""
        try:
            published = {*read_state((tree / NAME).read_bytes()).files, NAME}
        except (OSError, StateError):
            published = set()
        for path in [*_files(tree)]:
            file = tree / path
            with suppress(OSError):
                if path in published or _is_same(file, self.path / path):
                    file.unlink()
        for folder, _, _ in os.walk(tree, topdown=False):
            with suppress(OSError):
                os.rmdir(folder)


def _in_the_way(path: Path) -> OutputError:
    return OutputError(f"{path} stands where a file of the site has to; move it away, or name another folder.")


def _files(folder: Path) -> Iterator[str]:
    """The files and links in a folder and below, by their paths with slashes."""
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if os.path.islink(os.path.join(place, name))]
        for name in (*names, *links):
            yield Path(place, name).relative_to(folder).as_posix()


def _link(source: Path, target: Path) -> None:
    """The same file under another path too; a copy where that cannot be."""
    try:
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _is_same(one: Path, other: Path) -> bool:
    with suppress(OSError):
        if os.path.samestat(one.lstat(), other.lstat()):
            return True
        return one.is_symlink() and other.is_symlink() and os.readlink(one) == os.readlink(other)
    return False


def _is_free(file: int, lock: Path) -> bool:
    """Whether a lock could be taken. Elsewhere than on POSIX every lock can."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(file), lock.stat())
    except OSError:
        return False


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders could be given each other's names in one step, as Linux does."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    return bool(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0)


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Tell an error of the system as one of the folder."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} cannot be published to: {error.strerror or error}. Nothing was changed.") from error
