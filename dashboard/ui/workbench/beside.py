"""Another version of the list that is shown, beside it: what it says differently, taken over one by one or all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from dashboard import settings
from dashboard.evidence.editing.differences import FILMS, Difference, differences, only_ours, taken_over
from dashboard.evidence.editing.files import ACCEPTED, CALENDAR, CLAIMS, IDENTITIES, MILESTONES
from dashboard.exports.claim_review import evidence_csv
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.problem_text import message, sentence
from dashboard.i18n.texts import shortened
from dashboard.lists.editing.films import FilmRows
from dashboard.lists.package import ListPackage, unpack
from dashboard.lists.upload_draft import drafted, finished
from dashboard.model.problems import BadListError, Problem
from dashboard.query.in_words import and_more, film_name
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.escape import label
from dashboard.render.templates import bullets, note
from dashboard.ui.state import session
from dashboard.ui.upload import file_box
from dashboard.ui.upload.sessions import forget_upload
from dashboard.ui.workbench.editing import refused, save
from dashboard.ui.workbench.versions import package_of

MOST_BYTES = 3_000_000
"""Bytes of a version that is compared row by row."""
MOST_SHOWN = 50
"""Differences that are shown at a time; those that are taken over make room for the next."""
MOST_TOLD = 5
"""Rows that could not be used that are named one by one."""
LONGEST_CELL = 120
FILE, FORM = "beside:file", "beside:form"


@dataclass(frozen=True)
class Beside:
    """A version that was brought.

    Attributes:
        file: names the upload.
        list: the name in a link of the list beside which it was brought.
        package: its files; None if they could not be read.
        wrong: why.
        left_out: what is wrong in rows of it that could not be used.
    """

    file: str = ""
    list: str = ""
    package: ListPackage | None = None
    wrong: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()


def draw(result: QueryResult, _: FilmRows) -> None:
    """Draw the way to bring another version of a visitor's list, and what it says differently."""
    language = result.language
    explained = language.gettext(
        "The bundle of somebody who works on the same list, for example. What it says differently is shown here, and "
        "you take it over one by one, or all of it. What only your list has stays."
    )
    st.html(note(explained))
    file_box.draw(language.gettext("The other version"), FILE, language)
    beside = _brought(result)
    for problem in (*beside.wrong, *refused(FORM)):
        st.error(label(message(problem, language)), icon=":material/report:")
    if beside.left_out:
        lines = [sentence(problem, language) for problem in beside.left_out]
        st.warning(language.gettext("Rows of the other version that could not be used:"), icon=":material/report:")
        st.html(bullets([*lines[:MOST_TOLD], *and_more(len(lines) - MOST_TOLD, language)]))
    if beside.package:
        _draw_differences(result, beside.package)


def _brought(result: QueryResult) -> Beside:
    """What was brought beside this list, or beside a version of it; nothing beside another list."""
    known: Beside = st.session_state.get("beside", Beside())
    file, here = st.session_state.get(FILE), result.info.key
    if file is not None and known.file != file.file_id:
        known = _read(file.getvalue(), file.name, result.language)
        known = st.session_state["beside"] = replace(known, file=file.file_id, list=here)
        forget_upload(file.file_id)
    versions = session().versions_of(here)
    is_here = known.list == here or (versions is not None and known.list in versions.names)
    return known if is_here else Beside()


def _read(data: bytes, file: str, language: Language) -> Beside:
    try:
        draft = drafted(data, file, settings.current(), language)
        if draft.table.loaded is None:
            raise BadListError(draft.table.problems)
        refused_films = draft.table.loaded.films.problems.graded("refused")
        packed, loaded = finished(draft, draft.name)
    except BadListError as error:
        return Beside(wrong=error.problems)
    left_out = (*refused_films, *loaded.unusable)
    return Beside(package=_usable(unpack(packed), loaded), left_out=left_out)


def _usable(package: ListPackage, loaded: LoadedList) -> ListPackage:
    """A version without the rows about its films that could not be used."""
    rows = {
        CLAIMS.name: evidence_csv(CLAIMS.columns, [*loaded.claims, *loaded.lost]),
        IDENTITIES.name: evidence_csv(IDENTITIES.columns, loaded.identities.values()),
        ACCEPTED.name: evidence_csv(ACCEPTED.columns, loaded.accepted),
    }
    return replace(package, files={name: rows.get(name, data) for name, data in package.files.items()})


