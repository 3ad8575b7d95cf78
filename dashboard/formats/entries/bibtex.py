"""Entries of a reference manager, in BibTeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.formats.entries.document import ReadEntry, document_of_entries
from dashboard.formats.format import Document, GivenFile, TextFormat, split_lines
from dashboard.formats.records import text_of
from dashboard.model.rows import Fate, Limits

_BEGINS = re.compile(r"@(?P<kind>[A-Za-z]+)\s*[{(]\s*(?P<key>[^\s,{}()\"=]*)\s*,")
_FIELD = re.compile(r"\s*(?P<name>[\w:.+-]+)\s*=\s*")
_BARE = re.compile(r"[^\s,#{}\"]+")
_JOINED = re.compile(r"\s*#\s*")
_FIELD_ENDS = re.compile(r"\s*,")
_ENTRY_ENDS = re.compile(r"[\s,]*[})]")
_NO_FILM = frozenset({"comment", "string", "preamble"})
_STRING = re.compile(r"@string\s*[{(]\s*(?P<name>[\w:.+-]+)\s*=\s*", re.IGNORECASE)
_OURS = re.compile(r"film-list-dashboard \S+")
"""How the dashboard's own entry for a whole view is published."""
_ACCENT = re.compile(r"\\([\"'`^~=.]|[uvHck](?=[\s{]))\s*(?:\{(\\?[A-Za-z])\}|(\\?[A-Za-z]))")
_ACCENTS = dict(
    zip("\"'`^~=.uvHck", "\u0308\u0301\u0300\u0302\u0303\u0304\u0307\u0306\u030c\u030b\u0327\u0328", strict=True)
)
_COMMAND = re.compile(r"\\textbackslash\{\}|\\[\^~]\{\}|\\([{}#$%&_ ])")
_PLAIN = {r"\textbackslash{}": "\\", r"\^{}": "^", r"\~{}": "~"}


@dataclass(frozen=True)
class _Entry:
    """An entry: the lines on which it begins and ends, counted from 1, and its fields as they stand there."""

    first: int
    last: int
    fields: Mapping[str, str]

    @property
    def is_view(self) -> bool:
        """Whether it stands for a whole view of the dashboard, and so for no film."""
        return _OURS.fullmatch(plain(self.fields.get("howpublished", ""))) is not None

    @property
    def fates(self) -> dict[int, Fate]:
        """What became of its lines."""
        return dict.fromkeys(range(self.first, self.last + 1), "field")

    @property
    def cells(self) -> dict[str, str]:
        """Its fields as they are read; its authors are its directors where no field names those.

        The date is that of release. Source: The BibLaTeX Package, 2.2.2.
        """
        people = {"author": "director"} if "director" not in self.fields else {}
        names = people | {"date": "release date"}
        return {
            names.get(name, name): _people(value) if name in people else plain(value)
            for name, value in self.fields.items()
        }


class Bibtex(TextFormat):
    """A text of entries such as ``@misc{solaris, title = {Solaris}, year = 1972}``."""

    name = "BibTeX"
    plural = "BibTeX"

    def recognises(self, given: GivenFile) -> bool:
        """Whether a line begins with an entry that has a field, in a text that is no markup."""
        found = _BEGINS.search(given.text)
        is_first = found is not None and not given.text[: found.start()].rpartition("\n")[2].strip()
        return (
            bool(found and is_first and _FIELD.match(given.text, found.end())) and given.text.lstrip()[:1] not in "{[<"
        )

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Each entry as a film, with a column for its key and for each field; what stands between them is named."""
        lines = split_lines(given.text)
        films = (each for each in _entries("\n".join(lines)) if not each.is_view)
        read = (ReadEntry(each.first, each.fates, each.cells) for each in films)
        return document_of_entries(lines, read, self.no_rows(given), limits)


BIBTEX = Bibtex()


def _entries(text: str) -> Iterator[_Entry]:
    """The entries of a text, without those that can be no film."""
    line, counted, at = 1, 0, 0
    names: dict[str, str] = {}
    for each in _STRING.finditer(text):
        names[each["name"].casefold()] = _value(text, each.end(), names)[0]
    while found := _BEGINS.search(text, at):
        line, counted = line + text.count("\n", counted, found.start()), found.start()
        fields, at = _fields(text, found.end(), names)
        if found["kind"].casefold() not in _NO_FILM:
            yield _Entry(line, line + text.count("\n", counted, at), {"key": found["key"], **fields})


def _fields(text: str, at: int, names: Mapping[str, str]) -> tuple[dict[str, str], int]:
    """The fields of an entry, and where it ends; `names` are the texts that have a name."""
    fields: dict[str, str] = {}
    while name := _FIELD.match(text, at):
        value, at = _value(text, name.end(), names)
        fields[name["name"].casefold()] = value
        if not (more := _FIELD_ENDS.match(text, at)):
            break
        at = more.end()
    closing = _ENTRY_ENDS.match(text, at)
    return fields, closing.end() if closing else at


def _value(text: str, at: int, names: Mapping[str, str]) -> tuple[str, int]:
    """A value, put together of parts with "#" between them, and where it ends."""
    parts: list[str] = []
    more: re.Match[str] | None = None
    while at < len(text) and (more or not parts):
        if text[at] in '{"':
            part, at = _enclosed(text, at)
        else:
            bare = _BARE.match(text, at)
            part, at = (names.get(bare[0].casefold(), bare[0]), bare.end()) if bare else ("", at)
        parts.append(part)
        more = _JOINED.match(text, at)
        at = more.end() if more else at
    return "".join(parts), at


def _enclosed(text: str, at: int) -> tuple[str, int]:
    """What stands between braces or quotation marks, and where it ends; all that follows if they are not closed."""
    closing, depth, begins = ("}" if text[at] == "{" else '"'), 0, at + 1
    for found in re.compile(r"\\.|[{}\"]", re.DOTALL).finditer(text, begins):
        sign = found[0]
        if depth == 0 and sign == closing:
            return text[begins : found.start()], found.end()
        depth += (sign == "{") - (sign == "}")
    return text[begins:], len(text)


def plain(value: str) -> str:
    """A value as it is read: without braces that only keep capitals, and without commands."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(_PLAIN.get(found[0], found[1] or ""))
        return f"\0{len(kept) - 1}\0"

    text = _ACCENT.sub(_accented, value.replace("\0", "\ufffd"))
    text = text.replace("---", "—") if "://" in text else text.replace("---", "—").replace("--", "–")
    bare = re.sub(r"[{}]", "", _COMMAND.sub(keep, text))
    return " ".join(re.sub(r"\0(\d+)\0", lambda found: kept[int(found[1])], bare).split())


def _accented(found: re.Match[str]) -> str:
    letter = (found[2] or found[3]).lstrip("\\")
    return unicodedata.normalize("NFC", letter + _ACCENTS[found[1]])


def _people(value: str) -> str:
    """Names with "and" between them, each as it is said: "Andrei Tarkovsky" for "Tarkovsky, Andrei"."""
    names = [plain(name) for name in re.split(r"\s+and\s+(?![^{]*\})", value)]
    turned = [forename_first(name) for name in names]
    return text_of(turned) if len(turned) > 1 else "".join(turned)


def forename_first(name: str) -> str:
    """A name as it is said.

    >>> forename_first("Tarkovsky, Andrei"), forename_first("Mosfilm")
    ('Andrei Tarkovsky', 'Mosfilm')
    """
    return " ".join(reversed(name.split(", "))) if name.count(", ") == 1 else name
