"""The page of a session that comes while a list is still being prepared, such as of a tab that was open before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.i18n.problem_text import sentence
from dashboard.lists import registry as lists
from dashboard.lists.waiting import explanation, step_in_words
from dashboard.model.problems import Problem
from dashboard.render.escape import label

MOST_PROBLEMS = 5
"""Problems of a list that are told where it cannot be shown."""


@st.fragment(run_every=timedelta(seconds=1))
def draw(language: Language) -> None:
    """Draw how far the list is, and run the page anew once it is ready."""
    waiting = lists.waiting()
    if waiting is None:
        st.rerun()
    st.title(label(lists.title(waiting.name, language)), anchor=False)
    st.markdown(label(explanation(language)))
    st.progress(waiting.progress.whole, text=step_in_words(waiting.progress, language))


def draw_unreadable(problems: Sequence[Problem], language: Language) -> None:
    """Draw why the list of a link cannot be read now; the link stays as it is."""
    st.title(language.gettext("This list cannot be read now"), anchor=False)
    for problem in problems[:MOST_PROBLEMS]:
        st.warning(label(sentence(problem, language)), icon=":material/report:")
    st.button(language.gettext("Try again"), key="again")
