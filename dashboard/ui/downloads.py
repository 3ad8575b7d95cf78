"""The films shown, to take away. Files are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.exports.bundle import about, about_json, bundle
from dashboard.exports.tables import as_csv, as_json, file_name
from dashboard.query.result import QueryResult, address, relative
from dashboard.query.result import run_query as worked_out
from dashboard.ui import browser


def draw(result: QueryResult) -> None:
    """Draw the buttons that give the films shown as files, and how to cite them.

    A button is kept until the whole page is drawn anew, so it holds the view and not the films.
    """
    here = browser.here()
    again = partial(worked_out, result.loaded, result.view, result.default_list, result.language)
    said, language = about(result, address(result.view, here)), result.language
    st.subheader(language.gettext("Take it away"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        _file(result, "CSV", "csv", "text/csv", lambda: as_csv(again().index, again().rows))
        _file(
            result,
            "JSON",
            "json",
            "application/json",
            lambda: as_json(again().loaded, again().index, again().rows, about_json(said)),
        )
        _file(
            result,
            language.gettext("Bundle"),
            "zip",
            "application/zip",
            lambda: bundle(
                again().loaded, again().index, again().rows, said, lambda film: here + relative(again().card(film))
            ),
        )
        with st.popover(language.gettext("Link and citation"), icon=":material/link:", key="link:view"):
            st.caption(language.gettext("Link to this view"))
            st.code(said.link, language=None, wrap_lines=True)
            st.caption(language.gettext("To cite it"))
            st.code(said.cite, language=None, wrap_lines=True)


def _file(result: QueryResult, name: str, ending: str, mime: str, make: Callable[[], bytes]) -> None:
    films = len(result.rows)
    st.download_button(
        f"{name}, {result.language.ngettext('{n} film', '{n} films', films)}",
        make,
        file_name(result.info.slug, films, len(result.index), ending),
        mime,
        key=ending,
        icon=":material/download:",
        on_click="ignore",
        disabled=not films,
    )
