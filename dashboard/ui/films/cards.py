"""Cards: one film each, closed until opened, marked where a search is found."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.names import column_name
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.query.search.matching import found_in, words_of
from dashboard.query.view import PAGE_SIZE
from dashboard.render.escape import label
from dashboard.render.pieces import Piece, around
from dashboard.render.statements import head
from dashboard.render.templates import render
from dashboard.ui.films import card, paging, star
from dashboard.ui.state import act, widget_for


def draw(result: QueryResult) -> None:
    """Draw the cards of the films shown, one page of them."""
    draw_some(result, result.index.frame["id"].iloc[paging.page_of(result, PAGE_SIZE)].tolist())
    paging.choose(result, PAGE_SIZE)


def draw_some(result: QueryResult, names: list[str]) -> None:
    """Draw the cards of some films, one below the other, each with its star beside it."""
    with st.container(gap="small", key="cards"):
        for name in names:
            _card(result, name)


def _card(result: QueryResult, name: str) -> None:
    is_open = name in result.view.open
    widget = widget_for(f"card:{name}", is_open, lambda held: held == is_open)
    expander = st.expander(
        heading(result, name),
        widget.begins,
        key=widget.key,
        on_change=act,
        args=(widget.key, lambda view, _, opened: view.with_open(name, opened), bool),
    )
    star.in_the_head(result, name)
    if is_open:
        with expander:
            card.draw(result, name, "list")
    elif result.view.search and (found := _found(result, name)):
        st.html(render("snippet.html", result.language, found=found))


def heading(result: QueryResult, name: str) -> str:
    """A card's head: title, year, and what its statements come to."""
    marks = head(result.loaded.claims_of.get(name, ()), name in result.loaded.notices_of, result.language)
    evidence = " · ".join(f":{mark.sign.markdown}[{mark.sign.symbol} {mark.text}]" for mark in marks)
    return label(film_name(result.index, name, result.language)) + (f" :small[{evidence}]" if evidence else "")


def _found(result: QueryResult, name: str) -> list[tuple[str, tuple[Piece, ...]]]:
    """Where a search is found in a closed card: the columns, each with the words around its first match."""
    index, search = result.index, result.view.search
    row, words = index.position[name], words_of(search)
    return [
        (column_name(column, result.language), around(index.text(column, row), words))
        for column in found_in(index, row, search)
    ]
