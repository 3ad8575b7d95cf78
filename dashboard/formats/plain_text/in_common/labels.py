"""Labels that stand within a line, beside each other or behind something else: "DVD. Year: 1972, country: USSR"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.model.column_names import column_of

LONGEST_LINE = 500
FEWEST = 2
"""Lines that have the same label."""

_PART = re.compile(
    r"(?P<sign>\s*[,;|·•]\s+|\.\s+|\s{2,}|\s+[–—/]\s+|^)(?P<text>.+?)(?=\s*[,;|·•]\s|\.\s|\s{2,}|\s+[–—/]\s|$)"
)
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:：,;|]{0,30}?)\s*[:：]\s*(?P<value>\S.*)")
_NUMERIC = frozenset({"rating", "running_time_min", "year", "release_date", "imdb_id", "tmdb_id", "kinopoisk_id"})
"""Columns whose cells have a digit, so that "Score: A Musical" does not fill one."""


@dataclass(frozen=True)
class Labels:
    """What a line says in labels.

    Attributes:
        fields: the labels, each with what stands behind it; never empty.
        beside: what stands before them, and behind the number that one of them gives.
    """

    fields: tuple[tuple[str, str], ...]
    beside: str = ""


def fits(column: str | None, value: str) -> bool:
    """Whether a column can have a cell, if there is such a column.

    >>> fits("year", "1972"), fits("rating", "A Musical"), fits(None, "1972")
    (True, False, False)
    """
    return column is not None and (column not in _NUMERIC or not value or any(letter.isdigit() for letter in value))


def labels_of(texts: Sequence[str]) -> list[Labels | None]:
    """For each text its labels, if it has one of the schema behind another part; None for another text.

    A label of which the schema knows nothing is one if another text has it too.

    >>> texts = ["DVD. Year: 1972, Shelf: 4", "VHS. Year: 1979, Shelf: 5", "Solaris"]
    >>> labels_of(texts)[0], labels_of(texts)[2]
    (Labels(fields=(('Year', '1972'), ('Shelf', '4')), beside='DVD'), None)
    """
    parts = [[*_parts(text)] if len(text) <= LONGEST_LINE else [] for text in texts]
    often = Counter(label["label"].casefold() for each in parts for _, _, label in each if label)
    return [_labels(each, often) for each in parts]


def _parts(text: str) -> Iterator[tuple[str, str, re.Match[str] | None]]:
    """The parts of a text, each with the sign before it, and with its label if it has one."""
    for part in _PART.finditer(text):
        yield part["sign"], part["text"], _LABEL.fullmatch(part["text"])


def _labels(parts: Sequence[tuple[str, str, re.Match[str] | None]], often: Counter[str]) -> Labels | None:
    beside, fields, is_known = "", list[tuple[str, str]](), False
    for sign, text, label in parts:
        column = column_of(label["label"]) if label else None
        is_one = label is not None and (fields or fits(column, label["value"]))
        if label and is_one and often[label["label"].casefold()] >= FEWEST:
            fields.append((label["label"], label["value"]))
            is_known = is_known or column is not None
        elif fields and column_of(fields[-1][0]) not in _NUMERIC:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]}{sign}{text}")
        else:
            beside = f"{beside}{sign}{text}"
    is_divided = len(fields) > 1 or (bool(fields) and bool(beside))
    return Labels(tuple(fields), beside.lstrip(" ,;|·•.")) if is_known and is_divided else None
