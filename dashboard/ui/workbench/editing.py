"""What the forms that change a list have in common: its rows, fields that keep what was typed, and the way to save.

A field keeps what was typed, through other changes of the list and a restart of the server, until it is saved.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

import streamlit as st
from streamlit.elements.lib.mutable_expander_container import ExpanderContainer

from dashboard.evidence.claims import Claim
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.problem_text import message, sentence
from dashboard.lists.editing.films import MOST_FILMS, FilmRows, film_rows
from dashboard.lists.package import FILMS, ListPackage
from dashboard.model.kinds import Column
from dashboard.model.problems import BadListError, Problem
from dashboard.query.cache import cached
from dashboard.query.in_words import film_name
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui.state import draw_here, session
from dashboard.ui.workbench.versions import package_of, take_over

MOST_NAMED = 3
"""So many columns, films or statements are named in a sentence."""


def is_too_long(loaded: LoadedList) -> bool:
    """Whether a visitor's list has too many films to be changed on the page."""
    return loaded.info.is_uploaded and len(loaded.films.frame) > MOST_FILMS


@cached(1)
def rows_of(loaded: LoadedList) -> FilmRows | None:
    """The rows of a visitor's list that is shown; None of any other, and where they cannot be had or are too many."""
    if is_too_long(loaded):
        return None
    try:
        package = package_of(loaded)
    except BadListError:
        return None
    return film_rows(package, loaded.films) if package else None


def draw_whose(loaded: LoadedList, language: Language) -> None:
    """Draw whose the list is that a change makes, until there is one; what follows has its place in any case."""
    place = st.container()
    if session().versions_of(loaded.info.key) is None:
        text = language.gettext(
            "What you change becomes a list of your own, with a link of its own. The list of this link stays as it is."
        )
        place.caption(text)


def field(key: str, value: object) -> dict[str, Any]:
    """The arguments of a field that holds a value of the list until another is typed.

    It follows the list where nothing was typed, and keeps what was while something else has its place on the page. What
    a browser still holds after a restart of the server counts as typed: a field that is first drawn is only told with
    what it begins, since a value set for it would replace that.
    """
    base, state = f"{key}:base", st.session_state
    before, state[base] = state.get(base, value), value
    known: dict[str, Any] = {"key": key, "persist_state": "session"}
    if key in state and before != value and state[key] == before:
        state[key] = value
        return known
    return {**known, "value": value}


def choice(key: str, options: Sequence[object], value: object) -> dict[str, Any]:
    """The same for a choice between options; one that is none of them begins without."""
    known = field(key, value)
    if "value" in known:
        begins = known.pop("value")
        known["index"] = options.index(begins) if begins in options else None
    return {"options": options, **known}


def opened(name: str, key: str, icon: str, *, begins_open: bool = False) -> ExpanderContainer:
    """Draw what is opened and closed; it stays as it is in another language, and through a restart of the server."""
    if begins_open or key in st.session_state:
        st.session_state[key] = st.session_state.get(key, begins_open)
    return st.expander(name, key=key, icon=icon, on_change=draw_here)


def save(
    loaded: LoadedList,
    form: str,
    made: Callable[[ListPackage], ListPackage],
    text: str,
    done: Callable[[], object] = lambda: None,
) -> None:
    """Show a changed list; where that cannot be, the form of that key says why, and keeps what was typed.

    Args:
        loaded: the list that is shown.
        form: the form's key.
        made: makes the changed list.
        text: what was changed.
        done: what follows once the list is shown.
    """
    refuse(form)
    try:
        package = package_of(loaded)
        if package is None:
            raise BadListError((Problem("list gone", FILMS),))
        take_over(loaded, made(package), text, partial(_done, form, text, loaded.lost, done))
    except BadListError as error:
        refuse(form, *error.problems)


def _done(form: str, text: str, lost: Collection[Claim], done: Callable[[], object]) -> None:
    st.session_state[f"{form}:done"] = text, lost
    done()


def refuse(form: str, *problems: Problem) -> None:
    """Have a form say why it was not saved; nothing for no problem."""
    st.session_state[f"{form}:wrong"] = problems


def refused(form: str) -> tuple[Problem, ...]:
    """Why a form was not saved; nothing if it was."""
    found: tuple[Problem, ...] = st.session_state.get(f"{form}:wrong", ())
    return found


def draw_saved(form: str, result: QueryResult) -> None:
    """Draw that a form was saved, and which statements lost their words by that; once."""
    text, before = st.session_state.pop(f"{form}:done", ("", ()))
    language = result.language
    if text:
        st.html(note(language.gettext("Saved: {change}", change=text), "small", role="status"))
    if text and (lost := [claim for claim in result.loaded.lost if claim not in before]):
        st.warning(label(_lost_in_words(lost, result)), icon=":material/report:")


def _lost_in_words(lost: Sequence[Claim], result: QueryResult) -> str:
    language = result.language
    films = dict.fromkeys(film_name(result.index, claim.film, language) for claim in lost)
    return language.ngettext(
        "The words of {n} statement do not stand in the text any more: {quotes}. It is kept. Open “Say what holds” of "
        "{films} and choose other words for it there.",
        "The words of {n} statements do not stand in the text any more: {quotes}. They are kept. Open “Say what holds” "
        "of {films} and choose other words for them there.",
        len(lost),
        quotes=language.listing([language.quoted(claim.quote) for claim in lost], most=MOST_NAMED),
        films=language.listing([*films], most=MOST_NAMED),
    )


def draw_outcome(form: str, columns: Sequence[Column], result: QueryResult) -> None:
    """Draw why a form was not saved, if it was not; once, that it was."""
    draw_saved(form, result)
    language = result.language
    names = {column.name: column_name(column, language) for column in columns}
    for problem in refused(form)[:MOST_NAMED]:
        name = names.get(problem.column)
        text = f"{name}: {message(problem, language)}" if name else sentence(problem, language)
        st.error(label(text), icon=":material/report:")
