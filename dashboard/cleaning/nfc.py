"""Texts in one of Unicode's forms of the same letters, without the work that a hostile text can make of it."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache

JOINER = "\u034f"
"""The combining grapheme joiner, which cannot be seen."""
LONGEST_RUN = 30
"""Marks that can follow one another; languages need less than ten."""
SHORT = 1_000
"""Characters of a text that is quick to compose whatever it holds."""


@cache
def _run() -> re.Pattern[str]:
    """As many marks as can follow one another."""
    marks = {code for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code))}
    starts = sorted(code for code in marks if code - 1 not in marks)
    ends = sorted(code for code in marks if code + 1 not in marks)
    ranges = "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(starts, ends, strict=True))
    return re.compile(f"[{ranges}]{{{LONGEST_RUN}}}")


def composed(text: str) -> str:
    r"""A text in Unicode's normal form C; in a long one a joiner stands after each `LONGEST_RUN` marks in a row.

    Composing sorts the marks after a letter, which takes quadratic time; so a run of them is broken first.
    Source: UAX #15, Stream-Safe Text Format.

    >>> composed("Соляри\u0301с") == "Соляри\u0301с", len(composed("e" + "\u0316" * 3000))
    (True, 3101)
    """
    if len(text) > SHORT and not text.isascii():
        text = _run().sub(lambda run: run[0] + JOINER, text)
    return unicodedata.normalize("NFC", text)
