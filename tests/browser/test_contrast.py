"""Charts are legible: contrast as the browser has drawn it, which axe does not compute for what is in an SVG."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Show
from tests.browser.states import NAMED, Condition

pytestmark = pytest.mark.audit

MEASURE = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "theme"), [("picked-ghost", "light"), ("picked-ghost", "dark"), ("dots", "dark"), ("bars", "light")]
)
def test_texts_and_marks_of_charts_are_legible(show: Show, name: str, theme: str) -> None:
    measured = show(Condition(NAMED[name], theme)).evaluate(MEASURE)
    assert measured["faint"] == []
    assert measured["texts"] >= 5
    assert measured["marks"] >= {"picked-ghost": 10 + 7, "dots": 80, "bars": 60}[name]


def test_what_is_too_faint_is_found(show: Show) -> None:
    page = show(Condition(NAMED["picked-ghost"]))
    page.evaluate("document.querySelector('.films_marks path').setAttribute('style', 'fill: #eee; stroke: #ddd')")
    page.evaluate("document.querySelector('.role-axis-label text').setAttribute('fill', '#aaa')")
    assert len(page.evaluate(MEASURE)["faint"]) == 2
