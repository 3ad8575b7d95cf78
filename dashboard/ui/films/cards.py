"""Cards: one film each, closed until opened, marked where a search is found."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.i18n.names import column_name
from dashboard.query.bounds import PAGE_SIZE
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.query.search.matching import found_in, marked, words_of
from dashboard.render.escape import html, label
from dashboard.render.statements import head
from dashboard.ui.films import card, paging, star
from dashboard.ui.state import act, place

AROUND_A_MATCH = 45
"""Characters of text shown on either side of a match under a closed card."""


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
    control = place(f"card:{name}", is_open, lambda held: held == is_open)
    expander = st.expander(
        heading(result, name),
        control.begins,
        key=control.key,
        on_change=act,
        args=(control.key, lambda view, _, opened: view.with_open(name, opened), bool),
    )
    star.in_the_head(result, name)
    if is_open:
        with expander:
            card.draw(result, name, "list")
    elif result.view.search:
        st.html(_snippet(result, name))


def heading(result: QueryResult, name: str) -> str:
    """A card's head: title, year, and what its statements come to."""
    marks = head(result.loaded.claims_of.get(name, ()), name in result.loaded.notices_of, result.language)
    evidence = " · ".join(f":{mark.sign.markdown}[{mark.sign.symbol} {mark.text}]" for mark in marks)
    return label(film_name(result.index, name, result.language)) + (f" :small[{evidence}]" if evidence else "")


def _snippet(result: QueryResult, name: str) -> str:
    """Where a search is found in a closed card, with the words around the first match in each column."""
    index, search = result.index, result.view.search
    row, words = index.position[name], words_of(search)
    lines = []
    for column in found_in(index, row, search):
        name = escape(column_name(column, result.language))
        lines.append(f"<strong>{name}:</strong> <bdi>{around(index.text(column, row), words)}</bdi>")
    return f'<p class="snippet">{" · ".join(lines)}</p>' if lines else ""


def around(text: str, words: tuple[str, ...]) -> str:
    """The first match in a text, marked, with some of the text before and after it, as HTML."""
    pieces = marked(" ".join(text.split()), words)
    at = next((at for at, (_, hit) in enumerate(pieces) if hit), None)
    if at is None:
        return html(text)
    before = "".join(piece for piece, _ in pieces[:at])
    after = "".join(piece for piece, _ in pieces[at + 1 :])
    head = before if len(before) <= AROUND_A_MATCH else "…" + before[-AROUND_A_MATCH:].partition(" ")[2]
    tail = after if len(after) <= AROUND_A_MATCH else after[:AROUND_A_MATCH].rpartition(" ")[0] + " …"
    return f"{html(head)}<mark>{html(pieces[at][0])}</mark>{html(tail, words)}"
