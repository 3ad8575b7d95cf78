import pickle

import pytest

from dashboard.model import problem_list as module
from dashboard.model.problem_list import Problems
from dashboard.model.problems import Problem

GIVEN = (
    Problem("column renamed", "f.csv", expected="Column 2"),
    Problem("film twice", "f.csv", 3, "title", "Солярис", "2"),
    Problem("missing title", "f.csv", 4, "title"),
    Problem("film twice", "f.csv", 7, "title", "", "2"),
    Problem("missing title", "f.csv", 9, "title"),
)


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_problems_come_back_as_they_were_given(at_once, monkeypatch):
    monkeypatch.setattr(module, "AT_ONCE", at_once)
    found = Problems(iter(GIVEN))
    assert (len(found), tuple(found), [*reversed(found)]) == (5, GIVEN, [*reversed(GIVEN)])
    assert (found == GIVEN, found == Problems(GIVEN), found == GIVEN[:4], found == 5) == (True, True, False, False)
    assert pickle.loads(pickle.dumps(found)) == found


@pytest.mark.parametrize("at", [0, -1, slice(1, 3), slice(None, None, -2), slice(9, 12)])
def test_a_place_or_several_is_as_in_a_tuple(at):
    assert Problems(GIVEN)[at] == GIVEN[at]


@pytest.mark.parametrize("at", [5, -6])
def test_a_place_that_is_none(at):
    with pytest.raises(IndexError):
        Problems(GIVEN)[at]


def test_those_of_a_grade():
    assert Problems(GIVEN).graded("refused") == (GIVEN[2], GIVEN[4])
    assert Problems(GIVEN).graded("repaired") == Problems().graded("refused") == ()


def test_none_is_false():
    assert (bool(Problems()), bool(Problems(GIVEN)), Problems() == ()) == (False, True, True)
