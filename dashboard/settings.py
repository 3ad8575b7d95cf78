"""Every option of serving, from command line or environment, as one value that is set once and read anywhere."""

from __future__ import annotations

import os
import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

HINTS_AWAY, SURPRISE, CORRECT = "hints/away", "surprise", "correct"
"""The addresses, from the page's, that put the hints away by a cookie, lead to a film, and help to correct one."""
HINTS_COOKIE = ("hints", "away")
"""That cookie's name and value."""
MEGABYTE = 1_000_000
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104
"""The addresses that stand for every network."""


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again."""
    given = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(given) if given else Path.home() / ".cache") / "film-list-dashboard"


def web_address(text: str) -> str:
    """An address on the web as an option names it; raises `ArgumentTypeError` for any other text."""
    if not re.fullmatch(r"https?://[^\s?#/]+(/[^\s?#]*)?", text):
        raise ArgumentTypeError(f"{text!r} is not an address such as https://films.example.org/")
    return text


def corrections_address(text: str) -> str:
    """Where corrections are to be sent, as an option names it; raises `ArgumentTypeError` for any other text."""
    if not re.fullmatch(r"mailto:[^\s?#@]+@[^\s?#@]+(\?[^\s#]+)?|https://[^\s?#/]+[^\s#]*", text):
        raise ArgumentTypeError(
            f"{text!r} is neither mailto:films@example.org nor an address such as https://example.org/issues/new"
        )
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ArgumentTypeError(f"{text!r} is not a port; ports are 1 to 65535")
    return int(text)


def _origins(text: str) -> tuple[str, ...]:
    for origin in text.split():
        if not re.fullmatch(r"https?://[\w.-]+(:\d+)?", origin, re.ASCII):
            raise ArgumentTypeError(f"{origin!r} is not an origin such as https://school.example.org")
    return tuple(text.split())


def _path(text: str) -> Path | None:
    return Path(os.path.realpath(text)) if text else None


def _whole(least: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if not (text.isascii() and text.isdecimal() and len(text) <= 12 and int(text) >= least):
            raise ArgumentTypeError(f"{text!r} is not a whole number of {least} or more")
        return int(text)

    return read


def _option(default: Any, name: str, metavar: str, read: Callable[[str], Any], text: str) -> Any:
    """A field of `Settings` with its default, or with what makes that, and what an `Option` has beside the field."""
    kind = "default_factory" if callable(default) else "default"
    return field(**{kind: default}, metadata={"name": name, "metavar": metavar, "read": read, "help": text})


@dataclass(frozen=True)
class Settings:
    """What whoever runs the dashboard has decided; what a field means is said by the help of its option."""

    list_path: Path | None = _option(
        None,
        "list_path",
        "LIST",
        _path,
        "a list in any of the forms named above, a bundle, or a folder with films.csv and what evidence it brings",
    )
    port: int = _option(8501, "--port", "N", _port, "the port to serve on (default: {default})")
    address: str = _option(
        "localhost",
        "--address",
        "A",
        str,
        "the address to serve on (default: {default}, this machine only; 0.0.0.0 for every network)",
    )
    public_url: str = _option(
        "",
        "--public-url",
        "URL",
        web_address,
        "the address under which the web knows this dashboard, for links in citations and files; "
        "it then answers under that name and this machine's only, and other sites may read its data",
    )
    embedding: tuple[str, ...] = _option(
        (),
        "--allow-embedding",
        "ORIGINS",
        _origins,
        "the sites that may show it in a frame, separated by blanks (default: none)",
    )
    corrections: str = _option(
        "",
        "--corrections",
        "ADDRESS",
        corrections_address,
        "where suggested corrections go: mailto:… prepares a mail, https://… a page for a new issue; without it a "
        "visitor gets the row to copy",
    )
    upload_mb: int = _option(
        50, "--upload-mb", "MB", _whole(1), "the largest list a visitor may bring (default: {default})"
    )
    upload_rows: int = _option(
        1_000_000, "--upload-rows", "N", _whole(1), "the most rows it may have (default: {default})"
    )
    keep_mb: int = _option(
        500,
        "--keep",
        "MB",
        _whole(0),
        "how much of visitors' lists too large for a link is kept on disk in all (default: {default}); 0 keeps nothing",
    )
    keep_hours: int = _option(24, "--keep-hours", "N", _whole(1), "how long each is kept (default: {default})")
    keep_in: Path = _option(
        lambda: cache_folder() / "lists",
        "--keep-in",
        "FOLDER",
        _path,
        "where; several processes may share it (default: the user's cache)",
    )
    prepared_in: Path = field(default_factory=lambda: cache_folder() / "prepared")
    """The folder for what was made of long lists, for the next start."""

    @property
    def public_origin(self) -> str:
        """The part of the public address that tells one site from another; empty where there is none.

        >>> Settings(public_url="https://Films.example.org/list/").public_origin
        'https://films.example.org'
        """
        parts = urlsplit(self.public_url)
        return f"{parts.scheme}://{parts.netloc}".lower() if self.public_url else ""

    @property
    def local_url(self) -> str:
        """Where somebody at this machine opens it.

        >>> Settings(address="0.0.0.0").local_url, Settings(address="::1", port=80).local_url
        ('http://localhost:8501', 'http://[::1]:80')
        """
        host = "localhost" if self.address in EVERYWHERE else self.address
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}"

    @property
    def largest_upload(self) -> int:
        """The largest file that a visitor may upload, in bytes."""
        return self.upload_mb * MEGABYTE

    def environment(self) -> dict[str, str]:
        """The variables from which `read_settings` makes the same value; an empty one says nothing."""
        values = {option.variable: getattr(self, option.field) for option in OPTIONS}
        return {variable: _as_text(value) for variable, value in values.items()}


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    return "" if value is None else str(value)


class Option(NamedTuple):
    """One option of the command line.

    Attributes:
        field: the field of `Settings` that it sets.
        default: that field's.
        name: as `argparse` wants it.
        metavar: its value's name in the help.
        read: makes the value of its text; raises `ArgumentTypeError` with a sentence.
        help: what it does; ``{default}`` stands for the default.
    """

    field: str
    default: Any
    name: str
    metavar: str
    read: Callable[[str], Any]
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that stands for it where it is not given."""
        return "FILM_LIST" if self.field == "list_path" else f"FILM_LIST_{self.field.upper()}"


