"""The sheets of a workbook as the tables of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from itertools import accumulate

from dashboard.formats.find_table import (
    HEADER_WITHIN,
    Line,
    document_of,
    fates_around,
    place_of,
    refuse_too_many,
    table_of,
)
from dashboard.formats.format import Document, Table, some_of, table_within
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import WHICH_SHEET, Fate, Limits, Rows

Sheet = Callable[[int | None], list[Line]]
"""Gives a sheet's rows, or so many of them."""
Lines = Callable[[], list[Line]]
"""Gives a sheet's rows."""


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
    headers = {name: _header(sheet(HEADER_WITHIN)) for name, sheet in sheets.items()}
    taken = next((name for name, header in headers.items() if header), next(iter(sheets)))
    alike = [name for name, header in headers.items() if header and header == headers[taken] and name not in hidden]
    lines = {name: cache(partial(sheet, None)) for name, sheet in sheets.items()}
    tables = [table_within(name, partial(_document, lines[name], no_rows, limits)) for name in sheets]
    if len(alike) < 2:
        return Document(tuple(tables), list(sheets).index(taken))
    return Document((_together(alike, lines, no_rows, limits), *tables))


def _header(lines: list[Line]) -> frozenset[str]:
    """The names in the header of a sheet; none if it names no titles."""
    place = place_of(lines)
    cells = lines[place.header][1] if place.titled and place.header is not None else ()
    return frozenset(cell.strip().casefold() for cell in cells if cell.strip())


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


def _together(names: Sequence[str], lines: Mapping[str, Lines], no_rows: Rows, limits: Limits) -> Table:
    """Sheets of one header as one table."""

    @cache
    def above() -> dict[str, int]:
        """By each sheet's name, how many rows the sheets before it have."""
        lengths = (_length(lines[name]) for name in names)
        return dict(zip(names, accumulate(lengths, initial=0), strict=False))

    def read() -> Rows:
        parts = [_moved(table_of(lines[name](), no_rows, limits), name, above()[name]) for name in names]
        rows = _joined(parts)
        refuse_too_many(len(rows.cells), len(rows.header), no_rows.file, limits)
        begins = ", ".join(f"{part.cells[0][-1]} ({part.lines[0]}–{part.lines[-1]})" for part in parts)
        together = Problem("read together", no_rows.file, value=str(len(names)), expected=begins)
        return replace(rows, problems=(*rows.problems, together))

    def beside() -> Mapping[int, Fate]:
        around = ((above()[name], _fates(lines[name](), partial(_beside, lines[name]))) for name in names)
        return {line + offset: fate for offset, fates in around for line, fate in fates.items()}

    return Table(read, some_of(names), beside, parts=tuple(names))


def _beside(lines: Lines) -> Mapping[int, Fate]:
    return fates_around(lines(), place_of(lines()))


def _moved(rows: Rows, name: str, above: int) -> Rows:
    """The rows of a sheet with its name in a column behind the others, numbered from what stands above them."""
    which = WHICH_SHEET
    while which in rows.header:
        which += " (2)"
    return replace(
        rows,
        header=(*rows.header, which),
        cells=tuple((*cells, name) for cells in rows.cells),
        lines=tuple(line + above for line in rows.lines),
        header_line=rows.header_line and rows.header_line + above,
        unread=tuple((line + above, cells) for line, cells in rows.unread),
        problems=tuple(replace(each, line=each.line and each.line + above) for each in rows.problems),
    )


def _joined(parts: Sequence[Rows]) -> Rows:
    """Tables that have the same columns as one, with the columns in the order of the first."""
    first = parts[0]
    order = [_places(first.header, part.header) for part in parts]
    cells = (
        tuple(row[at] if at is not None else "" for at in places)
        for part, places in zip(parts, order, strict=True)
        for row in part.cells
    )
    return replace(
        first,
        cells=tuple(cells),
        lines=tuple(line for part in parts for line in part.lines),
        unread=tuple(row for part in parts for row in part.unread),
        problems=tuple(problem for part in parts for problem in part.problems),
    )


def _places(wanted: Sequence[str], header: Sequence[str]) -> list[int | None]:
    """Where in a header each wanted column stands; of several of one name each once."""
    left = [*enumerate(name.casefold() for name in header)]
    places: list[int | None] = []
    for name in wanted:
        found = next((each for each in left if each[1] == name.casefold()), None)
        places.append(found[0] if found else None)
        if found:
            left.remove(found)
    return places
