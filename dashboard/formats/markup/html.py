"""Tables on web pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from html import unescape
from typing import Any

from lxml import etree, html

from dashboard.formats.find_table import known_names, refuse_too_many
from dashboard.formats.format import Document, GivenFile, TextFormat
from dashboard.formats.markup.cards import CARDS, cards_of
from dashboard.formats.markup.linked_tables import WEB, Around, Cell, Grid, document_of_grids, json_or_one
from dashboard.formats.markup.text_around import TextAround, document_with_text
from dashboard.formats.nested.lists import document_of_value
from dashboard.formats.plain_text.plain import PLAIN_TEXT
from dashboard.model.column_names import column_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits, Rows

MOST_ROWS_SPANNED = 65_534
"""As in HTML itself."""

LINKED_DATA = "JSON-LD"
"""What the films are called that a page names to machines."""
_MOVIE = re.compile(r"\"@type\"\s{0,9}:\s{0,9}\"Movie\"")
_BREAKS = {"br": "\n", "p": "\n", "div": "\n", "li": " ", "tr": " "}
_FOOTNOTES = re.compile(r"\s*(?:\[(?:\d{1,3}|[a-z]|(?:note|nb|n|прим\.)\s?\d{1,3})\]\s*)+$")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MARKS = {**dict.fromkeys(_HEADINGS, "# "), "li": "- ", "dt": "- ", "dd": "  "}
"""What marks the lines of some blocks in a plain list."""
_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font"),
        *("i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small"),
        *("span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    )
)
"""The elements that stand within a line; every other one is a block."""
_ELSEWHERE = ("head", "table", "nav", "aside", "footer", "form", "button", "select", "noscript", "template", "svg")
"""The blocks of a page that hold no item of a list beside its tables."""
DEEPEST = 20
"""So many items around an item are told from each other."""
_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"


class Html(TextFormat):
    """A web page, or a part of one."""

    name = "HTML table"
    plural = "tables in HTML"
    unit = "row"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins as a page, or a part of one, does."""
        return re.match(r"\s*<(!doctype|!--|\?xml|[a-z])", given.text, re.IGNORECASE) is not None

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its tables, chosen and with links as in `document_of_grids`; a cell that spans several is repeated.

        Its headings, items and paragraphs are read as a list where films with years are among them.

        Nothing is fetched and nothing is run; scripts, hidden parts and the marks of footnotes are left out.
        """
        page = parsed(given.text, given.name)
        tables = list(page.iter("table"))
        grids = [grid_of(table, given.name, limits) for table in tables]
        around = [_around(*each) for each in zip(tables, grids, _headings(page), strict=True)]

        def in_tables(no_rows: Rows, _: Mapping[int, Fate]) -> Document:
            return document_of_grids(grids, around, no_rows, limits)

        items = replace(self.no_rows(given), unit="item")
        data = _linked_data(page, items, limits)
        other = data or cards_of(page, _says_no_film, _INLINE, items, limits)
        text = TextAround(_texts(page))
        if not other:
            return document_with_text(in_tables, given, self.no_rows(given), limits, text)
        try:
            document = document_with_text(in_tables, given, self.no_rows(given), limits, text)
        except BadListError:
            return other
        if not data and document.table.rows.form == PLAIN_TEXT.name:
            return document if _dated(document.table.rows) > len(other.table.rows.lines) else other
        named = "title" in known_names(document.table.rows.header)
        both = (*document.tables, *(table.renamed(LINKED_DATA if data else CARDS) for table in other.tables))
        return Document(both, document.taken if named else len(document.tables) + other.taken)


HTML = Html()


def _says_no_film(node: Any) -> bool:
    """Whether an element is one in which no film of a card is looked for."""
    return _is_unseen(node) or node.tag in _ELSEWHERE


def _dated(rows: Rows) -> int:
    """How many rows name a year."""
    years = [at for at, name in enumerate(rows.header) if column_of(name) == "year"]
    return sum(1 for cells in rows.cells if any(cells[at] for at in years))


def _linked_data(page: html.HtmlElement, no_rows: Rows, limits: Limits) -> Document | None:
    """The films that a page names to machines, as schema.org's type Movie in JSON-LD; None if it names none."""
    for block in page.iter("script"):
        text = str(block.text_content()) if block.get("type") == "application/ld+json" else ""
        with suppress(ValueError, RecursionError, BadListError):
            if _MOVIE.search(text):
                return document_of_value(json.loads(unescape(text), parse_int=str, parse_float=str), no_rows, limits)
    return None


