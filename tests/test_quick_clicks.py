"""Clicks that follow one another while the page is still being drawn: each counts, and nothing old stays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.visits import Visit, websocket

BOTH = ("Mars", "Venus")


@pytest.fixture
def nothing(published: str) -> Iterator[Visit]:
    """A visitor's page on which no film is shown, and two ways out are offered."""
    with websocket(published, published) as opened:
        page = Visit(opened, "destination=Venus&themes=rescue")
        page.run()
        assert "way_out:1" in page.elements
        yield page


def test_what_a_run_takes_away_goes_though_another_follows_at_once(nothing: Visit) -> None:
    nothing.ask("facet:destination", string_array_value={"data": BOTH})
    nothing.until(lambda: "Mars" in nothing.query)
    nothing.ask("lane", bool_value=False)
    nothing.until(lambda: "lane=off" in nothing.query)
    nothing.be_whole()
    assert nothing.count == "1 of 10 films"
    assert [key for key in nothing.elements if key.startswith("way_out")] == []


@pytest.fixture
def page(published: str) -> Iterator[Visit]:
    """A visitor's page that shows what is on Mars; before that it showed the whole list."""
    with websocket(published, published) as opened:
        page = Visit(opened)
        page.run()
        page.run(key="facet:destination", string_array_value={"data": ["Mars"]})
        assert (page.count, page.query) == ("2 of 10 films", "destination=Mars")
        yield page


def test_a_click_with_a_widget_that_is_not_there_any_more_is_that_click_alone(page: Visit) -> None:
    page.run(back_to="")
    page.run(key="facet:destination", string_array_value={"data": ["Mars", "Venus"]})
    assert (page.count, page.query) == ("1 of 10 films", "destination=Venus")
    assert list(page.elements[page.key("facet:destination")].default) == [3]


def test_what_a_widget_that_is_not_there_any_more_still_holds_is_no_click(page: Visit) -> None:
    page.run(back_to="")
    page.run(
        key="order",
        string_value="Year, oldest first",
        also={"facet:destination": {"string_array_value": {"data": ["Mars"]}}},
    )
    assert (page.count, page.query) == ("10 of 10 films", "sort=year")


def test_a_click_while_a_filter_is_being_removed(page: Visit) -> None:
    page.ask("drop:destination:Mars", trigger_value=True)
    page.ask("facet:destination", string_array_value={"data": ["Mars", "Venus"]})
    page.until(lambda: page.query == "destination=Venus")
    page.be_whole()
    assert page.count == "1 of 10 films"


def test_going_back_while_a_click_is_being_answered(page: Visit) -> None:
    runs = page.runs
    page.ask("facet:destination", string_array_value={"data": ["Mars", "Venus"]})
    page.until(lambda: page.runs > runs)
    page.ask(back_to="")
    page.until(lambda: page.count == "10 of 10 films")
    page.be_whole()
    assert (page.count, page.query) == ("10 of 10 films", "")


CLEAR, VENUS = ("clear_all", {"trigger_value": True}), ("facet:destination", {"string_array_value": {"data": BOTH}})


@pytest.mark.parametrize(
    ("clicks", "query"),
    [((CLEAR, VENUS), "destination=Venus&sort=year"), ((VENUS, CLEAR), "sort=year")],
    ids=["all cleared, then Venus", "Venus, then all cleared"],
)
def test_clicks_that_are_answered_together_count_in_their_order(page: Visit, clicks: Any, query: str) -> None:
    page.ask("order", string_value="Year, oldest first")
    for key, value in clicks:
        page.ask(key, **value)
    page.until(lambda: page.query == query)
