"""A click draws anew only what follows the view; what stands on the page then is what its link shows from the start."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FILMS, Visit, Visitor
from tests.serving import until

LONGEST_LOAD = 60
"""Seconds."""


def said(visitor: Visitor) -> tuple[list[str], list[str]]:
    """All that a page says, word by word without its icons' names, and what it says of the timeline's marks."""
    parts = visitor.page.locator('[data-testid="stSidebar"], [data-testid="stMain"]')
    words = [word for text in parts.all_inner_texts() for word in text.split() if "_" not in word]
    marks = visitor.page.locator(FILMS).evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    return words, marks


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


@pytest.mark.parametrize("act", [search, choose, open_a_card, as_table])
def test_a_click_leaves_what_its_link_shows(visit: Visit, act: Callable[[Visitor], None]) -> None:
    visitor = visit()
    visitor.settled()
    act(visitor)
    visitor.settled()
    after = said(visitor)
    visitor.page.reload()
    until(lambda: said(visitor) == after, LONGEST_LOAD)


def test_a_search_keeps_the_drawing_of_the_timeline(visit: Visit) -> None:
    visitor = visit()
    visitor.settled()
    drawn = visitor.page.locator('[data-testid="stVegaLiteChart"] svg').last.element_handle()
    search(visitor)
    visitor.settled()
    assert drawn.evaluate("svg => svg.isConnected")
