"""The top of the page: what the list is, what is shown, what was ignored, and a way out when nothing matches."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import streamlit as st

from dashboard.catalogue.offer import Offer
from dashboard.errors import Problem
from dashboard.evidence.dossier import Dossier
from dashboard.explore.filters import Filter, filters, hiding, ways_out, without
from dashboard.explore.filters import shown as films_of
from dashboard.explore.index import Index
from dashboard.explore.search import nearest
from dashboard.explore.view import View
from dashboard.explore.words import film_name, ignored_sentence, named, shown_of
from dashboard.language.english import counted, listing, quoted
from dashboard.language.problems import sentence
from dashboard.page.shown import Shown
from dashboard.page.state import change, clear_all, session
from dashboard.page.text import html, label

MOST_PROBLEMS = 5
NOT_HERE = (
    "The list that this link names is not here any more: its time was up, it was deleted, or the link is damaged. "
    "Below is another list."
)
MOST_WAYS_OUT = 3


def heading(offer: Offer) -> None:
    """Draw the title, what the list is, and its own introduction."""
    st.title(label(offer.title), anchor=False)
    st.html(f'<p class="line">{html(offer.line)}</p>')
    if offer.introduction or offer.origin:
        with st.expander("About this list"):
            quote = f"<blockquote>{html(offer.introduction)}</blockquote>" if offer.introduction else ""
            st.html(f'{quote}<p class="small">{html(offer.origin)}</p>')


def notices() -> None:
    """Draw what a visitor must know before anything else: what became of the list they asked for."""
    mine = session()
    if any(each.kind == "list not here" for each in mine.ignored):
        st.warning(label(NOT_HERE), icon=":material/link_off:")
    elif mine.notice:
        st.success(label(mine.notice), icon=":material/check:")
    mine.notice = ""


def trouble(dossier: Dossier, broken: tuple[Problem, ...]) -> None:
    """Draw what is wrong with the list's files, if anything."""
    if broken:
        _problems("The list's files have changed and cannot be used now; this is the last good state.", broken)
    if refused := [problem for problem in dossier.films.problems if problem.grade == "refused"]:
        rows = counted(len({problem.line for problem in refused}), "row")
        _problems(f"{rows} of the list's file could not be used and are left out here.", refused)
    if dossier.problems:
        rows = counted(len({(each.file, each.line) for each in dossier.problems}), "row")
        _problems(f"{rows} of the list's evidence could not be used and are left out here.", dossier.problems)


def _problems(said: str, problems: Sequence[Problem]) -> None:
    lines = [f"<li>{html(sentence(problem))}</li>" for problem in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        rest = counted(len(problems) - MOST_PROBLEMS, "more problem")
        lines.append(f"<li>and {rest}; the terminal that serves this page names them all</li>")
    st.warning(label(said), icon=":material/report:")
    st.html(f'<ul class="problems">{"".join(lines)}</ul>')


def draw(shown: Shown) -> None:
    """Draw how many films are shown, each filter with a way to remove it, and what could not be followed."""
    index, view, mask = shown.index, shown.view, shown.mask
    in_force = filters(index, view)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="count" role="status">{html(shown_of(index, int(mask.sum())))}</p>', width="content")
        for each in in_force:
            _removable(each)
        if in_force:
            st.button("Clear all", key="clear_all_here", type="tertiary", on_click=clear_all)
    if ignored := [each for each in session().ignored if each.kind != "list not here"]:
        st.info(label(ignored_sentence(ignored)), icon=":material/link_off:")
    _hidden_open(shown)
    if not mask.any():
        _nothing(index, view)


def _removable(each: Filter) -> None:
    st.button(
        label(each.words),
        key=f"drop:{each.clause}:{each.value}",
        icon=":material/close:",
        icon_position="right",
        help="Remove this filter",
        on_click=drop,
        args=((each,),),
    )


def drop(dropped: tuple[Filter, ...]) -> None:
    """Remove filters from the view; for callbacks."""
    change(reduce(without, dropped, session().view))


def _hidden_open(shown: Shown) -> None:
    index, view = shown.index, shown.view
    hidden = [film for film in view.open if not shown.mask[index.position[film]]]
    if not hidden:
        return
    by = tuple(dict.fromkeys(each for film in hidden for each in hiding(index, view, film, shown.passing)))
    names = listing([film_name(index, film) for film in hidden])
    one = len(hidden) == 1
    with st.container(horizontal=True, vertical_alignment="center"):
        are = "An open card is" if one else "Open cards are"
        st.html(f'<p class="plain">{are} hidden by {html(named(by))}: {html(names)}.</p>', width="content")
        st.button("Show it" if one else "Show them", key="show_open", on_click=drop, args=(by,))


def _offer_search(index: Index, view: View, search: str) -> None:
    """Draw a button for another search: within the other filters if that gives a film, else in the whole list."""
    for where, other in (("Search", view.with_search(search)), ("Search the whole list", View(search=search))):
        if number := int(films_of(index, other).sum()):
            st.button(
                f"{where} for {label(quoted(search))}: {counted(number, 'film')}",
                key="search_nearest",
                on_click=change,
                args=(other,),
            )
            return


def _nothing(index: Index, view: View) -> None:
    with st.container(border=True, key="nothing"):
        st.html('<p class="plain"><strong>No film matches all of this.</strong></p>')
        if suggested := nearest(index, view.search):
            _offer_search(index, view, suggested)
        ways = ways_out(index, view)[:MOST_WAYS_OUT]
        for at, (dropped, _, number) in enumerate(ways):
            words = named(dropped)
            st.button(
                f"Drop {label(words)}: {counted(number, 'film')}",
                key=f"way_out:{at}",
                on_click=drop,
                args=(dropped,),
            )
        if not ways:
            said = "No single filter is to blame; dropping any one of them still shows nothing."
            st.html(f'<p class="plain">{said if len(filters(index, view)) > 1 else ""}</p>')
            st.button(f"Clear all: {counted(len(index), 'film')}", key="clear_all_nothing", on_click=clear_all)
