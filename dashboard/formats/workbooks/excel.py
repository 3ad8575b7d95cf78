"""Excel's workbooks, .xlsx; the older ones are in `old_excel`."""

from __future__ import annotations

import re

from dashboard.formats.format import Document, Format, GivenFile
from dashboard.formats.workbooks.archive import is_archive, opened, read_sheets, refuse_bombs
from dashboard.formats.workbooks.sheets import broken_as
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Limits

_MARKS = (b"xl/", b"docProps/", b"vnd.oasis.opendocument")
"""What stands somewhere in a workbook, even if it was cut off."""
_REFERENCE = re.compile(rb"""r\s*=\s*["']([A-Za-z]{0,3})(\d{1,7})""")
_LONGEST_REFERENCE = 64


class Excel(Format):
    """A workbook that is an archive. It takes every archive that no other form knows, to say why it is none."""

    name = "Excel"
    plural = "Excel"
    unit = "row"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it is an archive."""
        return is_archive(given)

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its sheets; the first whose header names titles is taken, else the first."""
        kind: ProblemKind = "broken workbook" if any(mark in given.data for mark in _MARKS) else "broken archive"
        with broken_as(kind, given.name), opened(given) as archive:
            _refuse_others({name.lower() for name in archive.namelist()}, given.name)
            refuse_bombs(archive, given.name, limits, lambda _: _Spread())
        return read_sheets(given, self.no_rows(given), limits)


EXCEL = Excel()


def _refuse_others(names: set[str], file: str) -> None:
    if "xl/workbook.bin" in names:
        raise BadListError((Problem("broken workbook", file, expected="the binary form .xlsb"),))
    if "xl/workbook.xml" not in names:
        raise BadListError((Problem("broken archive", file, expected="no workbook is in it"),))


class _Spread:
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
