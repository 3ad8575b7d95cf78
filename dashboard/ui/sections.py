"""The registry of the page's sections, from top to bottom; what stands between them stays while a list is looked at."""

from __future__ import annotations

from dashboard.render.timeline_list import timeline_marks
from dashboard.ui import guide, shortlist, summary, timeline
from dashboard.ui.comparison import comparison
from dashboard.ui.downloads import downloads, named_views
from dashboard.ui.films import cards, films
from dashboard.ui.section import LAST, RESULT, Section
from dashboard.ui.sidebar import sidebar
from dashboard.ui.workbench import queue

SECTIONS: tuple[Section, ...] = (
    Section("hints", "page", guide.hints, lambda state: None, LAST),
    Section("starts", "page", named_views.draw, lambda state: state.named),
    Section(
        "comparison",
        "page",
        comparison.draw,
        lambda state: (state.view.seen, state.view.only_there, state.filters) if state.view.seen is not None else None,
    ),
    Section(
        "shown",
        "top",
        summary.draw,
        lambda state: (state.filters, state.view.film, state.view.open, state.view.shortlist, state.ignored),
        RESULT,
    ),
    Section("search", "top", summary.draw_search, lambda state: state.search_box),
    Section("to_filters", "top", summary.draw_to_filters, lambda state: state.filters[1:]),
    Section(
        "timeline",
        "timeline",
        timeline.draw,
        lambda state: (state.filters, state.view.history_track, state.view.colour, state.view.film),
        RESULT,
    ),
    Section(
        "selected", "timeline", timeline.draw_selected, lambda state: state.view if state.view.film else None, RESULT
    ),
    Section(
        "under_axis",
        "timeline",
        timeline.draw_under_axis,
        lambda state: (state.filters, state.view.history_track, state.view.colour),
    ),
    Section("timeline_list", "timeline", timeline.draw_list, lambda state: state.view, RESULT, timeline_marks),
    Section("sentence", "timeline", timeline.draw_sentence, lambda state: state.filters, RESULT),
    Section("films", "page", films.draw, lambda state: state.view, RESULT, films.prepare),
    Section("to_check", "page", queue.draw, lambda state: None, LAST),
    Section(
        "shortlist",
        "page",
        shortlist.draw,
        lambda state: (state.view.shortlist, state.view.showings, state.view.programme),
    ),
    Section("files", "page", downloads.draw, lambda state: (state.view, state.named), LAST),
    Section(
        "bodies",
        "page",
        cards.draw_bodies,
        lambda state: (
            *(state.filters, state.view.order, state.view.page),
            *(state.view.layout, state.view.history_track, state.view.language),
        ),
        LAST,
    ),
    Section("years", "sidebar", sidebar.draw_years, lambda state: state.view.years),
    Section(
        "filters",
        "sidebar",
        sidebar.draw_filters,
        lambda state: (state.filters, state.view.more, state.view.value_order, state.view.colour),
    ),
    Section(
        "more_filters",
        "sidebar",
        sidebar.draw_more,
        lambda state: (
            state.view.chosen,
            state.view.ranges,
            state.view.more,
            state.view.value_order,
            state.view.colour,
        ),
    ),
    Section(
        "order",
        "sidebar",
        sidebar.draw_order,
        lambda state: (state.view.order, state.view.seen),
    ),
    Section("clear", "sidebar", sidebar.draw_clear, lambda state: (state.is_filtered, state.view.film is None)),
    Section(
        "languages",
        "sidebar",
        lambda result: sidebar.draw_languages(result.view, result.language),
        lambda state: state.view,
        LAST,
    ),
)
