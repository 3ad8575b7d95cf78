"""The films shown as a table: the same films, in the same order, as the cards. A row chosen opens its card below."""

from __future__ import annotations

from hashlib import sha1
from typing import Any

import streamlit as st

from dashboard.catalogue.schema import Column, Kind
from dashboard.explore.words import shown_of
from dashboard.page import cards
from dashboard.page.shown import Shown
from dashboard.page.state import change, session

HIDDEN = ("id",)
ROW, HEAD, MOST_ROWS = 35, 38, 14


def draw(shown: Shown) -> None:
    """Draw the table of the films shown, and the cards of those that are open below it."""
    index, rows = shown.index, shown.rows
    columns = [column for column in index.films.columns if column.name not in HIDDEN]
    table = index.frame.iloc[rows][[column.name for column in columns]]
    for column in columns:
        if column.kind is Kind.CHOICES:
            table[column.name] = table[column.name].map(list)
    ids = index.frame["id"].iloc[rows].tolist()
    key = f"table:{sha1('|'.join(ids).encode(), usedforsecurity=False).hexdigest()}:{session().table}"
    st.dataframe(
        table,
        hide_index=True,
        height=HEAD + ROW * min(len(rows), MOST_ROWS),
        column_config={column.name: configured(column) for column in columns},
        alt=f"Table of {shown_of(index, len(rows))}",
        key=key,
        selection_mode="multi-row",
        selection_default={"selection": {"rows": [ids.index(film) for film in shown.view.open if film in ids]}},
        on_select=lambda: _chosen(key, ids),
    )
    if ids:
        st.caption("Tick a row to open its card below the table.")
    cards.draw_open(shown, [film for film in shown.view.open if film in set(ids)])


def _chosen(key: str, ids: list[str]) -> None:
    """Open the cards of the rows ticked, close those of the rows not ticked; cards of other films stay."""
    ticked = [ids[row] for row in st.session_state[key]["selection"]["rows"] if row < len(ids)]
    view = session().view
    kept = [film for film in view.open if film in ticked or film not in set(ids)]
    opened = [film for film in ticked if film not in kept]
    change(view.with_all_open((*kept, *opened)))


def configured(column: Column) -> Any:
    """How a column of the table looks: its label, width and format."""
    label = column.label
    if column.kind is Kind.YEAR:
        return st.column_config.NumberColumn(label, format="%d", width=70)
    if column.kind is Kind.NUMBER:
        return st.column_config.NumberColumn(f"{label} ({column.unit})", format="localized", width=120)
    if column.kind is Kind.CHOICES:
        return st.column_config.ListColumn(label, width=220)
    if column.kind is Kind.ADDRESS:
        return st.column_config.LinkColumn(label, width=200, validate=r"^https?://")
    width = 210 if column.name == "title" else 420 if column.kind is Kind.LONG_TEXT else 140
    return st.column_config.TextColumn(label, width=width, pinned=column.name == "title")
