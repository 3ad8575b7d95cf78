"""Columns and the kinds of their cells: how a cell is read, told, filtered, shown, sorted and exported.

A new kind is one class here and its place in `KINDS`. What lies above only asks a kind, or goes by its plain words
`look` and `control`.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from typing import Any, ClassVar, Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.model.money import amounts, commonest, currencies, reads_back_as_number
from dashboard.model.problems import ProblemKind
from dashboard.model.separators import LONGEST_CHOICE, Commas, known_separator, own_separator
from dashboard.model.text_column import TYPE, TextColumn, column_of, read_once
from dashboard.model.values import (
    are_of_two_digits,
    is_listed,
    is_missing,
    is_plain,
    loose_number_of,
    minutes_of,
    rating_of,
    seconds_a_unit,
    time_of,
    values_of,
    year_of,
)

Control = Literal["values", "range"]
"""What chooses films by a column: some of its values, or a range of its numbers."""
Look = Literal["text", "long text", "identifier", "value", "values", "number", "money", "year", "address"]
"""How a cell looks, on a card as in a table."""
Order = Literal["alphabet", "size", "time"]
"""What sorted cells go by, which says what the two ways are called."""
Wrong = tuple[int, ProblemKind, str]
"""The position of a cell, what is wrong with it, and what the sentence about it needs beside that."""

SEPARATOR = "; "
"""Between the values of a cell that holds several, in a file that the dashboard writes."""
MOST_CHOICES = 500
"""Different values that a filter of a list's own column can have."""
LONG_TEXT_FROM = 120
"""A column with a cell of more characters is text to read."""

_IDENTIFIER = re.compile(
    r"(?i:(^|[\W_])(ids?([\W_]|$)|(no|nr|num|number|position|pos|rank|index|номер)\W*$))|[a-z]I[dD]s?$|[#№]"
)
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_DIGITS = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
_ADDRESS = re.compile(r"https?://\S+")
_SHORT_NUMBER = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")
_COMMON_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+|,[0-9]{1,2})?(?:\s*(?:min|mins|minutes|m|мин|минут)\.?)?")


@dataclass(frozen=True, eq=False)
class ReadCells:
    """The cells of a column as they were read.

    Attributes:
        values: one a film, as a column of a frame holds them.
        wrong: what is to be said of cells, in their order.
        lossy: positions of cells that say more than their value does.
        unknown: positions of cells that say in words that nothing is known.
    """

    values: Any
    wrong: tuple[Wrong, ...] = ()
    lossy: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()


class ReadCell(NamedTuple):
    """One cell as it was read; its parts are those of `ReadCells`, for one cell."""

    value: float | None = None
    wrong: ProblemKind | None = None
    expected: str = ""
    lossy: bool = False
    unknown: bool = False


class Pairs(NamedTuple):
    """What films can be chosen by: one pair for each value of each film, by their positions.

    Attributes:
        rows: positions of films, in order.
        codes: beside each the position of the value in `values`.
        values: the different values, in the order in which they first come.
    """

    rows: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int64]
    values: list[str]


