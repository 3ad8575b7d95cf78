"""Texts of a list where they stand in other texts: nothing in them is a tag, a link or a directive."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from urllib.parse import unquote

from dashboard.query.search.matching import marked

_READ_INTO = re.compile(
    r"://|www(?=\.)|(?=@)|:(?=streamlit:|material_)|(?<!\S)[<>~-](?=(?:->|[>=-])(?:\s|$))", re.IGNORECASE
)
"""Where Streamlit finds an address, a picture or an arrow in a text, though each of its characters is escaped."""
_JOINER = "\u2060"
"""The word joiner, which cannot be seen and is no part of an address."""
_RUSSIAN = re.compile("[А-ЯЁа-яё](?:[А-ЯЁа-яё\u0301 –—,.:«»…!?-]*[А-ЯЁа-яё\u0301])?")
_OTHER_CYRILLIC = re.compile("[\u0400\u0402-\u040f\u0450\u0452-\u052f]")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#|~$^=&@!]|:(?=[^\s\d])|(?<=www)\.", re.IGNORECASE)


def label(text: str) -> str:
    """A text for a widget's label, where Streamlit reads Markdown and makes links of addresses by themselves."""
    return _PUNCTUATION.sub(r"\\\1", unlinked(" ".join(text.split())))


def unlinked(text: str) -> str:
    """A text in which nothing is read into its characters, such as an address, by joiners that cannot be seen."""
    return _READ_INTO.sub(rf"\g<0>{_JOINER}", text)


def markdown(text: str) -> str:
    r"""A text on one line that Markdown shows as it is.

    >>> print(markdown("1. *a* [b](c) <i> www.d.org"))
    1\. \*a\* \[b\](c) \<i\> www\.d.org
    """
    escaped = _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
    return re.sub(r"^(\d{1,9})([.)])", r"\1\\\2", re.sub(r"^([-+])", r"\\\1", escaped))


def is_web(address: str) -> bool:
    """Whether an address leads to the web and nowhere else, and can be written as a link in every format."""
    return bool(re.fullmatch(r"https?://[^\s<>]+", address))


def legible(address: str) -> str:
    """An address as a person reads it: letters of other alphabets as such.

    >>> legible("https://ru.wikipedia.org/wiki/%D0%90_%28%D0%91%29"), legible("https://example.org/%20%0A%FF")
    ('https://ru.wikipedia.org/wiki/А_(Б)', 'https://example.org/%20%0A%FF')
    """
    read = unquote(address, errors="replace")
    return read if read.isprintable() and not re.search(r"[\s\ufffd]", read) else address


def html(text: str, words: tuple[str, ...] = ()) -> str:
    """A text for HTML, with the matches of a search marked."""
    return _joined(text, marked(text, words) if words else [(text, False)])


def pieces(text: str, found: list[bool], start: int, end: int) -> str:
    """A part of a text for HTML, with the matches of a search marked as `search.hits` gives them."""
    runs = groupby(range(start, end), key=lambda at: found[at])
    return _joined(text, [("".join(text[at] for at in run), hit) for hit, run in runs])


def _joined(text: str, cut: list[tuple[str, bool]]) -> str:
    """Pieces of a text for HTML, each with whether it is a match. What is Russian is marked, so that it is spoken so.

    A text with a Cyrillic letter that Russian lacks is in another language and stays as it is.
    """
    spoken = escape if _OTHER_CYRILLIC.search(text) else _russian
    return "".join(f"<mark>{spoken(piece)}</mark>" if hit else spoken(piece) for piece, hit in cut)


def _russian(text: str) -> str:
    """A text for HTML, with what is written in Russian letters marked as Russian.

    >>> _russian("Solaris (Солярис, 1972)")
    'Solaris (<span lang="ru">Солярис</span>, 1972)'
    """
    return _RUSSIAN.sub(r'<span lang="ru">\g<0></span>', escape(text))


def link(address: str, title: str = "") -> str:
    """A web address as a link, under its title if it has one; anything else as text."""
    shown = html(title) if title else escape(address)
    if not re.fullmatch(r"https?://[^\s]+", address):
        return shown
    return f'<a href="{escape(address)}" target="_blank" rel="noreferrer">{shown}</a>'
