"""What only a browser shows of the look: the fonts that are really used, and that nothing runs off the side."""

from __future__ import annotations

import re
from itertools import combinations
from math import dist

import pytest
from playwright.sync_api import Locator, Route, expect

from dashboard.charts.fonts import TEXT, TITLE
from dashboard.charts.theme import PALETTES
from dashboard.render.timeline_list import MOST_UPRIGHT
from tests.browser.conftest import FILMS, Visit
from tests.browser.contexts import IN_ITS_FONTS, SCRIPTS, Contexts
from tests.foreign import in_a_link
from tests.serving import LONGEST_START, until

pytestmark = pytest.mark.audit

FETCHED = "name => performance.getEntriesByType('resource').some(each => each.name.includes(`/fonts/${name}.`))"


@pytest.mark.parametrize("fresh", [True, False], ids=["first visit", "later visit"])
def test_the_fonts_of_what_is_shown_are_fetched_from_here(visit: Visit, fresh: bool) -> None:
    page = visit("?list=filmography&film=per-aspera-ad-astra-1980", fresh=fresh).page
    for name in ("sofia-sans-latin", "sofia-sans-cyrillic", "sofia-sans-extra-condensed-latin"):
        page.wait_for_function(FETCHED, arg=name)


HEIGHT = """([family, letter]) => {
  const drawn = document.createElement("canvas").getContext("2d");
  drawn.font = `100px "${family}"`;
  return Math.round(drawn.measureText(letter).actualBoundingBoxAscent);
}"""


def test_cyrillic_letters_are_the_russian_ones(visit: Visit) -> None:
    """The fonts' Bulgarian в, к and ю rise above their line."""
    page = visit().page
    for family in (TEXT, TITLE):
        page.evaluate("family => document.fonts.load(`100px '${family}'`, 'вкюн')", family)
        heights = [page.evaluate(HEIGHT, [family, letter]) for letter in "вкюн"]
        assert max(heights) - min(heights) < 5, family


BLOCKS = """() => [...document.querySelectorAll("#first-view main > *, #first-view .row")]
  .map(each => each.getBoundingClientRect()).map(({ top, height }) => [top, height])"""
FONT_FILES = re.compile(r"\.woff2$")
LINE = 24
"""Pixels from line to line of a text, about."""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("link", ["?list=published", "?list=filmography", "?film=solaris-1972"])
@pytest.mark.parametrize("code", ["en", "ru"])
def test_hardly_a_line_moves_when_the_fonts_come(
    contexts: Contexts, published: str, code: str, link: str, width: int
) -> None:
    """Letters are there before their fonts, in one that a reader has; a line in a long text may break elsewhere."""
    held: list[Route] = []
    with contexts.new() as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 900})
        page.route(SCRIPTS, lambda route: None)
        page.route(FONT_FILES, lambda route: held.append(route))  # noqa: PLW0108 (Playwright sets attributes on it)
        page.goto(f"{published}/{link}&lang={code}", wait_until="commit")
        expect(page.locator("#first-view footer")).to_be_attached()
        until(lambda: page.evaluate("document.fonts.status") == "loading" and len(held) >= 2, LONGEST_START)
        before = page.evaluate(BLOCKS)
        page.unroute(FONT_FILES)
        for route in held:
            route.continue_()
        page.wait_for_function(IN_ITS_FONTS)
        after = page.evaluate(BLOCKS)
    grown = [abs(one[1] - other[1]) for one, other in zip(before, after, strict=True)]
    assert len(grown) >= 14
    assert sum(height > 2 for height in grown) <= 5
    assert abs(before[-1][0] - after[-1][0]) <= 3 * LINE


def face(part: Locator) -> str:
    return str(part.evaluate("each => getComputedStyle(each).fontFamily")).split(",")[0].strip('"')


def test_a_russian_title_has_the_title_face(visit: Visit) -> None:
    me = visit(in_a_link("title,year\nПланета бурь,1961\n"))
    me.settled()
    assert face(me.page.locator(".card .row > summary h3")) == TITLE
    me.page.wait_for_function(FETCHED, arg="sofia-sans-extra-condensed-cyrillic")


