"""The timeline as a list: what its marks say and do, in their order, for people who cannot see or click them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup

from dashboard.charts.marks import data, has_dots
from dashboard.query.in_words import of_films
from dashboard.query.result import QueryResult, relative
from dashboard.render.templates import render


class Mark(NamedTuple):
    """What a mark of the timeline says, where it leads, and whether that is shown now."""

    text: str
    link: str
    is_current: bool = False


def timeline_list(result: QueryResult) -> Markup:
    """The marks of a view's timeline as a list of links."""
    table = data(result.index, result.mask, result.language, result.view.film)
    marks = dots(result, table) if has_dots(result.index) else bars(result, table)
    return render("timeline_list.html", result.language, marks=marks)


def dots(result: QueryResult, table: pd.DataFrame) -> list[Mark]:
    """A mark for each film, by year: the way to its card, and whether it is shown."""
    return [
        Mark(text, relative(replace(result.view, film=film)), bool(selected))
        for film, text, selected in zip(table["id"], table["description"], table["selected"], strict=True)
    ]


def bars(result: QueryResult, table: pd.DataFrame) -> list[Mark]:
    """A mark for each year: the way to its films, and how many there are and are shown."""
    return [
        Mark(f"{year}: {of_films(passing, films, result.language)}", relative(result.view.with_years((year, year))))
        for year, films, passing in table[["year", "films", "shown"]].itertuples(index=False, name=None)
    ]
