"""Entries that are a line for each field: RIS, EndNote's tags, MARC as text, infoboxes of a wiki."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import ClassVar

from dashboard.formats.entries.bibtex import forename_first
from dashboard.formats.entries.document import ReadEntry, document_of_entries
from dashboard.formats.format import Document, GivenFile, TextFormat, split_lines
from dashboard.formats.markup.wikitext import text_shown
from dashboard.formats.records import text_of
from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate, Limits
from dashboard.model.values import YEAR

Fields = dict[str, list[str]]
"""The values of an entry's fields, by their tags."""

_FILMS = re.compile(r"(?i)mpct|movie|video|film|motion|audiovisual|broadcast|advs|generic|gen|multi")
"""Types of entries whose first people are directors."""
_DATE = re.compile(r"(?P<year>[12]\d{3})(?P<more>[/-].*|\b.*)")
_RIS = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*)|$)")
_ENDNOTE = re.compile(r"%(?P<tag>[0-9A-Z@!#$^&()?+*<>\[\]~])(?: (?P<value>.*)|$)")
_MARC = re.compile(r"(?P<equals>=?)(?P<tag>LDR|\d{3})\s{1,4}(?P<value>\S.*)")
_SUBFIELD = re.compile(r"\s?[$|‡ǂ](?P<code>[a-z0-9])\s?(?P<value>[^$|‡ǂ]*)")
_RIS_BEGINS = re.compile(r"^TY {1,2}- [^\r\n]*[\r\n]++[A-Z][A-Z0-9] {1,2}-", re.MULTILINE)
_ENDNOTE_BEGINS = re.compile(
    r"\A\s*+(?:%[0-9A-Z] [^\r\n]*+[\r\n]++){0,20}?%(?:0|T) [^\r\n]*+(?:[\r\n]++%[0-9A-Z@] |\s*+$)"
)
_MARC_BEGINS = re.compile(r"^(?:=?245[ \t]+\S{0,4}[ \t]*[$|‡ǂ]a|=LDR[ \t])", re.MULTILINE)
_INFOBOX = re.compile(
    r"\s*(?P<tag>\{\{\s?infobox|\}\}(?=\s*$)|\|\s*[\w -]{1,40}?(?=\s*=))\s*=?\s*(?P<value>.*)", re.IGNORECASE
)
_INFOBOX_BEGINS = re.compile(r"^\{\{\s?infobox[^\r\n]*[\r\n]++\s*\|[^\r\n=]{1,40}=", re.MULTILINE | re.IGNORECASE)
_DATE_WITHIN = re.compile(rf"(?<!\d){YEAR}(?!\d)")
_PRINTED_TITLES = ("TITLE", "TITEL", "TITRE", "TÍTULO", "TITOLO", "ЗАГЛАВИЕ")
_PRINTED = re.compile(r"(?P<tag>[A-ZÀ-ÝА-Я][A-ZÀ-ÝА-Я #./-]{1,20}?)\s{2,}(?P<value>\S.*)")
_PRINTED_BEGINS = re.compile(
    rf"^(?:{'|'.join(_PRINTED_TITLES)})[ \t]{{2,}}\S[^\r\n]*[\r\n]++(?:[ \t]+\S[^\r\n]*[\r\n]++){{0,5}}"
    r"[A-ZÀ-ÝА-Я][A-ZÀ-ÝА-Я #./-]{1,20}?[ \t]{2,}\S",
    re.MULTILINE,
)
_MEDIUM = re.compile(r"\s*\[([^\[\]]*)\]")
_ORIGINALLY = re.compile(
    r"(?i)\boriginally (?:released|produced|issued|made|broadcast|presented)\b.{0,80}?\b([12]\d{3})\b"
)
_ISBD = " /:;=,."


