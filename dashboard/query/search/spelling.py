"""Words that are spellings of one another: Cyrillic ones, and what usual romanisations make of them.

A word is folded to its skeletons: the sounds that all its spellings have in common, in letters of their own. A Cyrillic
word has one, seldom two. A Latin word has one for each romanisation that it can be: "Joukov" is French, "Schukow"
German, "Żukow" Polish, "Žukov" ISO 9, "Zhukov" BGN, Library of Congress or GOST, and each has the skeleton of "Жуков".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, product
from typing import Any, NamedTuple

LONGEST = 40
"""Letters of a word that has skeletons."""
MOST_READINGS = 24
"""Skeletons that one romanisation gives a word."""
LEAST_WHOLE, LEAST_BEGUN = 3, 4
"""Letters of a skeleton that is all of another's, or its beginning, where one word is Cyrillic and the other Latin."""
LEAST_WHOLE_LATIN, LEAST_BEGUN_LATIN = 4, 5
"""The same where both are written in one script."""
LEAST_MISSPELLED = 5
"""Letters of a Russian word that is found where one of the two is misspelled."""
_MISSPELLED = re.compile(r"ь(?=[аеёиоуэюя])|(?<=.)([бвгжзклмнпрсфхцчшщ])(?=\1)")
"""What is often left out or put in; no doubled first letter: ввести is not вести; no д and т: подержать is a word."""
_ONE_E = str.maketrans("эё", "ее")

SIGNS = "'’‘ʼʹʺ`´\u0301\u0306\u0361"
"""What romanisations write for ь and ъ, stress, and the ties of the Library of Congress."""
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{SIGNS}])*")
"""A word of a text, with the signs within it."""

_RUSSIAN = (
    "а:a б:b в:v г:g д:d е:e ё:e ж:ž з:z и:i й:i к:k л:l м:m н:n "
    "о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:č ш:š щ:šč ъ: ы:i ь: э:e ю:iu я:ia"
)
_OTHER_CYRILLIC = "і:i ї:i є:e ґ:g ў:v ј:i љ:l њ:n ћ:č ђ:dž џ:dž ѓ:g ќ:k ѣ:e"
_TOGETHER = {"ля": ("lia", "la"), "лю": ("liu", "lu"), "лё": ("le", "lo"), "дз": ("dz", "z", "dž")}
"""Letters together, where Russian writes a name from elsewhere: Солярис is Solaris, Одзу is Ozu."""
_TOGETHER |= {f"г{vowel}": (f"g{sound}", f"h{sound}") for vowel, sound in zip("аеиоу", "aeiou", strict=True)}
"""And г for h, as in Герцог: before a vowel, in a word of some length."""
_TOGETHER_OR_ONE = re.compile("л[яюё](?=.)|г[аеиоу](?=.{3})|дз|.", re.DOTALL)


def _pairs(table: str) -> dict[str, tuple[str, ...]]:
    """A table of letters with what each can stand for.

    >>> _pairs("sh:š c:k|c")
    {'sh': ('š',), 'c': ('k', 'c')}
    """
    return {key: tuple(value.split("|")) for key, value in (pair.split(":") for pair in table.split())}


_CYRILLIC = _pairs(f"{_RUSSIAN} {_OTHER_CYRILLIC}")
_LETTERS = _pairs(
    "a:a b:b c:k d:d e:e f:f g:g h:h i:i j:i k:k l:l m:m n:n o:o p:p q:k r:r s:s t:t u:u v:v w:v x:ks y:i z:z"
)


class Romanisation(NamedTuple):
    """One way to write Russian in Latin letters, or several that agree.

    Attributes:
        letters: what letters stand for that do so here only; of those that begin alike the longest counts.
        never: what no word written so has.
        sign: what a word must have to be read so.
    """

    letters: Mapping[str, tuple[str, ...]]
    never: re.Pattern[str]
    sign: re.Pattern[str]


