"""Dates that a visitor adds to a list of theirs: history beside the films, and things that the calendar check knows."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from dashboard.evidence.editing.csv_rows import CsvRows
from dashboard.evidence.editing.files import CALENDAR, MILESTONES, EvidenceFile
from dashboard.i18n.languages import Language
from dashboard.i18n.texts import shortened
from dashboard.lists.editing.films import FilmRows
from dashboard.model.problems import BadListError
from dashboard.query.result import QueryResult
from dashboard.render.templates import note
from dashboard.ui.workbench.editing import field
from dashboard.ui.workbench.saying import Keeper, Row, draw_outcome, field_key, field_names, forms_at, held
from dashboard.ui.workbench.versions import package_of

LONGEST_OPTION = 100


def draw_history(result: QueryResult, _: FilmRows) -> None:
    """Draw the form of a milestone."""
    language = result.language
    told = language.gettext(
        "Dates that stand beside the films. The first one begins a history of this list’s own, in the place of the "
        "project’s space history."
    )
    names = {
        "date": language.gettext("Day, such as 1961-04-12"),
        "text": language.gettext("What happened, in a sentence"),
        "country": language.gettext("Whose it was (may stay empty)"),
        "kind": language.gettext("Kind, such as launch or first (may stay empty)"),
    }
    with forms_at(MILESTONES.name, result):
        _draw(result, MILESTONES, told, names)


def draw_calendar(result: QueryResult, _: FilmRows) -> None:
    """Draw the form of a thing that the calendar check knows."""
    language = result.language
    told = language.gettext(
        "Things with a date, beside those that the calendar check knows. It names a film that speaks of one before it "
        "was there."
    )
    names = {
        "name": language.gettext("What it is called"),
        "aliases": language.gettext("The words that name it in a text, separated by semicolons"),
        "from": language.gettext("Day, such as 1961-04-12"),
        "event": language.gettext("What happened to it then, such as “was launched” (may stay empty)"),
    }
    with forms_at(CALENDAR.name, result):
        _draw(result, CALENDAR, told, names, {"applies_to": "mention"})


def _draw(
    result: QueryResult, file: EvidenceFile, told: str, names: Mapping[str, str], also: Mapping[str, str] | None = None
) -> None:
    language, place = result.language, file.name
    st.html(note(told))
    known = _known(result, file)
    at = _which(known, file, language) if known else None
    row = known[at] if at is not None else {**dict.fromkeys(file.columns, ""), **(also or {})}
    source = {name: field_names(language)[name] for name in ("source_title", "source_url")}
    for column, name in {**names, **source}.items():
        st.text_input(name, **field(field_key(place, str(at), column), row.get(column, "")))
    arguments = (result, file, row, at, (*names, *source))
    keep = language.gettext("Keep this date")
    st.button(keep, type="primary", key=field_key(place, str(at), "keep"), on_click=_keep, args=arguments)
    if at is not None:
        out = language.gettext("Take this out")
        key = field_key(place, str(at), "out")
        st.button(out, key=key, icon=":material/delete:", on_click=_take_out, args=(result, file, row))
    draw_outcome(place, result)


def _known(result: QueryResult, file: EvidenceFile) -> list[Row]:
    """The rows that the list brings itself."""
    try:
        package = package_of(result.loaded)
        return CsvRows.read(package.files.get(file.name), file.name).all_cells() if package else []
    except BadListError:
        return []


def _which(known: list[Row], file: EvidenceFile, language: Language) -> int | None:
    """Draw the choice between a new row and those that are there; None for a new one."""
    rows = [None, *range(len(known))]
    names = [shortened(" · ".join(row.get(name, "") for name in file.key), LONGEST_OPTION) for row in known]
    chosen: int | None = st.selectbox(
        language.gettext("Date"),
        rows,
        format_func=lambda at: language.gettext("A new one") if at is None else names[at],
        key=field_key(file.name, "which"),
    )
    return chosen


def _keep(result: QueryResult, file: EvidenceFile, row: Row, at: int | None, columns: tuple[str, ...]) -> None:
    place, before = file.name, file.key_of(row) if at is not None else None
    typed = {**row, **{name: held(place, str(at), name) for name in columns}}
    _keeper(result, file).keep(typed, before, result.language.gettext("A date: {what}", what=_name(typed)))


def _take_out(result: QueryResult, file: EvidenceFile, row: Row) -> None:
    change = result.language.gettext("A date taken out: {what}", what=_name(row))
    _keeper(result, file).take_out(file.key_of(row), change)


def _name(row: Row) -> str:
    return row.get("text") or row.get("name") or ""


def _keeper(result: QueryResult, file: EvidenceFile) -> Keeper:
    return Keeper(result.loaded, file, file.name)
