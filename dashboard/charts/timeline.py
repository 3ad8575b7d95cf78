"""The timeline: every film of the list on the year axis, those that a filter hides as pale rings."""

from __future__ import annotations

import heapq
import math
from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.charts.history import BAND, band
from dashboard.charts.theme import PALETTES, STATUS_SIGNS, Palette, ThemeName, config
from dashboard.evidence.milestones import Milestone
from dashboard.explore.index import Index, Mask
from dashboard.language.english import shortened

MOST_DOTS = 150
"""A longer list is drawn as bars."""
MOST_TITLED = 15
"""A longer list has dots without titles beside them."""
NARROWEST = 300
"""The plot's width in pixels on the narrowest phone that dots must not hide each other on."""
TITLED_ROW = 24
DOT = 11
"""A dot's diameter in pixels, without its stroke."""
STROKE = 1.5
BARS_HEIGHT = 170
AXIS = 26
"""Pixels for the axis and its years."""
_STEPS = [digit * 10**power for power in range(8) for digit in (1, 2, 5)]
FILMS = "films"
"""The data that the page gives to the chart."""
FILM, YEARS, BAR = "film", "years", "bar"
"""The chart's selections: a film clicked, years dragged over, a bar clicked."""

Lane = tuple[tuple[Milestone, ...], tuple[tuple[Milestone, str], ...]]
"""The milestones drawn beside the films, and the names of those that are labelled."""
NO_LANE: Lane = ((), ())


def has_dots(index: Index) -> bool:
    """Whether a list is short enough for a mark of its own for each film."""
    return len(index) <= MOST_DOTS


def data(index: Index, mask: Mask, film: str | None = None) -> pd.DataFrame:
    """What the timeline of a view draws.

    Returns:
        For dots, one row per film with a year, by year: `id`, `title`, `year`, `lane` (int, 0 at the bottom),
        `line` (what the tooltip says of it), `evidence` (its status; empty for a list without evidence), `shown`
        (bool: passes the filters), `picked` (bool: its card stands under the timeline), `side` ("left" or
        "right", where the title has room), `said` (what a screen reader says of the dot).
        For bars, one row per year of the list that has a film: `year`, `films`, `shown` (both int).
    """
    return _dots(index, mask, film) if has_dots(index) else _bars(index, mask)


def _dots(index: Index, mask: Mask, film: str | None) -> pd.DataFrame:
    table = _placed(index).copy()
    table["shown"] = mask[table.index.to_numpy(dtype=np.int64)]
    table["picked"] = table["id"] == (film or "")
    table["said"] = table["said"] + np.where(table["shown"], "", ", filtered out")
    return table.reset_index(drop=True)


def _bars(index: Index, mask: Mask) -> pd.DataFrame:
    known = ~np.isnan(index.years)
    years, films = np.unique(index.years[known].astype(int), return_counts=True)
    shown = np.zeros(len(years), dtype=int)
    found, numbers = np.unique(index.years[known & mask].astype(int), return_counts=True)
    shown[np.searchsorted(years, found)] = numbers
    return pd.DataFrame({"year": years, "films": films, "shown": shown})


@lru_cache(maxsize=32)
def _placed(index: Index) -> pd.DataFrame:
    """The films with a year, by year, each in its lane; indexed by position in the list."""
    rows = np.flatnonzero(~np.isnan(index.years))
    rows = rows[np.argsort(index.years[rows], kind="stable")]
    films = index.frame.iloc[rows]
    years = index.years[rows].astype(int)
    first, last = index.span or (0, 0)
    titles = pd.Series([shortened(title, 80) for title in films["title"]], index=rows, dtype="str")
    statuses = films["evidence"].tolist() if "evidence" in films else [""] * len(rows)
    said = [", ".join(filter(None, part)) for part in zip(titles, map(str, years), statuses, strict=True)]
    return pd.DataFrame(
        {
            "id": films["id"],
            "title": titles,
            "year": years,
            "lane": lanes(years.tolist(), first, last, titled=len(index) <= MOST_TITLED),
            "line": [shortened(line, 140) for line in _first_lines(index, rows)],
            "evidence": pd.Series(statuses, index=rows, dtype="str"),
            "side": np.where(years > (first + last) / 2, "left", "right"),
            "said": pd.Series(said, index=rows, dtype="str"),
        },
        index=rows,
    )


def _first_lines(index: Index, rows: npt.NDArray[np.int64]) -> list[str]:
    for name in ("description", "fact", "note", "original_title"):
        if name in index.frame:
            return [text.split(". ")[0] for text in index.frame[name].iloc[rows].fillna("")]
    return [""] * len(rows)


def lanes(years: list[int], first: int, last: int, titled: bool = False) -> list[int]:
    """A lane for each film, so that no two dots touch on a plot of `NARROWEST` pixels.

    With titles every film has a lane of its own. Without, each takes the lowest lane whose last dot is far
    enough away. `years` must be in order.

    >>> lanes([1959, 1959, 1960, 1990], 1950, 2000), lanes([1959, 1990], 1950, 2000, titled=True)
    ([0, 1, 2, 0], [1, 0])
    """
    if titled:
        return list(range(len(years)))[::-1]
    apart = math.ceil((DOT + STROKE) * (last - first + 2) / NARROWEST)
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


