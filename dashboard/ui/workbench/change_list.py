"""What is changed of a visitor's list as a whole: a film, several cells, a column, dates, another version."""

from __future__ import annotations

import streamlit as st

from dashboard.lists.editing.films import MOST_FILMS
from dashboard.query.result import QueryResult
from dashboard.ui.workbench import beside, cells, columns, dated_rows, film_form
from dashboard.ui.workbench.editing import draw_whose, is_too_long, opened, rows_of


def draw(result: QueryResult) -> None:
    """Draw the ways to change the list, closed until they are opened; nothing for a list that is not a visitor's."""
    language, rows = result.language, rows_of(result.loaded)
    if is_too_long(result.loaded):
        text = language.gettext(
            "A list of more than {n} films cannot be changed on the page. Change its file, and bring it again.",
            n=language.number(MOST_FILMS),
        )
        st.caption(text)
    if rows is None:
        return
    drawn = opened(language.gettext("Change this list"), "edit", ":material/edit_note:")
    if not drawn.open:
        return
    parts = {
        language.gettext("Add a film"): film_form.draw_new,
        language.gettext("Several cells"): cells.draw,
        language.gettext("A column"): columns.draw,
        language.gettext("History"): dated_rows.draw_history,
        language.gettext("Calendar check"): dated_rows.draw_calendar,
        language.gettext("Another version"): beside.draw,
    }
    with drawn:
        draw_whose(result.loaded, language)
        for tab, part in zip(st.tabs([*parts]), parts.values(), strict=True):
            with tab:
                part(result, rows)
