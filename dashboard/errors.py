"""Every error raised on purpose, as a kind with its values; `language.problems` puts them into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ProblemKind = Literal[
    "unreadable file",
    "not text",
    "broken table",
    "empty file",
    "no title column",
    "column twice",
    "wrong number of cells",
    "missing title",
    "not a year",
    "year out of range",
    "not a number",
    "number out of range",
    "not an id",
    "id twice",
    "no usable row",
    "no such film",
    "no such field",
    "no such value",
    "quote not found",
    "no source",
    "not an address",
    "not a date",
    "nothing said",
    "said twice",
]


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file, with its place.

    Attributes:
        kind: what is wrong.
        file: the file's name, without folders.
        line: the line in the file on which the row begins, counted from 1; None if it is the file as a whole.
        column: the column's header as it stands in the file; empty if it is the whole row.
        value: the cell as it stands in the file.
        expected: what the kind's sentence needs beside that, such as a range.
    """

    kind: ProblemKind
    file: str
    line: int | None = None
    column: str = ""
    value: str = ""
    expected: str = ""


class DashboardError(Exception):
    """The base of all errors raised on purpose."""


class BadListError(DashboardError):
    """A file that cannot be used as a film list, with every problem found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems
