"""What a view says of the films of its list that another list has: in few characters, and as columns of the list."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.model.kinds import CHOICE, NUMBER, Column
from dashboard.query.cache import Cache, cached
from dashboard.query.facets import Facet, extent_of
from dashboard.query.index import Index
from dashboard.query.view import Seen

SEEN = Column("seen", "Seen", "whether the list compared with has the film", CHOICE, facet=True, values=("yes", "no"))
THEIR_RATING = Column("their_rating", "Their rating", "how the list compared with rates the film", NUMBER, facet=True)
SHORTEST, WHOLE = 4, 12
"""Characters of the name that a film has in a link, at least and at most; 4 tell 16 million films apart."""

Digests = npt.NDArray[np.bytes_]


def digest(film: str) -> str:
    """A name for a film that follows from its id alone, of `WHOLE` letters, digits, hyphens and underscores."""
    return urlsafe_b64encode(blake2b(film.encode(), digest_size=WHOLE * 6 // 8).digest()).decode()


@cached(1)
def _digests(index: Index) -> tuple[Digests, npt.NDArray[np.int32]]:
    """The films' digests in order, and beside each the film's position."""
    every = np.array([digest(film) for film in index.frame["id"].tolist()], dtype=f"S{WHOLE}")
    order = np.argsort(every, kind="stable").astype(np.int32)
    return every[order], order


def films_named(index: Index, name: str) -> npt.NDArray[np.int32]:
    """The positions of the films whose digests begin so: none for a film that has gone."""
    digests, order = _digests(index.uncompared)
    first, last = np.searchsorted(digests, [name.encode(), name.encode() + b"\x7f"])
    return order[first:last]


def seen_in(index: Index, ratings: Mapping[str, float | None]) -> Seen:
    """What a view says of films of a list: each by the shortest beginning of its digest that no other film has.

    Args:
        index: the list.
        ratings: by id, the films that the other list has, and how that rates them; None where it does not.
    """
    return tuple(sorted((_shortest(index, digest(film)), rating) for film, rating in ratings.items()))


def _shortest(index: Index, name: str) -> str:
    lengths = range(SHORTEST, WHOLE + 1)
    return next((name[:length] for length in lengths if len(films_named(index, name[:length])) == 1), name)


def ratings_in(index: Index, seen: Seen) -> dict[int, float | None]:
    """By position, the films of a list that a view calls seen, and their ratings there."""
    found = ((films_named(index, name), rating) for name, rating in seen)
    return {int(places[0]): rating for places, rating in found if len(places) == 1}


@cached(4)
def compared_index(index: Index, seen: Seen) -> Index:
    """A list with what a view says of its films as columns: `seen`, and `their_rating` where a rating is known."""
    return ComparedIndex(index, seen)


def _with_column(columns: tuple[Column, ...], new: Column, before: str) -> tuple[Column, ...]:
    """Columns with a new one behind one of them."""
    at = [column.name for column in columns].index(before) + 1
    return (*columns[:at], new, *columns[at:])


def _of_base(name: str) -> cached_property[Any]:
    """What a list with two more columns has of the list without them."""
    return cached_property(lambda index: getattr(index.uncompared, name))


class ComparedIndex(Index):
    """A list with two more columns. What is costly and does not depend on them is that of the list without."""

    def __init__(self, base: Index, seen: Seen) -> None:
        self._base = base
        ratings = ratings_in(base, seen)
        is_seen = np.isin(np.arange(len(base)), [*ratings])
        rated = [ratings.get(at) for at in range(len(base))] if any(ratings.values()) else []
        cells = {SEEN.name: pd.Series(np.where(is_seen, "yes", "no"), base.frame.index, dtype="str")}
        columns = _with_column(base.films.columns, SEEN, "title")
        if rated:
            cells[THEIR_RATING.name] = pd.Series(rated, base.frame.index, dtype="Float64")
            columns = _with_column(columns, THEIR_RATING, "rating" if "rating" in base.columns else SEEN.name)
        frame = base.frame.assign(**cells)[[column.name for column in columns]]
        self.films = replace(base.films, frame=frame, columns=columns)
        self.frame, self.stays, self.years, self.cache = self.films.frame, base.stays, base.years, Cache()
        self.evidence = base.evidence
        self.columns = {column.name: column for column in self.films.columns}
        rows = np.arange(len(base))
        facet = Facet(SEEN.name, SEEN.label, False, SEEN.values, rows, (~is_seen).astype(np.int64))
        self.facets = base.facets | {SEEN.name: facet}
        extent = extent_of(THEIR_RATING, cells[THEIR_RATING.name]) if rated else None
        self.ranges = base.ranges | ({THEIR_RATING.name: extent} if extent else {})

    @property
    def uncompared(self) -> Index:
        """See `Index`."""
        return self._base

    @cached_property
    def first_filters(self) -> tuple[str, ...]:
        """See `Index`."""
        rated = [name for name in (THEIR_RATING.name,) if name in self.ranges]
        return (SEEN.name, *rated, *self._base.first_filters)

    position = _of_base("position")
    on_cards = _of_base("on_cards")
    folded = _of_base("folded")
    words = _of_base("words")
    vocabulary = _of_base("vocabulary")


def is_compared(index: Index) -> bool:
    """Whether a list has the columns that a comparison adds."""
    return index.uncompared is not index


def is_seen(index: Index, row: int) -> bool:
    """Whether the film at a position is in the list compared with; never where nothing is compared."""
    return is_compared(index) and bool(index.frame[SEEN.name].iloc[row] == SEEN.values[0])


def by_rating(seen: Seen) -> dict[float | None, list[str]]:
    """The names of a view's seen films by their rating: first those without, then from the lowest to the highest."""
    ratings = sorted({rating for _, rating in seen}, key=lambda rating: (rating is not None, rating or 0))
    return {rating: [name for name, its in seen if its == rating] for rating in ratings}
