"""CSV that every reader reads alike, whole columns at once by Arrow: what `delimited` gives, in a tenth of the time.

That a file is so regular is proved before and while it is read. What is not is left to `delimited`.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, pairwise

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.formats.find_table import (
    HEADER_WITHIN,
    Place,
    places_of,
    refuse_long_cells,
    refuse_too_many,
)
from dashboard.formats.format import Document, GivenFile, Table
from dashboard.formats.not_lists import no_list
from dashboard.formats.registry import format_of
from dashboard.formats.separated.delimited import CSV, clear_separator_of, lines_of
from dashboard.formats.side_by_side.repeated import repeated
from dashboard.model.progress import counted
from dashboard.model.rows import Limits, Rows, written_text
from dashboard.model.text_column import BLOCK, TYPE, Cells, ColumnMaker, TextColumn, mask_of, one_of

LONG = 2_000_000
"""Bytes from which on a file is looked at."""
LEAST = 3 * HEADER_WITHIN
"""Rows at the start of a file that tell its header: none is looked for below."""
AT_ONCE = 1 << 24
"""Bytes that are read at once."""
SEPARATORS = (",", ";", "\t")

Bytes = npt.NDArray[np.uint8]

_MARK = b"\xef\xbb\xbf"
_END, _RETURN, _QUOTE = b'\n\r"'
_SIGNS = bytes({*range(0x21), *b"|:+-=", 0xC2, 0xE1, 0xE2, 0xE3})
"""How a cell can begin that consists of blanks and signs; 0 stands for an empty one."""
_ODD = re.compile(r"[\s|:+=-]*")
"""A row that is blank or a rule; what is below a header in Markdown is one too."""
_OTHER_FORM = re.compile(r"[\s:]*\{\|")
"""How a table in a wiki's text begins."""


class NotRegularError(Exception):
    """A file that `delimited` must read."""


def regular_document(given: GivenFile, limits: Limits) -> Document | None:
    """The table of a long file that is regular CSV; None of any other. It takes threads, which the sandbox may refuse.

    Regular is UTF-8 with a row on each line, a header on the first, and cells that are enclosed in quotation marks
    whole or have none.

    Raises:
        BadListError: if it holds more than the limits allow.
    """
    if given.size < LONG or given.encoding not in ("", "utf-8", "utf-8-sig"):
        return None
    try:
        rows = _rows(given, limits)
    except (NotRegularError, pa.ArrowInvalid):
        return None
    return Document((Table(lambda: rows, length=lambda: len(rows.cells) + 1),))


def _rows(given: GivenFile, limits: Limits) -> Rows:
    """The rows of a file.

    Raises:
        NotRegularError: if it is not regular.
    """
    separator, header = _head(given, limits)
    with ThreadPoolExecutor(1) as beside:
        counting = beside.submit(_count_lines, given, separator)
        columns = _columns(given, separator, len(header))
        lines = counting.result()
    if len(columns[0]) != lines - 1 or _has_odd_row(columns, header) or _begins_with_heading(columns):
        raise NotRegularError
    refuse_too_many(lines - 1, len(columns), given.name, limits)
    columns = [column.each(written_text, one_of(column.first, b"'=")) for column in columns]
    rows = Rows(given.name, header, Cells(columns), array("q", range(2, lines + 1)), "utf-8-sig")
    refuse_long_cells(rows, limits)
    return rows


def _head(given: GivenFile, limits: Limits) -> tuple[str, tuple[str, ...]]:
    """The separator of a file and its header, if its beginning is that of a table with the header at its top.

    Raises:
        NotRegularError: if it is not.
    """
    head = GivenFile(given.head.rpartition(b"\n")[0] + b"\n", given.name)
    separator = clear_separator_of(head.text) or ""
    is_utf_8 = head.decoded is not None and head.decoded.encoding == "utf-8-sig"
    if not is_utf_8 or separator not in SEPARATORS or no_list(head) or format_of(head) is not CSV:
        raise NotRegularError
    lines = lines_of(head.text, separator, given.name, limits)
    if len(lines) < LEAST:
        raise NotRegularError
    header = tuple(cell.strip() for cell in lines[0][1])
    is_plain = any(header[-1:]) and not repeated(header) and f"{separator} " not in head.text.partition("\n")[0]
    if not is_plain or places_of(lines) != (Place(0, 1, len(lines), titled=True),):
        raise NotRegularError
    return separator, header


