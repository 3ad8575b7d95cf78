"""A film of a visitor's list, changed on its card; and the form for a new one.

A field keeps what was typed, through other changes of the list and a restart of the server, until it is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.problem_text import message, sentence
from dashboard.i18n.texts import shortened
from dashboard.lists.editing.films import (
    MOST_FILMS,
    FilmRows,
    changed,
    columns_to_fill,
    film_rows,
    lost_quotes,
    remarks,
    with_films,
)
from dashboard.model.kinds import LONG_TEXT_FROM, Column
from dashboard.model.list_info import UPLOADED
from dashboard.model.problems import BadListError, Problem
from dashboard.query.cache import cached
from dashboard.query.in_words import film_name
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui.state import widget_key
from dashboard.ui.workbench.versions import package_of, take_over

NEW = ""
"""Stands for a film that is not in the list yet."""
USUAL = ("title", "year", "original_title", "director", "country", "genres", "running_time_min", "description")
"""The columns that are asked for though the list has them not."""
ACROSS = 2
"""So many short fields stand side by side."""
MOST_NAMED = 3
"""So many columns are named in the list of changes."""


@cached(1)
def rows_of(loaded: LoadedList) -> FilmRows | None:
    """The rows of a visitor's list that is shown; None of any other, and where they cannot be had or are too many."""
    if not loaded.info.key.startswith(UPLOADED) or len(loaded.films.frame) > MOST_FILMS:
        return None
    try:
        package = package_of(loaded)
    except BadListError:
        return None
    return film_rows(package, loaded.films) if package else None


@dataclass(frozen=True)
class FilmForm:
    """The form of one film.

    Attributes:
        result: the view in which it stands.
        film: the film's id, or `NEW`.
        place: tells apart the places of the page where the film's card stands.
        rows: the list.
    """

    result: QueryResult
    film: str
    place: str
    rows: FilmRows

    @property
    def language(self) -> Language:
        """The page's."""
        return self.result.language

    def key(self, *parts: str) -> str:
        """What Streamlit knows a part of the form by."""
        return widget_key("edit", self.place, self.film, *parts)

    @cached_property
    def before(self) -> dict[str, str]:
        """The film's cells in the list."""
        return self.rows.cells(self.film) if self.film else {}

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns that may have a field."""
        return columns_to_fill(self.rows, self.result.loaded.films)

    @property
    def cells(self) -> dict[str, str]:
        """What stands in the fields, and in the list where there is none."""
        given = {each.name: st.session_state.get(self.key("cell", each.name)) for each in self.columns}
        return {**self.before, **{name: cell for name, cell in given.items() if cell is not None}}

    def has_field(self, column: Column) -> bool:
        """Whether a column has a field: one of the list, a usual one, one with something typed, or any if asked for."""
        typed = bool(st.session_state.get(self.key("cell", column.name)))
        has_all = st.session_state.get(self.key("all"), False)
        return has_all or typed or column.name in self.rows.header or column.name in USUAL

    def is_long(self, column: Column) -> bool:
        """Whether a field has several lines."""
        cell = self.before.get(column.name, "")
        return column.kind.look == "long text" or len(cell) > LONG_TEXT_FROM or "\n" in cell


def draw(result: QueryResult, film: str, place: str) -> None:
    """Draw the way to change a film, closed until it is opened; nothing in a list that cannot be changed here."""
    _draw(result, film, place, result.language.gettext("Edit this film"), ":material/edit:")


def draw_new(result: QueryResult) -> None:
    """Draw the way to add a film; of a visitor's list that is too long to be changed here, that it is."""
    _draw(result, NEW, "new", result.language.gettext("Add a film"), ":material/add:")
    if result.loaded.info.key.startswith(UPLOADED) and len(result.loaded.films.frame) > MOST_FILMS:
        text = result.language.gettext(
            "A list of more than {n} films cannot be changed on the page. Change its file, and bring it again.",
            n=result.language.number(MOST_FILMS),
        )
        st.caption(text)


def _draw(result: QueryResult, film: str, place: str, name: str, icon: str) -> None:
    if (rows := rows_of(result.loaded)) is None:
        return
    form = FilmForm(result, film, place, rows)
    drawn = st.expander(name, key=form.key("form"), icon=icon, on_change="rerun")
    if drawn.open:
        with drawn:
            _draw_form(form)


def _draw_form(form: FilmForm) -> None:
    """Draw the fields of a film, what is to be said of what stands in them, and what can be done with it."""
    st.checkbox(form.language.gettext("All fields"), key=form.key("all"))
    columns = [column for column in form.columns if form.has_field(column)]
    for column in columns:
        _seed(form.key("cell", column.name), form.before.get(column.name, ""))
    is_changed = bool(changed(form.before, form.cells))
    found = remarks(form.cells, form.result.loaded.films) if is_changed else ()
    short = [column for column in columns if not form.is_long(column)]
    for first in range(0, len(short), ACROSS):
        for beside, column in zip(st.columns(ACROSS), short[first : first + ACROSS], strict=False):
            with beside:
                _field(form, column, found, st.text_input)
    for column in filter(form.is_long, columns):
        _field(form, column, found, st.text_area)
    _draw_lost(form)
    if form.film:
        _draw_place(form)
    _draw_buttons(form)


