"""An open card: all that is known of a film, its star, and its own link and citation."""

from __future__ import annotations

import streamlit as st

from dashboard.exports.citation import film_citation
from dashboard.query.result import QueryResult, address
from dashboard.render.film import film_html
from dashboard.ui.browser import here
from dashboard.ui.films import star


def draw(result: QueryResult, name: str, place: str) -> None:
    """Draw all that is known of a film, and its card's own link.

    Args:
        result: what this run of the page shows.
        name: the film's id.
        place: where on the page, so that a film can stand in two places.
    """
    st.html(film_html(result, name, place))
    with st.container(horizontal=True, gap="small"):
        star.in_the_body(result, name, place)
        _cited(result, name, place)


def _cited(result: QueryResult, name: str, place: str) -> None:
    """Draw a card's own link and citation."""
    language, link = result.language, address(result.card(name), here())
    with st.popover(language.gettext("Link and citation"), icon=":material/link:", key=f"link:{place}:{name}"):
        st.caption(language.gettext("Link to this card"))
        st.code(link, language=None, wrap_lines=True)
        st.caption(language.gettext("To cite it"))
        st.code(film_citation(result, name, link), language=None, wrap_lines=True)
