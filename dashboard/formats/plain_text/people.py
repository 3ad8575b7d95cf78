"""What in a line is the name of a person or of a country, as far as its form tells."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

LONGEST_NAME = 60
_WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words)
    for name, words in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8")).items()
}
"""The words, each list with what it is for."""
COUNTRIES = _WORDS["countries"]
_WORD = re.compile(r"(?:[^\W\d_]['’])?[^\W\d_]+(?:[-'’‑][^\W\d_]+)*|[^\W\d_]\.(?:-?[^\W\d_]\.)*")
_SEVERAL = re.compile(r"\s*(?:,|;|/|&|\band\b|\bund\b|\bet\b|\bи\b|\bi\b|\by\b)\s*")


def is_country(text: str) -> bool:
    """Whether a text names a country, or several with a slash between them.

    >>> is_country("USSR"), is_country("West Germany/France"), is_country("Tarkovsky")
    (True, True, False)
    """
    return all(part.strip().casefold() in COUNTRIES for part in re.split(r"[/–-]|, ", text))


def is_person(text: str, fewest: int = 2) -> bool:
    """Whether a text has the form of a name, or of several.

    Args:
        text: the text.
        fewest: how many words a name has at least.

    >>> is_person("Andrei Tarkovsky"), is_person("A. Tarkovsky & J. Ford"), is_person("the Bad and the Ugly")
    (True, True, False)
    """
    text = text.strip()
    if not text or len(text) > LONGEST_NAME or is_country(text):
        return False
    return _is_name(text, fewest) or all(_is_name(part, fewest) for part in _SEVERAL.split(text))


def _is_name(text: str, fewest: int) -> bool:
    words = text.split()
    if not max(fewest, 1) <= len(words) <= 5 and not (len(words) == 1 and "-" in text):
        return False
    folded = [word.casefold().strip(".") for word in words]
    if (
        words[0].casefold() in _WORDS["begins_no_name"]
        or _WORDS["in_no_name"].intersection(folded)
        or folded[-1] in _WORDS["particles"]
    ):
        return False
    return all(
        _WORD.fullmatch(word) and (not word[0].islower() or plain in _WORDS["particles"] or word[:2] in ("d'", "d’"))
        for word, plain in zip(words, folded, strict=True)
    )
