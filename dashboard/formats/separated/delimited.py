"""CSV and its relatives into rows: separated by commas, semicolons, tabs, bars, and what is rarer."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain, dropwhile, islice, pairwise
from typing import NamedTuple

from dashboard.formats.encoding import decode
from dashboard.formats.find_table import (
    HEADER_WITHIN,
    Line,
    first_row,
    known_names,
    place_of,
    table_of,
    without_blanks,
)
from dashboard.formats.format import Document, GivenFile, TextFormat, lines_in
from dashboard.formats.plain_text.parsed_lines import without_mark
from dashboard.formats.plain_text.undivided import has_words_around
from dashboard.formats.separated.quotes import QuotedRows
from dashboard.formats.whole_lines import document_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.progress import counted
from dashboard.model.rows import UNLIMITED, Limits, Rows, unescape_formula, written_text

SEPARATORS = (",", ";", "\t", "|")
CLEAR = ("^", "，", "~")
"""Rarer ones, which hardly stand in a text for anything else."""
RARE = (*CLEAR, ":", " ")
"""Those that separate cells only below a header that says so."""
ALIGNED = "  "
"""Stands for columns that blanks bring below each other."""
UNIT = "\x1f"
"""Stands for a separator of more than one character while a text is divided."""
SAMPLE = 200_000
"""Characters at the start by which the separator is chosen."""

csv.field_size_limit(sys.maxsize)  # the limit is the whole process's; `table_of` refuses cells that are too long
_TERM = re.compile(r'^(?:<([^<>]*)>|"(.*)"(?:@[\w-]+|\^\^<[^<>]*>)?)$', re.DOTALL)
"""An address, or a literal with its language or type."""
_RULE = re.compile(r"[\s|+]*[-=]{2,}[\s|+=-]*")
_NAMED_SEPARATOR = re.compile(r"sep=([,;\t|])\r?\n", re.IGNORECASE)


class Csv(TextFormat):
    """Cells separated by commas, semicolons, tabs or bars."""

    name = "CSV"
    plural = "CSV"

    def recognises(self, given: GivenFile) -> bool:
        """Whether a separator can be told, and does not only stand in the lines of a plain list."""
        text = _without_marks_around(given.text)
        separator = separator_of(text)
        return separator is not None and not (len(separator) == 1 and _is_plain_list(_sample(text, separator)))

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The tables that stand anywhere in the text."""
        text = _without_marks_around(given.text)
        lines, loose = _lines(text, separator_of(text) or SEPARATORS[0], given.name, limits)
        no_rows = self.no_rows(given)
        no_rows = replace(no_rows, problems=(*no_rows.problems, *loose))
        lines = _as_texts(lines) if _are_terms(lines) else lines
        return document_of(lines, no_rows, limits, partial(lines_in, text))


CSV = Csv()


def _are_terms(lines: Sequence[Line]) -> bool:
    """Whether the header are variables of a query, as SPARQL's results have them between tabs: ``?film``."""
    return bool(lines) and all(cell[:1] in ("?", "$") and len(cell) > 1 for cell in lines[0][1])


def _as_texts(lines: Sequence[Line]) -> list[Line]:
    """The answers of a query with the text of each term. Source: W3C, SPARQL 1.1 Query Results TSV Format."""
    header, *rows = lines
    texts = [(line, [_TERM.sub(lambda term: term[1] or term[2] or "", cell) for cell in cells]) for line, cells in rows]
    return [(header[0], [cell[1:] for cell in header[1]]), *texts]


def read_csv(data: bytes, file: str, limits: Limits = UNLIMITED) -> Rows:
    """The rows of what is known to be CSV, with the header in the first line that is not blank.

    A row that has not as many cells as the header is left out and named.

    Raises:
        BadListError: if the bytes are no text, or hold no row.
    """
    text, encoding, separator = _known_csv(data, file)
    lines, loose = _lines(text, separator, file, limits)
    no_rows = Rows(file, (), (), (), encoding, loose)
    return table_of(lines, no_rows, limits, first_row(lines), at_least=limits.columns)


