"""Calendars of screenings, as festivals and cinemas give them out (iCalendar, RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from dashboard.formats.format import Document, GivenFile, Table, TextFormat
from dashboard.formats.records import rows_of_records, text_of
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Fate, Limits

_BEGINS = re.compile(r"\s*BEGIN:VCALENDAR\b", re.IGNORECASE)
_NAMES = {"SUMMARY": "title", "DESCRIPTION": "description"}
"""What a property of an event is called as a column, where it has another name; the others keep theirs."""


class Calendar(TextFormat):
    """A calendar whose events are showings of films."""

    name = "calendar"
    plural = "calendars (iCalendar)"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        """Whether it begins as a calendar does."""
        return _BEGINS.match(given.text) is not None

    def read(self, given: GivenFile, limits: Limits) -> Document:
        """Each event as a film, with a column for each of its properties; a date is none of its year.

        What else a calendar holds, such as zones of time and alarms, says nothing of films.
        """
        from icalendar import Calendar as Parsed

        try:
            calendars: list[Any] = Parsed.from_ical(given.text, multiple=True)
        except (ValueError, IndexError, KeyError, TypeError) as error:
            raise BadListError((Problem("no films found", given.name),)) from error
        events = [dict(_cells(event)) for each in calendars for event in each.walk("VEVENT")]
        if not any(events):
            raise BadListError((Problem("no films found", given.name),))
        rows = rows_of_records(enumerate(events, 1), self.no_rows(given), limits)
        blank: dict[int, Fate] = {at: "blank" for at, event in enumerate(events, 1) if not any(event.values())}
        return Document((Table(lambda: rows, beside=partial(dict[int, Fate], blank), length=lambda: len(events)),))


CALENDAR = Calendar()


def _cells(event: Any) -> Iterator[tuple[str, str]]:
    for name, value in event.property_items(recursive=False):
        if name not in ("BEGIN", "END"):
            yield _NAMES.get(name, name), _text(value)


def _text(value: Any) -> str:
    """A property as text: a day or a time as such, categories apart, and all else, or what is broken, as it stands."""
    from icalendar.error import BrokenCalendarProperty

    with suppress(BrokenCalendarProperty):
        if (moment := getattr(value, "dt", None)) is not None:
            return text_of(moment)
        if (several := getattr(value, "cats", None)) is not None:
            return text_of([str(each) for each in several])
    return str(value)
