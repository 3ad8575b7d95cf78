"""A programme of films: the shortlist with all that a title page and a block for each film say, as plain values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import unquote

import numpy as np
import pandas as pd

from dashboard.evidence.calendar import Notice
from dashboard.evidence.claims import Claim
from dashboard.evidence.identities import Identity
from dashboard.i18n.languages import Language
from dashboard.model.kinds import Column
from dashboard.query.in_words import heading
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.shortlist import length_in_words, minutes
from dashboard.query.view import View

DataFile = tuple[str, str]
"""A source's title and its address."""


@dataclass(frozen=True)
class ProgrammeFilm:
    """One film of a programme.

    Attributes:
        film: its id.
        title: as the list gives it.
        year: None where not known, as with all that follows.
        original: the title in the film's own language; empty where not known.
        directors: those who directed it.
        minutes: its running time.
        when: the day and time at which it is shown.
        texts: the columns that hold its longer texts, each with the text.
        claims: the statements that were checked.
        notices: what the calendar check found.
        identity: which real film it is.
        sources: all that the film or its statements name, each once.
        address: of its card.
    """

    film: str
    title: str
    year: int | None
    original: str
    directors: tuple[str, ...]
    minutes: float | None
    when: datetime | None
    texts: tuple[tuple[Column, str], ...]
    claims: tuple[Claim, ...]
    notices: tuple[Notice, ...]
    identity: Identity | None
    sources: tuple[DataFile, ...]
    address: str

    def number(self, source: DataFile) -> int:
        """A source's number among the film's, from 1; 0 for none of them."""
        return self.sources.index(source) + 1 if source in self.sources else 0


@dataclass(frozen=True)
class Programme:
    """A programme, ready to be written.

    Attributes:
        title: as its maker called it.
        list_title: the title of the list it is taken from.
        spoken: the language of the list's texts; empty where not known.
        total: how many films there are and how long they take, in words.
        entries: the films in their order.
        link: the address of the page with this shortlist.
        made: when it was made.
    """

    title: str
    list_title: str
    spoken: str
    total: str
    entries: tuple[ProgrammeFilm, ...]
    link: str
    made: datetime

    @property
    def showings(self) -> tuple[ProgrammeFilm, ...]:
        """The films that have a time, in the order in which they are shown."""
        timed = [(entry.when, at, entry) for at, entry in enumerate(self.entries) if entry.when]
        return tuple(entry for _, _, entry in sorted(timed, key=lambda each: each[:2]))


def entries(loaded: LoadedList, index: Index, view: View, address: Callable[[str], str]) -> tuple[ProgrammeFilm, ...]:
    """The films of a view's shortlist, in its order; `address` gives the address of a film's card."""
    return tuple(_entry(loaded, index, film, view.showing(film), address(film)) for film in view.shortlist)


def _entry(loaded: LoadedList, index: Index, film: str, when: datetime | None, address: str) -> ProgrammeFilm:
    row = index.position[film]
    claims, notices = loaded.claims_of.get(film, ()), loaded.notices_of.get(film, ())
    year = index.years[row]
    columns = (column for column in index.films.columns if column.kind.look == "long text")
    texts = [(column, _cell(index, row, column.name)) for column in columns]
    return ProgrammeFilm(
        film=film,
        title=str(_cell(index, row, "title")),
        year=None if np.isnan(year) else int(year),
        original=_cell(index, row, "original_title") or "",
        directors=tuple(_cell(index, row, "director") or ()),
        minutes=minutes(index, film),
        when=when,
        texts=tuple((column, str(text)) for column, text in texts if text),
        claims=claims,
        notices=notices,
        identity=loaded.identities.get(film),
        sources=_sources(index, row, claims, notices),
        address=address,
    )


def _cell(index: Index, row: int, column: str) -> Any:
    """A cell; None where nothing is known."""
    cell = index.frame[column].iloc[row] if column in index.columns else None
    return cell if isinstance(cell, tuple) or not pd.isna(cell) else None


def _sources(index: Index, row: int, claims: Sequence[Claim], notices: Sequence[Notice]) -> tuple[DataFile, ...]:
    own = (_cell(index, row, "source_title") or "", _cell(index, row, "source_url") or "")
    named = [own, *(source_of(claim) for claim in claims), *(source_of(notice.event) for notice in notices)]
    return tuple(dict.fromkeys(source for source in named if any(source)))


def source_of(said: Any) -> DataFile:
    """The source that a claim or an event of the calendar names."""
    return said.source_title, said.source_url


def named(entry: ProgrammeFilm, language: Language) -> str:
    """A film's title and year; the original title leads where it is in the letters of the language."""
    title = entry.original if language.writes(entry.original) else entry.title
    return heading(title, np.nan if entry.year is None else entry.year, language)


def other_title(entry: ProgrammeFilm, language: Language) -> str:
    """The title that does not lead; empty if there is but one."""
    other = entry.title if language.writes(entry.original) else entry.original
    return other if entry.original != entry.title else ""


def facts(entry: ProgrammeFilm, language: Language) -> str:
    """Who directed a film and how long it is, in a line; empty where nothing is known."""
    by = language.gettext("directed by {people}", people=language.listing(entry.directors)) if entry.directors else ""
    length = length_in_words(entry.minutes, language) if entry.minutes is not None else ""
    said = " · ".join(filter(None, [by, length]))
    return said[:1].upper() + said[1:]


def dates(programme: Programme, language: Language) -> str:
    """From which day to which the films are shown; empty where no film has a time."""
    days = [entry.when.date() for entry in programme.showings if entry.when]
    if not days:
        return ""
    first, last = language.day(days[0]), language.day(days[-1])
    return first if first == last else language.gettext("{first} to {last}", first=first, last=last)


def is_web(address: str) -> bool:
    """Whether an address leads to the web and nowhere else."""
    return bool(re.fullmatch(r"https?://[^\s<>\"]+", address))


def legible(address: str) -> str:
    """An address as a person reads it: letters of other alphabets as such.

    >>> legible("https://ru.wikipedia.org/wiki/%D0%90_%28%D0%91%29"), legible("https://example.org/%20%0A%FF")
    ('https://ru.wikipedia.org/wiki/А_(Б)', 'https://example.org/%20%0A%FF')
    """
    read = unquote(address, errors="replace")
    return read if read.isprintable() and not re.search(r"[\s\ufffd]", read) else address
