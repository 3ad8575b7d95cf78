"""The lists on offer: the published one, or a file of the visitor's own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGED = Path(__file__).resolve().parent.parent / "data"
DATA = _PACKAGED if _PACKAGED.is_dir() else _PACKAGED.parent.parent / "data"
"""The project's data: inside the installed package, or beside it in a clone."""


@dataclass(frozen=True)
class Offer:
    """One list that can be shown.

    Attributes:
        key: names it in file names.
        title: the page's heading.
        line: one sentence that says what the list is.
        introduction: the list's own words about itself; empty if it has none.
        path: the CSV file.
        ours: whether it is the project's own data, in which nothing may be wrong.
    """

    key: str
    title: str
    line: str
    introduction: str
    path: Path
    ours: bool = False


def published_list() -> Offer:
    """The ten films as a list on the web published them."""
    return Offer(
        key="soviet-space-films",
        title="Soviet Space Films",
        line="Ten Soviet films about space, word for word as a list on the web published them, errors included.",
        introduction=published_introduction(),
        path=DATA / "films.csv",
        ours=True,
    )


def published_introduction() -> str:
    """The published list's own introduction, word for word."""
    return (DATA / "soviet-space-films.txt").read_text(encoding="utf-8").split("\n\n", 1)[0].strip()


def own_list(path: Path) -> Offer:
    """A list in a file of the visitor's own, named after the file."""
    words = path.stem.replace("_", " ").replace("-", " ").split()
    title = " ".join(words) or "Films"
    key = "-".join(word.casefold() for word in words) or "films"
    return Offer(key, title[0].upper() + title[1:], f"A list of films from {path.name}.", "", path)
