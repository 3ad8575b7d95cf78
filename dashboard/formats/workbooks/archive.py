"""Workbooks that are zip archives of XML: what is refused of them unread, and their sheets."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from operator import itemgetter
from typing import Any, Protocol
from zipfile import ZipFile

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from dashboard.formats.find_table import Line, without_blanks
from dashboard.formats.format import Document, GivenFile
from dashboard.formats.records import text_of
from dashboard.formats.workbooks.sheets import Merged, broken_as, document_of_sheets, fill_down
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")
"""How archives begin."""
MOST_CELLS = 50_000_000
"""Of a sheet from its first cell to its last, the empty ones included, since they all take memory."""

NONE_MERGED: Mapping[str, Sequence[Merged]] = {}

_CHUNK = 1 << 20


class Spread(Protocol):
    """How far the cells of a sheet reach, as its XML comes in."""

    rows: int
    columns: int

    def feed(self, chunk: bytes) -> None:
        """Take the next bytes."""


def is_archive(given: GivenFile) -> bool:
    """Whether a file begins as a zip archive does."""
    return given.head.startswith(BEGINNINGS)


def opened(given: GivenFile) -> ZipFile:
    """The archive that a file is; raises whatever its broken bytes lead to."""
    return ZipFile(io.BytesIO(given.data))


def refuse_bombs(archive: ZipFile, file: str, limits: Limits, spread_of: Callable[[str], Spread | None]) -> None:
    """Refuse what unpacks too large, as counted while it really comes out, or spreads its cells too far.

    Args:
        archive: the workbook.
        file: its name.
        limits: what is read of it at most.
        spread_of: for the name of a member what counts its cells; None where it can have none.
    """
    left = limits.unpacked
    for member in archive.infolist():
        if member.flag_bits & 1:
            raise BadListError((Problem("protected workbook", file),))
        cells = spread_of(member.filename)
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise BadListError((Problem("unpacks too large", file, expected=f"{limits.unpacked / 1e6:g}"),))
                if cells:
                    cells.feed(chunk)
        if cells and cells.rows * cells.columns > MOST_CELLS:
            raise BadListError((Problem("too many columns", file, expected=str(limits.columns)),))


def read_sheets(
    given: GivenFile, no_rows: Rows, limits: Limits, merged: Mapping[str, Sequence[Merged]] = NONE_MERGED
) -> Document:
    """The sheets of a workbook that were found to be harmless; `merged` has the cells that Calamine does not tell."""
    with (
        broken_as("broken workbook", given.name),
        CalamineWorkbook.from_filelike(io.BytesIO(given.data)) as workbook,
    ):
        names = _names(workbook)
        sheets = {name: sheet for name in names if (sheet := workbook.get_sheet_by_name(name)).height}
    lines = {name: partial(_lines, sheet, given.name, merged.get(name, ())) for name, sheet in sheets.items()}
    return document_of_sheets(lines, {name for name, is_hidden in names.items() if is_hidden}, no_rows, limits)


def _names(workbook: CalamineWorkbook) -> dict[str, bool]:
    """The sheets that can hold a table, those that are shown first, and whether each is hidden."""
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    hidden = {sheet.name: sheet.visible != SheetVisibleEnum.Visible for sheet in sheets}
    return dict(sorted(hidden.items(), key=itemgetter(1)))


def _lines(sheet: CalamineSheet, file: str, merged: Sequence[Merged], most: int | None) -> list[Line]:
    with broken_as("broken workbook", file):
        above, before = sheet.start or (0, 0)
        rows = [[_text(cell) for cell in row] for row in sheet.to_python(nrows=most)]
        merged = sheet.merged_cell_ranges or merged
        fill_down(rows, (((a - above, b - before), (c - above, d - before)) for (a, b), (c, d) in merged))
        return list(without_blanks(enumerate(rows, above + 1)))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return text_of(value)