OPTIONS = tuple(Option(each.name, each.default, **each.metadata) for each in fields(Settings) if each.metadata)


def add_options(parser: ArgumentParser) -> None:
    """Add the options of serving to a parser; each stands there under its field's name."""
    for option in OPTIONS:
        more: dict[str, Any] = {"dest": option.field} if option.name.startswith("--") else {"nargs": "?"}
        text = f"{option.help.format(default=option.default)} [{option.variable}]"
        parser.add_argument(option.name, type=option.read, metavar=option.metavar, help=text, **more)


def read_settings(given: Mapping[str, Any]) -> Settings:
    """The settings by the command line, else by the environment, else by default.

    Args:
        given: what the command line says, by the names of the fields; None for what it does not say.

    Raises:
        ValueError: with a sentence, if a variable cannot be right.
    """
    values = {option.field: _value(option, given.get(option.field)) for option in OPTIONS}
    return Settings(**{name: value for name, value in values.items() if value is not None})


def _value(option: Option, given: Any) -> Any:
    """What is said of an option; None if nothing is. A variable that is empty says nothing."""
    text = os.environ.get(option.variable)
    if given is not None or not text:
        return given
    try:
        return option.read(text)
    except ArgumentTypeError as error:
        raise ValueError(f"{option.variable}: {error}") from None


_current: Settings | None = None


def set_once(value: Settings) -> None:
    """Make a value the settings of this process and, by the environment, of those that it starts.

    Raises:
        RuntimeError: if this process has other settings already.
    """
    global _current  # noqa: PLW0603
    if _current not in (None, value):
        raise RuntimeError("the settings of this process have been set already")
    _current = value
    os.environ.update(value.environment())


def current() -> Settings:
    """The settings of this process: those that were set, else those of the environment, which is read once.

    Raises:
        ValueError: with a sentence, if none were set and a variable cannot be right.
    """
    global _current  # noqa: PLW0603
    if _current is None:
        _current = read_settings({})
    return _current
