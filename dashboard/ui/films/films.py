"""The films shown, in the layout chosen."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.in_words import layout_names
from dashboard.query.result import QueryResult
from dashboard.query.view import Layout
from dashboard.render.filter_forms import charts
from dashboard.render.templates import heading
from dashboard.ui.films import cards, gallery, table
from dashboard.ui.state import acting, widget_for
from dashboard.ui.workbench import change_list


def _draw_charts(result: QueryResult) -> None:
    st.html(charts(result))


DRAWN: dict[Layout, Callable[[QueryResult], None]] = {
    "cards": cards.draw,
    "table": table.draw,
    "gallery": gallery.draw,
    "charts": _draw_charts,
}
"""For each layout, what draws it."""


def prepare(result: QueryResult) -> None:
    """Make what the layout of the view draws first, where that takes time."""
    if result.view.layout == "cards":
        cards.heads(result, cards.on_page(result))


def draw(result: QueryResult) -> None:
    """Draw the films shown, in the layout of the view."""
    st.html(heading("films", result.language.gettext("Films")))
    _choose_layout(result.view.layout, result.language)
    change_list.draw(result)
    DRAWN[result.view.layout](result)


def _choose_layout(layout: Layout, language: Language) -> None:
    names = layout_names(language)
    widget = widget_for("layout", layout)
    st.segmented_control(
        language.gettext("View"),
        tuple(names),
        default=widget.begins,
        required=True,
        format_func=names.__getitem__,
        **acting(widget, lambda view, _, chosen: view.with_layout(chosen)),
    )
