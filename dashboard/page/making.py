"""A list on offer made ready: from its files, or as it was made of the same files before."""

from __future__ import annotations

import logging
import time
from functools import partial
from pathlib import Path

from dashboard.catalogue.load import STEPS, Step
from dashboard.catalogue.offer import Offer
from dashboard.catalogue.prepared import key_of, load, store, without_collection
from dashboard.evidence.dossier import Dossier, open_dossier
from dashboard.explore.index import Index
from dashboard.language.languages import english
from dashboard.page.uploads import cache_folder

LOG = logging.getLogger("dashboard")

Made = tuple[Dossier, Index]
"""What is made of a list's files."""
SAID: dict[Step, str] = {
    "rows": "reading the file",
    "check": "checking its rows",
    "evidence": "looking for what came too early",
    "search": "preparing the search",
}


def made(offer: Offer) -> Made:
    """A list made ready, with a line about it in the log, and one about each step where it is long.

    Raises:
        BadListError: if it cannot be used.
    """
    began = time.perf_counter()
    dossier, index = _kept_or_made(offer)
    films = english().ngettext("{n} film", "{n} films", len(dossier.films.frame))
    LOG.info("List %s: %s in %.2f s", offer.slug, films, time.perf_counter() - began)
    return dossier, index


def _kept_or_made(offer: Offer) -> Made:
    key = key_of(offer.files, offer) if isinstance(offer.films, Path) else None
    folder = cache_folder() / "prepared"
    if key and (kept := load(folder, key)):
        dossier, index = kept
        return dossier, index
    if not key:
        dossier = open_dossier(offer)
        return dossier, Index(dossier.films)
    with without_collection():
        dossier = open_dossier(offer, partial(_say, offer))
        _say(offer, "search")
        index = Index(dossier.films)
        index.prepare()
        store(folder, key, (dossier, index))
    return dossier, index


def _say(offer: Offer, step: Step) -> None:
    """A line in the log on how far the reading of a long list is."""
    LOG.info("List %s: %s (step %d of %d)", offer.slug, SAID[step], STEPS.index(step) + 1, len(STEPS))
