"""How the weights of the calendar check are learned, and how good they are on writers whom they have not seen."""

import pytest

from dashboard.evidence.calendar_check.weights import ALWAYS, NOTICED, SURE, weights
from tools.calendar_weights import (
    FIRM,
    OWN,
    WRITERS,
    Example,
    Figures,
    examples,
    figures,
    held_out,
    learned,
    tables_of,
    write,
)


def example(noticed, *signs, table="first_en"):
    return Example(table, dict.fromkeys(signs, ""), noticed)


def test_what_speaks_for_a_notice_weighs_more_than_nothing():
    known = [example(True, "record", "seldom"), example(False, "later")] * 2 + [example(True, "record")]
    found = learned([*known, example(False, "later")])
    assert found.keys() == {ALWAYS, "record", "later"}
    assert found["record"] > 0 > found["later"]


def test_a_firm_table_is_got_right_against_the_others():
    known = [example(False, "record")] * 20 + [example(False, "odd")] * 3
    assert figures(learned(known), [example(True, "record", "odd", table=FIRM[0])]) == Figures(0, 0, 1)
    firm = [example(True, "record", "odd", table=FIRM[0])]
    assert figures(learned([*known, *firm]), firm) == Figures(1, 0, 0)


@pytest.mark.parametrize(
    ("judged", "expected", "text"),
    [
        ([], Figures(0, 0, 0), "precision 0.000, recall 0.000 (0, 0, 0)"),
        ([example(True, "a")], Figures(1, 0, 0), "precision 1.000, recall 1.000 (1, 0, 0)"),
        ([example(False, "a"), example(True)], Figures(0, 1, 1), "precision 0.000, recall 0.000 (0, 1, 1)"),
    ],
    ids=["none", "right", "wrong and missed"],
)
def test_figures(judged, expected, text):
    found = figures({"a": NOTICED}, judged)
    assert (found, str(found)) == (expected, text)


def test_an_example_is_a_name_of_what_came_after_its_film():
    found = examples("titles")
    assert {each.table for each in found} == {"titles"}
    assert any(each.noticed for each in found)


@pytest.mark.audit
def test_on_writers_it_has_not_seen():
    """The figures of the notices, and of those that are clear; the goal is a precision of 0.98 and a recall of 0.9."""
    known = [
        each for table in (*OWN, *(t for writer in WRITERS for t in tables_of(writer))) for each in examples(table)
    ]
    right, clear = Figures(0, 0, 0), Figures(0, 0, 0)
    for writer in WRITERS[3:]:
        others, judged = held_out(known, writer), [each for each in known if each.table in tables_of(writer)]
        right = Figures(*map(sum, zip(right, figures(others, judged), strict=True)))
        clear = Figures(*map(sum, zip(clear, figures(others, judged, SURE), strict=True)))
    assert right.right / (right.right + right.wrong) >= 0.93, str(right)
    assert right.right / (right.right + right.missed) >= 0.87, str(right)
    assert clear.right / (clear.right + clear.wrong) >= 0.97, str(clear)


@pytest.mark.audit
def test_the_weights_are_those_of_the_tables():
    known = [
        each for table in (*OWN, *(t for writer in WRITERS for t in tables_of(writer))) for each in examples(table)
    ]
    assert learned(known) == pytest.approx({**dict.fromkeys(learned(known), 0.0), **weights()}, abs=0.01)


def test_weights_are_written_by_sign_without_zeros(tmp_path):
    write({"b": -1.5, "a": 0.25, "c": 0.0}, tmp_path / "weights.csv")
    assert (tmp_path / "weights.csv").read_text("utf-8") == "sign,weight\na,0.25\nb,-1.5\n"
