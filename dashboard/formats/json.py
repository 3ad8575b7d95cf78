"""JSON into rows: a list of objects, one object a line, a list inside an object, columns, plain titles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dashboard.formats.find_table import first_row, place_of, table_of, without_blanks
from dashboard.formats.format import Document, GivenFile, Table, TextFormat
from dashboard.formats.records import rows_of_records, text_of
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

LOOKED_AT = 20
"""Items at the start of a list by which it is told what it holds."""

_BEGINS = re.compile(r'\s*(\{\s*["}]|\[\s*(["{\[\]]|-?\d[\d.]*\s*[,\]]\s*([\d"{\[]|$)|true|false|null))')
_SPACE = re.compile(r"[\s\x1e]*")
_DECODER = json.JSONDecoder(
    parse_int=str, parse_float=lambda text: text_of(float(text)), parse_constant=lambda _: None, strict=False
)

Item = tuple[int, Any]
"""A value and its line, or its number in its list, counted from 1."""


class Json(TextFormat):
    """Objects and lists."""

    name = "JSON"
    plural = "JSON"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        """Whether the text begins as an object or a list does."""
        return _BEGINS.match(given.text) is not None

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The table that the text holds, in whatever way.

        Of several lists in an object the one whose objects have titles is taken, then the longest.
        """
        rows = _read(given.text, self.no_rows(given), limits)
        return Document((Table(lambda: rows),))


JSON = Json()


def _read(text: str, no_rows: Rows, limits: Limits) -> Rows:
    try:
        values = list(_values(text))
        items = values if len(values) > 1 else _items(values[0][1])
        if items is None:
            raise BadListError((Problem("no films found", no_rows.file),))
        return _rows(items, no_rows, limits)
    except json.JSONDecodeError as error:
        raise BadListError((Problem("broken JSON", no_rows.file, error.lineno, expected=error.msg),)) from error
    except RecursionError as error:
        raise BadListError((Problem("nested too deep", no_rows.file),)) from error


def _values(text: str) -> Iterator[Item]:
    """The values that stand one after another in a text, each with its line."""
    line, at = 1, 0
    while (begins := _end_of_space(text, at)) < len(text):
        line += text.count("\n", at, begins)
        value, at = _DECODER.raw_decode(text, begins)
        yield line, value
        line += text.count("\n", begins, at)


def _end_of_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _items(value: Any) -> Sequence[Item] | None:
    """The items of the list that a value is or holds; None if it holds none."""
    if isinstance(value, list):
        return list(enumerate(value, 1))
    if not isinstance(value, dict):
        return None
    if (table := _split(value)) is not None:
        return list(enumerate(table))
    best: list[Any] = max(_lists(value), key=lambda items: (_worth(items), len(items)), default=[])
    for found in (best if _is_titled(best) else [], _from_columns(value), _keyed(value)):
        if found:
            ours = "list" in value and found is value.get("films")
            return list(enumerate(map(_without_evidence, found) if ours else found, 1))
    if any(column_of(key) == "title" and isinstance(inner, str) for key, inner in value.items()):
        return [(1, value)]
    return list(enumerate(best, 1)) or None


def _split(value: dict[str, Any]) -> list[Any] | None:
    """A header and its rows from what pandas calls the orientation "split"."""
    columns, data = value.get("columns"), value.get("data")
    if isinstance(columns, list) and isinstance(data, list) and data and isinstance(data[0], list):
        return [columns, *data]
    return None


def _lists(value: dict[str, Any], depth: int = 2) -> Iterator[list[Any]]:
    for inner in value.values():
        if isinstance(inner, list) and inner:
            yield inner
        elif isinstance(inner, dict) and depth > 1:
            yield from _lists(inner, depth - 1)


def _worth(items: Sequence[Any]) -> int:
    return 2 if _is_titled(items) else 1 if isinstance(items[0], dict | list) else 0


def _is_titled(items: Sequence[Any]) -> bool:
    return any(
        column_of(key) == "title" for item in items[:LOOKED_AT] if isinstance(item, dict) for key in item
    ) or any(place_of([(1, list(map(text_of, item)))]).titled for item in items[:1] if isinstance(item, list))


def _from_columns(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Objects from an object of columns, each a list or an object that numbers its cells."""
    titles = next((inner for key, inner in value.items() if column_of(key) == "title"), None)
    columns = list(value.values())
    if isinstance(titles, dict) and all(isinstance(column, dict) for column in columns):
        return [{name: column.get(at) for name, column in value.items()} for at in titles]
    if isinstance(titles, list) and all(isinstance(column, list) and len(column) == len(titles) for column in columns):
        return [dict(zip(value, cells, strict=True)) for cells in zip(*columns, strict=True)]
    return []


def _keyed(value: dict[str, Any]) -> list[dict[str, Any]]:
    """Objects with titles from an object that names each by a key, with the key beside the rest."""
    if all(isinstance(inner, dict) for inner in value.values()) and _is_titled(list(value.values())):
        return [{"key": key, **inner} for key, inner in value.items()]
    return []


def _without_evidence(item: Any) -> Any:
    """A film of the dashboard's own export without what the dashboard, not the list, says of it."""
    if isinstance(item, dict) and isinstance(item.get("evidence"), dict):
        return {key: value for key, value in item.items() if key != "evidence"}
    return item


def _rows(items: Sequence[Item], no_rows: Rows, limits: Limits) -> Rows:
    filled = [(line, item) for line, item in items if item is not None]
    if not filled:
        raise BadListError((Problem("empty file", no_rows.file),))
    objects = [(line, item) for line, item in filled if isinstance(item, dict)]
    lists = [item for _, item in filled if isinstance(item, list)]
    if len(lists) * 2 > len(filled):
        return _rows_of_lists(filled, no_rows, limits)
    if len(objects) * 2 < len(filled):
        return rows_of_records(((line, {"title": text_of(item)}) for line, item in filled), no_rows, limits)
    rows = rows_of_records(objects, no_rows, limits)
    unread = tuple((line, (text_of(item),)) for line, item in filled if not isinstance(item, dict))
    width = str(len(rows.header))
    problems = (Problem("wrong number of cells", no_rows.file, line, value="1", expected=width) for line, _ in unread)
    return replace(rows, unread=unread, problems=(*rows.problems, *problems))


def _rows_of_lists(items: Sequence[Item], no_rows: Rows, limits: Limits) -> Rows:
    grid = [
        (line, [text_of(cell) for cell in item] if isinstance(item, list) else [text_of(item)]) for line, item in items
    ]
    lines = list(without_blanks(grid))
    named = items[0][0] == 0
    rows = table_of(lines, no_rows, limits, first_row(lines) if named else None)
    return replace(rows, header_line=None) if named else rows
