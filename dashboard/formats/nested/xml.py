"""XML into rows: any file in which elements come again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from xml.parsers import expat

from dashboard.formats.entries.tagged import MARC
from dashboard.formats.format import Document, GivenFile, TextFormat, different
from dashboard.formats.markup.html import parsed
from dashboard.formats.nested.lists import document_of_value
from dashboard.formats.plain_text.plain import PLAIN_TEXT
from dashboard.model.column_names import column_of, is_a_date
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

DEEPEST = 100
"""Elements within each other."""
MOST_ELEMENTS = 800_000
"""Elements and attributes of a file; more would take longer to read than anybody waits."""

MOST_PARTS = 50
"""Parts of an element by which it is told what it is."""
WORDS = "words"
"""The column for what stands between the parts of a film."""

_BEGINS = re.compile(
    r"\s*(?:<\?xml[^<>]{0,300}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[\w-]{1,40}[^<>]{0,300}\?>\s*){0,20}"
    r"(?:<!DOCTYPE\s+([\w:.-]{1,100})|<([\w:.-]{1,100})[\s/>])",
    re.DOTALL,
)
_OF_PAGES = re.compile(
    r"html|netscape-bookmark-file-1|head|body|article|section|main|header|footer|nav|div|span|p|br|hr|pre|blockquote|h[1-6]"
    r"|a|b|i|em|strong|font|center|ul|ol|li|dl|table|thead|tbody|tr|td|form|img|svg|style|script|meta|link"
)
"""What pages begin with, whole or in part; those are HTML."""
_CELLS = {"row": ("cell", "c"), "tr": ("td", "th")}
"""Elements that are rows of a table, and what their cells are called."""


class Xml(TextFormat):
    """Elements within elements."""

    name = "XML"
    plural = "XML"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins with an element that is none of a web page."""
        return bool(root := _root(given.text)) and not _OF_PAGES.fullmatch(root)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The lists that its elements are: those of one name in one place. What an element is made of are columns.

        Entities that the file declares are refused, so that none is ever put in; nothing outside the file is read.
        """
        reader = _Reader(given.name)
        try:
            value = reader.value_of(given.text)
        except expat.ExpatError as error:
            raise _broken(given.name, expat.errors.messages.get(error.code, str(error)), error.lineno) from error
        if _root(given.text) == "opml":
            return _outline(value, given, limits)
        known = _KNOWN.get(_root(given.text), lambda each, _: each)
        return document_of_value(known(value, given.name), self.no_rows(given), limits)


XML = Xml()


def _root(text: str) -> str:
    """The name of the element that a text begins with, in small letters; empty if it begins with none."""
    found = _BEGINS.match(text[:60_000])
    return (found[1] or found[2]).casefold() if found else ""


def _outline(value: Any, given: GivenFile, limits: Limits) -> Document:
    """The points of an outline (OPML 2.0), as the lines of a plain list."""
    body = value.get("body") if isinstance(value, dict) else None
    lines = [*_points(body, 0)] if isinstance(body, dict) else []
    return PLAIN_TEXT.read(GivenFile("\n".join(lines).encode(), given.name, "utf-8"), limits)


def _notes(value: Any, file: str) -> Any:
    """The tasks of notes (Evernote), each with what the note says of itself, by note; all lines where none is a task.

    What else stands in a note of tasks is a list beside them.
    """
    found: list[tuple[str, list[Any]]] = []
    for note in _several(value, "note"):
        title, content = (str(note.get(name) or " ") for name in ("title", "content"))
        lines = [
            line for each in parsed(_TASK.sub(_mark, content), file).itertext() if (line := " ".join(each.split()))
        ]
        tasks = [line for line in lines if line[0] in _BOXES]
        of_note = {key: each for key, each in note.items() if key not in ("title", "content")}
        items = [{"text": line.lstrip(_BOXES), "checked": line[0] == _BOXES[1], **of_note} for line in tasks]
        found.append((title, items or [{"text": line, **of_note} for line in lines]))
        if items and (rest := [line for line in lines if line not in tasks]):
            found.append((f"{title} (text)", rest))
    return dict(zip(different([title for title, _ in found]), (items for _, items in found), strict=True))


def _mark(task: re.Match[str]) -> str:
    return _BOXES["true" in task[0]]


def _records(value: Any, _: str) -> list[Any]:
    """Records of a library (MODS 3), each with its title, its other titles, and the year in which it was made."""
    return [_record(each) for each in (_several(value, "mods") or [value])]


def _record(value: dict[str, Any]) -> dict[str, Any]:
    titles = [_title(each) for each in _several(value, "titleInfo")]
    made = [each for origin in _several(value, "originInfo") for each in _listed(origin.get("dateCreated"))]
    year = {"year": made[0]} if made else {}
    return {"title": titles[0] if titles else "", "other titles": titles[1:], **year, **value}


def _title(info: dict[str, Any]) -> str:
    parts = (str(each or "").strip() for each in (info.get("nonSort"), info.get("title")))
    return " ".join(filter(None, parts))


def _several(value: Any, name: str) -> list[dict[str, Any]]:
    """The elements of one name in an element that have parts."""
    inside = _listed(value.get(name)) if isinstance(value, dict) else []
    return [each for each in inside if isinstance(each, dict)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


_TASK = re.compile(r"<en-todo[^<>]{0,60}/?>(?:\s*</en-todo>)?")
_BOXES = "☐☑"
_OF_MARC = {"controlfield": "tag", "datafield": "tag", "subfield": "code"}
"""The elements of a library's record, and which attribute says what each is. Source: MARC 21 XML Schema."""
_KNOWN = {"en-export": _notes, "mods": _records, "modscollection": _records}
"""What makes the lists of a form of its own out of its elements, by the element that it begins with."""


