"""A list that is brought is matched with the one shown in the sandbox, by what films are compared by alone."""

from pathlib import Path

import pytest

from dashboard.lists import comparing
from dashboard.lists.comparing import matched
from dashboard.lists.sandbox.process import Bounds
from dashboard.model.problems import BadListError
from dashboard.query.matching.matching import films_of, match
from tests.foreign import loaded_of

WATCHED = Path(__file__).parents[1] / "query" / "matching" / "watched.csv"
HERE = loaded_of(
    "title,year,other_years,director,imdb_id,themes,note,page,source_url\n"
    "Солярис,1972,1973,Андрей Тарковский,tt0069293,space; mind,long,https://boxd.it/2a9q,https://example.org/\n"
    "Moon,1965,,,,,,,\n"
).films


def test_what_is_matched_in_the_sandbox_is_what_is_matched_here() -> None:
    there = loaded_of(WATCHED.read_text(encoding="utf-8")).films
    found = matched(HERE, there, "watched.csv")
    assert found == match(films_of(HERE), films_of(there))
    assert len(found.matches) == 1


def test_nothing_but_what_films_are_compared_by_is_handed_over() -> None:
    bare = comparing._bare(HERE)
    assert bare.frame.columns.tolist() == ["title", "year", "other_years", "director", "imdb_id", "page"]
    assert [vars(each) for each in films_of(bare)] == [vars(each) for each in films_of(HERE)]


def test_what_takes_too_long_is_a_problem_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "BOUNDS", Bounds(seconds=0.0))
    with pytest.raises(BadListError) as caught:
        matched(HERE, HERE, "watched.csv")
    assert [(problem.kind, problem.file) for problem in caught.value.problems] == [("took too long", "watched.csv")]
