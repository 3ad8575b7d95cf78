"""Bytes of any file into its tables, and the rows of the one that is the list."""

from __future__ import annotations

from dataclasses import replace

from dashboard.formats.format import Document, GivenFile
from dashboard.formats.registry import format_of, readable
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Limits, Rows

NOT_LISTS = (b"%PDF-", b"{\\rtf")
"""How files begin whose bytes can pass for text."""

_DEFAULT = Limits()


def read_rows(data: bytes, file: str, limits: Limits = _DEFAULT, encoding: str = "") -> Rows:
    """The rows of the list that a file holds. Arguments and errors are those of `read_document`."""
    return read_document(data, file, limits, encoding).table.rows


def read_document(
    data: bytes, file: str, limits: Limits = _DEFAULT, encoding: str = "", *, is_packed: bool = False
) -> Document:
    """The tables of a file, whose form is found out by what is in it and never by its name.

    Args:
        data: the file's bytes.
        file: its name, without folders.
        limits: what is read of it at most.
        encoding: the encoding of its text, by its name in Python; found out if it is not given.
        is_packed: whether it was taken out of an archive; archives within archives are not opened.

    Raises:
        BadListError: if no list can be made out, it is broken, holds no row, or more than the limits allow. A table
            may raise it later, when its rows are asked for.
    """
    if len(data) > limits.size:
        raise BadListError((Problem("too large", file, expected=f"{limits.size / 1e6:g}"),))
    given = GivenFile(data, file, encoding, is_packed=is_packed)
    found = None if data.startswith(NOT_LISTS) else format_of(given)
    if not found:
        kind: ProblemKind = "empty file" if given.decoded and not given.text else "not text"
        raise BadListError((_with_way_out(Problem(kind, file)),))
    try:
        return found.read(given, limits)
    except BadListError as error:
        raise BadListError(tuple(map(_with_way_out, error.problems))) from error


def _with_way_out(problem: Problem) -> Problem:
    """A problem that says what can be read, where nothing could be."""
    return (
        replace(problem, expected=", ".join(readable())) if problem.kind in ("not text", "no films found") else problem
    )
