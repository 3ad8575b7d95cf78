"""A text cut where its language changes and where a search is found in it."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from dashboard.query.search.matching import marked

AROUND_A_MATCH = 45
"""Characters shown on either side of a match."""
_RUSSIAN = re.compile("[А-ЯЁа-яё](?:[А-ЯЁа-яё\u0301 –—,.:«»…!?-]*[А-ЯЁа-яё\u0301])?")
_OTHER_CYRILLIC = re.compile("[\u0400\u0402-\u040f\u0450\u0452-\u052f]")


class Run(NamedTuple):
    """A part of a text in one language: "ru", or empty where nothing tells it."""

    text: str
    language: str = ""


class Piece(NamedTuple):
    """A part of a text that a search has found, or one between two of them."""

    runs: tuple[Run, ...]
    is_match: bool = False


def has_russian(text: str) -> bool:
    """Whether a text has Russian letters, and no Cyrillic ones that Russian lacks.

    >>> [has_russian(text) for text in ("Солярис (1972)", "Solaris", "Київ")]
    [True, False, False]
    """
    return bool(_RUSSIAN.search(text)) and not _OTHER_CYRILLIC.search(text)


def runs(text: str, whole: str = "") -> tuple[Run, ...]:
    """A text cut into what is written in Russian letters and what is not; `whole` is the text it is a part of.

    A text with a Cyrillic letter that Russian lacks is in another language, and none of it is Russian.

    >>> [tuple(run) for run in runs("Solaris (Солярис, 1972)")], [tuple(run) for run in runs("Ки", "Київ")]
    ([('Solaris (', ''), ('Солярис', 'ru'), (', 1972)', '')], [('Ки', '')])
    """
    if not has_russian(whole or text):
        return (Run(text),)
    found: list[Run] = []
    end = 0
    for match in _RUSSIAN.finditer(text):
        found += [Run(text[end : match.start()]), Run(match[0], "ru")]
        end = match.end()
    return tuple(run for run in (*found, Run(text[end:])) if run.text)


def pieces(text: str, words: tuple[str, ...] = ()) -> tuple[Piece, ...]:
    """A text cut at the matches of a search's words."""
    cut = marked(text, words) if words else [(text, False)]
    return tuple(Piece(runs(part, text), is_match) for part, is_match in cut)


def part(text: str, found: list[bool], start: int, end: int) -> tuple[Piece, ...]:
    """A part of a text, cut where a search is found as `search.matching.hits` says it."""
    cut = groupby(range(start, end), key=lambda at: found[at])
    places = [(list(run), is_match) for is_match, run in cut]
    return tuple(Piece(runs(text[run[0] : run[-1] + 1], text), is_match) for run, is_match in places)


def around(text: str, words: tuple[str, ...]) -> tuple[Piece, ...]:
    """The first match in a text with some of the text before and after it; all of the text if nothing matches."""
    line = " ".join(text.split())
    cut = marked(line, words)
    at = next((at for at, (_, is_match) in enumerate(cut) if is_match), None)
    if at is None:
        return pieces(text)
    before = "".join(piece for piece, _ in cut[:at])
    after = "".join(piece for piece, _ in cut[at + 1 :])
    head = before if len(before) <= AROUND_A_MATCH else "…" + before[-AROUND_A_MATCH:].partition(" ")[2]
    tail = after if len(after) <= AROUND_A_MATCH else after[:AROUND_A_MATCH].rpartition(" ")[0] + " …"
    shown = [(head, False), (cut[at][0], True), *marked(tail, words)]
    return tuple(Piece(runs(piece, line), is_match) for piece, is_match in shown if piece)
