"""A programme to print: one HTML file that needs nothing else, with a title page and no page break inside a film."""

from __future__ import annotations

from dashboard.exports.programme import Programme
from dashboard.render.style import style
from dashboard.render.templates import render

LONGEST_PRINTED = 200
"""Characters of an address that is printed; a longer one can only be clicked."""


def as_html(programme: Programme) -> bytes:
    """The programme as a page of HTML without script."""
    is_long = len(programme.link) > LONGEST_PRINTED
    page = render("programme.html", programme.language, programme=programme, is_long=is_long, style=style("printed"))
    return f"{page}\n".encode()
