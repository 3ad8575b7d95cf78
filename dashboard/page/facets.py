"""The control of one facet: its values with the number of films each would give."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from dashboard.explore.candidates import Facet
from dashboard.explore.filters import counts
from dashboard.explore.index import Index, Mask
from dashboard.explore.view import View
from dashboard.language.english import apart, number
from dashboard.page.state import change, seed, session
from dashboard.page.text import label

MOST_PILLS = 12
"""A facet with more values is a list that opens, and not all of it at once."""
MOST_COUNTED = 200
"""A facet with more values says no numbers, so that its labels stay and need not be sent anew each time."""
ANY, ALL = "any of", "all of"
_COUNT = re.compile(r" \([\d,]+\)$")


def draw(
    index: Index,
    view: View,
    facet: Facet,
    passing: dict[str, Mask],
    sign: Callable[[str], str] = lambda _: "",
) -> None:
    """Draw a facet's control; `sign` puts Markdown before a value."""
    key = f"facet:{facet.name}"
    chosen = view.values(facet.name)
    seed(key, list(chosen), tuple, chosen)
    arguments: dict[str, Any] = {"key": key, "on_change": _chosen, "args": (facet,)}
    if len(facet.values) > MOST_COUNTED:
        _select(facet, facet.values, apart, arguments)
    elif len(facet.values) > MOST_PILLS:
        numbers = _numbers(index, view, facet, passing)
        values = sorted(facet.values, key=lambda value: numbers[value] == 0)
        _select(facet, values, lambda value: f"{apart(value)} ({number(numbers.get(value, 0))})", arguments)
    else:
        numbers = _numbers(index, view, facet, passing)
        st.pills(
            label(facet.label),
            facet.values,
            selection_mode="multi",
            format_func=lambda value: sign(value) + _pill(value, numbers.get(value, 0)),
            **arguments,
        )
    if facet.several:
        _mode(view, facet)


def _numbers(index: Index, view: View, facet: Facet, passing: dict[str, Mask]) -> dict[str, int]:
    return dict(zip(facet.values, counts(index, view, facet, passing).tolist(), strict=True))


def _select(facet: Facet, values: Sequence[str], called: Callable[[str], str], arguments: dict[str, Any]) -> None:
    st.multiselect(
        label(facet.label),
        values,
        format_func=called,
        placeholder=f"Choose from {number(len(values))}",
        select_all=False,
        **arguments,
    )


def _pill(value: str, films: int) -> str:
    text = f"{label(apart(value))} ({number(films)})"
    return text if films else f":gray[{text}]"


def _chosen(facet: Facet) -> None:
    change(session().view.with_values(facet.name, values_of(facet, st.session_state[f"facet:{facet.name}"])))


def values_of(facet: Facet, given: list[str]) -> tuple[str, ...]:
    """The values a widget stands for. A browser may still send a label with a count that has changed since."""
    by_label = {apart(value): value for value in facet.values}
    known = (value if value in facet.code_of else by_label.get(_COUNT.sub("", value)) for value in given)
    return tuple(value for value in known if value is not None)


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
