"""axe-core finds nothing in any state of the page, under every condition."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import Show
from tests.browser.states import Condition, matrix

pytestmark = pytest.mark.audit


@pytest.mark.parametrize("condition", matrix(), ids=str)
def test_nothing_is_found(show: Show, condition: Condition) -> None:
    assert violations(show(condition)) == []


def test_something_would_be_found(show: Show) -> None:
    page = show(matrix()[0])
    page.evaluate("document.querySelector('p.count').style.color = '#ddd'")
    page.evaluate("document.querySelector('[data-testid=stMain] button').append(document.createElement('button'))")
    assert {line.split(":")[0] for line in violations(page)} >= {"color-contrast", "button-name"}