def _around(table: html.HtmlElement, grid: Grid, above: str) -> Around:
    """What stands around a table of a page: its own rows that are empty, and the heading above it."""
    length = len(table.xpath(_ROWS))

    def beside() -> dict[int, Fate]:
        return dict.fromkeys(set(range(1, length + 1)) - {line for line, _ in grid}, "blank")

    return Around(beside, length, above)


def _headings(page: html.HtmlElement) -> Iterator[str]:
    """For each table of a page its caption, or else the heading above it."""
    above = ""
    for part in page.iter("table", *_HEADINGS):
        if part.tag == "table":
            caption = part.find("caption")
            yield (_words(caption) if caption is not None else above).replace("\n", " ")
        else:
            above = _words(part)


def _texts(page: html.HtmlElement) -> dict[int, str]:
    """What a page says beside its tables, as lines of a plain list; what leads elsewhere is left out.

    Items of one list stand below each other, and what tells of an item below it; blank lines part all else.
    """
    lines: list[str] = []
    above = ""
    for tag, depth, said in _blocks(page):
        belongs = tag == above == "li" or (tag == "dd" and above in ("dt", "dd"))
        lines += [] if belongs or not lines else [""]
        lines += ["  " * min(depth, DEEPEST) + _MARKS.get(tag, "") + line for line in said]
        above = tag
    return {number: line for number, line in enumerate(lines, 1) if line}


def _blocks(page: html.HtmlElement) -> Iterator[tuple[str, int, list[str]]]:
    """Each block of a page that says something itself: its name, how many items are around it, and its lines."""
    parts: list[str] = []
    around: list[str] = []
    items = 0
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, node in walk:
        is_block, begins = node.tag not in _INLINE, event == "start"
        if is_block and (said := _lines(parts)):
            yield around[-1], items - (around[-1] == "li"), said
        if is_block:
            parts = []
            around[len(around) - (not begins) :] = [node.tag] if begins else []
            items += (node.tag == "li") * (1 if begins else -1)
        if begins and (_is_unseen(node) or node.tag in _ELSEWHERE):
            walk.skip_subtree()
        elif begins:
            parts.append((node.text or "").replace("\n", " "))
        else:
            parts += ["\n" if node.tag == "br" else "", (node.tail or "").replace("\n", " ")]


def parsed(text: str, file: str) -> html.HtmlElement:
    """A page, or a part of one, of which nothing is fetched and nothing is run.

    Raises:
        BadListError: if it is none.
    """
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        return html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadListError((Problem("no films found", file),)) from error


def grid_of(table: html.HtmlElement, file: str, limits: Limits, lines: Sequence[int] = ()) -> Grid:
    """The rows of a table; `lines` gives the line of each where it has one."""
    above: dict[int, tuple[int, Cell]] = {}
    found: Grid = []
    widest = 0
    for at, row in enumerate(table.xpath(_ROWS)):
        cells = _spread(list(row.iterchildren("td", "th")), above, at, limits.columns + 1)
        if any(text for text, _ in cells):
            found.append((lines[at] if lines else at + 1, cells))
            widest = max(widest, len(cells))
            refuse_too_many(len(found), widest, file, limits)
    return _without_coordinates(found)


