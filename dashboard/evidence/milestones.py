"""Dates of space history, or of another subject, beside the films."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from dashboard.evidence.read_rows import Cells, Wrong, as_date, read_each
from dashboard.evidence.translations import UNTRANSLATED, Translated, Translations, translations_in
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

COLUMNS = ("date", "country", "kind", "text", "source_title", "source_url", "note", "archived_url")
TRANSLATED = ("text", "note")
"""The columns that may have translations beside them."""
LABEL_APART = 5
"""Years between two labelled milestones."""
Name = TypeVar("Name")


@dataclass(frozen=True)
class Milestone(Translated):
    """One dated event.

    Attributes:
        day: as its source gives it, in UTC or Moscow date; `note` says where the two differ.
        country: whose it was; several are separated by "; ".
        kind: such as launch, landing, first, station, loss, politics.
        text: what happened, in a sentence.
        source_title: where it was read.
        source_url: its address.
        note: what else is to be said of the date; empty for nothing.
        archived_url: the address of a copy of the source; empty where there is none.
        translations: of its texts.
    """

    day: date
    country: str
    kind: str
    text: str
    source_title: str
    source_url: str
    note: str
    archived_url: str = ""
    translations: Translations = UNTRANSLATED
    columns = COLUMNS


def read_milestones(rows: Rows) -> tuple[tuple[Milestone, ...], tuple[Problem, ...]]:
    """The milestones that rows hold, by day, and what is wrong in rows that are left out."""
    milestones, problems = read_each(rows, COLUMNS, ("date", "text"), _milestone, once=("date", "text"))
    return tuple(sorted(milestones, key=lambda each: each.day)), problems


def _milestone(cells: Cells) -> Milestone | Wrong:
    day = as_date(cells["date"])
    if day is None:
        return Wrong("not a date", "date")
    if not cells["text"]:
        return Wrong("nothing said", "text")
    values = {column: cells[column] for column in COLUMNS[1:]}
    return Milestone(day=day, translations=translations_in(cells, TRANSLATED), **values)


def within(milestones: Iterable[Milestone], first: int, last: int) -> tuple[Milestone, ...]:
    """The milestones of some years, both inclusive."""
    return tuple(each for each in milestones if first <= each.day.year <= last)


def labels(
    milestones: Sequence[Milestone], names: Mapping[date, Name], apart: int = LABEL_APART
) -> dict[Milestone, Name]:
    """A few milestones with a short name, by day: at least `apart` years from each other, what is named first first."""
    of_day = {each.day: each for each in reversed(milestones)}
    chosen: list[Milestone] = []
    for day in names:
        if day in of_day and all(abs(day.year - each.day.year) >= apart for each in chosen):
            chosen.append(of_day[day])
    return {each: names[each.day] for each in sorted(chosen, key=lambda each: each.day)}
