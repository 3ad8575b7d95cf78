"""What the timeline draws of a view: a dot for each film, or a bar for each year."""

from __future__ import annotations

import heapq
import math

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.i18n.languages import Language
from dashboard.i18n.texts import shortened
from dashboard.query.cache import cached
from dashboard.query.filters import titles
from dashboard.query.index import Index, Mask

MOST_DOTS = 150
"""A longer list is drawn as bars."""
MOST_TITLED = 15
"""A longer list has dots without titles beside them."""
NARROWEST = 300
"""The plot's width in pixels on the narrowest phone that dots must not hide each other on."""
STROKE = 1.5
PITCHES = (26, 18, 13)
"""Pixels from one dot to the next, all of them to be clicked: the first with which a list is not higher than `HIGHEST`.

The first is a target that a thumb hits (WCAG 2.2, 2.5.8); the last is for lists with a great many films in a year.
"""
HIGHEST = 320


def has_dots(index: Index) -> bool:
    """Whether a list is short enough for a mark of its own for each film."""
    return len(index) <= MOST_DOTS


def pitch(index: Index) -> int:
    """Pixels from one dot of a list to the next, in its lane and from lane to lane."""
    if len(index) <= MOST_TITLED:
        return PITCHES[0]
    years = np.sort(index.years[~np.isnan(index.years)]).astype(int).tolist()
    room = (
        each for each in PITCHES if (max(lanes(years, *(index.span or (0, 0)), each), default=0) + 1) * each <= HIGHEST
    )
    return next(room, PITCHES[-1])


def dot(index: Index) -> float:
    """A dot's diameter in pixels, without its stroke."""
    return min(pitch(index) - STROKE - 0.5, 15)


def data(index: Index, mask: Mask, language: Language, film: str | None = None) -> pd.DataFrame:
    """What the timeline of a view draws.

    Returns:
        For dots, one row per film with a year, by year: `id`, `title`, `year`, `lane` (int, 0 at the bottom),
        `stack` (int, its lane on a plot so wide that no year's dots touch the next year's),
        `line` (what the tooltip says of it), `evidence` and `status` (its status, and what that is called in the
        language; empty for a list without evidence), `shown`
        (bool: passes the filters), `selected` (bool: its card stands under the timeline), `side` ("left" or
        "right", where the title has room), `description` (what a screen reader says of the dot).
        For bars, one row per year of the list that has a film: `year`, `films`, `shown` (both int).
    """
    return _dots(index, mask, language, film) if has_dots(index) else bars(index, mask)


def _dots(index: Index, mask: Mask, language: Language, film: str | None) -> pd.DataFrame:
    table = placed(index, language).copy()
    table["shown"] = mask[table.index.to_numpy(dtype=np.int64)]
    table["selected"] = table["id"] == (film or "")
    table["description"] += np.where(table["shown"], "", ", " + language.gettext("filtered out"))
    return table.reset_index(drop=True)


def bars(index: Index, mask: Mask) -> pd.DataFrame:
    """The bars' rows of `data`."""
    return pd.DataFrame({"year": index.different_years, "films": index.films_by_year, "shown": index.by_year(mask)})


@cached(4)
def placed(index: Index, language: Language) -> pd.DataFrame:
    """The films with a year, by year, each in its lane; indexed by position in the list."""
    rows = np.flatnonzero(~np.isnan(index.years))
    rows = rows[np.argsort(index.years[rows], kind="stable")]
    films = index.frame.iloc[rows]
    years = index.years[rows].astype(int)
    first, last = index.span or (0, 0)
    names = titles(index, language).iloc[rows]
    short = pd.Series([shortened(title, 80) for title in names], index=rows, dtype="str")
    statuses = films["evidence"].tolist() if "evidence" in films else [""] * len(rows)
    named = [language.pgettext("value", status) for status in statuses]
    descriptions = [", ".join(filter(None, part)) for part in zip(short, map(str, years), named, strict=True)]
    return pd.DataFrame(
        {
            "id": films["id"],
            "title": short,
            "year": years,
            "stack": pd.Series(years, index=rows).groupby(years).cumcount(),
            "lane": lanes(years.tolist(), first, last, pitch(index), titled=len(index) <= MOST_TITLED),
            "line": [shortened(line, 140) for line in _first_lines(index, rows, language)],
            "evidence": pd.Series(statuses, index=rows, dtype="str"),
            "status": pd.Series(named, index=rows, dtype="str"),
            "side": np.where(years > (first + last) / 2, "left", "right"),
            "description": pd.Series(descriptions, index=rows, dtype="str"),
        },
        index=rows,
    )


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
