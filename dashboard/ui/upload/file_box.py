"""The box that takes a file. The style puts Streamlit's own words in it into the page's language."""

from __future__ import annotations

import re

import streamlit as st

from dashboard import settings
from dashboard.i18n.languages import Language
from dashboard.render.style import as_style
from dashboard.render.templates import render

BOX = "[data-testid='stFileUploaderDropzone']"
BUTTON, LIMIT = f"{BOX} button [data-testid='stMarkdownContainer']", f"{BOX} [data-testid$='Instructions'] > div"
"""What holds nothing but the words of the button, and those below it."""


def draw(text: str, key: str, language: Language) -> None:
    """Draw the box under its label; `key` is its widget's."""
    most = settings.current().upload_mb
    st.file_uploader(text, key=key, max_upload_size=most)
    limit = language.gettext("At most {number} MB", number=language.number(most))
    choose = language.gettext("Choose a file")
    rules = [
        f"{place} > * {{ display: none }} {place}::after {{ content: {_quoted(said)} }}"
        for place, said in ((BUTTON, choose), (LIMIT, limit))
    ]
    rules.append(f"{LIMIT} {{ font-size: .875rem; color: var(--quiet) }}")
    st.html(render("file_box.html", language, choose=choose, rules=as_style(*rules)))


def _quoted(text: str) -> str:
    r"""A text as a string of CSS.

    >>> print(_quoted('"most" <50'))
    "\22 most\22  \3c 50"
    """
    return '"' + re.sub(r'["\\<\n]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'
