"""What changed between two states of a list: found row by row, read back, and true of the project's own data."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import FilmList, validate
from dashboard.evidence.changes import CHANGE_KINDS, COLUMNS, FILE, Change, ListState, compare, read_changes
from dashboard.evidence.claims import read_claims
from dashboard.evidence.translations import UNTRANSLATED, Translations, columns_with_translations
from dashboard.exports.export import csv_file
from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, published_source
from dashboard.model.problems import BadListError, Problem

DAY = date(2026, 11, 29)
HEAD = "id,title,year,director,fact,fact_ru\n"
A, B = "a,A,1970,X,It is long.,Он длинный.\n", "b,B,,,,\n"
CLAIMS = "film_id,field,quote,claim,claim_ru,verdict,reason,reason_ru,source_title,source_url\n"
LONG = "a,fact,long,It is long.,Длинный.,{},{},{},{},https://s.example/{}\n"
IS_LONG = LONG.format("supported", "So it says.", "Так сказано.", "S", "s")


def films(text: str) -> FilmList:
    return validate(read_csv(text.encode(), "films.csv"))


def state(rows: str = A + B, claims: str = IS_LONG, head: str = HEAD) -> ListState:
    there = films(head + rows)
    found, problems = read_claims(read_csv((CLAIMS + claims).encode(), "claims.csv"), there) if claims else ((), ())
    assert problems == ()
    return ListState(there, found)


def told(**texts: str) -> Translations:
    return Translations(tuple(sorted((name, "ru", text) for name, text in texts.items())))


def change(kind, film_id="a", film="A (1970)", translations=UNTRANSLATED, **texts) -> Change:
    return Change(DAY, kind, film_id, film, **texts, translations=translations)


SAID = {"part": "It is long."}
CASES: dict[str, tuple[ListState, ListState, list[Change]]] = {
    "nothing": (state(), state(), []),
    "another order": (state(), state(B + A), []),
    "a film came": (state(A), state(), [change("film added", "b", "B")]),
    "a film went, and what was said of it": (state(), state(B, ""), [change("film removed")]),
    "a cell": (
        state(),
        state(A.replace("X", "X; Y") + B),
        [change("cell changed", part="director", before="X", after="X; Y")],
    ),
    "a cell emptied": (
        state(),
        state(A.replace("X", "") + B),
        [change("cell changed", part="director", before="X", after="")],
    ),
    "a cell with its translation": (
        state(claims=""),
        state(A.replace("long.", "short.").replace("длинный", "короткий") + B, ""),
        [
            change(
                "cell changed",
                part="fact",
                before="It is long.",
                after="It is short.",
                translations=told(before="Он длинный.", after="Он короткий."),
            )
        ],
    ),
    "a translation only": (state(claims=""), state(A.replace("длинный", "короткий") + B, ""), []),
    "a column more": (state(A), state("a,A,1970,X,It is long.,,1\n", head=HEAD.replace("_ru", "_ru,Shelf")), []),
    "a hostile cell": (
        state(),
        state(A.replace("X", "'=1+1") + B),
        [change("cell changed", part="director", before="X", after="=1+1")],
    ),
    "a verdict": (
        state(),
        state(claims=LONG.format("contradicted", "Look.", "Вот.", "S", "s")),
        [
            change(
                "verdict changed",
                **SAID,
                before="supported",
                after="contradicted",
                reason="Look.",
                translations=told(part="Длинный.", reason="Вот."),
            )
        ],
    ),
    "a reason": (
        state(),
        state(claims=LONG.format("supported", "Look.", "Вот.", "T", "t")),
        [change("reason changed", **SAID, reason="Look.", translations=told(part="Длинный.", reason="Вот."))],
    ),
    "a source": (
        state(),
        state(claims=LONG.format("supported", "So it says.", "Так сказано.", "T", "t")),
        [change("source changed", **SAID, before="S", after="T", translations=told(part="Длинный."))],
    ),
    "a statement came": (
        state(claims=""),
        state(),
        [
            change(
                "statement added",
                **SAID,
                after="supported",
                reason="So it says.",
                translations=told(part="Длинный.", reason="Так сказано."),
            )
        ],
    ),
    "a statement went": (
        state(),
        state(claims=""),
        [change("statement removed", **SAID, before="supported", translations=told(part="Длинный."))],
    ),
}


@pytest.mark.parametrize(("old", "new", "found"), CASES.values(), ids=CASES)
def test_what_changed(old: ListState, new: ListState, found: list[Change]) -> None:
    assert [*compare(old, new, DAY, {})] == found


def test_a_film_with_another_id_is_renamed() -> None:
    new = state(A.replace("a,A", "c,C") + B, "")
    renamed = change("film renamed", "c", "C (1970)", before="A (1970)", after="C (1970)")
    assert compare(state(claims=""), new, DAY, {"a": "c"}) == (renamed,)


@pytest.mark.parametrize("found", [case[2] for case in CASES.values() if case[2]], ids=str)
def test_what_is_written_is_read(found: list[Change]) -> None:
    columns = columns_with_translations(COLUMNS, found)
    data = csv_file(columns, ([each.cells.get(name, "") for name in columns] for each in found))
    assert read_changes(read_csv(data, FILE)) == (tuple(found), ())


def test_the_newest_day_comes_first() -> None:
    rows = "2025-01-01,film added,A\n2026-01-01,film added,B\n2025-01-01,film added,C\n"
    found, _ = read_changes(read_csv(f"date,change,film\n{rows}".encode(), FILE))
    assert [each.film for each in found] == ["B", "A", "C"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("2026,film added,A", Problem("not a date", FILE, 2, "date", "2026")),
        ("2026-11-31,film added,A", Problem("not a date", FILE, 2, "date", "2026-11-31")),
        (
            "2026-11-29,<b>,A",
            Problem("no such value", FILE, 2, "change", "<b>", ", ".join(CHANGE_KINDS)),
        ),
        ("2026-11-29,film added,", Problem("nothing said", FILE, 2, "film")),
        ("2026-11-29,film added", Problem("wrong number of cells", FILE, 2, value="2", expected="3")),
    ],
    ids=["a year", "no such day", "no such change", "no film", "cells"],
)
def test_a_row_that_cannot_be_used_is_named(row: str, problem: Problem) -> None:
    found, problems = read_changes(read_csv(f"date,change,film\n{row}\n2026-11-29,film added,B\n".encode(), FILE))
    assert (problems, [each.film for each in found]) == ((problem,), ["B"])


def test_a_file_without_its_columns_is_named() -> None:
    with pytest.raises(BadListError) as refused:
        read_changes(read_csv(b"day,what\n2026-11-29,film added\n", FILE))
    assert [(each.kind, each.value) for each in refused.value.problems] == [("columns missing", "date, change")]


@pytest.mark.parametrize("source", [published_source(), filmography_source()], ids=lambda source: source.info.key)
def test_the_projects_own_changes_are_those_of_its_data(source) -> None:
    loaded = load_list(source)
    rows = read_csv(list_csv(loaded.films), FILE)
    cells = {row[rows.header.index("id")]: dict(zip(rows.header, row, strict=True)) for row in rows.cells}
    claims = {(claim.film, claim.claim): claim for claim in loaded.claims}
    last = {(each.film_id, each.part): each for each in reversed(loaded.changes)}
    assert len(loaded.changes) == 16
    for (film, part), each in last.items():
        assert each.film == f"{cells[film]['title']} ({cells[film]['year']})"
        if each.change == "cell changed":
            assert each.after == cells[film][part]
        elif part:
            claim = claims[film, part]
            assert each.reason in ("", claim.reason)
            assert each.after in ("", claim.verdict, claim.source_title)
            assert each.text_in("part", "ru") == claim.text_in("claim", "ru")
