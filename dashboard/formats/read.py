"""Bytes of any file into its tables, and the rows of the one that is the list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from dashboard.formats.format import Document, GivenFile, some_of
from dashboard.formats.left_out import left_out
from dashboard.formats.not_lists import no_list
from dashboard.formats.registry import format_of, readable
from dashboard.formats.separated.regular_csv import regular_document
from dashboard.formats.side_by_side.film_columns import in_columns
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import READINGS, Limits, Rows

_DEFAULT = Limits()


def read_rows(data: bytes | Path, file: str, limits: Limits = _DEFAULT, encoding: str = "", table: str = "") -> Rows:
    """The rows of the list that a file holds. Arguments and errors are those of `read_document`."""
    return rows_of(read_document(data, file, limits, encoding, table), file)


def rows_of(document: Document, file: str) -> Rows:
    """The rows of a file's list, with what became of every line, and the note that names the other tables.

    Raises:
        BadListError: if they cannot be read.
    """
    table, left = document.table, document.left
    account = table.account()
    notes = [Problem("other tables", file, value=table.name, expected=some_of(left))] if left else []
    notes += left_out(document, account)
    return replace(table.rows, account=account, problems=(*table.rows.problems, *notes))


def read_document(
    data: bytes | Path, file: str, limits: Limits = _DEFAULT, encoding: str = "", table: str = ""
) -> Document:
    """The tables of a file, whose form is found out by what is in it and never by its name.

    Args:
        data: the file's bytes, or where it is on disk.
        file: its name, without folders.
        limits: what is read of it at most.
        encoding: the encoding of its text, by its name in Python; found out if it is not given.
        table: the table that is the list, by its name or its number; the likeliest if it is not given.

    Raises:
        BadListError: if no list can be made out, it is broken, holds no row, no table that is wanted, or more than the
            limits allow. A table may raise it later, when its rows are asked for.
        OSError: if it cannot be read from disk.
    """
    given = GivenFile(data, file, encoding, partial(_inside, encoding))
    if given.size > limits.size:
        raise BadListError((Problem("too large", file, expected=f"{limits.size / 1e6:g}"),))
    document = _document(given, limits)
    chosen = _chosen(document, table, limits)
    if chosen is None:
        names = in_columns(document.opened(), limits).names
        there = some_of([f"{at} {name}".strip() for at, name in enumerate(names, 1)])
        raise BadListError((Problem("no such table", file, value=table, expected=there),))
    return chosen


def _chosen(document: Document, wanted: str, limits: Limits) -> Document | None:
    """A document with the table taken that is wanted, in one of its readings; None if it has no such table."""
    if found := document.choose(wanted) if wanted else document.opened():
        return in_columns(found, limits)
    around = next((found for end in READINGS if (found := document.choose(wanted.removesuffix(f": {end}")))), None)
    return in_columns(around or document.opened(), limits).choose(wanted)


def _inside(encoding: str, data: bytes, file: str, limits: Limits) -> Document:
    """What a file that is packed in another one holds; archives within archives are not opened."""
    return _document(GivenFile(data, file, encoding), limits)


def _document(given: GivenFile, limits: Limits) -> Document:
    if given.is_on_disk and (regular := regular_document(given, limits)):
        return regular
    if other := no_list(given):
        raise BadListError((Problem(other, given.name),))
    found = format_of(given)
    if not found:
        kind: ProblemKind = "empty file" if given.decoded and not given.text else "not text"
        raise BadListError((_with_way_out(Problem(kind, given.name)),))
    try:
        return found.read(given, limits)
    except BadListError as error:
        raise BadListError(tuple(map(_with_way_out, error.problems))) from error


def _with_way_out(problem: Problem) -> Problem:
    """A problem that says what can be read, where nothing could be."""
    return (
        replace(problem, expected=", ".join(readable())) if problem.kind in ("not text", "no films found") else problem
    )
