"""No source of the project's own data is an address that leads elsewhere, to films to watch, or to downloads."""

from __future__ import annotations

import csv

import pytest

from dashboard.lists.source import DATA
from tests.evidence.addresses import is_source

GOOD = (
    "https://en.wikipedia.org/wiki/Solaris_(1972_film)",
    "https://ru.wikipedia.org/wiki/%D0%9D%D0%B5%D0%B1%D0%BE_%D0%B7%D0%BE%D0%B2%D0%B5%D1%82",
    "http://fandom.ru/about_fan/kino/solyaris2.htm",
    "https://rsuh.ru/science/filmcatalogue/nebo-zovet/?sphrase_id=2871954",
    "https://github.com/TheEconomist/graphic-detail-data",
    "https://www.kinopoisk.ru/film/43911/",
    "https://www.youtube.com/@mosfilm/about",
    "https://vk.com/mosfilm",
    "https://example.org/search-for-life",
    "https://example.org/zip/history.html",
    "https://patents.google.com/patent/US1",
    "https://web.archive.org/web/2020/https://example.org/",
)
BAD = (
    "https://www.google.com/search?q=solaris",
    "https://google.de/url?q=https://example.org/",
    "https://yandex.ru/search/?text=solaris",
    "https://yandex.ru/clck/jsredir?x",
    "https://ya.ru/search/?text=x",
    "https://www.bing.com/search?q=x",
    "https://www.bing.com/ck/a?x",
    "https://duckduckgo.com/?q=x",
    "https://duckduckgo.com/l/?uddg=x",
    "https://vertexaisearch.cloud.google.com/grounding-api-redirect/AbC",
    "https://t.co/abc",
    "https://vk.com/away.php?to=https://example.org",
    "https://www.youtube.com/watch?v=abc",
    "https://YouTube.com/watch?v=abc",
    "https://youtu.be/abc",
    "https://rutube.ru/video/abc/",
    "https://vk.com/video-1_2",
    "https://vkvideo.ru/video-1_2",
    "https://vimeo.com/123",
    "https://ok.ru/video/1",
    "https://hd.kinopoisk.ru/film/abc",
    "https://www.kinopoisk.ru/film/43911/watch/",
    "https://www.ivi.ru/watch/1",
    "https://rutracker.org/forum/viewtopic.php?t=1",
    "https://example.org/films.zip",
    "https://example.org/a/Setup.EXE",
    "https://example.org/solaris.mkv?x=1",
    "magnet:?xt=urn:btih:abc",
    "ftp://example.org/a",
    "https://localhost/a",
    "example.org",
    "",
)


@pytest.mark.parametrize("address", GOOD)
def test_a_page_that_can_be_read(address: str) -> None:
    assert is_source(address)


@pytest.mark.parametrize("address", BAD)
def test_no_page_that_can_be_read(address: str) -> None:
    assert not is_source(address)


@pytest.mark.parametrize("file", sorted(DATA.glob("*.csv")), ids=lambda file: file.name)
def test_every_source_of_ours_can_be_read(file) -> None:
    with file.open(encoding="utf-8", newline="") as rows:
        cells = [cell for row in csv.DictReader(rows) for name, cell in row.items() if name.endswith("_url") and cell]
    assert [cell for cell in cells if not is_source(cell)] == []
