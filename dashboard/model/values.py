"""One cell into a value: years, numbers and minutes as people write them, several values in one cell."""

from __future__ import annotations

import ast
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeVar

Read = TypeVar("Read")

LONGEST_LIST = 10_000
"""Characters of a cell that can be a list in JSON or Python's form."""
MISSING = frozenset({"", "\\n", "n/a", "na", "nan", "null", "none", "nil", "-", "–", "—", "?", "unknown", "неизвестно"})
"""What a cell for a year or a number says when it is not known, folded; ``\\N`` is IMDb's."""
LONGEST = 40
"""Characters that a date, a number or a length has at most."""

_PLAIN_YEAR = re.compile(r"0*(\d{1,4})(?:\.0+)?")
_FOUR_DIGITS = re.compile(r"(?<!\d)[12]\d{3}(?!\d)(?![.,]\d+$)")
_RANGE = re.compile(r"(?<!\d)([12]\d{3})\s*[-–—/]\s*(?:[12]\d{3}|\d{2})(?!\d)(?![-–—/]\d)")
_TWO_DIGITS = re.compile(r"(?:\d{1,2}[-./ ])(?:\d{1,2}|[^\W\d_]{3,9}\.?)[-./, ]+(\d{2})|['’](\d{2})")
_ANY_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_GROUPED = re.compile(r"-?\d{1,3}(?:([,\s])\d{3})(?:\1\d{3})*(?:\.\d+)?")
_AS_WRITTEN = partial(json.loads, parse_int=str, parse_float=str, parse_constant=str)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_SPOKEN = re.compile(
    r"(?:pt)?(?:(\d{1,3})\s*(?:h|hr|hrs|hours?|ч|час|часа|часов|std)\.?\s*)?"
    r"(?:(\d{1,5})\s*(?:m|min|mins|minutes?|мин|минут[аы]?|м)?\.?)?"
)


def each_once(read: Callable[[str], Read], cells: Iterable[str]) -> list[Read]:
    """What is read of each cell; equal cells are read once, and share what is read."""
    read_of: dict[str, Read] = {}
    found = []
    for cell in cells:
        if cell not in read_of:
            read_of[cell] = read(cell)
        found.append(read_of[cell])
    return found


def is_missing(cell: str) -> bool:
    """Whether a cell for a year or a number says that it is not known."""
    return cell.strip().casefold() in MISSING


def _plain(cell: str) -> str:
    """A cell in plain characters, folded; empty if it is too long for a date, a number or a length."""
    text = cell.strip()
    return unicodedata.normalize("NFKC", text).strip().casefold() if len(text) <= LONGEST else ""


def year_of(cell: str) -> tuple[int, bool] | None:
    """The year that a cell names, and whether its century had to be guessed; None if it names none, or several.

    Of a span the first year. Two digits in a date are taken for the last hundred years.

    >>> year_of("1972"), year_of("Jun 12 1998"), year_of("1972–73"), year_of("soon")
    ((1972, False), (1998, False), (1972, False), None)
    """
    text = _plain(cell)
    if plain := _PLAIN_YEAR.fullmatch(text):
        return int(plain[1]), False
    if text.startswith(("-", "+", "−")):
        return None
    if span := _RANGE.search(text):
        return int(span[1]), False
    found = set(_FOUR_DIGITS.findall(text))
    if len(found) == 1:
        return int(found.pop()), False
    if short := _TWO_DIGITS.fullmatch(text):
        return _in_the_last_hundred_years(int(short[1] or short[2])), True
    return None


def _in_the_last_hundred_years(two_digits: int) -> int:
    this = date.today().year
    year = this // 100 * 100 + two_digits
    return year if year <= this else year - 100


def number_of(cell: str) -> float | None:
    """The number that a cell holds, with or without separators between thousands; None if it is something else.

    >>> number_of("1,234,567"), number_of("8.1"), number_of("12 angry men")
    (1234567.0, 8.1, None)
    """
    text = cell.strip()
    if len(text) > LONGEST:
        return None
    if grouped := _GROUPED.fullmatch(text):
        return float(text.replace(grouped[1], ""))
    return float(text) if _ANY_NUMBER.fullmatch(text) else None


def is_plain(cell: str) -> bool:
    """Whether a number is written in digits with at most one point and nothing else."""
    whole, _, rest = cell.partition(".")
    return cell.isascii() and whole.isdecimal() and (not rest or rest.isdecimal())


def loose_number_of(cell: str) -> float | None:
    """A number as people write ratings and sums: ``8,1``, ``8.1/10``, ``$12,000``, ``85 %``."""
    text = _plain(cell).strip("$€£₽ %")
    text = re.sub(r"\s*/\s*\d+$", "", text)
    if re.fullmatch(r"-?\d+,\d{1,2}", text):
        text = text.replace(",", ".")
    return number_of(text)


def minutes_of(cell: str) -> float | None:
    """A length in minutes: ``167``, ``167 min``, ``2h 47m``, ``2:47``, ``2 ч 47 мин``.

    >>> minutes_of("2h 47m"), minutes_of("167 мин."), minutes_of("2:47"), minutes_of("long")
    (167.0, 167.0, 167.0, None)
    """
    text = _plain(cell)
    if clock := _CLOCK.fullmatch(text):
        return float(int(clock[1]) * 60 + int(clock[2]))
    if text and (spoken := _SPOKEN.fullmatch(text)) and (spoken[1] or spoken[2]):
        return float(int(spoken[1] or 0) * 60 + int(spoken[2] or 0))
    return number_of(text)


def values_of(cell: str, separator: str = ";") -> tuple[str, ...]:
    """The values of a cell that holds several, each once, in their order.

    A cell that is a list in JSON or Python's form gives its items; of objects, their names.

    >>> values_of("rescue; adventure;; rescue"), values_of('[{"id": 1, "name": "Drama"}]'), values_of("")
    (('rescue', 'adventure'), ('Drama',), ())
    """
    items = _listed(cell)
    if items is None:
        items = cell.split(separator) if separator else [cell]
    return tuple(dict.fromkeys(value for item in items if (value := item.strip()) and value != "\\N"))


def is_listed(cell: str) -> bool:
    """Whether a cell is a list in JSON or Python's form."""
    return _listed(cell) is not None


def _listed(cell: str) -> list[str] | None:
    text = cell.strip()
    if len(text) > LONGEST_LIST or not (text.startswith("[") and text.endswith("]")):
        return None
    for read in (_AS_WRITTEN, ast.literal_eval):
        try:
            return _texts(read(text))
        except (ValueError, SyntaxError, RecursionError, MemoryError, TypeError):
            continue
    return None


def _texts(items: Sequence[Any]) -> list[str]:
    found = [item.get("name") if isinstance(item, dict) else item for item in items]
    if not all(isinstance(item, str | int) for item in found):
        raise ValueError("not a list of texts")
    texts = [str(item) for item in found]
    "".join(texts).encode()  # half a surrogate pair is a ValueError: no file could hold it
    return texts
