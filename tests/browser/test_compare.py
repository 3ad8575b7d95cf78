"""Comparing with a list in a real browser: brought, asked about, seen, filtered, sent on as a link, and stopped."""

from __future__ import annotations

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import Visit, Visitor
from tests.browser.contexts import Contexts

WATCHED = """Name,Year,Rating
Solyaris,1972,4.5
Туманность Андромеды,1967,3
Moon,1965,2
Contact,1997,5
<script>alert(1)</script>,2001,1
"""


def comparing(visit: Visit, text: str, **options: int) -> Visitor:
    """A visitor who has brought a list to compare the filmography with."""
    visitor = visit("?list=filmography", **options)
    page = visitor.page
    page.get_by_test_id("stMain").get_by_role("button", name="Compare with a list").click()
    expect(page.get_by_role("heading", name="Compare with a list")).to_be_visible()
    visitor.settled()
    upload: FilePayload = {"name": "watched.csv", "mimeType": "text/csv", "buffer": text.encode()}
    page.locator("input[type=file]").set_input_files(upload)
    page.get_by_role("button", name="Compare with Soviet Space Filmography").click()
    return visitor


@pytest.mark.audit
def test_bring_answer_look_share_and_stop(visit: Visit) -> None:
    visitor = comparing(visit, WATCHED)
    page = visitor.page
    expect(page.get_by_text("Which film is “Moon (1965)” of your list?")).to_be_visible()
    page.get_by_role("radio", name="The Moon (1965)").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Next").press("Enter")
    expect(page.get_by_role("heading", name="You have seen 3 of 53 films")).to_be_visible()
    visitor.settled()
    expect(page.get_by_role("listitem").filter(has_text="1 of 15")).to_be_visible()
    page.get_by_text("Only in the other list: 2").click()
    expect(page.get_by_text("<script>alert(1)</script> (2001)")).to_be_visible()
    page.get_by_role("button", name="In both lists: 3").click()
    visitor.shows("3 of 53 films")
    expect(visitor.mark("Solaris, 1972, seen")).to_have_count(1)
    expect(visitor.card("solaris-1972")).to_contain_text("seen")
    fresh = visit(page.url.removeprefix(f"{visitor.address}/"))
    fresh.shows("3 of 53 films")
    expect(fresh.page.get_by_text("Only in the other list: 2")).to_be_visible()
    page.get_by_role("button", name="Stop comparing").click()
    visitor.shows("53 of 53 films")
    expect(page.get_by_text("You have seen")).to_have_count(0)
    assert page.url == f"{visitor.address}/?list=filmography"
    page.go_back()
    visitor.shows("3 of 53 films")


@pytest.mark.audit
def test_a_list_of_another_subject_on_a_phone(visit: Visit) -> None:
    visitor = comparing(visit, "title,year\nThe Gold Rush,1925\nCity Lights,1931\n", width=390)
    page = visitor.page
    expect(page.get_by_role("heading", name="None of the 53 films here is in your list yet")).to_be_visible()
    visitor.settled()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="Only in this list: 53").click()
    visitor.shows("53 of 53 films")


@pytest.mark.audit
@pytest.mark.parametrize("width", [1280, 390])
def test_without_scripts(contexts: Contexts, visit: Visit, width: int) -> None:
    visitor = comparing(visit, WATCHED.replace("Moon,1965,2\n", ""))
    expect(visitor.page.get_by_role("heading", name="You have seen 2 of 53 films")).to_be_visible()
    visitor.settled()
    with contexts.new(java_script_enabled=False, viewport={"width": width, "height": 900}) as context:
        page = context.new_page()
        page.goto(visitor.page.url)
        expect(page.get_by_text("Only in the other list: 2")).to_be_visible()
        page.get_by_role("link", name="In both lists: 2").click()
        expect(page.locator(".shown [role=status]")).to_have_text("2 of 53 films")
        expect(page.locator("summary", has_text="Solaris (1972)")).to_contain_text("seen")
        page.get_by_role("link", name="Stop comparing").click()
        expect(page.locator(".shown [role=status]")).to_have_text("53 of 53 films")
