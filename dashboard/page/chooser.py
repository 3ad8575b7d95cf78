"""Which list: those on offer, those this visitor has brought, and the way to bring one."""

from __future__ import annotations

import streamlit as st

from dashboard.catalogue.offer import Offer
from dashboard.explore.view import View
from dashboard.language.english import shortened
from dashboard.page.lists import NEW
from dashboard.page.state import change, seed, session
from dashboard.page.text import label

BRING = "Bring your own list"


def draw(view: View, offers: dict[str, Offer]) -> None:
    """Draw the choice of a list."""
    titles = {name: offer.name for name, offer in offers.items()} | session().brought
    usual = next(iter(offers))
    shown = view.list or usual
    seed("list", shown, str, shown)
    st.selectbox(
        "List",
        (*titles, NEW),
        key="list",
        format_func=lambda name: f"{BRING} …" if name == NEW else shortened(titles[name], 60),
        on_change=lambda: show("" if st.session_state["list"] == usual else st.session_state["list"]),
    )
    if shown != NEW:
        button("bring:sidebar")


def button(key: str) -> None:
    """Draw the way to the page on which a list is brought."""
    st.button(BRING, key=key, icon=":material/upload_file:", on_click=show, args=(NEW,))


def back(offers: dict[str, Offer]) -> None:
    """Draw the way to the list that the dashboard was started with."""
    title = label(shortened(next(iter(offers.values())).title, 40))
    st.button(f"Back to {title}", key="back", type="tertiary", icon=":material/arrow_back:", on_click=show, args=("",))


def show(name: str) -> None:
    """Show another list; for callbacks."""
    change(session().view.with_list(name))
