"""The choice of the interface's language: links, since each loads the page anew and so gets its own `lang`."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard.i18n.languages import Language, languages
from dashboard.model.list_info import IN_SESSION
from dashboard.query.result import relative
from dashboard.query.view import View


def draw(view: View, language: Language) -> None:
    """Draw the languages there are, the page's own marked."""
    items = "".join(_item(view, each, each is language) for each in languages().values())
    name = escape(language.gettext("Language"))
    st.html(f'<nav class="languages" aria-label="{name}"><span>{name}</span><ul>{items}</ul></nav>')
    if view.list.startswith(IN_SESSION):
        st.caption(language.gettext("Another language loads the page anew; take your list home as a bundle first."))


def _item(view: View, each: Language, current: bool) -> str:
    name = escape(each.name)
    if current:
        return f'<li><strong lang="{each.code}" aria-current="true">{name}</strong></li>'
    link = escape(relative(view.with_language(each.code)))
    return f'<li><a href="{link}" target="_self" lang="{each.code}" hreflang="{each.code}">{name}</a></li>'
