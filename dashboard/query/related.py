"""Films of a list that have something to do with one of them, and what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dashboard.query.cache import cached
from dashboard.query.index import Index

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
        shared: the columns in which the two share values, each with those values.
        near: whether they are of about the same year.
    """

    film: str
    shared: tuple[tuple[str, tuple[str, ...]], ...]
    near: bool


@cached(200)
def related(index: Index, film: str) -> tuple[Related, ...]:
    """The films nearest to one, nearest first; ties in the list's order.

    By shared directors, destination and themes, weighted by `WEIGHTS`; a year of at most `NEAR` away tips ties.
    """
    row = index.position[film]
    score = np.zeros(len(index), dtype=np.float32)
    shared: dict[str, list[str]] = {name: [] for name in WEIGHTS}
    for name, weight in WEIGHTS.items():
        facet = index.facets.get(name)
        if facet is None:
            continue
        for code in facet.codes_of(row):
            score[facet.rows_with(code)] += weight
            shared[name].append(facet.values[code])
    score[row] = 0
    rows = np.flatnonzero(score)
    near = np.abs(index.years[rows] - index.years[row]) <= NEAR
    best = _highest(score[rows] + np.float32(0.5) * near)
    return tuple(
        Related(index.frame["id"].iloc[rows[at]], _common(index, int(rows[at]), shared), bool(near[at])) for at in best
    )


def _highest(scores: npt.NDArray[np.float32]) -> npt.NDArray[np.int64]:
    """The places of the `MOST` highest scores, the highest first; of equal ones the first."""
    if len(scores) > MOST:
        least = np.partition(scores, -MOST)[-MOST]
        above = np.flatnonzero(scores > least)
        places = np.concatenate((above, np.flatnonzero(scores == least)[: MOST - len(above)]))
    else:
        places = np.arange(len(scores))
    return places[np.argsort(-scores[places], kind="stable")]


def _common(index: Index, row: int, shared: dict[str, list[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Of some columns' values those that a film has too."""
    its = {name: index.facets[name].of(row) for name, values in shared.items() if values}
    common = {name: tuple(each for each in shared[name] if each in its[name]) for name in its}
    return tuple((name, values) for name, values in common.items() if values)
