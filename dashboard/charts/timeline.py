"""The timeline's drawing: every film of the list on the year axis, those that a filter hides as pale rings."""

from __future__ import annotations

import json
import math
from datetime import date
from typing import Any

import altair as alt

from dashboard.charts.colouring import PLAIN, SIGNS
from dashboard.charts.history import BAND, WIDE, HistoryTrack, Names, band
from dashboard.charts.inline import as_specification
from dashboard.charts.marks import MOST_TITLED, NARROWEST, STROKE, dot, film_names, has_dots, pitch, placed
from dashboard.charts.names import GAP, SIZE
from dashboard.charts.theme import INKS, Ink, Palette, config
from dashboard.evidence.milestones import labels, within
from dashboard.evidence.translations import MultilingualText
from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.in_words import facet_name
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.matching.seen import is_compared

BARS_HEIGHT = 170
AXIS = 32
"""Pixels for the axis and its years."""
TICK = 60
"""The fewest pixels from one year on the axis to the next."""
_STEPS = [digit * 10**power for power in range(8) for digit in (1, 2, 5)]
NEAREST = 10
"""The fewest pixels from year to year on which a year's dots stand in one stack."""
TITLE_GAP = 14
"""Pixels from the middle of a dot to its title, where each film has a lane of its own."""
EYE = 0.45
"""The part of a dot's diameter that its hole takes."""
FILMS = "films"
"""The data that the page gives to the chart, and the name of the layer that draws all of it."""
FILM, YEARS, BAR = "film", "years", "bar"
"""The chart's selections: a film clicked, years dragged over, a bar clicked."""
DRAG = "[pointerdown[event.pointerType !== 'touch'], window:pointerup] > window:pointermove!"
"""What selects years, as Vega names events."""

LABEL = 76
"""Pixels for the name of a milestone with the space beside it."""

NO_HISTORY_TRACK = HistoryTrack()


def drawing(loaded: LoadedList, ink: Ink, language: Language, has_history_track: bool) -> dict[str, Any]:
    """The specification of a list's timeline, with its history beside the films or without; do not change it."""
    return spec(loaded.index, ink, language, history_track(loaded) if has_history_track else NO_HISTORY_TRACK)


@cached(1)
def history_track(loaded: LoadedList) -> HistoryTrack:
    """The milestones between the ends of a list's axis, and which of them are named."""
    first, last = axis_years(loaded.index)
    milestones = within(loaded.milestones, first + 1, last - 1)
    names: dict[date, MultilingualText] = {}
    for event in loaded.events:
        names.setdefault(event.begins, event.in_languages("name"))

    def labelled(width: int) -> Names:
        return tuple(labels(milestones, names, math.ceil(LABEL * (last - first) / width)).items())

    return HistoryTrack(milestones, labelled(NARROWEST), labelled(WIDE))


@cached(16)
def spec(index: Index, ink: Ink, language: Language, history_track: HistoryTrack = NO_HISTORY_TRACK) -> dict[str, Any]:
    """The timeline's Vega-Lite specification without its films, made once per list, ink, language and history track.

    The result is shared: do not change it.
    """
    made = _chart(index, INKS[ink], language, history_track)
    for part in (made, *made["layer"]):
        if part.get("data") == {"name": FILMS}:
            del part["data"]
    return made


@as_specification
def _chart(index: Index, palette: Palette, language: Language, history_track: HistoryTrack) -> alt.TopLevelMixin:
    below = BAND if history_track.milestones else 0
    layers, height = (_dot_layers if has_dots(index) else _bar_layers)(index, palette, language, below)
    if history_track.milestones:
        layers += band(_year_axis(index), history_track, palette, language)
    height += below + AXIS
    return alt.layer(*layers).properties(height=height, width="container", config=config(palette))


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
        grid=len(index) > MOST_TITLED,
        tickCount=alt.ExprRef(f"min({max(2, min(last - first - 2, 10))}, max(2, width / {TICK}))"),
    )
    return alt.X("year:Q", title=None, scale=alt.Scale(domain=[first, last], nice=False), axis=axis)


