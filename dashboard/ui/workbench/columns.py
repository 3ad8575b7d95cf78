"""A column of a visitor's list changed: its name, what it is, and what its cells hold."""

from __future__ import annotations

from collections import Counter
from functools import partial

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.lists.editing.columns import KINDS_OFFERED, changeable, with_column
from dashboard.lists.editing.films import FilmRows
from dashboard.model.kinds import Column
from dashboard.model.schema import BY_NAME
from dashboard.query.result import QueryResult
from dashboard.ui.state import widget_key
from dashboard.ui.workbench.editing import draw_outcome, empty, save, seed

OWN = ""
"""Stands for a column of the list's own, beside the names of the schema's."""
FORM = "edit:column"


def draw(result: QueryResult, rows: FilmRows) -> None:
    """Draw the choice of a column, what there is to change of it, and the button that saves it."""
    language, films = result.language, result.loaded.films
    columns = {column.name: column for column in changeable(rows, films)}
    if not columns:
        st.caption(language.gettext("The list has no column beside the title that could be changed."))
        return
    names = {name: column_name(column, language) for name, column in columns.items()}
    shared = {label for label, number in Counter(names.values()).items() if number > 1}
    names = {name: f"{label} ({name})" if label in shared else label for name, label in names.items()}
    chosen = st.selectbox(language.gettext("Column"), [*columns], format_func=names.__getitem__, key=FORM)
    column = columns[chosen]
    what, name, kind = (widget_key("edit", "column", chosen, part) for part in ("what", "name", "kind"))
    _draw_what(column, rows, what, language)
    if st.session_state[what] == OWN:
        _draw_own(column, name, kind, language)
    draw_outcome(FORM, [*columns.values()], language)
    args = (result, column, what, name, kind)
    st.button(language.gettext("Save the column"), type="primary", key="edit:column:save", on_click=_save, args=args)


def _draw_what(column: Column, rows: FilmRows, key: str, language: Language) -> None:
    own = language.gettext("A column of its own")
    free = [name for name in BY_NAME if name != "id" and (name == column.name or name not in rows.header)]
    seed(key, column.name if column.name in BY_NAME else OWN)
    st.selectbox(
        language.gettext("What it is"),
        [OWN, *free],
        format_func=lambda name: column_name(BY_NAME[name], language) if name else own,
        key=key,
    )


def _draw_own(column: Column, name: str, kind: str, language: Language) -> None:
    seed(name, column_name(column, language) if column.name in BY_NAME else column.name)
    st.text_input(language.gettext("Its name"), key=name)
    kinds = [each.name for each in KINDS_OFFERED]
    seed(kind, column.kind.name if column.kind in KINDS_OFFERED else "number")
    st.selectbox(
        language.gettext("What its cells hold"),
        kinds,
        format_func=lambda each: language.pgettext("column kind", each),
        key=kind,
    )


def _save(result: QueryResult, column: Column, what: str, name: str, kind: str) -> None:
    """Take over what was chosen; for a callback."""
    known, films = st.session_state[what], result.loaded.films
    called = known or str(st.session_state[name])
    chosen = None if known else next(each for each in KINDS_OFFERED if each.name == st.session_state[kind])
    text = result.language.gettext("column {name}", name=result.language.quoted(column_name(column, result.language)))
    made = partial(with_column, films=films, column=column.name, name=called, kind=chosen)
    save(result.loaded, FORM, made, text, partial(empty, FORM, what, name, kind))
