"""A visitor who comes while the list is still being prepared, and one whose tab was open before a new start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.i18n.languages import english
from dashboard.lists.waiting import Waiting
from dashboard.model.progress import Progress
from dashboard.web.preparing_page import progress_page
from tests.browser.axe import violations
from tests.browser.conftest import Visitor
from tests.serving import free_port, watched
from tests.start import LIST, let_come, starting

SLOW = 20_000
"""Milliseconds within which the page must follow; it asks every second, without scripts every few."""


def opened(browser: Browser, query: str, address: str, **more: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 1000}, **more).new_page()
    answer = page.goto(f"{address}/{query}")
    assert answer
    assert answer.status == 503
    return page


@pytest.mark.parametrize(
    ("query", "heading", "step", "count"),
    [
        ("?q=mars", "World cinema", "Step 1 of 4: reading the file", "1 of 2 films"),
        ("?lang=ru&years=1971-1971", "World cinema", "Шаг 1 из 4: чтение файла", "1 из 2 фильмов"),
    ],
    ids=["en", "ru"],
)
def test_the_view_of_the_link_opens_by_itself(
    browser: Browser, tmp_path: Path, query: str, heading: str, step: str, count: str
) -> None:
    with starting(tmp_path) as (running, pipe):
        page = opened(browser, query, running.address)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        expect(page.get_by_role("progressbar", name=step)).to_be_visible()
        expect(page).to_have_title(re.compile(f"^0[\\s\xa0]?% · {heading}$"))
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        let_come(pipe)
        expect(page.locator("p.count")).to_have_text(count, timeout=SLOW)
        expect(page).to_have_url(f"{running.address}/{query}")
        page.context.close()


def test_it_follows_the_list_in_place_also_when_nobody_answers_for_a_while(browser: Browser, tmp_path: Path) -> None:
    later = progress_page("World cinema", Waiting("own", Progress("check", 0.43), 20), english())
    with starting(tmp_path) as (running, _), browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{running.address}/?q=mars")
        page.evaluate("window.loadedOnce = true")
        context.set_offline(True)
        with page.expect_event("requestfailed"):
            pass
        context.set_offline(False)
        page.route("**/?q=mars", lambda route: route.fulfill(status=503, content_type="text/html", body=later))
        expect(page.get_by_role("progressbar", name="Step 2 of 4: checking its rows, 43%")).to_have_js_property(
            "value", 0.357
        )
        expect(page).to_have_title("35% · World cinema")
        assert page.evaluate("window.loadedOnce")


def test_without_scripts_it_is_loaded_anew(browser: Browser, tmp_path: Path) -> None:
    with starting(tmp_path) as (running, pipe), browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{running.address}/?q=mars")
        expect(page.get_by_role("progressbar")).to_be_visible()
        let_come(pipe)
        expect(page.locator(".plain h2")).to_contain_text("1 of 2 films", timeout=SLOW)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, scheme: str) -> None:
    with starting(tmp_path) as (running, _):
        page = opened(browser, "", running.address, color_scheme=scheme)
        assert violations(page) == []
        page.context.close()


def test_a_tab_that_was_open_says_how_far_it_is_and_gets_its_view_back(browser: Browser, tmp_path: Path) -> None:
    port, path = free_port(), tmp_path / "before.csv"
    path.write_text(LIST, encoding="utf-8")
    with browser.new_context(viewport={"width": 1280, "height": 1000}) as context:
        with watched(str(path), port=port) as before:
            me = Visitor(context.new_page(), before.address).open("?q=mars")
            me.shows("1 of 2 films")
        with starting(tmp_path, port) as (running, pipe):
            expect(me.page.get_by_text("Step 1 of 4: reading the file")).to_be_visible(timeout=SLOW)
            expect(me.page.get_by_role("heading", level=1)).to_have_text("World cinema")
            expect(me.count).to_have_count(0)
            let_come(pipe)
            expect(me.count).to_have_text("1 of 2 films", timeout=SLOW)
            me.settled()
            me.link_is("?q=mars")
            expect(me.page.get_by_text("Step 1 of 4")).to_have_count(0)
            assert "ERROR" not in running.said()