class Kind:
    """What the cells of a column hold. Two kinds of one class are the same.

    Attributes:
        name: what the data dictionary calls it.
        look: how a cell looks.
        control: what chooses films by it; None for nothing.
        order: what sorted cells go by.
        searched: whether `Search` looks into a list's own column of this kind.
        searched_whole: whether `Search` finds a cell only by all that is in it.
        quoted: whether a statement may quote a cell.
    """

    name: ClassVar[str]
    look: ClassVar[Look] = "text"
    control: ClassVar[Control | None] = None
    order: ClassVar[Order] = "alphabet"
    searched: ClassVar[bool] = False
    searched_whole: ClassVar[bool] = False
    quoted: ClassVar[bool] = False

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return type(self).__name__

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        """Whether a list's own column is of this kind: what separates its values, "" for nothing; None if it is not.

        Args:
            header: its name in the file.
            filled: its cells that are not empty; at least one.
            own_form: whether a file is as the dashboard writes it, where only a semicolon separates.
        """
        return None

    def separator(self, cells: Sequence[str], column: Column, own_form: bool) -> str:
        """What separates the values in the cells of a column of the schema; empty if a cell holds one."""
        return ""

    def read(self, cells: Sequence[str], column: Column, separator: str = "") -> ReadCells:
        """Cells of a file as values. The cells are stripped, and empty where nothing is known."""
        return ReadCells(texts(cells))

    def pairs(self, values: pd.Series[Any]) -> Pairs:
        """What films can be chosen by. For `control` values."""
        codes, different = pd.factorize(values)
        rows = np.flatnonzero(codes >= 0)
        return Pairs(rows, codes[rows], different.tolist())

    def numbers(self, values: pd.Series[Any]) -> npt.NDArray[np.float64]:
        """Each film's number, NaN where not known. For `control` range."""
        return values.to_numpy(float, na_value=np.nan)

    def unit(self, values: pd.Series[Any]) -> str:
        """What the numbers of a list's own column count; empty if it does not say."""
        return ""

    def sort_keys(self, values: pd.Series[Any], column: Column) -> npt.NDArray[np.float64] | None:
        """Numbers that put films in order, NaN where nothing is known; None where the alphabet does."""
        return None

    def is_known(self, value: Any) -> bool:
        """Whether a cell says something."""
        return not pd.isna(value)

    def text(self, value: Any) -> str:
        """A cell as `Search` reads it; empty where nothing is known."""
        return str(value) if self.is_known(value) else ""

    def texts(self, values: pd.Series[Any]) -> pd.Series[str]:
        """Cells as `Search` reads them."""
        return values.fillna("")

    def plain(self, value: Any) -> str | float | list[str] | None:
        """A cell as JSON has it; None where nothing is known."""
        return str(value) if self.is_known(value) else None

    def written(self, values: Iterable[Any], column: Column, *, is_own: bool) -> list[str]:
        """Cells as a file has them that reads back as the same values; `is_own` if the schema lacks the column."""
        return [self.text(value) for value in values]


class Text(Kind):
    """A short text."""

    name = "text"
    searched = quoted = True

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return ""


class LongText(Kind):
    """A text to read."""

    name = "long text"
    look = "long text"
    searched = quoted = True

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if max(map(len, filled)) > LONG_TEXT_FROM else None


class Identifier(Kind):
    """What names a film somewhere."""

    name = "identifier"
    look = "identifier"
    searched_whole = True

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if _IDENTIFIER.search(header) and _are_numbers(filled) else None


class Address(Kind):
    """An address on the web."""

    name = "address"
    look = "address"
    searched_whole = True

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if all(map(_ADDRESS.fullmatch, filled)) else None


class Date(Kind):
    """A day, as the list writes it."""

    name = "date"
    order = "time"
    searched = True

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        different = dict.fromkeys(filled)
        dates = all(len(cell) > 4 and not _DIGITS.fullmatch(cell) and year_of(cell) for cell in different)
        return "" if dates else None

    def sort_keys(self, values: pd.Series[Any], column: Column) -> npt.NDArray[np.float64]:
        """By the day where a cell names one, else by its year, which comes before the days of that year."""
        return self.numbers(values.map({cell: time_of(cell) for cell in values.dropna().unique()}))


class Number(Kind):
    """A number, whole or not: Int64 if all of a column are whole, else Float64."""

    name = "number"
    look: ClassVar[Look] = "number"
    control: ClassVar[Control | None] = "range"
    order: ClassVar[Order] = "size"

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if _are_numbers(filled) else None

    def read(self, cells: Sequence[str], column: Column, separator: str = "") -> ReadCells:
        """Numbers within the column's limits; what is outside them, or no number, is not known and named."""
        cells = column_of(cells)
        read = partial(_number, column=column, read=_reader(cells, column))
        found = _each_read(read, cells, lambda values: numbers(values).array)
        return replace(found, values=pd.Series(found.values))

    def sort_keys(self, values: pd.Series[Any], column: Column) -> npt.NDArray[np.float64]:
        return self.numbers(values)

    def texts(self, values: pd.Series[Any]) -> pd.Series[str]:
        return values.astype(object).map(self.text).astype("str")

    def plain(self, value: Any) -> str | float | list[str] | None:
        if not self.is_known(value):
            return None
        return int(value) if value == int(value) else float(value)

    def written(self, values: Iterable[Any], column: Column, *, is_own: bool) -> list[str]:
        return [np.format_float_positional(float(each), trim="-") if self.is_known(each) else "" for each in values]


