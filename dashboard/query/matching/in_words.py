"""A comparison with another list in words: how many films are in both, and the ways to these and to the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from dashboard.i18n.languages import Language
from dashboard.query.facets import DECADE
from dashboard.query.index import Index
from dashboard.query.matching.comparison import Only
from dashboard.query.matching.only_there import unpacked
from dashboard.query.matching.seen import SEEN
from dashboard.query.result import QueryResult
from dashboard.query.view import View


class DecadeSeen(NamedTuple):
    """How many of a decade's films are seen."""

    label: str
    seen: int
    films: int


def only_there(view: View) -> Only | None:
    """The films that only the other list has, as a view's link names them; None where it does not."""
    films = unpacked(view.only_there) if view.only_there else None
    return Only(films, len(films)) if films else None


def seen_in_words(result: QueryResult) -> str:
    """How many films of the list are seen: ``You have seen 12 of 46 films``."""
    language, films, seen = result.language, len(result.index), _seen(result.index)
    if not seen:
        return language.ngettext(
            "None of the {n} film here is in your list yet", "None of the {n} films here is in your list yet", films
        )
    number = language.number(seen)
    return language.ngettext(
        "You have seen {seen} of {n} film", "You have seen {seen} of {n} films", films, seen=number
    )


def _seen(index: Index) -> int:
    return int((index.facets[SEEN.name].codes == 0).sum())


def decades_seen(index: Index, language: Language) -> Iterator[DecadeSeen]:
    """Each decade of the list; none where all films are of one, or none is seen."""
    decades = index.facets.get(DECADE)
    if decades is None or not _seen(index):
        return
    seen = index.facets[SEEN.name].codes[decades.rows] == 0
    films = np.bincount(decades.codes).tolist()
    of_seen = np.bincount(decades.codes[seen], minlength=len(films)).tolist()
    for value, some, number in zip(decades.values, of_seen, films, strict=True):
        yield DecadeSeen(language.decade(value), some, number)


def ways(result: QueryResult) -> Iterator[tuple[str, View, bool]]:
    """The ways to the films of both lists and to those of this one only: a name, the view, whether it is shown."""
    language, view, seen = result.language, result.view, _seen(result.index)
    names = {
        "yes": language.gettext("In both lists: {n}", n=language.number(seen)),
        "no": language.gettext("Only in this list: {n}", n=language.number(len(result.index) - seen)),
    }
    for value, name in names.items():
        is_chosen = view.values(SEEN.name) == (value,) and view.mode(SEEN.name) == "any"
        chosen = () if is_chosen else (value,)
        yield name, view.with_mode(SEEN.name, "any").with_values(SEEN.name, chosen), is_chosen


def only_there_in_words(number: int, language: Language) -> str:
    """How many films only the other list has."""
    return language.gettext("Only in the other list: {n}", n=language.number(number))
