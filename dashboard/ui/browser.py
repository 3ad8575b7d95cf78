"""What the visitor's browser tells the page, and what it holds for it."""

from __future__ import annotations

import streamlit as st

from dashboard.charts.theme import ThemeName
from dashboard.query.result import base
from dashboard.ui.state import widget_key


def here() -> str:
    """The address of this dashboard without anything chosen: the public one, else what the browser shows."""
    return base((st.context.url or "").split("?")[0])


def theme() -> ThemeName:
    """The theme the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"


def remembered(name: str, known: str | None) -> str:
    """Have the browser hold what a session knows, and give it back to the one that begins after a restart.

    Args:
        name: what names it.
        known: what the session knows; None for what the browser holds, which is empty if that is nothing.
    """
    key = widget_key("memory", name)
    if known is not None:
        st.session_state[key] = known
    return str(st.text_input(key, key=key, label_visibility="collapsed"))
