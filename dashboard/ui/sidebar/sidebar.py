"""The sidebar: which list, years, filters by column, order and language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.i18n.languages import Language, languages
from dashboard.i18n.texts import apart
from dashboard.model.kinds import Control
from dashboard.model.list_info import IN_SESSION, ListInfo
from dashboard.query.filters import filters
from dashboard.query.in_words import facet_name, sort_names, value_order_names
from dashboard.query.index import Index
from dashboard.query.result import QueryResult, relative
from dashboard.query.view import LISTED, VALUE_ORDERS, Sort, View, within
from dashboard.render.templates import heading, render
from dashboard.ui import guide
from dashboard.ui.sidebar import choose_list, counts, facets
from dashboard.ui.state import acting, clear_all, widget_for
from dashboard.ui.widgets import toggled

CONTROLS: dict[Control, Callable[[QueryResult, str], str]] = {
    "values": lambda result, name: facets.draw(result, result.index.facets[name]),
    "range": lambda result, name: facets.draw_range(result, result.index.ranges[name]),
}
"""For each kind of filter, the function that draws one and returns the rules for `counts`."""


def draw_list(view: View, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw the choice of a list, which stands at the head of the sidebar."""
    with st.sidebar:
        choose_list.draw(view, sources, language)


def draw_years(result: QueryResult) -> None:
    """Draw the way to what explains the filters, and which years a visitor wants; no years for a list of one."""
    index, view, language = result.index, result.view, result.language
    st.html(heading("filters", language.gettext("Filters")))
    guide.help_with(language)
    if index.span is None or index.span[0] == index.span[1]:
        return
    first, last = span = index.span
    chosen = (view.years[0] or first, view.years[1] or last)
    widget = widget_for("years", chosen, lambda held: within(held, span) == view.years)
    st.slider(
        language.gettext("Years"),
        first,
        last,
        widget.begins,
        format="%d",
        **acting(widget, partial(_with_years, span)),
    )


def _with_years(span: tuple[int, int], view: View, _: object, held: tuple[int, int]) -> View:
    years = within(held, span)
    return view if years is None else view.with_years(years)


def draw_filters(result: QueryResult) -> None:
    """Draw the filters that are offered, and those switched on."""
    index = result.index
    counts.draw("filters", [CONTROLS[index.control(name)](result, name) for name in index.filters_shown(result.view)])


def draw_more(result: QueryResult) -> None:
    """Draw the choice of the order of values, and that of further filters."""
    index, language = result.index, result.language
    more, shown = index.switched_on(result.view), index.filters_shown(result.view)
    if any(name in index.facets and facets.is_long(index.facets[name]) for name in shown):
        _choose_value_order(result.view, language)
    if not index.further:
        return
    widget = widget_for("more", more, lambda held: set(held) == set(more))
    st.multiselect(
        language.gettext("More filters"),
        index.further,
        list(widget.begins),
        format_func=lambda name: _filter_name(index, name, language),
        placeholder=language.gettext("Choose from {number}", number=language.number(len(index.further))),
        select_all=False,
        **acting(widget, partial(_with_more, index), tuple),
    )


def _choose_value_order(view: View, language: Language) -> None:
    """Draw the choice of the order in which lists of values stand."""
    widget = widget_for("values", view.value_order)
    st.segmented_control(
        language.gettext("Lists of values"),
        VALUE_ORDERS,
        default=widget.begins,
        required=True,
        format_func=value_order_names(language).__getitem__,
        **acting(widget, lambda view, _, order: replace(view, value_order=order)),
    )


def _filter_name(index: Index, name: str, language: Language) -> str:
    """A further filter's name among the others; two columns may have one label."""
    label = index.columns[name].label
    alone = [index.columns[other].label for other in index.further].count(label) == 1
    shown = facet_name(index, name, language)
    return shown if alone else f"{shown} ({apart(name)})"


def _with_more(index: Index, view: View, before: tuple[str, ...], after: tuple[str, ...]) -> View:
    """A view that shows the further filters chosen; one that was shown before and is not chosen filters no more."""
    shown = index.switched_on(view)
    wanted = [name for name in toggled(shown, before, after) if name in index.further]
    return view.with_more(shown).with_more(tuple(wanted))


def draw_order(result: QueryResult) -> None:
    """Draw by what the films are sorted."""
    index, view, language = result.index, result.view, result.language
    first, *second = view.order or (Sort(),)
    names = sort_names(index, language)
    _choose_sort("order", language.gettext("Sort by"), names, first, lambda view, sort: (sort, *view.order[1:]))
    if first.by != LISTED:
        others = {each: name for each, name in names.items() if each.by != first.by}
        chosen = second[0] if second else Sort()
        _choose_sort("then", language.gettext("Then by"), others, chosen, lambda view, sort: (*view.order[:1], sort))


def draw_clear(result: QueryResult) -> None:
    """Draw the way back to all films."""
    st.button(
        result.language.gettext("Clear all"),
        key="clear_all",
        on_click=clear_all,
        disabled=not filters(result.index, result.view) and result.view.film is None,
        width="stretch",
    )


def _choose_sort(
    key: str, label: str, names: dict[Sort, str], chosen: Sort, order: Callable[[View, Sort], tuple[Sort, ...]]
) -> None:
    """Draw the choice of one sort, as words of links; `order` makes the order of a view with another one."""
    known = {each.word: name for each, name in names.items()}
    widget = widget_for(key, chosen.word)
    words = tuple(known)
    st.selectbox(
        label,
        words,
        words.index(widget.begins),
        format_func=known.__getitem__,
        **acting(widget, lambda view, _, word: view.with_order(*order(view, Sort.named(word)))),
    )


def draw_languages(view: View, language: Language) -> None:
    """Draw the languages there are as links, the page's own marked: each loads the page again, so it has its `lang`."""
    choices = [(each, relative(replace(view, language=each.code))) for each in languages().values()]
    st.html(render("languages.html", language, choices=choices))
    if view.list.startswith(IN_SESSION):
        st.caption(language.gettext("Another language reloads the page. Download your list as a bundle first."))
