"""Texts that try to be more than text, in every place that shows one, in a real browser."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from dashboard.page.text import unlinked
from tests.browser.conftest import FILMS, Visit
from tests.serving import dashboard

HOSTILE = [
    "<script>window.hacked = 1</script> script",
    "<img src=x onerror='window.hacked = 1'> image",
    '"><svg onload="window.hacked = 1"> vector',
    "[a link](javascript:window.hacked=1) ![p](http://example.com/x.png)",
    "<a href='javascript:window.hacked=1'>anchor</a>",
    ":red[directive] :material/home: :smile: :blue-badge[badge]",
    "$x^2$ `code` **bold** # heading ~~gone~~ | table",
    "&lt;entity&gt; &#106; \\escaped\\ _under_ http://example.com/auto",
    "=HYPERLINK('http://example.com') formula",
]
ODD = [
    "\u202eright to left",
    "עברית (1972) العربية",
    "Z͑ͫ̓ͪ̂ͫ̽a̴̢l̷̢g̸̢o",
    "👩‍🚀 " * 30,
    "word " * 80,
    "unbroken" * 60,
    "' quotes \" “”",
]


@pytest.fixture(scope="module")
def hostile_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(
            ["title", "year", "description", "destination", "themes", "<b>own</b> [c](javascript:0)", "source_url"]
        )
        for at, text in enumerate(HOSTILE + ODD):
            writer.writerow([text, 1960 + at, text, text[:60], f"{text}; theme", text, f"javascript:alert('{at}')"])
    with dashboard(str(path)) as address:
        yield address


@pytest.mark.parametrize("at", range(len(HOSTILE)))
def test_it_is_shown_as_written_and_runs_nothing(visit: Visit, hostile_list: str, at: int) -> None:
    text = HOSTILE[at]
    me = visit(address=hostile_list)
    summary = me.page.locator("summary", has_text=str(1960 + at))
    expect(summary).to_contain_text(f"{unlinked(text)} ({1960 + at})")
    summary.click()
    body = me.page.locator("details[open]")
    expect(body.locator("p.text").first).to_have_text(text)
    expect(body.locator("dd").last).to_have_text(re.compile("^javascript:alert"))
    me.page.locator(f'{FILMS}[aria-label$="{1960 + at}"]').hover()
    expect(me.page.locator("#vg-tooltip-element")).to_contain_text(text[:20])
    me.page.locator(".st-key-search input").fill(text.split()[-1])
    expect(me.page.locator(".st-key-drop--search- button").first).to_contain_text(unlinked(text.split()[-1][:30]))
    assert me.page.evaluate("window.hacked") is None
    assert me.page.locator("[data-testid=stMain] a[href^=javascript], [data-testid=stMain] img").count() == 0


@pytest.mark.parametrize("width", [1280, 390])
def test_odd_texts_break_nothing(visit: Visit, hostile_list: str, width: int) -> None:
    me = visit("?" + "&".join(f"decade={decade}s" for decade in (1960, 1970)), address=hostile_list, width=width)
    expect(me.page.locator("summary", has_text=re.compile(r"\(19\d\d\)"))).to_have_count(len(HOSTILE + ODD))
    assert me.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    right_to_left = me.page.locator("summary", has_text="right to left").inner_text()
    assert right_to_left.rstrip().endswith(f"({1960 + len(HOSTILE)})")
