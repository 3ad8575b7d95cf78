"""The page on which a visitor brings a list: upload or paste, columns, what was noticed, and then it is shown."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import settings
from dashboard.formats.registry import readable
from dashboard.i18n.languages import Language
from dashboard.i18n.problem_text import forms_in_words, sentence
from dashboard.lists import registry as lists
from dashboard.lists.package import name_of, pack
from dashboard.lists.upload_draft import UploadDraft, drafted, pasted
from dashboard.model.list_info import IN_SESSION, ListInfo
from dashboard.model.problems import BadListError, Problem
from dashboard.query.url import parameters_of, parse
from dashboard.query.view import View
from dashboard.render.escape import html, label
from dashboard.ui.sidebar.choose_list import back
from dashboard.ui.state import change, session
from dashboard.ui.upload import import_report as noticed
from dashboard.ui.upload import mapping as columns

DRAFT, WRONG, LAST_UPLOAD, MAPPING = "draft", "draft:wrong", "draft:upload", "draft:mapping"
LONGEST_NAME = 80
EXAMPLE = "Solaris (1972)\nStalker, 1979 – Andrei Tarkovsky\nКин-дза-дза! (1986)"


def draw(sources: dict[str, ListInfo], language: Language) -> None:
    """Draw the page."""
    back(sources, language)
    st.title(language.gettext("Bring your own list"), anchor=False)
    said = language.gettext(
        "Films you keep in a spreadsheet, an export of a film site, a list copied from a page: it gets "
        "the same filters, timeline, cards and calendar check. Nothing is looked up elsewhere."
    )
    st.html(f'<p class="line">{html(said)}</p>')
    _ways_in(language)
    wrong: tuple[Problem, ...] = st.session_state.get(WRONG, ())
    if wrong:
        sentences = [sentence(problem, language) for problem in wrong]
        st.error(label(language.listing(sentences, most=3)), icon=":material/report:")
    draft: UploadDraft | None = st.session_state.get(DRAFT)
    if draft is None:
        return
    if mapping := st.session_state.pop(MAPPING, None):
        with st.spinner(language.gettext("Checking the list …"), show_time=True):
            draft = draft.mapped(mapping)
        st.session_state[DRAFT] = draft
    columns.draw(draft, _map, language)
    if draft.report is None:
        for problem in draft.problems:
            st.warning(label(sentence(problem, language, draft.rows.unit)), icon=":material/report:")
        return
    noticed.look(draft.report, language)
    st.subheader(language.gettext("What was noticed"), anchor=False)
    noticed.draw(draft.report, language)
    _show(draft, language)


def _ways_in(language: Language) -> None:
    chosen = settings.current()
    upload, paste = st.columns(2, gap="large")
    with upload:
        file = st.file_uploader(
            language.gettext("Upload a file"),
            key="bring:file",
            max_upload_size=chosen.upload_mb,
        )
        st.caption(_what_is_read(language))
    with paste, st.form("bring:form", border=False):
        text = st.text_area(language.gettext("Or paste it"), key="bring:text", height=150, placeholder=EXAMPLE)
        asked = st.form_submit_button(language.gettext("Read the pasted text"), key="bring:paste")
    if asked and not text.strip():
        st.info(language.gettext("Paste a list first: one film a line, such as Solaris (1972), or a table."))
    elif asked:
        _read(text.encode(), pasted(language), language)
    elif file is not None and st.session_state.get(LAST_UPLOAD) != file.file_id:
        st.session_state[LAST_UPLOAD] = file.file_id
        _read(file.getvalue(), file.name, language)


def _what_is_read(language: Language) -> str:
    chosen = settings.current()
    forms = forms_in_words(readable(), language, language.gettext("bundles from this page"))
    reads = language.gettext(
        "What can be read: {forms}. Exports of Letterboxd, IMDb, TMDb and MovieLens are understood as they are.",
        forms=forms,
    )
    rows = language.ngettext(
        "Up to {size} MB and {n} row.", "Up to {size} MB and {n} rows.", chosen.upload_rows, size=chosen.upload_mb
    )
    return f"{reads} {rows}"


def _read(data: bytes, file: str, language: Language) -> None:
    st.session_state.pop(DRAFT, None)
    st.session_state.pop(WRONG, None)
    with st.spinner(language.gettext("Reading {file} …", file=label(file)), show_time=True):
        try:
            draft = drafted(data, file, settings.current(), language)
        except BadListError as error:
            st.session_state[WRONG] = error.problems
        else:
            st.session_state[DRAFT] = draft
            st.session_state["bring:name"] = draft.name


def _map(at: int, name: str) -> None:
    """Make the column at a place another one in the next run; whichever was that one becomes one of the list's own."""
    draft: UploadDraft = st.session_state[DRAFT]
    mapping = ["" if known == name else known for known in draft.mapping]
    mapping[at] = name
    st.session_state[MAPPING] = tuple(mapping)


def _show(draft: UploadDraft, language: Language) -> None:
    st.subheader(language.gettext("Show the list"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.session_state.setdefault("bring:name", draft.name)
        st.text_input(language.gettext("What it is called"), key="bring:name", max_chars=LONGEST_NAME, width=320)
        asked = st.button(language.gettext("Show this list"), type="primary", key="bring:show")
    st.html(f'<p class="small">{html(_where_it_stays(draft, language))}</p>')
    if asked:
        with st.spinner(language.gettext("Preparing the list …"), show_time=True):
            _shown(draft)
        st.rerun()


def _where_it_stays(draft: UploadDraft, language: Language) -> str:
    if draft.is_small:
        return language.gettext(
            "The list is small enough to travel in the page’s link: reload, Back and sending the link work, and "
            "nothing is kept on the server. Who has the link has the list."
        )
    chosen = settings.current()
    if chosen.keep_mb:
        return language.gettext(
            "The list is too large for a link, so the server keeps it for {time} under a random "
            "name. Who has the link can read it; you can delete it until you reload or close this tab.",
            time=_hours(chosen.keep_hours, language),
        )
    return language.gettext(
        "The list is too large for a link, and this dashboard keeps nothing: it stays in this tab until you close or "
        "reload it. Take it home as a bundle to come back to it."
    )


def _hours(hours: int, language: Language) -> str:
    days, rest = divmod(hours, 24)
    if rest or not days:
        return language.ngettext("{n} hour", "{n} hours", hours)
    return language.ngettext("a day", "{n} days", days)


def _shown(draft: UploadDraft) -> None:
    """Show the list, with the view it brings."""
    name = name_of(str(st.session_state["bring:name"])) or draft.name
    own = draft.finished(name)
    packed, mine = pack(own), session()
    key, owner = lists.placed(own, packed)
    if key == IN_SESSION:
        key = f"{IN_SESSION}{len(mine.in_session) + 1}"
        mine.in_session[key] = packed
    if owner:
        mine.owner_tokens[key] = owner
    opened = lists.open_uploaded(key, mine.in_session)
    if opened is None or draft.report is None:
        st.session_state[WRONG] = (Problem("no films found", draft.rows.file),)
        return
    mine.uploaded[key], mine.reports[key] = name, draft.report
    view = View(list=key, language=mine.view.language)
    if draft.link:
        given = {name: values for name, values in parameters_of(draft.link).items() if name not in ("list", "lang")}
        view, mine.ignored = parse(given, opened.index)
    st.session_state[DRAFT] = replace(draft, name=name)
    change(lambda now: replace(view, list=key, language=now.language))