_CARON = "čšžŝćđěûâ"
_POLISH_MARKS = "żźśńł"
_ENGLISH = "^j.*[bcdfghlmnprstvz]y$"
"""jury, jelly: no romanisation of Russian has both."""
_ENDING = "[oe][vwf]f?a?$|sk(?:y|i|ij|iy|yj|aya|aja|aia|oj|oy|oe|oje)$|[oe][vw]i(?:ch|tch|tsch|cz|č)$"
ROMANISATIONS: Mapping[str, Romanisation] = {
    "BGN, Library of Congress, GOST": Romanisation(
        _pairs(
            "shch:šč shh:šč sch:šč|š zh:ž kh:h gh:g ch:č sh:š ts:c tz:c|tz cz:c c:k|c ck:k ph:f x:ks|h eh:e|eh ou:ou|u "
            "ç:č ş:š j:i|dž"
        ),
        re.compile(f"[{_CARON}{_POLISH_MARKS}]|{_ENGLISH}"),
        re.compile(""),
    ),
    "ISO 9, scholarly": Romanisation(
        _pairs("tš:č č:č ć:č š:š ş:š ž:ž ŝ:šč û:iu â:ia đ:dž ch:h c:c x:h|ks"),
        re.compile(f"sh|zh|kh|w|tsch|[{_POLISH_MARKS}]|{_ENGLISH}"),
        re.compile(f"[{_CARON}jc]|.ch|{_ENDING}"),
    ),
    "German": Romanisation(
        _pairs("schtsch:šč stsch:šč tsch:č sch:š|ž|šč sh:ž ch:h ck:k tz:c z:c stein:štein s:s|z ss:s ß:s ö:e ü:iu"),
        re.compile(f"v|kh|zh|shch|cz|sz|y[aeou]|[{_CARON}{_POLISH_MARKS}]|{_ENGLISH}"),
        re.compile("sch|[wzßj]|.ch|stein"),
    ),
    "French": Romanisation(
        _pairs("chtch:šč tch:č ch:š dj:dž j:ž kh:h ou:u gue:ge gué:ge gui:gi guï:gi qu:k ts:c tz:c ss:s|ss"),
        re.compile(f"w|sh|zh|sch|sz|cz|[{_CARON}{_POLISH_MARKS}]"),
        re.compile(f"tch|ou|j|ï|é|gu[eéiï]|[iy]ne$|acha$|ko$|[oe]ff$|{_ENDING}"),
    ),
    "Polish": Romanisation(
        _pairs("szcz:šč cz:č sz:š dż:dž ż:ž rz:ž|rz ź:z ś:s ć:t|č ń:n ł:l ch:h c:c"),
        re.compile(f"v|sh|zh|kh|sch|tch|[čšžŝđěûâ]|{_ENGLISH}"),
        re.compile(f"[wjc{_POLISH_MARKS}ć]|sz|rz"),
    ),
    "Hungarian": Romanisation(
        _pairs("scs:šč cs:č zs:ž sz:s s:š ny:n gy:d ty:t c:c h:h"),
        re.compile(f"w|sh|kh|zh|ch|cz|[{_CARON}{_POLISH_MARKS}]|{_ENGLISH}"),
        re.compile("cs|zs|sz|nyi|gye"),
    ),
    "Scandinavian": Romanisation(
        _pairs("sjtj:šč sjtsj:šč tsj:č sj:š tj:č zj:ž ch:h kh:h ts:c"),
        re.compile(f"w|sh|zh|cz|sz|[{_CARON}{_POLISH_MARKS}]|{_ENGLISH}"),
        re.compile("[stz]j"),
    ),
    "Spanish": Romanisation(
        _pairs("sch:šč ch:č sh:š zh:ž j:h ts:c gue:ge gué:ge gui:gi guí:gi qu:k"),
        re.compile(f"w|kh|sz|cz|[{_CARON}{_POLISH_MARKS}]"),
        re.compile("j.*[áéíóú]|[áéíóú].*j"),
    ),
}
_FRENCH_END = re.compile("(?<=[a-z][bdfghklmnprstvz])([iy])ne$")
_HARD_END = re.compile("ff$")

ROMANISED = re.compile(
    f"^(?:yu|you|iu|iou)[bcdfghklmnprstvz]|[{_CARON}{_POLISH_MARKS}]|kh|zh|shch|tsch|szcz|sz|cz|tch[aeiou].|dzh|iou|[aeiou]j(?:[^aeiou]|$)|[aeo]y[bcdfghklmnprstvz]|ij|yj|iy|yy|ii$"
    f"|.sk[yi]$|.sk(?:aya|aja|aia|oj|oy|oe)$|..[oe]v(?:a|y|ich|itch|itsch)?$|[a-z]{{3}}[oe]ff$|enko$|.tsev|.cev"
    f"|[bdfglmnprstvz][jy][aeou]|..[yj]a$|[a-z]{{4}}[kr][iy]ne?$|[a-z]'[a-z]|shvili$|[aeiou]dze$|iani$|.[dt]ko$"
)
"""What a word has that is a romanised one; few words of English have it."""


