"""What can be established about films, as plain values, as CSV, and as schema.org ClaimReview."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, fields
from typing import Any

from dashboard.evidence.calendar import Notice
from dashboard.evidence.claims import Claim
from dashboard.evidence.identities import COLUMNS, Identity
from dashboard.exports.export import csv_file
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
        and {"status": identity.status, "filmography_id": identity.filmography_id or None, "note": identity.note},
        "calendar_check": [_notice(notice) for notice in loaded.notices_of.get(film, ())],
    }


def _plain(claim: Claim) -> dict[str, str | None]:
    cells = {field.name: getattr(claim, field.name) for field in fields(claim)}
    return {name: str(value) if value else None for name, value in cells.items() if name != "film"}


def _notice(notice: Notice) -> dict[str, Any]:
    event = notice.event
    return {
        "field": notice.field,
        "quote": notice.quote,
        "event": event.name,
        "from": event.begins.isoformat(),
        "to": event.ends.isoformat() if event.ends else None,
        "years_apart": notice.years,
        "source_title": event.source_title,
        "source_url": event.source_url,
    }


def claims_csv(claims: Iterable[Claim]) -> bytes:
    """Claims in the columns in which they are read."""
    _, *names = (field.name for field in fields(Claim))
    rows = ([claim.film, *(str(getattr(claim, name) or "") for name in names)] for claim in claims)
    return csv_file(("film_id", *names), rows)


def identities_csv(identities: Iterable[Identity]) -> bytes:
    """Identities in the columns in which they are read."""
    return csv_file(COLUMNS, map(astuple, identities))


def claim_reviews(loaded: LoadedList, films: Iterable[str], address: Callable[[str], str]) -> dict[str, Any]:
    """The statements of films as schema.org ClaimReview, in one JSON-LD graph. Judgements are left out.

    `address` gives the address of a film's card. Source: schema.org/ClaimReview.
    """
    reviews = [review for film in films for review in reviews_of(loaded, film, address(film))]
    return {"@context": SCHEMA_ORG, "@graph": reviews}


def reviews_of(loaded: LoadedList, film: str, url: str) -> Iterator[dict[str, Any]]:
    """The statements of a film as ClaimReviews, without the judgements; `url` is the address of its card."""
    return (_review(loaded, claim, url) for claim in loaded.claims_of.get(film, ()) if claim.verdict != "judgement")


def _review(loaded: LoadedList, claim: Claim, url: str) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": claim.verdict}
    if claim.verdict in RATINGS:
        rating |= {"ratingValue": RATINGS[claim.verdict], "bestRating": 5, "worstRating": 1}
    review = {
        "@type": "ClaimReview",
        "claimReviewed": claim.claim,
        "reviewRating": rating,
        "reviewBody": claim.reason,
        "author": {"@type": "Organization", "name": PROJECT},
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
    return review
