"""What is left to check of a list that a visitor brought: one sentence after the other, each with its form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.query.result import QueryResult
from dashboard.query.workbench.to_check import ToCheck, to_check
from dashboard.render.film_card import film_card
from dashboard.render.templates import note
from dashboard.render.workbench.to_check import to_check_html
from dashboard.ui import browser
from dashboard.ui.state import draw_here
from dashboard.ui.workbench import statement
from dashboard.ui.workbench.saying import SentenceName, forms_at, refuse, saying

MOST_FILMS = 5_000
"""Films of a list that is gone through sentence by sentence; the texts of a longer one take too long to divide."""
PLACE, MEMORY = "queue", "queue at"


def draw(result: QueryResult) -> None:
    """Draw how far the list is checked and the way to go through the rest; nothing for a list without texts."""
    if not result.info.is_uploaded or len(result.index) > MOST_FILMS:
        return
    sentences, language, known = to_check(result.loaded), result.language, saying()
    if not sentences:
        return
    at = _at(sentences)
    st.header(language.gettext("What is left to check"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(note(progress_in_words(sentences, language), "plain", role="status"), width="content")
        name = language.gettext("Close") if known.goes_through else language.gettext("Go through them")
        st.button(name, key="queue:open", on_click=_switch)
    if at is not None:
        _draw_sentence(result, sentences, at)


def progress_in_words(sentences: Sequence[ToCheck], language: Language) -> str:
    """How far one has come: "Checked: 23 of 63 sentences"."""
    done = sum(each.is_checked for each in sentences)
    return language.ngettext(
        "Checked: {done} of {n} sentence.",
        "Checked: {done} of {n} sentences.",
        len(sentences),
        done=language.number(done),
    )


def place_of(sentences: Sequence[ToCheck], known: SentenceName | None) -> int:
    """The place of the sentence that was last gone to, if it is still there; else of the first that is left."""
    named = {name_of(each): at for at, each in enumerate(sentences)}
    if known in named:
        return named[known]
    return next((at for at, each in enumerate(sentences) if not each.is_checked), 0)


def name_of(each: ToCheck) -> SentenceName:
    """What names a sentence: its film, its column, and where it begins."""
    return each.film, each.span.field, each.span.start


def next_left(sentences: Sequence[ToCheck], at: int, step: int) -> int | None:
    """The place of the nearest sentence that is left, forth (1) or back (-1), and around the end; None for no other."""
    total = len(sentences)
    places = ((at + step * away) % total for away in range(1, total))
    return next((place for place in places if not sentences[place].is_checked), None)


def _switch() -> None:
    known = saying()
    known.goes_through = not known.goes_through
    draw_here()


def _at(sentences: Sequence[ToCheck]) -> int | None:
    """The place of the sentence to be drawn; None where the visitor does not go through them."""
    known = saying()
    if is_new := known.goes_through is None:
        known.sentence = _recalled(browser.remembered(MEMORY, None))
        known.goes_through = known.sentence is not None
    at = _gone_on(sentences, place_of(sentences, known.sentence)) if known.goes_through else None
    if not is_new:
        browser.remembered(MEMORY, "" if at is None else json.dumps(known.sentence))
    return at


def _recalled(text: str) -> SentenceName | None:
    """The sentence at which a visitor was before the server started anew; None if they did not go through them."""
    try:
        film, column, start = json.loads(text)
        return str(film), str(column), int(start)
    except (ValueError, TypeError, OverflowError):
        return None


def _gone_on(sentences: Sequence[ToCheck], at: int) -> int:
    """The place of the sentence to be drawn: the next one left where that at `at` was just checked here."""
    known, name = saying(), name_of(sentences[at])
    if sentences[at].is_checked and known.left == name and known.place == PLACE:
        known.done = name
        to = next_left(sentences, at, 1)
        at = at if to is None else to
    known.sentence = name_of(sentences[at])
    known.left = None if sentences[at].is_checked else known.sentence
    return at


def _draw_sentence(result: QueryResult, sentences: Sequence[ToCheck], at: int) -> None:
    each, language = sentences[at], result.language
    of_film = [other for other in sentences if other.film == each.film]
    with forms_at(PLACE, result, border=True):
        _draw_done(result)
        st.html(to_check_html(result, each, of_film))
        with st.container(horizontal=True):
            _step(sentences, next_left(sentences, at, -1), language.gettext("Previous"), "arrow_back")
            _step(sentences, next_left(sentences, at, 1), language.gettext("Next"), "arrow_forward")
        statement.draw(result, film_card(result, each.film, browser.here()), PLACE, each.span)


def _draw_done(result: QueryResult) -> None:
    """Draw the way back to the sentence of which something was kept."""
    if (done := saying().done) and done != saying().sentence:
        name = result.language.gettext("Back to the sentence before")
        st.button(name, key="queue:back", icon=":material/undo:", on_click=partial(_go, done))


def _step(sentences: Sequence[ToCheck], to: int | None, title: str, icon: str) -> None:
    st.button(
        title,
        key=f"queue:{icon}",
        icon=f":material/{icon}:",
        disabled=to is None,
        on_click=partial(_go, name_of(sentences[to])) if to is not None else None,
    )


def _go(name: SentenceName) -> None:
    known = saying()
    known.sentence, known.done = name, None
    refuse(PLACE)
    draw_here()
