"""The server: the page as an ASGI app, with every setting that must hold wherever it is started from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from dashboard.charts.theme import PALETTES, ThemeName

APP = Path(__file__).with_name("app.py")

app = st.App(APP)


def settings(address: str, port: int) -> dict[str, Any]:
    """Streamlit's settings: no telemetry, no developer tools, no browser opened, and the two themes."""
    return {
        "server.address": address,
        "server.port": port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": False,
        "client.toolbarMode": "viewer",
        "client.showErrorDetails": "none",
        "logger.hideWelcomeMessage": True,
        "theme.paddingTop": "1rem",
        "theme.paddingBottom": "3rem",
        "theme.headingFontSizes": ["2.5rem", "1.75rem", "1.375rem", "1.25rem", "1rem", "1rem"],
        **_theme("light"),
        **_theme("dark"),
    }


def _theme(name: ThemeName) -> dict[str, Any]:
    palette = PALETTES[name]
    colours = {
        "primaryColor": palette.accent,
        "backgroundColor": palette.background,
        "secondaryBackgroundColor": palette.panel,
        "textColor": palette.text,
        "linkColor": palette.accent,
        "borderColor": palette.grid,
        "grayTextColor": palette.quiet,
        "redTextColor": palette.contradicted,
        "greenTextColor": palette.supported,
        "orangeTextColor": palette.open,
        "sidebar.backgroundColor": palette.panel,
        "sidebar.secondaryBackgroundColor": palette.background,
    }
    return {f"theme.{name}.{key}": value for key, value in colours.items()}


def serve(address: str, port: int) -> None:
    """Serve the dashboard until it is stopped."""
    app.run(config=settings(address, port))
