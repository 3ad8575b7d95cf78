"""Where the numbers of a filter lie: a bar for each part of its range, the films shown in front of all films."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.query.facets import NumberRange, Pairs
from dashboard.query.filters import combined
from dashboard.query.index import Mask
from dashboard.query.result import QueryResult

LOWEST = 6
"""Percent of the height that a bar has at least, so that one film is seen beside any number."""
FILLED = 0.9
"""The share of its place that a bar fills."""


@dataclass(frozen=True)
class Distribution:
    """The numbers of a filter as bars.

    Attributes:
        of_all: those of all films, as the corners of a polygon in CSS.
        shown: those of the films shown; empty for none.
        most: between which numbers most of the films shown lie, in words; empty for none.
    """

    of_all: str
    shown: str
    most: str


def distribution(result: QueryResult, number_range: NumberRange) -> Distribution:
    """The numbers of a range as bars, which its own limits do not change."""
    mask = combined(result.index, result.passing, skip=number_range.name)
    shown, of_all = number_range.by_bar(mask), number_range.films_by_bar
    most = int(of_all.max())
    return Distribution(outline(of_all, most), outline(shown, most), _most(result, number_range, mask, shown))


def _most(result: QueryResult, number_range: NumberRange, mask: Mask, shown: Pairs) -> str:
    """Between which numbers the most films of one bar lie; empty where no film shown has a number."""
    if not shown.any():
        return ""
    numbers = number_range.values[mask & (number_range.bar_of == int(shown.argmax()))]
    return result.language.limits(float(numbers.min()), float(numbers.max()), number_range.unit)


def outline(films: Pairs, most: int) -> str:
    """Bars side by side as the corners of one polygon in CSS; `most` films are as high as the box. Empty for none.

    >>> import numpy as np
    >>> outline(np.array([2, 0, 1, 0]), 2)
    '0% 100%,0% 0%,22.5% 0%,22.5% 100%,50% 100%,50% 50%,72.5% 50%,72.5% 100%'
    """
    wide = 100 / len(films)
    bars = [
        (at * wide, (at + FILLED) * wide, 100 - max(LOWEST, 100 * number / most))
        for at, number in enumerate(films.tolist())
        if number
    ]
    corners = ((x, y) for left, right, top in bars for x, y in ((left, 100), (left, top), (right, top), (right, 100)))
    return ",".join(f"{x:.4g}% {y:.4g}%" for x, y in corners)
