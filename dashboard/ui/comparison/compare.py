"""Comparing a list that is brought with the one that was shown: matched, asked about film by film, and shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.cleaning.validate import FilmList
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_title
from dashboard.i18n.texts import shortened
from dashboard.lists import registry as lists
from dashboard.lists.comparing import matched
from dashboard.query.in_words import film_name, heading
from dashboard.query.loaded_list import LoadedList
from dashboard.query.matching.comparison import only_in
from dashboard.query.matching.matching import Matching, Unclear
from dashboard.query.matching.pairs import ComparedList, pairs_of, ratings_in_both
from dashboard.query.view import MOST_SEEN_IN_TAB, View
from dashboard.render.escape import label
from dashboard.render.templates import note
from dashboard.ui.state import session

ASKED, MATCHED = "compare:asked", "compare:matched"
"""What a visitor asked for, and what came of it."""
NONE = -1
"""The choice that none of the films is meant."""


@dataclass(eq=False)
class Matched:
    """A list that was matched.

    Attributes:
        here: the list that is shown, as it was then.
        there: the list brought.
        matching: what it has in common with the other.
        answers: what the visitor said of the unclear films so far.
    """

    here: LoadedList
    there: LoadedList
    matching: Matching
    answers: dict[int, int | None] = field(default_factory=dict)

    @property
    def open(self) -> tuple[Unclear, ...]:
        """The films of which it is still to be asked."""
        return tuple(each for each in self.matching.unclear if each.there not in self.answers)


def opened(view: View) -> LoadedList:
    """The list that is compared; the one that the dashboard was started with, if it is not here any more."""
    here = lists.all_open(session(), (view.list,))
    return here.get(view.list, next(iter(here.values()))).loaded


def intro(view: View, language: Language) -> None:
    """Draw what comparing does."""
    title = shortened(list_title(opened(view).info, language), 60)
    line = language.gettext(
        "Bring what you have seen: an export of a film site, ratings, or any list of films. Its films are looked for "
        "in “{title}”. What is unclear is asked. Nothing is looked up on the web or kept on the server; the link of "
        "the page will tell which films you have seen.",
        title=title,
    )
    st.html(note(line, "line"))


def draw(file: str, there: LoadedList, view: View, language: Language) -> View | None:
    """Draw the way to the comparison, and the questions before it; the view compared, once all is known.

    Args:
        file: what messages call the list brought.
        there: that list.
        view: the view that it is compared with.
        language: the page's.

    Raises:
        BadListError: if it takes too long.
    """
    st.header(language.gettext("Compare"), anchor=False)
    found: Matched | None = st.session_state.get(MATCHED)
    if found is None or found.there is not there:
        _offer(file, there, view, language)
    elif found.open:
        _ask(found, language)
    else:
        return _compared(found, view, language)
    return None


def _offer(file: str, there: LoadedList, view: View, language: Language) -> None:
    here = opened(view)
    title = label(shortened(list_title(here.info, language), 60))
    st.button(
        language.gettext("Compare with {title}", title=title),
        type="primary",
        key="compare:go",
        on_click=partial(st.session_state.update, {ASKED: True}),
    )
    if st.session_state.pop(ASKED, False):
        with st.spinner(language.gettext("Looking for the films …"), show_time=True):
            st.session_state[MATCHED] = Matched(here, there, matched(here.films, there.films, file))
        st.rerun()


def _ask(found: Matched, language: Language) -> None:
    """Ask about the first film that is unclear: which of some it is, or none."""
    here, one, number = found.here, found.open[0], len(found.matching.unclear)
    at = language.gettext("Question {at} of {n}", at=number - len(found.open) + 1, n=number)
    st.html(note(at, "plain"))
    with st.form(f"compare:question:{one.there}", border=True):
        ids = [str(here.films.frame["id"].iloc[row]) for row in one.candidates]
        names = {row: film_name(here.index, film, language) for row, film in zip(one.candidates, ids, strict=True)}
        names[NONE] = language.gettext("None of these")
        st.radio(
            label(
                language.gettext(
                    "Which film is “{film}” of your list?", film=_their_name(found.there.films, one.there, language)
                )
            ),
            [*names],
            format_func=lambda row: label(names[row]),
            captions=[*(label(_about(here.films, row)) for row in one.candidates), ""],
            index=None,
            key=f"compare:answer:{one.there}",
        )
        with st.container(horizontal=True, gap="small"):
            st.form_submit_button(language.gettext("Next"), key="compare:next", on_click=_answer, args=(found, one))
            st.form_submit_button(
                language.gettext("None of the films left"), key="compare:rest", on_click=_answer_rest, args=(found,)
            )


def _their_name(there: FilmList, row: int, language: Language) -> str:
    year = there.frame["year"].iloc[row] if "year" in there.frame else pd.NA
    name = heading(str(there.frame["title"].iloc[row]), np.nan if pd.isna(year) else float(year), language)
    return " – ".join(filter(None, (name, _about(there, row))))


def _about(films: FilmList, row: int) -> str:
    """What tells a film from others of its title: its original title, and who directed it."""
    columns = (each for each in films.columns if each.name in ("original_title", "director"))
    return ", ".join(filter(None, (each.kind.text(films.frame[each.name].iloc[row]) for each in columns)))


def _answer(found: Matched, one: Unclear) -> None:
    chosen = st.session_state.get(f"compare:answer:{one.there}")
    if chosen is not None:
        found.answers[one.there] = None if chosen == NONE else chosen


def _answer_rest(found: Matched) -> None:
    found.answers.update(dict.fromkeys((each.there for each in found.open), None))


def _compared(found: Matched, view: View, language: Language) -> View | None:
    """The view with what was found; None, which is said, where it is too much."""
    index, there, mine = found.here.index, found.there.films, session()
    pairs = pairs_of(index, there, found.matching, found.answers)
    known = ComparedList(only_in(there, found.matching, found.answers), pairs)
    number = len(ratings_in_both(pairs))
    if number > MOST_SEEN_IN_TAB:
        text = language.ngettext(
            "{n} film is in both lists. A comparison shows {most} at most, so this one cannot be shown.",
            "{n} films are in both lists. A comparison shows {most} at most, so this one cannot be shown.",
            number,
            most=language.number(MOST_SEEN_IN_TAB),
        )
        st.warning(label(text), icon=":material/report:")
        return None
    compared = known.view(view, index)
    mine.compared, mine.compares = {(compared.list, compared.seen or ()): known}, None
    st.session_state.pop(MATCHED, None)
    return compared
