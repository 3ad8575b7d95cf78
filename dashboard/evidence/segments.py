"""Marking statements where they stand in a text. A pure function of text and statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Segment:
    """A piece of a text that the same statements cover from its first to its last character.

    Attributes:
        start: where it begins in the text.
        end: where it ends, exclusive.
        covered: the positions, in the sequence given, of the statements it is part of; empty for plain text.
        ends: those of them whose words end with this piece.
    """

    start: int
    end: int
    covered: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def places(text: str, quotes: Sequence[str]) -> list[tuple[int, int] | None]:
    """Where each quote stands in a text, as start and end; None for one that does not.

    A quote that stands several times is taken where it stands first; one that is given several times takes one
    place after the other, and the last place again when there are no more.
    """
    found: list[tuple[int, int] | None] = []
    next_from: dict[str, int] = {}
    for quote in quotes:
        at = text.find(quote, next_from.get(quote, 0)) if quote else -1
        if at < 0 and quote:
            at = text.rfind(quote)
        found.append((at, at + len(quote)) if at >= 0 else None)
        next_from[quote] = at + len(quote) if at >= 0 else 0
    return found


def segments(text: str, quotes: Sequence[str]) -> list[Segment]:
    """A text cut where statements begin and end; together the segments are the text.

    Args:
        text: in Unicode's normal form C.
        quotes: the words of each statement, in the same form. They may overlap, touch, repeat, or not stand in
            the text, in which case no segment names them.

    >>> [("abcdef"[s.start : s.end], s.covered, s.ends) for s in segments("abcdef", ["bcd", "de"])]
    [('a', (), ()), ('bc', (0,), ()), ('d', (0, 1), (0,)), ('e', (1,), (1,)), ('f', (), ())]
    """
    spans = places(text, quotes)
    cuts = sorted({0, len(text), *(cut for span in spans if span for cut in span)})
    pieces = []
    for start, end in pairwise(cuts):
        covered = tuple(at for at, span in enumerate(spans) if span and span[0] <= start and end <= span[1])
        pieces.append(Segment(start, end, covered, tuple(at for at in covered if _ends(spans[at], end))))
    return pieces


def _ends(span: tuple[int, int] | None, end: int) -> bool:
    return span is not None and span[1] == end
