"""What is shown: how many films, each filter, what the link named in vain, and a way out when nothing matches."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.filters import Filter, filters, hiding, suggestion, ways_out, without
from dashboard.query.in_words import (
    MOST_NAMED,
    and_more,
    film_name,
    filter_in_words,
    filters_in_words,
    ignored_sentence,
    shown_of,
    suggestion_in_words,
)
from dashboard.query.index import Index
from dashboard.query.result import QueryResult
from dashboard.query.search.grammar import LONGEST_SEARCH
from dashboard.query.view import View
from dashboard.render.escape import label
from dashboard.render.filter_forms import to_filters
from dashboard.render.templates import note, render
from dashboard.ui import shortlist
from dashboard.ui.state import acting, change, clear_all, session, typed, widget_for, widget_key


def draw(result: QueryResult) -> None:
    """Draw how many films are shown, each filter with a way to remove it, and what could not be followed."""
    index, view, mask, language = result.index, result.view, result.mask, result.language
    in_force = filters(index, view)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _counts(result)
        for each in in_force[:MOST_NAMED]:
            _removable(index, each, language)
        for more in and_more(len(in_force) - MOST_NAMED, language):
            st.markdown(more, width="content")
        if in_force:
            st.button(language.gettext("Clear all"), key="clear_all_here", type="tertiary", on_click=clear_all)
        _by_chance(result)
    if ignored := [each for each in session().ignored if each.kind != "list not here"]:
        st.info(label(ignored_sentence(ignored, language)), icon=":material/link_off:")
    _hidden_open(result)
    if not mask.any():
        _nothing(index, view, language)


def draw_search(result: QueryResult) -> None:
    """Draw what a visitor types, and how that is written."""
    view, language = result.view, result.language
    widget = widget_for("search", view.search, lambda held: typed(held) == view.search)
    with st.container(horizontal=True, gap="small"):
        st.text_input(
            language.gettext("Search"),
            widget.begins,
            type="search",
            live="200ms",
            max_chars=LONGEST_SEARCH,
            placeholder=language.gettext("Title, theme, person …"),
            label_visibility="collapsed",
            **acting(widget, lambda view, _, search: view.with_search(typed(search))),
        )
        st.html(render("search_help.html", language), width="content")


def draw_to_filters(result: QueryResult) -> None:
    """Draw the way to the filters for a narrow window, where the sidebar is closed."""
    st.html(to_filters(result), width="content")


def _by_chance(result: QueryResult) -> None:
    """Draw a button that opens a film by chance; with no film shown it is disabled."""
    st.button(
        result.language.gettext("Surprise me"),
        key="surprise",
        icon=":material/casino:",
        help=result.language.gettext("Opens one of the films shown, by chance"),
        on_click=lambda: change(lambda view: replace(view, film=result.by_chance())),
        disabled=not len(result.rows),
    )


def _counts(result: QueryResult) -> None:
    """Draw the counts as Markdown, whose elements stay when their texts change: only such a change is read out."""
    shown = shown_of(result.index, int(result.mask.sum()), result.language)
    shortlisted = shortlist.count(result)
    opened = film_name(result.index, result.view.film, result.language) if result.view.film else ""
    counts = render(
        "counts.html",
        result.language,
        shown=shown,
        shortlisted=shortlisted,
        shortlist=shortlist.PLACE,
        opened=opened,
    )
    st.markdown(counts, unsafe_allow_html=True, width="content")


def _removable(index: Index, each: Filter, language: Language) -> None:
    st.button(
        label(filter_in_words(index, each, language)),
        key=widget_key("drop", each.clause, each.value if each.clause in index.facets else ""),
        icon=":material/close:",
        icon_position="right",
        help=language.gettext("Remove this filter"),
        on_click=drop,
        args=((each,),),
    )


def drop(dropped: tuple[Filter, ...]) -> None:
    """Remove filters from the view; for callbacks."""
    change(lambda view: without(view, *dropped))


def _hidden_open(result: QueryResult) -> None:
    index, view, language = result.index, result.view, result.language
    hidden = [film for film in view.open if not result.mask[index.position[film]]]
    if not hidden:
        return
    by = tuple(dict.fromkeys(each for film in hidden for each in hiding(index, view, film, result.passing)))
    text = language.ngettext(
        "An open card is hidden by {filters}: {films}.",
        "Open cards are hidden by {filters}: {films}.",
        len(hidden),
        filters=filters_in_words(index, by, language),
        films=language.listing([film_name(index, film, language) for film in hidden]),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(note(text, "plain"), width="content")
        st.button(language.ngettext("Show it", "Show them", len(hidden)), key="show_open", on_click=drop, args=(by,))


def _nothing(index: Index, view: View, language: Language) -> None:
    with st.container(border=True, key="nothing"):
        st.html(note(language.gettext("No film matches all of this."), "nothing"))
        if meant := suggestion(index, view):
            st.button(
                label(suggestion_in_words(meant, language)),
                key="search_nearest",
                on_click=change,
                args=(lambda _: meant.view,),
            )
        ways = ways_out(index, view)
        for at, (dropped, _, number) in enumerate(ways):
            words = label(filters_in_words(index, dropped, language))
            films = language.ngettext("{n} film", "{n} films", number)
            st.button(
                language.gettext("Remove {filters}: {films}", filters=words, films=films),
                key=f"way_out:{at}",
                on_click=drop,
                args=(dropped,),
            )
        if not ways:
            text = language.gettext("Removing any one of the filters still shows nothing.")
            st.html(note(text if len(filters(index, view)) > 1 else "", "plain"))
            films = language.ngettext("{n} film", "{n} films", len(index))
            st.button(language.gettext("Clear all: {films}", films=films), key="clear_all_nothing", on_click=clear_all)
