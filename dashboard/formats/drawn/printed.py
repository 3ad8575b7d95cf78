"""Tables as programs print them for eyes, in a terminal, a report or a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dashboard.formats.drawn.columns import is_rule as is_plain_rule
from dashboard.formats.drawn.columns import numbered_tables, ruled_tables
from dashboard.formats.drawn.document import DrawnTables
from dashboard.formats.drawn.frames import framed_tables, is_rule
from dashboard.formats.drawn.layout import DrawnTable
from dashboard.formats.format import GivenFile, split_lines
from dashboard.formats.separated.delimited import clear_separator_of

SAMPLE = 200_000
"""Characters at the start by which the form is told."""
_MAY_BE_NUMBERED = re.compile(r"^[ ]+\S.*(?:\r\n?|\n)(?:[ ]+<.*(?:\r\n?|\n))?[ ]{0,8}\d{1,9}[ ]", re.MULTILINE)


class PrintedTable(DrawnTables):
    """A text with a table in a frame, below a rule, or with numbered rows."""

    name = "printed table"
    plural = "tables as programs print them"

    def recognises(self, given: GivenFile) -> bool:
        """Whether such a table stands in it, and it is not a small part of a file with clear separators."""
        start = given.text[:SAMPLE]
        lines = split_lines(start)
        if not (any(is_rule(line) or is_plain_rule(line) for line in lines) or _MAY_BE_NUMBERED.search(start)):
            return False
        tables = [*self.tables(lines)]
        drawn = sum(each.last - each.first + 1 for each in tables)
        is_small = drawn * 2 < sum(1 for line in lines if line.strip())
        return bool(tables) and not (is_small and clear_separator_of(given.text) in (",", ";", "\t"))

    def tables(self, lines: Sequence[str]) -> Iterator[DrawnTable]:
        """The tables of a text in their order, no two of which share a line."""
        found = [*framed_tables(lines), *ruled_tables(lines), *numbered_tables(lines)]
        last = 0
        for each in sorted(found, key=lambda table: table.first):
            if each.first > last:
                yield each
                last = each.last


PRINTED = PrintedTable()
