"""The focus stays with its control when the page is drawn anew, unless the visitor has left it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit

pytestmark = pytest.mark.audit

DRAWN_ANEW = """async (button, key) => {
    const place = button.closest(".stElementContainer"), {parentElement, nextSibling} = place;
    place.remove();
    await new Promise(requestAnimationFrame);
    const other = place.cloneNode(true);
    if (key) other.className = other.className.replace(...key);
    parentElement.insertBefore(other, nextSibling);
}"""


@pytest.mark.parametrize(
    ("left_by", "keeps"),
    [
        ("", True),
        ("document.activeElement.blur()", False),
        ("document.querySelector('h1').dispatchEvent(new PointerEvent('pointerdown', {bubbles: true}))", False),
        ("document.querySelector('summary').focus()", False),
    ],
    ids=["not left", "left by Escape", "left by a click elsewhere", "another has it"],
)
def test_a_control_that_is_taken_away_and_put_back(visit: Visit, left_by: str, keeps: bool) -> None:
    me = visit("?pick=solaris-1972")
    me.settled()
    off = me.page.locator(".st-key-tool-off-solaris-1972 button")
    off.focus()
    me.page.evaluate(left_by)
    off.element_handle().evaluate(DRAWN_ANEW)
    expect(off).to_have_count(1)
    assert off.evaluate("button => button === document.activeElement") == keeps


@pytest.mark.parametrize("key", [None, ["st-key-facet-decade", "st-key-facet-decade__2"]], ids=["itself", "another"])
def test_the_same_one_of_several(visit: Visit, key: list[str] | None) -> None:
    me = visit()
    me.settled()
    decades = me.page.locator('[class*="st-key-facet-decade"] button')
    decades.nth(2).focus()
    decades.nth(2).element_handle().evaluate(DRAWN_ANEW, key)
    expect(decades.nth(2)).to_be_focused()
