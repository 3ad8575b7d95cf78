"""What the timeline's marks stand for: first view and live page say the same, and a choice changes the marks."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import FILMS, Visit
from tests.browser.contexts import Contexts, Early
from tests.serving import LONGEST_START, ask, until

FIRST = "#first-view .timeline > svg > a"
OF_FIRST = """all => all.map(each => [
  each.querySelector('title').textContent,
  each.querySelector('path:not([fill=transparent])').getAttribute('fill'),
])"""
OF_LIVE = "all => all.map(each => [each.getAttribute('aria-label'), each.getAttribute('fill')])"


def fills(marks: Locator, script: str) -> dict[str, str]:
    """By what each mark says, its colour."""
    return dict(marks.evaluate_all(script))


def test_the_live_page_has_the_colours_of_the_first_view(contexts: Contexts, published: str) -> None:
    link = "/?list=filmography&colour=destination&kind=feature"
    until(lambda: b"<svg height" in ask(published, link).body, LONGEST_START)
    with contexts.lent() as context:
        early = Early(context.new_page())
        early.open(f"{published}{link}")
        expect(early.page.locator(FIRST)).to_have_count(53)
        before = {text: fill for text, fill in fills(early.page.locator(FIRST), OF_FIRST).items() if "out" not in text}
        early.comes_alive()
        after = {text: fill for text, fill in fills(early.page.locator(FILMS), OF_LIVE).items() if "out" not in text}
    assert before == after
    assert set(after.values()) == {*(f"var(--hue{at})" for at in range(1, 8)), "var(--quiet)"}


@pytest.mark.audit
def test_a_choice_of_colour_is_seen_at_once_and_its_legend_filters(visit: Visit) -> None:
    me = visit("?list=filmography")
    me.page.get_by_role("combobox", name="What shape and colour of the marks stand for").click()
    me.page.get_by_role("option", name="Colour by: Kind").click()
    expect(me.page.locator(f'{FILMS}[fill="var(--hue4)"]')).to_have_count(3)
    me.page.locator(".st-key-signs").get_by_role("button", name=re.compile("TV film")).click()
    me.shows("3 of 53 films")
    me.link_is("?list=filmography&kind=TV+film&colour=kind")
