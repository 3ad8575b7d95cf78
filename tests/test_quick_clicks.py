"""Clicks that follow one another while the page is still being drawn: nothing old stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.visits import Visit, websocket

BOTH = ("Mars (1)", ":gray[Venus (0)]")


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
