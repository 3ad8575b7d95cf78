"""The least that a page with the dashboard's filters costs: they, their counts, and how many films are left.

``streamlit run tools/bench/floor_page.py -- films.csv`` serves it. What it computes, it computes as the dashboard does;
it has no timeline and no cards.
"""

import sys
from pathlib import Path

import streamlit as st

from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.in_words import shown_of
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import run_query
from dashboard.ui import summary
from dashboard.ui.sidebar import sidebar
from dashboard.ui.state import sync

NAME = "films"

st.set_page_config(page_title="Films", layout="wide")


@st.cache_resource
def read(path: str) -> LoadedList:
    return load_list(own_source(Path(path)))


loaded = read(sys.argv[1])
mine, _ = sync(lambda _: loaded.index, (NAME,))
result = run_query(loaded, mine.view, NAME, english())

with st.sidebar:
    summary.draw_search(result)
    summary.draw_to_filters(result)
    sidebar.draw_years(result)
    sidebar.draw_filters(result)

st.title(Path(sys.argv[1]).stem)
st.subheader(shown_of(result.index, len(result.rows), result.language))
