"""Reports: of every file as people have them, and what a report says and writes."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from dashboard.cleaning.validate import validate
from dashboard.exports.reports.report import Report, read_as, refused_csv, report, report_csv, summary
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source, published_source

ENGLISH = english()

FILES = Path(__file__).parent.parent / "formats" / "files"
CLEAN: tuple[str, ...] = ()
NO_YEAR = "The year is not known. Fill it in if you know it."
EXPECTED: dict[str, tuple[str, int, tuple[str, ...]]] = {
    "club.xlsx": ("Excel", 3, ("repaired 4 Length: “2:47:00” was read as 167.",)),
    "excel-unicode-text.txt": ("CSV in UTF-16", 2, CLEAN),
    "export.zip": ("CSV in UTF-8", 2, CLEAN),
    "festival.ics": (
        "calendar in UTF-8",
        2,
        ("repaired 1 DURATION: “2:47:00” was read as 167.", f"doubtful 2 title: {NO_YEAR}"),
    ),
    "films.bib": ("BibTeX in UTF-8", 2, CLEAN),
    "films.csv.gz": ("CSV in UTF-8", 2, CLEAN),
    "films.enw": (
        "EndNote in UTF-8",
        2,
        ("doubtful 7 year: “n.d.”: the year is not known. Fill it in if you know it.",),
    ),
    "films.jsonl": ("JSON in UTF-8", 2, CLEAN),
    "films.mrk": ("MARC in UTF-8", 2, CLEAN),
    "films.ods": ("OpenDocument", 2, CLEAN),
    "films.parquet": ("Parquet", 2, (f"doubtful 2 year: {NO_YEAR}",)),
    "films.ris": ("RIS in UTF-8", 2, CLEAN),
    "films.sqlite": ("SQLite", 2, CLEAN),
    "films.xls": ("Excel", 2, CLEAN),
    "folder.txt": (
        "folder listing in UTF-8",
        4,
        (
            "refused 1 : This is neither a film nor anything that can be told to belong to one. Write it as a title "
            "and a year, or remove it.",
            f"doubtful 4 year: {NO_YEAR}",
        ),
    ),
    "films.yaml": ("YAML in UTF-8", 2, CLEAN),
    "headerless.csv": ("CSV in windows-1251", 3, CLEAN),
    "imdb-list.csv": ("CSV in UTF-8", 3, CLEAN),
    "imdb-title-basics.tsv": ("CSV in UTF-8", 4, CLEAN),
    "kinopoisk.csv": ("CSV in windows-1251", 3, CLEAN),
    "kodi.xml": ("XML in UTF-8", 2, CLEAN),
    "letterboxd-list.csv": ("CSV in UTF-8", 3, CLEAN),
    "letterboxd-watchlist.csv": ("CSV in UTF-8", 4, CLEAN),
    "movielens-movies.csv": ("CSV in UTF-8", 4, (f"doubtful 5 title: {NO_YEAR}",)),
    "notes.md": (
        "Markdown table in UTF-8",
        3,
        ("repaired 9 : The number of cells in the row is 3, in the header 5; the missing ones were taken for empty.",),
    ),
    "old-unix.csv": ("CSV in KOI8-R", 3, CLEAN),
    "plain-labels.txt": ("plain list in UTF-8", 2, CLEAN),
    "plain-numbered.txt": ("plain list in UTF-8", 4, (f"doubtful 7 year: {NO_YEAR}",)),
    "plain-sections.txt": ("plain list in UTF-8", 4, CLEAN),
    "plain-titles.txt": ("plain list in KOI8-R", 4, CLEAN),
    "plain-years.txt": ("plain list in UTF-8", 4, CLEAN),
    "tmdb-5000.csv": ("CSV in UTF-8", 2, CLEAN),
    "tmdb-page.json": ("JSON in UTF-8", 2, CLEAN),
    "wikitext.txt": ("wikitext table in UTF-8", 3, CLEAN),
    "wikipedia.html": ("HTML table in UTF-8", 3, CLEAN),
    "cycle.adoc": ("AsciiDoc table in UTF-8", 2, CLEAN),
    "printed.txt": (
        "printed table in UTF-8",
        3,
        (
            f"doubtful 7 year: {NO_YEAR}",
            "repaired 8 film: “Amarcord and memories” was put together of this line and the next, in which the other "
            "cells are empty.",
        ),
    ),
    "catalogue.txt": ("catalogue in UTF-8", 2, (f"doubtful 7 year: {NO_YEAR}",)),
    "infoboxes.txt": ("infoboxes in UTF-8", 2, (f"doubtful 8 year: {NO_YEAR}",)),
    "films.toml": ("TOML in UTF-8", 2, ()),
    "mysql-records.txt": ("records of a query in UTF-8", 3, CLEAN),
    "cells.txt": ("table, a cell a line in UTF-8", 3, CLEAN),
    "site.txt": (
        "pasted page in UTF-8",
        3,
        (
            "repaired 2 running_time_min: “2h 47m” was read as 167.",
            "repaired 7 running_time_min: “2h 42m” was read as 162.",
            "repaired 12 running_time_min: “1h 47m” was read as 107.",
        ),
    ),
    "stalker.md": ("note in UTF-8", 1, ()),
    "seminar.tex": (
        "LaTeX in UTF-8",
        3,
        (
            "doubtful 12 Director: “\\directorGodard” has markup that is not understood; it was kept. Correct it by "
            "hand.",
        ),
    ),
}
"""For each file its form, its rows, and what is said of them: grade, line, header and remark."""


def of(text: str, name: str = "f.csv") -> Report:
    return report(validate(read_rows(text.encode(), name)), ENGLISH)


def test_every_file_has_its_report() -> None:
    assert {path.name for path in FILES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_the_report_of_a_file_as_people_have_it(name: str) -> None:
    loaded = load_list(own_source(FILES / name))
    found = report(loaded.films, ENGLISH, loaded.notices)
    said = tuple(
        f"{problem.grade} {entry.line} {problem.column}: {found.message(problem, ENGLISH)}"
        for entry in found.entries
        for problem in entry.problems
        if entry.line is not None
    )
    assert (read_as(found.films.form, found.films.encoding, ENGLISH), found.rows, said) == EXPECTED[name]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("title,year\nA,1970\n", 0, "1 row: 1 fine."),
        ("title,year\nA,1970 г.\n", 1, "1 row: 0 fine and 1 repaired."),
        ("title,year\nA,soon\nB,1970 г.\nC,1971\n,1972\n", 2, "4 rows: 1 fine, 1 repaired, 1 doubtful and 1 refused."),
        ("title,year\nA,1970,x\nB,1971\n", 2, "2 rows: 1 fine and 1 refused."),
        ("Letterboxd\n\ntitle,year\nA,1970\nB,1971\n", 0, "2 rows: 2 fine."),
        ("Work,year\nA,1970\nB,1971\n", 1, "2 rows: 0 fine and 2 guessed."),
        ("A,1970\nB,1971\n", 1, "2 rows: 0 fine and 2 guessed."),
        ("title,Jahrgang\nA,1970\nB,1971\nC,1972\n", 1, "3 rows: 0 fine and 3 guessed."),
        (
            "Work,year\nA,soon\nB,1970 г.\nC,1971\nD,1971\n,1972\n",
            2,
            "5 rows: 0 fine, 2 guessed, 1 repaired, 1 doubtful and 1 refused.",
        ),
        ("A (1970)\nB (1971)\n", 0, "2 rows: 2 fine."),
    ],
    ids=[
        *("clean", "repaired", "all", "too many cells", "lines above"),
        *("title by its cells", "no header", "year by its cells", "all and a guess", "a plain list"),
    ],
)
def test_the_sum_and_the_exit_code(text: str, code: int, said: str) -> None:
    assert (of(text).exit_code, summary(of(text), ENGLISH)) == (code, said)


def test_a_guess_of_the_encoding_leaves_no_row_fine() -> None:
    found = report(validate(read_rows("title;year\nSpalovač;1968\n".encode("cp1250"), "f.csv")), ENGLISH)
    assert [problem.kind for problem in found.entries.of_the_whole()] == ["encoding guessed"]
    assert summary(found, ENGLISH) == "1 row: 0 fine and 1 guessed."


def test_a_guess_is_one_note_however_long_the_list() -> None:
    found = of("Work,year\n" + "".join(f"Film {at},1970\n" for at in range(50_000)))
    assert (len(found.entries), found.guessed, found.fine) == (1, 50_000, 0)


def test_a_row_has_the_worst_of_its_grades_and_the_calendar_s_notices() -> None:
    loaded = load_list(published_source())
    found = report(loaded.films, ENGLISH, loaded.notices)
    assert [(entry.title, entry.grade) for entry in found.entries] == [
        ("The Sky Beckons", "doubtful"),
        ("The Orbital Station", "doubtful"),
        ("The Last Flight", "doubtful"),
    ]
    both = of("title,year,rating\nA,soon,8/10\nB,1970,\n")
    assert [(entry.grade, len(entry.problems)) for entry in both.entries] == [("doubtful", 2)]


def test_a_report_as_csv_runs_no_formula_and_names_every_problem() -> None:
    found = of("title,year\n=A,soon\nB,1971\n,1970\n")
    rows = list(csv.reader(io.StringIO(report_csv(found, ENGLISH).decode("utf-8-sig"))))
    assert rows[0] == ["line", "status", "title", "column", "cell", "remark"]
    assert [row[:5] for row in rows[1:]] == [
        ["2", "doubtful", "'=A", "year", "soon"],
        ["4", "refused", "1970", "title", ""],
    ]


def test_refused_rows_as_csv_are_as_they_were() -> None:
    found = of("title,Shelf\nA,1\n,=2\nB,3,4\n")
    rows = list(csv.reader(io.StringIO(refused_csv(found, ENGLISH).decode("utf-8-sig"))))
    assert [[row[0], *row[2:]] for row in rows] == [["line", "title", "Shelf"], ["3", "", "'=2"], ["4", "B", "3", "4"]]
