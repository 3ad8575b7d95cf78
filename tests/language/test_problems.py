from typing import get_args

import pytest

from dashboard.catalogue.check import check
from dashboard.catalogue.read import read_rows
from dashboard.catalogue.schema import year_limits
from dashboard.errors import BadListError, Problem, ProblemKind
from dashboard.evidence.claims import read_claims
from dashboard.evidence.milestones import read_milestones
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
    "empty file": (b"", ["f.csv: there is no row in it. Put a header line first, then one row a line."]),
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
        [
            "f.csv, line 3: the number of cells in the row is 3, in the header 2. "
            "Put cells that hold a separator into quotation marks."
        ],
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


FILMS = check(read_rows(b"id,title,year,fact\na,A,1970,Shot in Omsk.\n", "films.csv"))
CLAIMS = "film_id,field,quote,claim,verdict,source_title,source_url,checked_on\n"
GOOD = "a,fact,Omsk,It was Omsk.,supported,A page,https://example.org/,2026-01-02\n"

# (what reads it, the file's text, its only problem in words), one for every kind that comes from evidence
OF_EVIDENCE = {
    "no such film": (
        "claims",
        CLAIMS + GOOD.replace("a,", "b,", 1),
        "f.csv, line 2, column “film_id”: “b” is not the id of a film. Copy the id from the list of films.",
    ),
    "no such field": (
        "claims",
        CLAIMS + GOOD.replace("fact", "year", 1),
        "f.csv, line 2, column “field”: “year” is not a column of text in the list; those are title, fact. "
        "Write one of these.",
    ),
    "no such value": (
        "claims",
        CLAIMS + GOOD.replace("supported", "true"),
        "f.csv, line 2, column “verdict”: “true” is none of supported, contradicted, not established, judgement. "
        "Write one of these.",
    ),
    "quote not found": (
        "claims",
        CLAIMS + GOOD.replace("Omsk", "Perm", 1),
        "f.csv, line 2, column “quote”: “Perm”: these words do not stand in the film's fact. "
        "Copy the words from there, exactly as they are.",
    ),
    "no source": (
        "claims",
        CLAIMS + GOOD.replace("A page", ""),
        "f.csv, line 2, column “source_title”: what is supported needs a source. "
        "Fill in title and address of the source, or change the verdict.",
    ),
    "not an address": (
        "claims",
        CLAIMS + GOOD.replace("https://", ""),
        "f.csv, line 2, column “source_url”: “example.org/” is not an address. "
        "Write it in full, beginning with http:// or https://.",
    ),
    "not a date": (
        "claims",
        CLAIMS + GOOD.replace("2026-01-02", "2 May"),
        "f.csv, line 2, column “checked_on”: “2 May” is not a day. Write it as 1972-02-05.",
    ),
    "nothing said": (
        "milestones",
        "date,text\n1957-10-04,\n1961-04-12,Vostok 1 flies.\n",
        "f.csv, line 2, column “text”: the cell is empty. Fill it in, or remove the row.",
    ),
    "said twice": (
        "claims",
        CLAIMS + GOOD + GOOD,
        "f.csv, line 3, column “claim”: “It was Omsk.”: another row says the same. Remove one of the two.",
    ),
}


@pytest.mark.parametrize("kind", OF_EVIDENCE)
def test_a_problem_of_evidence_in_words(kind):
    reader, text, told = OF_EVIDENCE[kind]
    rows = read_rows(text.encode(), "f.csv")
    problems = read_claims(rows, FILMS)[1] if reader == "claims" else read_milestones(rows)[1]
    assert [(problem.kind, sentence(problem)) for problem in problems] == [(kind, told)]


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
    assert {*TOLD, *OF_EVIDENCE, "unreadable file"} == set(WORDS)


def test_a_file_that_cannot_be_read():
    problem = Problem("unreadable file", "f.csv", expected="Permission denied")
    assert sentence(problem) == (
        "f.csv: the file cannot be read (Permission denied). Check that it exists and may be read."
    )


def test_a_long_cell_is_cut_and_its_braces_are_left_alone():
    said = sentence(Problem("not a year", "f.csv", 2, "year", "{value}" + "x" * 100))
    assert said.startswith("f.csv, line 2, column “year”: “{value}" + "x" * 52 + "…” is not a year. ")
