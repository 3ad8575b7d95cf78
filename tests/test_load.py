"""Visitors at once, in short: no error, no lost view, no growing memory. `make load` does it for longer."""

from __future__ import annotations

import pytest

from tests.load import Load, drive
from tests.serving import watched

VISITORS = 8


@pytest.mark.audit
def test_nobody_loses_a_view_to_another() -> None:
    with watched() as running:
        load = drive(running, VISITORS, seconds=8, pause=0.5, least=5 * VISITORS)
        assert (load.errors, load.lost) == ([], [])
        assert " ERROR " not in running.said()
    assert len(load.seconds) >= 5 * VISITORS
    assert not load.grows, str(load)


@pytest.mark.parametrize(
    ("memory", "grows"),
    [
        ([], False),
        ([200.0] * 8, False),
        ([100.0, 150, 200, 250, 300, 300, 310, 310], False),
        ([100.0, 150, 200, 250, 300, 350, 400, 450], True),
        ([300.0] * 6 + [380] * 2, True),
    ],
    ids=["not told", "flat", "grows in the first half only", "grows", "a leap"],
)
def test_what_memory_that_grows_is(memory: list[float], grows: bool) -> None:
    assert Load(memory=memory).grows is grows
