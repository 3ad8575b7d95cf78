"""Workbooks into rows: Excel's .xlsx and OpenDocument's .ods; the older .xls is in `xls`."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

from lxml import etree
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from dashboard.formats.find_table import HEADER_WITHIN, Line, place_of, table_of, without_blanks
from dashboard.formats.records import text_of
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Limits, Rows

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How archives begin."""
MOST_CELLS = 50_000_000
"""Of a sheet from its first cell to its last, the empty ones included, since they all take memory."""

_CHUNK = 1 << 20
_REFERENCE = re.compile(rb"""r\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})""")
_LONGEST_REFERENCE = 64
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


def read_archive(data: bytes, blank: Rows, limits: Limits) -> Rows:
    """The rows of a workbook that is an archive: Excel's .xlsx or an OpenDocument spreadsheet.

    Raises:
        BadListError: if it is another archive or a broken or protected one, unpacks too large, or holds no row.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            form = _form(archive, blank.file)
            _refuse_bombs(archive, form, blank.file, limits)
    except (BadListError, MemoryError):
        raise
    except Exception as error:  # zipfile and its decompressors raise a dozen kinds for broken bytes
        ours = any(mark in data for mark in (b"xl/", b"docProps/", _SPREADSHEET))
        raise _broken(blank.file, error, "broken workbook" if ours else "broken archive") from error
    return _read(data, replace(blank, form=form), limits)


def rows_of_sheets(sheets: Mapping[str, Callable[[int | None], list[Line]]], blank: Rows, limits: Limits) -> Rows:
    """The rows of the first sheet whose header names titles, else of the first.

    The names of the other sheets are in the problems.

    Args:
        sheets: by its name what gives a sheet's rows, or so many of them; only sheets that are not empty.
        blank: has the table's file and form.
        limits: what is read of it at most.

    Raises:
        BadListError: if there is no row, or more than the limits allow.
    """
    if not sheets:
        raise BadListError((Problem("empty file", blank.file),))
    titled = (name for name, lines in sheets.items() if place_of(lines(HEADER_WITHIN)).titled)
    taken = next(titled, next(iter(sheets)))
    rows = table_of(sheets[taken](None), blank, limits)
    others = ", ".join(name for name in sheets if name != taken)
    problem = Problem("other tables", blank.file, value=taken, expected=others)
    return replace(rows, problems=(*rows.problems, problem)) if others else rows


def _read(data: bytes, blank: Rows, limits: Limits) -> Rows:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            sheets = {name: sheet for name in _names(workbook) if (sheet := workbook.get_sheet_by_name(name)).height}
            lines = {name: partial(_lines, sheet) for name, sheet in sheets.items()}
            return rows_of_sheets(lines, blank, limits)
    except (BadListError, MemoryError):
        raise
    except PasswordError as error:
        raise BadListError((Problem("protected workbook", blank.file),)) from error
    except BaseException as error:
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":  # a panic in Rust is no Exception
            raise _broken(blank.file, error, "broken workbook") from error
        raise


def _names(workbook: CalamineWorkbook) -> list[str]:
    """The sheets that can hold a table, those that are shown first."""
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    return [sheet.name for sheet in sorted(sheets, key=lambda sheet: sheet.visible != SheetVisibleEnum.Visible)]


def _lines(sheet: CalamineSheet, most: int | None) -> list[Line]:
    begins = (sheet.start or (0, 0))[0] + 1
    rows = sheet.to_python(nrows=most)
    return list(without_blanks((line, [_text(cell) for cell in row]) for line, row in enumerate(rows, begins)))


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value.replace("\0", "\ufffd")
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return text_of(value)


def _form(archive: zipfile.ZipFile, file: str) -> str:
    names = {name.lower(): name for name in archive.namelist()}
    if "xl/workbook.bin" in names:
        raise BadListError((Problem("broken workbook", file, expected="the binary form .xlsb"),))
    if "xl/workbook.xml" in names:
        return "Excel"
    if "mimetype" in names:
        with archive.open(names["mimetype"]) as stream:
            if stream.read(len(_SPREADSHEET)) == _SPREADSHEET:
                return "OpenDocument"
    raise BadListError((Problem("broken archive", file, expected="no workbook is in it"),))


def _refuse_bombs(archive: zipfile.ZipFile, form: str, file: str, limits: Limits) -> None:
    """Refuse what unpacks too large, as counted while it really comes out, or spreads its cells too far."""
    left = limits.unpacked
    for member in archive.infolist():
        if member.flag_bits & 1:
            raise BadListError((Problem("protected workbook", file),))
        cells = (
            _SheetOfOpenDocument() if form == "OpenDocument" and member.filename == "content.xml" else _SheetOfExcel()
        )
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                cells.feed(chunk)
                if left < 0:
                    raise BadListError((Problem("unpacks too large", file, expected=f"{limits.unpacked / 1e6:g}"),))
        if cells.rows * cells.columns > MOST_CELLS:
            raise BadListError((Problem("too many columns", file, expected=str(limits.columns)),))


class _SheetOfExcel:
    """How far the cells of a sheet reach, from their references, as XML comes in."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._rest = b""

    def feed(self, chunk: bytes) -> None:
        text = self._rest + chunk
        found = _REFERENCE.findall(text)
        self._rest = text[-_LONGEST_REFERENCE:]
        self.rows = max(self.rows, max((int(row) for _, row in found), default=0))
        self.columns = max(self.columns, max(map(_column, {letters for letters, _ in found}), default=0))


def _column(letters: bytes) -> int:
    """The number of a column, counted from 1, or 0 for none."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


class _SheetOfOpenDocument:
    """How far the cells of the largest sheet reach, its repetitions unrolled, as XML comes in."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = self._filled = 0
        self._parser = etree.XMLPullParser(("start", "end"), resolve_entities=False, no_network=True, huge_tree=True)

    def feed(self, chunk: bytes) -> None:
        self._parser.feed(chunk)
        for event, element in self._parser.read_events():
            self._take(event, element)

    def _take(self, event: str, element: Any) -> None:
        name = etree.QName(element).localname
        if event == "start" and name == "table":
            self._row = 0
        elif event == "start" and name == "table-row":
            self._column = self._filled = 0
        elif event == "end" and name in ("table-cell", "covered-table-cell"):
            self._column += _repeated(element, "columns")
            self._filled = self._column if len(element) or _has_value(element) else self._filled
        elif event == "end" and name == "table-row":
            self._row += _repeated(element, "rows")
            if self._filled:
                self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._filled)
            element.clear()


def _repeated(element: Any, what: str) -> int:
    value = next((value for name, value in element.items() if name.endswith(f"number-{what}-repeated")), "1")
    return int(value) if value.isdecimal() and len(value) < 10 else 1


def _has_value(element: Any) -> bool:
    return any("}value" in name or name.endswith("-value") for name, _ in element.items())


def _broken(file: str, error: BaseException, kind: ProblemKind) -> BadListError:
    return BadListError((Problem(kind, file, expected=str(error)[:200]),))
