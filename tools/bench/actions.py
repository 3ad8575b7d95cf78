"""What a visitor does: the same on all pages, by role and label, and something else each time.

Were it the same each time, a page that keeps what it has found for one visitor would be timed at giving it to another.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from tools.bench.films import GENRES, WORDS
from tools.bench.sites import Site


@dataclass(frozen=True)
class Turn:
    """One round of actions, and what is chosen in it.

    Attributes:
        site: the page.
        size: the number of films of the list.
        number: of the round, from 0.
    """

    site: Site
    size: int
    number: int

    def word(self, at: int) -> str:
        """The first or the second word to search for; both are others in each round."""
        return WORDS[(2 * self.number + at) % len(WORDS)]

    @property
    def genre(self) -> str:
        """A genre that the list has."""
        return GENRES[self.number % min(self.size, len(GENRES))]

    @property
    def order(self) -> str:
        """An order that both pages with cards offer."""
        return ORDERS[self.number % len(ORDERS)]

    @property
    def choice(self) -> re.Pattern[str]:
        """The label of the genre's choice, with or without a number of films behind it."""
        return re.compile(rf"^{self.genre}( \(|$)")


ORDERS = ("Rating, highest first", "Director, A to Z", "Rating, lowest first", "Director, Z to A")

Deed = Callable[[Page, Turn], None]


def _sidebar(page: Page) -> Locator:
    return page.get_by_test_id("stSidebar")


def _type(page: Page, word: str) -> None:
    page.locator("input:visible").and_(page.get_by_label(re.compile("^search", re.IGNORECASE))).first.click()
    page.keyboard.type(word)


def _search(page: Page, turn: Turn) -> None:
    _type(page, turn.word(0))
    page.keyboard.press("Enter")


def _search_while_typing(page: Page, turn: Turn) -> None:
    _type(page, turn.word(1))
    if not turn.site.live:
        page.keyboard.press("Enter")


def _search_for_nothing(page: Page, _: Turn) -> None:
    for key in ("Control+a", "Delete", "Enter"):
        page.keyboard.press(key)


def _genres(page: Page) -> Locator:
    box = page.get_by_role("combobox", name=re.compile("^genres?$", re.IGNORECASE))
    return _sidebar(page).get_by_test_id("stMultiSelect").filter(has=box)


def _press_pill(page: Page, turn: Turn) -> None:
    _sidebar(page).get_by_role("button", name=turn.choice).click()


def _choose(page: Page, turn: Turn) -> None:
    if _genres(page).count() == 0:
        _press_pill(page, turn)
        return
    _genres(page).get_by_role("combobox").click()
    page.keyboard.type(turn.genre)
    page.get_by_role("option", name=turn.choice).click()


def _choose_and_close(page: Page, turn: Turn) -> None:
    _choose(page, turn)
    _close_choices(page)


def _close_choices(page: Page) -> None:
    if page.get_by_role("listbox").count():
        page.keyboard.press("Escape")


def _unchoose(page: Page, turn: Turn) -> None:
    _close_choices(page)
    if _genres(page).count() == 0:
        _press_pill(page, turn)
    else:
        _genres(page).get_by_role("button", name=re.compile(f"^Remove {turn.genre}")).click()


def _press_on_last_year(page: Page, *keys: str) -> None:
    years = _sidebar(page).get_by_role("group", name=re.compile("^years?$", re.IGNORECASE))
    years.get_by_role("slider").last.focus()
    for key in keys:
        page.keyboard.press(key)


def _some_years_less(page: Page, turn: Turn) -> None:
    _press_on_last_year(page, *["ArrowLeft"] * (1 + turn.number % 12))


def _a_step_of_years_less(page: Page, _: Turn) -> None:
    _press_on_last_year(page, "PageDown")


def _all_years(page: Page, _: Turn) -> None:
    _press_on_last_year(page, "End")


def _turn_on(page: Page, turn: Turn) -> None:
    page.get_by_role("button", name=turn.site.forth, exact=True).click()


def _turn_back(page: Page, turn: Turn) -> None:
    page.get_by_role("button", name=turn.site.back, exact=True).click()


def _sort_by(page: Page, order: str) -> None:
    _sidebar(page).get_by_role("combobox", name="Sort by").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(order)
    page.get_by_role("option", name=order, exact=True).click()


def _sort(page: Page, turn: Turn) -> None:
    _sort_by(page, turn.order)


def _as_listed(page: Page, _: Turn) -> None:
    _sort_by(page, "As listed")


def _look(page: Page, layout: str) -> None:
    page.get_by_role("radio", name=layout, exact=True).click()


def _charts(page: Page, _: Turn) -> None:
    _look(page, "Charts")


def _cards(page: Page, _: Turn) -> None:
    _look(page, "Cards")


def _first_card(page: Page, turn: Turn) -> None:
    page.locator(f"{turn.site.card} summary").first.click()


@dataclass(frozen=True)
class Action:
    """Something a visitor does, and the way back from it.

    Attributes:
        deed: what is timed, from its last key or click.
        undo: leads back to where `before` began; nothing if `before` and `deed` already do.
        changes: what has to change: "count" or "card".
        before: what has to be done first, untimed.
        smallest: the number of films a list must have.
    """

    deed: Deed
    undo: Deed | None
    changes: str = "count"
    before: Deed | None = None
    smallest: int = 1

    def fits(self, site: Site, size: int) -> bool:
        """Whether it can be done on a page with so many films."""
        return size >= self.smallest and self.changes in site.parts


ACTIONS = {
    "search": Action(_search, _search_for_nothing),
    "search-typing": Action(_search_while_typing, _search_for_nothing),
    "facet-on": Action(_choose, _unchoose),
    "facet-off": Action(_unchoose, None, before=_choose_and_close),
    "years": Action(_a_step_of_years_less, _all_years, before=_some_years_less),
    "page-2": Action(_turn_on, _turn_back, changes="card", smallest=21),
    "sort": Action(_sort, _as_listed, changes="card", smallest=2),
    "charts": Action(_charts, _cards, changes="card"),
    "open-card": Action(_first_card, _first_card, changes="card"),
}