def test_each_part_of_the_page_has_its_font(visit: Visit) -> None:
    page = visit().page
    fonts = {
        "h1": TITLE,
        "p.count": TITLE,
        "p.line": TEXT,
        ".mark-text text:text-is('Solaris')": TITLE,
        ".role-axis-label text": TEXT,
    }
    assert {selector: face(page.locator(selector).first) for selector in fonts} == fonts


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_runs_off_the_side(visit: Visit, width: int) -> None:
    me = visit("?open=star-pilot-1967&film=solaris-1972&q=space", width=width)
    expect(me.page.locator(".timeline-list a")).to_have_count(10)
    me.settled()
    main = me.page.locator('[data-testid="stMain"]')
    assert main.evaluate("each => each.scrollWidth - each.clientWidth") == 0
    edges = me.page.locator(".mark-text text").evaluate_all(
        "(all, width) => all.map(each => each.getBoundingClientRect()).filter(at => at.left < 0 || at.right > width)",
        width,
    )
    assert edges == []


PAINT = "each => getComputedStyle(each).fill"


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*bytes.fromhex(colour[1:]))


BOXES = "all => all.map(each => each.getBoundingClientRect()).map(at => [at.x + at.width / 2, at.y + at.height / 2])"


FILMS_DRAWN = MOST_UPRIGHT + 1
MANY = in_a_link("title,year\n" + "".join(f"Film {at},{1950 + at * at % 38}\n" for at in range(FILMS_DRAWN)))
"""A list that a phone draws too; its dots are stacked where there is room: at most four films in a year."""


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_dot_hides_another(visit: Visit, width: int) -> None:
    me = visit(MANY, width=width)
    expect(me.page.locator(FILMS)).to_have_count(FILMS_DRAWN)
    middles = me.page.locator(FILMS).evaluate_all(BOXES)
    assert min(dist(*pair) for pair in combinations(middles, 2)) > 10


@pytest.mark.parametrize("width", [700, 1280])
def test_a_film_of_a_short_list_is_a_target_of_24_pixels(visit: Visit, width: int) -> None:
    me = visit(width=width)
    expect(me.page.locator(FILMS)).to_have_count(10)
    me.mark("Solaris").scroll_into_view_if_needed()
    me.settled()
    middles = me.page.locator(FILMS).evaluate_all(BOXES)
    assert min(dist(*pair) for pair in combinations(middles, 2)) >= 24
    x, y = middles[3]
    me.page.mouse.click(x - 11, y - 11)
    expect(me.selected()).to_contain_text("Solaris")


def test_a_title_on_the_timeline_opens_its_film(visit: Visit) -> None:
    me = visit(width=700)
    me.page.locator(".mark-text text:text-is('Solaris')").last.click()
    expect(me.selected()).to_contain_text("Solaris")


def test_the_timeline_follows_a_change_of_theme_at_once(visit: Visit) -> None:
    me = visit(scheme="light")
    drawn = {"title": ".mark-text text:text-is('Solaris')", "year": ".role-axis-label text", "mark": FILMS}
    paints = [{name: me.page.locator(each).last.evaluate(PAINT) for name, each in drawn.items()}]
    me.page.emulate_media(color_scheme="dark")
    expect(me.page.locator(".stApp")).to_have_css("background-color", rgb(PALETTES["dark"].background))
    paints += [{name: me.page.locator(each).last.evaluate(PAINT) for name, each in drawn.items()}]
    for palette, paint in zip(PALETTES.values(), paints, strict=True):
        expected = {"title": palette.text, "year": palette.quiet, "mark": palette.contradicted}
        assert paint == {name: rgb(colour) for name, colour in expected.items()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sidebar_is_night(visit: Visit, scheme: str) -> None:
    sidebar = visit(scheme=scheme).page.get_by_test_id("stSidebar")
    red, green, blue = bytes.fromhex(PALETTES["dark"].panel[1:])
    expect(sidebar).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
