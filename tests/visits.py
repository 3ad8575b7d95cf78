"""Visits to the page without a browser: a real websocket that speaks Streamlit's protocol."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

STREAM = "/_stcore/stream"


@contextmanager
def websocket(address: str, origin: str | None = None, host: str = "", source: str = "") -> Iterator[ClientConnection]:
    """A websocket as a page opens it, which asks for no signs of life.

    With another origin, by another host, or from another address of this machine.
    """
    here = urlsplit(address)
    place, own = (here.hostname or "", here.port or 80), (source, 0) if source else None
    with connect(
        f"ws://{host or here.netloc}{STREAM}",
        sock=socket.create_connection(place, source_address=own),
        origin=Origin(origin) if origin else None,
        subprotocols=["streamlit"],
        proxy=None,
        max_size=None,
        open_timeout=60,
        close_timeout=1,
        ping_interval=None,
    ) as opened:
        yield opened


def run_page(opened: ClientConnection, query: str, awaited: str) -> None:
    """Runs the page for a link, until it sends what is awaited; TimeoutError if that does not come."""
    message = BackMsg()
    message.rerun_script.query_string = query
    opened.send(message.SerializeToString())
    while awaited.encode() not in opened.recv(timeout=60):
        pass


class VisitError(Exception):
    """The page showed an error, or ended in another way than it should."""


class Visit:
    """One visitor's page over a websocket: what it shows, and what changing a widget makes of it.

    Like a browser it asks for the part of the page in which the widget stands, and keeps the others as they are.

    Attributes:
        query: the page's link, as the browser would have it.
        elements: the widgets on the page, by the key that the dashboard gives each.
        parts: by the same keys, the part of the page (Streamlit's fragment) in which each stands; empty for none.
        runs: how many runs have begun.
        count: the sentence that says how many films are shown.
    """

    def __init__(self, opened: ClientConnection, query: str = "") -> None:
        self.opened = opened
        self.query = query
        self.elements: dict[str, Any] = {}
        self.parts: dict[str, str] = {}
        self.count = ""
        self.runs = 0
        self._came: set[str] = set()
        self._ever: dict[str, tuple[str, str]] = {}

    def run(self, seconds: float = 60, key: str = "", *, back_to: str | None = None, **values: Any) -> None:
        """Runs the page, after a widget's value has changed if one is named; `values` as in Streamlit's WidgetState.

        With `back_to` the visitor goes back to that link, and the page as a whole runs.

        Raises:
            VisitError: if the page fails, or is not whole in the time.
        """
        self.ask(key, back_to=back_to, **values)
        self.be_whole(seconds)

    def be_whole(self, seconds: float = 60) -> None:
        """Takes in what comes, until a run has ended; raises as `run`."""
        while not self._is_whole(self._received(seconds)):
            pass

    def until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        """Takes in what comes, until something holds, be it in the middle of a run; raises as `run`."""
        while not holds():
            self._is_whole(self._received(seconds))

    def key(self, name: str) -> str:
        """The key of the widget of that name that is on the page; each that takes its place has another."""
        return next(key for key in self.elements if key.split("__")[0] == name)

    def ask(
        self, key: str = "", *, back_to: str | None = None, also: dict[str, Any] | None = None, **values: Any
    ) -> None:
        """Asks for what `run` asks for, without taking in the answer.

        The widget may be one that is not on the page any more, which a browser may not have heard yet. `also` is what
        others hold, by their keys.
        """
        message = BackMsg()
        if back_to is not None:
            self.query, message.rerun_script.is_history_navigation = back_to, True
        message.rerun_script.query_string = self.query
        if key:
            message.rerun_script.fragment_id = "" if back_to is not None else self._ever[key][1]
        for each, held in {key: values, **(also or {})}.items():
            if each:
                message.rerun_script.widget_states.widgets.add(id=self._ever[each][0], **held)
        self.opened.send(message.SerializeToString())

    def file_urls(self, seconds: float = 60) -> FileURLs:
        """Where the one file can be sent that `opened` has asked to send; raises as `run`."""
        while (received := self._received(seconds)).WhichOneof("type") != "file_urls_response":
            self._is_whole(received)
        return received.file_urls_response.file_urls[0]

    def _received(self, seconds: float) -> ForwardMsg:
        received = ForwardMsg()
        try:
            data = self.opened.recv(timeout=60)
        except TimeoutError:
            raise VisitError(f"nothing came for {seconds} seconds") from None
        received.ParseFromString(data if isinstance(data, bytes) else data.encode())
        return received

    def _is_whole(self, received: ForwardMsg) -> bool:
        """Takes in what came; whether the run has ended with it."""
        kind = received.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = received.page_info_changed.query_string
        elif kind == "new_session":
            self._came = set()
            self.runs += 1
        elif kind == "delta":
            self._take(received.delta)
        elif kind == "script_finished":
            return self._has_ended(received.script_finished, set(received.metadata.run.fragment_ids))
        return False

    def _has_ended(self, status: ForwardMsg.ScriptFinishedStatus.ValueType, parts: set[str]) -> bool:
        """Drops what the parts that ran have no more; false if the run was broken off for another."""
        if status == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            return False
        if status not in (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY):
            raise VisitError(f"the run ended as {ForwardMsg.ScriptFinishedStatus.Name(status)}")
        for key in set(self.elements) - self._came:
            if not parts or self.parts[key] in parts:
                del self.elements[key], self.parts[key]
        return True

    def _take(self, delta: Delta) -> None:
        part = delta.new_element if delta.WhichOneof("type") == "new_element" else delta.add_block
        kind = part.WhichOneof("type")
        element = getattr(part, kind) if kind else None
        if kind == "exception":
            raise VisitError(f"the page shows an error: {element.type} {element.message}")
        if found := re.search(r'class="count"[^>]*><span[^>]*>([^<]*)<', str(getattr(element, "body", ""))):
            self.count = found[1]
        if named := re.fullmatch(r"\$\$ID-[0-9a-f]{32}-(.+)", getattr(element, "id", "")):
            self.elements[named[1]], self.parts[named[1]] = element, delta.fragment_id
            self._ever[named[1]] = element.id, delta.fragment_id
            self._came.add(named[1])
