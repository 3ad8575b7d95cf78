"""What a list can be filtered by: facets of a column's values, ranges of its numbers, and which are shown unasked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.model.kinds import Column
from dashboard.model.schema import BY_NAME
from dashboard.query.search.fold import fold, natural
from dashboard.query.view import MODES, Limits, Mode

Numbers = npt.NDArray[np.float64]
"""One number for each film of the list, in the list's order; NaN where not known."""
Pairs = npt.NDArray[np.int64]
"""Positions of films, or of the values that stand beside them: one for each value of each film."""

DECADE = "decade"
MOST_BARS = 24
"""Bars that show where the numbers of a range lie; about as many as can be told apart over a slider."""
FEWEST, LEAST = 5, 0.05
"""A filter needs a value for so many films, or for such a share of them."""
SHARING = 0.1
"""A filter is of use where so many of the films with a value share it with another film."""
MOST_STEPS = 1_000
MOST_FINE_STEPS = 100
"""Steps of a slider over numbers that are not whole, where their own last digit would give more than `MOST_STEPS`."""
CLOSEST = 1e-9
"""Numbers that differ by no greater share of themselves are the same."""


@dataclass(frozen=True, eq=False)
class Facet:
    """A column by whose values films can be chosen.

    Attributes:
        name: the column's name, or "decade".
        label: what a reader sees.
        several: whether some film has several values.
        values: the values, each once, in the order they are offered.
        rows: positions of films in the list, in order; with `codes`, one pair for each value of each film.
        codes: positions in `values`.
    """

    name: str
    label: str
    several: bool
    values: tuple[str, ...]
    rows: Pairs
    codes: Pairs

    @cached_property
    def code_of(self) -> dict[str, int]:
        """The position of each value."""
        return {value: code for code, value in enumerate(self.values)}

    @cached_property
    def films_by_value(self) -> Pairs:
        """How many films of the list have each value."""
        return np.bincount(self.codes, minlength=len(self.values))

    @cached_property
    def _by_fold(self) -> dict[str, tuple[str, ...]]:
        alike: dict[str, tuple[str, ...]] = {}
        for value in self.values:
            folded = fold(value)
            alike[folded] = (*alike.get(folded, ()), value)[:2]
        return alike

    @property
    def modes(self) -> tuple[Mode, ...]:
        """What it can ask for: for all values only where some film has several."""
        return MODES if self.several else ("any", "none")

    def known(self, text: str) -> str | None:
        """The value that a text names, maybe in another case; None if it names none, or could name several."""
        if text in self.code_of:
            return text
        alike = self._by_fold.get(fold(text.strip()), ())
        return alike[0] if len(alike) == 1 else None

    def number_of(self, values: Sequence[str], films: int) -> Pairs:
        """How many of some values each of so many films has."""
        wanted = np.zeros(len(self.values), dtype=np.bool_)
        wanted[[self.code_of[value] for value in values if value in self.code_of]] = True
        return np.bincount(self.rows[wanted[self.codes]], minlength=films)

    def of(self, row: int) -> frozenset[str]:
        """The values of the film at a position."""
        return frozenset(self.values[code] for code in self.codes_of(row))

    def codes_of(self, row: int) -> Pairs:
        """Where the values of the film at a position stand in `values`."""
        first, last = np.searchsorted(self.rows, (row, row + 1))
        return self.codes[first:last]

    def rows_with(self, code: int) -> npt.NDArray[np.int32]:
        """The positions of the films that have a value, in order; `code` is its position in `values`."""
        rows, starts = self._by_code
        return rows[starts[code] : starts[code + 1]]

    @cached_property
    def _by_code(self) -> tuple[npt.NDArray[np.int32], Pairs]:
        """The films of the first value, then of the second and so on; and where those of each value begin and end."""
        starts = np.concatenate(([0], np.cumsum(np.bincount(self.codes, minlength=len(self.values)))))
        return self.rows[np.argsort(self.codes, kind="stable")].astype(np.int32), starts


