"""A view of a list as one page of plain HTML: all that the page does but dragging, by links and forms."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.picture import height, is_drawn
from dashboard.charts.theme import STATUS_SIGNS
from dashboard.charts.theme import Sign as SignOfMark
from dashboard.i18n.languages import Language, languages
from dashboard.i18n.names import history_name
from dashboard.model.kinds import Control
from dashboard.model.list_info import UPLOADED
from dashboard.query.cache import cached
from dashboard.query.facets import DECADE, Facet
from dashboard.query.filters import counts, filters, ways_out, without
from dashboard.query.in_words import (
    MOST_NAMED,
    facet_name,
    film_name,
    filter_in_words,
    filters_in_words,
    order_names,
    shown_of,
    timeline_sentence,
    value_names,
)
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, relative, run_query
from dashboard.query.url import parameter, to_link
from dashboard.query.view import MODES, PAGE_SIZE, View, pages
from dashboard.render.film_card import FilmCard, film_card
from dashboard.render.list_head import hint, list_head
from dashboard.render.templates import render
from dashboard.render.timeline_list import timeline_list
from dashboard.render.timeline_notes import history_head, history_list, reading
from dashboard.render.timeline_picture import timeline_picture
from dashboard.settings import HINTS_AWAY

LONGEST_REPEATED = 800
"""Characters of a view's link that all links of the page repeat; of a longer one, list and search."""
MOST_LINKS = 12
"""Values of a filter that are links; of more, a form chooses."""
MOST_VALUES = 200
"""Values in such a form: those with the most films."""


class Choice(NamedTuple):
    """One of several: what it is called, where it leads, whether it is chosen, and how many films it would show."""

    label: str
    link: str
    is_chosen: bool = False
    films: int | None = None


@dataclass(frozen=True)
class FilterForm:
    """A filter as the page shows it.

    Attributes:
        label: what it is called.
        name: its parameter in a link.
        choices: its values, as links; empty where there are too many.
        options: value, name and films of those that a form chooses from, the most frequent first.
        chosen: the values chosen, which such a form repeats.
        modes: how several values are joined, as links; empty where that changes nothing.
        ends: the lowest and highest number of a range; None for values.
        limits: the range in force, as a link writes it.
    """

    label: str
    name: str
    choices: tuple[Choice, ...] = ()
    options: tuple[tuple[str, str, int], ...] = ()
    chosen: tuple[str, ...] = ()
    modes: tuple[Choice, ...] = ()
    ends: tuple[str, str] | None = None
    limits: str = ""


class FilmRow(NamedTuple):
    """A film of the page: its card, whether that is open, where it stands alone, and its way onto the shortlist."""

    card: FilmCard
    is_open: bool
    alone: str
    shortlist: Choice


class Frame(NamedTuple):
    """What a page shows beside its view: the lists that there are, as links, and what a first visit is told."""

    lists: tuple[Choice, ...] = ()
    has_hints: bool = False


BARE = Frame()


class Shown(NamedTuple):
    """What of a page does not follow from its view: what stands beside it, and whether its picture is drawn yet."""

    frame: Frame
    has_picture: bool


def first_view(result: QueryResult, frame: Frame = BARE) -> Markup:
    """A view as the content of a page's body, with what a page shows beside it."""
    has_picture = is_drawn(result.loaded, result.language, result.has_history_track)
    return _page(result.loaded, result.view, result.default_list, result.language, Shown(frame, has_picture))


