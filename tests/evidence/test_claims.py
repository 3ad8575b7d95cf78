"""Statements with their verdicts: reading them, what they come to, and the published list's own."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from dashboard.cleaning.validate import validate
from dashboard.evidence.claims import (
    PROJECT,
    STATUSES,
    TRANSLATED,
    VERDICTS,
    Claim,
    read_claims,
    read_lost_claims,
    status,
    tally,
)
from dashboard.evidence.read_rows import as_date
from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.loading import load, load_list, rows_of
from dashboard.lists.source import DATA, published_source
from dashboard.model.problems import Problem

HEAD = "film_id,field,quote,claim,verdict,reason,source_title,source_url,source_note,checked_on\n"
GOOD = {
    "film_id": "a",
    "field": "fact",
    "quote": "Shot in Omsk",
    "claim": "It was shot in Omsk.",
    "verdict": "supported",
    "reason": "So it says.",
    "source_title": "A page",
    "source_url": "https://example.org/a",
    "source_note": "a copy",
    "checked_on": "2026-11-22",
}
CLAIM = Claim(
    "a",
    "fact",
    "Shot in Omsk",
    "It was shot in Omsk.",
    "supported",
    "So it says.",
    "A page",
    "https://example.org/a",
    "a copy",
    date(2026, 11, 22),
)
FILMS = validate(
    read_csv(
        b"id,title,year,director,fact,note,Shelf\na,A,1970,X; Y,Shot in Omsk. Shot in Omsk.,,left\nb,B,,,,,\n",
        "films.csv",
    )
)
FIELDS = "title, fact, note, Shelf"
NAMES = ", ".join(VERDICTS)


def read(*rows):
    lines = [",".join(f'"{cell}"' for cell in (GOOD | row).values()) for row in rows]
    return read_claims(read_csv((HEAD + "\n".join(lines) + "\n").encode(), "claims.csv"), FILMS)


def of(*verdicts):
    return [Claim("a", "fact", "q", str(at), verdict, "", "", "", "", None) for at, verdict in enumerate(verdicts)]


def test_a_claim_in_full():
    assert read({}) == ((CLAIM,), ())


@pytest.mark.parametrize(
    ("row", "kind", "column", "expected"),
    [
        ({"film_id": "c"}, "no such film", "film_id", ""),
        ({"film_id": ""}, "no such film", "film_id", ""),
        ({"film_id": "A"}, "no such film", "film_id", ""),
        ({"field": "plot"}, "no such field", "field", FIELDS),
        ({"field": ""}, "no such field", "field", FIELDS),
        ({"field": "year"}, "no such field", "field", FIELDS),
        ({"field": "director"}, "no such field", "field", FIELDS),
        ({"quote": "Shot in Perm"}, "quote not found", "quote", "fact"),
        ({"quote": "shot in omsk"}, "quote not found", "quote", "fact"),
        ({"quote": ""}, "quote not found", "quote", "fact"),
        ({"field": "note"}, "quote not found", "quote", "note"),
        ({"film_id": "b"}, "quote not found", "quote", "fact"),
        ({"verdict": "true"}, "no such value", "verdict", NAMES),
        ({"verdict": "Supported"}, "no such value", "verdict", NAMES),
        ({"verdict": ""}, "no such value", "verdict", NAMES),
        ({"source_title": ""}, "no source", "source_title", "supported"),
        ({"source_url": ""}, "no source", "source_url", "supported"),
        ({"verdict": "contradicted", "source_url": ""}, "no source", "source_url", "contradicted"),
        (
            {"verdict": "contradicted", "source_title": "", "source_url": ""},
            "no source",
            "source_title",
            "contradicted",
        ),
        ({"source_url": "example.org"}, "not an address", "source_url", ""),
        ({"source_url": "javascript:alert(1)"}, "not an address", "source_url", ""),
        ({"source_url": "https://example.org/a b"}, "not an address", "source_url", ""),
        ({"verdict": "judgement", "source_url": "ftp://x"}, "not an address", "source_url", ""),
        ({"claim": ""}, "nothing said", "claim", ""),
        ({"checked_on": "22 November 2026"}, "not a date", "checked_on", ""),
        ({"checked_on": "2026-02-30"}, "not a date", "checked_on", ""),
        ({"checked_on": "20261122"}, "not a date", "checked_on", ""),
    ],
    ids=lambda value: " ".join(f"{name}={cell}" for name, cell in value.items()) if isinstance(value, dict) else "",
)
def test_a_row_that_cannot_be_used(row, kind, column, expected):
    claims, problems = read(row, {"claim": "It was shot there."})
    assert problems == (Problem(kind, "claims.csv", 2, column, (GOOD | row)[column], expected),)
    assert [claim.claim for claim in claims] == ["It was shot there."]


@pytest.mark.parametrize("verdict", ["not established", "judgement"])
def test_what_needs_no_source(verdict):
    claims, problems = read({"verdict": verdict, "source_title": "", "source_url": "", "checked_on": ""})
    assert problems == ()
    assert [(claim.verdict, claim.source_url, claim.checked_on) for claim in claims] == [(verdict, "", None)]


def test_said_twice_whatever_the_verdict():
    claims, problems = read({}, {"claim": "Another."}, {"verdict": "judgement"})
    assert [claim.claim for claim in claims] == ["It was shot in Omsk.", "Another."]
    assert problems == (Problem("said twice", "claims.csv", 4, "claim", "It was shot in Omsk."),)


@pytest.mark.parametrize(
    ("row", "is_lost"),
    [
        ({}, False),
        ({"quote": "Shot in Perm"}, True),
        ({"field": "plot"}, True),
        ({"film_id": "b"}, True),
        ({"film_id": "c", "quote": "Shot in Perm"}, False),
        ({"quote": ""}, False),
        ({"quote": "Shot in Perm", "verdict": "true"}, False),
        ({"quote": "Shot in Perm", "source_url": ""}, False),
        ({"quote": "Shot in Perm", "claim": ""}, False),
    ],
    ids=[
        "there",
        "other words",
        "no such column",
        "an empty text",
        "no such film",
        "no words",
        "no verdict",
        "no source",
        "nothing said",
    ],
)
def test_claims_whose_words_are_gone(row, is_lost):
    text = HEAD + ",".join((GOOD | row).values()) + "\n"
    lost = read_lost_claims(read_csv(text.encode(), "claims.csv"), FILMS)
    assert lost == (
        (replace(CLAIM, film=(GOOD | row)["film_id"], field=(GOOD | row)["field"], quote=(GOOD | row)["quote"]),)
        if is_lost
        else ()
    )


def test_a_row_that_was_left_out_is_not_said_before():
    claims, problems = read({"verdict": "true"}, {})
    assert (claims, [problem.kind for problem in problems]) == ((CLAIM,), ["no such value"])


def test_problems_come_by_line():
    text = HEAD + "b\n" + ",".join(GOOD.values()).replace("a,", "c,", 1) + "\nb\n"
    claims, problems = read_claims(read_csv(text.encode(), "claims.csv"), FILMS)
    assert claims == ()
    assert [(problem.line, problem.kind) for problem in problems] == [
        (2, "wrong number of cells"),
        (3, "no such film"),
        (4, "wrong number of cells"),
    ]


def test_columns_that_are_missing_are_empty_and_others_are_left_alone():
    text = "Verdict,film_id,colour,quote,field,claim\njudgement,a,red,Omsk,fact,Said.\n"
    claims, problems = read_claims(read_csv(text.encode(), "claims.csv"), FILMS)
    assert problems == ()
    assert claims == (Claim("a", "fact", "Omsk", "Said.", "judgement", "", "", "", "", None),)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2023-02-29", None),
        ("2026-W01-1", None),
        ("2026-1-2", None),
        ("２０２６-11-22", None),
        (" 2026-11-22", None),
        ("", None),
    ],
)
def test_as_date(text, day):
    assert as_date(text) == day


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((), "not checked"),
        (("judgement",), "not checked"),
        (("judgement", "judgement"), "not checked"),
        (("supported",), "everything checked holds"),
        (("supported", "judgement"), "everything checked holds"),
        (("supported", "not established"), "not established"),
        (("not established",), "not established"),
        (("not established", "judgement"), "not established"),
        (("contradicted",), "something contradicted"),
        (("contradicted", "judgement"), "something contradicted"),
        (("supported", "contradicted"), "something contradicted"),
        (("supported", "not established", "contradicted", "judgement"), "something contradicted"),
    ],
    ids=lambda verdicts: " + ".join(verdicts) or "none" if isinstance(verdicts, tuple) else "",
)
def test_status(verdicts, expected):
    assert status(of(*verdicts)) == status(of(*reversed(verdicts))) == expected
    assert expected in STATUSES


def test_tally():
    claims = of("supported", "judgement", "supported", "contradicted")
    assert tally(claims) == {"supported": 2, "contradicted": 1, "not established": 0, "judgement": 1}
    assert list(tally(claims)) == list(VERDICTS)
    assert tally([]) == dict.fromkeys(VERDICTS, 0)


OURS = load_list(published_source()).claims
FRAME = load(published_source()).frame.set_index("id")


def test_the_published_list_has_sixty_three_statements():
    assert tally(OURS) == {"supported": 11, "contradicted": 18, "not established": 28, "judgement": 6}
    assert tally(claim for claim in OURS if claim.field == "fact") == {
        "supported": 3,
        "contradicted": 8,
        "not established": 6,
        "judgement": 1,
    }
    assert len(OURS) == 63


def test_status_of_each_film_of_the_published_list():
    assert {film: status([claim for claim in OURS if claim.film == film]) for film in FRAME.index} == {
        "solaris-1972": "everything checked holds",
        "star-pilot-1967": "something contradicted",
        "the-sky-beckons-1959": "something contradicted",
        "the-dawn-of-the-cosmos-1971": "not established",
        "per-aspera-ad-astra-1981": "something contradicted",
        "the-orbital-station-1983": "something contradicted",
        "the-star-of-the-cosmos-1984": "not established",
        "the-space-voyage-1987": "not established",
        "the-cosmic-journey-1990": "not established",
        "the-last-flight-1993": "something contradicted",
    }


def test_only_the_fact_line_of_solaris_holds_whole():
    facts = {film: status([c for c in OURS if (c.film, c.field) == (film, "fact")]) for film in FRAME.index}
    assert [film for film, each in facts.items() if each == "everything checked holds"] == ["solaris-1972"]


@pytest.mark.parametrize("claim", OURS, ids=lambda claim: f"{claim.film} {claim.quote[:30]}")
def test_a_statement_of_the_published_list(claim):
    assert claim.quote in FRAME[claim.field][claim.film]
    assert claim.field in ("title", "description", "fact")
    assert claim.claim.endswith(".")
    assert bool(claim.reason) or claim.verdict == "judgement"
    assert bool(claim.source_title) == bool(claim.source_url)
    assert claim.source_url or claim.verdict in ("not established", "judgement")
    assert claim.checked_on is not None
    assert claim.checked_on >= date(2026, 1, 1)
    assert claim.checked_by == PROJECT


def test_every_text_of_ours_is_there_in_russian():
    texts = [(claim, column) for claim in OURS for column in TRANSLATED if getattr(claim, column)]
    assert [
        (claim.film, column) for claim, column in texts if claim.in_languages(column).in_language("ru", "en").language
    ] == []
    assert all(re.search("[а-яё]", claim.in_languages("reason").in_language("ru").text) for claim in OURS)


def test_every_film_has_statements_on_its_title_description_and_fact():
    assert {(claim.film, claim.field) for claim in OURS} == {
        (film, field) for film in FRAME.index for field in ("title", "description", "fact")
    }


def test_no_two_statements_are_the_same():
    assert [key for key, number in Counter((c.film, c.field, c.quote) for c in OURS).items() if number > 1] == []
    assert [key for key, number in Counter((c.film, c.claim) for c in OURS).items() if number > 1] == []


DICTIONARY = (DATA / "README.md").read_text(encoding="utf-8")
COUNTED = re.findall(r"^\| `([\w-]+\.csv)` \| (\d+) \|", DICTIONARY, re.MULTILINE)


def test_every_table_is_counted_in_the_dictionary():
    assert sorted(name for name, _ in COUNTED) == sorted(path.name for path in DATA.glob("*.csv"))


@pytest.mark.parametrize(("name", "number"), COUNTED, ids=[name for name, _ in COUNTED])
def test_the_dictionary_s_row_counts_are_true(name, number):
    rows = rows_of(DATA / name)
    assert (len(rows.cells), rows.problems) == (int(number), ())
    assert len(set(rows.cells)) == len(rows.cells)


def test_the_dictionary_s_numbers_of_statements_are_true():
    numbers, facts = tally(OURS), tally(claim for claim in OURS if claim.field == "fact")
    said = " ".join(DICTIONARY.split())
    assert (
        f"{len(OURS)} statements = {numbers['supported']} supported, {numbers['contradicted']} contradicted, "
        f"{numbers['not established']} not established, {numbers['judgement']} judgement. Of the {sum(facts.values())} "
        f"in the ten fact lines {facts['supported']} are supported, {facts['contradicted']} contradicted, "
        f"{facts['not established']} not established and {facts['judgement']} is a judgement"
    ) in said


@pytest.mark.parametrize(
    ("today", "is_old"),
    [
        (date(2026, 11, 22), False),
        (date(2028, 11, 22), False),
        (date(2028, 11, 23), True),
        (date(2028, 12, 1), True),
        (date(2029, 1, 1), True),
        (date(2026, 1, 1), False),
    ],
    ids=str,
)
def test_a_look_at_a_source_is_old_after_two_years(today: date, is_old: bool) -> None:
    assert CLAIM.is_old(today) is is_old
    assert not replace(CLAIM, checked_on=None).is_old(today)
    assert not replace(CLAIM, source_url="").is_old(today)


def test_a_look_on_a_leap_day_is_old_after_its_eve() -> None:
    leap = replace(CLAIM, checked_on=date(2024, 2, 29))
    assert [leap.is_old(date(2026, *day)) for day in ((2, 28), (3, 1))] == [False, True]
