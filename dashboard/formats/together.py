"""Tables of one file that have the same columns, read as one: a workbook's sheets, a page's table for each decade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import accumulate

from dashboard.formats.find_table import Line, place_of, refuse_too_many
from dashboard.formats.format import Table, some_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits, Rows


def names_in_header(lines: Sequence[Line]) -> frozenset[str]:
    """The names in the header of a table; none if it names no titles."""
    place = place_of(lines)
    cells = lines[place.header][1] if place.titled and place.header is not None else ()
    return frozenset(cell.strip().casefold() for cell in cells if cell.strip())


def read_together(
    tables: Sequence[Table], names: Sequence[str], which: str, limits: Limits, *, numbered_on: bool
) -> Table:
    """Tables of one header as one, in which a last column says from which table a row is.

    Args:
        tables: the tables, in their order.
        names: what the column says of the rows of each.
        which: the name of that column.
        limits: how much they may hold together.
        numbered_on: whether each counts its own lines, so that those of the next go on behind its last.
    """

    @cache
    def above() -> tuple[int, ...]:
        """For each table how many lines the tables before it have; at last, how many there are in all."""
        lengths = [table.length() for table in tables]
        return tuple(accumulate(lengths, initial=0)) if numbered_on else (*(0 for _ in tables), max(lengths))

    def read() -> Rows:
        placed = zip(tables, names, above(), strict=False)
        parts = [_moved(table.rows, name, which, offset) for table, name, offset in placed if _has_rows(table)]
        rows = _joined(parts) if parts else tables[0].rows
        refuse_too_many(len(rows.cells), len(rows.header), rows.file, limits)
        begins = ", ".join(f"{part.cells[0][-1]} ({part.lines[0]}–{part.lines[-1]})" for part in parts)
        together = Problem("read together", rows.file, value=str(len(parts)), expected=begins)
        return replace(rows, problems=(*rows.problems, together))

    def beside() -> Mapping[int, Fate]:
        found: dict[int, Fate] = {}
        for table, offset in zip(tables, above(), strict=False):
            for line, fate in table.beside().items():
                if found.get(line + offset, "other table") == "other table":
                    found[line + offset] = fate
        return found

    parts = tuple(table.name for table in tables)
    return Table(read, some_of(parts), beside, lambda: above()[-1], parts=parts)


def _has_rows(table: Table) -> bool:
    try:
        return bool(table.rows.cells)
    except BadListError:
        return False


def _moved(rows: Rows, name: str, which: str, above: int) -> Rows:
    """The rows of a table with its name in a column behind the others, numbered from what stands above them."""
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
        problems=tuple(dict.fromkeys(problem for part in parts for problem in part.problems)),
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
