import re
from typing import get_args

import pytest

from dashboard.cleaning.validate import validate
from dashboard.evidence.claims import read_claims
from dashboard.evidence.milestones import read_milestones
from dashboard.evidence.pictures import ScaledPicture, read_pictures
from dashboard.evidence.read_rows import Wrong
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.i18n.problem_text import READABLE, WORDS, message, place, sentence
from dashboard.model.problems import (
    GRADE_OF,
    BadListError,
    Doubtful,
    Guess,
    Note,
    Problem,
    ProblemKind,
    Refused,
    Repaired,
)
from dashboard.model.rows import Rows
from dashboard.model.schema import year_limits
from dashboard.query.index import Index
from dashboard.query.named_views import read_views

ENGLISH = english()

LAST = year_limits()[1]

# for every kind that is no cell's: what is told of a file "f.csv", and what is told of it in words
OF_A_FILE = {
    "columns missing": (
        {"value": "quote", "expected": "film_id, field, quote"},
        "f.csv: it has no column quote; its first line has to name film_id, field, quote. Write it so.",
    ),
    "too many pictures": (
        {"value": "a.png", "expected": "500"},
        "f.csv: “a.png”: a list shows 500 pictures at most. Remove another row.",
    ),
    "pictures not named": (
        {"value": "2", "expected": "a.png, b.png"},
        "f.csv: files of the folder of pictures that no row names are not shown (2): a.png, b.png. "
        "Give each a row with its licence, or remove it.",
    ),
    "unreadable file": (
        {"expected": "Permission denied"},
        "f.csv: the file cannot be read (Permission denied). Check that it exists and may be read.",
    ),
    "list gone": (
        {},
        "f.csv: the list is not on the server any more. Copy what you typed, bring the list again, and say it there.",
    ),
    "text too long": (
        {"column": "reason", "value": "x" * 100, "expected": "10000"},
        f"f.csv, column “reason”: “{'x' * 59}…” has more than 10,000 characters. Say it shorter.",
    ),
    "not text": (
        {"expected": "CSV, tables in HTML, plain lists of titles with years"},
        "f.csv: this is neither text nor another kind of file that can be read. "
        "What can be read: CSV, tables in HTML and plain lists of titles with years.",
    ),
    "SQL dump": (
        {},
        "f.csv: this is SQL, the commands that fill a database. "
        "Load them into the database, and export its table of films as CSV.",
    ),
    "PDF": (
        {},
        "f.csv: this is a PDF, which is laid out to be read by people. Copy the list from it and paste it as text.",
    ),
    "text document": (
        {},
        "f.csv: this is a document of a word processor. "
        "Copy the list from it and paste it, or save it as plain text or as a spreadsheet.",
    ),
    "picture": ({}, "f.csv: this is a picture. Write the list as text, a film a line: a title and a year."),
    "iWork document": (
        {},
        "f.csv: this is a document of Numbers, Pages or Keynote. Export it there as CSV, as Excel or as plain text.",
    ),
    "lines behind the list": (
        {"value": "2", "expected": "Thanks; Bye"},
        "f.csv: left out below the list (2): Thanks; Bye.",
    ),
    "headings between rows": (
        {"value": "2", "expected": "Drama; War"},
        "f.csv: rows with a single cell were taken for headings of those below them (2): Drama; War. "
        "What they say is in the column “Section”. If they are films, give them a year.",
    ),
    "beside the list": (
        {"value": "2", "expected": "exported: 2024-01-02; user.name: Ann"},
        "f.csv: left out beside the list (2): exported: 2024-01-02; user.name: Ann.",
    ),
    "rows left out": (
        {"value": "6", "expected": "89"},
        "f.csv: the table has 6 rows, and says itself that there are 89. "
        "Have the whole table printed, or export it as CSV.",
    ),
    "cell put together": (
        {"line": 3, "column": "film", "value": "A B"},
        "f.csv, line 3, column “film”: “A B” was put together of this line and the next, in which the other cells are "
        "empty.",
    ),
    "cell cut off": (
        {"line": 3, "column": "film", "value": "A…"},
        "f.csv, line 3, column “film”: “A…” is cut off at its end. Have the whole table printed, or fill in the rest.",
    ),
    "markup not understood": (
        {"line": 3, "column": "film", "value": "\\x"},
        "f.csv, line 3, column “film”: “\\x” has markup that is not understood; it was kept. Correct it by hand.",
    ),
    "films side by side": (
        {"line": 1, "value": "2", "expected": "1–2, 3–4"},
        "f.csv, line 1: a row has several films, 2 at most; those of columns 1–2, 3–4 were read below each other.",
    ),
    "films in columns": (
        {"line": 1, "value": "9", "expected": "Mon, Tue"},
        "f.csv, line 1: each cell of several columns was taken for a film (9), those of Mon, Tue. "
        "If a row is one film, choose the table “a film a row”; at the command line with --table.",
    ),
    "more columns of titles": (
        {"line": 1, "expected": "Ben (3)"},
        "f.csv, line 1: each row was taken for one film, but these columns may hold films too, in so many cells: "
        "Ben (3). If each cell is a film, choose the table “a film a cell”; at the command line with --table.",
    ),
    "not understood": (
        {"line": 3},
        "f.csv, line 3: this is neither a film nor anything that can be told to belong to one. "
        "Write it as a title and a year, or remove it.",
    ),
    "loose quotation mark": (
        {"line": 3},
        "f.csv, line 3: a quotation mark in the row encloses no cell; it was taken as it stands. "
        "Look whether the cells are right.",
    ),
    "year from the row above": (
        {"line": 3, "column": "year", "value": "1982"},
        "f.csv, line 3, column “year”: “1982” is the year of the row above, and was taken for this film’s, since "
        "its row has a cell less. Write the year into the row if it is another.",
    ),
    "not divided": (
        {"line": 2, "column": "title", "value": "Das Boot  Kriegsfilm"},
        "f.csv, line 2, column “title”: “Das Boot Kriegsfilm” has more in it than belongs there, as far as can be "
        "told; it was kept whole. Give each film a line of its own: the title, the year in brackets, then the rest.",
    ),
    "mostly not divided": (
        {"value": "8 / 9"},
        "f.csv: most films have more in them than belongs there, as far as can be told (8 / 9). "
        "Look whether titles and years are right in all rows; a table or a film a line is read best.",
    ),
    "most left out": (
        {"value": "17 / 20", "expected": "4 · Ordet; 5 · Gertrud"},
        "f.csv: more of it was left out than read (17 / 20), such as: 4 · Ordet; 5 · Gertrud. "
        "If films are among what was left out, bring them by themselves, or choose another table.",
    ),
    "few films among texts": (
        {"value": "8 / 9", "expected": "Dear Ann"},
        "f.csv: most of it names no film and was left out (8 / 9), so it may be no list of films; left out were: "
        "Dear Ann. If it is a list, write each film on a line: a title and a year.",
    ),
    "year from a heading": (
        {"line": 3, "column": "year", "value": "1972"},
        "f.csv, line 3, column “year”: “1972” is the heading above it, and was taken for the film’s year. "
        "Write the year behind the title if it is another.",
    ),
    "year by its place": (
        {"line": 3, "column": "year", "value": "1972"},
        "f.csv, line 3, column “year”: “1972” was taken for the year, by its place in the line.",
    ),
    "line below a film": (
        {"line": 2, "column": "description", "value": "Dil Se"},
        "f.csv, line 2, column “description”: “Dil Se” stands below this film and was taken for a text about it. If it"
        " is a film, write its year behind it in brackets.",
    ),
    "director by its place": (
        {"line": 3, "column": "director", "value": "Ann Lee"},
        "f.csv, line 3, column “director”: “Ann Lee” was taken for the director, by its place in the line.",
    ),
    "title by its place": (
        {"line": 3, "column": "title", "value": "Solaris"},
        "f.csv, line 3, column “title”: “Solaris” was taken for the title, by its place in the line.",
    ),
    "server busy": (
        {"expected": "60"},
        "f.csv: its turn to be read did not come within 60 seconds. Try again in a minute.",
    ),
    "no room": (
        {},
        "f.csv: this server has no room for another list of this size now. Try again later, or bring a shorter list.",
    ),
    "empty file": ({}, "f.csv: there is no row in it. Put a header line first, then one row a line."),
    "no films found": (
        {"expected": "CSV"},
        "f.csv: no list of films was found in it. What can be read: CSV.",
    ),
    "no usable row": ({}, "f.csv: no row can be used. Correct the rows named here."),
    "no such header": (
        {"line": 1, "value": "Name", "expected": "Shelf, Year"},
        "f.csv, line 1: “Name”: no column has this header; the columns are Shelf, Year. Write one of these.",
    ),
    "too large": (
        {"expected": "50"},
        "f.csv: it is larger than 50 MB. Take out what is not needed, or cut it into several.",
    ),
    "too many rows": (
        {"value": "1200", "expected": "1000"},
        "f.csv: it has more than 1,000 rows. Cut it into several.",
    ),
    "too many columns": (
        {"value": "1200", "expected": "1000"},
        "f.csv: it has more columns than can be read (1,000). Take out those that are empty.",
    ),
    "cell too long": (
        {"line": 3, "expected": "1000"},
        "f.csv, line 3: a cell is longer than 1,000 characters. Look for a quotation mark that is not closed.",
    ),
    "broken JSON": (
        {"line": 3, "expected": "Expecting value"},
        "f.csv, line 3: the JSON breaks off here (Expecting value). Save it anew, or choose another form.",
    ),
    "broken XML": (
        {"line": 3, "expected": "mismatched tag"},
        "f.csv, line 3: the XML breaks off here (mismatched tag). Save it anew, or choose another form.",
    ),
    "broken YAML": (
        {"line": 3, "expected": "it has references"},
        "f.csv, line 3: the YAML breaks off here (it has references). Save it anew, or choose another form.",
    ),
    "broken TOML": (
        {"expected": "Invalid value (at line 1, column 9)"},
        "f.csv: the TOML cannot be read (Invalid value (at line 1, column 9)). "
        "Correct it there, or choose another form.",
    ),
    "broken database": (
        {"expected": "file is not a database"},
        "f.csv: this database cannot be read (file is not a database). Export the table as CSV.",
    ),
    "read together": (
        {"value": "2", "expected": "watched, watchlist"},
        "f.csv: 2 lists of one shape were read together: watched, watchlist.",
    ),
    "encoding guessed": (
        {"value": "cp1250", "expected": "Miś"},
        "f.csv: its encoding was guessed; as cp1250 a line of it would read “Miś”. "
        "If that is right, choose it under “Encoding”, or with --encoding on the command line.",
    ),
    "nested too deep": ({}, "f.csv: it is nested too deep. Save the list as a plain list of objects."),
    "broken workbook": (
        {"expected": "Bad magic number"},
        "f.csv: this workbook cannot be read (Bad magic number). Open it in a spreadsheet and save it anew.",
    ),
    "protected workbook": ({}, "f.csv: this workbook is protected by a password. Save it without one."),
    "broken Parquet": (
        {"expected": "no footer"},
        "f.csv: this Parquet file cannot be read (no footer). Write it anew.",
    ),
    "broken archive": (
        {"expected": "no workbook is in it"},
        "f.csv: this archive cannot be read (no workbook is in it). Unpack it, and bring the list itself.",
    ),
    "unpacks too large": ({"expected": "500"}, "f.csv: it unpacks to more than 500 MB. Bring a smaller file."),
    "took too long": (
        {"expected": "20"},
        "f.csv: reading it took more than 20 seconds. Save it as CSV, or cut it into several.",
    ),
    "took too much memory": (
        {"expected": "1"},
        "f.csv: reading it took more than 1 GB of memory. Save it as CSV, or cut it into several.",
    ),
    "reader ended": (
        {},
        "f.csv: the reader broke off. The file is probably damaged: save it anew, as CSV if possible.",
    ),
    "lines before the table": (
        {"value": "2", "expected": "My films; of · 2024"},
        "f.csv: left out above the list (2): My films; of · 2024.",
    ),
    "no such table": (
        {"value": "Films", "expected": "1 line 1, 2 line 5"},
        "f.csv: “Films”: there is no such table in it; there are 1 line 1, 2 line 5. "
        "Write one of these names or numbers.",
    ),
    "other tables": (
        {"value": "table 1", "expected": "table 2"},
        "f.csv: there is more than one table; table 1 was read, not table 2. "
        "If you mean another, choose it under “Table”, or with --table on the command line.",
    ),
    "wrong number of cells": (
        {"line": 3, "value": "3", "expected": "2"},
        "f.csv, line 3: the number of cells in the row is 3, in the header 2. "
        "Put cells that hold a separator into quotation marks.",
    ),
    "cells missing": (
        {"line": 3, "value": "1", "expected": "2"},
        "f.csv, line 3: the number of cells in the row is 1, in the header 2; the missing ones were taken for empty.",
    ),
    "too early for it": (
        {"line": 3, "column": "fact", "expected": "The film is of 1959; its fact mentions Salyut 6, which flew later"},
        "f.csv, line 3, column “fact”: The film is of 1959; its fact mentions Salyut 6, which flew later. Look it up.",
    ),
}

