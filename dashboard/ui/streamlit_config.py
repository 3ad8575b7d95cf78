"""What Streamlit is told by its own configuration: no telemetry, no developer tools, and the looks of both themes."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import Any

from streamlit import config

from dashboard.charts import fonts
from dashboard.charts.theme import PALETTES, Palette, ThemeName
from dashboard.settings import Settings

MOST_RUNS = 100
"""Runs for which a browser keeps a large message. A page breaks if it drops one that the server takes for kept, as it
does after two runs, Streamlit's own number, where someone goes back quickly."""
FLAG = "command-line argument or environment variable"
"""Where Streamlit says that an option was defined if a flag or a variable of Streamlit's own sets it."""


def options(chosen: Settings) -> dict[str, Any]:
    """Streamlit's options by their dotted names, for `st.App.run` and for ``.streamlit/config.toml``."""
    return {
        "server.address": chosen.address,
        "server.port": chosen.port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.corsAllowedOrigins": [chosen.public_origin] if chosen.public_origin else [],
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        "server.enableWebsocketCompression": True,
        "server.maxUploadSize": chosen.upload_mb,
        "browser.gatherUsageStats": False,
        "client.allowedOrigins": [],
        "client.toolbarMode": "viewer",
        "client.showErrorDetails": "none",
        "global.disableWidgetStateDuplicationWarning": True,
        "global.maxCachedMessageAge": MOST_RUNS,
        "runner.magicEnabled": False,
        "runner.postScriptGC": False,
        "logger.hideWelcomeMessage": True,
        "logger.enableRich": False,
        **_shape(),
        **_colours("light"),
        **_colours("dark"),
    }


def _shape() -> dict[str, Any]:
    """What both themes have in common: faces, sizes, corners, and the space around the page."""
    return {
        "theme.font": fonts.TEXT_STACK,
        "theme.headingFont": fonts.TITLE_STACK,
        "theme.headingFontSizes": ["4rem", "1.75rem", "1.75rem", "1.5rem", "1.125rem", "1rem"],
        "theme.headingFontWeights": [800, 700, 700, 700, 700, 700],
        "theme.baseRadius": "0.125rem",
        "theme.buttonRadius": "0.125rem",
        "theme.paddingTop": "1rem",
        "theme.paddingBottom": "3rem",
    }


def _colours(name: ThemeName) -> dict[str, Any]:
    """One theme's colours; the sidebar is night in both."""
    page = _drawn_in(PALETTES[name])
    night = PALETTES["dark"]
    sidebar = _drawn_in(night) | {"backgroundColor": night.panel, "secondaryBackgroundColor": night.background}
    return {f"theme.{name}.{key}": value for key, value in page.items()} | {
        f"theme.{name}.sidebar.{key}": value for key, value in sidebar.items()
    }


def _drawn_in(palette: Palette) -> dict[str, str]:
    return {
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
    }


def as_served(chosen: Settings) -> Settings:
    """The settings with the address and port that ``streamlit run`` serves on.

    It opens its port before it imports what it runs. Where the settings name another and no flag does, the process
    starts again with Streamlit's own variables for them, and this does not return.
    """
    address, port = config.get_option("server.address"), config.get_option("server.port")
    missed = {
        "ADDRESS": "" if _is_flag("server.address") or chosen.address == address else chosen.address,
        "PORT": "" if _is_flag("server.port") or chosen.port in (port, Settings.port) else str(chosen.port),
    }
    if any(missed.values()):
        os.environ.update({f"STREAMLIT_SERVER_{name}": value for name, value in missed.items() if value})
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606
    return replace(chosen, address=address, port=port)


def apply(chosen: Settings) -> None:
    """Set every option that no flag has set, now and whenever Streamlit reads its own file again."""

    def set_all() -> None:
        for name, value in options(chosen).items():
            if not _is_flag(name):
                config.set_option(name, value)

    set_all()
    config.on_config_parsed(set_all, force_connect=True)


def _is_flag(name: str) -> bool:
    return config.get_where_defined(name) == FLAG
