"""The timeline on the page, the card of the film picked on it, and below it its sentence, its legend and history."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from dashboard.charts import timeline as chart
from dashboard.charts.colouring import colouring_of
from dashboard.charts.marks import as_sent, data
from dashboard.i18n.names import history_name
from dashboard.query.filters import hiding
from dashboard.query.in_words import colour_names, coloured_by, filters_in_words, timeline_sentence
from dashboard.query.index import Index
from dashboard.query.result import QueryResult
from dashboard.query.view import View
from dashboard.query.view import within as within_list
from dashboard.render.templates import heading, note
from dashboard.render.timeline_list import timeline_list
from dashboard.render.timeline_notes import ways
from dashboard.ui.films import cards
from dashboard.ui.sidebar import counts, facets
from dashboard.ui.state import act, acting, change, widget_for
from dashboard.ui.summary import drop

COLOUR_WIDTH = 216
"""Pixels of the choice of what the marks stand for."""


def draw(result: QueryResult) -> None:
    """Draw the timeline; nothing for a list without years."""
    index, view, language = result.index, result.view, result.language
    if index.span is None:
        return
    st.html(heading("timeline", language.gettext("Timeline")))
    widget = widget_for("timeline", {}, partial(_still_says, index, view))
    st.vega_lite_chart(
        as_sent(data(index, result.mask, language, view.film, view.colour)),
        chart.drawing(result.loaded, "page", language, result.has_history_track),
        key=widget.key,
        theme=None,
        on_select=lambda: act(widget.key, partial(_with_selection, index), lambda state: dict(state["selection"])),
        alt=language.gettext(  # Another text for each view would make Streamlit draw the whole chart again.
            "The timeline shows the films of this list by year. Each film has a card below it."
        ),
    )


def draw_sentence(result: QueryResult) -> None:
    """Draw what the timeline says in words."""
    st.html(note(timeline_sentence(result.index, result.mask, result.language), "said"))


def draw_list(result: QueryResult) -> None:
    """Draw the timeline as a list, which says and does what the marks do; nothing for a list without years."""
    if result.index.span is not None:
        st.html(timeline_list(result))


def draw_under_axis(result: QueryResult) -> None:
    """Draw the row under the axis: what the marks' signs say, the timeline as a list, how it is read, and history.

    What the signs say is chosen, and a filter. A list without years has nothing but that filter.
    """
    with st.container(key="under_axis", horizontal=True, vertical_alignment="center"):
        _colour(result)
        _signs(result)
        if result.index.span is not None:
            st.html(ways(result), width="content")
            _history_switch(result)


def _colour(result: QueryResult) -> None:
    """Draw the choice of what the marks' shapes and colours stand for; nothing where there is one only."""
    language, names = result.language, colour_names(result.index, result.language)
    if len(names) < 2 or result.index.span is None:
        return
    widget, options = widget_for("colour", result.view.colour), (*names,)
    st.selectbox(
        language.gettext("What shape and colour of the marks stand for"),
        options,
        options.index(widget.begins),
        format_func=lambda by: coloured_by(names[by], language),
        label_visibility="collapsed",
        filter_mode=None,
        width=COLOUR_WIDTH,
        **acting(widget, lambda view, _, by: replace(view, colour=by)),
    )


def _signs(result: QueryResult) -> None:
    told_apart = colouring_of(result)
    if told_apart.facet and told_apart.legend:
        with st.container(key="signs", width="content", gap=None):
            counts.draw("legend", [facets.draw_legend(result, told_apart.facet, told_apart.legend)])


def _history_switch(result: QueryResult) -> None:
    """Draw the switch that puts history beside the films; nothing where the list has none."""
    if not result.loaded.milestones:
        return
    language, usual, history_track = result.language, result.info.history_track, result.has_history_track
    widget = widget_for("lane", history_track)
    st.toggle(
        language.gettext("{history} beside the films", history=history_name(result.info, language)),
        widget.begins,
        width="content",
        **acting(widget, lambda view, _, wanted: replace(view, history_track=None if wanted == usual else wanted)),
    )


def _with_selection(index: Index, view: View, _: object, selection: dict[str, Any]) -> View:
    """A view with what was clicked or dragged over; what a click elsewhere clears stays until it is cleared here."""
    years, film = _years(index, selection), _film(selection)
    if years is not None and years != view.years:
        return view.with_years(years)
    return replace(view, film=film) if film in index.position else view


def _still_says(index: Index, view: View, selection: dict[str, Any]) -> bool:
    """Whether what is selected in the timeline is true of a view: its years, its film."""
    return _years(index, selection) in (None, view.years) and _film(selection) in (None, view.film)


def _film(selection: dict[str, Any]) -> str | None:
    return next((point.get("id") for point in selection.get(chart.FILM, [])), None)


def _years(index: Index, selection: dict[str, Any]) -> tuple[int | None, int | None] | None:
    """The years that a selection stands for; None if it has none, or if the list has no film near them."""
    dragged = selection.get(chart.YEARS, {}).get("year")
    clicked = next((point.get("year") for point in selection.get(chart.BAR, [])), None)
    if dragged:
        first, last = (round(year) for year in sorted(dragged))
        return within_list((first, last), index.span)
    return within_list((int(clicked), int(clicked)), index.span) if clicked is not None else None


def draw_selected(result: QueryResult) -> None:
    """Draw the card of the film picked on the timeline, if one is."""
    if not result.view.film:
        return
    name = result.view.film
    with st.container(border=True, key="selected"):
        with st.container(horizontal=True, horizontal_alignment="distribute", key="selected_head"):
            st.subheader(cards.heading(result, name), anchor=False, width="content")
            st.button(
                result.language.gettext("Close"),
                key="close_selected",
                icon=":material/close:",
                on_click=change,
                args=(lambda view: replace(view, film=None),),
            )
        if not result.mask[result.index.position[name]]:
            by = hiding(result.index, result.view, name, result.passing)
            with st.container(horizontal=True, vertical_alignment="center"):
                filters = filters_in_words(result.index, by, result.language)
                text = result.language.gettext("Not among the films shown: hidden by {filters}.", filters=filters)
                st.html(note(text, "plain"), width="content")
                st.button(
                    result.language.ngettext("Remove that filter", "Remove those filters", len(by)),
                    key="show_selected",
                    on_click=drop,
                    args=(by,),
                )
        cards.draw_card(result, name, "selected")
