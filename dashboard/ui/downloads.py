"""The films shown, to take away. Files are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard.exports.bundle import about, about_json, bundle
from dashboard.exports.tables import as_csv, as_json, file_name
from dashboard.query.result import Shown, address, relative
from dashboard.query.result import shown as worked_out
from dashboard.ui import browser


def draw(shown: Shown) -> None:
    """Draw the buttons that give the films shown as files, and how to cite them.

    A button is kept until the whole page is drawn anew, so it holds the view and not the films.
    """
    here = browser.here()
    again = partial(worked_out, shown.dossier, shown.index, shown.view, shown.usual, shown.language)
    said, language = about(shown, address(shown.view, here)), shown.language
    st.subheader(language.gettext("Take it away"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        _file(shown, "CSV", "csv", "text/csv", lambda: as_csv(again().index, again().rows))
        _file(
            shown,
            "JSON",
            "json",
            "application/json",
            lambda: as_json(again().dossier, again().index, again().rows, about_json(said)),
        )
        _file(
            shown,
            language.gettext("Bundle"),
            "zip",
            "application/zip",
            lambda: bundle(
                again().dossier, again().index, again().rows, said, lambda film: here + relative(again().card(film))
            ),
        )
        with st.popover(language.gettext("Link and citation"), icon=":material/link:", key="link:view"):
            st.caption(language.gettext("Link to this view"))
            st.code(said.link, language=None, wrap_lines=True)
            st.caption(language.gettext("To cite it"))
            st.code(said.cite, language=None, wrap_lines=True)


def _file(shown: Shown, name: str, ending: str, mime: str, make: Callable[[], bytes]) -> None:
    films = len(shown.rows)
    st.download_button(
        f"{name}, {shown.language.ngettext('{n} film', '{n} films', films)}",
        make,
        file_name(shown.offer.slug, films, len(shown.index), ending),
        mime,
        key=ending,
        icon=":material/download:",
        on_click="ignore",
        disabled=not films,
    )
