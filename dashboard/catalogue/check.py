"""Rows as given into a film list that is right throughout, and a report of what could not be used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.catalogue.read import Rows
from dashboard.catalogue.schema import BY_NAME, Column, Kind, column_of, year_limits
from dashboard.errors import BadListError, Problem, ProblemKind

SEPARATOR = "; "
LONGEST_ID = 200


@dataclass(frozen=True, eq=False)
class FilmList:
    """A film list that can be shown.

    Attributes:
        frame: one row a film, in the list's order, indexed from 0. Columns in the file's order: `id` and
            `title` (str, never missing), `year` and other numbers (Int64, <NA> where not known), CHOICES
            (tuple of str, empty where not known), everything else (str, missing where not known).
        columns: what each column of `frame` means, in the same order.
        problems: what is wrong in rows that are not in `frame`; empty for a file that is right throughout.
        encoding: the encoding the file was read in.
    """

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    problems: tuple[Problem, ...] = ()
    encoding: str = "utf-8-sig"


def check(rows: Rows) -> FilmList:
    """The film list that rows hold; rows with a bad cell are left out and named in `problems`.

    Raises:
        BadListError: if the table has no title column, a column twice, or no row that can be used.
    """
    columns = _columns(rows)
    given = pd.DataFrame(list(rows.cells), columns=[column.name for column in columns], dtype="str")
    given = given.apply(lambda cells: cells.str.strip())
    problems = [*rows.problems]
    parsed: dict[str, Any] = {}
    for column in columns:
        cells, wrong = _parsed(column, given[column.name])
        parsed[column.name] = cells
        problems += [
            Problem(kind, rows.file, rows.lines[at], rows.header[columns.index(column)], value, expected)
            for at, kind, value, expected in wrong
        ]
    problems += _repeated_ids(rows, columns, given)
    refused = {problem.line for problem in problems}
    usable = [at for at, line in enumerate(rows.lines) if line not in refused]
    problems.sort(key=lambda problem: problem.line or 0)
    if not usable:
        raise BadListError((*problems, Problem("no usable row", rows.file)))
    frame = pd.DataFrame(parsed).iloc[usable].reset_index(drop=True)
    frame, columns = _with_ids(frame, columns)
    return FilmList(frame, columns, tuple(problems), rows.encoding)


def _columns(rows: Rows) -> tuple[Column, ...]:
    columns = tuple(map(column_of, rows.header))
    names = [column.name for column in columns]
    twice = [at for at, name in enumerate(names) if names.count(name) > 1 and names.index(name) == at]
    line = rows.header_line
    problems = tuple(Problem("column twice", rows.file, line, rows.header[at]) for at in twice)
    if "title" not in names:
        problems += (Problem("no title column", rows.file, line, expected=", ".join(rows.header)[:200]),)
    if problems:
        raise BadListError(problems)
    return columns


Wrong = tuple[int, ProblemKind, str, str]
"""A row's position, what is wrong with its cell, the cell, and what the sentence needs beside that."""


def _parsed(column: Column, cells: pd.Series[str]) -> tuple[Any, list[Wrong]]:
    if column.kind is Kind.YEAR:
        return _whole_numbers(cells, *year_limits(), "not a year", "year out of range")
    if column.kind is Kind.NUMBER:
        return _whole_numbers(cells, column.lowest, column.highest, "not a number", "number out of range")
    if column.kind is Kind.CHOICES:
        return [split_choices(cell) for cell in cells], []
    if column.name == "id":
        return cells, _flagged(cells, lambda cell: bool(cell) and not is_id(cell), "not an id")
    if column.required:
        return cells, _flagged(cells, lambda cell: not cell, "missing title")
    return cells.mask(cells == ""), []


def split_choices(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, each once, in their order.

    >>> split_choices("rescue; adventure;; rescue"), split_choices("")
    (('rescue', 'adventure'), ())
    """
    return tuple(dict.fromkeys(value for part in cell.split(";") if (value := part.strip())))


def is_id(text: str) -> bool:
    """Whether a text can be an id: not empty, not too long for a link, and without blanks."""
    return 0 < len(text) <= LONGEST_ID and not re.search(r"\s", text)


def _flagged(cells: pd.Series[str], wrong: Callable[[str], bool], kind: ProblemKind) -> list[Wrong]:
    return [(at, kind, cell, "") for at, cell in enumerate(cells) if wrong(cell)]


def _whole_numbers(
    cells: pd.Series[str], lowest: int, highest: int, not_one: ProblemKind, out_of_range: ProblemKind
) -> tuple[Any, list[Wrong]]:
    """Cells as Int64. A spreadsheet's "1972.0" is 1972."""
    digits = cells.str.fullmatch(r"-?[0-9]{1,9}(\.0+)?").fillna(False).astype(bool)
    numbers = pd.to_numeric(cells.where(digits), errors="coerce").astype("Float64").astype("Int64")
    outside = numbers.notna() & ~numbers.between(lowest, highest).fillna(False)
    wrong: list[Wrong] = []
    for at in (~digits & (cells != "")).to_numpy().nonzero()[0]:
        wrong.append((int(at), not_one, cells.iloc[at], ""))
    for at in outside.to_numpy(dtype=bool).nonzero()[0]:
        wrong.append((int(at), out_of_range, cells.iloc[at], f"{lowest} and {highest}"))
    return numbers, wrong


def _repeated_ids(rows: Rows, columns: Iterable[Column], given: pd.DataFrame) -> Iterator[Problem]:
    if "id" not in given:
        return
    header = rows.header[[column.name for column in columns].index("id")]
    first: dict[str, int] = {}
    for line, value in zip(rows.lines, given["id"], strict=True):
        if value and value in first:
            yield Problem("id twice", rows.file, line, header, value, str(first[value]))
        first.setdefault(value, line)


def make_id(title: str, year: int | None) -> str:
    """A readable id from title and year, in the title's own letters.

    >>> make_id("Per Aspera Ad Astra", 1981), make_id("Кин-дза-дза!", 1986), make_id("!!!", None)
    ('per-aspera-ad-astra-1981', 'кин-дза-дза-1986', 'film')
    """
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", title.casefold()))
    return "-".join([*words, *([str(year)] if year else [])])[: LONGEST_ID - 10] or "film"


def _with_ids(frame: pd.DataFrame, columns: tuple[Column, ...]) -> tuple[pd.DataFrame, tuple[Column, ...]]:
    if "id" not in frame:
        frame.insert(0, "id", "")
        columns = (BY_NAME["id"], *columns)
    taken = set(frame["id"]) - {""}
    years = frame["year"] if "year" in frame else pd.Series(pd.NA, index=frame.index, dtype="Int64")
    made: list[str] = []
    numbers: dict[str, int] = {}
    for given, title, year in zip(frame["id"], frame["title"], years, strict=True):
        made.append(given or _free(make_id(title, None if pd.isna(year) else int(year)), taken, numbers))
        taken.add(made[-1])
    frame["id"] = pd.Series(made, index=frame.index, dtype="str")
    return frame, columns


def _free(wanted: str, taken: set[str], numbers: dict[str, int]) -> str:
    """`wanted`, or with the first number behind it that no film has; `numbers` holds the last one given to each."""
    name = wanted
    while name in taken:
        numbers[wanted] = numbers.get(wanted, 1) + 1
        name = f"{wanted}-{numbers[wanted]}"
    return name
