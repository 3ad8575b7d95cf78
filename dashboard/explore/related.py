"""Films of a list that have something to do with one of them, and what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dashboard.explore.index import Index
from dashboard.language.english import listing

WEIGHTS = {"director": 3.0, "destination": 1.5, "themes": 1.0}
"""What a shared value of each column counts for."""
NEAR = 2
"""Years; films no further apart count half a shared theme more, but years alone relate nothing."""
MOST = 3


@dataclass(frozen=True)
class Related:
    """A related film.

    Attributes:
        film: its id.
        why: what the two share, such as "themes rescue and adventure".
    """

    film: str
    why: str


def related(index: Index, film: str) -> tuple[Related, ...]:
    """The films nearest to one, nearest first; ties in the list's order.

    By shared directors, destination and themes, weighted by `WEIGHTS`; a year of at most `NEAR` away tips ties.
    """
    row = index.position[film]
    score = np.zeros(len(index))
    shared: dict[str, list[str]] = {name: [] for name in WEIGHTS}
    for name, weight in WEIGHTS.items():
        facet = index.facets.get(name)
        if facet is None:
            continue
        for code in facet.codes[facet.rows == row]:
            score[facet.rows[facet.codes == code]] += weight
            shared[name].append(facet.values[code])
    near = np.abs(index.years - index.years[row]) <= NEAR
    score = np.where(score > 0, score + 0.5 * near, 0)
    score[row] = 0
    best = [int(at) for at in np.argsort(-score, kind="stable")[:MOST] if score[at] > 0]
    return tuple(Related(index.frame["id"].iloc[at], _why(index, at, shared, bool(near[at]))) for at in best)


def _why(index: Index, row: int, shared: dict[str, list[str]], near: bool) -> str:
    reasons = []
    for name, values in shared.items():
        facet = index.facets.get(name)
        common = [value for value in values if facet and _has(index, name, row, value)]
        if common and facet:
            reasons.append(f"{facet.label.lower()} {listing(common)}")
    return "; ".join([*reasons, *(["about the same year"] if near else [])])


def _has(index: Index, name: str, row: int, value: str) -> bool:
    cell = index.frame[name].iloc[row]
    return value in cell if isinstance(cell, tuple) else bool(value == cell)
