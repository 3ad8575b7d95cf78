"""Notes with front matter, as Obsidian and sites of plain files have them: a film each."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from dashboard.formats.format import Document, GivenFile, TextFormat
from dashboard.formats.nested.lists import document_of_value
from dashboard.formats.nested.yaml import value_of
from dashboard.formats.plain_text.parsed_lines import unlinked
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError
from dashboard.model.rows import Limits

TEXT = "text"
"""The column of what stands below the front matter."""
_NOTE = re.compile(r"---[ \t]*\r?\n(?P<front>.{1,20000}?)\r?\n---[ \t]*(?:\r?\n(?P<text>.*)|)\Z", re.DOTALL)
_HEADING = re.compile(r"\A\s*#[ \t]+(?P<title>\S.*)")


class Note(TextFormat):
    """A note whose front matter says what its film is."""

    name = "note"
    plural = "notes with front matter"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins with front matter that names something of a film."""
        return note_of(given) is not None

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The film of the note: its front matter and its text."""
        return document_of_value([note_of(given)], self.no_rows(given), limits)


NOTE = Note()


def note_of(given: GivenFile) -> dict[str, Any] | None:
    """What a note says of its film, by name; None for any other file.

    The title is that of the front matter, else the heading, else the name of the file, which is a note's title.
    """
    found = _NOTE.match(given.text) if given.text.startswith("---") else None
    try:
        front = value_of(found["front"], given.name) if found else None
    except BadListError:
        return None
    known = {column_of(key) for key in front} if isinstance(front, dict) else set()
    if not found or not isinstance(front, dict) or len(known - {None}) < 2:
        return None
    text = (found["text"] or "").strip()
    heading = _HEADING.match(text)
    title = heading["title"].strip() if heading else PurePosixPath(given.name).stem
    named = {} if "title" in known else {"title": title}
    rest = (
        text[heading.end() :].strip() if heading and heading["title"].strip() == (front.get("title") or title) else text
    )
    return {**named, **{key: _plain(each) for key, each in front.items()}, **({TEXT: unlinked(rest)} if rest else {})}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return unlinked(value) if isinstance(value, str) else value
