"""Excel's older workbooks, .xls, into rows."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import partial

import xlrd  # type: ignore[import-untyped]
from xlrd.xldate import xldate_as_datetime  # type: ignore[import-untyped]

from dashboard.formats.excel import rows_of_sheets
from dashboard.formats.find_table import Line, without_blanks
from dashboard.formats.records import text_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits, Rows

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How such files begin, and .xlsx with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_xls(data: bytes, blank: Rows, limits: Limits) -> Rows:
    """The rows of a workbook, its sheet chosen as in `rows_of_sheets`; lines are the sheet's rows.

    Python reads it rather than Calamine, which a few broken bytes can bring to ask for more memory than there is.

    Raises:
        BadListError: if the workbook is broken or protected, or holds no row or more than the limits allow.
    """
    protected = BadListError((Problem("protected workbook", blank.file),))
    if _ENCRYPTED in data:
        raise protected
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), ragged_rows=True)
        shown = sorted((sheet for sheet in book.sheets() if sheet.nrows), key=lambda sheet: sheet.visibility != 0)
        sheets = {sheet.name: partial(_lines, sheet, book.datemode) for sheet in shown}
        return rows_of_sheets(sheets, replace(blank, form="Excel"), limits)
    except (BadListError, MemoryError):
        raise
    except Exception as error:  # it raises whatever broken bytes lead to
        if "encrypted" in str(error):
            raise protected from error
        raise BadListError((Problem("broken workbook", blank.file, expected=str(error)[:200]),)) from error


def _lines(sheet: xlrd.sheet.Sheet, datemode: int, most: int | None) -> list[Line]:
    rows = [[_text(cell, datemode) for cell in sheet.row(at)] for at in range(min(sheet.nrows, most or sheet.nrows))]
    width = max(map(len, rows), default=0)
    return list(without_blanks((line, row + [""] * (width - len(row))) for line, row in enumerate(rows, 1)))


def _text(cell: xlrd.sheet.Cell, datemode: int) -> str:
    if cell.ctype == xlrd.XL_CELL_DATE:
        moment = xldate_as_datetime(cell.value, datemode)
        return text_of(moment if cell.value >= 1 else moment.time())
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return text_of(bool(cell.value))
    return "" if cell.ctype == xlrd.XL_CELL_ERROR else text_of(cell.value)
