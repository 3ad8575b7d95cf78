"""Which list: those on offer, those this visitor has brought, and the way to bring one."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_name, list_title
from dashboard.i18n.texts import shortened
from dashboard.lists.registry import NEW
from dashboard.model.list_info import ListInfo
from dashboard.query.view import View
from dashboard.render.escape import label
from dashboard.ui.state import acting, change, session, widget_for


def draw(view: View, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw the choice of a list."""
    mine = session()
    titles = {name: list_name(source, language) for name, source in sources.items()} | mine.uploaded
    titles = {name: title for name, title in titles.items() if name not in mine.other_versions}
    bring = language.gettext("Bring your own list")
    default_list = next(iter(sources))
    shown = view.list or default_list
    names = (*titles, NEW)
    widget = widget_for("list", shown)
    st.selectbox(
        language.gettext("List"),
        names,
        names.index(shown),
        format_func=lambda name: f"{bring} …" if name == NEW else shortened(titles[name], 60),
        **acting(widget, lambda view, _, name: view.with_list("" if name == default_list else name)),
    )
    if shown != NEW:
        button("bring:sidebar", language)
        compare_button("compare:sidebar", language)


def compare_button(key: str, language: Language) -> None:
    """Draw the way to the page on which a list is brought that this one is compared with."""
    st.button(language.gettext("Compare with a list"), key=key, icon=":material/compare_arrows:", on_click=_compare)


def _compare() -> None:
    session().compares = session().view
    show(NEW)


def button(key: str, language: Language) -> None:
    """Draw the way to the page on which a list is brought."""
    name = language.gettext("Bring your own list")
    st.button(name, key=key, icon=":material/upload_file:", on_click=_bring)


def _bring() -> None:
    session().compares = None
    show(NEW)


def back(sources: dict[str, ListInfo], language: Language) -> None:
    """Draw the way back: to the view that was to be compared, else to the list that the dashboard was started with."""
    if compares := session().compares:
        name = language.gettext("Back to the list")
        st.button(name, key="back", type="tertiary", icon=":material/arrow_back:", on_click=_go_back, args=(compares,))
        return
    title = label(shortened(list_title(next(iter(sources.values())), language), 40))
    name = language.gettext("Back to {title}", title=title)
    st.button(name, key="back", type="tertiary", icon=":material/arrow_back:", on_click=show, args=("",))


def _go_back(view: View) -> None:
    session().compares = None
    change(lambda now: replace(view, language=now.language))


def show(name: str) -> None:
    """Show another list; for callbacks."""
    change(lambda view: view.with_list(name))