# for every kind that a list's cells can have: the list, and all that is told of it in words
OF_A_LIST = {
    "no title column": (
        ("Number|year", "1|1972"),
        [
            "f.csv, line 1: no column could be taken for the titles; “Number” looks most like it; the columns are "
            "Number, year. Say which column holds the titles (on the command line: --column title=HEADER), or rename "
            "it to “title”."
        ],
    ),
    "missing title": (
        ("Name|year", "A|1972", " |1973"),
        ["f.csv, line 3, column “Name”: a film needs a title. Fill in the title, or remove the row."],
    ),
    "no usable row": (
        ("title|year", "|1972"),
        [
            "f.csv, line 2, column “title”: a film needs a title. Fill in the title, or remove the row.",
            "f.csv: no row can be used. Correct the rows named here.",
        ],
    ),
    "column guessed": (
        ("Work|When|Year", "A|x|1972", "B|x|1979"),
        [
            "f.csv, line 1, column “Work”: it was taken for “Title” by its cells alone, such as A, B. "
            "If another is meant, choose that one; at the command line with --column NAME=HEADER."
        ],
    ),
    "column renamed": (
        ("title|year|Decade|", "A|1972|70s|x"),
        [
            "f.csv, line 1, column “Decade”: the column is called “Decade (given)” here.",
            "f.csv, line 1: the column is called “Column 4” here.",
        ],
    ),
    "several columns of years": (
        ("title|Produktionsjahr|Erscheinungsjahr", "A|1972|2005", "B|1979|1979"),
        [
            "f.csv, column “Erscheinungsjahr”: it gives other years than “Produktionsjahr” in some rows (1); the "
            "years of “Produktionsjahr” were taken. If these are the films’, choose this column for the year."
        ],
    ),
    "no years at all": (
        ("title|Shelf", "A|1"),
        ["f.csv: no column gives a year. Choose the column that holds the year, if there is one."],
    ),
    "too large for minutes": (
        ("title|year|runtime", "A|1972|9780", "B|1973|5400"),
        [
            "f.csv, column “runtime”: its numbers are too large for minutes: 9780 was taken for 163 minutes. "
            "If they are minutes, write them with their unit, such as 300 min."
        ],
    ),
    "several currencies": (
        ("title|year|Budget", "A|1972|$5m", "B|1973|€4m", "C|1974|$3m"),
        [
            "f.csv, column “Budget”: its amounts are in several currencies ($, €), so it stays text and no range "
            "filters it. Give each currency a column of its own."
        ],
    ),
    "not an id": (
        ("title|year|id", "A|1972|a b"),
        ["f.csv, line 2, column “id”: “a b” cannot be an id (at most 200 characters, no blanks) and became “a-1972”."],
    ),
    "id twice": (
        ("title|year|id", "A|1972|a", "B|1972|a"),
        ["f.csv, line 3, column “id”: “a” is the id of line 2 already, so this film got another."],
    ),
    "footnote left out": (
        ("title|Year", "Solaris[1]|1972", "[REC]|2007"),
        ["f.csv, line 2, column “title”: “Solaris[1]” was read without the mark of a footnote."],
    ),
    "year written otherwise": (
        ("title|Year", "A|c. 1972"),
        ["f.csv, line 2, column “Year”: “c. 1972” was read as 1972."],
    ),
    "year from the date": (
        ("title|Year|Released", "A||12 May 1972", "B|1973|"),
        ["f.csv, line 2, column “Released”: “12 May 1972” gave the year, 1972."],
    ),
    "century guessed": (
        ("title|Year", "A|12.6.98"),
        [
            "f.csv, line 2, column “Year”: “12.6.98” has no century and was read as 1998. "
            "Write the year with four digits."
        ],
    ),
    "year uncertain": (
        ("title|Year", "A|1972", "B|[1921?]"),
        [
            "f.csv, line 3, column “Year”: “[1921?]” is marked as uncertain, so the year is left open. "
            "Write it without a question mark once you know it."
        ],
    ),
    "not like titles": (
        ("title|year", "tt0069293|1972", "tt0079944|1979"),
        [
            "f.csv, column “title”: what was taken for titles hardly looks like titles, such as tt0069293, tt0079944. "
            "Look whether it is a list of films, which column holds the titles, and which encoding it has."
        ],
    ),
    "mostly one title": (
        ("title|Episode|year", *(f"Columbo|Part {letter}|1972" for letter in "ABCD")),
        [
            "f.csv, column “title”: “Columbo” is the title of most rows (4 / 4). If another column holds the titles, "
            "choose that one; at the command line with --column title=HEADER.",
            *(
                f"f.csv, line {line}, column “title”: “Columbo” stands in line 2 already. "
                "Remove one of them if they are the same."
                for line in (3, 4, 5)
            ),
        ],
    ),
    "nothing says films": (
        ("Name|Email", "Ann Lee|ann@example.org"),
        [
            "f.csv, column “Name”: nothing in it says that it is about films; its names, such as Ann Lee, were taken "
            "for titles. Look whether it is a list of films.",
            "f.csv: no column gives a year. Choose the column that holds the year, if there is one.",
        ],
    ),
    "lists in cells": (
        ("title|films", 'Babylon|[{"film": "M", "year": 1931}]'),
        [
            "f.csv, column “films”: it holds lists with titles and years of their own, which were not read, such as M. "
            "If those are the films, bring them as a list of their own.",
            "f.csv: no column gives a year. Choose the column that holds the year, if there is one.",
        ],
    ),
    "not a year": (
        ("title|Year", "A|1972", "B|soon"),
        [
            "f.csv, line 3, column “Year”: “soon” is not a year, so the year is left open. "
            "Write four digits, such as 1972."
        ],
    ),
    "character not read": (
        ("title|year|director", "Volver|2006|Almod\ufffdvar"),
        [
            "f.csv, line 2, column “director”: “Almod\ufffdvar” has a character that cannot be read, shown as �. "
            "Write the right one in its place."
        ],
    ),
    "year out of range": (
        ("title|year", "A|1887"),
        [f"f.csv, line 2, column “year”: “1887” names a year that is not within 1888–{LAST}; it was kept. Look it up."],
    ),
    "year far from the others": (
        ("title|year", *(f"{year}|{year}" for year in range(1950, 1990)), "Late|2001"),
        ["f.csv, line 42, column “year”: “2001” puts the film far from all others of the list, in 2001. Look it up."],
    ),
    "years differ": (
        ("title|year|release_date", "A|1972|5 May 1974"),
        [
            "f.csv, line 2, column “release_date”: “5 May 1974” names another year than the film’s, 1972. "
            "Look up which is meant."
        ],
    ),
    "no year": (
        ("title|year", "A|1972", "B|", "C|unknown"),
        [
            "f.csv, line 3, column “year”: the year is not known. Fill it in if you know it.",
            "f.csv, line 4, column “year”: “unknown”: the year is not known. Fill it in if you know it.",
        ],
    ),
    "not a number": (
        ("title|year|Runtime", "A|1972|long"),
        ["f.csv, line 2, column “Runtime”: “long” is not a number, so it is left open. Write digits only."],
    ),
    "number written otherwise": (
        ("title|year|Runtime", "A|1972|1h 30m"),
        ["f.csv, line 2, column “Runtime”: “1h 30m” was read as 90."],
    ),
    "number out of range": (
        ("title|year|Runtime", "A|1972|0"),
        ["f.csv, line 2, column “Runtime”: “0” is not within 1–60000, so it is left open. Correct the number."],
    ),
    "film twice": (
        ("title|year", "A|1972", "a|1972"),
        ["f.csv, line 3, column “title”: “a” stands in line 2 already. Remove one of them if they are the same."],
    ),
    "column twice": (
        ("title|year", "A|1972"),
        [
            "f.csv, line 1, column “year”: another column is taken for “Title” already. "
            "Choose one of the two, or rename one."
        ],
    ),
}


