"""The timeline as a list: what its marks say and do, in their order, for people who cannot see or click them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from dashboard.charts.marks import data, has_dots
from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.in_words import of_films
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, relative, run_query
from dashboard.query.view import View
from dashboard.render.templates import render


class Mark(NamedTuple):
    """What a mark of the timeline says, where it leads, whether that is shown now, and what share of it passes."""

    text: str
    link: str
    is_current: bool = False
    share: float = 1.0


def timeline_list(result: QueryResult) -> Markup:
    """The marks of a view's timeline as a list of links."""
    return render("timeline_list.html", result.language, marks=timeline_marks(result))


def timeline_marks(result: QueryResult) -> tuple[Mark, ...]:
    """The marks of a view's timeline, in the order of `marks.data`."""
    return _marks(result.loaded, result.view, result.default_list, result.language)


@cached(2)
def _marks(loaded: LoadedList, view: View, default_list: str, language: Language) -> tuple[Mark, ...]:
    result = run_query(loaded, view, default_list, language)
    table = data(result.index, result.mask, language, view.film)
    return tuple((_dots if has_dots(result.index) else _bars)(result, table))


def _dots(result: QueryResult, table: pd.DataFrame) -> Iterator[Mark]:
    """A mark for each film, by year: the way to its card, and whether it is shown."""
    for film, text, selected, shown in table[["id", "description", "selected", "shown"]].itertuples(False, None):
        yield Mark(text, relative(replace(result.view, film=film)), bool(selected), float(shown))


def _bars(result: QueryResult, table: pd.DataFrame) -> Iterator[Mark]:
    """A mark for each year: the way to its films, and how many there are and are shown."""
    for year, films, passing in table[["year", "films", "shown"]].itertuples(False, None):
        text = f"{year}: {of_films(passing, films, result.language)}"
        yield Mark(text, relative(result.view.with_years((year, year))), share=round(passing / films, 3))
