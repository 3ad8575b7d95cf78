"""For fingers, narrow windows and those whom motion makes ill: targets, reflow, no motion, and no drag that must be."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Show, Visit
from tests.browser.contexts import Contexts
from tests.browser.states import NAMED, Condition, stands

pytestmark = pytest.mark.audit

TARGETS = Path(__file__).with_name("targets.js").read_text(encoding="utf-8")
FITS = """() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
    .every(each => each.scrollWidth <= each.clientWidth)"""
MOVING = """() => [...document.querySelectorAll('*')].filter(element => {
    const style = getComputedStyle(element);
    const long = times => times.split(',').some(time => parseFloat(time) > 0.01);
    return (style.animationName !== 'none' && long(style.animationDuration)) || long(style.transitionDuration);
}).map(element => element.tagName + '.' + element.className)"""


@pytest.mark.parametrize(
    ("name", "width"), [("evidence", 1280), ("evidence", 390), ("table", 390), ("charts", 390), ("draft", 1280)]
)
def test_targets_are_24_pixels_or_apart(show: Show, name: str, width: int) -> None:
    found = show(Condition(NAMED[name], width=width)).evaluate(TARGETS)
    assert found["small"] == []
    assert found["targets"] > 15


def test_small_targets_side_by_side_are_found(show: Show) -> None:
    page = show(Condition(NAMED["nothing"]))
    button = "<button style='position: fixed; top: 970px; left: {}px; width: 9px; height: 9px; padding: 0'>a</button>"
    page.evaluate("made => document.querySelector('.stApp').insertAdjacentHTML('beforeend', made)", button.format(1240))
    assert page.evaluate(TARGETS)["small"] == []
    page.evaluate("made => document.querySelector('.stApp').insertAdjacentHTML('beforeend', made)", button.format(1255))
    assert len(page.evaluate(TARGETS)["small"]) == 2


@pytest.mark.parametrize(
    ("name", "zoom"), [("first", 4), ("evidence", 2), ("evidence", 4), ("table", 4), ("draft", 4), ("bars", 4)]
)
def test_nothing_scrolls_sideways(show: Show, name: str, zoom: int) -> None:
    page = show(Condition(NAMED[name]))
    page.set_viewport_size({"width": 1280 // zoom, "height": 1000 // zoom})
    stands(page)
    page.wait_for_function(FITS)


def test_nothing_moves_for_who_wants_no_motion(contexts: Contexts, published: str) -> None:
    with contexts.new(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{published}/?film=solaris-1972")
        stands(page)
        assert page.evaluate(MOVING) == []
        page.get_by_role("button", name="Mars (2)").click()
        expect(page.locator("p.count")).to_have_text("2 of 10 films")
        assert page.evaluate(MOVING) == []


def test_years_are_chosen_without_a_drag(visit: Visit) -> None:
    me = visit()
    start, end = (me.page.locator(".st-key-years").get_by_role("slider").nth(at) for at in (0, 1))
    for slider, key, times in ((start, "ArrowRight", 10), (end, "ArrowLeft", 9)):
        slider.focus()
        for _ in range(times):
            me.page.keyboard.press(key)
    me.shows("5 of 10 films")
    me.link_is("?years=1969-1984")


def test_a_file_is_chosen_without_a_drag(visit: Visit) -> None:
    me = visit()
    me.page.get_by_role("button", name="Bring your own list").first.press("Enter")
    button = me.page.locator('[data-testid="stFileUploader"]').get_by_role("button", name="Choose a file", exact=True)
    expect(button).to_be_visible()
    with me.page.expect_file_chooser():
        button.press("Enter")


@pytest.mark.parametrize("width", [1280, 800])
@pytest.mark.parametrize("key", ["guide-filters", "link-selected-solaris-1972", "link-view"])
def test_what_opens_does_not_cover_the_sidebar(visit: Visit, key: str, width: int) -> None:
    me = visit("?film=solaris-1972", width=width)
    me.page.locator(f".st-key-{key} button").first.click()
    body = me.page.get_by_test_id("stPopoverBody")
    expect(body).to_be_in_viewport(ratio=1)
    sidebar, opened = me.page.locator(".stSidebar").bounding_box(), body.bounding_box()
    assert sidebar is not None
    assert opened is not None
    assert sidebar["x"] + sidebar["width"] <= opened["x"]
    assert opened["x"] + opened["width"] <= width
