"""A film that a reader chooses is what they see: its card in the window, and the way back when they close it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FloatRect, Locator, Page, WebSocketRoute, expect

from tests.browser.conftest import FILMS, Visit, Visitor
from tests.tables import sampled

SIZES = {
    "phone": (390, 844),
    "tablet": (768, 1024),
    "laptop": (1280, 900),
    "wide": (1440, 900),
    "cinema": (1920, 1080),
}
SCROLLED = "document.querySelector('.stMain').scrollTop"
SWAP = """() => {
    document.activeElement.blur();
    document.getElementById("first-view").remove();
    document.dispatchEvent(new Event("film-list:live"));
}"""
SCROLL = "top => document.querySelector('.stMain').scrollTo(0, top)"


def each_size() -> list[object]:
    long = pytest.mark.audit
    return [pytest.param(*size, id=name, marks=() if name == "phone" else long) for name, size in SIZES.items()]


def heading(me: Visitor) -> Locator:
    return me.selected().get_by_role("heading", level=3).first


def chart(me: Visitor) -> Locator:
    """The timeline, the new one where another is about to go."""
    return me.page.locator(".st-key-section-timeline .stVegaLiteChart").last


def box(part: Locator) -> FloatRect:
    found = part.bounding_box()
    assert found is not None
    return found


def bottom(part: Locator) -> float:
    return box(part)["y"] + box(part)["height"]


def right(part: Locator) -> float:
    return box(part)["x"] + box(part)["width"]


def mark(me: Visitor) -> Locator:
    """Solaris on the timeline, which on a phone is a list."""
    row = me.page.locator(".upright a", has_text="Solaris")
    return row if row.is_visible() else me.mark("Solaris")


def timeline(me: Visitor) -> Locator:
    """What has the focus after a film of a link was closed: the chart, or the film on the list."""
    return chart(me) if chart(me).is_visible() else mark(me)


def is_seen(me: Visitor) -> None:
    expect(heading(me)).to_be_focused()
    me.settled()
    expect(heading(me)).to_be_in_viewport(ratio=1)
    expect(me.selected().locator(".film")).to_be_in_viewport()


def scrolled(me: Visitor) -> int:
    me.settled()
    return int(me.page.evaluate(SCROLLED))


def stands(me: Visitor) -> None:
    expect(me.page.locator(FILMS) if chart(me).is_visible() else me.page.locator(".upright a")).to_have_count(10)
    me.settled()


def by_mark(me: Visitor) -> Locator:
    mark(me).click()
    return timeline(me)


def by_surprise(me: Visitor) -> Locator:
    button = me.page.get_by_role("button", name="Surprise me")
    button.click()
    return button


def by_key(me: Visitor) -> Locator:
    button = me.page.get_by_role("button", name="Surprise me")
    button.focus()
    me.page.keyboard.press("Enter")
    return button


def by_shortlist(me: Visitor) -> Locator:
    button = me.page.get_by_role("button", name="1. Solaris (1972)")
    button.click()
    return button


def by_row(me: Visitor) -> Locator:
    row = me.page.locator(".timeline-list a", has_text="Solaris")
    if not row.is_visible():
        me.page.get_by_text("The timeline as a list").click()
    row.focus()
    me.page.keyboard.press("Enter")
    me.link_is("?film=solaris-1972&pick=solaris-1972")
    return row


WAYS = [by_mark, by_surprise, by_key, by_shortlist, by_row]


@pytest.mark.parametrize(("width", "height"), each_size())
@pytest.mark.parametrize("query", sampled(["?film=solaris-1972", "?film=solaris-1972&destination=Mars&q=pilot"]))
def test_a_link_to_a_film_shows_the_film(visit: Visit, query: str, width: int, height: int) -> None:
    me = visit(query, width=width, height=height)
    is_seen(me)
    stands(me)
    is_seen(me)
    assert box(heading(me))["y"] < height / 3


@pytest.mark.parametrize(("width", "height"), each_size())
@pytest.mark.parametrize("choose", sampled(WAYS, len(WAYS)))
def test_what_is_chosen_is_seen_and_closing_leads_back(
    visit: Visit, choose: Callable[[Visitor], Locator], width: int, height: int
) -> None:
    me = visit("?pick=solaris-1972", width=width, height=height)
    stands(me)
    chosen_on = choose(me)
    is_seen(me)
    said = me.page.get_by_role("status").filter(has_text="Card opened: ")
    expect(said).to_contain_text(heading(me).inner_text().split(")")[0])
    me.selected().get_by_role("button", name="Close").click()
    expect(chosen_on).to_be_focused()
    me.settled()
    expect(chosen_on).to_be_in_viewport()
    expect(said).to_have_count(0)


@pytest.mark.audit
@pytest.mark.parametrize(("width", "height"), each_size())
def test_the_film_is_beside_its_timeline(visit: Visit, width: int, height: int) -> None:
    """Beside the chart where there is room, and then no longer than the window; else directly below it."""
    me = visit(width=width, height=height)
    stands(me)
    if width < 640:
        by_mark(me)
        is_seen(me)
        assert 0 < box(me.selected())["y"] - bottom(me.page.locator(".upright")) < 40
        return
    alone = box(chart(me))
    by_mark(me)
    is_seen(me)
    drawn = chart(me).locator("svg").first
    if width < 1440:
        assert box(chart(me))["width"] == alone["width"]
        assert 0 < box(me.selected())["y"] - bottom(chart(me)) < 80
    else:
        expect(drawn).not_to_have_attribute("width", str(round(alone["width"])))
        assert box(drawn)["width"] == box(chart(me))["width"] < alone["width"]
        assert 0 < box(me.selected())["x"] - right(chart(me)) < 40
        assert abs(box(me.selected())["y"] - box(chart(me))["y"]) < 1
        assert box(me.selected())["height"] < height
        me.selected().evaluate("panel => panel.scrollTo(0, 300)")
        expect(heading(me)).to_be_in_viewport(ratio=1)
        assert 0 < box(heading(me))["y"] - box(me.selected())["y"] < 40
    me.selected().get_by_role("button", name="Close").click()
    expect(drawn).to_have_attribute("width", str(round(alone["width"])))


@pytest.mark.audit
def test_after_a_link_closing_leads_to_the_timeline(visit: Visit) -> None:
    me = visit("?film=solaris-1972", width=390, height=844)
    is_seen(me)
    me.selected().get_by_role("button", name="Close").press("Enter")
    expect(timeline(me)).to_be_focused()
    expect(mark(me)).to_be_in_viewport()


@pytest.mark.audit
def test_another_film_is_seen_too(visit: Visit) -> None:
    me = visit("?film=solaris-1972")
    is_seen(me)
    me.mark("Star Pilot").click()
    expect(heading(me)).to_contain_text("Star Pilot")
    is_seen(me)


def change_a_filter(me: Visitor) -> None:
    me.page.get_by_role("button", name="Mars (2)").click()
    me.shows("2 of 10 films")


def open_another_card(me: Visitor) -> None:
    me.card("star-pilot-1967").locator("summary").first.evaluate("each => each.click()")
    expect(me.card("star-pilot-1967").locator(".film")).to_be_attached()


def clear_all(me: Visitor) -> None:
    me.page.get_by_role("button", name="Clear all").last.evaluate("each => each.click()")
    expect(me.selected()).to_have_count(0)


@pytest.mark.parametrize("act", sampled([change_a_filter, open_another_card, clear_all]))
def test_what_does_not_choose_a_film_does_not_move_the_page(visit: Visit, act: Callable[[Visitor], None]) -> None:
    me = visit("?film=solaris-1972&q=s")
    stands(me)
    is_seen(me)
    me.page.keyboard.press("Shift")
    me.page.evaluate(SCROLL, 40)
    act(me)
    assert scrolled(me) == 40


BUSY: dict[str, Callable[[Visitor], object]] = {
    "wheel": lambda me: me.page.mouse.wheel(0, 300),
    "key": lambda me: me.page.keyboard.press("End"),
    "press": lambda me: me.page.mouse.down(),
}


class Delay:
    """Keeps back what the server sends to a page that is loaded after this was made."""

    def __init__(self, page: Page) -> None:
        self.begun = False
        self.kept: list[tuple[WebSocketRoute, str | bytes]] = []
        page.route_web_socket(re.compile("_stcore/stream"), self._route)

    def _route(self, to_page: WebSocketRoute) -> None:
        def hear(message: str | bytes) -> None:
            if self.begun:
                self.kept.append((to_page, message))
            else:
                to_page.send(message)

        to_page.connect_to_server().on_message(hear)

    def end(self) -> None:
        self.begun = False
        for to_page, message in self.kept:
            to_page.send(message)


@pytest.mark.audit
@pytest.mark.parametrize("does", BUSY)
def test_whoever_moves_while_the_card_is_on_its_way_is_left_alone(visit: Visit, does: str) -> None:
    me = visit()
    delay = Delay(me.page)
    me.reload()
    stands(me)
    me.page.mouse.move(800, 500)
    delay.begun = True
    me.page.get_by_role("button", name="Surprise me").evaluate("each => each.click()")
    BUSY[does](me)
    delay.end()
    expect(me.selected().locator(".film")).to_be_attached()
    me.settled()
    expect(heading(me)).not_to_be_focused()


@pytest.mark.audit
def test_whoever_moves_while_the_page_loads_is_left_alone(visit: Visit) -> None:
    me = visit(width=390, height=844)
    me.page.goto(f"{me.address}/?film=solaris-1972", wait_until="domcontentloaded")
    me.page.keyboard.press("Shift")
    stands(me)
    expect(me.selected().locator(".film")).to_be_attached()
    expect(heading(me)).not_to_be_focused()
    assert scrolled(me) == 0


@pytest.mark.audit
def test_back_and_forward(visit: Visit) -> None:
    me = visit(width=390, height=844)
    stands(me)
    by_mark(me)
    is_seen(me)
    before = scrolled(me)
    me.page.evaluate(SCROLL, before + 900)
    me.page.go_back()
    expect(me.selected()).to_have_count(0)
    expect(timeline(me)).to_be_focused()
    expect(mark(me)).to_be_in_viewport()
    me.page.go_forward()
    expect(heading(me)).to_be_attached()
    is_seen(me)


@pytest.mark.audit
@pytest.mark.parametrize("wants", ["reduce", "no-preference"])
def test_it_moves_smoothly_only_for_those_who_like_it(visit: Visit, wants: str) -> None:
    me = visit(width=390, height=844, reduced_motion=wants)
    stands(me)
    me.page.evaluate(
        """() => { const by = Element.prototype.scrollBy; window.moved = [];
        Element.prototype.scrollBy = function (to) { window.moved.push(to.behavior); by.call(this, to); }; }"""
    )
    by_surprise(me)
    is_seen(me)
    assert set(me.page.evaluate("window.moved")) == {"instant" if wants == "reduce" else "smooth"}


@pytest.mark.audit
@pytest.mark.parametrize("top", [0, 400], ids=["not scrolled", "scrolled"])
def test_the_first_view_is_left_alone_until_it_has_gone(visit: Visit, top: int) -> None:
    me = visit("?lang=en", width=390, height=844)
    stands(me)
    me.page.evaluate("document.body.prepend(Object.assign(document.createElement('div'), {id: 'first-view'}))")
    by_surprise(me)
    expect(me.selected().locator(".film")).to_be_attached()
    me.settled()
    expect(heading(me)).not_to_be_focused()
    me.page.evaluate(SCROLL, top)
    me.page.evaluate(SWAP)
    if top:
        assert scrolled(me) == top
    else:
        is_seen(me)
