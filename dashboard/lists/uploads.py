"""The lists that visitors brought: where each stays, and each in memory once, while somebody looks at it."""

from __future__ import annotations

import ctypes
import gc
import secrets
import sys
from collections import OrderedDict
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import lru_cache
from threading import Lock
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary

import pyarrow as pa  # type: ignore[import-untyped]

from dashboard import settings
from dashboard.lists.loading import load_list
from dashboard.lists.package import FILMS, PICTURES, BadPackError, ListPackage, from_text, to_text, unpack
from dashboard.lists.sandbox.jobs import BOUNDS, run
from dashboard.lists.source import UPLOADED_LINE, uploaded_source
from dashboard.lists.upload_store import UploadStore, is_token
from dashboard.model.list_info import IN_LINK, IN_SESSION, STORED
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Limits
from dashboard.query.loaded_list import LoadedList
from dashboard.settings import MEGABYTE, Settings

LONGEST_LINK = 6_000
"""Characters of a list that travels in a link, without its name."""
LARGEST_IN_LINK = 300_000
"""Bytes that a list in a link may unpack to."""
MOST_LINES_IN_LINK = 20_000
"""Lines that it may have then."""
MOST_BYTES = 1_000_000_000
"""Memory that visitors' lists take together, about; the one that is asked for has room in any case."""
MOST_IN_SESSIONS = 250_000_000
"""Of these, bytes of packed lists that nothing but their sessions hold; there no list makes room for another."""
LARGE = 1_000_000
"""Bytes of a piece of memory that goes back to the system by itself."""
M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8
"""Options of the GNU C library; see mallopt(3)."""
HINDERED: tuple[ProblemKind, ...] = (
    *("server busy", "took too long", "took too much memory", "reader ended"),
    "unreadable file",
)
"""What keeps a list from being read though it is there."""

Place = Literal["link", "server", "session"]
"""Where a list stays: in its link, on the server's disk, or with the session that brought it."""


def fits_in_link(package: ListPackage, packed: bytes) -> bool:
    """Whether a list can travel in a link, whatever its name: it is small, packed and unpacked, without pictures."""
    return is_small(package) and PICTURES not in package.files and len(to_text(packed)) <= LONGEST_LINK


def is_small(package: ListPackage) -> bool:
    """Whether a list is small enough, unpacked, to travel in a link, and so to be read at once."""
    return package.size <= LARGEST_IN_LINK and _lines(package) <= MOST_LINES_IN_LINK


def _lines(package: ListPackage) -> int:
    return sum(content.count(b"\n") for content in package.files.values())


def limits_of(chosen: Settings) -> Limits:
    """What is read at most of what a visitor brings."""
    return Limits(size=chosen.largest_upload, unpacked=2 * chosen.largest_upload, rows=chosen.upload_rows)


def place_of(fits_in_link: bool, chosen: Settings) -> Place:
    """Where a list is to stay, by what its visitor is told before it is shown."""
    return "link" if fits_in_link else "server" if chosen.keep_mb else "session"


class Added(NamedTuple):
    """A list that has its place.

    Attributes:
        name: its name in a link.
        owner: the token by which its owner deletes it from the server; empty elsewhere.
        loaded: the list under that name.
    """

    name: str
    owner: str
    loaded: LoadedList


@dataclass(eq=False)
class ListInMemory:
    """A list in memory.

    Attributes:
        loaded: the list.
        size: about how many bytes it takes.
        viewers: the sessions that look at it, as long as they are there.
    """

    loaded: LoadedList
    size: int
    viewers: WeakSet[object] = field(default_factory=WeakSet)


