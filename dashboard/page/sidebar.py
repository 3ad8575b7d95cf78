"""The sidebar: which list, search, years, filters by column and order."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.catalogue.offer import Offer
from dashboard.explore.bounds import orders, switched_on, within
from dashboard.explore.candidates import DECADE
from dashboard.explore.filters import filters
from dashboard.explore.index import Index, Mask
from dashboard.explore.search import LONGEST_SEARCH, clean_search
from dashboard.explore.view import Order, View
from dashboard.language.english import apart, number
from dashboard.page import chooser, facets, ranges
from dashboard.page.state import change, clear_all, seed, session

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


def draw_list(view: View, offers: dict[str, Offer]) -> None:
    """Draw the sidebar with nothing but the choice of a list."""
    with st.sidebar:
        chooser.draw(view, offers)


def draw(index: Index, view: View, passing: dict[str, Mask], offers: dict[str, Offer]) -> None:
    """Draw the sidebar."""
    with st.sidebar:
        chooser.draw(view, offers)
        _search(view)
        _years(index, view)
        _filters(index, view, passing)
        _order(index, view)
        st.button(
            "Clear all",
            key="clear_all",
            on_click=clear_all,
            disabled=not filters(index, view) and view.film is None,
            width="stretch",
        )


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


def _filters(index: Index, view: View, passing: dict[str, Mask]) -> None:
    """Draw the filters that are offered, those switched on, and the choice of further ones."""
    more = switched_on(index, view)
    for name in (DECADE, *index.offered, *more):
        if name in index.facets:
            facets.draw(index, view, index.facets[name], passing)
        elif name in index.ranges:
            ranges.draw(index, view, index.ranges[name], passing)
    if not index.further:
        return
    seed("more", list(more), frozenset, frozenset(more))
    st.multiselect(
        "More filters",
        index.further,
        key="more",
        format_func=partial(_called, index),
        placeholder=f"Choose from {number(len(index.further))}",
        select_all=False,
        on_change=_more_chosen,
        args=(index, more),
    )


def _called(index: Index, name: str) -> str:
    """What a further filter is called among the others; two columns may have one label."""
    label = index.columns[name].label
    alone = [index.columns[other].label for other in index.further].count(label) == 1
    return apart(label if alone else f"{label} ({name})")


def _more_chosen(index: Index, before: tuple[str, ...]) -> None:
    """Show just the further filters chosen; one that was shown before and is not chosen filters no more."""
    wanted = tuple(name for name in st.session_state["more"] if name in index.further)
    change(session().view.with_more(before).with_more(wanted))


def _order(index: Index, view: View) -> None:
    seed("order", view.order, str, view.order)
    st.selectbox("Sort by", orders(index), key="order", format_func=ORDER_LABELS.__getitem__, on_change=_ordered)


def _ordered() -> None:
    change(session().view.with_order(st.session_state["order"]))
