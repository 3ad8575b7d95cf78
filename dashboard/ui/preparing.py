"""The page of a session that comes while a list is still being prepared, such as of a tab that was open before."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from dashboard.i18n.languages import Language
from dashboard.lists import registry as lists
from dashboard.lists.waiting import explanation, step_in_words
from dashboard.render.escape import label


@st.fragment(run_every=timedelta(seconds=1))
def draw(language: Language) -> None:
    """Draw how far the list is, and run the page anew once it is ready."""
    waiting = lists.waiting()
    if waiting is None:
        st.rerun()
    st.title(label(lists.title(waiting.name, language)), anchor=False)
    st.markdown(label(explanation(language)))
    st.progress(waiting.progress.whole, text=step_in_words(waiting.progress, language))