def _without_coordinates(grid: Grid) -> Grid:
    """A sheet's cells without the letters above its columns and the numbers before its rows, as far as both are shown.

    >>> _without_coordinates([(1, [("", ()), ("A", ()), ("B", ())]), (2, [("1", ()), ("Film", ()), ("Year", ())])])
    [(2, [('Film', ()), ('Year', ())])]
    """
    first = [text for text, _ in grid[0][1]] if grid else []
    letters = [chr(ord("A") + at) for at in range(min(26, len(first) - 1))]
    numbers = [row[0][0] for _, row in grid[1:] if row[0][0]]
    if (
        not letters
        or first[: len(letters) + 1] != ["", *letters]
        or not numbers
        or not all(map(str.isdecimal, numbers))
    ):
        return grid
    cells = ((line, row[1:2] if len({*row[1:]}) == 1 else row[1:]) for line, row in grid[1:])
    return [(line, row) for line, row in cells if any(text for text, _ in row)]


def _spread(
    elements: Sequence[html.HtmlElement], above: dict[int, tuple[int, Cell]], row: int, most: int
) -> list[Cell]:
    """The cells of a row with those that reach down into it; one alone is a heading, however wide it is.

    Args:
        elements: the row's own cells.
        above: by position the cells that reach down, each with the last row it reaches; this row's are added.
        row: which row this is.
        most: how many cells a row can have.
    """
    if len(elements) == 1 and all(last < row for last, _ in above.values()):
        return [_cell(elements[0])]
    found: list[Cell] = []
    for element in elements:
        found += _from_above(above, len(found), row)
        cell, down = _cell(element), _span(element, "rowspan")
        for _ in range(min(_span(element, "colspan"), most - len(found))):
            if down > 1:
                above[len(found)] = (row + down - 1, cell)
            found.append(cell)
    reaching = (at for at, (last, _) in above.items() if last >= row)
    for at in range(len(found), max(reaching, default=-1) + 1):
        last, cell = above.get(at, (-1, ("", ())))
        found.append(cell if last >= row else ("", ()))
    return found


def _from_above(above: dict[int, tuple[int, Cell]], at: int, row: int) -> Iterator[Cell]:
    while at in above and above[at][0] >= row:
        yield above[at][1]
        at += 1


def _span(element: html.HtmlElement, name: str) -> int:
    value = element.get(name, "1").strip()
    if not value.isdecimal() or len(value) > 9:
        return 1
    return min(int(value), MOST_ROWS_SPANNED) or (MOST_ROWS_SPANNED if name == "rowspan" else 1)


def _cell(element: html.HtmlElement) -> Cell:
    """A cell's text, of a list in it the items, and the addresses that it links to; without marks of footnotes."""
    text = "\n".join(filter(None, (_FOOTNOTES.sub("", line) for line in _words(element).split("\n"))))
    items = [_words(item) for item in element.iterfind(".//li")]
    links = (link.get("href", "").strip() for link in element.iterfind(".//a"))
    text = json_or_one(items) if len(items) > 1 and " ".join(items) == text else text
    return text, tuple(dict.fromkeys(link for link in links if WEB.match(link)))


def _words(element: html.HtmlElement) -> str:
    """What an element says where it is seen, line by line."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start" and _is_unseen(node):
            walk.skip_subtree()
        elif event == "start":
            parts.append((node.text or "").replace("\n", " "))
        else:
            tail = (node.tail or "") if node is not element else ""
            parts += [_BREAKS.get(node.tag, ""), tail.replace("\n", " ")]
    return "\n".join(_lines(parts))


def _lines(parts: Iterable[str]) -> list[str]:
    return [line for each in "".join(parts).split("\n") if (line := " ".join(each.split()))]


def _is_unseen(node: Any) -> bool:
    footnote = node.tag == "sup" and (
        "reference" in node.get("class", "") or re.fullmatch(r"\s*\[.{1,20}\]\s*", "".join(node.itertext())) is not None
    )
    hidden = "display:none" in node.get("style", "").replace(" ", "").lower()
    return footnote or hidden or node.tag in ("script", "style")
