"""A view of a list as one page of plain HTML: all that the page does but dragging, by links and forms."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.picture import height, is_drawn
from dashboard.i18n.languages import Language, languages
from dashboard.i18n.names import history_name
from dashboard.i18n.texts import shortened
from dashboard.model.list_info import is_uploaded
from dashboard.query.cache import cached
from dashboard.query.filters import filters, suggestion, ways_out, without
from dashboard.query.in_words import (
    MOST_NAMED,
    colour_names,
    coloured_by,
    film_name,
    filter_in_words,
    filters_in_words,
    ignored_sentence,
    layout_names,
    order_in_words,
    shown_of,
    sort_names,
    suggestion_in_words,
    timeline_sentence,
)
from dashboard.query.loaded_list import LoadedList
from dashboard.query.matching.in_words import only_there
from dashboard.query.named_views import LONGEST_NAME, way_to
from dashboard.query.result import QueryResult, relative, run_query
from dashboard.query.url import Ignored, to_link
from dashboard.query.view import Sort, View, pages
from dashboard.render.film_card import FilmCard, film_card, film_html
from dashboard.render.filter_forms import (
    Choice,
    charts,
    colour_choices,
    filter_forms,
    further_filters,
    signs_form,
    to_filters,
    value_orders,
    years_form,
)
from dashboard.render.list_head import comparison, foot, hint, list_head
from dashboard.render.plates.picture import with_picture
from dashboard.render.plates.tile import tile
from dashboard.render.templates import render
from dashboard.render.timeline_list import timeline_list
from dashboard.render.timeline_notes import ways
from dashboard.render.timeline_picture import timeline_picture
from dashboard.settings import HINTS_AWAY, SURPRISE

LONGEST_REPEATED = 800
"""Characters of a view's link that all links of the page repeat; of a longer one, list and search."""


class FilmRow(NamedTuple):
    """A film of the page: its card, also as HTML, whether that is open, its own link, and its way to the shortlist."""

    card: FilmCard
    html: Markup
    is_open: bool
    alone: str
    shortlist: Choice | None


class Tile(NamedTuple):
    """A film of a gallery: its picture or plate, and its way to the shortlist."""

    html: Markup
    shortlist: Choice


class Frame(NamedTuple):
    """What a page shows beside its view.

    Attributes:
        lists: those that there are, as links.
        has_hints: whether it tells what a first visit is told.
        ignored: what of the link could not be followed.
    """

    lists: tuple[Choice, ...] = ()
    has_hints: bool = False
    ignored: tuple[Ignored, ...] = ()


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
    others, view = only_there(view), replace(view, only_there="")  # All links of the page would repeat it.
    result = run_query(loaded, view, default_list, language)
    films = [str(film) for film in result.index.frame["id"].iloc[result.page_rows(view.page_size)]]
    is_gallery = view.layout == "gallery"
    can_repeat = len(relative(view)) <= LONGEST_REPEATED
    forms = [*filter_forms(result)] if can_repeat else []
    linked = result if can_repeat else replace(result, view=_brief(view))
    card = film_card(linked, view.film) if view.film else None
    has_charts = view.layout == "charts"
    return render(
        "first_view.html",
        language,
        head=list_head(result),
        comparison=comparison(result, others),
        lists=shown.frame.lists,
        shown=shown_of(result.index, len(result.rows), language),
        ignored=ignored_sentence(shown.frame.ignored, language) if shown.frame.ignored else "",
        card=card,
        card_html=with_picture(linked, film_html(linked, card, "first"), card.film) if card else "",
        closed=linked.link(replace(linked.view, film=None)),
        in_force=in_force(result, can_repeat),
        all_films=linked.link(linked.view.unfiltered()),
        meant=_meant(result) if not len(result.rows) else None,
        ways_out=_ways_out(result) if can_repeat and not len(result.rows) else (),
        ways=ways(result) if can_repeat and result.index.span else "",
        signs_form=signs_form(result) if can_repeat else None,
        colours=colour_choices(result) if can_repeat and result.index.span else (),
        coloured_by=coloured_by(colour_names(result.index, language)[view.colour], language),
        history=_history(result) if can_repeat and result.index.span else None,
        sentence=timeline_sentence(result.index, result.mask, language),
        picture=_picture(linked, shown.has_picture) if can_repeat else "",
        timeline=timeline_list(result) if can_repeat and result.index.span else "",
        has_films=bool(len(result.rows)),
        films=[_row(linked, film) for film in films] if view.layout in ("cards", "table") else [],
        tiles=[Tile(tile(linked, film), shortlisting(linked, film)) for film in films] if is_gallery else [],
        charts=charts(result, can_repeat) if has_charts else "",
        layouts=_layouts(linked),
        pages=[] if has_charts else page_links(result, view.page_size),
        shortlist=_shortlist(linked),
        search=view.search,
        search_help=render("search_help.html", language),
        to_filters=to_filters(result),
        fields_without=lambda name: _fields(replace(linked.view, page=1), name),
        filters=forms,
        further=further_filters(result) if can_repeat else (),
        value_orders=value_orders(result) if any(each.options for each in forms) else (),
        orders=_orders(result) if can_repeat else (),
        order=order_in_words(result.index, view, language),
        starts=_starts(linked),
        hints=hint(result) if shown.frame.has_hints else "",
        hints_away=HINTS_AWAY,
        surprise=f"{SURPRISE}{relative(linked.view).rstrip('?')}" if len(result.rows) else "",
        languages=_languages(linked),
        years=years_form(result) if can_repeat else None,
        query=relative(view).rstrip("?"),
        is_public=not is_uploaded(view.list),
        foot=foot(result.info, language),
    )


