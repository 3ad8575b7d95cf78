"""A view in words: what is shown, each filter, what the timeline says, what a link named in vain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

import numpy as np

from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name, value_name
from dashboard.i18n.texts import apart, shortened
from dashboard.model.kinds import Column
from dashboard.model.kinds import Order as KindOrder
from dashboard.model.schema import BY_NAME
from dashboard.query.cache import cached
from dashboard.query.facets import DECADE, Facet
from dashboard.query.filters import SEARCH, YEARS, Filter, Suggestion, filters
from dashboard.query.index import Index, Mask, Whole
from dashboard.query.related import Related
from dashboard.query.url import IGNORED, Ignored
from dashboard.query.view import LISTED, Layout, Mode, Sort, ValueOrder, View

MOST_NAMED = 20
"""Filters that are named, or can be removed, one by one; a link can name a thousand."""


def shown_of(index: Index, number_shown: int, language: Language) -> str:
    """How many films are shown: ``2 of 10 films``."""
    return of_films(number_shown, len(index), language)


def of_films(some: int, films: int, language: Language) -> str:
    """Some of a number of films: ``2 of 10 films``."""
    return language.ngettext("{shown} of {n} film", "{shown} of {n} films", films, shown=language.number(some))


def view_in_words(index: Index, view: View, number_shown: int, language: Language) -> str:
    """What is shown in one line, with the first filters: ``2 of 10 films · 1960–1990 · Themes: rescue or robots``."""
    in_force = filters(index, view)
    by_clause = groupby(in_force[:MOST_NAMED], key=lambda each: each.clause)
    words = (_clause_in_words(index, view, [*each], language) for _, each in by_clause)
    more = and_more(len(in_force) - MOST_NAMED, language)
    return " · ".join([shown_of(index, number_shown, language), *words, *more])


def _clause_in_words(index: Index, view: View, each: Sequence[Filter], language: Language) -> str:
    """The filters of one clause; of several values also whether a film has any or all of them."""
    clause = each[0].clause
    if len(each) == 1 or view.mode(clause) == "none":
        return " · ".join(filter_in_words(index, one, language) for one in each)
    names, is_choice = value_names(index, index.facets[clause], language), view.mode(clause) == "any"
    values = language.listing([names[one.value] for one in each], most=MOST_NAMED, is_choice=is_choice)
    return values if clause == DECADE else f"{facet_name(index, clause, language)}: {values}"


def and_more(left: int, language: Language) -> tuple[str, ...]:
    """The end of a list that was cut: how many are left out; nothing where none is."""
    return (language.ngettext("and {n} more", "and {n} more", left),) if left > 0 else ()


def filter_in_words(index: Index, each: Filter, language: Language) -> str:
    """What a filter asks for, such as ``Destination: Mars``, ``without 1960s`` or ``Destination: without “Mars”``."""
    if each.clause == SEARCH:
        return language.quoted(each.value, 40)
    if each.clause == YEARS:
        first, last = (None if end is None else int(end) for end in each.limits)
        return language.years(first, last)
    if each.clause == DECADE:
        year = each.value.removesuffix("s")
        return language.gettext("without {year}s", year=year) if each.excludes else language.decade(each.value)
    column = index.columns[each.clause]
    if each.clause in index.facets:
        name = value_name(column, each.value, language)
        wanted = language.gettext("without {value}", value=language.quoted(name)) if each.excludes else name
    else:
        wanted = language.limits(*each.limits, column.unit)
    return f"{column_name(column, language)}: {wanted}"


def filters_in_words(index: Index, each: Sequence[Filter], language: Language) -> str:
    """Filters as part of a sentence."""
    return language.listing(each, lambda one: filter_in_words(index, one, language))


def suggestion_in_words(each: Suggestion, language: Language) -> str:
    """What else to search for, and how many films that shows: ``Did you mean “Solaris”? 2 films``."""
    search, films = language.quoted(each.search, 60), language.ngettext("{n} film", "{n} films", each.films)
    if each.is_whole:
        return language.gettext("Did you mean {search}? {films} in the whole list", search=search, films=films)
    return language.gettext("Did you mean {search}? {films}", search=search, films=films)


def spelling_in_words(words: Sequence[str], language: Language) -> str:
    """That a search finds a film only as the list spells its words otherwise; empty for no words."""
    if not words:
        return ""
    return language.gettext("Found by another spelling: {words}.", words=language.listing([*words]))


def facet_name(index: Index, name: str, language: Language) -> str:
    """What a facet or a range is called."""
    return language.gettext("Decade") if name == DECADE else column_name(index.columns[name], language)


@cached(64)
def value_names(index: Index, facet: Facet, language: Language) -> dict[str, str]:
    """What each value of a facet is called."""
    if facet.name == DECADE:
        return {value: language.decade(value) for value in facet.values}
    column = index.columns[facet.name]
    return {value: value_name(column, value, language) for value in facet.values}


def mode_names(language: Language) -> dict[Mode, str]:
    """What the ways are called in which a facet can ask for the values chosen in it."""
    return {
        "any": language.gettext("any of"),
        "all": language.gettext("all of"),
        "none": language.gettext("none of"),
    }


def layout_names(language: Language) -> dict[Layout, str]:
    """What the layouts are called, in the order in which they are offered."""
    return {
        "cards": language.gettext("Cards"),
        "table": language.gettext("Table"),
        "gallery": language.gettext("Gallery"),
        "charts": language.gettext("Charts"),
    }


def colour_names(index: Index, language: Language) -> dict[str, str]:
    """What the timeline's marks can be coloured by, as a view names it, in the order in which it is offered."""
    usual = index.usual_colouring
    named = {"": facet_name(index, usual, language) if usual else language.pgettext("colour by", "nothing")}
    return named | {name: facet_name(index, name, language) for name in index.colourings}


