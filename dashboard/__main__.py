"""The command line: ``python -m dashboard [LIST] [--port N] [--address A]``."""

from __future__ import annotations

import argparse
import io
import logging
import os
import socket
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from dashboard import __version__
from dashboard.commands import COMMANDS, REFUSED, print_problems
from dashboard.errors import BadListError, NotReadyError
from dashboard.evidence.dossier import Dossier
from dashboard.exports.report import read_as, report, summary
from dashboard.language.languages import english
from dashboard.log import draw, keep_log
from dashboard.options import add_options, fill_in, hand_on
from dashboard.page import lists
from dashboard.page.lists import LIST_VARIABLE
from dashboard.page.uploads import cannot_keep, uploads

LOG = logging.getLogger("dashboard")

CHECK = "python -m dashboard check"
FAILED = 1
"""The exit code for what nobody foresaw."""
MOST_COUNTED = 100_000
"""Films of a list whose rows are counted at the start by how they could be read."""


def parser() -> argparse.ArgumentParser:
    """The command line's options."""
    made = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Serve a dashboard over a list of films; without LIST, the published Soviet space films. "
        "Two further commands, check FILE and convert FILE OUT.csv, say how well a list can be read and write it as "
        "CSV; check --help and convert --help tell more.",
        epilog="What stands in brackets is the environment variable that an option can come from instead; the list "
        f"can come from {LIST_VARIABLE}. Ends with 2 if the list or an option cannot be used or the port is taken.",
    )
    made.add_argument(
        "list",
        metavar="LIST",
        nargs="?",
        type=Path,
        help="a list in any form (CSV, Excel, JSON, Parquet, HTML, Markdown, plain text), a bundle, or a folder with "
        "films.csv and what evidence it brings",
    )
    add_options(made)
    made.add_argument("--version", action="version", version=f"film-list-dashboard {__version__}")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Check the list, then serve it; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments and arguments[0] in COMMANDS:
        return COMMANDS[arguments[0]](arguments[1:])
    options = parser()
    given = options.parse_args(arguments)
    fill_in(options, given)
    hand_on(given)
    keep_log()
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
        (dossier, _), _ = lists.watched(lists.names()[0]).current()
    except NotReadyError:
        return None
    except BadListError as error:
        print_problems(error.problems)
        return REFUSED
    films = dossier.films
    print_problems(dossier.problems)
    if given.list and (found := _found(dossier)):
        print(f"{found} All of it: {CHECK} {given.list}", file=sys.stderr)
    number = english().ngettext("{n} film", "{n} films", len(films.frame))
    read = read_as(films.form, films.encoding, english())
    print(f"{dossier.offer.title}: {number}, {read}. Open {_where(given)} (Ctrl-C stops).", flush=True)
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


def _found(dossier: Dossier) -> str:
    """What is to be said of a list's rows at the start, in a sentence; empty if all are fine.

    The rows of a long list are not counted, which would take longer than all else.
    """
    films, notices = dossier.films, dossier.notices
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


if __name__ == "__main__":
    sys.exit(main())
