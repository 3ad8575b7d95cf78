"""Cards: one film each, closed until opened, marked where a search is found; open, all that is known of it."""

from __future__ import annotations

import streamlit as st

from dashboard.exports.bibtex import film_bibtex
from dashboard.i18n.names import column_name
from dashboard.model.kinds import Column
from dashboard.query.in_words import film_name, spelling_in_words
from dashboard.query.matching.seen import is_seen
from dashboard.query.result import QueryResult
from dashboard.query.search.matching import by_spelling, first_found_in, marks, text_found
from dashboard.query.view import PAGE_SIZE
from dashboard.render.escape import label
from dashboard.render.film_card import film_card, film_html, film_line, values_in_words
from dashboard.render.pieces import Piece, around
from dashboard.render.plates.picture import figure
from dashboard.render.statements import head
from dashboard.render.templates import in_markdown, render
from dashboard.ui import browser
from dashboard.ui.downloads.downloads import cite
from dashboard.ui.films import paging, star
from dashboard.ui.state import acting, widget_for
from dashboard.ui.workbench import film_form, on_card


def draw(result: QueryResult) -> None:
    """Draw the cards of the films shown, one page of them."""
    draw_some(result, result.index.frame["id"].iloc[result.page_rows(PAGE_SIZE)].tolist())
    paging.choose(result, PAGE_SIZE)


def draw_some(result: QueryResult, names: list[str]) -> None:
    """Draw the cards of some films, one below the other, each with its star beside it."""
    with st.container(gap="small", key="cards"):
        for name in names:
            _card(result, name)


def _card(result: QueryResult, name: str) -> None:
    is_open = name in result.view.open
    widget = widget_for(f"card:{name}", is_open)
    acts = acting(widget, lambda view, _, opened: view.with_open(name, opened), bool)
    expander = st.expander(row_heading(result, name), widget.begins, **acts)
    star.in_the_head(result, name)
    if is_open:
        with expander:
            draw_card(result, name, "list")
    elif result.view.search and (found := _found(result, name)):
        spelling = by_spelling(result.index, result.index.position[name], result.view.search)
        st.html(
            render("snippet.html", result.language, found=found, spelling=spelling_in_words(spelling, result.language))
        )


def heading(result: QueryResult, name: str) -> str:
    """A card's head: title, year, and what its statements come to."""
    loaded, seen = result.loaded, is_seen(result.index, result.index.position[name])
    marks = head(loaded.claims_of.get(name, ()), name in loaded.notices_of, seen, result.language)
    evidence = " · ".join(f":{mark.sign.markdown}[{mark.sign.symbol} {mark.text}]" for mark in marks)
    return label(film_name(result.index, name, result.language)) + (f" :small[{evidence}]" if evidence else "")


def row_heading(result: QueryResult, name: str) -> str:
    """The same in a list of cards, with what helps to choose as emphasis, which the style puts in a line of its own."""
    line = film_line(result, name)
    return heading(result, name) + (f" *{label(line)}*" if line else "")


def _found(result: QueryResult, name: str) -> list[tuple[str, tuple[Piece, ...]]]:
    """Where a search is found in a closed card: columns and other parts, each with the words around its first match."""
    index, search, language = result.index, result.view.search, result.language
    row = index.position[name]
    cells = index.frame.iloc[row]

    def text(column: Column) -> str:
        if column.name not in index.columns:
            return text_found(index, row, column, search, language.code)
        return "; ".join(values_in_words(column, cells[column.name], language))

    return [
        (column_name(column, language), around(text(column), marks(index, search, column)))
        for column in first_found_in(index, row, search)
    ]


def draw_card(result: QueryResult, name: str, place: str) -> None:
    """Draw all that is known of a film, its star, and its card's own link and citation.

    `name` is the film's id. A film can stand in two places of the page; `place` tells them apart.
    """
    language, here = result.language, browser.here()
    card = film_card(result, name, here)
    with st.container(key=f"with_picture:{place}:{name}", gap=None):
        st.markdown(in_markdown(figure(result, name)), unsafe_allow_html=True)
        st.html(film_html(result, card, place))
    with st.container(horizontal=True, gap="small"):
        star.in_the_body(result, name, place)
        with st.popover(language.gettext("Link and citation"), icon=":material/link:", key=f"link:{place}:{name}"):
            link_label, bibtex = language.gettext("Link to this card"), film_bibtex(result, name, here)
            cite(result, link_label, card.address, card.citation, bibtex)
    on_card.draw(result, card, place)
    film_form.draw(result, name, place)
