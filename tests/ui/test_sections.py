"""Which parts of the page are drawn anew when a view changes, and that what is not drawn anew is still true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import datetime

import pytest

from dashboard.query.view import View
from dashboard.ui.sections import PARTS, outdated, seen

FILTERED = {"shown", "timeline", "films", "evidence", "filters", "files", "languages"}
LINKS = {"films", "files", "languages"}
"""Whose links lead on from the whole view."""
A_FILM = View(film="a", shortlist=("a",))
CHANGES: dict[str, tuple[View, Callable[[View], View], set[str]]] = {
    "nothing": (View(), lambda view: view, set()),
    "search": (View(), lambda view: view.with_search("mars"), {*FILTERED, "search", "order"}),
    "another search": (View(search="mars"), lambda view: view.with_search("moon"), {*FILTERED, "search"}),
    "years": (View(), lambda view: view.with_years((1960, None)), {*FILTERED, "search", "order"}),
    "a value": (View(), lambda view: view.with_values("kind", ("feature",)), {*FILTERED, "order"}),
    "one value more": (View(search="mars"), lambda view: view.with_values("kind", ("feature",)), FILTERED),
    "all of": (View(), lambda view: view.with_mode("theme", "all"), FILTERED),
    "a range": (View(), lambda view: view.with_range("length", (None, 90)), {*FILTERED, "order"}),
    "cleared": (View(search="mars"), View.unfiltered, {*FILTERED, "search", "order"}),
    "one more filter": (View(), lambda view: view.with_more(("studio",)), {*LINKS, "filters"}),
    "order": (View(), lambda view: view.with_order("year"), {*LINKS, "order"}),
    "table": (View(), lambda view: view.with_layout("table"), LINKS),
    "page": (View(), lambda view: view.with_page(2), LINKS),
    "a card": (View(), lambda view: view.with_open("a", True), {*LINKS, "shown"}),
    "a card beside a film": (A_FILM, lambda view: view.with_open("a", True), {*LINKS, "shown", "selected"}),
    "history": (View(), lambda view: view.with_history_track(False), {*LINKS, "timeline", "history"}),
    "a film": (View(), lambda view: view.with_film("a"), {*LINKS, "shown", "timeline", "selected", "order"}),
    "another film": (A_FILM, lambda view: view.with_film("b"), {*LINKS, "shown", "timeline", "selected"}),
    "a star": (View(), lambda view: view.with_shortlisted("a", True), {*LINKS, "shown", "shortlist"}),
    "a showing": (A_FILM, lambda view: view.with_showing("a", datetime(2026, 1, 1)), {*LINKS, "selected", "shortlist"}),
    "a title": (View(), lambda view: view.with_programme("Mars"), {*LINKS, "shortlist"}),
    "a language": (View(), lambda view: view.with_language("ru"), LINKS),
}


@pytest.mark.parametrize(("before", "change", "expected"), CHANGES.values(), ids=CHANGES)
def test_what_is_drawn_anew(before: View, change: Callable[[View], View], expected: set[str]) -> None:
    assert set(outdated(_seen(before), _seen(change(before)))) == expected


def test_each_field_of_a_view_is_seen_by_some_part() -> None:
    another = {"list": "b", "search": "b", "page": 2, "film": "b", "lane": True, "programme": "b", "language": "ru"}
    another |= {"order": "year", "layout": "table", "years": (1, 2)}
    for field in fields(View):
        changed = replace(View(), **{field.name: another.get(field.name, ("b",))})
        assert outdated(_seen(View()), _seen(changed)), field.name


def test_what_was_not_drawn_to_its_end_is_drawn_anew() -> None:
    drawn = _seen(View())
    del drawn["files"], drawn["timeline"]
    assert outdated(drawn, _seen(View())) == ["timeline", "files"]


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ({"said": "ignored"}, ["shown"]),
        ({"lists_marks": True}, ["twin"]),
    ],
    ids=str,
)
def test_what_stands_beside_the_view_is_seen_too(beside: dict[str, object], expected: list[str]) -> None:
    default_list: dict[str, object] = {"said": "", "lists_marks": False}
    assert outdated(seen(View(), **default_list), seen(View(), **(default_list | beside))) == expected  # type: ignore[arg-type]


def test_a_part_drawn_first_is_what_one_looks_at_first() -> None:
    assert PARTS[:3] == ("shown", "timeline", "films")


def _seen(view: View) -> dict[str, object]:
    return dict(seen(view, said="", lists_marks=False))
