"""The timeline as a list: what its marks say and do, in their order, for who cannot see or click them."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

from dashboard.charts.marks import data, has_dots
from dashboard.query.in_words import of_films
from dashboard.query.result import Shown, relative
from dashboard.query.view import View
from dashboard.render.escape import html
from dashboard.ui.state import TWIN


def draw(shown: Shown) -> None:
    """Draw the list behind a line that opens it; it is sent only once it is open. Nothing for a list without years."""
    if shown.index.span is None:
        return
    twin = st.expander(shown.language.gettext("The timeline as a list"), key=TWIN, on_change="rerun")
    if twin.open:
        table = data(shown.index, shown.mask, shown.language, shown.view.film)
        items = films(shown, table) if has_dots(shown.index) else years(shown, table)
        with twin:
            st.html(f'<ol class="twin">{"".join(items)}</ol>')


def films(shown: Shown, table: pd.DataFrame) -> list[str]:
    """A list item for each dot, by year: its film as a link to its card, and whether it is shown."""
    return [
        _item(shown.view.with_film(film), said, picked)
        for film, said, picked in zip(table["id"], table["said"], table["picked"], strict=True)
    ]


def years(shown: Shown, table: pd.DataFrame) -> list[str]:
    """A list item for each bar: its year as a link to that year's films, and how many there are and are shown."""
    language = shown.language
    return [
        _item(shown.view.with_years((year, year)), f"{year}: {of_films(passing, films, language)}", False)
        for year, films, passing in table[["year", "films", "shown"]].itertuples(index=False, name=None)
    ]


def _item(view: View, said: str, current: bool) -> str:
    mark = ' aria-current="true"' if current else ""
    return f'<li><a href="{escape(relative(view))}" target="_self"{mark}>{html(said)}</a></li>'
