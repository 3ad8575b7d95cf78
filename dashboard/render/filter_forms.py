"""The filters of a view as links and forms: each leads to the view that has one more of them, or one less."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.colouring import LegendEntry, colouring_of
from dashboard.charts.distribution import Distribution, bar_sizes, distribution, filter_charts
from dashboard.charts.theme import Sign
from dashboard.model.kinds import Control
from dashboard.query.facets import BESIDE_THE_TIMELINE, Facet
from dashboard.query.filters import SEARCH, counts, films_with, filters, offered, together
from dashboard.query.in_words import colour_names, facet_name, mode_names, value_names, value_order_names
from dashboard.query.result import QueryResult
from dashboard.query.url import parameter, to_link
from dashboard.query.view import VALUE_ORDERS, View
from dashboard.render.style import style
from dashboard.render.templates import render

MOST_LINKS = 12
"""Values of a filter that are links; of more, a form chooses."""
MOST_VALUES = 200
"""Values in such a form, those with the most films; of a filter that has more, any can be typed."""


class Choice(NamedTuple):
    """One of several: what it is called, where it leads, whether it is chosen, and how many films it would show.

    A value of a filter has the sizes of its bars too, as `bar_sizes` gives them.
    """

    label: str
    link: str
    is_chosen: bool = False
    films: int | None = None
    bars: str = ""


@dataclass(frozen=True)
class FilterForm:
    """A filter as the page shows it.

    Attributes:
        label: what it is called.
        name: its parameter in a link.
        choices: its values, as links; empty where there are too many.
        options: value, name and films of those that a form chooses from.
        is_typed: whether a value can be typed, since the options are not all.
        chosen: the values chosen, which such a form repeats.
        modes: how it asks for the values chosen, as links; empty where none is chosen.
        ends: the lowest and highest number of a range; None for values.
        limits: the range in force, as a link writes it.
        shape: where the numbers of a range lie; None for values and years.
    """

    label: str
    name: str
    choices: tuple[Choice, ...] = ()
    options: tuple[tuple[str, str, int], ...] = ()
    is_typed: bool = False
    chosen: tuple[str, ...] = ()
    modes: tuple[Choice, ...] = ()
    ends: tuple[str, str] | None = None
    limits: str = ""
    shape: Distribution | None = None


def filter_forms(result: QueryResult) -> Iterator[FilterForm]:
    """The filters that the page shows, in its order."""
    index = result.index
    return (FORMS[index.control(name)](result, name) for name in index.filters_shown(result.view))


def to_filters(result: QueryResult) -> Markup:
    """The way to the filters of a page, for a window without room for them beside it; with how many are in force."""
    in_force = sum(each.clause != SEARCH for each in filters(result.index, result.view))
    return render("to_filters.html", result.language, number=in_force)


def further_filters(result: QueryResult) -> list[Choice]:
    """The filters that are shown when they are asked for."""
    index, view = result.index, result.view
    on = index.switched_on(view)
    return [
        Choice(facet_name(index, name, result.language), result.link(view.with_more((*on, name))))
        for name in index.further
        if name not in on
    ]


def _values(result: QueryResult, name: str) -> FilterForm:
    index, view, language = result.index, result.view, result.language
    facet, chosen = index.facets[name], view.values(name)
    films = dict(zip(facet.values, counts(index, view, facet, result.passing).tolist(), strict=True))
    names = value_names(index, facet, language)
    few = not is_long(facet)
    bars = _bars(result, facet) if few else {}
    return FilterForm(
        facet_name(index, name, language),
        parameter(name),
        tuple(
            _value(result, name, value, names[value], films[value])._replace(bars=bars.get(value, ""))
            for value in (facet.values if few else chosen)
        ),
        () if few else tuple((value, names[value], films[value]) for value in _options(facet, view, films)),
        len(facet.values) > MOST_VALUES,
        chosen,
        _modes(result, facet),
    )


def _bars(result: QueryResult, facet: Facet) -> dict[str, str]:
    """The sizes of each value's bars."""
    shown = films_with(result.index, result.view, facet, result.passing)
    return dict(zip(facet.values, bar_sizes(shown.tolist(), facet.films_by_value.tolist()), strict=True))


def _value(result: QueryResult, name: str, value: str, label: str, films: int) -> Choice:
    link = result.link(result.view.with_toggled(name, value))
    return Choice(label, link, value in result.view.values(name), films)