def _known_csv(data: bytes, file: str) -> tuple[str, str, str]:
    """The text of what is known to be CSV, its encoding and its separator.

    Raises:
        BadListError: if the bytes are no text.
    """
    decoded = decode(data)
    if decoded is None:
        raise BadListError((Problem("not text", file, expected=CSV.plural),))
    text, encoding = decoded
    first = re.split(r"[\r\n]", _without_name(text)[0].lstrip(), maxsplit=1)[0]
    header = {each: [(1, row) for row in csv.reader([first], delimiter=each)] for each in SEPARATORS}
    return text, encoding, _named(text) or max(SEPARATORS, key=lambda each: _worth(header[each]))


class WrittenRow(NamedTuple):
    """A row as it stands in a text: its place, with the end of its line, and its cells; none of a blank one."""

    start: int
    end: int
    cells: tuple[str, ...]


class WrittenCsv(NamedTuple):
    """A text that is known to be CSV, as it stands: its rows, those that cannot be used among them, are all of it."""

    text: str
    encoding: str
    separator: str
    rows: tuple[WrittenRow, ...]


def written_csv(data: bytes, file: str) -> WrittenCsv:
    """What is known to be CSV, row by row as it stands in its file.

    Raises:
        BadListError: if the bytes are no text.
    """
    text, encoding, separator = _known_csv(data, file)
    rest, _ = _without_name(text)
    lines = [found.end() for found in re.finditer(r"\r\n|\r|\n", rest)]
    begins = [0, *lines]
    found = [(begins[line - 1], cells) for line, cells in _any_records(rest, separator, [])]
    above, ends = len(text) - len(rest), chain((start for start, _ in found[1:]), [len(rest)])
    rows = (
        WrittenRow(start + above, end + above, _as_written(cells))
        for (start, cells), end in zip(found, ends, strict=True)
    )
    return WrittenCsv(text, encoding, separator, tuple(rows))


def _as_written(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(unescape_formula, cells)) if any(map(str.strip, cells)) else ()


def separator_of(text: str) -> str | None:
    r"""What separates the cells of a text; None if it does not look like a table.

    The separator is the one under which a header names titles and most other things that the schema knows; if
    none does, the one under which nearly all rows are of one width. Commas with blanks behind them are prose.

    >>> separator_of("title;a,b,c\nA;B"), separator_of("Solaris,1972\nStalker,1979"), separator_of("Oh, well")
    (';', ',', None)
    >>> separator_of("1::Solaris::Drama|Sci-Fi\n2::Moon::Drama"), separator_of("title^year\nSolaris^1972")
    ('::', '^')
    """
    if clear := clear_separator_of(text):
        return clear
    found = {separator: _sample(text, separator) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: _worth(found[separator]))
    rare = {separator: _sample(text, separator) for separator in RARE if separator in text}
    if fitting := [separator for separator in rare if _is_headed(rare[separator])]:
        return max(fitting, key=lambda separator: _worth(rare[separator]))
    if aligned(text[:SAMPLE]):
        return ALIGNED
    if _worth(found[best])[0]:
        return best
    even = [separator for separator in SEPARATORS if _is_even(found[separator])]
    even += [] if even else [separator for separator in CLEAR if separator in rare and _is_even(rare[separator])]
    return max(even, key=lambda separator: _worth({**found, **rare}[separator]), default=None)


def clear_separator_of(text: str) -> str | None:
    """What a text says separates its cells, or what does below a header with two known names; None if nothing does.

    Nothing is read of it but the first `SAMPLE` characters.
    """
    if named := _named(text) or ("::" if _has_colons(text) else None):
        return named
    worth = {separator: _worth(_sample(text, separator)) for separator in SEPARATORS}
    best = max(SEPARATORS, key=lambda separator: worth[separator])
    return best if worth[best][1] > 1 else None


def _has_colons(text: str) -> bool:
    """Whether two colons stand the same number of times in nearly all lines."""
    counts = Counter(line.count("::") for line in text[:SAMPLE].splitlines()[: HEADER_WITHIN * 2] if line.strip())
    often, total = max(((times, number) for number, times in counts.items() if number), default=(0, 0)), counts.total()
    return total > 1 and often[0] * 10 >= total * 9


