"""What the calendar check knows: named things with their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.evidence.claims import as_date, records
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

COLUMNS = ("name", "applies_to", "aliases", "country_values", "from", "event", "to", "source_title", "source_url")


@dataclass(frozen=True)
class Event:
    """A named thing with the day it began and, if it did, the day it ended.

    Attributes:
        name: what it is called.
        origin: whether it says where a film comes from ("Soviet film"), and not what a text mentions.
        aliases: the words that name it in a text.
        countries: values of a `country` cell that mean it, for an origin.
        begins: the day it began.
        event: the beginning in words, such as "was launched".
        ends: the day it ended; None if it did not, or if no text can be wrong after it.
        source_title: where the days were read.
        source_url: its address.
    """

    name: str
    origin: bool
    aliases: tuple[str, ...]
    countries: tuple[str, ...]
    begins: date
    event: str
    ends: date | None
    source_title: str
    source_url: str


def read_calendar(rows: Rows) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events that rows hold, and what is wrong in rows that are left out."""
    found: list[Event] = []
    problems = list(rows.problems)
    for line, given in zip(rows.lines, records(rows, COLUMNS, ("name", "applies_to", "aliases", "from")), strict=True):
        begins, ends = as_date(given["from"]), as_date(given["to"])
        if begins is None or (given["to"] and (ends is None or ends < begins)):
            column = "from" if begins is None else "to"
            problems.append(Problem("not a date", rows.file, line, column, given[column]))
        elif given["applies_to"] not in ("mention", "origin"):
            problems.append(
                Problem("no such value", rows.file, line, "applies_to", given["applies_to"], "mention, origin")
            )
        elif not given["name"] or not _values(given["aliases"]):
            problems.append(Problem("nothing said", rows.file, line, "aliases" if given["name"] else "name"))
        else:
            found.append(_event(given, begins, ends))
    return tuple(found), tuple(problems)


def _event(given: dict[str, str], begins: date, ends: date | None) -> Event:
    return Event(
        given["name"],
        given["applies_to"] == "origin",
        _values(given["aliases"]),
        _values(given["country_values"]),
        begins,
        given["event"] or "began",
        ends,
        given["source_title"],
        given["source_url"],
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value for part in cell.split(";") if (value := part.strip()))
