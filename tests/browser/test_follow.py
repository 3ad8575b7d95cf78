"""A click draws anew only what follows the view; what stands on the page then is what its link shows from the start."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FILMS, Visit, Visitor


def said(visitor: Visitor) -> tuple[str, str, list[str]]:
    """All that a page says: in the main part, in the sidebar, and on the timeline."""
    visitor.settled()
    page = visitor.page
    marks = page.locator(FILMS).evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    return page.get_by_test_id("stMain").inner_text(), page.get_by_test_id("stSidebar").inner_text(), marks


def search(visitor: Visitor) -> None:
    visitor.page.get_by_label("Search").press_sequentially("mars", delay=20)
    expect(visitor.page).to_have_url(f"{visitor.address}/?q=mars")


def choose(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="1960s").click()
    expect(visitor.page.get_by_role("button", name="Clear all").last).to_be_visible()


def open_a_card(visitor: Visitor) -> None:
    visitor.card("solaris-1972").locator("summary").click()
    expect(visitor.card("solaris-1972").locator(".film")).to_be_visible()


def as_table(visitor: Visitor) -> None:
    visitor.page.get_by_text("Table", exact=True).click()
    expect(visitor.page.get_by_test_id("stDataFrame")).to_be_visible()


def click_a_mark(visitor: Visitor) -> None:
    visitor.mark("Solaris").click()
    expect(visitor.picked()).to_be_visible()


@pytest.mark.parametrize("act", [search, choose, open_a_card, as_table, click_a_mark])
def test_a_click_leaves_what_its_link_shows(visit: Visit, act: Callable[[Visitor], None]) -> None:
    visitor = visit()
    visitor.settled()
    act(visitor)
    after = said(visitor)
    visitor.page.reload()
    expect(visitor.count).to_be_visible()
    assert said(visitor) == after


def test_a_search_keeps_the_drawing_of_the_timeline(visit: Visit) -> None:
    visitor = visit()
    visitor.settled()
    drawn = visitor.page.locator('[data-testid="stVegaLiteChart"] svg').last.element_handle()
    search(visitor)
    visitor.settled()
    assert drawn.evaluate("svg => svg.isConnected")
