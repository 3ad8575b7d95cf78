"""Films below names that come again and again in a header: "Title, Year, Title, Year", "Rank, Film, Rank, Film"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from dashboard.model.column_names import column_of
from dashboard.model.problems import Problem
from dashboard.model.rows import WHICH, Rows

LONGEST_NAME = 100
"""A longer name has no number behind it, and comes only once."""
_NUMBER = re.compile(r"[\s._#№-]*\(?\d{1,2}\)?$")


@dataclass(frozen=True)
class Repeated:
    """Where in a header the same names come again.

    Attributes:
        first: the column with which they begin.
        width: how many they are.
        number: how often they come; the last time those at the end may be missing that have no name.
    """

    first: int
    width: int
    number: int

    @property
    def parts(self) -> list[slice]:
        """The columns of each time."""
        begins = (self.first + at * self.width for at in range(self.number))
        return [slice(begin, begin + self.width) for begin in begins]

    def beside(self, cells: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The cells before and behind them, which belong to the films of a whole row."""
        return tuple(cells[: self.first]), tuple(cells[self.parts[-1].stop :])


def without_number(name: str) -> str:
    """A name without the number behind it.

    >>> without_number("Film 2"), without_number("Title.1"), without_number("1980s")
    ('Film', 'Title', '1980s')
    """
    return (_NUMBER.sub("", name) or name) if len(name) <= LONGEST_NAME else name


def repeated(header: Sequence[str]) -> Repeated | None:
    """Where the names of a header come again with a title among them; numbers behind them may tell them apart.

    >>> repeated(["Date", "Film 1", "Film 2"]), repeated(["Title", "Original title"])
    (Repeated(first=1, width=1, number=2), None)
    """
    names = [without_number(name).casefold() if len(name) <= LONGEST_NAME else "" for name in header]
    title = next((name for name in names if name and column_of(name) == "title"), None)
    places = [at for at, name in enumerate(names) if name == title]
    steps = {after - before for before, after in pairwise(places)}
    if len(steps) != 1:
        return None
    width, number = steps.pop(), len(places)
    are_numbered = all(without_number(header[at]) != header[at] for at in places)
    firsts = range(places[0], max(-1, places[0] - width), -1) if width > 1 or are_numbered else ()
    found = [each for first in firsts if _come_again(names, each := Repeated(first, width, number))]
    return found[-1] if found else None


def _come_again(names: Sequence[str], found: Repeated) -> bool:
    first, *others = (_padded(names[part], found.width) for part in found.parts)
    return all(other == first for other in others)


def _padded(cells: Sequence[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


def names_above(cells: Sequence[str], found: Repeated) -> tuple[str, ...]:
    """What a row above a header says of each time that its names come; nothing unless it has one cell for each."""
    filled = [[cell.strip() for cell in cells[part] if cell.strip()] for part in found.parts]
    return tuple(each[0] for each in filled) if all(len(each) == 1 for each in filled) else ()


def one_below_another(rows: Rows, above: Sequence[str] = ()) -> Rows:
    """Rows in which films stand side by side below the same names, as a row for each film.

    A last column says which of them it was, if something does: the row above the header, or the numbers of the titles.

    Args:
        rows: the table as it stands.
        above: the cells of the row above its header.
    """
    found = repeated(rows.header)
    if found is None:
        return rows
    numbered = [name for name in rows.header if column_of(without_number(name)) == "title"]
    names = names_above(above, found) or (numbered if len({*numbered}) == found.number else ())
    films = [(line, cells) for line, row in zip(rows.lines, rows.cells, strict=True) for cells in _films(row, found)]
    before, behind = found.beside(rows.header)
    once = map(without_number, _padded(rows.header[found.parts[0]], found.width))
    which = partial(_with_name, found, names)
    columns = ", ".join(f"{part.start + 1}–{min(part.stop, len(rows.header))}" for part in found.parts)
    note = Problem("films side by side", rows.file, rows.header_line, value=str(found.number), expected=columns)
    return replace(
        rows,
        header=(*before, *once, *behind, *((WHICH,) if names else ())),
        cells=tuple(which(at, cells) for _, (at, cells) in films),
        lines=tuple(line for line, _ in films),
        problems=(*rows.problems, note),
    )


def _films(row: Sequence[str], found: Repeated) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The films of a row, each with the time that its names come; a row that has none is kept as it is."""
    before, behind = found.beside(row)
    parts = [(at, _padded(row[part], found.width)) for at, part in enumerate(found.parts)]
    films = [(at, cells) for at, cells in parts if any(map(str.strip, cells))] or parts[:1]
    return ((at, (*before, *cells, *behind)) for at, cells in films)


def _with_name(found: Repeated, names: Sequence[str], at: int, cells: tuple[str, ...]) -> tuple[str, ...]:
    return (*cells, names[at]) if names else cells
