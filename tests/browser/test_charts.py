"""The charts: each bar is a filter, by mouse and by keyboard, and the focus stays on it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit


@pytest.mark.audit
def test_a_bar_filters_by_keyboard_and_keeps_the_focus(visit: Visit) -> None:
    me = visit("?list=filmography&view=charts")
    bar = me.page.locator(".stApp .charts a", has_text="1960s")
    bar.focus()
    for query, is_chosen in (
        ("?list=filmography&decade=1960s&view=charts", "true"),
        ("?list=filmography&view=charts", None),
    ):
        me.page.keyboard.press("Enter")
        me.link_is(query)
        if is_chosen:
            expect(bar).to_have_attribute("aria-current", is_chosen)
        else:
            expect(bar).not_to_have_attribute("aria-current", "true")
        expect(bar).to_be_focused()
    expect(me.page.get_by_role("radio", name="Charts")).to_be_checked()