def _count_lines(given: GivenFile, separator: str) -> int:
    """How many lines a file has.

    Raises:
        NotRegularError: if a quotation mark is neither at an end of a cell nor doubled in one, or a line ends oddly.
    """
    lines, marks, last = 0, 0, _END
    outside = np.zeros(256, dtype=np.bool_)
    outside[list(f'{separator}\r\n"'.encode())] = True
    for block, following in pairwise(chain(_blocks(given), [b"\n"])):
        text = np.frombuffer(b"%c%b%c" % (last, block, following[0]), dtype=np.uint8)
        inside = text[1:-1]
        places = np.flatnonzero(inside == _QUOTE) + 1
        opens, closes = places[marks % 2 :: 2], places[1 - marks % 2 :: 2]
        returns = np.flatnonzero(inside == _RETURN) + 1
        is_regular = outside[text[opens - 1]].all() and outside[text[closes + 1]].all()
        if not is_regular or (text[returns + 1] != _END).any() or (inside == 0).any():
            raise NotRegularError
        lines, marks, last = lines + int(np.count_nonzero(inside == _END)), marks + len(places), block[-1]
    return lines + int(last != _END)


def _blocks(given: GivenFile) -> Iterator[bytes]:
    """A file without the mark of UTF-8 at its start, block by block."""
    with given.opened() as file:
        block = file.read(BLOCK).removeprefix(_MARK)
        while block:
            yield block
            block = file.read(BLOCK)


def _columns(given: GivenFile, separator: str, width: int) -> list[TextColumn]:
    from pyarrow import csv

    names = [str(at) for at in range(width)]
    makers = [ColumnMaker() for _ in names]
    with given.opened() as file:
        batches = csv.open_csv(
            file,
            csv.ReadOptions(use_threads=False, block_size=AT_ONCE, column_names=names, skip_rows=1),
            csv.ParseOptions(delimiter=separator),
            csv.ConvertOptions(column_types=dict.fromkeys(names, TYPE)),
        )
        for batch in counted(batches, given.size // AT_ONCE + 1):
            for maker, column in zip(makers, batch.columns, strict=True):
                maker.add(column)
    return [maker.column() for maker in makers]


def _has_odd_row(columns: Sequence[TextColumn], header: Sequence[str]) -> bool:
    """Whether some row is blank, a rule, the header again, or what tells another form of file."""
    signs = [one_of(column.first, _SIGNS) for column in columns]
    all_signs = np.all(
        [each if column.codes is None else each[column.codes] for each, column in zip(signs, columns, strict=True)],
        axis=0,
    )
    first = columns[0]
    again = mask_of(pc.equal(first.stored, header[0])) | first.may_have_blanks | one_of(first.first, b"{:")
    places = np.union1d(np.flatnonzero(all_signs), first.rows(again))
    rows = zip(*(column.take(places).to_pylist() for column in columns), strict=True)
    return any(_is_odd(row, header) for row in rows)


def _begins_with_heading(columns: Sequence[TextColumn]) -> bool:
    """Whether the first row has a single cell: it and others may be headings."""
    return len(columns) > 1 and sum(1 for column in columns if not _ODD.fullmatch(column[0])) < 2


def _is_odd(row: Sequence[str], header: Sequence[str]) -> bool:
    is_header = all(cell.strip() == name for cell, name in zip(row, header, strict=True))
    return is_header or _ODD.fullmatch("".join(row)) is not None or _OTHER_FORM.match(row[0]) is not None
