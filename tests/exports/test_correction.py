"""A suggested correction: the row that says it, why it could not be used, and the way to whoever keeps the list."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from dashboard.evidence.claims import Claim, read_claims
from dashboard.exports.correction import (
    LONGEST,
    LONGEST_LINK,
    CellCorrection,
    Correction,
    LabelledText,
    StatementCorrection,
    field_labels,
    too_long,
    way,
)
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, own_source, published_source

ENGLISH, TODAY = english(), date(2026, 12, 1)
PUBLISHED, FILMOGRAPHY = load_list(published_source()), load_list(filmography_source())
STATION: Claim = next(each for each in PUBLISHED.claims_of["solaris-1972"] if each.quote == "set on a space station")
NEW_SOURCE = {"source_title": "A book", "source_url": "https://a.example/book"}
FACT = {"quote": "Andrei Tarkovsky", "claim": "He made it.", "verdict": "not established", "reason": "Nobody looked."}


def of_statement(claim: Claim | None = STATION) -> Correction:
    return StatementCorrection(PUBLISHED, "solaris-1972", PUBLISHED.index.columns["fact"], claim)


def of_cell(column: str) -> Correction:
    return CellCorrection(FILMOGRAPHY, "solaris-1972", FILMOGRAPHY.index.columns[column])


def wrong(correction: Correction, given: dict[str, str]) -> list[str]:
    return correction.wrong(correction.suggested(given, TODAY), given, ENGLISH)


NOW = "solaris-1972,description,set on a space station,It is set on a space station."
WIKIPEDIA = '"Solaris (1972 film), English Wikipedia",https://en.wikipedia.org/wiki/Solaris_(1972_film)'
READY = [
    (
        of_statement,
        {"reason": "So it is."},
        f"{NOW},supported,So it is.,{WIKIPEDIA},read in a copy of the page,2026-12-01,,",
    ),
    (
        of_statement,
        {"verdict": "contradicted", "reason": "=1+1", **NEW_SOURCE, "checked_by": "Anna"},
        f"{NOW},contradicted,'=1+1,A book,https://a.example/book,,2026-12-01,Anna,",
    ),
    (
        lambda: of_statement(None),
        FACT,
        "solaris-1972,fact,Andrei Tarkovsky,He made it.,not established,Nobody looked.,,,,2026-12-01,,",
    ),
    (lambda: of_cell("year"), {"value": "1973", "reason": "x"}, "solaris-1972,Solaris,1973"),
    (lambda: of_cell("director"), {"value": "A; B"}, "solaris-1972,Solaris,A; B"),
    (lambda: of_cell("running_time_min"), {"value": ""}, "solaris-1972,Solaris,"),
    (lambda: of_cell("title"), {"value": "=Solaris"}, "solaris-1972,'=Solaris"),
]


@pytest.mark.parametrize(("made", "given", "row"), READY)
def test_the_row_is_ready_for_the_file(made, given: dict[str, str], row: str) -> None:
    correction = made()
    assert wrong(correction, given) == []
    csv = correction.csv(correction.suggested(given, TODAY))
    assert csv == f"{','.join(correction.columns)}\r\n{row}\r\n"


@pytest.mark.parametrize(("made", "given"), [(made, given) for made, given, _ in READY[:3]])
def test_a_row_of_a_statement_reads_back(made, given: dict[str, str]) -> None:
    correction = made()
    row = correction.suggested(given, TODAY)
    claims, problems = read_claims(read_csv(correction.csv(row).encode(), "claims.csv"), PUBLISHED.films)
    assert problems == ()
    assert {name: str(getattr(claims[0], name) or "") for name in correction.columns[1:]} == {
        name: row[name] for name in correction.columns[1:]
    }


SAME = "This says what stands there already. Change something."
REFUSED = [
    (of_statement, {}, [SAME]),
    (of_statement, {"verdict": "supported", "checked_by": "Anna"}, [SAME]),
    (of_statement, {"verdict": "contradicted", **NEW_SOURCE}, ["A verdict needs a reason. Say why."]),
    (
        of_statement,
        {"source_url": "ftp://a"},
        ["“ftp://a” is not an address. Write it in full, beginning with http:// or https://."],
    ),
    (
        of_statement,
        {"verdict": "true", "reason": "x"},
        ["“true” is none of supported, contradicted, not established, judgement. Write one of these."],
    ),
    (
        lambda: of_statement(None),
        FACT | {"verdict": "supported"},
        ["What is supported needs a source. Fill in title and address of the source, or change the verdict."],
    ),
    (
        lambda: of_statement(None),
        FACT | {"quote": "andrei tarkovsky"},
        [
            "“andrei tarkovsky”: these words do not stand in the film's fact. "
            "Copy the words from there, exactly as they are."
        ],
    ),
    (lambda: of_statement(None), FACT | {"claim": ""}, ["The cell is empty. Fill it in, or remove the row."]),
    (
        lambda: of_statement(None),
        FACT | {"quote": "Directed by Andrei Tarkovsky", "claim": "It was directed by Andrei Tarkovsky."},
        ["“It was directed by Andrei Tarkovsky.”: another row says the same. Remove one of the two."],
    ),
    (lambda: of_cell("year"), {"value": "1972"}, [SAME]),
    (
        lambda: of_cell("year"),
        {"value": "soon"},
        ["“soon” is not a year, so the year is left open. Write four digits, such as 1972."],
    ),
    (lambda: of_cell("title"), {"value": ""}, ["A film needs a title. Fill in the title, or remove the row."]),
    (
        lambda: of_cell("running_time_min"),
        {"value": "long"},
        ["“long” is not a number, so it is left open. Write digits only."],
    ),
    (
        lambda: of_cell("director"),
        {"value": "A", "source_url": "javascript:alert(1)"},
        ["“javascript:alert(1)” is not an address. Write it in full, beginning with http:// or https://."],
    ),
]


@pytest.mark.parametrize(("made", "given", "sentences"), REFUSED)
def test_what_could_not_be_used_is_said(made, given: dict[str, str], sentences: list[str]) -> None:
    assert wrong(made(), given) == sentences


def test_a_copy_of_the_source_belongs_to_that_source(tmp_path: Path) -> None:
    (tmp_path / "films.csv").write_text("id,title,fact\na,A,It is long.\n", encoding="utf-8")
    columns = "film_id,field,quote,claim,verdict,source_title,source_url,source_note,archived_url"
    row = "a,fact,long,It is long.,supported,S,https://s.example,a copy,https://c.example"
    (tmp_path / "claims.csv").write_text(f"{columns}\n{row}\n", encoding="utf-8")
    loaded = load_list(own_source(tmp_path))
    correction = StatementCorrection(loaded, "a", loaded.index.columns["fact"], loaded.claims[0])
    kept = [correction.suggested(given, TODAY)["archived_url"] for given in ({"reason": "x"}, NEW_SOURCE)]
    assert kept == ["https://c.example", ""]


@pytest.mark.parametrize("name", LONGEST)
def test_a_long_text_is_refused_and_not_cut(name: str) -> None:
    most = LONGEST[name]
    assert too_long({name: "x" * most}, ENGLISH) == []
    said = f"“{field_labels(ENGLISH)[name]}” takes {most:,} characters, and this has 100,000. Shorten it."
    assert too_long({name: "x" * 100_000}, ENGLISH) == [said]


LINES = [LabelledText("Film", "Solaris (1972)"), LabelledText("Why", "`a` & <b>\nю?#%")]
MAIL, ISSUE = "mailto:films@a.example", "https://a.example/issues/new"
BODY = "Film: Solaris (1972)\nWhy: `a` & <b>\nю?#%\n\n"
WAYS = [
    (MAIL, {"subject": ["S & T"], "body": [f"{BODY}a,b\n1,2\n".replace("\n", "\r\n")]}),
    (f"{MAIL}?cc=b@a.example", {"cc": ["b@a.example"], "subject": ["S & T"]}),
    (ISSUE, {"title": ["S & T"], "body": [f"{BODY}```\na,b\n1,2\n```\n"]}),
    (f"{ISSUE}?labels=data", {"labels": ["data"], "title": ["S & T"]}),
]


@pytest.mark.parametrize(("address", "holds"), WAYS, ids=[address for address, _ in WAYS])
def test_the_link_opens_a_prepared_mail_or_issue(address: str, holds: dict[str, list[str]]) -> None:
    found = way(address, "S & T", LINES, "a,b\r\n1,2\r\n", "Paste it.")
    read = parse_qs(urlsplit(found.link).query)
    assert found.link.startswith(address)
    assert (found.is_mail, found.is_whole) == (address.startswith("mailto"), True)
    assert {name: read[name] for name in holds} == holds
    assert set(read) >= {"body"}


@pytest.mark.parametrize(("address", "scheme"), [(MAIL, "mailto"), (ISSUE, "https")])
def test_a_link_that_programs_would_cut_asks_to_paste_the_row(address: str, scheme: str) -> None:
    most = LONGEST_LINK[scheme]
    room = most - len(way(address, "S", LINES, "", "Paste it.").link)
    ways = [way(address, "S", LINES, "x" * length, "Paste it.") for length in (max(0, room - 20), room + 20, 10 * most)]
    assert [each.is_whole for each in ways] == [True, False, False]
    assert all(len(each.link) <= most for each in ways)
    assert "Paste%20it." in ways[1].link


def test_no_text_ends_the_block_of_an_issue() -> None:
    link = way(ISSUE, "S", LINES, "a\r\n````\r\n", "Paste it.").link
    assert parse_qs(urlsplit(link).query)["body"][0].endswith("\n\n`````\na\n````\n`````\n")
