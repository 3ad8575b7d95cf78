"""A click draws anew only what follows the view; what stands on the page then is what its link shows from the start."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FILMS, Visit, Visitor
from tests.browser.states import open_choices
from tests.serving import until

pytestmark = pytest.mark.audit

LONGEST_LOAD = 60
"""Seconds; generous, since nothing here measures."""


def said(visitor: Visitor) -> tuple[list[str], list[str], list[str]]:
    """The words on a page without its icons' names, what it says of the timeline's marks, and its links.

    Which cards are open is put into a link when it is clicked.
    """
    parts = visitor.page.locator('[data-testid="stSidebar"], [data-testid="stMain"]')
    words = [word for text in parts.all_inner_texts() for word in text.split() if "_" not in word]
    marks = visitor.page.locator(FILMS).evaluate_all("marks => marks.map(mark => mark.getAttribute('aria-label'))")
    links = visitor.page.locator('a[href^="?"]').evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return words, marks, [re.sub(r"(?<=\?)open=[^&]*&?|&open=[^&]*", "", link) for link in links]


def search(visitor: Visitor) -> None:
    visitor.page.get_by_label("Search", exact=True).press_sequentially("mars", delay=20)
    visitor.link_is("?q=mars")
    visitor.shows("3 of 10 films")
    expect(visitor.page.locator(".snippet").first).to_be_visible()
    visitor.page.get_by_label("Search", exact=True).blur()


def leads_to(visitor: Visitor, parameter: str) -> None:
    expect(visitor.page).to_have_url(re.compile(re.escape(parameter)))


def choose(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="1960s").click()
    leads_to(visitor, "decade=1960s")


def open_a_card(visitor: Visitor) -> None:
    visitor.card("solaris-1972").locator("> .row > summary").click()
    expect(visitor.card("solaris-1972").locator(".film")).to_be_visible()
    leads_to(visitor, "open=solaris-1972")


def as_table(visitor: Visitor) -> None:
    visitor.page.get_by_text("Table", exact=True).click()
    expect(visitor.page.get_by_test_id("stDataFrame")).to_be_visible()
    leads_to(visitor, "view=table")


def open_a_card_beside_a_film(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Surprise me").click()
    expect(visitor.selected().locator(".film")).to_be_visible()
    visitor.settled()
    open_a_card(visitor)


def put_on_the_shortlist(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Put Solaris (1972) on the shortlist").click()
    expect(visitor.page.locator("#your-shortlist")).to_be_visible()
    leads_to(visitor, "pick=solaris-1972")


def without_history(visitor: Visitor) -> None:
    visitor.page.get_by_text("Space history beside the films").click()
    visitor.link_is("?lane=off")


def in_another_order(visitor: Visitor) -> None:
    open_choices(visitor.page.get_by_role("combobox", name="Sort by"))
    visitor.page.get_by_role("option", name="Year, oldest first").click()
    leads_to(visitor, "sort=year")


def list_and_choose(visitor: Visitor) -> None:
    visitor.page.get_by_text("The timeline as a list").click()
    expect(visitor.page.locator(".timeline-list a").first).to_be_visible()
    open_a_card(visitor)


def without_a_filter(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="1970s").click()
    leads_to(visitor, "decade=1970s")
    open_a_card(visitor)
    visitor.page.locator('[class*="st-key-drop-"] button').first.click()
    visitor.link_is("?open=solaris-1972")


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
    put_away(visitor)
    act(visitor)
    other = visit(visitor.page.url.removeprefix(f"{visitor.address}/"))
    put_away(other)
    if act is list_and_choose:
        other.page.get_by_text("The timeline as a list").click()
    until(lambda: said(visitor) == said(other), LONGEST_LOAD)


def put_away(visitor: Visitor) -> None:
    """The hints of a first visit, which a link to a film does not show."""
    if "film=" not in visitor.page.url:
        visitor.page.get_by_role("button", name="Got it").click()
        expect(visitor.page.locator(".hints")).to_have_count(0)
    visitor.settled()


def test_a_search_keeps_the_drawing_of_the_timeline(visit: Visit) -> None:
    visitor = visit()
    visitor.settled()
    drawn = visitor.page.locator('[data-testid="stVegaLiteChart"] svg').last.element_handle()
    search(visitor)
    visitor.settled()
    assert drawn.evaluate("svg => svg.isConnected")
