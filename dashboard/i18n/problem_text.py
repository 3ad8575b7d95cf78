"""Problems of a file as sentences: where, what, why, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.i18n.languages import Language
from dashboard.i18n.names import table_names
from dashboard.i18n.texts import apart, shortened
from dashboard.model.problems import Problem, ProblemKind
from dashboard.model.rows import Unit

KINDS: dict[ProblemKind, str] = {
    "missing title": "No title",
    "wrong number of cells": "Too many or too few cells",
    "not understood": "Not understood",
    "not a year": "Not a year",
    "year uncertain": "An uncertain year",
    "century guessed": "A year of two digits",
    "year out of range": "A year out of range",
    "year far from the others": "A year far from the others",
    "years differ": "Two years that differ",
    "year from a heading": "The year of a heading",
    "year from the row above": "The year of the row above",
    "no year": "No year",
    "not a number": "Not a number",
    "number out of range": "A number out of range",
    "film twice": "There twice",
    "too early for it": "Mentions what came later",
    "loose quotation mark": "A loose quotation mark",
    "cells missing": "Fewer cells than the header",
    "cell put together": "A cell of two lines",
    "cell cut off": "A cell cut off",
    "character not read": "A character that cannot be read",
    "markup not understood": "Markup not understood",
    "not an id": "An id that cannot be one",
    "id twice": "An id that is there twice",
    "footnote left out": "A footnote’s mark left out",
    "year written otherwise": "A year written otherwise",
    "year from the date": "The year of a date",
    "year by its place": "A year by its place",
    "number written otherwise": "A number written otherwise",
    "director by its place": "A director by the place",
    "title by its place": "A title by its place",
    "line below a film": "A line below a film",
    "not divided": "More than a title in a title",
}
"""What the kinds of remarks on rows are called."""

READABLE = "What can be read: {expected}."

WORDS: dict[ProblemKind, tuple[str, str]] = {
    "unreadable file": ("the file cannot be read ({expected})", "Check that it exists and may be read."),
    "not text": ("this is neither text nor another kind of file that can be read", READABLE),
    "no films found": ("no list of films was found in it", READABLE),
    "SQL dump": (
        "this is SQL, the commands that fill a database",
        "Load them into the database, and export its table of films as CSV.",
    ),
    "PDF": ("this is a PDF, which is laid out to be read by people", "Copy the list from it and paste it as text."),
    "text document": (
        "this is a document of a word processor",
        "Copy the list from it and paste it, or save it as plain text or as a spreadsheet.",
    ),
    "picture": ("this is a picture", "Write the list as text, a film a line: a title and a year."),
    "iWork document": (
        "this is a document of Numbers, Pages or Keynote",
        "Export it there as CSV, as Excel or as plain text.",
    ),
    "too large": ("it is larger than {expected} MB", "Take out what is not needed, or cut it into several."),
    "too many rows": ("it has more than {expected} rows", "Cut it into several."),
    "too many columns": ("it has more columns than can be read ({expected})", "Take out those that are empty."),
    "cell too long": ("a cell is longer than {expected} characters", "Look for a quotation mark that is not closed."),
    "broken JSON": ("the JSON breaks off here ({expected})", "Save it anew, or choose another form."),
    "nested too deep": ("it is nested too deep", "Save the list as a plain list of objects."),
    "broken workbook": ("this workbook cannot be read ({expected})", "Open it in a spreadsheet and save it anew."),
    "protected workbook": ("this workbook is protected by a password", "Save it without one."),
    "broken Parquet": ("this Parquet file cannot be read ({expected})", "Write it anew."),
    "broken database": ("this database cannot be read ({expected})", "Export the table as CSV."),
    "broken XML": ("the XML breaks off here ({expected})", "Save it anew, or choose another form."),
    "broken YAML": ("the YAML breaks off here ({expected})", "Save it anew, or choose another form."),
    "broken TOML": ("the TOML cannot be read ({expected})", "Correct it there, or choose another form."),
    "broken archive": ("this archive cannot be read ({expected})", "Unpack it, and bring the list itself."),
    "unpacks too large": ("it unpacks to more than {expected} MB", "Bring a smaller file."),
    "took too long": ("reading it took more than {expected} seconds", "Save it as CSV, or cut it into several."),
    "server busy": ("its turn to be read did not come within {expected} seconds", "Try again in a minute."),
    "no room": (
        "this server has no room for another list of this size now",
        "Try again later, or bring a shorter list.",
    ),
    "list gone": (
        "the list is not on the server any more",
        "Copy what you typed, bring the list again, and say it there.",
    ),
    "took too much memory": (
        "reading it took more than {expected} GB of memory",
        "Save it as CSV, or cut it into several.",
    ),
    "reader ended": ("the reader broke off", "The file is probably damaged: save it anew, as CSV if possible."),
    "lines before the table": ("left out above the list ({value}): {expected}", ""),
    "lines behind the list": ("left out below the list ({value}): {expected}", ""),
    "headings between rows": (
        "rows with a single cell were taken for headings of those below them ({value}): {expected}",
        "What they say is in the column “Section”. If they are films, give them a year.",
    ),
    "films side by side": (
        "a row has several films, {value} at most; those of columns {expected} were read below each other",
        "",
    ),
    "films in columns": (
        "each cell of several columns was taken for a film ({value}), those of {expected}",
        "If a row is one film, choose the table “a film a row”; at the command line with --table.",
    ),
    "more columns of titles": (
        "each row was taken for one film, but these columns may hold films too, in so many cells: {expected}",
        "If each cell is a film, choose the table “a film a cell”; at the command line with --table.",
    ),
    "beside the list": ("left out beside the list ({value}): {expected}", ""),
    "rows left out": (
        "the table has {value} rows, and says itself that there are {expected}",
        "Have the whole table printed, or export it as CSV.",
    ),
    "most left out": (
        "more of it was left out than read ({value}), such as: {expected}",
        "If films are among what was left out, bring them by themselves, or choose another table.",
    ),
    "few films among texts": (
        "most of it names no film and was left out ({value}), so it may be no list of films; left out were: {expected}",
        "If it is a list, write each film on a line: a title and a year.",
    ),
    "not like titles": (
        "what was taken for titles hardly looks like titles, such as {value}",
        "Look whether it is a list of films, which column holds the titles, and which encoding it has.",
    ),
    "mostly not divided": (
        "most films have more in them than belongs there, as far as can be told ({value})",
        "Look whether titles and years are right in all rows; a table or a film a line is read best.",
    ),
    "mostly one title": (
        "is the title of most rows ({expected})",
        "If another column holds the titles, choose that one; at the command line with --column title=HEADER.",
    ),
    "nothing says films": (
        "nothing in it says that it is about films; its names, such as {value}, were taken for titles",
        "Look whether it is a list of films.",
    ),
    "lists in cells": (
        "it holds lists with titles and years of their own, which were not read, such as {value}",
        "If those are the films, bring them as a list of their own.",
    ),
    "other tables": (
        "there is more than one table; {value} was read, not {expected}",
        "If you mean another, choose it under “Table”, or with --table on the command line.",
    ),
    "read together": ("{value} lists of one shape were read together: {expected}", ""),
    "encoding guessed": (
        "its encoding was guessed; as {value} a line of it would read “{expected}”",
        "If that is right, choose it under “Encoding”, or with --encoding on the command line.",
    ),
    "column guessed": (
        "it was taken for “{expected}” by its cells alone, such as {value}",
        "If another is meant, choose that one; at the command line with --column NAME=HEADER.",
    ),
    "column renamed": ("the column is called “{expected}” here", ""),
    "too large for minutes": (
        "its numbers are too large for minutes: {value} was taken for {expected} minutes",
        "If they are minutes, write them with their unit, such as 300 min.",
    ),
    "several currencies": (
        "its amounts are in several currencies ({expected}), so it stays text and no range filters it",
        "Give each currency a column of its own.",
    ),
    "no years at all": ("no column gives a year", "Choose the column that holds the year, if there is one."),
    "several columns of years": (
        "it gives other years than “{expected}” in some rows ({value}); the years of “{expected}” were taken",
        "If these are the films’, choose this column for the year.",
    ),
    "empty file": ("there is no row in it", "Put a header line first, then one row a line."),
    "no title column": (
        "no column could be taken for the titles; “{value}” looks most like it; the columns are {expected}",
        "Say which column holds the titles (on the command line: --column title=HEADER), or rename it to “title”.",
    ),
    "column twice": ("another column is taken for “{expected}” already", "Choose one of the two, or rename one."),
    "wrong number of cells": (
        "the number of cells in the row is {value}, in the header {expected}",
        "Put cells that hold a separator into quotation marks.",
    ),
    "cells missing": (
        "the number of cells in the row is {value}, in the header {expected}; the missing ones were taken for empty",
        "",
    ),
    "cell put together": ("was put together of this line and the next, in which the other cells are empty", ""),
    "cell cut off": ("is cut off at its end", "Have the whole table printed, or fill in the rest."),
    "character not read": ("has a character that cannot be read, shown as �", "Write the right one in its place."),
    "markup not understood": ("has markup that is not understood; it was kept", "Correct it by hand."),
    "not understood": (
        "this is neither a film nor anything that can be told to belong to one",
        "Write it as a title and a year, or remove it.",
    ),
    "loose quotation mark": (
        "a quotation mark in the row encloses no cell; it was taken as it stands",
        "Look whether the cells are right.",
    ),
    "missing title": ("a film needs a title", "Fill in the title, or remove the row."),
    "not a year": ("is not a year, so the year is left open", "Write four digits, such as 1972."),
    "footnote left out": ("was read without the mark of a footnote", ""),
    "year written otherwise": ("was read as {expected}", ""),
    "year from the date": ("gave the year, {expected}", ""),
    "year from the row above": (
        "is the year of the row above, and was taken for this film’s, since its row has a cell less",
        "Write the year into the row if it is another.",
    ),
    "year from a heading": (
        "is the heading above it, and was taken for the film’s year",
        "Write the year behind the title if it is another.",
    ),
    "year by its place": ("was taken for the year, by its place in the line", ""),
    "director by its place": ("was taken for the director, by its place in the line", ""),
    "title by its place": ("was taken for the title, by its place in the line", ""),
    "line below a film": (
        "stands below this film and was taken for a text about it",
        "If it is a film, write its year behind it in brackets.",
    ),
    "year uncertain": (
        "is marked as uncertain, so the year is left open",
        "Write it without a question mark once you know it.",
    ),
    "not divided": (
        "has more in it than belongs there, as far as can be told; it was kept whole",
        "Give each film a line of its own: the title, the year in brackets, then the rest.",
    ),
    "century guessed": ("has no century and was read as {expected}", "Write the year with four digits."),
    "year out of range": ("names a year that is not within {expected}; it was kept", "Look it up."),
    "year far from the others": ("puts the film far from all others of the list, in {expected}", "Look it up."),
    "years differ": ("names another year than the film’s, {expected}", "Look up which is meant."),
    "no year": ("the year is not known", "Fill it in if you know it."),
    "film twice": ("stands in {unit} {expected} already", "Remove one of them if they are the same."),
    "too early for it": ("{expected}", "Look it up."),
    "not a number": ("is not a number, so it is left open", "Write digits only."),
    "number written otherwise": ("was read as {expected}", ""),
    "number out of range": ("is not within {expected}, so it is left open", "Correct the number."),
    "not an id": (
        "cannot be an id (at most 200 characters, no blanks) and became “{expected}”",
        "",
    ),
    "id twice": ("is the id of {unit} {expected} already, so this film got another", ""),
    "no usable row": ("no row can be used", "Correct the rows named here."),
    "no such header": ("no column has this header; the columns are {expected}", "Write one of these."),
    "no such table": ("there is no such table in it; there are {expected}", "Write one of these names or numbers."),
    "columns missing": ("it has no column {value}; its first line has to name {expected}", "Write it so."),
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
    "text too long": ("has more than {expected} characters", "Say it shorter."),
    "link elsewhere": (
        "leads away from this list",
        "Write the end of the address of a view of this list, such as ?decade=1960s.",
    ),
    "link of nothing": ("names nothing that this list has: {expected}", "Copy the address of a view of this list."),
    "link in part": (
        "fits this list only in part; left out is {expected}",
        "Copy the address of a view of this list.",
    ),
    "too many views": ("a list offers {expected} views at most", "Remove another row."),
    "no licence": (
        "names no licence, so it is not shown",
        "Say under which licence it may be shown, such as CC BY 4.0.",
    ),
    "no such picture": ("is not in the folder of pictures", "Put the file there, or correct its name."),
    "picture elsewhere": (
        "leads out of the folder of pictures",
        "Put the file there, and write its name without folders.",
    ),
    "not a picture": ("cannot be read as a picture", "Save it as JPEG, PNG, WebP or GIF."),
    "picture is SVG": ("is an SVG, which can hold scripts, so it is not shown", "Save it as PNG."),
    "picture too large": ("has more than {expected} million pixels", "Save it smaller."),
    "picture too heavy": ("has more than {expected} MB", "Save it smaller."),
    "picture moves": ("has several images; the first one is shown", ""),
    "too many pictures": ("a list shows {expected} pictures at most", "Remove another row."),
    "pictures not named": (
        "files of the folder of pictures that no row names are not shown ({value}): {expected}",
        "Give each a row with its licence, or remove it.",
    ),
}


LONGEST_EXPECTED = 300
_OF_A_COLUMN = ("column guessed", "column twice")
"""The kinds whose sentence names a column of the schema, by its label."""
_OF_TABLES = ("other tables", "no such table")
"""The kinds whose sentence names tables of a file."""
_OF_A_LIMIT = ("too large", "too many rows", "too many columns", "cell too long", "text too long", "unpacks too large")
"""The kinds whose sentence names the most that there may be."""
_SAY_IT_OF_THE_CELL = ("is ", "was ", "names ", "puts ", "has ", "stands ", "cannot be ", "gave ", "leads ", "fits ")
"""How a message begins that goes on where a cell's value ends; before any other stands a colon."""


