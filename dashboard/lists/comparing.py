"""A list that a visitor brings, matched with the one that is shown, where it can hurt and hold nobody."""

from __future__ import annotations

from dataclasses import replace

from dashboard.cleaning.validate import FilmList
from dashboard.lists.sandbox.jobs import run
from dashboard.lists.sandbox.process import Bounds
from dashboard.model.problem_list import Problems
from dashboard.query.matching.matching import Matching, films_of, is_compared, match

BOUNDS = Bounds(seconds=120.0)
"""A million films take a quarter of a minute of a processor that has nothing else to do."""


def matched(here: FilmList, there: FilmList, file: str) -> Matching:
    """What two lists have in common.

    Args:
        here: the list that is shown.
        there: the one that is brought.
        file: what problems call that.

    Raises:
        BadListError: if that takes too long or too much memory.
    """
    return run(match_lists, _bare(here), _bare(there), file=file, bounds=BOUNDS)


def match_lists(here: FilmList, there: FilmList) -> Matching:
    """The same; a job for the sandbox."""
    return match(films_of(here), films_of(there))


def _bare(films: FilmList) -> FilmList:
    """A list with nothing but what films are compared by."""
    columns = tuple(column for column in films.columns if is_compared(column))
    frame = films.frame[[column.name for column in columns]]
    return replace(films, frame=frame, columns=columns, problems=Problems(), lines=(), refused=(), account=None)