class Uploads:
    """The one store of visitors' lists.

    What is in memory is bounded by bytes: the list that was not asked for for longest makes room. It is read again
    when somebody asks for it. A list that nobody looks at any more goes with the next `tidy`.
    """

    def __init__(
        self, disk: UploadStore, most_bytes: int = MOST_BYTES, most_in_sessions: int = MOST_IN_SESSIONS
    ) -> None:
        self._disk = disk
        self._most = most_bytes
        self._most_in_sessions = most_in_sessions
        self._in_sessions: WeakKeyDictionary[object, int] = WeakKeyDictionary()
        self._lock = Lock()
        self._lists: OrderedDict[str, ListInMemory] = OrderedDict()
        self._let_go: WeakValueDictionary[str, LoadedList] = WeakValueDictionary()
        self._reading: dict[str, Lock] = {}
        self._is_tidy = True

    def add(self, place: Place, packed: bytes, loaded: LoadedList, viewer: object) -> Added:
        """Put a list where it is to stay, and into memory as it is.

        Args:
            place: where; on the server only if that has room, else it stays with the session.
            packed: the list.
            loaded: the same list, of any name in a link.
            viewer: the session that brings it.

        A list that stays with the session has to be given to `open` by it.

        Raises:
            BadListError: if it would stay with the session, and sessions hold as much as they may.
        """
        stored = self._disk.put(packed) if place == "server" else None
        if place == "link":
            name = IN_LINK + to_text(packed)
        else:
            if not stored:
                self._take_room(len(packed), viewer)
            name = STORED + stored.token if stored else IN_SESSION + secrets.token_urlsafe(9)
        loaded = replace(loaded, info=replace(loaded.info, key=name))
        loaded.make_ready()
        self._put_in_memory(name, loaded, viewer)
        return Added(name, stored.owner if stored else "", loaded)

    def open(self, name: str, viewer: object, in_session: MutableMapping[str, bytes]) -> LoadedList | None:
        """A list by its name in a link; None if it is not here (any more), or damaged.

        Args:
            name: as `add` gave it, or as a visitor made it up.
            viewer: the session that asks; the list stays in memory as long as one that asked is there.
            in_session: the packed lists that this session holds, by name.

        Raises:
            BadListError: if it is here, but cannot be read now.
        """
        if not self._is_here(name, in_session):
            if name.startswith(STORED):
                self._drop(name)
            return None
        with self._one_reader(name):
            loaded = self._in_memory(name) or self._read(name, in_session)
            if loaded:
                self._put_in_memory(name, loaded, viewer)
        return loaded

    def at_hand(self, name: str) -> LoadedList | None:
        """A list that somebody looks at now, for whoever has its link; None for any other, which nobody waits for here.

        One that is held by a session is that session's alone.
        """
        return self._in_memory(name) if self._is_here(name, {}) else None

    def package(self, name: str, in_session: Mapping[str, bytes]) -> ListPackage | None:
        """A list as it is stored, by its name in a link; None if it is not here (any more), or damaged.

        Raises:
            BadListError: if it is here, but the disk does not give it.
        """
        try:
            packed = self._packed(name, in_session) if self._is_here(name, in_session) else None
            most = (LARGEST_IN_LINK,) if name.startswith(IN_LINK) else ()
            return unpack(packed, *most) if packed else None
        except BadPackError:
            return None

    def release(self, name: str, in_session: MutableMapping[str, bytes], viewer: object) -> None:
        """Forget a list that nothing but a session holds, so that there is room for another; no other list is."""
        packed = in_session.pop(name, b"")
        with self._lock:
            self._in_sessions[viewer] = self._in_sessions.get(viewer, 0) - len(packed)
        if packed:
            self._drop(name)

    def delete(self, name: str, owner: str) -> bool:
        """Delete a list from the server and from memory, for its owner; whether it was there and is theirs."""
        is_deleted = self._disk.delete(name.removeprefix(STORED), owner)
        if is_deleted:
            self._drop(name)
        return is_deleted

    def expires(self, name: str) -> datetime | None:
        """When the server deletes a list, in UTC; None if it does not keep it."""
        return self._disk.until(name.removeprefix(STORED))

    def tidy(self, has_ended: bool = False) -> None:
        """Let go of the lists that nobody looks at any more, and give memory back to the system if anything has gone.

        Args:
            has_ended: whether a session has ended, with what else it held.
        """
        if has_ended:
            gc.collect()  # A session may be part of a circle.
        with self._lock:
            for name in [name for name, each in self._lists.items() if not each.viewers]:
                self._let_go_of(name)
        if has_ended or not self._is_tidy:
            self._is_tidy = True
            give_back()

    @property
    def size(self) -> int:
        """About how many bytes the lists in memory take, with those that sessions hold packed."""
        with self._lock:
            return sum(each.size for each in self._lists.values()) + sum(self._in_sessions.values())

    def __len__(self) -> int:
        return len(self._lists)

    def _take_room(self, size: int, viewer: object) -> None:
        with self._lock:
            if sum(self._in_sessions.values()) + size > self._most_in_sessions:
                raise BadListError((Problem("no room", FILMS),))
            self._in_sessions[viewer] = self._in_sessions.get(viewer, 0) + size

    def _packed(self, name: str, in_session: Mapping[str, bytes]) -> bytes | None:
        """A list that is here, packed; None if it is not on the disk any more."""
        if name.startswith(IN_LINK):
            return from_text(name.removeprefix(IN_LINK))
        return in_session[name] if name in in_session else self._disk.get(name.removeprefix(STORED))

    def _is_here(self, name: str, in_session: Mapping[str, bytes]) -> bool:
        if name.startswith(IN_SESSION):
            return name in in_session
        if name.startswith(STORED):
            token = name.removeprefix(STORED)
            return is_token(token) and self._disk.until(token) is not None
        return name.startswith(IN_LINK)

    def _in_memory(self, name: str) -> LoadedList | None:
        with self._lock:
            each = self._lists.get(name)
            return each.loaded if each else self._let_go.get(name)

    def _read(self, name: str, in_session: MutableMapping[str, bytes]) -> LoadedList | None:
        """A list that is not in memory. One in a link is short, and read here; any other in the sandbox."""
        loaded: LoadedList | None = None
        try:
            packed = self._packed(name, in_session)
            if packed and name.startswith(IN_LINK):
                package = unpack(packed, LARGEST_IN_LINK)
                if _lines(package) > MOST_LINES_IN_LINK or PICTURES in package.files:
                    return None
                loaded = load_list(uploaded_source(package, name, UPLOADED_LINE))
            else:
                loaded = run(load_packed, packed, name, file=FILMS, bounds=BOUNDS) if packed else None
        except BadPackError:
            return None
        except BadListError as error:
            if error.problems[0].kind in HINDERED:
                raise
            return None
        if loaded:
            loaded.make_ready()
        return loaded

    def _put_in_memory(self, name: str, loaded: LoadedList, viewer: object) -> None:
        with self._lock:
            asked_for = self._lists.setdefault(name, ListInMemory(loaded, loaded.size))
            asked_for.viewers.add(viewer)
            self._lists.move_to_end(name)
            left = self._most - asked_for.size - sum(self._in_sessions.values())
            for each in [*reversed(self._lists)][1:]:
                left -= self._lists[each].size
                if left < 0:
                    self._let_go_of(each)

    def _drop(self, name: str) -> None:
        with self._lock:
            if name in self._lists:
                self._let_go_of(name)

    def _let_go_of(self, name: str) -> None:
        """Forget a list, but that whoever still uses it uses the only one there is."""
        loaded = self._lists.pop(name).loaded
        loaded.forget()
        self._let_go[name] = loaded
        self._is_tidy = False

    @contextmanager
    def _one_reader(self, name: str) -> Iterator[None]:
        """While one session reads a list, others that ask for it wait for that."""
        with self._lock:
            reading = self._reading.setdefault(name, Lock())
        try:
            with reading:
                yield
        finally:
            with self._lock:
                self._reading.pop(name, None)


def use_system_memory() -> None:
    """Have memory taken so that what long lists leave can be given back: Arrow's own store of it keeps that.

    Large pieces come from the system one by one, and threads share what the small ones come from.
    """
    pa.set_memory_pool(pa.system_memory_pool())
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE)
            ctypes.CDLL(None).mallopt(M_ARENA_MAX, 2)


def give_back() -> None:
    """Give the memory of what was let go back to the system, as far as that can be."""
    gc.collect()
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def load_packed(packed: bytes, name: str) -> LoadedList:
    """A list that was packed, under a name in a link; a job for the sandbox.

    Raises:
        BadPackError: if it was not.
        BadListError: if it cannot be used.
    """
    return load_list(uploaded_source(unpack(packed), name, UPLOADED_LINE))


def uploads() -> Uploads:
    """The store of this process."""
    return _uploads(settings.current())


@lru_cache(maxsize=1)
def _uploads(chosen: Settings) -> Uploads:
    return Uploads(UploadStore(chosen.keep_in, chosen.keep_mb * MEGABYTE, timedelta(hours=chosen.keep_hours)))
