"""What the timeline draws of a view: a dot for each film, or a bar for each year."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard.charts.colouring import colouring
from dashboard.charts.names import PLOTS, Names, arranged
from dashboard.i18n.languages import Language
from dashboard.i18n.texts import shortened
from dashboard.query.cache import cached
from dashboard.query.facets import MOST_DOTS
from dashboard.query.index import Index, Mask
from dashboard.query.matching.seen import is_seen
from dashboard.query.order import titles

MOST_TITLED = 15
"""A longer list has no lane of its own for each film, and names only where they have room."""
NARROWEST = PLOTS[0]
"""The plot's width in pixels on the narrowest phone that dots must not hide each other on."""
STROKE = 1.5
PITCHES = (26, 18, 13)
"""Pixels from one dot to the next, all of them to be clicked: the first with which a list is not higher than `HIGHEST`.

The first is a target that a thumb hits (WCAG 2.2, 2.5.8); the last is for lists with a great many films in a year.
"""
HIGHEST = 320
NAMED_PITCHES = (26, 22, 20)
"""The same for a list whose dots have names beside them."""


def has_dots(index: Index) -> bool:
    """Whether a list is short enough for a mark of its own for each film."""
    return len(index) <= MOST_DOTS


def pitch(index: Index, language: Language) -> int:
    """Pixels from one dot of a list to the next, in its lane and from lane to lane."""
    if len(index) <= MOST_TITLED:
        return PITCHES[0]
    if named := film_names(index, language):
        return _highest_that_fits(NAMED_PITCHES, lambda _: max(named.lanes) + 1)
    years = np.sort(index.years[~np.isnan(index.years)]).astype(int).tolist()
    return _highest_that_fits(PITCHES, lambda each: max(lanes(years, *(index.span or (0, 0)), each), default=0) + 1)


def _highest_that_fits(pitches: tuple[int, ...], lanes_of: Callable[[int], int]) -> int:
    return next((each for each in pitches if lanes_of(each) * each <= HIGHEST), pitches[-1])


def dot(index: Index, language: Language) -> float:
    """A dot's diameter in pixels, without its stroke."""
    return min(pitch(index, language) - STROKE - 0.5, 12 if film_names(index, language) else 15)


