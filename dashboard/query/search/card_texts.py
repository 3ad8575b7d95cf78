"""What a card says beside the cells of its list, as the search reads it: statements, sources, identity, calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

from dashboard.evidence.calendar_check.calendar import Notice, notice_in_words
from dashboard.evidence.calendar_check.events import Event
from dashboard.evidence.claims import Claim
from dashboard.evidence.identities import Identity
from dashboard.evidence.translations import MultilingualText
from dashboard.i18n.languages import SOURCE, Language, languages
from dashboard.model.kinds import ADDRESS, LONG_TEXT, Column
from dashboard.model.text_column import TYPE
from dashboard.query.search.folded import searched

STATEMENTS = Column(" statements", "Statements", "what holds of its statements, and why", LONG_TEXT, searchable=True)
VERDICT = Column(" verdict", "Verdict", "what was found about its statements", searchable=True)
SOURCES = Column(" sources", "Sources", "what was read about it", searchable=True)
ADDRESSES = Column(" source_address", "Address of a source", "where that stands", ADDRESS)
WHICH_FILM = Column(" which_film", "Which film this is", "which real film it is", LONG_TEXT, searchable=True)
CALENDAR = Column(" calendar", "Calendar check", "what the calendar check noticed", LONG_TEXT, searchable=True)
PARTS = (STATEMENTS, VERDICT, SOURCES, ADDRESSES, WHICH_FILM, CALENDAR)
"""The parts of a card, in its order, as columns that no list has: a list's column does not begin with a blank."""

Texts = tuple[MultilingualText, ...]
Said = tuple[Column, MultilingualText]


class Lines(NamedTuple):
    """Texts, each once, and for each of some films which of them it has."""

    texts: pa.Array
    which: npt.NDArray[np.int32]


class Evidence(NamedTuple):
    """What is known of the films of a list beside its cells: claims in any order, identities by film, notices."""

    claims: Sequence[Claim] = ()
    identities: Mapping[str, Identity] = {}
    notices: Sequence[Notice] = ()


@dataclass(frozen=True, eq=False)
class CardTexts:
    """The texts of a list's evidence by film. They are made when they are first searched.

    Attributes:
        evidence: of the list.
        position: where the film of an id stands in the list.
    """

    evidence: Evidence = field(repr=False)
    position: Mapping[str, int] = field(repr=False)

    @cached_property
    def parts(self) -> tuple[Column, ...]:
        """The parts that cards of this list have."""
        claims, identities, notices = map(bool, self.evidence)
        is_there = (claims, claims, claims or notices, claims or notices, identities, notices)
        return tuple(part for part, there in zip(PARTS, is_there, strict=True) if there)

    def of(self, part: Column, row: int) -> Texts:
        """What a part of a film's card says, each text in all the languages that it has; mostly nothing."""
        return self._texts.get(row, {}).get(part.name, ())

    def searched(self, part: Column, row: int) -> str:
        """The same as the search compares it, a text a line. An address begins after the end of a line."""
        return "".join(map(_searched, self.of(part, row)))

    @cached_property
    def rows(self) -> npt.NDArray[np.int64]:
        """The positions of the films that have such texts, in order."""
        return np.array(sorted(self._texts), dtype=np.int64)

    @cached_property
    def folded(self) -> Lines:
        """Of each film of `rows` all texts but addresses, as `searched` has them."""
        return self._lines([part for part in self.parts if part.searchable])

    @cached_property
    def addresses(self) -> Lines:
        """Of each film of `rows` the addresses of its sources, each after the end of a line."""
        return self._lines([ADDRESSES])

    def _lines(self, parts: Sequence[Column]) -> Lines:
        places: dict[tuple[Texts, ...], int] = {}
        said = (tuple(self.of(part, row) for part in parts) for row in self.rows.tolist())
        which = np.fromiter((places.setdefault(each, len(places)) for each in said), np.int32)
        return Lines(pa.array(("".join(map(_searched, chain(*each))) for each in places), TYPE), which)

    @property
    def words_in(self) -> Iterator[pd.Series[str]]:
        """The texts in which names are looked for, part by part."""
        for part in self.parts:
            if part.searchable:
                of_part = (
                    text for row in self._texts for each in self.of(part, row) for text in in_every_language(each)
                )
                yield pd.Series([*dict.fromkeys(of_part)], dtype="str")

    @cached_property
    def _texts(self) -> dict[int, dict[str, Texts]]:
        texts: dict[int, dict[str, Texts]] = {}
        for film, part, text in self._said():
            if text and film in self.position:
                of_film = texts.setdefault(self.position[film], {})
                if text not in of_film.get(part.name, ()):
                    of_film[part.name] = (*of_film.get(part.name, ()), text)
        return texts

    def _said(self) -> Iterator[tuple[str, Column, MultilingualText]]:
        for claim in self.evidence.claims:
            yield from ((claim.film, *each) for each in _of_claim(claim))
        for film, identity in self.evidence.identities.items():
            yield film, WHICH_FILM, _named("value", identity.status)
            yield film, WHICH_FILM, identity.in_languages("note")
        known: dict[tuple[object, ...], tuple[Said, ...]] = {}
        for notice in self.evidence.notices:
            key = (notice.event.name, notice.event.begins, notice.field, notice.quote, notice.year)
            if key not in known:
                known[key] = tuple(_of_notice(notice))
            yield from ((notice.film, *each) for each in known[key])


def in_every_language(text: MultilingualText) -> tuple[str, ...]:
    """A text in each language that it has, each once."""
    every = (text.original, *(each for _, each in text.translations))
    return tuple(dict.fromkeys(filter(None, every)))


def _searched(text: MultilingualText) -> str:
    return "".join(f"\n{searched(each)}" for each in in_every_language(text))


def _of_claim(claim: Claim) -> Iterator[Said]:
    for column in ("claim", "reason", "source_note", "checked_by"):
        yield STATEMENTS, claim.in_languages(column)
    yield VERDICT, _named("value", claim.verdict)
    yield from _of_source(claim, claim.archived_url)


def _of_notice(notice: Notice) -> Iterator[Said]:
    yield CALENDAR, _in_each(lambda language: notice_in_words(notice, language))
    yield from _of_source(notice.event)


def _of_source(named: Claim | Event, *others: str) -> Iterator[Said]:
    yield SOURCES, MultilingualText(named.source_title)
    yield from ((ADDRESSES, MultilingualText(address)) for address in (named.source_url, *others))


def _named(context: str, message: str) -> MultilingualText:
    return _in_each(lambda language: language.pgettext(context, message))


def _in_each(tell: Callable[[Language], str]) -> MultilingualText:
    """A text of the page's own, in each of its languages."""
    others = ((code, tell(each)) for code, each in languages().items() if code != SOURCE)
    return MultilingualText(tell(languages()[SOURCE]), tuple(sorted(others)))


def texts_in(every: Iterable[MultilingualText], code: str) -> Iterator[str]:
    """Texts as a page in a language shows them, then in all others that they have."""
    shown = [*every]
    yield from (each.in_language(code).text for each in shown)
    yield from chain.from_iterable(map(in_every_language, shown))
