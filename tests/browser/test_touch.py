"""The timeline under a thumb: to scroll over it scrolls, and a tap picks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visitor

TABLET = {"width": 820, "height": 1000, "has_touch": True}
Point = tuple[float, float]


def on_the_plot(me: Visitor) -> Point:
    """A place between the marks of the timeline; the page stands still and above it."""
    me.settled()
    expect(me.page.locator(".films_marks")).to_have_count(1)
    box = me.page.locator(
        '[data-testid="stVegaLiteChart"] svg', has=me.page.locator(".films_marks")
    ).last.bounding_box()
    assert box is not None
    return box["x"] + 0.3 * box["width"], box["y"] + 0.6 * box["height"]


def drag(me: Visitor, start: Point, places: Iterable[Point]) -> None:
    """Puts a finger down, moves it to one place after another, and lifts it."""
    sends: Callable[..., Any] = me.page.context.new_cdp_session(me.page).send
    sends("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start[0], "y": start[1]}]})
    for x, y in places:
        sends("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y}]})
    sends("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def scrolled(me: Visitor) -> float:
    return float(me.page.locator(".stMain").evaluate("main => main.scrollTop"))


@pytest.mark.parametrize(
    ("across", "down"),
    [
        pytest.param(40, -240, id="up", marks=pytest.mark.audit),
        pytest.param(160, -200, id="aslant"),
        pytest.param(240, 0, id="across", marks=pytest.mark.audit),
    ],
)
def test_a_thumb_that_moves_over_the_timeline_filters_nothing(visit: Visit, across: float, down: float) -> None:
    me = visit(**TABLET)
    before, (x, y) = scrolled(me), on_the_plot(me)
    drag(me, (x, y), ((x + across * share / 12, y + down * share / 12) for share in range(1, 13)))
    if down:
        me.page.wait_for_function("before => document.querySelector('.stMain').scrollTop > before + 100", arg=before)
    me.settled()
    me.shows("10 of 10 films")
    me.link_is("")


def test_a_tap_picks(visit: Visit) -> None:
    me = visit(**TABLET)
    on_the_plot(me)
    me.mark("Solaris").tap()
    expect(me.selected().get_by_role("heading", name="Solaris")).to_be_visible()
    me.link_is("?film=solaris-1972")
