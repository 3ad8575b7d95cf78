"""Why two films were taken for one, and how they are taken apart."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dashboard.i18n.languages import english
from dashboard.query.matching.comparison import Only, only_in
from dashboard.query.matching.in_words import only_there
from dashboard.query.matching.matching import films_of, match
from dashboard.query.matching.only_there import OtherFilm
from dashboard.query.matching.pairs import (
    ComparedList,
    Pair,
    by_doubt,
    pair_in_words,
    pairs_of,
    ratings_in_both,
    why_in_words,
)
from dashboard.query.matching.seen import ratings_in
from dashboard.query.url import parse, to_link
from dashboard.query.view import View
from tests.foreign import loaded_of

FOLDER = Path(__file__).parent
HERE = "id,title,year,director,imdb_id\nsolaris,Solaris,1972,Andrei Tarkovsky,tt0069293\n"
HERE += "moon,Moon,1965,Pavel Klushantsev,\nmars,Mars <b>,1968,Pavel Klushantsev,\nold,Aelita,,,\n"


@pytest.mark.parametrize(
    ("theirs", "film", "why"),
    [
        ("title,imdb_id\nAnything,tt0069293\n", "solaris", "by the same id of IMDb"),
        ("title,year\nSolaris,1972\n", "solaris", "by title; same year"),
        ("title,year\nСолярис,1972\n", "solaris", "by title, spelled otherwise; same year"),
        ("title,year\nСолярис,1973\n", "solaris", "by title, spelled otherwise; 1 year apart"),
        ("title,year,other_years\nSolaris,1971,1972\n", "solaris", "by title; a year that both name"),
        ("title,year,director\nMoon,1966,П. Клушанцев\n", "moon", "by title; 1 year apart; same director"),
    ],
)
def test_why_two_films_are_one(theirs, film, why) -> None:
    here, there = loaded_of(HERE), loaded_of(theirs)
    found = match(films_of(here.films), films_of(there.films))
    (pair,) = pairs_of(here.index, there.films, found, {})
    assert (pair.film, why_in_words(pair, english())) == (film, why)


def test_what_the_visitor_said_is_said() -> None:
    here, there = loaded_of(HERE), loaded_of("title\nAelita\nNobody\n")
    found = match(films_of(here.films), films_of(there.films))
    assert [each.there for each in found.unclear] == [0]
    (pair,) = pairs_of(here.index, there.films, found, {0: 3})
    line = "Aelita (no year) is “Aelita (no year)” of the other list: as you said"
    assert pair_in_words(pair, here.index, english()) == line
    assert pairs_of(here.index, there.films, found, {0: None}) == ()


TWICE = "title,year,rating\nMoon,1965,7\nLuna,1950,3\nMoon,1965,9\nSolaris,1973,\n"


def compared() -> tuple[View, ComparedList]:
    there = loaded_of(TWICE).films
    found = match(films_of(LIST.films), films_of(there))
    known = ComparedList(only_in(there, found, {}), pairs_of(LIST.index, there, found, {}))
    return known.view(View(), LIST.index), known


LIST = loaded_of(HERE)


def test_a_film_taken_apart_is_only_in_each_list() -> None:
    view, known = compared()
    assert ratings_in(LIST.index, view.seen or ()) == {0: None, 1: 7.0}
    apart = known.without("moon")
    after = apart.view(view, LIST.index)
    assert ratings_in(LIST.index, after.seen or ()) == {0: None}
    gone = (OtherFilm("Moon", 1965, 7.0), OtherFilm("Moon", 1965, 9.0))
    assert apart.others == Only((*gone, OtherFilm("Luna", 1950, 3.0)), 3) == only_there(after)
    assert parse(to_link(after), LIST.index) == (after, ())


def test_the_last_pair_taken_apart_leaves_nothing_seen() -> None:
    _, known = compared()
    none = known.without("moon").without("solaris")
    assert (none.pairs, none.view(View(), LIST.index).seen) == ((), ())
    assert none.without("solaris") == none == none.without("never there")


def test_the_most_doubtful_come_first_and_each_film_once() -> None:
    pairs = [
        Pair("a", OtherFilm("A"), "id", "IMDb", is_spelled=False, apart=9),
        Pair("b", OtherFilm("B"), "title and year", apart=0),
        Pair("c", OtherFilm("C"), "title and year", apart=1),
        Pair("b", OtherFilm("Bé"), "title and year", is_spelled=False, apart=0),
        Pair("d", OtherFilm("D"), None, is_spelled=False),
    ]
    assert [*by_doubt(pairs)] == ["b", "c", "a", "d"]
    assert ratings_in_both(pairs) == dict.fromkeys("abcd")


def test_each_pair_of_a_watched_list_says_why() -> None:
    filmography = loaded_of((FOLDER.parents[2] / "data" / "filmography.csv").read_text(encoding="utf-8"))
    watched = loaded_of((FOLDER / "watched.csv").read_text(encoding="utf-8"))
    found = match(films_of(filmography.films), films_of(watched.films))
    pairs = pairs_of(filmography.index, watched.films, found, {})
    with (FOLDER / "watched-matches.csv").open(encoding="utf-8", newline="") as file:
        expected = {(row["name"], row["filmography_id"]) for row in csv.DictReader(file)}
    assert {(each.other.title, each.film) for each in pairs} == expected
    assert all(why_in_words(each, english()) for each in pairs)
