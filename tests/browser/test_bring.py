"""Bringing a list in a real browser: pasted, its columns named by hand, browsed, sent on as a link; and uploaded."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import numpy as np
from playwright.sync_api import FilePayload, expect

from dashboard.exports.bundle import bundle
from dashboard.lists.loading import load_list
from dashboard.lists.source import published_source
from dashboard.render.citation import About
from tests.browser.conftest import Visit, Visitor
from tests.browser.states import open_choices
from tests.foreign import films

CLUB = """Film;Gezeigt;Kopie;Ort
Солярис;1972;1975;Kino 1
Stalker;1979;1981;Kino 2
Solo für Sanya;1980;1984;Kino 1
"""
"""Two columns could be the year."""


def on_the_page(visit: Visit, **options: int) -> Visitor:
    visitor = visit(**options)
    visitor.page.get_by_role("button", name="Bring your own list").last.click()
    expect(visitor.page.get_by_role("heading", name="Bring your own list")).to_be_visible()
    visitor.settled()
    return visitor


def show(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Show this list").click()
    expect(visitor.count).to_be_visible()
    visitor.settled()


def paste_and_name_the_year(visitor: Visitor) -> None:
    """Pastes the club's list and says which of its columns is the year; does not wait for the answer to that."""
    page = visitor.page
    page.get_by_label("Or paste it").fill(CLUB)
    page.get_by_role("button", name="Read the pasted text").click()
    expect(page.get_by_text("3 rows, 4 columns, 1 of them recognised")).to_be_visible()
    visitor.settled()
    open_choices(page.get_by_role("combobox", name="Gezeigt"))
    page.get_by_role("option", name="Year", exact=True).click()


def test_paste_map_browse_and_share(visit: Visit) -> None:
    visitor = on_the_page(visit)
    page = visitor.page
    paste_and_name_the_year(visitor)
    expect(page.get_by_text("3 rows: 3 fine.")).to_be_visible()
    visitor.settled()
    page.get_by_label("Name of the list").fill("Filmklub")
    page.get_by_label("Name of the list").press("Tab")
    visitor.settled()
    show(visitor)
    visitor.shows("3 of 3 films")
    page.get_by_role("button", name="1980s (1)").click()
    visitor.shows("1 of 3 films")
    fresh = visit(page.url.removeprefix(f"{visitor.address}/"))
    fresh.shows("1 of 3 films")
    expect(fresh.page.get_by_role("heading", name="Filmklub")).to_be_visible()
    expect(fresh.page.get_by_text("Solo für Sanya (1980)", exact=True)).to_be_visible()
    page.go_back()
    visitor.shows("3 of 3 films")
    page.reload()
    visitor.shows("3 of 3 films")


def test_what_was_begun_is_done_though_the_next_click_breaks_it_off(visit: Visit) -> None:
    visitor = on_the_page(visit)
    page = visitor.page
    paste_and_name_the_year(visitor)
    page.get_by_label("Name of the list").fill("Filmklub")
    page.get_by_role("button", name="Show this list").click()
    page.get_by_label("Name of the list").focus()
    expect(page.get_by_role("button", name="1980s (1)")).to_be_visible()
    expect(page.get_by_role("heading", name="Filmklub")).to_be_visible()


def test_an_upload_is_kept_until_its_owner_deletes_it(visit: Visit) -> None:
    visitor = on_the_page(visit, width=390)
    upload: FilePayload = {
        "name": "our_films-2024.csv",
        "mimeType": "text/csv",
        "buffer": films(400).encode("cp1251", "replace"),
    }
    visitor.page.locator("input[type=file]").set_input_files(upload)
    expect(visitor.page.get_by_role("heading", name="What was noticed")).to_be_visible()
    visitor.settled()
    show(visitor)
    visitor.shows("400 of 400 films")
    fresh = visit(visitor.page.url.removeprefix(f"{visitor.address}/"))
    fresh.shows("400 of 400 films")
    expect(fresh.page.get_by_role("heading", name="Our films 2024")).to_be_visible()
    expect(fresh.page.get_by_role("button", name="Delete it now")).to_have_count(0)
    visitor.page.get_by_role("button", name="Delete it now").click()
    visitor.shows("10 of 10 films")
    fresh.page.reload()
    expect(fresh.page.get_by_text("is not here any more")).to_be_visible()


def test_a_bundle_brings_back_its_view_and_its_evidence(visit: Visit) -> None:
    loaded = load_list(published_source())
    about = About("Soviet Space Films", "Ten films.", "", "https://x.org/?list=old&q=mars&view=table", "", date.today())
    data = bundle(loaded, np.arange(10), about, lambda film: film)
    visitor = on_the_page(visit)
    upload: FilePayload = {"name": "bundle.zip", "mimeType": "application/zip", "buffer": data}
    visitor.page.locator("input[type=file]").set_input_files(upload)
    expect(visitor.page.get_by_role("heading", name="What was noticed")).to_be_visible()
    visitor.settled()
    show(visitor)
    expect(visitor.page.get_by_role("heading", name="Soviet Space Films")).to_be_visible()
    expect(visitor.page).to_have_url(re.compile(r"/\?list=kept\.[\w-]{32}&q=mars&view=table$"))
    expect(visitor.page.get_by_text("The list makes 63 statements")).to_be_visible()


def test_a_hostile_list_runs_and_fetches_nothing(visit: Visit, tmp_path: Path) -> None:
    visitor = on_the_page(visit)
    page = visitor.page
    nasty = "<img src=x onerror=\"document.title='hacked'\">,![p](http://example.com/x.png) :red[x],[l](javascript:x)"
    page.get_by_label("Or paste it").fill(
        f"title,{nasty}\n<script>alert(1)</script>,a,b,c\nhttp://e.vil/x www.e.vil $x^2$ a@e.vil,d,e,f\n"
    )
    page.get_by_role("button", name="Read the pasted text").click()
    expect(page.get_by_role("heading", name="What was noticed")).to_be_visible()
    visitor.settled()
    show(visitor)
    visitor.shows("2 of 2 films")
    expect(page.get_by_text("<script>alert(1)</script> (no year)").first).to_be_visible()
    expect(page.locator('a[href*="vil"], a[href^="mailto:"], a[href^="javascript:"]')).to_have_count(0)
    assert "hacked" not in page.title()
