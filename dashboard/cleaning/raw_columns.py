"""The rows of a list that hold a film, column by column under the names that the list will have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Any

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.cleaning.mapping import BEHIND_THE_YEAR, Mapped, is_own_form, names_of
from dashboard.formats.plain_text.titles import LOOKED_AT, MOST, TITLE_AND_YEAR, share
from dashboard.i18n.texts import shortened
from dashboard.model.column_names import column_of as meaning_of
from dashboard.model.column_names import is_of_something_else
from dashboard.model.kinds import Column, Kind, Wrong, texts
from dashboard.model.problem_list import Problems
from dashboard.model.problems import Problem, ProblemKind
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME
from dashboard.model.text_column import TYPE, Places, TextColumn, column_at, column_of, one_of
from dashboard.model.values import YEAR, cleaned, says_nothing, without_footnotes

NO_KINDS: Mapping[str, Kind] = {}
NO_PROBLEMS = Problems()
_DETAILS = re.compile(rf"({YEAR})(?:[-.]\d\d?[-.]\d\d?)?(?:\([^()]*\))?\s+/\s+\S")
_BESIDE_THE_YEAR = re.compile(rf"[^\d()]{{1,60}}?[\s,/(]+({YEAR})\)?")
"""A country, or who made a film, and its year: "Norway 1957"."""
SHORT = 8
"""A cell that says nothing in words has fewer characters."""
_UNKNOWN_VALUE = b"t_h:"
"""How a value begins that is written to say that it is not known."""
EDITION = "Edition"
"""The column for what titles say behind their years."""
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
        in_title: the years that titles end with in brackets, by the positions of those that do.
        own_form: whether the table is in the form that the dashboard writes.
        notes: what was noticed on the way.
        kinds: by name, the kinds of columns of the list's own for which that has been decided.
    """

    file: str
    names: tuple[str, ...]
    cells: Mapping[str, TextColumn]
    headers: Mapping[str, str]
    own_columns: frozenset[str]
    lines: Sequence[int]
    in_title: Mapping[int, int]
    own_form: bool
    notes: tuple[Problem, ...]
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def problems_of(self, name: str, wrong: Iterable[Wrong]) -> Problems:
        """Problems of a column's cells, with their places in the file."""
        if not (given := list(wrong)):
            return NO_PROBLEMS
        header, values = self.headers[name], self.cells[name].take(np.array([at for at, _, _ in given])).to_pylist()
        return Problems(
            Problem(kind, self.file, int(self.lines[at]), header, value, expected)
            for (at, kind, expected), value in zip(given, values, strict=True)
        )

    def alike(self, name: str, kind: ProblemKind, places: Places, expected: Iterable[str]) -> Problems:
        """Problems of one kind of a column's cells."""
        lines = np.asarray(self.lines, dtype=np.int64)[places]
        common = (kind, self.file, self.headers[name])
        return Problems.alike(common, lines, self.cells[name].take(places), pa.array(expected, pa.string()).cast(TYPE))


@dataclass(frozen=True)
class ConvertedColumn:
    """What a column of a file becomes in the list: one or more columns with their values, and what was noticed."""

    columns: tuple[tuple[Column, Any], ...] = ()
    problems: Sequence[Problem] = ()


def raw_columns_of(
    rows: Rows, mapping: Mapped, usable: Sequence[int], kinds: Mapping[str, Kind] = NO_KINDS
) -> RawColumns:
    """The cells of the rows at `usable`. A column without a header and without a cell is left out.

    Where the list has no other place for years and most titles are like "Solaris (1972)", the years are taken
    out of them; also where most say again what the column of years says. Else they may come from a column of details.
    """
    names, notes = names_of(rows, mapping)
    all_rows = len(usable) == len(rows.cells)
    places = np.asarray(usable, dtype=np.int64)
    given = (column_at(rows.cells, at) for at in range(len(mapping)))
    used = (column if all_rows else column.of_rows(places) for column in given)
    own_form = is_own_form(rows, mapping)
    plain = [_plain(cells, column, own_form) for cells, column in zip(used, mapping, strict=True)]
    cells = {name: column for name, (column, _) in zip(names, plain, strict=True)}
    headers = dict(zip(names, rows.header, strict=True))
    cells = {name: column for name, column in cells.items() if headers[name] or column.sizes.any()}
    own = frozenset(name for name, known in zip(names, mapping, strict=True) if not known)
    matches = _years_in(cells["title"])
    if "year" not in cells and "release_date" not in cells:
        more = {at: match for at, match in _years_before_more(cells["title"]).items() if at not in matches}
        if 2 * (len(matches) + len(more)) >= len(places):
            cells = _with_years(cells, matches, more)
            headers |= {"year": headers["title"]} | ({EDITION: headers["title"]} if EDITION in cells else {})
            own = own | ({EDITION} & cells.keys())
    elif "year" in cells and not own_form:
        cells, matches = _without_years(cells, matches)
    if not own_form and not {"year", "release_date"} & cells.keys() and (detailed := _detailed(cells, headers)):
        cells = {**cells, "year": column_of(map(_first_year, cells[detailed]))}
        headers |= {"year": headers[detailed]}
        example = shortened(next(filter(None, cells[detailed])))
        notes += (Problem("column guessed", rows.file, rows.header_line, headers[detailed], example, "Year"),)
    lines = rows.lines if all_rows else [rows.lines[row] for row in usable]
    in_title = {at: int(match[2]) for at, match in matches.items()}
    footnotes = (
        Problem("footnote left out", rows.file, lines[at], header, cell)
        for header, (_, footnoted) in zip(rows.header, plain, strict=True)
        for at, cell in footnoted.items()
    )
    notes = (*(note for note in notes if note.column or note.expected in cells), *footnotes)
    return RawColumns(rows.file, names, cells, headers, own, lines, in_title, own_form, notes, kinds)


