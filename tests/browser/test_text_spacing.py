"""Texts that a reader spaces out (WCAG 2.2, 1.4.12) are neither cut nor on one another."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts, Early
from tests.browser.states import WIDTHS

MEASURE = Path(__file__).with_name("spacing.js").read_text(encoding="utf-8")
SPACED = """() => {
    const rules = document.createElement("style");
    rules.textContent = `
        * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
        p { margin-bottom: 2em !important; }`;
    document.body.append(rules);
    return new Promise(requestAnimationFrame);
}"""
LINK = "?decade=1960s&decade=1970s&themes=rescue&pick=solaris-1972&film=solaris-1972&open=star-pilot-1967"
SPACED_OUT = (LINK, "?q=mars", "?lang=ru&view=table", "?list=filmography", "?list=filmography&view=charts", "?list=new")
LINKS = [pytest.param(link, marks=pytest.mark.audit) if link != LINK else link for link in SPACED_OUT]


@pytest.mark.parametrize("width", [WIDTHS[0], pytest.param(WIDTHS[1], marks=pytest.mark.audit)])
@pytest.mark.parametrize("link", LINKS)
def test_nothing_is_cut(visit: Visit, link: str, width: int) -> None:
    page = visit(link, width=width).page if "new" not in link else visit(width=width).page
    if "new" in link:
        page.get_by_test_id("stMain").get_by_role("button", name="Bring your own list").last.click()
        page.get_by_role("heading", level=1, name="Bring your own list").wait_for()
    page.evaluate(SPACED)
    assert page.evaluate(MEASURE, ".stMain")["wrong"] == []
    if width < 768:
        page.get_by_test_id("stExpandSidebarButton").click()
        page.locator(".stSidebar[data-collapsed=false]").wait_for()
    found = page.evaluate(MEASURE, ".stSidebar")
    assert found["wrong"] == []
    assert found["texts"] > 1


@pytest.mark.audit
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("link", SPACED_OUT[:-1])
def test_nothing_is_cut_before_the_scripts(contexts: Contexts, published: str, link: str, width: int) -> None:
    with contexts.lent() as context:
        page = context.new_page()
        page.set_viewport_size({"width": width, "height": 1000})
        early = Early(page)
        early.open(f"{published}/{link}")
        page.evaluate(SPACED)
        found = page.evaluate(MEASURE, "#first-view")
    assert found["wrong"] == []
    assert found["texts"] > 50


@pytest.mark.audit
def test_what_is_cut_is_found(visit: Visit) -> None:
    page = visit().page
    page.add_style_tag(content=".stMain button { height: 10px !important; min-height: 0 !important; overflow: hidden }")
    assert page.evaluate(MEASURE, ".stMain")["wrong"] != []
