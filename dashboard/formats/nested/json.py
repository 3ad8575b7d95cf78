"""JSON into rows: a list of objects, one object a line, a list inside an object, columns, plain titles."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from dashboard.formats.format import Document, GivenFile, Table, TextFormat, lines_in, split_lines
from dashboard.formats.nested.lists import Item, document_of_value, fates_of_items, rows_of_items
from dashboard.formats.nested.written_titles import MESSAGES, with_films
from dashboard.formats.records import text_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits

_BEGINS = re.compile(
    r'\s*(\{\s*["}]|\[\s*(["{\]]|\[(?![A-Za-z_])|-?\d+(\.\d+)?(?![.\d])\s*[,\]]\s*([\d"{\[]|$)|true|false|null))'
)
_SPACE = re.compile(r"[\s\x1e]*")


def _undone(found: dict[str, Any]) -> Any:
    """A value that MongoDB, Firestore, Notion or CSL wrap in an object with its kind; any other object as it is.

    Sources: MongoDB Extended JSON, version 2; Firestore's REST resource Value; Notion's property values; CSL-JSON.
    """
    kind, value = next(iter(found.items())) if len(found) == 1 else ("", None)
    if isinstance(text := found.get("plain_text"), str):
        return text
    if kind == "date-parts" and isinstance(value, list) and value and isinstance(value[0], list):
        return "-".join(f"{part:0>2}" for part in map(str, value[0]))
    if (named := found.get("type")) in _TYPES and found.keys() == {"id", "type", named}:
        inner = found[named]
        return "".join(map(str, inner)) if named in _OF_RUNS and isinstance(inner, list) else inner
    if kind not in _KINDS or not isinstance(value, str):
        return found
    is_moment = kind == "$date" and re.fullmatch(r"-?\d{1,13}", value)
    return (_EPOCH + timedelta(milliseconds=int(value))).isoformat(sep=" ") if is_moment else value


_KINDS = frozenset({"$oid", "$date", "$numberInt", "$numberLong", "$numberDouble", "$numberDecimal"}).union(
    {"stringValue", "integerValue", "doubleValue", "timestampValue"}
)
_OF_RUNS = ("title", "rich_text")
"""Texts in pieces, each of which looks alike."""
_TYPES = (*_OF_RUNS, "number", "select", "multi_select", "status", "date", "checkbox", "url")
_WRAPPED = ('"$', 'Value"', '"plain_text"', '"date-parts"')
"""What stands in a text that may wrap its values."""
_EPOCH = datetime(1970, 1, 1)
_decoder = partial(
    json.JSONDecoder,
    parse_int=str,
    parse_float=lambda text: text_of(float(text)),
    parse_constant=lambda _: None,
    strict=False,
)


class Json(TextFormat):
    """Objects and lists."""

    name = "JSON"
    plural = "JSON"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        """Whether the text begins as an object or a list does."""
        return _BEGINS.match(given.text) is not None

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The lists that the text holds, in whatever way; see `document_of_value`."""
        no_rows = self.no_rows(given)
        try:
            values = list(_values(given.text))
            if len(values) > 1:
                rows = with_films(rows_of_items(values, no_rows, limits), False, limits)
                around = partial(_around, given.text, values)
                return Document((Table(lambda: rows, beside=around, length=partial(lines_in, given.text)),))
            return document_of_value(_chat(_answers(values[0][1])), no_rows, limits)
        except json.JSONDecodeError as error:
            raise BadListError((Problem("broken JSON", given.name, error.lineno, expected=error.msg),)) from error
        except RecursionError as error:
            raise BadListError((Problem("nested too deep", given.name),)) from error


JSON = Json()


def _answers(value: Any) -> Any:
    """What a query of linked data found, as an object for each answer; any other value as it is.

    Source: W3C, SPARQL 1.1 Query Results JSON Format.
    """
    head, results = (value.get(key) if isinstance(value, dict) else None for key in ("head", "results"))
    names, bindings = (
        part.get(key) if isinstance(part, dict) else None for part, key in ((head, "vars"), (results, "bindings"))
    )
    if not isinstance(names, list) or not isinstance(bindings, list):
        return value
    return [_answer(each, list(map(str, names))) if isinstance(each, dict) else each for each in bindings]


def _chat(value: Any) -> Any:
    """A chat's messages with their texts in one piece; what the program notes among them names no film.

    Any other value is given back as it is.
    """
    if isinstance(value, dict) and isinstance(thread := value.get("thread"), dict) and "post" in thread:
        return {**value, "thread": None, MESSAGES: [*_posts(thread)]}
    messages = value.get("messages") if isinstance(value, dict) else None
    if not isinstance(messages, list) or not all(isinstance(each, dict) and "type" in each for each in messages):
        return value
    return value | {"messages": [_message(each) for each in messages]}


def _posts(thread: dict[str, Any]) -> Iterator[Any]:
    """The posts of a thread (Bluesky's `getPostThread`), each before its answers; one that is gone as it is."""
    waiting: list[Any] = [thread]
    while waiting:
        each = waiting.pop()
        post, replies = (each.get("post"), each.get("replies")) if isinstance(each, dict) else (None, None)
        if isinstance(post, dict):
            record = post.get("record")
            yield {"text": record.get("text", ""), **post} if isinstance(record, dict) else post
        else:
            yield each
        waiting += reversed(replies) if isinstance(replies, list) else []


def _message(given: dict[str, Any]) -> dict[str, Any]:
    text = given.get("text")
    parts = text if isinstance(text, list) else [text]
    said = "".join(str(part.get("text", "") if isinstance(part, dict) else part or "") for part in parts)
    noted = {f"noted.{name}": each for name, each in given.items() if name in ("title", "actor")}
    rest = {name: each for name, each in given.items() if name not in ("title", "actor")}
    return rest | noted | ({"text": said} if "text" in given else {})


def _answer(found: dict[str, Any], names: Sequence[str]) -> dict[str, Any]:
    return {name: _bound(found, name) for name in dict.fromkeys([*names, *found])}


def _bound(answer: dict[str, Any], name: Any) -> Any:
    found = answer.get(name)
    return found.get("value", found) if isinstance(found, dict) else found


def _values(text: str) -> Iterator[Item]:
    """The values that stand one after another in a text, each with its line."""
    line, at = 1, 0
    decoder = _decoder(object_hook=_undone) if any(map(text.__contains__, _WRAPPED)) else _decoder()
    while (begins := _end_of_space(text, at)) < len(text):
        line += text.count("\n", at, begins)
        value, at = decoder.raw_decode(text, begins)
        yield line, value
        line += text.count("\n", begins, at)


def _around(text: str, values: Sequence[Item]) -> dict[int, Fate]:
    """What becomes of the lines on which no value begins that says something."""
    begins = {line for line, _ in values}
    lines = enumerate(split_lines(text), 1)
    others: dict[int, Fate] = {at: "field" if line.strip() else "blank" for at, line in lines if at not in begins}
    return others | fates_of_items(values)


def _end_of_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at
