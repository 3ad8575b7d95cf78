"""The sheets of a workbook as the tables of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial

from dashboard.formats.find_table import HEADER_WITHIN, Line, fates_around, place_of, table_of
from dashboard.formats.format import Document, Table
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Fate, Limits, Rows

Sheet = Callable[[int | None], list[Line]]
"""Gives a sheet's rows, or so many of them."""


@contextmanager
def broken_as(kind: ProblemKind, file: str) -> Iterator[None]:
    """In the block every error of a library becomes a BadListError: broken bytes lead to a dozen kinds of them."""
    try:
        yield
    except (BadListError, MemoryError):
        raise
    except BaseException as error:
        if type(error).__name__ == "PasswordError" or "encrypted" in str(error):
            raise BadListError((Problem("protected workbook", file),)) from error
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":  # a panic in Rust is no Exception
            raise BadListError((Problem(kind, file, expected=str(error)[:200]),)) from error
        raise


def document_of_sheets(sheets: Mapping[str, Sheet], no_rows: Rows, limits: Limits) -> Document:
    """The sheets, of which the first whose header names titles is taken, else the first.

    Args:
        sheets: by name those that are not empty.
        no_rows: has the tables' file and form.
        limits: what is read of a table at most.

    Raises:
        BadListError: if there is no sheet.
    """
    if not sheets:
        raise BadListError((Problem("empty file", no_rows.file),))
    titled = (at for at, sheet in enumerate(sheets.values()) if place_of(sheet(HEADER_WITHIN)).titled)
    tables = (_table(name, sheets, no_rows, limits) for name in sheets)
    return Document(tuple(tables), next(titled, 0))


def _table(name: str, sheets: Mapping[str, Sheet], no_rows: Rows, limits: Limits) -> Table:
    lines = cache(partial(sheets[name], None))
    others = ", ".join(other for other in sheets if other != name)
    notes = (Problem("other tables", no_rows.file, value=name, expected=others),) if others else ()

    def read() -> Rows:
        rows = table_of(lines(), no_rows, limits)
        return replace(rows, problems=(*rows.problems, *notes))

    def beside() -> Mapping[int, Fate]:
        return fates_around(lines(), place_of(lines()))

    return Table(read, name if others else "", beside)
