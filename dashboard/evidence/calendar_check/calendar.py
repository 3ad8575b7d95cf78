"""The calendar check: texts that name a dated thing for a film that came too early, or call it Soviet too late.

Precision comes before recall: it reads whole words, in English and in Russian, and says nothing where a text may be
right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from itertools import islice
from typing import Literal, NamedTuple, get_args

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.compute as pc  # type: ignore[import-untyped]

from dashboard.cleaning.validate import FilmList
from dashboard.evidence.calendar_check.accepted import Accepted
from dashboard.evidence.calendar_check.aliases import (
    alias_pattern,
    folded,
    key_of,
    origin_pattern,
    quoted,
    sieve_pattern,
    words_of,
)
from dashboard.evidence.calendar_check.events import Event
from dashboard.evidence.calendar_check.mentions import looks_elsewhere, sentences
from dashboard.evidence.calendar_check.origins import end_of, origin_signs, quote_begins
from dashboard.evidence.calendar_check.signs import signs_of
from dashboard.evidence.calendar_check.weights import NOTICED, SURE, telling, weigh, weights
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.model.kinds import CHOICES
from dashboard.model.progress import counted
from dashboard.model.schema import BY_NAME
from dashboard.model.text_column import mask_of

READ = ("title", "description", "fact")
"""The columns that are read. A title is not read for things named by one word, nor for origins."""

LONGEST_READ = 20_000
"""Characters that are read of a text."""
MENTIONS_READ = 50
"""Mentions of a thing that are read of a sentence, which bounds the time that a sentence without an end takes."""
TEXTS_AT_ONCE = 50_000
"""Texts that are looked through at once, which bounds the memory it takes."""
MOST_SPREAD = 1.5
"""Rows among which one is looked for, at most, where all of them are looked through."""

Confidence = Literal["clear", "likely"]
CONFIDENCES: tuple[Confidence, ...] = get_args(Confidence)
"""How sure a notice is."""
Reason = Literal["country", "origin", "likely origin", "older word", "filmed", "named", "title"]
REASONS: dict[Reason, tuple[Confidence, str]] = {
    "country": ("clear", "The country stands in a cell of its own."),
    "origin": ("clear", "The text says it of the film itself."),
    "likely origin": ("likely", "Such a sentence mostly says it of the film itself."),
    "older word": ("likely", "The text says it of the film itself, but the word can be older than what it means."),
    "filmed": ("clear", "Such a sentence nearly always means that the film shows it or was made with it."),
    "named": ("likely", "Such a sentence mostly means that the film shows it or was made with it."),
    "title": ("likely", "It stands in the title, which can also mean something else."),
}
"""For each reason of a notice how sure it makes it, and the reason in a sentence."""


@dataclass(frozen=True)
class Notice:
    """What the calendar check found in one film's texts.

    Attributes:
        film: the film's id.
        field: the column in which it was found.
        quote: the words it was found in.
        event: the dated thing.
        year: the film's year.
        years: how many years lie between the film's year and the event's.
        too_late: whether the film came after the thing had ended, and not before it began.
        reason: why it was noticed; see `REASONS`.
        start: where the words begin in the text.
        telling: the words of the sentence that say most that the film shows the thing; none where it is not weighed.
    """

    film: str
    field: str
    quote: str
    event: Event
    year: int
    years: int
    too_late: bool
    reason: Reason
    start: int = attribute(default=0, compare=False)
    telling: tuple[str, ...] = attribute(default=(), compare=False)

    @property
    def confidence(self) -> Confidence:
        """How sure it is."""
        return REASONS[self.reason][0]


class _Found(NamedTuple):
    """Words of a text that cannot be right, with their place; a country has its place among the countries."""

    event: Event
    field: str
    start: int
    end: int
    quote: str
    reason: Reason
    telling: tuple[str, ...] = ()


def check_calendar(films: FilmList, events: Iterable[Event], accepted: Iterable[Accepted] = ()) -> tuple[Notice, ...]:
    """What cannot be right as it stands, film by film; nothing for a film without a year or of an event's own year.

    A film that has other years too is only named where none of them is right. Words that somebody has accepted are
    never named.
    """
    frame = films.frame
    if "year" not in frame:
        return ()
    by_word = EventsByWord.of(events)
    fields = [name for name in READ if name in frame]
    named, of_country = by_word.named(frame), by_word.of_countries(frame)
    frame, named = frame[named | of_country], named[named | of_country]
    right = _accepted_by_film(accepted)
    none = [()] * len(frame)
    texts_of = (frame[name].fillna("").str.slice(0, LONGEST_READ) for name in fields)
    all_texts = zip(*(texts.to_numpy(object) for texts in texts_of), strict=True)
    ids, film_years = frame["id"].to_numpy(object), frame["year"].to_numpy(object)
    columns = (ids, film_years, all_texts, named, frame.get("country", none), frame.get("other_years", none))
    found: list[Notice] = []
    for film, year, given, is_named, countries, others in counted(zip(*columns, strict=True), len(frame)):
        texts = {name: text for name, text in zip(fields, given, strict=True) if text and is_named}
        if pd.isna(year) or not (near := by_word.near(texts.values(), countries)):
            continue
        years = (int(year), *(int(other) for other in others if re.fullmatch(r"[0-9]{4}", other)))
        says = _Named(film, years, texts, countries, right.get(film, ()))
        found += says.notices(by_word.events[at] for at in near)
    return tuple(found)


def _accepted_by_film(accepted: Iterable[Accepted]) -> dict[str, list[Accepted]]:
    found: dict[str, list[Accepted]] = {}
    for each in accepted:
        found.setdefault(each.film, []).append(each)
    return found


@dataclass(frozen=True)
class EventsByWord:
    """An index of events. It leaves out quickly the films that can name none.

    Attributes:
        events: all of them.
        words: for the longest stem of each alias, folded, the positions of the events that have the alias.
        countries: for each country the positions of the events that it stands for.
        written: the aliases of what is mentioned as they may stand in a text, as patterns that miss none.
        origins: for each origin the first words of its aliases, likewise, by its place in `spans`.
        spans: for each event the years between which a film may name it.
    """

    events: tuple[Event, ...]
    words: dict[str, list[int]]
    countries: dict[str, list[int]]
    written: set[str]
    origins: dict[int, str]
    spans: list[tuple[int, float]]

    @classmethod
    def of(cls, events: Iterable[Event]) -> EventsByWord:
        """The index of some events."""
        found = cls(tuple(events), {}, {}, set(), {}, [])
        for at, event in enumerate(found.events):
            found.spans.append((event.begins.year, event.ends.year if event.origin and event.ends else np.inf))
            for alias in event.aliases:
                found.words.setdefault(key_of(alias), []).append(at)
            if event.origin:
                firsts = {sieve_pattern(words_of(alias)[0]) for alias in event.aliases}
                found.origins[at] = "|".join(sorted(firsts))
            else:
                found.written.update(map(sieve_pattern, event.aliases))
            for country in event.countries:
                found.countries.setdefault(country, []).append(at)
        return found

    def named(self, films: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Which films may be wrong about an event by their texts; none is missed. At once, since most name none."""
        found = np.zeros(len(films), dtype=np.bool_)
        years = films["year"].to_numpy(float, na_value=np.nan)
        newest = max((first for at, (first, _) in enumerate(self.spans) if at not in self.origins), default=0)
        searched = [(years < newest, "|".join(sorted(self.written)))]
        searched += [(self._is_of_another_time(years, at), aliases) for at, aliases in self.origins.items()]
        for may, pattern in searched:
            (rows,) = np.nonzero(may & ~found)
            found[rows[name_any(films, pattern, rows)]] = True
        return found

    def _is_of_another_time(self, years: npt.NDArray[np.float64], at: int) -> npt.NDArray[np.bool_]:
        first, last = self.spans[at]
        return (years < first) | (years > last)

    def of_countries(self, films: pd.DataFrame) -> npt.NDArray[np.bool_]:
        """Which films of a country that stands for an event are of another time."""
        if "country" not in films:
            return np.zeros(len(films), dtype=np.bool_)
        rows, codes, values = CHOICES.pairs(films["country"])
        years, found = films["year"].to_numpy(float, na_value=np.nan), np.zeros(len(films), dtype=np.bool_)
        for country in self.countries.keys() & set(values):
            of_it = rows[codes == values.index(country)]
            for at in self.countries[country]:
                found[of_it[self._is_of_another_time(years[of_it], at)]] = True
        return found

    def near(self, texts: Iterable[str], countries: Iterable[str]) -> list[int]:
        """The positions of the events that a film may name; none is missed."""
        read = folded("\n".join(texts))
        found = [at for word, places in self.words.items() if word in read for at in places]
        found += [at for country in countries for at in self.countries.get(country, ())]
        return sorted(set(found)) if found else found


