"""The films shown, to take away. Files are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

import streamlit as st
from markupsafe import Markup

from dashboard.exports.bibtex import view_bibtex
from dashboard.exports.export import Export
from dashboard.exports.qr_code import qr_code
from dashboard.exports.registry import EXPORTS
from dashboard.i18n.languages import Language
from dashboard.query.result import QueryResult, address, run_query
from dashboard.render.citation import view_citation
from dashboard.render.templates import in_markdown, render
from dashboard.ui import browser
from dashboard.ui.downloads import named_views
from dashboard.ui.state import session


class Cited(NamedTuple):
    """An address, what it is called, and how to cite what it leads to: in words, and as BibTeX."""

    label: str
    link: str
    citation: str
    bibtex: str


def draw(result: QueryResult) -> None:
    """Draw the buttons that give the films shown as files, and how to cite them, which is also what a print says."""
    language, here = result.language, browser.here()
    st.header(language.gettext("Download"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="center"):
        for export in EXPORTS:
            if export.fits(result):
                _export(export, result, here)
        with st.popover(language.gettext("Link and citation"), icon=":material/link:", key="link:view"):
            link = address(result.view, here)
            label, bibtex = language.gettext("Link to this view"), view_bibtex(result, here)
            st.html(cite(language, Cited(label, link, view_citation(result, link), bibtex), result.title))
        named_views.draw_naming(result)
    link = address(result.view, here)
    printed = {"citation": view_citation(result, link), "code": qr_code(link, language)}
    st.markdown(in_markdown(render("printed.html", language, **printed)), unsafe_allow_html=True)


def cite(language: Language, cited: Cited, title: str = "", summary: str = "") -> Markup:
    """What leads to a view or a film, and how to cite it.

    Args:
        language: the page's.
        cited: what leads there.
        title: under which the link is shared; empty in a card, which says it.
        summary: under which all this opens; empty for what is open.
    """
    return render("cite.html", language, cited=cited, title=title, summary=summary)


def _export(export: Export, result: QueryResult, here: str) -> None:
    """Draw a button. It is kept until the whole page is drawn again, so it holds the view and not the films."""
    named = session().named_here

    def again() -> QueryResult:
        return replace(run_query(result.loaded, result.view, result.default_list, result.language), named=named)

    write = partial(export.in_theme, browser.theme()) if export.in_theme else export.write
    films = result.language.ngettext("{n} film", "{n} films", export.films(result))
    file_button(
        f"{export.label(result.language)}, {films}",
        lambda: write(again(), here),
        export.file_name(result),
        export.media_type,
        key=export.ending,
        disabled=not export.films(result),
    )


def file_button(name: str, make: Callable[[], bytes], file: str, media_type: str, **more: Any) -> None:
    """Draw a button that gives a file, which is made when it is asked for; `more` is as `st.download_button` has it."""
    st.download_button(name, make, file, media_type, icon=":material/download:", on_click="ignore", **more)