@dataclass(frozen=True, eq=False)
class NumberRange:
    """A column of numbers by whose range films can be chosen.

    Attributes:
        name: the column's name.
        label: what a reader sees.
        unit: what the numbers count; may be empty.
        values: each film's number.
        lowest: where a slider begins; no number is below it.
        highest: where a slider ends; no number is above it.
        step: from one place of the slider to the next; `lowest` and `highest` are multiples of it.
    """

    name: str
    label: str
    unit: str
    values: Numbers
    lowest: float
    highest: float
    step: float

    @property
    def ends(self) -> tuple[float, float]:
        """Where a slider begins and ends."""
        return self.lowest, self.highest

    def prepare(self) -> None:
        """Make now what would be made when the range is first shown."""
        for name in ("bar_of", "films_by_bar", "ends_of_bars"):
            getattr(self, name)

    @cached_property
    def bars(self) -> int:
        """Into how many equal parts the range is divided to show where its numbers lie: `MOST_BARS` at most."""
        return min(MOST_BARS, round((self.highest - self.lowest) / self.step) + 1)

    @cached_property
    def bar_of(self) -> npt.NDArray[np.int8]:
        """In which of these parts each film's number lies, from 0; `bars` where it is not known."""
        return self._bars_of(self.values)

    def _bars_of(self, numbers: Numbers) -> npt.NDArray[np.int8]:
        share = (numbers - self.lowest) / (self.highest - self.lowest + self.step)
        share *= self.bars
        np.minimum(share, self.bars - 1, out=share)
        share[np.isnan(share)] = self.bars
        return share.astype(np.int8)

    @cached_property
    def films_by_bar(self) -> Pairs:
        """How many films of the list lie in each part."""
        return self.by_bar(np.ones(len(self.values), dtype=np.bool_))

    @cached_property
    def ends_of_bars(self) -> tuple[Numbers, Numbers]:
        """The lowest and the highest number in each part; infinite the other way round where none is."""
        different = pd.unique(self.values)
        known = different[~np.isnan(different)]
        bars = self._bars_of(known)
        lowest, highest = np.full(self.bars, np.inf), np.full(self.bars, -np.inf)
        np.minimum.at(lowest, bars, known)
        np.maximum.at(highest, bars, known)
        return lowest, highest

    def by_bar(self, mask: npt.NDArray[np.bool_]) -> Pairs:
        """How many of some films lie in each part."""
        return np.bincount(self.bar_of[mask], minlength=self.bars + 1)[: self.bars]


def between(numbers: Numbers, limits: Limits) -> npt.NDArray[np.bool_]:
    """Which numbers lie between two limits; one that is not known does not."""
    lowest, highest = limits
    return (numbers >= (-np.inf if lowest is None else lowest)) & (numbers <= (np.inf if highest is None else highest))


def facet_of(column: Column, cells: pd.Series[Any]) -> Facet | None:
    """The facet of a column of values; None if choosing by them would be of no use.

    That is so for fewer than two values, for a column that is nearly empty, and for one in which nearly every film
    has a value of its own. A column that the evidence adds needs two values and nothing else.
    """
    rows, codes, found = column.kind.pairs(cells)
    enough = column.derived or (_is_filled(films_in(rows), len(cells)) and _recur(rows, codes))
    if len(found) < 2 or not enough:
        return None
    fixed = {value: at for at, value in enumerate(column.values)}
    folded = [natural(fold(value)) for value in found]
    order = sorted(range(len(found)), key=lambda at: (fixed.get(found[at], len(fixed)), folded[at], found[at]))
    place = np.empty(len(found), dtype=np.int64)
    place[order] = np.arange(len(found))
    names = tuple(found[code] for code in order)
    return Facet(column.name, column.label, len(rows) > films_in(rows), names, rows, place[codes])


def films_in(rows: Pairs) -> int:
    """How many different films stand at some positions."""
    return int(np.count_nonzero(np.bincount(rows)))


def _is_filled(films: int, of: int) -> bool:
    return films >= FEWEST or films >= LEAST * of


def _recur(rows: Pairs, codes: Pairs) -> bool:
    sharing = films_in(rows[np.bincount(codes)[codes] > 1])
    return sharing >= SHARING * films_in(rows)


