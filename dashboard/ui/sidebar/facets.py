"""The control of one filter: its values or its range, and beside each value the number of films it would give.

A browser names a value by its label. So labels say no numbers: a click would be lost if a number changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from dashboard.charts.distribution import distribution
from dashboard.query.facets import Facet, NumberRange
from dashboard.query.filters import combined, films_with, offered
from dashboard.query.filters import counts as films_by_value
from dashboard.query.in_words import facet_name, mode_names, value_names
from dashboard.query.result import QueryResult
from dashboard.query.view import View, within
from dashboard.render.escape import label
from dashboard.render.templates import render
from dashboard.ui.sidebar import counts
from dashboard.ui.state import acting, widget_for, widget_key
from dashboard.ui.widgets import Widget, toggled

MOST_PILLS = 12
"""A facet with more values is a list that opens, and not all of it at once."""
MOST_COUNTED = 200
"""A facet with more values says no numbers."""


Looks = Callable[[str], str]
"""Gives the Markdown that stands before a value."""


def draw(result: QueryResult, facet: Facet, sign: Looks | None = None) -> str:
    """Draw a facet's control, and give the rules for `counts`.

    With signs before its values it is the legend of what has them, and needs no label that is seen.
    """
    chosen = result.view.values(facet.name)
    widget = widget_for(f"facet:{counts.plain(facet.name)}", chosen)
    rules = (_select if is_long(facet) else _pills)(result, facet, widget, sign)
    with st.container(key=widget_key("around_mode", facet.name)):
        if chosen:
            _mode(result, facet)
    return rules


def _pills(result: QueryResult, facet: Facet, widget: Widget, sign: Looks | None) -> str:
    names = value_names(result.index, facet, result.language)
    st.pills(
        label(facet_name(result.index, facet.name, result.language)),
        facet.values,
        selection_mode="multi",
        format_func=lambda value: (sign(value) if sign else "") + label(names[value]),
        label_visibility="collapsed" if sign else "visible",
        **_arguments(facet, widget),
    )
    shown, of_all = films_with(result.index, result.view, facet, result.passing), facet.films_by_value
    bars = "" if sign else counts.bars_below_pills(widget.key, shown.tolist(), of_all.tolist())
    return f"{counts.beside_pills(widget.key, [*_numbers(result, facet).values()], result.language)} {bars}"


def is_long(facet: Facet) -> bool:
    """Whether a facet is drawn as a list that opens."""
    return len(facet.values) > MOST_PILLS


def _select(result: QueryResult, facet: Facet, widget: Widget, _: Looks | None) -> str:
    """Draw a list that opens; values that no film has come last."""
    language, numbers = result.language, _numbers(result, facet)
    values = offered(facet, result.view, [*numbers.values()])
    st.multiselect(
        label(facet_name(result.index, facet.name, language)),
        values,
        format_func=value_names(result.index, facet, language).__getitem__,
        placeholder=language.gettext("Choose from {number}", number=language.number(len(values))),
        select_all=False,
        **_arguments(facet, widget),
    )
    if len(values) > MOST_COUNTED:
        return ""
    listed, chosen = ([numbers[value] for value in each] for each in (values, result.view.values(facet.name)))
    return counts.in_a_list(widget.key, listed, chosen, language)


def _arguments(facet: Facet, widget: Widget) -> dict[str, Any]:
    return {"default": list(widget.begins), **acting(widget, partial(_with_values, facet), tuple)}


def _with_values(facet: Facet, view: View, before: tuple[str, ...], after: tuple[str, ...]) -> View:
    wanted = toggled(view.values(facet.name), before, after)
    return view.with_values(facet.name, tuple(value for value in wanted if value in facet.code_of))


def _numbers(result: QueryResult, facet: Facet) -> dict[str, int]:
    numbers = films_by_value(result.index, result.view, facet, result.passing).tolist()
    return dict(zip(facet.values, numbers, strict=True))


def _mode(result: QueryResult, facet: Facet) -> None:
    language = result.language
    widget = widget_for(f"mode:{counts.plain(facet.name)}", result.view.mode(facet.name))
    name = label(facet_name(result.index, facet.name, language))
    st.segmented_control(
        language.gettext("{filter}: any, all or none of the values chosen", filter=name),
        facet.modes,
        default=widget.begins,
        required=True,
        format_func=mode_names(language).__getitem__,
        label_visibility="collapsed",
        **acting(widget, lambda view, _, mode: view.with_mode(facet.name, mode)),
    )


def draw_range(result: QueryResult, number_range: NumberRange) -> str:
    """Draw a range's slider and, while it filters, how many films it hides for want of a number; no rules follow."""
    language = result.language
    limits = result.view.limits(number_range.name)
    ends = tuple(end if limit is None else limit for limit, end in zip(limits, number_range.ends, strict=True))
    widget = widget_for(f"range:{number_range.name}", ends, lambda held: within(held, number_range.ends) == limits)
    name = facet_name(result.index, number_range.name, language)
    text = f"{name} ({language.pgettext('unit', number_range.unit)})" if number_range.unit else name
    st.html(render("range_head.html", language, label=text, shape=distribution(result, number_range)))
    st.slider(
        label(text),
        *number_range.ends,
        widget.begins,
        number_range.step,
        format="localized",
        label_visibility="collapsed",
        **acting(widget, partial(_with_range, number_range)),
    )
    unknown = combined(result.index, result.passing, skip=number_range.name) & np.isnan(number_range.values)
    if number_range.name in result.passing and (hidden := int(unknown.sum())):
        st.caption(language.ngettext("{n} film without it is hidden", "{n} films without it are hidden", hidden))
    return ""


def _with_range(number_range: NumberRange, view: View, _: object, held: tuple[float, float]) -> View:
    limits = within(held, number_range.ends)
    return view if limits is None else view.with_range(number_range.name, limits)
