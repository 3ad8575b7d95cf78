"""Columns that say in another language what another column of a list says: `director_ru` beside `director`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

import pandas as pd

from dashboard.cleaning.raw_columns import RawColumns
from dashboard.formats.plain_text.titles import is_text
from dashboard.i18n.codes import divided, in_low_lines, is_latin
from dashboard.model.kinds import CHOICES, LONG_TEXT, Column
from dashboard.model.text_column import TextColumn

LOOKS = ("long text", "values", "value", "text")
"""How the columns look that a translation can stand for."""
TITLES = frozenset({"title", "original_title", "transliteration", "other_titles", "source_title"})
"""What a film or a source is called is no translation, so that it stays beside the others."""
COUNTRIES = frozenset({"br", "ca", "ch", "co", "id", "kr", "se"})
"""Codes of languages that more often mean a country, a company or a number behind the name of a short column."""
MOST = 0.8
"""The share of a column's cells that says what the column is."""
LOOKED_AT = 1_000
"""Cells that are enough to tell."""


def original_of(raw: RawColumns, name: str) -> str:
    """The name of the column that a column of the list's own translates by its name; empty for none.

    The name is that of a column of the same file with a language's code behind it. Of two columns for one language the
    first is taken.
    """
    base, _ = divided(name) if name in raw.own_columns else ("", "")
    of = next((each for each in raw.cells if base and base in _names(raw, each)), "")
    return "" if of in TITLES or _is_second(raw, name) else of


def translation_of(raw: RawColumns, name: str, original: Column) -> Column | None:
    """What a column is that has the name of a translation of another one; None where its cells make that doubtful.

    It is read and named as the other one.
    """
    code, is_long = divided(name)[1], original.kind is LONG_TEXT
    if original.kind.look not in LOOKS or (code in COUNTRIES and not is_long):
        return None
    if not _are_texts(raw.cells[name], code, raw.own_form):
        return None
    return Column(
        name,
        original.label,
        kind=original.kind,
        searchable=True,
        commas=original.commas,
        translates=original.name,
        language=code,
    )


def _names(raw: RawColumns, column: str) -> set[str]:
    """What a translation of a column may be named after: the schema's name, or the file's."""
    own = {column, raw.headers[column]} if not divided(column)[1] else set()
    return set(map(in_low_lines, own))


def _is_second(raw: RawColumns, name: str) -> bool:
    """Whether an earlier column of the file is for the same language."""
    return next((each for each in raw.cells if divided(each) == divided(name)), name) != name


def _are_texts(cells: TextColumn, code: str, own_form: bool) -> bool:
    """Whether cells are texts, in other letters than the Latin ones for a language that has others."""
    filled = [cell for cell in islice(cells, LOOKED_AT) if cell]
    if not filled:
        return own_form
    texts = [cell for cell in filled if is_text(cell)]
    foreign = [cell for cell in texts if re.search(r"[^\W\d_a-zA-Z]", cell)]
    return len(texts) >= MOST * len(filled) and (is_latin(code) or 2 * len(foreign) >= len(texts))


def with_value_names(columns: Mapping[Column, Any]) -> dict[Column, Any]:
    """Columns with their cells. Those of values that have a translation know what their values are called in it."""
    translations = [column for column in columns if column.translates]
    cells_of = {column.name: cells for column, cells in columns.items()}
    return {
        _knowing(column, cells, [each for each in translations if each.translates == column.name], cells_of): cells
        for column, cells in columns.items()
    }


def _knowing(column: Column, cells: Any, translations: Iterable[Column], cells_of: Mapping[str, Any]) -> Column:
    if column.kind.control != "values":
        return column
    names = {each.language: _value_names(column, cells, cells_of[each.name]) for each in translations}
    return replace(column, in_languages=names) if names else column


def _value_names(column: Column, cells: pd.Series[Any], translated: pd.Series[Any]) -> dict[str, str]:
    """What values are called, by the films that have as many values in both columns."""
    found: dict[str, str] = {}
    is_several = column.kind is CHOICES
    for own, other in zip(cells, translated, strict=True):
        if not (column.kind.is_known(own) and column.kind.is_known(other)):
            continue
        values, names = (own, other) if is_several else ((own,), (other,))
        if len(values) == len(names):
            found |= {value: name for value, name in zip(values, names, strict=True) if value not in found}
    return found
