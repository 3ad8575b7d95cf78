"""Programmes of the lists and of hostile texts, for the tests of every form they are written in."""

from __future__ import annotations

from datetime import UTC, datetime

from dashboard.exports.programme_film import Programme, entries
from dashboard.i18n.languages import Language, english
from dashboard.lists.loading import load_list
from dashboard.lists.source import ListSource
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.shortlist import total_in_words
from dashboard.query.view import View

MADE = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
HERE = "https://films.example.org/"


def programme_of(
    loaded: LoadedList, view: View, title: str = "Space nights", language: Language | None = None
) -> Programme:
    index = Index(loaded.films)
    return Programme(
        title=title,
        list_title=loaded.info.title,
        spoken=loaded.info.language,
        total=total_in_words(index, view.shortlist, language or english()),
        entries=entries(loaded, index, view, lambda film: f"{HERE}?film={film}"),
        link=HERE,
        made=MADE,
    )


def all_of(source: ListSource, most: int = 50) -> Programme:
    loaded = load_list(source)
    return programme_of(loaded, View().with_shortlist(tuple(loaded.films.frame["id"])[:most]))
