"""Bringing a list in a real browser: pasted, its columns named by hand, browsed, sent on as a link; and uploaded."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import FilePayload, expect

from dashboard.exports.bundle import bundle
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import published_source
from dashboard.render.citation import About
from tests.browser.conftest import Visit, Visitor
from tests.browser.states import open_choices
from tests.foreign import films
from tests.formats.test_cases import EXPECTED
from tests.formats.test_cases import FOLDER as CASES
from tests.formats.workbooks.test_excel import xlsx

CLUB = """Film;Gezeigt;Kopie;Ort
Солярис;1972;1975;Kino 1
Stalker;1979;1981;Kino 2
Solo für Sanya;1980;1984;Kino 1
"""
"""Two columns could be the year."""


def archive(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name, data in members.items():
            opened.writestr(name.replace("_", "."), data)
    return made.getvalue()


EXPORT = archive(
    watched_csv=b"Date,Name,Year\n2021-01-01,Solaris,1972\n2021-01-02,Stalker,1979\n",
    ratings_csv=b"Date,Name,Year,Rating\n2021-01-01,Solaris,1972,5\n",
    lists_xlsx=xlsx(
        Best=[("title", "year"), ("Alien", 1979), ("Gattaca", 1997), ("Brazil", 1985)],
        Wanted=[("title", "director", "year"), ("Moon", "Duncan Jones", 2009)],
    ),
)


def on_the_page(visit: Visit, **options: int) -> Visitor:
    visitor = visit(**options)
    visitor.page.get_by_test_id("stMain").get_by_role("button", name="Bring your own list").last.click()
    expect(visitor.page.get_by_role("heading", name="Bring your own list")).to_be_visible()
    visitor.settled()
    return visitor


def choose(visitor: Visitor, what: str, option: str) -> None:
    """Chooses by one click what the page asks; does not wait for the answer to that."""
    visitor.page.get_by_role("radiogroup", name=what).get_by_text(option, exact=True).click()


def bring(visitor: Visitor, file: str, data: bytes) -> None:
    upload: FilePayload = {"name": file, "mimeType": "application/octet-stream", "buffer": data}
    visitor.page.locator("input[type=file]").set_input_files(upload)
    expect(visitor.page.locator(".brought")).to_be_visible()
    visitor.settled()


def show(visitor: Visitor) -> None:
    visitor.page.get_by_role("button", name="Show this list").click()
    expect(visitor.count).to_be_visible()
    visitor.settled()


def paste_and_name_the_year(visitor: Visitor) -> None:
    """Pastes the club's list and says which of its columns is the year; does not wait for the answer to that."""
    page = visitor.page
    page.get_by_label("Or paste it").fill(CLUB)
    page.get_by_role("button", name="Read the pasted text").click()
    expect(page.get_by_text("4 columns, 1 of them recognised")).to_be_visible()
    visitor.settled()
    choose(visitor, "Year", "Gezeigt")


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
    expect(fresh.page.locator("summary", has_text="Solo für Sanya (1980)")).to_be_visible()
    page.go_back()
    visitor.shows("3 of 3 films")
    visitor.reload()
    visitor.shows("3 of 3 films")


@pytest.mark.audit
def test_what_was_begun_is_done_though_the_next_click_breaks_it_off(visit: Visit) -> None:
    visitor = on_the_page(visit)
    page = visitor.page
    paste_and_name_the_year(visitor)
    page.get_by_label("Name of the list").fill("Filmklub")
    page.get_by_role("button", name="Show this list").click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="1980s (1)")).to_be_visible()
    expect(page.get_by_role("heading", name="Filmklub")).to_be_visible()


@pytest.mark.audit
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
    fresh.reload()
    expect(fresh.page.get_by_text("is not here any more")).to_be_visible()


@pytest.mark.audit
def test_a_bundle_brings_back_its_view_and_its_evidence(visit: Visit) -> None:
    loaded = load_list(published_source())
    about = About("Soviet Space Films", "Ten films.", "", "https://x.org/?list=old&q=mars&view=table", "", date.today())
    data = bundle(loaded, np.arange(10), about, lambda film: film, english())
    visitor = on_the_page(visit)
    upload: FilePayload = {"name": "bundle.zip", "mimeType": "application/zip", "buffer": data}
    visitor.page.locator("input[type=file]").set_input_files(upload)
    expect(visitor.page.get_by_role("heading", name="What was noticed")).to_be_visible()
    visitor.settled()
    show(visitor)
    expect(visitor.page.get_by_role("heading", name="Soviet Space Films")).to_be_visible()
    expect(visitor.page).to_have_url(re.compile(r"/\?list=kept\.[\w-]{32}&q=mars&view=table$"))
    expect(visitor.page.locator(".verdict-bar")).to_have_attribute(
        "aria-label", re.compile("The list makes 63 statements")
    )


@pytest.mark.audit
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
    expect(page.locator('a[href*="e.vil"], a[href^="mailto:"], a[href^="javascript:"]')).to_have_count(0)
    assert "hacked" not in page.title()


LISTS = ("wikipedia-table.html", "programme-en.txt", "titles-ru.txt", "bad-quotes.csv", "double-colon.dat")


