"""Numbers, lists and long texts as English puts them into a sentence."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DIRECTED = {"R", "AL", "AN", "RLE", "RLO", "LRE", "LRO", "PDF", "RLI", "LRI", "FSI", "PDI"}


def number(value: int) -> str:
    """A count with a separator between thousands: ``3,201``."""
    return f"{value:,}"


def decimal(value: float) -> str:
    """Any number with a separator between thousands, and without a fraction if it has none.

    >>> decimal(8.1), decimal(60), decimal(28341469.5), decimal(-0.05), decimal(-0.0), decimal(1e21)
    ('8.1', '60', '28,341,469.5', '-0.05', '0', '1,000,000,000,000,000,000,000')
    """
    return f"{Decimal(str(value + 0.0)):,f}".removesuffix(".0")


def counted(count: int, noun: str, plural: str = "") -> str:
    """A count and its noun.

    >>> counted(1, "film"), counted(3201, "film"), counted(0, "match", "matches")
    ('1 film', '3,201 films', '0 matches')
    """
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def listing(items: Sequence[str], most: int = 5) -> str:
    """Items as part of a sentence; a long list stops and says how many are left.

    >>> listing(["a"]), listing(["a", "b", "c"]), listing(list("abcdefg"))
    ('a', 'a, b and c', 'a, b, c, d, e and 2 more')
    """
    shown = list(items[:most])
    if len(items) > most:
        shown.append(f"{number(len(items) - most)} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def shortened(text: str, most: int = 60) -> str:
    r"""A text on one line, cut at `most` characters with an ellipsis.

    >>> shortened("one\ntwo"), shortened("abcdef", most=4)
    ('one two', 'abc…')
    """
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def apart(text: str) -> str:
    """A text of a list or link, so that what stands after it keeps its direction.

    A text with letters or marks that run from right to left is put between Unicode's isolates; others stay.
    """
    directed = any(unicodedata.bidirectional(character) in _DIRECTED for character in text)
    return f"\u2068{text}\u2069" if directed else text


def quoted(text: str, most: int = 60) -> str:
    """A value in quotation marks, shortened."""
    return f"“{apart(shortened(text, most))}”"


def day(when: date) -> str:
    """A day in words.

    >>> day(date(1977, 9, 29))
    '29 September 1977'
    """
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def years(first: int | None, last: int | None) -> str:
    """A range of years; None is an open end.

    >>> years(1960, 1984), years(1972, 1972), years(1970, None), years(None, 1970), years(None, None)
    ('1960–1984', '1972', 'from 1970', 'to 1970', 'all years')
    """
    if first is None and last is None:
        return "all years"
    if first is None or last is None:
        return f"to {last}" if first is None else f"from {first}"
    return str(first) if first == last else f"{first}–{last}"


def limits(lowest: float | None, highest: float | None, unit: str = "") -> str:
    """A range of numbers; None is an open end.

    >>> limits(60, 120, "min"), limits(8.1, 8.1), limits(7.5, None), limits(None, 90, "min"), limits(None, None)
    ('60–120 min', '8.1', 'from 7.5', 'up to 90 min', 'any')
    """
    if lowest is None and highest is None:
        return "any"
    if lowest is None:
        said = f"up to {decimal(highest or 0)}"
    elif highest is None:
        said = f"from {decimal(lowest)}"
    else:
        said = decimal(lowest) if lowest == highest else f"{decimal(lowest)}–{decimal(highest)}"
    return f"{said} {unit}".rstrip()
