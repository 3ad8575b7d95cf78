"""A film list made ready to be filtered and counted, once per list and not per visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard.cleaning.validate import FilmList
from dashboard.i18n.languages import Language, languages
from dashboard.i18n.names import column_name, value_name
from dashboard.model.kinds import LONG_TEXT, Column, Control, objects, objects_once
from dashboard.model.progress import counted
from dashboard.model.text_column import TYPE, JoinedTexts
from dashboard.query.cache import Cache, Turn, cached
from dashboard.query.facets import (
    BESIDE_THE_TIMELINE,
    DECADE,
    MOST_DOTS,
    Facet,
    NumberRange,
    decades,
    extent_of,
    facet_of,
    first_filters,
    tells_apart,
)
from dashboard.query.search.card_texts import CardTexts, Evidence, in_every_language
from dashboard.query.search.fold import fold, latin
from dashboard.query.search.folded import in_lines, searched, searched_texts
from dashboard.query.search.grammar import SearchedColumn, column_key
from dashboard.query.search.words import Words, different_words, joined_words
from dashboard.query.view import View

Hashes = npt.NDArray[np.uint64]

_NO_HASH: Hashes = np.zeros(0, dtype=np.uint64)


def _hashes(texts: npt.NDArray[np.object_]) -> Hashes:
    """A number for each text, the same in every process."""
    return pd.util.hash_array(texts, categorize=False)


class Positions(Mapping[str, int]):
    """The position of each id in a column of different ids."""

    def __init__(self, ids: pd.Series[str]) -> None:
        self._ids = ids.array
        starts = range(0, len(ids), HASHED)
        hashes = np.concatenate([_NO_HASH, *(_hashes(ids.iloc[at : at + HASHED].to_numpy(object)) for at in starts)])
        self._in_order = np.argsort(hashes).astype(np.int32)
        self._hashes = hashes[self._in_order]
        self._last: tuple[str, int] = ("", -1)

    def __getitem__(self, name: str) -> int:
        last, place = self._last
        if last == name and place >= 0:
            return place
        place = self._found(name)
        self._last = (name, place)
        return place

    def _found(self, name: str) -> int:
        wanted = _hashes(np.array([name], dtype=object))[0]
        first, last = (np.searchsorted(self._hashes, wanted, side) for side in ("left", "right"))
        for at in self._in_order[first:last].tolist():
            if self._ids[at] == name:
                return int(at)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._in_order)


Mask = npt.NDArray[np.bool_]
"""One truth value for each film of the list, in the list's order."""
Whole = npt.NDArray[np.int64]
"""Years, or numbers of films."""
AT_ONCE = 50_000
"""Films whose texts are prepared for the search at the same time; all at once would take several times the room."""
HASHED = 2_000
"""Ids that are made objects at the same time."""
NO_EVIDENCE = Evidence()
MOST_CELLS = 200
"""Films whose cells are kept at hand: those of the pages that visitors look at."""
MOST_READ = 50_000
"""Films in whose long texts names are found in other spellings, and from which a near word is offered."""


SORTED_FIRST = ("year", "title", "evidence")
"""The columns that are offered first to sort films by."""


def _offered_at(column: Column) -> int:
    if column.name in SORTED_FIRST:
        return SORTED_FIRST.index(column.name)
    is_rare = column.kind.look in ("long text", "identifier", "address")
    return len(SORTED_FIRST) + is_rare


