"""The head of a list's page: what the list is, what its statements come to, and one of them as an example."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.i18n.languages import languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.list_head import example, list_head, verdict_bar
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
