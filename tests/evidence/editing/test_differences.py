"""What two versions of one list say differently, and what of it is taken over."""

import pytest

from dashboard.evidence.editing.differences import Difference, differences, only_ours, taken_over

FILMS = b"id,title,year,note\r\na,A,1970,x\r\nb,B,1971,\r\n"
CLAIMS = b"film_id,field,quote,claim,verdict,colour\r\na,note,x,X.,judgement,red\r\n"
OURS = {"films.csv": FILMS, "claims.csv": CLAIMS}
KEY = (("film_id", "a"), ("field", "note"), ("quote", "x"), ("claim", "X."))


def film(name, column="", ours=(), theirs=()):
    return Difference("films.csv", (("id", name),), column, tuple(ours), tuple(theirs))


CASES = {
    "the same": (OURS, ()),
    "nothing": ({}, ()),
    "in another order": ({"films.csv": b"title,id\nB,b\nA,a\n"}, ()),
    "a cell": (
        {"films.csv": FILMS.replace(b"1971", b"1972")},
        [film("b", "year", [("year", "1971")], [("year", "1972")])],
    ),
    "a cell emptied": (
        {"films.csv": FILMS.replace(b",x", b",")},
        [film("a", "note", [("note", "x")], [("note", "")])],
    ),
    "a column": (
        {"films.csv": b"id,title,cast\na,A,C\nb,B,\n"},
        [film("a", "cast", [("cast", "")], [("cast", "C")])],
    ),
    "a film": (
        {"films.csv": FILMS + b"c,C,1972,\r\n"},
        [film("c", "", (), [("id", "c"), ("title", "C"), ("year", "1972"), ("note", "")])],
    ),
    "a verdict": (
        {"claims.csv": CLAIMS.replace(b"judgement", b"not established")},
        [
            Difference(
                "claims.csv",
                KEY,
                "",
                (*KEY, ("verdict", "judgement"), ("colour", "red")),
                (*KEY, ("verdict", "not established"), ("colour", "red")),
            )
        ],
    ),
    "a statement": (
        {"claims.csv": b"film_id,field,quote,claim,verdict\nb,title,B,B.,judgement\n"},
        [
            Difference(
                "claims.csv",
                (("film_id", "b"), ("field", "title"), ("quote", "B"), ("claim", "B.")),
                "",
                (),
                (("film_id", "b"), ("field", "title"), ("quote", "B"), ("claim", "B."), ("verdict", "judgement")),
            )
        ],
    ),
    "rows that cannot be used": ({"claims.csv": CLAIMS + b"too few\r\n,,,,,\r\n"}, ()),
}


@pytest.mark.parametrize(("theirs", "expected"), CASES.values(), ids=CASES)
def test_differences(theirs, expected):
    assert differences(OURS, theirs) == tuple(expected)


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [(theirs, expected) for theirs, expected in CASES.values() if expected],
    ids=[name for name, (_, expected) in CASES.items() if expected],
)
def test_once_all_is_taken_over_nothing_differs_and_nothing_of_ours_is_lost(theirs, expected):
    made = taken_over(OURS, differences(OURS, theirs))
    assert differences(made, theirs) == ()
    assert only_ours(OURS, made) == dict.fromkeys(only_ours(OURS, OURS), 0)


def test_what_is_taken_over_leaves_the_rest_as_it_is():
    theirs = {"films.csv": FILMS.replace(b"1971", b"1972"), **CASES["a verdict"][0]}
    first, second = differences(OURS, theirs)
    assert taken_over(OURS, [first]) == {**OURS, "films.csv": FILMS.replace(b"1971", b"1972")}
    assert taken_over(OURS, [second]) == {**OURS, **CASES["a verdict"][0]}
    assert taken_over(OURS, []) == OURS


def test_what_only_ours_has_is_counted():
    found = only_ours(OURS, {"films.csv": b"id,title\na,A\n"})
    assert {name: number for name, number in found.items() if number} == {"films.csv": 1, "claims.csv": 1}
