"""How the weights of the calendar check are learned, and how good they are on writers whom they have not seen."""

import pytest

from dashboard.evidence.calendar_check.weights import ALWAYS, NOTICED, SURE, USES, weights
from tools.calendar_weights import (
    FIRM,
    LEAST,
    WRITERS,
    Example,
    Figures,
    all_examples,
    examples,
    figures,
    held_out,
    learned,
    tables_of,
    write,
)


def example(noticed, *signs, table="first_en", row=0):
    return Example(table, row, frozenset(signs), noticed)


def test_what_speaks_for_a_notice_weighs_more_than_nothing():
    known = [example(True, "record", "seldom"), example(False, "later")] * 2 + [example(True, "record")]
    found = learned([*known, example(False, "later")])
    assert found.keys() == {ALWAYS, "record", "later"}
    assert found["record"] > 0 > found["later"]


def test_a_firm_table_is_got_right_against_the_others():
    known = [example(False, "record")] * 20 + [example(False, "odd")] * 3 + [example(True, "so")]
    assert figures(learned(known), [example(True, "record", "odd", table=FIRM[0])]) == Figures(0, 0, 1)
    firm = [example(True, "record", "odd", table=FIRM[0])]
    assert figures(learned([*known, *firm]), firm) == Figures(1, 0, 0)


@pytest.mark.parametrize(
    ("judged", "expected", "text"),
    [
        ([], Figures(0, 0, 0), "precision 0.000, recall 0.000 (0, 0, 0)"),
        ([example(True, "a")], Figures(1, 0, 0), "precision 1.000, recall 1.000 (1, 0, 0)"),
        ([example(False, "a"), example(True, row=1)], Figures(0, 1, 1), "precision 0.000, recall 0.000 (0, 1, 1)"),
        ([example(True, "a"), example(True)], Figures(1, 0, 0), "precision 1.000, recall 1.000 (1, 0, 0)"),
    ],
    ids=["none", "right", "wrong and missed", "one of two places"],
)
def test_figures(judged, expected, text):
    found = figures({"a": NOTICED}, judged)
    assert (found, str(found)) == (expected, text)


@pytest.mark.parametrize(("table", "use"), [("titles", "mention"), ("origins", "origin")])
def test_an_example_is_a_place_of_what_came_after_its_film(table, use):
    found = examples(table, use)
    assert {each.table for each in found} == {table}
    assert any(each.noticed for each in found)


LEAST_FIGURES = {"mention": (0.93, 0.9, 0.97), "origin": (0.9, 0.85, 0.95)}
"""Precision and recall of the notices, and precision of those that are clear; the goal is 0.98 and 0.9."""


@pytest.mark.audit
@pytest.mark.parametrize("use", USES)
def test_on_writers_it_has_not_seen(use):
    known, writers = all_examples(use), WRITERS[-6:]
    judged = [each for each in known if any(each.table in tables_of(writer) for writer in writers)]
    others = held_out(known, *writers)
    right, clear = figures(others, judged), figures(others, judged, SURE[use])
    precision, recall, sure = LEAST_FIGURES[use]
    assert right.right / (right.right + right.wrong) >= precision, str(right)
    assert right.right / (right.right + right.missed) >= recall, str(right)
    assert clear.right / (clear.right + clear.wrong) >= sure, str(clear)


@pytest.mark.audit
@pytest.mark.parametrize("use", USES)
def test_the_weights_are_those_of_the_tables(use):
    found = {sign: each for sign, each in learned(all_examples(use)).items() if abs(each) >= 2 * LEAST}
    assert found == pytest.approx({sign: weights()[use].get(sign, 0.0) for sign in found}, abs=0.015)


def test_weights_are_written_by_sign_without_those_near_zero(tmp_path):
    write({"mention": {"b": -1.5, "a": 0.25, "c": 0.001}, "origin": {"a": 1.0, "c": -0.005}}, tmp_path / "weights.csv")
    assert (tmp_path / "weights.csv").read_text("utf-8") == "sign,mention,origin\na,0.25,1.0\nb,-1.5,\n"
