"""The head of a list's page: what the list is, what its statements come to, and one of them as an example."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.i18n.languages import languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import ListSource, filmography_source, own_source, published_source
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.list_head import example, how_checked, list_head, verdict_bar
from tests.web.shown import ours, own

SALYUT = "scenes filmed aboard the Salyut 6 space station"


def read(result: QueryResult) -> HtmlElement:
    return fromstring(list_head(result)).xpath("//header")[0]


def test_the_head_in_full() -> None:
    root = read(ours({}))
    assert root.xpath("h1")[0].text_content() == "Soviet Space Films"
    bar = root.xpath(".//p[@class='verdict-bar']")[0]
    assert [(each.get("class"), each.text, each.get("title")) for each in bar] == [
        ("supported", "✓ 11", "11 supported"),
        ("contradicted", "✗ 18", "18 contradicted"),
        ("not-established", "? 28", "28 not established"),
        ("judgement", "~ 6", "6 judgements"),
    ]
    assert bar.get("aria-label").startswith("The list makes 63 statements: 11 supported, 18 contradicted, ")
    (shown,) = root.xpath(".//p[@class='example']")
    assert " ".join(shown.text_content().split()) == (
        f"The Sky Beckons (1959): {SALYUT} ✗ contradicted"
        " Salyut 6 was launched on 29 September 1977, eighteen years after the premiere."
    )
    assert shown.xpath("a/@href") == ["?film=the-sky-beckons-1959"]


def test_in_russian_the_lists_own_words_are_marked_as_english() -> None:
    root = read(ours({"lang": ["ru"]}, language=languages()["ru"]))
    assert root.xpath(".//q/@lang") == ["en"]
    assert root.xpath(".//p[@class='example']/a/@href") == ["?film=the-sky-beckons-1959&lang=ru"]


def test_a_list_without_statements_has_neither_bar_nor_example() -> None:
    root = read(ours({}, "filmography"))
    assert root.xpath(".//*[@class='verdict-bar' or @class='example']") == []
    assert len(root.xpath(".//p[@class='line']")) == 1


FILMS = "id,title,year,description,fact\na,A,1959,Short. Shot aboard Salyut 6.,It flew.\n"
CLAIMS = "film_id,field,quote,claim,verdict,reason,source_title,source_url"


def with_claims(folder: Path, claims: list[tuple[str, str, str, str]]) -> LoadedList:
    """A list of one film with statements: column, quote, verdict and reason of each."""
    rows = [f"a,{field},{quote},{quote},{verdict},{why},S,https://e.org/" for field, quote, verdict, why in claims]
    folder.joinpath("films.csv").write_text(FILMS, encoding="utf-8")
    if rows:
        folder.joinpath("claims.csv").write_text("\n".join([CLAIMS, *rows]), encoding="utf-8")
    loaded = load_list(own_source(folder))
    assert loaded.problems == ()
    return loaded


LONG = "It came out long before anybody had thought of it at all."


@pytest.mark.parametrize(
    ("claims", "chosen"),
    [
        ([], None),
        ([("fact", "It flew.", "supported", "Seen.")], None),
        ([("fact", "It flew.", "not established", "")], None),
        ([("description", "Short.", "contradicted", "No."), ("fact", "It flew.", "contradicted", LONG)], "It flew."),
        ([("description", "Short.", "contradicted", LONG), ("description", "Shot", "contradicted", "No.")], "Shot"),
        (
            [("fact", "It flew.", "contradicted", "No."), ("description", "aboard Salyut 6", "contradicted", LONG)],
            "aboard Salyut 6",
        ),
    ],
    ids=["none", "supported", "open", "a fact first", "the shortest", "what the calendar has found before all"],
)
def test_the_statement_that_is_shown(tmp_path: Path, claims: list[tuple[str, str, str, str]], chosen: str) -> None:
    loaded = with_claims(tmp_path, claims)
    found = example(loaded)
    assert (found.quote if found else None) == chosen
    assert sum(part.number for part in verdict_bar(loaded, languages()["en"])) == len(claims)


HOSTILE = "<img src=x onerror=alert(1)>"


def test_texts_of_a_list_are_text(tmp_path: Path) -> None:
    root = read(own(f'title,year\n"{HOSTILE}",1970\n', tmp_path, {}))
    assert root.xpath(".//img") == []


def checked(source: ListSource, language: str, has_form: bool = False) -> HtmlElement:
    return fromstring(f"<div>{how_checked(load_list(source), languages()[language], has_form)}</div>")


def lines(source: ListSource, language: str) -> list[str]:
    """The changes that are told, each as its words."""
    return [" ".join(each.text_content().split()) for each in checked(source, language).xpath(".//details//li")]


OURS = [published_source(), filmography_source()]


@pytest.mark.parametrize(
    ("language", "head"), [("en", "29 November 2026: 16 changes"), ("ru", "29 ноября 2026\u202fг.: 16 изменений")]
)
@pytest.mark.parametrize("source", OURS, ids=lambda source: source.info.key)
def test_what_has_changed_stands_under_how_it_was_checked(source: ListSource, language: str, head: str) -> None:
    assert [each.text_content() for each in checked(source, language).xpath(".//details/summary")] == [head]
    assert len(lines(source, language)) == 16


@pytest.mark.parametrize(
    ("source", "language", "line"),
    [
        (
            OURS[0],
            "en",
            "The Orbital Station (1983): verdict changed: That gives a realistic portrayal of life in space. Before: "
            "not established Now: judgement Why: A judgement, and it rests on a claim that cannot be true.",
        ),
        (OURS[1], "en", "Solaris (1972): cell changed: Other years Before: not known Now: 1973"),
        (OURS[1], "ru", "Солярис (1972): изменено: Другие годы Было: неизвестно Стало: 1973"),
        (OURS[1], "en", "Space Weekdays (1974): film added"),
        (
            OURS[1],
            "ru",
            "Первый рейс к звёздам (1961): изменено: Примечание Было: Премьера 7 июля 1961 года. Стало: Премьера "
            "7 июля 1961 года; в TMDB — 25 апреля 1961 года.",
        ),
    ],
)
def test_a_change_is_told_in_the_pages_language(source: ListSource, language: str, line: str) -> None:
    assert line in lines(source, language)


def test_a_list_that_tells_of_no_changes_shows_none(tmp_path: Path) -> None:
    (tmp_path / "films.csv").write_text("title,year\nA,1970\n", encoding="utf-8")
    root = checked(own_source(tmp_path), "en", has_form=True)
    assert root.xpath(".//details") == []
    assert "“Suggest a correction” on a film’s card makes the row, ready to send." in root.text_content()


def test_hostile_changes_are_texts(tmp_path: Path) -> None:
    (tmp_path / "films.csv").write_text("title,year\nA,1970\n", encoding="utf-8")
    row = '2026-11-29,cell changed,"<b>","<i>{x}</i>",<script>,"<script>alert(1)</script>",=1,%s\n'
    (tmp_path / "changes.csv").write_text(f"date,change,film_id,film,part,before,after,reason\n{row}", encoding="utf-8")
    root = checked(own_source(tmp_path), "ru")
    assert {each.tag for each in root.xpath(".//li//*")} <= {"strong", "span"}
    assert "<i>{x}</i>: изменено: <script>" in root.text_content()
