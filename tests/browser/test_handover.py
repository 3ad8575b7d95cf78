"""The first view before the scripts, and the live page that takes over from it: what was done meanwhile stays."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.contexts import Contexts, Early


@pytest.fixture(params=[390, pytest.param(1280, marks=pytest.mark.audit)])
def early(contexts: Contexts, published: str, request: pytest.FixtureRequest) -> Iterator[Early]:
    with contexts.lent() as context:
        page = context.new_page()
        page.set_viewport_size({"width": request.param, "height": 900})
        errors: list[str] = []
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        yield Early(page)
        assert [error for error in errors if "ERR_FAILED" not in error] == []


def test_a_film_can_be_read_before_any_script(early: Early, published: str) -> None:
    page = early.open(f"{published}/?film=solaris-1972")
    expect(page.locator("#first-view .chosen h2")).to_be_in_viewport()
    expect(page.locator("#first-view .chosen .claims").first).to_be_visible()
    early.comes_alive()
    expect(page.locator(".st-key-selected")).to_be_visible()


@pytest.mark.audit
def test_a_link_leads_on_before_any_script(early: Early, published: str) -> None:
    page = early.open(f"{published}/?destination=Mars")
    expect(page.locator("#first-view [role=status]")).to_have_text("2 of 10 films")
    page.get_by_role("link", name="Clear all").click()
    expect(page.locator("#first-view [role=status]")).to_have_text("10 of 10 films")


def test_cards_that_were_opened_stay_open(early: Early, published: str) -> None:
    page = early.open(published)
    page.locator("#first-view .row > summary").nth(2).click()
    early.comes_alive()
    cards = page.locator(".card > .row")
    expect(cards.nth(2).locator(".film")).to_be_visible()
    assert cards.evaluate_all("all => all.map(each => each.open)") == [at == 2 for at in range(10)]
    expect(page).to_have_url(re.compile("open="))


@pytest.mark.audit
def test_what_is_looked_at_stays_where_it_is(early: Early, published: str) -> None:
    page = early.open(published)
    row = page.locator("#first-view .row").nth(3)
    row.evaluate("row => scrollTo(0, row.getBoundingClientRect().top - 200)")
    top = row.evaluate("row => row.getBoundingClientRect().top")
    early.comes_alive()
    live = page.locator(".card > .row").nth(3)
    assert abs(live.evaluate("row => row.getBoundingClientRect().top") - top) <= 2


@pytest.mark.audit
def test_the_focus_stays(early: Early, published: str) -> None:
    page = early.open(published)
    page.locator("#first-view .row > summary").nth(1).focus()
    early.comes_alive()
    expect(page.locator(".card > .row > summary").nth(1)).to_be_focused()


def test_what_was_typed_is_searched_for(early: Early, published: str) -> None:
    page = early.open(published)
    page.locator("#first-search").fill("mars")
    early.comes_alive()
    expect(page.locator("p.count")).to_have_text("3 of 10 films")
    expect(page).to_have_url(re.compile("q=mars"))


def test_where_scripts_never_come_the_first_view_works(early: Early, published: str) -> None:
    page = early.page
    page.route(re.compile(r"/static/js/"), lambda route: route.abort())
    page.goto(f"{published}/?q=mars")
    expect(page.locator("#first-view [role=status]")).to_have_text("3 of 10 films")
    page.locator("#first-view .row > summary").first.click()
    expect(page.locator("#first-view .row .film").first).to_be_visible()
