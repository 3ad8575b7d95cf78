"""Cards: one film each, closed until opened, marked where a search is found."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from dashboard.catalogue.schema import Column, Kind
from dashboard.explore.index import Index
from dashboard.explore.link import PAGE_SIZE, pages
from dashboard.explore.search import found_in, marked, words_of
from dashboard.explore.view import View
from dashboard.explore.words import film_name
from dashboard.language.english import listing
from dashboard.page.state import change, seed, session
from dashboard.page.text import html, label, link

IN_THE_HEAD = ("id", "title", "year")
AROUND_A_MATCH = 45
"""Characters of text shown on either side of a match under a closed card."""


def draw(index: Index, view: View, rows: npt.NDArray[np.int64]) -> None:
    """Draw the cards of the films at `rows`, one page of them."""
    number = pages(len(rows))
    page = min(view.page, number)
    with st.container(gap="small"):
        for row in rows[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]:
            _card(index, view, index.frame["id"].iloc[row])
    if number > 1:
        seed("page", page, int, page)
        st.pagination(number, key="page", on_change=_paged)


def _paged() -> None:
    change(session().view.with_page(st.session_state["page"]))


def _card(index: Index, view: View, film: str) -> None:
    key = f"card:{film}"
    is_open = film in view.open
    seed(key, is_open, bool, is_open)
    card = st.expander(label(film_name(index, film)), key=key, on_change=_opened, args=(film,))
    if is_open:
        with card:
            body(index, view, film, "list")
    elif view.search:
        st.html(_snippet(index, view, film))


def _opened(film: str) -> None:
    change(session().view.with_open(film, bool(st.session_state[f"card:{film}"])))


def body(index: Index, view: View, film: str, place: str) -> None:
    """Draw all that the list says of a film, and the card's own link.

    Args:
        index: the list.
        view: whose search is marked.
        film: the film's id.
        place: where on the page, so that a film can stand in two places.
    """
    row = index.position[film]
    words = words_of(view.search)
    filled = [
        column for column in index.films.columns if column.name not in IN_THE_HEAD and _filled(index, column, row)
    ]
    texts = [column for column in filled if column.kind is Kind.LONG_TEXT]
    others = [column for column in filled if column.kind is not Kind.LONG_TEXT]
    parts = [_found(index, view, row)] if view.search else []
    parts += [_paragraph(index, column, row, words) for column in texts]
    if others:
        items = "".join(_item(index, column, row, words) for column in others)
        parts.append(f"<dl>{items}</dl>")
    if not filled:
        parts.append("<p>The list says nothing else about this film.</p>")
    st.html(f'<div class="film">{"".join(parts)}</div>')
    with st.popover("Link to this card", icon=":material/link:", key=f"link:{place}:{film}"):
        st.code(address(film), language=None, wrap_lines=True)


def address(film: str) -> str:
    """The address of a film's card: this page with that card under the timeline."""
    page = (st.context.url or "").split("?")[0].rstrip("/")
    return f"{page}/?{urlencode({'film': film})}"


def _filled(index: Index, column: Column, row: int) -> bool:
    cell = index.frame[column.name].iloc[row]
    return bool(cell) if column.kind is Kind.CHOICES else not pd.isna(cell)


def _paragraph(index: Index, column: Column, row: int, words: tuple[str, ...]) -> str:
    text = html(index.frame[column.name].iloc[row], words if column.searchable else ())
    said = "" if column.name == "description" else f"<strong>{escape(column.label)}:</strong> "
    return f'<p class="text">{said}<bdi>{text}</bdi></p>'


def _item(index: Index, column: Column, row: int, words: tuple[str, ...]) -> str:
    cell = index.frame[column.name].iloc[row]
    marks = words if column.searchable else ()
    if column.kind is Kind.CHOICES:
        value = ", ".join(f"<bdi>{html(each, marks)}</bdi>" for each in cell)
    elif column.kind is Kind.ADDRESS:
        value = link(cell)
    elif column.kind is Kind.NUMBER:
        value = f"{int(cell):,} {escape(column.unit)}"
    else:
        value = f"<bdi>{html(str(cell), marks)}</bdi>"
    return f"<dt><bdi>{escape(column.label)}</bdi></dt><dd>{value}</dd>"


def _found(index: Index, view: View, row: int) -> str:
    columns = found_in(index, row, view.search)
    names = listing([column.label.lower() for column in columns])
    return f'<p class="found">Found in {html(names)}.</p>' if names else ""


def _snippet(index: Index, view: View, film: str) -> str:
    """Where a search is found in a closed card, with the words around the first match in each column."""
    row, words = index.position[film], words_of(view.search)
    lines = [
        f"<strong>{escape(column.label)}:</strong> <bdi>{around(index.texts[column.name][row], words)}</bdi>"
        for column in found_in(index, row, view.search)
    ]
    return f'<p class="snippet">{" · ".join(lines)}</p>' if lines else ""


def around(text: str, words: tuple[str, ...]) -> str:
    """The first match in a text, marked, with some of the text before and after it, as HTML."""
    pieces = marked(" ".join(text.split()), words)
    at = next((at for at, (_, hit) in enumerate(pieces) if hit), None)
    if at is None:
        return ""
    before = "".join(piece for piece, _ in pieces[:at])
    after = "".join(piece for piece, _ in pieces[at + 1 :])
    head = before if len(before) <= AROUND_A_MATCH else "…" + before[-AROUND_A_MATCH:].partition(" ")[2]
    tail = after if len(after) <= AROUND_A_MATCH else after[:AROUND_A_MATCH].rpartition(" ")[0] + " …"
    return f"{html(head)}<mark>{escape(pieces[at][0])}</mark>{html(tail, words)}"
