"""The lists this process serves: each read and prepared once, for all visitors."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dashboard.catalogue.load import Watched
from dashboard.catalogue.offer import FILMOGRAPHY, OWN, PUBLISHED, filmography, own_files, own_list, published_list
from dashboard.errors import Problem
from dashboard.evidence.dossier import Dossier, open_dossier
from dashboard.explore.index import Index

PUBLIC_URL = "FILM_LIST_PUBLIC_URL"
"""The environment variable with the address under which the web knows this dashboard; set likewise."""
LIST_VARIABLE = "FILM_LIST"
"""The environment variable that names a list's file or folder; the command line sets it."""


@dataclass(frozen=True, eq=False)
class Opened:
    """A list in its last good state.

    Attributes:
        dossier: the list and its evidence.
        index: the list, ready to be filtered.
        broken: what is wrong with its files now, if they cannot be used any more.
    """

    dossier: Dossier
    index: Index
    broken: tuple[Problem, ...]


def names() -> tuple[str, ...]:
    """The names in a link of the lists on offer; the first is the one this process was started for."""
    return (OWN, PUBLISHED, FILMOGRAPHY) if os.environ.get(LIST_VARIABLE) else (PUBLISHED, FILMOGRAPHY)


def open_list(name: str) -> Opened:
    """A list by its name, as it is now."""
    watched = _own(Path(os.environ[LIST_VARIABLE])) if name == OWN else _ours(name)
    dossier, broken = watched.current()
    return Opened(dossier, _index(dossier), broken.problems if broken else ())


@lru_cache(maxsize=8)
def _own(path: Path) -> Watched[Dossier]:
    return Watched(own_files(path), lambda: open_dossier(own_list(path)))


@lru_cache(maxsize=8)
def _ours(name: str) -> Watched[Dossier]:
    offer = filmography() if name == FILMOGRAPHY else published_list()
    return Watched(offer.files, lambda: open_dossier(offer))


@lru_cache(maxsize=16)
def _index(found: Dossier) -> Index:
    return Index(found.films)