@lru_cache(maxsize=8192)
def skeletons(word: str) -> frozenset[str]:
    """What a word's spellings have in common, in each way in which it can be read.

    Empty for a word with anything but letters of one script, Cyrillic or Latin, and for one that is too long.

    >>> skeletons("Жуков") & skeletons("Joukov") & skeletons("Schukow") & skeletons("Żukow") & skeletons("Žukov")
    frozenset({'žukov'})
    """
    lower = _without_signs(word.lower())
    if not 0 < len(lower) <= LONGEST:
        return frozenset()
    if is_cyrillic(lower):
        return frozenset(map(_settled, _cyrillic(lower)))
    if not _is_latin(lower):
        return frozenset()
    return frozenset(_settled(each) for way in ROMANISATIONS.values() for each in _read(lower, way))


def is_other_spelling(word: str, other: str) -> bool:
    """Whether a word of a text is another spelling of a word searched for, or begins with one.

    One is Cyrillic and the other Latin, or both are Latin and one of them is plainly romanised, or both are Cyrillic
    and one of them has a letter that Russian lacks, or they are one but for what is often misspelled. Upper and lower
    case are alike; signs and stress do not matter.

    >>> is_other_spelling("Клушанцев", "Klushantsev"), is_other_spelling("Tarkovskij", "Tarkovsky")
    (True, True)
    >>> is_other_spelling("Пырев", "Пырьев"), is_other_spelling("полка", "полька")
    (True, False)
    >>> is_other_spelling("ship", "chip"), is_other_spelling("Марш", "Mars"), is_other_spelling("чаика", "чайка")
    (False, False, False)
    """
    one_script = is_cyrillic(word) == is_cyrillic(other)
    if one_script and not (may_be_romanised(word) or may_be_romanised(other)):
        return _is_misspelled(word, other)
    whole, begun = (LEAST_WHOLE_LATIN, LEAST_BEGUN_LATIN) if one_script else (LEAST_WHOLE, LEAST_BEGUN)
    theirs = skeletons(other)
    return any(
        (len(mine) >= whole and mine in theirs)
        or (len(mine) >= begun and any(each.startswith(mine) for each in theirs))
        for mine in skeletons(word)
    )


def _is_misspelled(word: str, other: str) -> bool:
    """Whether two Russian words are one but for a soft sign before a vowel, a doubled consonant, or э for е."""
    one, two = (_MISSPELLED.sub("", each.lower()).translate(_ONE_E) for each in (word, other))
    return one == two and is_cyrillic(one) and len(one) >= LEAST_MISSPELLED


@lru_cache(maxsize=50_000)
def may_be_romanised(word: str) -> bool:
    """Whether a Latin word is plainly romanised; of a Cyrillic one, whether it has a letter that Russian lacks."""
    lower = word.lower()
    return bool((_NOT_RUSSIAN if is_cyrillic(lower) else ROMANISED).search(lower))


def is_cyrillic(word: str) -> bool:
    """Whether all letters of a word are Cyrillic."""
    return bool(_ALL_CYRILLIC.fullmatch(word))


_ALL_CYRILLIC = re.compile(f"[\u0400-\u052f{SIGNS}]+")
_NOT_RUSSIAN = re.compile("[\u0450\u0452-\u052f]")


def _is_latin(word: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in word)


def _without_signs(word: str) -> str:
    return unicodedata.normalize("NFC", word).translate(dict.fromkeys(map(ord, SIGNS)))


def _cyrillic(word: str) -> Iterator[str]:
    choices = [_TOGETHER.get(part) or _CYRILLIC.get(part, ("",)) for part in _TOGETHER_OR_ONE.findall(word)]
    return map("".join, islice(product(*choices), MOST_READINGS))


def _read(word: str, way: Romanisation) -> Iterator[str]:
    """The readings of a Latin word in one romanisation; none where it cannot be one."""
    if way.never.search(word) or not way.sign.search(word):
        return iter(())
    if way is ROMANISATIONS["French"]:
        word = _FRENCH_END.sub(r"\1n", word)
    choices = [_meanings(part, way) for part in _PARTS[id(way)].findall(_HARD_END.sub("v", word))]
    return map("".join, islice(product(*choices), MOST_READINGS))


