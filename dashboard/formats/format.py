"""A form of file: what it is called, how it is told by its bytes, and the tables that reading it gives."""

from __future__ import annotations

import os
import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import ClassVar, get_args

import numpy as np
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard.formats.encoding import Decoded, decoded, readings
from dashboard.model.problems import Problem
from dashboard.model.rows import Account, Fate, Limits, Rows, Unit

_LINE_END = re.compile(r"\r\n?|\n")
FATES: tuple[Fate, ...] = get_args(Fate)
HEAD = 1 << 20
"""Bytes at the start of a file that tell most forms."""
MOST_NAMED = 20
"""So many tables that were not taken are named; the rest is counted."""


ReadInside = Callable[[bytes, str, Limits], "Document"]
"""Reads a file that is packed in another one."""


class GivenFile:
    """A file as it was given: its bytes, or where it is on disk. Asking for its content may raise OSError.

    Attributes:
        name: its name, without folders.
        encoding: the encoding of its text, if that is known.
        inside: reads a file that is packed in it, by bytes, name and limits; None for one that was packed itself.
    """

    def __init__(self, given: bytes | Path, name: str, encoding: str = "", inside: ReadInside | None = None) -> None:
        self._given = given
        self._read: dict[str, bytes] = {}
        self.name = name
        self.encoding = encoding
        self.inside = inside

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self._once("data", lambda: self._given if isinstance(self._given, bytes) else self._given.read_bytes())

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return os.stat(self._given).st_size if self.is_on_disk else len(self.data)

    @property
    def head(self) -> bytes:
        """Its first `HEAD` bytes."""
        return self._once("head", self._head)

    def _head(self) -> bytes:
        if not self.is_on_disk:
            return self.data[:HEAD]
        with self.opened() as file:
            return bytes(file.read(HEAD))

    def _once(self, name: str, read: Callable[[], bytes]) -> bytes:
        """What is read once; a cached property of Python 3.11 would have all files wait for one that does not come."""
        if name not in self._read:
            self._read[name] = read()
        return self._read[name]

    def opened(self) -> pa.NativeFile:
        """Its bytes as a file of Arrow's, so that they need not all be in memory."""
        return pa.OSFile(str(self._given)) if self.is_on_disk else pa.BufferReader(self.data)

    @property
    def is_on_disk(self) -> bool:
        """Whether it can be read twice: a pipe cannot."""
        return isinstance(self._given, Path) and self._given.is_file()

    @cached_property
    def decoded(self) -> Decoded | None:
        """Its text, in which encoding, and what else that could be; None if it is no text."""
        return decoded(self.data, self.encoding)

    @cached_property
    def text(self) -> str:
        """Its text; empty if it is none, or holds no word."""
        text = self.decoded.text if self.decoded else ""
        return text if re.search(r"\w", text) else ""


@dataclass(frozen=True)
class Table:
    """One table of a file.

    Attributes:
        read: gives its rows, or raises BadListError.
        name: what tells it from the file's other tables; empty where there is no other.
        beside: gives the lines on which something else than a row begins, and what.
        length: gives the number of lines (or rows, or items) that there are in all.
        parts: the names of the tables that it puts together; none if it is one by itself.
        inside: gives the tables of what it stands for, a sheet or a file in an archive; it is the one taken there.
    """

    read: Callable[[], Rows]
    name: str = ""
    beside: Callable[[], Mapping[int, Fate]] = dict
    length: Callable[[], int] = lambda: 0
    parts: tuple[str, ...] = ()
    inside: Callable[[], Document] | None = None

    @cached_property
    def rows(self) -> Rows:
        """Its rows; they are read when they are first asked for."""
        return self.read()

    def renamed(self, name: str) -> Table:
        """The same table under a name; its rows are read once, whichever of both is asked for them."""
        return self if name == self.name else replace(self, name=name, read=lambda: self.rows)

    def fates(self) -> Iterator[tuple[int, Fate]]:
        """Every line of the file that something is known of, in their order, each once, with what became of it."""
        rows = self.rows
        begins = self._beside() | dict.fromkeys(rows.lines, "film") | self._refused()
        for line, following in pairwise([*sorted(begins), max(self.length(), *begins) + 1]):
            yield line, begins[line]
            if further := _goes_on(begins[line], rows.unit):
                yield from ((each, further) for each in range(line + 1, following))

    def account(self) -> Account:
        """How many lines came to what: `fates`, counted; the total is the file's own, whatever was read of it."""
        rows, refused = self.rows, self._refused()
        others = self._beside() | refused
        lines = np.asarray(rows.lines, dtype=np.int64)
        films = np.setdiff1d(lines, [*refused]) if refused or (np.diff(lines) < 1).any() else lines
        beside = np.array([*others], dtype=np.int64)
        beside = beside[~np.isin(beside, films)]
        begins = np.concatenate([films, beside])
        codes = np.full(len(begins), FATES.index("film"))
        codes[len(films) :] = [FATES.index(others[at]) for at in beside.tolist()]
        order = np.argsort(begins)
        begins, codes = begins[order], codes[order]
        further = np.diff(begins, append=max(self.length(), int(begins[-1])) + 1) - 1
        came_to = Counter[Fate]()
        for code, fate in enumerate(FATES):
            came_to[fate] += int((codes == code).sum())
            if goes_on := _goes_on(fate, rows.unit):
                came_to[goes_on] += int(further[codes == code].sum())
        return Account(self.length() or came_to.total(), dict(+came_to))

    def _beside(self) -> dict[int, Fate]:
        header = self.rows.header_line
        first: dict[int, Fate] = {1: "comment"} if self.rows.unit == "line" else {}
        return {**first, **self.beside(), **({header: "heading"} if header else {})}

    def _refused(self) -> dict[int, Fate]:
        return {line: "refused" for line, _ in self.rows.unread}


