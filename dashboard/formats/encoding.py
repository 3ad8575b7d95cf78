"""Bytes into text, in whatever encoding it comes: Unicode in its forms, and the older ones of many languages.

The older encodings say nothing of themselves: each that a text could have is tried, and the one under which its words
look most like a language is taken.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

WORDS_LOOKED_AT = 1_500
LOOKED_AT = 100_000
"""Bytes at the start of a text by which the encoding is told."""
CLOSE = 0.06
"""Where the second best is so little worse than the best, by this share, the report says so."""
UNLIKELY = 0.4
"""A text whose letters beyond ASCII score less each, on an average, is hardly read right."""
FEW_LETTERS = 12
"""So few letters say little of a text."""
LITTLE, ENOUGH = 5.5, 10.0
"""Between these a score counts for that; what is more comes from letters that both read alike."""
ENCODINGS = {
    "cp1251": 1.0,
    "cp1252": 1.0,
    "cp1250": 0.7,
    "cp1253": 0.0,
    "cp1254": 0.6,
    "cp1255": 0.0,
    "cp1256": 0.0,
    "cp1257": 0.5,
    "cp1258": 0.0,
    "cp874": 0.0,
    "koi8-r": 0.5,
    "koi8-u": 0.4,
    "iso8859-2": 0.4,
    "mac-roman": 0.2,
    "cp866": 0.0,
    "cp850": -0.2,
    "cp852": -0.2,
    "mac-cyrillic": -0.3,
    "gb18030": 0.0,
    "shift_jis": 0.0,
    "big5": -0.2,
    "euc_kr": 0.0,
    "euc_jp": 0.0,
}
"""The encodings that are tried beside Unicode's, and what each has in advance for being common."""
OF_SEVERAL_BYTES = {
    "gb18030": "gb18030",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "euc_jp": "euc_jp",
}
"""Those that have characters of several bytes, and the codecs that read them as people's programs write them."""

_BY_FREQUENCY = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфё"
_CYRILLIC = {letter: 1.2 - at / 32 for at, letter in enumerate(_BY_FREQUENCY)} | dict.fromkeys("ъіїєґў", 0.2)
_CYRILLIC_VOWELS = frozenset("аеёиоуыэюяіїє")
_GREEK = {letter: 0.92 - at / 60 for at, letter in enumerate("αοιετσνηυρπκμλςίάόέωδγύήθχώφβξζψ")} | {"ϊ": 0.3, "ΐ": 0.2}
_HEBREW = {letter: 1.25 - at / 44 for at, letter in enumerate("יוהלאתרמבשנקדעפחטצסגכזםןףךץ")}
_ARABIC = {letter: 1.2 - at / 40 for at, letter in enumerate("الينمرودتبةعسفكهقحشجطخصأىضءزغذإثئظآؤپگچکژ")}
_THAI = {letter: 1.1 - at / 80 for at, letter in enumerate("านรกมอเวงลทสยดตคบหปขพแใไชจผถศโซณธฟภญษฐฉ")}
_THAI_MARKS = frozenset("ัิีึืุู็่้๊๋์ํ")
_AT_THE_END = frozenset("םןףךץ")
"""Letters of Hebrew that stand at the end of a word only."""
_NOT_AT_THE_END = frozenset("כמנצ")
_GREEK_VOWELS = frozenset("αεηιουωάέήίόύώϊΐ")
_WESTERN = frozenset("éèêëàâäáåãçíìîïñóòôöøœßúùûüÿæš")
_LANGUAGES = {
    "cp1252": ("éèàêçôîâûëïùœæ", "äüößé", "íóáéñúü", "ãçéáíõóêâúàô", "äöå", "æøå", "áðíéóþöúæý", "èàùòéìî", "äõüö"),
    "cp1250": ("łąęóżśćńź", "íáěřéýčšžůúňťďó", "éáóöőüíúű", "čšžćđ", "ăîşţâ", "áíéčýšžúťňôäďóľĺŕ"),
    "cp1254": ("ışüğöçİâî",),
    "cp1257": ("ėšįųžąūčę", "āīēšņļūžčģķ", "äõüöšž"),
    "cp1258": ("đư\u0323\u0301\u0300ôâơê\u0309àáă\u0303íìóòúùéèý",),
}
"""The letters beside ASCII that languages have, the commonest first."""
_LANGUAGES |= {
    **dict.fromkeys(("iso8859-2", "cp852"), _LANGUAGES["cp1250"]),
    **dict.fromkeys(("mac-roman", "cp850"), _LANGUAGES["cp1252"]),
}
_VOWELS = frozenset("aeiouyáéíóúàâäöüãõåæøěůőűăîâıāēīūėįųąę")
_QUOTES = frozenset("«»„“”‘’–—…\xa0")
_SIGNS = frozenset("№§©®·•°€£¥½¼¾²³±×¿¡،؛؟")
_WORD = re.compile(rb"[A-Za-z]{0,20}[\x80-\xff][A-Za-z\x80-\xff]{0,40}")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_LAYOUT = re.compile(rb"[\s\d,;:|]")
_USUAL = re.compile(
    "[\xa0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0300-\u0323\u0386-\u03ce\u0401-\u045f\u0490\u0491\u05d0-\u05ea"
    "\u060c-\u06cc\u0900-\u0e5b\u1ea0-\u1ef9\u2010-\u2026\u20ac\u2116\u3001-\u30ff\u4e00-\u9fff\uac00-\ud7a3]"
)
"""Letters and signs that texts in the languages of today have."""
_WIDE_SIGN = re.compile("[\u3000-\u3011\uff01-\uff5e·—…“”]")


