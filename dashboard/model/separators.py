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


def known_separator(cells: Sequence[str], commas: Commas | None = None) -> str:
    """What separates values in a column of the schema that may hold several in a cell; empty if nothing does.

    A semicolon, a bar or a line break separates wherever it stands. A comma separates names if most parts
    have two words or more, words if all parts are short, and anything if the same few parts come again and again.

    Args:
        cells: the column's cells that are not empty.
        commas: what commas divide in it; None for neither.

    >>> known_separator(["Drama|Comedy", "Drama"]), known_separator(["Lana Wachowski, Lilly Wachowski"], "names")
    ('|', ',')
    >>> known_separator(["Tarkovsky, Andrei"], "names"), known_separator(["Far, far away"])
    ('', '')
    """
    for separator in (";", "|", "\n"):
        if any(separator in cell for cell in cells):
            return separator
    return "," if _are_divided(cells, commas) else ""


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
    divided = [cell for cell in cells if "," in cell and not is_listed(cell)]
    if not divided:
        return False
    parts = [part.strip() for cell in divided for part in cell.split(",")]
    if commas == "names" and sum(" " in part or "." in part for part in parts) >= 0.8 * len(parts):
        return True
    if commas == "words" and all(0 < len(part) <= 30 and part.count(" ") < 3 for part in parts):
        return True
    return _come_again(cells)


def _are_values(cells: Sequence[str], separator: str) -> bool:
    """Whether cells are made of short values that mostly come again, and dividing them loses none."""
    divided = [[part.strip() for part in cell.split(separator)] for cell in cells]
    parts = [part for cell in divided for part in cell]
    whole = all(all(cell) and len(set(cell)) == len(cell) for cell in divided)
    return whole and max(map(len, parts)) <= LONGEST_CHOICE and len(set(parts)) <= max(3, 0.8 * len(parts))


def _come_again(cells: Sequence[str]) -> bool:
    """Whether cells are made of few short parts between commas: clearly fewer of them than different cells."""
    different = set(cells)
    parts = Counter(part.strip() for cell in different for part in cell.split(","))
    short = all(0 < len(part) <= 30 and part.count(" ") < 4 for part in parts)
    return short and _are_values(cells, ",") and len(different) >= 4 and len(parts) <= 0.75 * len(different)
