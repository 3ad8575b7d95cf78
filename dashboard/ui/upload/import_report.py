"""What was noticed while a list was read: a few of its films, the report by row, and the report as files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.exports.reports.report import (
    Report,
    accounted,
    read_as,
    refused_csv,
    report,
    report_csv,
    reported,
    summary,
)
from dashboard.exports.reports.report_rows import GRADES, RemarkKind
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name, table_names
from dashboard.i18n.problem_text import kind_name, sentence
from dashboard.i18n.texts import shortened
from dashboard.lists.upload_draft import UploadedTable, missing
from dashboard.model.problems import Grade, ProblemKind
from dashboard.model.schema import BY_NAME
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList
from dashboard.render.escape import label
from dashboard.render.templates import note, render
from dashboard.ui.downloads.downloads import file_button
from dashboard.ui.films.table import configured, drawn
from dashboard.ui.state import session
from dashboard.ui.upload.mapping import header

FIRST = 5
MOST_ROWS = 50
"""Rows of a report that are drawn; a file has them all."""
LONGEST_EXAMPLE = 160
"""Characters of an example of a kind of remark."""
CSS: dict[Grade, str] = {"refused": "contradicted", "doubtful": "not-established", "repaired": "quiet"}


def grade_names(language: Language) -> dict[Grade, str]:
    """What each grade that is drawn is called."""
    return {
        "refused": language.gettext("Refused"),
        "doubtful": language.gettext("Doubtful"),
        "repaired": language.gettext("Repaired"),
    }


def behind(loaded: LoadedList, language: Language) -> None:
    """Draw the report on a list that is not the project's own, closed until it is opened."""
    if loaded.info.ours:
        return
    card = st.expander(language.gettext("How this list was read"), key="read:report", on_change="rerun")
    if card.open:
        with card:
            is_mine = _is_mine(loaded)
            if session().versions_of(loaded.info.key) and not is_mine:
                st.html(note(language.gettext("This report is about the list as it was changed here.")))
            elif loaded.info.is_uploaded and not is_mine:
                text = language.gettext(
                    "This report is about the list as it is shown here. Only the person who uploaded the file sees "
                    "the report on the file."
                )
                st.html(note(text))
            draw((of_file if is_mine else _report)(loaded, language), language)


def _is_mine(loaded: LoadedList) -> bool:
    """Whether it is this visitor who brought the file that a list came from; others are not told of its rows."""
    films = session().uploaded_films.get(loaded.info.key)
    return loaded.uploaded is not None and films is not None and films() is loaded.uploaded


@cached(1)
def _report(loaded: LoadedList, language: Language) -> Report:
    return reported(loaded, language)


@cached(1)
def of_file(loaded: LoadedList, language: Language) -> Report:
    """The report on the file that a list came from, if it is still there; else on the list as it stands."""
    return report(loaded.uploaded or loaded.films, language, loaded.notices, loaded.problems)


def summarise(found: Report, table: UploadedTable, language: Language) -> None:
    """Draw what a visitor wants to know first: how many films, what was not understood, and what was guessed."""
    films = language.ngettext("{n} film", "{n} films", len(found.films.frame))
    read = language.gettext(
        "Read as {form}: {rows}.",
        form=read_as(table.form, table.encoding, language),
        rows=language.ngettext("{n} row", "{n} rows", table.rows),
    )
    st.html(render("upload.html", language, films=films, read=read, points=_points(found, table, language)))


