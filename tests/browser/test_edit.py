"""A list changed in a real browser: a cell, a film added and taken out, undone and done again, and taken home."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from dashboard.lists.package import ListPackage, pack, to_text
from dashboard.model.list_info import IN_LINK
from tests.browser.conftest import Visit, Visitor
from tests.browser.contexts import Contexts
from tests.browser.test_bring import on_the_page, show
from tests.serving import free_port, until, watched

LONGEST = 60
"""Seconds until something is open, on a busy machine."""
THREE = "Title;Year;Shelf\nSolaris;1972;A\nStalker;1979;A\nMirror;1975;B\n"


def theirs(visit: Visit, **options: int) -> Visitor:
    """A visitor with three films pasted."""
    visitor = on_the_page(visit, **options)
    visitor.page.get_by_label("Or paste it").fill(THREE)
    visitor.page.get_by_role("button", name="Read the pasted text").click()
    expect(visitor.page.locator(".brought")).to_be_visible()
    visitor.settled()
    show(visitor)
    return visitor


def opened(visitor: Visitor, *names: str) -> Locator:
    """What can be opened and closed under some names, one within the other, open."""
    part = visitor.page.locator("body")
    for name in names:
        head = visitor.page.locator("summary", has_text=name)
        part = part.locator("details", has=head).last
        until(partial(is_open, visitor, part), LONGEST)
    return part


def beside(visitor: Visitor, film: str, *names: str) -> Locator:
    """The same within a film beside the timeline, to which its card leads."""
    opened(visitor, film).get_by_role("link", name="Edit it or say what holds").click()
    expect(visitor.selected()).to_contain_text(film)
    visitor.settled()
    return opened(visitor, *names)


def is_open(visitor: Visitor, part: Locator) -> bool:
    """Whether a part is open, and has what is drawn only then; if it is closed it is opened."""
    if part.get_attribute("open") is None:
        part.locator("> summary").click()
    visitor.settled()
    with suppress(AssertionError):
        expect(part.locator("input, button, textarea, p").first).to_be_visible(timeout=5_000)
        visitor.settled()
        return part.get_attribute("open") is not None
    return False


def typed(visitor: Visitor, field: Locator, text: str) -> None:
    field.fill(text)
    field.press("Tab")
    visitor.settled()


def pressed(visitor: Visitor, button: Locator) -> None:
    button.click()
    visitor.settled()


def cells_changed(visitor: Visitor, titles: dict[str, str]) -> Locator:
    """What changes a list, once the first titles, by what they were, have been typed anew in its table and saved."""
    page, change = visitor.page, opened(visitor, "Change this list")
    change.get_by_role("tab", name="Several cells").click()
    table = change.get_by_test_id("stDataFrameResizable")
    for row, before in enumerate(titles):
        expect(table.get_by_test_id(f"glide-cell-0-{row}")).to_have_text(before)
    table.scroll_into_view_if_needed()
    visitor.settled()
    for row, text in enumerate(titles.values()):
        table.click(position={"x": 60, "y": 35 + 17 + 35 * row})
        expect(table.get_by_test_id(f"glide-cell-0-{row}")).to_have_attribute("aria-selected", "true")
        page.keyboard.type(text[0])
        field = page.locator(".gdg-growing-entry textarea")
        expect(field).to_have_value(text[0])
        field.fill(text)
        field.press("Enter")
        expect(table.get_by_test_id(f"glide-cell-0-{row}")).to_have_text(text)
        visitor.settled()
    pressed(visitor, change.get_by_role("button", name=f"Save {len(titles)} changed cells"))
    return change


def rows_taken_home(visitor: Visitor) -> list[list[str]]:
    with visitor.page.expect_download() as waiting:
        visitor.page.get_by_role("button", name="Bundle").click()
    with zipfile.ZipFile(Path(waiting.value.path())) as bundle:
        return list(csv.reader(io.StringIO(bundle.read("films.csv").decode("utf-8-sig"))))


@pytest.mark.audit
def test_a_list_is_changed_undone_done_again_and_taken_home(visit: Visit) -> None:
    visitor = theirs(visit)
    page = visitor.page
    form = beside(visitor, "Solaris (1972)", "Edit this film")
    typed(visitor, form.get_by_label("Year", exact=True), "soon")
    expect(form.get_by_text("“soon” is not a year")).to_be_visible()
    typed(visitor, form.get_by_label("Year", exact=True), "1971")
    typed(visitor, form.get_by_label("Director"), "Andrei Tarkovsky")
    pressed(visitor, form.get_by_role("button", name="Save"))
    expect(page.get_by_text("1 change. The last one: “Solaris (1972)”: Year and Director")).to_be_visible()
    change = opened(visitor, "Change this list")
    typed(visitor, change.get_by_label("Title", exact=True), "Moon")
    pressed(visitor, change.get_by_role("button", name="Add it to the list"))
    visitor.shows("4 of 4 films")
    expect(change.get_by_label("Title", exact=True)).to_have_value("")
    form = beside(visitor, "Mirror (1975)", "Edit this film")
    pressed(visitor, form.get_by_role("button", name="Take this film out"))
    visitor.shows("3 of 3 films")
    for films in ("4 of 4 films", "3 of 3 films"):
        pressed(visitor, page.get_by_role("button", name="Undo"))
        visitor.shows(films)
    for films in ("4 of 4 films", "3 of 3 films"):
        pressed(visitor, page.get_by_role("button", name="Redo"))
        visitor.shows(films)
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    assert [row[:3] for row in rows_taken_home(visitor)] == [
        ["id", "title", "year"],
        ["solaris-1972", "Solaris", "1971"],
        ["stalker-1979", "Stalker", "1979"],
        ["moon", "Moon", ""],
    ]


@pytest.mark.audit
def test_several_cells_are_changed_in_a_table(visit: Visit) -> None:
    visitor = theirs(visit)
    page = visitor.page
    change = cells_changed(visitor, {"Solaris": "Solyaris", "Stalker": "Zone"})
    expect(change.get_by_text("Saved: 2 cells in the table")).to_be_visible()
    expect(change.get_by_role("tab", name="Several cells")).to_be_focused()
    expect(page.locator("summary", has_text="Solyaris (1972)")).to_be_visible()
    assert [row[:2] for row in rows_taken_home(visitor)[1:3]] == [
        ["solaris-1972", "Solyaris"],
        ["stalker-1979", "Zone"],
    ]


@pytest.mark.audit
def test_a_film_is_changed_by_keyboard_on_a_phone(visit: Visit) -> None:
    visitor = theirs(visit, width=390)
    page = visitor.page
    beside(visitor, "Solaris (1972)")
    form = page.locator("details", has=page.locator("summary", has_text="Edit this film")).last
    form.locator("> summary").focus()
    page.keyboard.press("Enter")
    visitor.settled()
    form.get_by_label("Title", exact=True).focus()
    page.keyboard.press("End")
    page.keyboard.type(" II")
    page.keyboard.press("Tab")
    visitor.settled()
    form.get_by_role("button", name="Save").focus()
    page.keyboard.press("Enter")
    visitor.settled()
    expect(page.locator("summary", has_text="Solaris II (1972)")).to_be_visible()
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390


@pytest.mark.audit
def test_another_version_is_taken_over_one_by_one_then_all(visit: Visit) -> None:
    visitor = theirs(visit)
    change = opened(visitor, "Change this list")
    change.get_by_role("tab", name="Another version").click()
    other = THREE.replace(";A", ";B").replace("1975;B", "1975;C").encode()
    change.locator("input[type=file]").set_input_files({"name": "a.csv", "mimeType": "text/csv", "buffer": other})
    expect(change.get_by_text("3 differences.")).to_be_visible()
    visitor.settled()
    pressed(visitor, change.get_by_role("button", name="Take over", exact=True).first)
    expect(change.get_by_text("2 differences.")).to_be_visible()
    pressed(visitor, change.get_by_role("button", name="Take all of it over"))
    expect(change.get_by_text("The other version says nothing that this list does not say.")).to_be_visible()


FORMS = b"id,title,year,description\r\nx,X,1970,\r\ny,Y,1971,It is one. It is two.\r\n"


@pytest.mark.audit
@pytest.mark.alone
def test_what_is_typed_outlives_a_restart_of_the_server(contexts: Contexts) -> None:
    own = to_text(pack(ListPackage("Films", {"films.csv": FORMS})))
    with ExitStack() as running, contexts.new() as context:
        port = free_port()
        served = running.enter_context(watched(port=port))
        me = Visitor(context.new_page(), served.address).open(f"?list={IN_LINK}{own}&film=x")
        page, queue = me.page, me.page.locator(".st-key-form-queue")
        form = opened(me, "Edit this film")
        typed(me, form.get_by_label("Director"), "Someone")
        pressed(me, form.get_by_role("button", name="Save"))
        form = beside(me, "Y (1971)", "Edit this film")
        typed(me, form.get_by_label("Director"), "Someone else")
        form.get_by_label("Title", exact=True).fill("Half typed")
        say = page.locator("details", has=page.locator("summary", has_text="Say what holds")).last
        say.get_by_label("Why").fill("Half said")
        pressed(me, page.get_by_role("button", name="Go through them"))
        queue.get_by_role("button", name="Next").click()
        expect(queue.locator("mark")).to_have_text("It is two.")
        me.settled()
        queue.get_by_label("Why").fill("Half checked")
        served.process.kill()
        expect(page.locator("#connection p")).to_be_visible()
        running.enter_context(watched(port=port))
        expect(page.locator("#connection p")).to_be_hidden()
        me.settled()
        expect(say.get_by_label("Why")).to_have_value("Half said")
        expect(queue.get_by_label("Why")).to_have_value("Half checked")
        queue.get_by_text("judgement").click()
        pressed(me, queue.get_by_role("button", name="Keep this statement"))
        expect(queue.get_by_text("Saved: What holds of a statement: Y (1971)")).to_be_visible()
        expect(queue.get_by_role("heading")).to_be_focused()
        expect(say.get_by_label("Why")).to_have_value("Half said")
        pressed(me, form.get_by_role("button", name="Save"))
        expect(page.get_by_text("3 changes. The last one: “Y (1971)”: Title and Director")).to_be_visible()
        expect(page.locator("summary", has_text="Half typed (1971)")).to_be_visible()
        for left in (2, 1, 0):
            pressed(me, page.get_by_role("button", name="Undo"))
            expect(page.get_by_text(re.compile(f"^{left} changes?(\\.|$)"))).to_be_visible()


@pytest.mark.audit
def test_what_was_changed_outlives_a_reload(visit: Visit) -> None:
    me = theirs(visit)
    form = beside(me, "Stalker (1979)", "Edit this film")
    typed(me, form.get_by_label("Shelf"), "C")
    pressed(me, form.get_by_role("button", name="Save"))
    expect(me.page.get_by_text("1 change. The last one")).to_be_visible()
    me.settled()
    me.page.reload()
    expect(me.page.get_by_text("1 change. The last one")).to_be_visible()
    me.settled()
    pressed(me, me.page.get_by_role("button", name="Undo"))
    expect(me.page.get_by_text("0 changes")).to_be_visible()