def _meanings(part: str, way: Romanisation) -> tuple[str, ...]:
    if part in way.letters:
        return way.letters[part]
    bare = unicodedata.normalize("NFD", _BARE.get(part, part))[0]
    return way.letters.get(bare) or _LETTERS.get(bare, ("",))


_BARE = {"ł": "l", "đ": "d", "ø": "o", "æ": "e", "œ": "e", "ß": "s", "ı": "i"}
_BARE_LETTERS = {key: [*_LETTERS[value]] for key, value in _BARE.items()}
"""The letters that normalisation does not take apart, each with what it stands for."""
_PARTS = {
    id(way): re.compile("|".join([*sorted(way.letters, key=len, reverse=True), "."]), re.DOTALL)
    for way in ROMANISATIONS.values()
}


def _settled(sounds: str) -> str:
    """Sounds without what spellings disagree on: й, ы and и; ё, ье and е; о after ж, ч and ш; what is doubled."""
    sounds = sounds.replace("ts", "c")
    sounds = re.sub("i+[eo]", "e", sounds)
    sounds = re.sub("(?<=[čšž])o", "e", sounds)
    return re.sub(r"([ei])\1+|([^aeiou])\2+(?=.)", r"\1\2", sounds)


_UNITS = ("šč", "dž", "ks", *"bvgdzžklmnprstfhcčš")
_CONSONANTS = "bcdfghklmnpqrstvwxzбвгґджзклмнпрстфхцчшщ"


def _written() -> dict[str, set[str]]:
    """For each consonant, or several that are written as one, how they are written somewhere."""
    written: dict[str, set[str]] = {unit: set() for unit in _UNITS}
    tables = (_CYRILLIC, _TOGETHER, _LETTERS, *(way.letters for way in ROMANISATIONS.values()))
    for letters, meanings in (each for table in tables for each in table.items()):
        for meaning in meanings:
            written.get(re.sub("[aeiou]", "", meaning), set()).add(letters)
    written["c"] |= {"ts", "тс"}
    written["š"] |= {"s"}
    written["v"] |= {"ff"}
    for unit in ("šč", "dž", "ks"):
        first, second = (_any_of(written[each]) for each in unit)
        written[unit].add(f"{first}{second}")
    return written


def _any_of(written: set[str]) -> str:
    return f"(?:{'|'.join(sorted(written, key=lambda each: (-len(each), each)))})+"


_PATTERNS = {unit: _any_of(written) for unit, written in _written().items()}


def pattern_of(word: str) -> str:
    """What every other spelling of a word matches, in small letters, and not much else; empty where there is none.

    RE2 and Python read it alike.
    """
    between = f"[^{_CONSONANTS}]*"
    sounds = {tuple(re.findall("šč|dž|ks|[^aeiou]", each)) for each in skeletons(word)}
    patterns = (between.join(["", *(_PATTERNS[each] for each in sound)]) for sound in sorted(sounds) if sound)
    return "|".join(f"^(?:{pattern})" for pattern in patterns)


def tables() -> dict[str, Any]:
    """What `skeletons` and `is_other_spelling` go by, as plain values, for a script that does the same elsewhere."""
    ways = [
        {
            "letters": {key: [*values] for key, values in way.letters.items()},
            "never": way.never.pattern,
            "sign": way.sign.pattern,
            "parts": _PARTS[id(way)].pattern,
            "french": _FRENCH_END.pattern if name == "French" else "",
        }
        for name, way in ROMANISATIONS.items()
    ]
    cyrillic = {key: [*values] for key, values in (_CYRILLIC | _TOGETHER).items()}
    return {
        "signs": SIGNS,
        "cyrillic": cyrillic,
        "together": _TOGETHER_OR_ONE.pattern,
        "latin": {key: [*values] for key, values in _LETTERS.items()} | _BARE_LETTERS,
        "ways": ways,
        "romanised": ROMANISED.pattern,
        "misspelled": _MISSPELLED.pattern,
        "longest": LONGEST,
        "readings": MOST_READINGS,
        "least": {
            "same": [LEAST_WHOLE_LATIN, LEAST_BEGUN_LATIN],
            "other": [LEAST_WHOLE, LEAST_BEGUN],
            "misspelled": LEAST_MISSPELLED,
        },
    }
