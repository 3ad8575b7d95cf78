"""The forms in which a visitor says which film an entry is, and which words the calendar check is not to name."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.evidence.calendar_check.accepted import Accepted
from dashboard.evidence.calendar_check.calendar import Notice, notice_in_words
from dashboard.evidence.editing.choices import sentences_of
from dashboard.evidence.editing.files import ACCEPTED, IDENTITIES
from dashboard.evidence.identities import COLUMNS, IDENTITY_STATUSES, Identity
from dashboard.lists import registry as lists
from dashboard.model.list_info import FILMOGRAPHY
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.query.workbench.to_check import texts_of
from dashboard.render.film_card import FilmCard
from dashboard.render.templates import note
from dashboard.ui.workbench.editing import choice, field
from dashboard.ui.workbench.saying import Keeper, draw_outcome, field_key, field_names, held

MOST_TO_CHOOSE = 2_000
"""Films of a list from which one can be chosen; those of a longer list are too many for a box."""


def draw(result: QueryResult, card: FilmCard, place: str) -> None:
    """Draw the form in which a visitor says which film an entry is."""
    language, known = result.language, result.loaded.identities.get(card.film)
    films = _films(result, card.film)
    parts = (place, card.film, "which")
    st.radio(
        language.gettext("Is it a film that is known?"),
        format_func=lambda status: language.pgettext("value", status),
        **choice(field_key(*parts, "status"), IDENTITY_STATUSES, known.status if known else None),
    )
    st.selectbox(
        language.gettext("Which one, or the nearest one (may stay empty)"),
        format_func=films.__getitem__,
        placeholder=language.gettext("Choose a film"),
        **choice(field_key(*parts, "film"), [*films], known.filmography_id if known else None),
    )
    note_known = field(field_key(*parts, "note"), known.note if known else "")
    st.text_area(field_names(language)["note"], height=68, **note_known)
    arguments = (result, card, place, known, tuple(films))
    keep = language.gettext("Keep which film it is")
    st.button(keep, type="primary", key=field_key(*parts, "keep"), on_click=_keep, args=arguments)
    if known:
        out = language.gettext("Take this out")
        st.button(
            out, key=field_key(*parts, "out"), icon=":material/delete:", on_click=_take_out, args=(result, card, place)
        )
    draw_outcome(place, result)


def _films(result: QueryResult, film: str) -> dict[str, str]:
    """The films that an entry may be, by id: the others of its own list, where it is short, and the checked ones."""
    checked = lists.open_list(FILMOGRAPHY).index
    found = {each: film_name(checked, each, result.language) for each in checked.frame["id"]}
    if len(result.index) <= MOST_TO_CHOOSE:
        found |= {each: film_name(result.index, each, result.language) for each in result.index.frame["id"]}
    found.pop(film, None)
    return found


def _keep(result: QueryResult, card: FilmCard, place: str, known: Identity | None, films: tuple[str, ...]) -> None:
    parts = (place, card.film, "which")
    row = {
        "film_id": card.film,
        "status": held(*parts, "status"),
        "filmography_id": held(*parts, "film"),
        "note": held(*parts, "note"),
    }
    instead_of = IDENTITIES.key_of(row) if known else None
    change = result.language.gettext("Which film it is: {film}", film=card.name)
    Keeper(result.loaded, IDENTITIES, place, films).keep(row, instead_of, change)


def _take_out(result: QueryResult, card: FilmCard, place: str) -> None:
    change = result.language.gettext("Which film it is, taken out: {film}", film=card.name)
    Keeper(result.loaded, IDENTITIES, place).take_out({COLUMNS[0]: card.film}, change)


def draw_calendar(result: QueryResult, card: FilmCard, place: str) -> None:
    """Draw what the calendar check noticed of a film, with the way to say that it is right here, and the ways back."""
    language, texts = result.language, texts_of(result.loaded, card.film)
    for at, notice in enumerate(result.loaded.notices_of.get(card.film, ())):
        row = {"film_id": card.film, "field": notice.field, "quote": words_of_notice(notice, texts)}
        parts = (place, card.film, "calendar", str(at))
        st.html(note(notice_in_words(notice, language), "plain"))
        st.text_input(language.gettext("Why it is right here (may stay empty)"), **field(field_key(*parts), ""))
        name = language.gettext("This is right here")
        st.button(name, key=field_key(*parts, "keep"), on_click=_accept, args=(result, place, row, parts))
    for at, accepted in enumerate(each for each in result.loaded.accepted if each.film == card.film):
        words = language.quoted(accepted.quote, 200)
        st.html(note(language.gettext("Right here: {words}", words=words), "plain"))
        name = language.gettext("Take this out")
        key = field_key(place, card.film, "accepted", str(at))
        st.button(name, key=key, icon=":material/delete:", on_click=_take_acceptance, args=(result, place, accepted))
    draw_outcome(place, result)


def words_of_notice(notice: Notice, texts: Mapping[str, str]) -> str:
    """The sentence in which the calendar check noticed something; for a country that."""
    sentences = sentences_of({notice.field: texts[notice.field]}) if notice.field in texts else ()
    there = (each for each in sentences if each.start <= notice.start < each.end)
    sentence = next(there, None)
    return sentence.of(texts) if sentence and notice.quote in sentence.of(texts) else notice.quote


def _accept(result: QueryResult, place: str, row: dict[str, str], parts: tuple[str, ...]) -> None:
    change = result.language.gettext("Right here: {words}", words=row["quote"])
    Keeper(result.loaded, ACCEPTED, place).keep({**row, "note": held(*parts)}, None, change)


def _take_acceptance(result: QueryResult, place: str, accepted: Accepted) -> None:
    change = result.language.gettext("Not right here any more: {words}", words=accepted.quote)
    Keeper(result.loaded, ACCEPTED, place).take_out(ACCEPTED.key_of(accepted.cells), change)
