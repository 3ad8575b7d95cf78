"""What becomes of a list that a visitor brought: where it is, until when, and how it is deleted."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.lists.uploads import uploads
from dashboard.model.list_info import IN_LINK, IN_SESSION, ListInfo
from dashboard.render.templates import render
from dashboard.ui.sidebar.choose_list import back, show
from dashboard.ui.state import session

IN_NO_STORE = {"link": IN_LINK, "session": IN_SESSION}
"""The places that are not the server, each with the beginning of the names of the lists there."""


def draw(source: ListInfo, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw how long a visitor's list stays, the way to delete it, and the way back; nothing for others."""
    if not source.is_uploaded:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        place = next((name for name, begins in IN_NO_STORE.items() if source.key.startswith(begins)), "server")
        until = uploads().expires(source.key) if place == "server" else None
        st.html(render("where.html", language, place=place, hours=0, until=until), width="content")
        if source.key in session().owner_tokens:
            name = language.gettext("Delete it now")
            arguments = (source.key, language)
            st.button(name, key="brought:delete", icon=":material/delete:", on_click=delete, args=arguments)
        back(sources, language)


def delete(name: str, language: Language) -> None:
    """Delete a kept list that this session brought, with all its versions; for a callback."""
    mine = session()
    versions = mine.versions_of(name)
    for each in (name, *versions.names, *versions.forgotten) if versions else (name,):
        if owner := mine.owner_tokens.pop(each, ""):
            uploads().delete(each, owner)
        mine.uploaded.pop(each, None)
        mine.uploaded_films.pop(each, None)
    mine.changed = [each for each in mine.changed if each is not versions]
    show("")
    mine.notice = language.gettext("The list was deleted. Its link does not work any more.")
