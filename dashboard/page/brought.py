"""What becomes of a list that a visitor brought: where it is, until when, and how it is deleted."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue.offer import HELD, KEPT, Offer
from dashboard.language.english import day
from dashboard.page import lists
from dashboard.page.chooser import show
from dashboard.page.state import session


def draw(offer: Offer) -> None:
    """Draw how long a visitor's list stays and, for its owner, the way to delete it; nothing for other lists."""
    if not offer.key.startswith((KEPT, HELD)):
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if offer.key.startswith(HELD):
            said = "It stays in this tab until you close or reload it; the bundle below takes it home."
        else:
            until = lists.keep().until(offer.key.removeprefix(KEPT))
            said = f"It is kept on this server until {day(until)}, {until:%H:%M} UTC." if until else ""
        st.html(f'<p class="small">{said}</p>', width="content")
        if offer.key in session().owned:
            st.button(
                "Delete it now", key="brought:delete", icon=":material/delete:", on_click=delete, args=(offer.key,)
            )


def delete(name: str) -> None:
    """Delete a kept list that this session brought; for a callback."""
    mine = session()
    lists.keep().delete(name.removeprefix(KEPT), mine.owned.pop(name))
    mine.brought.pop(name, None)
    show("")
