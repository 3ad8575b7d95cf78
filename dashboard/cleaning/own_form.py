"""A film list in the form that the dashboard itself writes, and what of it a reader could only guess."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.cleaning.validate import FilmList
from dashboard.model.kinds import KINDS, Column, Kind
from dashboard.model.rows import as_csv, escape_formula
from dashboard.model.schema import BY_NAME


def list_csv(films: FilmList, rows: npt.NDArray[np.int64] | None = None) -> bytes:
    """Films of a list, all of them or those at `rows`, as CSV, every column of the list's own.

    Cells that a spreadsheet would run are escaped, which reading undoes; several values are separated by "; ", or a
    JSON list where that would not read back; not known is an empty cell.
    """
    frame = films.frame if rows is None else films.frame.iloc[rows]
    columns = films.own_columns
    cells = zip(*(_written(column, frame[column.name]) for column in columns), strict=True)
    return as_csv(chain([[escape_formula(column.name) for column in columns]], cells))


def _written(column: Column, cells: pd.Series[Any]) -> list[str]:
    """A column's cells as texts of a CSV; a number is no formula, whatever its sign."""
    written = column.kind.written(cells, column, is_own=column.name not in BY_NAME and not column.translates)
    return written if column.kind.look == "number" else [escape_formula(cell) for cell in written]


def kind_names(films: FilmList) -> dict[str, str]:
    """By name, the kinds of the columns that the schema does not know, as `kinds_named` takes them."""
    return {column.name: column.kind.name for column in films.own_columns if column.name not in BY_NAME}


def kinds_named(names: Mapping[str, object]) -> dict[str, Kind]:
    """The kinds of columns by the kinds' names; what names none is left out."""
    known = {kind.name: kind for kind in KINDS}
    return {column: known[name] for column, name in names.items() if isinstance(name, str) and name in known}
