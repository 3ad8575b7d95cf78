"""Texts of a list or link as they stand in a sentence, whatever the language."""

from __future__ import annotations

import unicodedata

_DIRECTED = {"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}


def shortened(text: str, most: int = 60) -> str:
    r"""A text on one line, cut at `most` characters with an ellipsis.

    >>> shortened("one\ntwo"), shortened("abcdef", most=4)
    ('one two', 'abc…')
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def apart(text: str) -> str:
    """A text of a list or link, so that what stands after it keeps its direction.

    A text with letters or marks that run from right to left is put between Unicode's isolates; others stay.
    """
    directed = any(unicodedata.bidirectional(character) in _DIRECTED for character in text)
    return f"\u2068{text}\u2069" if directed else text
