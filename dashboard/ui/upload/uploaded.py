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
            called = language.gettext("Delete it now")
            arguments = (source.key, language)
            st.button(called, key="brought:delete", icon=":material/delete:", on_click=delete, args=arguments)
        back(sources, language)


def _where_it_is(name: str, language: Language) -> str:
    if name.startswith(IN_LINK):
        return language.gettext(
            "It travels in this page’s link and is kept nowhere else: who has the link has the list."
        )
    if name.startswith(IN_SESSION):
        return language.gettext("It stays in this tab until you close or reload it; the bundle below takes it home.")
    until = uploads().expires(name)
    if until is None:
        return language.gettext("It is kept on this server; who has the link can read it.")
    return language.gettext(
        "It is kept on this server until {day}, {time} UTC; who has the link can read it.",
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
    mine.notice = language.gettext("The list is deleted; its link leads nowhere now.")