class Money(Kind):
    """Amounts of money in one currency, as the list writes them."""

    name = "money"
    look = "money"
    control = "range"
    order = "size"

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if len(currencies(header, filled)) == 1 else None

    def numbers(self, values: pd.Series[Any]) -> npt.NDArray[np.float64]:
        """Each film's amount, NaN where none is known or it is not in the column's currency."""
        found = amounts(values.dropna().tolist())
        unit = commonest(found.values())
        known = {cell: amount.number for cell, amount in found.items() if amount.currency == unit}
        return super().numbers(values.map(known))

    def unit(self, values: pd.Series[Any]) -> str:
        return commonest(amounts(values.dropna().tolist()).values())

    def sort_keys(self, values: pd.Series[Any], column: Column) -> npt.NDArray[np.float64]:
        return self.numbers(values)

    def plain(self, value: Any) -> str | float | list[str] | None:
        if self.is_known(value) and reads_back_as_number(value):
            return float(value) if "." in value else int(value)
        return super().plain(value)


class Year(Number):
    """A year, as Int64."""

    name = "year"
    look = "year"
    searched_whole = True
    control = None
    order = "time"

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return None

    def read(self, cells: Sequence[str], column: Column, separator: str = "") -> ReadCells:
        """The year that each cell names; of a cell that says more, what was read is named."""
        read = _year_of_two_digits if are_of_two_digits(column_of(cells).counts()) else _year
        return _each_read(read, cells, partial(pd.array, dtype="Int64"))

    def written(self, values: Iterable[Any], column: Column, *, is_own: bool) -> list[str]:
        return [self.text(value) for value in values]


class Choice(Kind):
    """One of a few values."""

    name = "one of a few values"
    look = "value"
    control = "values"
    searched = True

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if come_again(set(filled), len(filled)) else None

    def sort_keys(self, values: pd.Series[Any], column: Column) -> npt.NDArray[np.float64] | None:
        """By the order of the column's fixed values where it has some, else by the alphabet."""
        if not column.values:
            return None
        return self.numbers(values.map({value: at for at, value in enumerate(column.values)}))


class Choices(Kind):
    """Several values: a tuple of texts, empty where nothing is known."""

    name = "several values"
    look = "values"
    control = "values"
    searched = True

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        if all(map(is_listed, filled)):
            return ""
        separator = own_separator(filled)
        return separator if separator and (separator == ";" or not own_form) else None

    def separator(self, cells: Sequence[str], column: Column, own_form: bool) -> str:
        return (
            ";"
            if own_form
            else known_separator([cell for cell in column_of(cells).different()[0] if cell], column.commas)
        )

    def read(self, cells: Sequence[str], column: Column, separator: str = "") -> ReadCells:
        found, codes = read_once(partial(values_of, separator=separator), cells)
        return ReadCells(objects(found)[codes])

    def pairs(self, values: pd.Series[Any]) -> Pairs:
        cells, which = objects_once(values)
        sizes = np.array([len(cell) for cell in cells], dtype=np.int64)
        codes, different = pd.factorize(objects([*chain.from_iterable(cells)]))
        begins, counts = (np.cumsum(sizes) - sizes)[which], sizes[which]
        rows = np.repeat(np.arange(len(values)), counts)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
        return Pairs(rows, codes[np.repeat(begins, counts) + within], different.tolist())

    def is_known(self, value: Any) -> bool:
        return bool(value)

    def text(self, value: Any) -> str:
        return SEPARATOR.join(value)

    def texts(self, values: pd.Series[Any]) -> pd.Series[str]:
        cells, which = objects_once(values)
        return pd.Series(pa.array(map(SEPARATOR.join, cells), TYPE).take(pa.array(which)), values.index, dtype="str")

    def plain(self, value: Any) -> str | float | list[str] | None:
        return list(value)

    def written(self, values: Iterable[Any], column: Column, *, is_own: bool) -> list[str]:
        """Values with a separator between them, or as a JSON list where that would not read back."""
        given = [tuple(value) for value in values]
        joined = [self.text(value) for value in given]
        separator = kind_of(column.name, joined, own_form=True)[1] if is_own else ";"
        if [values_of(cell, separator) for cell in joined] == given:
            return joined
        return [json.dumps(value, ensure_ascii=False) if value else "" for value in given]


TEXT, LONG_TEXT, IDENTIFIER, ADDRESS, DATE = Text(), LongText(), Identifier(), Address(), Date()
NUMBER, MONEY, YEAR, CHOICE, CHOICES = Number(), Money(), Year(), Choice(), Choices()

KINDS: tuple[Kind, ...] = (ADDRESS, IDENTIFIER, MONEY, NUMBER, CHOICES, LONG_TEXT, DATE, CHOICE, TEXT, YEAR)
"""All kinds, in the order in which they are tried on a column that the schema does not know."""


