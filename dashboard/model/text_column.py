"""A column of texts, read whole: what comes again is there once, and only odd cells are looked at one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.model.compared import ComparedSequence

Codes = npt.NDArray[np.int32]
"""For each row the place of its text among a column's stored ones."""
Places = npt.NDArray[np.int64]
"""Positions of rows."""
Mask = npt.NDArray[np.bool_]

TYPE = pa.large_string()
AT_ONCE = 10_000
"""Texts that are made objects at the same time."""

BLOCK = 1 << 20
"""Bytes that are gone through at the same time."""
STEP = 1 << 22
"""Items by which a large array grows at once."""

Found = TypeVar("Found")


_BEGINS = bytes(sorted({*range(0x21, 0x7F), *range(0xC3, 0xF5)} - {0xE1, 0xE2, 0xE3}))
_ENDS = bytes(sorted({*range(0x21, 0x7F), *range(0x80, 0xC0)} - {*range(0x80, 0x8B), 0x9F, 0xA0, 0xA8, 0xA9, 0xAF}))
"""The bytes of UTF-8 with which a text begins and ends where no blank stands, of those that Python strips."""


class TextColumn(ComparedSequence[str]):
    """Texts, one a row, none missing. Equal to any sequence of the same texts.

    Attributes:
        stored: the texts that are stored, as Arrow's large strings.
        codes: for each row the place of its text in `stored`; None if they are one a row.
    """

    def __init__(self, stored: pa.Array, codes: Codes | None = None) -> None:
        self.stored, self.codes = stored, codes

    def __len__(self) -> int:
        return len(self.stored) if self.codes is None else len(self.codes)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return self.take(np.arange(len(self))[at]).to_pylist()
        return self.stored[int(at if self.codes is None else self.codes[at])].as_py()

    def __iter__(self) -> Iterator[str]:
        if self.codes is not None:
            yield from np.array([*self.stored.to_pylist(), None], dtype=object)[self.codes]
            return
        for begins in range(0, len(self), AT_ONCE):
            yield from self.stored.slice(begins, AT_ONCE).to_pylist()

    @property
    def array(self) -> pa.Array:
        """All of them as one array of Arrow's."""
        return self.stored if self.codes is None else self.stored.take(pa.array(self.codes))

    def take(self, places: Places) -> pa.Array:
        """Those at some places."""
        return self.stored.take(pa.array(places if self.codes is None else self.codes[places]))

    def of_rows(self, places: Places) -> TextColumn:
        """The column of some of the rows."""
        return TextColumn(self.take(places)) if self.codes is None else TextColumn(self.stored, self.codes[places])

    def different(self) -> tuple[list[str], Codes]:
        """The different texts in the order in which they first come, and for each row the place of its own."""
        if self.codes is not None:
            return self._different
        encoded = self.stored.dictionary_encode()
        return encoded.dictionary.to_pylist(), encoded.indices.to_numpy()

    @cached_property
    def _different(self) -> tuple[list[str], Codes]:
        encoded = self.stored.dictionary_encode()
        codes, found = pd.factorize(encoded.indices.to_numpy()[self.codes])
        return encoded.dictionary.take(pa.array(found)).to_pylist(), codes.astype(np.int32)

    def counts(self) -> dict[str, int]:
        """How often each of the different texts comes, in the order in which they first come."""
        texts, codes = self.different()
        return dict(zip(texts, np.bincount(codes, minlength=len(texts)).tolist(), strict=True))

    def each(self, read: Callable[[str], str], odd: Mask) -> TextColumn:
        """The column with `read` done to those of the `stored` texts that are `odd`."""
        if not odd.any():
            return self
        made = pa.array([read(text) for text in self.stored.filter(pa.array(odd)).to_pylist()], TYPE)
        return TextColumn(pc.replace_with_mask(self.stored, pa.array(odd), made), self.codes)

    def rows(self, stored: Mask) -> Places:
        """The positions of the rows whose text is one of some `stored`."""
        return np.flatnonzero(stored if self.codes is None else stored[self.codes])

    def holds(self, character: str) -> Mask:
        """Which of the `stored` texts hold a character."""
        first, *rest = character.encode()
        found = np.zeros(len(self.stored), dtype=np.bool_)
        _, _, data = self.stored.buffers()
        offsets = self._offsets
        letters = np.frombuffer(data or b"", np.uint8)[: offsets[-1]]
        for begins in range(int(offsets[0]), len(letters), BLOCK):
            places = np.flatnonzero(letters[begins : begins + BLOCK] == first) + begins
            for at, byte in enumerate(rest, 1):
                places = places[letters[places + at] == byte]
            found[np.searchsorted(offsets, places, side="right") - 1] = True
        return found

    @cached_property
    def sizes(self) -> npt.NDArray[np.int64]:
        """How many bytes each of the `stored` texts has in UTF-8."""
        return np.diff(self._offsets)

    @cached_property
    def first(self) -> npt.NDArray[np.uint8]:
        """The first byte of each of the `stored` texts, 0 where it is empty."""
        return self._bytes_at(self._offsets[:-1])

    @cached_property
    def last(self) -> npt.NDArray[np.uint8]:
        """The last byte of each of the `stored` texts, 0 where it is empty."""
        return self._bytes_at(self._offsets[1:] - 1)

    @property
    def is_filled(self) -> Mask:
        """Which rows have a text that is not empty."""
        filled = self.sizes > 0
        return filled if self.codes is None else filled[self.codes]

    @property
    def may_have_blanks(self) -> Mask:
        """Which of the `stored` texts may begin or end with a blank; none that does is missed."""
        return (self.sizes > 0) & ~(one_of(self.first, _BEGINS) & one_of(self.last, _ENDS))

    @property
    def _offsets(self) -> Places:
        return offsets_of(self.stored)

    def _bytes_at(self, places: Places) -> npt.NDArray[np.uint8]:
        _, _, data = self.stored.buffers()
        found = np.zeros(len(self.stored), dtype=np.uint8)
        some = self.sizes > 0
        if some.any():
            found[some] = np.frombuffer(data, np.uint8)[places[some]]
        return found


