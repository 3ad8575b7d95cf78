"""Which films a search finds, as it is written or by other spellings; and where in them it is found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce
from itertools import chain, groupby
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.cleaning.nfc import composed
from dashboard.model.kinds import Column
from dashboard.query.cache import cached
from dashboard.query.facets import between
from dashboard.query.index import Index, Mask
from dashboard.query.search.card_texts import Lines, texts_in
from dashboard.query.search.fold import fold, fold_with_places, latin
from dashboard.query.search.folded import searched
from dashboard.query.search.grammar import Term, read_search
from dashboard.query.search.words import other_spellings, parts_of

LONG = 20_000
"""Films of a long list."""
FEW = 4
"""Texts that Polars looks for faster one by one."""
SHORT = 6
"""Letters of a word that is looked for in other spellings as a whole; a shorter one may be part of any."""
MOST_FOUND = 400
"""Films of which what a search is found in is kept at hand."""
_SITES = ("", "https://", "http://", "https://www.", "http://www.")
"""What an address may have before what is typed of it."""


class Matched(NamedTuple):
    """Which films a search finds: all of them, those that have it as it is written, and those whose list has it so."""

    films: Mask
    exactly: Mask
    in_list: Mask


class WholeWord(str):
    """A word that is found in a text only where it stands as a word."""

    __slots__ = ()


@cached(8)
def terms_of(index: Index, search: str) -> tuple[Term, ...]:
    """What a search of a list asks for."""
    return read_search(search, index.named)


def found(index: Index, search: str) -> Mask:
    """Which films hold all that a search asks for, in any spelling; all of them if it asks for nothing."""
    return matched(index, search).films


@cached(8)
def matched(index: Index, search: str) -> Matched:
    """Which films a search finds, and which of them as it is written."""
    terms = terms_of(index, search)
    films, exactly, in_list = (np.ones(len(index), dtype=np.bool_) for _ in range(3))
    for term in terms:
        if films.any() and not _is_said(term, terms):
            here = _matched(index, term)
            here = Matched(*3 * (~here.films,)) if term.is_without else here
            films &= here.films
            exactly &= here.exactly
            in_list &= here.in_list
    return Matched(films, films & exactly, films & in_list)


def _is_said(term: Term, terms: tuple[Term, ...]) -> bool:
    """Whether another term asks for the same and more, as "mars" does beside "marsupial"."""
    plain = not (term.column or term.is_without) and term.text
    return bool(plain) and any(
        term.text in other.text and not (other.column or other.is_without) for other in terms if other.text != term.text
    )


def _matched(index: Index, term: Term) -> Matched:
    if not term.text:
        return Matched(*3 * (_between(index, term),))
    column = index.asked[term.column] if term.column else None
    if column and not column.searchable:
        return Matched(*3 * (_in_column(index, term, column),))
    in_list = _lines(index).with_any((term.text,))
    exactly = in_list | _on_cards(index, _card_lines(index).with_any((term.text,)), index.on_cards.folded)
    films = exactly | _otherwise(index, term)
    if column:
        return _of_column(index, term, column, films)
    in_list |= _whole(index, term)
    exactly |= in_list | _at_source(index, term)
    return Matched(films | exactly, exactly, in_list)


def _of_column(index: Index, term: Term, column: Column, films: Mask) -> Matched:
    """Of films that hold a term somewhere, those that do so in a column."""
    rows = np.flatnonzero(films)
    lines = index.folded_of(column, rows)
    exactly = _texts_with(lines, term.text)
    otherwise = [_with_words(lines, words) for words in _ways(index, term)]
    both = exactly | np.all(otherwise, axis=0) if otherwise else exactly
    found_so = _mask(index, rows[exactly])
    return Matched(_mask(index, rows[both]), found_so, found_so)


def _mask(index: Index, rows: npt.NDArray[np.int64]) -> Mask:
    mask = np.zeros(len(index), dtype=np.bool_)
    mask[rows] = True
    return mask


def _otherwise(index: Index, term: Term) -> Mask:
    """Which films hold other spellings of a word."""
    films = np.ones(len(index), dtype=np.bool_)
    ways = _ways(index, term)
    for words in ways:
        on_cards = _on_cards(index, _card_lines(index).with_words(words), index.on_cards.folded)
        films &= _lines(index).with_words(words) | on_cards
    return films if ways else ~films


def _on_cards(index: Index, found: Mask, lines: Lines) -> Mask:
    """Which films have on their cards those lines of which it is known that they are found."""
    films = np.zeros(len(index), dtype=np.bool_)
    films[index.on_cards.rows] = found[lines.which]
    return films


def _ways(index: Index, term: Term) -> tuple[tuple[str, ...], ...]:
    """For each part of a word how else the list spells it, or as it is; empty if it spells none in another way."""
    parts = _parts(term)
    ways = tuple(spelled(index, part) for part in parts)
    if len(parts) < 2 or not any(ways):
        return tuple(filter(None, ways))
    return tuple((fold(part), *way) for part, way in zip(parts, ways, strict=True))


def _parts(term: Term) -> tuple[str, ...]:
    """The words of a term that may be spelled otherwise."""
    return () if term.is_phrase or any(map(str.isdigit, term.text)) else parts_of(term.accented)


@cached(64)
def spelled(index: Index, word: str) -> tuple[str, ...]:
    """Other spellings of a word in a list, folded; none that has the word in it."""
    folded = dict.fromkeys(map(fold, other_spellings(index.words, word)))
    itself = fold(word)
    others = [each for each in folded if itself not in each and itself not in latin(each)]
    long = [each for each in others if len(each) >= SHORT]
    return tuple(each for each in others if not any(part in each for part in long if part != each))


def _with_words(lines: pa.Array, words: tuple[str, ...]) -> Mask:
    """Which texts have one of some words, short ones as a whole."""
    return _truths(pc.match_substring_regex(lines, _as_words(words)))


def _as_words(words: tuple[str, ...]) -> str:
    """What a text matches that has one of some words, short ones as a whole, for Arrow and Polars."""
    whole, parts = (
        [re.escape(word) for word in words if (len(word) < SHORT) == is_short] for is_short in (True, False)
    )
    return "|".join([rf"(?:^|[^\p{{L}}\p{{N}}])(?:{'|'.join(whole)})(?:$|[^\p{{L}}\p{{N}}])", *parts])


def _texts_with(lines: pa.Array, text: str) -> Mask:
    return _truths(pc.match_substring(lines, text))


def _truths(found: pa.Array) -> Mask:
    truths: Mask = found.to_numpy(zero_copy_only=False).astype(np.bool_)
    return truths


def _between(index: Index, term: Term) -> Mask:
    """Which films have a number within limits; one that is not known is not."""
    column = index.columns[term.column]
    numbers = index.years if column.name == "year" else column.kind.numbers(index.frame[column.name])
    return between(numbers, term.limits)


def _in_column(index: Index, term: Term, column: Column) -> Mask:
    """Which films have a term in a column in which no words are searched."""
    if column.kind.look == "identifier":
        return _cells(index, column, term.text)
    rows = np.arange(len(index))
    return _texts_with(index.folded_of(column, rows), term.text)


def _whole(index: Index, term: Term) -> Mask:
    """Which films have a cell that is a word as a whole: a year, a number of a film site, an address or its site."""
    films = np.zeros(len(index), dtype=np.bool_)
    if term.is_phrase:
        return films
    if len(term.text) == 4 and term.text.isdecimal():
        films |= index.years == int(term.text)
    for column in index.whole:
        if column.name == "id":
            films[[index.position[term.text]] if term.text in index.position else []] = True
        elif column.kind.look == "identifier" and any(map(str.isdigit, term.text)):
            films |= _cells(index, column, term.text)
        elif column.kind.look == "address" and "." in term.text:
            films |= _at_address(index, column, term.text)
    return films


def _at_source(index: Index, term: Term) -> Mask:
    """Which films name a source at an address that is a word as a whole, or on its site."""
    if term.is_phrase or "." not in term.text:
        return np.zeros(len(index), dtype=np.bool_)
    lines = index.on_cards.addresses
    found = (_texts_with(lines.texts, f"\n{site}{term.text}") for site in _SITES)
    return _on_cards(index, reduce(np.logical_or, found), lines)


def _cells(index: Index, column: Column, text: str) -> Mask:
    """Which cells of a column are a text, in small or capital letters."""
    cells = pa.chunked_array(pa.array(index.frame[column.name])).combine_chunks()
    found = (pc.equal(cells, each) for each in dict.fromkeys((text, text.upper())))
    return _truths(pc.fill_null(reduce(pc.or_, found), False))


def _at_address(index: Index, column: Column, text: str) -> Mask:
    cells = pa.chunked_array(pa.array(index.frame[column.name])).combine_chunks()
    begun = (pc.starts_with(cells, site + text, ignore_case=True) for site in _SITES)
    return _truths(pc.fill_null(reduce(pc.or_, begun), False))


class _Lines:
    """What is searched of each film, by Arrow."""

    def __init__(self, lines: pa.Array) -> None:
        self._lines = pa.chunked_array(lines)

    def with_any(self, texts: tuple[str, ...]) -> Mask:
        """Which films have one of some texts."""
        films: Mask = np.any([_texts_with(self._lines, text) for text in texts], axis=0)
        return films

    def with_words(self, words: tuple[str, ...]) -> Mask:
        """Which films have one of some words, short ones as a whole."""
        films = self.with_any(words)
        if min(map(len, words)) < SHORT:
            films[films] = _with_words(self._lines.filter(pa.array(films)), words)
        return films


class _ManyLines(_Lines):
    """The same by Polars, which is faster and leaves 40 MB in the process."""

    def __init__(self, lines: pa.Array) -> None:
        import polars

        super().__init__(lines)
        self._texts = polars.Series("text", self._lines)
        self._text, self._mask = polars.col("text"), polars.Series

    def with_any(self, texts: tuple[str, ...]) -> Mask:
        if len(texts) > FEW:
            return self._are(self._texts, self._text.str.contains_any([*texts]))
        each = (self._are(self._texts, self._text.str.contains(text, literal=True)) for text in texts)
        return reduce(np.logical_or, each)

    def with_words(self, words: tuple[str, ...]) -> Mask:
        films = self.with_any(words)
        if min(map(len, words)) < SHORT:
            films[films] = self._are(self._texts.filter(self._mask(films)), self._text.str.contains(_as_words(words)))
        return films

    @staticmethod
    def _are(texts: Any, truth: Any) -> Mask:
        return np.array(texts.to_frame().select(truth).to_series(), dtype=np.bool_)


@cached(1)
def _lines(index: Index) -> _Lines:
    lines = pa.array(index.folded)
    return _ManyLines(lines) if len(index) >= LONG and index.stays else _Lines(lines)


@cached(1)
def _card_lines(index: Index) -> _Lines:
    return _Lines(index.on_cards.folded.texts)


@cached(MOST_FOUND)
def found_in(index: Index, row: int, search: str) -> tuple[Column, ...]:
    """What of one film holds a word of a search: columns in the list's order, then parts of its card."""
    asked = [term for term in terms_of(index, search) if not term.is_without]
    return tuple(column for column in index.asked.values() if any(_is_in(index, row, column, term) for term in asked))


