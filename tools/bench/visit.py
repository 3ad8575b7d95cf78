"""One visit: a page in a fresh browser context, timed from inside."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Browser

from tools.bench.actions import Action, Deed, Turn
from tools.bench.sites import Server, Site

QUIET = 400
"""Milliseconds without a change, on an idle page, after which an action counts as finished."""
LONGEST_DEED, LONGEST, LONGEST_LOAD = 10_000, 120_000, 600_000
"""Milliseconds until a control must be found, an action finished, and a page loaded, for which a list is prepared."""
WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")

Values = dict[str, float]
"""By measure: time and python in milliseconds, share in percent, runs of the page, sent in bytes, films shown."""


class Visit:
    """A browser page."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.site = site
        self.server: Server
        self.context = browser.new_context(viewport={"width": 1280, "height": 1000})
        self.page = self.context.new_page()
        self.page.set_default_timeout(LONGEST_DEED)
        parts = json.dumps({"count": site.count, "card": site.card, "quiet": QUIET})
        self.page.add_init_script(f"({WATCH})({parts})")

    def open(self, server: Server) -> Values:
        """Load the page and wait until it is at rest; the time is that to the first of each of its parts."""
        self.server = server
        before = len(server.ran()), server.sent()
        self.page.goto(server.address, timeout=LONGEST_LOAD)
        self._settle(*self.site.parts, timeout=LONGEST_LOAD)
        return self._values("Math.max(...Object.values(watch.first))", before)

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
