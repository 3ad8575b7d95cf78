"""What a page says of itself to machines: a view, a film, and what is not said of one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from dashboard.exports.head.linked_data import LONGEST_ADDRESS, LONGEST_TEXT, bounded, linked_data
from dashboard.i18n.languages import languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.result import QueryResult, run_query
from dashboard.query.url import parse
from dashboard.render.first_view import LONGEST_REPEATED
from dashboard.web.data_routes import data_files
from tests.web.shown import Parameters, ours

HERE = "https://films.example/"
CLAIMS = "film_id,field,quote,claim,verdict,reason,source_title,source_url\n"


def own(folder: Path, link: Parameters, language: str = "en", **files: str) -> QueryResult:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    loaded = load_list(own_source(folder))
    view, _ = parse(link, loaded.index)
    return run_query(loaded, view, "own", languages()[language])


def graph(result: QueryResult) -> list[dict[str, Any]]:
    data = linked_data(result, HERE, data_files(result, HERE))
    assert data.get("@context", "https://schema.org") == "https://schema.org"
    found: list[dict[str, Any]] = data.get("@graph", [])
    return found


def movie(result: QueryResult) -> dict[str, Any] | None:
    return next((node for node in graph(result) if node["@type"] == "Movie"), None)


def downloads(query: str) -> list[dict[str, str]]:
    kinds = {
        "csv": "text/csv",
        "json": "application/json",
        "sqlite": "application/vnd.sqlite3",
        "bib": "application/x-bibtex",
    }
    return [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": f"{HERE}data/films.{ending}{query}"}
        for ending, kind in kinds.items()
    ]


def test_a_filtered_view_is_a_data_set_and_a_list_of_its_films() -> None:
    name = "2 of 10 films · Destination: Mars – Soviet Space Films"
    line = "Ten Soviet films about space as a list on the web published them, word for word; beside each statement, "
    assert graph(ours({"destination": ["mars"], "lang": ["en"]})) == [
        {
            "@type": "Dataset",
            "name": name,
            "description": f"2 of 10 films · Destination: Mars. {line}what can be established about it.",
            "url": f"{HERE}?destination=Mars&lang=en",
            "inLanguage": "en",
            "distribution": downloads("?destination=Mars&lang=en"),
        },
        {
            "@type": "ItemList",
            "name": name,
            "numberOfItems": 2,
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": 1,
                    "url": f"{HERE}?film=star-pilot-1967&lang=en",
                    "name": "Star Pilot (1967)",
                },
                {
                    "@type": "ListItem",
                    "position": 2,
                    "url": f"{HERE}?film=the-star-of-the-cosmos-1984&lang=en",
                    "name": "The Star of the Cosmos (1984)",
                },
            ],
        },
    ]


def test_a_page_has_its_own_films_at_their_places_in_the_whole_list() -> None:
    data, items = graph(ours({"page": ["3"], "list": ["filmography"]}, "filmography", languages()["ru"]))
    assert (data["name"], data["url"]) == (
        "Советское космическое кино: фильмография",
        f"{HERE}?list=filmography&page=3",
    )
    assert (items["numberOfItems"], [each["position"] for each in items["itemListElement"]]) == (53, [*range(41, 54)])
    assert items["itemListElement"][0]["name"].startswith("Возвращение с орбиты")


def test_a_view_that_shows_nothing_has_no_films() -> None:
    _, items = graph(ours({"q": ["nothing of the kind"]}))
    assert (items["numberOfItems"], items.get("itemListElement")) == (0, None)


def test_a_long_link_is_not_repeated() -> None:
    result = ours({"q": ["x" * 200], "programme": ["ю" * 120]})
    assert len(f"?q={'x' * 200}&programme={'%D1%8E' * 120}") > LONGEST_REPEATED
    assert [node["@type"] for node in graph(result)] == ["ItemList"]


AELITA = {
    "@type": "Movie",
    "name": "Aelita: Queen of Mars",
    "alternateName": ["Аэлита", "Aelita"],
    "url": f"{HERE}?list=filmography&film=aelita-queen-of-mars-1924",
    "dateCreated": "1924",
    "director": [{"@type": "Person", "name": "Yakov Protazanov"}],
    "duration": "PT113M",
    "countryOfOrigin": [{"@type": "Country", "name": "USSR"}],
    "sameAs": ["https://www.imdb.com/title/tt0014646/", "https://www.themoviedb.org/movie/2973"],
}


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("en", {"name": "Aelita: Queen of Mars", "alternateName": ["Аэлита", "Aelita"]}),
        ("ru", {"name": "Аэлита", "alternateName": ["Aelita: Queen of Mars", "Aelita"]}),
    ],
)
def test_a_film_is_what_its_list_knows(language: str, titles: dict[str, Any]) -> None:
    link = {"list": ["filmography"], "film": ["aelita-queen-of-mars-1924"]}
    assert graph(ours(link, "filmography", languages()[language])) == [{**AELITA, **titles}]


def test_a_film_of_a_list_of_ones_own(tmp_path: Path) -> None:
    films = (
        "id,title,year,release_date,director,language,running_time_min,imdb_id,tmdb_id\n"
        "a,A,1970,1971-02-03,,English; Русский,7.5,nm12,12\nb,B,,3 February 1971,,,,,\n"
    )
    assert movie(own(tmp_path, {"film": ["a"]}, films=films)) == {
        "@type": "Movie",
        "name": "A",
        "url": f"{HERE}?film=a",
        "dateCreated": "1970",
        "datePublished": "1971-02-03",
        "duration": "PT7M30S",
        "inLanguage": [{"@type": "Language", "name": "English"}, {"@type": "Language", "name": "Русский"}],
        "sameAs": ["https://www.themoviedb.org/movie/12"],
    }


@pytest.mark.parametrize("day", ["1971-02-31", "1971", "1971-W05-3", "19710203", "soon"])
def test_a_day_that_is_none_is_not_said(tmp_path: Path, day: str) -> None:
    said = movie(own(tmp_path, {"film": ["a"]}, films=f"id,title,release_date\na,A,{day}\nb,B,1971-02-03\n"))
    assert said
    assert "datePublished" not in said


DOUBTFUL: list[tuple[str, str, list[str]]] = [
    ("supported", "solaris-1972", ["Movie", *["ClaimReview"] * 6]),
    ("a contradicted title", "star-pilot-1967", ["ClaimReview"] * 7),
    ("a film that nobody found", "the-orbital-station-1983", ["ClaimReview"] * 6),
    ("a contradicted title of a film that nobody found", "the-last-flight-1993", ["ClaimReview"] * 6),
]


@pytest.mark.parametrize(("film", "kinds"), [case[1:] for case in DOUBTFUL], ids=[case[0] for case in DOUBTFUL])
def test_no_film_is_said_to_be_where_its_list_says_so_in_vain(film: str, kinds: list[str]) -> None:
    assert [node["@type"] for node in graph(ours({"film": [film]}))] == kinds


FILM = (
    "id,title,year,original_title,description\n"
    "a,A,1983,Ы,Some scenes were shot aboard the Mir space station.\nb,B,1984,,\n"
)
CONTRADICTED: list[tuple[str, str, dict[str, Any] | None]] = [
    ("nothing", "", {"name": "A", "alternateName": ["Ы"]}),
    ("the title", "a,title,A,A came out in 1983.,contradicted,No.,S,https://s.example/\n", None),
    ("the original title", "a,original_title,Ы,Its title is Ы.,contradicted,No.,S,https://s.example/\n", {"name": "A"}),
    (
        "a text",
        "a,description,Some,It is.,contradicted,No.,S,https://s.example/\n",
        {"name": "A", "alternateName": ["Ы"]},
    ),
    ("what is open", "a,title,A,A came out in 1983.,not established,?,,\n", {"name": "A", "alternateName": ["Ы"]}),
]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    ("claims", "said"), [case[1:] for case in CONTRADICTED], ids=[case[0] for case in CONTRADICTED]
)
def test_what_is_contradicted_is_not_said(
    tmp_path: Path, claims: str, said: dict[str, Any] | None, language: str
) -> None:
    if language == "ru" and said and "alternateName" in said:
        said = {"name": "Ы", "alternateName": ["A"]}
    films = FILM.replace("Mir space station", "ship")
    found = movie(own(tmp_path, {"film": ["a"]}, language, films=films, claims=CLAIMS + claims))
    assert found == (said and {"@type": "Movie", "url": f"{HERE}?film=a", "dateCreated": "1983", **said})


def test_a_year_that_the_calendar_contradicts_is_not_said(tmp_path: Path) -> None:
    said = movie(own(tmp_path, {"film": ["a"]}, films=FILM))
    assert said == {"@type": "Movie", "name": "A", "alternateName": ["Ы"], "url": f"{HERE}?film=a"}


def test_what_is_said_of_a_film_is_bounded(tmp_path: Path) -> None:
    people, text = "; ".join(f"P{number}" for number in range(99)), "so " * 900
    claims = "".join(
        f"a,description,so,Claim {at} {text},supported,{text},S,https://s.example/{'x' * 9_999}\n" for at in range(99)
    )
    films = f"id,title,director,description\na,{'A' * 9_999},{people},{text}\nb,B,,\n"
    said, *reviews = graph(own(tmp_path, {"film": ["a"]}, films=films, claims=CLAIMS + claims))
    assert (len(said["name"]), len(said["director"]), len(reviews)) == (LONGEST_TEXT, 20, 25)
    assert {len(review["reviewBody"]) for review in reviews} == {LONGEST_TEXT}
    assert {tuple(review["citation"]) for review in reviews} == {("@type", "name")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("one\ntwo\u2028three\x85four", "one two three four"),
        ("a\x00\x1b[31mb\x7f", "a [31mb"),
        ("\ud83c\udfac \ud800", "🎬 \ufffd"),
        ("x" * (LONGEST_TEXT + 1), "x" * (LONGEST_TEXT - 1) + "…"),
        ("https://a.example/" + "x" * LONGEST_ADDRESS, None),
        ("https://a.example/\ud800", None),
        ("https://a.example/ю?a=b&c", "https://a.example/ю?a=b&c"),
        ("", None),
    ],
    ids=["lines", "control characters", "surrogates", "long", "a long address", "no address", "an address", "empty"],
)
def test_any_text_can_be_said(text: str, said: str | None) -> None:
    assert bounded({"name": text}) == ({"name": said} if said else {})
