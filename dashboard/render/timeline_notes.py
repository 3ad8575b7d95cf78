"""What stands beside a timeline as text: how it is read, and the history below its films."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.charts.colouring import LegendEntry, colouring_of
from dashboard.charts.history import SHAPES
from dashboard.charts.marks import has_dots
from dashboard.charts.timeline import history_track
from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.filters import together
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.film_card import elsewhere
from dashboard.render.templates import render


def reading(result: QueryResult) -> Markup:
    """How the timeline of a list is read."""
    told_apart, dots = colouring_of(result), has_dots(result.index)
    return render(
        "reading.html",
        result.language,
        has_dots=dots,
        label=told_apart.label if result.view.colour else "",
        shapes=[f"{each.sign.symbol} {each.label}" for each in told_apart.legend],
        has_history_track=result.has_history_track,
    )


def ways(result: QueryResult, *, with_reading: bool = True, with_history: bool = True) -> Markup:
    """What opens under the axis of a list with years: the timeline as a list, how it is read, its history."""
    has_history = with_history and result.has_history_track and bool(result.loaded.milestones)
    return render(
        "under_axis.html",
        result.language,
        unknown=_unknown(result),
        reading=reading(result) if with_reading else "",
        moments_head=_history_head(result) if has_history else "",
        moments=_history_list(result.loaded, result.language) if has_history else "",
    )


def _unknown(result: QueryResult) -> tuple[LegendEntry, int] | None:
    """The sign of the films without a value, which no filter asks for, and how many of them the others leave."""
    told_apart = colouring_of(result)
    entry = next((each for each in told_apart.legend if not each.values), None)
    if entry is None or told_apart.facet is None:
        return None
    return entry, together(result.index, result.view, told_apart.facet, (), result.passing)


def _history_head(result: QueryResult) -> str:
    """How many moments of history stand below the films, and how many lie outside their years."""
    language, moments = result.language, len(history_track(result.loaded).milestones)
    head = language.ngettext("{n} moment of history below the films", "{n} moments of history below the films", moments)
    outside = len(result.loaded.milestones) - moments
    if not outside:
        return head
    more = language.ngettext(
        "{n} more lies outside the years of this list", "{n} more lie outside the years of this list", outside
    )
    return f"{head}; {more}"


@cached(4)
def _history_list(loaded: LoadedList, language: Language) -> Markup:
    """These moments, and what their marks mean."""
    kinds = ", ".join(f"{symbol} {language.pgettext('kind of event', kind)}" for kind, (_, symbol) in SHAPES.items())
    milestones = history_track(loaded).milestones
    known = elsewhere(loaded.info.history_language, language)
    return render("moments.html", language, kinds=kinds, milestones=milestones, history_language=known)
