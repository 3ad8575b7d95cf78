"""In which order a view shows its films: by what its list's columns hold, as the page shows it."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.i18n.languages import Language
from dashboard.i18n.names import value_name
from dashboard.model.kinds import Column, objects, objects_once
from dashboard.query.cache import cached
from dashboard.query.index import Index, Mask
from dashboard.query.search.folded import places_of
from dashboard.query.search.matching import matched
from dashboard.query.view import LISTED, Sort, View


def ordered(index: Index, mask: Mask, view: View, language: Language) -> npt.NDArray[np.int64]:
    """The positions of the films shown, in the view's order.

    Ties keep the list's order, and films of which nothing is known in a column come last, whichever way round. As
    listed, films whose list has what is searched for as it is written come first, then those whose card has it so
    elsewhere, then those that have it in other spellings.
    """
    rows = np.flatnonzero(mask)
    if view.search and not view.order:
        found = matched(index, view.search)
        return rows[np.argsort(-(found.exactly.astype(np.int8) + found.in_list)[rows], kind="stable")]
    if not view.order:
        return rows
    order = _order(index, view.order, language)
    return np.compress(mask[order], order).astype(np.int64)


@cached(6)
def _order(index: Index, sorts: tuple[Sort, ...], language: Language) -> npt.NDArray[np.int32]:
    """The positions of all films in an order other than the list's."""
    rows = np.arange(len(index), dtype=np.int32)
    for each in reversed(sorts):
        rows = _sorted(index, rows, each, language)
    return rows


def _sorted(index: Index, rows: npt.NDArray[np.int32], sort: Sort, language: Language) -> npt.NDArray[np.int32]:
    if sort.by == LISTED:
        return np.sort(rows)[::-1] if sort.is_descending else np.sort(rows)
    keys = sort_keys(index, sort.by, language)[rows]
    return rows[np.argsort(-keys if sort.is_descending else keys, kind="stable")]


@cached(2)
def sort_keys(index: Index, name: str, language: Language) -> npt.NDArray[np.float64]:
    """Numbers that put all films in the order of a column, NaN where nothing is known; texts by the alphabet."""
    column = index.columns[name]
    cells = titles(index, language) if name == "title" else _as_shown(index, column, language)
    keys = column.kind.sort_keys(cells, column)
    if keys is not None:
        return keys
    texts = column.kind.texts(cells)
    return np.where(texts == "", np.nan, places_of(texts))


def titles(index: Index, language: Language) -> pd.Series[str]:
    """What each film is called: by its original title where that is in the letters of the language."""
    given = index.frame["title"]
    if "original_title" not in index.frame:
        return given
    originals = index.frame["original_title"]
    return given.where(~originals.fillna("").map(language.writes), originals)


def _as_shown(index: Index, column: Column, language: Language) -> pd.Series[Any]:
    """A column's cells with the texts and the names of values that the page has in a language."""
    cells = index.in_language(column.name, np.arange(len(index)), language.code)
    has_names = column.translated or language.code.casefold() in column.in_languages
    if not has_names or column.values:
        return cells
    different, which = objects_once(cells)
    named = objects([_named(column, cell, language) for cell in different])
    return pd.Series(named[which], index=cells.index, dtype=object if column.kind.look == "values" else "str")


def _named(column: Column, cell: Any, language: Language) -> Any:
    if not column.kind.is_known(cell):
        return cell
    if isinstance(cell, str):
        return value_name(column, cell, language)
    return tuple(value_name(column, value, language) for value in cell)
