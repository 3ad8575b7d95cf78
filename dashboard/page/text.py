"""Texts of a list as markup that shows them as they are: nothing in them is a tag, a link or a directive."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby

from dashboard.explore.search import marked

_ADDRESS = re.compile(r"://|www(?=\.)|(?=@)", re.IGNORECASE)
_JOINER = "\u2060"
"""The word joiner, which cannot be seen and is no part of an address."""
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def label(text: str) -> str:
    """A text for a widget's label, where Streamlit reads Markdown and makes links of addresses by themselves."""
    return _PUNCTUATION.sub(r"\\\1", unlinked(" ".join(text.split())))


def unlinked(text: str) -> str:
    """A text in which no address is one, by a joiner that cannot be seen."""
    return _ADDRESS.sub(rf"\g<0>{_JOINER}", text)


def html(text: str, words: tuple[str, ...] = ()) -> str:
    """A text for HTML, with the matches of a search marked."""
    if not words:
        return escape(text)
    return "".join(f"<mark>{escape(piece)}</mark>" if hit else escape(piece) for piece, hit in marked(text, words))


def pieces(text: str, found: list[bool], start: int, end: int) -> str:
    """A part of a text for HTML, with the matches of a search marked as `search.hits` gives them."""
    runs = groupby(range(start, end), key=lambda at: found[at])
    cut = [(hit, escape("".join(text[at] for at in run))) for hit, run in runs]
    return "".join(f"<mark>{piece}</mark>" if hit else piece for hit, piece in cut)


def link(address: str, title: str = "") -> str:
    """A web address as a link, under its title if it has one; anything else as text."""
    shown = escape(title or address)
    if not re.fullmatch(r"https?://[^\s]+", address):
        return shown
    return f'<a href="{escape(address)}" target="_blank" rel="noreferrer">{shown}</a>'
