"""What becomes of a list that a visitor brought: where it is, until when, and how it is deleted."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue.offer import BROUGHT, HELD, IN_LINK, KEPT, Offer
from dashboard.language.english import day
from dashboard.page import lists
from dashboard.page.chooser import back, show
from dashboard.page.state import session


def draw(offer: Offer, offers: dict[str, Offer]) -> None:
    """Draw how long a visitor's list stays, the way to delete it, and the way back; nothing for others."""
    if not offer.key.startswith(BROUGHT):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="small">{_where_it_is(offer.key)}</p>', width="content")
        if offer.key in session().owned:
            st.button(
                "Delete it now", key="brought:delete", icon=":material/delete:", on_click=delete, args=(offer.key,)
            )
        back(offers)


def _where_it_is(name: str) -> str:
    if name.startswith(IN_LINK):
        return "It travels in this page’s link and is kept nowhere else: who has the link has the list."
    if name.startswith(HELD):
        return "It stays in this tab until you close or reload it; the bundle below takes it home."
    until = lists.keep().until(name.removeprefix(KEPT))
    when = f" until {day(until)}, {until:%H:%M} UTC" if until else ""
    return f"It is kept on this server{when}; who has the link can read it."


def delete(name: str) -> None:
    """Delete a kept list that this session brought; for a callback."""
    mine = session()
    lists.keep().delete(name.removeprefix(KEPT), mine.owned.pop(name))
    mine.brought.pop(name, None)
    show("")
    mine.notice = "The list is deleted; its link leads nowhere now."