FILMS = validate(read_rows(b"id,title,year,fact\na,A,1970,Shot in Omsk.\n", "films.csv"))
CLAIMS = "film_id,field,quote,claim,verdict,source_title,source_url,checked_on\n"
GOOD = "a,fact,Omsk,It was Omsk.,supported,A page,https://example.org/,2026-01-02\n"

PICTURES = "film_id,file,licence\n"
SCALED = {
    "b.png": Wrong("no such picture", "file"),
    "../b.png": Wrong("picture elsewhere", "file"),
    "none": Wrong("not a picture", "file"),
    "svg": Wrong("picture is SVG", "file"),
    "vast": Wrong("picture too large", "file", "40"),
    "heavy": Wrong("picture too heavy", "file", "20"),
    "moving": ScaledPicture(b"", 1, 1, moves=True),
}
"""What becomes of some files of pictures."""

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
    "link elsewhere": (
        "views",
        "name,link\nAway,https://example.org/?title=A\n",
        "f.csv, line 2, column “link”: “https://example.org/?title=A” leads away from this list. "
        "Write the end of the address of a view of this list, such as ?decade=1960s.",
    ),
    "link of nothing": (
        "views",
        "name,link\nNothing,?planet=Mars\n",
        "f.csv, line 2, column “link”: “?planet=Mars” names nothing that this list has: planet=Mars. "
        "Copy the address of a view of this list.",
    ),
    "link in part": (
        "views",
        "name,link\nIn part,?q=a&planet=Mars\n",
        "f.csv, line 2, column “link”: “?q=a&planet=Mars” fits this list only in part; left out is planet=Mars. "
        "Copy the address of a view of this list.",
    ),
    "too many views": (
        "views",
        "name,link\n" + "".join(f"V{at},?\n" for at in range(21)),
        "f.csv, line 22, column “name”: “V20”: a list offers 20 views at most. Remove another row.",
    ),
}
OF_EVIDENCE |= {
    kind: ("pictures", PICTURES + row, f"f.csv, line 2, column “{column}”: {told}")
    for kind, row, column, told in (
        (
            "no licence",
            "a,a.png,\n",
            "file",
            "“a.png” names no licence, so it is not shown. Say under which licence it may be shown, such as CC BY 4.0.",
        ),
        (
            "no such picture",
            "a,b.png,CC0\n",
            "file",
            "“b.png” is not in the folder of pictures. Put the file there, or correct its name.",
        ),
        (
            "picture elsewhere",
            "a,../b.png,CC0\n",
            "file",
            "“../b.png” leads out of the folder of pictures. Put the file there, and write its name without folders.",
        ),
        (
            "not a picture",
            "a,none,CC0\n",
            "file",
            "“none” cannot be read as a picture. Save it as JPEG, PNG, WebP or GIF.",
        ),
        (
            "picture is SVG",
            "a,svg,CC0\n",
            "file",
            "“svg” is an SVG, which can hold scripts, so it is not shown. Save it as PNG.",
        ),
        ("picture too large", "a,vast,CC0\n", "file", "“vast” has more than 40 million pixels. Save it smaller."),
        ("picture too heavy", "a,heavy,CC0\n", "file", "“heavy” has more than 20 MB. Save it smaller."),
        ("picture moves", "a,moving,CC0\n", "file", "“moving” has several images; the first one is shown."),
    )
}
READERS = {
    "claims": lambda rows: read_claims(rows, FILMS),
    "milestones": read_milestones,
    "pictures": lambda rows: read_pictures(rows, FILMS, (), SCALED.__getitem__),
    "views": lambda rows: read_views(rows, Index(FILMS)),
}


