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
    """The dark modules of a row as a path through its middle, one as broad as a module."""
    runs = ((is_dark, len([*run])) for is_dark, run in groupby(modules))
    return f"M{QUIET} {down + QUIET}.5" + "".join(f"h{width}" if is_dark else f"m{width} 0" for is_dark, width in runs)
