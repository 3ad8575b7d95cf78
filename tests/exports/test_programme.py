"""A programme of films: its order, its times, and what its title page says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from dashboard.exports.programme import programme
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source
from dashboard.query.view import View
from tests.exports.programmes import HERE, MADE, all_of, programme_of
from tests.web.shown import Parameters, ours

FILMOGRAPHY = all_of(filmography_source())
EVENING, LATER = datetime(2026, 12, 1, 19, 30), datetime(2026, 12, 8, 20)


@pytest.mark.parametrize(
    ("link", "title"),
    [({}, "A programme from Soviet Space Films"), ({"programme": ["Space nights"]}, "Space nights")],
)
def test_a_programme_of_a_view(link: Parameters, title: str) -> None:
    made = programme(ours({"pick": ["solaris-1972", "star-pilot-1967"], **link}), HERE, MADE)
    assert (made.title, made.list_title, made.total) == (title, "Soviet Space Films", "2 films")
    assert [card.name for card in made.films] == ["Solaris (1972)", "Star Pilot (1967)"]
    assert made.films[0].address == f"{HERE}?film=solaris-1972"
    assert made.link.startswith(f"{HERE}?pick=solaris-1972&pick=star-pilot-1967")


def test_the_order_is_the_shortlists_and_showings_are_by_time() -> None:
    names = [card.film for card in FILMOGRAPHY.films[:3]]
    view = View(shortlist=tuple(names), showings=((names[0], LATER), (names[2], EVENING)))
    made = programme_of(load_list(filmography_source()), view)
    assert [card.film for card in made.films] == names
    assert [card.film for card in made.showings] == [names[2], names[0]]


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ([], ""),
        ([EVENING], "1 December 2026"),
        ([EVENING, EVENING.replace(hour=23)], "1 December 2026"),
        ([LATER, EVENING], "1 December 2026 to 8 December 2026"),
    ],
)
def test_dates(times: list[datetime], said: str) -> None:
    films = tuple(replace(card, when=when) for card, when in zip(FILMOGRAPHY.films, times, strict=False))
    assert replace(FILMOGRAPHY, films=films).dates == said