@pytest.mark.parametrize("kind", OF_EVIDENCE)
def test_a_problem_of_evidence_in_words(kind):
    reader, text, told = OF_EVIDENCE[kind]
    rows = read_rows(text.encode(), "f.csv")
    problems = READERS[reader](rows)[1]
    assert [(problem.kind, sentence(problem, ENGLISH)) for problem in problems] == [(kind, told)]


@pytest.mark.parametrize("kind", OF_A_FILE)
def test_a_problem_of_a_file_in_words(kind):
    values, told = OF_A_FILE[kind]
    assert sentence(Problem(kind, "f.csv", **values), ENGLISH) == told


@pytest.mark.parametrize("kind", OF_A_LIST)
def test_a_problem_of_a_list_in_words(kind):
    (header, *lines), told = OF_A_LIST[kind]
    cells = tuple(tuple(line.split("|")) for line in lines)
    rows = Rows("f.csv", tuple(header.split("|")), cells, tuple(range(2, 2 + len(cells))))
    try:
        problems = validate(rows, ("title", "title") if kind == "column twice" else None).problems
    except BadListError as error:
        problems = error.problems
    assert [sentence(problem, ENGLISH) for problem in problems] == told
    assert kind in {problem.kind for problem in problems}


def test_every_kind_has_words_and_is_told_here():
    assert set(WORDS) == set(get_args(ProblemKind)) == set(GRADE_OF)
    assert {*OF_A_FILE, *OF_A_LIST, *OF_EVIDENCE} == set(WORDS)