def first_found_in(index: Index, row: int, search: str) -> tuple[Column, ...]:
    """The same, but parts of its card only where the film is not found as written by the list's cells alone."""
    every = found_in(index, row, search)
    return tuple(each for each in every if each.name in index.columns) if matched(index, search).in_list[row] else every


def text_found(index: Index, row: int, part: Column, search: str, code: str) -> str:
    """Of a part of a film's card the first text in which a search is found: as a page in a language has it, or else."""
    texts, words = [*texts_in(index.on_cards.of(part, row), code)], marks(index, search, part)
    marked_in = (text for text in texts if any(hits(composed(text), words)))
    found_so = (text for text in texts if any(word in searched(text) for word in words))
    return next(chain(marked_in, found_so, texts))


def _is_in(index: Index, row: int, column: Column, term: Term) -> bool:
    if not term.text or term.column not in ("", column.name):
        return False
    text = index.searched(column, row)
    if column.searchable:
        return term.text in text or any(True for word in _others(index, term) for _ in _starts(text, word))
    if term.column or column.kind.look == "address":
        starts = (line.startswith(site + term.text) for line in text.split("\n") for site in _SITES)
        return term.text in text if term.column else any(starts)
    return column.kind.searched_whole and term.text == text


def _others(index: Index, term: Term) -> tuple[str, ...]:
    """How a list spells the parts of a word otherwise, folded."""
    words = (word for part in _parts(term) for word in spelled(index, part))
    return tuple(WholeWord(word) if len(word) < SHORT else word for word in words)


