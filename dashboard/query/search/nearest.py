"""What a search that finds nothing may have meant."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from rapidfuzz import fuzz, process

from dashboard.query.index import Index
from dashboard.query.search.fold import latin
from dashboard.query.search.grammar import Term
from dashboard.query.search.matching import found, terms_of

MOST_WORDS_COMPARED = 20_000
MOST_UNKNOWN = 3
"""Words of a search that stand nowhere and are compared; one that has more is not nearly right."""
ALIKE = 75
"""Percent from which on two words are near one another."""
_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.", "йцукенгшщзхъфывапролджэячсмитьбю"
_OTHER_KEYS = str.maketrans("".join(_KEYS), "".join(reversed(_KEYS)))


def nearest(index: Index, search: str) -> str | None:
    """The search with each word that stands nowhere in the list replaced by the nearest word that does.

    A word may be typed in the other alphabet, or on the other keyboard.

    None if every word stands somewhere, if more than `MOST_UNKNOWN` do not, or if one has no near neighbour.
    """
    terms = terms_of(index, search)
    unknown = [*islice((term for term in terms if _is_unknown(index, term)), MOST_UNKNOWN + 1)]
    near = {term: _near(index, term.text) for term in unknown[:MOST_UNKNOWN]}
    if not unknown or len(unknown) > MOST_UNKNOWN or None in near.values():
        return None
    written = (_written(term, near.get(term)) for term in terms)
    return " ".join(dict.fromkeys(written))


def _is_unknown(index: Index, term: Term) -> bool:
    is_word = bool(term.text) and not (term.is_phrase or term.is_without)
    return is_word and not found(index, replace(term, column="").text).any()


def _written(term: Term, near: str | None) -> str:
    if near is None:
        return term.written
    return f"{term.written.partition(':')[0]}:{near}" if term.column else near


def _near(index: Index, word: str) -> str | None:
    known = [*islice(index.vocabulary, MOST_WORDS_COMPARED)]
    typed = turned(word)
    for written in dict.fromkeys((word, latin(word), typed, latin(typed))):
        if best := process.extractOne(written, known, scorer=fuzz.ratio, score_cutoff=ALIKE):
            return index.vocabulary[best[0]]
    return None


def turned(word: str) -> str:
    """What a folded word is by the other keyboard, English or Russian, where the wrong one was on.

    >>> turned("nfhrjdcrbq"), turned("ыщдфкшы")
    ('тарковский', 'solaris')
    """
    return word.translate(_OTHER_KEYS)
