"""A browser context that another visitor had before is as good as a new one."""

from __future__ import annotations

import pytest

from tests.browser.contexts import Contexts

pytestmark = pytest.mark.audit

LEAVE = """() => {
    localStorage.theirs = sessionStorage.theirs = "1";
    document.cookie = "theirs=1";
}"""
LEFT = "() => [localStorage.length, sessionStorage.length, document.cookie.includes('theirs')]"


def test_a_visitor_leaves_nothing_to_the_next_one(contexts: Contexts, published: str) -> None:
    with contexts.lent(color_scheme="light") as context:
        page = context.new_page()
        page.goto(f"{published}/health")
        page.evaluate(LEAVE)
        assert page.evaluate(LEFT) == [1, 1, True]
    with contexts.lent(color_scheme="light") as again:
        assert (again is context, again.pages, again.cookies()) == (True, [], [])
        page = again.new_page()
        page.goto(f"{published}/health")
        assert page.evaluate(LEFT) == [0, 0, False]


def test_two_visitors_at_once_have_two(contexts: Contexts) -> None:
    with contexts.lent(color_scheme="light") as one, contexts.lent(color_scheme="light") as other:
        assert one is not other


def test_another_wish_is_another_context(contexts: Contexts) -> None:
    with contexts.lent(color_scheme="light") as light:
        pass
    with contexts.lent(color_scheme="dark") as dark:
        assert dark is not light
