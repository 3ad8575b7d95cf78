"""The films shown as a table: the same films, in the same order, as the cards. A row chosen opens its card below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from hashlib import sha1
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name, value_name
from dashboard.model.kinds import Column
from dashboard.model.money import are_exact
from dashboard.query.in_words import shown_of, spelling_in_words
from dashboard.query.result import QueryResult
from dashboard.query.search.matching import by_spelling, matched
from dashboard.query.view import MOST_OPEN, PAGE_SIZE, View
from dashboard.render.escape import label
from dashboard.ui.films import cards, paging, star
from dashboard.ui.state import act, widget_for, widget_key
from dashboard.ui.widgets import toggled

HIDDEN = ("id",)
STAR = " star"
"""The table's own column; the name of a list's column does not begin with a blank."""
ROW, HEAD, MOST_ROWS = 35, 38, 14
MOST_FILMS = 500
"""Films on a page of the table; a browser gets no more at once."""


class Ticked(NamedTuple):
    """What a visitor has chosen in the table: its rows, and the column whose header was clicked, empty for none."""

    rows: tuple[int, ...] = ()
    header: str = ""


def draw(result: QueryResult) -> None:
    """Draw the table of the films shown, and the cards of those that are open below it."""
    index, rows, language = result.index, result.page_rows(MOST_FILMS), result.language
    columns = [column for column in index.films.columns if column.name not in HIDDEN and not column.translates]
    cells = pd.DataFrame({each.name: index.in_language(each.name, rows, language.code) for each in columns})
    table = drawn(cells, columns, language)
    ids = index.frame["id"].iloc[rows].tolist()
    row_of = {film: at for at, film in enumerate(ids)}
    ticked = tuple(sorted(row_of[film] for film in result.view.open if film in row_of))
    listed = sha1(widget_key(*ids).encode(), usedforsecurity=False).hexdigest()
    widget = widget_for(f"table:{listed}", Ticked(ticked))
    st.dataframe(
        starred(result, ids, table),
        hide_index=True,
        height=HEAD + ROW * min(len(rows), MOST_ROWS),
        column_config={
            STAR: _stars(f"star:{widget.key}", ids, language),
            **{each.name: _configured(each, table[each.name], result) for each in columns},
        },
        alt=language.gettext("Table: {films}", films=shown_of(index, len(result.rows), language)),
        key=widget.key,
        selection_mode=["multi-row", "single-column"],
        selection_default={"selection": {"rows": list(widget.begins.rows)}},
        on_select=lambda: act(widget.key, partial(_with_ticked, ids), lambda state: _ticked(state, len(ids))),
    )
    paging.choose(result, MOST_FILMS)
    if ids:
        tick = language.gettext(
            "Tick a row to open its card below the table; {most} can be open at once.", most=MOST_OPEN
        )
        st.caption(" ".join((tick, language.gettext("Click the head of a column to sort by it."))))
    if otherwise := _by_spelling(result, rows):
        st.caption(label(spelling_in_words(otherwise, language)))
    cards.draw_some(result, [film for film in result.view.open if film in row_of], tells=True)


def _by_spelling(result: QueryResult, rows: npt.NDArray[np.int64]) -> tuple[str, ...]:
    """The words of some films by which a search finds these films only in another spelling."""
    index, search = result.index, result.view.search
    otherwise = [int(row) for row in rows if search and not matched(index, search).exactly[row]][:PAGE_SIZE]
    return tuple(dict.fromkeys(word for row in otherwise for word in by_spelling(index, row, search)))


def drawn(table: pd.DataFrame, columns: Sequence[Column], language: Language) -> pd.DataFrame:
    """A table as a browser draws it: several values as a list, and nothing where a text is not known."""
    return pd.DataFrame({each.name: _drawn(each, table[each.name], language) for each in columns}, index=table.index)


def _drawn(column: Column, cells: pd.Series[Any], language: Language) -> pd.Series[Any]:
    if column.kind.look == "values":
        return cells.map(lambda values: [value_name(column, value, language) for value in values])
    if column.kind.look in ("year", "number"):
        return cells
    if column.kind.look == "money" and are_exact(cells.dropna().tolist()):
        return pd.Series(column.kind.numbers(cells), cells.index)
    filled = cells.fillna("")
    named = column.translated or column.values
    return filled.map(lambda value: value_name(column, value, language)) if named else filled


def starred(result: QueryResult, ids: Sequence[str], table: pd.DataFrame) -> pd.DataFrame:
    """A table with a star for each film before its columns, filled where it is on the shortlist."""
    stars = [star.FILLED if film in result.view.shortlist else star.EMPTY for film in ids]
    table.insert(0, STAR, pd.Series(stars, index=table.index, dtype="str"))
    return table


def _stars(key: str, ids: Sequence[str], language: Language) -> Any:
    """The column of stars; a click on one puts its film on the shortlist, or takes it off."""

    def clicked() -> None:
        row = st.session_state[key]["row"]
        if row < len(ids):
            star.toggle(ids[row])

    return st.column_config.ButtonColumn(
        language.gettext("Shortlist"), width=85, pinned=True, type="tertiary", on_click=clicked, key=key
    )


def _addresses(cells: pd.Series[Any]) -> bool:
    return bool(cells[cells != ""].str.match(r"https?://").all())


def _ticked(state: Any, number: int) -> Ticked:
    selection = state["selection"]
    rows = tuple(sorted(row for row in selection["rows"] if row < number))
    return Ticked(rows, next((name for name in selection["columns"] if name != STAR), ""))


def _with_ticked(ids: list[str], view: View, before: Ticked, after: Ticked) -> View:
    """A view with the cards open of the rows ticked since, closed of those not ticked any more, sorted by a header."""
    if after.header:
        return view.sorted_by(after.header)
    films_before, films_after = (tuple(ids[row] for row in each.rows) for each in (before, after))
    return view.with_all_open(toggled(view.open, films_before, films_after))


def _configured(column: Column, cells: pd.Series[Any], result: QueryResult) -> Any:
    """How a column of the page's table looks, with an arrow where films are sorted by it: of two, which comes first."""
    config, order = configured(column, cells, result.language, links=True), result.view.order
    at = next((at for at, each in enumerate(order) if each.by == column.name), None)
    if at is None:
        return config
    arrow, place = "↓" if order[at].is_descending else "↑", f" {at + 1}" if len(order) > 1 else ""
    return config | {"label": f"{config['label']} {arrow}{place}"}


def configured(column: Column, cells: pd.Series[Any], language: Language, *, links: bool) -> Any:
    """How a column that is drawn looks: its label, width and format; links only where all cells are web addresses."""
    label, look = column_name(column, language), column.kind.look
    if look == "year":
        return st.column_config.NumberColumn(label, format="%d", width=70)
    if look == "number" or (look == "money" and pd.api.types.is_numeric_dtype(cells)):
        titled = f"{label} ({language.pgettext('unit', column.unit)})" if column.unit else label
        return st.column_config.NumberColumn(titled, format="localized", width=120)
    if look == "values":
        return st.column_config.ListColumn(label, width=220)
    if look == "address" and links and _addresses(cells):
        return st.column_config.LinkColumn(label, width=200)
    width = 210 if column.name == "title" else 420 if look == "long text" else 140
    return st.column_config.TextColumn(label, width=width, pinned=column.name == "title")
