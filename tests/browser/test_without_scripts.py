"""The whole job without scripts, by links and forms: find, filter, sort, read, choose, take away; axe over it all."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from dashboard.i18n.languages import languages
from dashboard.render.style import themed_style
from dashboard.web.pages import SHEETS, first_page
from tests.browser.axe import violations
from tests.browser.contexts import Contexts
from tests.web.shown import Parameters, ours

pytestmark = pytest.mark.audit


@pytest.fixture(params=[1280, 390])
def page(contexts: Contexts, published: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The dashboard in a browser that runs no scripts."""
    with contexts.new(java_script_enabled=False, viewport={"width": request.param, "height": 900}) as context:
        page = context.new_page()
        page.goto(published)
        yield page


def shows(page: Page, count: str) -> None:
    expect(page.locator(".shown [role=status]")).to_have_text(count)


def test_the_whole_job(page: Page, published: str) -> None:
    shows(page, "10 of 10 films")
    page.get_by_role("searchbox").fill("mars")
    page.get_by_role("searchbox").press("Enter")
    shows(page, "3 of 10 films")
    page.get_by_role("link", name="1960s 1").click()
    shows(page, "1 of 10 films")
    page.get_by_role("link", name="Remove this filter: “mars”").click()
    shows(page, "1 of 10 films")
    page.get_by_role("link", name="Clear all").click()
    shows(page, "10 of 10 films")
    themes = page.locator("form", has=page.locator("select[name=themes]"))
    themes.get_by_label("Add").select_option("adventure")
    themes.get_by_role("button", name="Filter").click()
    shows(page, "3 of 10 films")
    page.locator(".orders > summary").click()
    page.get_by_label("Sort by").select_option("title-desc")
    page.get_by_role("button", name="Sort", exact=True).click()
    expect(page).to_have_url(re.compile("sort="))
    assert page.locator(".row > summary h3").all_inner_texts() == sorted(
        page.locator(".row > summary h3").all_inner_texts(), reverse=True
    )
    page.locator(".row > summary").first.click()
    page.locator(".row").first.get_by_role("link", name="Put it on the shortlist").click()
    expect(page.get_by_role("heading", name="Shortlist")).to_be_visible()
    if page.locator(".as-list").is_visible():
        page.locator(".as-list > summary").click()
    page.locator(".timeline-list a").first.click()
    expect(page.locator(".chosen .claims li").first).to_be_visible()
    page.get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.get_by_role("link", name="Soviet Space Filmography").or_(
        page.get_by_role("navigation", name="Список").get_by_role("link").last
    ).first.click()
    expect(page.locator(".shown [role=status]")).to_contain_text("53")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


VIEWS: dict[str, tuple[str, Parameters]] = {
    "first": ("published", {}),
    "a film": ("published", {"film": ["star-pilot-1967"], "open": ["solaris-1972"], "pick": ["solaris-1972"]}),
    "filtered": ("filmography", {"decade": ["1960s"], "themes": ["adventure"]}),
    "nothing": ("published", {"q": ["nothing of the kind"]}),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize(("name", "link"), VIEWS.values(), ids=VIEWS)
def test_axe_finds_nothing(
    contexts: Contexts, published: str, name: str, link: Parameters, code: str, scheme: str
) -> None:
    markup = themed_style(*SHEETS) + first_page(ours(link, name, languages()[code]))
    with contexts.new(color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"{published}/health")
        page.set_content(f'<!doctype html><html lang="{code}"><title>Films</title>{markup}</html>')
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        assert violations(page) == []