@dataclass
class Entry:
    """An entry: the lines on which it begins and ends, counted from 1, and the lines of each field by its tag."""

    first: int
    last: int
    parts: dict[str, list[list[str]]] = field(default_factory=dict)

    @property
    def fields(self) -> Fields:
        """The values of its fields, each on one line, by their tags."""
        return {tag: [" ".join(filter(None, lines)) for lines in values] for tag, values in self.parts.items()}


class TaggedEntries(TextFormat):
    """A text of entries with a tag before each field."""

    line: ClassVar[re.Pattern[str]]
    """How a line with a tag is written; any other one goes on with the field above it."""
    begins: ClassVar[re.Pattern[str]]
    """What tells that a text is such entries."""
    first_tags: ClassVar[frozenset[str]]
    """The tags with which an entry begins, if the one above has them already or has ended."""
    last_tag: ClassVar[str] = ""
    """The tag with which an entry ends; without one, a blank line does that."""

    def recognises(self, given: GivenFile) -> bool:
        """Whether the text has an entry and is no markup."""
        return given.text.lstrip()[:1] not in "{[<" and self.begins.search(given.text) is not None

    @abstractmethod
    def cells(self, fields: Fields) -> Mapping[str, str]:
        """The fields of an entry as they are read, by the names of their columns."""

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Each entry as a film, with a column for each of its tags; what stands between entries is named."""
        lines = split_lines(given.text)

        def read(entry: Entry) -> ReadEntry:
            inside = range(entry.first, entry.last + 1)
            fates: dict[int, Fate] = {at: "field" if lines[at - 1].strip() else "blank" for at in inside}
            return ReadEntry(entry.first, fates, self.cells(entry.fields))

        return document_of_entries(lines, map(read, self._entries(lines)), self.no_rows(given), limits)

    def _entries(self, lines: Sequence[str]) -> Iterator[Entry]:
        entry: Entry | None = None
        tag = ""
        for at, line in enumerate(lines, 1):
            found = self.line.match(line.lstrip("\ufeff"))
            if found:
                is_new = found["tag"] in self.first_tags and (entry is None or found["tag"] in entry.parts)
                if entry and is_new:
                    yield entry
                entry = Entry(at, at) if is_new or entry is None else entry
                tag, entry.last = found["tag"], at
                entry.parts.setdefault(tag, []).append([(found["value"] or "").strip()])
            elif entry and line.strip():
                entry.parts[tag][-1].append(line.strip())
                entry.last = at
            if entry and (tag == self.last_tag if self.last_tag else not line.strip()):
                yield entry
                entry = None
        if entry:
            yield entry


class Ris(TaggedEntries):
    """A text of entries such as ``TY  - MPCT``, ``TI  - Solaris``, ``ER  -``."""

    name = "RIS"
    plural = "RIS"
    line, begins, first_tags, last_tag = _RIS, _RIS_BEGINS, frozenset({"TY"}), "ER"

    def cells(self, fields: Fields) -> Mapping[str, str]:
        """The fields of an entry under the names of their columns; those of no meaning here keep their tags."""
        fields = {tag: values for tag, values in fields.items() if tag != "ER"}
        people = "director" if _FILMS.search(" ".join(fields.get("TY", ["film"]))) else "author"
        year, date = _year_and_date(fields, ("PY", "Y1", "DA"))
        names = _RIS_NAMES | {"AU": people, "A1": people}
        return {"title": "", "year": year, "date": date} | _named(fields, names, ("PY", "Y1", "DA"))


class EndNote(TaggedEntries):
    """A text of entries such as ``%0 Film or Broadcast``, ``%T Solaris``."""

    name = "EndNote"
    plural = "EndNote"
    line, begins, first_tags = _ENDNOTE, _ENDNOTE_BEGINS, frozenset({"0"})

    def cells(self, fields: Fields) -> Mapping[str, str]:
        """The fields of an entry under the names of their columns; those of no meaning here keep their tags."""
        people = "director" if _FILMS.search(" ".join(fields.get("0", ["film"]))) else "author"
        year, date = _year_and_date(fields, ("D", "8"))
        named = _named(fields, _ENDNOTE_NAMES | {"A": people}, ("D", "8"))
        return {"title": "", "year": year, "date": date} | named


class Marc(TaggedEntries):
    """A library's records as text: ``=245  10$aSolaris``."""

    name = "MARC"
    plural = "MARC records as text"
    line, begins, first_tags = _MARC, _MARC_BEGINS, frozenset({"LDR", "000", "001"})

    def cells(self, fields: Fields) -> Mapping[str, str]:
        """Title, people and years of a record; the year of a disc or a tape is none of its film.

        The film's year is what the record says of the original: in field 046, in a note, or as the second date of
        field 008 where that is the original's.

        Source: Library of Congress, MARC 21 Format for Bibliographic Data.
        """
        title, responsible = _marc_title(fields)
        published = _subfields(fields, ("260", "264"), "c")
        plain = {
            f"{tag} {_MARC_NAMES.get(tag, '')}".strip(): text_of([_all_of(value) for value in values])
            if len(values) > 1
            else _all_of(values[0])
            for tag, values in fields.items()
            if tag not in ("LDR", "000", "008", "245", "001")
        }
        return {
            "title": title,
            "year": _marc_year(fields),
            "responsibility": responsible,
            "medium": " ".join(_subfields(fields, ("245",), "h")).strip("[] /:"),
            "edition published": "; ".join(published).strip(_ISBD),
            "date in 008": _date_in_008(fields),
            "key": " ".join(fields.get("001", ())),
            **plain,
        }


