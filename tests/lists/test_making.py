"""How far a list is, as whoever runs the process reads it: in a log, and on a terminal."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import pytest

from dashboard.lists.making import BETWEEN_LINES, Teller
from dashboard.lists.watcher import PATIENCE
from dashboard.log import draw
from dashboard.model.progress import Progress, Step

Moment = tuple[float, Step, float]
"""Seconds since the beginning, the step, and how much of it is done."""
SOON, LATER = PATIENCE * 2, PATIENCE * 2 + BETWEEN_LINES


def tell(moments: Sequence[Moment]) -> None:
    times = iter([0.0, *(at for at, _, _ in moments)])
    teller = Teller("films", lambda: next(times))
    for _, step, share in moments:
        teller.hear(Progress(step, share))


@pytest.mark.parametrize(
    ("moments", "lines"),
    [
        ([(0, "rows", 0), (0.1, "check", 0), (0.2, "evidence", 0), (0.3, "search", 1)], []),
        ([(0, "rows", 0), (SOON, "rows", 0.5)], ["List films: reading the file, 50% (step 1 of 4)"]),
        (
            [(SOON, "rows", 0.5), (SOON + 1, "rows", 0.6), (LATER, "rows", 0.7)],
            ["List films: reading the file, 50% (step 1 of 4)", "List films: reading the file, 70% (step 1 of 4)"],
        ),
        (
            [(SOON, "rows", 0.5), (SOON, "check", 0), (SOON, "check", 0.1)],
            ["List films: reading the file, 50% (step 1 of 4)", "List films: checking its rows (step 2 of 4)"],
        ),
    ],
    ids=["there in a moment", "a long step", "a very long step", "the next step"],
)
def test_in_a_log(caplog: pytest.LogCaptureFixture, moments: Sequence[Moment], lines: list[str]) -> None:
    with caplog.at_level(logging.INFO, "dashboard"):
        tell(moments)
    assert [record.getMessage() for record in caplog.records] == lines


def everything(terminal: int) -> str:
    """All that was written to a terminal whose other end is closed; it comes in pieces."""
    read = bytearray()
    with suppress(OSError):
        while piece := os.read(terminal, 10_000):
            read += piece
    return read.decode()


@pytest.mark.skipif(os.name == "nt", reason="no such terminals there")
def test_on_a_terminal_it_is_one_line(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    ours, its = os.openpty()
    monkeypatch.setenv("COLUMNS", "51")
    with os.fdopen(its, "w") as terminal, caplog.at_level(logging.INFO, "dashboard"):
        monkeypatch.setattr(sys, "stderr", terminal)
        tell([(0, "rows", 0), (SOON, "rows", 0.5), (SOON, "rows", 0.6), (SOON, "check", 0)])
        draw("")
    said = everything(ours)
    os.close(ours)
    lines = [line.rstrip() for line in said.split("\r") if line.strip()]
    assert list(dict.fromkeys(lines)) == [
        "List films: reading the file, 50%",
        "List films: reading the file, 60%",
        "List films: checking its rows",
    ]
    assert ("\n" in said, max(map(len, said.split("\r"))), said[-2:]) == (False, 50, " \r")
    assert caplog.records == []
