"""Every error raised on purpose, as a kind with its values; `language.problems` puts them into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Grade = Literal["note", "repaired", "doubtful", "refused"]
"""What a problem means for its row: nothing, a cell was put right, it is kept as it is, it cannot be used."""

# The kinds of problems, each once, by what it means for its row.
Note = Literal[
    # a file as a whole
    "lines before the table",
    "lines behind the list",
    "headings between rows",
    "films side by side",
    "beside the list",
    "read together",
    "column renamed",
    "several currencies",
    "too large for minutes",
]
Repaired = Literal[
    # a row of a list
    "cells missing",
    "cell put together",
    "not an id",
    "id twice",
    "footnote left out",
    "year written otherwise",
    "year from the date",
    "year by its place",
    "director by its place",
    "title by its place",
    "number written otherwise",
]
Guess = Literal[
    # of a whole file something was guessed, so that no row of it is fine; each is doubtful
    "column guessed",
    "encoding guessed",
    "few films among texts",
    "films in columns",
    "lists in cells",
    "mostly not divided",
    "mostly one title",
    "not like titles",
    "nothing says films",
]
Doubtful = Literal[
    # a file as a whole
    "more columns of titles",
    "rows left out",
    "most left out",
    "other tables",
    "no years at all",
    "several columns of years",
    # a row of a list
    "cell cut off",
    "character not read",
    "markup not understood",
    "loose quotation mark",
    "year from a heading",
    "year from the row above",
    "line below a film",
    "not divided",
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
    # a view with a name
    "link in part",
    # a picture
    "picture moves",
    "pictures not named",
]
Refused = Literal[
    # a file as a whole
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
    # a row of a list
    "not understood",
    "missing title",
    "wrong number of cells",
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
    "too many views",
    # a picture
    "no licence",
    "no such picture",
    "picture elsewhere",
    "not a picture",
    "picture is SVG",
    "picture too large",
    "picture too heavy",
    "too many pictures",
]
ProblemKind = Literal[Note, Repaired, Guess, Doubtful, Refused]
GUESSES: tuple[ProblemKind, ...] = get_args(Guess)
GRADE_OF: dict[ProblemKind, Grade] = {
    **dict.fromkeys(get_args(Note), "note"),
    **dict.fromkeys(get_args(Repaired), "repaired"),
    **dict.fromkeys((*GUESSES, *get_args(Doubtful)), "doubtful"),
    **dict.fromkeys(get_args(Refused), "refused"),
}
"""What each kind means for its row."""


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
        return GRADE_OF[self.kind]


class DashboardError(Exception):
    """The base of all errors raised on purpose."""


class BadListError(DashboardError):
    """A file that cannot be used as a film list, with every problem found in it."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


class NotReadyError(DashboardError):
    """A list that is still being made ready."""