def _draw_differences(result: QueryResult, theirs: ListPackage) -> None:
    language = result.language
    try:
        ours = package_of(result.loaded)
        if ours is None or max(ours.size, theirs.size) > MOST_BYTES:
            raise BadListError((Problem("list gone" if ours is None else "too large", FILMS, expected="3"),))
        found = differences(ours.files, theirs.files)
    except BadListError as error:
        st.error(" ".join(label(message(problem, language)) for problem in error.problems))
        return
    st.html(note(_total(found, only_ours(ours.files, theirs.files), language), "plain", role="status"))
    if found:
        st.button(
            language.gettext("Take all of it over"), key="beside:all", on_click=_take, args=(result, tuple(found))
        )
    for at, each in enumerate(found[:MOST_SHOWN]):
        told, button = st.columns((5, 1), vertical_alignment="center")
        told.html(note(in_words(each, result), "plain"))
        name = language.gettext("Take over")
        button.button(name, key=f"beside:{at}__{abs(hash(each))}", on_click=_take, args=(result, (each,)))
    for rest in and_more(len(found) - MOST_SHOWN, language):
        st.html(note(rest))


def _total(found: Sequence[Difference], ours: Mapping[str, int], language: Language) -> str:
    """How much differs, and what only this list has."""
    if not found:
        total = language.gettext("The other version says nothing that this list does not say.")
    else:
        total = language.ngettext("{n} difference.", "{n} differences.", len(found))
    films, statements = ours.get(FILMS, 0), ours.get(CLAIMS.name, 0)
    only = [
        language.ngettext("{n} film", "{n} films", films) if films else "",
        language.ngettext("{n} statement", "{n} statements", statements) if statements else "",
    ]
    if not any(only):
        return total
    stays = language.gettext("Only this list has: {what}.", what=language.listing([*filter(None, only)]))
    return f"{total} {stays}"


def in_words(each: Difference, result: QueryResult) -> str:
    """One difference, in a sentence."""
    language, key = result.language, dict(each.key)
    if each.file == FILMS:
        return _of_film(each, key["id"], result)
    if each.file == CLAIMS.name:
        claim = shortened(key["claim"], LONGEST_CELL)
        return f"{_film(key['film_id'], result)}: {_values(each, 'verdict', language)}: {claim}"
    if each.file == IDENTITIES.name:
        which = language.gettext("Which film this is")
        return f"{_film(key['film_id'], result)}: {which}: {_values(each, 'status', language)}"
    words = shortened(" · ".join(filter(None, each.becomes.values())), LONGEST_CELL)
    return f"{_file_name(each.file, language)}: {words}"


def _values(each: Difference, column: str, language: Language) -> str:
    """What a column says, and what it said before if it did."""
    sides = [each.becomes] if each.is_new else [each.was, each.becomes]
    values = dict.fromkeys(cells.get(column, "") for cells in sides)
    return " → ".join(language.pgettext("value", value) for value in values if value)


def _of_film(each: Difference, film: str, result: QueryResult) -> str:
    language, becomes = result.language, each.becomes
    if each.is_new:
        title = ", ".join(filter(None, (becomes.get("title", film), becomes.get("year", ""))))
        return language.gettext("New film: {film}", film=shortened(title, LONGEST_CELL))
    columns = result.index.columns
    column = column_name(columns[each.column], language) if each.column in columns else each.column
    was, now = (language.quoted(cells[each.column], LONGEST_CELL) for cells in (each.was, becomes))
    return f"{_film(film, result)}: {column}: {was} → {now}"


def _film(film: str, result: QueryResult) -> str:
    return film_name(result.index, film, result.language) if film in result.index.position else film


def _file_name(file: str, language: Language) -> str:
    names = {
        ACCEPTED.name: language.gettext("This is right here"),
        MILESTONES.name: language.gettext("History"),
        CALENDAR.name: language.gettext("Calendar check"),
    }
    return names.get(file, file)


def _take(result: QueryResult, chosen: tuple[Difference, ...]) -> None:
    """Take some differences over; for a callback."""

    def made(package: ListPackage) -> ListPackage:
        return replace(package, files=taken_over(package.files, chosen))

    language = result.language
    change = language.ngettext(
        "{n} difference taken over from another version", "{n} differences taken over from another version", len(chosen)
    )
    save(result.loaded, FORM, made, change)
