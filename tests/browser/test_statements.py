"""What holds of a statement is said in a real browser: the words by keyboard, a source that is asked for, and home."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.conftest import Visit, Visitor
from tests.browser.contexts import Contexts
from tests.browser.test_bring import on_the_page, show
from tests.browser.test_edit import LONGEST, beside, cells_changed
from tests.serving import until, watched

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


@pytest.mark.audit
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
    by_key(form.get_by_role("button", name="Keep this statement"))
    visitor.settled()
    expect(page.locator("ol.claims li").first).to_contain_text("✓ supported shot in Omsk A page says so.")
    expect(page.get_by_text("Checked: 1 of 3 sentences.")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Bundle").click()
    with zipfile.ZipFile(Path(waiting.value.path())) as bundle:
        _, row = csv.reader(io.StringIO(bundle.read("claims.csv").decode("utf-8-sig")))
    assert row[1:6] == ["description", "shot in Omsk", "shot in Omsk", "supported", "A page says so."]


TWELVE = "title,year,description\n" + "".join(
    f"Film {at:02},{1960 + at},It was shot in {place}.\n"
    for at, place in enumerate(
        ("Omsk", "Minsk", "Kiev", "Riga", "Baku", "Perm", "Tver", "Tula", "Ufa", "Chita", "Sochi", "Yalta")
    )
)


def by_key(control: Locator, key: str = "Enter") -> None:
    control.focus()
    control.press(key)


def checked(visitor: Visitor, number: int) -> None:
    """Says of the sentence of the queue what holds, with a source where the verdict needs one."""
    queue = visitor.page.locator(".st-key-form-queue")
    verdict = ("supported", "contradicted", "not established", "judgement")[number % 4]
    by_key(queue.get_by_role("radio", name=verdict).first, "Space")
    visitor.settled()
    queue.get_by_label("Why", exact=True).fill(f"Reason {number}.")
    if number % 4 < 2:
        queue.get_by_label("Source", exact=True).fill("A page")
        queue.get_by_label("Its address").fill("https://example.org/a")
    by_key(queue.get_by_role("button", name="Keep this statement"))
    expect(visitor.page.get_by_text(f"Checked: {number + 1} of 12 sentences.")).to_be_visible()
    visitor.settled()


@pytest.mark.audit
def test_a_bundle_is_made_with_the_page_alone_and_served(visit: Visit, contexts: Contexts, tmp_path: Path) -> None:
    """A list pasted, three cells mended, ten sentences checked, taken home, served, and seen in Russian on a phone."""
    visitor = on_the_page(visit)
    page = visitor.page
    page.get_by_label("Or paste it").fill(TWELVE)
    by_key(page.get_by_role("button", name="Read the pasted text"))
    expect(page.get_by_text("12 rows: 12 fine.")).to_be_visible()
    visitor.settled()
    by_key(page.get_by_role("button", name="Show this list"))
    visitor.shows("12 of 12 films")
    visitor.settled()
    cells_changed(visitor, {"Film 00": "One", "Film 01": "Two", "Film 02": "Three"})
    by_key(page.get_by_role("button", name="Go through them"))
    for number in range(10):
        checked(visitor, number)
    with page.expect_download() as waiting:
        by_key(page.get_by_role("button", name="Bundle"))
    bundle = tmp_path / "films.zip"
    waiting.value.save_as(bundle)
    with watched(str(bundle)) as running, contexts.new(viewport={"width": 390, "height": 844}) as context:
        reader = Visitor(context.new_page(), running.address).open("?lang=ru")
        reader.shows("12 из 12 фильмов")
        heads = reader.page.locator(".card summary h3")
        assert heads.all_inner_texts()[:4] == ["One (1960)", "Two (1961)", "Three (1962)", "Film 03 (1963)"]
        marks = reader.page.locator(".card > details > summary .marks").all_inner_texts()
        signs = ("✓ 1 подтверждено", "✗ 1 опровергнуто", "? 1 не установлено", "")
        assert [*marks] == [signs[at % 4] if at < 10 else "" for at in range(12)]
        reader.card("film-03-1963").locator("> .row > summary").click()
        expect(reader.card("film-03-1963").locator("ol.claims li")).to_contain_text("Reason 3.")
