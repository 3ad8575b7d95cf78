"""The lists this process serves: each read and prepared once, for all visitors."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dashboard.catalogue.load import Watched
from dashboard.catalogue.offer import (
    FILMOGRAPHY,
    OWN,
    PUBLISHED,
    Offer,
    filmography,
    own_files,
    own_list,
    published_list,
)
from dashboard.errors import BadListError, Problem
from dashboard.evidence.dossier import Dossier, open_dossier
from dashboard.explore.index import Index
from dashboard.language.english import counted
from dashboard.language.problems import sentence

LOG = logging.getLogger("dashboard")

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
    return Watched(own_files(path), lambda: _read(own_list(path)))


@lru_cache(maxsize=8)
def _ours(name: str) -> Watched[Dossier]:
    offer = filmography() if name == FILMOGRAPHY else published_list()
    return Watched(offer.files, lambda: _read(offer))


def _read(offer: Offer) -> Dossier:
    """A list from its files, with a line about it in the log."""
    began = time.perf_counter()
    try:
        dossier = open_dossier(offer)
    except BadListError as error:
        LOG.warning("List %s cannot be used: %s", offer.slug, sentence(error.problems[0]))
        raise
    films = counted(len(dossier.films.frame), "film")
    LOG.info("List %s: %s in %.2f s", offer.slug, films, time.perf_counter() - began)
    return dossier


@lru_cache(maxsize=16)
def _index(found: Dossier) -> Index:
    return Index(found.films)
