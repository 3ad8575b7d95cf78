"""A film's card as HTML: whole, with ways that lead somewhere, and nothing of a list's texts is more than text."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import View
from dashboard.render.film_card import card_html, film_card
from tests.texts import TEXTS, plain, write
from tests.web.shown import ours, own

TAGS = {*("a", "bdi", "dd", "div", "dl", "dt", "h4", "li", "mark", "ol", "p", "span", "strong", "ul")}
ATTRIBUTES = {*("aria-label", "class", "data-film", "href", "id", "lang", "rel", "tabindex", "target")}


def card(result: QueryResult, film: str) -> HtmlElement:
    return fromstring(str(card_html(film_card(result, film), "list", result.language)))


def test_every_statement_leads_to_its_reason_and_back() -> None:
    result = ours({"q": ["the"]})
    for film in result.index.frame["id"]:
        root = card(result, film)
        marks, reasons = root.xpath(".//p//a/@id"), root.xpath(".//li/@id")
        assert len({*marks, *reasons}) == 2 * len(result.loaded.claims_of[film])
        assert root.xpath(".//a[@class='back']/@href") == [f"#{mark}" for mark in marks]
        assert root.xpath(".//p//a[@id]/@href") == [f"#{reason}" for reason in reasons]


def test_what_a_search_has_found_is_marked() -> None:
    root = card(ours({"q": ["mars"]}), "star-pilot-1967")
    assert root.xpath("string(.//p[@class='found'])") == "Found in description, destination and statements."
    assert [each.text for each in root.xpath(".//p[@class='text']//mark")] == ["Mars"]
    assert [each.text for each in root.xpath(".//ol[@class='claims']//mark")] == 3 * ["Mars"]


def test_a_film_of_which_nothing_is_known(tmp_path: Path) -> None:
    result = own("title\nA\n", tmp_path, {})
    assert card(result, str(result.index.frame["id"].iloc[0])).text_content() == (
        "The list says nothing else about this film.Suggest a correction"
    )


@pytest.mark.parametrize("kind", ["elements", "links", "entities", "templates", "files"])
def test_a_text_of_a_list_is_text(kind: str, tmp_path: Path) -> None:
    read = write(tmp_path, TEXTS[kind], columns=False)
    loaded = load_list(own_source(tmp_path))
    result = run_query(loaded, View(), "own", english())
    for film, text in read.items():
        root = card(result, film)
        assert {each.tag for each in root.iter()} <= TAGS
        assert {name for each in root.iter() for name in each.attrib} <= ATTRIBUTES
        assert [
            to for to in root.xpath(".//@href") if not to.startswith(("#", "?", "correct?", "http://", "https://"))
        ] == []
        assert plain(text) == plain(root.xpath("string(.//p[@class='text']/bdi)"))
