"""The shortlist: its films in their order, when each is shown, how long they take, and the programme made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dashboard.exports.calendar_file import as_calendar
from dashboard.exports.programme import Programme, as_html, as_markdown, default_title, programme
from dashboard.i18n.languages import Language
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.query.search.grammar import clean_search
from dashboard.query.shortlist import length_in_words, minutes, missing_in_words, total_in_words
from dashboard.query.url import FIRST_SHOWING, LAST_SHOWING
from dashboard.query.view import LONGEST_PROGRAMME, MOST_PICKED, View
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui import browser
from dashboard.ui.downloads.downloads import file_button
from dashboard.ui.state import Edit, acting, change, goes_by_history, widget_for

_typed = partial(clean_search, most=LONGEST_PROGRAMME)
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
    st.header(language.gettext("Shortlist"), anchor=False)
    st.html(note(" ".join(_sentences(result, language)), "plain", id=PLACE, tabindex="-1"))
    with st.container(gap="xsmall"):
        for at, film in enumerate(films):
            _row(result, at, film, language)
    _draw_programme(result, language)


def _sentences(result: QueryResult, language: Language) -> list[str]:
    films = result.view.shortlist
    sentences = [total_in_words(result.index, films, language) + ".", *missing_in_words(result.index, films, language)]
    if len(films) == MOST_PICKED:
        sentences.append(
            language.gettext("It is full: a shortlist has at most {n} films.", n=language.number(MOST_PICKED))
        )
    return sentences


def _row(result: QueryResult, at: int, film: str, language: Language) -> None:
    """Draw one film of the shortlist: its name, its length, when it is shown, and the buttons that move it."""
    name, length = film_name(result.index, film, language), minutes(result.index, film)
    known = language.gettext("running time not known") if length is None else length_in_words(length, language)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"shortlisted:{film}"):
        st.button(
            label(f"{language.number(at + 1)}. {name}"),
            key=f"show:{film}",
            type="tertiary",
            help=language.gettext("Opens its card"),
            on_click=change,
            args=(lambda view: replace(view, film=film),),
        )
        st.html(note(known, "small quiet"), width="stretch")
        _time(result, film, language.gettext("Day and time of {film}", film=name))
        up, down = language.gettext("Move {film} up", film=name), language.gettext("Move {film} down", film=name)
        _tool(f"up:{film}", "arrow_upward", up, partial(View.with_moved, film=film, places=-1))
        _tool(f"down:{film}", "arrow_downward", down, partial(View.with_moved, film=film, places=1))
        off = language.gettext("Take {film} off the shortlist", film=name)
        _tool(f"off:{film}", "close", off, partial(View.with_shortlisted, film=film, is_on=False))


def _time(result: QueryResult, film: str, name: str) -> None:
    when = result.view.showing(film)
    widget = widget_for(f"when:{film}", when, lambda held: held == when and not goes_by_history())
    st.session_state.setdefault(widget.key, when)
    st.datetime_input(
        label(name),
        value=None,
        min_value=FIRST_SHOWING,
        max_value=LAST_SHOWING,
        format="YYYY-MM-DD",
        label_visibility="collapsed",
        width=210,
        **acting(widget, partial(_with_showing, film)),
    )


def _with_showing(film: str, view: View, _: object, when: datetime | None) -> View:
    known = when is None or FIRST_SHOWING <= when <= LAST_SHOWING
    return view.with_showing(film, when) if known else view


def _tool(key: str, icon: str, name: str, edit: Edit) -> None:
    """Draw a button that shows an icon alone; its name says what it does."""
    st.button(
        label(name),
        key=f"tool:{key}",
        icon=f":material/{icon}:",
        type="tertiary",
        on_click=change,
        args=(edit,),
    )


def _draw_programme(result: QueryResult, language: Language) -> None:
    """Draw the programme's title, the buttons that give it as files, and the one that clears the shortlist."""
    view = result.view
    widget = widget_for("programme", view.programme, lambda held: _typed(held) == view.programme)
    st.text_input(
        language.gettext("Title of the programme"),
        widget.begins,
        max_chars=LONGEST_PROGRAMME,
        placeholder=default_title(result),
        **acting(widget, lambda view, _, title: replace(view, programme=_typed(title))),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        _file(result, language.gettext("Programme to print"), as_html, "html", "text/html")
        _file(result, language.gettext("Programme as Markdown"), as_markdown, "md", "text/markdown")
        if view.showings:
            _file(result, language.gettext("Calendar"), as_calendar, "ics", "text/calendar")
        clear = language.gettext("Clear the shortlist")
        st.button(clear, key="clear_shortlist", type="tertiary", on_click=change, args=(View.without_shortlist,))
    if not view.showings:
        st.caption(language.gettext("Give a film a day and time to get a calendar file too."))


def _file(result: QueryResult, name: str, write: Callable[[Programme], bytes], ending: str, media_type: str) -> None:
    here = browser.here()

    def make() -> bytes:
        return write(programme(result, here, datetime.now(UTC)))

    file_button(name, make, f"programme.{ending}", media_type, key=f"programme:{ending}")
