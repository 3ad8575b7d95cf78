"""A connection that breaks, a server that starts anew or does not answer: it is said, and what is chosen is applied."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.contexts import Contexts
from tests.serving import Served, free_port, watched

pytestmark = [pytest.mark.audit, pytest.mark.alone]

SAID = {"en": "The connection is broken.", "ru": "Связь с сервером прервалась."}


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def running(port: int) -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def start(running: ExitStack, port: int) -> Served:
    return running.enter_context(watched(port=port))


def is_quiet(page: Page) -> None:
    """There is nothing of Streamlit's own that speaks of the connection."""
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Streamlit")).to_have_count(0)
    expect(page.locator(".stConnectionStatus:visible")).to_have_count(0)


@pytest.mark.parametrize("code", SAID)
def test_what_is_chosen_while_the_server_is_away_is_applied(
    contexts: Contexts, running: ExitStack, port: int, code: str
) -> None:
    served = start(running, port)
    with contexts.new() as context:
        me = Visitor(context.new_page(), served.address).open(f"?lang={code}&open=solaris-1972")
        page, said = me.page, me.page.locator("#connection p")
        expect(said).to_be_hidden()
        mars = page.locator('[class*="st-key-facet-destination"] button').first
        mars.focus()
        served.process.kill()
        expect(said).to_contain_text(SAID[code])
        is_quiet(page)
        expect(page.locator(".claims").first).to_be_visible()
        expect(mars).to_be_focused()
        page.keyboard.press("Enter")
        expect(said.locator("span")).to_be_visible()
        page.wait_for_timeout(5000)  # Streamlit asks again and again, and its dialog would come now.
        is_quiet(page)
        start(running, port)
        expect(page).to_have_url(re.compile("destination=Mars&open=solaris-1972"))
        expect(me.count).to_have_text({"en": "2 of 10 films", "ru": "2 из 10 фильмов"}[code])
        expect(said).to_be_hidden()
        expect(page.locator("[data-waits]")).to_have_count(0)


def test_a_choice_pressed_twice_is_none(contexts: Contexts, running: ExitStack, port: int) -> None:
    served = start(running, port)
    with contexts.new() as context:
        me = Visitor(context.new_page(), served.address).open()
        served.process.kill()
        said = me.page.locator("#connection p")
        expect(said).to_be_visible()
        for waits in (1, 0):
            me.page.get_by_role("button", name="Mars (2)").click()
            expect(me.page.locator("[data-waits]")).to_have_count(waits)
        start(running, port)
        expect(said).to_be_hidden()
        me.settled()
        me.shows("10 of 10 films")


def test_a_server_that_does_not_answer_is_told_of(contexts: Contexts, running: ExitStack, port: int) -> None:
    served = start(running, port)
    with contexts.new() as context:
        me = Visitor(context.new_page(), served.address).open()
        os.kill(served.process.pid, signal.SIGSTOP)
        try:
            me.page.get_by_role("button", name="Mars (2)").click()
            expect(me.page.locator("#connection p")).to_contain_text(SAID["en"])
        finally:
            os.kill(served.process.pid, signal.SIGCONT)
        me.shows("2 of 10 films")
        expect(me.page.locator("#connection p")).to_be_hidden()
