"""Problems of a file as sentences: where, what, why, and what to do."""

from __future__ import annotations

from dashboard.errors import Problem, ProblemKind
from dashboard.language.english import quoted

WORDS: dict[ProblemKind, tuple[str, str]] = {
    "unreadable file": ("the file cannot be read ({expected})", "Check that it exists and may be read."),
    "not text": ("this is not a text file", "Save the list as CSV (UTF-8) and try again."),
    "broken table": (
        "the table breaks off here ({expected})",
        "Look for a quotation mark that is not closed.",
    ),
    "empty file": ("there is no row in it", "Put a header line first, then one row a line."),
    "no title column": (
        "no column is named “title”; the columns are {expected}",
        "Rename the column that holds the titles to “title”.",
    ),
    "column twice": ("two columns have this name", "Rename or remove one of them."),
    "wrong number of cells": (
        "the number of cells in the row is {value}, in the header {expected}",
        "Put cells that hold a separator into quotation marks.",
    ),
    "missing title": ("a film needs a title", "Fill in the title, or remove the row."),
    "not a year": ("is not a year", "Write four digits, such as 1972, or leave the cell empty."),
    "year out of range": ("is not a year between {expected}", "Correct the year, or leave the cell empty."),
    "not a number": ("is not a whole number", "Write digits only, or leave the cell empty."),
    "number out of range": ("is not between {expected}", "Correct the number, or leave the cell empty."),
    "not an id": (
        "an id is at most 200 characters long and has no blanks",
        "Use letters, digits and hyphens, or leave the cell empty.",
    ),
    "id twice": (
        "line {expected} has this id already",
        "Give each film an id of its own, or leave the cell empty.",
    ),
    "no usable row": ("no row can be used", "Correct the rows named here."),
    "no such film": ("is not the id of a film", "Copy the id from the list of films."),
    "no such field": ("is not a column of text in the list; those are {expected}", "Write one of these."),
    "no such value": ("is none of {expected}", "Write one of these."),
    "quote not found": (
        "these words do not stand in the film's {expected}",
        "Copy the words from there, exactly as they are.",
    ),
    "no source": (
        "what is {expected} needs a source",
        "Fill in title and address of the source, or change the verdict.",
    ),
    "not an address": ("is not an address", "Write it in full, beginning with http:// or https://."),
    "not a date": ("is not a day", "Write it as 1972-02-05."),
    "nothing said": ("the cell is empty", "Fill it in, or remove the row."),
    "said twice": ("another row says the same", "Remove one of the two."),
}


def place(problem: Problem) -> str:
    """Where a problem is: ``films.csv, line 3, column “year”``."""
    parts = [problem.file]
    if problem.line is not None:
        parts.append(f"line {problem.line}")
    if problem.column:
        parts.append(f"column {quoted(problem.column)}")
    return ", ".join(parts)


def sentence(problem: Problem) -> str:
    """A problem in full: place, value, what is wrong and what to do."""
    wrong, remedy = WORDS[problem.kind]
    shown_value = f"{quoted(problem.value)} " if problem.value and "{value}" not in wrong else ""
    separator = "" if wrong.startswith("is ") else ": " if shown_value else ""
    if shown_value and separator:
        shown_value = shown_value.rstrip()
    said = wrong.format(value=problem.value, expected=problem.expected)
    return f"{place(problem)}: {shown_value}{separator}{said}. {remedy}"
