"""The columns of a visitor's list changed: what one is called, which of the schema's it is, and its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.cleaning.own_form import kind_names
from dashboard.cleaning.validate import FilmList
from dashboard.evidence.editing.csv_rows import CsvRows
from dashboard.evidence.editing.files import FILES, typed
from dashboard.lists.editing.films import FilmRows, film_rows
from dashboard.lists.editing.versions import with_file
from dashboard.lists.package import COLUMNS, FILMS, ListPackage, written_columns
from dashboard.model.kinds import KINDS, YEAR, Column, Kind
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import escape_formula, unescape_formula
from dashboard.model.schema import BY_NAME

OF_FIELDS = tuple(file.name for file in FILES if "field" in file.columns)
"""The files of evidence whose rows name a column."""
KINDS_OFFERED: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind != YEAR)
"""The kinds that a column of the list's own can be given; what is a year the schema says."""


def changeable(rows: FilmRows, films: FilmList) -> tuple[Column, ...]:
    """The columns of a list that can be changed, in its order: all but the id, the title and translations."""
    known = {column.name: column for column in films.own_columns}
    columns = (known[name] for name in rows.header if name in known and name not in ("id", "title"))
    return tuple(column for column in columns if not column.translates)


def with_column(package: ListPackage, films: FilmList, column: str, name: str, kind: Kind | None = None) -> ListPackage:
    """A list with another name for a column, and another kind where the list's own is given one.

    Its translations, and the statements about its cells, go along. A column that becomes one of the schema's has the
    schema's kind.

    Args:
        package: the list.
        films: the same list as it was read.
        column: the column's name.
        name: what it is to be called; the name of one of the schema's makes it that.
        kind: what its cells are to hold; None for what they hold now.

    Raises:
        BadListError: if it has no name then, or that of another column.
    """
    rows, name = film_rows(package, films), " ".join(typed(name).split())
    if not name:
        raise BadListError((Problem("nothing said", FILMS, None, column),))
    names = _names(rows, films, column, name)
    if len({*names.values()}) < len(names):
        label = BY_NAME[name].label if name in BY_NAME else name
        raise BadListError((Problem("column twice", FILMS, None, column, expected=label),))
    made = with_file(package, FILMS, replace(rows, header=tuple(map(escape_formula, names.values()))).data())
    made = with_file(made, COLUMNS, _kinds(films, names, column, kind) or None)
    for file in OF_FIELDS if name != column else ():
        if file in made.files:
            made = with_file(made, file, CsvRows.read(made.files[file], file).with_value("field", column, name))
    return made


def _names(rows: FilmRows, films: FilmList, column: str, name: str) -> dict[str, str]:
    """By its name the name of each column in the file once one of them, with its translations, has another."""
    translated = {each.name: f"{name}_{each.language}" for each in films.columns if each.translates == column}
    renamed = {**translated, column: name}
    return {each: renamed.get(each, each) for each in map(unescape_formula, rows.header)}


def _kinds(films: FilmList, names: Mapping[str, str], column: str, kind: Kind | None) -> bytes:
    """What is decided about the list's columns then; of the schema's nothing."""
    of = {each.name: each.kind.name for each in films.own_columns}
    decided = {**kind_names(films), column: kind.name if kind else of[column]}
    left = {now: decided[each] for each, now in names.items() if each in decided}
    return written_columns({each: word for each, word in left.items() if each not in BY_NAME})