def _is_headed(lines: Sequence[Line]) -> bool:
    """Whether the first row names titles and something else, and nearly all others have as many cells."""
    rows = [cells for _, cells in lines if cells]
    known = known_names(rows[0]) if rows else set()
    fitting = sum(1 for cells in rows[1:] if len(cells) == len(rows[0]))
    return "title" in known and len(known) > 1 and len(rows) > 1 and fitting * 10 >= (len(rows) - 1) * 8


def _is_plain_list(lines: Sequence[Line]) -> bool:
    """Whether a text is a plain list: most rows begin with a mark, or have more cells than the first, which has one.

    So it is where the sign that would separate cells stands within brackets.
    """
    rows = [cells for _, cells in lines if cells]
    marked = sum(1 for cells in rows if len(cells) == 2 and without_mark(f"{cells[0]} ")[0] == "")
    if marked * 2 > len(rows) or sum(map(_is_within_brackets, rows)) * 2 > len(rows):
        return True
    if rows and (_are_among_words(rows) or _are_below_a_sentence(rows)):
        return True
    if place_of(lines).header != next((at for at, (_, cells) in enumerate(lines) if cells), None):
        return False
    wider = sum(1 for cells in rows[1:] if len(cells) > 1)
    is_marked = bool(rows) and rows[0][0].lstrip()[:1] in tuple("#*[=-")
    return bool(rows) and len(rows[0]) == 1 and (wider * 2 > len(rows) or is_marked)


def _are_among_words(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows below no header begin with a title in quotation marks among other words."""
    return not known_names(rows[0]) and sum(1 for cells in rows if has_words_around(cells[0])) * 2 > len(rows)


def _are_below_a_sentence(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row is a sentence with commas, and most rows below it have one cell."""
    first, *below = rows
    is_sentence = _is_prose([first]) and first[-1].rstrip().endswith((":", ".", "!", "?", "："))
    return is_sentence and sum(1 for cells in below if len(cells) == 1) * 2 > len(below)


def _is_within_brackets(cells: Sequence[str]) -> bool:
    """Whether a bracket opens in one cell and closes in another."""
    return any(map(_open_brackets, cells)) and not sum(map(_open_brackets, cells))


def _open_brackets(cell: str) -> int:
    return cell.count("(") + cell.count("（") - cell.count(")") - cell.count("）")


def _in_one_character(text: str, separator: str) -> tuple[str, str]:
    """A text in which one character separates the cells, and that character."""
    return (text, separator) if len(separator) == 1 else (text.replace(separator, UNIT), UNIT)


def _split(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)[: lines_in(text)]


def aligned(text: str) -> list[Line]:
    """The rows of a table whose columns stand below each other, at least two blanks apart; none if it is no such."""
    lines = _split(text)
    at = next((at for at, line in enumerate(lines) if line.strip()), None)
    if at is None:
        return []
    begins = [found.start() for found in re.finditer(r"(?<!\S)(?:\S+ )*\S+(?=\s{2}|\s*$)", lines[at])]
    names = re.split(r"\s{2,}", lines[at].strip())
    known = known_names(names)
    if len(begins) < 2 or len(begins) != len(names) or "title" not in known or len(known) < 2:
        return []
    rows = [(number, _in_columns(line, begins)) for number, line in enumerate(lines[at:], at + 1)]
    filled = [cells for _, cells in rows if cells]
    fitting = sum(1 for cells in filled if len(cells) == len(names))
    return list(rows) if len(filled) > 1 and fitting * 10 >= len(filled) * 8 else []


def _in_columns(line: str, begins: Sequence[int]) -> Sequence[str]:
    if not line.strip() or _RULE.fullmatch(line):
        return ()
    if all(line[at - 1 : at].isspace() or at > len(line) for at in begins[1:]):
        return [line[at:end].strip() for at, end in pairwise([0, *begins[1:], len(line) + 1])]
    return re.split(r"\s{2,}", line.strip())


def _without_marks_around(text: str) -> str:
    """A text of which each line is one cell in quotation marks that holds a row, as a table saved twice has them.

    Any other text is given back as it is.
    """
    first = text[:SAMPLE].splitlines()[:HEADER_WITHIN]
    if not text.startswith('"') or not all(map(_IS_ONE_CELL.fullmatch, filter(None, first))):
        return text
    bare = _ONE_CELL.sub(lambda line: line[1].replace('""', '"'), text)
    return bare if clear_separator_of(bare) and not clear_separator_of(text) else text


_IS_ONE_CELL = re.compile(r'"(?:[^"]|"")*"')
_ONE_CELL = re.compile(r'(?m)^"((?:[^"\r\n]|"")*)"(?=\r?$)')


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
    start, delimiter = _in_one_character(_without_name(text)[0][:SAMPLE], separator)
    reader = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter)
    found: list[Line] = list(islice(enumerate(reader, 1), HEADER_WITHIN * 2))
    return list(without_blanks(found[:-1] if len(text) > SAMPLE and len(found) > 1 else found))