class Index:
    """A film list with all that filtering, counting and drawing need prepared.

    Attributes:
        films: the list.
        stays: whether the list stays for as long as the process, so that what is loaded for it may stay too.
        evidence: what is known of the films beside their cells.
        years: the films' years as float, NaN where not known; all NaN if the list has no years.
        facets: what can be chosen by values, by name: the decade, then columns in the list's order.
        ranges: what can be chosen by a range of numbers, by name, in the list's order.
        cache: what else is worked out from the list.
        turn: whose turn it is to make `folded`.
    """

    def __init__(self, films: FilmList, stays: bool = True, evidence: Evidence = NO_EVIDENCE) -> None:
        self.films, self.stays, self.evidence = films, stays, evidence
        self.cache, self.turn = Cache(), Turn()
        self.frame = films.frame
        self.columns = {column.name: column for column in films.columns}
        none = pd.Series(pd.NA, index=self.frame.index, dtype="Int64")
        self.years = self.frame.get("year", none).to_numpy(float, na_value=np.nan)
        self.facets = {facet.name: facet for facet in self._facets() if facet}
        self.ranges = {number_range.name: number_range for number_range in self._ranges() if number_range}

    def __len__(self) -> int:
        return len(self.frame)

    @property
    def uncompared(self) -> Index:
        """The list without what a comparison adds to it."""
        return self

    def prepare(self) -> None:
        """Make now what would be made when it is first needed, but for what only a search needs."""
        for name in ("filters", "first_filters", "further", "films_by_year", "position", "searchable"):
            getattr(self, name)
        for number_range in self.ranges.values():
            number_range.prepare()
        for facet in self.facets.values():
            _ = facet.films_by_value

    @cached_property
    def filters(self) -> tuple[str, ...]:
        """The names of all facets and ranges, in the order of `facets` with the ranges between them."""
        return tuple(name for name in (DECADE, *self.columns) if name in self.facets or name in self.ranges)

    def control(self, name: str) -> Control:
        """What one of the `filters` is."""
        return "values" if name in self.facets else "range"

    @cached_property
    def first_filters(self) -> tuple[str, ...]:
        """The filters of columns that are shown without asking, in the list's order; see `facets.first_filters`."""
        return first_filters(self.films.columns, self.facets, self.ranges, len(self))

    @cached_property
    def further(self) -> tuple[str, ...]:
        """The filters of columns that are shown when asked for, in the list's order."""
        always = {DECADE, *BESIDE_THE_TIMELINE, *self.first_filters}
        return tuple(name for name in self.filters if name not in always)

    def switched_on(self, view: View) -> tuple[str, ...]:
        """The further filters shown: those asked for and those in force, in the list's order."""
        wanted = {*view.more, *dict(view.chosen), *dict(view.ranges)}
        return tuple(name for name in self.further if name in wanted)

    def filters_shown(self, view: View) -> tuple[str, ...]:
        """The filters that stand beside the page; those beside the timeline too, where its legend is another one's."""
        replaced = BESIDE_THE_TIMELINE if view.colour else ()
        names = dict.fromkeys((DECADE, *replaced, *self.first_filters, *self.switched_on(view)))
        return tuple(name for name in names if name in self.filters)

    @cached_property
    def colourings(self) -> tuple[str, ...]:
        """The facets by which the timeline's marks can be told apart, beside the evidence; none of a list of bars."""
        if len(self) > MOST_DOTS:
            return ()
        others = (facet for name, facet in self.facets.items() if name not in BESIDE_THE_TIMELINE)
        return tuple(facet.name for facet in others if tells_apart(facet))

    @property
    def usual_colouring(self) -> str:
        """What the marks say unasked: the evidence; empty for a list without."""
        return next((name for name in BESIDE_THE_TIMELINE if name in self.columns), "")

    @cached_property
    def sortable(self) -> tuple[str, ...]:
        """The columns by which films can be sorted, as they are offered: `SORTED_FIRST`, then in the list's order.

        Texts to read, identifiers and addresses come last. Only a column's translations are left out.
        """
        columns = [column for column in self.films.columns if not column.translates]
        return tuple(column.name for column in sorted(columns, key=_offered_at))

    @cached_property
    def span(self) -> tuple[int, int] | None:
        """The first and last year of the list; None if no film has a year."""
        years = self.different_years
        return (int(years[0]), int(years[-1])) if len(years) else None

    @cached_property
    def different_years(self) -> Whole:
        """The years of the films, each once, from the first to the last."""
        return self._by_year[1]

    @cached_property
    def films_by_year(self) -> Whole:
        """How many films of the list are of each of the `different_years`."""
        return self.by_year(np.ones(len(self), dtype=np.bool_))

    def by_year(self, mask: Mask) -> Whole:
        """How many of some films are of each of the `different_years`."""
        places, years = self._by_year
        return np.bincount(places[mask] + 1, minlength=len(years) + 1)[1:]

    @cached_property
    def _by_year(self) -> tuple[npt.NDArray[np.int32], Whole]:
        """Each film's place in the `different_years`, -1 without a year; and those years."""
        places, years = pd.factorize(self.years, sort=True)
        return places.astype(np.int32), years.astype(np.int64)

    @cached_property
    def position(self) -> Positions:
        """Where the film of an id stands in the list."""
        return Positions(self.frame["id"])

    @cached_property
    def searchable(self) -> tuple[Column, ...]:
        """The columns in whose texts `Search` looks for words."""
        return tuple(column for column in self.films.columns if column.searchable)

    @cached_property
    def on_cards(self) -> CardTexts:
        """What cards say beside the list's cells."""
        return CardTexts(self.evidence, self.position if any(self.evidence) else {})

    @cached_property
    def asked(self) -> dict[str, Column]:
        """What a search can look into, by name: the columns, then the parts of a card that are none."""
        return self.columns | {part.name: part for part in self.on_cards.parts}

    @cached_property
    def translations(self) -> dict[tuple[str, str], str]:
        """The name of the column that translates another one, by that one's name and the code of a language."""
        return {(each.translates, each.language): each.name for each in self.films.columns if each.translates}

    def in_language(self, name: str, rows: npt.NDArray[np.int64], code: str) -> pd.Series[Any]:
        """Some films' cells of a column, in a language where the list has them in it."""
        own = self.frame[name].iloc[rows]
        translation = self.translations.get((name, code.casefold()))
        if translation is None:
            return own
        cells = self.frame[translation].iloc[rows]
        return cells.where(cells.map(self.columns[name].kind.is_known), own)

    @cached_property
    def whole(self) -> tuple[Column, ...]:
        """The columns of which `Search` finds a cell only by all that is in it, such as numbers of film sites."""
        return tuple(column for column in self.films.columns if column.kind.searched_whole)

    @cached_property
    def named(self) -> dict[str, SearchedColumn]:
        """What a search can look into: by the names in the list, and by what every language calls it."""
        named: dict[str, SearchedColumn] = {}
        for column in self.asked.values():
            named.setdefault(
                column_key(column.name), SearchedColumn(column.name, column.kind.look in ("year", "number", "money"))
            )
        for language in languages().values():
            for column in self.asked.values():
                named.setdefault(column_key(column_name(column, language)), named[column_key(column.name)])
        return named

    def value_named(self, facet: str, text: str) -> str | None:
        """The value of a facet that a text names, maybe in another case, or as any language calls it; None for none."""
        known = self.facets[facet].known(text)
        return known or self._names_of_values(facet).get(fold(text.strip()))

    @cached(16)
    def _names_of_values(self, facet: str) -> dict[str, str]:
        """By what the languages call them, folded, the values of a facet that have such names; the first of several."""
        values, column = self.facets[facet].values, self.columns.get(facet)
        if column and not (column.translated or column.values or column.in_languages):
            return {}

        def name(value: str, language: Language) -> str:
            return value_name(column, value, language) if column else language.decade(value)

        called = [(name(value, each), value) for each in languages().values() for value in values]
        return {fold(text): value for text, value in reversed(called)}

    @cached(MOST_CELLS)
    def cells(self, row: int) -> Mapping[str, Any]:
        """The cells of the film in a row, by column."""
        return dict(self.frame.iloc[row].items())  # type: ignore[arg-type]

    def cells_of(self, film: str) -> Mapping[str, Any]:
        """The cells of the film of an id, by column."""
        return self.cells(self.position[film])

    def text(self, column: Column, row: int) -> str:
        """A cell as text: empty where nothing is known, several values separated by "; "."""
        if column.name not in self.columns:
            return "\n".join(text for each in self.on_cards.of(column, row) for text in in_every_language(each))
        return column.kind.text(self.cells(row)[column.name])

    def searched(self, column: Column, row: int) -> str:
        """A searchable cell as the search compares it, with what each language calls its values."""
        if column.name not in self.columns:
            return self.on_cards.searched(column, row)
        return searched(self._in_every_language(column, self.cells(row)[column.name]))

    def _in_every_language(self, column: Column, cell: Any) -> str:
        """A cell as text; a line for each language where values have names."""
        text = column.kind.text(cell)
        if not text or not (column.translated or column.values):
            return text
        values = cell if column.kind.look == "values" else (text,)
        names = ("; ".join(value_name(column, value, each) for value in values) for each in languages().values())
        return "\n".join(dict.fromkeys((text, *names)))

    @cached_property
    def folded(self) -> pd.Series[str]:
        """Each film's searchable texts as `searched` has them, one a line; waits where somebody else makes them."""
        with self.turn:
            made: pd.Series[str] | None = vars(self).get("folded")
            return self._all_folded() if made is None else made

    def _all_folded(self) -> pd.Series[str]:
        folded = JoinedTexts()
        for part in self.folded_parts():
            folded.add(part)
        return pd.Series(folded.array(), dtype="str")

    def folded_parts(self) -> Iterator[pa.Array]:
        """What `folded` has, some films' at once."""
        columns = [self._folded_column(column) for column in self.searchable]
        for at in counted(range(0, len(self), AT_ONCE), len(self) // AT_ONCE, first=0.3):
            yield in_lines([folded(slice(at, at + AT_ONCE)) for folded in columns])

    def _folded_column(self, column: Column) -> Callable[[slice], pa.Array]:
        """A function that gives some films' texts in a column as `searched` has them."""
        cells = self.frame[column.name]
        if column.translated or column.values:
            texts = [self._in_every_language(column, cell) for cell in cells]
            named = searched_texts(pd.Series(texts, dtype="str"))
            return lambda films: named[films]
        if cells.dtype != np.object_:
            return lambda films: searched_texts(column.kind.texts(cells.iloc[films]))
        different, which = objects_once(cells)
        folded = searched_texts(column.kind.texts(pd.Series(objects(different), dtype=object)))
        return lambda films: folded.take(pa.array(which[films]))

    def folded_of(self, column: Column, rows: npt.NDArray[np.int64]) -> pa.Array:
        """The texts of some films in a column as `searched` has them."""
        if column.name not in self.columns:
            return pa.array((self.on_cards.searched(column, row) for row in rows.tolist()), TYPE)
        cells = self.frame[column.name].iloc[rows]
        if column.translated or column.values:
            return searched_texts(pd.Series([self._in_every_language(column, cell) for cell in cells], dtype="str"))
        return searched_texts(column.kind.texts(cells))

    @cached_property
    def words(self) -> Words:
        """The words by whose other spellings films are found.

        Of long texts these are the words that begin with a capital letter in the first `MOST_READ` films.
        """
        of_columns = (
            different_words(texts, column.kind.look)
            for column in self.searchable
            for texts in self._texts_with_names(column)
        )
        on_cards = (different_words(texts, LONG_TEXT.look) for texts in self.on_cards.words_in)
        return joined_words(chain(of_columns, on_cards))

    def _texts_with_names(self, column: Column) -> Iterator[pd.Series[str]]:
        """The texts of a column in which names are looked for, some films' at once; values that recur only once."""
        if column.name in self.facets:
            yield pd.Series(self.facets[column.name].values, dtype="str")
            return
        most = MOST_READ if column.kind.look == "long text" else len(self)
        for at in range(0, most, AT_ONCE):
            yield column.kind.texts(self.frame[column.name].iloc[at : min(at + AT_ONCE, most)])

    @cached_property
    def vocabulary(self) -> dict[str, str]:
        """The words of the first `MOST_READ` films: folded, also in Latin letters; and as each stands first.

        What hyphens join is there in parts, and as a whole without them.
        """
        words: dict[str, str] = {}
        first = self.frame.head(MOST_READ)
        of_columns = (column.kind.texts(first[column.name]) for column in self.searchable)
        for texts in chain(of_columns, self.on_cards.words_in):
            for text in texts:
                joined = (word for word in text.split() if "-" in word)
                for word in chain(text.replace("-", " ").split(), joined):
                    bare = word.strip("-.,;:!?()[]«»“”\"'’…—–")
                    words.setdefault(fold(bare.replace("-", "")), bare)
        for folded, word in [*words.items()]:
            words.setdefault(latin(folded), word)
        words.pop("", None)
        return words

    def _facets(self) -> Iterator[Facet | None]:
        yield decades(self.years)
        for column in self.films.columns:
            if column.facet and column.kind.control == "values":
                yield facet_of(column, self.frame[column.name])

    def _ranges(self) -> Iterator[NumberRange | None]:
        for column in self.films.columns:
            if column.facet and column.kind.control == "range":
                yield extent_of(column, self.frame[column.name])
