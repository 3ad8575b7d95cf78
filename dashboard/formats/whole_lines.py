"""A grid of one column whose cells are lines of a plain list: "Solaris (1972, Andrei Tarkovsky)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from dashboard.formats import find_table
from dashboard.formats.find_table import Line
from dashboard.formats.format import Document, Table
from dashboard.formats.plain_text.lines import lines_of
from dashboard.formats.plain_text.notations import MOSTLY
from dashboard.formats.plain_text.plain import document_of_text
from dashboard.model.column_names import column_of
from dashboard.model.rows import Limits, Rows
from dashboard.model.values import YEAR

LOOKED_AT = 200
"""Cells at the start by which it is told what the others are."""
_BARE = re.compile(rf".*\({YEAR}\)")


def document_of(lines: Sequence[Line], no_rows: Rows, limits: Limits, length: Callable[[], int]) -> Document:
    """The films of a grid that is a plain list, else its tables; arguments are those of `find_table.document_of`."""
    header, cells = _divided(lines)
    if not _is_list(_text(cells[:LOOKED_AT])):
        return find_table.document_of(lines, no_rows, limits, length)
    document = document_of_text(_text(cells), no_rows, limits, length())
    rows = replace(document.table.rows, header_line=header)
    return Document((Table(lambda: rows, beside=document.table.beside, length=length),))


def _divided(lines: Sequence[Line]) -> tuple[int | None, list[tuple[int, str]]]:
    """The line of the header, if there is one, and the cells below it; no cells where a row has several."""
    if any(cell.strip() for _, cells in lines for cell in cells[1:]):
        return None, []
    filled = [(line, " ".join(cells[0].split())) for line, cells in lines if cells and cells[0].strip()]
    is_headed = bool(filled) and column_of(filled[0][1]) == "title"
    return (filled[0][0], filled[1:]) if is_headed else (None, filled)


def _text(cells: Sequence[tuple[int, str]]) -> str:
    """The cells, each on its line."""
    texts = dict(cells)
    return "\n".join(texts.get(line, "") for line in range(1, max(texts, default=0) + 1))


def _is_list(text: str) -> bool:
    """Whether nearly all lines name a film with its year, and some say more than a title has in a table."""
    lines = lines_of(text)
    named = [line.text for line in lines if line.films]
    says_more = not all(map(_BARE.fullmatch, named))
    return len(named) > 1 and len(named) >= MOSTLY * len(lines) and says_more
