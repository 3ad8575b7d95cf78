"""The control of one facet: its values with the number of films each would give."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.names import value_name
from dashboard.query.cache import cached
from dashboard.query.facets import DECADE, Facet
from dashboard.query.filters import counts
from dashboard.query.in_words import facet_name
from dashboard.query.index import Index
from dashboard.query.result import QueryResult
from dashboard.query.view import MODES, Mode
from dashboard.render.escape import label
from dashboard.ui.state import change, seed, session

MOST_PILLS = 12
"""A facet with more values is a list that opens, and not all of it at once."""
MOST_COUNTED = 200
"""A facet with more values says no numbers, so that its labels stay and need not be sent anew each time."""
_COUNT = re.compile(r" \([\d,.\s]+\)$")


def draw(result: QueryResult, facet: Facet, sign: Callable[[str], str] = lambda _: "") -> None:
    """Draw a facet's control; `sign` puts Markdown before a value."""
    index, language = result.index, result.language
    key = f"facet:{facet.name}"
    chosen = result.view.values(facet.name)
    names = names_of(index, facet, language)
    seed(key, list(chosen), tuple, chosen)
    arguments: dict[str, Any] = {"key": key, "on_change": _chosen, "args": (facet, names)}
    if len(facet.values) > MOST_COUNTED:
        _select(result, facet, facet.values, names.__getitem__, arguments)
    elif len(facet.values) > MOST_PILLS:
        numbers = _numbers(result, facet)
        values = sorted(facet.values, key=lambda value: numbers[value] == 0)
        _select(result, facet, values, lambda value: _counted(names[value], numbers[value], language), arguments)
    else:
        numbers = _numbers(result, facet)
        st.pills(
            label(facet_name(index, facet.name, language)),
            facet.values,
            selection_mode="multi",
            format_func=lambda value: sign(value) + _pill(names[value], numbers[value], language),
            **arguments,
        )
    if facet.several:
        _mode(result, facet)


@cached(64)
def names_of(index: Index, facet: Facet, language: Language) -> dict[str, str]:
    """What each value of a facet is called."""
    if facet.name == DECADE:
        return {value: language.decade(value) for value in facet.values}
    column = index.columns[facet.name]
    return {value: value_name(column, value, language) for value in facet.values}


def _numbers(result: QueryResult, facet: Facet) -> dict[str, int]:
    numbers = counts(result.index, result.view, facet, result.passing).tolist()
    return dict(zip(facet.values, numbers, strict=True))


def _select(
    result: QueryResult, facet: Facet, values: Sequence[str], called: Callable[[str], str], arguments: dict[str, Any]
) -> None:
    st.multiselect(
        label(facet_name(result.index, facet.name, result.language)),
        values,
        format_func=called,
        placeholder=result.language.gettext("Choose from {number}", number=result.language.number(len(values))),
        select_all=False,
        **arguments,
    )


def _counted(name: str, films: int, language: Language) -> str:
    return f"{name} ({language.number(films)})"


def _pill(name: str, films: int, language: Language) -> str:
    text = f"{label(name)} ({language.number(films)})"
    return text if films else f":gray[{text}]"


def _chosen(facet: Facet, names: Mapping[str, str]) -> None:
    wanted = values_of(facet, names, st.session_state[f"facet:{facet.name}"])
    change(session().view.with_values(facet.name, wanted))


def values_of(facet: Facet, names: Mapping[str, str], given: list[str]) -> tuple[str, ...]:
    """The values a widget stands for. A browser may still send a label with a count that has changed since."""
    by_label = {name: value for value, name in names.items()}
    known = (value if value in facet.code_of else by_label.get(_COUNT.sub("", value)) for value in given)
    return tuple(value for value in known if value is not None)


def _mode(result: QueryResult, facet: Facet) -> None:
    key, language = f"mode:{facet.name}", result.language
    mode = result.view.mode(facet.name)
    names: dict[Mode, str] = {"any": language.gettext("any of"), "all": language.gettext("all of")}
    seed(key, mode, str, mode)
    st.segmented_control(
        language.gettext("{filter}: any of or all of", filter=label(facet_name(result.index, facet.name, language))),
        MODES,
        key=key,
        required=True,
        format_func=names.__getitem__,
        label_visibility="collapsed",
        on_change=_mode_set,
        args=(facet.name,),
    )


def _mode_set(facet: str) -> None:
    change(session().view.with_mode(facet, st.session_state[f"mode:{facet}"]))
