"""The films shown as CSV and JSON, which read back as the films they hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import FilmList
from dashboard.exports.claim_review import of_film
from dashboard.exports.export import Export
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, address
from dashboard.render.citation import about, about_json


def as_json(loaded: LoadedList, rows: npt.NDArray[np.int64], about: Mapping[str, Any]) -> bytes:
    """The films at `rows` as JSON: what `about` says, then `films`, one object each; not known is null.

    Each film has `evidence` beside the list's own columns, as `of_film` gives it.
    """
    films = [{**record, "evidence": of_film(loaded, str(record["id"]))} for record in records(loaded.films, rows)]
    return json.dumps({**about, "films": films}, ensure_ascii=False, indent=2).encode("utf-8")


def records(films: FilmList, rows: npt.NDArray[np.int64]) -> list[dict[str, Any]]:
    """The films at `rows`, each as plain values by column: str, int, float, list of str, or None where not known."""
    columns = films.own_columns
    cells = [films.frame[column.name].iloc[rows] for column in columns]
    return [
        {column.name: column.kind.plain(value) for column, value in zip(columns, film, strict=True)}
        for film in zip(*cells, strict=True)
    ]


def _films_json(result: QueryResult, here: str) -> bytes:
    origin = about(result, address(result.view, here))
    return as_json(result.loaded, result.rows, about_json(origin))


def _films_csv(result: QueryResult, _here: str) -> bytes:
    return list_csv(result.loaded.films, result.rows)


CSV = Export(lambda _: "CSV", "csv", "text/csv; charset=utf-8", _films_csv)
JSON = Export(lambda _: "JSON", "json", "application/json", _films_json, is_dated=True)
