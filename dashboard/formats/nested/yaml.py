"""YAML into rows: lists of maps, and maps of lists, as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

import yaml  # type: ignore[import-untyped]

from dashboard.formats.format import Document, GivenFile, TextFormat
from dashboard.formats.nested.lists import document_of_value
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

LARGEST = 3_000_000
"""Characters; more of it would take longer to parse than anybody waits."""
DEEPEST = 50
"""Lists and maps within each other."""

_LINE = re.compile(
    r"(?P<indent>[ ]*)(?P<items>(?:-[ ]+)*)(?P<key>[^\s:#\-\[{][^:#]{0,80}?|\"[^\"]{1,80}\")\s*:(?P<rest>[ ].*|)$"
)
_ABOVE = re.compile(r"\s*(#.*|---|%YAML.*)?$")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})


class Yaml(TextFormat):
    """Lists and maps by their indentation."""

    name = "YAML"
    plural = "YAML"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        """Whether its first two lines are those of a list of maps, of a map of lists of maps, or of a map by title.

        A line in which one of the schema's columns has a value, and another line below it that is indented, tell it
        from a plain list with headings.
        """
        lines = [line for line in given.text[:10_000].splitlines()[:60] if not _ABOVE.match(line)]
        found = [_LINE.match(line) for line in lines]
        above = [*takewhile(lambda line: line and _is_scalar(line), found)]
        below = _without_inner_names(found[len(above) :])
        return _is_yaml_below(below[:8]) if above else _is_yaml(below[:6])

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The lists that it holds. Every value is a text; tags mean nothing, and references are refused."""
        if len(given.text) > min(LARGEST, limits.size):
            raise BadListError((Problem("too large", given.name, expected=f"{LARGEST / 1e6:g}"),))
        value = value_of(given.text, given.name)
        return document_of_value(value, self.no_rows(given), limits)


YAML = Yaml()


def value_of(text: str, file: str) -> Any:
    """What a text says, in maps, lists and texts only.

    Raises:
        BadListError: if it is broken, or has references.
    """
    try:
        return _value(_events(text), file)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        why = str(getattr(error, "problem", None) or error)[:200]
        line = mark.line + 1 if mark else None
        raise BadListError((Problem("broken YAML", file, line, expected=why),)) from error


def _is_yaml(lines: list[re.Match[str] | None]) -> bool:
    """Whether lines are keys of maps, the first ones of a list or under a key, and one is a column of the schema."""
    if len(lines) < 2 or lines[0] is None or lines[1] is None:
        return False
    first = lines[0]
    if first["items"] and not first["indent"]:
        return bool(first["rest"].strip()) and column_of(_key(first)) is not None and bool(lines[1]["indent"])
    if first["items"] or first["indent"] or first["rest"].strip():
        return False
    known = [line for line in lines[1:] if line and column_of(_key(line))]
    return bool(lines[1]["items"] or lines[1]["indent"]) and len(known) > 0 and column_of(_key(lines[1])) is not None


def _without_inner_names(lines: list[re.Match[str] | None]) -> list[re.Match[str] | None]:
    """Lines without the names of lists that stand below the name in the first line: a shelf, a year, a person."""
    inner = takewhile(
        lambda line: line and line["indent"] and not line["items"] and not line["rest"].strip(), lines[1:]
    )
    return [*lines[:1], *lines[1 + len([*inner]) :]]


def _is_scalar(line: re.Match[str]) -> bool:
    """Whether a line has a value for a key, and stands in no list and no other map."""
    return not line["items"] and not line["indent"] and bool(line["rest"].strip())


def _is_yaml_below(lines: list[re.Match[str] | None]) -> bool:
    """Whether lines below keys with values are a key with a list of maps, one of which has a column of the schema."""
    begins = lines[0] if lines else None
    if not begins or begins["items"] or begins["indent"] or begins["rest"].strip() or not all(lines[:3]):
        return False
    first = lines[1] if len(lines) > 1 else None
    known = [line for line in lines[1:] if line and column_of(_key(line))]
    return bool(first and first["items"]) and len(known) > 0


def _key(line: re.Match[str]) -> str:
    return line["key"].strip('"')


def _events(text: str) -> Iterator[Any]:
    """What a parser sees of a text; the fast one where the library has it."""
    yield from yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _value(events: Iterator[Any], file: str) -> Any:
    """The value of the first document, or the list of all of them; maps, lists and texts only."""
    documents: list[Any] = []
    stack: list[Any] = [documents]
    keys: list[list[Any]] = [[]]
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise BadListError((Problem("broken YAML", file, event.start_mark.line + 1, expected="it has references"),))
        if isinstance(event, yaml.ScalarEvent):
            is_empty = event.implicit[0] and event.value in _EMPTY
            _put(stack[-1], keys[-1], None if is_empty else event.value)
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            if len(stack) > DEEPEST:
                raise BadListError((Problem("nested too deep", file),))
            stack.append([] if isinstance(event, yaml.SequenceStartEvent) else {})
            keys.append([])
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            done = stack.pop()
            keys.pop()
            _put(stack[-1], keys[-1], done)
    return documents[0] if len(documents) == 1 else documents


def _put(into: Any, keys: list[Any], value: Any) -> None:
    """Put a value into a list, or into a map as a key or as what stands under the key before it."""
    if isinstance(into, list):
        into.append(value)
    elif keys:
        into[keys.pop()] = value
    else:
        keys.append(value if isinstance(value, str) else str(value))
