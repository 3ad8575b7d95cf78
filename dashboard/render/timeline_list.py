"""The timeline as a list: what its marks say and do, in their order, for people who cannot see or click them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from dashboard.charts.colouring import SIGNS
from dashboard.charts.marks import data, has_dots
from dashboard.charts.theme import Sign
from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.in_words import of_films
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import Addresses, QueryResult, run_query
from dashboard.query.view import View
from dashboard.render.templates import render

MOST_UPRIGHT = 60
"""A longer list keeps its picture on a phone, where its films one below another would be a way too long."""


class Mark(NamedTuple):
    """A mark of the timeline, in words.

    Attributes:
        text: all that it says.
        link: where it leads.
        year: its year.
        name: its film, or how many films it stands for.
        note: what else it says; may be empty.
        sign: how its value is drawn; None where nothing is told apart.
        gap: the years since the mark before it.
        is_current: whether that is shown now.
        share: what part of it passes the filters.
        is_seen: whether a list compared with has the film.
    """

    text: str
    link: str
    year: str
    name: str
    note: str = ""
    sign: Sign | None = None
    gap: int = 0
    is_current: bool = False
    share: float = 1.0
    is_seen: bool = False


def timeline_list(result: QueryResult) -> Markup:
    """The marks of a view's timeline as a list of links, which is seen where the line before it is opened.

    On a phone the list of at most `MOST_UPRIGHT` films is the timeline itself, with its years downward.
    """
    is_upright = has_dots(result.index) and len(result.index) <= MOST_UPRIGHT
    marks, is_told = timeline_marks(result), bool(result.view.colour)
    return render("timeline_list.html", result.language, marks=marks, is_upright=is_upright, is_told=is_told)


def timeline_marks(result: QueryResult) -> tuple[Mark, ...]:
    """The marks of a view's timeline, in the order of `marks.data`."""
    return _marks(result.loaded, result.view, result.default_list, result.language, result.addresses)


@cached(2)
def _marks(
    loaded: LoadedList, view: View, default_list: str, language: Language, addresses: Addresses
) -> tuple[Mark, ...]:
    result = run_query(loaded, view, default_list, language, addresses)
    table = data(result.index, result.mask, language, view.film, view.colour)
    return tuple((_dots if has_dots(result.index) else _bars)(result, table))


def _dots(result: QueryResult, table: pd.DataFrame) -> Iterator[Mark]:
    """A mark for each film, by year: the way to its card, and whether it is shown."""
    hidden = result.language.gettext("filtered out")
    before = int(table["year"].iloc[0]) if len(table) else 0
    seen = result.language.gettext("seen")
    columns = ["id", "title", "year", "shape", "colour", "said", "description", "selected", "shown", "seen"]
    for film, title, year, *sign_of, said, text, selected, shown, is_seen in table[columns].itertuples(False, None):
        note = ", ".join(filter(None, (said, seen if is_seen else "", "" if shown else hidden)))
        link, sign = result.film_link(film), SIGNS.get(tuple(sign_of))
        yield Mark(text, link, str(year), title, note, sign, year - before, bool(selected), float(shown), bool(is_seen))
        before = year


def _bars(result: QueryResult, table: pd.DataFrame) -> Iterator[Mark]:
    """A mark for each year: the way to its films, and how many there are and are shown."""
    for year, films, passing in table[["year", "films", "shown"]].itertuples(False, None):
        number = of_films(passing, films, result.language)
        link, share = result.link(result.view.with_years((year, year))), round(passing / films, 3)
        yield Mark(f"{year}: {number}", link, str(year), number, share=share)
