"""The options of serving, each of which can stand in the environment instead."""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.environment import LIST_VARIABLE, PUBLIC_URL
from dashboard.upload_limits import KEEP_HOURS, KEEP_IN, KEEP_MB, UPLOAD_MB, UPLOAD_ROWS, Uploads, is_whole

HINTS_AWAY = "hints/away"
"""The address, from the page's, whose answer sets the cookie that puts the hints away for later visits."""
HINTS_COOKIE = ("hints", "away")
"""That cookie's name and value."""


@dataclass(frozen=True)
class Option:
    """One option of the command line.

    Attributes:
        name: as it is given, without "--".
        variable: the environment variable that stands for it where it is not given.
        metavar: its value's name in the help.
        help: what it does.
        read: makes the value of its text; raises `argparse.ArgumentTypeError` with a sentence.
        default: its value where nobody says one.
    """

    name: str
    variable: str
    metavar: str
    help: str
    read: Callable[[str], Any]
    default: Any


def _url(text: str) -> str:
    if not re.fullmatch(r"https?://[^\s?#/]+(/[^\s?#]*)?", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not an address such as https://films.example.org/")
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; ports are 1 to 65535")
    return int(text)


def _origins(text: str) -> tuple[str, ...]:
    for origin in text.split():
        if not re.fullmatch(r"https?://[\w.-]+(:\d+)?", origin, re.ASCII):
            raise argparse.ArgumentTypeError(f"{origin!r} is not an origin such as https://school.example.org")
    return tuple(text.split())


def _whole(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not is_whole(text, least):
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of {least} or more")
        return int(text)

    return read


OPTIONS = (
    Option("port", "FILM_LIST_PORT", "N", "the port to serve on (default: 8501)", _port, 8501),
    Option(
        "address",
        "FILM_LIST_ADDRESS",
        "A",
        "the address to serve on (default: localhost, this machine only; 0.0.0.0 for every network)",
        str,
        "localhost",
    ),
    Option(
        "public-url",
        PUBLIC_URL,
        "URL",
        "the address under which the web knows this dashboard, for links in citations and files; "
        "it then answers under that name and this machine's only, and other sites may read its data",
        _url,
        "",
    ),
    Option(
        "allow-embedding",
        "FILM_LIST_EMBEDDING",
        "ORIGINS",
        "the sites that may show it in a frame, separated by blanks (default: none)",
        _origins,
        (),
    ),
    Option(
        "upload-mb",
        UPLOAD_MB,
        "MB",
        f"the largest list a visitor may bring (default: {Uploads.upload_mb})",
        _whole(1),
        Uploads.upload_mb,
    ),
    Option(
        "upload-rows",
        UPLOAD_ROWS,
        "N",
        f"the most rows it may have (default: {Uploads.upload_rows})",
        _whole(1),
        Uploads.upload_rows,
    ),
    Option(
        "keep",
        KEEP_MB,
        "MB",
        "how much of visitors' lists too large for a link is kept on disk in all "
        f"(default: {Uploads.keep_mb}); 0 keeps nothing",
        _whole(0),
        Uploads.keep_mb,
    ),
    Option(
        "keep-hours",
        KEEP_HOURS,
        "N",
        f"how long each is kept (default: {Uploads.keep_hours})",
        _whole(1),
        Uploads.keep_hours,
    ),
    Option("keep-in", KEEP_IN, "FOLDER", "where; several processes may share it (default: the user's cache)", str, ""),
)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of serving to a parser."""
    for option in OPTIONS:
        said = f"{option.help} [{option.variable}]"
        parser.add_argument(f"--{option.name}", type=option.read, metavar=option.metavar, help=said)


def fill_in(parser: argparse.ArgumentParser, given: argparse.Namespace) -> None:
    """Give every option that the command line left out its value from the environment, else its default.

    A variable that is empty says nothing. One that cannot be right ends the program with 2 and a sentence.
    """
    for option in OPTIONS:
        name = option.name.replace("-", "_")
        if getattr(given, name) is None:
            setattr(given, name, _from_environment(parser, option))
    if given.list is None and (path := os.environ.get(LIST_VARIABLE)):
        given.list = Path(path)


def _from_environment(parser: argparse.ArgumentParser, option: Option) -> Any:
    text = os.environ.get(option.variable)
    if not text:
        return option.default
    try:
        return option.read(text)
    except argparse.ArgumentTypeError as error:
        return parser.error(f"{option.variable}: {error}")


def hand_on(given: argparse.Namespace) -> None:
    """Put every option where the page reads it: into the environment."""
    for option in OPTIONS:
        value = getattr(given, option.name.replace("-", "_"))
        os.environ[option.variable] = " ".join(value) if isinstance(value, tuple) else str(value)
    if given.list:
        os.environ[LIST_VARIABLE] = os.path.realpath(given.list)
