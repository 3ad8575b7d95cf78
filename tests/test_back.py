"""Back and Forward against a server: the link says what is shown, whatever else a busy browser sends along."""

from __future__ import annotations

import pytest

from tests.visits import Visit, websocket


@pytest.mark.audit
@pytest.mark.parametrize(
    ("key", "value"),
    [
        pytest.param("search", {"string_value": "solaris"}, id="a search"),
        pytest.param("list", {"string_value": "Checked filmography"}, id="another list"),
        pytest.param("order", {"string_value": "Title, A to Z"}, id="another order"),
        pytest.param("layout", {"string_array_value": {"data": ["Table"]}}, id="another layout"),
    ],
)
def test_going_back_shows_the_link_though_a_widget_seems_changed(
    published: str, key: str, value: dict[str, object]
) -> None:
    with websocket(published, published) as opened:
        page = Visit(opened, "destination=Mars")
        page.run()
        page.run(key="search", string_value="pilot")
        assert (page.count, page.query) == ("1 of 10 films", "q=pilot&destination=Mars")
        page.run(key=key, back_to="destination=Mars", **value)
        assert (page.count, page.query) == ("2 of 10 films", "destination=Mars")
        page.run(key=page.key("search"), string_value="pilot")
        assert (page.count, page.query) == ("1 of 10 films", "q=pilot&destination=Mars")
