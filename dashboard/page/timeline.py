"""The timeline on the page, and the card of the film that was picked on it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.charts import timeline as chart
from dashboard.charts.theme import ThemeName
from dashboard.explore.filters import hiding
from dashboard.explore.index import Index, Mask
from dashboard.explore.link import within
from dashboard.explore.view import View
from dashboard.explore.words import film_name, named, timeline_sentence
from dashboard.page import cards
from dashboard.page.state import Session, change, session
from dashboard.page.summary import drop
from dashboard.page.text import html, label


def draw(index: Index, mine: Session, mask: Mask) -> None:
    """Draw the timeline, what it says in words, and the card picked on it."""
    said = timeline_sentence(index, mask)
    if index.span is not None:
        key = f"timeline:{mine.chart}"
        st.vega_lite_chart(
            chart.data(index, mask, mine.view.film),
            chart.spec(index, theme()),
            key=key,
            theme=None,
            on_select=lambda: _selected(index, key),
            alt=said,
        )
    st.html(f'<p class="said">{html(said)}</p>')
    if mine.view.film:
        _picked(index, mine.view, mine.view.film, mask)


def theme() -> ThemeName:
    """The theme the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def _selected(index: Index, key: str) -> None:
    """Take over what was clicked or dragged over; what a click elsewhere clears stays until it is cleared here."""
    selection: dict[str, Any] = st.session_state[key]["selection"]
    view, mine = session().view, session()
    years = _years(index, selection)
    film = next((point["id"] for point in selection.get(chart.FILM, [])), None)
    if years is not None and years != view.years:
        view = view.with_years(years)
    elif film in index.position and film != view.film:
        view = view.with_film(film)
    mine.selects = False
    change(view)
    mine.selects = bool(years or film)


def _years(index: Index, selection: dict[str, Any]) -> tuple[int | None, int | None] | None:
    """The years that a selection stands for; None if it has none, or if the list has no film near them."""
    dragged = selection.get(chart.YEARS, {}).get("year")
    clicked = next((point["year"] for point in selection.get(chart.BAR, [])), None)
    if dragged:
        first, last = (round(year) for year in sorted(dragged))
        return within((first, last), index.span)
    return within((int(clicked), int(clicked)), index.span) if clicked is not None else None


def _picked(index: Index, view: View, film: str, mask: Mask) -> None:
    with st.container(border=True, key="picked"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(label(film_name(index, film)), anchor=False, width="content")
            st.button("Close", key="close_picked", icon=":material/close:", on_click=_close)
        if not mask[index.position[film]]:
            by = hiding(index, view, film)
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(
                    f'<p class="plain">Not among the films shown: hidden by {html(named(by))}.</p>', width="content"
                )
                st.button(
                    "Remove that filter" if len(by) == 1 else "Remove those filters",
                    key="show_picked",
                    on_click=drop,
                    args=(by,),
                )
        cards.body(index, view, film, "picked")


def _close() -> None:
    change(session().view.with_film(None))
