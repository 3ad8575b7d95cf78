"""A button that opens a film by chance, of those shown."""

from __future__ import annotations

from random import SystemRandom

import streamlit as st

from dashboard.query.chance import surprise
from dashboard.query.result import Shown
from dashboard.ui.state import change, session

CHANCE = SystemRandom()


def draw(shown: Shown) -> None:
    """Draw the button; with no film shown it is disabled."""
    st.button(
        shown.language.gettext("Surprise me"),
        key="surprise",
        icon=":material/casino:",
        help=shown.language.gettext("Opens a film by chance, of those that the filters leave"),
        on_click=_open,
        args=(shown,),
        disabled=not len(shown.rows),
    )


def _open(shown: Shown) -> None:
    view = session().view
    change(view.with_film(surprise(shown.index.frame["id"].iloc[shown.rows].tolist(), view.film, CHANCE)))
