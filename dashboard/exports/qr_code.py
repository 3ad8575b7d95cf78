"""A link as a QR code, which a phone reads from paper."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from dashboard.i18n.languages import Language
from dashboard.render.templates import render

LONGEST = 600
"""Characters of a link; the code of a longer one is too fine to be read from paper."""
QUIET = 4
"""Modules of white around a code (ISO/IEC 18004)."""


def qr_code(link: str, language: Language) -> Markup:
    """The code of a link as SVG, black on white; empty where the link is no address or too long."""
    import segno

    if not link.startswith(("http://", "https://")) or len(link) > LONGEST:
        return Markup()
    rows = segno.make_qr(link, error="m").matrix
    return render("qr_code.svg", language, size=len(rows) + 2 * QUIET, path="".join(map(_row, range(len(rows)), rows)))


def _row(down: int, modules: bytearray) -> str:
    """The dark modules of a row as a path, each run of them as a box."""
    path, across = "", QUIET
    for is_dark, run in groupby(modules):
        width = len([*run])
        path += f"M{across} {down + QUIET}h{width}v1h-{width}z" if is_dark else ""
        across += width
    return path
