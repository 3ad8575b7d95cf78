"""The page on a phone: its timeline stands upright, and search and the way to the filters stand on the page."""

from __future__ import annotations

from itertools import product

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts, Early
from tests.tables import sampled

PHONE = {"width": 390, "height": 844}
LEAST = 24
"""Pixels of a target that a thumb hits (WCAG 2.2, 2.5.8)."""
SEEN = """all => all.map(each => each.getBoundingClientRect())
  .filter(({ top, bottom, width }) => width && top >= 0 && bottom <= innerHeight).map(({ height }) => height)"""
LISTS = {"published": 10, "filmography": 53}


@pytest.mark.parametrize("where", sampled(product(LISTS, ["en", "ru"])))
def test_eight_films_are_in_the_first_window(visit: Visit, where: tuple[str, str]) -> None:
    name, code = where
    me = visit(f"?list={name}&lang={code}", **PHONE)
    marks = me.page.locator(".upright a")
    expect(marks).to_have_count(LISTS[name])
    heights = marks.evaluate_all(SEEN)
    assert len(heights) >= 8
    assert min(heights) >= LEAST
    expect(me.page.locator(".st-key-section-timeline")).to_be_hidden()
    expect(me.page.locator(".as-list")).to_be_hidden()
    expect(me.page.locator(".hints")).to_be_hidden()
    assert me.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.audit
def test_they_are_there_before_the_scripts(contexts: Contexts, published: str) -> None:
    with contexts.lent() as context:
        page = context.new_page()
        page.set_viewport_size({"width": 390, "height": 844})
        early = Early(page)
        early.open(published)
        expect(page.locator("#first-view .hints")).to_be_hidden()
        assert len(page.locator("#first-view .upright a").evaluate_all(SEEN)) >= 8
        expect(page.locator("#first-view .timeline")).to_be_hidden()
        page.locator("#first-view .to-filters").click()
        expect(page.locator("#choose h3").first).to_be_in_viewport()
        early.comes_alive()


@pytest.mark.audit
def test_the_years_go_down_and_what_is_filtered_out_stays(visit: Visit) -> None:
    me = visit("?destination=Mars", **PHONE)
    rows = me.page.locator(".upright li")
    years = [int(text.split()[0]) for text in rows.locator(".year").all_text_contents()]
    assert years == sorted(years)
    expect(rows.locator("a.ghost")).to_have_count(8)
    expect(rows.locator("a:not(.ghost)")).to_have_count(2)
    assert all("filtered out" in text for text in rows.locator("a.ghost").all_text_contents())
    tops = rows.locator("a").evaluate_all("all => all.map(each => each.getBoundingClientRect().top)")
    far, near = tops[1] - tops[0], tops[3] - tops[2]
    assert (years[1] - years[0], years[3] - years[2]) == (8, 1)
    assert far > near


def test_the_filters_are_one_tap_away(visit: Visit) -> None:
    me = visit(**PHONE)
    way = me.page.locator("#root .to-filters")
    expect(way).to_have_text("Filters")
    way.click()
    me.page.get_by_role("button", name="Mars (2)").click()
    me.shows("2 of 10 films")
    me.page.keyboard.press("Escape")
    expect(way).to_have_text("Filters (1)")


@pytest.mark.audit
def test_the_search_is_on_the_page(visit: Visit) -> None:
    me = visit(**PHONE)
    me.page.get_by_label("Search", exact=True).fill("mars")
    me.shows("3 of 10 films")
    expect(me.page.locator("#root .to-filters")).to_have_text("Filters")


@pytest.mark.audit
def test_a_window_that_becomes_wide_gets_the_chart(visit: Visit) -> None:
    me = visit(**PHONE)
    expect(me.page.locator(".upright a")).to_have_count(10)
    me.page.set_viewport_size({"width": 1280, "height": 900})
    expect(me.mark("Solaris")).to_be_visible()
    chart = me.page.locator(".stVegaLiteChart svg.marks")
    expect(chart).to_be_visible()
    assert (chart.bounding_box() or {"width": 0})["width"] > 600
    expect(me.page.locator(".timeline-list")).to_be_hidden()


@pytest.mark.audit
def test_a_long_list_keeps_its_chart(visit: Visit, long_list: str) -> None:
    me = visit(address=long_list, **PHONE)
    expect(me.page.locator(".st-key-section-timeline svg").first).to_be_visible()
    expect(me.page.locator(".timeline-list")).to_be_hidden()


@pytest.mark.audit
def test_the_sidebar_is_closed_after_a_reload(visit: Visit) -> None:
    me = visit(**PHONE)
    sidebar = me.page.locator(".stSidebar")
    me.page.locator(".to-filters").click()
    expect(sidebar).to_have_attribute("data-collapsed", "false")
    me.reload()
    expect(sidebar).to_have_attribute("data-collapsed", "true")
