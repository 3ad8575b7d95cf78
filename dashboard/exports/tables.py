"""The films shown as CSV and JSON, which read back as the films they hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.cleaning.own_form import list_csv
from dashboard.exports.claim_review import of_film
from dashboard.exports.export import Export
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, address
from dashboard.render.citation import about, about_json


def as_csv(index: Index, rows: npt.NDArray[np.int64]) -> bytes:
    """The films at `rows` as CSV, every column of the list's own; see `list_csv`."""
    return list_csv(index.films, rows)


def as_json(loaded: LoadedList, index: Index, rows: npt.NDArray[np.int64], about: Mapping[str, Any]) -> bytes:
    """The films at `rows` as JSON: what `about` says, then `films`, one object each; not known is null.

    Each film has `evidence` beside the list's own columns, as `exports.evidence.of_film` gives it.
    """
    films = [{**record, "evidence": of_film(loaded, str(record["id"]))} for record in records(index, rows)]
    return json.dumps({**about, "films": films}, ensure_ascii=False, indent=2).encode("utf-8")


def records(index: Index, rows: npt.NDArray[np.int64]) -> list[dict[str, Any]]:
    """The films at `rows`, each as plain values by column: str, int, float, list of str, or None where not known."""
    columns = index.films.own_columns
    cells = [index.frame[column.name].iloc[rows] for column in columns]
    return [
        {column.name: column.kind.plain(value) for column, value in zip(columns, film, strict=True)}
        for film in zip(*cells, strict=True)
    ]


def _films_json(result: QueryResult, here: str) -> bytes:
    origin = about(result, address(result.view, here))
    return as_json(result.loaded, result.index, result.rows, about_json(origin))


CSV = Export(lambda _: "CSV", "csv", "text/csv; charset=utf-8", lambda result, _: as_csv(result.index, result.rows))
JSON = Export(lambda _: "JSON", "json", "application/json", _films_json, is_dated=True)
