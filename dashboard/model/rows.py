"""A table as it was given, whatever file it came in."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dashboard.model.problems import Problem

_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"', re.DOTALL)
_WOULD_RUN = re.compile(r"'*[=+\-@\t\r]")

WHICH, WHICH_SHEET = "list", "sheet"
"""The columns that say from which of several lists, or sheets, a row is, where they are read together."""

READINGS = BY_ROW, BY_CELL = "a film a row", "a film a cell"
"""What the two readings of a table are called, where it may be read in both."""

Unit = Literal["line", "row", "item"]
"""What the numbers of rows count in a file."""

Fate = Literal["film", "field", "heading", "comment", "refused", "blank", "other table"]
"""What became of a line of a file.

A film begins on it; it belongs to the film above; it is a header or a heading; it stands beside the list; it is a row
that cannot be used; nothing stands on it; it belongs to a table that was not taken.
"""


@dataclass(frozen=True)
class Account:
    """What became of the lines of a file, or of its rows or items.

    Attributes:
        total: how many there are, as the file itself says.
        came_to: by fate, how many of them were found.
    """

    total: int
    came_to: Mapping[Fate, int]

    @property
    def unaccounted(self) -> int:
        """How many have no fate."""
        return self.total - sum(self.came_to.values())

    def refusing(self, number: int) -> Account:
        """The account once some lines on which films begin are refused after all."""
        films, refused = self.came_to.get("film", 0) - number, self.came_to.get("refused", 0) + number
        return Account(self.total, {**self.came_to, "film": films, "refused": refused}) if number else self


@dataclass(frozen=True)
class Limits:
    """What is read of a file at most.

    Attributes:
        size: bytes of the file.
        unpacked: bytes of what an archive or a workbook holds.
        rows: rows of the table.
        columns: columns of the table.
        cell: characters of one cell.
    """

    size: int = 50_000_000
    unpacked: int = 500_000_000
    rows: int = 1_000_000
    columns: int = 1_000
    cell: int = 1_000_000


UNLIMITED = Limits(size=1 << 62, unpacked=1 << 62, rows=1 << 40, columns=100_000, cell=(1 << 31) - 1)
"""For files of whoever runs the program."""


@dataclass(frozen=True)
class Rows:
    """A table as given: its cells are texts, and none is left out.

    Attributes:
        file: the file's name, without folders.
        header: the column names as they stand in the file, stripped of blanks at both ends; may be empty or repeated.
        cells: one tuple a row, as long as the header; an empty text where there is nothing. Several values in one
            cell that the file itself keeps apart (a JSON array, say) are a JSON array of texts.
        lines: for each row the line it begins on, counted from 1; where a file has no lines, the number of its row
            or item.
        encoding: the encoding the bytes were read in; empty where the form has none to choose.
        readings: the encodings that the bytes could be in, with a line as each reads it; none where there is no doubt.
        problems: what was noticed on the way: rows that are not in `cells`, notes on the file.
        header_line: the line of the header; None if the file has no header line.
        form: the name of the form the file has.
        unread: for rows that are not in `cells`, their line and their cells.
        unit: what `lines` counts.
        account: what became of every line of the file; None if that was not asked.
    """

    file: str
    header: tuple[str, ...]
    cells: Sequence[tuple[str, ...]]
    lines: Sequence[int]
    encoding: str = ""
    problems: tuple[Problem, ...] = ()
    header_line: int | None = 1
    form: str = "CSV"
    unread: tuple[tuple[int, tuple[str, ...]], ...] = ()
    unit: Unit = "line"
    account: Account | None = field(default=None, compare=False)
    readings: tuple[tuple[str, str], ...] = field(default=(), compare=False)


def escape_formula(cell: str) -> str:
    """A cell that a spreadsheet shows and does not run; `unescape_formula` undoes it.

    Source: OWASP, CSV Injection.

    >>> escape_formula("=1+1"), escape_formula("'=1+1"), escape_formula("Mars")
    ("'=1+1", "''=1+1", 'Mars')
    """
    return "'" + cell if _WOULD_RUN.match(cell) else cell


def column_at(at: int) -> str:
    """What the column at a position is called that has no header."""
    return f"Column {at + 1}"


def unescape_formula(cell: str) -> str:
    """The cell that `escape_formula` was given."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def written_text(cell: str) -> str:
    """What a cell of CSV says: one that was escaped, or the text of a formula that is nothing but one.

    >>> written_text("'=1+1"), written_text('="007"'), written_text('="a"&"b"')
    ('=1+1', '007', '="a"&"b"')
    """
    found = _TEXT_FORMULA.fullmatch(cell)
    return found[1].replace('""', '"') if found else unescape_formula(cell)


def as_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """A table as CSV in UTF-8, with a mark at its start so that a spreadsheet shows every alphabet."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig", "replace")