def decades(years: Numbers) -> Facet | None:
    """The facet of the films' decades; None for fewer than two."""
    rows = np.flatnonzero(~np.isnan(years))
    found, codes = np.unique(years[rows] // 10 * 10, return_inverse=True)
    names = tuple(f"{int(decade)}s" for decade in found)
    return Facet(DECADE, "Decade", False, names, rows, codes) if len(found) > 1 else None


def extent_of(column: Column, cells: pd.Series[Any]) -> NumberRange | None:
    """The range of a column of numbers; None for fewer than two numbers, or if it is nearly empty."""
    values = column.kind.numbers(cells)
    known = np.sort(values[~np.isnan(values)])
    if len(known) < 2 or not _is_filled(len(known), len(values)):
        return None
    if not known[-1] - known[0] > CLOSEST * np.abs(known).max():
        return None
    step = _step(known)
    lowest, highest = _floor(float(known[0]), step), 0 - _floor(-float(known[-1]), step)
    return NumberRange(column.name, column.label, column.unit, values, lowest, highest, step)


def _step(known: Numbers) -> float:
    """A slider's step for sorted numbers: their own last digit, or a coarser round number where that is too fine."""
    span = float(known[-1] - known[0])
    for digits in range(4):
        own = float(f"1e-{digits}")
        if span / own <= MOST_STEPS and np.allclose(known, np.round(known, digits), rtol=0, atol=own / 1e6):
            return own
    whole = bool((known == np.round(known)).all())
    finest = span / (MOST_STEPS if whole else MOST_FINE_STEPS)
    power = math.floor(math.log10(finest))
    return next(
        step for digit, more in ((1, 0), (2, 0), (5, 0), (1, 1)) if (step := float(f"{digit}e{power + more}")) >= finest
    )


def _floor(number: float, step: float) -> float:
    """The last multiple of a step that is not above a number, without what binary fractions add."""
    digits = max(0, -math.floor(math.log10(step)))
    nearest = round(round(number / step) * step, digits)
    return nearest if nearest <= number else round(nearest - step, digits)


MOST_OFFERED = 8
BESIDE_THE_TIMELINE = ("evidence",)
"""Facets whose control is the timeline's legend."""
FEW = 12
"""So many values can be taken in at a glance; more make a filter less useful."""
MOST_DOTS = 150
"""Each film of a longer list has no mark of its own on the timeline."""
MOST_VALUES = 5_000
"""A facet with more is only shown when asked for: every one of them is sent to the browser."""
PARTS = 10
"""The equal parts of a range over which its films are counted."""


def first_filters(
    columns: Sequence[Column], facets: Mapping[str, Facet], ranges: Mapping[str, NumberRange], films: int
) -> tuple[str, ...]:
    """The names of the at most `MOST_OFFERED` filters shown without asking, in the columns' order.

    What the evidence adds comes first, then what is most useful, by tenths of `usefulness`; of equals, the
    schema's own columns before a list's own, then in the columns' order.
    """

    def rank(column: Column) -> tuple[bool, float, bool]:
        facet = facets.get(column.name) or ranges[column.name]
        return not column.derived, -round(usefulness(facet, films), 1), column.name not in BY_NAME

    known = [
        column for column in columns if column.name not in BESIDE_THE_TIMELINE and column.name in {*facets, *ranges}
    ]
    few = [column for column in known if column.name in ranges or len(facets[column.name].values) <= MOST_VALUES]
    best = {column.name for column in sorted(few, key=rank)[:MOST_OFFERED]}
    return tuple(column.name for column in known if column.name in best)


def tells_apart(facet: Facet) -> bool:
    """Whether marks of films can say which of a facet's values each has: one value of a few, at least two in use.

    A film with several values would need several marks, and a mark's place says its decade.
    """
    in_use = int(np.count_nonzero(facet.films_by_value))
    return facet.name != DECADE and not facet.several and in_use >= 2 and len(facet.values) <= FEW


def usefulness(facet: Facet | NumberRange, films: int) -> float:
    """How much a filter helps to choose among so many films, from 0 to 1.

    The share of films with a value × how evenly the films spread over the values, or over ten parts of a range
    (Shannon's evenness: 1 if all have as many, 0 if one has all) × a factor for few values: 1 up to `FEW`, a half
    for ten times as many, a third for a hundred times.
    """
    if isinstance(facet, Facet):
        known = films_in(facet.rows)
        counts = np.bincount(facet.codes)
    else:
        values = facet.values[~np.isnan(facet.values)]
        known = len(values)
        counts, _ = np.histogram(values, PARTS, facet.ends)
    few = 1 / (1 + np.log10(max(1, len(counts) / FEW)))
    return float(known / films * _evenness(counts) * few)


def _evenness(counts: npt.NDArray[np.int64]) -> float:
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum() / np.log(len(counts)))
