"""A column's cells into values of its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd

from dashboard.cleaning.infer import own_column, separator_of
from dashboard.cleaning.raw_columns import ConvertedColumn, RawColumns, as_given, texts
from dashboard.cleaning.values import each_once, is_missing, loose_number_of, minutes_of, values_of
from dashboard.model.problems import ProblemKind
from dashboard.model.schema import BY_NAME, Column, Kind


def converted(raw: RawColumns, name: str) -> ConvertedColumn:
    """What a column other than `id` and `year` comes to."""
    cells = raw.cells[name]
    if name in raw.own:
        column, separator = own_column(name, cells, raw.own_form)
        lossy = [at for at, cell in enumerate(cells) if cell and is_missing(cell)] if column.kind is Kind.NUMBER else []
        return ConvertedColumn(((column, _own_cells(column.kind, cells, separator)), *as_given(raw, column, lossy)))
    column = BY_NAME[name]
    if column.kind is Kind.NUMBER:
        return _number_part(raw, column)
    if column.kind is Kind.CHOICES:
        separator = ";" if raw.own_form else separator_of([cell for cell in cells if cell], name)
        return ConvertedColumn(((column, each_once(partial(values_of, separator=separator), cells)),))
    return ConvertedColumn(((column, texts(cells)),))


def _own_cells(kind: Kind, cells: Sequence[str], separator: str) -> Any:
    if kind is Kind.CHOICES:
        return each_once(partial(values_of, separator=separator), cells)
    if kind is Kind.NUMBER:
        return numbers(each_once(lambda cell: None if is_missing(cell) else loose_number_of(cell), cells))
    return texts(cells)


def _number_part(raw: RawColumns, column: Column) -> ConvertedColumn:
    read = minutes_of if column.unit == "min" else loose_number_of
    cells = raw.cells[column.name]
    found = each_once(lambda cell: _number(cell, column, read), cells)
    wrong = [(at, each.wrong, each.expected) for at, each in enumerate(found) if each.wrong]
    lossy = [at for at, each in enumerate(found) if each.lossy]
    values = numbers([each.value for each in found])
    return ConvertedColumn(((column, values), *as_given(raw, column, lossy)), raw.said(column.name, wrong))


class _Number(NamedTuple):
    """What a cell for a number comes to.

    Attributes:
        value: the number; None if it is not known.
        wrong: what is to be said of the cell; None for nothing.
        expected: what the sentence needs beside that.
        lossy: whether the cell says more than the number.
    """

    value: float | None
    wrong: ProblemKind | None = None
    expected: str = ""
    lossy: bool = False


def _number(cell: str, column: Column, read: Callable[[str], float | None]) -> _Number:
    if is_missing(cell):
        return _Number(None)
    number = read(cell)
    if number is None:
        return _Number(None, "not a number", lossy=True)
    if not column.lowest <= number <= column.highest:
        return _Number(None, "number out of range", f"{column.lowest}–{column.highest}", lossy=True)
    if not _is_usual(cell):
        return _Number(number, "number written otherwise", f"{number:g}", lossy="/" in cell)
    return _Number(number)


def numbers(found: Sequence[float | None]) -> pd.Series[Any]:
    """Numbers as Int64 if all are whole, else as Float64."""
    cells = pd.Series(pd.array(found, dtype="Float64"))
    return cells.astype("Int64") if bool((cells.dropna() % 1 == 0).all()) else cells


def is_plain(cell: str) -> bool:
    """Whether a number is written in digits with at most one point and nothing else."""
    whole, _, rest = cell.partition(".")
    return cell.isascii() and whole.isdecimal() and (not rest or rest.isdecimal())


def _is_usual(cell: str) -> bool:
    """Whether a number is plain, or has a decimal comma, or minutes behind it: nothing to speak of."""
    return bool(re.fullmatch(r"[0-9]+(?:\.[0-9]+|,[0-9]{1,2})?(?:\s*(?:min|mins|minutes|m|мин|минут)\.?)?", cell))
