"""Tables as Wikipedia's pages are written: ``{| … |-``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from dashboard.formats.format import Document, GivenFile, TextFormat, split_lines
from dashboard.formats.markup.html import grid_of, parsed
from dashboard.formats.markup.linked_tables import Around, document_of_grids, read_as_one
from dashboard.formats.markup.text_around import TextAround, document_with_text
from dashboard.model.rows import Fate, Limits, Rows

_BEGINS = re.compile(r"^[ \t:]*\{\|", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*\|-", re.MULTILINE)
_ITEM = re.compile(r"^[*#:;]+[^\r\n\[]{0,200}\[\[[^\r\n\[\]]+\]\]", re.MULTILINE)
_HEADING = re.compile(r"(=+)\s*(.*\S)\s*\1")
_ATTRIBUTES = re.compile(r"(?P<attributes>[^|\[\]{}<>]*=[^|\[\]{}<>]*)\|(?!\|)(?P<text>.*)", re.DOTALL)
_REFERENCE = re.compile(r"<ref[^>/]*/>|<ref\b[^>]*>.*?(?:</ref>|$)|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_TEMPLATE = re.compile(r"\{\{([^{}]*)\}\}")
_PICTURE = re.compile(r"\[\[(?:File|Image|Файл|Datei|Fichier|Plik):[^\]]*\]\]", re.IGNORECASE)
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]")
_ADDRESS = re.compile(r"\[(https?://[^\s\]]+)\s*([^\]]*)\]")
_NOTHING = frozenset(
    {
        *("flagicon", "flag icon", "flagdeco", "efn", "refn", "cn", "citation needed", "ref", "dagger"),
        *("double-dagger", "ref label", "n/a", "center", "left", "right"),
    }
)
_SEVERAL = frozenset({"ubl", "unbulleted list", "plainlist", "hlist", "flatlist", "plain list"})
MOST_NESTED = 8


@dataclass
class _Row:
    line: int = 0
    cells: list[str] = field(default_factory=list)


class Wikitext(TextFormat):
    """A text with tables as Wikipedia's editor shows them."""

    name = "wikitext table"
    plural = "tables in wikitext"

    def recognises(self, given: GivenFile) -> bool:
        """Whether a table begins and has rows, or several items of a list link to articles."""
        begins = _BEGINS.search(given.text)
        has_table = begins is not None and _ROW.search(given.text, begins.end()) is not None
        return has_table or len([*islice(_ITEM.finditer(given.text), 2)]) > 1

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its tables, chosen as in `document_of_grids`; references and pictures are left out."""
        lines = split_lines(given.text)
        fates: dict[int, Fate] = {at: "comment" if line.strip() else "blank" for at, line in enumerate(lines, 1)}
        tables = [
            (table, rows)
            for rows in _tables(lines, fates)
            for table in parsed(_as_html(rows), given.name).iter("table")
        ]
        grids = [grid_of(table, given.name, limits, [row.line for row in rows]) for table, rows in tables]
        above = [_above(lines, rows[0].line) for _, rows in tables]
        fates |= {above[at]: "heading" for at in read_as_one(grids) if above[at]}
        texts = {at: _as_text(lines[at - 1]) for at, fate in fates.items() if fate == "comment"}

        def in_tables(no_rows: Rows, around: Mapping[int, Fate]) -> Document:
            headings = (_as_text(lines[at - 1]).strip(" #=") if at else "" for at in above)
            return document_of_grids(
                grids, [Around(lambda: around, len(lines), heading) for heading in headings], no_rows, limits
            )

        return document_with_text(in_tables, given, self.no_rows(given), limits, TextAround(texts, fates))


WIKITEXT = Wikitext()


def _tables(lines: Sequence[str], fates: dict[int, Fate]) -> list[list[_Row]]:
    """The rows of each table; adds the fates of the lines of tables to those given."""
    tables: list[list[_Row]] = []
    rows: list[_Row] | None = None
    for at, line in enumerate(map(str.strip, lines), 1):
        if rows is None and _BEGINS.match(line):
            rows = []
            tables.append(rows)
            fates[at] = "blank"
        elif rows is not None:
            fates[at] = "other table"
            rows = _in_table(line, at, rows, fates)
    return [[row for row in rows if row.cells] for rows in tables if any(row.cells for row in rows)]


def _above(lines: Sequence[str], begins: int) -> int:
    """The number of the heading in whose section a table stands whose first row is on a line; 0 without one."""
    above = takewhile(lambda at: not lines[at - 1].startswith("|}"), range(begins - 1, 0, -1))
    return next((at for at in above if _HEADING.fullmatch(lines[at - 1].strip())), 0)


def _in_table(line: str, at: int, rows: list[_Row], fates: dict[int, Fate]) -> list[_Row] | None:
    """Take in a line of a table; None if the table ends with it."""
    if line.startswith("|}"):
        fates[at] = "blank"
        return None
    if line.startswith("|+"):
        fates[at] = "heading"
    elif line.startswith("|-") or not line:
        fates[at] = "blank"
        rows += [_Row()] if line else []
    elif line[0] in "|!":
        row = rows[-1] if rows else _Row()
        rows += [] if rows else [row]
        fates.pop(at) if row.line else None
        row.line = row.line or at
        row.cells += [_cell(cell, line[0]) for cell in re.split(r"\|\||!!" if line[0] == "!" else r"\|\|", line[1:])]
    elif rows and rows[-1].cells:
        fates.pop(at)
        rows[-1].cells[-1] = rows[-1].cells[-1].replace("</t", f"<br>{_inline(line.lstrip('*# '))}</t")
    return rows


def _cell(text: str, mark: str) -> str:
    tag = "th" if mark == "!" else "td"
    found = _ATTRIBUTES.fullmatch(text)
    spans = re.findall(r"\b(?:row|col)span\s*=\s*[\"']?\d+[\"']?", found["attributes"]) if found else []
    return f"<{tag} {' '.join(spans)}>{_inline(found['text'] if found else text)}</{tag}>"


def _inline(text: str) -> str:
    """The text of a cell as HTML."""
    text = _LINK.sub(r"\1", _PICTURE.sub("", _REFERENCE.sub("", text)))
    for _ in range(MOST_NESTED):
        text, number = _TEMPLATE.subn(lambda found: _template(found[1]), text)
        if not number:
            break
    text = _ADDRESS.sub(r'<a href="\1">\2</a>', _LINK.sub(r"\1", text))
    return re.sub(r"'{2,5}", "", text).strip()


def text_shown(text: str) -> str:
    """What a page shows of some wikitext; what it breaks into lines has a slash between."""
    return "".join(parsed(f"<p>{re.sub(r'<br ?/?>', ' / ', _inline(text))}</p>", "").itertext()).strip()


def _as_text(line: str) -> str:
    """A line beside the tables as it would stand in a plain list."""
    text = text_shown(line)
    heading = _HEADING.fullmatch(text)
    item = re.match(r"[*#:;]+\s*", text)
    return f"# {heading[2]}" if heading else f"- {text[item.end() :]}" if item else text


def _template(inner: str) -> str:
    """What a template shows, as far as its name tells: a flag nothing, a list its items, most others the last part."""
    name, *parts = (part.strip() for part in inner.split("|"))
    name, given = name.casefold(), [part for part in parts if not re.match(r"\w[\w -]*=", part)]
    if name in _NOTHING or not given:
        return ""
    if name in _SEVERAL:
        return "<br>".join(part.lstrip("*# ") for part in given)
    if name in ("sortname", "sort name"):
        return " ".join(given[:2])
    if name.startswith(("dts", "start date", "film date", "release date", "date")):
        return "-".join(part.zfill(2) for part in given[:3] if part.isdecimal()) or given[-1]
    return given[-1]


def _as_html(rows: Sequence[_Row]) -> str:
    return "<table>" + "".join(f"<tr>{''.join(row.cells)}</tr>" for row in rows) + "</table>"
