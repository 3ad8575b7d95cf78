"""The words of a list that may be spelled in other ways, and which of them are other spellings of a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.model.text_column import TYPE
from dashboard.query.search.spelling import (
    LONGEST,
    ROMANISED,
    SIGNS,
    WORD,
    is_cyrillic,
    is_other_spelling,
    may_be_romanised,
    pattern_of,
)

SHORTEST = 2
"""Letters of a word that has other spellings."""
MOST = 100
"""Other spellings of one word."""
_BETWEEN_WORDS = rf"[^\p{{Latin}}\p{{Cyrillic}}\p{{Mn}}{SIGNS}]+"
_CYRILLIC, _CAPITAL = r"^\p{Cyrillic}", r"^\p{Lu}"


class Words(NamedTuple):
    """Different words of a list, in small letters, each in one of three columns.

    Attributes:
        cyrillic: those that begin with a Cyrillic letter.
        romanised: Latin ones that are plainly romanised.
        latin: all others.
    """

    cyrillic: pd.Series[str]
    romanised: pd.Series[str]
    latin: pd.Series[str]


def different_words(texts: pd.Series[str], look: str) -> pa.Array:
    """The different words of some texts, in small letters; of long texts, those that begin with a capital one."""
    given = pa.chunked_array(pa.array(texts)).combine_chunks()
    between_blanks = pc.ascii_split_whitespace(given).flatten().unique()
    words = pc.split_pattern_regex(between_blanks, _BETWEEN_WORDS).flatten().unique()
    if look == "long text":
        words = words.filter(pc.match_substring_regex(words, _CAPITAL))
    words = pc.utf8_trim(pc.utf8_lower(words), SIGNS)
    sizes = pc.utf8_length(words)
    return words.filter(pc.and_(pc.greater_equal(sizes, SHORTEST), pc.less_equal(sizes, LONGEST))).unique()


def joined_words(parts: Iterable[pa.Array]) -> Words:
    """The words of several parts of a list."""
    words = pa.chunked_array([*parts], TYPE).unique()
    cyrillic = pc.match_substring_regex(words, _CYRILLIC)
    latin = words.filter(pc.invert(cyrillic))
    romanised = pc.match_substring_regex(latin, ROMANISED.pattern)
    columns = (words.filter(cyrillic), latin.filter(romanised), latin.filter(pc.invert(romanised)))
    return Words(*(pd.Series(column, dtype="str") for column in columns))


def parts_of(word: str) -> tuple[str, ...]:
    """The words that a word of a search is made of, such as those between hyphens."""
    return tuple(match[0].rstrip(SIGNS) for match in WORD.finditer(word))


def other_spellings(words: Words, word: str) -> tuple[str, ...]:
    """Those of some words that are other spellings of one, or begin with one; the word itself may be among them."""
    pattern = pattern_of(word)
    columns = _worth_a_look(words, word) if pattern else ()
    near = (pa.chunked_array(pa.array(column)) for column in columns)
    alike = (each for column in near for each in column.filter(pc.match_substring_regex(column, pattern)).to_pylist())
    return tuple(_first(each for each in alike if is_other_spelling(word, each)))


def _worth_a_look(words: Words, word: str) -> tuple[pd.Series[str], ...]:
    return words if is_cyrillic(word) or may_be_romanised(word) else (words.cyrillic, words.romanised)


def _first(found: Iterable[str]) -> Iterator[str]:
    return (each for each, _ in zip(found, range(MOST), strict=False))
