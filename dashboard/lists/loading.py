"""A film list from its file."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from hashlib import blake2b

from dashboard.cleaning.mapping import named_by_hand, suggested, written
from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.delimited import read_csv
from dashboard.formats.read import read_rows
from dashboard.lists.source import Content, DataFile, ListSource
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import begin
from dashboard.model.rows import UNLIMITED, Rows


def rows_of(data_file: DataFile) -> Rows:
    """The rows of a CSV file.

    Raises:
        BadListError: if it cannot be read or is no table.
    """
    return read_csv(bytes_of(data_file), data_file.name)


def _rows_of_list(source: ListSource) -> Rows:
    """The rows of an offer's films: of a visitor's own file in whatever form it has, else of CSV.

    Raises:
        BadListError: if they cannot be read.
    """
    if source.ours or isinstance(source.films, Content):
        return rows_of(source.films)
    return read_rows(bytes_of(source.films), source.films.name, UNLIMITED)


def bytes_of(data_file: DataFile) -> bytes:
    """A file's bytes.

    Raises:
        BadListError: if it cannot be read.
    """
    if isinstance(data_file, Content):
        return data_file.data
    try:
        return data_file.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BadListError((Problem("unreadable file", data_file.name, expected=reason),)) from error


def digest(source: ListSource) -> str:
    """Names what a list's files hold now, as far as they can be read, and what else reading them depends on."""
    key = blake2b(f"{date.today().year} {source!r}".encode(), digest_size=24)
    for data_file in source.data_files:
        with suppress(BadListError):
            key.update(blake2b(bytes_of(data_file)).digest())
    return key.hexdigest()


def load(source: ListSource) -> FilmList:
    """The film list of an offer.

    Raises:
        BadListError: with every problem, if no row can be used or, in the project's own data, if anything is wrong.
    """
    begin("rows")
    rows = _rows_of_list(source)
    begin("check")
    mapping = (written(rows) if isinstance(source.films, Content) else None) or suggested(rows)
    films = validate(rows, named_by_hand(rows, mapping, source.named))
    if source.ours and films.problems:
        raise BadListError(tuple(films.problems))
    return films
