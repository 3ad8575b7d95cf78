"""A click draws anew only what follows the view; what stands on the page then is what its link shows from the start."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FILMS, Visit, Visitor
from tests.serving import until

LONGEST_LOAD = 60
"""Seconds."""


def said(visitor: Visitor) -> tuple[list[str], list[str], list[str]]:
    """The words on a page without its icons' names, what it says of the timeline's marks, and its links."""
    parts = visitor.page.locator('[data-testid="stSidebar"], [data-testid="stMain"]')
    words = [word for text in parts.all_inner_texts() for word in text.split() if "_" not in word]
    marks = visitor.page.locator(FILMS).evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    links = visitor.page.locator('a[href^="?"]').evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return words, marks, links


def search(visitor: Visitor) -> None:
    visitor.page.get_by_label("Search").press_sequentially("mars", delay=20)
    visitor.link_is("?q=mars")
    visitor.shows("2 of 10 films")
    expect(visitor.page.locator(".snippet").first).to_be_visible()
    visitor.page.get_by_label("Search").blur()


def choose(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="1960s").click()
    expect(visitor.page.get_by_role("button", name="Clear all").last).to_be_visible()


def open_a_card(visitor: Visitor) -> None:
    visitor.card("solaris-1972").locator("summary").click()
    expect(visitor.card("solaris-1972").locator(".film")).to_be_visible()


def as_table(visitor: Visitor) -> None:
    visitor.page.get_by_text("Table", exact=True).click()
    expect(visitor.page.get_by_test_id("stDataFrame")).to_be_visible()


def open_a_card_beside_a_film(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Surprise me").click()
    expect(visitor.picked().locator(".film")).to_be_visible()
    visitor.settled()
    open_a_card(visitor)


def put_on_the_shortlist(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Put Solaris (1972) on the shortlist").click()
    expect(visitor.page.locator("#your-shortlist")).to_be_visible()


def without_history(visitor: Visitor) -> None:
    visitor.page.get_by_text("Space history beside the films").click()
    visitor.link_is("?lane=off")


def in_another_order(visitor: Visitor) -> None:
    visitor.page.get_by_role("combobox", name="Sort by").fill("A to Z")
    visitor.page.keyboard.press("Enter")
    visitor.link_is("?sort=title")


def list_and_choose(visitor: Visitor) -> None:
    visitor.page.get_by_text("The timeline as a list").click()
    expect(visitor.page.locator(".twin a").first).to_be_visible()
    open_a_card(visitor)


def without_a_filter(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="1970s").click()
    expect(visitor.page.get_by_role("button", name="Clear all").last).to_be_visible()
    open_a_card(visitor)
    visitor.page.locator('[class*="st-key-drop-"] button').first.click()
    visitor.shows("10 of 10 films")


ACTS = [
    search,
    choose,
    open_a_card,
    as_table,
    open_a_card_beside_a_film,
    put_on_the_shortlist,
    without_history,
    in_another_order,
    list_and_choose,
    without_a_filter,
]


@pytest.mark.parametrize("act", ACTS)
def test_a_click_leaves_what_its_link_shows(visit: Visit, act: Callable[[Visitor], None]) -> None:
    visitor = visit()
    visitor.settled()
    visitor.page.get_by_role("button", name="Got it").click()
    expect(visitor.page.locator(".hints")).to_have_count(0)
    visitor.settled()
    act(visitor)
    visitor.settled()
    after = said(visitor)
    visitor.page.reload()
    if act is list_and_choose:
        expect(visitor.page.locator("p.count")).to_be_visible()
        visitor.page.get_by_text("The timeline as a list").click()
    until(lambda: said(visitor) == after, LONGEST_LOAD)


def test_a_search_keeps_the_drawing_of_the_timeline(visit: Visit) -> None:
    visitor = visit()
    visitor.settled()
    drawn = visitor.page.locator('[data-testid="stVegaLiteChart"] svg').last.element_handle()
    search(visitor)
    visitor.settled()
    assert drawn.evaluate("svg => svg.isConnected")
