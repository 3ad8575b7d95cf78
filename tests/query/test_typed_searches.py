"""What people type, in both languages, and what each finds on the two lists that the dashboard brings."""

from __future__ import annotations

from functools import cache

import pytest

from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, published_source
from dashboard.query.filters import suggestion
from dashboard.query.in_words import suggestion_in_words
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import run_query
from dashboard.query.view import Sort, View

SOURCES = {"published": published_source, "filmography": filmography_source}
SOLARISES = ["solaris-television-play-1968", "solaris-1972"]
JOURNEYS = ["the-dawn-of-the-cosmos-1971", "the-space-voyage-1987", "the-cosmic-journey-1990"]


@cache
def loaded(name: str) -> LoadedList:
    return load_list(SOURCES[name]())


def shown(name: str, **chosen: str) -> list[str]:
    result = run_query(loaded(name), View(**chosen), "", english())  # type: ignore[arg-type]
    return result.index.frame["id"].iloc[result.rows].tolist()


@pytest.mark.parametrize(
    ("search", "published", "filmography"),
    [
        ("Тарковский", ["solaris-1972"], ["solaris-1972"]),
        ("tarkovskij", ["solaris-1972"], ["solaris-1972"]),
        ("Андрей Тарковский", ["solaris-1972"], ["solaris-1972"]),
        ("режиссёр:тарковский", ["solaris-1972"], ["solaris-1972"]),
        ("director:tarkovsky", ["solaris-1972"], ["solaris-1972"]),
        ("Солярис", ["solaris-1972"], SOLARISES),
        ("solaris", ["solaris-1972"], SOLARISES),
        ("solaris 1972", ["solaris-1972"], ["solaris-1972"]),
        ("solariss", [], []),
        ("kosmicheskij rejs", [], ["cosmic-voyage-1935"]),
        ("космический рейс", JOURNEYS, ["cosmic-voyage-1935"]),
        ("tt0069293", [], ["solaris-1972"]),
        ("0069293", [], []),
        ("43911", [], ["solaris-1972"]),
        ("solaris-1972", ["solaris-1972"], ["solaris-1972"]),
        ('"planet of storms"', ["the-dawn-of-the-cosmos-1971"], ["planet-of-storms-1961"]),
        ("«планета бурь»", ["the-dawn-of-the-cosmos-1971"], ["planet-of-storms-1961"]),
        ("Nebo zovjot", ["the-sky-beckons-1959"], ["the-sky-calls-1959"]),
        ("Cherez ternii k zvezdam", ["per-aspera-ad-astra-1981"], ["per-aspera-ad-astra-1980"]),
        ("foo:bar", [], []),
    ],
)
def test_what_is_typed(search, published, filmography) -> None:
    assert shown("published", search=search) == published
    assert shown("filmography", search=search) == filmography


@pytest.mark.parametrize(
    ("search", "films"),
    [
        ("Клушанцев", 4),
        ("Kluschanzew", 4),
        ("Мосфильм", 11),
        ("Mosfilm", 11),
        ("СССР", 53),
        ("-луна", 49),
        ("year:1972..1975", 11),
        ("год:1972..1975", 11),
        ("year:..1930", 2),
        ("year:1972 -solaris", 4),
    ],
)
def test_how_many_films_are_found(search, films) -> None:
    assert len(shown("filmography", search=search)) == films


def test_films_found_as_written_come_first_as_listed_and_a_chosen_order_holds() -> None:
    listed = shown("filmography", search="Юрий")
    by_year = shown("filmography", search="Юрий", order=(Sort("year"),))
    assert sorted(listed) == sorted(by_year)
    years = loaded("filmography").index.years
    at = [loaded("filmography").index.position[film] for film in by_year]
    assert years[at].tolist() == sorted(years[at])


@pytest.mark.parametrize(
    ("view", "text"),
    [
        (View(search="solariss"), "Did you mean “Solaris”? 2 films"),
        (View(search="Тарковкий"), "Did you mean “Тарковский”? 1 film"),
        (View(search="solariss", years=(1924, 1930)), "Did you mean “Solaris”? 2 films in the whole list"),
        (View(search="qqqqqq"), None),
        (View(search="solaris"), None),
    ],
)
def test_what_may_have_been_meant(view, text) -> None:
    meant = suggestion(loaded("filmography").index, view)
    assert (suggestion_in_words(meant, english()) if meant else None) == text
