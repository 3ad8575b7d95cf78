"""What holds of a statement is said in a real browser: the words by keyboard, a source that is asked for, and home."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visitor
from tests.browser.test_bring import on_the_page, show
from tests.browser.test_edit import LONGEST, beside
from tests.serving import until

FILMS = (
    "title,year,description\n"
    "Solaris,1972,It is set on a space station. It was shot in Omsk.\n"
    "Stalker,1979,In the Zone.\n"
)


def chosen_by_keyboard(visitor: Visitor, name: str, down: int) -> None:
    """Another option of a box, so many places below the one it holds."""
    box, options = visitor.page.get_by_role("combobox", name=name).first, visitor.page.get_by_role("listbox")

    def are_listed() -> bool:
        box.focus()
        box.press("ArrowDown")
        with suppress(AssertionError):
            expect(options).to_be_visible(timeout=5_000)
        return options.is_visible()

    until(are_listed, LONGEST)
    for _ in range(down - 1):
        box.press("ArrowDown")
    box.press("Enter")
    visitor.settled()


def test_a_statement_is_said_by_keyboard_and_taken_home(visit: Visit) -> None:
    visitor = on_the_page(visit, width=390)
    page = visitor.page
    page.get_by_label("Or paste it").fill(FILMS)
    page.get_by_role("button", name="Read the pasted text").click()
    expect(page.locator(".brought")).to_be_visible()
    visitor.settled()
    show(visitor)
    form = beside(visitor, "Solaris (1972)", "Say what holds")
    chosen_by_keyboard(visitor, "Sentence", 1)
    chosen_by_keyboard(visitor, "From the word", 2)
    expect(form.get_by_text("“shot in Omsk”")).to_be_visible()
    form.get_by_role("radio", name="supported").first.focus()
    page.keyboard.press("Space")
    form.get_by_label("Why", exact=True).fill("A page says so.")
    form.get_by_role("button", name="Keep this statement").press("Enter")
    expect(form.get_by_text("What is supported needs a source")).to_be_visible()
    expect(form.get_by_label("Why", exact=True)).to_have_value("A page says so.")
    form.get_by_label("Source", exact=True).fill("A page")
    form.get_by_label("Its address").fill("https://example.org/a")
    form.get_by_label("Its address").press("Enter")
    visitor.settled()
    expect(page.locator("ol.claims li").first).to_contain_text("✓ supported shot in Omsk A page says so.")
    expect(page.get_by_text("Checked: 1 of 3 sentences.")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bundle").click()
    with zipfile.ZipFile(Path(waiting.value.path())) as bundle:
        _, row = csv.reader(io.StringIO(bundle.read("claims.csv").decode("utf-8-sig")))
    assert row[1:6] == ["description", "shot in Omsk", "shot in Omsk", "supported", "A page says so."]
