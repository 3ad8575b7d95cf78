"""Rows as given into a film list: what can be put right is, what is doubtful stays and is named, nothing is lost."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.cleaning.convert import converted
from dashboard.cleaning.doubts import doubts
from dashboard.cleaning.ids import convert_ids
from dashboard.cleaning.mapping import Mapped, check_mapping, guesses, suggested
from dashboard.cleaning.raw_columns import NO_KINDS, ConvertedColumn, RawColumns, raw_columns_of
from dashboard.cleaning.translations import with_value_names
from dashboard.cleaning.years import Years, convert_years
from dashboard.model.kinds import DATE, Column, Kind
from dashboard.model.problem_list import Problems
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import counted
from dashboard.model.rows import WHICH, WHICH_SHEET, Account, Rows, Unit
from dashboard.model.schema import BY_NAME
from dashboard.model.text_column import TextColumn, column_at, first_of, mask_of
from dashboard.model.values import is_missing
from dashboard.two_threads import meanwhile

Numbers = npt.NDArray[np.int64]


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
    untitled = _without_text(column_at(rows.cells, title), rows, mapping)
    refused = [Problem("missing title", rows.file, rows.lines[at], rows.header[title]) for at in untitled]
    usable = np.delete(np.arange(len(rows.cells)), untitled).tolist() if untitled else range(len(rows.cells))
    if not usable:
        problems = Problems.joined([rows.problems, refused]).by_line()
        raise BadListError((*problems, Problem("no usable row", rows.file)))
    raw = raw_columns_of(rows, mapping, usable, kinds)
    years = convert_years(raw)
    known = _known(raw, years)
    with meanwhile(lambda: convert_ids(raw, known)) as ids:
        converted_columns, titles = _all_converted(raw, years, ids), _folded(raw.cells["title"])
    read = with_value_names(_under_different_names(column for part in converted_columns for column in part.columns))
    guessed = (*guesses(rows, mapping, chosen), *([] if "title" in chosen else doubts(rows, mapping, raw, known)))
    noticed = [raw.notes, guessed, *_not_read(raw), *(part.problems for part in converted_columns)]
    problems = Problems.joined([rows.problems, refused, *noticed, _twice(raw, titles, known, read)])
    return FilmList(
        frame=pd.DataFrame({column.name: cells for column, cells in read.items()}),
        columns=tuple(read),
        problems=problems.by_line(),
        encoding=rows.encoding,
        lines=array("q", raw.lines),
        refused=tuple(sorted([*rows.unread, *((rows.lines[at], rows.cells[at]) for at in untitled)])),
        header=rows.header,
        names=raw.names,
        form=rows.form,
        unit=rows.unit,
        account=rows.account
        and rows.account.refusing(len({rows.lines[at] for at in untitled} - _among(raw, untitled))),
    )


def _not_read(raw: RawColumns) -> Iterator[Problems]:
    """The cells with a character that their file has lost, or that is no character of its encoding."""
    for name, cells in raw.cells.items():
        if (held := cells.holds("\ufffd")).any():
            places = cells.rows(held)
            yield raw.alike(name, "character not read", places, [""] * len(places))


def _among(raw: RawColumns, untitled: Sequence[int]) -> set[int]:
    """The lines of films, if some row was refused: another row of its line may hold one."""
    return {*raw.lines} if untitled else set()


def _without_text(cells: TextColumn, rows: Rows, mapping: Mapped) -> list[int]:
    """The positions of titles that say nothing, or that none is known in a row that has no year either."""
    places = cells.rows(cells.may_have_blanks | (cells.sizes <= len("#N/A")))
    short = zip(places.tolist(), cells.take(places).to_pylist(), strict=True)
    empty = [(at, cell.strip()) for at, cell in short if is_missing(cell) or cell.strip() == "\\N"]
    return [at for at, cell in empty if cell in ("", "\\N") or _has_no_year(rows.cells[at], mapping)]


def _has_no_year(row: Sequence[str], mapping: Mapped) -> bool:
    """Whether a row has columns for a year, and none in them."""
    years = [cell for cell, column in zip(row, mapping, strict=True) if column in ("year", "release_date")]
    return bool(years) and all(map(is_missing, years))


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


def _all_converted(
    raw: RawColumns, years: ConvertedColumn, ids: Callable[[], ConvertedColumn]
) -> list[ConvertedColumn]:
    """The columns of the list, in the file's order.

    Where the file has no column of ids they stand first; where it has none of years they stand behind the title.
    """
    made = {"year": years}
    for name in counted(raw.cells, len(raw.cells), first=0.3, last=0.95):
        if name not in ("id", "year"):
            made[name] = converted(raw, name)
    made["id"] = ids()
    names = [*raw.cells] if "id" in raw.cells else ["id", *raw.cells]
    if "year" not in raw.cells:
        names.insert(names.index("title") + 1, "year")
    return [made[name] for name in names]


def _known(raw: RawColumns, years: ConvertedColumn) -> Years:
    """Each film's year; NaN for all of them in a list without years."""
    cells = dict(years.columns).get(BY_NAME["year"])
    known: Years = np.full(len(raw.lines), np.nan) if cells is None else cells.to_numpy(float, na_value=np.nan)
    return known


def _twice(raw: RawColumns, titles: Numbers, years: Years, columns: Mapping[Column, Any]) -> Problems:
    """The films whose title and year an earlier one has, unless they were noted on another day or in another list."""
    films = _with(titles, np.nan_to_num(years, nan=-1).astype(np.int64))
    for noted in _noted(columns):
        films = _with(films, noted)
    first = first_of(films)
    twice = np.flatnonzero(first != np.arange(len(first)))
    lines = np.asarray(raw.lines, dtype=np.int64)[first[twice]]
    return raw.alike("title", "film twice", twice, pa.array(lines).cast(pa.string()))


def _folded(titles: TextColumn) -> Numbers:
    """A number for each title, the same for those that differ in case only."""
    others = ~mask_of(pc.string_is_ascii(titles.stored))
    folded = TextColumn(pc.ascii_lower(titles.stored)).each(str.casefold, others)
    codes = folded.stored.dictionary_encode().indices.to_numpy().astype(np.int64)
    found: Numbers = codes if titles.codes is None else codes[titles.codes]
    return found


def _with(codes: Numbers, others: Numbers) -> Numbers:
    """A number for each pair of two numbers."""
    found: Numbers = pd.factorize(codes * (int(others.max()) + 2) + others + 1)[0]
    return found


def _noted(columns: Mapping[Column, Any]) -> Iterator[Numbers]:
    """The days on which, or the lists of the file in which, films were noted, as a number for each."""
    for column, cells in columns.items():
        if column.name not in BY_NAME and (column.kind == DATE or column.name in (WHICH, WHICH_SHEET)):
            yield pd.factorize(cells.map(str, na_action="ignore").astype(object).fillna(""))[0]
