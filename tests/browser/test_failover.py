"""A browser behind the shipped nginx whose dashboard dies: the view comes back on another."""

from __future__ import annotations

import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.contexts import Contexts
from tests.deploy.nginx import web
from tests.serving import watched

BACK = 5_000
"""Milliseconds within which a visitor has the view again."""


@pytest.mark.audit
@pytest.mark.alone
def test_the_view_comes_back_on_another_dashboard(contexts: Contexts, tmp_path: Path) -> None:
    with ExitStack() as stack:
        dashboards = [stack.enter_context(watched("--address", "127.0.0.1")) for _ in range(3)]
        shared = stack.enter_context(web(tmp_path, dashboards))
        me = Visitor(stack.enter_context(contexts.new()).new_page(), shared.address).open("?destination=Mars")
        me.shows("2 of 10 films")
        me.page.get_by_label("Search", exact=True).fill("rescue")
        me.shows("1 of 10 films")
        ports = re.findall(r" from 127\.0\.0\.1:(\d+)$", shared.said(), re.MULTILINE)
        dead = next(each for each in dashboards if str(each.port) == ports[-1])
        dead.process.kill()
        app = me.page.locator('[data-testid="stApp"]')
        expect(app).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=BACK)
        me.settled()
        me.link_is("?q=rescue&destination=Mars")
        me.shows("1 of 10 films")
        with me.page.expect_download():
            me.page.get_by_role("button", name="CSV, 1 film").click()
        me.page.get_by_role("button", name="Destination: Mars").first.click()
        me.link_is("?q=rescue")
