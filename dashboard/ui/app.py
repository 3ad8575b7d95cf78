"""The page, top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import timedelta
from itertools import groupby
from operator import attrgetter
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.i18n.languages import Language, language_of
from dashboard.i18n.problem_text import sentence
from dashboard.lists import registry as lists
from dashboard.lists.waiting import explanation, step_in_words
from dashboard.model.list_info import ListInfo, is_uploaded
from dashboard.model.problems import BadListError, NotReadyError, Problem
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import View
from dashboard.render.escape import label
from dashboard.render.list_head import list_head
from dashboard.ui import guide, head, sections
from dashboard.ui.section import Section
from dashboard.ui.sidebar import choose_list, sidebar
from dashboard.ui.state import begins_results, drawing, follow, session, sync
from dashboard.ui.upload import import_report, upload, uploaded
from dashboard.ui.upload.sessions import forget_other_widgets
from dashboard.ui.widgets import PAGE
from dashboard.ui.workbench import versions

ICON = str(Path(__file__).parent.parent.joinpath("icon.svg"))
MOST_PROBLEMS = 5
"""Problems of a list that are told where it cannot be shown."""


def main() -> None:
    """Draw the page for one run of one visitor's session."""
    try:
        opened = opened_lists(st.query_params.get_all("list"))
    except NotReadyError:
        draw_waiting(language_of(st.query_params.get("lang", ""), st.context.headers.get("Accept-Language")))
        return
    except BadListError as error:
        language = language_of(st.query_params.get("lang", ""), st.context.headers.get("Accept-Language"))
        draw_unreadable(error.problems, language)
        return
    default_list = next(iter(opened))
    mine, name = sync(
        lambda key: opened.get(key, opened[default_list]).index, (*opened, *session().uploaded, lists.NEW)
    )
    sources = {key: each.loaded.info for key, each in opened.items()}
    language = language_of(mine.view.language, st.context.headers.get("Accept-Language"))
    mine.compares = mine.compares if name == lists.NEW else None
    with mine.widgets.drawn_in(PAGE):
        if name == lists.NEW:
            draw_upload(mine.view, sources, language)
        else:
            draw(opened[name], mine.view, sources, language)
    if mine.has_old_widgets:
        forget_other_widgets()
        mine.has_old_widgets = False


def opened_lists(named: Sequence[str]) -> dict[str, lists.Opened]:
    """The lists that this run needs, by name, where a link names lists; raises what `lists.all_open` does.

    Where a visitor's own list is shown, those on offer are waited for: what they say of that would take the place of
    the page, and of what is half typed there.
    """
    if named and is_uploaded(named[0]):
        lists.wait_for_offered()
    return lists.all_open(session(), named)


def draw_upload(view: View, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw the page on which a visitor brings a list."""
    configure(upload.title(language))
    sidebar.draw_list(view, sources, language)
    with st.sidebar:
        sidebar.draw_languages(view, language)
    upload.draw(sources, language)


def configure(title: str) -> None:
    """Say what the page is called, its picture, and how wide it is."""
    st.set_page_config(page_icon=ICON, layout="wide")
    entitle(title)


def entitle(title: str) -> None:
    """Say what the page is called."""
    st.set_page_config(page_title=title)
    session().title = title


def draw(opened: lists.Opened, view: View, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw a list: what stays as it is while a visitor looks at it, and between that what follows the view."""
    loaded, default_list = opened.loaded, next(iter(sources))
    result = run_query(loaded, view, default_list, language)
    configure(result.title)
    session().sections = sections.SECTIONS
    sidebar.draw_list(view, sources, language)
    with st.sidebar:
        for section in (each for each in sections.SECTIONS if each.place == "sidebar"):
            follow_view(opened, default_list, language, section)
    with container("head"):
        head.notices(language)
        st.html(list_head(result))
        uploaded.draw(loaded.info, sources, language)
        versions.draw(loaded, language)
        head.trouble(loaded, opened.broken, language)
    on_page = (each for each in sections.SECTIONS if each.place != "sidebar")
    for place, there in groupby(on_page, attrgetter("place")):
        with nullcontext() if place == "page" else container(f"around_{place}"):
            for section in there:
                with container(section.name):
                    follow_view(opened, default_list, language, section)
    with container("foot"):
        import_report.behind(loaded, language)
        with st.container(horizontal=True, gap="small"):
            choose_list.button("bring:foot", language)
            choose_list.compare_button("compare:foot", language)
        guide.foot(loaded, language)
    come_back()


def follow_view(opened: lists.Opened, default_list: str, language: Language, section: Section) -> None:
    """Draw a section; it runs by itself when what it shows has changed."""

    def run() -> None:
        mine = session()
        if mine.view_changed and not lists.is_as_it_was(opened, mine):
            st.rerun()
        result = run_query(opened.loaded, mine.view, default_list, language)
        if mine.title != result.title:
            entitle(result.title)
        follow(mine)
        if begins_results(section, mine):
            prepare(result)
        with drawing(section, mine):
            section.draw(result)

    st.fragment(key=section.name)(run)()


def prepare(result: QueryResult) -> None:
    """Make what takes time of all that a visitor waits for, so that a browser gets it together and draws it once."""
    for section in sections.SECTIONS:
        if section.prepare:
            section.prepare(result)


@st.fragment(run_every=timedelta(days=1))
def come_back() -> None:
    """Draw nothing, so that a page whose connection broke is run again when it has another, maybe to another process.

    Streamlit's browser side asks for that only where a part of the page runs by itself.
    """


def container(name: str) -> DeltaGenerator:
    """A part of the page that keeps its place, however many elements the parts before it have."""
    return st.container(key=f"section:{name}")


@st.fragment(run_every=timedelta(seconds=1))
def draw_waiting(language: Language) -> None:
    """Draw how far a list that is being prepared is, and run the page again once it is ready."""
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


if __name__ == "__main__":
    main()
