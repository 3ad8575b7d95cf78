"""The lists this process serves, and those its visitors bring: each read and prepared once, for all visitors."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Protocol

from dashboard import settings
from dashboard.i18n.languages import Language, english
from dashboard.i18n.names import list_title
from dashboard.i18n.problem_text import sentence
from dashboard.lists.making import make_ready, make_searchable
from dashboard.lists.source import (
    ListSource,
    filmography_source,
    own_files,
    own_source,
    own_title,
    published_source,
)
from dashboard.lists.uploads import uploads
from dashboard.lists.waiting import Waiting
from dashboard.lists.watcher import Watched
from dashboard.model.list_info import FILMOGRAPHY, OWN, PUBLISHED, is_uploaded
from dashboard.model.problems import BadListError, NotReadyError, Problem
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.view import View

LOG = logging.getLogger("dashboard")

NEW = "new"
"""The name in a link of the page on which a visitor brings a list."""
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
        _warn(name, error.problems[0])
        raise
    if broken:
        _warn(loaded.info.slug, broken.problems[0])
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


def is_reading() -> bool:
    """Whether one of the lists on offer is being read now; nothing is waited for."""
    return any(not watched(name).reading().over.is_set() for name in names())


def wait_for_offered() -> None:
    """Wait until all lists on offer are ready, or cannot be used."""
    while left := waiting():
        watched(left.name).reading().over.wait()


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
def _warn(name: str, problem: Problem) -> None:
    LOG.warning("List %s cannot be used: %s", name, sentence(problem, english()))


def all_open(mine: SessionLists, named: Sequence[str]) -> dict[str, Opened]:
    """The lists that a run of the page needs, by name: those on offer, and the one that the view or the link names.

    A list that was brought and is not there any more is forgotten.

    Raises:
        NotReadyError: if one on offer is still being made ready.
        BadListError: if one of them cannot be read.
    """
    opened = {name: open_list(name) for name in names()}
    for name in dict.fromkeys((mine.view.list, *named[:1])):
        loaded = uploads().open(name, mine, mine.in_session) if is_uploaded(name) else None
        if loaded:
            opened[name] = Opened(loaded)
            mine.uploaded[name] = loaded.info.name
        else:
            mine.uploaded.pop(name, None)
    return opened


def is_as_it_was(opened: Opened, mine: SessionLists) -> bool:
    """Whether a list is still in the state in which it was opened; one that is not here any more is."""
    now = all_open(mine, ()).get(opened.loaded.info.key)
    return now is None or (now.loaded is opened.loaded and now.broken == opened.broken)


@lru_cache(maxsize=8)
def _own(path: Path) -> Watched[LoadedList]:
    def read() -> LoadedList:
        return make_ready(own_source(path))

    def go_on(loaded: LoadedList) -> None:
        make_searchable(own_source(path), loaded)

    return Watched(own_files(path), read, go_on)


@lru_cache(maxsize=8)
def _ours(name: str) -> Watched[LoadedList]:
    source = _offered(name)
    return Watched(source.files, lambda: make_ready(source))


def _offered(name: str) -> ListSource:
    return filmography_source() if name == FILMOGRAPHY else published_source()
