"""What a film's title has in common with its other spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from rapidfuzz import fuzz

from dashboard.query.search.fold import fold, latin
from dashboard.query.search.spelling import is_cyrillic, may_be_romanised, skeletons

LONGEST = 300
"""Characters of a title that are compared."""
BEGUN = 5
"""Letters of a surname that may go on in another spelling, as Soderbergh does after Содерберг."""
MOST_NAMES = 6
"""Names between bars that one title gives."""
ALIKE, ALIKE_DIVIDED = 75, 90
"""Percent from which on two words are near one another; and two titles divided into words in two ways."""
MOST_TOLD = 4
"""Words that tell a number."""

_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_BAR = re.compile(r"\s+[/|]\s+")
_ARTICLE_BEHIND = re.compile(r"(?i)^(.+), (the|an?|der|die|das|les?|la|il|el)$")
_STOP = r"\s*:\s+|\s+[-–—]\s+|\s*[–—]\s*|(?<=\w{3})(?<!\bvol)\.\s+"
_STOPS = re.compile(f"(?i){_STOP}")
_SUBTITLE = re.compile(rf"(?i){_STOP}|,?\s+(?:or|или|oder)\b[:,]?\s+|,\s+(?=(?:part|часть|an?|the|ein|eine|un|une)\b)")
_APOSTROPHE = re.compile("(?<=\\w)['’‘ʼʹʺ`´](?=\\w|\\s|$)")
_ELIDED = re.compile(r"(?i)^(l|d)['’](?=\w)")
_WORD = re.compile("(?:[^\\W_]|[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])+")
"""A word; the scripts of India and further east write vowels as marks, which count."""
_ARTICLES = frozenset(re.split(" ", "the a an der die das ein eine le la les l un une il lo gli el los las"))
_ENGLISH_ARTICLES = frozenset(["the", "a", "an"])
_AND = frozenset(["and", "und", "et", "y", "e", "i", "och", "og", "и", "й", "та"])
_PART = frozenset(["part", "часть", "частина", "teil", "partie", "parte", "część", "část"])
_SAME = {"vol": "volume", "pt": "part", "dr": "doctor", "mr": "mister", "mrs": "missis", "st": "saint"}
_SAME |= {"colour": "color", "colours": "colors", "honour": "honor", "harbour": "harbor", "neighbour": "neighbor"}
_SAME |= {"grey": "gray", "theatre": "theater", "centre": "center", "traveller": "traveler", "jewellery": "jewelry"}
_NUMBERS = {
    word: str(number)
    for words in (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty",
        "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
        "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать",
    )
    for number, word in enumerate(words.split(), 1)
}
_ROMAN = {
    word: str(number)
    for tens, before in enumerate(("", "X"))
    for number, word in enumerate(
        (before + unit for unit in ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")), 10 * tens + 1
    )
}
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"})
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})


@dataclass(frozen=True)
class Title:
    """A title as it is compared.

    Attributes:
        whole: keys of all of it; two films that share one have the same title.
        noted: keys of what stands in brackets in another alphabet, where it may be the title or a remark.
        parts: keys of a part that may stand for it, such as what comes before a subtitle.
        words: the words of each of its names, for comparing their spellings.
        is_piece: whether it names one part of a film of several.
    """

    whole: frozenset[str]
    noted: frozenset[str]
    parts: frozenset[str]
    words: tuple[tuple[str, ...], ...]
    is_piece: bool


@lru_cache(maxsize=50_000)
def title_of(text: str) -> Title:
    """A title without what should not matter: case, accents, punctuation, leading articles, ways to write numbers.

    >>> title_of("The Cranes Are Flying").whole == title_of("Cranes Are Flying, The").whole
    True
    >>> sorted(title_of("Aelita: Queen of Mars").parts)
    ['aelita', 'queenofmars']
    """
    written = unicodedata.normalize("NFKC", _fractions(text[:LONGEST]))
    whole: set[str] = set()
    parts: set[str] = set()
    words = {name: _words(name) for name in _names(written)}
    for name, its in words.items():
        _add(name, its, whole, parts)
    words |= {f"{name} ": bare for name, its in words.items() if len(bare := _bare(its)) > 1}
    noted = {_key(_words(note)) for note in _notes(written) if _is_other_alphabet(note, written)}
    keys = frozenset(whole - {""}) or frozenset(filter(None, [fold(text[:LONGEST].strip())]))
    different = tuple(dict.fromkeys(filter(None, words.values())))
    return Title(keys, frozenset(noted - {""}), frozenset(parts - whole - {""}), different, _is_piece(written))


def _is_piece(text: str) -> bool:
    """Whether a title goes on with "Part" and a number after its beginning."""
    rest = (_words(piece) for piece in _SUBTITLE.split(text)[1:] if piece)
    return any(len(words) > 1 and words[0] in _PART and words[1].isdigit() for words in rest)


def _notes(text: str) -> list[str]:
    """What stands in brackets."""
    return _BRACKETS.findall(text) if "(" in text or "[" in text else []


_ODD = frozenset([*_ARTICLES, *_AND, *_SAME, *_NUMBERS, "or", "oder"])
_MAY_BE_ROMAN = re.compile(" [IVX]+(?: |$)")


def plain_keys(text: str) -> tuple[str, str] | None:
    """The only key of a title and its sounds, found quickly; None for a title that has more to it.

    >>> plain_keys("Forbidden Planet"), plain_keys("Rocky II"), plain_keys("The Moon")
    (('forbiddenplanet', '2vbdnpln'), None, None)
    """
    if not (text.isascii() and text.replace(" ", "").isalpha()) or len(text) > LONGEST:
        return None
    words = tuple(text.lower().split())
    if not _ODD.isdisjoint(words) or _MAY_BE_ROMAN.search(text):
        return None
    return "".join(words), sounds_of(words)


def _fractions(text: str) -> str:
    """A text in which ½ stands apart: 8½ is 8 1/2."""
    return text if text.isascii() else re.sub("(?<=[0-9])(?=[¼-¾⅓-⅞])", " ", text)


def _names(text: str) -> Iterator[str]:
    """The names that a title gives: without notes in brackets, and on both sides of a bar."""
    bare = text
    if _notes(text):
        bare = _BRACKETS.sub(lambda match: f": {match[1]}" if _is_part(match[1]) else "", text).strip()
    for name in [*dict.fromkeys((*_BAR.split(bare or text), *_BAR.split(text)))][:MOST_NAMES]:
        yield _ARTICLE_BEHIND.sub(r"\2 \1", name.strip())


def _is_other_alphabet(note: str, title: str) -> bool:
    return bool(_CYRILLIC.search(note)) != bool(_CYRILLIC.search(_BRACKETS.sub("", title)))


def _is_part(note: str) -> bool:
    """Whether a note says which part of a film it is."""
    return any(word.isdigit() for word in _words(note))


def _add(name: str, words: tuple[str, ...], whole: set[str], parts: set[str]) -> None:
    whole.add(_key(words))
    if not name.isascii() and name.translate(_TWO_LETTERS) != name:
        whole.add(_key(_words(name.translate(_TWO_LETTERS))))
    (whole if len(words) > 2 else parts).add(_key(_bare(words)))
    without = _without_articles(words)
    (whole if len(without) > 3 else parts).add(_key(without))
    divided = [piece for piece in _SUBTITLE.split(name) if piece]
    if len(divided) > 1:
        parts |= {_key(_words(piece)) for piece in (divided[0], divided[-1]) if _stands_alone(piece, divided)}


def _stands_alone(piece: str, divided: list[str]) -> bool:
    """Whether a part of a title may be all of another: what it begins with, or an end of several words."""
    words = _bare(_words(piece))
    return piece == divided[0] or (len(words) > 1 and not any(word.isdigit() for word in words))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if len(words) > 1 and words[0] in _ARTICLES else words


def _without_articles(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words without the articles at their beginning and the English ones between them."""
    bare = _bare(words)
    return tuple(word for at, word in enumerate(bare) if word not in _ENGLISH_ARTICLES or at == len(bare) - 1)


