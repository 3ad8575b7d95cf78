"""Programmes of the lists and of hostile texts, for the tests of every form they are written in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from dashboard.exports.programme import Programme, programme
from dashboard.i18n.languages import Language, english
from dashboard.lists.loading import load_list
from dashboard.lists.source import ListSource
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import run_query
from dashboard.query.view import View

MADE = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
PLATE = ("figure", "svg", "g", "rect", "circle", "ellipse", "path", "text", "tspan")
"""The elements that a plate is made of."""
HERE = "https://films.example.org/"


def programme_of(
    loaded: LoadedList, view: View, title: str = "Space nights", language: Language | None = None
) -> Programme:
    result = run_query(loaded, view, loaded.info.key, language or english())
    return replace(programme(result, HERE, MADE), title=title, list_title=loaded.info.title, link=HERE)


def all_of(source: ListSource, most: int = 50) -> Programme:
    loaded = load_list(source)
    view = View().with_shortlist(tuple(loaded.films.frame["id"])[:most])
    return programme_of(loaded, view)
