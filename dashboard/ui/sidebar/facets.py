"""The control of one filter: its values or its range, and beside each value the number of films it would give.

A browser names a value by its label. So labels say no numbers: a click would be lost if a number changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import streamlit as st

from dashboard.charts.colouring import LegendEntry
from dashboard.charts.distribution import distribution
from dashboard.query.facets import BESIDE_THE_TIMELINE, Facet, NumberRange
from dashboard.query.filters import combined, films_with, offered, together
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
MOST_ORDERED = 1_000
"""A facet with more values keeps its order whatever is filtered: a list that is as it was is not sent again."""


Groups = Mapping[str, tuple[str, ...]]
"""The values that are chosen together, by the first of them."""


def draw(result: QueryResult, facet: Facet) -> str:
    """Draw a facet's control, and give the rules for `counts`."""
    chosen = result.view.values(facet.name)
    widget = widget_for(f"facet:{counts.plain(facet.name)}", chosen)
    rules = (_select if is_long(facet) else _pills)(result, facet, widget)
    with st.container(key=widget_key("around_mode", facet.name)):
        if chosen:
            _mode(result, facet)
    return rules


def draw_legend(result: QueryResult, facet: Facet, entries: Sequence[LegendEntry]) -> str:
    """Draw what the marks' signs stand for, as a control of their facet, and give the rules for `counts`.

    How it asks for its values is chosen here only where it has no other control.
    """
    signs = {each.values[0]: each for each in entries if each.values}
    groups = {first: each.values for first, each in signs.items()}
    chosen = result.view.values(facet.name)
    widget = widget_for("legend:" + counts.plain(facet.name), _whole(groups, chosen))
    st.pills(
        label(facet_name(result.index, facet.name, result.language)),
        [*signs],
        selection_mode="multi",
        format_func=lambda first: f"{_sign(signs[first])}{label(signs[first].label)}",
        label_visibility="collapsed",
        **_arguments(groups, facet, widget),
    )
    if chosen and facet.name in BESIDE_THE_TIMELINE:
        with st.container(key=widget_key("around_mode", "legend", facet.name)):
            _mode(result, facet)
    numbers = [together(result.index, result.view, facet, values, result.passing) for values in groups.values()]
    colours = [each.sign.colour for each in signs.values()]
    return f"{counts.beside_pills(widget.key, numbers, result.language)} {counts.colours(widget.key, colours)}"


def _sign(each: LegendEntry) -> str:
    return f":{each.sign.markdown}[{each.sign.symbol}] "


def _whole(groups: Groups, chosen: Sequence[str]) -> tuple[str, ...]:
    """The groups all of whose values are chosen."""
    return tuple(value for value in chosen if value in groups and {*groups[value]} <= {*chosen})


def _pills(result: QueryResult, facet: Facet, widget: Widget) -> str:
    names = value_names(result.index, facet, result.language)
    st.pills(
        label(facet_name(result.index, facet.name, result.language)),
        facet.values,
        selection_mode="multi",
        format_func=lambda value: label(names[value]),
        **_arguments(_alone(facet), facet, widget),
    )
    shown, of_all = films_with(result.index, result.view, facet, result.passing), facet.films_by_value
    bars = counts.bars_below_pills(widget.key, shown.tolist(), of_all.tolist())
    return f"{counts.beside_pills(widget.key, [*_numbers(result, facet).values()], result.language)} {bars}"


def _alone(facet: Facet) -> Groups:
    return {value: (value,) for value in facet.values}


def is_long(facet: Facet) -> bool:
    """Whether a facet is drawn as a list that opens."""
    return len(facet.values) > MOST_PILLS


def _select(result: QueryResult, facet: Facet, widget: Widget) -> str:
    """Draw a list that opens; values that would give no film come last, but in a very long one."""
    language, is_ordered = result.language, len(facet.values) <= MOST_ORDERED
    numbers = _numbers(result, facet) if is_ordered else dict(zip(facet.values, facet.films_by_value, strict=True))
    values = offered(facet, result.view, [*numbers.values()])
    st.multiselect(
        label(facet_name(result.index, facet.name, language)),
        values,
        format_func=value_names(result.index, facet, language).__getitem__,
        placeholder=language.gettext("Choose from {number}", number=language.number(len(values))),
        select_all=False,
        **_arguments(_alone(facet), facet, widget),
    )
    if len(values) > MOST_COUNTED:
        return ""
    codes = [facet.code_of[value] for value in values]
    shown, of_all = films_with(result.index, result.view, facet, result.passing)[codes], facet.films_by_value[codes]
    listed = counts.Listed([numbers[value] for value in values], shown.tolist(), of_all.tolist())
    chosen = [numbers[value] for value in result.view.values(facet.name)]
    return counts.in_a_list(widget.key, listed, chosen, language)


def _arguments(groups: Groups, facet: Facet, widget: Widget) -> dict[str, Any]:
    return {"default": list(widget.begins), **acting(widget, partial(_with_values, groups, facet), tuple)}


def _with_values(groups: Groups, facet: Facet, view: View, before: tuple[str, ...], after: tuple[str, ...]) -> View:
    held = (tuple(value for first in some for value in groups.get(first, ())) for some in (before, after))
    return view.with_values(facet.name, toggled(view.values(facet.name), *held))


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
