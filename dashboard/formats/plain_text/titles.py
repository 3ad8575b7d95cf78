"""Whether a text may be a title, by its form alone, and whether those of a column are titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dashboard.formats.plain_text.days import day_of
from dashboard.model.values import is_missing

LOOKED_AT = 1_000
"""Rows that are enough to tell what a column is."""
MOST = 0.8
"""The share of a column's cells that says what the column is."""
TITLE_AND_YEAR = re.compile(r"(?s)(.*\S)\s*\(([12]\d{3})\)")
OF_A_FILM = re.compile(r"(?i)\b(?:films?|movies?|фильма?|película|filme|elokuva|título|title|titel|titre|название)\b")
"""What the header of a column of titles may say."""
_MOMENT = re.compile(
    r"(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}\.?)([T, ]+\d\d?[:.]\d\d.*)?|\d{10}|\d{13}"
)
ADDRESS = re.compile(r"(?i)(https?|ftp|plex|magnet):|www\.|urn:")
_NO_TEXT = re.compile(
    rf"(?i){ADDRESS.pattern[4:]}|[\[{{]|({_MOMENT.pattern})$|(tt|nm|co|Q)\d+$|t\d{{5,}}$|\S+@\S+\.\w+$|[\w./\\-]+\.(jpe?g|png|webp)$"
    r"|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$|[0-9a-f]{16,}$|(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,40}$|(?=\S*\d)[A-Z]{2,4}-?\d+$"
)


def are_titles(cells: Sequence[str]) -> bool:
    """Whether cells are texts, mostly different: no addresses, moments, identifiers or numbers."""
    filled = [cell for cell in cells if cell]
    texts = [cell for cell in filled if is_text(cell)]
    return bool(filled) and len(texts) >= 0.8 * len(cells) and len(set(texts)) >= 0.7 * len(texts)


def is_text(cell: str) -> bool:
    """Whether a cell may be a text: no address, moment, identifier or number."""
    return bool(re.search(r"[^\W\d_]", cell)) and not _NO_TEXT.match(cell) and not is_moment(cell)


def is_moment(cell: str) -> bool:
    """Whether a cell is a date or a time and nothing else: "2024/03/01 10:00:12 AM GMT+1", "Mar 1, 2024, 10:00"."""
    if _MOMENT.fullmatch(cell):
        return True
    day = day_of(cell) if any(map(str.isdigit, cell)) else None
    return day is not None and day.parts > 1 and not day.rest


def share(cells: Sequence[str], is_it: Callable[[str], object]) -> float:
    """How many of the cells that say something are so; 0 if none says anything."""
    filled = [cell for cell in cells if not is_missing(cell)]
    return sum(map(bool, map(is_it, filled))) / len(filled) if filled else 0.0