@pytest.mark.audit
@pytest.mark.parametrize(("file", "width"), [*((file, 1280) for file in LISTS), ("title-director-year.txt", 390)])
def test_lists_as_people_have_them(visit: Visit, file: str, width: int) -> None:
    expected, _, refused = EXPECTED[file]
    visitor = on_the_page(visit, width=width)
    page = visitor.page
    bring(visitor, file, (CASES / file).read_bytes())
    expect(page.locator(".brought .films")).to_have_text(f"{len(expected)} films")
    expect(page.locator(".brought").get_by_text("not in the list")).to_have_count(len(refused[:1]))
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
    show(visitor)
    visitor.shows(f"{len(expected)} of {len(expected)} films")
    for title, year in expected:
        expect(page.locator("summary", has_text=f"{title} ({year})").first).to_be_attached()


@pytest.mark.audit
def test_another_table_of_a_file_is_chosen(visit: Visit) -> None:
    visitor = on_the_page(visit)
    page = visitor.page
    bring(visitor, "export.zip", EXPORT)
    expect(page.locator(".brought .films")).to_have_text("2 films")
    expect(page.get_by_text("Read was watched.csv. The file also has ratings.csv, lists.xlsx.")).to_be_visible()
    choose(visitor, "Table", "lists.xlsx")
    expect(page.locator(".brought .films")).to_have_text("3 films")
    visitor.settled()
    choose(visitor, "Table", "lists.xlsx: Wanted")
    expect(page.locator(".brought .films")).to_have_text("1 film")
    visitor.settled()
    show(visitor)
    expect(page.locator("summary", has_text="Moon (2009)")).to_be_visible()


@pytest.mark.audit
def test_another_encoding_is_chosen(visit: Visit) -> None:
    visitor = on_the_page(visit)
    page = visitor.page
    bring(visitor, "filmy.csv", "title,year\nSpalovač,1968\n".encode("cp1250"))
    expect(page.get_by_text("The encoding was guessed.")).to_be_visible()
    expect(page.get_by_role("radiogroup", name="Encoding").get_by_text("Spalovaè,1968")).to_be_visible()
    choose(visitor, "Encoding", "windows-1250")
    expect(page.get_by_text("The encoding was guessed.")).to_have_count(0)
    visitor.settled()
    show(visitor)
    expect(page.get_by_text("Spalovač (1968)", exact=True)).to_be_visible()


@pytest.mark.audit
def test_a_list_of_200_columns_on_a_phone(visit: Visit) -> None:
    header = ["Film", *(f"Column {number}" for number in range(2, 199)), "Zettel", "Opened"]
    rows = [[f"Film {at}", *(["x"] * 198), str(1970 + at)] for at in range(5)]
    visitor = on_the_page(visit, width=390)
    page = visitor.page
    bring(visitor, "wide.csv", "\n".join(map(";".join, [header, *rows])).encode())
    expect(page.get_by_text("200 columns, 2 of them recognised")).to_be_visible()
    assert page.get_by_role("combobox").count() < 10
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
    page.get_by_text("198 columns are kept as they are").click()
    expect(page.locator(".others tr").last).to_be_visible()
    open_choices(page.get_by_role("combobox", name="Change a column"))
    page.keyboard.type("Zettel")
    page.get_by_role("option", name="Zettel – x").click()
    open_choices(page.get_by_role("combobox", name="What it is"))
    page.keyboard.type("Note")
    page.get_by_role("option", name="Note", exact=True).click()
    expect(page.get_by_text("200 columns, 3 of them recognised")).to_be_visible()


@pytest.mark.audit
def test_what_was_guessed_is_confirmed_by_keyboard(visit: Visit) -> None:
    visitor = on_the_page(visit)
    page = visitor.page
    bring(visitor, "works.csv", b"Work,Jahrgang,Kino\nA,1970,X\nB,1971,Y\nC,1972,X\n")
    guessed = page.get_by_text("2 columns were guessed by their cells: “Work” (Title) and “Jahrgang” (Year).")
    expect(guessed).to_be_visible()
    page.get_by_role("radiogroup", name="Year").get_by_role("radio", checked=True).focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("3 rows are doubtful")).to_be_visible()
    visitor.settled()
    expect(page.get_by_role("radiogroup", name="Year").get_by_role("radio", checked=True)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_text("No column was found for “Year”.")).to_be_visible()
    visitor.settled()
    page.get_by_role("button", name="What was guessed is right").press("Enter")
    expect(page.get_by_text("guessed by its cells")).to_have_count(0)


@pytest.mark.audit
def test_one_kind_of_remarks_is_looked_at(visit: Visit) -> None:
    visitor = on_the_page(visit, width=390)
    page = visitor.page
    bring(visitor, "doubts.csv", b"title,year\nA,1970\nB,soon\nC,soon\n,1980\n")
    rows = page.locator("table.report tbody tr")
    expect(rows).to_have_count(3)
    choose(visitor, "Remarks", "Not a year (2)")
    expect(rows).to_have_count(2)
    box = rows.first.bounding_box()
    assert box is not None
    assert box["width"] > 300
