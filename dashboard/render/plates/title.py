"""How a title is set on a plate: the largest letters in which it fits, and its lines."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from dashboard.charts.text_width import cut, text_width

SIZES = (66, 58, 50, 44, 38, 33, 29, 25, 22, 20)
"""The heights of letters that a title may have, in parts of a plate; the last is read at 120 pixels still."""
LINE = 0.9
"""The height of a line, as a part of that of its letters."""
LONGEST = 400
"""Characters of a title that are looked at."""
_BROAD = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_UNIT = re.compile(rf" ?(?:[{_BROAD}]|[^ {_BROAD}/–—-]*[/–—-]+|[^ {_BROAD}/–—-]+(?: [–—-](?= ))?)")
"""What stays on one line: a word with a dash behind it, a part of one up to its hyphen, or a letter as wide as high."""


class SetTitle(NamedTuple):
    """A title as it is set.

    Attributes:
        lines: from top to bottom; at least one.
        size: the height of its letters.
        is_rightward: whether it is read from right to left.
    """

    lines: tuple[str, ...]
    size: int
    is_rightward: bool = False

    @property
    def height(self) -> float:
        """From the top of its first line to the bottom of the last."""
        return len(self.lines) * self.size * LINE


def set_title(title: str, width: float, height: float) -> SetTitle:
    """A title in capitals within a box, its lines about as long as one another.

    The letters are as high as they can be with each word whole. In the smallest, words may be broken, and what does not
    fit is cut with an ellipsis.
    """
    text = " ".join(title[:LONGEST].upper().split())
    is_rightward = next((way != "L" for way in map(unicodedata.bidirectional, text) if way in ("L", "R", "AL")), False)
    for size in SIZES:
        lines = _lines(_UNIT.findall(text), width / size)
        if lines and len(lines) * size * LINE <= height:
            return _set(_balanced(text, len(lines), width / size), size, is_rightward)
    return _set(_smallest(text, width, int(height / LINE / SIZES[-1])), SIZES[-1], is_rightward)


def _set(lines: tuple[str, ...], size: int, is_rightward: bool) -> SetTitle:
    """A title as it is set; what is read from right to left stands between Unicode's isolates."""
    return SetTitle(tuple(f"\u2067{line}\u2069" for line in lines) if is_rightward else lines, size, is_rightward)


def _lines(units: list[str], width: float) -> tuple[str, ...]:
    """Lines of a width in letters' heights, filled one after the other; none where a unit does not fit."""
    lines, line = [], ""
    for unit in units:
        if line and text_width(line + unit, 1) > width:
            lines.append(line)
            line = ""
        line = line + unit if line else unit.lstrip(" ")
        if text_width(line, 1) > width:
            return ()
    return (*lines, line) if line else tuple(lines)


def _balanced(text: str, number: int, width: float) -> tuple[str, ...]:
    """The same number of lines in the narrowest box that gives it, to a fiftieth of the width."""
    units = _UNIT.findall(text)
    widths = (width * part / 50 for part in range(50 // number, 51))
    found = (_lines(units, each) for each in widths)
    return next(lines for lines in found if len(lines) == number)


def _smallest(text: str, width: float, most: int) -> tuple[str, ...]:
    """Lines in the smallest letters, words broken where they must be; the last one is cut where more would follow."""
    size = SIZES[-1]
    units = [part for unit in _UNIT.findall(text) for part in _broken(unit, width / size)]
    lines = _lines(units, width / size) or ("…",)
    rest = " ".join(lines[most - 1 :])
    return (*lines[: most - 1], cut(rest, width, size) or "…") if len(lines) > most else lines


def _broken(unit: str, width: float) -> list[str]:
    """A unit in parts that fit into a line each."""
    parts = [""]
    for character in unit:
        if parts[-1].strip() and text_width(parts[-1].lstrip(" ") + character, 1) > width:
            parts.append("")
        parts[-1] += character
    return parts
