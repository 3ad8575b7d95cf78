"""The films shown as CSV and JSON, which read back as the films they hold."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue.check import SEPARATOR
from dashboard.catalogue.read import escape_formula
from dashboard.catalogue.schema import Kind
from dashboard.explore.index import Index


def file_name(key: str, films: int, of: int, ending: str) -> str:
    """A file name that says what is in it.

    >>> file_name("soviet-space-films", 2, 10, "csv"), file_name("soviet-space-films", 10, 10, "csv")
    ('soviet-space-films-2-of-10.csv', 'soviet-space-films.csv')
    """
    return f"{key}.{ending}" if films == of else f"{key}-{films}-of-{of}.{ending}"


def as_csv(index: Index, rows: npt.NDArray[np.int64]) -> bytes:
    """The films at `rows` as CSV, every column of the list.

    UTF-8 with a mark at its start, so that a spreadsheet shows every alphabet; cells that a spreadsheet would
    run are escaped, which reading undoes; several values are separated by "; "; not known is an empty cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in index.films.columns)
    for record in records(index, rows):
        writer.writerow(
            escape_formula(_cell(value)) if isinstance(value, str | list) else value for value in record.values()
        )
    return text.getvalue().encode("utf-8-sig")


def as_json(index: Index, rows: npt.NDArray[np.int64], about: dict[str, Any]) -> bytes:
    """The films at `rows` as JSON: what `about` says, then `films`, one object each; not known is null."""
    text = json.dumps({**about, "films": records(index, rows)}, ensure_ascii=False, indent=2)
    return text.encode("utf-8")


def records(index: Index, rows: npt.NDArray[np.int64]) -> list[dict[str, Any]]:
    """The films at `rows`, each as plain values by column: str, int, list of str, or None where not known."""
    columns = index.films.columns
    cells = [index.frame[column.name].iloc[rows] for column in columns]
    return [
        {column.name: _plain(value, column.kind) for column, value in zip(columns, film, strict=True)}
        for film in zip(*cells, strict=True)
    ]


def _plain(value: Any, kind: Kind) -> str | int | list[str] | None:
    if kind is Kind.CHOICES:
        return list(value)
    if pd.isna(value):
        return None
    return int(value) if kind in (Kind.YEAR, Kind.NUMBER) else str(value)


def _cell(value: str | list[str]) -> str:
    return SEPARATOR.join(value) if isinstance(value, list) else value
