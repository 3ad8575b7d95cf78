"""The comparison with another list, on the page: what both have, what only one has, and the way to stop."""

from __future__ import annotations

import streamlit as st

from dashboard.query.matching.comparison import Only
from dashboard.query.matching.in_words import only_there, only_there_in_words, ways
from dashboard.query.matching.pairs import ComparedList, by_doubt, pair_in_words
from dashboard.query.result import QueryResult
from dashboard.query.view import View
from dashboard.render.escape import label
from dashboard.render.list_head import comparison, only_there_html, pairs_html
from dashboard.render.templates import note
from dashboard.ui.state import change, session

WRONG = "comparison:wrong"
"""The key of the choice of a film that was found wrongly."""


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
    if (known := _known(result.view)) and known.pairs:
        _draw_pairs(known, result)


def _others(view: View) -> Only | None:
    """The films that only the other list has: by the link, else those that this tab knows of this comparison."""
    known = _known(view)
    return only_there(view) or (known.others if known else None)


def _known(view: View) -> ComparedList | None:
    """What this tab knows of the list compared with; None for a comparison that another tab has made."""
    return session().compared.get((view.list, view.seen or ()))


def _draw_pairs(known: ComparedList, result: QueryResult) -> None:
    """Draw by what each film was found in the other list, and the way to take a pair apart that is wrong."""
    language, pairs = result.language, by_doubt(known.pairs)
    with st.expander(language.gettext("How the films were found: {n}", n=language.number(len(pairs)))):
        with st.form("comparison:pairs", border=False, clear_on_submit=True):
            st.selectbox(
                language.gettext("Take two films apart that are not the same"),
                [*pairs],
                format_func=lambda film: label(pair_in_words(pairs[film], result.index, language)),
                index=None,
                placeholder=language.gettext("Choose a film"),
                key=WRONG,
            )
            st.form_submit_button(
                language.gettext("Not the same film"), key="comparison:apart", on_click=_take_apart, args=(result,)
            )
        st.html(pairs_html(pairs.values(), result.index, language))


def _take_apart(result: QueryResult) -> None:
    """Take the film chosen apart from the one that it was found as. For a callback."""
    film, view, mine = st.session_state.get(WRONG), result.view, session()
    known = mine.compared.get((mine.view.list, mine.view.seen or ()))
    if film is None or known is None:
        return
    apart = known.without(film)
    after = apart.view(view, result.index.uncompared)
    mine.compared = {**mine.compared, (after.list, after.seen or ()): apart}
    change(lambda view: view.with_comparison(after.seen, after.only_there))


def _choose(values: tuple[str, ...]) -> None:
    change(lambda view: view.with_mode("seen", "any").with_values("seen", values))


def _stopped(view: View) -> View:
    return view.with_comparison(None)
