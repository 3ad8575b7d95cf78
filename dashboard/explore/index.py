"""A film list made ready to be filtered and counted, once per list and not per visitor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from dashboard.catalogue.check import FilmList
from dashboard.catalogue.schema import Column, Kind
from dashboard.explore.fold import fold, latin

Mask = npt.NDArray[np.bool_]
"""One truth value for each film of the list, in the list's order."""

DECADE = "decade"


@dataclass(frozen=True, eq=False)
class Facet:
    """A column by whose values films can be chosen.

    Attributes:
        name: the column's name, or "decade".
        label: what a reader sees.
        several: whether one film can have several values.
        values: the values, each once, in the order they are offered.
        rows: positions of films in the list; with `codes`, one pair for each value of each film.
        codes: positions in `values`.
    """

    name: str
    label: str
    several: bool
    values: tuple[str, ...]
    rows: npt.NDArray[np.int64]
    codes: npt.NDArray[np.int64]

    @cached_property
    def code_of(self) -> dict[str, int]:
        """The position of each value."""
        return {value: code for code, value in enumerate(self.values)}


class Index:
    """A film list with all that filtering, counting and drawing need prepared.

    Attributes:
        films: the list.
        years: the films' years as float, NaN where not known; all NaN if the list has no years.
        facets: by name, in the order of the page; only those with two values or more.
    """

    def __init__(self, films: FilmList) -> None:
        self.films = films
        self.frame = films.frame
        self.columns = {column.name: column for column in films.columns}
        none = pd.Series(pd.NA, index=self.frame.index, dtype="Int64")
        self.years = self.frame.get("year", none).to_numpy(float, na_value=np.nan)
        facets = [_decades(self.years), *(self._facet(column) for column in films.columns if column.facet)]
        self.facets = {facet.name: facet for facet in facets if len(facet.values) > 1}

    def __len__(self) -> int:
        return len(self.frame)

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and last year of the list; None if no film has a year."""
        known = self.years[~np.isnan(self.years)]
        return (int(known.min()), int(known.max())) if len(known) else None

    @cached_property
    def position(self) -> dict[str, int]:
        """Where the film of an id stands in the list."""
        return {name: at for at, name in enumerate(self.frame["id"])}

    @cached_property
    def searchable(self) -> tuple[Column, ...]:
        """The columns that `Search` looks into."""
        return tuple(column for column in self.films.columns if column.searchable)

    @cached_property
    def searched(self) -> dict[str, list[str]]:
        """What `Search` compares of each searchable column: its texts folded, Russian ones in Latin letters too."""
        return {name: [_both_scripts(fold(text)) for text in texts] for name, texts in self.texts.items()}

    @cached_property
    def folded(self) -> pd.Series[str]:
        """Each film's searchable texts as `searched` has them, one a line."""
        joined = ["\n".join(texts) for texts in zip(*self.searched.values(), strict=True)]
        return pd.Series(joined, index=self.frame.index, dtype="str")

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        """Every word of the searchable texts: folded, and as it stands where it stands first."""
        words: dict[str, str] = {}
        for texts in self.texts.values():
            for text in texts:
                for word in text.replace("-", " ").split():
                    bare = word.strip(".,;:!?()[]«»“”\"'’…—–")
                    words.setdefault(fold(bare), bare)
        words.pop("", None)
        return words

    @cached_property
    def texts(self) -> dict[str, list[str]]:
        """Each searchable column as texts: empty where nothing is known, several values separated by "; "."""
        return {column.name: self._texts(column) for column in self.searchable}

    def _texts(self, column: Column) -> list[str]:
        cells = self.frame[column.name]
        return list(cells.map("; ".join) if column.kind is Kind.CHOICES else cells.fillna(""))

    def _facet(self, column: Column) -> Facet:
        cells = self.frame[column.name]
        if column.kind is not Kind.CHOICES:
            cells = cells.map(lambda cell: () if pd.isna(cell) else (cell,))
        pairs = [(at, value) for at, values in enumerate(cells) for value in values]
        present = {value for _, value in pairs}
        fixed = [value for value in column.values if value in present]
        values = fixed or sorted(present, key=lambda value: (fold(value), value))
        return _coded(column.name, column.label, column.kind is Kind.CHOICES, values, pairs)


def _both_scripts(folded: str) -> str:
    in_latin = latin(folded)
    return folded if in_latin == folded else f"{folded}\n{in_latin}"


def _decades(years: npt.NDArray[np.float64]) -> Facet:
    pairs = [(at, f"{int(year) // 10 * 10}s") for at, year in enumerate(years) if not np.isnan(year)]
    return _coded(DECADE, "Decade", False, sorted({decade for _, decade in pairs}), pairs)


def _coded(name: str, label: str, several: bool, values: Iterable[str], pairs: Iterable[tuple[int, str]]) -> Facet:
    known = tuple(values)
    code_of = {value: code for code, value in enumerate(known)}
    table = np.array([(at, code_of[value]) for at, value in pairs], dtype=np.int64).reshape(-1, 2)
    return Facet(name, label, several, known, table[:, 0], table[:, 1])
