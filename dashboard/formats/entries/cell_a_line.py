"""Tables copied with each cell on a line of its own: row by row, or a whole column below its name, as from a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from dashboard.formats.entries.document import ReadEntry, document_of_entries
from dashboard.formats.format import Document, GivenFile, TextFormat, split_lines
from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate, Limits, column_at
from dashboard.model.values import YEAR

SAMPLE = 200_000
"""Characters of a text that may be such a table; a longer one is none."""
LONGEST_NAME = 40
MOST_NAMES = 30
WIDEST = 8
"""Cells of a row where nothing names them."""
FEWEST = 2
"""Rows that make it no table yet, its header included."""
_YEAR = re.compile(rf"\(?{YEAR}\)?(?:\s?[–—/-]\s?(?:{YEAR}|\d\d))?")

_NUMBER = re.compile(r"[#№]?\d+(?:[.,]\d+)?[.)]?")

_Cells = list[list[int]]
"""For each row the positions of its cells."""


class _Table(NamedTuple):
    """The names of columns, the positions of their lines and of the cells of each row, and the column of titles."""

    names: list[str]
    header: list[int]
    rows: _Cells
    title: int


_NONE = _Table([], [], [], 0)


class CellALine(TextFormat):
    """A table of which each cell has a line."""

    name = "table, a cell a line"
    plural = "tables with each cell on a line"

    def recognises(self, given: GivenFile) -> bool:
        """Whether its lines are names of columns, a title and a year among them, and as many cells below each.

        Without names, each row must have its year at the same place.
        """
        return len(given.text) <= SAMPLE and bool(_cells(split_lines(given.text)).rows)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Each row as a film."""
        lines = split_lines(given.text)
        return document_of_entries(lines, _entries(lines), self.no_rows(given), limits)


CELL_A_LINE = CellALine()


def _entries(lines: Sequence[str]) -> Iterator[ReadEntry]:
    table = _cells(lines)
    title = table.title
    above: dict[int, Fate] = {at + 1: "heading" for at in table.header}
    for row in table.rows:
        fates: dict[int, Fate] = above | {at + 1: "film" if at == row[title] else "field" for at in row}
        cells = (lines[at].strip() for at in row)
        yield ReadEntry(row[title] + 1, fates, dict(zip(table.names, cells, strict=True)))


def _cells(lines: Sequence[str]) -> _Table:
    """The table that lines are, row by row or column by column; one without rows where they are none."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    first = len([*takewhile(lambda at: _name(lines[at]), filled[:MOST_NAMES])])
    if first == 0:
        return _nameless(filled, lines)
    if first > 1 and len(filled) % first == 0:
        return _named(_by_rows(filled, first), lines)
    half = filled[: len(filled) // 2 + 1]
    length = next((number for number, at in enumerate(half) if number > FEWEST and _name(lines[at])), 0)
    if first == 1 and length and len(filled) % length == 0:
        columns = _by_rows(filled, length)
        return _named([list(row) for row in zip(*columns, strict=True)], lines)
    return _NONE


def _name(line: str) -> str | None:
    """The column that a line names; None if it names none."""
    return column_of(line.strip()) if len(line) <= LONGEST_NAME else None


def _by_rows(filled: Sequence[int], width: int) -> _Cells:
    return [[*filled[at : at + width]] for at in range(0, len(filled), width)]


def _named(rows: _Cells, lines: Sequence[str]) -> _Table:
    """A table whose first row has different names, and all others years below that of the year; else none."""
    texts = [lines[at].strip() for at in rows[0]]
    names = [column_of(text) for text in texts]
    if len({*names, None}) <= len(names) or not {"title", "year"} <= {*names} or len(rows) <= FEWEST:
        return _NONE
    year = names.index("year")
    are_years = all(_is_year(lines[row[year]]) for row in rows[1:])
    return _Table(texts, rows[0], rows[1:], names.index("title")) if are_years else _NONE


def _nameless(filled: Sequence[int], lines: Sequence[str]) -> _Table:
    """A table without names: of each row one cell is a year, always at the same place, and another one is a text."""
    years = [at for at in filled if _is_year(lines[at])]
    width = len(filled) // len(years) if years else 0
    if len(years) <= FEWEST or not 1 < width <= WIDEST or len(filled) != width * len(years):
        return _NONE
    rows = _by_rows(filled, width)
    year = rows[0].index(years[0]) if years[0] in rows[0] else 0
    if [row[year] for row in rows] != years or (year == 0 and width == 2):
        return _NONE
    title = next((at for at in range(width) if not all(_NUMBER.fullmatch(lines[row[at]].strip()) for row in rows)), 0)
    return _Table([column_at(at) for at in range(width)], [], rows, title)


def _is_year(line: str) -> bool:
    return _YEAR.fullmatch(line.strip()) is not None
