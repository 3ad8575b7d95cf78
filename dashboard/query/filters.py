"""Which films a view shows, and how many each choice would give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
import numpy.typing as npt

from dashboard.query.facets import Facet, Pairs, between
from dashboard.query.index import Index, Mask
from dashboard.query.search.matching import found
from dashboard.query.search.nearest import nearest
from dashboard.query.view import ALL_YEARS, NO_LIMITS, Limits, Mode, View

SEARCH, YEARS = " search", " years"
"""Clauses of their own; the name of a column does not begin with a blank."""
MOST_WAYS_OUT = 3
"""Ways that are offered where nothing is found."""


@dataclass(frozen=True)
class Filter:
    """One filter in force, as a visitor would remove it.

    Attributes:
        clause: `SEARCH`, `YEARS`, or the name of a facet or a column of numbers.
        value: the facet's value, or what is searched for; empty for anything else.
        limits: of the years or of a column's numbers.
        excludes: whether it leaves out the films that have the value.
    """

    clause: str
    value: str = ""
    limits: Limits = NO_LIMITS
    excludes: bool = False


def filters(index: Index, view: View) -> tuple[Filter, ...]:
    """The filters in force, in the order of the sidebar."""
    in_force = []
    if view.search:
        in_force.append(Filter(SEARCH, view.search))
    if view.years != ALL_YEARS:
        in_force.append(Filter(YEARS, limits=view.years))
    for name in index.filters:
        if name in index.facets:
            excludes = view.mode(name) == "none"
            in_force += [Filter(name, value, excludes=excludes) for value in view.values(name)]
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
        passing[YEARS] = between(index.years, view.years)
    for name, values in view.chosen:
        if name in index.facets:
            passing[name] = _having(index.facets[name].number_of(values, len(index)), len(values), view.mode(name))
    for name, limits in view.ranges:
        if name in index.ranges:
            passing[name] = between(index.ranges[name].values, limits)
    return passing


def _having(number: Pairs, of: int, mode: Mode) -> Mask:
    """Which films have what a facet asks for, by how many of the values chosen in it each has."""
    return number == 0 if mode == "none" else number >= (of if mode == "all" else 1)


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
    filters; in one that asks for all or none of them, what adding it to those already chosen gives.
    """
    mask = _left(index, view, facet, passing)
    having = _with_values(facet, mask)
    return int(mask.sum()) - having if view.mode(facet.name) == "none" else having


def together(index: Index, view: View, facet: Facet, values: Sequence[str], passing: dict[str, Mask]) -> int:
    """How many films some values of a facet give together, as `counts` counts them; of no values, films without one."""
    having = facet.number_of(values or facet.values, len(index)) > 0
    is_without = not values or view.mode(facet.name) == "none"
    return int((_left(index, view, facet, passing) & (~having if is_without else having)).sum())


def films_with(index: Index, view: View, facet: Facet, passing: dict[str, Mask]) -> npt.NDArray[np.int64]:
    """How many films have each value of a facet: of those shown, or that would be if it asked for no value at all."""
    return _with_values(facet, _left(index, view, facet, passing))


def _left(index: Index, view: View, facet: Facet, passing: dict[str, Mask]) -> Mask:
    """The films among which a facet's values are counted: it skips its own clause where that asks for any value."""
    return combined(index, passing, skip=facet.name if view.mode(facet.name) == "any" else "")


def _with_values(facet: Facet, mask: Mask) -> npt.NDArray[np.int64]:
    return np.bincount(facet.codes[mask[facet.rows]], minlength=len(facet.values))


def offered(facet: Facet, view: View, numbers: Sequence[int]) -> list[str]:
    """The values of a facet as a filter of many offers them, by the number of films that each would give.

    Those that would give none come last. In a facet that asks for none of its values, those that take most films
    away come first among those of the most films.
    """
    of = dict(zip(facet.values, numbers, strict=True))
    sign = 0 if view.value_order == "name" else 1 if view.mode(facet.name) == "none" else -1
    return sorted(facet.values, key=lambda value: (not of[value], sign * of[value]))


def hiding(index: Index, view: View, film: str, passing: dict[str, Mask]) -> tuple[Filter, ...]:
    """The filters in force that a film does not pass; `passing` is what `masks` gives for the view."""
    row = index.position[film]
    its = {name: index.facets[name].of(row) for name, _ in view.modes if name in index.facets}

    def is_met(each: Filter) -> bool:
        return each.clause in its and (each.value in its[each.clause]) is not each.excludes

    return tuple(each for each in filters(index, view) if not passing[each.clause][row] and not is_met(each))


def ways_out(index: Index, view: View) -> list[tuple[tuple[Filter, ...], View, int]]:
    """What to drop when nothing matches: filters, the view without them, and how many films it shows.

    A facet that asks for any of its values is dropped whole, since dropping one of them narrows it. Only ways
    that show a film, most films first, and no more than `MOST_WAYS_OUT` of them.
    """
    passing = masks(index, view)
    of_clause: dict[str, list[Filter]] = {}
    for each in filters(index, view):
        of_clause.setdefault(each.clause, []).append(each)
    ways: list[tuple[tuple[Filter, ...], int]] = []
    for clause, dropped in of_clause.items():
        others = combined(index, passing, skip=clause)
        if view.mode(clause) == "any":
            ways.append((tuple(dropped), int(others.sum())))
        else:
            ways += _one_dropped(index.facets[clause], dropped, view.mode(clause), others)
    best = sorted((way for way in ways if way[1]), key=lambda way: -way[1])[:MOST_WAYS_OUT]
    return [(dropped, without(view, *dropped), number) for dropped, number in best]


def _one_dropped(facet: Facet, chosen: list[Filter], mode: Mode, others: Mask) -> list[tuple[tuple[Filter, ...], int]]:
    """Each value of a facet that asks for all or none, with the number of films that meet it without that value.

    `others` are the films that pass the rest. Without a value a film meets the facet that met all of it, and one
    that failed by that value alone.
    """
    values = [each.value for each in chosen]
    number = facet.number_of(values, len(others))
    met = int((others & _having(number, len(values), mode)).sum())
    failed_by_one = others & (number == (len(values) - 1 if mode == "all" else 1))
    having = np.bincount(facet.codes[failed_by_one[facet.rows]], minlength=len(facet.values))
    all_failed = int(failed_by_one.sum())

    def films(value: str) -> int:
        its = int(having[facet.code_of[value]]) if value in facet.code_of else 0
        return met + (all_failed - its if mode == "all" else its)

    return [((each,), films(each.value)) for each in chosen]


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
