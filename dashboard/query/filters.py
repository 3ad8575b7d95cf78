"""Which films a view shows, in which order, and how many each choice would give."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.facets import Facet, Numbers
from dashboard.query.index import Index, Mask
from dashboard.query.search.folded import places_of
from dashboard.query.search.matching import found, matched
from dashboard.query.search.nearest import nearest
from dashboard.query.view import ALL_YEARS, NO_LIMITS, Limits, Order, View

SEARCH, YEARS = " search", " years"
"""Clauses of their own; the name of a column does not begin with a blank."""


@dataclass(frozen=True)
class Filter:
    """One filter in force, as a visitor would remove it.

    Attributes:
        clause: `SEARCH`, `YEARS`, or the name of a facet or a column of numbers.
        value: the facet's value, or what is searched for; empty for anything else.
        limits: of the years or of a column's numbers.
    """

    clause: str
    value: str = ""
    limits: Limits = NO_LIMITS


def filters(index: Index, view: View) -> tuple[Filter, ...]:
    """The filters in force, in the order of the sidebar."""
    in_force = []
    if view.search:
        in_force.append(Filter(SEARCH, view.search))
    if view.years != ALL_YEARS:
        in_force.append(Filter(YEARS, limits=view.years))
    for name in index.filters:
        if name in index.facets:
            in_force += [Filter(name, value) for value in view.values(name)]
        elif view.limits(name) != NO_LIMITS:
            in_force.append(Filter(name, limits=view.limits(name)))
    return tuple(in_force)


def without(view: View, *dropped: Filter) -> View:
    """A view with some filters removed."""
    by_clause: dict[str, set[str]] = {}
    for each in dropped:
        by_clause.setdefault(each.clause, set()).add(each.value)
    return reduce(lambda left, clause: _without(left, clause, by_clause[clause]), by_clause, view)


def _without(view: View, clause: str, values: set[str]) -> View:
    if clause == SEARCH:
        return view.with_search("")
    if clause == YEARS:
        return view.with_years(ALL_YEARS)
    if view.limits(clause) != NO_LIMITS:
        return view.with_range(clause, NO_LIMITS)
    return view.with_values(clause, tuple(value for value in view.values(clause) if value not in values))


def masks(index: Index, view: View) -> dict[str, Mask]:
    """For each clause in force, which films pass it."""
    passing: dict[str, Mask] = {}
    if view.search:
        passing[SEARCH] = found(index, view.search)
    if view.years != ALL_YEARS:
        passing[YEARS] = _between(index.years, view.years)
    for name, values in view.chosen:
        if name in index.facets:
            least = {"any": 1, "all": len(values)}[view.mode(name)]
            passing[name] = index.facets[name].number_of(values, len(index)) >= least
    for name, between in view.ranges:
        if name in index.ranges:
            passing[name] = _between(index.ranges[name].values, between)
    return passing


def _between(numbers: Numbers, between: Limits) -> Mask:
    """Which numbers lie between two limits; one that is not known does not."""
    lowest, highest = between
    return (numbers >= (-np.inf if lowest is None else lowest)) & (numbers <= (np.inf if highest is None else highest))


def combined(index: Index, passing: dict[str, Mask], skip: str = "") -> Mask:
    """Which films pass every clause, but for one that is left out."""
    mask = np.ones(len(index), dtype=np.bool_)
    for clause, passed in passing.items():
        if clause != skip:
            mask &= passed
    return mask


def counts(index: Index, view: View, facet: Facet, passing: dict[str, Mask]) -> npt.NDArray[np.int64]:
    """How many films each value of a facet would give, in the order of its values.

    In a facet that asks for any of its values, that is what choosing the value alone gives under the other
    filters; in one that asks for all of them, what adding it to those already chosen gives.
    """
    mask = combined(index, passing, skip=facet.name if view.mode(facet.name) == "any" else "")
    return np.bincount(facet.codes[mask[facet.rows]], minlength=len(facet.values))


def hiding(index: Index, view: View, film: str, passing: dict[str, Mask]) -> tuple[Filter, ...]:
    """The filters in force that a film does not pass; `passing` is what `masks` gives for the view."""
    row = index.position[film]
    its = {name: index.facets[name].of(row) for name, mode in view.modes if mode == "all" and name in index.facets}
    return tuple(
        each
        for each in filters(index, view)
        if not passing[each.clause][row] and each.value not in its.get(each.clause, ())
    )


def ways_out(index: Index, view: View, most: int = 3) -> list[tuple[tuple[Filter, ...], View, int]]:
    """What to drop when nothing matches: filters, the view without them, and how many films it shows.

    A facet that asks for any of its values is dropped whole, since dropping one of them narrows it. Only ways
    that show a film, most films first, and no more than `most` of them.
    """
    passing = masks(index, view)
    of_clause: dict[str, list[Filter]] = {}
    for each in filters(index, view):
        of_clause.setdefault(each.clause, []).append(each)
    ways: list[tuple[tuple[Filter, ...], int]] = []
    for clause, dropped in of_clause.items():
        others = combined(index, passing, skip=clause)
        if view.mode(clause) == "all":
            ways += _one_dropped(index.facets[clause], dropped, others)
        else:
            ways.append((tuple(dropped), int(others.sum())))
    best = sorted((way for way in ways if way[1]), key=lambda way: -way[1])[:most]
    return [(dropped, without(view, *dropped), number) for dropped, number in best]


def _one_dropped(facet: Facet, chosen: list[Filter], others: Mask) -> list[tuple[tuple[Filter, ...], int]]:
    """Each value of an all-of facet with the number of films that have all the others, of those that pass the rest."""
    values = [each.value for each in chosen]
    number = facet.number_of(values, len(others))
    all_but_one = others & (number == len(values) - 1)
    enough = int((others & (number >= len(values) - 1)).sum())
    having = np.bincount(facet.codes[all_but_one[facet.rows]], minlength=len(facet.values))
    return [
        ((each,), enough - (int(having[facet.code_of[each.value]]) if each.value in facet.code_of else 0))
        for each in chosen
    ]


@dataclass(frozen=True)
class Suggestion:
    """Another search where one finds nothing.

    Attributes:
        search: its words.
        view: the view that has it.
        films: how many films that shows.
        is_whole: whether all other filters had to go for it.
    """

    search: str
    view: View
    films: int
    is_whole: bool


def suggestion(index: Index, view: View) -> Suggestion | None:
    """The search that a visitor may have meant: within the other filters if that gives a film, else without them."""
    search = nearest(index, view.search)
    for there, is_whole in ((view, False), (view.unfiltered(), True)) if search else ():
        meant = there.with_search(search or "")
        if films := int(combined(index, masks(index, meant)).sum()):
            return Suggestion(search or "", meant, films, is_whole)
    return None


def titles(index: Index, language: Language) -> pd.Series[str]:
    """What each film is called: by its original title where that is in the letters of the language."""
    given = index.frame["title"]
    if "original_title" not in index.frame:
        return given
    originals = index.frame["original_title"]
    return given.where(~originals.fillna("").map(language.writes), originals)


@cached(4)
def title_ranks(index: Index, language: Language) -> npt.NDArray[np.int64]:
    """Each film's place among the titles in alphabetical order; films called the same share one."""
    return places_of(titles(index, language))


def ordered(index: Index, mask: Mask, view: View, language: Language) -> npt.NDArray[np.int64]:
    """The positions of the films shown, in the view's order.

    As listed, films that have what is searched for as it is written come before those that have it in other spellings.
    """
    rows = np.flatnonzero(mask)
    name, _, direction = view.order.partition("-")
    if name == "listed" and view.search and not direction:
        return rows[np.argsort(~matched(index, view.search).exactly[rows], kind="stable")]
    if name == "listed":
        return rows[::-1] if direction else rows
    order = _order(index, view.order, language)
    return np.compress(mask[order], order).astype(np.int64)


@cached(6)
def _order(index: Index, order: Order, language: Language) -> npt.NDArray[np.int32]:
    """The positions of all films in an order other than the list's."""
    name, _, direction = order.partition("-")
    keys = _sort_keys(index, name, language)
    return np.argsort(-keys if direction else keys, kind="stable").astype(np.int32)


def _sort_keys(index: Index, name: str, language: Language) -> npt.NDArray[Any]:
    if name == "title":
        return title_ranks(index, language)
    if name == "year":
        return index.years
    column = index.columns[name]
    return column.kind.sort_keys(index.frame[name], column)
