"""The page on which a visitor brings a list: upload or paste, columns, what was noticed, and then it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from weakref import ref

import streamlit as st

from dashboard import settings
from dashboard.formats.registry import readable
from dashboard.i18n.languages import Language
from dashboard.i18n.problem_text import forms_in_words, sentence
from dashboard.lists.package import name_of
from dashboard.lists.upload_draft import ReadAs, UploadDraft, drafted, finished, get_ready, pasted
from dashboard.lists.uploads import Place, place_of, uploads
from dashboard.model.list_info import IN_SESSION, ListInfo
from dashboard.model.problems import BadListError, Problem
from dashboard.query.loaded_list import LoadedList
from dashboard.query.url import parameters_of, parse
from dashboard.query.view import View
from dashboard.render.escape import label
from dashboard.render.templates import note, render
from dashboard.ui.comparison import compare
from dashboard.ui.sidebar.choose_list import back
from dashboard.ui.state import change, session
from dashboard.ui.upload import file_box, import_report, mapping
from dashboard.ui.upload.sessions import forget_upload

DRAFT, WRONG, LAST_UPLOAD = "draft", "draft:wrong", "draft:upload"
PASTED, READ_AS, ASKED = "draft:pasted", "draft:read-as", "draft:asked"
"""What a visitor asked for. It is taken away once it is done: the next click may break off the run that does it."""
LONGEST_NAME = 80
EXAMPLE = "Solaris (1972)\nStalker, 1979 – Andrei Tarkovsky\nКин-дза-дза! (1986)"


def draw(sources: dict[str, ListInfo], language: Language) -> None:
    """Draw the page. What comes and goes has a place that stays, since a browser begins anew what moves."""
    get_ready()
    back(sources, language)
    compares = session().compares
    st.title(title(language), anchor=False)
    (_intro if compares is None else partial(compare.intro, compares))(language)
    with st.empty():
        draft = _draft(language)
    with st.expander(_ways_in_name(draft, language), expanded=draft is None):
        _ways_in(language)
    wrong: tuple[Problem, ...] = st.session_state.get(WRONG, ())
    with st.container():
        if wrong:
            sentences = [sentence(problem, language) for problem in wrong]
            st.error(label(language.listing(sentences, most=3)), icon=":material/report:")
    if draft is not None:
        _show_draft(draft, language)


def title(language: Language) -> str:
    """What the page is called: by what a visitor brings the list for."""
    is_compared = session().compares is not None
    return language.gettext("Compare with a list") if is_compared else language.gettext("Bring your own list")


def _intro(language: Language) -> None:
    line = language.gettext(
        "Bring a spreadsheet, an export of a film site or a list copied from a page. It gets the same "
        "filters, timeline, cards and calendar check. Nothing is looked up on the web."
    )
    st.html(note(line, "line"))


def _draft(language: Language) -> UploadDraft | None:
    """The list on its way, once what was asked for is done: a file or a text is read, or read in another way."""
    file = st.session_state.get("bring:file")
    if (waiting := st.session_state.get(PASTED)) is not None:
        _read(waiting.encode(), pasted(language), language, partial(st.session_state.pop, PASTED))
    elif file is not None and st.session_state.get(LAST_UPLOAD) != file.file_id:
        _read(file.getvalue(), file.name, language, partial(_has_read, file.file_id))
    draft: UploadDraft | None = st.session_state.get(DRAFT)
    read_as: ReadAs | None = st.session_state.get(READ_AS)
    if draft is None or read_as is None:
        return draft
    with st.spinner(language.gettext("Checking the list …"), show_time=True):
        return _read_again(draft, read_as)


def _ways_in_name(draft: UploadDraft | None, language: Language) -> str:
    if draft is None:
        return language.gettext("Upload a file, or paste a list")
    return language.gettext("Upload another file, or paste another list")


def _show_draft(draft: UploadDraft, language: Language) -> None:
    """Draw a draft. What comes and goes has a place that stays, since a browser begins anew what moves."""
    table, compares = draft.table, session().compares
    found = import_report.of_file(table.loaded, language) if table.loaded else None
    with st.container():
        if found is None:
            st.session_state.pop(ASKED, None)
            for problem in table.problems:
                st.warning(label(sentence(problem, language, table.unit)), icon=":material/report:")
        else:
            import_report.summarise(found, table, language)
    with st.container():
        mapping.draw_guesses(table, found is not None and found.is_encoding_guessed, _have_read, language)
    with st.container():
        if compares and table.loaded:
            _compare(draft, table.loaded, compares, language)
    with st.container():
        mapping.draw_columns(table, _have_read, language)
    if found is not None:
        with st.container():
            import_report.look(found, language)
        if not compares:
            _show(draft, language)
        st.header(language.gettext("What was noticed"), anchor=False)
        import_report.draw(found, language)


def _compare(draft: UploadDraft, there: LoadedList, compares: View, language: Language) -> None:
    try:
        compared = compare.draw(draft.upload.file, there, compares, language)
    except BadListError as error:
        st.session_state[WRONG] = error.problems
        st.rerun()
    if compared:
        _end_draft()
        change(lambda now: replace(compared, language=now.language))
        st.rerun()


def _end_draft() -> None:
    for ended in (DRAFT, WRONG, ASKED):
        st.session_state.pop(ended, None)


def _ways_in(language: Language) -> None:
    upload, paste = st.columns(2, gap="large")
    with upload:
        file_box.draw(language.gettext("Upload a file"), "bring:file", language)
        st.caption(_what_is_read(language))
    with paste, st.form("bring:form", border=False):
        text = st.text_area(language.gettext("Or paste it"), key="bring:text", height=150, placeholder=EXAMPLE)
        name = language.gettext("Read the pasted text")
        is_pasted = st.form_submit_button(name, key="bring:paste", on_click=_paste)
    if is_pasted and not text.strip():
        st.info(language.gettext("Paste a list first: one film a line, such as Solaris (1972), or a table."))


def _has_read(file: str) -> None:
    st.session_state[LAST_UPLOAD] = file
    forget_upload(file)


def _paste() -> None:
    """Have the pasted text read in the next run."""
    if (text := st.session_state["bring:text"]).strip():
        st.session_state[PASTED] = text


def _what_is_read(language: Language) -> str:
    chosen = settings.current()
    forms = forms_in_words(readable(), language, language.gettext("bundles from this page"))
    reads = language.gettext(
        "What can be read: {forms}. Exports of Letterboxd, IMDb, TMDb and MovieLens can be used as they are.",
        forms=forms,
    )
    rows = language.ngettext(
        "Up to {size} MB and {n} row.", "Up to {size} MB and {n} rows.", chosen.upload_rows, size=chosen.upload_mb
    )
    return f"{reads} {rows}"


def _read(data: bytes, file: str, language: Language, done: Callable[[], object]) -> None:
    for ended in (DRAFT, WRONG, READ_AS, ASKED):
        st.session_state.pop(ended, None)
    with st.spinner(language.gettext("Reading {file} …", file=label(file)), show_time=True):
        try:
            draft = drafted(data, file, settings.current(), language)
        except BadListError as error:
            st.session_state[WRONG] = error.problems
        else:
            st.session_state[DRAFT] = draft
            st.session_state["bring:name"] = draft.name
        done()


def _have_read(how: Callable[[ReadAs], ReadAs]) -> None:
    """Have the list read in another way in the next run; a change before that is not yet done stays."""
    draft: UploadDraft = st.session_state[DRAFT]
    st.session_state[READ_AS] = how(st.session_state.get(READ_AS, draft.read_as))


def _read_again(draft: UploadDraft, read_as: ReadAs) -> UploadDraft:
    st.session_state.pop(WRONG, None)
    try:
        draft = st.session_state[DRAFT] = draft.again(read_as)
    except BadListError as error:
        st.session_state[WRONG] = error.problems
    del st.session_state[READ_AS]
    return draft


def _show(draft: UploadDraft, language: Language) -> None:
    place = place_of(bool(draft.table.in_link), settings.current())
    st.header(language.gettext("Show the list"), anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.session_state.setdefault("bring:name", draft.name)
        st.text_input(language.gettext("Name of the list"), key="bring:name", max_chars=LONGEST_NAME, width=320)
        ask = partial(st.session_state.update, {ASKED: True})
        st.button(language.gettext("Show this list"), type="primary", key="bring:show", on_click=ask)
    hours = settings.current().keep_hours
    st.html(render("where.html", language, place=place, hours=hours, until=None))
    if st.session_state.get(ASKED):
        with st.spinner(language.gettext("Preparing the list …"), show_time=True):
            _shown(draft, place)
        st.rerun()


def _shown(draft: UploadDraft, place: Place) -> None:
    """Show the list, with the view it brings; the draft ends."""
    name, mine = name_of(str(st.session_state["bring:name"])) or draft.name, session()
    try:
        packed, loaded = finished(draft, name)
        key, owner, loaded = uploads().add(place, packed, loaded, mine)
    except BadListError as error:
        st.session_state[WRONG] = error.problems
        del st.session_state[ASKED]
        return
    if key.startswith(IN_SESSION):
        mine.in_session[key] = packed
    if owner:
        mine.owner_tokens[key] = owner
    if loaded.uploaded:
        mine.uploaded_films[key] = ref(loaded.uploaded)
    mine.uploaded[key] = name
    view = View(list=key, language=mine.view.language)
    if link := draft.table.link:
        given = {name: values for name, values in parameters_of(link).items() if name not in ("list", "lang")}
        view, mine.ignored = parse(given, loaded.index)
    _end_draft()
    change(lambda now: replace(view, list=key, language=now.language))
