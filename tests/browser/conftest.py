"""A real browser and a real server, shared by the browser tests; a fresh browser context for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.states import Condition, gallery
from tests.serving import dashboard

expect.set_options(timeout=15_000)


FILMS = ".mark-symbol.films_marks path"
"""The films' marks on the timeline; its other layers hold titles and history."""


@dataclass
class Visitor:
    """One visitor's page, and what went wrong or out on it."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def open(self, query: str = "") -> Visitor:
        self.page.goto(f"{self.address}/{query}")
        expect(self.page.locator("p.count")).to_be_visible()
        return self

    @property
    def count(self) -> Locator:
        return self.page.locator("p.count")

    def shows(self, count: str) -> None:
        expect(self.count).to_have_text(count)

    def link_is(self, query: str) -> None:
        expect(self.page).to_have_url(f"{self.address}/{query}")

    def settled(self) -> None:
        """Waits until the server has run and the browser has taken away what was there before."""
        expect(self.page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]')).to_be_visible()
        expect(self.page.locator('[data-stale="true"]')).to_have_count(0)

    def mark(self, title: str) -> Locator:
        """A film's dot on the timeline."""
        return self.page.locator(f'{FILMS}[aria-label*="{title}"]')

    def selected(self) -> Locator:
        return self.page.locator(".st-key-selected")

    def card(self, film: str) -> Locator:
        return self.page.locator(f".st-key-card-{film}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = installed()
    if path is None:
        pytest.fail("No Chromium found; `make test` sees to it, or name one with CHROMIUM=/path/to/it.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def published() -> Iterator[str]:
    with dashboard() as address:
        yield address


@pytest.fixture(scope="session")
def show(browser: Browser, published: str) -> Iterator[Show]:
    """Shows a state under a condition; pages are kept from test to test, so look at them and leave them alone."""
    with gallery(browser, published) as opened:
        yield opened.show


Visit = Callable[..., Visitor]
Show = Callable[[Condition], Page]


@pytest.fixture
def visit(browser: Browser, published: str) -> Iterator[Visit]:
    """Opens a page as a new visitor; after the test there must be no console error and no request elsewhere."""
    visitors: list[Visitor] = []

    def visit(
        query: str = "", *, address: str = published, width: int = 1280, scheme: str = "light", **more: Any
    ) -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 1000}, color_scheme=scheme, permissions=["clipboard-read"], **more
        )
        page = context.new_page()
        visitor = Visitor(page, address)
        page.on("console", lambda said: visitor.errors.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: visitor.errors.append(str(error)))
        page.on("request", lambda sent: None if _here(sent.url) else visitor.elsewhere.append(sent.url))
        visitors.append(visitor)
        return visitor.open(query)

    yield visit
    for visitor in visitors:
        visitor.page.context.close()
        assert visitor.errors == []
        assert visitor.elsewhere == []


def _here(url: str) -> bool:
    return url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:"))
