"""Views of a list, for tests that hold for every view."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import strategies as st

from dashboard.i18n.languages import languages
from dashboard.query.facets import NumberRange
from dashboard.query.index import Index
from dashboard.query.matching.only_there import OtherFilm, packed
from dashboard.query.matching.seen import compared_index, seen_in
from dashboard.query.search.grammar import LONGEST_SEARCH, clean_search
from dashboard.query.url import FIRST_SHOWING, LAST_SHOWING
from dashboard.query.view import (
    ALL_YEARS,
    LAYOUTS,
    LISTED,
    LONGEST_PROGRAMME,
    NO_LIMITS,
    VALUE_ORDERS,
    Limits,
    Seen,
    Sort,
    View,
    pages,
    within,
)


def unique(values: list[str] | tuple[str, ...], most: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=most).map(tuple)


def searches(index: Index) -> st.SearchStrategy[str]:
    any_text = st.text(max_size=30).map(clean_search).filter(lambda text: len(text) <= LONGEST_SEARCH)
    return st.just("") | unique(tuple(index.vocabulary.values()), 2).map(" ".join).map(clean_search) | any_text


def sorts(index: Index) -> st.SearchStrategy[Sort]:
    return st.builds(Sort, st.sampled_from((LISTED, *index.sortable)), st.booleans())


RATINGS = st.none() | st.floats(-10, 1000).map(lambda rating: round(rating, 2) + 0)
OTHER_FILMS = st.builds(
    OtherFilm,
    st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20),
    st.none() | st.integers(1, 9999),
    RATINGS,
)


def seen_of(index: Index) -> st.SearchStrategy[Seen]:
    """What a view may say of the films of a list that another one has."""
    ids = st.sampled_from(index.frame["id"].tolist())
    return st.dictionaries(ids, RATINGS, max_size=5).map(lambda ratings: seen_in(index, ratings))


@st.composite
def limits(draw: st.DrawFn, number_range: NumberRange) -> Limits:
    known = number_range.values[~np.isnan(number_range.values)].tolist()
    number = st.none() | st.sampled_from(known) | st.floats(*number_range.ends)
    ends = draw(st.tuples(number, number).filter(lambda ends: None in ends or ends[0] <= ends[1]))
    return within(ends, number_range.ends) or NO_LIMITS


@st.composite
def views(draw: st.DrawFn, index: Index, lists: tuple[str, ...] = ("",)) -> View:
    """A view that a visitor of this list can come to; `lists` are the names a link may have, the usual one empty."""
    first, last = index.span or (1888, 2027)
    year = st.none() | st.integers(first - 1, last + 1)
    ends = draw(st.tuples(year, year).filter(lambda ends: None in ends or ends[0] <= ends[1]))
    chosen = {name: draw(unique(facet.values)) for name, facet in sorted(index.facets.items())}
    ranges = {name: draw(limits(number_range)) for name, number_range in sorted(index.ranges.items())}
    in_force = {name for name, part in [*chosen.items(), *ranges.items()] if part not in ((), NO_LIMITS)}
    modes = {name: draw(st.sampled_from(facet.modes)) for name, facet in sorted(index.facets.items())}
    asked_for = draw(st.sets(st.sampled_from(index.further))) if index.further else set()
    ids = index.frame["id"].tolist()
    shortlist = draw(unique(ids, 5))
    time = st.datetimes(FIRST_SHOWING, LAST_SHOWING).map(lambda when: when.replace(second=0, microsecond=0))
    return View(
        list=draw(st.sampled_from(lists)),
        search=draw(searches(index)),
        years=within(ends, index.span) or ALL_YEARS,
        chosen=tuple((name, values) for name, values in chosen.items() if values),
        modes=tuple((name, mode) for name, mode in modes.items() if mode != "any"),
        ranges=tuple((name, part) for name, part in ranges.items() if part != NO_LIMITS),
        more=tuple(sorted(asked_for | in_force & set(index.further))),
        value_order=draw(st.sampled_from(VALUE_ORDERS)),
        order=View().with_order(*draw(st.lists(sorts(index), max_size=3))).order,
        layout=draw(st.sampled_from(LAYOUTS)),
        page=draw(st.integers(1, pages(len(index)))),
        film=draw(st.none() | st.sampled_from(ids)),
        open=draw(unique(ids)),
        history_track=draw(st.sampled_from((None, True, False))),
        colour=draw(st.sampled_from(("", *index.colourings))),
        shortlist=shortlist,
        showings=tuple((film, draw(time)) for film in sorted(draw(unique(shortlist)) if shortlist else ())),
        programme=draw(searches(index))[:LONGEST_PROGRAMME].strip(),
        language=draw(st.sampled_from(("", *languages()))),
    )


@st.composite
def compared_views(draw: st.DrawFn, index: Index, lists: tuple[str, ...] = ("",)) -> View:
    """The same of a visitor who compares this list with another."""
    seen, others = draw(seen_of(index)), draw(st.lists(OTHER_FILMS, max_size=3))
    return replace(draw(views(compared_index(index, seen), lists)), seen=seen, only_there=packed(others))
