"""Rows that a visitor adds to the evidence of a list, changes and takes out."""

import re

import pytest

from dashboard.cleaning.validate import validate
from dashboard.evidence.calendar_check.accepted import Accepted, read_accepted
from dashboard.evidence.calendar_check.events import read_calendar
from dashboard.evidence.claims import read_claims
from dashboard.evidence.editing.files import (
    ACCEPTED,
    CALENDAR,
    CLAIMS,
    FILES,
    IDENTITIES,
    LONGEST_CELL,
    MILESTONES,
    Known,
    typed,
    with_row,
    without_row,
)
from dashboard.evidence.identities import read_identities
from dashboard.evidence.milestones import read_milestones
from dashboard.exports.claim_review import evidence_csv
from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.loading import load_list
from dashboard.lists.source import published_source
from dashboard.model.problems import BadListError, Problem

FILMS = validate(read_csv(b"id,title,year,fact\na,A,1970,Shot in Omsk. It is long.\nb,B,1971,\n", "films.csv"))
KNOWN = Known(FILMS, {"a", "b", "stalker-1979"})
CLAIM = {
    "film_id": "a",
    "field": "fact",
    "quote": "Shot in Omsk",
    "claim": "It was shot in Omsk.",
    "verdict": "supported",
    "reason": "A page says so, and more.",
    "source_title": "A page",
    "source_url": "https://example.org/a",
    "checked_by": "Anna",
}
ROWS = {
    CLAIMS: CLAIM,
    IDENTITIES: {"film_id": "a", "status": "identified", "filmography_id": "stalker-1979", "note": "By its plot."},
    ACCEPTED: {"film_id": "a", "field": "fact", "quote": "Shot in Omsk.", "note": "The town."},
    MILESTONES: {"date": "1961-04-12", "text": "Gagarin flies.", "country": "USSR"},
    CALENDAR: {"name": "Vostok", "applies_to": "mention", "aliases": "Vostok 1", "from": "1961-04-12"},
}
HEAD = b"\xef\xbb\xbf" + ",".join(CLAIMS.columns).encode() + b"\r\n"
WRITTEN = b'a,fact,Shot in Omsk,It was shot in Omsk.,supported,"A page says so, and more.",A page,https://example.org/a,,,Anna,\r\n'
KEY = CLAIMS.key_of(CLAIM)


def refused(file, data, row, instead_of=None):
    with pytest.raises(BadListError) as caught:
        with_row(file, data, row, KNOWN, instead_of)
    return caught.value.problems


def test_every_file_has_a_row_here():
    assert tuple(ROWS) == FILES


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_row_of_each_file_is_added_changed_and_taken_out(file):
    row = ROWS[file]
    made = with_row(file, None, row, KNOWN)
    assert file.problems(read_csv(made, file.name), KNOWN) == ()
    again = with_row(file, made, row, KNOWN, file.key_of(row))
    assert again == made
    assert without_row(file, made, file.key_of(row)) is None
    assert without_row(file, made, dict.fromkeys(file.key, "another")) == made
    assert without_row(file, None, file.key_of(row)) is None


def test_a_statement_as_its_file_has_it():
    assert with_row(CLAIMS, None, CLAIM, KNOWN) == HEAD + WRITTEN


def test_a_change_leaves_other_rows_and_columns_and_takes_stale_translations_out():
    given = (
        "film_id,field,quote,claim,claim_ru,verdict,reason,reason_ru,colour\n"
        "a,fact,Shot in Omsk,It was shot there.,Снят там.,judgement,So.,Так.,red\n"
        "b,fact,nowhere,Of no words.,,judgement,,,\n"
    ).encode()
    row = {
        "film_id": "a",
        "field": "fact",
        "quote": "Shot in Omsk",
        "claim": "It was shot there.",
        "verdict": "not established",
        "reason": "Nobody knows.",
    }
    assert with_row(CLAIMS, given, row, KNOWN, CLAIMS.key_of(row)) == given.replace(
        "judgement,So.,Так.,red".encode(), b"not established,Nobody knows.,,red"
    )


def test_a_row_that_somebody_took_out_meanwhile_is_added():
    other = CLAIM | {"claim": "Another."}
    assert with_row(CLAIMS, HEAD + WRITTEN, other, KNOWN, CLAIMS.key_of(other)) == HEAD + WRITTEN + WRITTEN.replace(
        b"It was shot in Omsk.", b"Another."
    )


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"source_url": ""}, Problem("no source", "claims.csv", 2, "source_url", "", "supported")),
        (
            {"verdict": "contradicted", "source_title": ""},
            Problem("no source", "claims.csv", 2, "source_title", "", "contradicted"),
        ),
        ({"claim": ""}, Problem("nothing said", "claims.csv", 2, "claim")),
        ({"quote": "in Perm"}, Problem("quote not found", "claims.csv", 2, "quote", "in Perm", "fact")),
        ({"film_id": "c"}, Problem("no such film", "claims.csv", 2, "film_id", "c")),
        (
            {"source_url": "javascript:alert(1)"},
            Problem("not an address", "claims.csv", 2, "source_url", "javascript:alert(1)"),
        ),
        ({"reason": "x" * 100_000}, Problem("text too long", "claims.csv", None, "reason", "x" * 100_000, "10000")),
    ],
    ids=[
        "no address",
        "no title",
        "nothing said",
        "other words",
        "no such film",
        "no address of the web",
        "a long reason",
    ],
)
def test_a_row_that_could_not_be_used_is_refused(change, problem):
    assert refused(CLAIMS, None, CLAIM | change) == (problem,)


