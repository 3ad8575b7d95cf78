"""The page in a system's own colours and in stronger contrast: every state is seen, before the scripts and after."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts, Early
from tests.browser.states import THEMES
from tests.serving import LONGEST_START, ask, until

SCHEMES = [THEMES[0], *(pytest.param(theme, marks=pytest.mark.audit) for theme in THEMES[1:])]
TRACK = '.st-key-years [role="group"] > div > div:first-child'
THUMB = '.st-key-years [style*="translate"]'
SWITCH = ".stCheckbox label > div:not([data-testid])"
Colour = tuple[int, ...]


def colours(part: Locator) -> list[tuple[int, Colour]]:
    """The colours in which a part of the page is drawn, the most frequent last, each with its number of pixels."""
    with Image.open(BytesIO(part.screenshot())) as picture:
        return sorted(picture.convert("RGB").getcolors(picture.width * picture.height))


def fill(part: Locator) -> Colour:
    return colours(part)[-1][1]


def ink(part: Locator, ground: Colour) -> int:
    """How many pixels of a part of the page are not empty."""
    return sum(number for number, colour in colours(part) if colour != ground)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_state_is_seen_in_the_systems_colours(visit: Visit, scheme: str) -> None:
    me = visit("?decade=1960s&lane=on", scheme=scheme, forced_colors="active")
    page = me.page
    ground = fill(page.locator("p.said"))
    assert fill(page.get_by_role("button", name="1970s (2)")) == ground
    assert fill(page.get_by_role("button", name="1960s (1)")) != ground
    assert fill(page.locator(TRACK)) != ground
    assert fill(page.locator(THUMB).first) != ground
    switch = page.locator(SWITCH)
    on = fill(switch)
    assert on != ground
    page.get_by_role("switch").press("Space")
    me.settled()
    off = colours(switch)
    assert off[-1][1] == ground
    assert len(off) > 1


@pytest.mark.audit
@pytest.mark.parametrize("scheme", THEMES)
def test_every_state_is_seen_before_the_scripts(contexts: Contexts, published: str, scheme: str) -> None:
    until(lambda: b"<svg height" in ask(published, "/").body, LONGEST_START)
    with contexts.lent(color_scheme=scheme, forced_colors="active") as context:
        page = Early(context.new_page()).open(f"{published}/?decade=1960s&themes=rescue&themes=adventure&lane=on")
        ground = fill(page.locator("#first-view .said"))
        assert fill(page.locator("#choose a", has_text="1970s")) == ground
        for chosen in ("1960s", "any of", "English"):
            assert fill(page.locator("#choose a", has_text=chosen).first) != ground
        marks = page.locator("#first-view .timeline svg a")
        shown, ghost = marks.and_(page.locator(":not(.ghost)")).first, marks.and_(page.locator(".ghost")).first
        expect(shown).to_be_visible()
        expect(ghost).to_be_visible()
        drawn = [ink(each.locator('path:not([fill="transparent"])').first, ground) for each in (shown, ghost)]
        assert drawn[0] > 1.2 * drawn[1] > 0


FRAMED = ["button[kind=secondary]", "button[data-variant]", ".card .row"]
BORDERS = """parts => Object.fromEntries(parts.map(part => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(document.querySelector(`.stMain ${part}`));
    return [part, [parseFloat(borderTopWidth), borderTopColor]];
}))"""


@pytest.mark.audit
@pytest.mark.parametrize("scheme", THEMES)
def test_more_contrast_is_more(visit: Visit, scheme: str) -> None:
    usual = visit(scheme=scheme).page.evaluate(BORDERS, FRAMED)
    strong = visit(scheme=scheme, contrast="more").page.evaluate(BORDERS, FRAMED)
    for part, (width, colour) in strong.items():
        assert width == 2, part
        assert colour == {"light": "rgb(0, 0, 0)", "dark": "rgb(255, 255, 255)"}[scheme] != usual[part][1]
