"""Texts that try to be more than text, in every place that shows one, in a real browser."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dashboard.query.view import PAGE_SIZE
from tests.browser import hostile
from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts
from tests.foreign import in_a_link
from tests.serving import Served, watched
from tests.texts import TEXTS, every, sample, write

pytestmark = pytest.mark.audit

ALL = every()
BATCHES = [ALL[at : at + PAGE_SIZE] for at in range(0, len(ALL) - PAGE_SIZE, PAGE_SIZE)] + [ALL[-PAGE_SIZE:]]
"""As many films as a page has cards; a list of two would have no filters."""
SOME = sample(PAGE_SIZE)
"""Some texts of each kind."""
CASES = [
    pytest.param(SOME, 4, id="some of each kind"),
    *(pytest.param(texts, PAGE_SIZE // 2, id=f"{at}") for at, texts in enumerate(BATCHES)),
]
"""Texts, and how many of them are tried one by one where that takes time."""
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
    write(folder, SOME)
    with watched(str(folder)) as running:
        yield folder, running


@pytest.fixture
def without_scripts(contexts: Contexts) -> Iterator[Page]:
    with contexts.lent(java_script_enabled=False) as context:
        yield context.new_page()


@pytest.mark.parametrize(("texts", "most"), CASES)
def test_every_text_is_shown_as_it_was_written_and_runs_nothing(
    visit: Visit, without_scripts: Page, mine: tuple[Path, Served], texts: list[str], most: int
) -> None:
    folder, running = mine
    read = write(folder, texts)
    me = visit(address=running.address)
    dialogs: list[str] = []
    me.page.on("dialog", lambda dialog: dialogs.append(dialog.message) or dialog.dismiss())
    wrong = [
        *hostile.cards(me, read),
        *hostile.timeline(me, read, most),
        *hostile.chips(me, read),
        *hostile.table(me, read),
        *hostile.report(me, read),
        *hostile.searches(me, read, most),
        *hostile.shortlist(me, read, most),
        *hostile.own_names(me, read, most // 2),
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


def odd_list() -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["title", "year", "description", "destination", "themes"])
    for at, odd in enumerate(ODD):
        writer.writerow([odd, 1960 + at, odd, odd[:60], f"{odd}; theme"])
    return text.getvalue()


@pytest.mark.parametrize("width", [1280, 390])
def test_odd_texts_break_nothing(visit: Visit, width: int) -> None:
    me = visit(f"{in_a_link(odd_list())}&decade=1960s", width=width)
    expect(me.page.locator("summary", has_text=re.compile(r"\(19\d\d\)"))).to_have_count(len(ODD))
    assert me.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
    right_to_left = me.page.locator("summary", has_text="right to left").inner_text()
    assert right_to_left.rstrip().endswith(f"({1960})")
