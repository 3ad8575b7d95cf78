"""How many statements have each verdict, as one small chart."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from dashboard.charts.inline import as_specification
from dashboard.charts.theme import PALETTES, VERDICT_SIGNS, ThemeName, config
from dashboard.evidence.claims import VERDICTS, Claim, tally
from dashboard.i18n.languages import Language

ROW = 26
"""Pixels for each bar with the space around it."""
LABEL = 18
"""Pixels that a label needs; a shorter piece of a bar has none."""


def rows(claims: tuple[Claim, ...], language: Language) -> list[tuple[str, dict[Any, int]]]:
    """The chart's bars: all statements, and those of the fact lines where a list has some."""
    facts = tally(claims, lambda claim: claim.field == "fact")
    both = [(language.gettext("All statements"), tally(claims)), (language.gettext("Fact lines"), facts)]
    return both if sum(facts.values()) else both[:1]


def data(claims: tuple[Claim, ...], language: Language) -> pd.DataFrame:
    """One row for each bar and verdict that occurs.

    Returns:
        `of` (which statements), `verdict` and `name` (what it is called in the language), `statements` (int),
        `start`, `end` and `middle` (where the piece lies, as a share of its bar), `label` (symbol and number).
    """
    table = []
    for of, numbers in rows(claims, language):
        start = 0
        for verdict in VERDICTS:
            if number := numbers[verdict]:
                total = sum(numbers.values())
                share = (start / total, (start + number) / total)
                label = f"{VERDICT_SIGNS[verdict].symbol} {number}"
                name = language.pgettext("value", verdict)
                table.append((of, verdict, name, number, *share, sum(share) / 2, label))
                start += number
    return pd.DataFrame(table, columns=["of", "verdict", "name", "statements", "start", "end", "middle", "label"])


@as_specification
def chart(claims: tuple[Claim, ...], theme: ThemeName, language: Language) -> alt.TopLevelMixin:
    """The chart's Vega-Lite specification, data included.

    To a screen reader it is one picture, under the name that the page gives it.
    """
    palette = PALETTES[theme]
    table = data(claims, language)
    colours = [getattr(palette, VERDICT_SIGNS[verdict].colour) for verdict in VERDICTS]
    order = list(dict.fromkeys(table["of"]))
    y = alt.Y("of:N", sort=order, title=None, axis=alt.Axis(domain=False, ticks=False, labelPadding=8, labelLimit=140))
    base = alt.Chart(table).encode(y=y)
    bars = base.mark_bar(aria=False, height=ROW - 6, stroke=palette.background, strokeWidth=2).encode(
        x=alt.X("start:Q", axis=None, scale=alt.Scale(domain=[0, 1], nice=False)),
        x2="end:Q",
        color=alt.Color("verdict:N", scale=alt.Scale(domain=list(VERDICTS), range=colours), legend=None),
        tooltip=[
            alt.Tooltip("of:N", title=language.gettext("of")),
            alt.Tooltip("name:N", title=language.gettext("verdict")),
            alt.Tooltip("statements:Q", title=language.gettext("statements"), format=","),
        ],
    )
    label = f"(datum.end - datum.start) * width < {LABEL} ? '' : datum.label"
    names = base.mark_text(aria=False, color=palette.background, fontWeight="bold").encode(
        x="middle:Q", text=alt.value(alt.expr(label))
    )
    return alt.layer(bars, names).properties(
        height=ROW * len(order),
        width="container",
        config=config(palette) | {"aria": False},
        padding={"bottom": 0, "top": 0},
    )