@lru_cache(maxsize=64)
def spec(index: Index, theme: ThemeName, lane: Lane = NO_LANE) -> dict[str, Any]:
    """The timeline's Vega-Lite specification without its films, made once per list, theme and lane.

    The result is shared: do not change it.
    """
    palette = PALETTES[theme]
    below = BAND if lane[0] else 0
    layers, height = (_dot_layers if has_dots(index) else _bar_layers)(index, palette, below)
    if lane[0]:
        layers += band(_year_axis(index), lane[0], dict(lane[1]), palette)
    height += below + AXIS
    chart = alt.layer(*layers).properties(height=height, width="container", config=config(palette))
    made: dict[str, Any] = chart.to_dict()
    for part in (made, *made["layer"]):
        if part.get("data") == {"name": FILMS}:
            del part["data"]
    return made


def axis_years(index: Index) -> tuple[int, int]:
    """The years at the ends of the axis: one more on either side than the list has."""
    first, last = index.span or (0, 0)
    return first - 1, last + 1


def _year_axis(index: Index) -> alt.X:
    first, last = axis_years(index)
    axis = alt.Axis(
        format="d",
        tickMinStep=1,
        labelOverlap=True,
        labelSeparation=10,
        labelFlush=False,
        grid=True,
        tickCount=max(2, min(last - first - 2, 10)),
    )
    return alt.X("year:Q", title=None, scale=alt.Scale(domain=[first, last], nice=False), axis=axis)


def _dot_layers(index: Index, palette: Palette, below: int) -> tuple[list[alt.Chart], int]:
    placed = _placed(index)
    titled = len(index) <= MOST_TITLED
    highest = int(placed["lane"].max()) + 1 if len(placed) else 1
    row = TITLED_ROW if titled else DOT + 2
    height = max(80, highest * row + 8)
    lanes_high = height / row
    scale = alt.Scale(domain=[-0.7 - below / row, lanes_high - 0.7], nice=False)
    base = alt.Chart(alt.NamedData(FILMS)).encode(x=_year_axis(index), y=alt.Y("lane:Q", axis=None, scale=scale))
    layers = [_dots_of(base, palette)]
    if titled:
        layers += [_titles(base, side, palette) for side in ("left", "right")]
    return layers, height


def _dots_of(base: alt.Chart, palette: Palette) -> alt.Chart:
    shapes: Any = alt.when(alt.datum.evidence == "").then(alt.value("circle"))
    fills: Any = alt.when(~alt.datum.shown).then(alt.value(palette.background))
    strokes: Any = alt.when(alt.datum.picked).then(alt.value(palette.text))
    strokes = strokes.when(~alt.datum.shown).then(alt.value(palette.ring))
    for status, sign in STATUS_SIGNS.items():
        of_status = alt.datum.evidence == status
        shapes = shapes.when(of_status).then(alt.value(sign.shape))
        fills = fills.when(of_status).then(alt.value(getattr(palette, sign.colour)))
        strokes = strokes.when(of_status).then(alt.value(getattr(palette, sign.colour)))
    dots: alt.Chart = base.mark_point(filled=True, size=DOT**2, opacity=1, cursor="pointer").encode(
        shape=shapes.otherwise(alt.value("circle")),
        fill=fills.otherwise(alt.value(palette.accent)),
        stroke=strokes.otherwise(alt.value(palette.accent)),
        strokeWidth=alt.when(alt.datum.picked).then(alt.value(3)).otherwise(alt.value(STROKE)),
        order=alt.Order("shown:Q"),
        tooltip=[
            alt.Tooltip("title:N"),
            alt.Tooltip("year:Q", format="d"),
            alt.Tooltip("evidence:N"),
            alt.Tooltip("line:N", title="about"),
        ],
        description=alt.Description("said:N"),
    )
    return dots.add_params(
        alt.selection_point(name=FILM, fields=["id"]), alt.selection_interval(name=YEARS, encodings=["x"])
    )


def _titles(base: alt.Chart, side: str, palette: Palette) -> alt.Chart:
    to_the_right = side == "right"
    colour = alt.when(alt.datum.shown).then(alt.value(palette.text)).otherwise(alt.value(palette.quiet))
    titles: alt.Chart = (
        base.transform_filter(alt.datum.side == side)
        .mark_text(align="left" if to_the_right else "right", dx=12 if to_the_right else -12, limit=230)
        .encode(text="title:N", color=colour)
    )
    return titles


def _bar_layers(index: Index, palette: Palette, below: int) -> tuple[list[alt.Chart], int]:
    first, last = axis_years(index)
    width = alt.expr(f"0.8 * width / {last - first}")
    most = int(_bars(index, np.ones(len(index), dtype=np.bool_))["films"].max()) if index.span else 1
    step = next(step for step in _STEPS if most / step <= 5)
    axis = alt.Axis(title="films", values=list(range(0, most + 1, step)), format=",d", titleAnchor="end")
    scale = alt.Scale(domain=[-most * below / BARS_HEIGHT, most], nice=False)
    tooltip = [
        alt.Tooltip("year:Q", format="d"),
        alt.Tooltip("shown:Q", format=","),
        alt.Tooltip("films:Q", format=",", title="of"),
    ]
    base = alt.Chart(alt.NamedData(FILMS)).encode(x=_year_axis(index), tooltip=tooltip)
    every = base.mark_bar(size=width, fill=palette.background, stroke=palette.ring, strokeWidth=1).encode(
        y=alt.Y("films:Q", axis=axis, scale=scale, stack=None)
    )
    passing = base.mark_bar(size=width, color=palette.accent, cursor="pointer").encode(
        y=alt.Y("shown:Q", axis=axis, scale=scale, stack=None)
    )
    every = every.add_params(
        alt.selection_point(name=BAR, fields=["year"]), alt.selection_interval(name=YEARS, encodings=["x"])
    )
    return [every, passing], BARS_HEIGHT
