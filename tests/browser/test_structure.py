"""The page for whoever goes through it by headings, landmarks or the Tab key, before the scripts and after them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts, Early

LINK = "?pick=solaris-1972&open=star-pilot-1967"
PARTS = {"Filters", "10 of 10 films", "Timeline", "Films", "Shortlist"}
MOST_STOPS = 12
HEADINGS = """part => [...document.querySelector(part).querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")]
    .filter(each => each.checkVisibility() && !each.closest("[inert], details:not([open]) > :not(summary)"))
    .map(each => [Number(each.ariaLevel ?? each.localName[1]), each.innerText.trim().replaceAll(/\\s+/g, " ")])"""
OF_A_CARD = ["Statement by statement", "Which film this is", "Related in this list"]


def headings(page: Page, part: str) -> list[tuple[int, str]]:
    """The headings of a part of the page in their order, each with its level."""
    return [(level, text) for level, text in page.evaluate(HEADINGS, part)]


def skipped(found: list[tuple[int, str]]) -> list[str]:
    """The headings that stand more than one level below the one before."""
    pairs = pairwise(found)
    return [text for (before, _), (level, text) in pairs if level > before + 1]


def check(found: list[tuple[int, str]], title: str) -> None:
    assert [text for level, text in found if level == 1] == [title]
    second = [text for level, text in found if level == 2]
    assert set(second) >= PARTS
    assert len(second) == len(set(second))
    assert skipped(found) == []
    at = next(at for at, (level, text) in enumerate(found) if level == 3 and text.startswith("Star Pilot (1967)"))
    below = [text for level, text in found[at + 1 : at + 8] if level == 4]
    assert [text for text in OF_A_CARD if text not in below] == []


def test_every_part_is_headed_and_no_level_is_left_out(visit: Visit) -> None:
    page = visit(LINK).page
    expect(page.get_by_role("heading", level=3, name="Star Pilot (1967)")).to_be_visible()
    expect(page.get_by_role("heading", level=4, name="Related in this list")).to_be_visible()
    check(headings(page, "#root"), "SOVIET SPACE FILMS")
    expect(page.get_by_role("search")).to_have_count(1)
    expect(page.get_by_role("search").get_by_role("searchbox")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_contain_text("MIT licence")
    expect(page.get_by_role("region", name="Filters")).to_be_visible()


@pytest.mark.audit
def test_the_same_before_the_scripts(contexts: Contexts, published: str) -> None:
    with contexts.lent() as context:
        page = Early(context.new_page()).open(f"{published}/{LINK}")
        expect(page.locator("#first-view .row").last).to_be_visible()
        check(headings(page, "#first-view"), "SOVIET SPACE FILMS")
        expect(page.get_by_role("search")).to_have_count(1)
        expect(page.get_by_role("contentinfo")).to_contain_text("MIT licence")
        assert to_the_first_film(page, "#first-view .row summary") <= MOST_STOPS


@pytest.mark.audit
@pytest.mark.parametrize("link", ["?film=solaris-1972&lang=ru", "?view=table", "?list=filmography&q=mars"])
def test_no_level_is_left_out_in_other_views(visit: Visit, link: str) -> None:
    page = visit(link).page
    expect(page.get_by_role("heading", level=2).first).to_be_attached()
    assert skipped(headings(page, "#root")) == []


def to_the_first_film(page: Page, card: str) -> int:
    """How often Tab is pressed until a film's card has the focus, by the way past all that stands before."""
    page.keyboard.press("Tab")
    expect(page.locator(".skips a").first).to_be_focused()
    expect(page.locator(".skips a").first).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("#films:visible")).to_be_focused()
    first = page.locator(card).first
    for presses in range(1, MOST_STOPS + 1):
        if first.evaluate("each => each === document.activeElement"):
            return presses
        page.keyboard.press("Tab")
    return MOST_STOPS + 1


@pytest.mark.parametrize("width", [1280, pytest.param(390, marks=pytest.mark.audit)])
def test_the_first_film_is_near_by_keyboard(visit: Visit, width: int) -> None:
    page = visit(width=width).page
    assert to_the_first_film(page, ".card > .row > summary") <= MOST_STOPS
    expect(page.locator(".card > .row > summary").first).to_be_in_viewport()
    assert "#" not in page.url


FILM = ".row > summary, .timeline-list a"
IS_FILM = f"() => document.activeElement.matches(`{FILM}`)"


def presses_to_a_film(page: Page) -> int:
    """How often Tab is pressed from the start of the page until a film has the focus: its card or its mark."""
    for presses in range(1, MOST_STOPS + 1):
        page.keyboard.press("Tab")
        if page.evaluate(IS_FILM):
            return presses
    return MOST_STOPS + 1


@pytest.mark.audit
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("link", ["", "?list=filmography"])
def test_a_film_is_near_without_the_way_past_the_rest(visit: Visit, link: str, width: int) -> None:
    me = visit(link, width=width)
    me.settled()
    assert presses_to_a_film(me.page) <= MOST_STOPS


@pytest.mark.audit
@pytest.mark.parametrize("link", ["", "?list=filmography"])
def test_so_it_is_before_the_scripts(contexts: Contexts, published: str, link: str) -> None:
    with contexts.lent() as context:
        page = Early(context.new_page()).open(f"{published}/{link}")
        expect(page.locator("#first-view .row").last).to_be_visible()
        assert presses_to_a_film(page) <= MOST_STOPS


@pytest.mark.audit
def test_the_row_under_the_axis_is_one_stop_and_the_filters_have_a_way_of_their_own(visit: Visit) -> None:
    me = visit()
    me.settled()
    ways = me.page.locator(".ways summary")
    ways.first.focus()
    me.page.keyboard.press("ArrowRight")
    expect(ways.nth(1)).to_be_focused()
    me.page.keyboard.press("End")
    expect(me.page.get_by_role("switch")).to_be_focused()
    me.page.keyboard.press("Tab")
    assert not me.page.evaluate("Boolean(document.activeElement.closest('.st-key-under_axis'))")
    me.page.locator(".skips a").last.focus()
    me.page.keyboard.press("Enter")
    expect(me.page.locator(".stSidebar :focus")).to_have_count(1)
    assert "#" not in me.page.url


@pytest.mark.audit
@pytest.mark.parametrize("link", ["", "?view=table"])
def test_the_buttons_of_a_chart_are_one_stop(visit: Visit, link: str) -> None:
    page = visit(link).page
    bar = page.get_by_role("toolbar").filter(has=page.get_by_test_id("stBaseButton-elementToolbar")).first
    stops = bar.locator('button[tabindex="0"]')
    expect(stops).to_have_count(1)
    stops.focus()
    page.keyboard.press("ArrowRight")
    expect(bar.locator("button").nth(1)).to_be_focused()
    expect(stops).to_have_count(1)
    page.keyboard.press("End")
    expect(bar.locator("button").last).to_be_focused()
    page.keyboard.press("Tab")
    assert not page.evaluate("Boolean(document.activeElement.closest('.stElementToolbar'))")
