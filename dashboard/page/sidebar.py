"""The sidebar: which list, search, years, facets and order."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.catalogue.offer import Offer
from dashboard.explore.bounds import orders, within
from dashboard.explore.filters import filters
from dashboard.explore.index import Index, Mask
from dashboard.explore.search import LONGEST_SEARCH, clean_search
from dashboard.explore.view import Order, View
from dashboard.page import facets
from dashboard.page.state import change, clear_all, seed, session

BESIDE_THE_TIMELINE = ("evidence",)
"""Facets whose control is the timeline's legend."""
ORDER_LABELS: dict[Order, str] = {
    "listed": "As listed",
    "listed-desc": "As listed, last first",
    "year": "Year, oldest first",
    "year-desc": "Year, newest first",
    "title": "Title, A to Z",
    "title-desc": "Title, Z to A",
    "evidence": "Evidence, contradicted first",
    "evidence-desc": "Evidence, contradicted last",
}


def draw(index: Index, view: View, passing: dict[str, Mask], offers: dict[str, Offer]) -> None:
    """Draw the sidebar."""
    with st.sidebar:
        _list(view, offers)
        _search(view)
        _years(index, view)
        for facet in index.facets.values():
            if facet.name not in BESIDE_THE_TIMELINE:
                facets.draw(index, view, facet, passing)
        _order(index, view)
        st.button(
            "Clear all",
            key="clear_all",
            on_click=clear_all,
            disabled=not filters(index, view) and view.film is None,
            width="stretch",
        )


def _list(view: View, offers: dict[str, Offer]) -> None:
    shown = view.list or next(iter(offers))
    seed("list", shown, str, shown)
    st.selectbox(
        "List",
        tuple(offers),
        key="list",
        format_func=lambda name: offers[name].name,
        on_change=_list_chosen,
        args=(next(iter(offers)),),
    )


def _list_chosen(usual: str) -> None:
    name = st.session_state["list"]
    change(session().view.with_list("" if name == usual else name))


def _search(view: View) -> None:
    seed("search", view.search, clean_search, view.search)
    st.text_input(
        "Search",
        key="search",
        type="search",
        live="200ms",
        max_chars=LONGEST_SEARCH,
        placeholder="Title, theme, person …",
        on_change=_searched,
    )


def _searched() -> None:
    change(session().view.with_search(clean_search(st.session_state["search"])))


def _years(index: Index, view: View) -> None:
    if index.span is None or index.span[0] == index.span[1]:
        return
    first, last = index.span
    shown = (view.years[0] or first, view.years[1] or last)
    seed("years", shown, partial(within, span=index.span), view.years)
    st.slider("Years", first, last, key="years", format="%d", on_change=_years_set, args=(index.span,))


def _years_set(span: tuple[int, int]) -> None:
    years = within(st.session_state["years"], span)
    if years is not None:
        change(session().view.with_years(years))


def _order(index: Index, view: View) -> None:
    seed("order", view.order, str, view.order)
    st.selectbox("Sort by", orders(index), key="order", format_func=ORDER_LABELS.__getitem__, on_change=_ordered)


def _ordered() -> None:
    change(session().view.with_order(st.session_state["order"]))