class Catalogue(TaggedEntries):
    """A library's records as its catalogue prints them: ``TITLE   Solaris [videorecording] / a film by …``."""

    name = "catalogue"
    plural = "printed records of libraries"
    line, begins, first_tags = _PRINTED, _PRINTED_BEGINS, frozenset(_PRINTED_TITLES)

    def cells(self, fields: Fields) -> Mapping[str, str]:
        """Title and people of a record, and the year in which its note says the film came out; else no year."""
        tag = next((tag for tag in _PRINTED_TITLES if tag in fields), "")
        title, _, responsible = " ".join(fields.get(tag, ())).partition(" / ")
        medium = _MEDIUM.search(title)
        notes = chain.from_iterable(fields.values())
        year = next((said[1] for each in notes if (said := _ORIGINALLY.search(each))), "")
        rest = {name.capitalize(): text_of(each) if len(each) > 1 else each[0] for name, each in fields.items()}
        return {
            "title": _MEDIUM.sub("", title).strip(_ISBD.replace(".", "")),
            "year": year,
            "responsibility": responsible.rstrip(" ."),
            "medium": medium[1] if medium else "",
            **{name: each for name, each in rest.items() if name != tag.capitalize()},
        }


class Infoboxes(TaggedEntries):
    """The boxes of films as a wiki's pages are written: ``{{Infobox film``, ``| name = Solaris``, ``}}``."""

    name = "infoboxes"
    plural = "infoboxes in wikitext"
    line, begins, last_tag = _INFOBOX, _INFOBOX_BEGINS, "}}"
    first_tags = frozenset({"{{Infobox", "{{infobox", "{{ Infobox", "{{ infobox"})

    def recognises(self, given: GivenFile) -> bool:
        """Whether such a box begins, and no table does."""
        return self.begins.search(given.text) is not None and "{|" not in given.text

    def cells(self, fields: Fields) -> Mapping[str, str]:
        """The fields of a box, as its page shows them; the year is the first of those in which the film came out."""
        told = {tag.strip("| "): text_shown(" ".join(values)) for tag, values in fields.items() if tag[0] == "|"}
        named = {name: text for name, text in told.items() if text}
        dated = (text for name, text in named.items() if column_of(name) in ("year", "release_date"))
        years = (found[0] for text in dated if (found := _DATE_WITHIN.search(text)))
        return {"name": "", "year": next(years, "")} | {name: text for name, text in named.items() if name != "year"}


