"""The cards of a list as one element: what a browser is told, what it says, and what of Streamlit's that builds on."""

from __future__ import annotations

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.testing.v1 import AppTest

from dashboard.lists.loading import load_list
from dashboard.lists.source import published_source
from dashboard.query.index import Index
from dashboard.query.view import View
from dashboard.ui.films.element.component import FOLDER, NAME, SCRIPT
from dashboard.ui.films.element.element import Text, Told, with_stars
from dashboard.web.live_files import CARDS
from tests.ui.conftest import Open, cards, checked, messages, told

SOLARIS, PILOT = "solaris-1972", "star-pilot-1967"


def link(page: AppTest) -> dict[str, object]:
    return dict(page.query_params)


def test_all_cards_are_one_element_and_what_is_in_closed_ones_comes_with_another(opened: Open) -> None:
    page = opened(open=SOLARIS)
    drawn, later = messages(page)
    assert len(page.get("bidi_component")) == 1
    assert len(drawn["films"]) == len(later["bodies"]) == 10
    assert [len(each) for each in (*drawn["films"], *drawn["bodies"])] == [3] * (10 + 1)
    assert (
        [film for film, _, *html in later["bodies"] if not html] == [film for film, *_ in drawn["bodies"]] == [SOLARIS]
    )
    assert [card.find(".//div[@data-film]").get("data-film") for card in cards(page).values()] == [*cards(page)]


def test_a_body_that_is_told_again_is_sent_only_where_it_is_another() -> None:
    one, other, third = (Text.of(f"<p>{at}</p>") for at in range(3))
    sent = {each: [each.name, each.html] for each in (one, other, third)}
    told = Told()
    assert told.tell({"a": one}, {}) == {"films": [["a", *sent[one]]], "bodies": []}
    assert told.tell({"a": one}, {"a": other}) == {"films": [["a", one.name]], "bodies": [["a", *sent[other]]]}
    assert told.tell({}, {"a": other}) == {"bodies": [["a", other.name]]}
    assert told.tell({}, {"a": third}) == {"bodies": [["a", *sent[third]]]}
    assert told.tell({"b": one}, {}) == {"films": [["b", one.name]], "bodies": []}
    assert told.tell({"a": other}, {"a": third}) == {"films": [["a", *sent[other]]], "bodies": [["a", *sent[third]]]}


def test_a_browser_is_sent_a_card_once(opened: Open) -> None:
    page = opened("id,title\n" + "".join(f"f{at},Film {at}\n" for at in range(30)))
    assert len(told(page)["texts"]) == 2 * 20
    page.query_params["open"] = "f3"
    assert told(checked(page.run()))["texts"] == {}
    page.query_params["page"] = "2"
    assert len(told(checked(page.run()))["texts"]) == 2 * 10


def test_what_the_browser_opened_by_itself_stays_with_the_next_change(opened: Open) -> None:
    page = opened()
    page.query_params["open"] = SOLARIS
    page.segmented_control(key="layout").set_value("gallery")
    assert link(checked(page.run())) == {"open": SOLARIS, "view": "gallery"}
    del page.query_params["open"]
    page.segmented_control(key="layout").set_value("table")
    assert link(checked(page.run())) == {"view": "table"}


def test_a_full_page_of_cards_and_none(opened: Open) -> None:
    assert told(opened(q="zzzzzz"))["films"] == []
    assert told(opened(view="table"))["films"] == []
    page = opened(view="table", open=SOLARIS)
    assert ([film for film, _ in told(page)["films"]], told(page)["tells"]) == ([SOLARIS], True)


def test_they_are_told_what_their_stars_do_and_which_are_filled(opened: Open) -> None:
    page = opened(pick=[PILOT])
    words = {"put": "Put {film} on the shortlist", "take": "Take {film} off the shortlist"}
    expected = {"shortlist": [PILOT], "isFull": False, "stars": words}
    assert {name: told(page)[name] for name in expected} == expected
    card = cards(page)[PILOT]
    stars = card.xpath(".//button[contains(@class, 'star')]")
    assert (card.findtext(".//h3/bdi"), len(stars)) == ("Star Pilot (1967)", 2)


@pytest.mark.parametrize(
    ("films", "expected"),
    [
        ({}, (SOLARIS,)),
        ({PILOT: True}, (SOLARIS, PILOT)),
        ({SOLARIS: False, PILOT: True}, (PILOT,)),
        ({SOLARIS: True, PILOT: False}, (SOLARIS,)),
        ({"no-film-here": True}, (SOLARIS,)),
    ],
    ids=["none", "one put on", "one for another", "as it is", "of no list"],
)
def test_what_a_browser_says_of_stars_is_followed(films: dict[str, bool], expected: tuple[str, ...]) -> None:
    index = Index(load_list(published_source()).films)
    assert with_stars(View(shortlist=(SOLARIS,)), index, films).shortlist == expected


def test_a_card_of_a_visitor_s_list_leads_to_its_forms(opened: Open) -> None:
    assert "Edit it" not in "".join(card.text_content() for card in cards(opened()).values())


def test_the_link_that_is_shown_counts_where_it_stands_behind_another() -> None:
    """`web/connection.js` writes these bytes."""
    sent, behind = BackMsg(), BackMsg()
    sent.rerun_script.query_string, sent.rerun_script.fragment_id = "q=mars&open=a", "films"
    behind.rerun_script.query_string = "q=mars"
    assert behind.SerializeToString() == b"\x5a\x08\x0a\x06q=mars"
    read = BackMsg.FromString(sent.SerializeToString() + behind.SerializeToString()).rerun_script
    assert (read.query_string, read.fragment_id) == ("q=mars", "films")
    assert BackMsg.FromString(sent.SerializeToString() + b"\x5a\x02\x0a\x00").rerun_script.query_string == ""


def test_the_page_names_its_script_early() -> None:
    assert f"./_stcore/bidi-components/{NAME}/{SCRIPT}" == CARDS


def test_nothing_but_the_script_is_served_with_it() -> None:
    assert [each.name for each in FOLDER.joinpath("script").iterdir()] == [SCRIPT]
