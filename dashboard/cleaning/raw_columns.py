"""The rows of a list that hold a film, column by column under the names that the list will have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from dashboard.cleaning.mapping import TITLE_AND_YEAR, Mapped, is_own_form, names_of
from dashboard.model.kinds import Column, Kind, Wrong, texts
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME
from dashboard.model.values import cleaned, says_nothing, without_footnotes

NO_KINDS: Mapping[str, Kind] = {}
SHORT = 8
"""A cell that says nothing in words has fewer characters."""
AS_GIVEN = "{} (as given)"
"""The column for cells of another column that could not be read whole."""


@dataclass(frozen=True)
class RawColumns:
    """Cells as given.

    Attributes:
        file: the file's name.
        names: the name of each column of the file, in its order.
        cells: under each column's name its cells, one a film, stripped; empty where nothing is given.
        headers: under each name the header in the file.
        own_columns: the names of columns that the schema does not know.
        lines: for each film the line it begins on.
        in_title: the year that each title ends with in brackets; None without one.
        own_form: whether the table is in the form that the dashboard writes.
        notes: what was noticed on the way.
        kinds: by name, the kinds of columns of the list's own for which that has been decided.
    """

    file: str
    names: tuple[str, ...]
    cells: Mapping[str, Sequence[str]]
    headers: Mapping[str, str]
    own_columns: frozenset[str]
    lines: Sequence[int]
    in_title: Sequence[int | None]
    own_form: bool
    notes: tuple[Problem, ...]
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def problems_of(self, name: str, wrong: Iterable[Wrong]) -> tuple[Problem, ...]:
        """Problems of a column's cells, with their places in the file."""
        header, cells = self.headers[name], self.cells[name]
        return tuple(
            Problem(kind, self.file, self.lines[at], header, cells[at], expected) for at, kind, expected in wrong
        )


@dataclass(frozen=True)
class ConvertedColumn:
    """What a column of a file becomes in the list: one or more columns with their values, and what was noticed."""

    columns: tuple[tuple[Column, Any], ...] = ()
    problems: tuple[Problem, ...] = ()


def raw_columns_of(
    rows: Rows, mapping: Mapped, usable: Sequence[int], kinds: Mapping[str, Kind] = NO_KINDS
) -> RawColumns:
    """The cells of the rows at `usable`. A column without a header and without a cell is left out.

    Where the list has no other place for years and most titles are like "Solaris (1972)", the years are taken
    out of them.
    """
    names, notes = names_of(rows, mapping)
    used = [rows.cells[row] for row in usable]
    own_form = is_own_form(rows, mapping)
    plain = [_plain(map(itemgetter(at), used), column, own_form) for at, column in enumerate(mapping)]
    cells = {name: column for name, (column, _) in zip(names, plain, strict=True)}
    headers = dict(zip(names, rows.header, strict=True))
    cells = {name: column for name, column in cells.items() if headers[name] or any(column)}
    own = frozenset(name for name, known in zip(names, mapping, strict=True) if not known)
    matches = [TITLE_AND_YEAR.fullmatch(title) for title in cells["title"]]
    in_title = [int(match[2]) if match else None for match in matches]
    if "year" not in cells and "release_date" not in cells and 2 * sum(map(bool, matches)) >= len(matches):
        cells = _with_years(cells, matches)
        headers["year"] = headers["title"]
    lines = [rows.lines[row] for row in usable]
    footnotes = (
        Problem("footnote left out", rows.file, lines[at], header, cell)
        for header, (_, footnoted) in zip(rows.header, plain, strict=True)
        for at, cell in footnoted.items()
    )
    notes = (*(note for note in notes if note.column or note.expected in cells), *footnotes)
    return RawColumns(rows.file, names, cells, headers, own, lines, in_title, own_form, notes, kinds)


def _with_years(cells: Mapping[str, list[str]], matches: Sequence[re.Match[str] | None]) -> dict[str, list[str]]:
    """Cells with the years that titles end with taken out of them, into a column behind them."""
    divided: dict[str, list[str]] = {}
    for name, column in cells.items():
        divided[name] = column
        if name == "title":
            divided["title"] = [match[1] if match else title for match, title in zip(matches, column, strict=True)]
            divided["year"] = [match[2] if match else "" for match in matches]
    return divided


def _plain(cells: Iterable[str], column: str, own_form: bool) -> tuple[list[str], dict[int, str]]:
    """Cells of a column as text, empty where they say that nothing is known; and those that lost a footnote's mark.

    Args:
        cells: those of the file.
        column: the schema's column that they are; empty for one of the list's own.
        own_form: whether the dashboard wrote them, so that they are what they look like.
    """
    found = ["" if cell == "\\N" else cell for cell in map(str.strip, cells)]
    if own_form:
        return found, {}
    line_break = " / " if column in ("title", "original_title") else "\n"
    found = [cleaned(cell, line_break) if "&" in cell or "<" in cell else cell for cell in found]
    if not column:
        return found, {}
    footnoted = {at: cell for at, cell in enumerate(found) if cell[-1:] == "]" and without_footnotes(cell) != cell}
    for at, cell in footnoted.items():
        found[at] = without_footnotes(cell)
    if column not in ("title", "id", "year") and BY_NAME[column].kind.look != "number":
        found = ["" if (len(cell) < SHORT or cell[0] in "t_h:") and says_nothing(cell) else cell for cell in found]
    return found, footnoted


def as_given(raw: RawColumns, column: Column, lossy: Sequence[int]) -> tuple[tuple[Column, Any], ...]:
    """A column that keeps the cells at `lossy` as they were; nothing if there are none."""
    if not lossy:
        return ()
    kept = set(lossy)
    name = AS_GIVEN.format(column.label)
    while name in raw.cells:
        name = AS_GIVEN.format(name)
    cells = (cell if at in kept else "" for at, cell in enumerate(raw.cells[column.name]))
    return ((Column(name, name), texts(cells)),)
