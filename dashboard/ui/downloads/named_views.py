"""Views with a name: those of the list as ways in, and the way to name the one that is shown."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.i18n.texts import shortened
from dashboard.query.named_views import LONGEST_NAME, MOST_VIEWS, NamedView, named, way_to
from dashboard.query.result import QueryResult
from dashboard.query.search.grammar import clean_search
from dashboard.query.view import View
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui.state import change, session, widget_key

NAME = "name_of_the_view"
"""The key of the field for a view's name."""


def draw(result: QueryResult) -> None:
    """Draw the ways to the views that the list names, and to those that the visitor has named; nothing without any."""
    offered = (*result.loaded.views, *session().named_here)
    if not offered:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="starts"):
        st.html(note(result.language.gettext("Start here"), "starts"), width="content")
        for at, each in enumerate(offered):
            st.button(
                label(shortened(each.text_in("name", result.language.code), LONGEST_NAME)),
                key=f"start:{at}",
                on_click=change,
                args=(partial(way_to, each, result.index),),
            )


def draw_naming(result: QueryResult) -> None:
    """Draw the field that names the view that is shown, and the names given, each to be removed."""
    language, given = result.language, session().named_here
    with st.popover(language.gettext("Name this view"), icon=":material/bookmark_add:", key="naming"):
        is_full = len(result.loaded.views) + len(given) >= MOST_VIEWS
        with st.form("naming_form", border=False):
            st.text_input(language.gettext("Name of the view"), key=NAME, max_chars=LONGEST_NAME)
            st.form_submit_button(language.gettext("Name it"), on_click=_name, disabled=is_full)
        for each in given:
            st.button(
                label(each.name),
                key=widget_key("unname", each.name),
                icon=":material/close:",
                icon_position="right",
                help=language.gettext("Remove this name"),
                on_click=_unname,
                args=(each.name,),
            )
        st.caption(
            language.gettext(
                "In this tab it stands under “Start here”. A bundle takes it along in views.csv: clear all filters "
                "first, since a bundle holds the films shown."
            )
        )


def _name() -> None:
    """Give the view that is shown the name typed; one that has it already loses it. For a callback."""
    name = clean_search(st.session_state[NAME], most=LONGEST_NAME)
    st.session_state[NAME] = ""
    if name:
        mine = session()
        _keep((*_others(name), named(mine.view, name)))


def _unname(name: str) -> None:
    _keep(_others(name))


def _others(name: str) -> tuple[NamedView, ...]:
    return tuple(each for each in session().named_here if each.name != name)


def _keep(views: tuple[NamedView, ...]) -> None:
    """Keep these names for the list that is shown, and draw what shows them."""
    mine = session()
    mine.named[mine.view.list] = views
    change(_same)


def _same(view: View) -> View:
    return view
