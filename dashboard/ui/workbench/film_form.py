"""A film of a visitor's list, changed on its card; and the form for a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.problem_text import message
from dashboard.lists.editing.films import FilmRows, changed, columns_to_fill, lost_quotes, remarks, with_films
from dashboard.model.kinds import LONG_TEXT_FROM, Column
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui.state import widget_key
from dashboard.ui.workbench.editing import MOST_NAMED, draw_outcome, draw_whose, field, opened, refuse, rows_of, save

NEW = ""
"""Stands for a film that is not in the list yet."""
USUAL = ("title", "year", "original_title", "director", "country", "genres", "running_time_min", "description")
"""The columns that are asked for though the list has them not."""
ACROSS = 2
"""So many short fields stand side by side."""


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
    """Draw the way to change a film, closed until it is opened; nothing in a list that cannot be changed here.

    `place` tells apart the places of the page where its card stands.
    """
    if (rows := rows_of(result.loaded)) is None:
        return
    form = FilmForm(result, film, place, rows)
    name = result.language.gettext("Edit this film")
    drawn = opened(name, form.key("form"), ":material/edit:")
    if drawn.open:
        with drawn:
            draw_whose(result.loaded, result.language)
            _draw_form(form)


def draw_new(result: QueryResult, rows: FilmRows) -> None:
    """Draw the form for a film that is not in the list."""
    _draw_form(FilmForm(result, NEW, "new", rows))


def _draw_form(form: FilmForm) -> None:
    """Draw the fields of a film, what is to be said of what stands in them, and what can be done with it."""
    st.caption(form.language.gettext("Several values in one field are separated by semicolons."))
    st.checkbox(form.language.gettext("All fields"), key=form.key("all"))
    columns = [column for column in form.columns if form.has_field(column)]
    places: dict[str, DeltaGenerator] = {}
    short = [column for column in columns if not form.is_long(column)]
    for first in range(0, len(short), ACROSS):
        for beside, column in zip(st.columns(ACROSS), short[first : first + ACROSS], strict=False):
            with beside:
                places[column.name] = _draw_field(form, column, st.text_input)
    for column in filter(form.is_long, columns):
        places[column.name] = _draw_field(form, column, st.text_area)
    _draw_remarks(form, places)
    _draw_lost(form)
    if form.film:
        _draw_place(form)
    _draw_buttons(form)


def _draw_field(form: FilmForm, column: Column, draw_input: Callable[..., Any]) -> DeltaGenerator:
    """Draw a field; the place under it."""
    known = field(form.key("cell", column.name), form.before.get(column.name, ""))
    draw_input(label(column_name(column, form.language)), **known)
    return st.container()


def _draw_remarks(form: FilmForm, places: Mapping[str, DeltaGenerator]) -> None:
    """Draw under the fields what the import says of what stands in them."""
    if changed(form.before, form.cells):
        for problem in remarks(form.cells, form.result.loaded.films):
            if problem.column in places:
                said = note(message(problem, form.language), f"remark {problem.grade}", role="status")
                places[problem.column].html(said)


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
    known = field(key, form.rows.place(form.film) + 1)
    if st.session_state.get(key, 1) > films:
        st.session_state[key], known = films, {"key": key}
    st.number_input(form.language.gettext("Place in the list"), 1, films, width=200, **known)


def _draw_buttons(form: FilmForm) -> None:
    language = form.language
    draw_outcome(form.key("form"), form.columns, form.result)
    with st.container(horizontal=True):
        name = language.gettext("Save") if form.film else language.gettext("Add it to the list")
        st.button(name, type="primary", key=form.key("save"), on_click=_save, args=(form,))
        if form.film:
            _draw_out(form)


def _draw_out(form: FilmForm) -> None:
    """Draw the button that takes the film out; the last film of a list stays."""
    claims, is_last = len(form.result.loaded.claims_of.get(form.film, ())), len(form.rows.rows) == 1
    goes = form.language.ngettext("{n} statement goes with it.", "{n} statements go with it.", claims)
    st.button(
        form.language.gettext("Take this film out"),
        key=form.key("out"),
        icon=":material/delete:",
        help=form.language.gettext("A list has one film at least.") if is_last else goes if claims else None,
        disabled=is_last,
        on_click=_take_out,
        args=(form,),
    )


def _save(form: FilmForm) -> None:
    """Take over what stands in the fields; for a callback."""
    cells = changed(form.before, form.cells)
    refused = [each for each in remarks(form.cells, form.result.loaded.films) if each.grade == "refused"]
    if refused:
        refuse(form.key("form"), *refused)
    elif form.film:
        _save_film(form, cells)
    else:
        text = form.language.gettext("{film} added", film=form.language.quoted(cells["title"]))
        fields = {form.key("cell", column.name): "" for column in form.columns}
        _show(form, form.rows.with_film(cells), text, partial(st.session_state.update, fields))


def _save_film(form: FilmForm, cells: Mapping[str, str]) -> None:
    rows = form.rows.with_cells(form.film, cells) if cells else form.rows
    what = [column_name(column, form.language) for column in form.columns if column.name in cells]
    if (to := int(st.session_state[form.key("place")]) - 1) != rows.place(form.film):
        rows, what = rows.moved(form.film, to), [*what, form.language.gettext("place")]
    if what:
        _show(form, rows, f"{_name(form)}: {form.language.listing(what, most=MOST_NAMED)}")


def _take_out(form: FilmForm) -> None:
    """Take the film out of the list; for a callback."""
    _show(form, form.rows.without(form.film), form.language.gettext("{film} taken out", film=_name(form)))


def _name(form: FilmForm) -> str:
    return form.language.quoted(film_name(form.result.index, form.film, form.language))


def _show(form: FilmForm, rows: FilmRows, text: str, done: Callable[[], object] = lambda: None) -> None:
    save(form.result.loaded, form.key("form"), lambda package: with_films(package, rows), text, done)