@dataclass(frozen=True)
class Column:
    """One column of a film list.

    Attributes:
        name: the header in a file and the name in the frame.
        label: what a reader sees.
        meaning: one sentence for the data dictionary.
        kind: what its cells hold.
        unit: of a NUMBER or of MONEY; empty otherwise.
        lowest: the smallest NUMBER allowed; None for no limit.
        highest: the largest NUMBER allowed; None for no limit.
        required: whether a row without it is refused. An empty cell of any other column means: not known.
        searchable: whether `Search` looks for words in it.
        facet: whether it is offered as a filter.
        values: of a CHOICE with fixed values, those in the order they are offered; empty for any others.
        commas: what commas divide in a cell of CHOICES; None for neither.
        derived: whether it is made from the evidence and not read from the list's file, nor written to one.
        translated: whether its values are the project's own words, which have names in every language.
        translates: the name of the column that it has in another language; empty for any other column.
        language: the code of that language, in small letters.
        in_languages: by the code of a language, what its values are called there, as far as the list says it.
    """

    name: str
    label: str
    meaning: str = ""
    kind: Kind = TEXT
    unit: str = ""
    lowest: float | None = None
    highest: float | None = None
    required: bool = False
    searchable: bool = False
    facet: bool = False
    values: tuple[str, ...] = ()
    commas: Commas | None = None
    derived: bool = False
    translated: bool = False
    translates: str = ""
    language: str = ""
    in_languages: Mapping[str, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def limits(self) -> str:
        """Between which numbers its own must lie: "1–60000"; an end without a limit is infinite."""
        lowest = "−∞" if self.lowest is None else str(self.lowest)
        return f"{lowest}–{'∞' if self.highest is None else self.highest}"


def kind_of(header: str, cells: Sequence[str], own_form: bool = False) -> tuple[Kind, str]:
    """The kind of a list's own column, and the separator if its cells hold several values.

    Args:
        header: the column's name in the file.
        cells: its cells, stripped; empty ones are not known.
        own_form: whether a file is as the dashboard writes it, where only a semicolon separates.
    """
    filled = [cell for cell in cells if cell]
    for kind in KINDS if filled else ():
        if (separator := kind.tells(header, filled, own_form)) is not None:
            return kind, separator
    return TEXT, ""


def come_again(different: Collection[str], total: int) -> bool:
    """Whether different values come again often enough, in all so many times, and are short and few, to choose by."""
    return (
        0 < 10 * len(different) <= 7 * total
        and len(different) <= MOST_CHOICES
        and max(map(len, different)) <= LONGEST_CHOICE
    )


def texts(cells: Iterable[str]) -> pd.Series[str]:
    """Cells as texts, missing where empty."""
    column = column_of(cells)
    empty = column.sizes == 0
    stored = pc.if_else(pa.array(empty), pa.scalar(None, TYPE), column.stored) if empty.any() else column.stored
    return pd.Series(TextColumn(stored, column.codes).array, dtype="str")


def objects(found: Sequence[Any]) -> npt.NDArray[np.object_]:
    """Values of Python's as an array of one dimension, also of several values each."""
    return np.fromiter(found, dtype=object, count=len(found))


def objects_once(values: pd.Series[Any]) -> tuple[list[Any], npt.NDArray[np.int64]]:
    """The objects in a column, each that is one and the same once; and for each row which it is."""
    given = np.ascontiguousarray(values.to_numpy(object))
    which, found = pd.factorize(np.asarray(_Addresses(given)))
    first = np.empty(len(found), dtype=np.int64)
    first[which[::-1]] = np.arange(len(given))[::-1]
    return given[first].tolist(), which


class _Addresses:
    """The addresses of an array's objects, as NumPy takes them: asking each object for its own takes far longer."""

    def __init__(self, given: npt.NDArray[np.object_]) -> None:
        self.__array_interface__ = {**given.__array_interface__, "typestr": np.dtype(np.intp).str, "descr": []}


def numbers(found: Sequence[float | None]) -> pd.Series[Any]:
    """Numbers as Int64 if all are whole, else as Float64."""
    cells = pd.Series(pd.array(found, dtype="Float64"))
    return cells.astype("Int64") if bool((cells.dropna() % 1 == 0).all()) else cells


def _are_numbers(filled: Sequence[str]) -> bool:
    """Whether cells are numbers that can be written from their values again, letter for letter or nearly so.

    Not so are codes ("007"), versions ("1.10" beside "1.1"), and what may be thousands ("1,234", "12.000").
    """
    known = [cell for cell in dict.fromkeys(filled) if not is_missing(cell)]
    if not known or not all(_NUMBER.fullmatch(cell) and len(cell) < 16 for cell in known):
        return False
    decimals = [cell.partition(".")[2] for cell in known if "." in cell]
    lengths = {len(each) for each in decimals}
    return lengths != {3} and (len(lengths) < 2 or not any(each.endswith("0") and each != "0" for each in decimals))


def _each_read(read: Callable[[str], ReadCell], cells: Sequence[str], array: Callable[[list[Any]], Any]) -> ReadCells:
    """Cells read one by one, equal ones once; `array` makes an array of pandas' of their values."""
    read_of, codes = read_once(read, cells)
    odd = np.array([bool(found.wrong or found.lossy or found.unknown) for found in read_of], dtype=np.bool_)
    places = np.flatnonzero(odd[codes])
    remarks = [(at, read_of[code]) for at, code in zip(places.tolist(), codes[places].tolist(), strict=True)]
    return ReadCells(
        array([found.value for found in read_of]).take(codes),
        tuple((at, found.wrong, found.expected) for at, found in remarks if found.wrong),
        tuple(at for at, found in remarks if found.lossy),
        tuple(at for at, found in remarks if found.unknown),
    )


def _reader(cells: TextColumn, column: Column) -> Callable[[str], float | None]:
    """What reads a cell of a column as a number: lengths and ratings by what all of its cells are."""
    if column.unit == "min":
        minutes = seconds_a_unit(cells.counts()) / 60
        return minutes_of if minutes == 1 else partial(_whole_minutes, a_unit=minutes)
    return _rating_reader(cells.counts()) if column.name == "rating" else loose_number_of


def _whole_minutes(cell: str, a_unit: float) -> float | None:
    """The minutes of a cell in a column whose plain numbers count `a_unit` minutes each."""
    minutes = minutes_of(cell)
    return float(round(minutes * a_unit)) if minutes is not None and is_plain(cell) else minutes


def _rating_reader(counts: Mapping[str, int]) -> Callable[[str], float | None]:
    """Reads ratings; where cells have different scales, all on the one that most of them have."""
    found = {cell: rating for cell in counts if (rating := rating_of(cell))}
    scales = Counter[float]()
    for cell, (_, scale) in found.items():
        scales.update({scale: counts[cell]} if scale else {})
    common = scales.most_common(1)[0][0] if len(scales) > 1 else 0.0

    def read(cell: str) -> float | None:
        number, scale = found.get(cell, (None, 0.0))
        return number if number is None or not (common and scale) else round(number * common / scale, 2)

    return read


def _number(cell: str, column: Column, read: Callable[[str], float | None]) -> ReadCell:
    plain = _SHORT_NUMBER.fullmatch(cell)
    if not plain and is_missing(cell):
        return ReadCell(unknown=bool(cell))
    number = read(cell)
    if number is None:
        return ReadCell(wrong="not a number", lossy=True)
    lowest = -np.inf if column.lowest is None else column.lowest
    highest = np.inf if column.highest is None else column.highest
    if not lowest <= number <= highest:
        return ReadCell(wrong="number out of range", expected=column.limits, lossy=True)
    if not plain and not _COMMON_NUMBER.fullmatch(cell):
        scaled = "/" in cell or (column.name == "rating" and bool((rating := rating_of(cell)) and rating[1]))
        return ReadCell(number, "number written otherwise", f"{number:g}", lossy=scaled)
    return ReadCell(number)


_UNCERTAIN = re.compile(r"\?\s*[12]\d{3}|[12]\d{3}[)\]]?\s*\(?\?")
"""A year with a question mark: ``1972?``, ``[1921?]``, ``(1972)?``; but ``1972-??-??`` leaves only the day open."""


def _year_of_two_digits(cell: str) -> ReadCell:
    """What a cell says in a column that leaves out the centuries."""
    return _year(f"’{cell:0>2}" if cell.isdecimal() and len(cell) < 3 else cell)


def _year(cell: str) -> ReadCell:
    if is_missing(cell):
        return ReadCell(unknown=bool(cell))
    found = year_of(cell)
    if found and _UNCERTAIN.search(cell):
        return ReadCell(wrong="year uncertain", lossy=True)
    if found is None:
        return ReadCell(wrong="not a year", lossy=True)
    year, is_guessed = found
    if is_guessed:
        return ReadCell(year, "century guessed", str(year), lossy=True)
    return ReadCell(year) if is_plain(cell) else ReadCell(year, "year written otherwise", str(year), lossy=True)
