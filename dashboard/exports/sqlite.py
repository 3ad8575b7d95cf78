"""The films shown as an SQLite database, with their statements as a table beside them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.evidence.claims import COLUMNS as CLAIM_COLUMNS
from dashboard.exports.export import Export
from dashboard.exports.tables import records
from dashboard.model.kinds import SEPARATOR, Column
from dashboard.query.result import QueryResult

MOST_COLUMNS = 1_900
"""A table of SQLite has no more than 2,000."""
TYPES = {"year": "INTEGER", "number": "REAL"}
"""The type of a column by the look of its kind; any other is text."""


def films_sqlite(result: QueryResult, _here: str) -> bytes:
    """A database with a table `films`, and `statements` where some are made of the films shown.

    Columns are those of the CSV. Several values are separated by "; "; what is not known is NULL.
    """
    loaded, columns = result.loaded, result.index.films.own_columns
    films = records(loaded.films, result.rows)
    statements = [claim for film in films for claim in loaded.claims_of.get(str(film["id"]), ())]
    connection = sqlite3.connect(":memory:")
    try:
        _table(
            connection, "films", [(c.name, _type(c)) for c in columns], (map(_cell, each.values()) for each in films)
        )
        if statements:
            names = [(name, "TEXT") for name in CLAIM_COLUMNS]
            rows = ([claim.film, *(_text(getattr(claim, name)) for name in CLAIM_COLUMNS[1:])] for claim in statements)
            _table(connection, "statements", names, rows)
        return connection.serialize()
    finally:
        connection.close()


def _table(
    connection: sqlite3.Connection, name: str, columns: Sequence[tuple[str, str]], rows: Iterable[Iterable[Any]]
) -> None:
    described = ", ".join(f"{_quoted(column)} {kind}" for column, kind in _apart(columns))
    connection.execute(f"CREATE TABLE {name} ({described})")
    connection.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", map(tuple, rows))  # noqa: S608
    connection.commit()


def _apart(columns: Sequence[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """Columns by names that differ by more than case, as SQLite wants them."""
    taken: set[str] = set()
    for name, kind in columns:
        free, number = name, 2
        while free.casefold() in taken:
            free, number = f"{name} ({number})", number + 1
        taken.add(free.casefold())
        yield free, kind


def _quoted(name: str) -> str:
    return '"' + name.replace("\x00", " ").replace('"', '""') + '"'


def _type(column: Column) -> str:
    return TYPES.get(column.kind.look, "TEXT")


def _cell(value: Any) -> Any:
    return (
        _text(SEPARATOR.join(value)) if isinstance(value, list) else _text(value) if isinstance(value, str) else value
    )


def _text(value: Any) -> str | None:
    return str(value).encode("utf-8", "replace").decode() if value else None


def _fits(result: QueryResult) -> bool:
    return len(result.index.films.own_columns) <= MOST_COLUMNS


SQLITE = Export(lambda _: "SQLite", "sqlite", "application/vnd.sqlite3", films_sqlite, fits=_fits)
