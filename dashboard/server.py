"""The server: puts together the page, what is answered beside it, and what is made ready before the first visit."""

from __future__ import annotations

import asyncio
import gc
import inspect
import os
import signal
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FrameType
from typing import Any

import streamlit as st
from anyio import to_thread
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dashboard import settings, ui
from dashboard.charts.picture import picture
from dashboard.i18n.languages import languages
from dashboard.lists import registry as lists
from dashboard.lists.making import take_away_remains
from dashboard.lists.uploads import uploads, use_system_memory
from dashboard.lists.watcher import PATIENCE, Reading
from dashboard.log import hush
from dashboard.ui import streamlit_config
from dashboard.ui.films.element.component import component
from dashboard.ui.upload.sessions import end_old_sessions
from dashboard.web import assets, corrections, crawlers, sockets
from dashboard.web import data_routes as answers
from dashboard.web import page_routes as front
from dashboard.web.missing import Missing
from dashboard.web.security import Guard, allowed_hosts

PAGE = Path(__file__).parent / "ui" / "app.py"
BETWEEN_TIDYINGS = 10
"""Seconds."""
LONGEST_END = 3
"""Seconds that connections get to close when the process is told to end."""


def arguments() -> dict[str, Any]:
    """What `st.App` takes beside the page, by the settings: what is answered beside it, and who may ask."""
    chosen = settings.current()
    hosts = allowed_hosts(chosen.address, chosen.public_url)
    return {
        "routes": [*front.routes(), *answers.routes(), *crawlers.routes(), *corrections.routes()],
        "middleware": [
            Middleware(Guard, pages=front.pages(), public_origin=chosen.public_origin, embedding=chosen.embedding),
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
            Middleware(assets.Assets),
            Middleware(Missing),
        ],
        "lifespan": _serving,
    }


def serve() -> None:
    """Serve the dashboard until it is stopped."""
    st.App(PAGE, **arguments()).run(config=streamlit_config.options(settings.current()))


@asynccontextmanager
async def _serving(_app: st.App) -> AsyncIterator[None]:
    """From before the first connection until after the last."""
    hush()
    use_system_memory()
    sockets.read_long_heads()
    sockets.pack_thoroughly()
    assets.pack()
    component()
    languages()
    _end_in_time()
    reading = lists.watched(lists.names()[0]).reading()
    threading.Thread(target=_make_ahead, args=(reading,), daemon=True).start()
    if await to_thread.run_sync(reading.wait, PATIENCE):
        gc.freeze()
    else:
        threading.Thread(target=_freeze_after, args=(reading,), daemon=True).start()
    tidying = asyncio.create_task(_tidy())
    yield
    tidying.cancel()


async def _tidy() -> None:
    """Every now and then, forget the sessions that have ended, and the lists that only they looked at."""
    while True:
        await asyncio.sleep(BETWEEN_TIDYINGS)
        await to_thread.run_sync(uploads().tidy, end_old_sessions())


def _make_ahead(reading: Reading) -> None:
    """Make, while the list is read and the first browser fetches its scripts, what the first page would wait for."""
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    inspect.stack()  # Streamlit calls it for its first element, and it looks through all modules only once.
    first, *others = lists.names()
    for other in others:
        lists.watched(other).reading()
    take_away_remains()
    reading.over.wait()
    with suppress(Exception):  # Whoever asks for the page is told.
        opened = lists.open_list(first)
        for language in languages().values():
            picture(opened.loaded, language, opened.loaded.info.history_track)


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
