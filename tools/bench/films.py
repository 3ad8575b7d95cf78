"""Made-up film lists, the same for the same number and seed, as CSV and Parquet: what a large real list brings."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.csv  # type: ignore[import-untyped]
import pyarrow.parquet  # type: ignore[import-untyped]

RESULTS = Path(__file__).with_name("results")
FORMATS = ("csv", "parquet")
SEED = 1902
YEARS, LATE = (1900, 2024), 2012
DIRECTORS = 5000
WORDS = (
    *(
        "lantern",
        "violin",
        "harvest",
        "compass",
        "anchor",
        "blizzard",
        "candle",
        "dagger",
        "engine",
        "falcon",
        "guitar",
    ),
    *("hammer", "island", "jungle", "kettle", "ladder", "magnet", "needle", "oyster", "pepper", "quarry", "ribbon"),
    *("saddle", "tunnel", "umbrella", "velvet", "walnut", "yacht", "zeppelin", "bonfire", "cellar", "dolphin"),
)
WORD_SHARE = 0.03
"""Each of the words is in the descriptions of this share of the films, at least one, and nowhere else."""
GENRES = (
    *("Drama", "Comedy", "Documentary", "Romance", "Thriller", "Action", "Crime", "Horror", "Adventure"),
    *("Family", "Animation", "Fantasy", "Mystery", "Science fiction", "Music", "History", "War", "Biography"),
    *("Western", "Cabaret", "Sport", "Film noir", "Short", "Experimental", "Silent"),
)
COUNTRIES = (
    *("United States", "France", "India", "Japan", "United Kingdom", "Italy", "Germany", "Soviet Union", "Spain"),
    *("Hong Kong", "Mexico", "Canada", "Brazil", "South Korea", "Sweden", "Poland", "Argentina", "Egypt"),
    *("Czechoslovakia", "Denmark", "Hungary", "Türkiye", "Iran", "Australia", "Nigeria", "Greece", "Finland"),
)
FIRST_NAMES = ("Agnès", "Akira", "Ingrid", "Jean", "Larisa", "Małgorzata", "Ousmane", "Pavel", "Satyajit", "Yasmin")
ADJECTIVES = ("Silent", "Distant", "Broken", "Golden", "Last", "Hidden", "Burning", "Paper", "Winter", "Second")
NOUNS = ("Harbour", "Orchard", "Station", "Mirror", "Voyage", "Garden", "Signal", "Bridge", "Summer", "Letter")
PLACES = ("in Lisbon", "of the North", "at Dawn", "without Maps", "on Mars", "by the Sea", "of Glass", "")
SYLLABLES = ("ba", "do", "fe", "gri", "ka", "lo", "mi", "ne", "po", "ra", "sti", "tu", "va", "zo")
PHRASES = 2000

Texts = npt.NDArray[np.object_]


def table(n: int, seed: int = SEED) -> pa.Table:
    """A list of `n` films: title, year, genres (one to three), director, country, length, rating, description."""
    chance = np.random.default_rng(seed)
    return pa.table(
        {
            "title": _titles(chance, n),
            "year": _years(chance, n),
            "genres": _genres(chance, n),
            "director": _names(chance, DIRECTORS)[chance.integers(DIRECTORS, size=n)],
            "country": np.array(COUNTRIES, dtype=object)[chance.choice(len(COUNTRIES), n, p=_weights(len(COUNTRIES)))],
            "running_time_min": np.clip(chance.normal(98, 22, n).round(), 5, 400).astype(np.int64),
            "rating": np.clip(chance.normal(6.4, 1.2, n), 1, 10).round(1),
            "description": _descriptions(chance, n),
        }
    )


def files(n: int, seed: int = SEED, folder: Path = RESULTS) -> dict[str, Path]:
    """A list's files by format; written where they are not there yet, anew when this module has changed."""
    made_by = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    found = {name: folder / f"films-{n}-{seed}-{made_by}.{name}" for name in FORMATS}
    if not all(path.exists() for path in found.values()):
        folder.mkdir(parents=True, exist_ok=True)
        made = table(n, seed)
        for name, write in (("csv", pyarrow.csv.write_csv), ("parquet", pyarrow.parquet.write_table)):
            partial = found[name].with_suffix(".partial")
            write(made, partial)
            os.replace(partial, found[name])
    return found


def _pick(chance: np.random.Generator, texts: Sequence[str], n: int) -> Texts:
    return np.array(texts, dtype=object)[chance.integers(len(texts), size=n)]


def _weights(n: int) -> npt.NDArray[np.float32]:
    """The first the heaviest, the second half of it, the third a third."""
    weights = 1 / np.arange(1, n + 1, dtype=np.float32)
    return weights / weights.sum()


def _titles(chance: np.random.Generator, n: int) -> Texts:
    places = np.array([f" {place}" if place else "" for place in PLACES], dtype=object)
    numbers = np.array([f" {number}" for number in range(1, 1001)], dtype=object)
    numbers[:400] = ""
    heads = "The " + _pick(chance, ADJECTIVES, n) + " " + _pick(chance, NOUNS, n)
    return heads + places[chance.integers(len(places), size=n)] + numbers[chance.integers(len(numbers), size=n)]


def _years(chance: np.random.Generator, n: int) -> npt.NDArray[np.int64]:
    """Years with a long thin beginning and a peak near the end; three films or more have both ends and a late one."""
    first, last = YEARS
    years = first + np.floor((last - first + 1) * chance.beta(3.5, 1.4, n)).astype(np.int64)
    years[:1], years[1:2], years[2:3] = first, last, LATE
    return years


def _genres(chance: np.random.Generator, n: int) -> Texts:
    """One to three different genres a film, separated by "; "; the films at the head have one genre after another."""
    places = chance.random((n, len(GENRES)), dtype=np.float32)
    np.fill_diagonal(places, -1)
    first, second, third = np.array(GENRES, dtype=object)[places.argsort(axis=1)[:, :3].T]
    several = chance.integers(1, 4, size=n)
    texts = np.where(several > 1, first + "; " + second, first)
    return np.where(several > 2, texts + "; " + third, texts)


def _words(chance: np.random.Generator, n: int) -> list[str]:
    return ["".join(chance.choice(SYLLABLES, size=chance.integers(2, 4))) for _ in range(n)]


def _names(chance: np.random.Generator, n: int) -> Texts:
    surnames = [f"{word.title()} {number}" for number, word in enumerate(_words(chance, n), start=1)]
    return _pick(chance, FIRST_NAMES, n) + " " + np.array(surnames, dtype=object)


def _descriptions(chance: np.random.Generator, n: int) -> Texts:
    """Four sentences each and some of the words, about 250 characters together."""
    words = _words(chance, 500)
    sentences = [" ".join(chance.choice(words, size=9)).capitalize() + "." for _ in range(PHRASES)]
    texts = _pick(chance, sentences, n)
    for _ in range(3):
        texts = texts + " " + _pick(chance, sentences, n)
    for word in WORDS:
        having = chance.choice(n, max(1, round(WORD_SHARE * n)), replace=False)
        texts[having] = texts[having] + f" A {word}."
    return texts
