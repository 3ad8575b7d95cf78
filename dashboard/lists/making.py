"""A list on offer made ready, and the door behind which long lists are."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pyarrow as pa  # type: ignore[import-untyped]

from dashboard import settings
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import ListSource, is_long
from dashboard.lists.waiting import doing
from dashboard.lists.watcher import PATIENCE
from dashboard.log import draw, is_drawn
from dashboard.model.progress import STEPS, Progress, Step, heard_by
from dashboard.query.loaded_list import LoadedList

LOG = logging.getLogger("dashboard")
BETWEEN_LINES = 10.0
"""Seconds between two lines of the log about the same step."""


def make_ready(source: ListSource) -> LoadedList:
    """A list made ready, with a line about it in the log; how far it is, is told where it takes long.

    Raises:
        BadListError: if it cannot be used.
    """
    began = time.perf_counter()
    try:
        with heard_by(Teller(source.info.slug).hear):
            loaded = _ready(source)
    finally:
        draw("")
    pa.default_memory_pool().release_unused()
    films = english().ngettext("{n} film", "{n} films", len(loaded.films.frame))
    LOG.info("List %s: %s in %.2f s", source.info.slug, films, time.perf_counter() - began)
    return loaded


def _ready(source: ListSource) -> LoadedList:
    if _is_long(source):
        from dashboard.lists.long.prepared import prepared

        return prepared(source)
    loaded = load_list(source)
    loaded.make_ready()
    return loaded


def make_searchable(source: ListSource, loaded: LoadedList) -> None:
    """Make what only a search needs of a long list, which everybody has already."""
    if _is_long(source):
        from dashboard.lists.long.prepared import prepare_search

        prepare_search(loaded)


def take_away_remains() -> None:
    """Take away what a start that was killed left of a list half prepared; behind the door only if there is any."""
    folder = settings.current().prepared_in
    if any(folder.glob("*.part")):
        from dashboard.lists.long.disk_cache import sweep

        sweep(folder)


def _is_long(source: ListSource) -> bool:
    with suppress(OSError):
        return isinstance(source.films, Path) and is_long(source.files)
    return False


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