def test_all_that_is_wrong_in_a_row_is_said_at_once():
    row = CLAIM | {"claim": "x" * 10_001, "reason": "x" * 200_000, "source_url": "javascript:alert(1)"}
    assert [(each.kind, each.column) for each in refused(CLAIMS, None, row)] == [
        ("text too long", "claim"),
        ("text too long", "reason"),
        ("not an address", "source_url"),
    ]


def test_an_address_that_is_too_long_is_said_once():
    row = CLAIM | {"source_url": "x" * 10_001}
    assert [each.kind for each in refused(CLAIMS, None, row)] == ["text too long"]


@pytest.mark.parametrize("verdict", ["not established", "judgement"])
def test_what_needs_no_source_is_taken(verdict):
    row = CLAIM | {"verdict": verdict, "source_title": "", "source_url": ""}
    assert with_row(CLAIMS, None, row, KNOWN).startswith(HEAD)


def test_a_statement_that_is_there_is_refused_and_one_that_becomes_another_too():
    both = with_row(CLAIMS, HEAD + WRITTEN, CLAIM | {"claim": "Another."}, KNOWN)
    assert [each.kind for each in refused(CLAIMS, both, CLAIM)] == ["said twice"]
    assert [each.kind for each in refused(CLAIMS, both, CLAIM | {"claim": "Another."}, KEY)] == ["said twice"]


def test_what_was_wrong_before_does_not_refuse_a_row():
    given = HEAD + b"c,fact,x,x,judgement,,,,,,,\r\ntoo few\r\n"
    assert with_row(CLAIMS, given, CLAIM, KNOWN) == given + WRITTEN


def test_a_file_that_lacks_columns_gets_them():
    given = b"film_id,quote\na,Shot in Omsk\n"
    made = with_row(CLAIMS, given, CLAIM, KNOWN)
    assert made.startswith(
        b"film_id,quote,field,claim,verdict,reason,source_title,source_url,checked_by\na,Shot in Omsk,,"
    )


@pytest.mark.parametrize(
    "text",
    ["=HYPERLINK(1)", "'=x", "<script>alert(1)</script>", 'a "b", c', "two\nlines", "Солярис 🚀", "x" * LONGEST_CELL],
    ids=["formula", "escaped", "markup", "signs", "lines", "any script", "as long as may be"],
)
def test_any_text_reads_back(text):
    made = with_row(CLAIMS, None, CLAIM | {"reason": text, "checked_by": text}, KNOWN)
    (row,) = read_csv(made, "claims.csv").cells
    assert (row[5], row[10]) == (text, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a b \n", "a b"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x1b\x85b\ud800", "ab"),
        ("a\tb", "a\tb"),
        ("", ""),
        ("🚀 é", "🚀 é"),
    ],
    ids=["blanks", "lines", "unseen signs", "a tab", "nothing", "any script"],
)
def test_what_is_typed_becomes_a_cell(text, expected):
    assert typed(text) == expected


def test_names_of_files_are_those_that_a_list_may_bring():
    assert all(re.fullmatch(r"[a-z_]+\.csv", file.name) for file in FILES)


FOUND = load_list(published_source())
THINGS = {
    CLAIMS: FOUND.claims,
    IDENTITIES: tuple(FOUND.identities.values()),
    ACCEPTED: (Accepted("a", "fact", "Shot in Omsk.", "The town."), Accepted("a", "fact", "It is long.")),
    MILESTONES: FOUND.milestones,
    CALENDAR: FOUND.events,
}
READ = {
    CLAIMS: lambda rows: read_claims(rows, FOUND.films),
    IDENTITIES: lambda rows: read_identities(rows, FOUND.films, {each.filmography_id for each in THINGS[IDENTITIES]}),
    ACCEPTED: lambda rows: read_accepted(rows, FILMS),
    MILESTONES: read_milestones,
    CALENDAR: read_calendar,
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_things_of_each_file_read_back_as_they_are(file):
    found, problems = READ[file](read_csv(evidence_csv(file.columns, THINGS[file]), file.name))
    assert (tuple(found.values()) if isinstance(found, dict) else found, problems) == (THINGS[file], ())
