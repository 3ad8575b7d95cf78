"""What other sites and the browser's store get: a frame where it is allowed, one cookie, nothing else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.contexts import Contexts
from tests.serving import free_port, watched

pytestmark = pytest.mark.audit


@contextmanager
def another_site(port: int, framed: str) -> Iterator[str]:
    """A site that shows an address in a frame."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f'<link rel="icon" href="data:,"><iframe src="{framed}"></iframe>'.encode())

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", port), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{port}"
        server.shutdown()


def test_only_a_site_that_is_named_shows_it_in_a_frame(contexts: Contexts) -> None:
    named, other = free_port(), free_port()
    with watched("--allow-embedding", f"http://127.0.0.1:{named}") as running, contexts.new() as context:
        page = context.new_page()
        with another_site(named, f"{running.address}/?embed=true&q=mars") as address:
            page.goto(address)
            expect(page.frame_locator("iframe").locator("p.count")).to_have_text("3 of 10 films")
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        with another_site(other, f"{running.address}/?q=mars") as address:
            page.goto(address)
            expect(page.frame_locator("iframe").locator("p.count")).to_have_count(0)
        assert any("frame-ancestors" in line for line in said), said


@pytest.mark.parametrize(("width", "is_open"), [(1280, True), (390, False)], ids=["wide", "as wide as a phone"])
def test_embedded_it_has_no_menu_and_no_hints_and_stays_so(visit: Visit, width: int, is_open: bool) -> None:
    me = visit("?embed=true&q=mars", width=width)
    me.settled()
    expect(me.page.locator("[data-testid=stMainMenu]")).to_have_count(0)
    expect(me.page.locator(".hints")).to_have_count(0)
    if not is_open:
        me.page.locator("[data-testid=stExpandSidebarButton]").click()
    me.page.get_by_label("Search", exact=True).fill("rescue")
    me.shows("1 of 10 films")
    me.link_is("?embed=true&q=rescue")


def test_one_cookie_and_it_says_nothing_of_the_visitor(visit: Visit) -> None:
    me = visit("?q=mars")
    me.settled()
    cookies = me.page.context.cookies()
    assert [cookie["name"] for cookie in cookies] == ["_streamlit_xsrf"]
    assert "mars" not in str(cookies)
