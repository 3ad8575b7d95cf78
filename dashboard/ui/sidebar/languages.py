"""The choice of the interface's language: links, since each loads the page anew and so gets its own `lang`."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.languages import Language, languages
from dashboard.model.list_info import IN_SESSION
from dashboard.query.result import QueryResult, relative
from dashboard.query.view import View
from dashboard.render.templates import render


def draw(view: View, language: Language) -> None:
    """Draw the languages there are, the page's own marked."""
    choices = [(each, relative(view.with_language(each.code))) for each in languages().values()]
    st.html(render("languages.html", language, choices=choices))
    if view.list.startswith(IN_SESSION):
        st.caption(language.gettext("Another language loads the page anew; take your list home as a bundle first."))


def follow(result: QueryResult) -> None:
    """Draw them with links that lead on from the view."""
    draw(result.view, result.language)
