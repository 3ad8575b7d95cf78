"""Every line of a file is accounted for: in all files of the suite, and in any text of titles and years."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.validate import validate
from dashboard.exports.reports.report import accounted, report
from dashboard.formats.format import Table, lines_in
from dashboard.formats.read import read_document, read_rows
from dashboard.i18n.languages import english, language_of
from dashboard.model.problems import BadListError
from tests.formats.kept import KEPT
from tests.formats.plain_text.test_lists import LISTS
from tests.formats.test_csv_as_written import FILES as CSV_FILES
from tests.formats.test_side_by_side import CLEAR, REPEATED

HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"
CORPUS: dict[str, bytes] = {
    **{path.name: path.read_bytes() for folder in ("files", "cases") for path in sorted((HERE / folder).iterdir())},
    **{path.name: path.read_bytes() for path in sorted(DATA.iterdir()) if path.suffix in (".csv", ".txt")},
    **{f"plain list: {name}": text.encode() for name, (text, _) in LISTS.items()},
    **{f"kept: {name}": text.encode() for name, (text, _) in KEPT.items()},
    **{f"side by side: {name}": text.encode() for name, (text, _) in {**CLEAR, **REPEATED}.items()},
    **{f"CSV: {name}": data if isinstance(data, bytes) else data.encode() for name, (data, *_) in CSV_FILES.items()},
}


def assert_accounted(data: bytes, table: Table) -> None:
    rows, account, fates = table.rows, table.account(), dict(table.fates())
    counted = {fate: [*fates.values()].count(fate) for fate in {*fates.values()}}
    assert (account.unaccounted, account.came_to) == (0, counted)
    assert [*fates] == [*range(1, account.total + 1)]
    assert account.came_to.get("film", 0) == len({*rows.lines})
    assert account.came_to.get("refused", 0) >= len({line for line, _ in rows.unread})
    is_text = rows.encoding and rows.unit == "line" and not data.startswith((b"PK", b"\x1f\x8b", b"<"))
    text = data.decode(rows.encoding, "replace") if is_text else ""
    assert not text or account.total == lines_in(text)


@pytest.mark.parametrize("name", CORPUS)
def test_every_line_of_a_file_is_accounted_for(name: str) -> None:
    document = read_document(CORPUS[name], name)
    assert_accounted(CORPUS[name], document.table)
    for table in document.tables:
        with suppress(BadListError):
            assert_accounted(CORPUS[name], table)


BESIDE = {"lines before the table", "lines behind the list", "beside the list"}


@pytest.mark.parametrize("name", CORPUS)
def test_what_is_left_out_of_a_file_is_named(name: str) -> None:
    rows = read_rows(CORPUS[name], name)
    kinds = {problem.kind for problem in rows.problems}
    assert rows.account
    says_nothing = name in ("plain list: rules between parts", "CSV: a named separator")
    assert says_nothing or not rows.account.came_to.get("comment") or kinds & BESIDE
    assert not rows.account.came_to.get("other table") or "other tables" in kinds


PARTS = (
    *(
        "Solaris",
        "Mr. Nobody",
        "Score: A Musical",
        "Гагарин. Первый в космосе",
        "The Good, the Bad",
        "Director",
        "1984",
    ),
    *("(1972)", "(2009)", ", 1979", " – 1962", "1957", "(1995/II)", "[Blu-ray]", "(TV Series 2008–2013)", "46΄"),
    *(
        " + ",
        "Double bill: ",
        "Thursday 3 October, 7.30pm",
        "1970s",
        ":",
        "- ",
        "1. ",
        "# ",
        "  ",
        ", ",
        '"',
        "|",
        "::",
    ),
)
lines = st.lists(st.sampled_from(PARTS), max_size=4).map("".join)


@given(st.lists(lines, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_line_of_any_text_of_titles_and_years_is_accounted_for(texts: list[str], end: str) -> None:
    data = end.join(texts).encode()
    with suppress(BadListError):
        table = read_document(data, "f").table
        assert table.rows
        assert_accounted(data, table)


titles = st.sampled_from(PARTS[:7])
films = st.lists(st.tuples(titles, st.integers(1888, 2029).map(str)), min_size=3, max_size=12)


@given(films, st.sampled_from(["{} ({})", "- {} ({})", "{} [{}]"]))
def test_of_lines_that_end_in_a_year_each_is_a_film(found: list[tuple[str, str]], form: str) -> None:
    rows = read_rows("\n".join(form.format(*film) for film in found).encode(), "f")
    assert [(cells[0], cells[1]) for cells in rows.cells] == found
    assert rows.lines == tuple(range(1, len(found) + 1))


PROGRAMME = (HERE / "cases" / "programme-en.txt").read_bytes()


@pytest.mark.parametrize(
    ("data", "said", "in_russian"),
    [
        (
            PROGRAMME,
            "10 lines: 5 films on 4 lines, 5 headings and 1 refused.",
            "10 строк: 5 фильмов на 4 строках, 5 заголовков и 1 отклонена.",
        ),
        (
            b"title,year\n,1970\nA,1971\n",
            "3 lines: 1 film, 1 heading and 1 refused.",
            "3 строки: 1 фильм, 1 заголовок и 1 отклонена.",
        ),
        (
            b"<table><tr><th>title<th>x<tr><td>A<td>1<tr><td>1970s<tr><tr><td>B<td>2</table>",
            "5 rows: 2 films, 2 headings and 1 blank.",
            "5 строк: 2 фильма, 2 заголовка и 1 пустая.",
        ),
        (
            b"A (1972)\n  Good.\nB (1973)\n\nBring biscuits!\n",
            "5 lines: 2 films, 1 further line of a film, 1 beside the list and 1 blank.",
            "5 строк: 2 фильма, ещё 1 строка о фильме, 1 вне списка и 1 пустая.",
        ),
    ],
    ids=["a programme", "a film without a title", "rows of a page", "a remark below"],
)
def test_the_numbers_add_up_to_the_file(data: bytes, said: str, in_russian: str) -> None:
    found = report(validate(read_rows(data, "f")), english())
    assert (accounted(found, english()), accounted(found, language_of("ru", None))) == (said, in_russian)


def database(*statements: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as base:
        base.executescript(";".join(statements))
        return base.serialize()


AS_JSON = json.dumps(
    {
        "exported": "2024-01-02",
        "user": {"name": "Ann", "id": 5},
        "films": [{"title": "A", "year": 1972}, {}, None, {"title": "B", "year": 1973}, {"title": "C", "year": 1974}],
        "tags": ["x", "y"],
        "a": {"b": {"c": {"d": {"e": {"f": ["deep"]}}}}},
    }
)
NESTED = {
    "JSON": (AS_JSON.encode(), 11, {"film": 3, "blank": 2, "other table": 2, "comment": 4}),
    "groups in JSON": (
        b'[{"name": "x", "note": "y", "more": "z", "films": [{"title": "A"}, {"title": "B"}]}, {"name": "v",'
        b' "films": [{"title": "C"}]}]',
        4,
        {"film": 3, "comment": 1},
    ),
    "a line each": (
        b'{"title": "A", "year": 1972}\n\n{"title": "B",\n"year": 1973}\n{}\n{"title": "C", "year": 1974}\n',
        6,
        {"film": 3, "blank": 2, "field": 1},
    ),
    "columns in JSON": (b'{"title": ["A", "B", "C"], "year": [1972, 1973, 1974]}', 3, {"film": 3}),
    "rows in JSON": (
        b'[["title", "year"], ["A", 1972], [], ["B", 1973], ["C", 1974]]',
        5,
        {"heading": 1, "film": 3, "blank": 1},
    ),
    "XML": (
        b"<x version='1'><film><title>A</title></film><film/><film><title>B</title></film>"
        b"<film><title>C</title></film></x>",
        5,
        {"film": 3, "blank": 1, "comment": 1},
    ),
    "YAML": (b"films:\n- title: A\n  year: 1972\n- title: B\n- title: C\nowner: Ann\n", 4, {"film": 3, "comment": 1}),
    "SQLite": (
        database(
            "CREATE TABLE films (title, year)",
            "INSERT INTO films VALUES ('A', 1972), (NULL, NULL), ('B', 1973), ('C', 1974)",
            "CREATE TABLE people (name)",
            "INSERT INTO people VALUES ('X'), ('Y')",
            "CREATE VIEW titles AS SELECT title FROM films",
        ),
        6,
        {"film": 3, "blank": 1, "other table": 2},
    ),
}
"""Files in forms of which things are counted, how many each has, and what they come to."""


@pytest.mark.parametrize("name", NESTED)
def test_what_is_counted_in_a_file_has_its_fate(name: str) -> None:
    data, total, came_to = NESTED[name]
    account = read_document(data, "f").table.account()
    assert (account.total, dict(account.came_to), account.unaccounted) == (total, came_to, 0)


@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("name", NESTED)
def test_a_film_that_its_reader_lost_is_unaccounted(name: str, at: int) -> None:
    table = read_document(NESTED[name][0], "f").table
    rows = table.rows
    left = [each for each in range(3) if each != at]
    lossy = replace(
        rows, cells=tuple(rows.cells[each] for each in left), lines=tuple(rows.lines[each] for each in left)
    )
    assert replace(table, read=lambda: lossy).account().unaccounted == 1


def test_what_stands_beside_a_list_is_named_once() -> None:
    problems = read_rows(AS_JSON.encode(), "f").problems
    assert [(each.kind, each.value, each.expected) for each in problems] == [
        ("beside the list", "4", "exported: 2024-01-02; user.name: Ann; user.id: 5; a.b.c.d.e.f.1: deep"),
        ("other tables", "films", "tags"),
    ]
