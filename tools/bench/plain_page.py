"""The page that a list usually gets, and what ours is compared with.

``streamlit run tools/bench/plain_page.py -- films.csv`` serves it.
"""

import re
import sys
from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st

PAGE_SIZE = 20
ORDERS = {
    "As listed": None,
    "Director, A to Z": ("director", True),
    "Director, Z to A": ("director", False),
    "Rating, lowest first": ("rating", True),
    "Rating, highest first": ("rating", False),
}

st.set_page_config(page_title="Films", layout="wide")


@st.cache_data
def read(path: str) -> tuple[pd.DataFrame, list[str]]:
    films = pd.read_parquet(path) if path.endswith(".parquet") else pd.read_csv(path)
    genres = sorted(films["genres"].dropna().str.split("; ").explode().unique())
    return films, genres


films, genres = read(sys.argv[1])
first, last = int(films["year"].min()), int(films["year"].max())

with st.sidebar:
    search = st.text_input("Search")
    chosen = st.multiselect("Genres", genres)
    years = st.slider("Years", first, last, (first, last))
    order = ORDERS[st.selectbox("Sort by", ORDERS)]

found = films[films["year"].between(*years)]
if search:
    texts = found["title"] + " " + found["description"]
    found = found[texts.str.contains(search, case=False, regex=False)]
if chosen:
    found = found[found["genres"].str.contains("|".join(map(re.escape, chosen)))]
if order:
    found = found.sort_values(order[0], ascending=order[1])

st.title(Path(sys.argv[1]).stem)
st.subheader(f"{len(found):,} of {len(films):,} films")

by_year = found.groupby("year").size().reset_index(name="films")
bars = alt.Chart(by_year).mark_bar().encode(x=alt.X("year:Q", axis=alt.Axis(format="d")), y="films:Q")
st.altair_chart(bars)

if st.segmented_control("View", ("Cards", "Charts"), default="Cards", required=True) == "Charts":
    st.bar_chart(found["genres"].dropna().str.split("; ").explode().value_counts())
    st.bar_chart(found["country"].value_counts())
    st.bar_chart(found["director"].value_counts().head(20))
    for column in ("running_time_min", "rating"):
        st.bar_chart(found[column].round().value_counts())
    st.stop()

pages = max(1, -(-len(found) // PAGE_SIZE))
page = st.number_input("Page", 1, pages)
for film in found.iloc[(page - 1) * PAGE_SIZE : page * PAGE_SIZE].itertuples():
    with st.expander(f"{film.title} ({film.year})"):
        st.write(film.description)
        st.write(f"**Director:** {film.director}")
        st.write(f"**Genres:** {film.genres}")
        st.write(f"**Country:** {film.country}")
        st.write(f"**Length:** {film.running_time_min} min, **rating:** {film.rating}")
