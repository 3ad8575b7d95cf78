"""The words that name a thing, as patterns: in English as they are written, in Russian in every form that they have."""

from __future__ import annotations

import re
from functools import lru_cache

HYPHEN = "\\-\u2010\u2011"
DASH = f"{HYPHEN}\u2012-\u2015\u2212"
OPENS, CLOSES = '«„“‘"', '»“”’"'
"""Quotation marks, which may stand around a name."""
APOSTROPHE = "['’]"
GAP = f'[\\s{DASH}«»„“”‘’"]+'
"""What may stand between the words of a name."""

_ENDINGS = (
    "а|ам|ами|ах|ая|е|его|ее|ей|ем|ему|ею|и|ие|ией|ии|ий|им|ими|ию|их|ия|иям|иями|иях|й|о|ов|ого|ое|ой|ом|ому|ою|"
    "у|ую|ы|ые|ый|ым|ыми|ых|ь|ью|ю|юю|я|ям|ями|ях|яя"
)
"""How Russian nouns and adjectives end in any case."""
_INFLECTED = re.compile(r"[А-Яа-яЁё][а-яё]{2,}|[А-ЯЁ][а-яё]+")
_STEM = re.compile(r"(.{2,}?)(?:ия|ая|яя|ое|ее|ые|ие|ый|ий|ой|[аеиоуыюяйь])?")


def words_of(alias: str) -> list[str]:
    """The words of an alias, with a number as a word of its own.

    >>> words_of("Союз Т-13"), words_of("станция «Мир»")
    (['Союз', 'Т', '13'], ['станция', 'Мир'])
    """
    return [word for word in re.split(GAP, alias) if word]


def stem(word: str) -> str:
    """A word without its ending, if it is one that Russian inflects.

    >>> [stem(word) for word in ("советский", "картина", "станция", "Салют", "МКС", "и", "Salyut", "6")]
    ['советск', 'картин', 'станц', 'Салют', 'МКС', 'и', 'Salyut', '6']
    """
    found = _STEM.fullmatch(word) if _INFLECTED.fullmatch(word) else None
    return found[1] if found else word


def is_russian(text: str) -> bool:
    """Whether a text has words that Russian inflects."""
    return any(map(_INFLECTED.fullmatch, words_of(text)))


def _written(word: str, is_first: bool, is_numbered: bool) -> set[str]:
    """A word or stem as it may be written: as it is or in capitals, the first word also with one at its start.

    A name with a number is told by that, so it may be written without capitals too: "salyut 6".
    """
    return {word, word.upper(), *([word[:1].upper() + word[1:]] if is_first else []), *([word.lower()] * is_numbered)}


def _as_pattern(text: str) -> str:
    return re.sub(APOSTROPHE, APOSTROPHE, re.escape(text)).replace("ё", "[её]").replace("Ё", "[ЕЁ]")


def _forms(alias: str, at: int, endings: str) -> str:
    """A pattern of the forms of a word of an alias; `endings` is what may follow the stem of one that is inflected."""
    word = words_of(alias)[at]
    written = _written(stem(word), at == 0, alias[-1:].isdigit())
    stems = "|".join(map(_as_pattern, sorted(written)))
    return f"(?:{stems}){endings if _INFLECTED.fullmatch(word) else ''}"


_ANY_ENDING = f"(?:{_ENDINGS}|{_ENDINGS.upper()})?"
_BEGINS, _ENDS = rf"(?<![\w{HYPHEN}])", rf"(?!\w|[{HYPHEN}][^\W\d])"
_OTHER_ORIGIN = r"(?!(?i:post|anti|pre|non|pro|neo|ex|пост|анти|про)\b)(?:[A-Z][a-z]+|[А-ЯЁ]?[а-яё]+о|[а-яё]+ск[а-яё]+)"


@lru_cache(maxsize=2048)
def alias_pattern(alias: str) -> re.Pattern[str]:
    """An alias as whole words: each as it is written or in capitals, the first also with a capital at its start.

    A Russian word may have any ending. Any dashes, blanks or quotation marks may stand between the words. An alias is
    no part of a longer word with a hyphen, such as "post-Soviet" or "Apollo 11-style", and no other of its number.
    """
    further = rf"(?![{DASH}.,:/]?\d|½)" if alias[-1:].isdigit() else rf"(?![{DASH}\s]\d{{1,3}}(?!\d))"
    return re.compile(rf"{_BEGINS}{_words_as_written(alias)}{_ENDS}{further}")


@lru_cache(maxsize=256)
def origin_pattern(alias: str) -> re.Pattern[str]:
    """An alias of an origin as whole words, also where a hyphen joins it with another: "Finnish-Soviet"."""
    return re.compile(
        rf"{_BEGINS}(?:{_OTHER_ORIGIN}[{HYPHEN}])?{_words_as_written(alias)}(?:[{HYPHEN}]{_OTHER_ORIGIN})?{_ENDS}"
    )


def _words_as_written(alias: str) -> str:
    return GAP.join(_forms(alias, at, _ANY_ENDING) for at in range(len(words_of(alias))))


@lru_cache(maxsize=2048)
def sieve_pattern(alias: str) -> str:
    """A quick pattern for Arrow that finds an alias wherever `alias_pattern` does, and more.

    Of a Russian alias it is one stem, the longest that has a capital, since Arrow is slow with Unicode's classes.
    """
    words = words_of(alias)
    if is_russian(alias):
        rarest = max(words, key=lambda word: (word != word.lower(), len(stem(word))))
        return _forms(alias, words.index(rarest), "")
    return r"\W+".join(_forms(alias, at, "") for at in range(len(words)))


@lru_cache(maxsize=2048)
def key_of(alias: str) -> str:
    """The longest stem of an alias, folded by `folded`."""
    return folded(max(map(stem, words_of(alias)), key=len))


def folded(text: str) -> str:
    """A text in which `key_of` an alias stands wherever the alias does."""
    return text.casefold().replace("ё", "е").replace("’", "'")


def quoted(text: str, start: int, end: int) -> str:
    """The words between two places, with the quotation mark that closes one that was opened in them."""
    words = text[start:end]
    is_open = re.search(f"[{OPENS}][^{CLOSES}]*$", words)
    return words + text[end : end + 1] if is_open and text[end : end + 1] in tuple(CLOSES) else words
