"""How much each sign around a name tells, by weights that were learned from made-up sentences.

`tools/calendar_weights.py` writes the weights. A positive one speaks for a notice.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from dashboard.evidence.calendar_check.aliases import is_russian, stem

WEIGHTS = Path(__file__).with_name("weights.csv")
"""Learned weights: `sign`, and how much it tells of a name (`mention`) and of words for an origin (`origin`)."""
Use = Literal["mention", "origin"]
USES: tuple[Use, ...] = get_args(Use)
"""What is weighed."""
ALWAYS = "always"
"""The sign that every name has."""
NOTICED = 0.75
"""The least weight of a notice."""
SURE: dict[Use, float] = {"mention": 2.8, "origin": 1.4}
"""The least weight of one that is clear. All three were chosen on writers whom the weights had not seen."""

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


@lru_cache(maxsize=1)
def weights() -> dict[Use, dict[str, float]]:
    """For each use the weight of each sign."""
    with WEIGHTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {use: {row["sign"]: float(row[use]) for row in rows if row[use]} for use in USES}


def weigh(signs: Iterable[str], known: dict[str, float]) -> float:
    """How much some signs speak for a notice by some weights, in the logarithm of its odds."""
    return sum(known.get(sign, 0.0) for sign in (ALWAYS, *signs))


def telling(signs: dict[str, str], count: int = 2) -> tuple[str, ...]:
    """The words of a sentence that speak most for a notice, most telling first, each once; none as short as "of"."""
    known = weights()["mention"]
    told: dict[str, float] = {}
    for sign, words in signs.items():
        if len(words) > SHORT and (weight := known.get(sign, 0.0)) > 0:
            told[words] = told.get(words, 0.0) + weight
    return tuple(sorted(told, key=lambda words: -told[words])[:count])
