"""The whole tour by keyboard alone, with a focus that is seen and that nothing covers at every stop."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visitor

pytestmark = pytest.mark.audit

FOCUS = Path(__file__).with_name("focus.js").read_text(encoding="utf-8")
MOST_STOPS = 200


@dataclass
class Keys:
    """A visitor who has nothing but keys, and what was wrong with the focus on the way."""

    me: Visitor
    wrong: set[str] = field(default_factory=set)
    stops: int = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.me.page.keyboard.press(key)

    def write(self, text: str) -> None:
        self.me.page.keyboard.type(text)

    def here(self) -> str:
        """The name of what has the focus; notes whether one sees where it is."""
        found = self.me.page.evaluate(FOCUS)
        self.stops += 1
        if not found["seen"]:
            self.wrong.add(f"not seen: {found['name']}")
        if found["covered"]:
            self.wrong.add(f"{found['name']} is covered by {found['covered']}")
        return str(found["name"])

    def to(self, name: str, key: str = "Tab") -> None:
        """Goes on until something whose name matches has the focus."""
        self.me.settled()
        met = []
        while not re.search(name, self.here() if not met else met[-1]):
            assert len(met) < MOST_STOPS, f"No {name!r} among {met}"
            self.press(key)
            met.append(self.here())


def search(keys: Keys) -> None:
    keys.to("^Search$")
    keys.write("mars")
    keys.me.shows("3 of 10 films")
    keys.to("^“mars”")
    keys.press("Enter")
    keys.me.shows("10 of 10 films")


def use_each_filter(keys: Keys) -> None:
    keys.to("^Years — start", "Shift+Tab")
    keys.press(*["ArrowRight"] * 3)
    keys.me.shows("9 of 10 films")
    keys.press(*["ArrowLeft"] * 3)
    keys.me.shows("10 of 10 films")
    keys.to(r"^19\d0s")
    keys.press("Space")
    expect(keys.me.count).not_to_have_text("10 of 10 films")
    keys.press("Space")
    keys.me.shows("10 of 10 films")
    keys.to("^Themes")
    keys.write("rescue")
    expect(keys.me.page.get_by_role("option", name="rescue")).to_be_visible()
    keys.press("ArrowDown", "Enter", "Escape")
    keys.me.shows("1 of 10 films")
    keys.write("adventure")
    expect(keys.me.page.get_by_role("option", name="adventure")).to_be_visible()
    keys.press("ArrowDown", "Enter", "Escape")
    keys.me.shows("3 of 10 films")
    keys.to("^(any|all) of")
    keys.to("^all of", "ArrowRight")
    keys.press("Space")
    keys.me.link_is("?themes=rescue&themes=adventure&all=themes")
    keys.me.shows("1 of 10 films")
    keys.to("^Clear all")
    keys.press("Enter")
    keys.me.shows("10 of 10 films")


def from_the_timeline_to_a_film_and_its_sources(keys: Keys) -> None:
    keys.to("The timeline as a list")
    keys.to("^What shape and colour", "ArrowLeft")
    keys.to("The timeline as a list", "ArrowRight")
    keys.press("Enter")
    expect(keys.me.page.get_by_role("link", name=re.compile("The Sky Beckons ?, something"))).to_be_visible()
    keys.to("^1959 .*The Sky Beckons")
    keys.press("Enter")
    expect(keys.me.selected()).to_contain_text("The Sky Beckons (1959)")
    keys.to("^Statement 2, contradicted")
    keys.press("Enter")
    expect(keys.me.page.locator("li:focus")).to_have_count(1)
    keys.to("Russian Wikipedia|film catalogue")
    keys.to("^Back to statement")
    keys.press("Enter")
    expect(keys.me.page.locator("a.tag:focus")).to_have_count(1)


def open_a_card_and_take_it_away(keys: Keys) -> None:
    keys.to("Sort by", "Shift+Tab")
    keys.press("Enter", "ArrowDown", "ArrowDown", "Enter")
    expect(keys.me.page).to_have_url(re.compile("sort="))
    keys.to(r"Star Pilot \(1967\) ✗")
    keys.press("Enter")
    expect(keys.me.page.locator("details[open]", has_text="Star Pilot (1967)").last).to_contain_text("Cold War")
    keys.to("CSV, 10 films")
    with keys.me.page.expect_download():
        keys.press("Enter")
    keys.to("^(Cards|Table)$", "Shift+Tab")
    keys.to("^Table$", "ArrowRight")
    keys.press("Space")
    expect(keys.me.page).to_have_url(re.compile("view=table"))


def change_language(keys: Keys) -> None:
    keys.to("^Русский$")
    keys.press("Enter")
    keys.me.link_is("?lang=ru")
    expect(keys.me.page.locator("html")).to_have_attribute("lang", "ru")
    keys.me.shows("10 из 10 фильмов")
    keys.to("^Поиск$")


WALKS = (
    search,
    use_each_filter,
    from_the_timeline_to_a_film_and_its_sources,
    open_a_card_and_take_it_away,
    change_language,
)


@pytest.mark.parametrize("walk", WALKS)
def test_a_walk_by_keyboard(visit: Visit, walk: Callable[[Keys], None]) -> None:
    keys = Keys(visit(reduced_motion="reduce"))
    walk(keys)
    assert keys.wrong == set()
    assert keys.stops > 5
