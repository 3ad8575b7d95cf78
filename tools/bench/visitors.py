"""Visitors without a browser: they speak Streamlit's protocol, so that many can be at a page at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

LONGEST_RUN = 120
"""Seconds until a page must have been sent."""


@contextmanager
def visitors(address: str, number: int) -> Iterator[None]:
    """Sessions that have all been sent the page, one after the other, and stay connected while the block runs."""
    with ExitStack() as connected:
        for _ in range(number):
            socket = connect(
                f"{address.replace('http', 'ws', 1)}/_stcore/stream",
                origin=Origin(address),
                subprotocols=[Subprotocol("streamlit")],
                compression=None,
                max_size=None,
            )
            _run(connected.enter_context(socket), address)
        yield


def _run(socket: ClientConnection, address: str) -> None:
    """Ask for a run of the page, as a browser does when it has connected, and read it to its end."""
    wanted = BackMsg()
    wanted.rerun_script.context_info.url = f"{address}/"
    wanted.rerun_script.context_info.timezone = "UTC"
    socket.send(wanted.SerializeToString())
    while True:
        message = ForwardMsg.FromString(socket.recv(timeout=LONGEST_RUN, decode=False))
        if message.WhichOneof("type") == "script_finished":
            return
