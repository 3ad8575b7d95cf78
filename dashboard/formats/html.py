"""Tables in Markdown and on web pages into rows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree, html
from markdown_it import MarkdownIt

from dashboard.formats.find_table import Line, Place, place_of, refuse_too_many, table_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

Cell = tuple[str, tuple[str, ...]]
"""A cell's text and the addresses on the web that it links to."""

Table = list[tuple[int, list[Cell]]]
"""Rows of such cells, each with its line, without the empty ones."""

MOST_ROWS_SPANNED = 65_534
"""As in HTML itself."""

_BLOCKS = MarkdownIt("commonmark").enable("table").disable("inline")
_INLINE = MarkdownIt("commonmark")
_DASHES = re.compile(r"^[ \t]*[|:-][ \t|:-]*\r?$", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_BREAKS = frozenset({"br", "p", "div", "li", "tr"})
_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"


def is_html(text: str) -> bool:
    """Whether a text begins as a page, or a part of one, does."""
    return re.match(r"\s*<(!doctype|!--|\?xml|[a-z])", text, re.IGNORECASE) is not None


def read_markdown(text: str, blank: Rows, limits: Limits) -> Rows | None:
    """The largest table of a Markdown text, of those whose header names titles if there are any; None without one.

    Addresses that the cells of a column link to are in a column behind it, named after it with " link" added.

    Raises:
        BadListError: if no table has a row, or one has more than the limits allow.
    """
    if not any("-" in found[0] and "|" in found[0] for found in _DASHES.finditer(text)):
        return None
    lines = re.split(r"\r\n?|\n", text)
    places = [token.map for token in _BLOCKS.parse(text) if token.type == "table_open" and token.map]
    tables = [_of_markdown(lines, *place) for place in places]
    return _largest(tables, replace(blank, form="Markdown table"), limits) if tables else None


def read_html(text: str, blank: Rows, limits: Limits) -> Rows:
    """The largest table of a page, chosen and with links as in `read_markdown`; a cell that spans several is repeated.

    Nothing is fetched and nothing is run; scripts, hidden parts and the marks of footnotes are left out.

    Raises:
        BadListError: if there is no table or none has a row, or one has more than the limits allow.
    """
    blank = replace(blank, form="HTML table")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        page = html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise BadListError((Problem("no films found", blank.file),)) from error
    return _largest([_of_html(table, blank.file, limits) for table in page.iter("table")], blank, limits)


def _largest(tables: Sequence[Table], blank: Rows, limits: Limits) -> Rows:
    """The rows of one of several tables; those of a single cell, which are headings, are named as not read."""
    places = [place_of(_texts(table)) for table in tables]
    worth = [(place.titled and len(table) > 1, len(table)) for place, table in zip(places, tables, strict=True)]
    taken = max(range(len(tables)), key=lambda at: worth[at], default=None)
    if taken is None or not tables[taken]:
        raise BadListError((Problem("empty file" if tables else "no films found", blank.file),))
    begins = [f"table {number}" if table else "" for number, table in enumerate(tables, 1)]
    if others := ", ".join(line for at, line in enumerate(begins) if at != taken and line):
        blank = replace(blank, problems=(Problem("other tables", blank.file, value=begins[taken], expected=others),))
    return table_of(_with_links(tables[taken], places[taken]), blank, limits, places[taken], at_least=2)


def _texts(table: Table) -> list[Line]:
    return [(line, [text for text, _ in row]) for line, row in table]


def _with_links(table: Table, place: Place) -> list[Line]:
    """The texts of a table, with a column of addresses behind every column that has links below its header."""
    linked = {at for _, row in table[place.begins :] for at, (_, links) in enumerate(row) if links}
    widest = max(len(row) for _, row in table)
    found: list[Line] = []
    for position, (line, row) in enumerate(table):
        cells: list[str] = []
        for at, (text, links) in enumerate(row):
            cells.append(text)
            if at in linked and (len(row) > 1 or widest == 1):
                cells.append(f"{text} link" if position == place.header else _json_or_one(links))
        found.append((line, cells))
    return found


def _json_or_one(values: Sequence[str]) -> str:
    """Several values as a JSON array of texts, one as it is."""
    return json.dumps(values, ensure_ascii=False) if len(values) > 1 else "".join(values)


def _of_markdown(lines: Sequence[str], begins: int, ends: int) -> Table:
    """A table that stands on some lines, counted from 0; the second, of dashes, is left out."""
    rows = [(at + 1, lines[at].lstrip(" \t>").rstrip()) for at in range(begins, ends) if at != begins + 1]
    cells = [
        (line, _BAR.split(row.removeprefix("|").removesuffix("|") if row[:1] == "|" else row)) for line, row in rows
    ]
    table = [(line, [_inline(cell.strip().replace("\\|", "|")) for cell in row]) for line, row in cells]
    return [(line, row) for line, row in table if any(text for text, _ in row)]


def _inline(text: str) -> Cell:
    """A cell's text without what only changes its looks, and the addresses it links to."""
    words, links = [], []
    for token in _INLINE.parseInline(text)[0].children or ():
        breaks = token.type in ("softbreak", "hardbreak") or token.content.lower().startswith("<br")
        words.append(" " if breaks else token.content if token.type != "html_inline" else "")
        if token.type == "link_open" and _WEB.match(address := str(token.attrs["href"])):
            links.append(address)
    return " ".join("".join(words).split()), tuple(dict.fromkeys(links))


def _of_html(table: html.HtmlElement, file: str, limits: Limits) -> Table:
    above: dict[int, tuple[int, Cell]] = {}
    found: Table = []
    widest = 0
    for at, row in enumerate(table.xpath(_ROWS)):
        cells = _spread(list(row.iterchildren("td", "th")), above, at, limits.columns + 1)
        if any(text for text, _ in cells):
            found.append((at + 1, cells))
            widest = max(widest, len(cells))
            refuse_too_many(len(found), widest, file, limits)
    return found


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
    """A cell's text, of a list in it the items, and the addresses that it links to."""
    text = _words(element)
    items = [_words(item) for item in element.iterfind(".//li")]
    links = (link.get("href", "").strip() for link in element.iterfind(".//a"))
    text = _json_or_one(items) if len(items) > 1 and " ".join(items) == text else text
    return text, tuple(dict.fromkeys(link for link in links if _WEB.match(link)))


def _words(element: html.HtmlElement) -> str:
    """What an element says where it is seen, its breaks as blanks."""
    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "start" and _is_unseen(node):
            walk.skip_subtree()
        elif event == "start":
            parts.append(node.text or "")
        else:
            parts += [" " if node.tag in _BREAKS else "", (node.tail or "") if node is not element else ""]
    return " ".join("".join(parts).split())


def _is_unseen(node: Any) -> bool:
    footnote = node.tag == "sup" and "reference" in node.get("class", "")
    hidden = "display:none" in node.get("style", "").replace(" ", "").lower()
    return footnote or hidden or node.tag in ("script", "style")
