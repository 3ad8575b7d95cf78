"""What only a real browser shows: typing, clicking, dragging, links, Back, reload, a phone."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import FILMS, Visit, Visitor
from tests.browser.states import open_choices


def test_it_opens_with_the_whole_list(visit: Visit) -> None:
    page = visit().page
    expect(page).to_have_title("Soviet Space Films")
    expect(page.locator("p.count")).to_have_text("10 of 10 films")
    expect(page.locator(FILMS)).to_have_count(10)
    expect(page.locator("summary", has_text="(19")).to_have_count(10)


@pytest.mark.audit
def test_typing_filters_while_one_types_and_says_where(visit: Visit) -> None:
    me = visit()
    me.page.get_by_label("Search", exact=True).press_sequentially("mars", delay=20)
    me.shows("3 of 10 films")
    me.link_is("?q=mars")
    expect(me.page.locator(".snippet mark").first).to_have_text("Mars")
    me.page.get_by_label("Search", exact=True).press_sequentially(" rescue", delay=20)
    me.shows("1 of 10 films")
    expect(me.page.get_by_label("Search", exact=True)).to_have_value("mars rescue")


@pytest.mark.audit
def test_two_quick_clicks_both_count(visit: Visit) -> None:
    me = visit()
    me.page.get_by_role("button", name="Mars (2)").click()
    me.page.get_by_role("button", name="Venus (1)").click()
    me.shows("3 of 10 films")
    me.link_is("?destination=Mars&destination=Venus")


@pytest.mark.audit
def test_a_theme_is_chosen_from_the_list_and_any_or_all_is_asked(visit: Visit) -> None:
    me = visit()
    box = me.page.locator('[class*="st-key-facet-themes"]').get_by_role("combobox")
    for theme in ("adventure", "rescue"):
        open_choices(box)
        box.fill(theme)
        me.page.get_by_role("option", name=theme).click()
        me.page.keyboard.press("Escape")
    me.shows("3 of 10 films")
    me.page.get_by_role("radio", name="all of").click()
    me.shows("1 of 10 films")
    me.link_is("?themes=adventure&themes=rescue&all=themes")


def test_a_click_on_a_dot_opens_its_card_under_the_timeline(visit: Visit) -> None:
    me = visit()
    me.mark("Solaris").click()
    expect(me.selected()).to_contain_text("Directed by Andrei Tarkovsky")
    me.link_is("?film=solaris-1972")
    me.selected().get_by_role("button", name="Close").click()
    expect(me.selected()).to_have_count(0)
    expect(me.mark("Solaris")).to_have_count(1)
    me.mark("Solaris").click()
    expect(me.selected()).to_be_visible()


@pytest.mark.audit
def test_a_click_on_a_ghost_says_which_filter_hides_it(visit: Visit) -> None:
    me = visit("?destination=Mars")
    me.mark("Solaris").click()
    expect(me.selected()).to_contain_text("hidden by Destination: Mars")
    me.selected().get_by_role("button", name="Remove that filter").click()
    me.shows("10 of 10 films")
    expect(me.selected()).not_to_contain_text("hidden by")


def drag(me: Visitor, start: float, end: float) -> None:
    """Drags over a part of the timeline, from one share of its width to another."""
    chart = me.page.locator('[data-testid="stVegaLiteChart"] svg', has=me.page.locator(".films_marks")).last
    me.settled()
    expect(me.page.locator(".films_marks")).to_have_count(1)
    expect(me.page.locator(".films_marks path").first).to_be_visible()
    box = chart.bounding_box()
    assert box is not None
    y = box["y"] + box["height"] * 0.45
    me.page.mouse.move(box["x"] + box["width"] * start, y)
    me.page.mouse.down()
    me.page.mouse.move(box["x"] + box["width"] * (start + end) / 2, y + 2, steps=4)
    me.page.mouse.move(box["x"] + box["width"] * end, y + 2, steps=4)
    me.page.mouse.up()


@pytest.mark.audit
def test_dragging_over_years_sets_the_slider_and_clear_all_undoes_it(visit: Visit) -> None:
    me = visit()
    drag(me, 0.30, 0.72)
    me.shows("5 of 10 films")
    me.link_is("?years=1969-1984")
    sliders = me.page.locator('[class*="st-key-years"]').get_by_role("slider")
    expect(sliders.nth(0)).to_have_value("1969")
    expect(sliders.nth(1)).to_have_value("1984")
    brush = me.page.locator(".years_brush path, .years_brush").first
    expect(brush).to_be_attached()
    me.page.get_by_role("button", name="Clear all").first.click()
    me.shows("10 of 10 films")
    me.link_is("")
    drag(me, 0.30, 0.72)
    me.shows("5 of 10 films")


@pytest.mark.audit
def test_the_axis_does_not_move_under_a_filter(visit: Visit) -> None:
    me = visit()
    place = "element => element.getAttribute('transform')"
    before = me.mark("Solaris").evaluate(place)
    me.page.get_by_role("button", name="Mars (2)").click()
    me.shows("2 of 10 films")
    assert me.mark("Solaris").evaluate(place) == before
    expect(me.page.locator(FILMS)).to_have_count(10)


@pytest.mark.audit
def test_back_and_forward_undo_one_action_each(visit: Visit) -> None:
    me = visit()
    me.page.get_by_role("button", name="Mars (2)").click()
    me.shows("2 of 10 films")
    me.mark("Star Pilot").click()
    expect(me.selected()).to_be_visible()
    me.page.go_back()
    expect(me.selected()).to_have_count(0)
    me.shows("2 of 10 films")
    me.page.go_back()
    me.shows("10 of 10 films")
    me.link_is("")
    me.page.go_forward()
    me.shows("2 of 10 films")
    me.link_is("?destination=Mars")


VIEW = "?q=space&years=1960-1984&sort=year-desc&film=solaris-1972&open=star-pilot-1967"


def test_a_link_and_a_reload_give_the_view_they_name(visit: Visit) -> None:
    me = visit(VIEW)
    for _ in range(2):
        me.shows("6 of 10 films")
        expect(me.page.get_by_label("Search", exact=True)).to_have_value("space")
        expect(me.selected()).to_contain_text("Solaris (1972)")
        expect(me.page.locator("details[open]")).to_contain_text("Star Pilot (1967)")
        expect(me.page.locator("summary", has_text="(19").first).to_contain_text("(1984)")
        me.link_is(VIEW)
        me.reload()


@pytest.mark.audit
def test_a_card_opens_and_its_own_link_opens_it_fresh(visit: Visit) -> None:
    me = visit()
    expect(me.page.get_by_text("Cold War").first).to_be_hidden()
    me.page.locator("summary", has_text="Star Pilot").click()
    expect(me.page.locator("details[open]").get_by_text("Cold War").first).to_be_visible()
    me.link_is("?open=star-pilot-1967")
    me.settled()
    me.card("star-pilot-1967").get_by_text("Link and citation").click()
    address = me.card("star-pilot-1967").locator("pre").first.inner_text().strip()
    assert address == f"{me.address}/?film=star-pilot-1967"
    other = visit("?" + address.split("?")[1])
    expect(other.selected()).to_contain_text("Cold War")


@pytest.mark.audit
def test_what_a_link_names_in_vain_is_said_once_and_the_rest_holds(visit: Visit) -> None:
    me = visit("?destination=Pluto&themes=rescue&film=nobody-1900&hue=red")
    me.shows("1 of 10 films")
    said = me.page.locator('[data-testid="stAlert"]')
    expect(said).to_have_text(re.compile("Pluto.*nobody-1900.*hue=red"))
    me.page.get_by_role("button", name="rescue", exact=False).first.click()
    expect(said).to_have_count(0)


@pytest.mark.audit
def test_a_link_of_ten_thousand_characters_opens(visit: Visit) -> None:
    letters = "".join(chr(33 + i * 7919 % 94) for i in range(10_000))
    me = visit("?" + letters.replace("#", "").replace("?", ""))
    me.shows("10 of 10 films")
    expect(me.page.locator('[data-testid="stAlert"]')).to_contain_text("left out")


@pytest.mark.audit
def test_the_table_shows_the_same_films_and_keeps_the_filters(visit: Visit) -> None:
    me = visit("?destination=Mars")
    me.page.get_by_text("Table", exact=True).click()
    me.link_is("?destination=Mars&view=table")
    me.shows("2 of 10 films")
    table = me.page.locator('[data-testid="stDataFrame"]')
    expect(table.locator("td", has_text="Star Pilot")).to_have_count(1)
    expect(table.locator("td", has_text="Solaris")).to_have_count(0)


@pytest.mark.audit
@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_download_holds_the_films_shown(visit: Visit, kind: str) -> None:
    me = visit("?destination=Mars&sort=year-desc")
    with me.page.expect_download() as waiting:
        me.page.get_by_role("button", name=f"{kind.upper()}, 2 films").click()
    assert waiting.value.suggested_filename == f"soviet-space-films-2-of-10.{kind}"
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    films = json.loads(text)["films"] if kind == "json" else list(csv.DictReader(io.StringIO(text)))
    assert [film["id"] for film in films] == ["the-star-of-the-cosmos-1984", "star-pilot-1967"]


@pytest.mark.audit
def test_on_a_phone_the_filters_in_force_are_on_the_page(visit: Visit) -> None:
    me = visit("?destination=Mars", width=390)
    me.page.get_by_role("button", name="Destination: Mars").click()
    me.shows("10 of 10 films")
    width = me.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth")
    assert width <= 390


@pytest.mark.audit
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_text_is_cut_off(visit: Visit, width: int, scheme: str) -> None:
    me = visit("?film=the-sky-beckons-1959&q=space", width=width, scheme=scheme)
    expect(me.selected()).to_be_visible()
    beyond = me.page.evaluate(
        """() => [...document.querySelectorAll('[data-testid=stMain] p, [data-testid=stMain] button, svg text')]
            .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.textContent.trim())
            .map(e => e.textContent.slice(0, 60))"""
    )
    assert beyond == []


@pytest.mark.audit
def test_nothing_matches_offers_ways_out(visit: Visit) -> None:
    me = visit("?q=tarkovzky&destination=Mars")
    me.shows("0 of 10 films")
    expect(me.page.get_by_role("button", name="Remove “tarkovzky”: 2 films")).to_be_visible()
    me.page.get_by_role("button", name="Did you mean “Tarkovsky”? 1 film in the whole list").click()
    me.shows("1 of 10 films")
    me.link_is("?q=Tarkovsky")


@pytest.mark.audit
def test_a_row_ticked_opens_its_card_below_the_table(visit: Visit) -> None:
    me = visit("?view=table")
    canvas = me.page.locator('[data-testid="stDataFrame"] canvas').first
    me.settled()
    canvas.click(position={"x": 18, "y": 38 + 35 + 17}, force=True)
    me.link_is("?view=table&open=star-pilot-1967")
    card = me.page.locator("details[open]", has_text="Star Pilot (1967)")
    expect(card).to_contain_text("Cold War")
    me.settled()
    canvas.click(position={"x": 18, "y": 38 + 17}, force=True)
    me.link_is("?view=table&open=star-pilot-1967&open=solaris-1972")
    card.locator("> summary").click()
    me.link_is("?view=table&open=solaris-1972")
    expect(me.page.locator("details[open]", has_text="(19")).to_have_count(1)
    me.reload()
    expect(me.page.locator("details[open]", has_text="Solaris (1972)")).to_be_visible()
    me.page.get_by_text("Cards", exact=True).click()
    me.link_is("?open=solaris-1972")


@pytest.mark.audit
def test_a_long_list_is_bars_that_filter_by_click_and_by_drag(visit: Visit, long_list: str) -> None:
    me = visit(address=long_list)
    bar = me.page.locator('.mark-rect path[aria-label*="year: 1969"]').last
    expect(bar).to_be_visible()
    bar.click()
    expect(me.page).to_have_url(re.compile(r"\?years=1969$"))
    expect(me.count).to_have_text(re.compile(r"^\d\d of 3,201 films$"))
    me.page.get_by_role("button", name="Clear all").first.click()
    me.shows("3,201 of 3,201 films")
    drag(me, 0.40, 0.60)
    expect(me.page).to_have_url(re.compile(r"\?years=19\d\d-19\d\d$"))
    me.page.get_by_role("button", name="Page 2", exact=True).click()
    expect(me.page).to_have_url(re.compile(r"\?years=19\d\d-19\d\d&page=2$"))


@pytest.mark.audit
def test_a_click_on_history_changes_nothing(visit: Visit) -> None:
    me = visit("?film=solaris-1972")
    me.page.locator('.mark-symbol path[aria-label*="Apollo 11"]').click()
    me.mark("Star Pilot").click()
    me.link_is("?film=star-pilot-1967")
    me.shows("10 of 10 films")


@pytest.mark.audit
def test_a_theme_stays_chosen_while_counts_change(visit: Visit) -> None:
    me = visit("?themes=rescue")
    me.page.get_by_role("button", name="Venus").click()
    me.link_is("?destination=Venus&themes=rescue")
    me.page.get_by_role("button", name="Mars").first.click()
    me.link_is("?destination=Venus&destination=Mars&themes=rescue")
    me.shows("1 of 10 films")
    me.settled()
    me.page.get_by_role("button", name="1960s").click()
    me.link_is("?decade=1960s&destination=Venus&destination=Mars&themes=rescue")
    me.shows("1 of 10 films")


@pytest.mark.audit
def test_a_click_on_a_film_within_the_years_dragged_over(visit: Visit) -> None:
    me = visit()
    drag(me, 0.30, 0.72)
    me.shows("5 of 10 films")
    me.mark("Solaris").click()
    expect(me.selected()).to_contain_text("Solaris (1972)")
    me.link_is("?years=1969-1984&film=solaris-1972")


@pytest.mark.audit
def test_back_in_the_table_takes_back_the_tick(visit: Visit) -> None:
    me = visit("?view=table")
    canvas = me.page.locator('[data-testid="stDataFrame"] canvas').first

    def tick(row: int) -> None:
        me.settled()
        canvas.click(position={"x": 18, "y": 38 + 35 * row + 17}, force=True)

    tick(0)
    me.link_is("?view=table&open=solaris-1972")
    tick(1)
    me.link_is("?view=table&open=solaris-1972&open=star-pilot-1967")
    ticked = canvas.element_handle()
    me.page.go_back()
    expect(me.page.locator("details[open]", has_text="(19")).to_have_count(1)
    ticked.wait_for_element_state("hidden")  # The card is closed by the browser; the server puts another table there.
    tick(2)
    me.link_is("?view=table&open=solaris-1972&open=the-sky-beckons-1959")