def _seed(key: str, value: object) -> None:
    """Have a field hold a value of the list until another is typed; it follows the list where nothing was."""
    base = f"{key}:base"
    if key not in st.session_state or st.session_state[key] == st.session_state.get(base, value):
        st.session_state[key] = value
    st.session_state[base] = value


def _field(form: FilmForm, column: Column, found: Sequence[Problem], draw_input: Callable[..., Any]) -> None:
    """Draw a field, and under it what the import says of what stands in it."""
    several = form.language.gettext("Several are separated by a semicolon.") if column.kind.look == "values" else None
    draw_input(label(column_name(column, form.language)), key=form.key("cell", column.name), help=several)
    for problem in found:
        if problem.column == column.name:
            st.html(note(message(problem, form.language), f"remark {problem.grade}", role="status"))


def _draw_lost(form: FilmForm) -> None:
    """Draw which statements would lose their words."""
    claims = form.result.loaded.claims_of.get(form.film, ())
    lost = lost_quotes(claims, changed(form.before, form.cells))
    if lost:
        text = form.language.ngettext(
            "The words of {n} statement would not stand in the text any more: {quotes}. It is kept, to be mended.",
            "The words of {n} statements would not stand in the text any more: {quotes}. They are kept, to be mended.",
            len(lost),
            quotes=form.language.listing([form.language.quoted(claim.quote) for claim in lost], most=MOST_NAMED),
        )
        st.html(note(text, "remark doubtful", role="status"))


def _draw_place(form: FilmForm) -> None:
    key, films = form.key("place"), len(form.rows.rows)
    _seed(key, form.rows.place(form.film) + 1)
    st.session_state[key] = min(st.session_state[key], films)
    st.number_input(form.language.gettext("Place in the list"), 1, films, key=key, width=200)


def _draw_buttons(form: FilmForm) -> None:
    language = form.language
    for problem in st.session_state.get(form.key("wrong"), ()):
        st.error(label(_sentence(form, problem)), icon=":material/report:")
    with st.container(horizontal=True):
        save = language.gettext("Save") if form.film else language.gettext("Add it to the list")
        st.button(save, type="primary", key=form.key("save"), on_click=_save, args=(form,))
        if form.film:
            out = language.gettext("Take this film out")
            st.button(out, key=form.key("out"), icon=":material/delete:", on_click=_take_out, args=(form,))


def _sentence(form: FilmForm, problem: Problem) -> str:
    """What is wrong, with the column where it is one of the form's."""
    name = next((column_name(each, form.language) for each in form.columns if each.name == problem.column), "")
    return f"{name}: {message(problem, form.language)}" if name else sentence(problem, form.language)


def _save(form: FilmForm) -> None:
    """Take over what stands in the fields; for a callback."""
    cells = changed(form.before, form.cells)
    refused = [each for each in remarks(form.cells, form.result.loaded.films) if each.grade == "refused"]
    if refused:
        st.session_state[form.key("wrong")] = refused
    elif form.film:
        _save_film(form, cells)
    else:
        text = form.language.gettext("{film} added", film=form.language.quoted(cells["title"]))
        _take_over(form, form.rows.with_film(cells), text, partial(_empty, form))


def _save_film(form: FilmForm, cells: Mapping[str, str]) -> None:
    rows = form.rows.with_cells(form.film, cells) if cells else form.rows
    what = [column_name(column, form.language) for column in form.columns if column.name in cells]
    if (to := int(st.session_state[form.key("place")]) - 1) != rows.place(form.film):
        rows, what = rows.moved(form.film, to), [*what, form.language.gettext("place")]
    if what:
        _take_over(form, rows, f"{_name(form)}: {form.language.listing(what, most=MOST_NAMED)}", lambda: None)


def _name(form: FilmForm) -> str:
    return shortened(film_name(form.result.index, form.film, form.language), 60)


def _take_out(form: FilmForm) -> None:
    """Take the film out of the list; for a callback."""
    text = form.language.gettext("{film} taken out", film=_name(form))
    _take_over(form, form.rows.without(form.film), text, lambda: None)


def _empty(form: FilmForm) -> None:
    for column in form.columns:
        for key in (form.key("cell", column.name), f"{form.key('cell', column.name)}:base"):
            st.session_state.pop(key, None)


def _take_over(form: FilmForm, rows: FilmRows, text: str, done: Callable[[], None]) -> None:
    """Show the list with other films; where that cannot be, say why beside the form, which keeps what was typed."""
    st.session_state.pop(form.key("wrong"), None)
    loaded = form.result.loaded
    try:
        if package := package_of(loaded):
            take_over(loaded, with_films(package, rows), text, done)
    except BadListError as error:
        st.session_state[form.key("wrong")] = list(error.problems)
