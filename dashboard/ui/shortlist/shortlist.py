"""The shortlist: its films in their order, when each is shown, how long they take, and the programme made of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.query.shortlist import length_in_words, minutes, missing_in_words, total_in_words
from dashboard.query.url import FIRST_SHOWING, LAST_SHOWING
from dashboard.query.view import MOST_PICKED, View
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui.shortlist import programme
from dashboard.ui.state import act, change, goes_by_history, widget_for

PLACE = "your-shortlist"
"""The name in the page of the line that says what is on the shortlist."""


def count(result: QueryResult) -> str:
    """How many films are on the shortlist, in words; empty for none."""
    films = len(result.view.shortlist)
    return result.language.ngettext("{n} on your shortlist", "{n} on your shortlist", films) if films else ""


def draw(result: QueryResult) -> None:
    """Draw the shortlist; nothing if it is empty."""
    language, films = result.language, result.view.shortlist
    if not films:
        return
    st.subheader(language.gettext("Shortlist"), anchor=False)
    st.html(note(" ".join(_said(result, language)), "plain", id=PLACE, tabindex="-1"))
    with st.container(gap="xsmall"):
        for at, film in enumerate(films):
            _row(result, at, film, language)
    programme.draw(result, language)


def _said(result: QueryResult, language: Language) -> list[str]:
    films = result.view.shortlist
    said = [total_in_words(result.index, films, language) + ".", *missing_in_words(result.index, films, language)]
    if len(films) == MOST_PICKED:
        said.append(language.gettext("It is full: {n} films are the most.", n=language.number(MOST_PICKED)))
    return said


def _row(result: QueryResult, at: int, film: str, language: Language) -> None:
    """Draw one film of the shortlist: its name, its length, when it is shown, and the buttons that move it."""
    name, length = film_name(result.index, film, language), minutes(result.index, film)
    known = language.gettext("running time not known") if length is None else length_in_words(length, language)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"shortlisted:{film}"):
        st.button(
            label(f"{language.number(at + 1)}. {name}"),
            key=f"show:{film}",
            type="tertiary",
            help=language.gettext("Opens its card under the timeline"),
            on_click=change,
            args=(partial(View.with_film, film=film),),
        )
        st.html(note(known, "small quiet"), width="stretch")
        _time(result, film, language.gettext("Day and time of {film}", film=name))
        up, down = language.gettext("Move {film} up", film=name), language.gettext("Move {film} down", film=name)
        _tool(f"up:{film}", "arrow_upward", up, partial(View.with_moved, film=film, places=-1))
        _tool(f"down:{film}", "arrow_downward", down, partial(View.with_moved, film=film, places=1))
        off = language.gettext("Take {film} off the shortlist", film=name)
        _tool(f"off:{film}", "close", off, partial(View.with_shortlisted, film=film, is_on=False))


def _time(result: QueryResult, film: str, called: str) -> None:
    when = result.view.showing(film)
    widget = widget_for(f"when:{film}", when, lambda held: held == when and not goes_by_history())
    st.session_state.setdefault(widget.key, when)
    st.datetime_input(
        label(called),
        value=None,
        key=widget.key,
        min_value=FIRST_SHOWING,
        max_value=LAST_SHOWING,
        format="YYYY-MM-DD",
        label_visibility="collapsed",
        width=210,
        on_change=act,
        args=(widget.key, partial(_with_showing, film)),
    )


def _with_showing(film: str, view: View, _: object, when: datetime | None) -> View:
    known = when is None or FIRST_SHOWING <= when <= LAST_SHOWING
    return view.with_showing(film, when) if known else view


def _tool(key: str, icon: str, does: str, means: Callable[[View], View]) -> None:
    """Draw a button that shows an icon alone; what it does is its name."""
    st.button(
        label(does),
        key=f"tool:{key}",
        icon=f":material/{icon}:",
        type="tertiary",
        on_click=change,
        args=(means,),
    )
