"""A view as the parameters of a link; `parse` leads back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

import numpy as np

from dashboard.query.showings import showing_text
from dashboard.query.view import Limits, View, Years

Parameters = dict[str, list[str]]
"""A link's parameters as a browser gives them: every value of every name, in order."""

MOST_READ = 1000
"""Parameters; of a link that has more Streamlit reads none."""
LANE = {True: "on", False: "off"}
RESERVED = (
    "list",
    "q",
    "years",
    "all",
    "more",
    "sort",
    "view",
    "page",
    "film",
    "open",
    "lane",
    "pick",
    "on",
    "programme",
    "lang",
    "embed",
    "embed_options",
)


def parameter(column: str) -> str:
    """A facet's or a range's name in a link. Names that the link uses itself get "c." before them."""
    return f"c.{column}" if column in RESERVED or column.startswith("c.") else column


def to_link(view: View) -> Parameters:
    """A view's parameters, in the order of the page, defaults left out."""
    default_list = _parameters(View())
    return {name: values for name, values in _parameters(view).items() if values != default_list.get(name)}


def _parameters(view: View) -> Parameters:
    """All of a view's parameters; `more` without the filters in force, which are shown anyway."""
    in_force = {*dict(view.chosen), *dict(view.ranges)}
    return {
        "list": [view.list],
        "q": [view.search],
        "years": [_years_text(view.years)],
        **{parameter(facet): list(values) for facet, values in view.chosen},
        **{parameter(column): [_limits_text(limits)] for column, limits in view.ranges},
        "all": [parameter(facet) for facet in view.all_of],
        "more": [parameter(name) for name in view.more if name not in in_force],
        "sort": [view.order],
        "view": [view.layout],
        "page": [str(view.page)],
        "film": [view.film or ""],
        "open": list(view.open),
        "lane": ["" if view.history_track is None else LANE[view.history_track]],
        "pick": list(view.shortlist),
        "on": [showing_text(film, when) for film, when in view.showings],
        "programme": [view.programme],
        "lang": [view.language],
    }


def parameters_of(link: str) -> Parameters:
    """The parameters of a link, in full or from its "?" on; none of a link that has more than `MOST_READ`.

    >>> parameters_of("https://films.example.org/?q=mars&view=table#top")
    {'q': ['mars'], 'view': ['table']}
    """
    query = link.partition("#")[0].partition("?")[2]
    try:
        return parse_qs(query, keep_blank_values=True, max_num_fields=MOST_READ)
    except ValueError:
        return {}


def list_named(parameters: Mapping[str, Sequence[str]], lists: Sequence[str]) -> str:
    """Which of some lists a link names; the first if it names none of them."""
    named = (parameters.get("list") or [""])[0]
    return named if named in lists else lists[0]


def _years_text(years: Years) -> str:
    first, last = years
    if first is not None and first == last:
        return str(first)
    return f"{'' if first is None else first}-{'' if last is None else last}"


def _limits_text(limits: Limits) -> str:
    lowest, highest = ("" if end is None else np.format_float_positional(end, trim="-") for end in limits)
    return lowest if lowest == highest else f"{lowest}..{highest}"