RIS, ENDNOTE, MARC, CATALOGUE, INFOBOXES = Ris(), EndNote(), Marc(), Catalogue(), Infoboxes()

_RIS_NAMES = {
    **{"TY": "reference type", "TI": "title", "T1": "title", "ID": "key", "PB": "publisher", "CY": "place"},
    **{"N1": "note", "AB": "description", "N2": "description", "KW": "keywords", "UR": "url", "LA": "language"},
    **{"DO": "doi", "SN": "isbn", "M3": "medium", "Y2": "access date"},
}
_ENDNOTE_NAMES = {
    **{"0": "reference type", "T": "title", "I": "publisher", "C": "place", "G": "language", "Z": "note"},
    **{"X": "description", "K": "keywords", "U": "url", "9": "medium", "F": "key", "@": "isbn", "[": "access date"},
}
_MARC_NAMES = {"260": "publication", "264": "publication", "300": "extent", "500": "note", "520": "summary"}
_PEOPLE = frozenset({"AU", "A1", "A2", "A3", "A4", "A", "E", "Y"})


def _named(fields: Fields, names: Mapping[str, str], dates: Sequence[str]) -> dict[str, str]:
    """The fields but those of dates, by the names of their columns; what one name has twice is several values."""
    values: dict[str, list[str]] = {}
    for tag, given in fields.items():
        if tag not in dates:
            said = [forename_first(each) for each in given] if tag in _PEOPLE else given
            column = values.setdefault(names.get(tag, tag), [])
            column += [each for each in said if each and each not in column]
    return {name: text_of(several) if len(several) > 1 else "".join(several) for name, several in values.items()}


def _year_and_date(fields: Fields, tags: Sequence[str]) -> tuple[str, str]:
    """The year of an entry, of the first of some tags that has one, and all that these say beside it."""
    given = [*chain.from_iterable(fields.get(tag, ()) for tag in tags)]
    found = next((date for each in given if (date := _DATE.match(each))), None)
    plain = [each.rstrip("/ ") for each in given]
    year = found["year"] if found else "".join(plain[:1])
    return year, "; ".join(dict.fromkeys(each for each in plain if each and each != year))


def _parts(value: str) -> list[tuple[str, str]]:
    return [(each["code"], each["value"].strip()) for each in _SUBFIELD.finditer(value)]


def _all_of(value: str) -> str:
    """What a field says, without its indicators and the codes of its parts."""
    return " ".join(text for _, text in _parts(value)) or value


def _subfields(fields: Fields, tags: Sequence[str], codes: str) -> list[str]:
    values = chain.from_iterable(fields.get(tag, ()) for tag in tags)
    return [text for value in values for code, text in _parts(value) if code in codes]


def _marc_title(fields: Fields) -> tuple[str, str]:
    """The title of a record with all its parts, and who is named behind it."""
    title = " ".join(_subfields(fields, ("245",), "abnp"))
    kept_dot = title.rstrip().endswith(".") and len(title.split()[-1]) == 2
    responsible = " ".join(_subfields(fields, ("245",), "c")).rstrip(" .")
    return title.rstrip(_ISBD.replace(".", "") if kept_dot else _ISBD).replace(" : ", ": "), responsible


def _marc_year(fields: Fields) -> str:
    for value in (*_subfields(fields, ("046",), "k"), *_subfields(fields, ("534",), "c")):
        if found := _DATE.match(value.lstrip("c©[ ")):
            return found["year"]
    for value in fields.get("500", ()):
        if said := _ORIGINALLY.search(_all_of(value)):
            return said[1]
    fixed = "".join(fields.get("008", ())[:1])
    return fixed[11:15] if fixed[6:7] in ("p", "r") and fixed[11:15].isdecimal() else ""


def _date_in_008(fields: Fields) -> str:
    """The first date of a record's field of fixed length, which may be the film's or the disc's."""
    fixed = "".join(fields.get("008", ())[:1])
    return fixed[7:11] if fixed[7:11].isdecimal() else ""
