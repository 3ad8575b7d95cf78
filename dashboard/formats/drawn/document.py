"""Texts with tables that are drawn for eyes: their lines as tables, and what stands beside those."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from dashboard.formats.drawn.layout import DrawnTable
from dashboard.formats.find_table import Line, Place, fates_around, place_of, refuse_too_many, table_of
from dashboard.formats.format import Document, GivenFile, Table, TextFormat, lines_in, split_lines
from dashboard.formats.markup.text_around import TextAround, document_with_text
from dashboard.model.problems import BadListError, Problem, ProblemKind
from dashboard.model.rows import Fate, Limits, Rows

_SAYS_ROWS = re.compile(
    r"\((?P<psql>\d+) rows?\)|(?P<mysql>\d+) rows? in set\b.*|\[(?P<pandas>\d+) rows x \d+ columns\]"
    r"|# A (?:tibble|data frame): (?P<tibble>[\d,]+) [×x] \d+.*"
)


class DrawnTables(TextFormat):
    """A text with tables that are drawn for eyes."""

    @abstractmethod
    def tables(self, lines: Sequence[str]) -> Iterable[DrawnTable]:
        """The tables that stand on some lines, in their order."""

    def as_text(self, line: str) -> str:
        """A line beside the tables as it would stand in a plain list; empty if it says nothing."""
        return line

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Its tables, of which one that names titles, else the longest, is taken; what stands beside them is named."""
        refuse_too_many(lines_in(given.text), 1, given.name, limits)
        lines = split_lines(given.text)
        drawn = [*self.tables(lines)]
        fates: dict[int, Fate] = {at: "comment" if line.strip() else "blank" for at, line in enumerate(lines, 1)}
        for each in drawn:
            fates |= dict.fromkeys(range(each.first, each.last + 1), "other table")
            fates |= {at: fate for at, fate in each.others.items() if fate == "comment"}
        texts = {at: self.as_text(lines[at - 1]) for at, fate in fates.items() if fate == "comment"}
        fates |= {at: "blank" for at, text in texts.items() if not text}
        texts = {at: text for at, text in texts.items() if text}

        def tables(no_rows: Rows, around: Mapping[int, Fate]) -> Document:
            found = [_table(each, lines, no_rows, around, limits) for each in drawn]
            if not found:
                raise BadListError((Problem("no films found", given.name),))
            taken = max(range(len(drawn)), key=lambda at: (drawn[at].is_titled, drawn[at].length))
            return Document(tuple(found), taken)

        return document_with_text(tables, given, self.no_rows(given), limits, TextAround(texts, fates))


def _table(drawn: DrawnTable, lines: Sequence[str], no_rows: Rows, around: Mapping[int, Fate], limits: Limits) -> Table:
    cells: list[Line] = [*drawn.rows]
    place = Place(0, 1, len(cells), drawn.is_titled) if drawn.has_header else place_of(cells)
    place = replace(place, sections="none")
    noticed = replace(no_rows, problems=(*no_rows.problems, *_noticed(drawn, lines, no_rows.file)))

    def read() -> Rows:
        refuse_too_many(0, max(len(row) for _, row in cells), no_rows.file, limits)
        return table_of(cells, noticed, limits, place, at_least=2)

    return Table(
        read,
        f"line {drawn.first}",
        partial(_fates, drawn, cells, place, around),
        lambda: len(lines),
    )


def _fates(drawn: DrawnTable, cells: Sequence[Line], place: Place, around: Mapping[int, Fate]) -> dict[int, Fate]:
    return {**around, **fates_around(cells, place), **drawn.others}


def _noticed(drawn: DrawnTable, lines: Sequence[str], file: str) -> Iterator[Problem]:
    """What can be said against a table: rows that the program left out, and cells of which it is not sure."""
    if (said := _rows_said(drawn, lines)) not in (None, drawn.length):
        yield Problem("rows left out", file, value=str(drawn.length), expected=str(said))
    by_line = dict(drawn.rows)
    header = drawn.rows[0][1]
    noticed: tuple[tuple[ProblemKind, Sequence[tuple[int, int]]], ...] = (
        ("cell put together", drawn.joined),
        ("cell cut off", drawn.cut),
        ("markup not understood", drawn.strange),
    )
    for kind, places in noticed:
        for line, at in places:
            name = header[at] if drawn.has_header and at < len(header) else ""
            cells = by_line.get(line, ())
            yield Problem(kind, file, line, name, cells[at] if at < len(cells) else "")


def _rows_said(drawn: DrawnTable, lines: Sequence[str]) -> int | None:
    """How many rows there are, as the program says above or below the table; None if it says nothing."""
    beside = [*lines[drawn.last : drawn.last + 3], *lines[max(0, drawn.first - 3) : drawn.first - 1]]
    found = next((said for line in beside if (said := _SAYS_ROWS.fullmatch(line.strip()))), None)
    return int(next(filter(None, found.groups())).replace(",", "")) if found else None
