"""The programme made of the shortlist: its title, and the files that hold it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dashboard.exports.calendar_file import as_calendar
from dashboard.exports.markdown import as_markdown
from dashboard.exports.printed import as_html
from dashboard.exports.programme import Programme, default_title, programme
from dashboard.i18n.languages import Language
from dashboard.query.result import QueryResult
from dashboard.query.search.matching import clean_search
from dashboard.query.view import LONGEST_PROGRAMME, View
from dashboard.ui import browser
from dashboard.ui.state import act, change, widget_for

_typed = partial(clean_search, most=LONGEST_PROGRAMME)


def draw(result: QueryResult, language: Language) -> None:
    """Draw the programme's title, the buttons that give it as files, and the one that clears the shortlist."""
    view = result.view
    widget = widget_for("programme", view.programme, lambda held: _typed(held) == view.programme)
    st.text_input(
        language.gettext("Title of the programme"),
        widget.begins,
        key=widget.key,
        max_chars=LONGEST_PROGRAMME,
        placeholder=default_title(result),
        on_change=act,
        args=(widget.key, lambda view, _, title: view.with_programme(_typed(title))),
    )
    here = browser.here()

    def made() -> Programme:
        return programme(result, here, datetime.now(UTC))

    with st.container(horizontal=True, vertical_alignment="center"):
        _file(language.gettext("Programme to print"), "html", "text/html", lambda: as_html(made()))
        _file(language.gettext("Programme as Markdown"), "md", "text/markdown", lambda: as_markdown(made()))
        if view.showings:
            _file(language.gettext("Calendar"), "ics", "text/calendar", lambda: as_calendar(made()))
        clear = language.gettext("Clear the shortlist")
        st.button(clear, key="clear_shortlist", type="tertiary", on_click=change, args=(View.without_shortlist,))
    if not view.showings:
        st.caption(language.gettext("With a day and time for a film there is a calendar file too."))


def _file(named: str, ending: str, mime: str, make: Callable[[], bytes]) -> None:
    st.download_button(
        named,
        make,
        f"programme.{ending}",
        mime,
        key=f"programme:{ending}",
        icon=":material/download:",
        on_click="ignore",
    )
