"""The names beside the dots of the timeline, as a browser sets them, and what stands over a mark."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from dashboard.charts.names import SIZE
from tests.browser.conftest import FILMS, Visit
from tests.browser.contexts import Contexts, Early
from tests.serving import LONGEST_START, ask, until

pytestmark = pytest.mark.audit

LIVE = "#root .st-key-section-timeline .mark-text text[font-size='{size}px']:not([stroke])"
FIRST = "#first-view .timeline a text.name"
DOTS = "#first-view .timeline a path:not([fill='transparent'])"
BOXES = """all => all.filter(each => each.textContent && getComputedStyle(each).display !== "none").map(each => {
  const { x, y, width, height } = each.getBBox(), { a, d, e, f } = each.getScreenCTM();
  return [each.textContent, x * a + e, y * d + f, width * a, height * d];
})"""


class Box(NamedTuple):
    """What a browser drew: its text, and where it stands."""

    text: str
    x: float
    y: float
    width: float
    height: float

    def touches(self, other: Box) -> bool:
        """Whether two boxes overlap; a line is a little higher than its letters."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y + 3 < other.y + other.height and other.y + 3 < self.y + self.height


def boxes(page: Page, selector: str) -> list[Box]:
    return [Box(*each) for each in page.locator(selector).evaluate_all(BOXES)]


def dots(page: Page, selector: str) -> list[Box]:
    """The marks of films, whose boxes are those of their outlines."""
    found = page.locator(selector).evaluate_all("all => all.map(each => each.getBoundingClientRect().toJSON())")
    return [Box("", each["x"], each["y"], each["width"], each["height"]) for each in found]


def touching(names: list[Box], marks: list[Box]) -> list[tuple[Box, Box]]:
    pairs = [*combinations(names, 2), *((name, mark) for name in names for mark in marks)]
    return [pair for pair in pairs if pair[0].touches(pair[1])]


@pytest.mark.parametrize("code", ["en", "ru"])
def test_most_of_the_filmography_is_named_before_and_after_the_scripts(
    contexts: Contexts, published: str, code: str
) -> None:
    link = f"/?list=filmography&lang={code}"
    until(lambda: b"<svg height" in ask(published, link).body, LONGEST_START)
    with contexts.lent() as context:
        page = context.new_page()
        page.set_viewport_size({"width": 1280, "height": 900})
        early = Early(page)
        early.open(published + link)
        expect(page.locator("#first-view .timeline > svg")).to_be_attached()
        first, marks = boxes(page, FIRST), dots(page, DOTS)
        early.comes_alive()
        live, marks_live = boxes(page, LIVE.format(size=SIZE)), dots(page, FILMS)
    for names, drawn in ((first, marks), (live, marks_live)):
        assert len(names) >= 30
        assert len(drawn) == 53
        assert touching(names, drawn) == []
    assert [each.text for each in first] == [each.text for each in live]
    moved = [
        (one, other)
        for one, other in zip(first, live, strict=True)
        if max(abs(one.x - other.x), abs(one.y - other.y)) > 2
    ]
    assert moved == []


@pytest.mark.parametrize("width", [700, 900, 1600])
def test_names_touch_nothing_at_other_widths(visit: Visit, width: int) -> None:
    me = visit("?list=filmography", width=width)
    expect(me.page.locator(FILMS)).to_have_count(53)
    names = boxes(me.page, LIVE.format(size=SIZE))
    assert len(names) > 10
    assert touching(names, dots(me.page, FILMS)) == []
    plot = me.page.locator(".st-key-section-timeline svg.marks").bounding_box()
    assert plot
    assert all(each.x >= plot["x"] and each.x + each.width <= plot["x"] + plot["width"] for each in names)


@pytest.mark.parametrize("width", [700, 1280])
@pytest.mark.parametrize("link", ["", "?list=filmography"], ids=["published", "filmography"])
def test_a_tooltip_stays_in_the_window_and_has_no_empty_row(visit: Visit, link: str, width: int) -> None:
    me = visit(link, width=width)
    marks = me.page.locator(FILMS)
    expect(marks.first).to_be_visible()
    shown = me.page.locator("#vg-tooltip-element.visible")
    for at in (0, marks.count() // 2, marks.count() - 1):
        name = str(marks.nth(at).get_attribute("aria-label")).split(", ")[0]

        def tells(at: int = at, name: str = name) -> bool:
            """A chart that was drawn anew under a pointer that rests says nothing until it moves."""
            me.page.mouse.move(0, 0)
            marks.nth(at).hover(force=True)
            return shown.locator("h2").all_inner_texts() == [name]

        until(tells, LONGEST_START)
        box = shown.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert all(shown.locator("td.value").all_text_contents())
