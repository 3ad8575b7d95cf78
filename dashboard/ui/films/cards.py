"""Cards: one film each, closed until opened, marked where a search is found; open, all that is known of it.

All cards of a list are one element of the page, which a script of ours draws. It opens and closes them by itself. What
a visitor waits for is what closed cards show: the rest comes when the page is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from dashboard.exports.bibtex import film_bibtex
from dashboard.i18n.names import column_name
from dashboard.model.kinds import Column
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.query.search.matching import first_found_in, marks, text_found
from dashboard.query.view import PAGE_SIZE
from dashboard.render.escape import label
from dashboard.render.film_card import (
    FilmCard,
    FilmHead,
    Shared,
    as_shared,
    film_card,
    film_head,
    film_html,
    shared,
    values_in_words,
)
from dashboard.render.pieces import Piece, around
from dashboard.render.plates.picture import figure, with_picture
from dashboard.render.templates import in_markdown, render
from dashboard.ui import browser
from dashboard.ui.downloads.downloads import Cited, cite
from dashboard.ui.films import paging, star
from dashboard.ui.films.element import element
from dashboard.ui.workbench import film_form, on_card

MOST_ROWS = 400
"""Cards of a list whose heads and bodies are kept as HTML: what is searched for makes others of each."""


def draw(result: QueryResult) -> None:
    """Draw the cards of the films shown, one page of them."""
    draw_some(result, on_page(result))
    paging.choose(result, PAGE_SIZE)


def draw_some(result: QueryResult, films: list[str], *, tells: bool = False) -> None:
    """Draw the cards of some films, one below the other; `tells` is whether the server hears at once what is opened.

    What is in those that are closed comes later.
    """
    if films:
        opened = _bodies(result, [film for film in films if film in result.view.open])
        with st.container(key="cards", gap=None):
            element.draw(result.view, heads(result, films), opened, star.words(result.language), tells=tells)


def heads(result: QueryResult, films: list[str]) -> dict[str, element.Text]:
    """What the closed cards of some films show, by film."""
    of = _shared(result)
    return {film: live_head(result.loaded, film, of) for film in films}


def draw_bodies(result: QueryResult) -> None:
    """Draw what is in the closed cards of the page, whose heads are there."""
    films = on_page(result) if result.view.layout == "cards" else []
    if films:
        element.draw_bodies(_bodies(result, films))


def on_page(result: QueryResult) -> list[str]:
    """The films whose cards are on the page that the view shows, by id."""
    films: list[str] = result.index.frame["id"].iloc[result.page_rows(PAGE_SIZE)].tolist()
    return films


def _shared(result: QueryResult) -> Shared:
    of = shared(result)
    return of._replace(view=replace(of.view, search=result.view.search))


def _bodies(result: QueryResult, films: Iterable[str]) -> dict[str, element.Text]:
    of, here = _shared(result), browser.here()
    return {film: live_body(result.loaded, film, of, here) for film in films}


@cached(MOST_ROWS)
def live_head(loaded: LoadedList, film: str, of: Shared) -> element.Text:
    """What a closed card of the live page shows, in every view that searches for the same."""
    result = as_shared(loaded, of)
    card = film_head(result, film)
    return element.Text.of(render("live_head.html", result.language, card=card, snippet=_snippet(result, card)))


@cached(MOST_ROWS)
def live_body(loaded: LoadedList, film: str, of: Shared, here: str) -> element.Text:
    """What an open card of the live page shows below its head; `here` is the page's address."""
    result = as_shared(loaded, of)
    card = film_card(result, film, here)
    return element.Text.of(
        render(
            "live_body.html",
            result.language,
            card=card,
            html=with_picture(result, film_html(result, card, "list"), film),
            edited=result.film_link(film),
            cite=_cite(result, card, here, summary=result.language.gettext("Link and citation")),
        )
    )


def _cite(result: QueryResult, card: FilmCard, here: str, title: str = "", summary: str = "") -> Markup:
    """The card's own link and how to cite it, as `cite` of the downloads has it."""
    label, bibtex = result.language.gettext("Link to this card"), film_bibtex(result, card.film, here)
    return cite(result.language, Cited(label, card.address, card.citation, bibtex), title, summary)


def _snippet(result: QueryResult, card: FilmHead) -> Markup:
    """Where a search is found in a card that is closed; empty for nowhere."""
    found = _found(result, card.film) if result.view.search else []
    return render("snippet.html", result.language, found=found, spelling=card.spelling) if found else Markup()


def heading(result: QueryResult, name: str) -> str:
    """A card's head: title, year, and what its statements come to."""
    card = film_head(result, name)
    evidence = " · ".join(f":{mark.sign.markdown}[{mark.sign.symbol} {mark.text}]" for mark in card.head)
    return label(card.name) + (f" :small[{evidence}]" if evidence else "")


def _found(result: QueryResult, name: str) -> list[tuple[str, tuple[Piece, ...]]]:
    """Where a search is found in a closed card: columns and other parts, each with the words around its first match."""
    index, search, language = result.index, result.view.search, result.language
    row = index.position[name]
    cells = index.cells(row)

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
            st.html(_cite(result, card, here, title=card.name))
    on_card.draw(result, card, place)
    film_form.draw(result, name, place)
