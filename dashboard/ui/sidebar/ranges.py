"""The control of one range of numbers."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st

from dashboard.query.facets import NumberRange
from dashboard.query.filters import combined
from dashboard.query.in_words import facet_name
from dashboard.query.result import QueryResult
from dashboard.query.view import View, within
from dashboard.render.escape import label
from dashboard.ui.state import act, widget_for


def draw(result: QueryResult, number_range: NumberRange) -> str:
    """Draw a range's slider and, while it filters, how many films it hides for want of a number; no rules follow."""
    language = result.language
    limits = result.view.limits(number_range.name)
    ends = tuple(end if limit is None else limit for limit, end in zip(limits, number_range.ends, strict=True))
    widget = widget_for(f"range:{number_range.name}", ends, lambda held: within(held, number_range.ends) == limits)
    name = facet_name(result.index, number_range.name, language)
    st.slider(
        label(f"{name} ({language.pgettext('unit', number_range.unit)})" if number_range.unit else name),
        *number_range.ends,
        widget.begins,
        number_range.step,
        format="localized",
        key=widget.key,
        on_change=act,
        args=(widget.key, partial(_with_range, number_range)),
    )
    if number_range.name in result.passing and (hidden := _without_a_number(result, number_range)):
        st.caption(language.ngettext("{n} film without it is hidden", "{n} films without it are hidden", hidden))
    return ""


def _without_a_number(result: QueryResult, number_range: NumberRange) -> int:
    return int((combined(result.index, result.passing, skip=number_range.name) & np.isnan(number_range.values)).sum())


def _with_range(number_range: NumberRange, view: View, _: object, held: tuple[float, float]) -> View:
    limits = within(held, number_range.ends)
    return view if limits is None else view.with_range(number_range.name, limits)
