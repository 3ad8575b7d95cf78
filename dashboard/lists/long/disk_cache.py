"""What was made of a long list, kept in the user's cache folder, so that the next start need not make it again.

A file begins with a mark and a checksum. Behind them stand the large pieces, texts and numbers by column, then the
rest, pickled, and at the end where that begins. The checksum tells what was not written whole, so nothing waits for
the disk. The pieces are not read but mapped: what is used of them comes from the system's own copy of the file, which
it can give up at any time, and several processes that serve the same list share it.
"""

from __future__ import annotations

import gc
import io
import mmap
import os
import pickle
import stat
import struct
import sys
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from hashlib import blake2b, sha256
from pathlib import Path
from threading import Lock
from typing import IO, Any, TypeVar
from weakref import WeakSet

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard.lists.source import program
from dashboard.model.kinds import objects_once
from dashboard.model.text_column import offsets_of
from dashboard.two_threads import ahead

if sys.platform != "win32":
    import fcntl

MOST_KEPT = 8
"""The files that a folder holds at most, two of each list; the one not used for longest goes first."""
BLOCK = 1 << 24
"""Bytes that are read at once; between two blocks another thread may have its turn, which takes milliseconds."""

Told = TypeVar("Told")
Signature = tuple[int, int, int]

_MAGIC = b"prepared list 3\n"
_HEAD = struct.Struct(f"<{len(_MAGIC)}sI")
"""The mark, and the checksum of all that follows it."""
_REST = struct.Struct("<Q")
"""Where the pickled rest begins."""
_ALIGNED = 64
"""Bytes; Arrow wants its pieces to begin at a multiple of it."""
_PART = ".part"
"""How the name of a file ends that is being written."""
_TOLD: dict[Path, tuple[Signature, Any]] = {}
"""What was told last of a file's content, and what the file looked like then."""
_LOCK = Lock()
_MAPPED: WeakSet[mmap.mmap] = WeakSet()
"""The files whose pieces are in use."""


def key_of(files: Iterable[Path], said: object = None) -> str | None:
    """Names what this program would make of some files today: by their content and by all that it depends on.

    Args:
        files: they need not all be there.
        said: what else it depends on; its `repr` says all of it.

    Returns:
        None if one of them cannot be read.
    """
    there = [path for path in files if path.is_file()]
    try:
        key = blake2b(f"{program()} {date.today().year} {said!r}".encode(), digest_size=24)
        for path in there:
            with path.open("rb") as file:
                key.update(f"\n{path.name} {_once(path, file, _content)}".encode())
    except OSError:
        return None
    return key.hexdigest()


def look_ahead(folder: Path, files: Iterable[Path], said: object) -> None:
    """Read some files, and what is kept of them, before `key_of` and `load` ask for them.

    It may run in a thread of its own. `key_of` and `load` wait until it is done and then read only what has changed
    since. It raises nothing: what is wrong with a file is said by `key_of` and `load`.
    """
    with suppress(OSError):
        if key := key_of(files, said):
            with (folder / key).open("rb") as file:
                file.seek(_HEAD.size)
                _once(folder / key, file, _sum)


def _once(path: Path, file: IO[bytes], tell: Callable[[IO[bytes]], Told]) -> Told:
    """What is told of a file from where it stands to its end; what was told last, if the file is the same since."""
    status = os.fstat(file.fileno())
    with _LOCK:
        if _TOLD.get(path, (None,))[0] != _signature(status):
            _TOLD[path] = _signature(status), tell(file)
        told: Told = _TOLD[path][1]
    return told


def _tell(path: Path, file: IO[bytes], told: object) -> None:
    """Note what `_once` would be told of a file."""
    with _LOCK:
        _TOLD[path] = _signature(os.fstat(file.fileno())), told


def _signature(status: os.stat_result) -> Signature:
    return status.st_mtime_ns, status.st_size, status.st_ino


