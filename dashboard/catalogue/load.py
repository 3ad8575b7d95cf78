"""A film list from its file, and the last good one when the file breaks while it is shown."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from dashboard.catalogue.check import FilmList, check
from dashboard.catalogue.offer import Offer
from dashboard.catalogue.read import read_rows
from dashboard.errors import BadListError, Problem


def load(offer: Offer) -> FilmList:
    """The film list of an offer.

    Raises:
        BadListError: with every problem, if no row can be used or, in the project's own data, if anything is wrong.
    """
    try:
        data = offer.path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadListError((Problem("unreadable file", offer.path.name, expected=reason),)) from error
    films = check(read_rows(data, offer.path.name))
    if offer.ours and films.problems:
        raise BadListError(films.problems)
    return films


class Watched:
    """A film list that follows its file: read once, and again when the file changes.

    Raises:
        BadListError: from the constructor, if the file cannot be used to begin with.
    """

    def __init__(self, offer: Offer) -> None:
        self.offer = offer
        self._lock = Lock()
        self._seen = _signature(offer.path)
        self._films = load(offer)
        self._broken: BadListError | None = None

    def current(self) -> tuple[FilmList, BadListError | None]:
        """The list as last read without error, and what is wrong with the file now, if anything."""
        seen = _signature(self.offer.path)
        if seen != self._seen:
            with self._lock:
                if seen != self._seen:
                    self._read_again()
                    self._seen = seen
        return self._films, self._broken

    def _read_again(self) -> None:
        try:
            self._films, self._broken = load(self.offer), None
        except BadListError as error:
            self._broken = error


def _signature(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
