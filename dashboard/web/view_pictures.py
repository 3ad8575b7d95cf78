"""The picture of a view's preview: drawn when another site asks for it, and so seldom that crawlers cost little."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from time import monotonic

from dashboard.exports.head.film_image import film_image
from dashboard.exports.head.preview import pictured
from dashboard.exports.timeline_image import preview
from dashboard.i18n.languages import Language
from dashboard.model.problems import DashboardError
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import View

MOST_PICTURES = 16
"""Pictures of a list that are kept: some 60 kB each."""
AT_FIRST, REST = 6, 2.0
"""So many are drawn one after the other; after these one each so many seconds."""


class BusyError(DashboardError):
    """A picture that is not drawn now, since others were just drawn or are being drawn."""


class Pace:
    """Lets one in at a time, a few in a row, and after these one every few seconds."""

    def __init__(self, at_first: int = AT_FIRST, rest: float = REST, clock: Callable[[], float] = monotonic) -> None:
        self._most, self._rest, self._clock = at_first, rest, clock
        self._left, self._at = float(at_first), clock()
        self._lock = Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One turn.

        Raises:
            BusyError: if somebody else has one, or the next one is still to come.
        """
        if not self._lock.acquire(blocking=False):
            raise BusyError
        try:
            now = self._clock()
            self._left, self._at = min(self._most, self._left + (now - self._at) / self._rest), now
            if self._left < 1:
                raise BusyError
            self._left -= 1
            yield
        finally:
            self._lock.release()


PACE = Pace()


def view_picture(result: QueryResult) -> bytes:
    """The picture of a view as PNG; the last ones of a list are kept.

    Raises:
        BusyError: if it is not there, and not drawn now.
        NotDrawnError: if it cannot be drawn here.
    """
    return _picture(result.loaded, pictured(result), result.default_list, result.language)


@cached(MOST_PICTURES)
def _picture(loaded: LoadedList, view: View, default_list: str, language: Language) -> bytes:
    with PACE.turn():
        draw = film_image if view.film else preview
        return draw(run_query(loaded, replace(view, language=""), default_list, language))