def _content(file: IO[bytes]) -> str:
    """A hash of all that a file holds."""
    found = sha256()
    for block in _blocks(file):
        found.update(block)
    return found.hexdigest()


def load(folder: Path, key: str) -> Any:
    """What was kept under a key; None if nothing was, or it is damaged, or others could have written it.

    It is unpickled, which can do whatever its writer wanted: so only what this user alone can write is read. Arrays
    and texts in it cannot be written to.
    """
    path = folder / key
    with suppress(OSError), path.open("rb") as file:
        if not (_is_own(os.stat(folder)) and _is_own(os.fstat(file.fileno()))):
            return None
        with suppress(Exception), without_collection():
            found = _read(path, file)
            os.utime(path)
            return found
    return None


def let_go() -> None:
    """Have this process hold nothing of the pieces that it has looked at; what it uses of them again comes back."""
    if sys.platform == "linux":
        for mapped in [*_MAPPED]:
            mapped.madvise(mmap.MADV_DONTNEED)


def store(folder: Path, key: str, made: Any) -> None:
    """Keep what was made; nothing happens where that cannot be. Several processes may do so at once."""
    sweep(folder)
    with suppress(OSError, pickle.PickleError, AttributeError, TypeError, RecursionError, MemoryError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _partial(folder) as file:
            checksum = _write(file, made)
            file.flush()
            os.replace(file.name, folder / key)
            _tell(folder / key, file, checksum)
        _forget_oldest(folder)


def sweep(folder: Path) -> None:
    """Take away what processes left half written that have ended; nothing happens where that cannot be."""
    for part in folder.glob(f"*{_PART}"):
        with suppress(OSError), part.open("r+b") as file:
            _claim(file)
            part.unlink()


class Streamed:
    """Texts that are made while they are written, so that they are never all there; read back, a series of texts.

    Attributes:
        parts: makes them, some at once, as large strings of Arrow's of which none is missing.
    """

    def __init__(self, parts: Callable[[], Iterable[pa.Array]]) -> None:
        self.parts = parts


class _Writer(pickle.Pickler):
    """Writes all of a file but its head: pieces as they come, the rest at the end.

    Attributes:
        checksum: of what has been written.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._rest = io.BytesIO()
        super().__init__(self._rest, protocol=5, buffer_callback=self._piece)
        self._file, self._at, self.checksum = file, file.write(bytes(_HEAD.size)), 0
        self._places: list[tuple[int, int]] = []
        self._streamed: dict[int, tuple[int, int]] = {}

    def write(self, made: Any) -> None:
        """Write what was made."""
        self.dump(made)
        begins = self._at
        self._put(pickle.dumps(self._places))
        self._put(self._rest.getbuffer())
        self._put(_REST.pack(begins))

    def reducer_override(self, value: Any) -> Any:
        """How texts are written, which pandas would copy, and objects, each once and then numbers of them."""
        if isinstance(value, Streamed):
            return _texts, self._stream(ahead(value.parts()))
        if isinstance(value, pd.arrays.ArrowStringArray) and str(value.dtype) == "str":
            return pd.array, (pa.chunked_array(pa.array(value)), "str")
        if isinstance(value, np.ndarray) and value.dtype == object:
            objects, which = objects_once(pd.Series(value.ravel(), dtype=object))
            return _array, (objects, which.astype(np.int32), value.shape)
        return NotImplemented

    def _stream(self, parts: Iterable[pa.Array]) -> tuple[npt.NDArray[np.int64], pickle.PickleBuffer]:
        """Write texts; what stands for where each ends, and for all of them."""
        begins, all_ends, stands_for = self._align(), [np.zeros(1, dtype=np.int64)], pickle.PickleBuffer(b"")
        for part in parts:
            ends = offsets_of(part)
            all_ends.append(ends[1:] + (self._at - begins - ends[0]))
            self._put(memoryview(part.buffers()[2] or b"")[ends[0] : ends[-1]])
        self._streamed[id(stands_for)] = begins, self._at - begins
        return np.concatenate(all_ends), stands_for

    def _piece(self, piece: pickle.PickleBuffer) -> None:
        place = self._streamed.get(id(piece))
        self._places.append(place or (self._align(), self._put(piece.raw())))

    def _align(self) -> int:
        """Go on where a piece can begin; returns where that is."""
        self._put(bytes(-self._at % _ALIGNED))
        return self._at

    def _put(self, data: bytes | memoryview) -> int:
        """Write bytes; returns their number."""
        self.checksum = zlib.crc32(data, self.checksum)
        self._at += (size := self._file.write(data))
        return size


def _array(objects: list[Any], which: npt.NDArray[np.int32], shape: tuple[int, ...]) -> npt.NDArray[np.object_]:
    """An array of objects."""
    return np.fromiter(objects, dtype=object, count=len(objects))[which].reshape(shape)


def _texts(ends: npt.NDArray[np.int64], data: memoryview) -> pd.Series[str]:
    """A series of texts."""
    buffers = (pa.py_buffer(each) for each in (ends, data))
    return pd.Series(pa.LargeStringArray.from_buffers(len(ends) - 1, *buffers), dtype="str")


def _write(file: IO[bytes], made: Any) -> int:
    """Write what was made; returns the checksum."""
    writer = _Writer(file)
    writer.write(made)
    file.seek(0)
    file.write(_HEAD.pack(_MAGIC, writer.checksum))
    return writer.checksum


def _read(path: Path, file: IO[bytes]) -> Any:
    """What a file holds, its pieces mapped.

    Raises:
        ValueError: if it is damaged; and whatever else unpickling raises.
    """
    magic, checksum = _HEAD.unpack(file.read(_HEAD.size))
    if magic != _MAGIC or checksum != _once(path, file, _sum):
        raise ValueError
    mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    _MAPPED.add(mapped)
    whole = memoryview(mapped)
    file.seek(*_REST.unpack_from(whole, len(whole) - _REST.size))
    places = pickle.load(file)  # noqa: S301
    return pickle.load(file, buffers=[whole[at : at + size] for at, size in places])  # noqa: S301


@contextmanager
def _partial(folder: Path) -> Iterator[IO[bytes]]:
    """A file that only this process writes, gone at the end unless it was given another name."""
    with tempfile.NamedTemporaryFile(dir=folder, suffix=_PART, delete=False) as file:
        try:
            _claim(file)
            yield file
        finally:
            with suppress(FileNotFoundError):
                os.unlink(file.name)


@contextmanager
def without_collection() -> Iterator[None]:
    """Millions of new objects are no garbage: collecting while they come takes longer than they do."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _sum(file: IO[bytes]) -> int:
    """A checksum of a file, from its current position to its end."""
    found = 0
    for block in _blocks(file):
        found = zlib.crc32(block, found)
    return found


def _blocks(file: IO[bytes]) -> Iterator[memoryview]:
    """A file from its current position to its end, block by block; a block is overwritten by the next one."""
    block = memoryview(bytearray(BLOCK))
    while size := file.readinto(block):  # type: ignore[attr-defined]
        yield block[:size]


def _is_own(status: os.stat_result) -> bool:
    """Whether a file or folder is this user's, and nobody else may write to it."""
    if not hasattr(os, "getuid"):
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _claim(file: IO[bytes]) -> None:
    """Hold a file for as long as it is open and this process runs. Elsewhere than on POSIX every open file is held.

    Raises:
        OSError: if another one holds it.
    """
    if sys.platform != "win32":
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _forget_oldest(folder: Path) -> None:
    """Take away the files not used for longest."""
    newest = sorted(folder.iterdir(), key=lambda path: -path.stat().st_mtime)
    for path in [path for path in newest if path.suffix != _PART][MOST_KEPT:]:
        path.unlink(missing_ok=True)
