"""What the calendar check knows: named things with their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard.evidence.read_rows import Cells, Wrong, as_date, read_each
from dashboard.evidence.translations import UNTRANSLATED, Translated, Translations, translations_in
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows

COLUMNS = ("name", "applies_to", "aliases", "country_values", "from", "event", "to", "source_title", "source_url")
TRANSLATED = ("name", "event")
"""The columns that may have translations beside them."""


@dataclass(frozen=True)
class Event(Translated):
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
        translations: of its texts.
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
    translations: Translations = UNTRANSLATED
    columns = COLUMNS

    def ended_before(self, year: int) -> int | None:
        """The year in which it ended, if films of a later year cannot be of it; else None."""
        return self.ends.year if self.origin and self.ends and year > self.ends.year else None

    def written(self) -> dict[str, str]:
        """See `Translated`."""
        days = {"from": self.begins.isoformat(), "to": self.ends.isoformat() if self.ends else ""}
        lists = {"aliases": "; ".join(self.aliases), "country_values": "; ".join(self.countries)}
        return {"applies_to": "origin" if self.origin else "mention", **lists, **days}


def read_calendar(rows: Rows) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events that rows hold, and what is wrong in rows that are left out."""
    events, problems = read_each(rows, COLUMNS, ("name", "applies_to", "aliases", "from"), _event)
    return tuple(events), problems


def _event(cells: Cells) -> Event | Wrong:
    begins, ends = as_date(cells["from"]), as_date(cells["to"])
    if begins is None:
        return Wrong("not a date", "from")
    if cells["to"] and (ends is None or ends < begins):
        return Wrong("not a date", "to")
    if cells["applies_to"] not in ("mention", "origin"):
        return Wrong("no such value", "applies_to", "mention, origin")
    if not cells["name"] or not _values(cells["aliases"]):
        return Wrong("nothing said", "aliases" if cells["name"] else "name")
    return Event(
        cells["name"],
        cells["applies_to"] == "origin",
        _values(cells["aliases"]),
        _values(cells["country_values"]),
        begins,
        cells["event"] or "began",
        ends,
        cells["source_title"],
        cells["source_url"],
        translations_in(cells, TRANSLATED),
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value for part in cell.split(";") if (value := part.strip()))
