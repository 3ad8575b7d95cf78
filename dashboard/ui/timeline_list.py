"""The timeline as a list: what its marks say and do, in their order, for who cannot see or click them."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from dashboard.charts.marks import data, has_dots
from dashboard.query.in_words import of_films
from dashboard.query.result import QueryResult, relative
from dashboard.query.view import View
from dashboard.render.escape import html
from dashboard.ui.state import TIMELINE_LIST


def draw(result: QueryResult) -> None:
    """Draw the list behind a line that opens it; it is sent only once it is open. Nothing for a list without years."""
    if result.index.span is None:
        return
    timeline_list = st.expander(result.language.gettext("The timeline as a list"), key=TIMELINE_LIST, on_change="rerun")
    if timeline_list.open:
        table = data(result.index, result.mask, result.language, result.view.film)
        items = films(result, table) if has_dots(result.index) else years(result, table)
        with timeline_list:
            st.html(f'<ol class="twin">{"".join(items)}</ol>')


def films(result: QueryResult, table: pd.DataFrame) -> list[str]:
    """A list item for each dot, by year: its film as a link to its card, and whether it is shown."""
    return [
        _item(result.view.with_film(film), said, selected)
        for film, said, selected in zip(table["id"], table["said"], table["selected"], strict=True)
    ]


def years(result: QueryResult, table: pd.DataFrame) -> list[str]:
    """A list item for each bar: its year as a link to that year's films, and how many there are and are shown."""
    language = result.language
    return [
        _item(result.view.with_years((year, year)), f"{year}: {of_films(passing, films, language)}", False)
        for year, films, passing in table[["year", "films", "shown"]].itertuples(index=False, name=None)
    ]


def _item(view: View, said: str, current: bool) -> str:
    mark = ' aria-current="true"' if current else ""
    return f'<li><a href="{escape(relative(view))}" target="_self"{mark}>{html(said)}</a></li>'
