"""The page, top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.i18n.languages import Language, language_of
from dashboard.lists import registry as lists
from dashboard.model.list_info import ListInfo
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import Layout, View
from dashboard.ui import about, downloads, guide, overview, preparing, shortlist, summary, timeline
from dashboard.ui.controls import PAGE
from dashboard.ui.films import cards, table
from dashboard.ui.sections import Part
from dashboard.ui.sidebar import choose_list, sidebar
from dashboard.ui.sidebar import languages as switcher
from dashboard.ui.state import act, drawing, follow, place, session, sync
from dashboard.ui.upload import import_report, upload, uploaded

ICON = str(Path(__file__).parent.parent.joinpath("icon.svg"))


def main() -> None:
    """Draw the page for one run of one visitor's session."""
    try:
        opened = lists.all_open(session(), st.query_params.get_all("list"))
    except NotReadyError:
        preparing.draw(language_of(st.query_params.get("lang", ""), st.context.headers.get("Accept-Language")))
        return
    except BadListError as error:
        language = language_of(st.query_params.get("lang", ""), st.context.headers.get("Accept-Language"))
        preparing.draw_unreadable(error.problems, language)
        return
    default_list = next(iter(opened))
    mine, name = sync(
        lambda key: opened.get(key, opened[default_list]).index, (*opened, *session().uploaded, lists.NEW)
    )
    sources = {key: each.loaded.info for key, each in opened.items()}
    language = language_of(mine.view.language, st.context.headers.get("Accept-Language"))
    with mine.controls.drawn_in(PAGE):
        if name == lists.NEW:
            draw_upload(mine.view, sources, language)
        else:
            draw(opened[name], mine.view, sources, language)


def draw_upload(view: View, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw the page on which a visitor brings a list."""
    configure(language.gettext("Bring your own list"))
    sidebar.draw_list(view, sources, language)
    with st.sidebar:
        switcher.draw(view, language)
    upload.draw(sources, language)


def configure(title: str) -> None:
    """Say what the page is called and how wide it is."""
    st.set_page_config(page_title=title, page_icon=ICON, layout="wide")
    session().title = title


def draw(opened: lists.Opened, view: View, sources: dict[str, ListInfo], language: Language) -> None:
    """Draw a list: what stays as it is while a visitor looks at it, and between that what follows the view."""
    loaded = opened.loaded
    follows = partial(follow_view, opened, next(iter(sources)), language)
    configure(run_query(loaded, view, next(iter(sources)), language).title)
    sidebar.draw_list(view, sources, language)
    with st.sidebar:
        for part, drawn in BESIDE.items():
            follows(part, drawn)
    with section("head"):
        summary.notices(language)
        summary.heading(loaded.info, language)
        uploaded.draw(loaded.info, sources, language)
        summary.trouble(loaded, opened.broken, language)
        overview.draw(loaded, language)
    for part, drawn in BELOW.items():
        with section(part):
            follows(part, drawn)
    with section("foot"):
        import_report.behind(loaded, language)
        choose_list.button("bring:foot", language)
        about.draw(loaded.info, language)
    come_back()


def follow_view(
    opened: lists.Opened, default_list: str, language: Language, part: Part, drawn: Callable[[QueryResult], None]
) -> None:
    """Draw a part of the page that follows the view; it runs by itself when what it shows has changed.

    `BESIDE` has those in the sidebar and `BELOW` those under the page's head, from top to bottom.
    """

    def run() -> None:
        mine = session()
        if mine.view_changed and not lists.is_as_it_was(opened, mine):
            st.rerun()
        now = run_query(opened.loaded, mine.view, default_list, language)
        if mine.title != now.title:
            configure(now.title)
        follow(mine)
        with drawing(part, mine):
            drawn(now)

    st.fragment(key=part)(run)()


def draw_films(now: QueryResult) -> None:
    """Draw the films shown, as cards or as a table."""
    choose_layout(now.view.layout, now.language)
    (cards if now.view.layout == "cards" else table).draw(now)


BESIDE: dict[Part, Callable[[QueryResult], None]] = {
    "search": sidebar.draw_search,
    "filters": sidebar.draw_filters,
    "order": sidebar.draw_order,
    "languages": lambda now: switcher.draw(now.view, now.language),
}
BELOW: dict[Part, Callable[[QueryResult], None]] = {
    "hints": guide.hints,
    "shown": summary.draw,
    "timeline": timeline.draw,
    "evidence": timeline.draw_signs,
    "twin": timeline.draw_list,
    "history": timeline.draw_history,
    "selected": timeline.draw_selected,
    "films": draw_films,
    "shortlist": shortlist.draw,
    "files": downloads.draw,
}


@st.fragment(run_every=timedelta(days=1))
def come_back() -> None:
    """Draw nothing, so that a page whose connection broke is run anew when it has another, maybe to another process.

    Streamlit's browser side asks for that only where a part of the page runs by itself.
    """


def section(name: str) -> DeltaGenerator:
    """A part of the page that keeps its place, however many elements the parts before it have."""
    return st.container(key=f"section:{name}")


def choose_layout(layout: Layout, language: Language) -> None:
    """Draw the switch between cards and table."""
    names: dict[Layout, str] = {"cards": language.gettext("Cards"), "table": language.gettext("Table")}
    control = place("layout", layout, lambda held: held == layout)
    st.segmented_control(
        language.gettext("View"),
        tuple(names),
        default=control.begins,
        key=control.key,
        required=True,
        format_func=names.__getitem__,
        on_change=act,
        args=(control.key, lambda view, _, chosen: view.with_layout(chosen)),
    )


if __name__ == "__main__":
    main()
