"""Programmes of the lists and of hostile texts, for the tests of every form they are written in."""

from __future__ import annotations

from datetime import UTC, datetime

from dashboard.exports.programme_film import Programme, entries
from dashboard.i18n.languages import Language, english
from dashboard.lists.source import Offer
from dashboard.query.index import Index
from dashboard.query.loaded_list import Dossier, open_dossier
from dashboard.query.shortlist import total_in_words
from dashboard.query.view import View

MADE = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
HERE = "https://films.example.org/"


def programme_of(
    dossier: Dossier, view: View, title: str = "Space nights", language: Language | None = None
) -> Programme:
    index = Index(dossier.films)
    return Programme(
        title=title,
        list_title=dossier.offer.title,
        spoken=dossier.offer.language,
        total=total_in_words(index, view.shortlist, language or english()),
        entries=entries(dossier, index, view, lambda film: f"{HERE}?film={film}"),
        link=HERE,
        made=MADE,
    )


def all_of(offer: Offer, most: int = 50) -> Programme:
    dossier = open_dossier(offer)
    return programme_of(dossier, View().with_shortlist(tuple(dossier.films.frame["id"])[:most]))