def coloured_by(name: str, language: Language) -> str:
    """What the marks of a timeline are coloured by, by one of `colour_names`."""
    return language.gettext("Colour by: {column}", column=name)


def value_order_names(language: Language) -> dict[ValueOrder, str]:
    """What the orders are called in which filters of many values offer them."""
    return {"name": language.gettext("by name"), "films": language.gettext("by number of films")}


def sort_names(index: Index, language: Language) -> dict[Sort, str]:
    """What each sort is called that the list has, in the order in which they are offered; no two the same."""
    labels = Counter(column_name(index.columns[name], language) for name in index.sortable)
    names = {Sort(): language.gettext("As listed"), Sort(LISTED, True): language.gettext("As listed, last first")}
    for name in index.sortable:
        label = column_name(index.columns[name], language)
        shown = label if labels[label] == 1 else f"{label} ({apart(name)})"
        names |= {
            Sort(name, desc): _sort_name(index, index.columns[name], shown, desc, language) for desc in (False, True)
        }
    return names


def _sort_name(index: Index, column: Column, label: str, is_descending: bool, language: Language) -> str:
    if column.values and column.name in index.facets:
        first = value_name(column, index.facets[column.name].values[-1 if is_descending else 0], language)
        return language.gettext("{column}: {value} first", column=label, value=first)
    names: dict[KindOrder, tuple[str, str]] = {
        "alphabet": (
            language.gettext("{column}, A to Z", column=label),
            language.gettext("{column}, Z to A", column=label),
        ),
        "size": (
            language.gettext("{column}, lowest first", column=label),
            language.gettext("{column}, highest first", column=label),
        ),
        "time": (
            language.gettext("{column}, oldest first", column=label),
            language.gettext("{column}, newest first", column=label),
        ),
    }
    return names[column.kind.order][is_descending]


def order_in_words(index: Index, view: View, language: Language) -> str:
    """By what the films of a view are sorted: ``Rating, highest first, then Title, A to Z``."""
    names = sort_names(index, language)
    first, *second = [names[each] for each in view.order or (Sort(),)]
    return language.gettext("{first}, then {second}", first=first, second=second[0]) if second else first


def ignored_sentence(ignored: Sequence[Ignored], language: Language) -> str:
    """One sentence on all that a link names and this list lacks."""
    parts = language.listing(ignored, lambda each: _ignored(each, language))
    return language.gettext("Parts of the link do not fit this list and were left out: {parts}.", parts=parts)


def _ignored(each: Ignored, language: Language) -> str:
    return language.pgettext(
        "link",
        IGNORED[each.kind],
        name=_parameter_name(each.name, language),
        value=language.quoted(each.value, 40),
        value_of_name=language.quoted(f"{each.name}={each.value}" if each.value else each.name, 40),
    )


def _parameter_name(name: str, language: Language) -> str:
    """What a parameter is called: a column's by its label, any other as the link has it."""
    if name == DECADE:
        return language.gettext("Decade")
    return column_name(BY_NAME[name], language) if name in BY_NAME else shortened(name, 40)


