"""The shortlist in a real browser: stars by mouse and keyboard, the order by keyboard, and the programme on paper."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from dashboard.exports.programme import Programme, as_html
from dashboard.lists.source import filmography_source, published_source
from tests.browser.conftest import Visit, Visitor
from tests.browser.contexts import Contexts
from tests.exports.programmes import all_of
from tests.texts import TEXTS

pytestmark = pytest.mark.audit

PICKED = "?pick=solaris-1972&pick=star-pilot-1967&pick=the-last-flight-1993"
PROGRAMMES = {"published": all_of(published_source()), "filmography": all_of(filmography_source())}


def button(me: Visitor, name: str) -> Locator:
    return me.page.get_by_role("button", name=name, exact=True)


def test_a_star_is_reached_without_opening_the_card_and_keeps_the_focus(visit: Visit) -> None:
    me = visit()
    star = button(me, "Put Star Pilot (1967) on the shortlist")
    expect(star).to_be_visible()
    middles, sides = me.page.evaluate(
        """() => {
            const places = [".row > summary", "> .star"].map(each => `.card[data-film=star-pilot-1967] ${each}`);
            const [head, star] = places.map(each => document.querySelector(each).getBoundingClientRect());
            return [[head, star].map(each => each.y + each.height / 2), [star.width, star.height]];
        }"""
    )
    assert abs(middles[0] - middles[1]) < 2
    assert min(sides) >= 24
    star.focus()
    me.page.keyboard.press("Enter")
    expect(button(me, "Take Star Pilot (1967) off the shortlist").first).to_be_focused()
    expect(me.page.locator("details[open]")).to_have_count(0)
    me.link_is("?pick=star-pilot-1967")
    me.page.get_by_role("link", name="1 on your shortlist").click()
    expect(me.page.locator("#your-shortlist")).to_be_in_viewport()


def test_a_star_in_the_table(visit: Visit) -> None:
    me = visit("?view=table")
    table = me.page.get_by_test_id("stDataFrame")
    star = table.get_by_test_id("glide-cell-1-1")
    expect(star).to_have_text("☆")
    me.settled()
    second_row = {"x": 75, "y": 38 + 35 + 17}
    table.click(position=second_row)
    me.link_is("?view=table&pick=star-pilot-1967")
    expect(star).to_have_text("★")
    table.click(position=second_row)
    me.link_is("?view=table")


def test_the_order_is_changed_by_keyboard_and_the_focus_goes_along(visit: Visit) -> None:
    me = visit(PICKED)
    down = button(me, "Move Solaris (1972) down")
    down.focus()
    for query in (
        "?pick=star-pilot-1967&pick=solaris-1972&pick=the-last-flight-1993",
        "?pick=star-pilot-1967&pick=the-last-flight-1993&pick=solaris-1972",
        "?pick=star-pilot-1967&pick=the-last-flight-1993&pick=solaris-1972",
    ):
        me.page.keyboard.press("Enter")
        me.link_is(query)
        me.settled()
        expect(down).to_be_focused()


def test_a_day_and_a_time_are_typed_and_give_a_calendar(visit: Visit, tmp_path: Path) -> None:
    me = visit(PICKED)
    expect(button(me, "Calendar")).to_have_count(0)
    when = me.page.get_by_role("group", name="Day and time of Solaris (1972)").or_(
        me.page.locator(".st-key-when-solaris-1972")
    )
    when.get_by_role("spinbutton").first.click()
    me.page.keyboard.type("20261201", delay=30)
    me.page.keyboard.type("1930", delay=30)
    me.page.keyboard.press("Enter")
    expect(me.page).to_have_url(re.compile("on=solaris-1972%402026-12-01T19%3A30"))
    with me.page.expect_download() as download:
        me.page.locator(".st-key-programme-ics button").click()
    download.value.save_as(tmp_path / "programme.ics")
    assert b"DTSTART:20261201T193000\r\n" in (tmp_path / "programme.ics").read_bytes()


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(visit: Visit, width: int) -> None:
    me = visit(PICKED, width=width)
    expect(me.page.locator("#your-shortlist")).to_be_attached()
    me.settled()
    wide = me.page.evaluate(
        "() => [...document.querySelectorAll('html, [data-testid=stMain]')]"
        ".map(e => e.scrollWidth - e.clientWidth).filter(beyond => beyond > 0)"
    )
    assert wide == []


def bare(text: str) -> str:
    return "".join(text.split())


def printed(page: Page, programme: Programme, size: str) -> list[str]:
    """The text of each page of a programme on paper, without blanks and without what its plates say."""
    page.set_content(as_html(programme).decode())
    page.add_style_tag(content="figure { visibility: hidden }")
    pages = PdfReader(io.BytesIO(page.pdf(format=size))).pages
    return [bare(unicodedata.normalize("NFKC", each.extract_text())) for each in pages]


@pytest.fixture
def page(contexts: Contexts) -> Iterator[Page]:
    with contexts.lent() as context:
        yield context.new_page()


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("name", PROGRAMMES)
def test_no_film_stands_on_two_pages(page: Page, name: str, size: str) -> None:
    programme = PROGRAMMES[name]
    cover, *pages = printed(page, programme, size)
    assert cover.startswith("Spacenights")
    everything = "".join(pages)
    starts = [everything.rindex(bare(f"{at + 1}. {card.name}")) for at, card in enumerate(programme.films)]
    ends = [*starts[1:], len(everything)]
    edges = [sum(map(len, pages[:at])) for at in range(1, len(pages))]
    number = len(str(len(pages) + 1))
    split = [
        card.film
        for card, start, end in zip(programme.films, starts, ends, strict=True)
        if any(start < edge < end - number for edge in edges)
    ]
    assert split == []
    assert len(pages) <= len(programme.films)


@pytest.mark.parametrize("text", TEXTS["files"], ids=lambda text: text[:12])
def test_a_programme_of_hostile_texts_runs_and_fetches_nothing(page: Page, text: str) -> None:
    said: list[str] = []
    page.on("dialog", lambda dialog: (said.append("dialog"), dialog.dismiss()))
    page.on("request", lambda request: said.append(request.url))
    card = replace(PROGRAMMES["published"].films[1], name=text, other_title=text, facts=text, when=datetime(2026, 1, 1))
    programme = replace(PROGRAMMES["published"], films=(card,), title=text, link=text)
    page.set_content(as_html(programme).decode())
    expect(page.locator("h1")).to_have_text(" ".join(text.split()), use_inner_text=False)
    assert said == []
