"""The numbers beside the values of a facet, which the browser's style puts there: they change, and labels must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import streamlit as st

from dashboard.charts.distribution import bar_sizes
from dashboard.i18n.languages import Language, english
from dashboard.render.style import as_style
from dashboard.render.templates import render

_REST = "background-repeat: no-repeat; background-position:"
BARS = (
    f"background-image: linear-gradient(var(--accent) 0 0), linear-gradient(var(--ring) 0 0); {_REST} "
    "14px calc(100% - 2px)"
)
"""The two bars of a pill, one in front of the other."""
LISTED_BARS = (
    "background-image: linear-gradient(var(--night-accent) 0 0), linear-gradient(var(--night-ring) 0 0); "
    f"{_REST} 8px 100%"
)
"""The two bars of an option, whose list stands outside the sidebar and has its colours all the same."""


def draw(place: str, rules: Iterable[str]) -> None:
    """Put numbers where the rules say; `place` tells one part of the page with such rules from another."""
    with st.container(key=f"counts:{place}"):
        st.html(render("style_in_place.html", english(), rules=as_style(" ".join(rules))))


def beside_pills(key: str, numbers: Sequence[int], language: Language) -> str:
    """The rules for pills, by the key of their widget; a value that no film has is pale."""
    pills = f"{_selector(key)} [role=toolbar] > :nth-child"
    counted = [f"{pills}({at}) p::after {{ {_content(number, language)} }}" for at, number in enumerate(numbers, 1)]
    pale = [f"{pills}({at}) p {{ color: var(--quiet) }}" for at, number in enumerate(numbers, 1) if not number]
    return " ".join((*counted, *pale))


def colours(key: str, names: Sequence[str]) -> str:
    """The rules for the signs that pills begin with, by the names of their colours; a system's own colours win."""
    pills = f"{_selector(key)} [role=toolbar] >"
    signs = (
        f"{pills} :nth-child({at}) p > span:first-child {{ color: var(--{name}) !important }}"
        for at, name in enumerate(names, 1)
    )
    chosen = f"{pills} [data-selected] p > span:first-child {{ color: inherit !important }}"
    strong = f"@media (prefers-contrast: more) {{ {chosen} }}"
    face = f"{pills} * p > span:first-child {{ font-family: var(--text-face) }}"
    return f"{face} @media (forced-colors: none) {{ {' '.join(signs)} {strong} }}"


def bars_below_pills(key: str, shown: Sequence[int], of_all: Sequence[int]) -> str:
    """The rules for a bar in each pill: its films that are shown, in front of those of the whole list."""
    pills = f"{_selector(key)} [role=toolbar] >"
    sizes = (
        f"{pills} :nth-child({at}) {{ background-size: {size} }}" for at, size in enumerate(bar_sizes(shown, of_all), 1)
    )
    return " ".join((f"{pills} * {{ {BARS} }}", *sizes))


class Listed(NamedTuple):
    """What stands beside the values of a list that opens, in its order.

    Attributes:
        numbers: how many films each would give.
        shown: how many of the films shown have each.
        of_all: how many films of the list have each.
    """

    numbers: Sequence[int]
    shown: Sequence[int]
    of_all: Sequence[int]


def in_a_list(key: str, listed: Listed, chosen: Sequence[int], language: Language) -> str:
    """The rules for a list that opens, by the key of its widget: for its options, and the numbers of those chosen."""
    options = [
        f"[data-key='{at}'] > * {{ background-size: {size} }} "
        f"[data-key='{at}'] > *::after {{ {_content(number, language)} }}"
        for at, (number, size) in enumerate(zip(listed.numbers, bar_sizes(listed.shown, listed.of_all), strict=True))
    ]
    tags = [
        f"[data-tag-index='{at}'] > :first-child::after {{ {_content(number, language)} }}"
        for at, number in enumerate(chosen)
    ]
    opened = f"body[data-choosing~='{_selector(key)[1:]}']"
    return (
        f"{opened} {{ [data-key] > * {{ {LISTED_BARS} }} {' '.join(options)} }} {_selector(key)} {{ {' '.join(tags)} }}"
    )


def _content(number: int, language: Language) -> str:
    return f'content: "\\a0({language.number(number)})"'


def _selector(key: str) -> str:
    """The CSS selector of a widget's element, by its key."""
    return f".st-key-{re.sub('[^a-zA-Z0-9_-]', '-', key)}"


def plain(name: str) -> str:
    """A column's name in letters, digits, _ and - alone, so that no two controls are found by one selector.

    >>> plain("running_time_min"), plain("A:B"), plain("A-B")
    ('running_time_min', 'A-3a-B', 'A-2d-B')
    """
    return re.sub("[^a-zA-Z0-9_]", lambda found: f"-{ord(found[0]):x}-", name)