class ColumnMaker:
    """Makes a column of parts that come one after another. Whether texts come again in it, is told by the first."""

    def __init__(self) -> None:
        self._encoded: list[pa.DictionaryArray] | None = None
        self._plain = JoinedTexts()

    def add(self, texts: pa.Array) -> None:
        """Add large strings, none missing."""
        if self._encoded is None and not self._plain and len(texts.unique()) * 2 <= len(texts):
            self._encoded = []
        if self._encoded is None:
            self._plain.add(texts)
        else:
            self._encoded.append(texts.dictionary_encode())

    def column(self) -> TextColumn:
        """The column."""
        if self._encoded is None:
            return TextColumn(self._plain.array())
        joined = pa.chunked_array(self._encoded).unify_dictionaries().combine_chunks()
        return TextColumn(joined.dictionary, joined.indices.to_numpy())


class JoinedTexts:
    """Large strings put behind one another as they come, in one piece of memory that grows: they are there once."""

    def __init__(self) -> None:
        self._ends, self._data = _Growing(np.int64), _Growing(np.uint8)
        self._ends.add(_NO_OFFSET)

    def __len__(self) -> int:
        return self._ends.size - 1

    def add(self, texts: pa.Array) -> None:
        """Add some, none missing."""
        if len(texts):
            _, _, data = texts.buffers()
            ends = offsets_of(texts)
            self._ends.add(ends[1:] + (self._data.size - ends[0]))
            self._data.add(np.frombuffer(data or b"", np.uint8)[ends[0] : ends[-1]])

    def array(self) -> pa.Array:
        """All of them; none can be added after that."""
        ends, data = (pa.py_buffer(each.whole()) for each in (self._ends, self._data))
        return pa.LargeStringArray.from_buffers(len(self), ends, data)


class _Growing:
    """An array that grows where it lies, as far as the system lets it."""

    def __init__(self, dtype: type[np.generic]) -> None:
        self._held: npt.NDArray[Any] = np.empty(0, dtype=dtype)
        self.size = 0

    def add(self, more: npt.NDArray[Any]) -> None:
        size, held = self.size + len(more), len(self._held)
        if size > held:
            self._held.resize(max(size, min(2 * held, held + STEP)), refcheck=False)
        self._held[self.size : size] = more
        self.size = size

    def whole(self) -> npt.NDArray[Any]:
        self._held.resize(self.size, refcheck=False)
        return self._held


def offsets_of(texts: pa.Array) -> Places:
    """Where each of some large strings begins among their bytes, and where the last ends."""
    _, offsets, _ = texts.buffers()
    return np.frombuffer(offsets, np.int64)[texts.offset :][: len(texts) + 1] if offsets else _NO_OFFSET


_NO_OFFSET = np.zeros(1, dtype=np.int64)


def column_of(cells: Iterable[str]) -> TextColumn:
    """Texts as a column."""
    return cells if isinstance(cells, TextColumn) else TextColumn(pa.array(list(cells), TYPE))


def read_once(read: Callable[[str], Found], cells: Iterable[str]) -> tuple[list[Found], Codes]:
    """What is read of each different cell, in the order in which they first come; and for each cell which it is."""
    texts, codes = column_of(cells).different()
    return [read(text) for text in texts], codes


def first_of(codes: npt.NDArray[Any]) -> Places:
    """For each row the position of the first one that has the same code."""
    _, first, which = np.unique(codes, return_index=True, return_inverse=True)
    return first[which]


def number_among_equal(codes: npt.NDArray[Any]) -> Places:
    """For each row its number among those that have the same code, counted from 1 in their order."""
    order = np.argsort(codes, kind="stable")
    begins = np.flatnonzero(np.diff(codes[order], prepend=-1))
    sizes = np.diff(begins, append=len(codes))
    numbers = np.empty(len(codes), dtype=np.int64)
    numbers[order] = np.arange(1, len(codes) + 1) - np.repeat(begins, sizes)
    return numbers


def mask_of(found: pa.Array) -> Mask:
    """Truth values of Arrow's, none missing, as NumPy's."""
    mask: Mask = found.to_numpy(zero_copy_only=False)
    return mask


def one_of(codes: npt.NDArray[np.uint8], characters: bytes) -> Mask:
    """Which bytes are one of some ASCII characters."""
    wanted = np.zeros(256, dtype=np.bool_)
    wanted[list(characters)] = True
    return wanted[codes]


class Cells(ComparedSequence[tuple[str, ...]]):
    """The cells of a table by row, held by column. Equal to any sequence of the same rows.

    Attributes:
        columns: its columns, all of one length; at least one.
    """

    def __init__(self, columns: Sequence[TextColumn]) -> None:
        self.columns = tuple(columns)

    @property
    def longest(self) -> int:
        """How many bytes the longest of them has in UTF-8."""
        return max(int(column.sizes.max(initial=0)) for column in self.columns)

    def __len__(self) -> int:
        return len(self.columns[0])

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            return tuple(zip(*(column[at] for column in self.columns), strict=True))
        return tuple(column[at] for column in self.columns)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return zip(*self.columns, strict=True)


def column_at(cells: Sequence[Sequence[str]], at: int) -> TextColumn:
    """One of the columns of a table's rows."""
    return cells.columns[at] if isinstance(cells, Cells) else column_of([row[at] for row in cells])
