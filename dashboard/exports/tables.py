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

from dashboard.cleaning.validate import FilmList
from dashboard.exports.claim_review import of_film
from dashboard.exports.export import Export
from dashboard.model.kinds import Column
from dashboard.model.rows import escape_formula
from dashboard.model.schema import BY_NAME
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, address
from dashboard.render.citation import about, about_json


def as_csv(index: Index, rows: npt.NDArray[np.int64]) -> bytes:
    """The films at `rows` as CSV, every column of the list's own; see `list_csv`."""
    return list_csv(index.films, rows)


def list_csv(films: FilmList, rows: npt.NDArray[np.int64] | None = None) -> bytes:
    """Films of a list, all of them or those at `rows`, as CSV, every column of the list's own.

    UTF-8 with a mark at its start, so that a spreadsheet shows every alphabet; cells that a spreadsheet would
    run are escaped, which reading undoes; several values are separated by "; ", or a JSON list where that would not
    read back; not known is an empty cell.
    """
    frame = films.frame if rows is None else films.frame.iloc[rows]
    columns = _own(films)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(escape_formula(column.name) for column in columns)
    writer.writerows(zip(*(_written(column, frame[column.name]) for column in columns), strict=True))
    return text.getvalue().encode("utf-8-sig")


def _written(column: Column, cells: pd.Series[Any]) -> list[str]:
    """A column's cells as texts of a CSV; a number is no formula, whatever its sign."""
    written = column.kind.written(cells, column, is_own=column.name not in BY_NAME)
    return written if column.kind.look == "number" else [escape_formula(cell) for cell in written]


def as_json(loaded: LoadedList, index: Index, rows: npt.NDArray[np.int64], about: Mapping[str, Any]) -> bytes:
    """The films at `rows` as JSON: what `about` says, then `films`, one object each; not known is null.

    Each film has `evidence` beside the list's own columns, as `exports.evidence.of_film` gives it.
    """
    films = [{**record, "evidence": of_film(loaded, str(record["id"]))} for record in records(index, rows)]
    return json.dumps({**about, "films": films}, ensure_ascii=False, indent=2).encode("utf-8")


def _own(films: FilmList) -> list[Column]:
    return [column for column in films.columns if not column.derived]


def records(index: Index, rows: npt.NDArray[np.int64]) -> list[dict[str, Any]]:
    """The films at `rows`, each as plain values by column: str, int, float, list of str, or None where not known."""
    columns = _own(index.films)
    cells = [index.frame[column.name].iloc[rows] for column in columns]
    return [
        {column.name: column.kind.plain(value) for column, value in zip(columns, film, strict=True)}
        for film in zip(*cells, strict=True)
    ]


def _films_json(result: QueryResult, here: str) -> bytes:
    said = about(result, address(result.view, here))
    return as_json(result.loaded, result.index, result.rows, about_json(said))


CSV = Export(lambda _: "CSV", "csv", "text/csv; charset=utf-8", lambda result, _: as_csv(result.index, result.rows))
JSON = Export(lambda _: "JSON", "json", "application/json", _films_json, is_dated=True)
