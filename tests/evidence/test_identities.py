"""Which real film each entry is."""

import pytest

from dashboard.cleaning.validate import validate
from dashboard.evidence.identities import IDENTITY_STATUSES, Identity, read_identities
from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.loading import load, load_list
from dashboard.lists.source import filmography_source, published_source
from dashboard.model.problems import Problem

FILMS = validate(read_csv(b"id,title\na,A\nb,B\n", "films.csv"))
KNOWN = {"real-1970"}


def read(text):
    rows = read_csv(("film_id,status,filmography_id,note\n" + text).encode(), "identities.csv")
    return read_identities(rows, FILMS, KNOWN)


def test_in_full():
    assert read("b,identified,real-1970,It is.\na,not found,,\n") == (
        {"b": Identity("b", "identified", "real-1970", "It is."), "a": Identity("a", "not found", "", "")},
        (),
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("c,identified,,", Problem("no such film", "identities.csv", 3, "film_id", "c")),
        ("a,not found,,", Problem("said twice", "identities.csv", 3, "film_id", "a")),
        (
            "b,Identified,,",
            Problem("no such value", "identities.csv", 3, "status", "Identified", ", ".join(IDENTITY_STATUSES)),
        ),
        ("b,identified,b,", Problem("no such film", "identities.csv", 3, "filmography_id", "b")),
        ("b", Problem("wrong number of cells", "identities.csv", 3, value="1", expected="4")),
    ],
    ids=["film", "twice", "status", "filmography", "cells"],
)
def test_a_row_that_cannot_be_used(row, problem):
    found, problems = read(f"a,identified,real-1970,\n{row}\n")
    assert problems == (problem,)
    assert found == {"a": Identity("a", "identified", "real-1970", "")}


def test_ours():
    identities = load_list(published_source()).identities
    real = set(load(filmography_source()).frame["id"])
    assert list(identities) == load(published_source()).frame["id"].tolist()
    assert {film: each.filmography_id for film, each in identities.items() if each.status == "identified"} == {
        "solaris-1972": "solaris-1972",
        "the-sky-beckons-1959": "the-sky-calls-1959",
        "per-aspera-ad-astra-1981": "per-aspera-ad-astra-1980",
    }
    assert [film for film, each in identities.items() if each.status == "another film"] == ["star-pilot-1967"]
    assert {each.filmography_id for each in identities.values()} <= real | {""}
    assert all(each.note.endswith(".") for each in identities.values())
    told = [each.in_languages("note").in_language("ru", "en") for each in identities.values()]
    assert all(text.text.endswith(".") and not text.language for text in told)