def _points(value: dict[str, Any], depth: int) -> Iterator[str]:
    inside = value.get("outline", [])
    for point in inside if isinstance(inside, list) else [inside]:
        if isinstance(point, dict):
            yield "  " * depth + "- " + " ".join(str(point.get("text") or point.get("title") or "").split())
            yield from _points(point, depth + 1)


def _broken(file: str, why: str, line: int | None = None) -> BadListError:
    return BadListError((Problem("broken XML", file, line, expected=why),))


@dataclass(slots=True)
class _Element:
    """An element as it comes in.

    Attributes:
        name: its name, without what stands before a colon.
        values: its attributes and the elements in it by their names, a list where there are several of one.
        texts: its text.
        several: the names of which there are several.
        attributes: how many of the values are attributes; they come first.
        fields: those of a library's record, by their tags, as they stand in its text.
    """

    name: str
    values: dict[str, Any]
    texts: list[str] = field(default_factory=list)
    several: set[str] = field(default_factory=set)
    fields: dict[str, list[str]] = field(default_factory=dict)
    attributes: int = 0

    def add(self, name: str, value: Any) -> None:
        """Put in an element that has ended."""
        if name in self.several:
            self.values[name].append(value)
        elif name in self.values:
            self.values[name] = [self.values[name], value]
            self.several.add(name)
        else:
            self.values[name] = value


def _put_field(element: _Element, within: _Element, text: str) -> None:
    """Put a field of a library's record, or a part of one, into what it stands in (MARCXML)."""
    if element.name == "subfield":
        within.texts.append(f"${element.values['code']}{text.replace('$', ' ')}")
    else:
        within.fields.setdefault(str(element.values["tag"]), []).append(text)


class _Reader:
    """Takes elements as they come in and puts them into each other."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[_Element] = [_Element("", {})]
        self._count = 0

    def value_of(self, text: str) -> Any:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._refuse_entities
        parser.Parse(text, True)
        (value,) = self._open[0].values.values()
        return value

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1 + len(attributes)
        if len(self._open) > DEEPEST:
            raise BadListError((Problem("nested too deep", self._file),))
        if self._count > MOST_ELEMENTS:
            raise BadListError((Problem("too many rows", self._file, expected=str(MOST_ELEMENTS)),))
        own = {_local(key): value for key, value in attributes.items() if not key.startswith(("xml", "xsi:"))}
        self._open.append(_Element(_local(name), own, attributes=len(own)))

    def _end(self, _: str) -> None:
        element, within = self._open.pop(), self._open[-1]
        text = "".join(element.texts).strip()
        if element.name in _OF_MARC and _OF_MARC[element.name] in element.values:
            _put_field(element, within, text)
            return
        if element.name == "record" and element.fields:
            element.values = dict(MARC.cells(element.fields))
        if within.texts and text:
            within.texts.append(text)
        if text and _says_a_film(element):
            within.add(element.name, {**element.values, WORDS: text})
            return
        if not text or element.name in within.several:
            within.add(element.name, text or _inside(element))
            return
        within.add(element.name, text)
        for key, value in islice(element.values.items(), element.attributes):
            if element.name not in within.several:
                within.values.setdefault(f"{element.name}.{key}", value)

    def _text(self, text: str) -> None:
        element = self._open[-1]
        if element.texts or not text.isspace():
            element.texts.append(text)

    def _refuse_entities(self, *_: Any) -> None:
        raise _broken(self._file, "it declares entities of its own")


def _says_a_film(element: _Element) -> bool:
    """Whether an element has a film's title and date as parts, with words between: an entry of a bibliography (TEI)."""
    parts = [*islice(element.values, element.attributes, element.attributes + MOST_PARTS)]
    columns = {column_of(name) for name in parts}
    return "title" in columns and (not columns.isdisjoint(("year", "release_date")) or any(map(is_a_date, parts)))


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _inside(element: _Element) -> Any:
    """What an element without text comes to: nothing, the cells of a row, or its parts by name."""
    if not element.values:
        return None
    cells = _CELLS.get(element.name.casefold(), ())
    if len(element.values) == 1 and next(iter(element.values)).casefold() in cells:
        (inner,) = element.values.values()
        return [_only(each) for each in (inner if isinstance(inner, list) else [inner])]
    return element.values


def _only(value: Any) -> Any:
    """The text of a cell, which may stand in an element within it."""
    return next(iter(value.values()), None) if isinstance(value, dict) else value
