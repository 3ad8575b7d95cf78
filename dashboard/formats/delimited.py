"""CSV and its relatives into rows: separated by commas, semicolons, tabs or bars."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import dropwhile, islice

from dashboard.formats.encoding import decode
from dashboard.formats.find_table import (
    HEADER_WITHIN,
    Line,
    document_of,
    first_row,
    known_names,
    place_of,
    table_of,
    without_blanks,
)
from dashboard.formats.format import Document, GivenFile, TextFormat, lines_in
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import counted
from dashboard.model.rows import UNLIMITED, Limits, Rows, unescape_formula

SEPARATORS = (",", ";", "\t", "|")
SAMPLE = 200_000
"""Characters at the start by which the separator is chosen."""

csv.field_size_limit(sys.maxsize)  # the limit is the whole process's; `table_of` refuses cells that are too long
_NAMED_SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)


class Csv(TextFormat):
    """Cells separated by commas, semicolons, tabs or bars."""

    name = "CSV"
    plural = "CSV"

    def recognises(self, given: GivenFile) -> bool:
        """Whether a separator can be told."""
        return separator_of(given.text) is not None

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The tables that stand anywhere in the text."""
        text = given.text
        lines = _lines(text, separator_of(text) or SEPARATORS[0], given.name, limits)
        return document_of(lines, self.no_rows(given), limits, partial(lines_in, text))


CSV = Csv()


def read_csv(data: bytes, file: str, limits: Limits = UNLIMITED) -> Rows:
    """The rows of what is known to be CSV, with the header in the first line that is not blank.

    A row that has not as many cells as the header is left out and named.

    Raises:
        BadListError: if the bytes are no text, hold no row, or the table breaks off.
    """
    decoded = decode(data)
    if decoded is None:
        raise BadListError((Problem("not text", file, expected=CSV.plural),))
    text, encoding = decoded
    first = re.split(r"[\r\n]", _without_name(text)[0].lstrip(), maxsplit=1)[0]
    header = {each: [(1, row) for row in csv.reader([first], delimiter=each)] for each in SEPARATORS}
    separator = _named(text) or max(SEPARATORS, key=lambda each: _worth(header[each]))
    lines = _lines(text, separator, file, limits)
    return table_of(lines, Rows(file, (), (), (), encoding), limits, first_row(lines), at_least=limits.columns)


def separator_of(text: str) -> str | None:
    r"""What separates the cells of a text; None if it does not look like a table.

    The separator is the one under which a header names titles and most other things that the schema knows; if
    none does, the one under which nearly all rows are of one width. Commas with blanks behind them are prose.

    >>> separator_of("title;a,b,c\nA;B"), separator_of("Solaris,1972\nStalker,1979"), separator_of("Oh, well")
    (';', ',', None)
    """
    if named := _named(text):
        return named
    found = {separator: _sample(text, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: _worth(found[separator]))
    if _worth(found[best])[0]:
        return best
    even = [separator for separator in SEPARATORS if _is_even(found[separator])]
    return max(even, key=lambda separator: _worth(found[separator]), default=None)


def _named(text: str) -> str | None:
    named = _NAMED_SEPARATOR.match(text)
    return named[1] if named else None


def _without_name(text: str) -> tuple[str, int]:
    """A text without Excel's line that names the separator, and how many lines that takes away."""
    named = _NAMED_SEPARATOR.match(text)
    return (text[named.end() :], 1) if named else (text, 0)


def _worth(lines: Sequence[Line]) -> tuple[bool, int, int, int]:
    """Whether a header names titles, how many names are known, how many rows fit it, and how many cells it has."""
    place = place_of(lines)
    header = lines[place.header][1] if place.header is not None and lines else []
    fitting = sum(1 for _, cells in lines[place.begins : place.ends] if len(cells) <= len(header))
    return place.titled, len(known_names(header)), fitting * place.titled, len(header)


def _is_even(lines: Sequence[Line]) -> bool:
    """Whether nearly all rows have the same number of cells, lines at the top aside that have one only."""
    rows = list(dropwhile(lambda cells: len(cells) == 1, (cells for _, cells in lines if cells)))
    widths = Counter(map(len, rows))
    width, often = widths.most_common(1)[0] if rows else (0, 0)
    return width > 1 and len(rows) > 1 and often * 5 >= len(rows) * 4 and not _is_prose(rows)


def _is_prose(rows: Iterable[Sequence[str]]) -> bool:
    """Whether most cells but the first begin with a blank, as the parts of a sentence do behind its commas."""
    inner = [cell for cells in rows for cell in cells[1:]]
    return sum(cell.startswith(" ") for cell in inner) * 2 > len(inner)


def _sample(text: str, separator: str) -> list[Line]:
    """Some rows at the start, read without complaint; the last, which may be cut, only if there is no other."""
    reader = csv.reader(io.StringIO(_without_name(text)[0][:SAMPLE], newline=""), delimiter=separator)
    found: list[Line] = list(islice(enumerate(reader, 1), HEADER_WITHIN * 2))
    return list(without_blanks(found[:-1] if len(text) > SAMPLE and len(found) > 1 else found))


def _lines(text: str, separator: str, file: str, limits: Limits) -> list[Line]:
    text, above = _without_name(text)
    unquoted = _unquoted(text) if separator == "\t" and '"' in text else None
    records = _records(text, separator, file) if unquoted is None else unquoted
    found: list[Line] = []
    for line, row in counted(without_blanks(records), text.count("\n"), last=0.6):
        found.append((line + above, [unescape_formula(cell) if cell[:1] == "'" else cell for cell in row]))
        if len(found) > limits.rows + HEADER_WITHIN:
            raise BadListError((Problem("too many rows", file, expected=str(limits.rows)),))
    return found


def _records(text: str, separator: str, file: str) -> Iterator[Line]:
    blanks = re.match(rf'[^\r\n"]*{re.escape(separator)} ', text) is not None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=blanks)
    begins = 1
    try:
        for row in reader:
            yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadListError((Problem("broken table", file, begins, expected=str(error)),)) from error


def _unquoted(text: str) -> list[Line] | None:
    """Rows between tabs in which quotation marks mean nothing, as IMDb's files have them.

    They are told by it that every line has the same number of tabs and some mark does not enclose its cell.
    """
    lines = [line.split("\t") for line in re.split(r"\r\n|\r|\n", text)]
    even = len({len(cells) for cells in lines if cells != [""]}) == 1
    return [*enumerate(lines, 1)] if even and any(_is_loose(cell) for cells in lines for cell in cells) else None


def _is_loose(cell: str) -> bool:
    return cell[:1] == '"' and (len(cell) < 2 or cell[-1] != '"' or '"' in cell[1:-1].replace('""', ""))
