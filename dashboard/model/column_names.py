"""What people call the schema's columns, in several languages: the column that one header means."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from pathlib import Path

from dashboard.model.schema import BY_NAME

_DATA = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
"""The words, each list with what it is for."""
NAMES: dict[str, list[str]] = _DATA["columns"]
"""For a column of the schema what else people call it, the likeliest name first."""
_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in _DATA["words"].items()}
WRAPPERS = _WORDS["wrappers"]
"""What an object is called that holds a film and nothing else: ``movie.year``."""

FURTHER = 100
"""What is added to the distance of a header each time that something of it has to be left out to be understood."""
_IN_BRACKETS = re.compile(r"\s*[(\[](?!as given|given|\d)[^)\]]*[)\]]")

LONGEST = 200
"""A longer header means nothing."""


def column_of(header: str) -> str | None:
    """The schema's column that a header means; None if it means none.

    >>> column_of("primaryTitle"), column_of("Runtime (mins)"), column_of("Год выпуска"), column_of("Box office")
    ('title', 'running_time_min', 'year', None)
    >>> column_of("movie.title"), column_of("title_year"), column_of("director_name"), column_of("date_added")
    ('title', 'year', 'director', None)
    """
    return nearest_column(header)[0]


@lru_cache(maxsize=4_096)
def nearest_column(header: str) -> tuple[str | None, int]:
    """The column that a header means, and how far the header is from that column's own name, which is the nearest."""
    if len(header) > LONGEST:
        return None, 0
    own_name = "_".join(header.strip().casefold().split())
    if own_name in BY_NAME:
        return own_name, -1
    for further, form in enumerate((header, _IN_BRACKETS.sub("", header), _unwrapped(header))):
        if found := _meaning(form):
            return found[0], found[1] + further * FURTHER
    return None, 0


def is_of_something_else(header: str) -> bool:
    """Whether a header says that its numbers or dates are of something else than the film's release.

    >>> is_of_something_else("watched_at"), is_of_something_else("Gesehen am"), is_of_something_else("Jahrgang")
    (True, True, False)
    """
    return not _WORDS["other_things"].isdisjoint(_folded(header).split())


def is_of_production(header: str) -> bool:
    """Whether a header says that its years are those in which films were made.

    >>> is_of_production("Produktionsjahr"), is_of_production("Erscheinungsjahr")
    (True, False)
    """
    return _folded(header) in _WORDS["production_years"]


def is_a_date(header: str) -> bool:
    """Whether a header says that below it stand days, and not of what."""
    return bool(words := _folded(_unwrapped(header)).split()) and _WORDS["dates"].issuperset(words)


def may_be_years(header: str) -> bool:
    """Whether a header may be short for the year, which its cells must say."""
    return _folded(header) in _WORDS["maybe_years"]


def _unwrapped(header: str) -> str:
    """A header without the objects around a film, and without the name of what is only a name: ``director.name``."""
    first, *rest = header.split(".")
    while rest and not WRAPPERS.isdisjoint((first, _folded(first))):
        first, *rest = rest
    meant = _meaning(first)
    if len(rest) == 1 and meant and (_folded(rest[0]) in _WORDS["names"] or _is_meant(rest[0], meant[0])):
        rest = []
    return ".".join([first, *rest])


def _is_meant(header: str, column: str) -> bool:
    """Whether a header means a column: ``releaseYear.year`` says it twice."""
    found = _meaning(header)
    return found is not None and found[0] == column


def _meaning(header: str) -> tuple[str, int] | None:
    folded = _folded(header)
    words = folded.split()
    return (
        _MEANING.get(folded)
        or (_JOINED.get(folded) if "." not in header and header.isascii() else None)
        or (_by_words(words) if len(words) > 1 and _is_of_one_thing(header) else None)
    )


def _is_of_one_thing(header: str) -> bool:
    """Whether a header names no object around its column, unless that holds it by language: ``title.en``."""
    around, _, last = header.rpartition(".")
    return not around or ("." not in around and last.casefold() in _WORDS["languages"])


def _by_words(words: list[str]) -> tuple[str, int] | None:
    """What a header of several words means by those that matter: ``title_year``, ``pl_title``, ``movie_runtime``."""
    rest = {*words} - _WORDS["beside_dates"]
    if len(rest & _WORDS["years"]) == 1 and rest <= _WORDS["years"] | _WORDS["released"]:
        return "year", FURTHER // 2
    if rest and rest <= _WORDS["released"] and "title" not in words:
        return "release_date", FURTHER // 2
    if len(words) == 2 and not _WORDS["languages"].isdisjoint(words) and not {"title", "name"}.isdisjoint(words):
        return "title", FURTHER // 2 + (words[0] not in ("en", "english")) + ("name" in words)
    without = " ".join(word for word in words if word not in _WORDS["films"])
    if found := _MEANING.get(without):
        return found[0], found[1] + FURTHER // 2
    found = _MEANING.get(" ".join(word for word in words if word not in _WORDS["films"] | _WORDS["names"]))
    return (found[0], found[1] + FURTHER // 2) if found and found[0] in _WORDS["named"] else None


def _folded(header: str) -> str:
    words = re.sub(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ])", " ", unicodedata.normalize("NFKC", header).strip().lstrip("#*"))
    return " ".join(_WORD.findall(words.replace("_", " ").casefold()))


_WORD = re.compile(r"[\w#\u0900-\u109f]+")
"""A word of a header; signs of vowels belong to it, from Devanagari to Burmese."""
_MEANING = {_folded(name): (column, rank) for column, names in NAMES.items() for rank, name in enumerate(names)}
_JOINED = {name.replace(" ", ""): meaning for name, meaning in reversed(_MEANING.items())}
