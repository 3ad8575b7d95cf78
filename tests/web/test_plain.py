"""The plain page: films of the view, the text of the one chosen, and files, all as text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.i18n.languages import english, languages
from dashboard.web.pages import MOST_LISTED, plain, untold_plain
from dashboard.web.preview import untold
from tests.foreign import films
from tests.web.shown import Parameters, ours, own


def read(markup: str) -> HtmlElement:
    return fromstring(markup).xpath("//main")[0]


def listed(root: HtmlElement) -> list[tuple[str, str]]:
    return [(each.text_content(), each.get("href")) for each in root.xpath(".//ol/li/a")]


PILOT, STAR = "Star Pilot (1967)", "The Star of the Cosmos (1984)"


@pytest.mark.parametrize(
    ("link", "head", "films"),
    [
        ({"destination": ["Mars"]}, "2 of 10 films · Destination: Mars", [PILOT, STAR]),
        ({"destination": ["Mars"], "sort": ["year-desc"]}, "2 of 10 films · Destination: Mars", [STAR, PILOT]),
        ({"q": ["nothing of the kind"]}, "0 of 10 films · “nothing of the kind”", []),
    ],
)
def test_the_films_of_a_view(link: Parameters, head: str, films: list[str]) -> None:
    root = read(plain(ours(link)))
    assert root.xpath(".//h1")[0].text == "Soviet Space Films"
    assert [each.text_content() for each in root.xpath(".//h2")] == [head]
    assert [name for name, _ in listed(root)] == films


def test_a_film_is_shown_with_what_holds_of_it() -> None:
    root = read(plain(ours({"film": ["star-pilot-1967"]})))
    assert [each.text_content() for each in root.xpath(".//h2")] == ["Star Pilot (1967)", "10 of 10 films"]
    statements = [" ".join(each.text_content().split()) for each in root.xpath(".//ul/li")]
    assert statements[0].startswith("✗ contradicted A Soviet film named Star Pilot came out in 1967.")
    assert all(each.startswith("http") for each in root.xpath(".//ul/li//a/@href"))


def test_links_lead_to_a_film_and_to_the_files_of_the_view() -> None:
    root = read(plain(ours({"q": ["solaris"]})))
    assert listed(root)[0] == ("Solaris (1972)", "?q=solaris&film=solaris-1972")
    assert root.xpath(".//p[last()]/a/@href") == ["data/films.csv?q=solaris", "data/films.json?q=solaris"]
    assert read(plain(ours({}))).xpath(".//p[last()]/a/@href") == ["data/films.csv", "data/films.json"]


def test_a_list_in_english_is_marked_on_a_page_in_another_language() -> None:
    russian = read(plain(ours({"film": ["solaris-1972"]}, language=languages()["ru"])))
    assert russian.xpath(".//p/bdi/@lang") == ["en", "en"]
    assert read(plain(ours({"film": ["solaris-1972"]}))).xpath(".//p/bdi/@lang") == []


def test_a_long_list_stops_and_says_how_many_are_left(tmp_path: Path) -> None:
    root = read(plain(own(films(321), tmp_path, {})))
    assert len(listed(root)) == MOST_LISTED
    assert "and 221 more" in root.text_content()


@pytest.mark.parametrize("hostile", ["</noscript><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a & b"])
def test_texts_of_a_list_are_text(tmp_path: Path, hostile: str) -> None:
    csv = f'title,year,description\n"{hostile}",1972,"{hostile}"\n'
    film = str(own(csv, tmp_path, {}).index.frame["id"].iloc[0])
    markup = plain(own(csv, tmp_path, {"film": [film]}))
    assert hostile not in markup
    assert [each.text_content() for each in read(markup).xpath(".//bdi")] == [
        f"{hostile} (1972)", hostile, f"{hostile} (1972)"
    ]  # fmt: skip


def test_a_list_that_is_not_told() -> None:
    root = read(untold_plain(untold(english()), english()))
    assert root.xpath(".//a/@href") == ["?"]
    assert "JavaScript" in root.text_content()
