"""A column of a visitor's list changed: its name, what it is, and what its cells hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.lists.editing.columns import KINDS_OFFERED, changeable, with_column
from dashboard.lists.editing.films import FilmRows
from dashboard.model.kinds import NUMBER, Column
from dashboard.model.schema import BY_NAME
from dashboard.query.result import QueryResult
from dashboard.ui.state import widget_key
from dashboard.ui.workbench.editing import choice, draw_outcome, field, save

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
    keys = {part: widget_key("edit", "column", chosen, part) for part in ("what", "name", "kind")}
    if _draw_what(column, rows, keys["what"], language) == OWN:
        _draw_own(column, keys, language)
    draw_outcome(FORM, [*columns.values()], result)
    args = (result, column, keys)
    st.button(language.gettext("Save the column"), type="primary", key="edit:column:save", on_click=_save, args=args)


def _draw_what(column: Column, rows: FilmRows, key: str, language: Language) -> str:
    """Draw the choice of what a column is; what is chosen."""
    own = language.gettext("A column of its own")
    free = [name for name in BY_NAME if name != "id" and (name == column.name or name not in rows.header)]
    names = {OWN: own, **{name: column_name(BY_NAME[name], language) for name in free}}
    known = column.name if column.name in BY_NAME else OWN
    return _choice(language.gettext("What it is"), names, key, known)


def _choice(title: str, names: Mapping[str, str], key: str, value: str) -> str:
    """Draw a choice that begins with a value of the list; what is chosen."""
    chosen: str = st.selectbox(title, format_func=names.__getitem__, **choice(key, [*names], value))
    return chosen


def _draw_own(column: Column, keys: Mapping[str, str], language: Language) -> None:
    """Draw the name and the kind of a column of the list's own."""
    name = column_name(column, language) if column.name in BY_NAME else column.name
    st.text_input(language.gettext("Its name"), **field(keys["name"], name))
    kinds = {each.name: language.pgettext("column kind", each.name) for each in KINDS_OFFERED}
    known = column.kind if column.kind in KINDS_OFFERED else NUMBER
    _choice(language.gettext("What its cells hold"), kinds, keys["kind"], known.name)


def _save(result: QueryResult, column: Column, keys: Mapping[str, str]) -> None:
    """Take over what was chosen; for a callback."""
    what, films = st.session_state[keys["what"]], result.loaded.films
    name = what or " ".join(str(st.session_state[keys["name"]]).split())
    kind = None if what else next(each for each in KINDS_OFFERED if each.name == st.session_state[keys["kind"]])
    text = result.language.gettext("column {name}", name=result.language.quoted(column_name(column, result.language)))
    made = partial(with_column, films=films, column=column.name, name=name, kind=kind)
    save(result.loaded, FORM, made, text, partial(st.session_state.update, {FORM: name}))
