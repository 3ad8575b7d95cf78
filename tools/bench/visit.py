"""One visit: a page in a fresh browser context, timed from inside."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from tools.bench.actions import Action, Deed, Turn
from tools.bench.sites import Server, Site

QUIET = 400
"""Milliseconds without a change, on an idle page, after which an action counts as finished."""
LONGEST_DEED, LONGEST, LONGEST_LOAD = 10_000, 120_000, 600_000
"""Milliseconds until a control must be found, an action finished, and a page loaded, for which a list is prepared."""
DESK: dict[str, Any] = {"viewport": {"width": 1280, "height": 1000}}
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
SLOW: dict[str, dict[str, Any]] = {
    "Emulation.setCPUThrottlingRate": {"rate": 2},
    "Network.enable": {},
    "Network.emulateNetworkConditions": {
        "offline": False,
        "latency": 150,
        "downloadThroughput": 1.6e6 / 8,
        "uploadThroughput": 750e3 / 8,
    },
}
"""What makes a browser as slow as a phone on the move: half its processor, 1.6 Mbit/s, 150 ms there and back."""
WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")

Values = dict[str, float]
"""By measure: film, time and python in milliseconds, share in percent, runs of the page, sent in bytes, films shown."""


class Visit:
    """A browser page, on a desk or on a phone."""

    def __init__(self, browser: Browser, site: Site, *, is_phone: bool = False) -> None:
        self.site = site
        self.server: Server
        self._is_phone = is_phone
        self.context = browser.new_context(**(PHONE if is_phone else DESK))
        self.page = self.context.new_page()
        self.page.set_default_timeout(LONGEST_DEED)
        if is_phone:
            session = self.context.new_cdp_session(self.page)
            for method, values in SLOW.items():
                session.send(method, values)
        parts = json.dumps({"count": site.count, "card": site.card, "film": site.film, "quiet": QUIET})
        self.page.add_init_script(f"({WATCH})({parts})")

    def open(self, server: Server) -> Values:
        """Load the page and wait until it is at rest; the time is that to the first of each of its parts."""
        self.server = server
        before = len(server.ran()), server.sent()
        self.page.goto(server.address, timeout=LONGEST_LOAD)
        self._settle(*self._parts(), timeout=LONGEST_LOAD)
        values = self._values("Math.max(...Object.values(watch.first))", before)
        film = self.page.evaluate("watch.first.film")
        return values if film is None else {"film": float(film), **values}

    def _parts(self) -> tuple[str, ...]:
        """What of the page is drawn; a phone has a list in place of the timeline."""
        return tuple(part for part in self.site.parts if part != "chart" or not self._is_phone)

    def first_card(self) -> float:
        """When the first card was there, in seconds since the epoch."""
        return float(self.page.evaluate("(performance.timeOrigin + watch.first.card) / 1000"))

    def act(self, action: Action, turn: Turn) -> Values:
        """Do something, then undo it; the time is that from the last key or click to the last change."""
        if action.before:
            self._do(action.before, turn, action.changes)
        before = len(self.server.ran()), self.server.sent()
        self._do(action.deed, turn, action.changes)
        values = self._values("watch.took()", before)
        if action.undo:
            self._do(action.undo, turn, action.changes)
        return values

    def close(self) -> None:
        self.context.close()

    def _do(self, deed: Deed, turn: Turn, changes: str) -> None:
        self.page.evaluate("watch.again()")
        deed(self.page, turn)
        self._settle(changes)

    def _settle(self, *changes: str, timeout: int = LONGEST) -> None:
        self.page.wait_for_function("changes => watch.settled(changes)", arg=changes, polling=50, timeout=timeout)

    def _values(self, took: str, before: tuple[int, int]) -> Values:
        time = float(self.page.evaluate(took))
        runs, sent = self.server.ran()[before[0] :], self.server.sent() - before[1]
        values = {"time": time, "python": sum(runs), "share": 100 * sum(runs) / time, "runs": len(runs)}
        shown = re.search(r"([\d,]+) of [\d,]+", self.page.locator(self.site.count).first.inner_text())
        films = {"films": float(shown[1].replace(",", ""))} if shown else {}
        return {**values, "sent": sent, **films}
