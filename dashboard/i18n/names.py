"""What columns, their values and the lists are called in a language."""

from __future__ import annotations

import re

from dashboard.i18n.languages import Language
from dashboard.i18n.texts import apart
from dashboard.model.kinds import Column
from dashboard.model.list_info import ListInfo
from dashboard.model.rows import BY_CELL, BY_ROW, READINGS
from dashboard.model.schema import BY_NAME, DERIVED

_PLACE = re.compile(r"(?<![^\s:,])(line|row|table) (\d+)(?=$|[:,])")
"""What a table is called that has no name of its own."""
_READING = re.compile(rf"(?<![^\s:,])(?:{'|'.join(READINGS)})(?=$|,)")


def column_name(column: Column, language: Language) -> str:
    """What a column is called; a list's own columns are called what the list calls them.

    A name that begins with a blank is that of no list's column, but of something else on a card.
    """
    name = column.translates or column.name
    ours = name in BY_NAME or name in DERIVED or name.startswith(" ")
    return language.pgettext("column", column.label) if ours else apart(column.label)


def value_name(column: Column, value: str, language: Language) -> str:
    """What a value is called; one that a list brings stays as it is, unless the list says what it is called."""
    if known := column.in_languages.get(language.code.casefold(), {}).get(value):
        return apart(known)
    return language.pgettext("value", value) if column.translated or column.values else apart(value)


def list_name(info: ListInfo, language: Language) -> str:
    """What the choice between lists calls a list; one of the visitor's own is called the same in every language."""
    return language.pgettext("list", info.name) if info.ours else info.name


def list_title(info: ListInfo, language: Language) -> str:
    """A list's heading; one of the visitor's own is called the same in every language."""
    return language.pgettext("list", info.title) if info.ours else info.title


def list_line(info: ListInfo, language: Language) -> str:
    """What a list is, in a sentence."""
    return language.pgettext("list", info.line, file=info.file)


def history_name(info: ListInfo, language: Language) -> str:
    """What the history beside a list's films is the history of, as a heading."""
    return language.pgettext("list", info.history)


def table_names(names: str, language: Language) -> str:
    """Names of a file's tables, as one reads them; those that the file itself gives stay as they are."""

    def placed(found: re.Match[str]) -> str:
        names = {
            "line": language.gettext("line {number}", number=found[2]),
            "row": language.gettext("row {number}", number=found[2]),
            "table": language.gettext("table {number}", number=found[2]),
        }
        return names[found[1]]

    readings = {BY_ROW: language.gettext("a film a row"), BY_CELL: language.gettext("a film a cell")}
    return _READING.sub(lambda found: readings[found[0]], _PLACE.sub(placed, names))