@cached(4)
def film_names(index: Index, language: Language) -> Names | None:
    """Where the films with a year have names, by year; None for a list of dots without, and for one of few films."""
    if not MOST_TITLED < len(index) <= MOST_DOTS or index.span is None:
        return None
    rows, (first, last) = _by_year(index), index.span
    places = [(year - first + 1) / (last - first + 2) for year in index.years[rows].tolist()]
    return arranged(places, titles(index, language).iloc[rows].tolist(), HIGHEST // NAMED_PITCHES[-1])


def _by_year(index: Index) -> npt.NDArray[np.int64]:
    """The positions of the films with a year, by year."""
    rows = np.flatnonzero(~np.isnan(index.years))
    return rows[np.argsort(index.years[rows], kind="stable")]


def data(index: Index, mask: Mask, language: Language, film: str | None = None, colour: str = "") -> pd.DataFrame:
    """What the timeline of a view draws, with its selected film and what its marks' shapes and colours stand for.

    Returns:
        For dots, one row per film with a year, by year: `id`, `title`, `year`, `lane` (int, 0 at the bottom),
        `stack` (int, its lane on a plot so wide that no year's dots touch the next year's), `name` (what is written
        beside the dot; may be empty), `side` ("left" or "right", where it stands), `room` (int, the narrowest plot in
        pixels on which it is written),
        `line` (what the tooltip says of it), `by` (the facet that tells the marks apart), `said` (what that is called
        for this film, in the language; both empty where nothing is told apart, or known), `shape` and `colour` (those
        of its sign, see `theme.Sign`), `seen` (bool: a list compared with has it), `shown`
        (bool: passes the filters), `selected` (bool: its card stands under the timeline), `description` (what a
        screen reader says of the dot).
        For bars, one row per year of the list that has a film: `year`, `films`, `shown` (both int).
    """
    return _dots(index, mask, language, film, colour) if has_dots(index) else bars(index, mask)


def as_sent(table: pd.DataFrame) -> pa.Table:
    """A table as a browser is sent it with each change: numbers as short as they are, and nothing for pandas alone."""
    whole = table.select_dtypes("int64").columns.astype(str)
    short = {name: pd.to_numeric(table[name], downcast="integer") for name in whole}
    return pa.Table.from_pandas(table.assign(**short), preserve_index=False).replace_schema_metadata()


def _dots(index: Index, mask: Mask, language: Language, film: str | None, colour: str) -> pd.DataFrame:
    table = placed(index, language, colour or index.usual_colouring).copy()
    table["shown"] = mask[table.index.to_numpy(dtype=np.int64)]
    table["selected"] = table["id"] == (film or "")
    table["description"] += np.where(table["shown"], "", ", " + language.gettext("filtered out"))
    return table.reset_index(drop=True)


def bars(index: Index, mask: Mask) -> pd.DataFrame:
    """The bars' rows of `data`."""
    return pd.DataFrame({"year": index.different_years, "films": index.films_by_year, "shown": index.by_year(mask)})


@cached(8)
def placed(index: Index, language: Language, by: str) -> pd.DataFrame:
    """The films with a year, by year, each in its lane with its sign; indexed by position in the list."""
    rows = _by_year(index)
    films = index.frame.iloc[rows]
    years = index.years[rows].astype(int)
    short = pd.Series([shortened(title, 80) for title in titles(index, language).iloc[rows]], index=rows, dtype="str")
    told_apart = [colouring(index, by, language).of(row) for row in rows.tolist()]
    signs, said = [sign for sign, _ in told_apart], [name for _, name in told_apart]
    seen = [is_seen(index, row) for row in rows.tolist()]
    as_seen = [language.gettext("seen") if each else "" for each in seen]
    parts = zip(short, map(str, years), said, as_seen, strict=True)
    descriptions = [", ".join(filter(None, part)) for part in parts]
    text = {
        "line": [shortened(line, 140) for line in _first_lines(index, rows, language)],
        "by": [by] * len(rows),
        "said": said,
        "shape": [sign.shape for sign in signs],
        "colour": [sign.colour for sign in signs],
        "description": descriptions,
    }
    table = pd.DataFrame({"id": films["id"], "title": short, "year": years, "seen": seen}, index=rows)
    table = table.assign(**_lanes_and_names(index, language, years, short))
    return table.assign(**{name: pd.Series(texts, index=rows, dtype="str") for name, texts in text.items()})


def _lanes_and_names(
    index: Index, language: Language, years: npt.NDArray[np.int64], short: pd.Series[str]
) -> dict[str, Any]:
    first, last = index.span or (0, 0)
    titled, named = len(index) <= MOST_TITLED, film_names(index, language)
    if named:
        lane = list(named.lanes)
        return {"lane": lane, "stack": lane, "name": named.names, "side": named.sides, "room": named.rooms}
    return {
        "lane": lanes(years.tolist(), first, last, pitch(index, language), titled=titled),
        "stack": pd.Series(years, index=short.index).groupby(years).cumcount(),
        "name": short if titled else "",
        "side": np.where(years > (first + last) / 2, "left", "right"),
        "room": 0,
    }


def _first_lines(index: Index, rows: npt.NDArray[np.int64], language: Language) -> list[str]:
    for name in ("description", "fact", "note", "original_title"):
        if name in index.frame:
            return [text.split(". ")[0] for text in index.in_language(name, rows, language.code).fillna("")]
    return [""] * len(rows)


def lanes(years: list[int], first: int, last: int, pitch: int = PITCHES[-1], titled: bool = False) -> list[int]:
    """A lane for each film, so that dots of one lane are `pitch` pixels apart on a plot of `NARROWEST` pixels.

    With titles every film has a lane of its own. Without, each takes the lowest lane whose last dot is far
    enough away. `years` must be in order.

    >>> lanes([1959, 1959, 1960, 1990], 1950, 2000), lanes([1959, 1990], 1950, 2000, titled=True)
    ([0, 1, 2, 0], [1, 0])
    """
    if titled:
        return list(range(len(years)))[::-1]
    apart = math.ceil(pitch * (last - first + 2) / NARROWEST)
    free: list[int] = []
    busy: list[tuple[int, int]] = []
    result = []
    for year in years:
        while busy and busy[0][0] <= year:
            heapq.heappush(free, heapq.heappop(busy)[1])
        lane = heapq.heappop(free) if free else len(busy)
        heapq.heappush(busy, (year + apart, lane))
        result.append(lane)
    return result
