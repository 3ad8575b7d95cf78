"""A CSV file in which a row is added, changed or taken out; all the rest of it stays byte for byte."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.evidence.read_rows import column_names
from dashboard.formats.encoding import codec_of
from dashboard.formats.separated.delimited import WrittenCsv, WrittenRow, written_csv
from dashboard.model.rows import escape_formula

MARK = "utf-8-sig"
"""The encoding of a new file, and of one whose own has no sign for what is added."""
LINE_END = "\r\n"


Key = tuple[tuple[str, str], ...]
"""What names a row: some of its cells, by column."""


def key_of(columns: Sequence[str], cells: Mapping[str, str]) -> Key:
    """A row's cells in some columns; one that it lacks is empty."""
    return tuple((name, cells.get(name, "")) for name in columns)


@dataclass(frozen=True)
class CsvRows:
    """A CSV file, row by row.

    Attributes:
        data: its bytes; empty for a file that is not there yet.
        file: its name.
        written: what stands in it.
    """

    data: bytes
    file: str
    written: WrittenCsv

    @classmethod
    def read(cls, data: bytes | None, file: str) -> CsvRows:
        """A file out of its bytes; None for one that is not there yet.

        Raises:
            BadListError: if the bytes are no text.
        """
        return cls(data or b"", file, written_csv(data, file) if data else WrittenCsv("", MARK, ",", ()))

    @cached_property
    def header(self) -> tuple[str, ...]:
        """The names of its columns, as a reader of evidence calls them; none of a file without a row."""
        return column_names(next((row.cells for row in self.written.rows if row.cells), ()))

    @cached_property
    def _rows(self) -> list[WrittenRow]:
        """The rows below the header that are not blank."""
        return [row for row in self.written.rows if row.cells][1:]

    def cells(self, at: int) -> dict[str, str]:
        """A row below the header by its columns, stripped; a cell that the row lacks is empty."""
        cells = self._rows[at].cells
        padded = (*cells, *[""] * len(self.header))
        return {name: cell.strip() for name, cell in zip(self.header, padded, strict=False)}

    def all_cells(self) -> list[dict[str, str]]:
        """The rows below the header, each by its columns; without those of another width than the header."""
        return [self.cells(at) for at in self._fitting]

    @property
    def _fitting(self) -> list[int]:
        """The rows below the header, from 0, that have its width."""
        width = len(self.header)
        return [at for at, row in enumerate(self._rows) if len(row.cells) == width]

    def line(self, at: int | None) -> int:
        """The line of the file, from 1, on which a row below the header begins; None stands for the last row."""
        start = self._rows[-1 if at is None else at].start
        return len(re.findall(r"\r\n|\r|\n", self.written.text[:start])) + 1

    def find(self, key: Mapping[str, str]) -> int | None:
        """The first row, from 0, whose cells are these; None for none. A row of another width than the header is none.

        A column that the file lacks is empty.
        """
        return self.places([*key]).get(tuple(key.items()))

    def places(self, columns: Sequence[str]) -> dict[Key, int]:
        """By its cells in some columns, the first row that has these."""
        return {key_of(columns, self.cells(at)): at for at in reversed(self._fitting)}

    def with_row(self, cells: Mapping[str, str], at: int | None = None) -> bytes:
        """The file with a row behind all others, or with some cells of a row changed.

        A column that the file lacks is added where the row needs it, and all columns to a file without any.

        Args:
            cells: by column; of a row that is changed, those that are not named stay as they are.
            at: the row, from 0 below the header; None for a new one.
        """
        return self.with_rows([(at, cells)])

    def with_rows(self, changes: Sequence[tuple[int | None, Mapping[str, str]]]) -> bytes:
        """The file with several rows added or changed; each as in `with_row`, one row as often as it comes."""
        needed = (name for _, cells in changes for name, cell in cells.items() if cell or not self.header)
        file = self._with_columns([*dict.fromkeys(needed)])
        changed: dict[int, dict[str, str]] = {}
        for at, cells in changes:
            if at is not None:
                changed.setdefault(at, file.cells(at)).update(cells)
        new = [cells for at, cells in changes if at is None]
        return file._replaced({at: file._row(cells) for at, cells in changed.items()}, [*map(file._row, new)])

    def _row(self, cells: Mapping[str, str]) -> tuple[str, ...]:
        return tuple(cells.get(name, "") for name in self.header)

    def with_value(self, column: str, before: str, now: str) -> bytes:
        """The file with another value in a column wherever one stands."""
        there = [at for at in self._fitting if self.cells(at).get(column) == before]
        return self.with_rows([(at, {column: now}) for at in there])

    def without(self, at: int) -> bytes | None:
        """The file without a row; None if there is no other."""
        rows = self._rows
        if len(rows) == 1:
            return None
        start, end, _ = rows[at]
        if end == len(self.written.text) and not self._ends_a_line:
            start = len(re.sub(r"(\r\n|\r|\n)\Z", "", self.written.text[:start]))
        return self._bytes(self.written.text[:start] + self.written.text[end:])

    @property
    def _ends_a_line(self) -> bool:
        return self.written.text.endswith(("\n", "\r"))

    @property
    def _line_end(self) -> str:
        found = re.search(r"\r\n|\r|\n", self.written.text)
        return found[0] if found else LINE_END

    def _replaced(self, changed: Mapping[int, Sequence[str]], new: Sequence[Sequence[str]]) -> bytes:
        """The file with cells in the place of some rows, and rows behind all others.

        It is written anew where its form lets no row be added, since its quotation marks are not as CSV has them.
        """
        made, done, end = [], 0, self._line_end
        for at in sorted(changed):
            start, ends, _ = self._rows[at]
            made += [self.written.text[done:start], self._line(changed[at]), _end_of(self.written.text[start:ends])]
            done = ends
        made.append(self.written.text[done:])
        for row in new:
            line = self._line(row)
            made.append(line + end if self._ends_a_line or not self.written.text else end + line)
        data, wanted = self._bytes("".join(made)), self._wanted(changed, new)
        return data if _all_cells(data, self.file) == wanted else self._anew(wanted)

    def _wanted(self, changed: Mapping[int, Sequence[str]], new: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
        header, rows = [row.cells for row in self.written.rows if row.cells][:1], self._rows
        kept = [tuple(changed.get(at, row.cells)) for at, row in enumerate(rows)]
        return [*header, *kept, *map(tuple, new)]

    def _with_columns(self, needed: Sequence[str]) -> CsvRows:
        """The file with columns behind its own, as far as it lacks them."""
        added = [name for name in needed if name not in self.header]
        if not added:
            return self
        if not self.header:
            return self._of(self._bytes(self.written.text + self._line(added) + LINE_END))
        rows = [each for each in self.written.rows if each.cells]
        made, at = "", 0
        for row, cells in zip(rows, [added, *[[""] * len(added)] * len(rows)], strict=False):
            end = row.start + len(self.written.text[row.start : row.end].rstrip("\r\n"))
            made, at = made + self.written.text[at:end] + self._line(["", *cells]), end
        data = self._bytes(made + self.written.text[at:])
        wanted = [(*row.cells, *(added if row is rows[0] else [""] * len(added))) for row in rows]
        return self._of(data if _all_cells(data, self.file) == wanted else self._anew(wanted))

    def _of(self, data: bytes) -> CsvRows:
        return CsvRows.read(data, self.file)

    def _line(self, cells: Sequence[str]) -> str:
        line = io.StringIO(newline="")
        writer = csv.writer(line, delimiter=self.written.separator, lineterminator=LINE_END)
        writer.writerow(map(escape_formula, cells))
        return line.getvalue().removesuffix(LINE_END)

    def _anew(self, rows: Sequence[Sequence[str]]) -> bytes:
        return "".join(self._line(row) + LINE_END for row in rows).encode(MARK, "replace")

    def _bytes(self, text: str) -> bytes:
        """A text in the file's own encoding, or in UTF-8 if that has no sign for it or was not read to the letter."""
        encoding = "utf-8" if self.written.encoding == MARK else codec_of(self.written.encoding)
        marked = self.written.encoding == MARK and (not self.data or self.data.startswith(codecs.BOM_UTF8))
        try:
            if _encoded(self.written.text, encoding, marked=marked and bool(self.data)) == self.data:
                return _encoded(text, encoding, marked=marked)
        except UnicodeEncodeError:
            pass
        return text.encode(MARK, "replace")


def _end_of(line: str) -> str:
    """The end of a line, as it is written; empty where it has none."""
    return line[len(line.rstrip("\r\n")) :]


def _encoded(text: str, encoding: str, *, marked: bool) -> bytes:
    return (codecs.BOM_UTF8 if marked else b"") + text.encode(encoding)


def _all_cells(data: bytes, file: str) -> list[tuple[str, ...]]:
    return [row.cells for row in written_csv(data, file).rows if row.cells]
