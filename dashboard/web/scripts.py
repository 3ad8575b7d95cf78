"""The dashboard's own scripts, which stand in its pages."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def script(name: str) -> str:
    """A script of this folder as an element of a page, by the name of its file."""
    return f"<script>{files('dashboard').joinpath('web', name).read_text(encoding='utf-8')}</script>"
