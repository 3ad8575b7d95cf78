"""What whoever runs the dashboard decides about visitors' own lists, from the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

UPLOAD_MB, UPLOAD_ROWS = "FILM_LIST_UPLOAD_MB", "FILM_LIST_UPLOAD_ROWS"
KEEP_MB, KEEP_HOURS, KEEP_IN = "FILM_LIST_KEEP_MB", "FILM_LIST_KEEP_HOURS", "FILM_LIST_KEEP_IN"
MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Uploads:
    """How large visitors' own lists may be, and how they are kept.

    Attributes:
        upload_mb: the largest file, in megabytes.
        upload_rows: the most rows.
        keep_mb: how much is kept on disk in all, in megabytes; 0 keeps nothing.
        keep_hours: how long a list is kept.
        keep_in: the folder; several processes may share it.
    """

    upload_mb: int = 50
    upload_rows: int = 1_000_000
    keep_mb: int = 500
    keep_hours: int = 24
    keep_in: Path = Path()


def uploads(environment: Mapping[str, str] = os.environ) -> Uploads:
    """What the environment says.

    Raises:
        ValueError: with a sentence, if one of them is not a number it can be.
    """
    return Uploads(
        upload_mb=_whole(environment, UPLOAD_MB, Uploads.upload_mb, least=1),
        upload_rows=_whole(environment, UPLOAD_ROWS, Uploads.upload_rows, least=1),
        keep_mb=_whole(environment, KEEP_MB, Uploads.keep_mb),
        keep_hours=_whole(environment, KEEP_HOURS, Uploads.keep_hours, least=1),
        keep_in=Path(environment.get(KEEP_IN) or cache_folder(environment) / "lists"),
    )


def cannot_keep(chosen: Uploads) -> str:
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


def _whole(environment: Mapping[str, str], name: str, default_list: int, least: int = 0) -> int:
    text = environment.get(name) or str(default_list)
    if not is_whole(text, least):
        raise ValueError(f"{name} is {text!r}; it must be a whole number, {least} or more.")
    return int(text)


def is_whole(text: str, least: int) -> bool:
    """Whether a text is a whole number, in digits, that is not less than another."""
    return text.isascii() and text.isdecimal() and len(text) <= 12 and int(text) >= least


def prepared_folder() -> Path:
    """Where what was made of long lists is kept for the next start."""
    return cache_folder() / "prepared"


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where this user's programs keep what they can make again."""
    given = environment.get("XDG_CACHE_HOME") or environment.get("LOCALAPPDATA")
    return (Path(given) if given else Path.home() / ".cache") / "film-list-dashboard"