@cached(16)
def _page(loaded: LoadedList, view: View, default_list: str, language: Language, shown: Shown) -> Markup:
    result = run_query(loaded, view, default_list, language)
    films = result.index.frame["id"].iloc[result.page_rows(PAGE_SIZE)]
    can_repeat = len(relative(view)) <= LONGEST_REPEATED
    linked = result if can_repeat else replace(result, view=_brief(view))
    return render(
        "first_view.html",
        language,
        head=list_head(result),
        lists=shown.frame.lists,
        shown=shown_of(result.index, len(result.rows), language),
        card=film_card(linked, view.film) if view.film else None,
        closed=relative(replace(linked.view, film=None)),
        in_force=_in_force(result, can_repeat),
        all_films=relative(linked.view.unfiltered()),
        ways_out=_ways_out(result) if can_repeat and not len(result.rows) else (),
        reading=reading(result),
        signs_form=_signs(result) if can_repeat and "evidence" in result.index.facets else None,
        history=_history(result) if can_repeat and result.index.span else None,
        sentence=timeline_sentence(result.index, result.mask, language),
        picture=_picture(linked, shown.has_picture) if can_repeat else "",
        timeline=timeline_list(result) if can_repeat and result.index.span else "",
        films=[_row(linked, film) for film in map(str, films)],
        pages=_pages(result),
        shortlist=_shortlist(linked),
        search=view.search,
        fields_without=lambda name: _fields(replace(linked.view, page=1), name),
        filters=[*_filter_forms(result)] if can_repeat else (),
        further=_further(result) if can_repeat else (),
        orders=_orders(result) if can_repeat else (),
        order=order_names(language)[view.order],
        hints=hint(result) if shown.frame.has_hints else "",
        hints_away=HINTS_AWAY,
        languages=_languages(linked),
        years=_years(result) if can_repeat else None,
        query=relative(view).rstrip("?"),
        is_public=not view.list.startswith(UPLOADED),
    )


def _picture(result: QueryResult, is_there: bool) -> Markup:
    """The timeline; its box where it is still being drawn."""
    if is_there and (drawn := timeline_picture(result)):
        return drawn
    pixels = height(result.loaded, result.language, result.has_history_track)
    return render("timeline_box.html", result.language, height=pixels)


def _brief(view: View) -> View:
    """What every link repeats of a view whose own link is too long for that."""
    return View(view.list, search=view.search, film=view.film, layout=view.layout, language=view.language)


def _fields(view: View, without: str = "") -> list[tuple[str, str]]:
    """A view's parameters as hidden fields of a form, but for the one that the form sets."""
    return [(name, value) for name, values in to_link(view).items() if name != without for value in values]


def _years(result: QueryResult) -> FilterForm | None:
    """The years as a form; None for a list without years."""
    if result.index.span is None:
        return None
    first, last = result.index.span
    limits = to_link(result.view).get("years", [""])[0]
    return FilterForm(result.language.gettext("Years"), "years", ends=(str(first), str(last)), limits=limits)


class Sign(NamedTuple):
    """A value of the marks' shapes and colours: the sign, and the way to the films that have it."""

    sign: SignOfMark
    choice: Choice


def _signs(result: QueryResult) -> tuple[str, tuple[Sign, ...]]:
    """What the marks' shapes and colours say, which is a filter: what it is called, and its values."""
    form, signs = _values(result, "evidence"), {str(status): sign for status, sign in STATUS_SIGNS.items()}
    values = result.index.facets["evidence"].values
    return form.label, tuple(Sign(signs[value], way) for value, way in zip(values, form.choices, strict=True))


class History(NamedTuple):
    """The history beside the films: what it is called, the way to have it or not, and its list if it is there."""

    switch: Choice
    head: str = ""
    moments: Markup = Markup()


def _history(result: QueryResult) -> History | None:
    """None where a list has none."""
    if not result.loaded.milestones:
        return None
    view, language, is_on = result.view, result.language, result.has_history_track
    wanted = None if is_on != result.info.history_track else not is_on
    label = language.gettext("{history} beside the films", history=history_name(result.info, language))
    switch = Choice(label, relative(replace(view, history_track=wanted)), is_on)
    return History(switch, history_head(result), history_list(result)) if is_on else History(switch)


def _in_force(result: QueryResult, can_repeat: bool) -> list[Choice]:
    """The filters in force, each with the way to remove it, if links can repeat the others."""
    index, view, language = result.index, result.view, result.language
    return [
        Choice(filter_in_words(index, each, language), relative(without(view, each)) if can_repeat else "", True)
        for each in filters(index, view)[:MOST_NAMED]
    ]


def _ways_out(result: QueryResult) -> list[Choice]:
    index, view, language = result.index, result.view, result.language
    return [
        Choice(filters_in_words(index, dropped, language), relative(there), films=films)
        for dropped, there, films in ways_out(index, view)
    ]


