"""A film list from its file."""

from __future__ import annotations

from dashboard.cleaning.mapping import named_by_hand, suggested, written
from dashboard.cleaning.validate import FilmList, check
from dashboard.formats.delimited import read_csv
from dashboard.formats.read import read_rows
from dashboard.lists.source import Content, Offer, Source
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import begin
from dashboard.model.rows import UNLIMITED, Rows


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


def load(offer: Offer) -> FilmList:
    """The film list of an offer.

    Raises:
        BadListError: with every problem, if no row can be used or, in the project's own data, if anything is wrong.
    """
    begin("rows")
    rows = _rows_of_list(offer)
    begin("check")
    mapping = (written(rows) if isinstance(offer.films, Content) else None) or suggested(rows)
    films = check(rows, named_by_hand(rows, mapping, offer.named))
    if offer.ours and films.problems:
        raise BadListError(tuple(films.problems))
    return films