def lines_of(text: str, separator: str, file: str, limits: Limits) -> list[Line]:
    """The rows of a text; none if a quotation mark in it encloses nothing."""
    lines, loose = _lines(text, separator, file, limits)
    return [] if loose else lines


def _lines(text: str, separator: str, file: str, limits: Limits) -> tuple[list[Line], tuple[Problem, ...]]:
    """The rows of a text, and the problems of those whose quotation marks had to be taken as they stand."""
    text, above = _without_name(text)
    loose: list[int] = []
    found: list[Line] = []
    for line, row in counted(without_blanks(_any_records(text, separator, loose)), text.count("\n"), last=0.6):
        found.append((line + above, [written_text(cell) if cell[:1] in ("'", "=") else cell for cell in row]))
        if len(found) > limits.rows + HEADER_WITHIN:
            raise BadListError((Problem("too many rows", file, expected=str(limits.rows)),))
    return found, tuple(Problem("loose quotation mark", file, line + above) for line in loose)


def _any_records(text: str, separator: str, loose: list[int]) -> Iterable[Line]:
    if separator == ALIGNED:
        return aligned(text)
    if separator == "\t" and '"' in text and (unquoted := _unquoted(text)) is not None:
        return unquoted
    text, separator = _in_one_character(text, separator)
    return (
        (line, () if row and row[0][:2].strip(" |+-=") == "" != row[0] and _RULE.fullmatch("".join(row)) else row)
        for line, row in _records(text, separator, loose)
    )


def _records(text: str, separator: str, loose: list[int]) -> Iterator[Line]:
    """The rows of a text; adds to `loose` the lines of those in which a quotation mark encloses nothing.

    They are read as CSV asks for, until a mark is not as it should be.
    """
    blanks = re.match(rf'[^\r\n"]*{re.escape(separator)} ', text) is not None
    stream, quoted = io.StringIO(text, newline=""), cache(partial(_quoted_rows, text, separator))
    width, begins = _width(text, separator), 1
    while True:
        reader = csv.reader(stream, delimiter=separator, strict=True, skipinitialspace=blanks)
        above = begins - 1
        try:
            for row in reader:
                if above + reader.line_num > begins and len(row) != width == quoted().bare(begins - 1):
                    break
                yield begins, row
                begins = above + reader.line_num + 1
            else:
                return
        except csv.Error:
            pass
        record = quoted().record(begins - 1)
        loose += [begins] if record.is_loose else []
        yield begins, record.cells
        begins += record.lines
        stream.seek(quoted().begins[begins - 1])


def _quoted_rows(text: str, separator: str) -> QuotedRows:
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$", text)
    return QuotedRows(lines, separator, _width(text, separator), escapes='\\"' in text)


def _width(text: str, separator: str) -> int:
    """How many cells most rows at the start have."""
    widths = Counter(len(cells) for _, cells in _sample(text, separator) if len(cells) > 1)
    return widths.most_common(1)[0][0] if widths else 1


def _unquoted(text: str) -> list[Line] | None:
    """Rows between tabs in which quotation marks mean nothing, as IMDb's files have them.

    They are told by it that every line has the same number of tabs and some mark does not enclose its cell.
    """
    lines = [line.split("\t") for line in _split(text)]
    even = len({len(cells) for cells in lines if cells != [""]}) == 1
    return [*enumerate(lines, 1)] if even and any(_is_loose(cell) for cells in lines for cell in cells) else None


def _is_loose(cell: str) -> bool:
    return cell[:1] == '"' and (len(cell) < 2 or cell[-1] != '"' or '"' in cell[1:-1].replace('""', ""))
