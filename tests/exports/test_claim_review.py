"""What can be established, as plain values, as CSV and as ClaimReview."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.validate import validate
from dashboard.evidence.claims import VERDICTS, Claim, read_claims
from dashboard.evidence.editing.files import CLAIMS
from dashboard.evidence.translations import Translations
from dashboard.exports.claim_review import PROJECT, claim_reviews, evidence_csv, of_film
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source, published_source
from dashboard.model.rows import Rows
from dashboard.query.loaded_list import LoadedList

DOSSIER = load_list(published_source())
IDS = DOSSIER.films.frame["id"].tolist()
ENGLISH, RUSSIAN = english(), languages()["ru"]
REQUIRED = {"@type", "claimReviewed", "reviewRating", "url", "author", "itemReviewed"}


def address(film):
    return f"https://films.example/?film={film}"


def test_of_film_in_full():
    film = of_film(DOSSIER, "the-orbital-station-1983")
    assert (film["status"], len(film["statements"])) == ("something contradicted", 7)
    assert film["statements"][5] == {
        "field": "fact",
        "quote": "Some scenes were filmed on the actual Mir space station",
        "claim": "Some scenes were filmed on the Mir station.",
        "claim_ru": "Некоторые сцены сняты на станции «Мир».",
        "verdict": "contradicted",
        "reason": "Mir was launched on 20 February 1986, three years after the given year. "
        "Return from Orbit does use shots made on Salyut 7.",
        "reason_ru": "«Мир» запущен 20 февраля 1986 года, на три года позже указанного в списке. А в «Возвращении с "
        "орбиты» действительно есть кадры, снятые на «Салюте-7».",
        "source_title": "1986: Tale of two space stations (russianspaceweb.com)",
        "source_url": "http://www.russianspaceweb.com/mir_1986.html",
        "source_note": None,
        "checked_on": "2026-11-22",
        "checked_by": "the project",
        "checked_by_ru": "авторы проекта",
        "archived_url": None,
    }
    assert film["identity"] == {
        "status": "not found",
        "filmography_id": "return-from-orbit-1983",
        "note": "No film found under this title. The nearest is Return from Orbit, which does use shots made aboard "
        "a space station, Salyut 7.",
        "note_ru": "Под этим названием фильма не нашлось. Ближе всего «Возвращение с орбиты»: в нём действительно "
        "есть кадры, снятые на борту космической станции, «Салюта-7».",
    }
    assert film["calendar_check"] == [
        {
            "field": "fact",
            "quote": "Mir space station",
            "event": "Mir",
            "from": "1986-02-20",
            "to": "2001-03-23",
            "years_apart": 3,
            "confidence": "clear",
            "reason": "Such a sentence nearly always means that the film shows it or was made with it.",
            "source_title": "1986: Tale of two space stations (russianspaceweb.com)",
            "source_url": "http://www.russianspaceweb.com/mir_1986.html",
        }
    ]


def test_of_a_film_of_which_nothing_is_known():
    assert of_film(DOSSIER, "no-such-film") == {
        "status": "not checked",
        "statements": [],
        "identity": None,
        "calendar_check": [],
    }


def test_a_thing_that_did_not_end_and_a_film_without_a_nearest_one():
    assert of_film(DOSSIER, "the-last-flight-1993")["identity"]["filmography_id"] is None
    assert json.loads(json.dumps([of_film(DOSSIER, film) for film in IDS]))


def test_claims_read_back_as_they_are():
    claims, problems = read_claims(read_csv(evidence_csv(CLAIMS.columns, DOSSIER.claims), "claims.csv"), DOSSIER.films)
    assert (claims, problems) == (DOSSIER.claims, ())


def test_claims_in_full():
    claim = Claim("a", "fact", "=1+1", 'So, "it" is.', "judgement", "-", "", "", "@x", date(2026, 1, 2))
    assert (
        evidence_csv(CLAIMS.columns, [claim, Claim("b", "title", "q", "", "not established", "", "", "", "", None)])
        == (
            "\ufefffilm_id,field,quote,claim,verdict,reason,source_title,source_url,source_note,checked_on,checked_by,"
            "archived_url\r\n"
            'a,fact,\'=1+1,"So, ""it"" is.",judgement,\'-,,,\'@x,2026-01-02,,\r\n'
            "b,title,q,,not established,,,,,,,\r\n"
        ).encode()
    )
    assert evidence_csv(CLAIMS.columns, []).count(b"\r\n") == 1


NAMED = Claim(
    "a", "fact", "q", "It is.", "contradicted", "Why.", "A page", "https://a.org/", "a copy", date(2026, 1, 2),
    "Ada Lovelace", "https://archive.org/a",
    Translations((("checked_by", "ru", "Ада Лавлейс"), ("reason", "de", "Warum."), ("reason", "ru", "=Почему."))),
)  # fmt: skip


def test_translations_stand_beside_their_columns():
    head, row = evidence_csv(CLAIMS.columns, [NAMED]).decode("utf-8-sig").splitlines()
    assert head == (
        "film_id,field,quote,claim,verdict,reason,reason_de,reason_ru,source_title,source_url,source_note,checked_on,"
        "checked_by,checked_by_ru,archived_url"
    )
    assert row == (
        "a,fact,q,It is.,contradicted,Why.,Warum.,'=Почему.,A page,https://a.org/,a copy,2026-01-02,Ada Lovelace,"
        "Ада Лавлейс,https://archive.org/a"
    )
    films = validate(Rows("f.csv", ("id", "title", "fact"), (("a", "A", "q"),), (2,), "utf-8"))
    assert read_claims(read_csv(evidence_csv(CLAIMS.columns, [NAMED]), "claims.csv"), films) == ((NAMED,), ())


@pytest.mark.parametrize(
    ("claim", "language", "author", "body"),
    [
        (NAMED, ENGLISH, {"@type": "Person", "name": "Ada Lovelace"}, "Why."),
        (NAMED, RUSSIAN, {"@type": "Person", "name": "Ада Лавлейс"}, "=Почему."),
        (replace(NAMED, checked_by=""), ENGLISH, {"@type": "Organization", "name": PROJECT}, "Why."),
        (replace(NAMED, checked_by="the project"), RUSSIAN, {"@type": "Organization", "name": PROJECT}, "=Почему."),
    ],
    ids=["who", "who, in Russian", "nobody", "the project"],
)
def test_a_review_names_who_looked_it_up_and_the_copy_of_the_source(claim, language, author, body):
    loaded = replace(DOSSIER, claims=(claim,))
    (review,) = claim_reviews(loaded, ["a"], address, language)["@graph"]
    assert (review["author"], review["reviewBody"]) == (author, body)
    assert review["citation"]["archivedAt"] == "https://archive.org/a"


nasty = st.text("=+-@'\",; aЁ\n", max_size=8).map(lambda text: f"x{text}x") | st.sampled_from(["=1", "'=1", "''", "@"])


@given(st.lists(st.tuples(nasty, nasty, nasty), min_size=1, max_size=3, unique_by=lambda row: row[:2]))
def test_any_claims_read_back(rows):
    claims = tuple(
        Claim("a", "fact", quote, claim, "judgement", reason, "", "", "", None) for quote, claim, reason in rows
    )
    facts = " ".join(claim.quote for claim in claims)
    films = validate(Rows("f.csv", ("id", "title", "fact"), (("a", "A", facts),), (2,), "utf-8"))
    assert read_claims(read_csv(evidence_csv(CLAIMS.columns, claims), "claims.csv"), films) == (claims, ())


REVIEWS = claim_reviews(DOSSIER, IDS, address, ENGLISH)


def test_every_statement_but_the_judgements_is_reviewed():
    assert (REVIEWS["@context"], len(REVIEWS["@graph"])) == ("https://schema.org", 57)
    assert [each["claimReviewed"] for each in REVIEWS["@graph"]] == [
        claim.claim for claim in DOSSIER.claims if claim.verdict != "judgement"
    ]


@pytest.mark.parametrize("review", REVIEWS["@graph"], ids=lambda review: review["claimReviewed"][:40])
def test_a_review_has_what_schema_org_requires(review):
    assert review.keys() >= REQUIRED | {"datePublished"}
    assert review["@type"] == "ClaimReview"
    assert review["claimReviewed"]
    assert review["url"].startswith("https://films.example/?film=")
    assert date.fromisoformat(review["datePublished"])
    rating = review["reviewRating"]
    assert (rating["@type"], rating["alternateName"] in VERDICTS) == ("Rating", True)
    values = {"supported": 5, "contradicted": 1, "not established": None}
    assert rating.get("ratingValue") == values[rating["alternateName"]]
    scale = (rating.get("worstRating"), rating.get("bestRating"))
    assert scale == ((1, 5) if "ratingValue" in rating else (None, None))
    assert "citation" in review or rating["alternateName"] == "not established"
    assert json.loads(json.dumps(review)) == review


def test_a_review_in_full():
    (review,) = [each for each in REVIEWS["@graph"] if each["claimReviewed"] == "Scenes were filmed aboard Salyut 6."]
    assert review == {
        "@type": "ClaimReview",
        "claimReviewed": "Scenes were filmed aboard Salyut 6.",
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "contradicted",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
        },
        "reviewBody": "Salyut 6 was launched on 29 September 1977, eighteen years after the premiere.",
        "author": {"@type": "Organization", "name": "film-list-dashboard"},
        "url": "https://films.example/?film=the-sky-beckons-1959",
        "itemReviewed": {
            "@type": "Claim",
            "text": "scenes filmed aboard the Salyut 6 space station",
            "appearance": {"@type": "CreativeWork", "name": "Soviet Space Films"},
        },
        "datePublished": "2026-11-22",
        "citation": {
            "@type": "CreativeWork",
            "name": "Jonathan McDowell, JSR launch log, as published by The Economist (graphic-detail-data, "
            "space-launches/launches.csv)",
            "url": "https://github.com/TheEconomist/graphic-detail-data",
        },
    }


def test_reviews_of_some_films_in_their_order():
    graph = claim_reviews(DOSSIER, ["the-last-flight-1993", "solaris-1972"], address, ENGLISH)["@graph"]
    assert list(dict.fromkeys(each["url"] for each in graph)) == [
        address("the-last-flight-1993"),
        address("solaris-1972"),
    ]


def test_a_day_or_source_that_is_not_known_is_left_out():
    claim = Claim("a", "fact", "q", "c", "not established", "r", "", "", "", None)
    films = validate(read_csv(b"id,title,fact\na,A,q\n", "f.csv"))
    loaded = LoadedList(own_source(Path("f.csv")).info, films, (claim,), {}, (), (), (), ())
    (review,) = claim_reviews(loaded, ["a"], address, ENGLISH)["@graph"]
    assert review.keys() == REQUIRED | {"reviewBody"}
    assert review["author"] == {"@type": "Organization", "name": "F"}
