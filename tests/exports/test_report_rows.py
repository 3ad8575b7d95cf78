"""Entries: what is said of each row, against a plain grouping by line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.validate import validate
from dashboard.exports.reports import report_rows as module
from dashboard.exports.reports.report_rows import ALL_GRADES, ReportRow, ReportRows
from dashboard.model.problem_list import Problems
from dashboard.model.problems import GRADE_OF, Problem
from dashboard.model.rows import Rows

KINDS = st.sampled_from(["film twice", "missing title", "column renamed", "no year", "cells missing"])
PROBLEMS = st.builds(Problem, KINDS, st.just("f"), st.none() | st.integers(1, 12), value=st.text("ab", max_size=2))
FILMS = validate(
    Rows("f", ("title",), (("A",), ("B",), ("C",), ("D",)), (7, 3, 3, 9), unread=((4, ("x", "", "y")), (11, ("z",))))
)
TITLES = {7: "A", 3: "B; C", 9: "D", 4: "x · y", 11: "z"}


def plainly(problems: list[Problem]) -> list[ReportRow]:
    by_line: dict[int, list[Problem]] = {}
    for problem in problems:
        by_line.setdefault(problem.line if problem.line in TITLES else 0, []).append(problem)
    made = []
    for line, found in sorted(by_line.items()):
        worst = min((problem.grade for problem in found), key=ALL_GRADES.index)
        made.append(ReportRow(line or None, TITLES.get(line, ""), worst, tuple(found)))
    return made


@pytest.mark.parametrize("at_once", [1, 2, 100])
@given(problems=st.lists(PROBLEMS, max_size=9))
def test_entries_are_those_of_a_plain_grouping(at_once: int, problems: list[Problem]) -> None:
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr(module, "AT_ONCE", at_once)
        found, expected = ReportRows(FILMS, Problems(problems)), plainly(problems)
        assert (list(found), len(found)) == (expected, len(expected))
    assert found.grades == {entry.grade for entry in expected}
    assert found.of_the_whole() == tuple(
        problem for entry in expected if entry.line is None for problem in entry.problems
    )
    rows = [entry for entry in expected if entry.line]
    for grade in ALL_GRADES:
        assert found.count(grade) == sum(1 + (entry.line == 3) for entry in rows if entry.grade == grade)
    assert found.first(2) == tuple(entry for entry in rows if entry.grade != "note")[:2]
    for kind in {problem.kind for problem in problems}:
        with_it = [entry for entry in rows if kind in {problem.kind for problem in entry.problems}]
        assert found.first(9, kind) == tuple(with_it)
        told = [(each.rows, each.line, each.title, each.grade) for each in found.kinds if each.kind == kind]
        expected = [(len(with_it), with_it[0].line, with_it[0].title, GRADE_OF[kind])] if with_it else []
        assert told == [each for each in expected if GRADE_OF[kind] != "note"]
    order = [(ALL_GRADES.index(each.grade), -each.rows) for each in found.kinds]
    assert order == sorted(order)
