"""The lists this process serves: each read and prepared once, for all visitors."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from dashboard.catalogue.load import Watched
from dashboard.catalogue.offer import OWN, Offer, filmography, own_list, published_list
from dashboard.errors import Problem
from dashboard.evidence.dossier import Dossier, open_dossier
from dashboard.explore.index import Index

PUBLIC_URL = "FILM_LIST_PUBLIC_URL"
"""The environment variable with the address under which the web knows this dashboard; set likewise."""
LIST_VARIABLE = "FILM_LIST"
"""The environment variable that names a list's file or folder; the command line sets it."""


def offers() -> dict[str, Offer]:
    """The lists on offer by their names in a link; the first is the one this process was started for."""
    path = os.environ.get(LIST_VARIABLE)
    ours = {offer.key: offer for offer in (published_list(), filmography())}
    return {OWN: own_list(Path(path)), **ours} if path else ours


def dossier(offer: Offer) -> tuple[Dossier, tuple[Problem, ...]]:
    """What is known of a list, in its last good state, and what is wrong with its files now."""
    found, broken = _watched(offer).current()
    return found, broken.problems if broken else ()


def index(offer: Offer) -> Index:
    """A list ready to be filtered."""
    return _index(dossier(offer)[0])


@lru_cache(maxsize=16)
def _watched(offer: Offer) -> Watched[Dossier]:
    return Watched(offer.files, lambda: open_dossier(offer))


@lru_cache(maxsize=16)
def _index(found: Dossier) -> Index:
    return Index(found.films)
