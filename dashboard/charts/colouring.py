"""What the shapes and colours of the timeline's marks stand for: the evidence, or the values of one filter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dashboard.charts.theme import STATUS_SIGNS, Sign
from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.facets import BESIDE_THE_TIMELINE, Facet, films_in
from dashboard.query.in_words import facet_name, value_names
from dashboard.query.index import Index
from dashboard.query.result import QueryResult

SHAPES = {
    "circle": "●",
    "triangle-up": "▲",
    "square": "■",
    "diamond": "◆",
    "cross": "✚",
    "triangle-down": "▼",
    "triangle-right": "▶\ufe0e",
}
"""Vega's marks that are told apart when they are small, and the same in a text, where none is an emoji."""
VALUE_SIGNS = tuple(Sign(shape, symbol, f"hue{at}", "gray") for at, (shape, symbol) in enumerate(SHAPES.items(), 1))
"""The signs of the values of a filter, in its order."""
OTHER = Sign("M-0.5,-1L0.5,-1L0.5,1L-0.5,1Z", "▮", "quiet", "gray")
"""The sign of all values that have none of their own."""
UNKNOWN = Sign("M-1,-0.4L1,-0.4L1,0.4L-1,0.4Z", "▬", "quiet", "gray")
"""The sign of the films without a value."""
PLAIN = Sign("circle", "●", "accent", "gray")
"""The mark of every film where nothing is told apart."""
SIGNS = {(sign.shape, sign.colour): sign for sign in (*STATUS_SIGNS.values(), *VALUE_SIGNS, OTHER, UNKNOWN)}
"""Every sign that says something, by its shape and colour."""


class LegendEntry(NamedTuple):
    """A sign of the legend, what it stands for, and the values of the filter that are meant; none of a film without."""

    sign: Sign
    label: str
    values: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Colouring:
    """How the films of a list are told apart.

    Attributes:
        facet: whose values the signs stand for; None where all marks are `PLAIN`.
        label: what it is called; empty for none.
        names: what its values are called.
        entries: the signs, and what they stand for.
    """

    facet: Facet | None
    label: str
    names: dict[str, str]
    entries: tuple[LegendEntry, ...]

    @property
    def legend(self) -> tuple[LegendEntry, ...]:
        """The entries, where there is something to tell apart."""
        return self.entries if len(self.entries) > 1 else ()

    @cached_property
    def _sign_of(self) -> dict[str, Sign]:
        return {value: entry.sign for entry in self.entries for value in entry.values}

    def of(self, row: int) -> tuple[Sign, str]:
        """The sign of the film at a position, and what its own value is called; empty where that is not known."""
        if self.facet is None:
            return PLAIN, ""
        value = next(iter(self.facet.of(row)), None)
        return (UNKNOWN, "") if value is None else (self._sign_of[value], self.names[value])


def colouring_of(result: QueryResult) -> Colouring:
    """How a view colours its list."""
    return colouring(result.index, result.view.colour or result.index.usual_colouring, result.language)


@cached(8)
def colouring(index: Index, by: str, language: Language) -> Colouring:
    """How a list is coloured by one of its `colourings`, by its evidence, or by nothing."""
    if not by:
        return Colouring(None, "", {}, ())
    facet = _facet(index, by)
    names = value_names(index, facet, language)
    has_unknown = films_in(facet.rows) < len(index)
    return Colouring(
        facet, facet_name(index, by, language), names, tuple(_entries(facet, names, has_unknown, language))
    )


def _facet(index: Index, by: str) -> Facet:
    """The filter; evidence that is the same of all films is none, and its one value is told all the same."""
    if by in index.facets:
        return index.facets[by]
    column = index.columns[by]
    rows, codes, found = column.kind.pairs(index.frame[by])
    return Facet(by, column.label, False, tuple(found), rows, codes)


def _entries(facet: Facet, names: dict[str, str], has_unknown: bool, language: Language) -> Iterator[LegendEntry]:
    """The signs of evidence, or of the values that most films have, in the facet's order; the rarest share one."""
    films = dict(zip(facet.values, facet.films_by_value.tolist(), strict=True))
    there = [value for value in facet.values if films[value]]
    signs = STATUS_SIGNS if facet.name in BESIDE_THE_TIMELINE else _signs(there, films)
    yield from (LegendEntry(signs[value], names[value], (value,)) for value in there if value in signs)
    if rest := tuple(value for value in there if value not in signs):
        yield LegendEntry(OTHER, names[rest[0]] if len(rest) == 1 else language.pgettext("values", "other"), rest)
    if has_unknown:
        yield LegendEntry(UNKNOWN, language.gettext("not known"), ())


def _signs(there: Sequence[str], films: Mapping[str, int]) -> dict[str, Sign]:
    """A sign for each of the values that most films have; of equals the first ones."""
    frequent = set(sorted(there, key=lambda value: -films[value])[: len(VALUE_SIGNS)])
    return dict(zip((value for value in there if value in frequent), VALUE_SIGNS, strict=False))
