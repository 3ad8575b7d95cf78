"""Quick clicks, typing, Back: in the end link, controls, count and films say the same, and no click is lost."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.i18n.languages import english
from dashboard.lists import registry as lists
from dashboard.query.filters import filters
from dashboard.query.in_words import facet_name, film_name, shown_of, value_names
from dashboard.query.index import Index
from dashboard.query.result import run_query
from dashboard.query.search.grammar import clean_search
from dashboard.query.url import parameters_of, parse, to_link
from dashboard.query.view import PAGE_SIZE, View
from dashboard.ui.sidebar.facets import MOST_PILLS
from tests.browser.conftest import Visit, Visitor
from tests.browser.contexts import QUIET

LIST = "filmography"
QUICK = Path(__file__).with_name("quick.js").read_text(encoding="utf-8")
SHOWN = Path(__file__).with_name("shown.js").read_text(encoding="utf-8")
GAPS = (0, 0, 10, 30, 60, 100, 150, 250, 400)
"""Milliseconds between two steps."""
WORDS = ("sp", "ace", "mars", "moon", "the ", "star", "zz")

Step = list[Any]


def opened() -> lists.Opened:
    return lists.open_list(LIST)


def pills(index: Index) -> list[tuple[str, str]]:
    """Every pill: its facet and what it says."""
    few = [facet for facet in index.facets.values() if len(facet.values) <= MOST_PILLS and facet.name != "evidence"]
    return [(facet.name, value_names(index, facet, english())[value]) for facet in few for value in facet.values]


def steps(seed: int, index: Index) -> list[Step]:
    """A sequence of quick steps; a pill is clicked once at most, so that it is chosen if no other step undoes that."""
    chance = Random(seed)
    left = pills(index)
    chance.shuffle(left)
    made: list[Step] = []
    for _ in range(chance.randint(6, 14)):
        act = chance.choices(
            ("pill", "type", "back", "forward", "chip", "clear", "card", "star", "history", "layout"),
            (10, 3, 5, 2, 2, 1, 1, 1, 1, 1),
        )[0]
        what: list[Any] = []
        if act == "pill":
            what = list(left.pop())
        elif act == "type":
            what = [chance.choice(WORDS)]
        elif act in ("chip", "card", "star"):
            what = [chance.randrange(5)]
        elif act == "layout":
            what = [chance.choice(("Cards", "Table"))]
        times = chance.randint(1, 3) if act == "back" else 1
        made += [[chance.choice(GAPS), act, *what] for _ in range(times)]
    made += [[chance.choice(GAPS), "pill", *left.pop()] for _ in range(chance.randint(0, 2))]
    return made


def wanted(link: str) -> dict[str, Any]:
    """What the page shows for a link, by the query layer alone."""
    found = opened()
    index, language = found.index, english()
    parameters = parameters_of(f"?{link}")
    view, ignored = parse(parameters, index, lists.names())
    assert (ignored, to_link(view)) == ((), parameters)
    now = run_query(found.loaded, view, lists.names()[0], language)
    return {
        "link": link,
        "count": shown_of(index, len(now.rows), language),
        "search": view.search,
        "pressed": _pressed(index, view),
        "chips": len(filters(index, view)),
        **_films(index, view, now.rows.tolist()),
        "history": now.has_history_track,
        "layout": view.layout.capitalize(),
    }


def _pressed(index: Index, view: View) -> dict[str, list[str]]:
    chosen = {
        facet: [value_names(index, index.facets[facet], english())[value] for value in values]
        for facet, values in view.chosen
    }
    return {facet_name(index, facet, english()): sorted(values) for facet, values in chosen.items()}


def _films(index: Index, view: View, rows: list[int]) -> dict[str, list[str]]:
    ids = index.frame["id"]
    first = (view.page - 1) * PAGE_SIZE
    page = ids.iloc[rows[first : first + PAGE_SIZE]].tolist()
    listed = page if view.layout == "cards" else [film for film in view.open if film in set(ids.iloc[rows])]
    return {
        "cards": [film_name(index, film, english()) for film in listed],
        "open": [film_name(index, film, english()) for film in listed if film in view.open],
    }


def found(page: Page) -> dict[str, Any]:
    """What the page shows: films by their names alone, and a search as it is understood."""
    page.evaluate(QUIET)
    said: dict[str, Any] = page.evaluate(SHOWN)
    said["search"] = clean_search(said["search"])
    for name in ("cards", "open"):
        said[name] = [re.sub(r"(?<=\(\d{4}\)).*", "", head) for head in said[name]]
    return said


def ready(me: Visitor) -> None:
    """Puts the hints away, and waits."""
    me.page.get_by_role("button", name="Got it").click()
    expect(me.page.locator(".hints")).to_have_count(0)
    settle(me)


def settle(me: Visitor) -> None:
    """Waits until every control is there, and all is quiet."""
    expect(me.page.get_by_label("Search", exact=True)).to_be_visible()
    expect(me.page.locator('[data-testid="stSkeleton"]')).to_have_count(0)
    me.page.evaluate(QUIET)


def look(visit: Visit, seed: int) -> None:
    """Does a sequence, and compares what the page then shows with what its link stands for."""
    me = visit(f"?list={LIST}")
    ready(me)
    done = steps(seed, opened().index)
    clicked = set(me.page.evaluate(QUICK, done))
    said = found(me.page)
    assert said == wanted(said["link"]), done
    pressed = {value for values in said["pressed"].values() for value in values}
    assert clicked <= pressed, (clicked - pressed, done)


SHORT = range(1)


@pytest.mark.parametrize("seed", SHORT)
def test_link_controls_count_and_films_say_the_same(visit: Visit, seed: int) -> None:
    look(visit, seed)


@pytest.mark.audit
def test_a_click_counts_though_the_number_beside_it_changes_meanwhile(visit: Visit) -> None:
    me = visit()
    settle(me)
    mars = me.page.get_by_role("button", name="Mars")
    mars.hover()
    me.page.mouse.down()
    me.page.get_by_role("button", name="1980s").evaluate("pill => pill.click()")
    expect(me.page.get_by_role("button", name="Mars (1)")).to_be_visible()
    me.page.mouse.up()
    me.link_is("?decade=1980s&destination=Mars")
    me.shows("1 of 10 films")


@contextmanager
def idle_loops(number: int) -> Iterator[None]:
    """Processes that do nothing, as fast as they can."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(number)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


@pytest.fixture(scope="module")
def busy() -> Iterator[None]:
    with idle_loops(2):
        yield


@pytest.mark.audit
@pytest.mark.parametrize("seed", range(60))
@pytest.mark.usefixtures("busy")
def test_the_same_on_a_busy_machine(visit: Visit, seed: int) -> None:
    look(visit, seed)
