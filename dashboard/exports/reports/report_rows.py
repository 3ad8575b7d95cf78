"""The rows of a file of which something is to be said, each made when it is asked for: there may be a million."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Literal

import numpy as np
import numpy.typing as npt

from dashboard.cleaning.validate import FilmList
from dashboard.i18n.texts import shortened
from dashboard.model.problem_list import Problems
from dashboard.model.problems import GRADE_OF, Grade, Problem, ProblemKind

GRADES: tuple[Grade, ...] = ("refused", "doubtful", "repaired")
"""What a row can be beside fine, the worst first."""
ALL_GRADES: tuple[Grade, ...] = (*GRADES, "note")
WHOLE = 0
"""The line of what is said of the file as a whole."""
AT_ONCE = 10_000
"""Entries that are made at the same time."""

_SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")

Places = npt.NDArray[np.int64]
"""Places of entries or of problems, in their order."""


@dataclass(frozen=True)
class ReportRow:
    """One row of a file of which something is to be said.

    Attributes:
        line: where it begins in the file; None for the file as a whole.
        title: the film's title; of a refused row its cells, shortened.
        grade: the worst of its problems.
        problems: what is to be said of it.
    """

    line: int | None
    title: str
    grade: Grade
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class RemarkKind:
    """A kind of remark on rows.

    Attributes:
        kind: which.
        grade: what it means for its rows.
        rows: how many rows have it.
        line: the first of them.
        title: what film that is.
        example: what is said of it.
    """

    kind: ProblemKind
    grade: Grade
    rows: int
    line: int | None
    title: str
    example: Problem


class ReportRows:
    """Every row of which something is to be said, by line; what is said of the file as a whole comes first."""

    def __init__(self, films: FilmList, problems: Problems) -> None:
        self._titles = films.frame["title"]
        self._refused = dict(films.refused)
        self._problems = problems
        lines = np.asarray(films.lines, dtype=np.int64)
        self._by_line = np.argsort(lines, kind="stable").astype(np.int32)
        self._film_lines = lines[self._by_line]
        rows = np.union1d(lines, np.array([*self._refused], dtype=np.int64))
        of = np.where(np.isin(problems.lines, rows), problems.lines, WHOLE)
        self._order = np.argsort(of, kind="stable")
        self._lines, begins = np.unique(of[self._order], return_index=True)
        self._begins = np.append(begins, len(of))
        grades = problems.grades(ALL_GRADES)[self._order]
        self._grades = np.minimum.reduceat(grades, begins) if len(grades) else grades
        self._names, of_kind = problems.kinds()
        self._of_kind = of_kind[self._order]

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[ReportRow]:
        for begins in range(0, len(self), AT_ONCE):
            yield from self._rows(np.arange(begins, min(begins + AT_ONCE, len(self))))

    def count(self, grade: Grade) -> int:
        """How many rows have a grade, the worst of their problems': of a line with several films each is a row."""
        lines = self._lines[self._of((grade,))]
        begins, ends = (np.searchsorted(self._film_lines, lines, side=side) for side in _SIDES)
        return int(np.maximum(ends - begins, 1).sum())

    def first(self, number: int, kind: ProblemKind | None = None) -> tuple[ReportRow, ...]:
        """The first rows that have a kind of remark, or any that is more than a note."""
        return self._rows((self._of(GRADES) if kind is None else self._with(kind))[:number])

    @cached_property
    def kinds(self) -> tuple[RemarkKind, ...]:
        """The kinds of remarks on rows that are more than notes: the worst first, and of those the most frequent."""
        found = (self._kind(kind) for kind in self._names if GRADE_OF[kind] in GRADES)
        return tuple(
            sorted((each for each in found if each), key=lambda each: (GRADES.index(each.grade), -each.rows, each.kind))
        )

    def _kind(self, kind: ProblemKind) -> RemarkKind | None:
        places = self._with(kind)
        if not len(places):
            return None
        (row,) = self._rows(places[:1])
        example = next(problem for problem in row.problems if problem.kind == kind)
        return RemarkKind(kind, GRADE_OF[kind], len(places), row.line, row.title, example)

    def _with(self, kind: ProblemKind) -> Places:
        if kind not in self._names:
            return np.array([], dtype=np.int64)
        positions = np.flatnonzero(self._of_kind == self._names.index(kind))
        found: Places = np.unique(np.searchsorted(self._begins, positions, side="right") - 1)
        of_rows: Places = found[self._lines[found] != WHOLE]
        return of_rows

    def of_the_whole(self) -> tuple[Problem, ...]:
        """What is said of the file as a whole."""
        return tuple(
            problem for entry in self._rows(np.flatnonzero(self._lines == WHOLE)) for problem in entry.problems
        )

    @property
    def grades(self) -> set[Grade]:
        """The grades that occur, of rows and of the file as a whole."""
        return {ALL_GRADES[code] for code in np.unique(self._grades).tolist()}

    def _of(self, grades: Collection[Grade]) -> Places:
        wanted = np.array([grade in grades for grade in ALL_GRADES])
        return np.flatnonzero(wanted[self._grades] & (self._lines != WHOLE))

    def _rows(self, places: Places) -> tuple[ReportRow, ...]:
        lines, grades = self._lines[places].tolist(), self._grades[places].tolist()
        numbers = (self._begins[places + 1] - self._begins[places]).tolist()
        spans = [self._order[self._begins[at] : self._begins[at + 1]] for at in places.tolist()]
        problems = iter(self._problems.at(np.concatenate([*spans, places[:0]])))
        return tuple(
            ReportRow(line or None, title, ALL_GRADES[grade], tuple(islice(problems, number)))
            for line, title, grade, number in zip(lines, self._titles_of(lines), grades, numbers, strict=True)
        )

    def _titles_of(self, lines: list[int]) -> Iterator[str]:
        """For each line the film on it, or all of them; of a refused row its cells."""
        begins, ends = (np.searchsorted(self._film_lines, lines, side=side) for side in _SIDES)
        last = self._titles.iloc[self._by_line[ends - 1]]
        for line, title, begin, end in zip(lines, last, begins.tolist(), ends.tolist(), strict=True):
            if line in self._refused:
                yield shortened(" · ".join(filter(None, self._refused[line])), 80)
            elif end - begin > 1:
                yield shortened("; ".join(self._titles.iloc[self._by_line[begin:end]]), 80)
            else:
                yield title if line != WHOLE else ""
