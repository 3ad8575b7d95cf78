"""What separates several values in the cells of a column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from dashboard.model.values import is_listed

Commas = Literal["names", "words"]
"""What commas divide in a column of the schema: names, or words such as themes and countries."""
LONGEST_CHOICE = 60
"""Characters of a value that can be a filter's."""
MOST = 0.8
"""The share of parts or cells by which a column is told."""
ALWAYS = ";|\n、"
"""What separates values wherever it stands in a column of the schema."""


def known_separator(cells: Sequence[str], commas: Commas | None = None) -> str:
    """The signs that separate values in a column of the schema that may hold several in a cell; empty if none does.

    A semicolon, a bar or a line break separates wherever it stands, as does "/" between blanks. A comma separates, in
    cells that have none of these, names if most parts have two words or more, words if the parts of most cells are
    short, and anything if the same few parts come again and again.

    Args:
        cells: the column's cells that are not empty.
        commas: what commas divide in it; None for neither.

    >>> known_separator(["Drama|Comedy", "Drama"]), known_separator(["Lana Wachowski, Lilly Wachowski"], "names")
    ('|', ',')
    >>> known_separator(["Tarkovsky, Andrei"], "names"), known_separator(["Far, far away"])
    ('', '')
    """
    cells = [*dict.fromkeys(cells)]
    wherever = "".join(sign for sign in ALWAYS if any(sign in cell for cell in cells))
    wherever += "/" if any(" / " in cell for cell in cells) else ""
    others = [cell for cell in cells if not any(sign in cell for sign in wherever)] if wherever else cells
    return wherever + ("," if _are_divided(others, commas) else "")


def own_separator(cells: Sequence[str]) -> str:
    """What separates values in a list's own column; empty if nothing does.

    Whatever it is, the parts must be short and mostly come again, so that no sentence is cut.

    >>> own_separator(["dark; slow", "slow", "dark"]), own_separator(["War; then peace", "Love; death"])
    (';', '')
    """
    for separator in (";", "|", "\n"):
        if any(separator in cell for cell in cells) and _are_values(cells, separator):
            return separator
    return "," if _are_divided(cells, None) else ""


def _are_divided(cells: Sequence[str], commas: Commas | None) -> bool:
    """Whether commas separate values."""
    divided = [_parts(cell, ",") for cell in cells if "," in cell and not is_listed(cell)]
    if not divided:
        return False
    parts = [part for cell in divided for part in cell]
    if commas == "names" and sum(" " in part or "." in part for part in parts) >= MOST * len(parts):
        return True
    if commas == "words" and 2 * sum(map(_are_short, divided)) > len(divided):
        return True
    return _come_again(cells)


def _parts(cell: str, separator: str) -> list[str]:
    """The parts of a cell; what stands at its ends separates nothing."""
    return [part.strip() for part in cell.strip(f"{separator} ").split(separator)]


def _are_short(parts: Sequence[str]) -> bool:
    return all(0 < len(part) <= 30 and part.count(" ") < 3 for part in parts)


def _are_values(cells: Sequence[str], separator: str) -> bool:
    """Whether cells are made of short values that mostly come again, and dividing them loses none."""
    divided = [[part.strip() for part in cell.split(separator)] for cell in cells]
    parts = [part for cell in divided for part in cell]
    whole = all(all(cell) and len(set(cell)) == len(cell) for cell in divided)
    return whole and max(map(len, parts)) <= LONGEST_CHOICE and len(set(parts)) <= max(3, 0.8 * len(parts))


def _come_again(cells: Sequence[str]) -> bool:
    """Whether cells are made of few short parts between commas: clearly fewer of them than different cells."""
    different = set(cells)
    parts = Counter(part for cell in different for part in _parts(cell, ","))
    short = all(0 < len(part) <= 30 and part.count(" ") < 4 for part in parts)
    return short and _are_values(cells, ",") and len(different) >= 4 and len(parts) <= 0.75 * len(different)
