"""Rows as given into a film list: what can be put right is, what is doubtful stays and is named, nothing is lost."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from dashboard.cleaning.convert import converted
from dashboard.cleaning.ids import convert_ids
from dashboard.cleaning.mapping import Mapped, check_mapping, guesses, suggested
from dashboard.cleaning.raw_columns import NO_KINDS, ConvertedColumn, RawColumns, raw_columns_of
from dashboard.cleaning.years import convert_years
from dashboard.model.kinds import DATE, Column, Kind, Wrong
from dashboard.model.problem_list import Problems
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import counted
from dashboard.model.rows import WHICH, WHICH_SHEET, Account, Rows, Unit
from dashboard.model.schema import BY_NAME


@dataclass(frozen=True, eq=False)
class FilmList:
    """A film list that can be shown.

    Attributes:
        frame: one row a film, in the list's order, indexed from 0. Columns in the file's order: `id` and
            `title` (str, never missing), `year` (Int64, <NA> where not known), numbers (Int64 if all are whole,
            else Float64), CHOICES (tuple of str, empty where not known), everything else (str, missing where not
            known).
        columns: what each column of `frame` means, in the same order.
        problems: what was put right, is doubtful or refused, by line; empty for a file that is right throughout.
        encoding: the encoding the file was read in; empty where its form has none to choose.
        lines: for each film the line of the file it begins on.
        refused: for each row that is not in `frame` its line and its cells, as `header` names them.
        header: the file's columns as it names them.
        names: the name that each of those has in `frame`, where it is there at all.
        form: the name of the form the file has.
        unit: what `lines` counts in it.
        account: what became of every line of it; None if that is not known.
    """

    frame: pd.DataFrame
    columns: tuple[Column, ...]
    problems: Problems = field(default_factory=Problems)
    encoding: str = "utf-8-sig"
    lines: Sequence[int] = ()
    refused: tuple[tuple[int, tuple[str, ...]], ...] = ()
    header: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    form: str = "CSV"
    unit: Unit = "line"
    account: Account | None = None

    @property
    def own_columns(self) -> tuple[Column, ...]:
        """The columns that stand in a file of the list, and not in its evidence."""
        return tuple(column for column in self.columns if not column.derived)


def validate(
    rows: Rows, mapping: Mapped | None = None, kinds: Mapping[str, Kind] = NO_KINDS, chosen: Collection[str] = ()
) -> FilmList:
    """The film list that rows hold. A row without a title is refused; every other one is a film.

    Args:
        rows: the table as given.
        mapping: which column is which; what headers and cells suggest if it is not given.
        kinds: by name, the kinds of columns that the schema does not know; what their cells suggest if it is not given.
        chosen: the columns of the schema that somebody chose, so that the mapping guesses nothing of them.

    Raises:
        BadListError: if no column is the title, two are the same column of the schema, or no row can be used.
    """
    mapping = suggested(rows) if mapping is None else mapping
    check_mapping(rows, mapping)
    title = mapping.index("title")
    untitled = [at for at, cells in enumerate(rows.cells) if cells[title].strip() in ("", "\\N")]
    problems = [*rows.problems]
    problems += (Problem("missing title", rows.file, rows.lines[at], rows.header[title]) for at in untitled)
    usable = sorted(set(range(len(rows.cells))) - set(untitled))
    if not usable:
        raise BadListError((*_by_line(problems), Problem("no usable row", rows.file)))
    raw = raw_columns_of(rows, mapping, usable, kinds)
    years = convert_years(raw)
    known = _known(raw, years)
    converted_columns = _all_converted(raw, years, known)
    problems += (*raw.notes, *guesses(rows, mapping, chosen))
    problems += (problem for part in converted_columns for problem in part.problems)
    read = _under_different_names(column for part in converted_columns for column in part.columns)
    problems += _twice(raw, known, read)
    return FilmList(
        frame=pd.DataFrame({column.name: cells for column, cells in read.items()}),
        columns=tuple(read),
        problems=Problems(_by_line(problems)),
        encoding=rows.encoding,
        lines=array("q", raw.lines),
        refused=tuple(sorted([*rows.unread, *((rows.lines[at], rows.cells[at]) for at in untitled)])),
        header=rows.header,
        names=raw.names,
        form=rows.form,
        unit=rows.unit,
        account=rows.account and rows.account.refusing(len({rows.lines[at] for at in untitled})),
    )


def _under_different_names(columns: Iterable[tuple[Column, Any]]) -> dict[Column, Any]:
    """Columns with their cells. A name that an earlier column has gets a number behind it."""
    read: dict[Column, Any] = {}
    for column, cells in columns:
        names, name, number = {each.name for each in read}, column.name, 1
        while name in names:
            number += 1
            name = f"{column.name} ({number})"
        read[column if number == 1 else replace(column, name=name, label=name)] = cells
    return read


def _by_line(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda problem: problem.line or 0))


def _all_converted(raw: RawColumns, years: ConvertedColumn, known: Sequence[int | None]) -> list[ConvertedColumn]:
    """The columns of the list, in the file's order.

    Where the file has no column of ids they stand first; where it has none of years they stand behind the title.
    """
    ids = convert_ids(raw, known)
    converted_columns = [] if "id" in raw.cells else [ids]
    for name in counted(raw.cells, len(raw.cells), first=0.3, last=0.95):
        converted_columns.append(ids if name == "id" else years if name == "year" else converted(raw, name))
        if name == "title" and "year" not in raw.cells:
            converted_columns.append(years)
    return converted_columns


def _known(raw: RawColumns, years: ConvertedColumn) -> list[int | None]:
    """Each film's year; None for all of them in a list without years."""
    cells = dict(years.columns).get(BY_NAME["year"])
    found: list[int | None] = cells.to_numpy(object, na_value=None).tolist() if cells is not None else []
    return found or [None] * len(raw.lines)


def _twice(raw: RawColumns, years: Sequence[int | None], columns: Mapping[Column, Any]) -> tuple[Problem, ...]:
    """The films whose title and year an earlier one has, unless they were noted on another day or in another list."""
    first: dict[tuple[str, int | None], int] = {}
    alike: dict[int, list[int]] = {}
    for at, film in enumerate(zip(map(str.casefold, raw.cells["title"]), years, strict=True)):
        if (before := first.setdefault(film, at)) != at:
            alike.setdefault(before, [before]).append(at)
    noted = _noted(columns) if alike else []
    twice: list[Wrong] = []
    for films in alike.values():
        there: dict[tuple[Any, ...], int] = {}
        for at in films:
            if (before := there.setdefault(tuple(cells[at] for cells in noted), at)) != at:
                twice.append((at, "film twice", str(raw.lines[before])))
    return raw.problems_of("title", sorted(twice))


def _noted(columns: Mapping[Column, Any]) -> list[list[Any]]:
    """The cells that say on which day, or in which list of the file, a film was noted."""
    own = {column: cells for column, cells in columns.items() if column.name not in BY_NAME}
    found = [cells for column, cells in own.items() if column.kind == DATE or column.name in (WHICH, WHICH_SHEET)]
    return [cells.map(str, na_action="ignore").astype(object).fillna("").tolist() for cells in found]
