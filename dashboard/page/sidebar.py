"""The sidebar: search, years, facets and order, each choice with the number of films it would give."""

from __future__ import annotations

from functools import partial
from typing import Any

import streamlit as st

from dashboard.explore.filters import counts, filters
from dashboard.explore.index import Facet, Index, Mask
from dashboard.explore.link import clean_search, within
from dashboard.explore.search import LONGEST_SEARCH
from dashboard.explore.view import ORDERS, Order, View, Years
from dashboard.language.english import apart, number
from dashboard.page.state import change, clear_all, seed, session
from dashboard.page.text import label

MOST_PILLS = 12
"""A facet with more values is a list that opens, and not all of it at once."""
ORDER_LABELS: dict[Order, str] = {
    "listed": "As listed",
    "listed-desc": "As listed, last first",
    "year": "Year, oldest first",
    "year-desc": "Year, newest first",
    "title": "Title, A to Z",
    "title-desc": "Title, Z to A",
}
ANY, ALL = "any of", "all of"


def draw(index: Index, view: View, passing: dict[str, Mask]) -> None:
    """Draw the sidebar."""
    with st.sidebar:
        _search(view)
        _years(index, view)
        for facet in index.facets.values():
            _facet(index, view, facet, passing)
        _order(view)
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
    means = partial(_meant_years, span=index.span)
    seed("years", shown, means, view.years)
    st.slider("Years", first, last, key="years", format="%d", on_change=_years_set, args=(index.span,))


def _meant_years(shown: tuple[int, int], span: tuple[int, int]) -> Years | None:
    return within(shown, span)


def _years_set(span: tuple[int, int]) -> None:
    years = _meant_years(st.session_state["years"], span)
    if years is not None:
        change(session().view.with_years(years))


def _facet(index: Index, view: View, facet: Facet, passing: dict[str, Mask]) -> None:
    numbers = dict(zip(facet.values, counts(index, view, facet, passing).tolist(), strict=True))
    key = f"facet:{facet.name}"
    chosen = view.values(facet.name)
    seed(key, list(chosen), tuple, chosen)
    arguments: dict[str, Any] = {"key": key, "on_change": _chosen, "args": (facet.name,)}
    if len(facet.values) <= MOST_PILLS:
        st.pills(
            label(facet.label),
            facet.values,
            selection_mode="multi",
            format_func=lambda value: _pill(value, numbers.get(value, 0)),
            **arguments,
        )
    else:
        st.multiselect(
            label(facet.label),
            sorted(facet.values, key=lambda value: numbers[value] == 0),
            format_func=lambda value: f"{apart(value)} ({number(numbers.get(value, 0))})",
            placeholder=f"Choose from {number(len(facet.values))}",
            select_all=False,
            **arguments,
        )
    if facet.several:
        _mode(view, facet)


def _pill(value: str, films: int) -> str:
    text = f"{label(apart(value))} ({number(films)})"
    return text if films else f":gray[{text}]"


def _chosen(facet: str) -> None:
    change(session().view.with_values(facet, tuple(st.session_state[f"facet:{facet}"])))


def _mode(view: View, facet: Facet) -> None:
    key = f"mode:{facet.name}"
    shown = ALL if facet.name in view.all_of else ANY
    seed(key, shown, str, shown)
    st.segmented_control(
        f"{label(facet.label)}: any of or all of",
        (ANY, ALL),
        key=key,
        required=True,
        label_visibility="collapsed",
        on_change=_mode_set,
        args=(facet.name,),
    )


def _mode_set(facet: str) -> None:
    change(session().view.with_all_of(facet, st.session_state[f"mode:{facet}"] == ALL))


def _order(view: View) -> None:
    seed("order", view.order, str, view.order)
    st.selectbox("Sort by", ORDERS, key="order", format_func=ORDER_LABELS.__getitem__, on_change=_ordered)


def _ordered() -> None:
    change(session().view.with_order(st.session_state["order"]))