@cached(20_000)
def film_name(index: Index, film: str, language: Language) -> str:
    """A film's title and year: ``Solaris (1972)``."""
    return heading(film_title(index, film, language), index.years[index.position[film]], language)


def film_title(index: Index, film: str, language: Language) -> str:
    """Which of a film's titles leads on a page."""
    row = index.position[film]
    original = index.frame["original_title"].iloc[row] if "original_title" in index.frame else None
    return leading_title(str(index.frame["title"].iloc[row]), original, language)


def leading_title(title: str, original: object, language: Language) -> str:
    """Which of a film's two titles leads: the original one where that is in the letters of the language."""
    return original if isinstance(original, str) and language.writes(original) else title


def heading(title: str, year: float, language: Language) -> str:
    """A card's heading; a year that is not known is said: ``Contact (no year)``."""
    when = language.gettext("no year") if np.isnan(year) else int(year)
    return f"{apart(shortened(title, 400))} ({when})"


def related_in_words(index: Index, each: Related, language: Language) -> str:
    """What relates a film to another: ``themes rescue and adventure; about the same year``."""
    reasons = []
    for name, values in each.shared:
        common = [value_name(index.columns[name], value, language) for value in values]
        shown = facet_name(index, name, language).lower()
        reasons.append(language.gettext("{column} {values}", column=shown, values=language.listing(common)))
    return "; ".join([*reasons, *([language.gettext("about the same year")] if each.near else [])])


def timeline_sentence(index: Index, mask: Mask, language: Language) -> str:
    """What the timeline of a view shows: how many films, from when to when, where most are, how many have no year."""
    if index.span is None:
        return language.gettext("No film of this list has a year, so there is no timeline.")
    films = index.by_year(mask)
    years, films = index.different_years[films > 0], films[films > 0]
    unknown = int(mask.sum() - films.sum())
    parts = (
        _marked(index, years, int(films.sum()), bool(mask.all()), language),
        _most(years, films, language),
        _without_year(index, unknown, bool(mask.all()), language),
    )
    return " ".join(filter(None, parts))


def _marked(index: Index, years: Whole, known: int, is_all: bool, language: Language) -> str:
    if not known:
        return language.gettext("No film with a year matches; all of them are drawn pale.")
    first, last = int(years[0]), int(years[-1])
    if first == last:
        when = language.pgettext("films", "from {year}", year=first)
    else:
        when = language.pgettext("films", "from {first} to {last}", first=first, last=last)
    if is_all:
        return language.ngettext("{n} film {when}.", "{n} films {when}.", known, when=when)
    number = language.number(known)
    if known == index.films_by_year.sum():
        return language.ngettext(
            "{shown} of {n} film {when}.", "{shown} of {n} films {when}.", len(index), shown=number, when=when
        )
    return language.ngettext(
        "{shown} of {n} film {when}; the others are drawn pale.",
        "{shown} of {n} films {when}; the others are drawn pale.",
        len(index),
        shown=number,
        when=when,
    )


def _most(years: Whole, by_year: Whole, language: Language) -> str:
    decades, place = np.unique(years // 10 * 10, return_inverse=True)
    if len(decades) < 2:
        return ""
    films = np.zeros(len(decades), dtype=np.int64)
    np.add.at(films, place, by_year)
    number = language.number(int(films.max()))
    top = [language.decade(f"{decade}s") for decade in decades[films == films.max()]]
    if len(top) == len(decades):
        return language.ngettext(
            "Each of {n} decade has {films}.", "Each of {n} decades has {films}.", len(decades), films=number
        )
    listed = language.listing(top)
    if len(top) > 1:
        return language.gettext("Most are from the {decades} ({films} each).", decades=listed, films=number)
    return language.gettext("Most are from the {decades} ({films}).", decades=listed, films=number)


def _without_year(index: Index, shown: int, is_all: bool, language: Language) -> str:
    number = len(index) - int(index.films_by_year.sum())
    if not number:
        return ""
    if is_all:
        return language.ngettext(
            "{n} film of the list has no year and no place on the axis.",
            "{n} films of the list have no year and no place on the axis.",
            number,
        )
    return language.ngettext(
        "{n} film of the list has no year and no place on the axis, {shown} of them shown.",
        "{n} films of the list have no year and no place on the axis, {shown} of them shown.",
        number,
        shown=language.number(shown),
    )
