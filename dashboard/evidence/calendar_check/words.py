"""The kinds of words that tell what a sentence says of a name, and where a text has them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dashboard.evidence.calendar_check.aliases import folded

WORDS = Path(__file__).with_name("words.csv")
"""Kinds of words.

Its columns are `kind`, `part_of` (another kind whose words they are too, or nothing), `meaning`, and `english` and
`russian`: words and phrases with `;` between them, with `*` for any ending.
"""
_WORD = re.compile(r"[^\W_]+")


class _Entry(NamedTuple):
    """A word or phrase that begins with a known word: its kinds, and what must follow that word, empty for nothing."""

    kinds: tuple[str, ...]
    further: str


class _Entries(NamedTuple):
    """All words and phrases, by their first word, and by the stem of that where it may have any ending."""

    whole: dict[str, list[_Entry]]
    stems: dict[str, list[_Entry]]


@lru_cache(maxsize=1)
def _entries() -> _Entries:
    found = _Entries(defaultdict(list), defaultdict(list))
    with WORDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kinds = tuple(filter(None, (row["kind"], row["part_of"])))
            for text in folded(f"{row['english']}; {row['russian']}").split("; "):
                first = _WORD.findall(text)[0]
                rest = text.removeprefix(first)
                by = found.stems if rest.startswith("*") else found.whole
                by[first].append(_Entry(kinds, "" if rest == "*" else rest))
    return found


@lru_cache(maxsize=4096)
def _pattern(further: str) -> re.Pattern[str]:
    """What must follow the first word of a text, or its stem."""
    written = re.escape(further).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    return re.compile(rf"{written}\b")


@lru_cache(maxsize=16_384)
def _entries_of(word: str) -> tuple[tuple[int, _Entry], ...]:
    """What may begin with a folded word, each with the characters of the word that it has for sure."""
    known = _entries()
    of_stems = ((end, entry) for end in range(1, len(word) + 1) for entry in known.stems.get(word[:end], ()))
    return (*((len(word), entry) for entry in known.whole.get(word, ())), *of_stems)


def kinds_in(text: str) -> Iterator[tuple[str, int, int]]:
    """The kinds of the words and phrases in a text, each with its place; of a kind one at each word, the longest."""
    read = folded(text)
    for word in _WORD.finditer(read):
        ends: dict[str, int] = {}
        for known, entry in _entries_of(word[0]):
            end = word.end()
            if entry.further:
                further = _pattern(entry.further).match(read, word.start() + known)
                if not further:
                    continue
                end = further.end()
            ends |= {kind: max(end, ends.get(kind, 0)) for kind in entry.kinds}
        for kind, end in ends.items():
            yield kind, word.start(), end


@lru_cache(maxsize=16_384)
def kinds_of(word: str) -> tuple[str, ...]:
    """The kinds of a word by itself."""
    return tuple(kind for kind, _, _ in kinds_in(word))
