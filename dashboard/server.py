"""The server: the page as an ASGI app, with every setting that must hold wherever it is started from."""

from __future__ import annotations

import gc
import inspect
import os
import signal
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dashboard import ui
from dashboard.charts import fonts
from dashboard.charts.theme import PALETTES, Palette, ThemeName
from dashboard.i18n.languages import english, languages
from dashboard.lists import registry as lists
from dashboard.lists.disk_cache import sweep
from dashboard.lists.watcher import PATIENCE, Reading
from dashboard.log import hush
from dashboard.ui import timeline
from dashboard.upload_limits import prepared_folder, uploads
from dashboard.web import assets
from dashboard.web import data_routes as answers
from dashboard.web import page_routes as front
from dashboard.web.scripts import script
from dashboard.web.security import Guard, origin_of

APP = Path(__file__).parent / "ui" / "app.py"
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104
WIDE_HEADS = {"WEBSOCKETS_MAX_LINE_LENGTH": "1000000", "WEBSOCKETS_MAX_NUM_HEADERS": "100000"}
"""What `websockets` reads of a request: all that the web server lets through, since that answers nothing to more."""
LONGEST_END = 3
"""Seconds that connections get to close when the process is told to end."""


def settings(address: str, port: int, public_url: str = "") -> dict[str, Any]:
    """Streamlit's settings: no telemetry, no developer tools, no other origins, no browser, and the two themes."""
    return {
        "server.address": address,
        "server.port": port,
        "server.headless": True,
        "server.fileWatcherType": "none",
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.corsAllowedOrigins": [origin_of(public_url)] if public_url else [],
        "server.enableAgentApi": False,
        "server.enableStaticServing": False,
        "server.enableWebsocketCompression": True,
        "server.maxUploadSize": uploads().upload_mb,
        "browser.gatherUsageStats": False,
        "client.allowedOrigins": [],
        "client.toolbarMode": "viewer",
        "client.showErrorDetails": "none",
        "global.disableWidgetStateDuplicationWarning": True,
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
        "theme.fontFaces": fonts.faces(),
        "theme.font": fonts.TEXT_STACK,
        "theme.headingFont": fonts.TITLE_STACK,
        "theme.headingFontSizes": ["4rem", "2.25rem", "1.75rem", "1.5rem", "1.125rem", "1rem"],
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


def allowed_hosts(address: str, public_url: str = "") -> list[str]:
    """The names under which the dashboard answers: its public one and this machine's, else those it is bound to.

    >>> allowed_hosts("localhost"), allowed_hosts("0.0.0.0")
    (['localhost', '127.0.0.1', '[::1]'], ['*'])
    >>> allowed_hosts("0.0.0.0", "https://films.example.org/list/")
    ['localhost', '127.0.0.1', '[::1]', 'films.example.org']
    """
    here = ["localhost", "127.0.0.1", "[::1]"]
    if public_url:
        return [*here, urlsplit(public_url).hostname or ""]
    if address in EVERYWHERE:
        return ["*"]
    bound = f"[{address}]" if ":" in address else address
    return list(dict.fromkeys((*here, bound)))


def made(address: str, public_url: str = "", embedding: Sequence[str] = ()) -> st.App:
    """The app: the page, what is answered beside it, and who may ask."""
    pages = (front.prepared(), script("progress.js"))
    return st.App(
        APP,
        routes=[*front.routes(), *answers.routes()],
        middleware=[
            Middleware(Guard, pages=pages, public_url=public_url, embedding=embedding),
            Middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(address, public_url), www_redirect=False),
            Middleware(assets.Assets),
        ],
        lifespan=_serving,
    )


def serve(address: str, port: int, public_url: str = "", embedding: Sequence[str] = ()) -> None:
    """Serve the dashboard until it is stopped."""
    os.environ.update(WIDE_HEADS)
    made(address, public_url, embedding).run(config=settings(address, port, public_url))


@asynccontextmanager
async def _serving(_app: st.App) -> AsyncIterator[None]:
    """From before the first connection until after the last."""
    hush()
    assets.pack()
    languages()
    _end_in_time()
    reading = lists.watched(lists.names()[0]).reading()
    threading.Thread(target=_make_ahead, args=(reading,), daemon=True).start()
    if await to_thread.run_sync(reading.wait, PATIENCE):
        gc.freeze()
    else:
        threading.Thread(target=_freeze_after, args=(reading,), daemon=True).start()
    yield


def _make_ahead(reading: Reading) -> None:
    """Make, while the list is read and the first browser fetches its scripts, what the first page would wait for."""
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    inspect.stack()  # Streamlit calls it for its first element, and it looks through all modules only once.
    first, *others = lists.names()
    for other in others:
        lists.watched(other).reading()
    sweep(prepared_folder())
    reading.over.wait()
    with suppress(Exception):  # Whoever asks for the page is told.
        opened = lists.open_list(first)
        for theme in PALETTES:
            timeline.drawing(opened.loaded, opened.index, theme, english(), opened.loaded.source.history_track)


def _freeze_after(reading: Reading) -> None:
    """Keep the collector of garbage from what stays, once a long list is there."""
    reading.over.wait()
    gc.freeze()


def _end_in_time() -> None:
    """See that the process ends when it is told to, though a connection does not close."""
    if threading.current_thread() is not threading.main_thread():
        return
    ending = signal.getsignal(signal.SIGTERM)

    def end(number: int, frame: FrameType | None) -> None:
        last = threading.Timer(LONGEST_END, os._exit, (128 + number,))
        last.daemon = True
        last.start()
        if callable(ending):
            ending(number, frame)

    signal.signal(signal.SIGTERM, end)
