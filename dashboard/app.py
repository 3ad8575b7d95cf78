"""The page, top to bottom."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from dashboard import __version__
from dashboard.explore.filters import combined, masks, ordered
from dashboard.explore.view import Layout
from dashboard.page import cards, downloads, lists, sidebar, summary, table, timeline
from dashboard.page.state import change, seed, session, sync
from dashboard.page.style import STYLE

ICON = str(Path(__file__).with_name("icon.svg"))
LAYOUT_LABELS: dict[Layout, str] = {"cards": "Cards", "table": "Table"}


def main() -> None:
    """Draw the page for one run of one visitor's session."""
    offer = lists.offered()
    st.set_page_config(page_title=offer.title, page_icon=ICON, layout="wide")
    st.html(STYLE)
    films, broken = lists.watched(offer).current()
    index = lists.index_of(films)
    mine = sync(index)
    view = mine.view
    passing = masks(index, view)
    mask = combined(index, passing)
    rows = ordered(index, mask, view)

    sidebar.draw(index, view, passing)
    summary.heading(offer)
    summary.trouble(films.problems, broken.problems if broken else ())
    summary.draw(index, mine, mask)
    timeline.draw(index, mine, mask)
    choose_layout(view.layout)
    if view.layout == "cards":
        cards.draw(index, view, rows)
    else:
        table.draw(index, rows)
    downloads.draw(index, offer, view, rows)
    st.caption(f"film-list-dashboard {__version__}")


def choose_layout(layout: Layout) -> None:
    """Draw the switch between cards and table."""
    seed("layout", layout, str, layout)
    st.segmented_control(
        "View",
        tuple(LAYOUT_LABELS),
        key="layout",
        required=True,
        format_func=LAYOUT_LABELS.__getitem__,
        on_change=lambda: change(session().view.with_layout(st.session_state["layout"])),
    )


if __name__ == "__main__":
    main()
