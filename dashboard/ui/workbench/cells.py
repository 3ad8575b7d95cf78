"""Cells of several films changed at once, in a table of the films shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from hashlib import sha1
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.problem_text import message
from dashboard.lists.editing.films import FilmRows, changed, remarks, with_films
from dashboard.model.kinds import Column
from dashboard.model.problems import Problem
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.render.templates import bullets
from dashboard.ui.state import widget_key
from dashboard.ui.workbench.editing import draw_outcome, refuse, rows_of, save

MOST_ROWS = 500
"""Films that stand in the table; a browser gets no more at once."""
MOST_REMARKS = 10
FORM, TYPED = "edit:cells", "edit:cells:typed"
"""The form's key, and that of what was typed into the table and is not saved yet."""
Typed = dict[tuple[str, str], str]
"""By film and column the cells that were typed."""


def draw(result: QueryResult, rows: FilmRows) -> None:
    """Draw the table, what the import says of the rows changed in it, and the button that saves them."""
    language = result.language
    ids = result.index.frame["id"].iloc[result.rows[:MOST_ROWS]].tolist()
    columns = [column for name in rows.header for column in result.index.films.own_columns if column.name == name]
    columns = [column for column in columns if column.name != "id"]
    st.caption(language.gettext("Choose a cell and type, or press Enter in it; on a touch screen, tap it twice."))
    typed = _drawn(result, rows, ids, columns)
    if len(result.rows) > MOST_ROWS:
        text = language.gettext(
            "The first {n} films are in the table: filter the list to change others.", n=language.number(MOST_ROWS)
        )
        st.caption(text)
    if lines := _remarks(result, rows, typed):
        st.html(bullets(lines))
    draw_outcome(FORM, columns, result)
    name = language.gettext("Save")
    if typed:
        name = language.ngettext("Save {n} changed cell", "Save {n} changed cells", len(typed))
    args = (result, typed)
    st.button(name, type="primary", key="edit:cells:save", disabled=not typed, on_click=_save, args=args)


def _drawn(result: QueryResult, rows: FilmRows, ids: Sequence[str], columns: Sequence[Column]) -> Typed:
    """Draw the table; what was typed into it and into those before it."""
    names = [column.name for column in columns]
    shown = sha1(widget_key(result.loaded.info.key, *ids).encode(), usedforsecurity=False).hexdigest()
    key = widget_key("edit", "table", shown)
    before: Typed = st.session_state.setdefault(f"{key}:base", dict(st.session_state.get(TYPED, {})))
    cells = {film: {**rows.cells(film), **_of(before, film)} for film in ids}
    st.data_editor(
        pd.DataFrame([[cells[film].get(name, "") for name in names] for film in ids], columns=names, dtype=object),
        hide_index=True,
        column_config={column.name: _configured(column, result.language) for column in columns},
        key=key,
        alt=result.language.gettext("The films shown, to be changed cell by cell"),
    )
    edited: Mapping[int, Mapping[str, Any]] = st.session_state[key]["edited_rows"]
    now = {(ids[at], name): cell or "" for at, row in edited.items() for name, cell in row.items() if at < len(ids)}
    typed = st.session_state[TYPED] = _changed(rows, {**before, **now})
    return typed


def _configured(column: Column, language: Language) -> Any:
    width = 210 if column.name == "title" else 420 if column.kind.look == "long text" else 140
    return st.column_config.TextColumn(column_name(column, language), width=width)


def _of(typed: Typed, film: str) -> dict[str, str]:
    return {name: cell for (of, name), cell in typed.items() if of == film}


def _changed(rows: FilmRows, typed: Typed) -> Typed:
    """What of it is another cell than the list has, of the films that it has."""
    films = {film for film, _ in typed if film in rows.ids}
    found = {film: changed(rows.cells(film), _of(typed, film)) for film in films}
    return {(film, name): cell for film in sorted(films, key=rows.place) for name, cell in found[film].items()}


def _said(result: QueryResult, rows: FilmRows, typed: Typed) -> list[tuple[str, Problem]]:
    """What the import says of the cells that were typed, with each film's name."""
    said = []
    for film in dict.fromkeys(film for film, _ in typed):
        cells = _of(typed, film)
        found = remarks({**rows.cells(film), **cells}, result.loaded.films)
        said += [(film_name(result.index, film, result.language), each) for each in found if each.column in cells]
    return said


def _remarks(result: QueryResult, rows: FilmRows, typed: Typed) -> list[str]:
    language, said = result.language, _said(result, rows, typed)
    lines = [f"{name}: {message(problem, language)}" for name, problem in said[:MOST_REMARKS]]
    more = language.ngettext("and {n} more remark", "and {n} more remarks", len(said) - MOST_REMARKS)
    return [*lines, more] if len(said) > MOST_REMARKS else lines


def _save(result: QueryResult, typed: Typed) -> None:
    """Take over what was typed; for a callback."""
    rows = rows_of(result.loaded)
    if rows is None:
        return
    refused = [problem for _, problem in _said(result, rows, typed) if problem.grade == "refused"]
    if refused:
        refuse(FORM, *refused)
        return
    made = rows.with_all({film: _of(typed, film) for film, _ in typed})
    text = result.language.ngettext("{n} cell in the table", "{n} cells in the table", len(typed))
    save(result.loaded, FORM, lambda package: with_films(package, made), text, partial(st.session_state.pop, TYPED))