def unit_name(unit: Unit, language: Language) -> str:
    """What the numbers of rows count in a file."""
    return language.pgettext("unit", unit)


def place(problem: Problem, language: Language, unit: Unit = "line") -> str:
    """Where a problem is: ``films.csv, line 3, column “year”``."""
    parts = [problem.file]
    if problem.line is not None:
        parts.append(f"{unit_name(unit, language)} {problem.line}")
    if problem.column:
        parts.append(language.gettext("column {name}", name=language.quoted(problem.column)))
    return ", ".join(parts)


def message(problem: Problem, language: Language, unit: Unit = "line") -> str:
    """A problem without its place: value, what is wrong and what to do, as sentences."""
    text = _message(problem, language, unit)
    return text[:1].upper() + text[1:]


def _message(problem: Problem, language: Language, unit: Unit) -> str:
    wrong, remedy = WORDS[problem.kind]
    expected = _expected(problem, language)
    value = table_names(problem.value, language) if problem.kind in _OF_TABLES else problem.value
    values = {"value": value, "expected": expected, "unit": unit_name(unit, language)}
    text = language.pgettext("problem", wrong, **values)
    if problem.value and "{value}" not in wrong and not wrong.startswith("it "):
        between = " " if text.startswith(_SAY_IT_OF_THE_CELL) else ": "
        text = f"{language.quoted(problem.value)}{between}{text}"
    return f"{text}. {language.pgettext('problem', remedy, **values)}".strip()


