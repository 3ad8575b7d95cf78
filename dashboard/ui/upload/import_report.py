"""What was noticed while a list was read: a few of its films, the report by row, and the report as files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Literal

import streamlit as st

from dashboard.exports.report import Report, accounted, read_as, refused_csv, report, report_csv, reported, summary
from dashboard.exports.report_rows import GRADES
from dashboard.i18n.languages import Language
from dashboard.i18n.problem_text import sentence
from dashboard.model.list_info import UPLOADED
from dashboard.model.problems import Grade
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList
from dashboard.render.templates import note, render
from dashboard.ui.downloads import file_button
from dashboard.ui.films.table import configured, drawn
from dashboard.ui.state import session

FIRST = 5
MOST_ROWS = 50
"""Rows of a report that are drawn; a file has them all."""
CSS: dict[Grade, str] = {"refused": "contradicted", "doubtful": "not-established", "repaired": "quiet"}


def grade_names(language: Language) -> dict[Grade, str]:
    """What each grade that is drawn is called."""
    return {
        "refused": language.gettext("Refused"),
        "doubtful": language.gettext("Doubtful"),
        "repaired": language.gettext("Repaired"),
    }


def grade_meanings(language: Language) -> dict[Grade, str]:
    """What each grade that is drawn means for its rows."""
    return {
        "refused": language.gettext("Refused rows are not in the list. You can download them below."),
        "doubtful": language.gettext("Doubtful rows are in the list as they are."),
        "repaired": language.gettext("Repaired rows are in the list with the changes named here."),
    }


def behind(loaded: LoadedList, language: Language) -> None:
    """Draw the report on a list that is not the project's own, closed until it is opened."""
    if loaded.info.ours:
        return
    card = st.expander(language.gettext("How this list was read"), key="read:report", on_change="rerun")
    if card.open:
        with card:
            is_mine = _is_mine(loaded)
            if loaded.info.key.startswith(UPLOADED) and not is_mine:
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


def look(found: Report, language: Language) -> None:
    """Draw the first films as they will look."""
    films = found.films
    st.subheader(language.gettext("How it will look"), anchor=False)
    columns = [column for column in films.columns if column.kind.look != "identifier"]
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
    present = [grade for grade in GRADES if found.count(grade)]
    if not present:
        return
    shown = _grade(found, present, language)
    st.html(_table(found, GRADES if shown == "all" else (shown,), language))
    with st.container(horizontal=True):
        as_csv = partial(report_csv, found, language)
        file_button(language.gettext("Report as CSV"), as_csv, "report.csv", "text/csv")
        if found.films.refused:
            refused = partial(refused_csv, found, language)
            file_button(language.gettext("Refused rows as CSV"), refused, "refused.csv", "text/csv")


def _grade(found: Report, present: list[Grade], language: Language) -> Grade | Literal["all"]:
    choices: list[Grade | Literal["all"]] = ["all", *present] if len(present) > 1 else [*present]
    names = grade_names(language)
    chosen: Grade | Literal["all"] | None = st.segmented_control(
        language.gettext("Rows"),
        choices,
        key="report:grade",
        default=choices[0],
        format_func=lambda grade: (
            language.gettext("All") if grade == "all" else f"{names[grade]} ({language.number(found.count(grade))})"
        ),
        label_visibility="collapsed",
    )
    shown = chosen if chosen in choices else choices[0]
    if shown != "all":
        st.caption(grade_meanings(language)[shown])
    return shown


def _table(found: Report, grades: Sequence[Grade], language: Language) -> str:
    """The first rows of some grades as an HTML table."""
    return render(
        "report.html",
        language,
        report=found,
        unit=found.unit(language),
        rows=found.entries.first(MOST_ROWS, grades),
        rest=sum(map(found.count, grades)) - MOST_ROWS,
        looks=CSS,
        names=grade_names(language),
    )
