"""What only a browser shows of the look: the fonts that are really used, and that nothing runs off the side."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from math import dist

import pytest
from playwright.sync_api import expect

from dashboard.charts.fonts import TEXT, TITLE
from dashboard.charts.theme import PALETTES
from tests.browser.conftest import FILMS, Visit
from tests.serving import dashboard

FETCHED = "name => performance.getEntriesByType('resource').some(each => each.name.includes(`/fonts/${name}.`))"


@pytest.mark.parametrize("name", ["sofia-sans-latin", "sofia-sans-cyrillic", "sofia-sans-extra-condensed-latin"])
def test_the_fonts_of_what_is_shown_are_fetched_from_here(visit: Visit, name: str) -> None:
    visit("?list=filmography&film=per-aspera-ad-astra-1980").page.wait_for_function(FETCHED, arg=name)


HEIGHT = """([family, letter]) => {
  const drawn = document.createElement("canvas").getContext("2d");
  drawn.font = `100px "${family}"`;
  return Math.round(drawn.measureText(letter).actualBoundingBoxAscent);
}"""


@pytest.mark.parametrize("family", [TEXT, TITLE])
def test_cyrillic_letters_are_the_russian_ones(visit: Visit, family: str) -> None:
    """The font's Bulgarian в, к and ю rise above their line."""
    me = visit("")
    me.page.evaluate("family => document.fonts.load(`100px '${family}'`, 'вкюн')", family)
    heights = {letter: me.page.evaluate(HEIGHT, [family, letter]) for letter in "вкюн"}
    assert max(heights.values()) - min(heights.values()) < 5


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("russian") / "list.csv"
    path.write_text("title,year\nПланета бурь,1961\n", encoding="utf-8")
    with dashboard(str(path)) as address:
        yield address


def test_a_russian_title_has_the_title_face(visit: Visit, russian: str) -> None:
    me = visit("", address=russian)
    me.settled()
    head = me.page.locator('[class*="st-key-card-"] summary p')
    assert head.evaluate("each => getComputedStyle(each).fontFamily").split(",")[0].strip('"') == TITLE
    me.page.wait_for_function(FETCHED, arg="sofia-sans-extra-condensed-cyrillic")


@pytest.mark.parametrize(
    ("selector", "family"),
    [
        ("h1", TITLE),
        ("p.count", TITLE),
        ("p.line", TEXT),
        (".mark-text text:text-is('Solaris')", TITLE),
        (".role-axis-label text", TEXT),
    ],
)
def test_a_part_of_the_page_has_its_font(visit: Visit, selector: str, family: str) -> None:
    me = visit("")
    part = me.page.locator(selector).first
    assert part.evaluate("each => getComputedStyle(each).fontFamily").split(",")[0].strip('"') == family


@pytest.mark.parametrize("width", [320, 390, 640, 1280])
def test_nothing_runs_off_the_side(visit: Visit, width: int) -> None:
    me = visit("?open=star-pilot-1967&film=solaris-1972&q=space", width=width)
    expect(me.page.locator(FILMS)).to_have_count(10)
    me.settled()
    main = me.page.locator('[data-testid="stMain"]')
    assert main.evaluate("each => each.scrollWidth - each.clientWidth") == 0
    edges = me.page.locator(".mark-text text").evaluate_all(
        "(all, width) => all.map(each => each.getBoundingClientRect()).filter(at => at.left < 0 || at.right > width)",
        width,
    )
    assert edges == []


BOXES = "all => all.map(each => each.getBoundingClientRect()).map(at => [at.x + at.width / 2, at.y + at.height / 2])"


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A list whose dots are stacked where there is room: up to four films in a year, over 38 years."""
    path = tmp_path_factory.mktemp("look") / "sixty.csv"
    films = [f"Film {at},{1950 + at * at % 38}\n" for at in range(60)]
    path.write_text("title,year\n" + "".join(films), encoding="utf-8")
    with dashboard(str(path)) as address:
        yield address


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_dot_hides_another(visit: Visit, sixty: str, width: int) -> None:
    me = visit("", address=sixty, width=width)
    expect(me.page.locator(FILMS)).to_have_count(60)
    middles = me.page.locator(FILMS).evaluate_all(BOXES)
    assert min(dist(*pair) for pair in combinations(middles, 2)) > 10


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_film_of_a_short_list_is_a_target_of_24_pixels(visit: Visit, width: int) -> None:
    me = visit("", width=width)
    expect(me.page.locator(FILMS)).to_have_count(10)
    middles = me.page.locator(FILMS).evaluate_all(BOXES)
    assert min(dist(*pair) for pair in combinations(middles, 2)) >= 24
    x, y = middles[3]
    me.page.mouse.click(x - 11, y - 11)
    expect(me.selected()).to_contain_text("Solaris")


def test_a_title_on_the_timeline_opens_its_film(visit: Visit) -> None:
    me = visit("", width=390)
    me.page.locator(".mark-text text:text-is('Solaris')").last.click()
    expect(me.selected()).to_contain_text("Solaris")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sidebar_is_night(visit: Visit, scheme: str) -> None:
    sidebar = visit("", scheme=scheme).page.get_by_test_id("stSidebar")
    red, green, blue = bytes.fromhex(PALETTES["dark"].panel[1:])
    expect(sidebar).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
