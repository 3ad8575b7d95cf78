"""What a first visit sees, that it stays put away, the explanations by keyboard, and the page without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FILMS, Visit
from tests.browser.contexts import Contexts

pytestmark = pytest.mark.audit


def test_hints_that_are_put_away_stay_away(visit: Visit) -> None:
    me = visit()
    note = me.page.get_by_role("note", name="On your first visit")
    expect(note).to_have_text("Each mark on the timeline is a film; shape and colour say whether its statements hold.")
    with me.page.expect_response("**/hints/away") as answer:
        me.page.get_by_role("button", name="Got it").click()
    assert answer.value.status == 204
    expect(note).to_have_count(0)
    me.settled()
    for query in ("", "?q=mars"):
        me.open(query)
        me.settled()
        expect(note).to_have_count(0)
        expect(me.page.locator("img[src*=hints]")).to_have_count(0)


@pytest.mark.parametrize("query", ["?film=solaris-1972", "?embed=true"])
def test_who_came_for_something_else_is_not_held_up(visit: Visit, query: str) -> None:
    me = visit(query)
    me.settled()
    expect(me.page.get_by_role("button", name="Got it")).to_have_count(0)


def test_hints_do_not_come_or_go_by_themselves(visit: Visit) -> None:
    me = visit()
    me.page.get_by_label("Search", exact=True).fill("mars")
    me.shows("3 of 10 films")
    expect(me.page.get_by_role("button", name="Got it")).to_be_visible()
    film = visit("?film=solaris-1972")
    film.selected().get_by_role("button", name="Close").click()
    expect(film.selected()).to_have_count(0)
    expect(film.page.get_by_role("button", name="Got it")).to_have_count(0)


@pytest.mark.parametrize(
    ("name", "says"),
    [("How to read it", "sum up the film’s statements"), ("Help", "Tab, Shift + Tab")],
)
def test_explanations_open_and_close_by_keyboard(visit: Visit, name: str, says: str) -> None:
    me = visit()
    button = me.page.locator("#root").locator("button, summary").filter(has_text=name)
    button.focus()
    me.page.keyboard.press("Enter")
    expect(me.page.get_by_text(says)).to_be_visible()
    me.page.keyboard.press("Escape")
    expect(me.page.get_by_text(says)).not_to_be_visible()
    expect(button).to_be_focused()
    box = button.bounding_box()
    assert box is not None
    assert min(box["width"], box["height"]) >= 24


def test_the_keys_do_what_the_help_says(visit: Visit) -> None:
    me = visit()
    me.page.get_by_role("button", name="1950s (1)", exact=True).focus()
    me.page.keyboard.press("ArrowRight")
    me.page.keyboard.press("Enter")
    me.shows("1 of 10 films")
    me.link_is("?decade=1960s")
    me.page.keyboard.press("Space")
    me.shows("10 of 10 films")
    me.page.get_by_role("slider", name="Years — start").focus()
    me.page.keyboard.press("End")
    me.shows("1 of 10 films")
    me.page.keyboard.press("Home")
    me.shows("10 of 10 films")


def test_without_javascript_there_is_a_plain_page(contexts: Contexts, published: str) -> None:
    with contexts.new(java_script_enabled=False, viewport={"width": 390, "height": 900}) as context:
        page = context.new_page()
        errors: list[str] = []
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(f"{published}/?destination=Mars")
        expect(page).to_have_title("2 of 10 films · Destination: Mars – Soviet Space Films")
        expect(page.get_by_role("heading", level=1)).to_have_text("Soviet Space Films")
        assert "This browser runs no JavaScript." in page.content()
        expect(page.locator(".row > summary h3")).to_have_text(["Star Pilot (1967)", "The Star of the Cosmos (1984)"])
        page.locator(".upright a", has_text="Star Pilot").click()
        expect(page).to_have_title("Star Pilot (1967) – Soviet Space Films")
        expect(page.locator(".chosen .claims li").first).to_be_visible()
        hrefs = [page.get_by_role("link", name=name).get_attribute("href") for name in ("CSV", "JSON")]
        assert [page.request.get(f"{published}/{href}").status for href in hrefs] == [200, 200]
        assert errors == []


@pytest.mark.parametrize("query", ["", "?q=mars", "?film=solaris-1972"])
def test_a_page_names_each_script_that_it_needs(visit: Visit, query: str) -> None:
    visitor = visit(query)
    visitor.settled()
    expect(visitor.page.locator(FILMS).first).to_be_visible()
    get = visitor.page.request.get
    page = get(f"{visitor.address}/{query}").text()
    named = page + "".join(
        get(f"{visitor.address}/{path}").text() for path in re.findall(r'src="./(live/[^"]+)"', page)
    )
    loaded = visitor.page.evaluate("performance.getEntriesByType('resource').map(each => each.name)")
    late = [url for url in loaded if url.endswith(".js") and url.rpartition("/")[2] not in named]
    assert late == []


def test_a_click_on_a_filter_fetches_no_further_file(visit: Visit) -> None:
    visitor = visit(fresh=True)
    visitor.settled()
    fetched: list[str] = []
    visitor.page.on("request", lambda request: fetched.append(request.url))
    box = visitor.page.locator('[class*="st-key-facet-themes"]').get_by_role("combobox")
    box.fill("rescue")
    visitor.page.get_by_role("option", name="rescue").click()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("button", name="Mars (1)")).to_be_visible()
    visitor.settled()
    assert fetched == []
