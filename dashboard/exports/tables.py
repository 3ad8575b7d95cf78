"""The films shown as CSV and JSON, which read back as the films they hold."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue.check import SEPARATOR
from dashboard.catalogue.read import escape_formula
from dashboard.catalogue.schema import Column, Kind
from dashboard.evidence.dossier import Dossier
from dashboard.explore.index import Index
from dashboard.exports.evidence import of_film


def file_name(key: str, films: int, of: int, ending: str) -> str:
    """A file name that says what is in it.

    >>> file_name("soviet-space-films", 2, 10, "csv"), file_name("soviet-space-films", 10, 10, "csv")
    ('soviet-space-films-2-of-10.csv', 'soviet-space-films.csv')
    """
    return f"{key}.{ending}" if films == of else f"{key}-{films}-of-{of}.{ending}"


def as_csv(index: Index, rows: npt.NDArray[np.int64]) -> bytes:
    """The films at `rows` as CSV, every column of the list's own.

    UTF-8 with a mark at its start, so that a spreadsheet shows every alphabet; cells that a spreadsheet would
    run are escaped, which reading undoes; several values are separated by "; "; not known is an empty cell.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(escape_formula(column.name) for column in _own(index))
    for record in records(index, rows):
        writer.writerow(_cell(value) for value in record.values())
    return text.getvalue().encode("utf-8-sig")


def as_json(dossier: Dossier, index: Index, rows: npt.NDArray[np.int64], about: Mapping[str, Any]) -> bytes:
    """The films at `rows` as JSON: what `about` says, then `films`, one object each; not known is null.

    Each film has `evidence` beside the list's own columns, as `exports.evidence.of_film` gives it.
    """
    films = [{**record, "evidence": of_film(dossier, str(record["id"]))} for record in records(index, rows)]
    return json.dumps({**about, "films": films}, ensure_ascii=False, indent=2).encode("utf-8")


def _own(index: Index) -> list[Column]:
    return [column for column in index.films.columns if not column.derived]


def records(index: Index, rows: npt.NDArray[np.int64]) -> list[dict[str, Any]]:
    """The films at `rows`, each as plain values by column: str, int, list of str, or None where not known."""
    columns = _own(index)
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


def _cell(value: str | int | list[str] | None) -> str | int | None:
    if isinstance(value, list):
        return escape_formula(SEPARATOR.join(value))
    return escape_formula(value) if isinstance(value, str) else value