def _dot_layers(index: Index, palette: Palette, language: Language, below: int) -> tuple[list[alt.Chart], int]:
    films, row = placed(index, language, index.usual_colouring), pitch(index, language)
    highest = int(films["lane"].max()) + 1 if len(films) else 1
    height = max(80, highest * row + 8)
    scale = alt.Scale(domain=[-0.7 - below / row, height / row - 0.7], nice=False)
    base = alt.Chart(alt.NamedData(FILMS)).encode(x=_year_axis(index), y=alt.Y("lane:Q", axis=None, scale=scale))
    size, tooltip = str(dot(index, language)), _tooltip(index, language)
    if len(index) <= MOST_TITLED:
        at_most = alt.expr(f"width / 2 - {TITLE_GAP}")  # On a name's side there is room for half the plot's width.
        under = [_drops(base, palette), *_names(base, palette, tooltip, TITLE_GAP, {"limit": at_most})]
    elif film_names(index, language):
        under = _names(base, palette, tooltip, GAP, {"fontSize": SIZE})
    else:
        under, (first, last) = [], axis_years(index)
        stacked = f"width / {last - first} >= {NEAREST}"
        base = base.transform_calculate(lane=f"{stacked} ? datum.stack : datum.lane")
        size = f"{stacked} ? min({size}, width / {last - first} - {STROKE}) : {size}"
    eyes = [_eyes(base, size, palette, tooltip)] if is_compared(index) else []
    return [*under, _targets(base, row, tooltip), _dots(base, size, palette, tooltip), *eyes], height


def _targets(base: alt.Chart, size: int, tooltip: alt.ExprRef) -> alt.Chart:
    """What is clicked: more than the dot that is seen."""
    targets: alt.Chart = base.mark_point(
        aria=False,
        shape="square",
        filled=True,
        fill="transparent",
        strokeWidth=0,
        size=size**2,
        cursor="pointer",
        tooltip=tooltip,
    ).encode()
    return targets


def _tooltip(index: Index, language: Language) -> alt.ExprRef:
    """What a mark says where the mouse is over it: a film's title as its heading, and what is known of it.

    A list of fields would have a row for each of them, an empty one too.
    """
    colourings = {name: facet_name(index, name, language).lower() for name in index.colourings}
    if index.usual_colouring:
        colourings[index.usual_colouring] = language.gettext("evidence")
    rows = [
        *((f"datum.said && datum.by === {_quoted(by)}", name, "datum.said") for by, name in colourings.items()),
        ("datum.line", language.gettext("about"), "datum.line"),
    ]
    known = [f"{test} ? {{{_quoted(name)}: {value}}} : {{}}" for test, name, value in rows]
    year = f"{_quoted(language.gettext('year'))}: format(datum.year, 'd')"
    return alt.ExprRef(f"merge({{title: datum.title, {year}}}, {', '.join(known)})")


def _quoted(text: str) -> str:
    """A text in an expression of Vega."""
    return json.dumps(text, ensure_ascii=False)


def _dots(base: alt.Chart, size: str, palette: Palette, tooltip: alt.ExprRef) -> alt.Chart:
    own = alt.value(alt.expr(_of_colour(palette)))
    fill: Any = alt.when(~alt.datum.shown).then(alt.value(palette.background)).otherwise(own)
    stroke: Any = alt.when(alt.datum.selected).then(alt.value(palette.text))
    stroke = stroke.when(~alt.datum.shown).then(alt.value(palette.ring)).otherwise(own)
    width: Any = alt.when(alt.datum.selected).then(alt.value(3)).otherwise(alt.value(STROKE))
    dots: alt.Chart = base.mark_point(
        filled=True, size=alt.expr(f"pow({size}, 2)"), opacity=1, cursor="pointer", tooltip=tooltip
    ).encode(
        shape=alt.Shape("shape:N", scale=None),
        fill=alt.FillValue(**fill),
        stroke=alt.StrokeValue(**stroke),
        strokeWidth=alt.StrokeWidthValue(**width),
        order=alt.Order("shown:Q"),
        description=alt.Description("description:N"),
    )
    return dots.properties(name=FILMS).add_params(alt.selection_point(name=FILM, fields=["id"]), _dragged_years())


