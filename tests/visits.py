"""Visits to the page without a browser: a real websocket that speaks Streamlit's protocol."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

STREAM = "/_stcore/stream"


@contextmanager
def websocket(address: str, origin: str | None = None, host: str = "") -> Iterator[ClientConnection]:
    """A websocket as a page opens it that has another origin or came by another host."""
    here = urlsplit(address)
    with connect(
        f"ws://{host or here.netloc}{STREAM}",
        sock=socket.create_connection((here.hostname or "", here.port or 80)),
        origin=Origin(origin) if origin else None,
        subprotocols=["streamlit"],
        proxy=None,
        max_size=None,
        open_timeout=10,
        close_timeout=1,
    ) as opened:
        yield opened


def run_page(opened: ClientConnection, query: str, awaited: str, seconds: float = 20) -> None:
    """Runs the page for a link, until it sends what is awaited; TimeoutError if that does not come."""
    message = BackMsg()
    message.rerun_script.query_string = query
    opened.send(message.SerializeToString())
    while awaited.encode() not in opened.recv(timeout=seconds):
        pass
