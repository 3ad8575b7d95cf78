import re
from pathlib import Path

import pytest

from dashboard.catalogue.load import load
from dashboard.catalogue.offer import DATA, Offer, own_list, published_introduction, published_list

PUBLISHED = (DATA / "soviet-space-films.txt").read_text(encoding="utf-8")
FILM = re.compile(r"^(?P<title>.+) \((?P<year>\d{4})\)\nDescription: (?P<description>.+)\nFact: (?P<fact>.+)$", re.M)


def test_films_are_word_for_word_as_published():
    published = [
        (each["title"], int(each["year"]), each["description"], each["fact"]) for each in FILM.finditer(PUBLISHED)
    ]
    frame = load(published_list()).frame
    assert len(published) == 10
    assert list(frame[["title", "year", "description", "fact"]].itertuples(index=False, name=None)) == published


def test_text_holds_nothing_else():
    rest = FILM.sub("", PUBLISHED)
    assert rest.strip() == published_introduction() == published_list().introduction
    assert rest.startswith("The Soviet Union's fascination with space exploration")
    assert rest.rstrip().endswith("the universal theme of human curiosity.")


@pytest.mark.parametrize(
    ("name", "key", "title"),
    [
        ("films.csv", "films", "Films"),
        ("my_Favourite-films 2024.csv", "my-favourite-films-2024", "My Favourite films 2024"),
        ("фильмы.csv", "фильмы", "Фильмы"),
        ("IMDb.top.csv", "imdb.top", "IMDb.top"),
        ("__.csv", "films", "Films"),
    ],
)
def test_own_list(name, key, title):
    assert own_list(Path("lists") / name) == Offer(
        key, title, f"A list of films from {name}.", "", Path("lists") / name, ours=False
    )
