"""Bytes of a CSV file into rows as given, each with its line in the file."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from dashboard.catalogue.schema import BY_NAME, column_of
from dashboard.errors import BadListError, Problem

DELIMITERS = (",", ";", "\t")
ENCODINGS = ("utf-8-sig", "cp1251")
LONGEST_CELL = 1_000_000
"""Characters; a longer cell is taken for a quotation mark that was never closed."""

_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_WOULD_RUN = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True)
class Rows:
    """A table as given: nothing parsed, nothing dropped.

    Attributes:
        file: the file's name, without folders.
        header: the column names as they stand in the file, stripped of blanks at both ends.
        cells: one tuple a row, as long as the header.
        lines: for each row the line it begins on, counted from 1.
        encoding: the encoding the bytes were read in.
        problems: rows that are not in `cells`, since their number of cells is not the header's.
    """

    file: str
    header: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    encoding: str
    problems: tuple[Problem, ...] = ()
    header_line: int = 1


def escape_formula(cell: str) -> str:
    """A cell that a spreadsheet shows and does not run; `unescape_formula` undoes it.

    Source: OWASP, CSV Injection.

    >>> escape_formula("=1+1"), escape_formula("'=1+1"), escape_formula("Mars")
    ("'=1+1", "''=1+1", 'Mars')
    """
    return "'" + cell if _WOULD_RUN.match(cell) else cell


def unescape_formula(cell: str) -> str:
    """The cell that `escape_formula` was given."""
    return cell[1:] if _ESCAPED.match(cell) else cell


def read_rows(data: bytes, file: str) -> Rows:
    """The rows of a CSV file.

    The separator (comma, semicolon or tab) is the one under which the header names most columns that the
    schema knows. The text is taken as UTF-8, with or without a mark at its start, else as cp1251.

    Raises:
        BadListError: if the bytes are no text, hold no film, or the table breaks off.
    """
    text, encoding = _decoded(data, file)
    found = list(_records(text, _delimiter(text), file))
    if len(found) < 2:
        raise BadListError((Problem("empty file", file),))
    found = _without_empty_columns(found)
    header = tuple(unescape_formula(cell.strip()) for cell in found[0][1])
    fitting = [(line, row) for line, row in found[1:] if len(row) == len(header)]
    problems = tuple(
        Problem("wrong number of cells", file, line, value=str(len(row)), expected=str(len(header)))
        for line, row in found[1:]
        if len(row) != len(header)
    )
    cells = tuple(tuple(map(unescape_formula, row)) for _, row in fitting)
    return Rows(file, header, cells, tuple(line for line, _ in fitting), encoding, problems, found[0][0])


def _without_empty_columns(found: list[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """Rows without the columns at the end that have neither a name nor a cell, as spreadsheets leave them."""
    width = max(at + 1 for at, name in enumerate(found[0][1]) if name.strip())
    if any(cell.strip() for _, row in found for cell in row[width:]):
        return found
    return [(line, row[:width]) for line, row in found]


def _decoded(data: bytes, file: str) -> tuple[str, str]:
    if b"\0" in data:
        raise BadListError((Problem("not text", file),))
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise BadListError((Problem("not text", file),))


def _delimiter(text: str) -> str:
    first = re.split(r"[\r\n]", text.lstrip(), maxsplit=1)[0]

    def score(delimiter: str) -> tuple[bool, int, int]:
        names = [column_of(name.strip('"')).name for name in first.split(delimiter)]
        return "title" in names, sum(name in BY_NAME for name in names), len(names)

    return max(DELIMITERS, key=score)


def _records(text: str, delimiter: str, file: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(LONGEST_CELL)
    found, begins = [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                found.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadListError((Problem("broken table", file, begins, expected=str(error)),)) from error
    return found
