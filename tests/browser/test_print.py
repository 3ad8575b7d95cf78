"""A view on paper: a document, with the cards that are open and the addresses of their sources."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts, Early

pytestmark = pytest.mark.audit
HIDDEN = (".stSidebar", "button", "input", "[role=slider]", "[role=switch]", ".as-list")
AFTER = "each => getComputedStyle(each, '::after').content"
COLOURS = "all => [...new Set(all.map(each => getComputedStyle(each).color))]"


def on_paper(page: Page) -> None:
    page.emulate_media(media="print")
    for part in HIDDEN:
        for each in page.locator(f"#root {part}").all():
            expect(each).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_view_is_a_document(visit: Visit, scheme: str) -> None:
    me = visit("?q=space&open=star-pilot-1967", scheme=scheme)
    expect(me.card("star-pilot-1967").locator(".film")).to_be_visible()
    on_paper(me.page)
    for text in ("Soviet Space Films", "Star Pilot (1967)", "Cold War"):
        expect(me.page.get_by_text(text).first).to_be_visible()
    source = me.card("star-pilot-1967").locator(".claims a[href^=http]").first
    assert (source.get_attribute("href") or "-") in source.evaluate(AFTER)
    expect(me.page.locator("p.printed")).to_contain_text("q=space&open=star-pilot-1967")
    expect(me.page.locator("p.printed")).to_contain_text("seen on")
    colours = [
        tuple(map(int, re.findall(r"\d+", each))) for each in me.page.locator(".film *, h1").evaluate_all(COLOURS)
    ]
    assert all(sum(colour[:3]) < 300 for colour in colours)
    whole = me.page.locator("p.printed").evaluate("each => each.getBoundingClientRect().bottom")
    assert me.page.evaluate("document.documentElement.scrollHeight") >= whole


def test_what_is_said_on_paper_is_not_on_the_screen(visit: Visit) -> None:
    me = visit()
    expect(me.page.locator("p.printed")).to_be_attached()
    expect(me.page.locator("p.printed")).to_be_hidden()


def test_a_view_before_its_scripts_is_a_document_too(contexts: Contexts, published: str) -> None:
    with contexts.lent() as context:
        early = Early(context.new_page())
        page = early.open(f"{published}/?open=star-pilot-1967")
        page.emulate_media(media="print")
        expect(page.locator("#choose")).to_be_hidden()
        expect(page.locator("#first-view .searching")).to_be_hidden()
        expect(page.get_by_text("Cold War").first).to_be_visible()
        page.emulate_media(media="screen")
        early.comes_alive()
