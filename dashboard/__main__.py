"""The command line: ``python -m dashboard [LIST] [--port N] [--address A]``."""

from __future__ import annotations

import argparse
import io
import os
import re
import socket
import sys
from collections.abc import Sequence
from pathlib import Path

from dashboard import __version__
from dashboard.catalogue.offer import own_list, published_list
from dashboard.commands import COMMANDS
from dashboard.errors import BadListError, Problem
from dashboard.evidence.dossier import open_dossier
from dashboard.exports.report import read_as, report, summary
from dashboard.language.english import counted
from dashboard.language.problems import sentence
from dashboard.page.lists import LIST_VARIABLE, PUBLIC_URL

REFUSED = 2
CHECK = "python -m dashboard check"


def parser() -> argparse.ArgumentParser:
    """The command line's options."""
    made = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Serve a dashboard over a list of films; without LIST, the published Soviet space films.",
        epilog="Ends with 2 if the list cannot be used or the port is taken.",
    )
    made.add_argument(
        "list",
        metavar="LIST",
        nargs="?",
        type=Path,
        help="a CSV file with a column named title, or a folder with films.csv and what evidence it brings",
    )
    made.add_argument("--port", type=_port, default=8501, metavar="N", help="the port to serve on (default: 8501)")
    made.add_argument(
        "--address",
        default="localhost",
        metavar="A",
        help="the address to serve on (default: localhost, this machine only; 0.0.0.0 for every network)",
    )
    made.add_argument(
        "--public-url",
        type=_url,
        metavar="URL",
        help="the address under which the web knows this dashboard, for links in citations and files",
    )
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
    given = parser().parse_args(arguments)
    offer = own_list(given.list.resolve()) if given.list else published_list()
    try:
        dossier = open_dossier(offer)
    except BadListError as error:
        _report(error.problems)
        return REFUSED
    films = dossier.films
    _report(dossier.problems)
    if taken := _taken(given.address, given.port):
        print(taken, file=sys.stderr)
        return REFUSED
    if given.list:
        os.environ[LIST_VARIABLE] = str(given.list.resolve())
    else:
        os.environ.pop(LIST_VARIABLE, None)
    if given.public_url:
        os.environ[PUBLIC_URL] = given.public_url
    if given.list and (found := report(films, dossier.notices)).exit_code:
        print(f"{summary(found)} All of it: {CHECK} {given.list}", file=sys.stderr)
    host = "localhost" if given.address in ("0.0.0.0", "::") else given.address  # noqa: S104
    where = f"http://{f'[{host}]' if ':' in host else host}:{given.port}"
    print(
        f"{offer.title}: {counted(len(films.frame), 'film')}, {read_as(films.form, films.encoding)}. "
        f"Open {where} (Ctrl-C stops).",
        flush=True,
    )

    from dashboard.server import serve

    serve(given.address, given.port)
    return 0


def _report(problems: Sequence[Problem]) -> None:
    for problem in problems:
        print(sentence(problem), file=sys.stderr)


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s?#]+", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not an address such as https://films.example.org/")
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; ports are 1 to 65535")
    return int(text)


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
