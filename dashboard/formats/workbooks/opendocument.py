"""OpenDocument's spreadsheets, .ods."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from lxml import etree

from dashboard.formats.format import Document, Format, GivenFile
from dashboard.formats.workbooks.archive import is_archive, opened, read_sheets, refuse_bombs
from dashboard.formats.workbooks.sheets import Merged, broken_as
from dashboard.model.rows import Limits

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


class OpenDocument(Format):
    """A workbook that is an archive, and says so in its member "mimetype"."""

    name = "OpenDocument"
    plural = "OpenDocument"
    unit = "row"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it is an archive that says that it is a spreadsheet."""
        if not is_archive(given):
            return False
        with suppress(Exception), opened(given) as archive, archive.open("mimetype") as stream:
            return stream.read(len(_SPREADSHEET)) == _SPREADSHEET
        return False

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its sheets; the first whose header names titles is taken, else the first."""
        with broken_as("broken workbook", given.name), opened(given) as archive:
            spread = _Spread()
            refuse_bombs(archive, given.name, limits, lambda name: spread if name == "content.xml" else None)
        return read_sheets(given, self.no_rows(given), limits, spread.merged)


OPEN_DOCUMENT = OpenDocument()


class _Spread:
    """How far the cells of the largest sheet reach, its repetitions unrolled, as XML comes in.

    Attributes:
        merged: by the name of each sheet the cells that span several rows.
    """

    def __init__(self) -> None:
        self.merged: dict[str, list[Merged]] = {}
        self.rows = self.columns = 0
        self._name = ""
        self._row = self._column = self._filled = 0
        self._parser = etree.XMLPullParser(("start", "end"), resolve_entities=False, no_network=True, huge_tree=True)

    def feed(self, chunk: bytes) -> None:
        self._parser.feed(chunk)
        for event, element in self._parser.read_events():
            self._take(event, element)

    def _take(self, event: str, element: Any) -> None:
        name = etree.QName(element).localname
        if event == "start" and name == "table":
            self._row, self._name = 0, _attribute(element, "name", "")
        elif event == "start" and name == "table-row":
            self._column = self._filled = 0
        elif event == "end" and name in ("table-cell", "covered-table-cell"):
            if (spanned := _number(element, "rows-spanned")) > 1:
                ends = (self._row + spanned - 1, self._column)
                self.merged.setdefault(self._name, []).append(((self._row, self._column), ends))
            self._column += _number(element, "columns-repeated")
            self._filled = self._column if len(element) or _has_value(element) else self._filled
        elif event == "end" and name == "table-row":
            self._row += _number(element, "rows-repeated")
            if self._filled:
                self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._filled)
            element.clear()


def _number(element: Any, what: str) -> int:
    value = _attribute(element, f"number-{what}", "1")
    return int(value) if value.isdecimal() and len(value) < 10 else 1


def _attribute(element: Any, name: str, otherwise: str) -> str:
    return next((value for full, value in element.items() if full.endswith(f"}}{name}")), otherwise)


def _has_value(element: Any) -> bool:
    return any("}value" in name or name.endswith("-value") for name, _ in element.items())
