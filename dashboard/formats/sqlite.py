"""SQLite databases into rows: each table and view that holds some."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache, partial
from typing import Any

from dashboard.formats.find_table import known_names, refuse_too_many
from dashboard.formats.format import Document, Format, GivenFile, Table
from dashboard.formats.records import rows_of_records
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits, Rows

BEGINNING = b"SQLite format 3\0"
"""How such files begin."""
MOST_TABLES = 500
SECONDS = 4.0
"""How long one table may take: a view can be a query without end."""

_STEPS = 10_000
"""Steps of the engine between two looks at the clock."""
_ALLOWED = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE}
_NO_FUNCTIONS = {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "zeroblob", "randomblob"}
_WAL_VERSIONS = slice(18, 20)
"""Where a file says that a log stands beside it, which a file by itself has not."""


class Sqlite(Format):
    """A database in one file."""

    name = "SQLite"
    plural = "SQLite"
    unit = "row"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins as such a file does."""
        return given.head.startswith(BEGINNING)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its tables and views that have rows; that whose columns are most like those of films is taken.

        The database is read from memory and never from a file, without a right to do anything but select: what it
        holds was written by others, its views included.
        """
        with _broken(given.name), closing(_opened(given.data, limits)) as base:
            found = [name for name in _names(base) if _has_rows(base, name)]
            columns = {name: _columns(base, name) for name in found}
        if not found:
            raise BadListError((Problem("empty file", given.name),))
        known = {name: known_names(columns[name]) - {"id"} for name in found}
        taken = max(found, key=lambda name: ("title" in known[name], len(known[name]), -found.index(name)))
        no_rows = self.no_rows(given)
        tables = (_table(given.data, name, found, no_rows, limits) for name in found)
        return Document(tuple(tables), found.index(taken))


SQLITE = Sqlite()


@contextmanager
def _broken(file: str) -> Iterator[None]:
    """In the block an error of SQLite becomes a BadListError."""
    try:
        yield
    except sqlite3.OperationalError as error:
        kind = "took too long" if "interrupted" in str(error) else "broken database"
        expected = f"{SECONDS:g}" if kind == "took too long" else str(error)[:200]
        raise BadListError((Problem(kind, file, expected=expected),)) from error  # type: ignore[arg-type]
    except (sqlite3.Error, UnicodeError, OverflowError, ValueError) as error:
        raise BadListError((Problem("broken database", file, expected=str(error)[:200]),)) from error


def _opened(data: bytes, limits: Limits) -> sqlite3.Connection:
    """A database in memory that can only be selected from, for a few seconds."""
    base = sqlite3.connect(":memory:")
    base.text_factory = partial(str, encoding="utf-8", errors="replace")
    alone = bytearray(data)
    alone[_WAL_VERSIONS] = b"\1\1"
    base.deserialize(bytes(alone))
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA cell_size_check = ON")
    base.execute("PRAGMA query_only = ON")
    base.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    base.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, min(4 * limits.cell + 1_000_000, 1_000_000_000))
    base.setlimit(sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1)
    base.set_authorizer(_authorized)
    ends = time.monotonic() + SECONDS
    base.set_progress_handler(lambda: int(time.monotonic() > ends), _STEPS)
    return base


def _authorized(action: int, one: str | None, another: str | None, *_: str | None) -> int:
    allowed = action in _ALLOWED and not (
        action == sqlite3.SQLITE_FUNCTION and (another or "").lower() in _NO_FUNCTIONS
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _names(base: sqlite3.Connection) -> list[str]:
    """The tables and views, without the engine's own and those that a module would have to make."""
    query = (
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "AND upper(ltrim(sql)) NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid LIMIT ?"
    )
    return [str(name) for (name,) in base.execute(query, (MOST_TABLES,))]


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _has_rows(base: sqlite3.Connection, name: str) -> bool:
    try:
        return base.execute(f"SELECT 1 FROM {_quoted(name)} LIMIT 1").fetchone() is not None  # noqa: S608
    except sqlite3.OperationalError as error:
        if "interrupted" in str(error):
            raise
        return False  # a view whose tables are missing


def _columns(base: sqlite3.Connection, name: str) -> list[str]:
    return [column[0] for column in base.execute(f"SELECT * FROM {_quoted(name)} LIMIT 1").description]  # noqa: S608


def _table(data: bytes, name: str, names: list[str], no_rows: Rows, limits: Limits) -> Table:
    others = [other for other in names if other != name]
    empty: list[int] = []

    def read() -> Rows:
        empty.clear()
        with _broken(no_rows.file), closing(_opened(data, limits)) as base:
            return rows_of_records(_records(base, name, no_rows.file, limits, empty), no_rows, limits)

    @cache
    def numbers() -> dict[str, int]:
        with _broken(no_rows.file), closing(_opened(data, limits)) as base:
            return {each: number for each in (name, *others) if (number := _count(base, each))}

    def beside() -> dict[int, Fate]:
        own = numbers().get(name, 0)
        blank: dict[int, Fate] = dict.fromkeys(empty, "blank")
        return blank | dict.fromkeys(range(own + 1, length() + 1) if own else (), "other table")

    def length() -> int:
        return sum(numbers().values()) if name in numbers() else 0

    return Table(read, name, beside, length)


def _count(base: sqlite3.Connection, name: str) -> int:
    """How many rows a table has, as the engine counts them; 0 for a view, which is no rows of the file's own."""
    try:
        is_table = base.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (name,)).fetchone()
        return base.execute(f"SELECT count(*) FROM {_quoted(name)}").fetchone()[0] if is_table else 0  # noqa: S608
    except sqlite3.Error:
        return 0


def _records(
    base: sqlite3.Connection, name: str, file: str, limits: Limits, empty: list[int]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """The rows of a table by column; adds the numbers of those that say nothing to `empty`."""
    cursor = base.execute(f"SELECT * FROM {_quoted(name)}")  # noqa: S608
    columns = _different([str(column[0]) for column in cursor.description])
    left = limits.unpacked
    for number, row in enumerate(cursor, 1):
        refuse_too_many(number, len(columns), file, limits)
        left -= sum(len(cell) for cell in row if isinstance(cell, str | bytes))
        if left < 0:
            raise BadListError((Problem("unpacks too large", file, expected=f"{limits.unpacked / 1e6:g}"),))
        if all(cell in (None, "", b"") for cell in row):
            empty.append(number)
        yield number, dict(zip(columns, row, strict=True))


def _different(names: list[str]) -> list[str]:
    """Names of columns, the later of two that are the same with a number behind it."""
    return [f"{name} ({names[:at].count(name) + 1})" if name in names[:at] else name for at, name in enumerate(names)]
