"""Which films two lists share: pairs in three tables, of which the third was written before the rules and kept unseen.

When the rules stood, it was run once: 97 of its 100 pairs came out as written, and one that was written as two films
was matched. That one and another were mistakes of the table, the third was one of the rules. All three were put right.

Two more tables were written later, again before the rules were read. Of the first, 87 of 110 came out as written, and
one was matched wrongly; after the rules were mended, 95. The second was run once, at the end: 40 of 54, and none was
matched wrongly; after names in any order and titles that are near, 43. A sixth table has the pairs for these two rules.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.query.matching import matching
from dashboard.query.matching.matching import Film, Match, Matching, Unclear, films_of, match
from dashboard.query.matching.titles import is_same_person, title_of
from tests.foreign import loaded_of

FOLDER = Path(__file__).parent
TABLES = ("pairs_1.csv", "pairs_2.csv", "pairs_3.csv", "pairs_6.csv")
STRANGERS_OTHERWISE = 11
"""Pairs that come out otherwise than a person wrote; mostly asked about instead of decided."""
MATCHED_TOO = {("Fanny and Alexander", "Fanny och Alexander")}
"""Pairs that a person would ask about and that are matched, rightly."""
Pair = dict[str, str]


def rows(name: str) -> list[Pair]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


PAIRS = [pair for name in TABLES for pair in rows(name)]


def film(title: str, year: int | str = "", also: str = "", director: str = "", **ids: str) -> Film:
    titles = tuple(filter(None, (title, also)))
    years = (int(year),) if year else ()
    return Film(titles, years, tuple(filter(None, director.split("; "))), tuple(sorted(ids.items())))


def here(pair: Pair) -> Film:
    return film(pair["title"], pair["year"], pair["also"], pair["director"])


def there(pair: Pair) -> Film:
    return film(pair["their_title"], pair["their_year"], pair["their_also"], pair["their_director"])


def outcome(one: Film, other: Film) -> str:
    found = match([one], [other])
    return "same" if found.matches else "asked" if found.unclear else "different"


def misses(pairs: list[Pair], *, turned: bool = False) -> Iterator[tuple[str, ...]]:
    for pair in pairs:
        both = (there(pair), here(pair)) if turned else (here(pair), there(pair))
        if (found := outcome(*both)) != pair["expected"]:
            yield pair["title"], pair["their_title"], pair["expected"], found


@pytest.mark.parametrize("name", TABLES)
def test_every_pair_of_a_table(name) -> None:
    assert [*misses(rows(name))] == []


@pytest.mark.parametrize(("name", "others"), [("pairs_4.csv", 15), ("pairs_5.csv", STRANGERS_OTHERWISE)])
def test_the_pairs_of_strangers(name, others) -> None:
    """Written before the rules were read; of the second, none was run before they stood. None is matched wrongly."""
    found = [*misses(rows(name))]
    assert len(found) <= others
    assert {miss[:2] for miss in found if miss[3] == "same"} <= MATCHED_TOO


def test_which_list_is_compared_with_which_does_not_matter() -> None:
    assert [*misses(PAIRS, turned=True)] == []


def test_the_tables_are_large_and_have_traps() -> None:
    expected = Counter(pair["expected"] for pair in PAIRS)
    assert (len(PAIRS), expected["different"] > 100, expected["asked"] > 20) == (335, True, True)


def test_a_watched_list_of_a_film_site() -> None:
    filmography = loaded_of((FOLDER.parents[2] / "data" / "filmography.csv").read_text(encoding="utf-8"))
    watched = loaded_of((FOLDER / "watched.csv").read_text(encoding="utf-8"))
    ids = filmography.films.frame["id"]
    titles, years = (watched.films.frame[name] for name in ("title", "year"))
    found = match(films_of(filmography.films), films_of(watched.films))
    assert {(titles[each.there], str(years[each.there]), ids[each.here]) for each in found.matches} == {
        (row["name"], row["year"], row["filmography_id"]) for row in rows("watched-matches.csv")
    }
    assert found.unclear == ()


SOLARIS = [
    film("Solaris (television play)", 1968, "Солярис", "Boris Nirenburg"),
    film("Solaris", 1972, "Солярис", "Andrei Tarkovsky"),
    film("Solaris", 2002, "", "Steven Soderbergh"),
]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(film("Solyaris", 1968), 0, id="1968"),
        pytest.param(film("Solaris", 1973), 1, id="a year after 1972"),
        pytest.param(film("Солярис", 2001), 2, id="in Cyrillic and a year before 2002"),
        pytest.param(film("Solaris", 2002), 2, id="2002"),
        pytest.param(film("Solaris", "", "", "Стивен Содерберг"), 2, id="no year but a director"),
        pytest.param(film("Solaris", 1985), None, id="another year"),
    ],
)
def test_films_of_one_title(other, expected) -> None:
    found = match(SOLARIS, [other])
    assert [each.here for each in found.matches] == ([] if expected is None else [expected])
    assert found.unclear == ()


A, B = film("Home", 1970, "", "Ann Lee"), film("Home", 1971, "", "Bo Ek")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param([], [A], Matching((), ()), id="nothing here"),
        pytest.param([A], [], Matching((), ()), id="nothing there"),
        pytest.param([A, B], [film("Home", 1970)], Matching((Match(0, 0, "title and year"),), ()), id="the very year"),
        pytest.param(
            [A, B],
            [film("Home", 1971, "", "A. Lee")],
            Matching((Match(0, 0, "title and director"),), ()),
            id="director",
        ),
        pytest.param([A, B], [film("Home")], Matching((), (Unclear(0, (0, 1)),)), id="no year"),
        pytest.param([A, A], [A], Matching((), (Unclear(0, (0, 1)),)), id="twice here"),
        pytest.param(
            [A],
            [A, A],
            Matching((Match(0, 0, "title and director"), Match(0, 1, "title and director")), ()),
            id="seen twice",
        ),
        pytest.param(
            [film("Home", 1970)],
            [film("Home", 1969), film("Home", 1971)],
            Matching((), (Unclear(0, (0,)), Unclear(1, (0,)))),
            id="two films that one may be",
        ),
        pytest.param(
            [film("Home", 1970)],
            [film("Home", 1970), film("Home", 1971)],
            Matching((Match(0, 0, "title and year"),), (Unclear(1, (0,)),)),
            id="one of two is of the very year",
        ),
    ],
)
def test_several_films_of_one_title(one, other, expected) -> None:
    assert match(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(film("A", 1970, imdb_id="7"), film("Z", 1999, imdb_id="7"), "same", id="one id"),
        pytest.param(film("A", 1970, imdb_id="7"), film("A", 1970, imdb_id="8"), "different", id="two ids"),
        pytest.param(film("A", 1970, imdb_id="7"), film("A", 1970, kinopoisk_id="8"), "same", id="ids of two sites"),
        pytest.param(film("A", 1970, **{"boxd.it": "7"}), film("A", 1970, **{"boxd.it": "8"}), "same", id="evenings"),
        pytest.param(
            film("A", 1970, imdb_id="7", tmdb_id="1"),
            film("A", 1970, imdb_id="7", tmdb_id="2"),
            "asked",
            id="ids clash",
        ),
    ],
)
def test_ids(one, other, expected) -> None:
    assert outcome(one, other) == expected


MOTHER, BROTHER = film("Mother", 1990, "", "Ann Lee"), film("Brother", 1990, "", "Ann Lee")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param([MOTHER], [BROTHER], Matching((), (Unclear(0, (0,)),)), id="near"),
        pytest.param(
            [MOTHER],
            [BROTHER, MOTHER],
            Matching((Match(0, 1, "title and director"),), ()),
            id="near and found elsewhere",
        ),
        pytest.param(
            [MOTHER, BROTHER],
            [BROTHER, MOTHER],
            Matching((Match(1, 0, "title and director"), Match(0, 1, "title and director")), ()),
            id="two near films in both",
        ),
        pytest.param([film("Mother", 1990)], [BROTHER], Matching((), ()), id="a director here unknown"),
        pytest.param([film("Mother", "", "", "Ann Lee")], [BROTHER], Matching((), ()), id="a year unknown"),
        pytest.param([film("Mother", 1992, "", "Ann Lee")], [BROTHER], Matching((), ()), id="two years apart"),
        pytest.param(
            [film("Mother", 1990, "", "Ann Lee", imdb_id="7")],
            [film("Brother", 1990, "", "Ann Lee", imdb_id="8")],
            Matching((), ()),
            id="two ids",
        ),
    ],
)
def test_titles_that_are_near(one, other, expected) -> None:
    assert match(one, other) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("title,imdb_id\nA,tt0069293\n", (("imdb_id", "69293"),), id="IMDb"),
        pytest.param("title,imdb_id\nA,69293\n", (("imdb_id", "69293"),), id="IMDb by its number"),
        pytest.param("title,kinopoisk_id\nA,43911\n", (("kinopoisk_id", "43911"),), id="Kinopoisk"),
        pytest.param("title,Letterboxd URI\nA,https://boxd.it/2a9q\n", (("boxd.it", "2a9q"),), id="Letterboxd, short"),
        pytest.param(
            "title,Letterboxd URI\nA,https://letterboxd.com/film/solaris/\n",
            (("letterboxd", "solaris"),),
            id="Letterboxd",
        ),
        pytest.param(
            "title,page\nA,https://www.imdb.com/title/tt0069293/\n", (("imdb_id", "69293"),), id="an address of IMDb"
        ),
        pytest.param("title,source_url\nA,https://boxd.it/2a9q\n", (), id="a source, which may be another film's page"),
        pytest.param("title,imdb_id\nA,no idea\n", (), id="no id"),
    ],
)
def test_ids_of_a_list(text, expected) -> None:
    assert [each.ids for each in films_of(loaded_of(text).films)] == [expected]


def test_what_else_a_list_says_of_its_films() -> None:
    text = (
        "title,year,other_years,original_title,other_titles,director,director_ru\n"
        "Cosmic Voyage,1935,1936; 1937,Космический рейс,The Space Ship; Cosmic Journey,Vasily Zhuravlyov,"
        "Василий Журавлёв\n"
        "Nameless,,,,,,\n"
    )
    assert [(each.titles, each.years, each.directors) for each in films_of(loaded_of(text).films)] == [
        (
            ("Cosmic Voyage", "Космический рейс", "The Space Ship", "Cosmic Journey"),
            (1935, 1936, 1937),
            ("Vasily Zhuravlyov", "Василий Журавлёв"),
        ),
        (("Nameless",), (), ()),
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "!!!", "(((", "a" * 9_999, "<b>", "\u202e\u0000", "宇宙", "/ | /", "I", ": : :"]
)
def test_a_hostile_title_is_itself_and_no_other(text) -> None:
    assert outcome(film(text, 1970), film(text, 1970)) == ("same" if text.strip() else "different")
    assert outcome(film(text, 1970), film("Solaris", 1970)) == "different"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Andrei Tarkovsky", "Тарковский", True),
        ("F. W. Murnau", "Friedrich Wilhelm Murnau", True),
        ("Richard Viktorov", "Richard Wiktorow", True),
        ("Andrei Tarkovsky", "Andrei Konchalovsky", False),
        ("", "", False),
        ("???", "???", False),
        ("Steven Soderbergh", "Стивен Содерберг", True),
        ("Tarkovskij Andrej", "Андрей Тарковский", True),
        ("Tarkovsky, Andrei", "Andrei Tarkovsky", True),
        ("Тарковский А.", "Andrei Tarkovsky", True),
        ("Ozu", "Ozu Yasujirō", True),
        ("Tarkovsky Arseny", "Andrei Tarkovsky", False),
        ("Tarkovsky Andrei", "Andrei Konchalovsky", False),
        (",", ", ,", False),
    ],
)
def test_names_of_one_person(one, other, expected) -> None:
    assert is_same_person(one, other) is expected


def test_the_work_grows_with_the_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looked up is each film once; of films that sound alike no more than a bounded number is compared with it."""
    compared: Counter[str] = Counter()

    def counted(*given: object) -> bool:
        compared["words"] += 1
        return False

    monkeypatch.setattr(matching, "is_spelled_alike", counted)
    for number in (300, 600, 1200):
        match([film(f"Лес {at}", 1970) for at in range(number)], [film("Les", 1970)] * number)
        match([film("Лес", 1970)] * number, [film("Les", 1970)] * number)
        assert compared.pop("words", 0) <= number * matching.MOST_COMPARED


def test_a_plain_title_that_no_film_can_have_is_not_taken_apart() -> None:
    title_of.cache_clear()
    match([film("Solaris", 1972)], (film(f"Planet {word}", 1972) for word in ("Mars", "Venus", "Moon")))
    assert title_of.cache_info().currsize == 1
