"""What comes of comparing two lists: what a view says of it, and the films that only the other list has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from dashboard.cleaning.validate import FilmList
from dashboard.query.index import Index
from dashboard.query.matching.matching import Matching
from dashboard.query.matching.only_there import OtherFilm, packed
from dashboard.query.matching.seen import seen_in
from dashboard.query.search.fold import fold
from dashboard.query.view import View

MOST_HELD = 1_000
"""Films that only the other list has, which are held for a visitor; of more, their number."""
OWN_RATINGS = ("your rating", "my rating", "user rating", "моя оценка", "ваша оценка")
"""What sites call the ratings of whoever exports a list, beside those of everybody."""

Answers = Mapping[int, int | None]
"""By its position in the other list, which film of this one an unclear film is; None for none of them."""


@dataclass(frozen=True)
class Only:
    """The films that only the other list has.

    Attributes:
        films: the first `MOST_HELD` of them, in its order.
        number: how many there are.
    """

    films: tuple[OtherFilm, ...]
    number: int

    def with_more(self, films: Sequence[OtherFilm]) -> Only:
        """The same with more of them, which are named first."""
        return Only((*films, *self.films)[:MOST_HELD], self.number + len(films))


def ratings_of(films: FilmList) -> list[float | None]:
    """How a list rates its films; by the column of its owner's own ratings, if it has one beside those of others."""
    numbers = [column for column in films.columns if column.kind.look == "number"]
    own = [column for column in numbers if fold(column.name.replace("_", " ")) in OWN_RATINGS]
    rating = next(iter([*own, *(column for column in numbers if column.name == "rating")]), None)
    if rating is None:
        return [None] * len(films.frame)
    return [None if np.isnan(value) else value for value in rating.kind.numbers(films.frame[rating.name]).tolist()]


def only_in(there: FilmList, matching: Matching, answers: Answers) -> Only:
    """The films that only the other list has: those not matched, and those said to be none of ours."""
    both = {each.there for each in matching.matches} | {at for at, one in answers.items() if one is not None}
    lines = (at for at in range(len(there.frame)) if at not in both)
    return Only(other_films(there, [*islice(lines, MOST_HELD)]), len(there.frame) - len(both))


def other_films(there: FilmList, rows: list[int]) -> tuple[OtherFilm, ...]:
    """Some films of the other list."""
    frame, ratings = there.frame.iloc[rows], ratings_of(there)
    years = frame["year"].to_numpy(float, na_value=np.nan) if "year" in frame else np.full(len(rows), np.nan)
    return tuple(
        OtherFilm(title, None if np.isnan(year) else int(year), ratings[at])
        for title, year, at in zip(frame["title"].tolist(), years.tolist(), rows, strict=True)
    )


def compared_view(view: View, index: Index, ratings: Mapping[str, float | None], others: Only) -> View:
    """A view of a list compared with another; what only that has is in it where all of it fits into a link."""
    fits = others.number == len(others.films)
    return view.with_comparison(seen_in(index, ratings), packed(others.films) if fits else "")