def _points(found: Report, table: UploadedTable, language: Language) -> list[str]:
    refused, doubtful = found.count("refused"), found.count("doubtful")
    guessed = [
        f"{language.quoted(header(table, at, language))} ({column_name(BY_NAME[table.mapping[at]], language)})"
        for at, how in enumerate(table.known_by)
        if how == "cells"
    ]
    points = []
    if refused:
        points.append(language.ngettext("{n} row is not in the list.", "{n} rows are not in the list.", refused))
    if doubtful:
        points.append(
            language.ngettext(
                "{n} row is doubtful, and in the list as it is.",
                "{n} rows are doubtful, and in the list as they are.",
                doubtful,
            )
        )
    if not refused and not doubtful:
        points.append(language.gettext("Every row was understood."))
    if guessed:
        columns = language.listing(guessed, most=9)
        points.append(
            language.ngettext(
                "One column was guessed by its cells: {columns}.",
                "{n} columns were guessed by their cells: {columns}.",
                len(guessed),
                columns=columns,
            )
        )
    for name in missing(table.mapping):
        column = language.quoted(column_name(BY_NAME[name], language))
        points.append(language.gettext("No column was found for {column}.", column=column))
    if found.is_encoding_guessed:
        points.append(language.gettext("The encoding was guessed."))
    for problem in found.entries.of_the_whole():
        if problem.kind == "other tables":
            taken, others = (table_names(names, language) for names in (problem.value, problem.expected))
            points.append(language.gettext("Read was {name}. The file also has {others}.", name=taken, others=others))
        elif problem.kind in ("films in columns", "more columns of titles"):
            points.append(found.message(problem, language))
    return points


def look(found: Report, language: Language) -> None:
    """Draw the first films as they will look."""
    films = found.films
    st.header(language.gettext("How it will look"), anchor=False)
    columns = [each for each in films.columns if each.kind.look != "identifier" and not each.translates]
    first = drawn(films.frame[[column.name for column in columns]].head(FIRST), columns, language)
    st.dataframe(
        first,
        hide_index=True,
        column_config={
            column.name: configured(column, first[column.name], language, links=False) for column in columns
        },
        alt=language.ngettext("The first of {n} film", "The first of {n} films", len(films.frame)),
        key="bring:look",
    )


def draw(found: Report, language: Language) -> None:
    """Draw the report."""
    read = read_as(found.films.form, found.films.encoding, language)
    read = f"{read[:1].upper()}{read[1:]}."
    text = " ".join(filter(None, (read, accounted(found, language), summary(found, language))))
    st.html(note(text, "plain", role="status"))
    for problem in found.entries.of_the_whole():
        said = sentence(problem, language, found.films.unit) if problem.column else found.message(problem, language)
        st.html(note(said))
    kinds = found.entries.kinds
    if not kinds:
        return
    shown = _kind(found, kinds, language) if len(kinds) > 1 or kinds[0].rows > FIRST else None
    st.html(_table(found, kinds, shown, language))
    with st.container(horizontal=True):
        as_csv = partial(report_csv, found, language)
        file_button(language.gettext("Report as CSV"), as_csv, "report.csv", "text/csv")
        if found.films.refused:
            refused = partial(refused_csv, found, language)
            file_button(language.gettext("Refused rows as CSV"), refused, "refused.csv", "text/csv")


def _kind(found: Report, kinds: Sequence[RemarkKind], language: Language) -> ProblemKind | None:
    """The kind of remark whose rows a visitor wants to see; None for all."""
    names, of = grade_names(language), {each.kind: each for each in kinds}

    def named(kind: ProblemKind | None) -> str:
        if kind is None:
            return language.gettext("All ({number})", number=language.number(sum(map(found.count, GRADES))))
        return f"{kind_name(kind, language)} ({language.number(of[kind].rows)})"

    def example(each: RemarkKind) -> str:
        place = f"{found.unit(language).capitalize()} {each.line}"
        column = f"{each.example.column}: " if each.example.column else ""
        text = f"{names[each.grade]}. {place}: {column}{found.message(each.example, language)}"
        return label(shortened(text, LONGEST_EXAMPLE))

    chosen: ProblemKind | None = st.radio(
        language.gettext("Remarks"),
        [None, *of],
        key="report:kind",
        format_func=named,
        captions=["", *map(example, kinds)],
        label_visibility="collapsed",
    )
    return chosen if chosen in of else None


def _table(found: Report, kinds: Sequence[RemarkKind], kind: ProblemKind | None, language: Language) -> str:
    """The first rows that have a kind of remark, or any, as an HTML table."""
    number = next((each.rows for each in kinds if each.kind == kind), sum(map(found.count, GRADES)))
    return render(
        "report.html",
        language,
        report=found,
        unit=found.unit(language),
        rows=found.entries.first(MOST_ROWS, kind),
        rest=number - MOST_ROWS,
        looks=CSS,
        names=grade_names(language),
    )