def _key(words: tuple[str, ...]) -> str:
    return latin(fold("".join(words)).translate(_LETTERS))


def _words(name: str) -> tuple[str, ...]:
    """The words of a title in small letters, numbers as digits, without "and" between two of them."""
    apart = _APOSTROPHE.sub("", _ELIDED.sub(r"\1 ", name.strip()))
    pieces = [_WORD.findall(piece) for piece in _STOPS.split(apart) if piece]
    words = [_word(word, at, piece) for piece in pieces for at, word in enumerate(piece)]
    within = range(1, len(words) - 1)
    return tuple(word for at, word in enumerate(words) if at not in within or not _is_filler(word, words[at + 1]))


def _is_filler(word: str, following: str) -> bool:
    """Whether a word within a title says nothing: "and", and "part" before a number."""
    return word in _AND or (word in _PART and following.isdigit())


def _word(word: str, at: int, piece: list[str]) -> str:
    is_number = word in _ROMAN and (len(word) > 1 or 0 < at == len(piece) - 1)
    small = _ROMAN[word] if is_number else word.lower()
    return _NUMBERS.get(small) or _SAME.get(small, small)


_SOUNDS = {"p": "п", "v": "vwfвфў", "g": "гґѓ", "b": "б", "d": "дђџđ", "l": "лљł", "m": "м", "n": "нњ"}
_COARSE = str.maketrans({letter: sound for sound, letters in _SOUNDS.items() for letter in letters})
_DROPPED = re.compile("[^bpvgdlmn0-9]")
_DOUBLED = re.compile(r"([a-z])\1+")


def sounds_of(words: tuple[str, ...]) -> str:
    """What all spellings of a title's words have in common, and many other titles too: a few of its consonants.

    >>> sounds_of(("космический", "рейс")), sounds_of(("kosmicheskij", "rejs")), sounds_of(("solaris",))
    ('2m', '2m', '1l')
    """
    return str(len(words)) + _consonants("".join(words))


