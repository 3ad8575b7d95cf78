"""What explains the page: a first visit's hints, how to filter, to use the keyboard, the foot."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render import list_head
from dashboard.render.list_head import has_hint, hint
from dashboard.render.templates import render
from dashboard.settings import HINTS_AWAY

FIRST_VISIT, PUT_AWAY = "hints", "hints:away"
"""Where a session holds whether the hints are shown, and whether they have been put away in it."""


def hints(result: QueryResult) -> None:
    """Draw a sentence for a first visit, until it is put away.

    Visitors who follow a link to a film, or see the page in another site's frame, came for something else. They see
    it later.
    """
    state, language = st.session_state, result.language
    if state.setdefault(FIRST_VISIT, _first_visit()):
        with st.container(key="hints", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(hint(result), width="content")
            st.button(language.gettext("Got it"), key="hints_away", type="tertiary", on_click=_put_away)
    elif state.get(PUT_AWAY):
        st.html(render("fetched.html", language, address=HINTS_AWAY))


def _first_visit() -> bool:
    return has_hint(st.context.cookies, bool(st.context.is_embedded), st.query_params.get("film", ""))


def _put_away() -> None:
    st.session_state[FIRST_VISIT], st.session_state[PUT_AWAY] = False, True


def help_with(language: Language) -> None:
    """Draw the way to an explanation of the filters and the keys."""
    with st.popover(language.gettext("Help"), type="tertiary", icon=":material/help:", key="guide:filters"):
        st.html(render("help.html", language))


def foot(loaded: LoadedList, language: Language) -> None:
    """Draw the foot of the page: how the list was checked, what that does not prove, licences and version."""
    with st.expander(language.gettext("How this was checked")):
        st.html(list_head.how_checked(loaded, language, has_form=not loaded.info.is_uploaded))
    st.html(list_head.foot(loaded.info, language))
