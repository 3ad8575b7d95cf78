"""Excel's older workbooks, .xls."""

from __future__ import annotations

import io
from functools import partial

import xlrd  # type: ignore[import-untyped]
from xlrd.xldate import xldate_as_datetime  # type: ignore[import-untyped]

from dashboard.formats.find_table import Line, without_blanks
from dashboard.formats.format import Document, Format, GivenFile
from dashboard.formats.records import text_of
from dashboard.formats.workbooks.sheets import broken_as, document_of_sheets
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

BEGINNING = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How such files begin, and .xlsx with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class OldExcel(Format):
    """A workbook of Excel 97 to 2003.

    Python reads it rather than Calamine, which a few broken bytes can bring to ask for more memory than there is.
    """

    name = "Excel"
    plural = "Excel"
    unit = "row"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins as such a workbook does."""
        return given.head.startswith(BEGINNING)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its sheets, those that are shown first; the first whose header names titles is taken, else the first."""
        if _ENCRYPTED in given.data:
            raise BadListError((Problem("protected workbook", given.name),))
        with broken_as("broken workbook", given.name):
            book = xlrd.open_workbook(file_contents=given.data, logfile=io.StringIO(), ragged_rows=True)
            shown = sorted((sheet for sheet in book.sheets() if sheet.nrows), key=lambda sheet: sheet.visibility != 0)
        lines = {sheet.name: partial(_lines, sheet, book.datemode, given.name) for sheet in shown}
        hidden = {sheet.name for sheet in shown if sheet.visibility}
        return document_of_sheets(lines, hidden, self.no_rows(given), limits)


OLD_EXCEL = OldExcel()


def _lines(sheet: xlrd.sheet.Sheet, datemode: int, file: str, most: int | None) -> list[Line]:
    with broken_as("broken workbook", file):
        rows = range(min(sheet.nrows, most or sheet.nrows))
        cells = [[_text(cell, datemode) for cell in sheet.row(at)] for at in rows]
    width = max(map(len, cells), default=0)
    return list(without_blanks((line, row + [""] * (width - len(row))) for line, row in enumerate(cells, 1)))


def _text(cell: xlrd.sheet.Cell, datemode: int) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        moment = xldate_as_datetime(cell.value, datemode)
        return text_of(moment if cell.value >= 1 else moment.time())
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return text_of(bool(cell.value))
    return "" if cell.ctype == xlrd.XL_CELL_ERROR else text_of(cell.value)
