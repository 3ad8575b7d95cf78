"""The codes by which a column's name says in which language its texts are."""

from __future__ import annotations

from functools import cache, lru_cache

from babel import Locale
from babel.core import get_global

from dashboard.i18n.languages import SOURCE, languages


@cache
def language_codes() -> frozenset[str]:
    """The codes of ISO 639-1 and those of the interface's languages, in small letters.

    Source: the language names of Unicode's CLDR, which has all codes of ISO 639-1.
    """
    two_letters = {str(code) for code in Locale(SOURCE).languages if len(str(code)) == 2}
    return frozenset(two_letters | {code.casefold() for code in languages()})


def in_low_lines(name: str) -> str:
    """A column's name in small letters, with a low line for blanks and hyphens.

    >>> in_low_lines("Source note-DE")
    'source_note_de'
    """
    return "_".join(name.casefold().replace("_", " ").replace("-", " ").split())


@lru_cache(maxsize=1024)
def divided(name: str) -> tuple[str, str]:
    """A column's name as that of the column it translates and the code of a language; both empty for any other.

    >>> divided("reason_ru"), divided("Source note DE"), divided("checked_on"), divided("_ru"), divided("film_xx")
    (('reason', 'ru'), ('source_note', 'de'), ('', ''), ('', ''), ('', ''))
    """
    words = in_low_lines(name)
    endings = (words[at + 1 :] for at, character in enumerate(words) if character == "_" and at)
    code = next((ending for ending in endings if ending in language_codes()), "")
    return (words.removesuffix(f"_{code}"), code) if code else ("", "")


def is_latin(code: str) -> bool:
    """Whether a language is written in Latin letters; one of which nothing is known counts as such.

    >>> is_latin("de"), is_latin("ru"), is_latin("ja"), is_latin("xx")
    (True, False, False, True)
    """
    tag = get_global("likely_subtags").get(code, "").split("_")
    return "Latn" in tag or len(tag) < 2
