"""Which of all filters a list could have are shown without asking: the most useful ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from dashboard.model.kinds import Column
from dashboard.model.schema import BY_NAME
from dashboard.query.facets import Facet, NumberRange, films_in

MOST_OFFERED = 8
BESIDE_THE_TIMELINE = ("evidence",)
"""Facets whose control is the timeline's legend."""
FEW = 12
"""So many values can be taken in at a glance; more make a filter less useful."""
MOST_VALUES = 5_000
"""A facet with more is only shown when asked for: every one of them is sent to the browser."""
PARTS = 10
"""The equal parts of a range over which its films are counted."""


def offered(
    columns: Sequence[Column], facets: Mapping[str, Facet], ranges: Mapping[str, NumberRange], films: int
) -> tuple[str, ...]:
    """The names of the at most `MOST_OFFERED` filters shown without asking, in the columns' order.

    What the evidence adds comes first, then what is most useful, by tenths of `usefulness`; of equals, the
    schema's own columns before a list's own, then in the columns' order.
    """

    def rank(column: Column) -> tuple[bool, float, bool]:
        candidate = facets.get(column.name) or ranges[column.name]
        return not column.derived, -round(usefulness(candidate, films), 1), column.name not in BY_NAME

    known = [
        column for column in columns if column.name not in BESIDE_THE_TIMELINE and column.name in {*facets, *ranges}
    ]
    few = [column for column in known if column.name in ranges or len(facets[column.name].values) <= MOST_VALUES]
    best = {column.name for column in sorted(few, key=rank)[:MOST_OFFERED]}
    return tuple(column.name for column in known if column.name in best)


def usefulness(candidate: Facet | NumberRange, films: int) -> float:
    """How much a filter helps to choose among so many films, from 0 to 1.

    The share of films with a value × how evenly the films spread over the values, or over ten parts of a range
    (Shannon's evenness: 1 if all have as many, 0 if one has all) × a factor for few values: 1 up to `FEW`, a half
    for ten times as many, a third for a hundred times.
    """
    if isinstance(candidate, Facet):
        known = films_in(candidate.rows)
        counts = np.bincount(candidate.codes)
    else:
        values = candidate.values[~np.isnan(candidate.values)]
        known = len(values)
        counts, _ = np.histogram(values, PARTS, candidate.ends)
    few = 1 / (1 + np.log10(max(1, len(counts) / FEW)))
    return float(known / films * _evenness(counts) * few)


def _evenness(counts: npt.NDArray[np.int64]) -> float:
    shares = counts[counts > 0] / counts.sum()
    return float(-(shares * np.log(shares)).sum() / np.log(len(counts)))
