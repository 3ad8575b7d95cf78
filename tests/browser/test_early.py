"""A visitor who comes while the list is still being prepared, and one whose tab was open before a new start."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from dashboard.i18n.languages import english
from dashboard.lists.package import ListPackage, pack, to_text
from dashboard.lists.waiting import Waiting
from dashboard.model.list_info import IN_LINK
from dashboard.model.progress import Progress
from dashboard.web.pages import progress_page
from tests.browser.axe import violations
from tests.browser.conftest import Visitor
from tests.browser.contexts import Contexts
from tests.browser.test_edit import opened
from tests.serving import Served, free_port, watched
from tests.start import LIST, let_come, starting

pytestmark = pytest.mark.audit


def waiting(context: BrowserContext, address: str, query: str = "") -> Page:
    """A page that says that its list is being prepared."""
    page = context.new_page()
    answer = page.goto(f"{address}/{query}")
    assert answer
    assert answer.status == 503
    return page


VISITORS = [
    ("?q=mars", "Step 1 of 4: reading the file", "1 of 2 films"),
    ("?lang=ru&years=1971-1971", "Шаг 1 из 4: чтение файла", "1 из 2 фильмов"),
]


def test_the_view_of_the_link_opens_by_itself_with_scripts_or_without(contexts: Contexts, tmp_path: Path) -> None:
    with (
        starting(tmp_path) as (running, pipe),
        contexts.lent(color_scheme="light") as context,
        contexts.new(java_script_enabled=False) as without_scripts,
    ):
        pages = [waiting(context, running.address, query) for query, _, _ in VISITORS]
        plain = waiting(without_scripts, running.address, "?q=mars")
        for page, (_, step, _) in zip(pages, VISITORS, strict=True):
            expect(page.get_by_role("heading", level=1)).to_have_text("World cinema")
            expect(page.get_by_role("progressbar", name=step)).to_be_visible()
            expect(page).to_have_title(re.compile("^0[\\s\xa0]?% · World cinema$"))
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(plain.get_by_role("progressbar")).to_be_visible()
        let_come(pipe)
        for page, (query, _, count) in zip(pages, VISITORS, strict=True):
            expect(page.locator("p.count")).to_have_text(count)
            expect(page).to_have_url(f"{running.address}/{query}")
        expect(plain.locator("#first-view [role=status]")).to_have_text("1 of 2 films")


def test_it_follows_the_list_in_place_also_when_nobody_answers_for_a_while(contexts: Contexts, early: Served) -> None:
    later = progress_page("World cinema", Waiting("own", Progress("check", 0.43), 20), english())
    with contexts.new() as context:
        page = waiting(context, early.address, "?q=mars")
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(contexts: Contexts, early: Served, scheme: str) -> None:
    with contexts.lent(color_scheme=scheme) as context:
        assert violations(waiting(context, early.address)) == []


def test_a_tab_that_was_open_says_how_far_it_is_and_gets_its_view_back(contexts: Contexts, tmp_path: Path) -> None:
    port, path = free_port(), tmp_path / "before.csv"
    path.write_text(LIST, encoding="utf-8")
    with contexts.lent(color_scheme="light") as context:
        with watched(str(path), port=port) as before:
            me = Visitor(context.new_page(), before.address).open("?q=mars")
            me.shows("1 of 2 films")
        with starting(tmp_path, port) as (running, pipe):
            expect(me.page.get_by_text("Step 1 of 4: reading the file")).to_be_visible()
            expect(me.page.get_by_role("heading", level=1)).to_have_text("World cinema")
            expect(me.count).to_have_count(0)
            let_come(pipe)
            expect(me.count).to_have_text("1 of 2 films")
            me.settled()
            me.link_is("?q=mars")
            expect(me.page.get_by_text("Step 1 of 4")).to_have_count(0)
            assert "ERROR" not in running.said()


def test_what_is_half_typed_about_a_list_of_ones_own_outlives_the_preparing(contexts: Contexts, tmp_path: Path) -> None:
    port, own = free_port(), to_text(pack(ListPackage("Films", {"films.csv": LIST.encode()})))
    with contexts.lent(color_scheme="light") as context:
        with watched(port=port) as before:
            me = Visitor(context.new_page(), before.address).open(f"?list={IN_LINK}{own}&film=another-1971")
            change = opened(me, "Edit this film")
            change.get_by_label("Director").fill("Half typed")
        expect(me.page.locator("#connection p")).to_be_visible()
        with starting(tmp_path, port) as (running, pipe):
            expect(me.page.locator('.stApp[data-test-script-state="running"]')).to_be_visible()
            let_come(pipe)
            me.settled()
            expect(change.get_by_label("Director")).to_have_value("Half typed")
            assert "ERROR" not in running.said()
