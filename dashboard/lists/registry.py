"""The lists this process serves, and those its visitors bring: each read and prepared once, for all visitors."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Protocol

from dashboard import settings
from dashboard.i18n.languages import Language, english
from dashboard.i18n.names import list_title
from dashboard.i18n.problem_text import sentence
from dashboard.lists.loading import load_list
from dashboard.lists.making import made
from dashboard.lists.package import ListPackage, from_text, to_text, unpack
from dashboard.lists.source import (
    ListSource,
    filmography_source,
    own_files,
    own_source,
    own_title,
    published_source,
    uploaded_source,
)
from dashboard.lists.upload_store import UploadStore, is_token
from dashboard.lists.waiting import Waiting
from dashboard.lists.watcher import Watched
from dashboard.model.list_info import FILMOGRAPHY, IN_LINK, IN_SESSION, OWN, PUBLISHED, STORED, UPLOADED
from dashboard.model.problems import BadListError, DashboardError, NotReadyError, Problem
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.view import View
from dashboard.settings import MEGABYTE, Settings

LOG = logging.getLogger("dashboard")

NEW = "new"
"""The name in a link of the page on which a visitor brings a list."""
LONGEST_LINK = 6_000
"""Characters of a list that travels in a link."""
LARGEST_IN_LINK = 300_000
"""Bytes that a list in a link may unpack to."""
MOST_LINES_IN_LINK = 20_000
"""Lines that it may have then."""
UPLOADED_LINE = "A list that a visitor brought."
MOST_PREPARED = 8
"""Visitors' lists that stay prepared in memory."""


_LOCK = Lock()


class SessionLists(Protocol):
    """What is known of one visitor's lists.

    Attributes:
        view: what the visitor has chosen, among that a list.
        uploaded: the lists that this visitor brought or came to, by name in a link, with their titles.
        in_session: those that nothing but this session holds, packed, by name in a link.
    """

    view: View
    uploaded: dict[str, str]
    in_session: dict[str, bytes]


@dataclass(frozen=True, eq=False)
class Opened:
    """A list in its last good state.

    Attributes:
        loaded: the list.
        broken: what is wrong with its files now, if they cannot be used any more.
    """

    loaded: LoadedList
    broken: tuple[Problem, ...] = ()

    @property
    def index(self) -> Index:
        """The list's films, ready to be filtered."""
        return self.loaded.index


def names() -> tuple[str, ...]:
    """The names in a link of the lists on offer; the first is the one this process was started for."""
    return (OWN, PUBLISHED, FILMOGRAPHY) if settings.current().list_path else (PUBLISHED, FILMOGRAPHY)


def open_list(name: str) -> Opened:
    """A list on offer by its name, as it is now; what is wrong with it is logged once.

    Raises:
        NotReadyError: if it is still being made ready.
        BadListError: if it cannot be used to begin with.
    """
    try:
        loaded, broken = watched(name).current()
    except BadListError as error:
        _warn(name, error)
        raise
    if broken:
        _warn(loaded.info.slug, broken)
    return Opened(loaded, broken.problems if broken else ())


def waiting() -> Waiting | None:
    """How far the first list on offer is that is not ready yet; None if all are, or cannot be used."""
    for name in names():
        try:
            open_list(name)
        except NotReadyError:
            reading = watched(name).reading()
            return Waiting(name, reading.progress, monotonic() - reading.began)
        except BadListError:
            continue
    return None


def title(name: str, language: Language) -> str:
    """What a list on offer is called, ready or not."""
    path = settings.current().list_path
    return own_title(path) if name == OWN and path else list_title(_offered(name).info, language)


def watched(name: str) -> Watched[LoadedList]:
    """A list on offer by its name, read when it is first asked for."""
    path = settings.current().list_path
    with _LOCK:
        return _own(path) if name == OWN and path else _ours(name)


@lru_cache(maxsize=16)
def _warn(name: str, error: BadListError) -> None:
    LOG.warning("List %s cannot be used: %s", name, sentence(error.problems[0], english()))


