"""What was noticed while a list was read: a few of its films, the report by row, and the report as files."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import streamlit as st

from dashboard.catalogue.offer import BROUGHT
from dashboard.catalogue.schema import Kind
from dashboard.errors import Grade
from dashboard.evidence.dossier import Dossier
from dashboard.exports.report import GRADES, Entry, Report, read_as, refused_csv, report_csv, reported, summary
from dashboard.language.english import counted, shortened
from dashboard.page.state import session
from dashboard.page.table import configured, drawn
from dashboard.page.text import html, label

FIRST = 5
AS_CARRIED = (
    "This is what can be said of the list as it stands here. The report on the file it came from was for whoever "
    "brought it."
)
MOST_ROWS = 50
"""Rows of a report that are drawn; a file has them all."""
LABELS: dict[str, str] = {"refused": "Refused", "doubtful": "Doubtful", "repaired": "Repaired"}
CSS: dict[Grade, str] = {"refused": "contradicted", "doubtful": "not-established", "repaired": "quiet"}
MEANINGS: dict[Grade, str] = {
    "refused": "Refused rows are not in the list; take them along below.",
    "doubtful": "Doubtful rows are in the list as they are.",
    "repaired": "Repaired rows are in the list as it is said here.",
}


def behind(dossier: Dossier) -> None:
    """Draw the report on a list that is not the project's own, closed until it is opened."""
    if dossier.offer.ours:
        return
    card = st.expander("How this list was read", key="read:report", on_change="rerun")
    if card.open:
        with card:
            name, reports = dossier.offer.key, session().reports
            if name.startswith(BROUGHT) and name not in reports:
                st.html(f'<p class="small">{AS_CARRIED}</p>')
            draw(reports.get(name) or _report(dossier))


@lru_cache(maxsize=8)
def _report(dossier: Dossier) -> Report:
    return reported(dossier)


def look(found: Report) -> None:
    """Draw the first films as they will look."""
    films = found.films
    st.subheader("How it will look", anchor=False)
    columns = [column for column in films.columns if column.kind is not Kind.IDENTIFIER]
    first = films.frame[[column.name for column in columns]].head(FIRST)
    st.dataframe(
        drawn(first, columns),
        hide_index=True,
        column_config={column.name: configured(column, False) for column in columns},
        alt=f"The first {len(first)} of {counted(len(films.frame), 'film')}",
        key="bring:look",
    )


def draw(found: Report) -> None:
    """Draw the report."""
    read = read_as(found.films.form, found.films.encoding)
    st.html(f'<p class="plain" role="status">{html(f"{read[:1].upper()}{read[1:]}. {summary(found)}")}</p>')
    for entry in found.entries:
        if entry.line is None:
            for problem in entry.problems:
                st.html(f'<p class="small">{html(found.said(problem))}</p>')
    present = [grade for grade in GRADES if found.count(grade)]
    if not present:
        return
    shown = _grade(found, present)
    entries = [entry for entry in found.entries if entry.line is not None and shown in ("all", entry.grade)]
    st.html(_table(found, [entry for entry in entries if entry.grade in LABELS]))
    with st.container(horizontal=True):
        _download("Report as CSV", "report.csv", report_csv(found))
        if found.films.refused:
            _download("Refused rows as CSV", "refused.csv", refused_csv(found))


def _grade(found: Report, present: list[Grade]) -> Grade | Literal["all"]:
    choices: list[Grade | Literal["all"]] = ["all", *present] if len(present) > 1 else [*present]
    names: dict[str, str] = {"all": "All", **LABELS}
    chosen: Grade | Literal["all"] | None = st.segmented_control(
        "Rows",
        choices,
        key="report:grade",
        default=choices[0],
        format_func=lambda grade: names[grade] + ("" if grade == "all" else f" ({found.count(grade):,})"),
        label_visibility="collapsed",
    )
    shown = chosen if chosen in choices else choices[0]
    if shown != "all":
        st.caption(MEANINGS[shown])
    return shown


def _table(found: Report, entries: list[Entry]) -> str:
    """The first rows of a report as an HTML table."""
    rows = "".join(
        f"<tr><td>{entry.line}</td><td><bdi>{html(shortened(entry.title, 80))}</bdi></td>"
        f'<td class="{CSS[entry.grade]}">{LABELS[entry.grade]}</td><td>{_remarks(found, entry)}</td></tr>'
        for entry in entries[:MOST_ROWS]
    )
    rest = len(entries) - MOST_ROWS
    more = f'<p class="small">and {counted(rest, "more row")}; the report as CSV has them all.</p>' if rest > 0 else ""
    head = "".join(
        f'<th scope="col">{name}</th>' for name in (found.unit.capitalize(), "Film", "Status", "What was noticed")
    )
    return f'<table class="report"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}'


def _remarks(found: Report, entry: Entry) -> str:
    return "<br>".join(
        (f"<strong>{html(problem.column)}:</strong> " if problem.column else "") + html(found.said(problem))
        for problem in entry.problems
    )


def _download(name: str, file: str, data: bytes) -> None:
    st.download_button(label(name), data, file, "text/csv", icon=":material/download:", on_click="ignore")