@dataclass(frozen=True)
class Decoded:
    """Bytes as text.

    Attributes:
        text: the text.
        encoding: the encoding's name in Python; UTF-8 is called ``utf-8-sig``, with a mark or without.
        other: the encoding that would do nearly as well; empty where there is no doubt.
        lines: where there is doubt, one line as `encoding` and as `other` reads it.
    """

    text: str
    encoding: str
    other: str = ""
    lines: tuple[str, str] = ("", "")


def decode(data: bytes) -> tuple[str, str] | None:
    """Bytes as text, and the encoding's name in Python; None if they are no text.

    UTF-8 is called ``utf-8-sig``, with a mark or without. A few broken bytes become U+FFFD, and so do zeros.
    """
    found = decoded(data)
    return (found.text, found.encoding) if found else None


def decoded(data: bytes, encoding: str = "") -> Decoded | None:
    """Bytes as text, with what else they could be; None if they are no text.

    Args:
        data: the bytes.
        encoding: the encoding, if that is known.
    """
    if encoding:
        text = data.decode(codec_of(encoding), errors="replace").removeprefix("\ufeff").replace("\0", "\ufffd")
        return Decoded(text, "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding)
    found = _unicode(data)
    guessed = None if found else _guessed(data)
    if found and "\0" in found[0]:
        zeros = found[0].count("\0")
        return Decoded(found[0].replace("\0", "\ufffd"), found[1]) if zeros * 10 <= len(found[0]) else None
    return Decoded(*found) if found else guessed


def readings(data: bytes, encoding: str) -> tuple[tuple[str, str], ...]:
    """How encodings read the first line that tells them apart: the given one, then the others, likeliest first.

    Of two that read the whole the same there is one; none for Unicode, which cannot be mistaken.
    """
    sample = data[:LOOKED_AT]
    line = next((line for line in re.split(rb"[\r\n]+", sample) if not line.isascii()), b"")
    if not line or _unicode(data):
        return ()
    begins = max(0, next(at for at, byte in enumerate(line) if byte > 127) - LONGEST_LINE // 2)
    scores = dict(_scores(data))
    found: dict[str, str] = {}
    for each in dict.fromkeys([encoding, *sorted(scores, key=lambda name: -scores[name])]):
        found.setdefault(sample.decode(codec_of(each), errors="replace"), each)
    return tuple((each, _part(line[begins:], each)) for each in found.values())


def _part(line: bytes, encoding: str) -> str:
    text = line.decode(codec_of(encoding), errors="replace")
    return "".join(letter if letter.isprintable() else " " for letter in text[:LONGEST_LINE]).strip()


def codec_of(encoding: str) -> str:
    """The codec that reads an encoding as people's programs write it."""
    return OF_SEVERAL_BYTES.get(encoding, encoding)


def is_encoding(name: str) -> bool:
    """Whether Python knows an encoding of this name that makes text of bytes."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False


def _unicode(data: bytes) -> tuple[str, str] | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _nearly(data, encoding)
            return None if text is None else (text, encoding)
    if unmarked := _unmarked_utf_32(data) or _unmarked_utf_16(data):
        return unmarked
    try:
        return data.decode("utf-8-sig"), "utf-8-sig"
    except UnicodeDecodeError:
        text = data.decode("utf-8-sig", errors="replace")
    broken = text.count("\ufffd")
    good = len(data) - len(text) - broken
    is_utf_8 = broken * 10 < good or (good > 0 and _has_mostly_usual_letters(text, broken))
    return (text, "utf-8-sig") if is_utf_8 else None


def _has_mostly_usual_letters(text: str, broken: int) -> bool:
    """Whether what UTF-8 makes of bytes beyond ASCII are letters of known languages, more often than not."""
    letters = re.findall("[^\0-\x7f\ufffd]", text)
    usual = sum(1 for letter in letters if _USUAL.match(letter))
    return usual >= 2 and usual > broken + len(letters) - usual


_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _nearly(data: bytes, encoding: str) -> str | None:
    """Bytes as text, of which one in ten at most may be broken."""
    text = data.decode(encoding, errors="replace")
    return text if text.count("\ufffd") * 10 < len(text) or not text else None


def _unmarked_utf_32(data: bytes) -> tuple[str, str] | None:
    """UTF-32 without a mark has a zero in one of every four bytes at least, always the same."""
    sample = data[: 1 << 16]
    for encoding, at in (("utf-32-le", 3), ("utf-32-be", 0)):
        if len(sample) >= 8 and not len(data) % 4 and not any(sample[at::4]):
            text = _strictly(data, encoding)
            return None if text is None or "\0" in text else (text, encoding)
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


def _guessed(data: bytes) -> Decoded | None:
    """Bytes in the encoding under which their words look most like words; with the second best if it is close."""
    controls = len(_CONTROL.findall(data[:LOOKED_AT]))
    if controls * 50 > len(data[:LOOKED_AT]):
        return None
    scores = dict(_scores(data))
    best, second = (*sorted(scores, key=lambda each: -scores[each]), "", "")[:2]
    if not best or (scores[best] <= 0 and (controls or not _LAYOUT.search(data[:LOOKED_AT]))):
        return _plain(data)
    text = data.decode(codec_of(best), errors="replace").replace("\0", "\ufffd")
    close = second and scores[best] - scores[second] < CLOSE * min(max(scores[best], LITTLE), ENOUGH)
    doubted = second and (close or _is_unlikely(data, best, scores[best]))
    lines = _line_of_each(data, best, second) if doubted else None
    return Decoded(text, best, second, lines) if lines else Decoded(text, best)


def _is_unlikely(data: bytes, encoding: str, score: float) -> bool:
    """Whether even the best reading looks little like words: the encoding may be one that is not tried."""
    text = _sample(data[:LOOKED_AT], encoding).decode(codec_of(encoding), errors="replace")
    letters = sum(not letter.isascii() for letter in text)
    return letters >= FEW_LETTERS and score < UNLIKELY * letters


def _sample(start: bytes, encoding: str) -> bytes:
    """The part of a text by which an encoding is told: its words, or all of it where characters have several bytes."""
    words = islice(_WORD.finditer(start), WORDS_LOOKED_AT)
    return start if encoding in OF_SEVERAL_BYTES else b" ".join(match[0] for match in words)


def _plain(data: bytes) -> Decoded | None:
    """What is nearly all ASCII, its other bytes as U+FFFD."""
    other = sum(byte > 126 for byte in data[:LOOKED_AT])
    return (
        Decoded(data.decode("utf-8-sig", errors="replace"), "utf-8-sig")
        if other * 10 <= len(data[:LOOKED_AT])
        else None
    )


def _line_of_each(data: bytes, one: str, another: str) -> tuple[str, str] | None:
    """The first line that two encodings read as different texts, as each does."""
    for line in re.split(rb"[\r\n]+", data[:LOOKED_AT]):
        first, second = (line.decode(codec_of(each), errors="replace").strip() for each in (one, another))
        if first != second:
            return first[:LONGEST_LINE], second[:LONGEST_LINE]
    return None


LONGEST_LINE = 60
"""Characters of a line that shows how an encoding reads it."""


def _scores(data: bytes) -> Iterator[tuple[str, float]]:
    """The encodings that bytes could have, each with how much words look like words."""
    start = data[:LOOKED_AT]
    words = _sample(start, "")
    from_a_mac = 1.0 * (b"\r" in start and b"\n" not in start)
    for encoding, in_advance in ENCODINGS.items():
        codec = OF_SEVERAL_BYTES.get(encoding)
        sample = start if codec else words
        text = sample.decode(codec or encoding, errors="replace")
        broken = text.count("\ufffd")
        if broken and broken * 40 > sum(byte > 127 for byte in sample) - (len(data) > LOOKED_AT):
            continue
        score = _wide(text, encoding) if codec else _narrow(text, encoding)
        yield encoding, score - 2.0 * broken + in_advance + from_a_mac * encoding.startswith("mac")


def _narrow(text: str, encoding: str) -> float:
    return max([likelihood(text), *(_of_language(text, letters) for letters in _LANGUAGES.get(encoding, ()))])


def likelihood(text: str) -> float:
    """How much words look like Russian, Greek or a Western language, over their letters beyond ASCII; more is likelier.

    Counted for: letters that Russian uses much, vowels beside consonants, accented letters beside plain ones.
    Counted against: a capital behind a small letter, Cyrillic beside Latin in one word, odd signs.

    >>> likelihood("Солярис") > likelihood("яНКЪПХЯ"), likelihood("Amélie") > likelihood("Amйlie")
    (True, True)
    """
    return sum(_score(before, letter, after) for before, letter, after in _letters(text))


def _letters(text: str) -> Iterator[tuple[str, str, str]]:
    """The letters of a text beyond ASCII, each between those beside it."""
    around = f" {text} "
    return (each for each in zip(around, text, around[2:], strict=False) if not each[1].isascii())


def _score(before: str, letter: str, after: str) -> float:
    beside = [other for other in (before, after) if other.isalpha()]
    plain = sum(other.isascii() for other in beside)
    small = letter.lower()
    misplaced = 3.0 * _is_misplaced(before, letter, after)
    if small in _CYRILLIC or small in _GREEK:
        letters = (_CYRILLIC, _CYRILLIC_VOWELS) if small in _CYRILLIC else (_GREEK, _GREEK_VOWELS)
        misplaced += 0.1 * (letter != small and before.isalpha())  # capitals only are rare
        return _alphabet(before.lower(), small, *letters) - misplaced - 2.0 * plain if beside else 0.1
    if (eastern := _of_the_east(before, small, after)) is not None:
        return eastern - misplaced - 2.0 * plain if beside or before in _THAI else 0.1
    if small in _WESTERN:
        fitting = plain == len(beside) or all(other.isascii() or other.lower() in _WESTERN for other in beside)
        odd = misplaced + _oddness(before, small, after)
        return (0.55 if fitting else 0.3 if plain else -1.5) - odd if beside else 0.2
    if letter in "–—" and after.isalpha() and not before.isalpha():
        return -0.8
    if letter in _QUOTES:
        return 0.3 * (letter == "’" or len(beside) < 2)
    return 0.3 if letter in _SIGNS and plain == len(beside) else -1.5


def _is_misplaced(before: str, letter: str, after: str) -> bool:
    """Whether a capital stands inside a word of small letters."""
    is_inside = letter != letter.lower() and before.isalpha()
    return is_inside and (before == before.lower() or (after.isalpha() and after == after.lower()))


def _alphabet(before: str, letter: str, letters: Mapping[str, float], vowels: frozenset[str]) -> float:
    if letter in "ъыь" and (before in vowels or before not in letters):
        return -2.0
    if letter == "ς" and before not in letters:
        return -1.0
    alternating = before in letters and (before in vowels) != (letter in vowels)
    return letters[letter] + 0.3 * alternating


def _of_hebrew(letter: str, after: str) -> float:
    """How much a letter says for Hebrew: little if it has the form of another place in the word."""
    is_inside = after.isalpha()
    is_misplaced = letter in _AT_THE_END if is_inside else letter in _NOT_AT_THE_END
    return _HEBREW[letter] + 0.4 * (letter in _AT_THE_END) - 2.5 * is_misplaced


def _of_the_east(before: str, letter: str, after: str) -> float | None:
    """How much a letter says for Hebrew, Arabic or Thai; None if it is none of theirs."""
    if letter in _HEBREW:
        return _of_hebrew(letter, after)
    is_thai = letter in _THAI or letter in _THAI_MARKS
    return _of_thai(before, letter) if is_thai else _ARABIC.get(letter)


def _of_thai(before: str, letter: str) -> float:
    """How much a letter says for Thai: a sign above or below needs a letter before it."""
    is_behind_thai = before in _THAI or before in _THAI_MARKS
    return _THAI.get(letter, 1.0 if is_behind_thai else -2.0)


@cache
def _weights(letters: str) -> dict[str, float]:
    most = 0.7 if "þ" in letters else 1.0
    return {letter: most - 0.5 * at / len(letters) for at, letter in enumerate(letters)}


def _of_language(text: str, letters: str) -> float:
    """How much words look like those of the language that has some letters beside the plain ones."""
    weights = _weights(letters)
    return sum(_of_letter(before, letter, after, weights) for before, letter, after in _letters(text))


def _of_letter(before: str, letter: str, after: str, weights: Mapping[str, float]) -> float:
    small = letter if letter in weights else letter.lower()
    if small not in weights:
        return 0.3 if letter in _QUOTES else -1.5
    beside = [other for other in (before, after) if other.isalpha()]
    foreign = sum(not other.isascii() and other not in weights and other.lower() not in weights for other in beside)
    misplaced = 3.0 * _is_misplaced(before, letter, after)
    odd = 1.0 * (small == "õ" and "ã" in weights and after.lower() != "e")
    odd += _oddness(before, small, after) if not weights.keys().isdisjoint("çþèõã") and "ş" not in weights else 0.0
    return weights[small] - 1.5 * foreign - misplaced - odd if beside else 0.2


def _oddness(before: str, letter: str, after: str) -> float:
    """How much a letter stands where no Western language has it, so that it is probably another one's."""
    after = after.lower()
    if letter == "ç":
        return 1.2 * (after.isalpha() and after not in "aouâãáóúôõà")
    if letter == "è":
        return 1.0 * (after in _VOWELS)
    if letter == "ã":
        return 1.0 * (after.isalpha() and after not in "oeisn")
    return 0.8 * (letter == "þ" and before.isalpha()) + 0.8 * (letter == "ð" and not before.isalpha())


def _wide(text: str, encoding: str) -> float:
    """How much characters of several bytes look like Chinese, Japanese or Korean, over the bytes they take."""
    score = 0.0
    for before, letter, after in _letters(text):
        if not _WIDE_SIGN.match(letter):
            plain = sum(other.isascii() and other.isalpha() for other in (before, after))
            score += _of_wide(letter, encoding) - 2.0 * plain
    return score


@lru_cache(maxsize=20_000)
def _of_wide(letter: str, encoding: str) -> float:
    codec, first, last, kana, hangul, han = _WIDE[encoding]
    written = letter.encode(codec, errors="ignore")
    if len(written) != 2:
        return -2.0
    if "\u3040" <= letter <= "\u30ff":
        return kana
    if "\uac00" <= letter <= "\ud7a3":
        return hangul
    if not "\u4e00" <= letter <= "\u9fff" or not first <= written[0] <= last:
        return -0.8 if "\u4e00" <= letter <= "\u9fff" and han > 0 else -2.0
    return han + 0.2 * (1 if written[0] > _LAST_HANGUL else -1) * (encoding == "gb18030")


_LAST_HANGUL = 0xC8
"""The first byte of the last Korean characters: of Chinese ones as many have a higher one, of Korean ones none."""
_WIDE = {
    "gb18030": ("gb2312", 0xB0, 0xD7, -1.0, -2.0, 1.8),
    "big5": ("big5", 0xA4, 0xC6, -1.0, -2.0, 1.8),
    "shift_jis": ("cp932", 0x88, 0x98, 2.2, -2.0, 1.8),
    "euc_kr": ("euc_kr", 0, 0, -2.0, 2.0, -2.0),
    "euc_jp": ("euc_jp", 0xB0, 0xCF, 2.2, -2.0, 1.8),
}
"""For each encoding the codec of its standard, the first bytes between which it has its common characters, and how much
kana, hangul and Chinese characters say for it.
"""
