"""Tables in AsciiDoc."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.formats.drawn.document import DrawnTables
from dashboard.formats.drawn.layout import DrawnTable, Row
from dashboard.formats.format import GivenFile
from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate

_FENCE = re.compile(r"^\|={3,}[ \t]*$", re.MULTILINE)
_ATTRIBUTES = re.compile(r"\[.*\]\s*")
_COLUMNS = re.compile(r"cols\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^,\]]*))")
_CELL = re.compile(r"(?:(?<=\s)|^)(?:\d{0,2}(?:\.\d{1,2})?[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?(?<!\\)\|")
_MARKS = re.compile(r"(?<!\w)([*_`]{1,2})(\S(?:.*?\S)?)\1(?!\w)")


class Asciidoc(DrawnTables):
    """A text with tables between lines of ``|===``."""

    name = "AsciiDoc table"
    plural = "tables in AsciiDoc"

    def recognises(self, given: GivenFile) -> bool:
        """Whether a table begins in it."""
        return _FENCE.search(given.text) is not None

    def tables(self, lines: Sequence[str]) -> Iterator[DrawnTable]:
        """The tables of a text; one that nothing closes goes on to the end."""
        fences = [at for at, line in enumerate(lines) if _FENCE.fullmatch(line)]
        for begins, ends in zip(fences[::2], [*fences[1::2], *([len(lines)] if len(fences) % 2 else [])], strict=True):
            attributes = lines[begins - 1] if begins and _ATTRIBUTES.fullmatch(lines[begins - 1]) else ""
            if found := _table(lines, begins, min(ends, len(lines) - 1), attributes):
                yield found


ASCIIDOC = Asciidoc()


def _table(lines: Sequence[str], begins: int, ends: int, attributes: str) -> DrawnTable | None:
    """The table between two lines, counted from 0, with the attributes above it."""
    cells: list[list[str]] = []
    places: list[int] = []
    others: dict[int, Fate] = {begins + 1: "blank", ends + 1: "blank"}
    for at in range(begins + 1, ends + (lines[ends][:2] != "|=")):
        above, *begun = _CELL.split(lines[at])
        if above.strip() and cells:
            cells[-1].append(above)
        cells += [[cell] for cell in begun]
        places += [at + 1] * len(begun)
        others[at + 1] = "field" if lines[at].strip() else "blank"
    width = _width(attributes) or places.count(places[0]) if places else 0
    if not width:
        return None
    texts = [_plain(" ".join(map(str.strip, parts))) for parts in cells]
    rows: list[Row] = [(places[at], texts[at : at + width]) for at in range(0, len(texts), width)]
    has_header = "header" in attributes or any(map(column_of, rows[0][1]))
    others = {at: fate for at, fate in others.items() if at not in {line for line, _ in rows}}
    return DrawnTable(rows, begins + 1, ends + 1, has_header, others) if len(rows) > has_header else None


def _width(attributes: str) -> int:
    """How many columns attributes name; 0 if they do not say it."""
    found = _COLUMNS.search(attributes)
    if not found:
        return 0
    columns = re.split(r"[,;]", next(filter(None, found.groups()), ""))
    times = (re.match(r"\s*(\d{1,2})\*", each) for each in columns)
    return sum(int(each[1]) if each else 1 for each in times)


def _plain(text: str) -> str:
    return _MARKS.sub(r"\2", text).replace("\\|", "|").strip()
