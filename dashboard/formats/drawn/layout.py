"""What a table that was printed for eyes comes to, and where the characters of its lines stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dashboard.model.column_names import column_of
from dashboard.model.rows import Fate

LONGEST_LINE = 20_000
"""A longer line is no row that anybody printed."""
Row = tuple[int, list[str]]
"""The line on which a row begins, counted from 1, and its cells."""


@dataclass(frozen=True)
class DrawnTable:
    """A table that stands on some lines of a text.

    Attributes:
        rows: its rows in their order, its header first if it has one.
        first: the first of its lines.
        last: the last of them.
        has_header: whether it says that its first row is its header.
        others: what becomes of its lines on which no row begins.
        joined: the rows that were put together of several lines without being sure, each with the column's position.
        cut: the rows with a cell whose end is left out, each with the column's position.
        strange: the rows with a cell in which markup is left that is not understood, each with the column's position.
    """

    rows: list[Row]
    first: int
    last: int
    has_header: bool = True
    others: Mapping[int, Fate] = field(default_factory=dict)
    joined: tuple[tuple[int, int], ...] = ()
    cut: tuple[tuple[int, int], ...] = ()
    strange: tuple[tuple[int, int], ...] = ()

    @property
    def is_titled(self) -> bool:
        """Whether its header names titles."""
        return self.has_header and any(column_of(cell) == "title" for cell in self.rows[0][1] if cell)

    @property
    def length(self) -> int:
        """How many rows there are below its header."""
        return len(self.rows) - self.has_header


def in_places(line: str) -> list[str]:
    """The characters of a line by the places that they take: a wide one takes two, a combining one none.

    >>> in_places("七a"), [len(place) for place in in_places("e\u0301x")]
    (['七', '', 'a'], [2, 1])
    """
    if line.isascii():
        return list(line)
    places: list[str] = []
    for letter in line:
        if unicodedata.combining(letter) and places:
            places[-1 if places[-1] or len(places) < 2 else -2] += letter
        else:
            places += [letter, ""] if unicodedata.east_asian_width(letter) in "WF" else [letter]
    return places


def between(places: list[str], begins: int, ends: int | None) -> str:
    """What stands from one place to another, without blanks around it."""
    return "".join(places[begins:ends]).strip()


def without_nothing(rows: list[Row], nothing: Iterable[str]) -> list[Row]:
    """Rows in which the words by which a program says that there is no value are empty, but in a column of titles.

    A program may write such a word within brackets of any kind.
    """
    words = frozenset(f"{opens}{word}{closes}" for word in nothing for opens, closes in (("", ""), "<>", "[]"))
    titles = {at for at, name in enumerate(rows[0][1]) if column_of(name) == "title"} if rows else set()
    return [
        (line, ["" if cell in words and at not in titles else cell for at, cell in enumerate(cells)])
        for line, cells in rows
    ]


def of_pages(pages: Sequence[DrawnTable], lines: Sequence[str]) -> DrawnTable:
    """The table that goes on over several pages, each with the same header; what stands between them is beside it."""
    if len(pages) == 1:
        return pages[0]
    rows, others = [*pages[0].rows], dict(pages[0].others)
    for above, page in pairwise(pages):
        for at in range(above.last + 1, page.first):
            others[at] = "comment" if lines[at - 1].strip() else "blank"
        begins = 1 if page.has_header else 0
        others |= page.others
        others |= dict.fromkeys([line for line, _ in page.rows[:begins]], "heading")
        rows += page.rows[begins:]
    return replace(pages[0], rows=rows, last=pages[-1].last, others=others)
