"""A list on offer made ready: from its files, or as it was made of the same files before."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]

from dashboard import settings
from dashboard.i18n.languages import english
from dashboard.lists.disk_cache import key_of, load, store, without_collection
from dashboard.lists.loading import load_list
from dashboard.lists.source import ListSource
from dashboard.lists.waiting import doing
from dashboard.lists.watcher import PATIENCE
from dashboard.log import draw, is_drawn
from dashboard.model.progress import STEPS, Progress, Step, begin, heard_by
from dashboard.query.loaded_list import LoadedList

LOG = logging.getLogger("dashboard")
BETWEEN_LINES = 10.0
"""Seconds between two lines of the log about the same step."""


def made(source: ListSource) -> LoadedList:
    """A list made ready, with a line about it in the log; how far it is, is told where it takes long.

    Raises:
        BadListError: if it cannot be used.
    """
    began = time.perf_counter()
    try:
        with heard_by(Teller(source.info.slug).hear):
            loaded = _kept_or_made(source)
    finally:
        draw("")
    pa.default_memory_pool().release_unused()
    films = english().ngettext("{n} film", "{n} films", len(loaded.films.frame))
    LOG.info("List %s: %s in %.2f s", source.info.slug, films, time.perf_counter() - began)
    return loaded


def _kept_or_made(source: ListSource) -> LoadedList:
    key = key_of(source.files, source) if isinstance(source.films, Path) else None
    folder = settings.current().prepared_in
    kept: LoadedList | None = load(folder, key) if key else None
    if kept:
        return kept
    if not key:
        loaded = load_list(source)
        loaded.make_ready()
        return loaded
    with without_collection():
        loaded = load_list(source)
        begin("search")
        loaded.make_ready()
        loaded.index.prepare()
        kept = load(folder, key)
        if not kept:
            store(folder, key, loaded)
            kept = load(folder, key)
    return kept or loaded


class Teller:
    """Tells whoever runs the process how far a list is, where that takes a while.

    On a terminal it is one line that is drawn anew; in a log a line for each step, and one each `BETWEEN_LINES` in it.

    Args:
        name: what the log calls the list.
        clock: says the time, in seconds.
    """

    def __init__(self, name: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._clock = clock
        self._next = clock() + PATIENCE
        self._last: Step | None = None

    def hear(self, progress: Progress) -> None:
        """Tell it, unless it is too soon."""
        now = self._clock()
        is_new = self._last is not None and progress.step != self._last
        if now < self._next and not is_new:
            return
        said = f"List {self._name}: {doing(progress, english())}"
        if is_drawn():
            draw(said)
        else:
            LOG.info("%s (step %d of %d)", said, progress.number, len(STEPS))
            self._next, self._last = now + BETWEEN_LINES, progress.step
