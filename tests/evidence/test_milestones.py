"""Dates of history beside the films."""

from datetime import date
from itertools import pairwise

import pytest

from dashboard.charts.history import SHAPES
from dashboard.evidence.milestones import LABEL_APART, TRANSLATED, Milestone, labels, read_milestones, within
from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.loading import rows_of
from dashboard.lists.source import DATA
from dashboard.model.problems import Problem

HEAD = "date,country,kind,text,source_title,source_url,note\n"
OURS, PROBLEMS = read_milestones(rows_of(DATA / "milestones.csv"))


def read(text):
    return read_milestones(read_csv((HEAD + text).encode(), "milestones.csv"))


def of(*days):
    return tuple(Milestone(date.fromisoformat(day), "", "first", f"On {day}.", "", "", "") for day in days)


def test_in_full_and_by_day():
    assert read(
        "1969-07-20,USA,landing,The Moon.,A book,https://x.org,late\n1957-10-04,USSR,launch,Sputnik 1.,,,\n"
    ) == (
        (
            Milestone(date(1957, 10, 4), "USSR", "launch", "Sputnik 1.", "", "", ""),
            Milestone(date(1969, 7, 20), "USA", "landing", "The Moon.", "A book", "https://x.org", "late"),
        ),
        (),
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("1969,USA,,X,,,", Problem("not a date", "milestones.csv", 2, "date", "1969")),
        ("1969-13-01,USA,,X,,,", Problem("not a date", "milestones.csv", 2, "date", "1969-13-01")),
        (",USA,,X,,,", Problem("not a date", "milestones.csv", 2, "date")),
        ("1969-07-20,USA,, ,,,", Problem("nothing said", "milestones.csv", 2, "text")),
        ("1969-07-20,USA", Problem("wrong number of cells", "milestones.csv", 2, value="2", expected="7")),
    ],
    ids=["a year", "no such month", "no day", "no text", "cells"],
)
def test_a_row_that_cannot_be_used(row, problem):
    milestones, problems = read(f"{row}\n1957-10-04,,,Sputnik 1.,,,\n")
    assert problems == (problem,)
    assert [each.text for each in milestones] == ["Sputnik 1."]


def test_a_milestone_said_twice_is_one_and_the_other_is_named():
    milestones, problems = read("1957-10-04,,,Sputnik 1.,,,\n1957-10-04,,,Sputnik 1.,,,x\n")
    assert [each.note for each in milestones] == [""]
    assert problems == (Problem("said twice", "milestones.csv", 3, "text", "Sputnik 1."),)


def test_ours():
    assert PROBLEMS == ()
    assert (len(OURS), OURS[0].day, OURS[-1].day.year) == (61, date(1957, 10, 4), 2001)
    assert {each.kind for each in OURS} == set(SHAPES)
    assert all(each.country and each.source_title and each.source_url.startswith("http") for each in OURS)
    assert len({(each.day, each.text) for each in OURS}) == len(OURS)
    for each in OURS:
        told = [each.in_languages(column).in_language("ru", "en") for column in TRANSLATED if getattr(each, column)]
        assert [text.language for text in told] == [""] * len(told), each.text


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [(1957, 1958, 2), (1957, 1957, 1), (1958, 1958, 1), (1959, 1999, 0), (1900, 1956, 0), (1999, 1900, 0)],
)
def test_within(first, last, expected):
    assert len(within(of("1957-01-01", "1958-12-31"), first, last)) == expected


@pytest.mark.parametrize(
    ("days", "named", "apart", "expected"),
    [
        ([], ["1957-10-04"], 5, []),
        (["1957-10-04"], [], 5, []),
        (["1957-10-04", "1961-04-12", "1962-01-01"], ["1957-10-04", "1961-04-12", "1962-01-01"], 5, [1957, 1962]),
        (["1957-10-04", "1961-04-12", "1962-01-01"], ["1961-04-12", "1962-01-01"], 5, [1961]),
        (["1957-10-04", "1957-10-04"], ["1957-10-04"], 5, [1957]),
        (["1957-10-04", "1958-10-04"], ["1957-10-04", "1958-10-04"], 1, [1957, 1958]),
    ],
    ids=["no milestone", "no name", "far enough", "the unnamed do not count", "one day", "a year apart"],
)
def test_labels(days, named, apart, expected):
    made = labels(of(*days), {date.fromisoformat(day): f"Name of {day}" for day in named}, apart)
    assert [each.day.year for each in made] == expected
    assert all(name == f"Name of {each.day}" for each, name in made.items())


def test_labels_of_ours_have_room():
    years = [each.day.year for each in labels(OURS, {each.day: each.text for each in OURS})]
    assert len(years) > 5
    assert min(later - earlier for earlier, later in pairwise(years)) >= LABEL_APART