def marks(index: Index, search: str, column: Column) -> tuple[str, ...]:
    """What of a search is marked in a column: its words, and how the list spells them otherwise."""
    words: dict[str, None] = {}
    for term in terms_of(index, search):
        if term.text and not term.is_without and term.column in ("", column.name):
            if column.searchable:
                words |= dict.fromkeys((term.text, *_others(index, term)))
            elif column.kind.searched_whole or term.column:
                words |= dict.fromkeys([WholeWord(term.text)])
    return tuple(words)


def by_spelling(index: Index, row: int, search: str) -> tuple[str, ...]:
    """The words of a film, as they stand in it, by which a search finds it only in another spelling; mostly none."""
    if not (search and (result := matched(index, search)).films[row]) or result.exactly[row]:
        return ()
    others = {word for term in terms_of(index, search) if not term.is_without for word in _others(index, term)}
    columns = [column for column in found_in(index, row, search) if column.searchable]
    texts = [index.text(column, row) for column in columns if not column.translates]
    words = (word for text in texts or (index.text(column, row) for column in columns) for word in parts_of(text))
    return tuple({fold(word): word for word in words if any(other in fold(word) for other in others)}.values())


def hits(text: str, words: tuple[str, ...]) -> list[bool]:
    """For each character of a text in Unicode's normal form C, whether it is part of a match."""
    folded, places = fold_with_places(text)
    hit = [False] * len(text)
    for word in words:
        for start in _starts(folded, word):
            for place in places[start : start + len(word)]:
                hit[place] = True
    for place in range(1, len(text)):
        if hit[place - 1] and not fold(text[place]):
            hit[place] = True
    return hit


def _starts(folded: str, word: str) -> Iterator[int]:
    """Where a word begins in a folded text."""
    start = folded.find(word) if word else -1
    while start >= 0:
        around = folded[max(0, start - 1) : start] + folded[start + len(word) : start + len(word) + 1]
        if not (isinstance(word, WholeWord) and any(map(str.isalnum, around))):
            yield start
        start = folded.find(word, start + 1)


def marked(text: str, words: tuple[str, ...]) -> list[tuple[str, bool]]:
    """A text cut into pieces, each with whether it is a match; together they are the text.

    Matches that overlap or touch are one piece. `text` comes back in Unicode's normal form C.

    >>> marked("A rescue on Mars", ("mars", "rescue"))
    [('A ', False), ('rescue', True), (' on ', False), ('Mars', True)]
    """
    text = composed(text)
    pairs = zip(text, hits(text, words), strict=True)
    return [("".join(c for c, _ in run), hit) for hit, run in groupby(pairs, key=lambda pair: pair[1])]
