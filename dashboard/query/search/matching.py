"""Search: every word must be found somewhere in what the schema calls searchable."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from itertools import groupby, islice

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]
from rapidfuzz import fuzz, process

from dashboard.cleaning.nfc import composed
from dashboard.model.kinds import Column
from dashboard.query.cache import cached
from dashboard.query.index import Index, Mask
from dashboard.query.search.fold import fold, fold_with_places
from dashboard.query.search.folded import searched

LONGEST_SEARCH = 200
LONGEST_READ = 10 * LONGEST_SEARCH
"""Characters of what is sent as a search, or as another text of one line, that are looked at."""
LONG = 20_000
"""Films of a long list."""
MOST_WORDS_COMPARED = 20_000
MOST_UNKNOWN = 3
"""Words of a search that stand nowhere and are compared; one that has more is not nearly right."""
ALIKE = 70
"""Percent from which on two words are near one another."""
_AT_THE_ENDS = ".,;:!?()[]«»“”\"'’"


def clean_search(text: str, most: int = LONGEST_READ) -> str:
    """A search without control characters and blanks at its ends, cut at `most` characters."""
    read = (c if unicodedata.category(c)[0] != "C" or c == "\u200d" else " " for c in text[:LONGEST_READ])
    return " ".join("".join(read).split())[:most].rstrip()


def words_of(search: str) -> tuple[str, ...]:
    """The words of a search, folded, each once, without punctuation at their ends.

    >>> words_of("Mars,  mars (Звёзды)"), words_of(" ... ")
    (('mars', 'звезды'), ('...',))
    """
    folded = (fold(word) for word in search.split())
    return tuple(dict.fromkeys(word.strip(_AT_THE_ENDS) or word for word in folded))


def found(index: Index, search: str) -> Mask:
    """Which films hold every word of a search; all of them if it has no words."""
    words, find, films = words_of(search), _finder(index), np.ones(len(index), dtype=np.bool_)
    for word in words:
        if films.any() and not any(word in other for other in words if other != word):
            films &= find(word)
    return films


@cached(1)
def _finder(index: Index) -> Callable[[str], Mask]:
    """A function that finds the films with a word: by pandas, or by Polars, ten times as fast, which leaves 40 MB."""
    folded = index.folded
    if len(folded) < LONG or not index.stays:
        return lambda word: folded.str.contains(word, regex=False).to_numpy(dtype=np.bool_)
    import polars

    lines = polars.Series(pa.chunked_array(pa.array(folded)))
    return lambda word: lines.str.contains(word, literal=True).to_numpy()


def found_in(index: Index, row: int, search: str) -> tuple[Column, ...]:
    """The columns of one film that hold a word of a search, in the list's order."""
    words = words_of(search)
    return tuple(
        column
        for column in index.searchable
        if (text := searched(index.text(column, row))) and any(word in text for word in words)
    )


def hits(text: str, words: tuple[str, ...]) -> list[bool]:
    """For each character of a text in Unicode's normal form C, whether it is part of a match."""
    folded, places = fold_with_places(text)
    hit = [False] * len(text)
    for word in words:
        start = folded.find(word) if word else -1
        while start >= 0:
            for place in places[start : start + len(word)]:
                hit[place] = True
            start = folded.find(word, start + 1)
    for place in range(1, len(text)):
        if hit[place - 1] and not fold(text[place]):
            hit[place] = True
    return hit


def marked(text: str, words: tuple[str, ...]) -> list[tuple[str, bool]]:
    """A text cut into pieces, each with whether it is a match; together they are the text.

    Matches that overlap or touch are one piece. `text` comes back in Unicode's normal form C.

    >>> marked("A rescue on Mars", ("mars", "rescue"))
    [('A ', False), ('rescue', True), (' on ', False), ('Mars', True)]
    """
    text = composed(text)
    pairs = zip(text, hits(text, words), strict=True)
    return [("".join(c for c, _ in run), hit) for hit, run in groupby(pairs, key=lambda pair: pair[1])]


def nearest(index: Index, search: str) -> str | None:
    """The search with each word that stands nowhere in the list replaced by the nearest word that does.

    None if every word stands somewhere, if more than `MOST_UNKNOWN` do not, or if one has no near neighbour.
    """
    words = words_of(search)
    unknown = tuple(islice((word for word in words if not found(index, word).any()), MOST_UNKNOWN + 1))
    near = {word: _near(index, word) for word in unknown[:MOST_UNKNOWN]}
    if not unknown or len(unknown) > MOST_UNKNOWN or None in near.values():
        return None
    return " ".join(near.get(word) or word for word in words)


def _near(index: Index, word: str) -> str | None:
    known = islice(index.vocabulary, MOST_WORDS_COMPARED)
    best = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return index.vocabulary[best[0]] if best else None
