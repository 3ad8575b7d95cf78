"""Rows of a file of evidence, each read as one thing or named as a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar

import pandas as pd

from dashboard.i18n.codes import divided
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Rows

Cells = dict[str, str]
"""One row by column, each cell stripped; a column that the file lacks is empty."""
Found = TypeVar("Found")


class Wrong(NamedTuple):
    """What is wrong with a row: the kind of problem, its column, and what the sentence about it needs beside that."""

    kind: ProblemKind
    column: str
    expected: str = ""


@dataclass(frozen=True)
class Kept(Generic[Found]):
    """What a row holds that is kept though something is wrong with it."""

    found: Found
    wrong: Wrong


def read_each(
    rows: Rows,
    columns: Sequence[str],
    needed: Sequence[str],
    read: Callable[[Cells], Found | Kept[Found] | Wrong],
    once: Sequence[str] = (),
) -> tuple[list[Found], tuple[Problem, ...]]:
    """What rows hold, and what is wrong in rows, by line. A row of which `read` says only that is left out.

    Args:
        rows: of the file.
        columns: those that a file may have.
        needed: those of them that it must have.
        read: makes of a row what it holds.
        once: the columns in which no two rows may be the same; a problem names the last of them.

    Raises:
        BadListError: if the file lacks a column that is needed.
    """
    found: list[Found] = []
    problems = list(rows.problems)
    seen: set[tuple[str, ...]] = set()
    for line, cells in zip(rows.lines, _cells(rows, columns, needed), strict=True):
        key = tuple(cells[name] for name in once)
        made = read(cells)
        if key in seen and not isinstance(made, Wrong):
            made = Wrong("said twice", once[-1])
        if isinstance(made, Wrong | Kept):
            wrong = made.wrong if isinstance(made, Kept) else made
            value = "" if wrong.kind == "nothing said" else cells[wrong.column]
            problems.append(Problem(wrong.kind, rows.file, line, wrong.column, value, wrong.expected))
        if not isinstance(made, Wrong):
            found.append(made.found if isinstance(made, Kept) else made)
            seen |= {key} if key else set()
    return found, tuple(sorted(problems, key=lambda problem: problem.line or 0))


def column_names(header: Sequence[str]) -> tuple[str, ...]:
    """What the columns of a file are called, as it names them in its first line."""
    return tuple("_".join(name.casefold().split()) for name in header)


def _cells(rows: Rows, columns: Sequence[str], needed: Sequence[str]) -> list[Cells]:
    names = column_names(rows.header)
    if missing := [name for name in needed if name not in names]:
        line, expected = rows.header_line, ", ".join(columns)
        raise BadListError((Problem("columns missing", rows.file, line, "", ", ".join(missing), expected),))
    empty = dict.fromkeys(columns, "")
    return [{**empty, **_by_name(names, row)} for row in rows.cells]


def _by_name(names: Sequence[str], row: Sequence[str]) -> Cells:
    """A row's cells by their columns. Of two translations into one language the first that is not empty counts."""
    cells: Cells = {}
    for name, cell in zip(names, row, strict=True):
        if not (cells.get(name) and divided(name)[1]):
            cells[name] = cell.strip()
    return cells


def wrong_quote(cells: Cells, films: pd.DataFrame, fields: Sequence[str]) -> Wrong | None:
    """What is wrong with the film, field and quote that a row names; None if the quote stands there word for word.

    Args:
        cells: with `film_id`, `field` and `quote`.
        films: the list, by id.
        fields: those that may be named. A cell of several values holds a quote that is one of them.
    """
    film, field, quote = cells["film_id"], cells["field"], cells["quote"]
    if film not in films.index:
        return Wrong("no such film", "film_id")
    if field not in fields:
        return Wrong("no such field", "field", ", ".join(fields))
    cell: Any = films[field][film]
    is_there = quote and isinstance(cell, str | tuple) and quote in cell
    return None if is_there else Wrong("quote not found", "quote", field)


def wrong_address(cells: Mapping[str, str], *columns: str) -> Wrong | None:
    """What is wrong with the addresses that a row names, as far as it names some."""
    wrong = (name for name in columns if cells.get(name) and not re.fullmatch(r"https?://\S+", cells[name]))
    return next((Wrong("not an address", name) for name in wrong), None)


def as_date(text: str) -> date | None:
    """A day as YYYY-MM-DD; None if it is none."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
    except ValueError:
        return None
