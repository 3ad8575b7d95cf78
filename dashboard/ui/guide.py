"""What explains the page: a first visit's hints, how to read the chart, to filter, to use the keyboard, the foot."""

from __future__ import annotations

import streamlit as st

from dashboard import __version__
from dashboard.charts.marks import has_dots
from dashboard.charts.theme import STATUS_SIGNS
from dashboard.evidence.claims import STATUSES, tally
from dashboard.i18n.languages import Language
from dashboard.i18n.names import value_name
from dashboard.model.list_info import ListInfo
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.templates import bullets, render
from dashboard.settings import HINTS_AWAY, HINTS_COOKIE

FIRST_VISIT, PUT_AWAY = "hints", "hints:away"
"""Where a session holds whether the hints are shown, and whether they have been put away in it."""


def hints(result: QueryResult) -> None:
    """Draw three sentences for a first visit, until they are put away.

    Who follows a link to a film, or sees the page in another site's frame, came for something else and sees them later.
    """
    state, language = st.session_state, result.language
    if state.setdefault(FIRST_VISIT, _first_visit()):
        with st.container(key="hints", border=True, horizontal=True, vertical_alignment="center"):
            st.html(render("hints.html", language, texts=sentences(result)))
            st.button(language.gettext("Got it"), key="hints_away", icon=":material/check:", on_click=_put_away)
    elif state.get(PUT_AWAY):
        st.html(render("fetched.html", language, address=HINTS_AWAY))


def _first_visit() -> bool:
    put_away = st.context.cookies.get(HINTS_COOKIE[0]) == HINTS_COOKIE[1]
    return not (put_away or st.context.is_embedded or st.query_params.get("film"))


def _put_away() -> None:
    st.session_state[FIRST_VISIT], st.session_state[PUT_AWAY] = False, True


def sentences(result: QueryResult) -> tuple[str, str, str]:
    """What the list is, how its timeline is read, and what can be done with it."""
    language = result.language
    if result.loaded.claims and has_dots(result.index):
        marks = language.gettext(
            "Each mark on the timeline is a film; shape and colour say whether its statements hold."
        )
    else:
        marks = language.gettext(
            "Films that you filter out stay on the timeline as pale marks, so that gaps stay visible."
        )
    use = language.gettext(
        "Search and filter as you like. Share what you see as a link, download it as a file, or bring a "
        "list of your own."
    )
    return _what_it_is(result.loaded, language), marks, use


def _what_it_is(loaded: LoadedList, language: Language) -> str:
    if not loaded.claims:
        return language.gettext("The timeline shows the films of this list by year. Each film has a card below it.")
    if wrong := tally(loaded.claims)["contradicted"]:
        return language.ngettext(
            ("This list is shown as it was written, although sources contradict {n} of its {all} statements."),
            ("This list is shown as it was written, although sources contradict {n} of its {all} statements."),
            wrong,
            all=language.number(len(loaded.claims)),
        )
    return language.gettext("Every statement of this list has its verdict and its source beside it.")


def reading(result: QueryResult) -> None:
    """Draw the way to an explanation of the timeline."""
    language = result.language
    with st.popover(language.gettext("How to read it"), type="tertiary", icon=":material/help:", key="guide:chart"):
        texts = [*_dots(language), *_signs(result)] if has_dots(result.index) else _bars(language)
        st.html(bullets([*texts, *_history(result), _without_a_mouse(language)], "guide"))


def _dots(language: Language) -> list[str]:
    return [
        language.gettext("Each mark is a film above its year; films that would touch stand one above another."),
        language.gettext("A pale ring is a film that the filters hide, so that gaps stay visible."),
        language.gettext("Click a mark to open its film below. Drag over years to see only those. × undoes it."),
    ]


def _signs(result: QueryResult) -> list[str]:
    """What the marks' shapes and colours mean, if anything."""
    language = result.language
    if "evidence" not in result.index.facets:
        return []
    facet = result.index.facets["evidence"]
    signs = (
        f"{STATUS_SIGNS[status].symbol} {value_name(result.index.columns['evidence'], status, language)}"
        for status in STATUSES
        if status in facet.code_of
    )
    return [language.gettext("Shape and colour sum up the film’s statements: {signs}.", signs=", ".join(signs))]


def _bars(language: Language) -> list[str]:
    return [
        language.gettext("Each bar is a year, as high as its number of films. The filled part is the films shown."),
        language.gettext("Click a bar to see only its year, or drag over several. × undoes it."),
    ]


def _history(result: QueryResult) -> list[str]:
    if not result.has_history_track:
        return []
    return [result.language.gettext("Below the films, the same axis shows what happened in those years.")]


def _without_a_mouse(language: Language) -> str:
    return language.gettext(
        "Without a mouse: the sentence below the chart says what it shows, the cards and the table hold the same films "
        "in the same order, and the two ends of Years do what dragging does."
    )


def help_with(language: Language) -> None:
    """Draw the way to an explanation of the filters and the keys."""
    with st.popover(language.gettext("Help"), type="tertiary", icon=":material/help:", key="guide:filters"):
        st.html(bullets(_filtering(language), "guide") + render("keys.html", language))


def _filtering(language: Language) -> list[str]:
    return [
        language.gettext("Search finds films in which every word occurs, in titles, people, texts and themes."),
        language.gettext("The number beside a choice is how many films you see when you choose it."),
        language.gettext("Several choices of one filter show more films; several filters show fewer."),
        language.gettext("Every filter in force is shown above the timeline. × removes it."),
    ]


def foot(source: ListInfo, language: Language) -> None:
    """Draw the foot of the page: how the list was checked, what that does not prove, licences and version."""
    with st.expander(language.gettext("How this was checked")):
        st.html(render("about.html", language, is_ours=source.ours))
    version = language.gettext("film-list-dashboard {version} · code under the MIT licence.", version=__version__)
    quoted = language.gettext("The published list is quoted from its publisher.") if source.introduction else ""
    st.caption(f"{version} {quoted}")