def _picture(result: QueryResult, is_there: bool) -> Markup:
    """The timeline; its box where it is still being drawn."""
    if is_there and (drawn := timeline_picture(result)):
        return drawn
    pixels = height(result.loaded, result.language, result.has_history_track)
    return render("timeline_box.html", result.language, height=pixels)


def _brief(view: View) -> View:
    """What every link repeats of a view whose own link is too long for that."""
    brief = View(view.list, search=view.search, film=view.film, layout=view.layout, language=view.language)
    compared = replace(brief, seen=view.seen)
    return compared if len(relative(compared)) <= LONGEST_REPEATED else brief


def _fields(view: View, without: str = "") -> list[tuple[str, str]]:
    """A view's parameters as hidden fields of a form, but for the one that the form sets."""
    return [(name, value) for name, values in to_link(view).items() if name != without for value in values]


def _history(result: QueryResult) -> Choice | None:
    """The way to have history beside the films, or not; None where a list has none."""
    if not result.loaded.milestones:
        return None
    view, language, is_on = result.view, result.language, result.has_history_track
    wanted = None if is_on != result.info.history_track else not is_on
    label = language.gettext("{history} beside the films", history=history_name(result.info, language))
    return Choice(label, result.link(replace(view, history_track=wanted)), is_on)


def in_force(result: QueryResult, can_repeat: bool) -> list[Choice]:
    """The filters in force, each with the way to remove it, if links can repeat the others."""
    index, view, language = result.index, result.view, result.language
    return [
        Choice(filter_in_words(index, each, language), result.link(without(view, each)) if can_repeat else "", True)
        for each in filters(index, view)[:MOST_NAMED]
    ]


def _meant(result: QueryResult) -> Choice | None:
    """The way to the search that may have been meant."""
    meant = suggestion(result.index, result.view)
    return Choice(suggestion_in_words(meant, result.language), result.link(meant.view)) if meant else None


def _ways_out(result: QueryResult) -> list[Choice]:
    index, view, language = result.index, result.view, result.language
    return [
        Choice(filters_in_words(index, dropped, language), result.link(there), films=films)
        for dropped, there, films in ways_out(index, view)
    ]


def _shortlist(result: QueryResult) -> list[Choice]:
    view, language = result.view, result.language
    return [
        Choice(film_name(result.index, film, language), result.link(replace(view, film=film)))
        for film in view.shortlist
    ]


def _languages(result: QueryResult) -> list[Choice]:
    return [
        Choice(each.name, result.link(replace(result.view, language=each.code)), each is result.language)
        for each in languages().values()
    ]


def _layouts(result: QueryResult) -> list[Choice]:
    """The layouts that are a page without scripts; a table is one of cards there."""
    view, names = result.view, layout_names(result.language)
    shown = "cards" if view.layout == "table" else view.layout
    there = [each for each in names if each != "table"]
    return [Choice(names[each], result.link(view.with_layout(each)), each == shown) for each in there]


def _starts(result: QueryResult) -> list[Choice]:
    """The ways to the views that the list names."""
    code = result.language.code
    return [
        Choice(shortened(each.text_in("name", code), LONGEST_NAME), relative(way_to(each, result.index, result.view)))
        for each in result.loaded.views
    ]


def _row(result: QueryResult, film: str) -> FilmRow:
    card, is_open = film_card(result, film), film in result.view.open
    html = film_html(result, card, "row")
    shown = with_picture(result, html, film) if is_open else html
    return FilmRow(card, shown, is_open, result.film_link(film), shortlisting(result, film))


def shortlisting(result: QueryResult, film: str) -> Choice:
    """The way to put a film on the shortlist, or to take it off."""
    view, language = result.view, result.language
    is_on = film in view.shortlist
    label = language.gettext("Take it off the shortlist") if is_on else language.gettext("Put it on the shortlist")
    return Choice(label, result.link(view.with_shortlisted(film, not is_on)), is_on)


def page_links(result: QueryResult, size: int) -> list[Choice]:
    """The ways to the first, the last and the neighbouring pages of so many films; none of one page."""
    page, number = result.page(size), pages(len(result.rows), size)
    near = sorted({1, page - 1, page, page + 1, number} & set(range(1, number + 1)))
    links = (Choice(result.language.number(at), result.link(replace(result.view, page=at)), at == page) for at in near)
    return [*links] if number > 1 else []


class SortForm(NamedTuple):
    """A choice of what films are sorted by: what it is called, and the word, the name and whether it is chosen."""

    label: str
    options: list[tuple[str, str, bool]]


def _orders(result: QueryResult) -> list[SortForm]:
    """The choices of the first and of the second sort."""
    language, (first, second) = result.language, (*result.view.order, Sort(), Sort())[:2]
    names = sort_names(result.index, language)
    return [
        SortForm(label, [(each.word, name, each == chosen) for each, name in names.items()])
        for label, chosen in ((language.gettext("Sort by"), first), (language.gettext("Then by"), second))
    ]
