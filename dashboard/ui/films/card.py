"""An open card: all that is known of a film, its star, and its own link and citation."""

from __future__ import annotations

import streamlit as st

from dashboard.exports.bibtex import film_bibtex
from dashboard.query.result import QueryResult
from dashboard.render.film_card import FilmCard, film_card
from dashboard.render.templates import render
from dashboard.ui.browser import here
from dashboard.ui.downloads import cite
from dashboard.ui.films import star


def draw(result: QueryResult, name: str, place: str) -> None:
    """Draw all that is known of a film, and its card's own link.

    Args:
        result: what this run of the page shows.
        name: the film's id.
        place: where on the page, so that a film can stand in two places.
    """
    card = film_card(result, name, here())
    st.html(render("card.html", result.language, card=card, place=place))
    with st.container(horizontal=True, gap="small"):
        star.in_the_body(result, name, place)
        _cited(result, card, place)


def _cited(result: QueryResult, card: FilmCard, place: str) -> None:
    """Draw a card's own link and citation."""
    language = result.language
    with st.popover(language.gettext("Link and citation"), icon=":material/link:", key=f"link:{place}:{card.film}"):
        label, bibtex = language.gettext("Link to this card"), film_bibtex(result, card.film, here())
        cite(result, label, card.address, card.citation, bibtex)
