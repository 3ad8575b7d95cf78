"""Tables in Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it import MarkdownIt

from dashboard.formats.find_table import refuse_too_many
from dashboard.formats.format import Document, GivenFile, TextFormat, split_lines
from dashboard.formats.markup.linked_tables import WEB, Around, Cell, Grid, document_of_grids, read_as_one
from dashboard.formats.markup.text_around import TextAround, document_with_text
from dashboard.formats.plain_text.parsed_lines import unlinked
from dashboard.formats.separated.delimited import separator_of
from dashboard.model.rows import Fate, Limits, Rows

_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
_INLINE = MarkdownIt("commonmark")
_DASHES = re.compile(r"^[ \t]*[|:-][ \t|:-]*\r?$", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")


_LONG_LINE = re.compile(r"([^\r\n]{20000})[^\r\n]+")
"""A line whose beginning is enough to tell whether it is part of a table."""


LONGEST_HEADING = 80
"""Characters."""


class Markdown(TextFormat):
    """A text in Markdown that has tables."""

    name = "Markdown table"
    plural = "tables in Markdown"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it has a table, and is not separated by anything but the bars of one."""
        if not any("-" in found[0] and "|" in found[0] for found in _DASHES.finditer(given.text)):
            return False
        return separator_of(given.text) in (None, "|") and bool(_places(given.text))

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its tables, chosen and with links as in `document_of_grids`."""
        lines = split_lines(given.text)
        places = _places(given.text)
        for begins, ends in places:
            refuse_too_many(0, max(line.count("|") for line in lines[begins:ends]) - 1, given.name, limits)
        grids = [_grid(lines, *place) for place in places]
        above = [_above(lines, begins) for begins, _ in places]
        fates = _around(lines, places) | {above[at]: "heading" for at in read_as_one(grids) if above[at]}
        texts = {number: lines[number - 1] for number, fate in fates.items() if fate == "comment"}

        def tables(no_rows: Rows, around: Mapping[int, Fate]) -> Document:
            headings = (_inline(lines[at - 1].strip(" #:"))[0] if at else "" for at in above)
            return document_of_grids(
                grids, [Around(lambda: around, len(lines), heading) for heading in headings], no_rows, limits
            )

        return document_with_text(tables, given, self.no_rows(given), limits, TextAround(texts, fates))


MARKDOWN = Markdown()


def _places(text: str) -> list[tuple[int, int]]:
    """The lines on which tables begin, and behind which they end, counted from 0."""
    tokens = _BLOCKS.parse(_LONG_LINE.sub(r"\1", text))
    return [(token.map[0], token.map[1]) for token in tokens if token.type == "table_open" and token.map]


def _above(lines: Sequence[str], begins: int) -> int:
    """The number of the last line above a table, if that may be its heading; else 0."""
    number = next((at for at in range(begins, 0, -1) if lines[at - 1].strip()), 0)
    return number if number and "|" not in lines[number - 1] and len(lines[number - 1]) <= LONGEST_HEADING else 0


def _around(lines: Sequence[str], places: Sequence[tuple[int, int]]) -> dict[int, Fate]:
    """What becomes of the lines of a text that hold no row of a table; those below a header are only dashes."""
    fates: dict[int, Fate] = {number: "comment" if line.strip() else "blank" for number, line in enumerate(lines, 1)}
    for begins, ends in places:
        fates |= dict.fromkeys(range(begins + 1, ends + 1), "other table")
        fates[begins + 2] = "heading"
    return fates


def _grid(lines: Sequence[str], begins: int, ends: int) -> Grid:
    """A table that stands on some lines, counted from 0; the second, of dashes, is left out."""
    rows = [(at + 1, lines[at].lstrip(" \t>").rstrip()) for at in range(begins, ends) if at != begins + 1]
    cells = [
        (line, _BAR.split(row.removeprefix("|").removesuffix("|") if row[:1] == "|" else row)) for line, row in rows
    ]
    table = [(line, [_inline(unlinked(cell.strip().replace("\\|", "|"))) for cell in row]) for line, row in cells]
    return [(line, row) for line, row in table if any(text for text, _ in row)]


def _inline(text: str) -> Cell:
    """A cell's text without what only changes its looks, and the addresses it links to."""
    words, links = [], []
    for token in _INLINE.parseInline(text)[0].children or ():
        if token.type == "html_inline":
            words.append("\n" if token.content.lower().startswith("<br") else "")
        else:
            words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
        if token.type == "link_open" and WEB.match(address := str(token.attrs["href"])):
            links.append(address)
    text = "\n".join(" ".join(line.split()) for line in "".join(words).split("\n"))
    return text.strip(), tuple(dict.fromkeys(links))
