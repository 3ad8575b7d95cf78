"""The choice of a page of films."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard.query.result import QueryResult
from dashboard.query.view import pages
from dashboard.ui.state import acting, widget_for


def choose(result: QueryResult, size: int) -> None:
    """Draw the choice of a page; nothing if there is only one."""
    number, page = pages(len(result.rows), size), result.page(size)
    if number > 1:
        widget = widget_for("page", page)
        st.pagination(
            number, default=widget.begins, **acting(widget, lambda view, _, chosen: replace(view, page=chosen))
        )
