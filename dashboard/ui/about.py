"""The foot of the page: how the list was checked, what that does not prove, and how to send a correction."""

from __future__ import annotations

import streamlit as st

from dashboard import __version__
from dashboard.i18n.languages import Language
from dashboard.model.list_info import ListInfo
from dashboard.render.templates import render


def draw(source: ListInfo, language: Language) -> None:
    """Draw how the list was checked, licences and version."""
    with st.expander(language.gettext("How this was checked")):
        st.html(render("about.html", language, is_ours=source.ours))
    said = language.gettext("film-list-dashboard {version} · code under the MIT licence.", version=__version__)
    quoted = language.gettext("The published list is quoted from its publisher.") if source.introduction else ""
    st.caption(f"{said} {quoted}")
