"""What can be established about films, as plain values, as CSV, and as schema.org ClaimReview."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from dashboard.evidence.calendar_check.calendar import REASONS, Notice
from dashboard.evidence.claims import PROJECT as CHECKED_BY_US
from dashboard.evidence.claims import Claim
from dashboard.evidence.translations import Translated, columns_with_translations
from dashboard.exports.export import csv_file
from dashboard.i18n.languages import Language
from dashboard.query.loaded_list import LoadedList

PROJECT = "film-list-dashboard"
SCHEMA_ORG = "https://schema.org"
"""The vocabulary."""
RATINGS = {"supported": 5, "contradicted": 1}
"""On a scale of 1 to 5. What is not established has no rating, only its name; a judgement is not reviewed."""


def of_film(loaded: LoadedList, film: str) -> dict[str, Any]:
    """What is known of one film: `status`, `statements`, `identity` (None if nobody looked), `calendar_check`."""
    identity = loaded.identities.get(film)
    return {
        "status": loaded.status(film),
        "statements": [_plain(claim) for claim in loaded.claims_of.get(film, ())],
        "identity": identity
        and {
            "status": identity.status,
            "filmography_id": identity.filmography_id or None,
            "note": identity.note,
            **identity.translations.cells,
        },
        "calendar_check": [_notice(notice) for notice in loaded.notices_of.get(film, ())],
    }


def _plain(claim: Claim) -> dict[str, str | None]:
    return {name: cell or None for name, cell in claim.cells.items() if name != "film_id"}


def _notice(notice: Notice) -> dict[str, Any]:
    event = notice.event
    return {
        "field": notice.field,
        "quote": notice.quote,
        "event": event.name,
        "from": event.begins.isoformat(),
        "to": event.ends.isoformat() if event.ends else None,
        "years_apart": notice.years,
        "confidence": notice.confidence,
        "reason": REASONS[notice.reason][1],
        "source_title": event.source_title,
        "source_url": event.source_url,
    }


def evidence_csv(columns: Sequence[str], things: Collection[Translated]) -> bytes:
    """Things of the evidence in the columns of their file, with their translations."""
    names = columns_with_translations(columns, things)
    return csv_file(names, ([each.cells.get(name, "") for name in names] for each in things))


def claim_reviews(
    loaded: LoadedList, films: Iterable[str], address: Callable[[str], str], language: Language
) -> dict[str, Any]:
    """The statements of films as schema.org ClaimReview, in one JSON-LD graph. Judgements are left out.

    `address` gives the address of a film's card; `language` is that of the texts, where they are there in it. Source:
    schema.org/ClaimReview.
    """
    reviews = [review for film in films for review in reviews_of(loaded, film, address(film), language)]
    return {"@context": SCHEMA_ORG, "@graph": reviews}


def reviews_of(loaded: LoadedList, film: str, url: str, language: Language) -> Iterator[dict[str, Any]]:
    """The statements of a film as ClaimReviews, without the judgements; `url` is the address of its card."""
    claims = (claim for claim in loaded.claims_of.get(film, ()) if claim.verdict != "judgement")
    return (_review(loaded, claim, url, language) for claim in claims)


def _review(loaded: LoadedList, claim: Claim, url: str, language: Language) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": claim.verdict}
    if claim.verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[claim.verdict], "bestRating": 5, "worstRating": 1}
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "claimReviewed": claim.text_in("claim", language.code),
        "reviewRating": rating,
        "reviewBody": claim.text_in("reason", language.code),
        "author": _author(loaded, claim, language),
        "url": url,
        "itemReviewed": {
            "@type": "Claim",
            "text": claim.quote,
            "appearance": {"@type": "CreativeWork", "name": loaded.info.title},
        },
    }
    if claim.checked_on:
        review["datePublished"] = claim.checked_on.isoformat()
    if claim.source_url:
        review["citation"] = {"@type": "CreativeWork", "name": claim.source_title, "url": claim.source_url}
        if claim.archived_url:
            review["citation"]["archivedAt"] = claim.archived_url
    return review


def _author(loaded: LoadedList, claim: Claim, language: Language) -> dict[str, str]:
    """Who looked a statement up: whom it names, else the project for its own lists, and the list itself for others."""
    if claim.checked_by and claim.checked_by != CHECKED_BY_US:
        return {"@type": "Person", "name": claim.text_in("checked_by", language.code)}
    is_ours = claim.checked_by or loaded.info.ours
    return {"@type": "Organization", "name": PROJECT if is_ours else loaded.info.title}