def _years_in(titles: TextColumn) -> dict[int, re.Match[str]]:
    """The titles that end with a year in brackets, by their positions."""
    places = titles.rows(titles.last == ord(")"))
    found = zip(places.tolist(), titles.take(places).to_pylist(), strict=True)
    return {at: match for at, title in found if (match := TITLE_AND_YEAR.fullmatch(title))}


def _without_years(
    cells: dict[str, TextColumn], matches: dict[int, re.Match[str]]
) -> tuple[dict[str, TextColumn], dict[int, re.Match[str]]]:
    """Cells with titles that do not say their year again, and the other years of titles; unless few say it again."""
    years = cells["year"].take(np.asarray([*matches], dtype=np.int64)).to_pylist()
    again = {at for (at, match), year in zip(matches.items(), years, strict=True) if match[2] == year}
    if len(again) < max(2, MOST * len(cells["title"])):
        return cells, matches
    titles = column_of(matches[at][1] if at in again else title for at, title in enumerate(cells["title"]))
    return {**cells, "title": titles}, {at: match for at, match in matches.items() if at not in again}


def _detailed(cells: Mapping[str, TextColumn], headers: Mapping[str, str]) -> str | None:
    """The column whose cells say of a film its year and more: "1972 / USSR / Andrei Tarkovsky".

    The year stands first there; or last, below a header that names it, as "Country/year" does.
    """
    others = [name for name in cells if name != "title" and not is_of_something_else(name)]
    begin = (name for name in others if share(cells[name][:LOOKED_AT], _DETAILS.match) >= MOST)
    named = (name for name in others if "year" in map(meaning_of, re.split(r"[\W_]+", headers[name])))
    end = (name for name in named if share(cells[name][:LOOKED_AT], _BESIDE_THE_YEAR.fullmatch) >= MOST)
    return next(chain(begin, end), None)


def _first_year(cell: str) -> str:
    found = _DETAILS.match(cell) or _BESIDE_THE_YEAR.fullmatch(cell)
    return found[1] if found else ""


def _years_before_more(titles: TextColumn) -> dict[int, re.Match[str]]:
    """The titles in which something of the edition stands behind the year, by their positions."""
    places = titles.rows(titles.holds("("))
    found = zip(places.tolist(), titles.take(places).to_pylist(), strict=True)
    return {at: match for at, title in found if (match := BEHIND_THE_YEAR.fullmatch(title))}


def _with_years(
    cells: Mapping[str, TextColumn], matches: Mapping[int, re.Match[str]], more: Mapping[int, re.Match[str]]
) -> dict[str, TextColumn]:
    """Cells with the years of titles taken out of them, into a column behind them, and what follows into another."""
    matches = {**matches, **more}
    divided: dict[str, TextColumn] = {}
    for name, column in cells.items():
        divided[name] = column
        if name == "title":
            titles = enumerate(column)
            divided["title"] = column_of(matches[at][1] if at in matches else title for at, title in titles)
            divided["year"] = column_of(matches[at][2] if at in matches else "" for at in range(len(column)))
            if more and EDITION not in cells:
                divided[EDITION] = column_of(more[at][3] if at in more else "" for at in range(len(column)))
    return divided


def _plain(cells: TextColumn, column: str, own_form: bool) -> tuple[TextColumn, dict[int, str]]:
    """Cells of a column as text, empty where they say that nothing is known; and those that lost a footnote's mark.

    Args:
        cells: those of the file.
        column: the schema's column that they are; empty for one of the list's own.
        own_form: whether the dashboard wrote them, so that they are what they look like.
    """
    found = cells.each(_bare, cells.may_have_blanks | (cells.first == ord("\\")))
    if own_form:
        return found, {}
    line_break = " / " if column in ("title", "original_title") else "\n"
    found = found.each(partial(cleaned, line_break=line_break), found.holds("&") | found.holds("<"))
    if not column:
        return found, {}
    may_be_marked = np.isin(found.last, (ord("]"), "†".encode()[-1], "‡".encode()[-1]))
    places = found.rows(may_be_marked)
    marked = zip(places.tolist(), found.take(places).to_pylist(), strict=True)
    footnoted = {at: cell for at, cell in marked if without_footnotes(cell) != cell}
    found = found.each(without_footnotes, may_be_marked) if footnoted else found
    if column not in ("title", "id", "year") and BY_NAME[column].kind.look != "number":
        may_say_nothing = (found.sizes < 4 * SHORT) | one_of(found.first, _UNKNOWN_VALUE)
        found = found.each(_said, may_say_nothing & (found.sizes > 0))
    return found, footnoted


def _bare(cell: str) -> str:
    bare = cell.strip()
    return "" if bare == "\\N" else bare


def _said(cell: str) -> str:
    return "" if (len(cell) < SHORT or cell[0] in "t_h:") and says_nothing(cell) else cell


def as_given(raw: RawColumns, column: Column, lossy: Sequence[int]) -> tuple[tuple[Column, Any], ...]:
    """A column that keeps the cells at `lossy` as they were; nothing if there are none."""
    if not lossy:
        return ()
    kept = np.zeros(len(raw.lines), dtype=np.bool_)
    kept[[*lossy]] = True
    name = AS_GIVEN.format(column.label)
    while name in raw.cells:
        name = AS_GIVEN.format(name)
    cells = pc.if_else(pa.array(kept), raw.cells[column.name].array, pa.scalar("", TYPE))
    return ((Column(name, name), texts(TextColumn(cells))),)