def _shortlist(result: QueryResult) -> list[Choice]:
    view, language = result.view, result.language
    return [
        Choice(film_name(result.index, film, language), relative(replace(view, film=film))) for film in view.shortlist
    ]


def _languages(result: QueryResult) -> list[Choice]:
    return [
        Choice(each.name, relative(replace(result.view, language=each.code)), each is result.language)
        for each in languages().values()
    ]


def _row(result: QueryResult, film: str) -> FilmRow:
    view, language = result.view, result.language
    is_on = film in view.shortlist
    label = language.gettext("Take it off the shortlist") if is_on else language.gettext("Put it on the shortlist")
    shortlist = Choice(label, relative(view.with_shortlisted(film, not is_on)), is_on)
    return FilmRow(film_card(result, film), film in view.open, relative(replace(view, film=film)), shortlist)


def _pages(result: QueryResult) -> list[Choice]:
    """The ways to the first, the last and the neighbouring pages; none of one page."""
    page, number = result.page(PAGE_SIZE), pages(len(result.rows))
    near = sorted({1, page - 1, page, page + 1, number} & set(range(1, number + 1)))
    links = (Choice(result.language.number(at), relative(replace(result.view, page=at)), at == page) for at in near)
    return [*links] if number > 1 else []


def _orders(result: QueryResult) -> list[Choice]:
    view, names = result.view, order_names(result.language)
    return [Choice(names[each], relative(view.with_order(each)), each == view.order) for each in result.index.orders]


def _filter_forms(result: QueryResult) -> Iterator[FilterForm]:
    """The filters that the page shows, in its order."""
    index = result.index
    names = (DECADE, *index.first_filters, *index.switched_on(result.view))
    return (FORMS[index.control(name)](result, name) for name in dict.fromkeys(names) if name in index.filters)


def _further(result: QueryResult) -> list[Choice]:
    """The filters that are shown when they are asked for."""
    index, view = result.index, result.view
    on = index.switched_on(view)
    return [
        Choice(facet_name(index, name, result.language), relative(view.with_more((*on, name))))
        for name in index.further
        if name not in on
    ]


def _values(result: QueryResult, name: str) -> FilterForm:
    index, view, language = result.index, result.view, result.language
    facet, chosen = index.facets[name], view.values(name)
    films = dict(zip(facet.values, counts(index, view, facet, result.passing).tolist(), strict=True))
    names = value_names(index, facet, language)
    few = len(facet.values) <= MOST_LINKS
    return FilterForm(
        facet_name(index, name, language),
        parameter(name),
        tuple(_value(view, name, value, names[value], films[value]) for value in (facet.values if few else chosen)),
        () if few else tuple(_frequent(facet, films, names, chosen)),
        chosen,
        _modes(view, facet, language),
    )


def _value(view: View, name: str, value: str, label: str, films: int) -> Choice:
    chosen = view.values(name)
    others = tuple(each for each in chosen if each != value)
    is_chosen = value in chosen
    return Choice(label, relative(view.with_values(name, others if is_chosen else (*chosen, value))), is_chosen, films)


def _frequent(
    facet: Facet, films: Mapping[str, int], names: Mapping[str, str], chosen: Sequence[str]
) -> Iterator[tuple[str, str, int]]:
    """Of the values that are not chosen and give a film, those with the most films."""
    there = (value for value in facet.values if films[value] and value not in chosen)
    most = islice(sorted(there, key=films.__getitem__, reverse=True), MOST_VALUES)
    return ((value, names[value], films[value]) for value in most)


def _modes(view: View, facet: Facet, language: Language) -> tuple[Choice, ...]:
    if not facet.several or len(view.values(facet.name)) < 2:
        return ()
    names = {"any": language.gettext("any of"), "all": language.gettext("all of")}
    chosen = view.mode(facet.name)
    return tuple(Choice(names[mode], relative(view.with_mode(facet.name, mode)), mode == chosen) for mode in MODES)


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
    )


FORMS: dict[Control, Callable[[QueryResult, str], FilterForm]] = {"values": _values, "range": _range}
"""For each kind of filter, what makes it a form."""
