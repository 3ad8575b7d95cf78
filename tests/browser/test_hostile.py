"""Texts that try to be more than text, in every place that shows one, in a real browser."""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.query.bounds import PAGE_SIZE
from tests.browser import hostile
from tests.browser.conftest import Visit
from tests.serving import Served, dashboard, watched
from tests.texts import TEXTS, every, sample, write

ALL = os.environ.get("HOSTILE") == "all"
"""Whether every text is tried, as `make audit` does, and not some of each kind."""
CHOSEN = every() if ALL else sample(PAGE_SIZE)
BATCHES = [CHOSEN[at : at + PAGE_SIZE] for at in range(0, len(CHOSEN) - PAGE_SIZE, PAGE_SIZE)] + [CHOSEN[-PAGE_SIZE:]]
"""As many films as a page has cards; a list of two would have no filters."""
SOME = PAGE_SIZE if ALL else 4
"""How many texts of a batch are tried one by one, where that takes time."""
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
def mine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Served]]:
    """A folder, and a dashboard that serves the list in it."""
    folder = tmp_path_factory.mktemp("hostile") / "mine"
    folder.mkdir()
    write(folder, BATCHES[0])
    with watched(str(folder)) as running:
        yield folder, running


@pytest.fixture
def without_scripts(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.parametrize("texts", BATCHES, ids=range(len(BATCHES)))
def test_every_text_is_shown_as_it_was_written_and_runs_nothing(
    visit: Visit, without_scripts: Page, mine: tuple[Path, Served], texts: list[str]
) -> None:
    folder, running = mine
    read = write(folder, texts)
    me = visit(address=running.address)
    dialogs: list[str] = []
    me.page.on("dialog", lambda dialog: dialogs.append(dialog.message) or dialog.dismiss())
    wrong = [
        *hostile.cards(me, read),
        *hostile.timeline(me, read, SOME),
        *hostile.chips(me, read),
        *hostile.table(me, read),
        *hostile.report(me, read),
        *hostile.searches(me, read, SOME),
        *hostile.shortlist(me, read, SOME),
        *hostile.own_names(me, read, SOME // 2),
        *hostile.without_scripts(without_scripts, running.address, read),
    ]
    assert wrong == []
    assert (dialogs, me.page.evaluate("window.hacked")) == ([], None)
    assert " ERROR " not in running.said()
    assert hostile.printed(me.page, folder, read) == []
    assert (dialogs, me.page.evaluate("window.hacked")) == ([], None)


def test_there_are_enough_texts_of_every_kind() -> None:
    assert len(every()) >= 300
    assert all(set(sample(20)) & set(texts) for texts in TEXTS.values())


@pytest.fixture(scope="module")
def odd_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("odd") / "odd.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "year", "description", "destination", "themes"])
        for at, text in enumerate(ODD):
            writer.writerow([text, 1960 + at, text, text[:60], f"{text}; theme"])
    with dashboard(str(path)) as address:
        yield address


@pytest.mark.parametrize("width", [1280, 390])
def test_odd_texts_break_nothing(visit: Visit, odd_list: str, width: int) -> None:
    me = visit("?decade=1960s", address=odd_list, width=width)
    expect(me.page.locator("summary", has_text=re.compile(r"\(19\d\d\)"))).to_have_count(len(ODD))
    assert me.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    right_to_left = me.page.locator("summary", has_text="right to left").inner_text()
    assert right_to_left.rstrip().endswith(f"({1960})")
