"""Websockets as a browser opens them."""

from __future__ import annotations

from tests.visits import websocket


def test_messages_are_packed_with_all_the_memory_that_a_browser_has_for_that(published: str) -> None:
    with websocket(published) as opened:
        assert opened.response
        packing = opened.response.headers["Sec-WebSocket-Extensions"]
    assert packing.startswith("permessage-deflate")
    assert "server_max_window_bits" not in packing
