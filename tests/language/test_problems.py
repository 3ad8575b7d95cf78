from typing import get_args

import pytest

from dashboard.catalogue.check import check
from dashboard.catalogue.read import read_rows
from dashboard.catalogue.schema import year_limits
from dashboard.errors import BadListError, Problem, ProblemKind
from dashboard.language.problems import WORDS, sentence

NEXT_YEAR = year_limits()[1]

# (the file, its problems in words), one for every kind that comes from a file's text
TOLD = {
    "not text": (b"title\0", ["f.csv: this is not a text file. Save the list as CSV (UTF-8) and try again."]),
    "broken table": (
        b'title,year\nA,1972\n"B,1973\nC,1974\n',
        [
            "f.csv, line 3: the table breaks off here (unexpected end of data). "
            "Look for a quotation mark that is not closed."
        ],
    ),
    "empty file": (b"", ["f.csv: there is no film in it. Put a header line first, then one film a line."]),
    "no title column": (
        b"name,year\nA,1972\n",
        [
            "f.csv, line 1: no column is named “title”; the columns are name, year. "
            "Rename the column that holds the titles to “title”."
        ],
    ),
    "column twice": (
        b"title,year,Year\nA,1972,1973\n",
        ["f.csv, line 1, column “year”: two columns have this name. Rename or remove one of them."],
    ),
    "wrong number of cells": (
        b"title,year\nA,1972\nB,1973,x\n",
        ["f.csv, line 3: the row has 3 cells, the header 2. Put cells that hold a separator into quotation marks."],
    ),
    "missing title": (
        b"title,year\nA,1972\n ,1973\n",
        ["f.csv, line 3, column “title”: a film needs a title. Fill in the title, or remove the row."],
    ),
    "not a year": (
        b"title,Year\nA,1972\nB,soon\n",
        [
            "f.csv, line 3, column “Year”: “soon” is not a year. "
            "Write four digits, such as 1972, or leave the cell empty."
        ],
    ),
    "year out of range": (
        b"title,year\nA,1972\nB,1887\n",
        [
            f"f.csv, line 3, column “year”: “1887” is not a year between 1888 and {NEXT_YEAR}. "
            "Correct the year, or leave the cell empty."
        ],
    ),
    "not a number": (
        b"title,Running time min\nA,90\nB,1h30\n",
        [
            "f.csv, line 3, column “Running time min”: “1h30” is not a whole number. "
            "Write digits only, or leave the cell empty."
        ],
    ),
    "number out of range": (
        b"title,running_time_min\nA,90\nB,0\n",
        [
            "f.csv, line 3, column “running_time_min”: “0” is not between 1 and 60000. "
            "Correct the number, or leave the cell empty."
        ],
    ),
    "not an id": (
        b"title,id\nA,a\nB,b b\n",
        [
            "f.csv, line 3, column “id”: “b b”: an id is at most 200 characters long and has no blanks. "
            "Use letters, digits and hyphens, or leave the cell empty."
        ],
    ),
    "id twice": (
        b"title,id\nA,a\nB,a\n",
        [
            "f.csv, line 3, column “id”: “a”: line 2 has this id already. "
            "Give each film an id of its own, or leave the cell empty."
        ],
    ),
    "no usable row": (
        b"title,year\n,1972\n",
        [
            "f.csv, line 2, column “title”: a film needs a title. Fill in the title, or remove the row.",
            "f.csv: no row can be used. Correct the rows named here.",
        ],
    ),
}


@pytest.mark.parametrize("kind", TOLD)
def test_a_file_s_problems_in_words(kind):
    data, told = TOLD[kind]
    try:
        problems = check(read_rows(data, "f.csv")).problems
    except BadListError as error:
        problems = error.problems
    assert [sentence(problem) for problem in problems] == told
    assert kind in {problem.kind for problem in problems}


def test_every_kind_has_words_and_is_told_here():
    assert set(WORDS) == set(get_args(ProblemKind))
    assert {*TOLD, "unreadable file"} == set(WORDS)


def test_a_file_that_cannot_be_read():
    problem = Problem("unreadable file", "f.csv", expected="Permission denied")
    assert sentence(problem) == (
        "f.csv: the file cannot be read (Permission denied). Check that it exists and may be read."
    )


def test_a_long_cell_is_cut_and_its_braces_are_left_alone():
    said = sentence(Problem("not a year", "f.csv", 2, "year", "{value}" + "x" * 100))
    assert said.startswith("f.csv, line 2, column “year”: “{value}" + "x" * 52 + "…” is not a year. ")
