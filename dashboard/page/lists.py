"""The list this process serves: read and prepared once, for all visitors."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from dashboard.catalogue.check import FilmList
from dashboard.catalogue.load import Watched
from dashboard.catalogue.offer import Offer, own_list, published_list
from dashboard.explore.index import Index

LIST_VARIABLE = "FILM_LIST"
"""The environment variable that names a list's file; the command line sets it. Without it: the published list."""


def offered() -> Offer:
    """The list that this process was started for."""
    path = os.environ.get(LIST_VARIABLE)
    return own_list(Path(path)) if path else published_list()


@lru_cache(maxsize=8)
def watched(offer: Offer) -> Watched:
    """The one `Watched` of an offer in this process."""
    return Watched(offer)


@lru_cache(maxsize=8)
def index_of(films: FilmList) -> Index:
    """The one `Index` of a film list in this process."""
    return Index(films)