def _consonants(text: str) -> str:
    """A few consonants of a word, which all its spellings have in common."""
    return _DOUBLED.sub(r"\1", _DROPPED.sub("", fold(text).replace("ph", "v").translate(_COARSE)))


def is_spelled_alike(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two titles are the same words in other spellings: in another alphabet, or in another romanisation.

    A word that is plainly romanised shows that all of its title is.
    """
    if len(words) != len(other):
        return False
    is_romanised = any(map(may_be_romanised, (*words, *other)))
    return all(_is_same_word(one, two, is_romanised) for one, two in zip(words, other, strict=True))


@lru_cache(maxsize=50_000)
def _is_same_word(word: str, other: str, is_romanised: bool) -> bool:
    if fold(word) == fold(other):
        return True
    if is_cyrillic(word) == is_cyrillic(other) and not is_romanised:
        return False
    return not skeletons(word).isdisjoint(skeletons(other))


def is_near(one: Title, other: Title) -> bool:
    """Whether two titles may be one where all else agrees: each word is near its fellow, or a number is told in words.

    >>> is_near(title_of("Gamlet"), title_of("Hamlet")), is_near(title_of("400 coups"), title_of("Quatre cents coups"))
    (True, True)
    >>> is_near(title_of("Brat 2"), title_of("Brat 3")), is_near(title_of("Trois: Bleu"), title_of("Trois: Blanc"))
    (False, False)
    """
    both = product(one.words, other.words)
    return any(_are_near(mine, theirs) or _is_told(mine, theirs) or _is_told(theirs, mine) for mine, theirs in both)


def _are_near(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(words) == len(other):
        return all(map(_is_near_word, words, other))
    return _numbers(words) == _numbers(other) and fuzz.ratio(_key(words), _key(other)) >= ALIKE_DIVIDED


def _is_near_word(word: str, other: str) -> bool:
    one, two = _key((word,)), _key((other,))
    if one == two or one.isdigit() or two.isdigit():
        return one == two
    return fuzz.ratio(one, two) >= ALIKE or not skeletons(word).isdisjoint(skeletons(other))


def _is_told(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether some words are the others, with one number in digits where these have words for it."""
    numbers = [at for at, word in enumerate(words) if word.isdigit()]
    if len(numbers) != 1:
        return False
    before, behind = words[: numbers[0]], words[numbers[0] + 1 :]
    told = other[len(before) : len(other) - len(behind)]
    is_number = 0 < len(told) <= MOST_TOLD and (bool(before or behind) or bool(_numbers(told)))
    return is_number and not (len(told) == 1 and told[0].isdigit()) and other == (*before, *told, *behind)


def _numbers(words: tuple[str, ...]) -> list[str]:
    return [word for word in words if word.isdigit()]


def is_same_person(name: str, other: str) -> bool:
    """Whether two names can be one person's, in any spelling.

    They have the same last word, or all words of the shorter one are in the other, in any order. Initials do not count.
    A word may go on in the other spelling.

    >>> is_same_person("Andrei Tarkovsky", "А. Тарковский"), is_same_person("Andrei Tarkovsky", "Tarkovskij, Andrej")
    (True, True)
    >>> is_same_person("Andrei Tarkovsky", "Boris Nirenburg"), is_same_person("Tarkovsky Andrei", "Andrei Smirnov")
    (False, False)
    """
    words, others = _name_words(name), _name_words(other)
    if not words or not others:
        return False
    return _is_same_name(words[-1], others[-1]) or _are_same_names(words, others)


def is_one_name(name: str, other: str) -> bool:
    """Whether all words of the shorter of two names are in the other, found quickly where they are not."""
    one, two = sounds_of_name(name), sounds_of_name(other)
    return (one <= two or two <= one) and _are_same_names(_name_words(name), _name_words(other))


def _are_same_names(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    fewer, more = sorted((words, others), key=len)
    return bool(fewer) and all(any(_is_same_name(one, two) for two in more) for one in fewer)


@lru_cache(maxsize=50_000)
def sounds_of_name(name: str) -> frozenset[str]:
    """What the words of a name have in common with all their spellings, in any order."""
    return frozenset(map(_consonants, _name_words(name)))


@lru_cache(maxsize=50_000)
def _is_same_name(word: str, other: str) -> bool:
    if fold(word) == fold(other):
        return True
    both = product(_sounds(word), _sounds(other))
    return any(one == two or (min(len(one), len(two)) >= BEGUN and _begins(one, two)) for one, two in both)


def _sounds(name: str) -> frozenset[str]:
    """What a name's spellings have in common, its accents told or left out."""
    return skeletons(name) | skeletons(fold(name))


def _begins(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


@lru_cache(maxsize=50_000)
def _name_words(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, the surname last where a comma tells it, without initials beside them."""
    last, comma, first = name[:LONGEST].partition(",")
    written = _APOSTROPHE.sub("", f"{first} {last}" if comma and first.strip() else last)
    words = [word.lower() for word in _WORD.findall(unicodedata.normalize("NFC", written))]
    return tuple(word for word in words if len(word) > 1) or tuple(words)