def name_any(films: pd.DataFrame, pattern: str, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """Which films of some rows have a pattern in a text that is read; an empty pattern none."""
    found = np.zeros(len(rows), dtype=np.bool_)
    for name in READ if pattern else ():
        texts = pa.chunked_array(pa.array(films[name].array)) if name in films else None
        for start in range(0, 0 if texts is None else len(rows), TEXTS_AT_ONCE):
            found[start : start + TEXTS_AT_ONCE] |= _matching(texts, pattern, rows[start : start + TEXTS_AT_ONCE])
    return found


def _matching(texts: pa.ChunkedArray, pattern: str, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """Which of some rows, in their order, have a pattern in their text. Looking at more can be less than copying."""
    first, last = int(rows[0]), int(rows[-1])
    is_dense = last - first < MOST_SPREAD * len(rows)
    given = texts.slice(first, last - first + 1) if is_dense else texts.take(pa.array(rows))
    matches = mask_of(pc.match_substring_regex(given, pattern).fill_null(False))
    return matches[rows - first] if is_dense else matches


@dataclass(frozen=True)
class _Named:
    """What one film's texts and countries name.

    Attributes:
        film: its id.
        years: all its years; the first is its own.
        texts: by column.
        countries: those that made it.
        accepted: the words of it that somebody has found right.
    """

    film: str
    years: tuple[int, ...]
    texts: dict[str, str]
    countries: tuple[str, ...]
    accepted: Sequence[Accepted]

    def notices(self, events: Iterable[Event]) -> list[Notice]:
        """What is wrong with the film for some events, of each the first place in each text."""
        found = [each for event in events for each in self._of(event)]
        return [self._notice(each) for each in found if not any(_says_it_better(other, each) for other in found)]

    def _notice(self, found: _Found) -> Notice:
        event, year = found.event, self.years[0]
        ended = self._ended(event)
        apart = event.begins.year - year if ended is None else year - ended
        said = (found.reason, found.start, found.telling)
        return Notice(self.film, found.field, found.quote, event, year, apart, ended is not None, *said)

    def _ended(self, event: Event) -> int | None:
        """The year in which a thing ended, if the film is too late for it by all its years."""
        return event.ended_before(min(self.years))

    def _of(self, event: Event) -> Iterator[_Found]:
        if self._ended(event) is None and max(self.years) >= event.begins.year:
            return
        for field, text in self.texts.items():
            places = self._origins(field, text, event) if event.origin else self._mentions(field, text, event)
            yield from islice(places, 1)
        for at, country in enumerate(self.countries):
            if event.origin and country in event.countries and not self._is_accepted("country", country, 0, 1):
                yield _Found(event, "country", at, at + 1, country, "country")

    def _origins(self, field: str, text: str, event: Event) -> Iterator[_Found]:
        """Where a text, but no title, says that the film is of an origin."""
        read = folded(text)
        patterns = [origin_pattern(alias) for alias in event.aliases if field != "title" and key_of(alias) in read]
        ends = self._ended(event)
        for start, sentence in sentences(text) if patterns else ():
            for first, named in places_of(patterns, sentence):
                last = end_of(sentence, first, named)
                weight = weigh(origin_signs(sentence, first, last, event.begins.year, ends), weights()["origin"])
                place = (start + quote_begins(sentence, first), start + last)
                if weight >= NOTICED and not self._is_accepted(field, text, *place):
                    sure: Reason = "origin" if weight >= SURE["origin"] else "likely origin"
                    yield _Found(event, field, *place, quoted(text, *place), sure if ends else "older word")

    def _mentions(self, field: str, text: str, event: Event) -> Iterator[_Found]:
        """Where a text names a thing in a sentence that could not name it rightly. A title is not read for one word."""
        read = folded(text)
        near = [alias for alias in event.aliases if key_of(alias) in read]
        patterns = [alias_pattern(alias) for alias in near if field != "title" or len(words_of(alias)) > 1]
        for start, sentence in sentences(text) if patterns else ():
            for first, last in places_of(patterns, sentence):
                if said := self._says(field == "title", sentence, first, last, event.begins.year):
                    place = (start + first, start + last)
                    if not self._is_accepted(field, text, *place):
                        yield _Found(event, field, *place, quoted(text, *place), *said)

    def _says(
        self, is_title: bool, sentence: str, start: int, end: int, year: int
    ) -> tuple[Reason, tuple[str, ...]] | None:
        """Why a name between two places is noticed, with the words that tell most, or None where it may be right."""
        if is_title:
            years = re.findall(r"\d{4}", sentence)
            is_right = looks_elsewhere(sentence, start, end) or any(int(each) >= year for each in years)
            return None if is_right else ("title", ())
        signs = signs_of(sentence, start, end, self.years[0], year)
        weight = weigh(signs, weights()["mention"])
        if weight < NOTICED:
            return None
        return "filmed" if weight >= SURE["mention"] else "named", tuple(sorted(telling(signs), key=sentence.find))

    def _is_accepted(self, field: str, text: str, start: int, end: int) -> bool:
        """Whether words of a text, by their place, stand in a quote that somebody has found right."""
        return any(each.covers(text, start, end) for each in self.accepted if each.field == field)


def places_of(patterns: Iterable[re.Pattern[str]], sentence: str) -> list[tuple[int, int]]:
    """Where a sentence has some patterns, from its start, none within a longer one; so many as are read."""
    matches = islice((match for pattern in patterns for match in pattern.finditer(sentence)), MENTIONS_READ)
    found: list[tuple[int, int]] = []
    for start, end in sorted({match.span() for match in matches}, key=lambda span: (span[0], -span[1])):
        if not found or end > found[-1][1]:
            found.append((start, end))
    return found


def _says_it_better(other: _Found, found: _Found) -> bool:
    """Whether another finding makes one needless: its words overlap and end later, or the same day is named before."""
    if other is found or other.field != found.field:
        return False
    if other.start < found.end and found.start < other.end:
        return (other.end, -other.start) > (found.end, -found.start)
    return other.event.begins == found.event.begins and other.start < found.start


def notice_in_words(notice: Notice, language: Language) -> str:
    """What a text says against the calendar, as one sentence."""
    event = notice.event
    field = column_name(BY_NAME[notice.field], language).lower() if notice.field in BY_NAME else notice.field
    years = language.ngettext("{n} year", "{n} years", notice.years)
    begins = language.day(event.begins)
    if notice.too_late and event.ends:
        when = language.gettext("ended on {day}, {years} before this film", day=language.day(event.ends), years=years)
    else:
        began = event.text_in("event", language.code)
        when = language.gettext("{began} on {day}, {years} after this film", began=began, day=begins, years=years)
    named = event.text_in("name", language.code)
    values = {"year": notice.year, "field": field, "quote": notice.quote, "event": named, "when": when}
    if event.origin:
        return language.gettext("The film is of {year}; its {field} says “{quote}”; {event} {when}.", **values)
    return language.gettext("The film is of {year}; its {field} mentions {event}, which {when}.", **values)


def reason_in_words(notice: Notice, language: Language) -> str:
    """How sure a notice is and why, in short sentences; with the words of the text that tell so, if it was weighed."""
    confidence, reason = REASONS[notice.reason]
    sure = language.pgettext("confidence", confidence)
    why = f"{sure[0].upper()}{sure[1:]}. {language.pgettext('reason of a notice', reason)}"
    if not notice.telling:
        return why
    told = language.gettext("The words that say so most: “{words}”.", words=" … ".join(notice.telling))
    return f"{why} {told}"
