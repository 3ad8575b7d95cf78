"""Tables in which several columns hold films, a film a cell: one a decade, a genre, a person, a day or a week."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice, pairwise

from dashboard.formats.find_table import beside_it, refuse_too_many
from dashboard.formats.format import Document, Table, some_of
from dashboard.formats.plain_text.days import day_of, is_calendar_name
from dashboard.formats.plain_text.titles import LOOKED_AT, MOST, OF_A_FILM, TITLE_AND_YEAR, are_titles, share
from dashboard.formats.side_by_side.repeated import without_number
from dashboard.model.column_names import column_of
from dashboard.model.problems import Problem
from dashboard.model.rows import BY_CELL, BY_ROW, WHICH, Fate, Limits, Rows, column_at
from dashboard.model.values import YEAR, is_missing

SAMPLE = 200
"""Rows that are enough to tell whether a column may hold films."""
LONGEST_TITLE = 100
TITLE, TIME = "Film", "Time"
"""The columns for the films, and for the times that stand before them."""
SHOWN = 3

_YEARS = re.compile(rf"{YEAR}\W{{0,2}}(?:s|er|e|х|-х|年代|-е)?(?:\s*(?:гг?\.?|годы))?(?:\s*[-–—]\s*(?:\d\d|\d{{4}}))?")
_DECADE = re.compile(r"['’]?\d0(?:['’]?s|er|-е)(?:\s*(?:гг?\.?|годы))?")
_TIMED = re.compile(r"(?:[^\n]*\d{1,2}(?:[:.h]\d\d|\s?[ap]m)[^\n]*(?:\n|$))+")

Cells = Sequence[Sequence[str]]


@dataclass(frozen=True)
class FilmColumns:
    """The columns of a table that may hold films.

    Attributes:
        places: where they stand; at least two.
        is_clear: whether they can hardly be anything else, so that each cell is read as a film.
        have_times: whether a time stands before the films.
        width: how many columns belong to each, itself and those behind it that say something of its films.
    """

    places: tuple[int, ...]
    is_clear: bool
    have_times: bool = False
    width: int = 1

    def parts(self, cells: Sequence[str]) -> list[tuple[str, ...]]:
        """The cells of each of the columns, with those that belong to it."""
        padded = (*cells, *[""] * self.width)
        return [padded[at : at + self.width] for at in self.places]

    def others(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells that belong to none of them, but to the whole row."""
        taken = {at + further for at in self.places for further in range(self.width)}
        return tuple(cell for at, cell in enumerate(cells) if at not in taken)


def film_columns(header: Sequence[str], rows: Cells) -> FilmColumns | None:
    """The columns of a table that may hold films; None if fewer than two do, or a header says where the titles are.

    It is clear that they do in one of four cases: most cells of each name a film with its year, another one in each
    column; behind each stand columns of the same names; their names are a series of years, of days or of numbers; or
    nothing else is in the table, and the columns end at different rows as lists side by side do, with no gap above.
    """
    if len(header) < 2 or any(column_of(name) in ("title", "original_title") for name in header):
        return None
    columns = [[row[at].strip() for row in rows[:SAMPLE]] for at in range(len(header))]
    free = [at for at, name in enumerate(header) if _is_free(name) and _hold_titles(columns[at])]
    if sum(1 for at in free if OF_A_FILM.search(header[at])) == 1:
        return None
    dated = [at for at in free if share(columns[at], TITLE_AND_YEAR.fullmatch) >= MOST]
    series = _in_series(header, free)
    are_dated = len(dated) > 1 and not _are_same_years([columns[at] for at in dated])
    if are_dated and not {*dated} <= {*series}:
        return FilmColumns(tuple(dated), is_clear=True, width=_width(header, dated))
    if (width := _width(header, free)) > 1:
        return FilmColumns(tuple(free), is_clear=True, width=width)
    if len(series) > 1:
        timed = all(is_calendar_name(header[at]) and share(columns[at], _has_time) >= MOST for at in series)
        return FilmColumns(tuple(series), is_clear=True, have_times=timed)
    said = [at for at, cells in enumerate(columns) if any(cells) and not _are_counted(cells)]
    is_clear = said == free and _end_apart([[row[at].strip() for row in rows[:LOOKED_AT]] for at in free])
    return FilmColumns(tuple(free), is_clear) if len(free) > 1 else None


def _is_free(name: str) -> bool:
    """Whether the schema knows no column of a name, nor of one with a number: "Director 2"."""
    return column_of(name) is None and column_of(without_number(name)) in (None, "title", "year")


def _hold_titles(cells: Sequence[str]) -> bool:
    """Whether cells may be titles: texts, mostly different, none long or with bars between several values."""
    filled = [cell for cell in cells if not is_missing(cell)]
    longest = max((len(line) for cell in filled for line in cell.splitlines()), default=0)
    return are_titles(filled) and longest <= LONGEST_TITLE and not any("|" in cell for cell in filled)


def _are_same_years(columns: Cells) -> bool:
    """Whether the films of a row are mostly of one year, so that they are one film under several titles."""
    years = [
        [found[2] for cell in row if (found := TITLE_AND_YEAR.fullmatch(cell))] for row in zip(*columns, strict=True)
    ]
    several = [each for each in years if len(each) > 1]
    return sum(1 for each in several if len({*each}) == 1) * 2 > len(several)


