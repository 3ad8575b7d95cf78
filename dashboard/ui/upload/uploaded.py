"""What becomes of a list that a visitor brought: where it is, until when, and how it is deleted."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.lists.uploads import uploads
from dashboard.model.list_info import IN_LINK, IN_SESSION, UPLOADED, ListInfo
from dashboard.render.templates import note
from dashboard.ui.sidebar.choose_list import back, show
from dashboard.ui.state import session


def draw(source: ListInfo, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw how long a visitor's list stays, the way to delete it, and the way back; nothing for others."""
    if not source.key.startswith(UPLOADED):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(note(_where_it_is(source.key, language)), width="content")
        if source.key in session().owner_tokens:
            name = language.gettext("Delete it now")
            arguments = (source.key, language)
            st.button(name, key="brought:delete", icon=":material/delete:", on_click=delete, args=arguments)
        back(sources, language)


def _where_it_is(name: str, language: Language) -> str:
    if name.startswith(IN_LINK):
        return language.gettext(
            "This list is part of the page’s link and is stored nowhere else. Anyone who has the link can see it."
        )
    if name.startswith(IN_SESSION):
        return language.gettext(
            "This list stays in this tab until you close or reload it. Download the bundle below to come back to it."
        )
    until = uploads().expires(name)
    if until is None:
        return language.gettext("This list is stored on the server. Anyone who has the link can see it.")
    return language.gettext(
        ("This list is stored on the server until {day}, {time} UTC. Anyone who has the link can see it."),
        day=language.day(until),
        time=f"{until:%H:%M}",
    )


def delete(name: str, language: Language) -> None:
    """Delete a kept list that this session brought; for a callback."""
    mine = session()
    uploads().delete(name, mine.owner_tokens.pop(name))
    mine.uploaded.pop(name, None)
    mine.brought.pop(name, None)
    show("")
    mine.notice = language.gettext("The list was deleted. Its link does not work any more.")
