"""The films shown as a gallery: the same films, in the same order, as the cards, each as its picture or plate."""

from __future__ import annotations

import streamlit as st

from dashboard.query.result import QueryResult
from dashboard.query.view import GALLERY_SIZE
from dashboard.render.plates.tile import tile
from dashboard.render.templates import in_markdown
from dashboard.ui.films import paging, star


def draw(result: QueryResult) -> None:
    """Draw a page of the films shown, each as a link to its card, with its star below.

    They stand in Markdown, since `st.html` takes drawings away.
    """
    films = result.index.frame["id"].iloc[result.page_rows(GALLERY_SIZE)].tolist()
    with st.container(key="gallery"):
        for film in films:
            with st.container(key=f"tile:{film}", gap=None):
                st.markdown(in_markdown(tile(result, film)), unsafe_allow_html=True)
                star.in_the_head(result, film)
    paging.choose(result, GALLERY_SIZE)
