"""The rows of a visitor's films.csv, changed one by one: cells, a new film, a film taken out, their order.

What is not changed stays as it stands in the file, cell for cell, and an id never changes, so that statements and links
still find their film.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.cleaning.ids import make_id
from dashboard.cleaning.mapping import written
from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.raw_columns import AS_GIVEN
from dashboard.cleaning.validate import FilmList, validate
from dashboard.evidence.claims import Claim
from dashboard.evidence.editing.csv_rows import CsvRows
from dashboard.evidence.editing.files import FILES, typed
from dashboard.lists.editing.versions import with_file
from dashboard.lists.package import FILMS, ListPackage
from dashboard.model.kinds import Column
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows, as_csv, escape_formula, unescape_formula
from dashboard.model.schema import BY_NAME, SCHEMA
from dashboard.model.values import year_of

MOST_FILMS = 20_000
"""Films of a list that is changed here; each change writes all of them."""
OF_FILMS = tuple(file.name for file in FILES if "film_id" in file.columns)
"""The files of evidence whose rows name a film."""


@dataclass(frozen=True)
class FilmRows:
    """The rows of films.csv in the form that the dashboard writes.

    Attributes:
        header: the columns' names, among them `id` and `title`.
        rows: a film each, with a cell for each column as it stands in the file; a formula is escaped there.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The films' ids, in order."""
        at = self.header.index("id")
        return tuple(unescape_formula(row[at]) for row in self.rows)

    def place(self, film: str) -> int:
        """A film's place in the list, from 0."""
        return self.ids.index(film)

    def cells(self, film: str) -> dict[str, str]:
        """A film's cells by column."""
        return dict(zip(self.header, map(unescape_formula, self.rows[self.place(film)]), strict=True))

    def with_cells(self, film: str, cells: Mapping[str, str]) -> FilmRows:
        """These with other cells of a film; a column that the list lacks is added where a cell says something."""
        return self.with_all({film: cells})

    def with_all(self, cells: Mapping[str, Mapping[str, str]]) -> FilmRows:
        """These with other cells of some films, by their ids."""
        said = [name for given in cells.values() for name, cell in given.items() if cell]
        wide = self._with_columns([name for name in dict.fromkeys(said) if name not in self.header])
        rows = (wide._with(row, cells.get(film, {})) for film, row in zip(wide.ids, wide.rows, strict=True))
        return replace(wide, rows=tuple(rows))

    def _with(self, row: tuple[str, ...], cells: Mapping[str, str]) -> tuple[str, ...]:
        stale = (AS_GIVEN.format(BY_NAME[name].label if name in BY_NAME else name) for name in cells)
        said = {**dict.fromkeys(stale, ""), **cells}
        given = {name: escape_formula(cell) for name, cell in said.items() if name in self.header}
        return tuple((dict(zip(self.header, row, strict=True)) | given).values()) if given else row

    def with_film(self, cells: Mapping[str, str]) -> FilmRows:
        """These with a new film behind all others, whose id is made of its title and year."""
        year = year_of(cells.get("year", ""))
        film, number = make_id(cells.get("title", ""), year[0] if year else None), 1
        wanted = film
        while film in self.ids:
            number += 1
            film = f"{wanted}-{number}"
        row = tuple(escape_formula(film) if name == "id" else "" for name in self.header)
        return replace(self, rows=(*self.rows, row)).with_cells(film, cells)

    def without(self, film: str) -> FilmRows:
        """These without a film."""
        at = self.place(film)
        return replace(self, rows=(*self.rows[:at], *self.rows[at + 1 :]))

    def moved(self, film: str, to: int) -> FilmRows:
        """These with a film at another place, from 0; ends are ends."""
        row, others = self.rows[self.place(film)], self.without(film).rows
        at = max(0, min(to, len(others)))
        return replace(self, rows=(*others[:at], row, *others[at:]))

    def data(self) -> bytes:
        """The file."""
        return as_csv([self.header, *self.rows])

    def _with_columns(self, names: Sequence[str]) -> FilmRows:
        empty = ("",) * len(names)
        return FilmRows((*self.header, *names), tuple((*row, *empty) for row in self.rows)) if names else self


def film_rows(package: ListPackage, films: FilmList) -> FilmRows:
    """The rows of a list's films.csv; those that the dashboard would write of it, where its own are in another form.

    Args:
        package: the list.
        films: the same list as it was read.
    """
    found = _parsed(package.files[FILMS])
    ids = tuple(films.frame["id"])
    is_known = found and {"id", "title"} <= {*found.header} and len({*found.header}) == len(found.header)
    return found if found and is_known and found.ids == ids else _parsed(list_csv(films)) or FilmRows((), ())


def _parsed(data: bytes) -> FilmRows | None:
    """The rows of a CSV with commas in UTF-8; None for any other."""
    try:
        lines = [*csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        return None
    if not lines or "id" not in lines[0] or any(len(line) != len(lines[0]) for line in lines):
        return None
    return FilmRows(tuple(lines[0]), tuple(map(tuple, lines[1:])))


def with_films(package: ListPackage, rows: FilmRows) -> ListPackage:
    """A list with other films; what its evidence says of films that it has not any more goes with them."""
    gone = {*(_parsed(package.files[FILMS]) or rows).ids} - {*rows.ids}
    package = with_file(package, FILMS, rows.data())
    for name in OF_FILMS if gone else ():
        if name in package.files:
            package = with_file(package, name, _without_films(package.files[name], name, gone))
    return package


def _without_films(data: bytes, file: str, gone: set[str]) -> bytes | None:
    """A file of evidence without the rows of some films; None where nothing is left."""
    left: bytes | None = data
    for film in gone:
        while left and (at := CsvRows.read(left, file).find({"film_id": film})) is not None:
            left = CsvRows.read(left, file).without(at)
    return left


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """The cells, as typed, that are others than before; a column that there was not before was empty."""
    cells = {name: typed(cell) for name, cell in now.items()}
    return {name: cell for name, cell in cells.items() if cell != typed(before.get(name, ""))}


def remarks(cells: Mapping[str, str], films: FilmList) -> tuple[Problem, ...]:
    """What the import says of a film with these cells, as far as it can be said of one film; by column."""
    given = {name: typed(cell) for name, cell in cells.items()}
    header = tuple(given)
    rows = Rows(FILMS, header, (tuple(given.values()),), (2,))
    kinds = {column.name: column.kind for column in films.own_columns if column.name not in BY_NAME}
    try:
        found: Sequence[Problem] = validate(rows, written(rows), kinds).problems
    except BadListError as error:
        found = error.problems
    has_year = any(problem.column == "year" for problem in found)
    left_out = ("no usable row", *(["no years at all"] if has_year else []))
    return tuple(_of_one_film(each) for each in found if each.kind not in left_out)


def _of_one_film(problem: Problem) -> Problem:
    """A remark on a list of one film, as one on the film."""
    return Problem("no year", FILMS, None, "year") if problem.kind == "no years at all" else problem


def lost_quotes(claims: Sequence[Claim], cells: Mapping[str, str]) -> tuple[Claim, ...]:
    """The statements of a film whose words would not stand in its cells any more."""
    return tuple(claim for claim in claims if claim.field in cells and claim.quote not in cells[claim.field])


def columns_to_fill(rows: FilmRows, films: FilmList) -> tuple[Column, ...]:
    """The columns of a film that can be filled in: those of the schema in its order, then the list's own."""
    own = {column.name: column for column in films.own_columns}
    known = (own.get(column.name, column) for column in SCHEMA if column.name != "id")
    return (*known, *(own[name] for name in rows.header if name not in BY_NAME and name in own))