@pytest.mark.parametrize("kind", WORDS)
def test_words_are_sentences_that_say_what_they_need(kind):
    wrong, remedy = WORDS[kind]
    assert set(re.findall(r"{(\w*)}", wrong)) <= {"value", "expected", "unit"}
    assert not wrong.endswith(".")
    assert wrong[0] == "{" or wrong[0].islower()
    assert remedy in ("", READABLE) or re.fullmatch(r"[A-Z][^{}]*\.", remedy)
    told = message(Problem(kind, "f.csv", 3, "x", "y", "z"), ENGLISH)
    assert re.fullmatch(r"[A-Z“z].*\.", told)
    assert ".." not in told


@pytest.mark.parametrize(
    ("grade", "kinds"),
    [
        (
            "note",
            {
                "lines before the table",
                "lines behind the list",
                "headings between rows",
                "beside the list",
                "films side by side",
                "column renamed",
                "read together",
                "several currencies",
                "too large for minutes",
            },
        ),
        (
            "repaired",
            {
                "cells missing",
                "cell put together",
                "not an id",
                "id twice",
                "footnote left out",
                "year written otherwise",
                "year from the date",
                "number written otherwise",
                "year by its place",
                "director by its place",
                "title by its place",
            },
        ),
        (
            "doubtful",
            {
                *("no years at all", "not a year", "century guessed", "year out of range", "year far from the others"),
                *("years differ", "no year", "not a number", "number out of range", "film twice", "too early for it"),
                *(
                    "line below a film",
                    "other tables",
                    "loose quotation mark",
                    "year from a heading",
                    "year from the row above",
                    "encoding guessed",
                    "column guessed",
                ),
                *("year uncertain", "not divided", "mostly not divided", "most left out", "few films among texts"),
                *("not like titles", "mostly one title", "nothing says films", "lists in cells"),
                *("films in columns", "more columns of titles"),
                "link in part",
                "picture moves",
                "pictures not named",
                *(
                    "several columns of years",
                    "rows left out",
                    "cell cut off",
                    "character not read",
                    "markup not understood",
                ),
            },
        ),
    ],
)
def test_grades(grade, kinds):
    assert {kind for kind in WORDS if Problem(kind, "f.csv").grade == grade} == kinds


