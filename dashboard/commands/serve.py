"""The start: what is said of a list before it is served, and how it ends if that cannot be."""

from __future__ import annotations

import logging
import os
import socket
import sys
import threading
from contextlib import suppress

from dashboard import settings
from dashboard.commands.check import REFUSED, print_problems
from dashboard.exports.reports.report import read_as, report, summary
from dashboard.i18n.languages import english
from dashboard.lists import registry as lists
from dashboard.log import draw, keep_log
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.loaded_list import LoadedList
from dashboard.settings import Settings

LOG = logging.getLogger("dashboard")

CHECK = "python -m dashboard check"
FAILED = 1
"""The exit code for what nobody foresaw."""
MOST_COUNTED = 100_000
"""Films of a list whose rows are counted at the start by how they could be read."""


def start() -> int:
    """Check the list, then serve it until that is stopped; returns the exit code."""
    chosen = settings.current()
    if taken := _taken(chosen.address, chosen.port):
        print(taken, file=sys.stderr)
        return REFUSED
    if code := look():
        return code

    from dashboard.server import serve

    with suppress(KeyboardInterrupt):
        serve()
    draw("")
    return 0


def start_in_streamlit() -> None:
    """Check the list in a process of ``streamlit run``, which serves afterwards; ends it if the list cannot be served.

    The settings come from the environment, address and port from Streamlit's flags if it has them.
    """
    from dashboard.ui import streamlit_config

    try:
        chosen = settings.read_settings({})
    except ValueError as error:
        print(error, file=sys.stderr)
        sys.exit(REFUSED)
    settings.set_once(streamlit_config.as_served(chosen))
    streamlit_config.apply(settings.current())
    keep_log()
    if code := look():
        sys.exit(code)


def look() -> int:
    """Say what the list is, how well it could be read and where to open it; the exit code, 0 if it can be served."""
    if why := cannot_keep(settings.current()):
        print(why, file=sys.stderr)
    code = _opened()
    if code is None:
        draw("")
        title, where = lists.title(lists.names()[0], english()), settings.current().local_url
        print(f"{title} is being prepared. Open {where} (Ctrl-C stops), which shows how far it is.", flush=True)
        threading.Thread(target=_opened_later, daemon=True).start()
    return code or 0


def _opened() -> int | None:
    """Say what the list is, and how well it could be read; the exit code, 0 if it can be served, None if not yet."""
    try:
        loaded, _ = lists.watched(lists.names()[0]).current()
    except NotReadyError:
        return None
    except BadListError as error:
        print_problems(error.problems)
        return REFUSED
    films, path = loaded.films, settings.current().list_path
    print_problems(loaded.problems)
    if path and (found := _found(loaded)):
        print(f"{found} All of it: {CHECK} {path}", file=sys.stderr)
    number = english().ngettext("{n} film", "{n} films", len(films.frame))
    read = read_as(films.form, films.encoding, english())
    where = settings.current().local_url
    print(f"{loaded.info.title}: {number}, {read}. Open {where} (Ctrl-C stops).", flush=True)
    return 0


def _opened_later() -> None:
    """Say it once a long list has been read; one that cannot be served ends the process, though that serves already."""
    try:
        while (code := _opened()) is None:
            lists.watched(lists.names()[0]).reading().over.wait()
    except Exception as error:
        LOG.error("The list cannot be served", exc_info=error)
        code = FAILED
    if code:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _found(loaded: LoadedList) -> str:
    """What is to be said of a list's rows at the start, in a sentence; empty if all are fine.

    The rows of a long list are not counted, which would take longer than all else.
    """
    films, notices = loaded.films, loaded.notices
    if len(films.frame) > MOST_COUNTED:
        fine = not notices and all(problem.grade == "note" for problem in films.problems)
        return "" if fine else "Not every row is fine."
    found = report(films, english(), notices)
    return summary(found, english()) if found.exit_code else ""


def _taken(address: str, port: int) -> str:
    """Why an address cannot be served on; empty if it can."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as error:
        return f"Cannot serve on {address}, port {port}: {error.strerror}. Choose another with --port or --address."
    return ""


def cannot_keep(chosen: Settings) -> str:
    """Why visitors' larger lists cannot be kept, in a sentence; empty if they can, or if nothing is to be kept."""
    if not chosen.keep_mb:
        return ""
    try:
        chosen.keep_in.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.access(chosen.keep_in, os.W_OK | os.X_OK):
            return ""
        reason = "it may not be written to"
    except OSError as error:
        reason = error.strerror or type(error).__name__
    return (
        f"Visitors' larger lists cannot be kept in {chosen.keep_in} ({reason}); each stays in the tab that brought it. "
        "Name another folder with --keep-in."
    )
