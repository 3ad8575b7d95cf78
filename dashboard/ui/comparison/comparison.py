"""The comparison with another list, on the page: what both have, what only one has, and the way to stop."""

from __future__ import annotations

import streamlit as st

from dashboard.query.matching.comparison import Only
from dashboard.query.matching.in_words import only_there, only_there_in_words, ways
from dashboard.query.result import QueryResult
from dashboard.query.view import View
from dashboard.render.list_head import comparison, only_there_html
from dashboard.render.templates import note
from dashboard.ui.state import change, session


def draw(result: QueryResult) -> None:
    """Draw what the comparison says of the whole list; nothing where nothing is compared."""
    if result.view.seen is None:
        return
    language = result.language
    st.html(comparison(result, is_live=True))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="comparison_ways"):
        for at, (name, view, is_chosen) in enumerate(ways(result)):
            st.button(
                name,
                key=f"comparison:{at}",
                type="primary" if is_chosen else "secondary",
                on_click=_choose,
                args=(view.values("seen"),),
            )
        st.button(
            language.gettext("Stop comparing"),
            key="comparison:stop",
            type="tertiary",
            on_click=change,
            args=(_stopped,),
        )
    if others := _others(result.view):
        with st.expander(only_there_in_words(others.number, language)):
            st.html(only_there_html(others, language))
    else:
        st.html(note(language.gettext("What only the other list has is known in the tab that compared it."), "plain"))


def _others(view: View) -> Only | None:
    """The films that only the other list has: by the link, else those that this tab knows of this comparison."""
    return only_there(view) or session().only_there.get((view.list, view.seen or ()))


def _choose(values: tuple[str, ...]) -> None:
    change(lambda view: view.with_mode("seen", "any").with_values("seen", values))


def _stopped(view: View) -> View:
    return view.with_comparison(None)
