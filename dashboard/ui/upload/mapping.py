"""What was found out of an upload, and can be set right: which table and encoding it is, and which columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import streamlit as st

from dashboard.exports.reports.report import encoding_name
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name, table_names
from dashboard.i18n.texts import apart, shortened
from dashboard.lists.upload_draft import OtherTable, ReadAs, UploadedTable
from dashboard.model.schema import BY_NAME
from dashboard.render.templates import note, render
from dashboard.ui.upload import choice
from dashboard.ui.upload.choice import Option

ITS_OWN, NONE = "", -1
LONGEST_SAMPLE, ACROSS = 40, 3
MOST_BOXES = 12
"""So many columns have a box each; of more there is a table, and one box says which to change."""
FIRST = ("title", "year")
"""The columns that are asked for first."""

ReadAgain = Callable[[Callable[[ReadAs], ReadAs]], None]
"""Has a list read in another way: it takes what is changed of how it is read."""


def draw_guesses(table: UploadedTable, is_encoding_guessed: bool, read_again: ReadAgain, language: Language) -> None:
    """Draw a choice for all that could be another one: table, encoding, and the columns that were guessed."""
    choices = [
        *_tables(table, read_again, language),
        *_encodings(table, is_encoding_guessed, read_again, language),
        *_fields(table, read_again, language),
    ]
    if not choices:
        return
    st.header(language.gettext("Is this right?"), anchor=False)
    for first in range(0, len(choices), ACROSS):
        for column, draw in zip(st.columns(ACROSS, gap="large"), choices[first : first + ACROSS], strict=False):
            with column:
                draw()
    if is_encoding_guessed or "cells" in table.known_by:
        confirm = partial(read_again, partial(_confirmed, table))
        st.button(
            language.gettext("What was guessed is right"),
            key="bring:right",
            icon=":material/check:",
            on_click=confirm,
        )


def _confirmed(table: UploadedTable, read_as: ReadAs) -> ReadAs:
    """How a list is read, with all that was guessed as if it had been chosen."""
    for at, how in enumerate(table.known_by):
        if how == "cells":
            read_as = read_as.with_column(at, table.mapping[at], table.mapping)
    return ReadAs(read_as.table, table.encoding if table.encodings else read_as.encoding, read_as.columns)


def _tables(table: UploadedTable, read_again: ReadAgain, language: Language) -> Iterator[Callable[[], None]]:
    if table.tables:
        options = [
            Option(each.name, table_names(each.name, language), _inside(each, language)) for each in table.tables
        ]
        known = {option.value for option in options}
        options += [] if table.table in known else [Option(table.table, table.table)]
        title = language.gettext("Table")
        choose = lambda name: read_again(lambda read_as: ReadAs(name, read_as.encoding))  # noqa: E731
        yield partial(choice.draw, "bring:table", title, options, table.table, choose)


def _inside(table: OtherTable, language: Language) -> str:
    if table.rows is None:
        return ""
    rows = language.ngettext("{n} row", "{n} rows", table.rows)
    return f"{rows}: {', '.join(filter(None, table.header))}"


def _encodings(
    table: UploadedTable, is_guessed: bool, read_again: ReadAgain, language: Language
) -> Iterator[Callable[[], None]]:
    likely = dict(table.encodings[: choice.FEW] if is_guessed else table.encodings)
    if len(likely) > 1:
        options = [Option(name, encoding_name(name), likely[name]) for name in sorted(likely)]
        title = language.gettext("Encoding")
        choose = lambda name: read_again(lambda read_as: ReadAs(read_as.table, name))  # noqa: E731
        yield partial(choice.draw, "bring:encoding", title, options, table.encoding, choose)


def _fields(table: UploadedTable, read_again: ReadAgain, language: Language) -> Iterator[Callable[[], None]]:
    """Choices for the columns that were guessed or not found; each stays once it has been answered."""
    for name in sorted(table.asked, key=[*FIRST, *BY_NAME].index):
        yield partial(_field, table, name, read_again, language)


def _field(table: UploadedTable, name: str, read_again: ReadAgain, language: Language) -> None:
    now = table.mapping.index(name) if name in table.mapping else NONE
    every = len(table.header) < choice.FEW
    free = [at for at, known in enumerate(table.mapping) if every or at == now or not known]
    options = [Option(at, header(table, at, language), _cells(table, at)) for at in free]
    options += [Option(NONE, language.gettext("No column"))] if name != "title" or now == NONE else []

    def choose(at: int) -> None:
        before, place, column = table.mapping, (at if at != NONE else now), (name if at != NONE else ITS_OWN)
        read_again(lambda read_as: read_as.with_column(place, column, before))

    choice.draw(f"bring:field:{name}", column_name(BY_NAME[name], language), options, now, choose)


def draw_columns(table: UploadedTable, read_again: ReadAgain, language: Language) -> None:
    """Draw what each column was taken for, to be changed."""
    st.header(language.gettext("Columns"), anchor=False)
    known = sum(map(bool, table.mapping))
    sentences = [
        language.gettext(
            "{columns}, {known} of them recognised.",
            columns=language.ngettext("{n} column", "{n} columns", len(table.header)),
            known=language.number(known),
        )
    ]
    if known < len(table.header):
        sentences.append(
            language.gettext("The others are kept as they are: on the cards and, where possible, as filters.")
        )
    sentences.append(language.gettext("Change what is wrong."))
    st.html(note(" ".join(sentences)))
    if len(table.header) > MOST_BOXES:
        _many(table, read_again, language)
        return
    for first in range(0, len(table.header), ACROSS):
        for column, at in zip(st.columns(ACROSS), range(first, min(first + ACROSS, len(table.header))), strict=False):
            with column:
                _column(table, at, header(table, at, language), read_again, language)
                st.html(note(_cells(table, at) or language.gettext("empty in the first rows"), "sample"))


def _many(table: UploadedTable, read_again: ReadAgain, language: Language) -> None:
    """A table of all columns, and the boxes that change one of them."""
    rows = [
        (header(table, at, language), _cells(table, at), name, table.known_by[at] == "cells")
        for at, name in enumerate(table.mapping)
    ]
    names = {name: column_name(BY_NAME[name], language) for name in table.mapping if name}
    st.html(render("columns.html", language, rows=rows, names=names))
    which, what = st.columns(2)
    with which:
        options = range(len(table.header))
        at = st.selectbox(
            language.gettext("Change a column"),
            options,
            index=None,
            key=f"bring:which:{len(table.header)}",
            format_func=lambda at: shortened(f"{rows[at][0]} – {rows[at][1]}".strip(" –"), 100),
            placeholder=language.gettext("Choose a column"),
        )
    if at is not None:
        with what:
            _column(table, at, language.gettext("What it is"), read_again, language)


def _column(table: UploadedTable, at: int, title: str, read_again: ReadAgain, language: Language) -> None:
    before = table.mapping
    options = [Option(ITS_OWN, language.gettext("Keep as it is"))]
    options += [Option(name, column_name(column, language)) for name, column in BY_NAME.items()]

    def choose(name: str) -> None:
        read_again(lambda read_as: read_as.with_column(at, name, before))

    choice.draw(f"bring:column:{at}", title, options, before[at], choose)


def header(table: UploadedTable, at: int, language: Language) -> str:
    """What a file calls a column, or its number."""
    return apart(table.header[at]) or language.gettext("Column {number}", number=at + 1)


def _cells(table: UploadedTable, at: int) -> str:
    return " · ".join(shortened(cell, LONGEST_SAMPLE) for cell in table.samples[at])
