"""Dates of space history, or of another subject, beside the films."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.evidence.claims import as_date, records
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

COLUMNS = ("date", "country", "kind", "text", "source_title", "source_url", "note")
LABEL_APART = 5
"""Years between two labelled milestones."""


@dataclass(frozen=True)
class Milestone:
    """One dated event.

    Attributes:
        day: as its source gives it, in UTC or Moscow date; `note` says where the two differ.
        country: whose it was; several are separated by "; ".
        kind: such as launch, landing, first, station, loss, politics.
        text: what happened, in a sentence.
        source_title: where it was read.
        source_url: its address.
        note: what else is to be said of the date; empty for nothing.
    """

    day: date
    country: str
    kind: str
    text: str
    source_title: str
    source_url: str
    note: str


def read_milestones(rows: Rows) -> tuple[tuple[Milestone, ...], tuple[Problem, ...]]:
    """The milestones that rows hold, by day, and what is wrong in rows that are left out."""
    found: list[Milestone] = []
    problems = list(rows.problems)
    seen: set[tuple[str, str]] = set()
    for line, given in zip(rows.lines, records(rows, COLUMNS, ("date", "text")), strict=True):
        day = as_date(given["date"])
        if day is None:
            problems.append(Problem("not a date", rows.file, line, "date", given["date"]))
        elif not given["text"]:
            problems.append(Problem("nothing said", rows.file, line, "text"))
        elif (given["date"], given["text"]) in seen:
            problems.append(Problem("said twice", rows.file, line, "text", given["text"]))
        else:
            seen.add((given["date"], given["text"]))
            found.append(Milestone(day, *(given[column] for column in COLUMNS[1:])))
    return tuple(sorted(found, key=lambda each: each.day)), tuple(problems)


def around(milestones: Iterable[Milestone], year: int) -> tuple[Milestone, ...]:
    """What happened in a film's year and the year before, by day."""
    return tuple(each for each in milestones if year - 1 <= each.day.year <= year)


def within(milestones: Iterable[Milestone], first: int, last: int) -> tuple[Milestone, ...]:
    """The milestones of some years, both inclusive."""
    return tuple(each for each in milestones if first <= each.day.year <= last)


def labels(
    milestones: Iterable[Milestone], names: Mapping[date, str], apart: int = LABEL_APART
) -> dict[Milestone, str]:
    """A few milestones with a short name: those of a day that has one, at least `apart` years from each other."""
    chosen: dict[Milestone, str] = {}
    last = -apart
    for each in milestones:
        if each.day in names and each.day.year - last >= apart:
            chosen[each] = names[each.day]
            last = each.day.year
    return chosen
