"""The sheets of a workbook as the tables of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial

from dashboard.formats.find_table import (
    HEADER_WITHIN,
    Line,
    fates_around,
    known_names,
    place_of,
    table_of,
)
from dashboard.formats.format import Document, Table, table_within
from dashboard.formats.together import names_in_header, read_together
from dashboard.formats.whole_lines import document_of
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import WHICH_SHEET, Fate, Limits, Rows

Sheet = Callable[[int | None], list[Line]]
"""Gives a sheet's rows, or so many of them."""
Lines = Callable[[], list[Line]]
"""Gives a sheet's rows."""
Merged = tuple[tuple[int, int], tuple[int, int]]
"""The row and column of the first and of the last cell that are shown as one, counted from 0."""


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


def fill_down(rows: Sequence[list[str]], merged: Iterable[Merged]) -> None:
    """Write the text of each cell that spans several rows into those that say something; a column's name stays above.

    Args:
        rows: the cells, which are changed.
        merged: the places of those that span others.
    """
    ends: dict[int, int] = {}
    for (first, column), (last, _) in sorted(merged):
        is_free = ends.get(column, 0) <= first < len(rows) and 0 <= column < len(rows[first])
        text = rows[first][column] if is_free else ""
        if text and not known_names([text]):
            ends[column] = last + 1
            for row in rows[first + 1 : last + 1]:
                row[column] = row[column] or (text if any(row) else "")


def document_of_sheets(sheets: Mapping[str, Sheet], hidden: Set[str], no_rows: Rows, limits: Limits) -> Document:
    """The sheets, of which the first whose header names titles is taken, else the first.

    Sheets that have the header of that one are one table with it, in which a column says from which sheet a row is; its
    rows are numbered on from sheet to sheet.

    Args:
        sheets: by name those that are not empty.
        hidden: the names of those that a reader does not see; they are never read together with others.
        no_rows: has the tables' file and form.
        limits: what is read of a table at most.

    Raises:
        BadListError: if there is no sheet.
    """
    if not sheets:
        raise BadListError((Problem("empty file", no_rows.file),))
    headers = {name: names_in_header(sheet(HEADER_WITHIN)) for name, sheet in sheets.items()}
    taken = next((name for name, header in headers.items() if header), next(iter(sheets)))
    alike = [name for name, header in headers.items() if header and header == headers[taken] and name not in hidden]
    lines = {name: cache(partial(sheet, None)) for name, sheet in sheets.items()}
    tables = [table_within(name, partial(_document, lines[name], no_rows, limits)) for name in sheets]
    if len(alike) < 2:
        return Document(tuple(tables), list(sheets).index(taken))
    parts = [_whole(name, lines[name], no_rows, limits) for name in alike]
    return Document((read_together(parts, alike, WHICH_SHEET, limits, numbered_on=True), *tables))


def _whole(name: str, lines: Lines, no_rows: Rows, limits: Limits) -> Table:
    """A sheet as one table, whatever stands in it."""
    return Table(
        lambda: table_of(lines(), no_rows, limits),
        name,
        lambda: _fates(lines(), lambda: fates_around(lines(), place_of(lines()))),
        partial(_length, lines),
    )


def _document(lines: Lines, no_rows: Rows, limits: Limits) -> Document:
    """The tables below each other in one sheet."""
    document = document_of(lines(), no_rows, limits, partial(_length, lines))
    tables = (replace(table, beside=partial(_fates, lines(), table.beside)) for table in document.tables)
    return replace(document, tables=tuple(tables))


def _length(lines: Lines) -> int:
    """How many rows a sheet has."""
    return max((line for line, _ in lines()), default=0)


def _fates(lines: Sequence[Line], beside: Callable[[], Mapping[int, Fate]]) -> Mapping[int, Fate]:
    """What becomes of the rows of a sheet that are none of a table, those above the sheet's first cell too."""
    above: dict[int, Fate] = dict.fromkeys(range(1, lines[0][0]), "blank")
    return {**above, **beside()}
