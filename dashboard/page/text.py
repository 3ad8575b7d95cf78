"""Texts of a list as markup that shows them as they are: nothing in them is a tag, a link or a directive."""

from __future__ import annotations

import re
from html import escape

from dashboard.explore.search import marked

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def label(text: str) -> str:
    """A text for a widget's label, where Streamlit reads Markdown."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(text.split()))


def html(text: str, words: tuple[str, ...] = ()) -> str:
    """A text for HTML, with the matches of a search marked."""
    if not words:
        return escape(text)
    return "".join(f"<mark>{escape(piece)}</mark>" if hit else escape(piece) for piece, hit in marked(text, words))


def link(address: str) -> str:
    """A web address as a link; anything else as text."""
    if not re.match(r"https?://[^\s]+$", address):
        return escape(address)
    return f'<a href="{escape(address)}" target="_blank" rel="noreferrer">{escape(address)}</a>'
