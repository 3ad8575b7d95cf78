"""Evidence as a sceptical reader meets it: by mouse, by keyboard, in both lists."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FILMS, Visit
from tests.browser.states import open_choices

pytestmark = pytest.mark.audit


def test_from_a_statement_to_its_reason_to_the_source_and_back_by_keyboard(visit: Visit) -> None:
    me = visit("?film=star-pilot-1967")
    mark = me.selected().get_by_role("link", name="Statement 6, contradicted: why")
    mark.focus()
    me.page.keyboard.press("Enter")
    why = me.selected().locator("li:focus")
    expect(why).to_contain_text("It was a joint production of the USSR and Italy.")
    me.page.keyboard.press("Tab")
    expect(me.page.locator("a:focus")).to_have_attribute("href", "http://www.fantafilm.net/Schede/1961d/65-31.htm")
    me.page.keyboard.press("Tab")
    me.page.keyboard.press("Enter")
    expect(mark).to_be_focused()
    me.shows("10 of 10 films")


def test_a_keyboard_reaches_a_film_and_its_source_from_the_legend(visit: Visit) -> None:
    me = visit()
    me.page.get_by_role("button", name="everything checked holds (1)").focus()
    me.page.keyboard.press("Enter")
    me.shows("1 of 10 films")
    me.link_is("?evidence=everything+checked+holds")
    me.page.locator("summary", has_text="Solaris").focus()
    me.page.keyboard.press("Enter")
    card = me.page.locator("details[open]", has_text="Statement by statement")
    expect(card.get_by_role("link", name="Solaris (1972 film), English Wikipedia").first).to_be_visible()


def test_marks_differ_by_shape_and_colour(visit: Visit) -> None:
    me = visit()
    drawn = {
        title: me.mark(title).evaluate("e => [e.getAttribute('d').length, e.getAttribute('fill')]")
        for title in ("Solaris", "Star Pilot", "The Space Voyage")
    }
    assert len({fill for _, fill in drawn.values()}) == len({shape for shape, _ in drawn.values()}) == 3


def test_the_nearest_film_is_a_link_to_its_card_in_the_filmography(visit: Visit) -> None:
    me = visit("?film=the-orbital-station-1983")
    me.selected().get_by_role("link", name="The nearest film’s card in the checked filmography").click()
    expect(me.selected()).to_contain_text("Возвращение с орбиты")
    me.link_is("?list=filmography&film=return-from-orbit-1983")
    expect(me.page).to_have_title("Return from Orbit (1983) – Soviet Space Filmography")
    me.page.go_back()
    expect(me.selected()).to_contain_text("The Orbital Station")


def test_the_lists_are_switched_and_back_goes_back(visit: Visit) -> None:
    me = visit("?destination=Mars")
    open_choices(me.page.locator(".st-key-list").get_by_role("combobox"))
    me.page.get_by_role("option", name="Checked filmography").click()
    me.shows("53 of 53 films")
    expect(me.page.locator(FILMS)).to_have_count(53)
    me.page.go_back()
    me.shows("2 of 10 films")


def test_history_lies_on_the_films_axis(visit: Visit) -> None:
    me = visit("?list=filmography")
    x = "e => e.getBoundingClientRect().left + e.getBoundingClientRect().width / 2"
    gagarin = me.page.locator('.mark-symbol path[aria-label*="Yuri Gagarin"]').evaluate(x)
    before, after = (me.mark(title).evaluate(x) for title in ("Murzilka on Sputnik, 1960", "A Dream Come True, 1963"))
    assert before < gagarin < after
    me.page.locator(".st-key-lane label").first.click()
    expect(me.page.locator('.mark-symbol path[aria-label*="Yuri Gagarin"]')).to_have_count(0)
    me.link_is("?list=filmography&lane=off")


def test_the_bundle_is_taken_with_its_evidence(visit: Visit) -> None:
    me = visit("?evidence=something+contradicted")
    with me.page.expect_download() as waiting:
        me.page.get_by_role("button", name="Bundle, 5 films").click()
    assert waiting.value.suggested_filename == "soviet-space-films-5-of-10.zip"
    with zipfile.ZipFile(Path(waiting.value.path())) as bundle:
        assert "claim-reviews.jsonld" in bundle.namelist()
        assert f"{me.address}/?evidence=something+contradicted" in bundle.read("README.md").decode()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_card_with_its_evidence_fits(visit: Visit, width: int) -> None:
    me = visit("?film=the-sky-beckons-1959", width=width)
    expect(me.selected()).to_contain_text(re.compile("8 ✗ contradicted"))
    assert me.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
