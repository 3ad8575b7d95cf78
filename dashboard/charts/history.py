"""The history track under the timeline's films, on the same axis."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import NamedTuple

import altair as alt
import pandas as pd

from dashboard.charts.theme import Palette
from dashboard.evidence.milestones import Milestone
from dashboard.evidence.translations import MultilingualText
from dashboard.i18n.languages import Language
from dashboard.i18n.texts import shortened

BAND = 64
"""Pixels under the films."""
WIDE = 640
"""Pixels of a plot on which more milestones are labelled."""
Names = tuple[tuple[Milestone, MultilingualText], ...]
"""The labelled milestones, each with its name, far enough apart to be read."""
SHAPES = {
    "first": ("circle", "●"),
    "launch": ("triangle-up", "▲"),
    "landing": ("triangle-down", "▼"),
    "station": ("square", "■"),
    "loss": ("cross", "✚"),
    "politics": ("diamond", "◆"),
}
"""Vega's mark and the symbol in a text for each kind of milestone; any other is a circle."""


class HistoryTrack(NamedTuple):
    """The milestones drawn beside the films, and the names on a narrow plot and on one of at least `WIDE` pixels."""

    milestones: tuple[Milestone, ...] = ()
    narrow: Names = ()
    wide: Names = ()


def place(day: date) -> float:
    """Where a day stands on the axis of years; a year's middle stands at its number.

    >>> place(date(1961, 1, 1)), round(place(date(1961, 7, 2)))
    (1960.5, 1961)
    """
    return day.year - 0.5 + (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)


def frame(track: HistoryTrack, language: Language) -> pd.DataFrame:
    """The marks of the history track.

    Returns:
        `year` (float, see `place`), `day`, `kind`, `text`, `shape`, `name` and `wide` (the label on a narrow plot and
        on a wide one; empty for none).
    """
    milestones, narrow, wide = track.milestones, dict(track.narrow), dict(track.wide)
    return pd.DataFrame(
        {
            "year": [place(each.day) for each in milestones],
            "day": [language.day(each.day) for each in milestones],
            "kind": [language.pgettext("kind of event", each.kind) for each in milestones],
            "text": [shortened(each.text_in("text", language.code), 140) for each in milestones],
            "shape": [SHAPES.get(each.kind, ("circle", "●"))[0] for each in milestones],
            "name": [_name(narrow.get(each), language) for each in milestones],
            "wide": [_name(wide.get(each), language) for each in milestones],
        }
    )


def _name(name: MultilingualText | None, language: Language) -> str:
    return name.in_language(language.code).text if name else ""


def _up(pixels: int) -> alt.YValue:
    """A place some pixels above the axis."""
    return alt.YValue(alt.expr(f"height - {pixels}"))  # type: ignore[no-untyped-call]


def band(axis: alt.X, track: HistoryTrack, palette: Palette, language: Language) -> list[alt.Chart]:
    """The layers of the history track: a line that sets it apart, marks by kind, a few names; all lie on the axis."""
    table = frame(track, language)
    base = alt.Chart(table).encode(x=axis)
    rule = alt.Chart(table.head(1)).mark_rule(color=palette.grid, aria=False).encode(y=_up(BAND - 4))
    shape = alt.Shape("shape:N", scale=None)
    marks = base.mark_point(filled=True, size=48, color=palette.quiet, opacity=1).encode(
        y=_up(18),
        shape=shape,
        tooltip=[
            alt.Tooltip("day:N", title=language.gettext("day")),
            alt.Tooltip("text:N", title=language.gettext("what")),
            alt.Tooltip("kind:N", title=language.gettext("kind")),
        ],
        description=alt.Description("text:N"),
    )
    label = f"width < {WIDE} ? datum.name : datum.wide"
    labels = base.mark_text(aria=False, color=palette.quiet, fontSize=15, align="center", baseline="bottom").encode(
        y=_up(28), text=alt.TextValue(alt.expr(label))
    )
    return [rule, marks, labels]
