"""The films shown, one page of them at a time."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import streamlit as st

from dashboard.query.result import QueryResult
from dashboard.query.view import pages
from dashboard.ui.state import acting, widget_for


def page_of(result: QueryResult, size: int) -> npt.NDArray[np.int64]:
    """The positions of the films on the view's page, in its order; the last page for a page beyond it."""
    page = _page(result, size)
    return result.rows[(page - 1) * size : page * size]


def choose(result: QueryResult, size: int) -> None:
    """Draw the choice of a page; nothing if there is only one."""
    number, page = pages(len(result.rows), size), _page(result, size)
    if number > 1:
        widget = widget_for("page", page)
        st.pagination(
            number, default=widget.begins, **acting(widget, lambda view, _, chosen: replace(view, page=chosen))
        )


def _page(result: QueryResult, size: int) -> int:
    return min(result.view.page, pages(len(result.rows), size))
