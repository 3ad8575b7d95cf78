"""Tables whose cells have links, and the one of them that is the list."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from dashboard.formats.find_table import Line, Place, fates_around, place_of, table_of
from dashboard.formats.format import Document, Fate, Table
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

Cell = tuple[str, tuple[str, ...]]
"""A cell's text and the addresses on the web that it links to."""

Grid = list[tuple[int, list[Cell]]]
"""Rows of such cells, each with its line, without the empty ones."""

WEB = re.compile(r"https?://", re.IGNORECASE)


def document_of_grids(
    grids: Sequence[Grid], no_rows: Rows, limits: Limits, around: Callable[[], Mapping[int, Fate]] = dict
) -> Document:
    """The tables of a text. The one with most rows is taken, of those whose header names titles if there are any.

    Addresses that the cells of a column link to are in a column behind it, named after it with " link" added.

    Args:
        grids: the tables, in their order.
        no_rows: has their file and form.
        limits: what is read of a table at most.
        around: gives what becomes of the lines that hold no row of any table.

    Raises:
        BadListError: if there is no table, or none has a row.
    """
    places = [place_of(_texts(grid)) for grid in grids]
    worth = [(place.titled and len(grid) > 1, len(grid)) for place, grid in zip(places, grids, strict=True)]
    taken = max(range(len(grids)), key=lambda at: worth[at], default=None)
    if taken is None or not grids[taken]:
        raise BadListError((Problem("empty file" if grids else "no films found", no_rows.file),))
    names = {at: f"table {at + 1}" for at, grid in enumerate(grids) if grid}
    tables = []
    for at, name in names.items():
        others = ", ".join(other for other in names.values() if other != name)
        notes = (Problem("other tables", no_rows.file, value=name, expected=others),) if others else ()
        table = _table(grids[at], places[at], replace(no_rows, problems=notes), limits, around)
        tables.append(replace(table, name=name if others else ""))
    return Document(tuple(tables), [*names].index(taken))


def _table(grid: Grid, place: Place, no_rows: Rows, limits: Limits, around: Callable[[], Mapping[int, Fate]]) -> Table:
    lines = cache(partial(_with_links, grid, place))
    return Table(
        lambda: table_of(lines(), no_rows, limits, place, at_least=2),
        beside=lambda: {**around(), **fates_around(lines(), place)},
    )


def _texts(grid: Grid) -> list[Line]:
    return [(line, [text for text, _ in row]) for line, row in grid]


def _with_links(grid: Grid, place: Place) -> list[Line]:
    """The texts of a grid, with a column of addresses behind every column that has links below its header."""
    linked = {at for _, row in grid[place.begins :] for at, (_, links) in enumerate(row) if links}
    widest = max(len(row) for _, row in grid)
    found: list[Line] = []
    for position, (line, row) in enumerate(grid):
        cells: list[str] = []
        for at, (text, links) in enumerate(row):
            cells.append(text)
            if at in linked and (len(row) > 1 or widest == 1):
                cells.append(f"{text} link" if position == place.header else json_or_one(links))
        found.append((line, cells))
    return found


def json_or_one(values: Sequence[str]) -> str:
    """Several values as a JSON array of texts, one as it is."""
    return json.dumps(values, ensure_ascii=False) if len(values) > 1 else "".join(values)
