"""On an open card of a list that a visitor brought: the way to say what holds of it."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.result import QueryResult
from dashboard.render.film_card import FilmCard
from dashboard.ui.browser import remembered
from dashboard.ui.state import session, widget_key
from dashboard.ui.workbench import statement, which_film
from dashboard.ui.workbench.editing import opened
from dashboard.ui.workbench.saying import forms_at

PARTS = {"statement": statement.draw, "film": which_film.draw, "calendar": which_film.draw_calendar}
"""What can be said of a film, with what draws its form."""


def draw(result: QueryResult, card: FilmCard, place: str) -> None:
    """Draw the way to say what holds of a film; nothing for a list that nobody brought.

    It begins open for whoever brought the list or changes it in this tab, and closed for other readers.
    """
    if not result.info.is_uploaded:
        return
    name, here = result.language.gettext("Say what holds"), widget_key(place, card.film)
    is_at_work = remembered(widget_key("work", here), "1" if _is_at_work(result.info.key) else None)
    drawn = opened(name, widget_key("say", here), ":material/fact_check:", begins_open=bool(is_at_work))
    if drawn.open:
        with drawn:
            _draw_parts(result, card, here)


def _is_at_work(key: str) -> bool:
    """Whether this tab brought a list, or changed it."""
    mine = session()
    return key in mine.uploaded_films or mine.versions_of(key) is not None


def _draw_parts(result: QueryResult, card: FilmCard, place: str) -> None:
    names = _names(result.language)
    parts = [part for part in PARTS if part != "calendar" or _has_calendar(result, card.film)]
    part = st.segmented_control(
        result.language.gettext("Say what holds"),
        parts,
        default=parts[0],
        required=True,
        format_func=names.__getitem__,
        key=widget_key("say-part", place),
        label_visibility="collapsed",
    )
    with forms_at(place, result):
        PARTS[part or parts[0]](result, card, place)


def _names(language: Language) -> dict[str, str]:
    return {
        "statement": language.gettext("Statement"),
        "film": language.gettext("Which film this is"),
        "calendar": language.gettext("Calendar check"),
    }


def _has_calendar(result: QueryResult, film: str) -> bool:
    return film in result.loaded.notices_of or any(each.film == film for each in result.loaded.accepted)
