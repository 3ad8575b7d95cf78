"""The problems of a list, by column: those of a long one, as objects, would take more room than its films."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import overload

import numpy as np
import numpy.typing as npt
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard.model.compared import ComparedSequence
from dashboard.model.problems import GRADE_OF, Grade, Problem, ProblemKind

Common = tuple[ProblemKind, str, str]
"""Kind, file and column, which many problems have in common."""
Numbers = npt.NDArray[np.int64]

AT_ONCE = 10_000
"""Problems that are made objects at the same time."""


class Problems(ComparedSequence[Problem]):
    """Problems in their order, each made when it is asked for. Equal to any sequence of the same problems."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        given = tuple(problems)
        common: dict[Common, int] = {}
        of = [common.setdefault((each.kind, each.file, each.column), len(common)) for each in given]
        self._common = tuple(common)
        self._of = np.array(of, dtype=np.int32)
        self._lines = pa.array([each.line for each in given], pa.int64())
        self._values = pa.array([each.value for each in given], pa.large_string())
        self._expected = pa.array([each.expected for each in given], pa.large_string())

    @classmethod
    def alike(cls, common: Common, lines: Numbers, values: pa.Array, expected: pa.Array) -> Problems:
        """Problems of one kind in one column of a file, by their lines, values, and what the sentence needs."""
        return cls._made((common,), np.zeros(len(lines), dtype=np.int32), pa.array(lines), values, expected)

    @classmethod
    def joined(cls, parts: Iterable[Iterable[Problem]]) -> Problems:
        """Problems behind one another, each part's in its order."""
        given = [part if isinstance(part, Problems) else Problems(part) for part in parts]
        places: dict[Common, int] = {}
        for common in chain.from_iterable(part._common for part in given):
            places.setdefault(common, len(places))
        of = [np.array([places[each] for each in part._common], dtype=np.int32)[part._of] for part in given if part]
        columns = [[part._lines, part._values, part._expected] for part in given if part]
        joined = (pa.concat_arrays(column) for column in zip(*columns, strict=True))
        return cls._made(tuple(places), np.concatenate(of), *joined) if of else cls()

    @classmethod
    def _made(cls, common: tuple[Common, ...], of: npt.NDArray[np.int32], *columns: pa.Array) -> Problems:
        made = cls.__new__(cls)
        made._common, made._of = common, of
        made._lines, made._values, made._expected = columns
        return made

    def by_line(self) -> Problems:
        """The same ones by line, first those of the file as a whole; those of a line stay in their order."""
        order = np.argsort(self.lines, kind="stable")
        columns = (column.take(pa.array(order)) for column in (self._lines, self._values, self._expected))
        return self._made(self._common, self._of[order], *columns)

    def __len__(self) -> int:
        return len(self._of)

    def __iter__(self) -> Iterator[Problem]:
        for begins in range(0, len(self), AT_ONCE):
            yield from self[begins : begins + AT_ONCE]

    @overload
    def __getitem__(self, at: int) -> Problem: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Problem, ...]: ...
    def __getitem__(self, at: int | slice) -> Problem | tuple[Problem, ...]:
        places = np.arange(len(self))[at]
        return self.at(places) if isinstance(at, slice) else self.at(places[None])[0]

    def graded(self, grade: Grade) -> tuple[Problem, ...]:
        """Those of a grade."""
        wanted = [GRADE_OF[kind] == grade for kind, _, _ in self._common]
        return self.at(np.flatnonzero(np.array(wanted, dtype=np.bool_)[self._of]))

    def grades(self, order: Sequence[Grade]) -> npt.NDArray[np.int8]:
        """The place of each one's grade in an order of all grades."""
        of_common = [order.index(GRADE_OF[kind]) for kind, _, _ in self._common]
        return np.array(of_common, dtype=np.int8)[self._of]

    def kinds(self) -> tuple[tuple[ProblemKind, ...], npt.NDArray[np.int16]]:
        """The kinds that occur, and of each problem the place of its kind among them."""
        kinds = tuple(dict.fromkeys(kind for kind, _, _ in self._common))
        of_common = [kinds.index(kind) for kind, _, _ in self._common]
        return kinds, np.array(of_common, dtype=np.int16)[self._of]

    @property
    def lines(self) -> npt.NDArray[np.int64]:
        """The line of each; 0 for the file as a whole."""
        lines: npt.NDArray[np.int64] = self._lines.fill_null(0).to_numpy()
        return lines

    def at(self, places: npt.NDArray[np.int64]) -> tuple[Problem, ...]:
        """Those at some places."""
        common = [self._common[which] for which in self._of[places].tolist()]
        columns = (column.take(pa.array(places)).to_pylist() for column in (self._lines, self._values, self._expected))
        return tuple(
            Problem(kind, file, line, column, value, expected)
            for (kind, file, column), line, value, expected in zip(common, *columns, strict=True)
        )
