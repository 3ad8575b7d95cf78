"""A real browser, one for all browser tests of a process; each visitor looks like the first one who comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.browser.chromium import FLAGS, installed
from tests.browser.contexts import Contexts, Motion
from tests.browser.states import LONGEST_WAIT, NAMED, Condition, Gallery, gallery

expect.set_options(timeout=LONGEST_WAIT)


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
        return self.alive()

    def reload(self) -> Visitor:
        self.page.reload()
        return self.alive()

    def alive(self) -> Visitor:
        """Waits until the live page has taken over from the first view."""
        expect(self.page.locator("#first-view")).to_have_count(0)
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
        return self.page.locator(f'.card[data-film="{film}"]')


Visit = Callable[..., Visitor]
Show = Callable[[Condition], Page]


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
def motion(pytestconfig: pytest.Config) -> Motion:
    return "no-preference" if pytestconfig.getoption("--motion") else "reduce"


@pytest.fixture(scope="session")
def contexts(browser: Browser, motion: Motion) -> Contexts:
    return Contexts(browser, motion)


@pytest.fixture(scope="session")
def opened(browser: Browser, published: str, motion: Motion) -> Iterator[Gallery]:
    """The lists that are served, and a page for each theme."""
    with gallery(browser, published, motion) as opened:
        yield opened


@pytest.fixture(scope="session")
def show(opened: Gallery) -> Show:
    """Shows a state under a condition; pages are kept from test to test, so look at them and leave them alone."""
    return opened.show


@pytest.fixture(scope="session")
def long_list(opened: Gallery) -> str:
    """The address of a list of so many films that its timeline has bars."""
    return opened.address(NAMED["bars"].films)


@pytest.fixture
def visit(contexts: Contexts, published: str) -> Iterator[Visit]:
    """Opens a page as a new visitor; after the test there must be no console error and no request elsewhere.

    With `fresh` the visitor's browser has not fetched anything before either.
    """
    visitors: list[Visitor] = []
    with ExitStack() as stack:

        def visit(
            query: str = "",
            *,
            address: str = published,
            width: int = 1280,
            height: int = 1000,
            scheme: str = "light",
            fresh: bool = False,
            **more: Any,
        ) -> Visitor:
            context = (contexts.new if fresh else contexts.lent)(color_scheme=scheme, **more)
            page = stack.enter_context(context).new_page()
            page.set_viewport_size({"width": width, "height": height})
            visitor = Visitor(page, address)
            page.on("console", lambda said: visitor.errors.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: visitor.errors.append(str(error)))
            page.on("request", lambda sent: None if _here(sent.url) else visitor.elsewhere.append(sent.url))
            visitors.append(visitor)
            return visitor.open(query)

        yield visit
    for visitor in visitors:
        assert visitor.errors == []
        assert visitor.elsewhere == []


def _here(url: str) -> bool:
    return url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:"))
