"""What the first view shows stands where the live page has it, so that nothing jumps when that takes over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from playwright.sync_api import Page, expect

from tests.browser.contexts import QUIET, Contexts, Early

PLACES = {
    "heading": ("#first-view h1", "#root h1"),
    "head": ("#first-view .list-head", "#root .list-head"),
    "count": ("#first-view .shown h2", "#root p.count"),
    "timeline": ("#first-view .timeline", "#root .st-key-section-timeline"),
    "signs": ("#first-view .under-axis > .choices", "#root .st-key-signs [role=toolbar]"),
    "colours": ("#first-view .colours > summary", "#root .st-key-under_axis .stSelectbox"),
    "ways": ("#first-view .ways", "#root .ways"),
    "sentence": ("#first-view .said", "#root .said"),
    "line of the list": ("#first-view .as-list", "#root .as-list"),
    "list": ("#first-view .timeline-list", "#root .timeline-list"),
}
FILM = {
    "name": ("#first-view .chosen h2", "#root .st-key-selected h3"),
    "way back": ("#first-view .chosen .row-of > .button", "#root .st-key-selected_head button"),
    "picture": ("#first-view .chosen figure", "#root .st-key-selected figure"),
    "statement": ("#first-view .chosen .film .tag", "#root .st-key-selected .film .tag"),
    "texts": ("#first-view .chosen .film .text", "#root .st-key-selected .film .text"),
    "reasons": ("#first-view .chosen .film ol", "#root .st-key-selected .film ol"),
}
ROWS = ("#first-view .row > summary", "#root .card > .row > summary")
BOXES = """each => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return [x, y, width, height];
}"""


Boxes = dict[str, list[float]]
Places = Mapping[str, tuple[str, str]]


@contextmanager
def opened(contexts: Contexts, address: str, width: int) -> Iterator[Early]:
    """A page before its scripts, with its timeline."""
    with contexts.lent() as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        early = Early(page)
        early.open(address)
        expect(page.locator("#first-view .timeline > svg, #first-view .timeline[style]")).to_be_attached()
        yield early


def boxes(page: Page, places: Places, end: int) -> Boxes:
    """What stands in places of the first view, or of the live page, the first of each: left, top, width and height."""
    there = {name: page.locator(each[end]) for name, each in places.items()}
    return {name: each.first.evaluate(BOXES) for name, each in there.items() if each.count()}


def with_rows(page: Page, end: int) -> Boxes:
    """The same of a list, with each film's row."""
    rows = page.locator(ROWS[end]).evaluate_all(f"all => all.map({BOXES})")
    return boxes(page, PLACES, end) | {f"row {at}": box for at, box in enumerate(rows)}


def moved(before: Boxes, after: Boxes) -> dict[str, tuple[list[float], list[float]]]:
    """What stands elsewhere than before, or is as large no more, by more than two pixels."""
    assert before.keys() == after.keys()
    return {
        name: (box, after[name])
        for name, box in before.items()
        if any(abs(one - other) > 2 for one, other in zip(box, after[name], strict=True))
    }


@pytest.mark.audit
@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("film", ["solaris-1972", "the-sky-beckons-1959"])
def test_the_film_of_a_link_stays_where_it_is(
    contexts: Contexts, published: str, film: str, code: str, width: int
) -> None:
    with opened(contexts, f"{published}/?film={film}&lang={code}", width) as early:
        before = boxes(early.page, FILM, 0)
        early.comes_alive()
        early.page.evaluate(QUIET)
        after = boxes(early.page, FILM, 1)
    assert before.keys() == FILM.keys()
    assert moved(before, after) == {}


@pytest.mark.audit
@pytest.mark.parametrize("width", [390, 768, 1280, 1920])
@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("name", ["published", "filmography", "filmography&colour=destination"])
def test_nothing_moves_when_the_page_comes_alive(
    contexts: Contexts, published: str, name: str, code: str, width: int
) -> None:
    with opened(contexts, f"{published}/?list={name}&lang={code}", width) as early:
        before = with_rows(early.page, 0)
        early.comes_alive()
        after = with_rows(early.page, 1)
    assert moved(before, after) == {}