def _options(facet: Facet, view: View, films: Mapping[str, int]) -> Iterator[str]:
    """Of the values that are not chosen and give a film, those with the most films, in the order of the view."""
    there = {value for value in facet.values if films[value]} - {*view.values(facet.name)}
    numbers = [films[value] for value in facet.values]
    by_films = offered(facet, replace(view, value_order="films"), numbers)
    most = {*islice(filter(there.__contains__, by_films), MOST_VALUES)}
    return filter(most.__contains__, offered(facet, view, numbers))


def is_long(facet: Facet) -> bool:
    """Whether a form chooses from a facet's values."""
    return len(facet.values) > MOST_LINKS


def value_orders(result: QueryResult) -> tuple[Choice, ...]:
    """The orders in which forms offer values, as links."""
    view, names = result.view, value_order_names(result.language)
    return tuple(
        Choice(names[each], result.link(replace(view, value_order=each)), each == view.value_order)
        for each in VALUE_ORDERS
    )


def _modes(result: QueryResult, facet: Facet) -> tuple[Choice, ...]:
    """The ways to ask for the values chosen in a facet; none where none is chosen."""
    view = result.view
    if not view.values(facet.name):
        return ()
    names, chosen = mode_names(result.language), view.mode(facet.name)
    return tuple(
        Choice(names[mode], result.link(view.with_mode(facet.name, mode)), mode == chosen) for mode in facet.modes
    )


def _range(result: QueryResult, name: str) -> FilterForm:
    index, language = result.index, result.language
    number_range = index.ranges[name]
    unit = f" ({language.pgettext('unit', number_range.unit)})" if number_range.unit else ""
    limits = to_link(result.view).get(parameter(name), [""])[0]
    return FilterForm(
        facet_name(index, name, language) + unit,
        parameter(name),
        ends=(f"{number_range.lowest:g}", f"{number_range.highest:g}"),
        limits=limits,
        shape=distribution(result, number_range),
    )


def charts(result: QueryResult, has_links: bool = True) -> Markup:
    """A chart for each filter that the page shows; each bar is a link that chooses by it, where there may be links."""
    return render(
        "charts.html",
        result.language,
        charts=[*filter_charts(result)],
        result=result,
        has_links=has_links,
        style=style("charts"),
    )


def years_form(result: QueryResult) -> FilterForm | None:
    """The years as a form; None for a list without years."""
    if result.index.span is None:
        return None
    first, last = result.index.span
    limits = to_link(result.view).get("years", [""])[0]
    return FilterForm(result.language.gettext("Years"), "years", ends=(str(first), str(last)), limits=limits)


class SignChoice(NamedTuple):
    """A sign of the timeline's marks, and the way to the films that have it."""

    sign: Sign
    choice: Choice


class SignsForm(NamedTuple):
    """What the marks' shapes and colours say, which is a filter: what it is called, its values, and how it asks."""

    label: str
    signs: tuple[SignChoice, ...]
    modes: tuple[Choice, ...]


def signs_form(result: QueryResult) -> SignsForm | None:
    """The legend of a view's timeline; None where it tells nothing apart. A filter beside the page asks for itself."""
    told_apart = colouring_of(result)
    if not told_apart.legend or told_apart.facet is None:
        return None
    facet = told_apart.facet
    signs = (SignChoice(each.sign, _entry(result, facet, each)) for each in told_apart.legend if each.values)
    modes = _modes(result, facet) if facet.name in BESIDE_THE_TIMELINE else ()
    return SignsForm(told_apart.label, tuple(signs), modes)


def _entry(result: QueryResult, facet: Facet, each: LegendEntry) -> Choice:
    """The way to the films of an entry, or back where all of its values are chosen."""
    link = result.link(result.view.with_toggled(facet.name, *each.values))
    is_chosen = {*each.values} <= {*result.view.values(facet.name)}
    films = together(result.index, result.view, facet, each.values, result.passing)
    return Choice(each.label, link, is_chosen, films)


def colour_choices(result: QueryResult) -> tuple[Choice, ...]:
    """The ways to what the marks' shapes and colours can stand for, the one in use marked; none where there is one."""
    view, names = result.view, colour_names(result.index, result.language)
    choices = (Choice(name, result.link(replace(view, colour=by)), by == view.colour) for by, name in names.items())
    return tuple(choices) if len(names) > 1 else ()


FORMS: dict[Control, Callable[[QueryResult, str], FilterForm]] = {"values": _values, "range": _range}
"""For each kind of filter, what makes it a form."""
