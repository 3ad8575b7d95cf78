"""Which sections of the page are drawn anew when a view changes, and that what is not drawn anew is still true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime

import pytest

from dashboard.query.url import Ignored
from dashboard.query.view import Sort, View
from dashboard.ui.section import Dependencies, PageState, dependencies, outdated
from dashboard.ui.sections import SECTIONS

LINKS = {"timeline_list", "films", "files", "languages"}
"""Whose links lead on from the whole view."""
SEARCHED = {*LINKS, "bodies", "shown", "timeline", "sentence", "under_axis", "filters"}
FILTERED = {*SEARCHED, "to_filters"}
A_FILM = View(film="a", shortlist=("a",))
CHANGES: dict[str, tuple[View, Callable[[View], View], set[str]]] = {
    "nothing": (View(), lambda view: view, set()),
    "search": (View(), lambda view: view.with_search("mars"), {*SEARCHED, "clear"}),
    "another search": (View(search="mars"), lambda view: view.with_search("moon"), SEARCHED),
    "years": (View(), lambda view: view.with_years((1960, None)), {*FILTERED, "years", "clear"}),
    "a value": (View(), lambda view: view.with_values("kind", ("feature",)), {*FILTERED, "clear", "more_filters"}),
    "one value more": (
        View(search="mars"),
        lambda view: view.with_values("kind", ("feature",)),
        {*FILTERED, "more_filters"},
    ),
    "all of": (View(), lambda view: view.with_mode("theme", "all"), FILTERED),
    "a range": (View(), lambda view: view.with_range("length", (None, 90)), {*FILTERED, "clear", "more_filters"}),
    "cleared": (View(search="mars"), View.unfiltered, {*SEARCHED, "clear"}),
    "one more filter": (View(), lambda view: view.with_more(("studio",)), {*LINKS, "filters", "more_filters"}),
    "order": (View(), lambda view: view.with_order(Sort("year")), {*LINKS, "bodies", "order"}),
    "table": (View(), lambda view: view.with_layout("table"), {*LINKS, "bodies"}),
    "page": (View(), lambda view: replace(view, page=2), {*LINKS, "bodies"}),
    "a card": (View(), lambda view: view.with_all_open(("a",)), {*LINKS, "shown"}),
    "a card beside a film": (A_FILM, lambda view: view.with_all_open(("a",)), {*LINKS, "shown", "selected"}),
    "history": (View(), lambda view: replace(view, history_track=False), {*LINKS, "bodies", "timeline", "under_axis"}),
    "a colour": (
        View(),
        lambda view: replace(view, colour="kind"),
        {*LINKS, "timeline", "under_axis", "filters", "more_filters"},
    ),
    "a film": (View(), lambda view: replace(view, film="a"), {*LINKS, "shown", "timeline", "selected", "clear"}),
    "another film": (A_FILM, lambda view: replace(view, film="b"), {*LINKS, "shown", "timeline", "selected"}),
    "a star": (View(), lambda view: view.with_shortlisted("a", True), {*LINKS, "shown", "shortlist"}),
    "a showing": (A_FILM, lambda view: view.with_showing("a", datetime(2026, 1, 1)), {*LINKS, "selected", "shortlist"}),
    "a title": (View(), lambda view: replace(view, programme="Mars"), {*LINKS, "shortlist"}),
    "a language": (View(), lambda view: replace(view, language="ru"), {*LINKS, "bodies"}),
}


@pytest.mark.parametrize(("before", "change", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_is_drawn_anew(before: View, change: Callable[[View], View], expected: set[str]) -> None:
    assert set(outdated(SECTIONS, _shown(before), _shown(change(before)))) == expected


def test_each_field_of_a_view_is_shown_by_some_section() -> None:
    another = {"list": "b", "search": "b", "page": 2, "film": "b", "history_track": True, "programme": "b"}
    another |= {"language": "ru", "order": (Sort("year"),), "layout": "table", "years": (1, 2)}
    for field in fields(View):
        changed = replace(View(), **{field.name: another.get(field.name, ("b",))})
        assert outdated(SECTIONS, _shown(View()), _shown(changed)), field.name


def test_what_was_not_drawn_to_its_end_is_drawn_anew() -> None:
    drawn = _shown(View())
    del drawn["files"], drawn["timeline"]
    assert outdated(SECTIONS, drawn, _shown(View())) == ["timeline", "files"]


def test_what_stands_beside_the_view_is_shown_too() -> None:
    changed = dependencies(SECTIONS, PageState(View(), (Ignored("unknown film", "film", "b"),)))
    assert outdated(SECTIONS, _shown(View()), changed) == ["shown"]


def test_the_box_for_a_search_is_drawn_anew_where_it_holds_another() -> None:
    changed = dependencies(SECTIONS, PageState(View(), search_box="search__2"))
    assert outdated(SECTIONS, _shown(View()), changed) == ["search"]


def test_a_section_drawn_first_is_what_one_looks_at_first() -> None:
    anew = outdated(SECTIONS, {}, _shown(View()))
    first = ["shown", "timeline", "selected", "timeline_list", "sentence", "films"]
    assert (anew[:6], anew[-5:]) == (first, ["hints", "to_check", "files", "bodies", "languages"])


def test_no_two_sections_share_a_name() -> None:
    assert len({each.name for each in SECTIONS}) == len(SECTIONS)


def _shown(view: View) -> Dependencies:
    return dependencies(SECTIONS, PageState(view))
