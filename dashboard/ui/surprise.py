"""A button that opens a film by chance, of those shown."""

from __future__ import annotations

from random import SystemRandom

import streamlit as st

from dashboard.query.chance import surprise
from dashboard.query.result import QueryResult
from dashboard.ui.state import change

CHANCE = SystemRandom()


def draw(result: QueryResult) -> None:
    """Draw the button; with no film shown it is disabled."""
    st.button(
        result.language.gettext("Surprise me"),
        key="surprise",
        icon=":material/casino:",
        help=result.language.gettext("Opens a film by chance, of those that the filters leave"),
        on_click=_open,
        args=(result,),
        disabled=not len(result.rows),
    )


def _open(result: QueryResult) -> None:
    films = result.index.frame["id"].iloc[result.rows].tolist()
    change(lambda view: view.with_film(surprise(films, view.film, CHANCE)))
