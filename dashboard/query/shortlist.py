"""A shortlist of films: how long it takes, and what its films lack."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.i18n.languages import Language
from dashboard.query.in_words import film_name
from dashboard.query.index import Index

RUNNING_TIME, SOURCE = "running_time_min", "source_url"


def minutes(index: Index, film: str) -> float | None:
    """How many minutes a film takes; None if its running time is not known."""
    length = _cell(index, film, RUNNING_TIME)
    return None if length is None else float(length)


def lacking(index: Index, films: Sequence[str], column: str) -> tuple[str, ...]:
    """The films that have nothing in a column, in their order; all of them if the list has no such column."""
    return tuple(film for film in films if _cell(index, film, column) is None)


def _cell(index: Index, film: str, column: str) -> Any:
    if column not in index.columns:
        return None
    cell = index.cells_of(film)[column]
    return cell if index.columns[column].kind.is_known(cell) else None


def length_in_words(whole: float, language: Language) -> str:
    """Minutes as hours and minutes, to the full minute.

    >>> from dashboard.i18n.languages import english
    >>> [length_in_words(each, english()) for each in (45, 60, 185.4)]
    ['45 min', '1 h', '3 h 5 min']
    """
    hours, rest = divmod(round(whole), 60)
    parts = [language.gettext("{n} h", n=language.number(hours))] if hours else []
    return " ".join([*parts, *([language.gettext("{n} min", n=language.number(rest))] if rest or not hours else [])])


def total_in_words(index: Index, films: Sequence[str], language: Language) -> str:
    """How many films there are and how long they take: ``3 films, 5 h 20 min in all``."""
    known = [length for film in films if (length := minutes(index, film)) is not None]
    number = language.ngettext("{n} film", "{n} films", len(films))
    if not known:
        return number
    total = length_in_words(sum(known), language)
    if len(known) == len(films):
        return language.gettext("{films}, {length} in all", films=number, length=total)
    return language.gettext("{films}, {length} in all as far as known", films=number, length=total)


def missing_in_words(index: Index, films: Sequence[str], language: Language) -> tuple[str, ...]:
    """What films of a shortlist lack, a sentence for each: running time, year, director, source."""
    lacks = {
        language.gettext("No running time"): lacking(index, films, RUNNING_TIME),
        language.gettext("No year"): lacking(index, films, "year"),
        language.gettext("No director"): lacking(index, films, "director"),
        language.gettext("No source"): lacking(index, films, SOURCE),
    }
    return tuple(
        language.gettext("{what}: {films}.", what=what, films=_named(index, some, films, language))
        for what, some in lacks.items()
        if some
    )


def _named(index: Index, some: Sequence[str], films: Sequence[str], language: Language) -> str:
    if len(some) == len(films) > 1:
        return language.gettext("all of them")
    return language.listing([film_name(index, film, language) for film in some])
