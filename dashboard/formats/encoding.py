"""Bytes into text, in whatever encoding people's files come: Unicode in its forms, Cyrillic and Western ones."""

from __future__ import annotations

import codecs
import re
from itertools import islice

SINGLE_BYTE = {"cp1251": 1.0, "cp1252": 1.0, "koi8-r": 0.5, "cp866": 0.0, "mac-cyrillic": -0.3}
"""The encodings of one byte a character that are tried, and what each has in advance for being common."""
WORDS_LOOKED_AT = 3_000

_BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфё"
_CYRILLIC = {letter: 1.2 - at / 32 for at, letter in enumerate(_BY_FREQUENCY)} | dict.fromkeys("ъіїєґў", 0.2)
_CYRILLIC_VOWELS = frozenset("аеёиоуыэюяіїє")
_WESTERN = frozenset("éèêëàâäáåãçíìîïñóòôöõøœßúùûüÿæš")
_QUOTES = frozenset("«»„“”‘’–—…\xa0")
_SIGNS = frozenset("№§©®·•°€£¥½¼¾²³±×¿¡")
_WORD = re.compile(rb"[A-Za-z]{0,20}[\x80-\xff][A-Za-z\x80-\xff]{0,40}")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")


def decode(data: bytes) -> tuple[str, str] | None:
    """Bytes as text, and the encoding's name in Python; None if they are no text.

    UTF-8 is called ``utf-8-sig``, with a mark or without. A few broken bytes in what is UTF-8 otherwise become U+FFFD.
    """
    found = _unicode(data) or _single_byte(data)
    return found if found and "\0" not in found[0] else None


def _unicode(data: bytes) -> tuple[str, str] | None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = _strictly(data, "utf-16")
        return None if text is None else (text, "utf-16")
    if unmarked := _unmarked_utf_16(data):
        return unmarked
    try:
        return data.decode("utf-8-sig"), "utf-8-sig"
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    good = len(data) - len(text) - broken
    return (text, "utf-8-sig") if broken * 10 < good else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_utf_16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark is told by the zeros that blanks, line ends and digits bring with them."""
    first, second = (data[at : 1 << 16 : 2].count(0) for at in (0, 1))
    if bool(first) == bool(second):
        return None
    encoding = "utf-16-be" if first else "utf-16-le"
    text = _strictly(data, encoding) or ""
    common = sum(letter < "\u0530" or "\u2000" <= letter < "\u2200" for letter in text[: 1 << 15])
    return (text, encoding) if common * 4 > 3 * len(text[: 1 << 15]) else None


def _single_byte(data: bytes) -> tuple[str, str] | None:
    if _CONTROL.search(data):
        return None
    sample = b" ".join(match[0] for match in islice(_WORD.finditer(data), WORDS_LOOKED_AT))
    scores: dict[str, float] = {}
    for encoding, in_advance in SINGLE_BYTE.items():
        if _strictly(data, encoding) is not None:
            scores[encoding] = likelihood(sample.decode(encoding)) + in_advance
    best = max(scores, key=lambda encoding: scores[encoding], default="cp1251")
    return (data.decode(best), best) if scores.get(best, 0) > 0 else None


def likelihood(text: str) -> float:
    """How much words look like Russian or a Western language, over their letters beyond ASCII; more is likelier.

    Counted for: letters that Russian uses much, vowels beside consonants, accented letters beside plain ones.
    Counted against: a capital behind a small letter, Cyrillic beside Latin in one word, odd signs. A detector
    made for whole pages was tried: it misreads one title in ten, and "Amélie, Léon".

    >>> likelihood("Солярис") > likelihood("яНКЪПХЯ"), likelihood("Amélie") > likelihood("Amйlie")
    (True, True)
    """
    around = f" {text} "
    return sum(
        _score(before, letter, after)
        for before, letter, after in zip(around, text, around[2:], strict=False)
        if not letter.isascii()
    )


def _score(before: str, letter: str, after: str) -> float:
    beside = [other for other in (before, after) if other.isalpha()]
    plain = sum(other.isascii() for other in beside)
    small = letter.lower()
    misplaced = 3.0 * (letter != small and before.isalpha() and before == before.lower())
    if small in _CYRILLIC:
        return _cyrillic(before.lower(), small) - misplaced - 2.0 * plain if beside else 0.1
    if small in _WESTERN:
        return (0.8 if plain == len(beside) else 0.3 if plain else -1.5) - misplaced if beside else 0.2
    return 0.3 if letter in _QUOTES or (letter in _SIGNS and plain == len(beside)) else -1.5


def _cyrillic(before: str, letter: str) -> float:
    if letter in "ъыь" and (before in _CYRILLIC_VOWELS or before not in _CYRILLIC):
        return -2.0
    alternating = before in _CYRILLIC and (before in _CYRILLIC_VOWELS) != (letter in _CYRILLIC_VOWELS)
    return _CYRILLIC[letter] + 0.3 * alternating
