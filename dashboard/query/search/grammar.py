"""What a visitor types as a search, read: words, phrases, what must not be there, and what a column must hold."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from dashboard.cleaning.nfc import composed
from dashboard.query.search.fold import fold
from dashboard.query.view import NO_LIMITS, Limits, read_ends

LONGEST_SEARCH = 200
LONGEST_READ = 10 * LONGEST_SEARCH
"""Characters of what is sent as a search, or as another text of one line, that are looked at."""
_AT_THE_ENDS = ".,;:!?()[]«»“”„\"'’"
_TOKEN = re.compile(
    r"(?P<without>-(?=[^\s-]))?"
    r'(?:(?P<column>[^\s:"«“„]+):(?=\S))?'
    r'(?:"(?P<straight>[^"]+)"|«(?P<guillemets>[^»]+)»|[“„](?P<curly>[^“”]+)[“”]|(?P<word>\S+))'
)
_NUMBER = "-?[0-9]{1,15}(?:[.][0-9]{1,15})?"


class SearchedColumn(NamedTuple):
    """A column that a search can name: its name in the list, and whether it holds numbers."""

    name: str
    has_numbers: bool = False


@dataclass(frozen=True)
class Term:
    """One thing that a search asks for.

    Attributes:
        text: a word or a phrase, folded; empty for a range.
        column: the column that must hold it; empty for any.
        limits: of a range, between which the column's number must lie.
        is_phrase: whether it stands in quotation marks, and so must be there as it is written.
        is_without: whether the films are asked for that do not have it.
        written: as it is typed.
        accented: of a word, its letters with their accents, which romanisations need; small ones.
    """

    text: str
    column: str = ""
    limits: Limits = NO_LIMITS
    is_phrase: bool = False
    is_without: bool = False
    written: str = ""
    accented: str = ""


def clean_search(text: str, most: int = LONGEST_READ) -> str:
    """A search without control characters and blanks at its ends, cut at `most` characters."""
    read = (c if unicodedata.category(c)[0] != "C" or c == "\u200d" else " " for c in text[:LONGEST_READ])
    return " ".join("".join(read).split())[:most].rstrip()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded, each once, without punctuation at their ends.

    What is nothing but punctuation or accents is a word only where nothing else is.

    >>> words_of("Mars,  mars – (Звёзды)"), words_of(" ... ")
    (('mars', 'звезды'), ('...',))
    """
    return tuple(dict.fromkeys(fold(word) or word for word in _bare_words(text)))


def _bare_words(text: str) -> list[str]:
    words = [word.strip(_AT_THE_ENDS) or word for word in text.split()]
    return [word for word in words if any(map(str.isalnum, word))] or words


def column_key(name: str) -> str:
    """How a search names a column: folded, with a low line for blanks and hyphens.

    >>> column_key("Original title"), column_key("Режиссёр")
    ('original_title', 'режиссер')
    """
    return re.sub(r"[\s-]+", "_", fold(name).strip())


def read_search(search: str, columns: Mapping[str, SearchedColumn]) -> tuple[Term, ...]:
    """What a search asks for, each thing once. What cannot be understood is searched as words.

    Args:
        search: what was typed; no text raises anything.
        columns: those that it can name, by `column_key`.
    """
    terms = dict.fromkeys(term for match in _TOKEN.finditer(search) for term in _terms(match, columns))
    real = tuple(term for term in terms if not term.text or any(map(str.isalnum, term.text)))
    return real or tuple(terms)


def _terms(match: re.Match[str], columns: Mapping[str, SearchedColumn]) -> Iterator[Term]:
    raw, without = match[0], bool(match["without"])
    known = columns.get(column_key(match["column"])) if match["column"] else None
    phrase = match["straight"] or match["guillemets"] or match["curly"]
    given = phrase or match["word"]
    if (match["column"] and not known) or not given.strip():
        yield from _words(raw[1:] if without else raw, "", without, raw)
    elif known and known.has_numbers:
        limits = limits_of(given.strip())
        if limits:
            yield Term("", known.name, limits, False, without, raw)
        else:
            yield from _words(raw[1:] if without else raw, "", without, raw)
    elif phrase:
        yield Term(
            " ".join((fold(phrase) or phrase).split()), known.name if known else "", NO_LIMITS, True, without, raw
        )
    else:
        yield from _words(given, known.name if known else "", without, raw)


def _words(text: str, column: str, without: bool, raw: str) -> Iterator[Term]:
    for word in _bare_words(composed(text)):
        folded = fold(word) or word
        yield Term(folded, column, NO_LIMITS, False, without, raw if column or without else folded, word.lower())


def limits_of(text: str) -> Limits | None:
    """The range that a text names, its ends put right; None if it names none.

    An end that is not in the range, as that of ">7", is the number next to it. A dash may stand between years.

    >>> limits_of(">=7"), limits_of("1972-1975"), limits_of("<7") == (None, 6.999999999999999)
    ((7.0, None), (1972.0, 1975.0), True)
    >>> limits_of("1972"), limits_of("1972..1975"), limits_of("..1960"), limits_of("1980.."), limits_of("..")
    ((1972.0, 1972.0), (1972.0, 1975.0), (None, 1960.0), (1980.0, None), None)
    """
    if than := re.fullmatch(f"([<>])(=?)({_NUMBER})", text):
        end = float(than[3]) if than[2] else math.nextafter(float(than[3]), math.inf if than[1] == ">" else -math.inf)
        return (end, None) if than[1] == ">" else (None, end)
    return read_ends(text, _NUMBER, r"[.]{2}|…|(?<=\d{4})[-–—](?=\d{4})", float)