def table_within(name: str, inside: Callable[[], Document]) -> Table:
    """The table that is taken of a sheet, or of a file in an archive, which is looked into when it is asked for."""
    inside = cache(inside)
    return Table(
        lambda: inside().table.rows,
        name,
        lambda: inside().table.beside(),  # noqa: PLW0108
        lambda: inside().table.length(),  # noqa: PLW0108
        inside=inside,
    )


def _goes_on(fate: Fate, unit: Unit) -> Fate | None:
    """What became of a line on which nothing new begins, by the one above; None for rows and items, which do not go on.

    So one of those of which nothing is known is not accounted for.
    """
    return None if unit != "line" else "field" if fate == "film" else fate


@dataclass(frozen=True)
class Document:
    """What a file holds.

    Attributes:
        tables: its tables, in their order; at least one. No two of several have the same name; a single one has none.
        taken: which of them is the list.
    """

    tables: tuple[Table, ...]
    taken: int = 0

    def __post_init__(self) -> None:
        """Give each table a name of its own."""
        names = different([table.name for table in self.tables])
        tables = (table.renamed(name) for table, name in zip(self.tables, names, strict=True))
        object.__setattr__(self, "tables", tuple(tables))

    @property
    def table(self) -> Table:
        """The table that is the list."""
        return self.tables[self.taken]

    @property
    def names(self) -> tuple[str, ...]:
        """What its tables are called."""
        return tuple(table.name for table in self.tables)

    @property
    def left(self) -> tuple[str, ...]:
        """The names of the tables that are not taken, without those that only put others together."""
        taken = {self.table.name, *self.table.parts}
        return tuple(table.name for table in self.tables if not table.parts and table.name not in taken)

    def opened(self) -> Document:
        """This document with all tables of the sheet, or of the packed file, that is taken: `lists.xlsx: Films`."""
        if self.table.inside is None:
            return self
        inner = self.table.inside().opened()
        many = len(inner.tables) > 1
        names = [": ".join(filter(None, (self.table.name, name if many else ""))) for name in inner.names]
        tables = [table.renamed(name) for table, name in zip(inner.tables, names, strict=True)]
        all_of_them = (*self.tables[: self.taken], *tables, *self.tables[self.taken + 1 :])
        return Document(all_of_them, self.taken + inner.taken)

    def choose(self, wanted: str) -> Document | None:
        """This document, opened, with another table taken: the one of a name, else of a number, counted from 1."""
        if found := self._named(wanted):
            return found.opened()
        opened = self.opened()
        number = int(wanted) if wanted.isdecimal() and len(wanted) < 10 else 0
        return replace(opened, taken=number - 1).opened() if 0 < number <= len(opened.tables) else None

    def _named(self, wanted: str) -> Document | None:
        if wanted in self.names:
            return replace(self, taken=self.names.index(wanted))
        begins = [f"{name}: " if name else "" for name in self.names]
        around = (at for at, table in enumerate(self.tables) if table.inside and wanted.startswith(begins[at]))
        opened = (replace(self, taken=at).opened() for at in around)
        return next((found for each in opened if (found := each._named(wanted))), None)


class Format(ABC):
    """A form that a list may have.

    Attributes:
        name: what one file is: it is read as an "HTML table".
        plural: what such files are: one can bring "tables in HTML".
        unit: what the numbers of its rows count.
    """

    name: ClassVar[str]
    plural: ClassVar[str]
    unit: ClassVar[Unit] = "line"

    @abstractmethod
    def recognises(self, given: GivenFile) -> bool:
        """Whether a file has this form, by what is in it and never by its name."""

    @abstractmethod
    def read(self, given: GivenFile, limits: Limits) -> Document:
        """The tables of a file that has this form.

        Raises:
            BadListError: if it is broken, or holds no list or more than the limits allow.
        """

    def no_rows(self, given: GivenFile) -> Rows:
        """A table without rows, which says from which file they will come."""
        return Rows(given.name, (), (), (), form=self.name, unit=self.unit)


class TextFormat(Format):
    """A form that is text, whatever its encoding."""

    def no_rows(self, given: GivenFile) -> Rows:
        """A table without rows, which says from which file they will come, and how its text was written."""
        rows, found = super().no_rows(given), given.decoded
        if not found:
            return rows
        other, (_, line) = found.other, found.lines
        doubt = (Problem("encoding guessed", given.name, value=other, expected=line),) if other else ()
        others = readings(given.data, found.encoding)
        return replace(rows, encoding=found.encoding, problems=doubt, readings=others)


def different(names: Sequence[str]) -> list[str]:
    """Names of tables: none for a single one, and of several each another, by its number where two are the same."""
    often = Counter(names)
    return [
        "" if len(names) == 1 else name if name and often[name] == 1 else f"{name} ({number})".strip()
        for number, name in enumerate(names, 1)
    ]


def some_of(names: Sequence[str]) -> str:
    """Names of tables as a message tells them: the first ones, and how many there are in all."""
    rest = [f"… ({len(names)})"] if len(names) > MOST_NAMED else []
    return ", ".join([*names[:MOST_NAMED], *rest])


def split_lines(text: str) -> list[str]:
    """The lines of a text, however they end; so many as `lines_in` counts."""
    lines = _LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def lines_in(text: str) -> int:
    """How many lines a text has, however they end."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    return ends + (text[-1:] not in ("", "\r", "\n"))