def _expected(problem: Problem, language: Language) -> str:
    """What a sentence needs beside the cell: forms that can be read, and a column, as the language has them."""
    if WORDS[problem.kind][1] is READABLE:
        return forms_in_words(problem.expected.split(", "), language)
    if problem.kind in _OF_A_COLUMN:
        return language.pgettext("column", problem.expected)
    if problem.kind in _OF_A_LIMIT and problem.expected.isdecimal():
        return language.number(int(problem.expected))
    expected = table_names(problem.expected, language) if problem.kind in _OF_TABLES else problem.expected
    return apart(shortened(expected, LONGEST_EXPECTED))


def forms_in_words(forms: Sequence[str], language: Language, *others: str) -> str:
    """Forms of files as part of a sentence, and other things behind them."""
    return language.listing([*(language.pgettext("form", form) for form in forms), *others], most=99)


def kind_name(kind: ProblemKind, language: Language) -> str:
    """What a kind of remark on rows is called."""
    return language.pgettext("kind of remark", KINDS.get(kind, kind))


def sentence(problem: Problem, language: Language, unit: Unit = "line") -> str:
    """A problem in full: place, value, what is wrong and what to do; `unit` is what its line counts in its file."""
    return f"{place(problem, language, unit)}: {_message(problem, language, unit)}"
