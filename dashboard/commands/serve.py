"""The start: what is said of a list before it is served, and how it ends if that cannot be."""

from __future__ import annotations

import argparse
import logging
import os
import socket
import sys
import threading
from contextlib import suppress

from dashboard.commands.check_convert import REFUSED, print_problems
from dashboard.exports.report import read_as, report, summary
from dashboard.i18n.languages import english
from dashboard.lists import registry as lists
from dashboard.log import draw
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.loaded_list import LoadedList
from dashboard.upload_limits import cannot_keep, uploads

LOG = logging.getLogger("dashboard")

CHECK = "python -m dashboard check"
FAILED = 1
"""The exit code for what nobody foresaw."""
MOST_COUNTED = 100_000
"""Films of a list whose rows are counted at the start by how they could be read."""


def start(given: argparse.Namespace) -> int:
    """Check the list, then serve it until that is stopped; returns the exit code.

    Args:
        given: the options of the command line, all of them filled in.
    """
    if taken := _taken(given.address, given.port):
        print(taken, file=sys.stderr)
        return REFUSED
    if why := cannot_keep(uploads()):
        print(why, file=sys.stderr)
    code = _opened(given)
    if code:
        return code
    if code is None:
        draw("")
        title = lists.title(lists.names()[0], english())
        print(f"{title} is being prepared. Open {_where(given)} (Ctrl-C stops), which shows how far it is.", flush=True)
        threading.Thread(target=_opened_later, args=(given,), daemon=True).start()

    from dashboard.server import serve

    with suppress(KeyboardInterrupt):
        serve(given.address, given.port, given.public_url, given.allow_embedding)
    draw("")
    return 0


def _opened(given: argparse.Namespace) -> int | None:
    """Say what the list is, and how well it could be read; the exit code, 0 if it can be served, None if not yet."""
    try:
        (loaded, _), _ = lists.watched(lists.names()[0]).current()
    except NotReadyError:
        return None
    except BadListError as error:
        print_problems(error.problems)
        return REFUSED
    films = loaded.films
    print_problems(loaded.problems)
    if given.list and (found := _found(loaded)):
        print(f"{found} All of it: {CHECK} {given.list}", file=sys.stderr)
    number = english().ngettext("{n} film", "{n} films", len(films.frame))
    read = read_as(films.form, films.encoding, english())
    print(f"{loaded.source.title}: {number}, {read}. Open {_where(given)} (Ctrl-C stops).", flush=True)
    return 0


def _opened_later(given: argparse.Namespace) -> None:
    """Say it once a long list has been read; one that cannot be served ends the process, though that serves already."""
    try:
        while (code := _opened(given)) is None:
            lists.watched(lists.names()[0]).reading().over.wait()
    except Exception as error:
        LOG.error("The list cannot be served", exc_info=error)
        code = FAILED
    if code:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _where(given: argparse.Namespace) -> str:
    """The address to open."""
    host = "localhost" if given.address in ("0.0.0.0", "::") else given.address  # noqa: S104
    return f"http://{f'[{host}]' if ':' in host else host}:{given.port}"


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
