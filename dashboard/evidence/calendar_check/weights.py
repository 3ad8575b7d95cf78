"""How much each sign around a name tells: kinds of words, and weights that were learned from made-up sentences.

`tools/calendar_weights.py` writes the weights. A positive one speaks for a notice.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from dashboard.evidence.calendar_check.aliases import is_russian, stem

WORDS = Path(__file__).with_name("words.csv")
"""Kinds of words: `kind`, `meaning`, and `english` and `russian` words with `;` between them, `*` for any ending."""
WEIGHTS = Path(__file__).with_name("weights.csv")
"""Learned weights: `sign`, `weight`."""
ALWAYS = "always"
"""The sign that every name has."""
NOTICED, SURE = 0.3, 2.8
"""The least weight of a notice, and of one that is clear. Both were chosen on writers whom the weights had not seen."""

SHORT = 3
"""Letters of a word that says nothing by itself."""

_ENDINGS = (("'s", ""), ("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""))


@lru_cache(maxsize=4096)
def root(word: str) -> str:
    """A word without its ending, roughly, so that its forms are one sign; a year is `year`, another number `number`."""
    word = word.lower().replace("ё", "е").replace("’", "'")
    if word.isdigit():
        return "year" if re.fullmatch(r"1[89]\d\d|2\d\d\d", word) else "number"
    if is_russian(word):
        return stem(word)[:6]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word.removesuffix(ending) + instead
    return word


class Kind(NamedTuple):
    """A kind of words: its name, and patterns of its words and of its phrases."""

    name: str
    words: re.Pattern[str]
    phrases: re.Pattern[str]


@lru_cache(maxsize=1)
def word_kinds() -> tuple[Kind, ...]:
    """All kinds of words."""
    return tuple(
        Kind(row["kind"], _any_of(each for each in words if " " not in each), _any_of(w for w in words if " " in w))
        for row in _rows(WORDS)
        for words in [f"{row['english']}; {row['russian']}".split("; ")]
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    written = "|".join(
        re.escape(word).replace(r"\*", r"\w*").replace("ё", "[её]").replace("'", "['’]") for word in words
    )
    return re.compile(rf"\b(?:{written})\b" if written else r"(?!)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def kinds_in(run: str) -> tuple[tuple[str, int, int], ...]:
    """The kinds of the words in a run of letters and hyphens, each with its place."""
    return tuple((kind.name, *match.span()) for kind in word_kinds() for match in kind.words.finditer(run))


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """The weight of each sign."""
    return {row["sign"]: float(row["weight"]) for row in _rows(WEIGHTS)}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def weigh(signs: Iterable[str], known: dict[str, float] | None = None) -> float:
    """How much some signs speak for a notice, in the logarithm of its odds, by the learned weights or by others."""
    known = weights() if known is None else known
    return sum(known.get(sign, 0.0) for sign in (ALWAYS, *signs))


def telling(signs: dict[str, str], count: int = 2) -> tuple[str, ...]:
    """The words of a sentence that speak most for a notice, most telling first, each once; none as short as "of"."""
    known = weights()
    told: dict[str, float] = {}
    for sign, words in signs.items():
        if len(words) > SHORT and (weight := known.get(sign, 0.0)) > 0:
            told[words] = told.get(words, 0.0) + weight
    return tuple(sorted(told, key=lambda words: -told[words])[:count])
