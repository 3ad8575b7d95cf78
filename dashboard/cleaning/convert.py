"""A column's cells into values of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from dashboard.cleaning.raw_columns import ConvertedColumn, RawColumns, as_given
from dashboard.cleaning.translations import original_of, translation_of
from dashboard.model.kinds import Column, Kind, ReadCells, come_again, kind_of
from dashboard.model.money import currencies
from dashboard.model.problems import Problem
from dashboard.model.schema import BY_NAME
from dashboard.model.values import LONGEST, is_plain, seconds_a_unit


def converted(raw: RawColumns, name: str) -> ConvertedColumn:
    """A column other than `id` and `year`, with its values, its cells that say more, and what is wrong with them.

    In a list's own column a word such as "N/A" may mean something, so it counts as saying more.
    """
    cells = raw.cells[name]
    if translation := _translation(raw, name):
        column = translation
        found = column.kind.read(cells, column, column.kind.separator(cells, column, raw.own_form))
        lossy = [*found.lossy]
    elif name in raw.own_columns:
        column, found = own_column(name, cells, raw.own_form, raw.kinds.get(name))
        lossy = sorted({*found.lossy, *found.unknown})
    else:
        column = BY_NAME[name]
        found = column.kind.read(cells, column, column.kind.separator(cells, column, raw.own_form))
        lossy = [*found.lossy]
    columns = ((column, found.values), *as_given(raw, column, lossy))
    return ConvertedColumn(columns, (*raw.problems_of(name, found.wrong), *_of_column(raw, column)))


def _translation(raw: RawColumns, name: str) -> Column | None:
    """What a column is that translates another one; None for any other."""
    of = original_of(raw, name)
    if not of:
        return None
    known = BY_NAME.get(of) or own_column(of, raw.cells[of], raw.own_form, raw.kinds.get(of))[0]
    return translation_of(raw, name, known)


def _of_column(raw: RawColumns, column: Column) -> tuple[Problem, ...]:
    """The remarks on a column as a whole."""
    return (*_several_currencies(raw, column), *_other_unit(raw, column))


def _other_unit(raw: RawColumns, column: Column) -> tuple[Problem, ...]:
    """A remark on a column of lengths whose numbers were taken for seconds or less."""
    cells = raw.cells[column.name].counts() if column.unit == "min" else {}
    if (minutes := seconds_a_unit(cells) / 60) == 1:
        return ()
    example = next((cell for cell in cells if len(cell) <= LONGEST and is_plain(cell) and float(cell) > 0), "")
    if not example:
        return ()
    read = str(round(float(example) * minutes))
    return (Problem("too large for minutes", raw.file, None, raw.headers[column.name], example, read),)


def _several_currencies(raw: RawColumns, column: Column) -> tuple[Problem, ...]:
    """A remark on a column of money that stays text, since no range goes over several currencies."""
    if column.name not in raw.own_columns or column.name in raw.kinds or column.kind.control == "range":
        return ()
    found = currencies(column.name, raw.cells[column.name])
    header = raw.headers[column.name]
    return (Problem("several currencies", raw.file, None, header, expected=", ".join(found)),) if len(found) > 1 else ()


def own_column(
    header: str, cells: Sequence[str], own_form: bool = False, decided: Kind | None = None
) -> tuple[Column, ReadCells]:
    """What a list's own column means, by its cells unless that has been decided, and those as values."""
    suggested, separator = kind_of(header, cells, own_form)
    kind = decided or suggested
    column = Column(header, header or "(no name)", kind=kind, searchable=kind.searched)
    found = kind.read(cells, column, separator)
    return replace(column, facet=_is_filter(column, found), unit=kind.unit(pd.Series(found.values))), found


def _is_filter(column: Column, found: ReadCells) -> bool:
    if column.kind.control == "values":
        pairs = column.kind.pairs(pd.Series(found.values))
        return come_again(pairs.values, len(pairs.rows))
    return column.kind.control == "range"
