"""A programme as Markdown in which nothing of a list's texts is markup."""

from __future__ import annotations

from dashboard.exports.programme import Programme
from dashboard.render.templates import render_markdown


def as_markdown(programme: Programme) -> bytes:
    """The programme: title, dates, total length, and a section for each film."""
    return render_markdown("programme.md", programme.language, programme=programme).encode()
