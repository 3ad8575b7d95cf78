"""Browser contexts that one visitor after another can have: a page opens in a warm one in half the time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.states import LONGEST_WAIT

Motion = Literal["reduce", "no-preference"]
SCRIPTS = re.compile(r"/static/js/index\.")
"""What makes Streamlit's page alive."""
QUIET = Path(__file__).with_name("quiet.js").read_text(encoding="utf-8")
"""Waits until a page has been quiet for so long that nothing more comes."""
IN_ITS_FONTS = """() => document.body?.offsetHeight && document.fonts.status === "loaded" &&
  [...document.fonts].some(font => font.status === "loaded")"""
"""Whether what a page shows is drawn in its fonts. Before its first layout no font is asked for, and none is late."""


class Early:
    """A page whose scripts have not come yet."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._held: list[Route] = []
        self._is_held = True

    def open(self, address: str) -> Page:
        """The page of an address, with all that is in it before the scripts, in its fonts."""
        self.page.route(SCRIPTS, self._hold)
        self.page.goto(address, wait_until="commit")
        expect(self.page.locator("#first-view > aside")).to_be_attached()
        self.page.wait_for_function(IN_ITS_FONTS)
        return self.page

    def _hold(self, route: Route) -> None:
        if self._is_held:
            self._held.append(route)
        else:
            route.continue_()

    def comes_alive(self) -> None:
        """Lets the scripts come, those that are not asked for yet among them, and waits for the live page."""
        self._is_held = False
        for route in self._held:
            route.continue_()
        expect(self.page.locator("#first-view")).to_have_count(0)
        expect(self.page.locator("p.count")).to_be_visible()


class Contexts:
    """Lends contexts. One that comes back keeps nothing of its visitor but the files that the browser has fetched.

    Its visitors want `motion` or not; without, a page that is drawn by the processor takes half as long.
    """

    def __init__(self, browser: Browser, motion: Motion) -> None:
        self._browser = browser
        self._usual = {"permissions": ["clipboard-read"], "reduced_motion": motion}
        self._free: defaultdict[tuple[tuple[str, Any], ...], list[BrowserContext]] = defaultdict(list)

    @contextmanager
    def new(self, **options: Any) -> Iterator[BrowserContext]:
        """A context for this visitor only."""
        with self._made(**options) as context:
            yield context

    @contextmanager
    def lent(self, **options: Any) -> Iterator[BrowserContext]:
        """A context with these options, warm where there is one."""
        free = self._free[tuple(sorted(options.items()))]
        context = free.pop() if free else self._made(**options)
        yield context
        _forget(context)
        free.append(context)

    def _made(self, **options: Any) -> BrowserContext:
        context = self._browser.new_context(**self._usual | options)
        context.set_default_timeout(LONGEST_WAIT)
        return context


def _forget(context: BrowserContext) -> None:
    """Take away the pages, cookies and whatever else a visitor left."""
    for page in context.pages:
        page.close()
    context.set_storage_state({})
