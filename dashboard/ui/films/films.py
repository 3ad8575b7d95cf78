"""The films shown, in the layout chosen."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.result import QueryResult
from dashboard.query.view import Layout
from dashboard.render.templates import heading
from dashboard.ui.films import cards, table
from dashboard.ui.state import acting, widget_for
from dashboard.ui.workbench import change_list


def draw(result: QueryResult) -> None:
    """Draw the films shown, as cards or as a table."""
    st.html(heading("films", result.language.gettext("Films")))
    _choose_layout(result.view.layout, result.language)
    change_list.draw(result)
    (cards if result.view.layout == "cards" else table).draw(result)


def _choose_layout(layout: Layout, language: Language) -> None:
    names: dict[Layout, str] = {"cards": language.gettext("Cards"), "table": language.gettext("Table")}
    widget = widget_for("layout", layout)
    st.segmented_control(
        language.gettext("View"),
        tuple(names),
        default=widget.begins,
        required=True,
        format_func=names.__getitem__,
        **acting(widget, lambda view, _, chosen: view.with_layout(chosen)),
    )
