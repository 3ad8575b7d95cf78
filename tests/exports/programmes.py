"""Programmes of the lists and of hostile texts, for the tests of every form they are written in."""

from __future__ import annotations

from datetime import UTC, datetime

from dashboard.catalogue.offer import Offer
from dashboard.evidence.dossier import Dossier, open_dossier
from dashboard.explore.index import Index
from dashboard.explore.shortlist import total_in_words
from dashboard.explore.view import View
from dashboard.exports.programme import Programme, entries
from dashboard.language.languages import Language, english

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
