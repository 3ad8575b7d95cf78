"""Where the films of a filter lie: a bar for each value or part of its range, the films shown in front of all films."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from dashboard.model.kinds import Control
from dashboard.query.facets import BESIDE_THE_TIMELINE, DECADE, NumberRange, Pairs
from dashboard.query.filters import combined, films_with
from dashboard.query.in_words import facet_name, value_names
from dashboard.query.index import Mask
from dashboard.query.result import QueryResult
from dashboard.query.view import NO_LIMITS, View, within

LOWEST = 6
"""Percent of the height that a bar has at least, so that one film is seen beside any number."""
FILLED = 0.9
"""The share of its place that a bar fills."""
MOST_DRAWN = 12
"""Bars of one chart; of a filter of more values those with the most films are drawn."""


LEAST_BAR, LONGEST_BAR = 2, 40
"""Pixels of the bar beside a value: of one film, and of the value with the most films."""


def bar_sizes(shown: Sequence[int], of_all: Sequence[int]) -> list[str]:
    """For each value of a filter the sizes of its two bars in CSS: the films shown, in front of those of the list.

    >>> bar_sizes([1, 0], [4, 2])
    ['10px 3px, 40px 3px', '0 0, 20px 3px']
    """
    most = max(of_all, default=0)

    def size(films: int) -> str:
        return f"{max(LEAST_BAR, LONGEST_BAR * films / most):.0f}px 3px" if films else "0 0"

    return [f"{size(front)}, {size(behind)}" for front, behind in zip(shown, of_all, strict=True)]


class Bar(NamedTuple):
    """One value of a filter, or a part of its range.

    Attributes:
        label: what it is called.
        there: the view in which it is chosen, or is not any more.
        is_chosen: whether it is chosen.
        shown: how many films have it that the other filters leave.
        of_all: how many films of the list have it.
    """

    label: str
    there: View
    is_chosen: bool
    shown: int
    of_all: int


class FilterChart(NamedTuple):
    """A filter as a chart: what it is called, its bars, and how many of its values are not drawn."""

    label: str
    bars: tuple[Bar, ...]
    left_out: int = 0

    def share(self, films: int) -> float:
        """How long the bar of so many films is, in percent of the longest one; one film is always seen."""
        return max(1, 100 * films / max(bar.of_all for bar in self.bars)) if films else 0


def filter_charts(result: QueryResult) -> Iterator[FilterChart]:
    """A chart for each filter that the page shows, in its order."""
    index = result.index
    names = (*BESIDE_THE_TIMELINE, DECADE, *index.first_filters, *index.switched_on(result.view))
    return (_CHARTS[index.control(name)](result, name) for name in dict.fromkeys(names) if name in index.filters)


def _of_values(result: QueryResult, name: str) -> FilterChart:
    """The values in their order; of many those with the most films, the most first, and those chosen before them.

    Decades are in the order of time all the same.
    """
    index, view, facet = result.index, result.view, result.index.facets[name]
    chosen, names = view.values(name), value_names(index, facet, result.language)
    shown, of_all = films_with(index, view, facet, result.passing), facet.films_by_value
    drawn = np.arange(len(facet.values))
    if len(drawn) > MOST_DRAWN:
        most = np.lexsort((drawn, -of_all, -shown))[:MOST_DRAWN].tolist()
        drawn = np.array(list(dict.fromkeys((*(facet.code_of[value] for value in chosen), *most))))[:MOST_DRAWN]
        if name == DECADE:
            drawn.sort()
    bars = (_value(result, name, facet.values[code], names, (int(shown[code]), int(of_all[code]))) for code in drawn)
    return FilterChart(facet_name(index, name, result.language), tuple(bars), len(facet.values) - len(drawn))


def _value(result: QueryResult, name: str, value: str, names: dict[str, str], films: tuple[int, int]) -> Bar:
    return Bar(names[value], result.view.with_toggled(name, value), value in result.view.values(name), *films)


def _of_range(result: QueryResult, name: str) -> FilterChart:
    """The parts of a range that hold numbers, each named by its lowest and its highest."""
    number_range, view, language = result.index.ranges[name], result.view, result.language
    parts = np.arange(0, number_range.bars, -(-number_range.bars // MOST_DRAWN))
    shown = np.add.reduceat(number_range.by_bar(combined(result.index, result.passing, skip=name)), parts)
    of_all = np.add.reduceat(number_range.films_by_bar, parts)
    lowest, highest = number_range.ends_of_bars
    ends = zip(np.minimum.reduceat(lowest, parts), np.maximum.reduceat(highest, parts), strict=True)
    bars = []
    for (low, high), films, of in zip(ends, shown.tolist(), of_all.tolist(), strict=True):
        if of:
            limits = within((float(low), float(high)), number_range.ends) or NO_LIMITS
            is_chosen = view.limits(name) == limits
            there = view.with_range(name, NO_LIMITS if is_chosen else limits)
            bars.append(Bar(language.limits(float(low), float(high), number_range.unit), there, is_chosen, films, of))
    return FilterChart(facet_name(result.index, name, language), tuple(bars))


_CHARTS: dict[Control, Callable[[QueryResult, str], FilterChart]] = {"values": _of_values, "range": _of_range}
"""For each kind of filter, what makes it a chart."""


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
    return ",".join(f"{x:.3g}% {y:.0f}%" for x, y in corners)