def all_open(mine: SessionLists, named: Sequence[str]) -> dict[str, Opened]:
    """The lists that a run of the page needs, by name: those on offer, and the one that the view or the link names.

    A list that was brought and is not there any more is forgotten.
    """
    opened = {name: open_list(name) for name in names()}
    for name in dict.fromkeys((mine.view.list, *named[:1])):
        found = open_uploaded(name, mine.in_session) if is_uploaded(name) else None
        if found:
            opened[name] = found
            mine.uploaded[name] = found.loaded.info.name
        else:
            mine.uploaded.pop(name, None)
    return opened


def is_as_it_was(opened: Opened, mine: SessionLists) -> bool:
    """Whether a list is still in the state in which it was opened; one that is not here any more is."""
    now = all_open(mine, ()).get(opened.loaded.info.key)
    return now is None or (now.loaded is opened.loaded and now.broken == opened.broken)


def is_uploaded(name: str) -> bool:
    """Whether a name in a link is one of a list that a visitor brought."""
    return name.startswith(UPLOADED)


def open_uploaded(name: str, in_session: Mapping[str, bytes]) -> Opened | None:
    """A list that a visitor brought; None if it is not here (any more) or damaged.

    Args:
        name: its name in the link.
        in_session: the packed lists that this visitor's session holds, by name.
    """
    try:
        if name.startswith(IN_SESSION):
            return _held(in_session[name], name) if name in in_session else None
        if name.startswith(STORED):
            token = name.removeprefix(STORED)
            return _kept(token) if is_token(token) and keep().until(token) else None
        return _in_link(name) if name.startswith(IN_LINK) else None
    except DashboardError:
        return None


def fits_in_link(own: ListPackage, packed: bytes) -> bool:
    """Whether a list is small enough, packed and unpacked, to travel in a link."""
    size = sum(map(len, own.files.values()))
    return size <= LARGEST_IN_LINK and len(to_text(packed)) <= LONGEST_LINK


def placed(own: ListPackage, packed: bytes) -> tuple[str, str]:
    """Finds a place for a visitor's list: its name in a link and, if the server keeps it, the owner's token.

    In the link if it is small; else on disk; else, where nothing is kept or there is no room, nowhere: the name is
    then `HELD` alone, and the session has to hold it.
    """
    if fits_in_link(own, packed):
        return IN_LINK + to_text(packed), ""
    kept = keep().put(packed)
    return (STORED + kept.token, kept.owner) if kept else (IN_SESSION, "")


def keep() -> UploadStore:
    """Where larger lists are kept."""
    return _keep(settings.current())


@lru_cache(maxsize=2)
def _keep(chosen: Settings) -> UploadStore:
    return UploadStore(chosen.keep_in, chosen.keep_mb * MEGABYTE, timedelta(hours=chosen.keep_hours))


@lru_cache(maxsize=MOST_PREPARED)
def _in_link(name: str) -> Opened | None:
    own = unpack(from_text(name.removeprefix(IN_LINK)), LARGEST_IN_LINK)
    if sum(content.count(b"\n") for content in own.files.values()) > MOST_LINES_IN_LINK:
        return None
    return _prepared(own, name)


@lru_cache(maxsize=MOST_PREPARED)
def _kept(token: str) -> Opened | None:
    packed = keep().get(token)
    return _prepared(unpack(packed), STORED + token) if packed else None


@lru_cache(maxsize=MOST_PREPARED)
def _held(packed: bytes, name: str) -> Opened:
    return _prepared(unpack(packed), name)


def _prepared(own: ListPackage, name: str) -> Opened:
    loaded = load_list(uploaded_source(own, name, UPLOADED_LINE))
    loaded.make_ready()
    return Opened(loaded)


@lru_cache(maxsize=8)
def _own(path: Path) -> Watched[LoadedList]:
    return Watched(own_files(path), lambda: made(own_source(path)))


@lru_cache(maxsize=8)
def _ours(name: str) -> Watched[LoadedList]:
    source = _offered(name)
    return Watched(source.files, lambda: made(source))


def _offered(name: str) -> ListSource:
    return filmography_source() if name == FILMOGRAPHY else published_source()