def test_no_kind_has_two_grades():
    kinds = [kind for group in (Note, Repaired, Guess, Doubtful, Refused) for kind in get_args(group)]
    assert sorted(kinds) == sorted(GRADE_OF)


def test_what_keeps_a_row_or_a_file_out_is_refused():
    refused = {kind for kind in WORDS if Problem(kind, "f.csv").grade == "refused"}
    assert {"missing title", "wrong number of cells", "no title column", "not text", "no such film"} <= refused


@pytest.mark.parametrize("unit", ["line", "row", "item"])
def test_what_is_counted_in_a_file(unit):
    problem = Problem("id twice", "f", 3, "id", "a", "2")
    assert place(problem, ENGLISH, unit) == f"f, {unit} 3, column “id”"
    assert message(problem, ENGLISH, unit) == f"“a” is the id of {unit} 2 already, so this film got another."
    assert sentence(problem, ENGLISH, unit) == f"{place(problem, ENGLISH, unit)}: {message(problem, ENGLISH, unit)}"


@pytest.mark.parametrize(
    ("problem", "told"),
    [
        (Problem("empty file", "f"), "f"),
        (Problem("missing title", "f", 3), "f, line 3"),
        (Problem("missing title", "f", None, "title"), "f, column “title”"),
        (Problem("missing title", "f", 3, "x" * 100), f"f, line 3, column “{'x' * 59}…”"),
        (Problem("missing title", "f", 3, "one\ntwo"), "f, line 3, column “one two”"),
    ],
    ids=["file", "line", "column", "long header", "header of two lines"],
)
def test_place(problem, told):
    assert place(problem, ENGLISH) == told


def test_by_itself_a_problem_begins_with_a_capital():
    assert message(Problem("missing title", "f", 3, "title"), ENGLISH) == (
        "A film needs a title. Fill in the title, or remove the row."
    )
    assert (
        message(Problem("nothing said", "f", 3, "text"), ENGLISH) == "The cell is empty. Fill it in, or remove the row."
    )


def test_a_long_cell_is_cut_and_its_braces_are_left_alone():
    told = sentence(Problem("not a year", "f.csv", 2, "year", "{value}" + "x" * 100), ENGLISH)
    assert told.startswith("f.csv, line 2, column “year”: “{value}" + "x" * 52 + "…” is not a year, ")


def test_what_a_sentence_needs_is_cut_put_on_one_line_and_left_alone():
    told = message(Problem("no title column", "f.csv", 1, value="a", expected="{value}\nb, " + "x" * 400), ENGLISH)
    assert told.startswith(
        "No column could be taken for the titles; “a” looks most like it; the columns are {value} b, xxx"
    )
    assert told.endswith(
        "xxx…. Say which column holds the titles (on the command line: --column title=HEADER), or rename it to “title”."
    )
    assert "\u2068سنة\u2069" in message(Problem("no title column", "f.csv", 1, expected="سنة"), ENGLISH)