def _of_colour(palette: Palette) -> str:
    """The colour of a mark in an expression of Vega, by the name that its sign has for it."""
    names = sorted({sign.colour for sign in (*SIGNS.values(), PLAIN)})
    return f"{json.dumps({name: getattr(palette, name) for name in names})}[datum.colour]"


def _eyes(base: alt.Chart, size: str, palette: Palette, tooltip: alt.ExprRef) -> alt.Chart:
    """A small hole in the dots of the films that a list compared with has."""
    eyes: alt.Chart = base.mark_point(
        aria=False,
        filled=True,
        shape="circle",
        fill=palette.background,
        strokeWidth=0,
        size=alt.expr(f"datum.seen ? pow({EYE} * ({size}), 2) : 0"),
        opacity=1,
        cursor="pointer",
        tooltip=tooltip,
    ).encode()
    return eyes


def _dragged_years() -> alt.Parameter:
    """The years that a mouse or a pen is dragged over; a finger that moves there scrolls the page."""
    return alt.selection_interval(name=YEARS, encodings=["x"], on=DRAG, translate=DRAG)


def _drops(base: alt.Chart, palette: Palette) -> alt.Chart:
    """A line from each film down to its year."""
    drops: alt.Chart = base.mark_rule(aria=False, color=palette.grid, y2=alt.expr("height")).encode()
    return drops


def _names(base: alt.Chart, palette: Palette, tooltip: alt.ExprRef, gap: int, look: dict[str, Any]) -> list[alt.Chart]:
    """The names, each on its side of the dot, and under them a rim that keeps lines out of the letters."""
    to_the_left = "datum.side == 'left'"
    colour: Any = alt.when(alt.datum.shown).then(alt.value(palette.text)).otherwise(alt.value(palette.quiet))
    common: dict[str, Any] = {
        "aria": False,
        "align": alt.expr(f"{to_the_left} ? 'right' : 'left'"),
        "text": alt.expr("width < datum.room ? '' : datum.name"),
        "cursor": "pointer",
        "baseline": "middle",
        "dx": alt.expr(f"{to_the_left} ? -{gap} : {gap}"),
        **look,
    }
    rim = base.mark_text(**common, stroke=palette.background, strokeWidth=5, strokeJoin="round").encode()
    return [rim, base.mark_text(**common, tooltip=tooltip).encode(color=alt.ColorValue(**colour))]


def _bar_layers(index: Index, palette: Palette, language: Language, below: int) -> tuple[list[alt.Chart], int]:
    first, last = axis_years(index)
    width = alt.expr(f"0.8 * width / {last - first}")
    most = int(index.films_by_year.max(initial=1))
    step = next(step for step in _STEPS if most / step <= 5)
    axis = alt.Axis(
        title=language.gettext("films"), values=list(range(0, most + 1, step)), format=",d", titleAnchor="end"
    )
    scale = alt.Scale(domain=[-most * below / BARS_HEIGHT, most], nice=False)
    tooltip = [
        alt.Tooltip("year:Q", title=language.gettext("year"), format="d"),
        alt.Tooltip("shown:Q", title=language.gettext("shown"), format=","),
        alt.Tooltip("films:Q", title=language.gettext("of"), format=","),
    ]
    base = alt.Chart(alt.NamedData(FILMS)).encode(x=_year_axis(index), tooltip=tooltip)
    every = base.mark_bar(size=width, fill=palette.background, stroke=palette.ring, strokeWidth=1).encode(
        y=alt.Y("films:Q", axis=axis, scale=scale, stack=None)
    )
    passing = base.mark_bar(size=width, color=palette.accent, cursor="pointer").encode(
        y=alt.Y("shown:Q", axis=axis, scale=scale, stack=None)
    )
    every = every.properties(name=FILMS).add_params(alt.selection_point(name=BAR, fields=["year"]), _dragged_years())
    return [every, passing], BARS_HEIGHT
