"""A link as a QR code: each dark module of the code is drawn, and no other."""

from __future__ import annotations

import re

import pytest
import segno

from dashboard.exports.qr_code import LONGEST, QUIET, qr_code
from dashboard.i18n.languages import english


@pytest.mark.parametrize("link", ["https://x.org/", "http://localhost:8501/?q=%D0%BC", "https://x.org/?" + "a" * 580])
def test_the_code_is_drawn_module_for_module(link: str) -> None:
    svg = qr_code(link, english())
    boxes = [tuple(map(int, box)) for box in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg)]
    drawn = {(across + at, down) for across, down, width in boxes for at in range(width)}
    matrix = segno.make_qr(link, error="m").matrix
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, is_dark in enumerate(row) if is_dark}
    assert drawn == dark
    assert f'viewBox="0 0 {len(matrix) + 2 * QUIET} ' in svg


@pytest.mark.parametrize("link", ["", "?q=a", "javascript:alert(1)", "https://x.org/" + "a" * LONGEST])
def test_what_has_no_code(link: str) -> None:
    assert qr_code(link, english()) == ""
