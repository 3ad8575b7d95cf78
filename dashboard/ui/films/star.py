"""The star of a film, which puts it on the shortlist or takes it off."""

from __future__ import annotations

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.query.view import MOST_PICKED
from dashboard.render.escape import label
from dashboard.ui.state import change

FILLED, EMPTY = "★", "☆"


def in_the_head(result: QueryResult, film: str) -> None:
    """Draw a film's star beside its card's head; the style shows what it does as a star, filled where it is strong."""
    does = label(_does(result, film))
    st.button(
        f"**{does}**" if film in result.view.shortlist else does,
        key=f"star:head:{film}",
        type="tertiary",
        on_click=toggle,
        args=(film,),
        disabled=is_full(result, film),
    )


def in_the_body(result: QueryResult, film: str, place: str) -> None:
    """Draw the same in words; `place` as in `cards.draw_card`."""
    st.button(
        label(_does(result, film)),
        key=f"star:{place}:{film}",
        icon=":material/star:",
        on_click=toggle,
        args=(film,),
        disabled=is_full(result, film),
    )


def is_full(result: QueryResult, film: str) -> bool:
    """Whether a film cannot be put on the shortlist since it is full."""
    shortlist = result.view.shortlist
    return film not in shortlist and len(shortlist) >= MOST_PICKED


def _does(result: QueryResult, film: str) -> str:
    name = film_name(result.index, film, result.language)
    return (take if film in result.view.shortlist else put)(name, result.language)


def put(name: str, language: Language) -> str:
    """What the star does of a film that is not on the shortlist, by its name."""
    return language.gettext("Put {film} on the shortlist", film=name)


def take(name: str, language: Language) -> str:
    """What it does of one that is."""
    return language.gettext("Take {film} off the shortlist", film=name)


def words(language: Language) -> dict[str, str]:
    """Both for a script, with `{film}` where the name stands."""
    return {"put": put("{film}", language), "take": take("{film}", language)}


def toggle(film: str) -> None:
    """Put a film on the shortlist, or take it off; for callbacks."""
    change(lambda view: view.with_shortlisted(film, film not in view.shortlist))
