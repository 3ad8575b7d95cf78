"""The gallery in a browser: full rows, letters that stay on their plates, and ways to a film and back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts, Early

ACROSS = {390: 2, 768: 4, 1280: 4, 1920: 6}
LEFT = "all => new Set(all.map(each => Math.round(each.getBoundingClientRect().left))).size"
OUTSIDE = """all => all.flatMap(plate => {
  const { left, right, top, bottom } = plate.getBoundingClientRect();
  return [...plate.querySelectorAll(':scope > text')].filter(text => {
    const box = text.getBoundingClientRect();
    return box.left < left || box.right > right || box.top < top - 2 || box.bottom > bottom;
  }).map(text => text.textContent);
})"""


@pytest.mark.audit
@pytest.mark.parametrize("width", [390, 1280])
def test_a_film_is_opened_and_led_back_to(visit: Visit, width: int) -> None:
    me = visit("?view=gallery&list=filmography", width=width)
    tiles = me.page.locator(".st-key-gallery .tile")
    expect(tiles).to_have_count(24)
    assert tiles.evaluate_all(LEFT) == ACROSS[width]
    assert me.page.locator(".plate").evaluate_all(OUTSIDE) == []
    assert me.page.evaluate("document.documentElement.scrollWidth") <= width
    me.page.evaluate("window.stays = true")
    tile = me.page.locator('.tile[data-film="planet-of-storms-1961"]')
    tile.focus()
    me.page.keyboard.press("Enter")
    me.link_is("?list=filmography&view=gallery&film=planet-of-storms-1961")
    heading = me.selected().get_by_role("heading", name="Planet of Storms")
    expect(heading).to_be_focused()
    expect(me.selected().locator(".plate")).to_be_visible()
    expect(tile).to_have_attribute("aria-current", "true")
    me.page.keyboard.press("Tab")
    me.page.keyboard.press("Enter")
    me.link_is("?list=filmography&view=gallery")
    expect(tile).to_be_focused()
    me.page.locator(".st-key-star-head-planet-of-storms-1961 button").click()
    me.link_is("?list=filmography&view=gallery&pick=planet-of-storms-1961")
    assert me.page.evaluate("window.stays")


@pytest.mark.audit
def test_it_is_there_before_the_scripts_and_keeps_the_focus(contexts: Contexts, published: str) -> None:
    with contexts.lent() as context:
        early = Early(context.new_page())
        page = early.open(f"{published}/?view=gallery")
        tiles = page.locator("#first-view .tile")
        expect(tiles).to_have_count(10)
        assert tiles.evaluate_all(LEFT) == ACROSS[1280]
        tiles.nth(3).focus()
        early.comes_alive()
        expect(page.locator(".st-key-gallery .tile").nth(3)).to_be_focused()


@pytest.mark.audit
@pytest.mark.parametrize("code", ["en", "ru"])
@pytest.mark.parametrize("width", ACROSS)
def test_letters_stay_on_their_plates(visit: Visit, width: int, code: str) -> None:
    for page in (1, 2, 3):
        me = visit(f"?view=gallery&list=filmography&lang={code}&page={page}", width=width)
        plates = me.page.locator(".st-key-gallery .plate")
        expect(plates.first).to_be_visible()
        assert plates.evaluate_all(OUTSIDE) == []
        assert me.page.locator(".tile").evaluate_all(LEFT) == min(ACROSS[width], plates.count())


def test_a_link_is_shared_or_copied(visit: Visit) -> None:
    me = visit("?view=gallery&q=mars", fresh=True, permissions=["clipboard-read", "clipboard-write"])
    me.page.evaluate("navigator.share = undefined")
    me.page.get_by_role("button", name="Link and citation").click()
    me.page.get_by_role("button", name="Share", exact=True).click()
    expect(me.page.locator(".sharing [role=status]")).to_have_text("The link is copied.")
    assert me.page.evaluate("navigator.clipboard.readText()") == f"{me.address}/?q=mars&view=gallery"
    me.page.evaluate("navigator.share = async (what) => { window.shared = what; }")
    me.page.get_by_role("button", name="Share", exact=True).click()
    me.page.wait_for_function("window.shared")
    assert me.page.evaluate("window.shared.url") == f"{me.address}/?q=mars&view=gallery"
