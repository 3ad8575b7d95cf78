"""Records of named values, as JSON and Parquet hold them, into rows of texts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from math import isfinite
from typing import Any

from dashboard.formats.find_table import refuse_long_cells, refuse_too_many
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

DEEPEST = 3
"""Objects in objects become columns of their own so far down; what is deeper stays JSON."""


_SHOWN = "displayname"
"""What the only part of an object is called that is the value itself (Collectorz)."""


def rows_of_records(records: Iterable[tuple[int, Mapping[str, Any]]], no_rows: Rows, limits: Limits) -> Rows:
    """Records, each with its line, as rows: one column a name, in the order in which the names first appear.

    Raises:
        BadListError: if there is no record with anything in it, or more than the limits allow.
    """
    columns: dict[str, None] = {}
    lines: list[int] = []
    found: list[dict[str, str]] = []
    for line, record in records:
        row = dict(_flat(record))
        if not row.keys() <= columns.keys():
            columns |= dict.fromkeys(row)
        if any(row.values()):
            lines.append(line)
            found.append(row)
            refuse_too_many(len(found), len(columns), no_rows.file, limits)
    if not found:
        raise BadListError((Problem("empty file", no_rows.file),))
    names = [name for name in columns if not _is_husk(name, columns, found)]
    cells = tuple(tuple([row.get(name, "") for name in names]) for row in found)
    header = tuple(clean(name.strip()) for name in names)
    rows = replace(no_rows, header=header, cells=cells, lines=tuple(lines), header_line=None)
    refuse_long_cells(rows, limits)
    return rows


def _is_husk(name: str, columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> bool:
    """Whether a column is only what missing objects left of one whose values have columns of their own."""
    return any(other.startswith(f"{name}.") for other in columns) and not any(row.get(name) for row in rows)


def text_of(value: Any) -> str:
    """A value as text: nothing as an empty one, several in the form of a JSON array of texts.

    >>> text_of(1972.0), text_of(8.1), text_of(None), text_of(True)
    ('1972', '8.1', '', 'true')
    >>> text_of(["Drama", 1]), text_of([{"id": 18, "name": "Drama"}]), text_of([])
    ('["Drama", "1"]', '["Drama"]', '')
    >>> text_of([{"title": "M", "year": 1931}])
    '[{"title": "M", "year": 1931}]'
    """
    if simple := _SIMPLE.get(type(value)):
        return simple(value)
    if isinstance(value, date | time):
        return _of_moment(value)
    if isinstance(value, list | tuple):
        return _of_several(value)
    return _json(value) if isinstance(value, dict) else str(value)


def clean(text: str) -> str:
    r"""A text that can be written as UTF-8; halves of characters and zeros become U+FFFD.

    >>> clean("Mars"), clean("\ud83d\ude80"), clean("a\0b")
    ('Mars', '🚀', 'a�b')
    """
    if not text.isascii():
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text.replace("\0", "\ufffd")


def _flat(record: Mapping[str, Any], before: str = "", depth: int = 1) -> Iterator[tuple[str, str]]:
    for name, given in record.items():
        value = given[_SHOWN] if isinstance(given, dict) and given.keys() == {_SHOWN} else given
        if isinstance(value, dict) and value and depth < DEEPEST:
            yield from _flat(value, f"{before}{name}.", depth + 1)
        elif _are_several_titles(name, value):
            yield before + name, text_of(value[0])
            yield f"{before}other titles", text_of(value[1:] if len(value) > 2 else value[1])
        else:
            yield before + name, text_of(value)


def _are_several_titles(name: str, value: Any) -> bool:
    """Whether a film has several titles under one name: the first is its own."""
    is_list = isinstance(value, list) and len(value) > 1 and all(isinstance(each, str) for each in value)
    return is_list and column_of(name) == "title"


def _of_number(value: float) -> str:
    if not isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _of_moment(value: date | time) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    return value.isoformat()


def _of_several(values: Sequence[Any]) -> str:
    values = [value for value in values if value is not None]
    if not any(isinstance(value, dict | list | tuple) for value in values):
        return _json([text_of(value) for value in values]) if values else ""
    names = [_name(value) for value in values if isinstance(value, dict)]
    if len(names) == len(values) and all(isinstance(name, str) for name in names) and not _have_years(values):
        return _json(names)
    return _json(values)


def _name(value: Mapping[str, Any]) -> Any:
    """What an object is called; of a person in two parts (CSL-JSON) the given name first."""
    if isinstance(family := value.get("family"), str):
        return f"{value.get('given') or ''} {family}".strip()
    return value.get("name") or value.get("title")


def _have_years(values: Sequence[Mapping[str, Any]]) -> bool:
    """Whether objects say more than their names: films with their years."""
    return any(column_of(key) in ("year", "release_date") for value in values for key in value)


def _json(value: Any) -> str:
    return clean(json.dumps(value, ensure_ascii=False, default=text_of)) if value else ""


_SIMPLE: dict[type, Callable[[Any], str]] = {
    str: clean,
    int: str,
    float: _of_number,
    bool: lambda value: "true" if value else "false",
    bytes: lambda value: clean(value.decode(errors="replace")),
    type(None): lambda _: "",
}
