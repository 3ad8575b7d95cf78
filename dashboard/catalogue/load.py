"""A film list from its file, and the last good state of anything read from files that change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Generic, Literal, TypeVar, get_args

from dashboard.catalogue.check import FilmList, check
from dashboard.catalogue.columns import named_by_hand, suggested, written
from dashboard.catalogue.delimited import read_csv
from dashboard.catalogue.offer import Content, Offer, Source
from dashboard.catalogue.read import read_rows
from dashboard.catalogue.rows import UNLIMITED, Rows
from dashboard.errors import BadListError, Problem

Read = TypeVar("Read")
Step = Literal["rows", "check", "evidence", "search"]
"""The steps of making a list ready, in their order: each takes about as long as another."""
STEPS: tuple[Step, ...] = get_args(Step)


def rows_of(source: Source) -> Rows:
    """The rows of a CSV file.

    Raises:
        BadListError: if it cannot be read or is no table.
    """
    return read_csv(bytes_of(source), source.name)


def _rows_of_list(offer: Offer) -> Rows:
    """The rows of an offer's films: of a visitor's own file in whatever form it has, else of CSV.

    Raises:
        BadListError: if they cannot be read.
    """
    if offer.ours or isinstance(offer.films, Content):
        return rows_of(offer.films)
    return read_rows(bytes_of(offer.films), offer.films.name, UNLIMITED)


def bytes_of(source: Source) -> bytes:
    """A file's bytes.

    Raises:
        BadListError: if it cannot be read.
    """
    if isinstance(source, Content):
        return source.data
    try:
        return source.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadListError((Problem("unreadable file", source.name, expected=reason),)) from error


def load(offer: Offer, say: Callable[[Step], None] = lambda step: None) -> FilmList:
    """The film list of an offer; `say` is told each step of the work as it begins.

    Raises:
        BadListError: with every problem, if no row can be used or, in the project's own data, if anything is wrong.
    """
    say("rows")
    rows = _rows_of_list(offer)
    say("check")
    mapping = (written(rows) if isinstance(offer.films, Content) else None) or suggested(rows)
    films = check(rows, named_by_hand(rows, mapping, offer.named))
    if offer.ours and films.problems:
        raise BadListError(films.problems)
    return films


class Watched(Generic[Read]):
    """What is read from some files: read once, and again when one of them changes.

    Raises:
        BadListError: from the constructor, if the files cannot be used to begin with.
    """

    def __init__(self, files: tuple[Path, ...], read: Callable[[], Read]) -> None:
        self._files = files
        self._read = read
        self._lock = Lock()
        self._seen = self._signatures()
        self._good = read()
        self._broken: BadListError | None = None

    def current(self) -> tuple[Read, BadListError | None]:
        """What was last read without error, and what is wrong with the files now, if anything."""
        seen = self._signatures()
        if seen != self._seen:
            with self._lock:
                if seen != self._seen:
                    self._read_again()
                    self._seen = seen
        return self._good, self._broken

    def _read_again(self) -> None:
        try:
            self._good, self._broken = self._read(), None
        except BadListError as error:
            self._broken = error

    def _signatures(self) -> list[tuple[int, int, int] | None]:
        return [_signature(path) for path in self._files]


def _signature(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