def _width(header: Sequence[str], places: Sequence[int]) -> int:
    """How many columns belong to each of several: those between two of them, if the same names stand behind each."""
    steps = {after - before for before, after in pairwise(places)}
    width = steps.pop() if len(steps) == 1 else 1
    behind = {tuple(map(without_number, header[at + 1 : at + width])) for at in places}
    is_named = len(behind) == 1 and all(map(str.strip, behind.pop()))
    return width if is_named and places[-1] + width <= len(header) else 1


def _in_series(header: Sequence[str], places: Sequence[int]) -> list[int]:
    """The columns whose names are years, days, or one word with different numbers; none unless they are most."""
    bases = {without_number(header[at]).casefold() for at in places if header[at] != column_at(at)}
    if len(bases) == 1 and bases != {""} and len({header[at] for at in places}) == len(places):
        return [*places]
    forms: tuple[Callable[[str], object], ...] = (_YEARS.fullmatch, _DECADE.fullmatch, is_calendar_name)
    found = [[at for at in places if form(header[at].strip())] for form in forms]
    best = max(found, key=len)
    return best if len(best) * 2 > len(places) else []


def _are_counted(cells: Sequence[str]) -> bool:
    """Whether cells only count the rows."""
    return [cell.rstrip(".") for cell in cells] == [str(number) for number in range(1, len(cells) + 1)]


def _has_time(cell: str) -> bool:
    return _TIMED.fullmatch(cell) is not None


def _end_apart(columns: Cells) -> bool:
    """Whether columns have blank cells at their ends only, and end at different rows.

    In a table of a film a row any cell may be blank; that only the last of a single column is, may be chance.
    """
    ends = [max((at for at, cell in enumerate(cells, 1) if cell), default=0) for cells in columns]
    are_whole = all(all(cells[:end]) for cells, end in zip(columns, ends, strict=True))
    blank = sum(max(ends, default=0) - end for end in ends)
    return are_whole and (blank > 1 or (blank == 1 and ends[0] < max(ends)))


def by_cell(rows: Rows, found: FilmColumns, limits: Limits) -> Rows:
    """A table as a row for each film of its columns, with a last column for the name of the one it stood in.

    The other columns say the same of all films of a row. A row without a film is left out and named.

    Raises:
        BadListError: if there are more films than the limits allow.
    """
    names = [rows.header[at] or column_at(at) for at in found.places]
    all_films = (
        (line, (*found.others(row), *film, name))
        for line, row in zip(rows.lines, rows.cells, strict=True)
        for name, part in zip(names, found.parts(row), strict=True)
        for film in _films_in(part, found)
    )
    films = [*islice(all_films, limits.rows + 1)]
    behind = map(without_number, found.parts(rows.header)[0][1:])
    header = (*found.others(rows.header), *((TIME,) if found.have_times else ()), TITLE, *behind, WHICH)
    refuse_too_many(len(films), len(header), rows.file, limits)
    told = Problem("films in columns", rows.file, rows.header_line, value=str(len(films)), expected=some_of(names))
    left = [" · ".join(filter(None, cells)) for _, cells in without_films(rows, found)]
    return replace(
        rows,
        header=header,
        cells=tuple(cells for _, cells in films),
        lines=tuple(line for line, _ in films),
        problems=(*rows.problems, *beside_it(left[:SHOWN], len(left), rows.file), told),
    )


def without_films(rows: Rows, found: FilmColumns) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a table in which no column has a film, with their lines."""
    pairs = zip(rows.lines, rows.cells, strict=True)
    return ((line, row) for line, row in pairs if all(_says_nothing(part) for part in found.parts(row)))


def _says_nothing(cells: Sequence[str]) -> bool:
    return all(is_missing(cell.strip()) for cell in cells)


def _films_in(cells: tuple[str, ...], found: FilmColumns) -> Iterator[tuple[str, ...]]:
    """The films of a cell, each with the time before it if the table has them, and with the cells that belong to it."""
    if _says_nothing(cells):
        return
    film, *behind = cells if not is_missing(cells[0].strip()) else ("", *cells[1:])
    for part in film.splitlines() if found.have_times else [film]:
        day = day_of(part.strip()) if found.have_times else None
        timed = (day.text, day.rest) if day and day.rest else ("", part.strip())
        yield (*(timed if found.have_times else (part,)), *behind)


def in_columns(document: Document, limits: Limits) -> Document:
    """A document that offers the table that is taken in two readings, if several of its columns may hold films.

    Where that is clear, the film a cell is taken, in the place and under the name of the table.

    Raises:
        BadListError: if the table cannot be read.
    """
    table = document.table
    found = film_columns(table.rows.header, table.rows.cells)
    if found is None:
        return document
    is_clear, name = found.is_clear, table.name
    row_name, cell_name = (": ".join(filter(None, (name, reading))) for reading in (BY_ROW, BY_CELL))
    names = (name or cell_name, row_name) if is_clear else (name or row_name, cell_name)
    cells = Table(
        lambda: by_cell(table.rows, found, limits), beside=partial(_beside, table, found), length=table.length
    )
    first, second = (cells, table) if is_clear else (table, cells)
    first = replace(first.renamed(names[0]), parts=(names[1],))
    tables = [*document.tables, second.renamed(names[1])]
    tables[document.taken] = first
    return replace(document, tables=tuple(tables))


def _beside(table: Table, found: FilmColumns) -> Mapping[int, Fate]:
    left: dict[int, Fate] = {line: "comment" for line, _ in without_films(table.rows, found)}
    return {**table.beside(), **left}
