"""What the cells of a column hold, where the schema does not say: kinds, and what separates several values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dashboard.cleaning.values import is_listed, is_missing, values_of, year_of
from dashboard.model.schema import Column, Kind

LONGEST_CHOICE = 60
"""Characters of a value that can be a filter's."""
MOST_CHOICES = 500
"""Different values that a filter of a list's own column can have."""
LONG_TEXT = 120
"""Characters; a column with longer cells than that is text to read."""

_IDENTIFIER = re.compile(
    r"(?i:(^|[\W_])(ids?([\W_]|$)|(no|nr|num|number|position|pos|rank|index|номер)\W*$))|[a-z]I[dD]s?$|[#№]"
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DIGITS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
_LINK = re.compile(r"https?://\S+")
_NAMES = ("director", "cast")
_CATCHWORDS = ("genres", "country", "language", "themes", "studio")


def separator_of(cells: Sequence[str], column: str = "") -> str:
    """What separates the values of a column that may hold several in a cell; empty if nothing does.

    A semicolon, a bar or a line break separates wherever it stands in short cells. A comma does where it is plainly
    a list: in names if each part is a name of two words or more, in the schema's catchwords if the parts are short,
    anywhere if the same few parts come again and again.

    Args:
        cells: the column's cells that are not empty.
        column: the schema's column it is; empty for one of the list's own.

    >>> separator_of(["Drama|Comedy", "Drama"]), separator_of(["Lana Wachowski, Lilly Wachowski"], "director")
    ('|', ',')
    >>> separator_of(["Tarkovsky, Andrei"], "director"), separator_of(["Far, far away"])
    ('', '')
    """
    for separator in (";", "|", "\n"):
        if any(separator in cell for cell in cells) and (column or _are_values(cells, separator)):
            return separator
    divided = [cell for cell in cells if "," in cell and not is_listed(cell)]
    if not divided:
        return ""
    parts = [part.strip() for cell in divided for part in cell.split(",")]
    if column in _NAMES and sum(" " in part or "." in part for part in parts) >= 0.8 * len(parts):
        return ","
    if column in _CATCHWORDS and all(0 < len(part) <= 30 and part.count(" ") < 3 for part in parts):
        return ","
    return "," if _come_again(cells) else ""


def _are_values(cells: Sequence[str], separator: str) -> bool:
    """Whether cells are made of short values that mostly come again, and none would be lost by dividing them."""
    divided = [[part.strip() for part in cell.split(separator)] for cell in cells]
    parts = [part for cell in divided for part in cell]
    whole = all(all(cell) and len(set(cell)) == len(cell) for cell in divided)
    return whole and max(map(len, parts)) <= LONGEST_CHOICE and len(set(parts)) <= max(3, 0.8 * len(parts))


def _come_again(cells: Sequence[str]) -> bool:
    """Whether cells are made of few short parts between commas: clearly fewer of them than different cells."""
    different = set(cells)
    parts = Counter(part.strip() for cell in different for part in cell.split(","))
    short = all(0 < len(part) <= 30 and part.count(" ") < 4 for part in parts)
    return short and _are_values(cells, ",") and len(different) >= 4 and len(parts) <= 0.75 * len(different)


def kind_of(name: str, cells: Sequence[str], own_form: bool = False) -> tuple[Kind, str]:
    """The kind of a list's own column, and the separator if its cells hold several values.

    Args:
        name: the column's header.
        cells: its cells, stripped; empty ones are not known.
        own_form: whether the list is in the dashboard's form, where nothing but a semicolon separates.
    """
    filled = [cell for cell in cells if cell]
    if not filled:
        return Kind.TEXT, ""
    if all(_LINK.fullmatch(cell) for cell in filled):
        return Kind.ADDRESS, ""
    if _are_numbers(filled):
        return (Kind.IDENTIFIER if _IDENTIFIER.search(name) else Kind.NUMBER), ""
    if all(map(is_listed, filled)):
        return Kind.CHOICES, ""
    if (separator := separator_of(filled)) and (separator == ";" or not own_form):
        return Kind.CHOICES, separator
    return _kind_of_texts(filled), ""


def _kind_of_texts(filled: Sequence[str]) -> Kind:
    if max(map(len, filled)) > LONG_TEXT:
        return Kind.LONG_TEXT
    if all(len(cell) > 4 and not _DIGITS.fullmatch(cell) and year_of(cell) for cell in filled):
        return Kind.DATE
    return Kind.CHOICE if _recur(filled) else Kind.TEXT


def _are_numbers(filled: Sequence[str]) -> bool:
    """Whether cells are numbers that can be written from their values again, letter for letter or nearly so.

    Not so are codes ("007"), versions ("1.10" beside "1.1"), and what may be thousands ("1,234", "12.000").
    """
    known = [cell for cell in filled if not is_missing(cell)]
    if not known or not all(_NUMBER.fullmatch(cell) and len(cell) < 16 for cell in known):
        return False
    decimals = [cell.partition(".")[2] for cell in known if "." in cell]
    lengths = {len(each) for each in decimals}
    return lengths != {3} and (len(lengths) < 2 or not any(each.endswith("0") and each != "0" for each in decimals))


def _recur(values: Sequence[str]) -> bool:
    """Whether values come again often enough, and are short and few enough, to choose by."""
    different = set(values)
    return (
        0 < 10 * len(different) <= 7 * len(values)
        and len(different) <= MOST_CHOICES
        and max(map(len, different)) <= LONGEST_CHOICE
    )


def own_column(name: str, cells: Sequence[str], own_form: bool = False) -> tuple[Column, str]:
    """What a list's own column means, by its cells, and the separator of its values."""
    kind, separator = kind_of(name, cells, own_form)
    values = (
        [value for cell in cells if cell for value in values_of(cell, separator)] if kind is Kind.CHOICES else cells
    )
    filled = [value for value in values if value]
    facet = kind is Kind.NUMBER or (kind in (Kind.CHOICE, Kind.CHOICES) and _recur(filled))
    searchable = kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE, Kind.CHOICES)
    return Column(name, name or "(no name)", kind=kind, facet=facet, searchable=searchable), separator
