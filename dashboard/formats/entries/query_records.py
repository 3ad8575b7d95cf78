r"""Answers of databases with a line for each value: MySQL's ``\G``, PostgreSQL's ``\x``, SQLite's line mode."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.formats.entries.document import ReadEntry, document_of_entries
from dashboard.formats.format import Document, GivenFile, TextFormat, split_lines
from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate, Limits

SAMPLE = 20_000
"""Characters at the start by which the form is told."""
_RULER = re.compile(r"\*{3,} \d+\. row \*{3,}|-\[ RECORD \d+ \][-+]*")
"""What MySQL and PostgreSQL write above each record."""
_FIRST = re.compile(r"\s*[^\W\d][^|:=]{0,60}?\s*(?P<sign>[|:=])(?=\s|$)")
_STATUS = re.compile(r"\d+ rows? in set\b.*|\(\d+ rows?\)|Time: .*|[\w()\[\] ]*[>#].*")
"""What a database says below its answer, and its prompt."""
_PROMPTED = re.compile(r"[\w()\[\] ]*[>#]\s")
"""What stands before what somebody typed."""
_NOTHING = ("NULL", "null", "\\N")


@dataclass(frozen=True)
class _Layout:
    """How records are written: where they begin, and in which column which sign stands behind the names."""

    begins: int
    ruled: bool
    place: int
    sign: str

    def name_of(self, line: str) -> str | None:
        """The name before the sign; empty where a value goes on; None on another line."""
        return line[: self.place].strip() if line[self.place : self.place + 1] == self.sign else None


class QueryRecords(TextFormat):
    """The answer of a database as records, a line for each value."""

    name = "records of a query"
    plural = "records as databases print them"

    def recognises(self, given: GivenFile) -> bool:
        """Whether rulers stand above records, or names come again in lines that all have a sign in one place."""
        lines = split_lines(given.text[:SAMPLE])
        layout = _layout(lines)
        if layout is None or layout.ruled:
            return layout is not None
        answer = lines[layout.begins : -1]
        names = [layout.name_of(line) for line in answer if line.strip() and not _STATUS.fullmatch(line.strip())]
        is_again = names.count(names[0]) > 1 if names else False
        return layout.sign == "=" and is_again and all(names) and "title" in map(column_of, filter(None, names))

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Each record as a film, with a column for each name; what stands beside records is named."""
        lines = split_lines(given.text)
        return document_of_entries(lines, _records(lines), self.no_rows(given), limits)


QUERY_RECORDS = QueryRecords()


def _layout(lines: Sequence[str]) -> _Layout | None:
    ruler = next((at for at, line in enumerate(lines) if _RULER.fullmatch(line.strip())), None)
    filled = (at for at, line in enumerate(lines) if line.strip() and not _PROMPTED.match(line))
    first = ruler + 1 if ruler is not None else next(filled, 0)
    found = _FIRST.match(lines[first]) if first < len(lines) else None
    begins = first if ruler is None else ruler
    return _Layout(begins, ruler is not None, found.start("sign"), found["sign"]) if found else None


def _records(lines: Sequence[str]) -> Iterator[ReadEntry]:
    layout = _layout(lines)
    begins = [*_begins(lines, layout)] if layout else []
    for first, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        if layout:
            yield _record(lines, first, end, layout)


def _begins(lines: Sequence[str], layout: _Layout) -> Iterator[int]:
    """The positions at which records begin: at a ruler, or where the first name comes again."""
    name = layout.name_of(lines[layout.begins])
    for at in range(layout.begins, len(lines)):
        if _RULER.fullmatch(lines[at].strip()) if layout.ruled else layout.name_of(lines[at]) == name:
            yield at


def _record(lines: Sequence[str], first: int, end: int, layout: _Layout) -> ReadEntry:
    cells: dict[str, str] = {}
    fates: dict[int, Fate] = {first + 1: "film"}
    name = ""
    for at in range(first + layout.ruled, end):
        line, named = lines[at], layout.name_of(lines[at])
        if named is None and (_STATUS.fullmatch(line.strip()) or not name):
            break
        name = named or name
        value = line[layout.place + 1 :].strip() if named is not None else line.strip()
        cells[name] = "\n".join(
            filter(None, (cells.get(name, ""), "" if value in _NOTHING and column_of(name) != "title" else value))
        )
        fates.setdefault(at + 1, "field" if line.strip() else "blank")
    return ReadEntry(first + 1, fates, cells)
