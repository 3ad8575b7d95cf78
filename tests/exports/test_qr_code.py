"""A link as a QR code: each dark module of the code is drawn, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import segno

from dashboard.exports.qr_code import LONGEST, QUIET, qr_code
from dashboard.i18n.languages import english


def dark_modules(across: str, down: str, path: str) -> Iterator[tuple[int, int]]:
    """Those that a row's path covers, which begins somewhere and goes to the right."""
    at = int(across)
    for move, width in re.findall(r"([hm])(\d+)", path):
        yield from ((each, int(down)) for each in range(at, at + int(width)) if move == "h")
        at += int(width)


@pytest.mark.parametrize("link", ["https://x.org/", "http://localhost:8501/?q=%D0%BC", "https://x.org/?" + "a" * 580])
def test_the_code_is_drawn_module_for_module(link: str) -> None:
    svg = qr_code(link, english())
    drawn = {module for row in re.findall(r"M(\d+) (\d+)\.5([^M\"]+)", svg) for module in dark_modules(*row)}
    matrix = segno.make_qr(link, error="m").matrix
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark}
    assert drawn == dark
    assert f'viewBox="0 0 {len(matrix) + 2 * QUIET} ' in svg


@pytest.mark.parametrize("link", ["", "?q=a", "javascript:alert(1)", "https://x.org/" + "a" * LONGEST])
def test_what_has_no_code(link: str) -> None:
    assert qr_code(link, english()) == ""
