"""What of a film's texts a statement can be about: their sentences, and the words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dashboard.evidence.calendar_check.aliases import CLOSES, OPENS, quoted
from dashboard.evidence.calendar_check.mentions import sentences
from dashboard.evidence.segments import places

_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff"
"""Letters of languages that put no blanks between words: each stands as a word."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_AROUND = " .,;:!?…()[]—–-\"'“”„«»‘’"
"""What stands around a word and is no part of it."""


class Span(NamedTuple):
    """Words of a film's text: its column, and where they begin and end in it, exclusive."""

    field: str
    start: int
    end: int

    def of(self, texts: Mapping[str, str]) -> str:
        """The words themselves."""
        return texts[self.field][self.start : self.end]


def sentences_of(texts: Mapping[str, str]) -> tuple[Span, ...]:
    """The sentences of a film's texts, column by column, without blanks around them. A line that ends, ends one."""
    return tuple(span for field, text in texts.items() for span in _sentences(field, text))


def _sentences(field: str, text: str) -> Iterator[Span]:
    for start, sentence in sentences(text):
        for line in re.finditer(r"[^\r\n]+", sentence):
            if words := line[0].strip():
                begins = start + line.start() + line[0].index(words)
                yield Span(field, begins, begins + len(words))


def words_of(text: str) -> tuple[tuple[int, int], ...]:
    """Where each word of a sentence begins and ends, with the signs that touch it.

    >>> text = "Shot in Omsk."
    >>> [text[start:end] for start, end in words_of(text)]
    ['Shot', 'in', 'Omsk.']
    """
    return tuple(found.span() for found in _WORD.finditer(text))


def part_of(text: str, sentence: Span, first: int, last: int) -> Span:
    """The words of a sentence from one to another, counted from 0, both inclusive; all of them are the sentence.

    Signs around the words are left out, but a quotation mark that one among them needs.
    """
    words = words_of(text[sentence.start : sentence.end])
    if not first and last == len(words) - 1:
        return sentence
    start, end = (sentence.start + place for place in (words[first][0], words[last][1]))
    bare = text[start:end].strip(_AROUND)
    if not bare:
        return Span(sentence.field, start, end)
    start += text[start:end].index(bare)
    end = start + len(bare)
    opens, closes = text[start - 1 : start] in tuple(OPENS), text[end : end + 1] in tuple(CLOSES)
    start -= bool(opens and re.search(f"^[^{OPENS}]*[{CLOSES}]", bare))
    return Span(sentence.field, start, start + len(quoted(text, start, end) if closes else text[start:end]))


def is_marked_there(text: str, span: Span, quotes: Sequence[str]) -> bool:
    """Whether a card would mark a new statement where its words were chosen.

    Words that stand in a text more than once are marked where they come first, or behind those already marked.

    Args:
        text: of the column.
        span: the words chosen.
        quotes: those of the statements that the column has.
    """
    words = text[span.start : span.end]
    same = [quote for quote in quotes if quote == words]
    return places(text, [*same, words])[-1] == (span.start, span.end)


def overlapping(text: str, span: Span, quotes: Sequence[str]) -> tuple[int, ...]:
    """The positions of the quotes that share some of the words chosen, but not just these."""
    there = enumerate(places(text, quotes))
    mine = (span.start, span.end)
    return tuple(at for at, place in there if place and place != mine and place[0] < mine[1] and mine[0] < place[1])
