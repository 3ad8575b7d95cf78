"""Rows of a text whose quotation marks are not what CSV asks for: one bad mark costs its row at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

MOST_LINES = 100
"""So many lines are taken together at most to find the end of one cell."""
MOST_TRIED = 200
"""So many ways of reading one row are tried at most."""
MOST_JOINED = 20_000
"""So often at most are lines taken together in one text, since each time costs as much as all of them."""


@dataclass(frozen=True)
class Record:
    """A row.

    Attributes:
        cells: its cells.
        is_loose: whether a quotation mark in it encloses nothing, so that it was taken as it stands.
        lines: how many lines it has.
    """

    cells: list[str]
    is_loose: bool = False
    lines: int = 1


class QuotedRows:
    """Reads rows of a known width from lines.

    Attributes:
        lines: all lines of the text, without their ends.
        begins: where each begins in the text, and where the last ends.
        separator: what stands between cells.
        width: how many cells most rows have.
        escapes: whether a backslash before a quotation mark makes it part of the cell.
    """

    def __init__(self, lines: Sequence[str], separator: str, width: int, *, escapes: bool) -> None:
        self.lines = [line.rstrip("\r\n") for line in lines]
        self.begins = [0, *accumulate(map(len, lines))]
        self.separator = separator
        self.width = width
        self.escapes = escapes
        self._joined = 0

    def bare(self, at: int) -> int:
        """How many cells a line has if quotation marks mean nothing."""
        return len(self.lines[at].split(self.separator))

    def record(self, at: int) -> Record:
        """The row that begins on the line at a position."""
        line = self.lines[at]
        ways = self._ways(line)
        fitting = next((way for way in ways if len(way[0]) == self.width), None)
        if fitting:
            return Record(*fitting)
        if self._is_open(line) and (longer := self._over_several(at)):
            return longer
        cells, _ = ways[0] if ways else (line.split(self.separator), True)
        return Record(cells, is_loose=True)

    def _over_several(self, at: int) -> Record | None:
        """The row that begins on a line and ends on a later one, if its marks are right and its width is."""
        text, other = self.lines[at], None
        is_row = self.bare(at) == self.width
        for number, line in enumerate(self.lines[at + 1 : at + MOST_LINES], 2):
            self._joined += 1
            if self._joined > MOST_JOINED:
                break
            text += "\n" + line
            if '"' in line:
                for cells, is_loose in self._ways(text):
                    if len(cells) == self.width and not is_loose:
                        return Record(cells, lines=number)
                    if not is_row and not is_loose and other is None:
                        other = Record(cells, lines=number)
        return other

    def _is_open(self, line: str) -> bool:
        """Whether a cell begins with a mark that nothing on the line closes."""
        return any(not closes for closes in self._openings(line))

    def _openings(self, line: str) -> Iterator[bool]:
        at = 0
        while at <= len(line):
            begins = at + len(line[at:]) - len(line[at:].lstrip(" "))
            if line[begins : begins + 1] == '"':
                ends = self._ends(line, begins)
                end = next((each for each in ends if not self._is_escaped(line, each[1])), None)
                yield end is not None
                if end is None:
                    return
                at = end[0]
            at = line.find(self.separator, at)
            if at < 0:
                return
            at += len(self.separator)

    def _ways(self, text: str) -> list[tuple[list[str], bool]]:
        """The ways to divide a text into cells, the likeliest first, each with whether a mark in it is loose."""
        found: list[tuple[list[str], bool]] = []
        open_ways: list[tuple[int, list[str], bool]] = [(0, [], False)]
        tried = 0
        while open_ways and tried < MOST_TRIED:
            at, cells, is_loose = open_ways.pop()
            tried += 1
            if len(cells) > 2 * self.width + 50:
                continue
            for end, cell, loose in reversed(self._cell_ways(text, at)):
                way = ([*cells, cell], is_loose or loose)
                if end >= len(text):
                    found.append(way)
                else:
                    open_ways.append((end + len(self.separator), *way))
            if found and len(found[-1][0]) == self.width:
                return [found[-1], *found[:-1]]
        return found

    def _cell_ways(self, text: str, at: int) -> list[tuple[int, str, bool]]:
        """The ways to read the cell that begins at a place: where it ends, what it says, whether a mark is loose."""
        begins = at + len(text[at:]) - len(text[at:].lstrip(" "))
        end = text.find(self.separator, at)
        end = len(text) if end < 0 else end
        bare = text[at:end]
        if text[begins : begins + 1] != '"':
            return [(end, bare, False)] if "\n" not in bare else []
        ways = [
            (ends, self._unescaped(text[begins + 1 : closes]), is_loose)
            for ends, closes, is_loose in self._ends(text, begins)
        ]
        return ways + ([(end, bare, True)] if "\n" not in bare else [])

    def _is_escaped(self, text: str, mark: int) -> bool:
        return self.escapes and text[mark - 1] == "\\"

    def _unescaped(self, cell: str) -> str:
        cell = cell.replace('\\"', '"') if self.escapes else cell
        return cell.replace('""', '"')

    def _ends(self, text: str, begins: int) -> list[tuple[int, int, bool]]:
        """Where the quoted cell that begins at a mark can end: the place behind it, its closing mark, what is loose."""
        found: list[tuple[int, int, bool]] = []
        doubtful: list[tuple[int, int, bool]] = []
        at, is_loose = begins + 1, False
        while (mark := text.find('"', at)) >= 0 and len(found) + len(doubtful) < 8:
            behind = mark + 1
            while text[behind : behind + 1] in (" ", "\t") and not text.startswith(self.separator, behind):
                behind += 1
            closes = behind >= len(text) or text.startswith(self.separator, behind)
            at = mark + 1
            if self._is_escaped(text, mark):
                doubtful += [(behind, mark, True)] if closes else []
            elif text[mark + 1 : mark + 2] == '"':
                at = mark + 2
            elif closes:
                found.append((behind, mark, is_loose))
                is_loose = True
            else:
                is_loose = True
        return found + doubtful
