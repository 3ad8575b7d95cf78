"""Every error raised on purpose, as a kind with its values; `language.problems` puts them into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Grade = Literal["note", "repaired", "doubtful", "refused"]
"""What a problem means for its row: nothing, a cell was put right, it is kept as it is, it cannot be used."""

ProblemKind = Literal[
    # a file as a whole, which cannot be used
    "unreadable file",
    "not text",
    "empty file",
    "no films found",
    "SQL dump",
    "PDF",
    "text document",
    "picture",
    "iWork document",
    "no title column",
    "no usable row",
    "no such header",
    "no such table",
    "too large",
    "too many rows",
    "too many columns",
    "cell too long",
    "broken JSON",
    "nested too deep",
    "broken workbook",
    "protected workbook",
    "broken Parquet",
    "broken database",
    "broken XML",
    "broken YAML",
    "broken TOML",
    "broken archive",
    "unpacks too large",
    "took too long",
    "server busy",
    "no room",
    "list gone",
    "took too much memory",
    "reader ended",
    # a file as a whole, which was used all the same
    "lines before the table",
    "lines behind the list",
    "headings between rows",
    "films side by side",
    "films in columns",
    "more columns of titles",
    "beside the list",
    "rows left out",
    "most left out",
    "few films among texts",
    "not like titles",
    "mostly not divided",
    "mostly one title",
    "nothing says films",
    "lists in cells",
    "other tables",
    "read together",
    "encoding guessed",
    "column guessed",
    "column renamed",
    "no years at all",
    "several columns of years",
    "several currencies",
    "too large for minutes",
    # a row of a list
    "not understood",
    "missing title",
    "wrong number of cells",
    "cells missing",
    "cell put together",
    "cell cut off",
    "markup not understood",
    "loose quotation mark",
    "not an id",
    "id twice",
    "footnote left out",
    "year written otherwise",
    "year from the date",
    "year from a heading",
    "year from the row above",
    "year by its place",
    "director by its place",
    "line below a film",
    "not divided",
    "number written otherwise",
    "not a year",
    "year uncertain",
    "century guessed",
    "year out of range",
    "year far from the others",
    "years differ",
    "no year",
    "not a number",
    "number out of range",
    "film twice",
    "too early for it",
    # the evidence
    "columns missing",
    "column twice",
    "no such film",
    "no such field",
    "no such value",
    "quote not found",
    "no source",
    "not an address",
    "not a date",
    "nothing said",
    "said twice",
    "text too long",
    # a view with a name
    "link elsewhere",
    "link of nothing",
    "link in part",
    "too many views",
    # a picture
    "no licence",
    "no such picture",
    "picture elsewhere",
    "not a picture",
    "picture is SVG",
    "picture too large",
    "picture too heavy",
    "picture moves",
    "too many pictures",
    "pictures not named",
]

GRADES: dict[ProblemKind, Grade] = {
    "lines before the table": "note",
    "lines behind the list": "note",
    "headings between rows": "note",
    "films side by side": "note",
    "films in columns": "doubtful",
    "more columns of titles": "doubtful",
    "beside the list": "note",
    "rows left out": "doubtful",
    "most left out": "doubtful",
    "few films among texts": "doubtful",
    "not like titles": "doubtful",
    "mostly not divided": "doubtful",
    "mostly one title": "doubtful",
    "nothing says films": "doubtful",
    "lists in cells": "doubtful",
    "other tables": "doubtful",
    "read together": "note",
    "encoding guessed": "doubtful",
    "column guessed": "doubtful",
    "column renamed": "note",
    "no years at all": "doubtful",
    "several columns of years": "doubtful",
    "several currencies": "note",
    "too large for minutes": "note",
    "cells missing": "repaired",
    "cell put together": "repaired",
    "cell cut off": "doubtful",
    "markup not understood": "doubtful",
    "loose quotation mark": "doubtful",
    "not an id": "repaired",
    "id twice": "repaired",
    "footnote left out": "repaired",
    "year written otherwise": "repaired",
    "year from the date": "repaired",
    "number written otherwise": "repaired",
    "year from a heading": "doubtful",
    "year from the row above": "doubtful",
    "year by its place": "repaired",
    "director by its place": "repaired",
    "line below a film": "doubtful",
    "not divided": "doubtful",
    "not a year": "doubtful",
    "year uncertain": "doubtful",
    "century guessed": "doubtful",
    "year out of range": "doubtful",
    "year far from the others": "doubtful",
    "years differ": "doubtful",
    "no year": "doubtful",
    "not a number": "doubtful",
    "number out of range": "doubtful",
    "film twice": "doubtful",
    "too early for it": "doubtful",
    "link in part": "doubtful",
    "picture moves": "doubtful",
    "pictures not named": "doubtful",
}
"""The kinds that do not refuse; every other one does."""

GUESSES: frozenset[ProblemKind] = frozenset(
    {
        *("encoding guessed", "column guessed", "few films among texts", "not like titles", "mostly one title"),
        *("mostly not divided", "nothing says films", "lists in cells", "films in columns"),
    }
)
"""The kinds that say of a whole file that something was guessed, so that no row of it is fine."""


def grade_of(kind: ProblemKind) -> Grade:
    """How bad a kind of problem is: what `GRADES` does not name is refused."""
    return GRADES.get(kind, "refused")


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

    @property
    def grade(self) -> Grade:
        """What it means for its row."""
        return grade_of(self.kind)


class DashboardError(Exception):
    """The base of all errors raised on purpose."""


class BadListError(DashboardError):
    """A file that cannot be used as a film list, with every problem found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class NotReadyError(DashboardError):
    """A list that is still being made ready."""
