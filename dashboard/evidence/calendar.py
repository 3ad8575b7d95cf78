"""The calendar check: texts that name a dated thing for a film that came too early, or call it Soviet too late.

Precision comes before recall: it reads whole words as they are written, and says nothing where a text may be right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from dashboard.catalogue.check import FilmList
from dashboard.catalogue.read import Rows
from dashboard.errors import Problem
from dashboard.evidence.claims import as_date, records

COLUMNS = (
    "name",
    "applies_to",
    "aliases",
    "country_values",
    "from",
    "event",
    "to",
    "source_title",
    "source_url",
)
READ = ("title", "description", "fact")
"""The columns that are read. A title is not read for things named by one word, nor for origins."""

_DASH = "\\-\u2010-\u2015\u2212"
_GAP = f"[\\s{_DASH}]+"
_ALREADY_SAID = re.compile(
    r"\b(?:before|ahead of|earlier than|later|future|fore(?:saw|sees|told|tells|shadow\w*)|predict\w*|anticipat\w*|"
    r"prefigur\w*|prophe\w*|precursor\w*|predecessor\w*|inspired the|would become|like|unlike|not|never|no|\w+n't)\b",
    re.IGNORECASE,
)
"""Words by which a sentence may rightly name what came after the film."""
_ITSELF = (
    r"(?:(?<=^)|(?<=[.!?;:]\s)|(?<=, and\s)|(?<=, but\s))"
    r"(?:(?:it|this|(?:this|the) (?:film|movie|picture|feature|work)) (?:is|was|became|remains|remained)"
    r"(?: (?:also|often|still|probably|perhaps|widely|sometimes|thus|considered|called|regarded as|known as|among|"
    r"to be))*"
    r" (?:one of (?:the|only)|the|a|an|another|among the)|one of the|this|an?)"
    r"(?: (?!about|to|of|from|by|for|with|on|in|than|against|and|or|remake|parody|homage|answer)[\w-]+,?){0,4} "
)
_ANOTHER_THING = (
    r"(?! (?:industry|studios?|crews?|schools?|directors?|critics?|makers?|cinema|stars?|company|companies|archives?|"
    r"history|festivals?|fans?|posters?|magazines?|censors?|stock|cameras?|camp|actors?|heroes|reels?|print|prints)\b)"
)


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


@dataclass(frozen=True)
class Notice:
    """What the calendar check found in one film's texts.

    Attributes:
        film: the film's id.
        field: the column in which it was found.
        quote: the words it was found in.
        event: the dated thing.
        year: the film's year.
        years: how many years lie between the film's year and the event's.
        too_late: whether the film came after the thing had ended, and not before it began.
    """

    film: str
    field: str
    quote: str
    event: Event
    year: int
    years: int
    too_late: bool


def read_calendar(rows: Rows) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events that rows hold, and what is wrong in rows that are left out."""
    found: list[Event] = []
    problems = list(rows.problems)
    for line, given in zip(rows.lines, records(rows, COLUMNS), strict=True):
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


@lru_cache(maxsize=512)
def alias_pattern(alias: str) -> re.Pattern[str]:
    """An alias as whole words: as it is written, with a capital at its start, or in capitals.

    Any dashes or blanks may stand between its words, no-break ones too.
    """
    words = re.split(_GAP, alias)
    forms = (words, [words[0][:1].upper() + words[0][1:], *words[1:]], [word.upper() for word in words])
    written = "|".join(dict.fromkeys(_GAP.join(map(re.escape, form)) for form in forms))
    further = rf"(?![{_DASH}.,]?\d)" if alias[-1:].isdigit() else ""
    return re.compile(rf"(?<!\w)(?:{written})(?!\w){further}")


@lru_cache(maxsize=64)
def origin_pattern(alias: str) -> re.Pattern[str]:
    """An alias where it speaks of the film itself: "It was one of the last Soviet films", "This Soviet film"."""
    return re.compile(_ITSELF + alias_pattern(alias).pattern + _ANOTHER_THING, re.IGNORECASE)


def check_calendar(films: FilmList, events: Iterable[Event]) -> tuple[Notice, ...]:
    """What cannot be right as it stands, film by film; nothing for a film without a year or of an event's own year."""
    frame = films.frame
    if "year" not in frame:
        return ()
    events = tuple(events)
    fields = [name for name in READ if name in frame]
    found: list[Notice] = []
    for at in range(len(frame)):
        year = frame["year"].iloc[at]
        if pd.isna(year):
            continue
        texts = {name: frame[name].iloc[at] for name in fields}
        texts = {name: str(text) for name, text in texts.items() if not pd.isna(text)}
        countries = frame["country"].iloc[at] if "country" in frame else ()
        for event in events:
            found += notices(frame["id"].iloc[at], int(year), texts, countries, event)
    return tuple(found)


def notices(film: str, year: int, texts: dict[str, str], countries: tuple[str, ...], event: Event) -> list[Notice]:
    """What is wrong with one film for one event; the first place in each text."""
    too_late = event.origin and event.ends is not None and year > event.ends.year
    if not too_late and year >= event.begins.year:
        return []
    years = year - event.ends.year if too_late and event.ends else event.begins.year - year
    return [
        Notice(film, field, quote, event, year, years, too_late) for field, quote in _found(texts, countries, event)
    ]


def _found(texts: dict[str, str], countries: tuple[str, ...], event: Event) -> Iterator[tuple[str, str]]:
    for field, text in texts.items():
        found = _first_origin(text, event) if event.origin else _first_mention(text, event, field)
        if found and not (event.origin and field == "title"):
            yield field, found
    if event.origin:
        yield from (("country", country) for country in countries if country in event.countries)


def _first_origin(text: str, event: Event) -> str:
    matches = (origin_pattern(alias).search(text) for alias in event.aliases)
    return next((match[0] for match in matches if match), "")


def _first_mention(text: str, event: Event, field: str) -> str:
    """The first words that name an event in a sentence that could not name it rightly; empty for none."""
    aliases = [alias for alias in event.aliases if field != "title" or len(alias.split()) > 1]
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        if _ALREADY_SAID.search(sentence):
            continue
        for match in filter(None, (alias_pattern(alias).search(sentence) for alias in aliases)):
            return match[0]
    return ""
