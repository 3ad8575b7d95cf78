"""What the visitor's browser tells the page."""

from __future__ import annotations

import streamlit as st

from dashboard.charts.theme import ThemeName
from dashboard.query.result import base


def here() -> str:
    """The address of this dashboard without anything chosen: the public one, else what the browser shows."""
    return base((st.context.url or "").split("?")[0])


def theme() -> ThemeName:
    """The theme the visitor's browser shows."""
    return "dark" if st.context.theme.type == "dark" else "light"
