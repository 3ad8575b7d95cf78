"""The cards of a list in a browser: opened without the server, in the link, and kept while the page changes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, WebSocket, expect

from tests.browser.conftest import Visit, Visitor

SOLARIS, PILOT = "solaris-1972", "star-pilot-1967"
FRAMES = """film => new Promise(done => {
    const card = document.querySelector(`.card[data-film="${film}"]`);
    card.querySelector("summary").click();
    requestAnimationFrame(() => requestAnimationFrame(() => done(card.querySelector(".film").checkVisibility())));
})"""
OVER_THEIR_HEADS = """all => all.filter(card => {
    const [head, below] = [card.querySelector("summary"), card.querySelector(".snippet")];
    return below.getBoundingClientRect().top < head.lastElementChild.getBoundingClientRect().bottom;
}).map(card => card.dataset.film)"""
LOSE = """() => {
    const message = document.createElement("div");
    message.className = "told";
    const nothing = { films: [], bodies: [], texts: {}, open: [], shortlist: [] };
    message.textContent = JSON.stringify({ ...nothing, most: 20, heard: 0 });
    document.body.append(message);
}"""


def told(page: Page) -> list[bytes | str]:
    """What the page tells the server from now on."""
    sent: list[bytes | str] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", lambda message: sent.append(message))  # noqa: PLW0108

    page.on("websocket", listen)
    return sent


def open_films(me: Visitor) -> list[str]:
    return [
        str(film)
        for film in me.page.locator(".card:has(> .row[open])").evaluate_all("all => all.map(each => each.dataset.film)")
    ]


def test_a_card_opens_within_two_frames_and_asks_nobody_and_the_link_follows(visit: Visit) -> None:
    me = visit()
    me.settled()
    sent = told(me.page)
    me.reload()
    me.settled()
    before = len(sent)
    assert me.page.evaluate(FRAMES, SOLARIS)
    me.link_is(f"?open={SOLARIS}")
    me.card(PILOT).locator("> .row > summary").click()
    me.link_is(f"?open={SOLARIS}&open={PILOT}")
    assert len(sent) == before
    me.page.go_back()
    me.link_is(f"?open={SOLARIS}")
    expect(me.page.locator(".row[open]")).to_have_count(1)
    me.reload()
    assert open_films(me) == [SOLARIS]
    me.card(SOLARIS).locator("> .row > summary").click()
    me.link_is("")


def test_what_is_open_stays_while_filters_stars_and_links_change_the_page(visit: Visit) -> None:
    me = visit("?destination=Mars")
    me.settled()
    me.card(PILOT).locator("> .row > summary").click()
    me.page.get_by_role("button", name="Clear all").first.click()
    me.shows("10 of 10 films")
    me.link_is(f"?open={PILOT}")
    assert open_films(me) == [PILOT]
    me.card(SOLARIS).locator("> .star").click()
    expect(me.page.get_by_role("link", name="1 on your shortlist")).to_be_visible()
    me.link_is(f"?open={PILOT}&pick={SOLARIS}")
    me.card(PILOT).get_by_role("link", name="The Star of the Cosmos (1984)").click()
    expect(me.selected()).to_contain_text("The Star of the Cosmos (1984)")
    assert open_films(me) == [PILOT]


@pytest.mark.audit
def test_stars_clicked_one_after_the_other_are_all_filled(visit: Visit) -> None:
    me = visit()
    me.settled()
    stars = me.page.locator(".card > .star")
    stars.evaluate_all("all => all.slice(0, 3).forEach(each => each.click())")
    expect(me.page.get_by_role("link", name="3 on your shortlist")).to_be_visible()
    stars.first.evaluate("each => { each.click(); each.click(); each.click(); }")
    expect(me.page.get_by_role("link", name="2 on your shortlist")).to_be_visible()
    expect(stars.first).to_have_accessible_name("Put Solaris (1972) on the shortlist")


@pytest.mark.audit
def test_a_page_that_lacks_cards_gets_them(visit: Visit) -> None:
    me = visit()
    me.settled()
    me.page.evaluate(LOSE)
    expect(me.page.locator(".card")).to_have_count(0)
    me.page.locator('[class*="st-key-facet-decade"] button', has_text="1970s").click()
    expect(me.page.locator(".card")).to_have_count(2)
    expect(me.card(SOLARIS).locator("h3")).to_have_text("Solaris (1972)")
    me.card(SOLARIS).locator("> .row > summary").click()
    expect(me.card(SOLARIS).locator(".film")).to_contain_text("Statement by statement")


def test_link_and_citation_are_in_the_card_and_copied(visit: Visit) -> None:
    me = visit(f"?open={SOLARIS}", permissions=["clipboard-read", "clipboard-write"], fresh=True)
    card = me.card(SOLARIS)
    card.get_by_text("Link and citation").click()
    expect(card.locator("pre").first).to_have_text(f"{me.address}/?film={SOLARIS}")
    card.get_by_role("button", name="Copy").nth(2).click()
    expect(card.get_by_text("Copied.")).to_be_visible()
    assert me.page.evaluate("navigator.clipboard.readText()").startswith("@misc{solaris-1972,")


@pytest.mark.audit
def test_a_card_closed_below_the_table_unticks_its_row(visit: Visit) -> None:
    me = visit(f"?view=table&open={SOLARIS}&open={PILOT}")
    me.settled()
    me.card(SOLARIS).locator("> .row > summary").click()
    expect(me.page.locator(".card")).to_have_count(1)
    me.link_is(f"?view=table&open={PILOT}")


def test_where_a_search_is_found_stands_below_each_head(visit: Visit) -> None:
    me = visit("?q=space", width=390)
    expect(me.page.locator(".card > .snippet")).to_have_count(10)
    assert me.page.locator(".card").evaluate_all(OVER_THEIR_HEADS) == []
