"""Films that have something to do with one of them."""

import pytest

from dashboard.i18n.languages import english
from dashboard.lists.loading import load
from dashboard.lists.source import filmography_source, published_source
from dashboard.query.in_words import related_in_words
from dashboard.query.index import Index
from dashboard.query.related import MOST, related
from tests.foreign import films, index_of

ENGLISH = english()

PUBLISHED, FILMOGRAPHY = Index(load(published_source())), Index(load(filmography_source()))
FOREIGN = index_of(films(100))
HEAD = "id,title,year,director,destination,themes\n"


def of(*rows):
    return index_of(HEAD + "".join(f"{row}\n" for row in rows))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["a,A,1970,X,Mars,t", "b,B,1990,Y,Moon,u"], []),
        (["a,A,1970,X,Mars,t", "b,B,1990,X,Mars,t"], []),
        (["a,A,1970,X,Mars,t", "b,B,1971,Y,Moon,u"], []),
        (["a,A,1970,X,Mars,t", "b,B,1990,X,Moon,u", "c,C,1990,Y,,"], [("b", "director X")]),
        (["a,A,1970,X,Mars,t", "b,B,1990,Y,Mars,u", "c,C,1990,,Moon,"], [("b", "destination Mars")]),
        (
            ["a,A,1970,X; Y,Mars,t; s", "b,B,1990,X; Y; Z,Mars,s; u; t", "c,C,1990,,Moon,v"],
            [("b", "director X and Y; destination Mars; themes t and s")],
        ),
        (
            ["a,A,1970,X,Mars,t", "b,B,1990,Y,Moon,t", "c,C,1990,Y,Mars,u", "d,D,1990,X,Moon,u"],
            [("d", "director X"), ("c", "destination Mars"), ("b", "themes t")],
        ),
        (
            ["a,A,1970,,,t", "b,B,1973,,,t", "c,C,1972,,,t", "d,D,1968,,,t", "e,E,1970,,,u"],
            [("c", "themes t; about the same year"), ("d", "themes t; about the same year"), ("b", "themes t")],
        ),
        (["a,A,1970,,,t", "b,B,1980,,,t", "c,C,1980,,,t", "d,D,1980,,,t", "e,E,1980,,,t; u"], "bcd"),
        (
            ["b,B,1990,Y,,", "c,C,1990,X,,", "d,D,1990,X,,", "e,E,1990,X,,", "f,F,1971,X,,", "a,A,1970,X,Mars,t"],
            "fcd",
        ),
        (["a,A,,X,,t", "b,B,1970,X,,u", "c,C,,X,,v", "d,D,,Y,,"], [("b", "director X"), ("c", "director X")]),
    ],
    ids=[
        *(
            "nothing shared",
            "what every film shares",
            "only years",
            "a director",
            "a destination",
            "everything",
            "by weight",
            "years tip ties",
        ),
        *("at most three, in the list's order", "the highest, then the list's order", "without years"),
    ],
)
def test_related(rows, expected):
    index = of(*rows)
    found = related(index, "a")
    if isinstance(expected, str):
        assert [each.film for each in found] == list(expected)
    else:
        assert [(each.film, related_in_words(index, each, ENGLISH)) for each in found] == expected


def test_a_list_without_anything_to_share():
    assert related(index_of("title\nA\nB\n"), "a") == ()
    assert related(index_of("title\nA\n"), "a") == ()


@pytest.mark.parametrize("index", [PUBLISHED, FILMOGRAPHY, FOREIGN], ids=["published", "filmography", "foreign"])
def test_never_itself_never_twice_and_always_why(index):
    for film in index.frame["id"]:
        found = related(index, film)
        names = [each.film for each in found]
        assert film not in names
        assert len(set(names)) == len(names) <= MOST
        assert all(each.shared for each in found)


def test_of_the_filmography():
    found = related(FILMOGRAPHY, "per-aspera-ad-astra-1980")
    assert [(each.film, related_in_words(FILMOGRAPHY, each, ENGLISH)) for each in found] == [
        ("teens-in-the-universe-1974", "director Richard Viktorov; destination Deep space; themes robots"),
        ("moscow-cassiopeia-1973", "director Richard Viktorov; destination Deep space"),
        ("star-inspector-1980", "destination Deep space; themes robots; about the same year"),
    ]
