"""Tables whose cells have links, and the one of them that is the list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

from dashboard.formats.find_table import (
    Line,
    Place,
    fates_around,
    largest,
    names_of,
    place_of,
    places_of,
    table_of,
    tables_among,
)
from dashboard.formats.format import Document, Table, table_within
from dashboard.formats.together import names_in_header, read_together
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import WHICH, Fate, Limits, Rows

Cell = tuple[str, tuple[str, ...]]
"""A cell's text, in which a line end is a break, and the addresses on the web that it links to."""

Grid = list[tuple[int, list[Cell]]]
"""Rows of such cells, each with its line, without the empty ones."""

SEVERAL = frozenset({"other_titles", "director", "cast", "country", "language", "studio", "genres", "themes"})
"""The schema's columns whose cells have several values, beside those of a list's own."""
PEOPLE = frozenset({"director", "cast"})
"""Those in which single words between breaks are one name, broken for its length."""
LONGEST_VALUE = 60
"""Characters; what is longer between two breaks is no value but a sentence."""

WEB = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True)
class Around:
    """What stands around a table.

    Attributes:
        beside: gives what becomes of the lines that hold no row of any table.
        length: how many lines or rows there are in all.
        above: the heading that stands above the table; empty where there is none.
    """

    beside: Callable[[], Mapping[int, Fate]]
    length: int
    above: str = ""


def document_of_grids(grids: Sequence[Grid], around: Sequence[Around], no_rows: Rows, limits: Limits) -> Document:
    """The tables of a text. The one with most rows is taken, of those whose header names titles if there are any.

    Addresses that the cells of a column link to are in a column behind it, named after it with " link" added. A break
    in a cell separates values where its column has several. A single cell in a row of its own is a heading: the rows
    below it have it in a column "Section". Tables that have the header of the one taken are read together with it; a
    column says what stands above each.

    Args:
        grids: the tables, in their order.
        around: what stands around each.
        no_rows: has their file and form.
        limits: what is read of a table at most.

    Raises:
        BadListError: if there is no table, or none has a row.
    """
    taken = _taken(grids)
    if taken is None or not grids[taken]:
        raise BadListError((Problem("empty file" if grids else "no films found", no_rows.file),))
    filled = [at for at, grid in enumerate(grids) if grid]
    tables = [table_within(_name(at), partial(_document, grids[at], no_rows, limits, around[at])) for at in filled]
    alike = read_as_one(grids)
    if not alike:
        return Document(tuple(tables), filled.index(taken))
    parts = [_whole(_name(at), grids[at], no_rows, limits, around[at]) for at in alike]
    names = [around[at].above or _name(at) for at in alike]
    together = read_together(parts, names, WHICH, limits, numbered_on=no_rows.unit != "line")
    return Document((together, *tables))


def read_as_one(grids: Sequence[Grid]) -> list[int]:
    """The positions of the tables that are read as one: those with the header of the one taken; none if it is alone."""
    taken = _taken(grids)
    header = names_in_header(_texts(grids[taken])) if taken is not None and grids[taken] else None
    alike = [at for at, grid in enumerate(grids) if header and grid and names_in_header(_texts(grid)) == header]
    return alike if len(alike) > 1 else []


def _taken(grids: Sequence[Grid]) -> int | None:
    worth = [_worth(grid) for grid in grids]
    return max(range(len(grids)), key=lambda at: worth[at], default=None)


def _name(at: int) -> str:
    return f"table {at + 1}"


def _whole(name: str, grid: Grid, no_rows: Rows, limits: Limits, around: Around) -> Table:
    """A grid as one table, whatever stands in it."""
    place = replace(place_of(_texts(grid)), sections="every")
    return _table(grid, place, no_rows, limits, around).renamed(name)


def _worth(grid: Grid) -> tuple[bool, int]:
    return place_of(_texts(grid)).titled and len(grid) > 1, len(grid)


def _document(grid: Grid, no_rows: Rows, limits: Limits, around: Around) -> Document:
    """The tables below each other in one grid."""
    lines = _texts(grid)
    places = [replace(place, sections="every") for place in tables_among(lines, places_of(lines))]
    names = names_of(lines, places, no_rows.unit)
    tables = (_table(grid, place, no_rows, limits, around) for place in places)
    named = (table.renamed(name) for table, name in zip(tables, names, strict=True))
    return Document(tuple(named), largest(lines, places))


def _table(grid: Grid, place: Place, no_rows: Rows, limits: Limits, around: Around) -> Table:
    lines = cache(partial(_with_links, grid, place))
    return Table(
        lambda: table_of(lines(), no_rows, limits, place, at_least=2),
        beside=lambda: {**around.beside(), **fates_around(lines(), place)},
        length=lambda: around.length,
    )


def _texts(grid: Grid) -> list[Line]:
    return [(line, [_in_one_line(text) for text, _ in row]) for line, row in grid]


def _in_one_line(text: str) -> str:
    return text.replace("\n", " ")


def _as_values(text: str, header: str) -> str:
    """A cell whose breaks separate values, if its column can have several."""
    lines = [line for each in text.split("\n") if (line := each.strip(" ,;"))]
    column = column_of(header)
    several = column in SEVERAL if column else max(map(len, lines), default=0) <= LONGEST_VALUE
    whole = column in SEVERAL - PEOPLE or any(" " in line for line in lines)
    return json_or_one(lines) if several and whole and len(lines) > 1 else _in_one_line(text)


def _with_links(grid: Grid, place: Place) -> list[Line]:
    """The texts of a grid, with a column of addresses behind every column that has links below its header."""
    linked = {at for _, row in grid[place.begins :] for at, (_, links) in enumerate(row) if links}
    widest = max(len(row) for _, row in grid)
    header = [_in_one_line(text) for text, _ in grid[place.header][1]] if place.header is not None else []
    found: list[Line] = []
    for position, (line, row) in enumerate(grid):
        cells: list[str] = []
        for at, (text, links) in enumerate(row):
            is_cell = position >= place.begins and at < len(header)
            cells.append(_as_values(text, header[at]) if is_cell else _in_one_line(text))
            if at in linked and (len(row) > 1 or widest == 1):
                cells.append(f"{text} link" if position == place.header else json_or_one(links))
        found.append((line, cells))
    return found


def json_or_one(values: Sequence[str]) -> str:
    """Several values as a JSON array of texts, one as it is."""
    return json.dumps(values, ensure_ascii=False) if len(values) > 1 else "".join(values)
