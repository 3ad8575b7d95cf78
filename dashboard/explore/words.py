"""A view in words: what is shown, what the timeline says, what a link named in vain."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from dashboard.explore.filters import Filter, filters
from dashboard.explore.index import Index, Mask
from dashboard.explore.parse import Ignored
from dashboard.explore.view import View
from dashboard.language.english import apart, counted, listing, number, quoted, shortened, years

IGNORED = {
    "unknown parameter": "{value_of_name} is nothing this page knows",
    "unknown value": "{name} has no {value} here",
    "list not here": "the list it names is not here any more (its time was up, it was deleted, or the link is damaged)",
    "unknown film": "no film here has the id {value}",
    "too long": "a search has at most 200 characters, {value} is longer",
    "not years": "{value} is no range of years (such as 1960-1984)",
    "years elsewhere": "no film here is from {value}",
    "not a range": "{value} is no range of {name} (such as 60..120)",
    "range elsewhere": "{name} is nowhere within {value} here",
    "too many cards": "at most 20 cards are open at once, {value} is not",
    "given twice": "{name} stands twice, {value} was left out",
}


def shown_of(index: Index, number_shown: int) -> str:
    """How many films are shown: ``2 of 10 films``."""
    return f"{number(number_shown)} of {counted(len(index), 'film')}"


def view_in_words(index: Index, view: View, number_shown: int) -> str:
    """What is shown in one line: ``2 of 10 films · 1960–1990 · Destination: Mars``."""
    return " · ".join([shown_of(index, number_shown), *(each.words for each in filters(index, view))])


def named(each: Sequence[Filter]) -> str:
    """Filters as part of a sentence."""
    return listing([one.words for one in each])


def ignored_sentence(ignored: Sequence[Ignored]) -> str:
    """One sentence on all that a link names and this list lacks."""
    parts = [
        IGNORED[each.kind].format(
            name=shortened(each.name, 40),
            value=quoted(each.value, 40),
            value_of_name=quoted(f"{each.name}={each.value}" if each.value else each.name, 40),
        )
        for each in ignored
    ]
    return f"The link names what this list does not have, so it was left out: {listing(parts)}."


def film_name(index: Index, film: str) -> str:
    """A film's title and year: ``Solaris (1972)``."""
    row = index.position[film]
    return heading(str(index.frame["title"].iloc[row]), index.years[row])


def heading(title: str, year: float) -> str:
    """A card's heading; a year that is not known is said.

    >>> heading("Solaris", 1972.0), heading("Contact", float("nan"))
    ('Solaris (1972)', 'Contact (no year)')
    """
    return f"{apart(shortened(title, 400))} ({'no year' if np.isnan(year) else int(year)})"


def timeline_sentence(index: Index, mask: Mask) -> str:
    """What the timeline of a view shows: how many films, from when to when, where most are, how many have no year."""
    return " ".join(filter(None, [_marked(index, mask), _most(index.years[mask]), _without_year(index, mask)]))


def _marked(index: Index, mask: Mask) -> str:
    known = index.years[mask & ~np.isnan(index.years)]
    if index.span is None:
        return "No film of this list has a year, so there is no timeline."
    if not len(known):
        return "No film with a year matches; all of them are drawn pale."
    first, last = int(known.min()), int(known.max())
    when = f"from {years(first, first)}" if first == last else f"from {first} to {last}"
    if mask.all():
        return f"{counted(len(known), 'film')} {when}."
    others = "" if len(known) == (~np.isnan(index.years)).sum() else "; the others are drawn pale"
    return f"{number(len(known))} of {counted(len(index), 'film')} {when}{others}."


def _most(all_years: np.ndarray[tuple[int], np.dtype[np.float64]]) -> str:
    decades, films = np.unique(all_years[~np.isnan(all_years)].astype(int) // 10 * 10, return_counts=True)
    if len(decades) < 2:
        return ""
    top = [f"{decade}s" for decade in decades[films == films.max()]]
    if len(top) == len(decades):
        return f"Each of {counted(len(decades), 'decade')} has {number(int(films.max()))}."
    each = " each" if len(top) > 1 else ""
    return f"Most are from the {listing(top)} ({number(int(films.max()))}{each})."


def _without_year(index: Index, mask: Mask) -> str:
    unknown = np.isnan(index.years)
    if index.span is None or not unknown.any():
        return ""
    has = "has" if unknown.sum() == 1 else "have"
    shown = int((unknown & mask).sum())
    still = "" if mask.all() else f", {number(shown)} of them shown"
    return f"{counted(int(unknown.sum()), 'film')} of the list {has} no year and no place on the axis{still}."
