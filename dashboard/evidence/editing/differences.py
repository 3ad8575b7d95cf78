"""What two versions of one list say differently, row by row, and what of it the first takes over from the second.

A film is told by its id, a row of the evidence by what names it. Nothing that only the first has is ever taken out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dashboard.evidence.editing.csv_rows import CsvRows, key_of
from dashboard.evidence.editing.files import FILES

FILMS = "films.csv"
Files = Mapping[str, bytes]
"""The files of a list, by name."""


class _Table(NamedTuple):
    """A file of rows, and the columns that name a row."""

    name: str
    key: tuple[str, ...]


TABLES = (_Table(FILMS, ("id",)), *(_Table(file.name, file.key) for file in FILES))


@dataclass(frozen=True)
class Difference:
    """One thing that the second version says and the first does not.

    Attributes:
        file: the file it stands in.
        key: the cells that name its row, by column.
        column: the cell that differs; empty for a row as a whole, which is so in all files but films.csv.
        ours: the cells of the first version, by column; empty where it lacks the row.
        theirs: the cells of the second, by column.
    """

    file: str
    key: tuple[tuple[str, str], ...]
    column: str
    ours: tuple[tuple[str, str], ...]
    theirs: tuple[tuple[str, str], ...]

    @cached_property
    def was(self) -> dict[str, str]:
        """The cells of the first version."""
        return dict(self.ours)

    @cached_property
    def becomes(self) -> dict[str, str]:
        """The cells of the second."""
        return dict(self.theirs)

    @property
    def is_new(self) -> bool:
        """Whether the first version lacks the row."""
        return not self.ours


def differences(ours: Files, theirs: Files) -> tuple[Difference, ...]:
    """What the second version says and the first does not, file by file, in the order of the second.

    Raises:
        BadListError: if one of the files is no text.
    """
    return tuple(each for table in TABLES for each in _differences(table, ours, theirs))


def _differences(table: _Table, ours: Files, theirs: Files) -> Iterator[Difference]:
    known = {_key(table, cells): cells for cells in reversed(_rows(table, ours))}
    for cells in _rows(table, theirs):
        key = _key(table, cells)
        before = known.get(key, {})
        changed = [name for name, cell in cells.items() if before.get(name, "") != cell]
        if changed and before and table.name == FILMS:
            for name in changed:
                yield Difference(table.name, key, name, ((name, before.get(name, "")),), ((name, cells[name]),))
        elif changed:
            yield Difference(table.name, key, "", (*before.items(),), (*cells.items(),))


def only_ours(ours: Files, theirs: Files) -> dict[str, int]:
    """By file, how many rows the first version has and the second lacks."""
    found = {}
    for table in TABLES:
        known = {_key(table, cells) for cells in _rows(table, theirs)}
        found[table.name] = sum(_key(table, cells) not in known for cells in _rows(table, ours))
    return found


def taken_over(ours: Files, chosen: Iterable[Difference]) -> dict[str, bytes]:
    """The files of the first version with some differences taken over; what they do not touch stays byte for byte."""
    files, wanted = dict(ours), list(chosen)
    for table in TABLES:
        if changes := [each for each in wanted if each.file == table.name]:
            rows = CsvRows.read(files.get(table.name), table.name)
            places = rows.places(table.key)
            files[table.name] = rows.with_rows([(places.get(each.key), each.becomes) for each in changes])
    return files


def _rows(table: _Table, files: Files) -> list[dict[str, str]]:
    """The rows of a file that have a name, by column; none of a file that is not there."""
    rows = CsvRows.read(files.get(table.name), table.name)
    return [cells for cells in rows.all_cells() if any(cells.get(name) for name in table.key)]


def _key(table: _Table, cells: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return key_of(table.key, cells)
