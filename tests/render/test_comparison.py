"""A comparison on the page before its scripts, on its cards, its timeline and its timeline list."""

from __future__ import annotations

from urllib.parse import parse_qs

import numpy as np
import pytest
from lxml.html import HtmlElement, fromstring

from dashboard.charts.marks import data
from dashboard.charts.timeline import spec
from dashboard.i18n.languages import english, languages
from dashboard.query.matching.only_there import OtherFilm, packed
from dashboard.query.matching.seen import seen_in
from dashboard.query.result import QueryResult, run_query
from dashboard.query.url import parse
from dashboard.query.view import View
from dashboard.render.film_card import film_card
from dashboard.render.first_view import first_view
from tests.foreign import loaded_of

LIST = loaded_of("title,year\nA,1961\nB,1962\nC,1975\nD,\n")
IDS = LIST.films.frame["id"].tolist()
OTHERS = [OtherFilm("<b>Bold</b>", 1999, 4.5), OtherFilm("No year")]


def result_of(ratings: dict[str, float | None] | None, others: str = "", code: str = "en") -> QueryResult:
    seen = None if ratings is None else seen_in(LIST.index, ratings)
    view = View(language=code).with_comparison(seen, others)
    return run_query(LIST, view, "", languages()[code])


def panel(result: QueryResult) -> list[HtmlElement]:
    return [*fromstring(f"<div>{first_view(result)}</div>").xpath(".//section[@class='comparison']")]


def texts(root: HtmlElement, path: str) -> list[str]:
    return [" ".join(each.text_content().split()) for each in root.xpath(path)]


def test_the_panel() -> None:
    (root,) = panel(result_of({IDS[0]: 4.5, IDS[3]: None}, packed(OTHERS)))
    assert texts(root, ".//h2") == ["You have seen 2 of 4 films"]
    assert texts(root, ".//ul[@class='decades']/li") == ["1960s 1 of 2", "1970s 0 of 1"]
    assert texts(root, ".//a") == ["In both lists: 2", "Only in this list: 2", "Stop comparing"]
    assert texts(root, ".//summary") == ["Only in the other list: 2"]
    assert texts(root, ".//ul[@class='only-there']/li") == ["<b>Bold</b> (1999) · rated 4.5", "No year (no year)"]
    assert root.xpath(".//b") == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("en", "None of the 4 films here is in your list yet"),
        ("ru", "Ни одного из 4 фильмов пока нет в вашем списке"),
    ],
)
def test_nothing_seen_is_said_kindly(code, expected) -> None:
    (root,) = panel(result_of({}, code=code))
    assert texts(root, ".//h2") == [expected]
    assert root.xpath(".//ul[@class='decades']") == []


def test_nothing_compared_has_no_panel_and_no_marks() -> None:
    result = result_of(None)
    assert panel(result) == []
    assert film_card(result, IDS[0]).head == ()
    assert not data(result.index, np.ones(4, np.bool_), english())["seen"].any()


def test_links_lead_on_and_leave_out_what_only_the_other_list_has() -> None:
    result = result_of({IDS[0]: None, IDS[2]: 3.0}, packed(OTHERS))
    (root,) = panel(result)
    views = [parse(parse_qs(link.removeprefix("?")), LIST.index) for link in root.xpath(".//a/@href")]
    assert [ignored for _, ignored in views] == [(), (), ()]
    assert [len(run_query(LIST, view, "", english()).rows) for view, _ in views] == [2, 2, 4]
    assert [(view.seen == result.view.seen, view.only_there) for view, _ in views] == [
        (True, ""),
        (True, ""),
        (False, ""),
    ]


def test_cards_dots_and_the_timeline_list_are_marked() -> None:
    result = result_of({IDS[0]: 4.5})
    root = fromstring(f"<div>{first_view(result)}</div>")
    assert texts(root, ".//details[contains(@class, 'row')]/summary//span[@class='marks']") == ["◉ seen", "", "", ""]
    assert texts(root, ".//ol[contains(@class, 'timeline-list')]//a") == ["1961 ● A, seen ◉", "1962 ● B", "1975 ● C"]
    assert [mark.text for mark in film_card(result, IDS[0]).head] == ["seen"]
    assert [field.label for field in film_card(result, IDS[0]).fields] == ["Their rating"]
    table = data(result.index, np.ones(4, np.bool_), english())
    assert table[["id", "seen", "description"]].values.tolist() == [
        [IDS[0], True, "A, 1961, seen"],
        [IDS[1], False, "B, 1962"],
        [IDS[2], False, "C, 1975"],
    ]


def test_only_a_timeline_that_is_compared_has_holes_in_its_dots() -> None:
    compared, plain = (spec(result_of(each).index, "light", english())["layer"] for each in ({}, None))
    assert [layer["mark"]["type"] for layer in compared] == [*(layer["mark"]["type"] for layer in plain), "point"]
