"""Texts of a list where they stand in other texts: nothing in them is a tag, a link or a directive."""

from __future__ import annotations

import re
from urllib.parse import unquote

_READ_INTO = re.compile(
    r"://|www(?=\.)|(?=@)|:(?=streamlit:|material_)|(?<!\S)[<>~-](?=(?:->|[>=-])(?:\s|$))", re.IGNORECASE
)
"""Where Streamlit finds an address, a picture or an arrow in a text, though each of its characters is escaped."""
_JOINER = "\u2060"
"""The word joiner, which cannot be seen and is no part of an address."""
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
