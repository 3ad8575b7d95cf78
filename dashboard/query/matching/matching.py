"""The films that two lists share: matched by an id, else by title and year; what is unclear is named, not guessed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product
from typing import Any, Literal

import pandas as pd

from dashboard.cleaning.validate import FilmList
from dashboard.model.kinds import Column
from dashboard.model.values import YEAR
from dashboard.query.matching.titles import (
    Title,
    is_near,
    is_one_name,
    is_same_person,
    is_spelled_alike,
    plain_keys,
    sounds_of,
    sounds_of_name,
    title_of,
)

Why = Literal["id", "title and year", "title and director"]
"""How it is known that two films are one."""

NEAR, FAR = 1, 2
"""Years by which two lists may differ on a film; and those by which it is asked about where nobody names a director."""
MOST_CANDIDATES = 12
"""Films that one may be; they are named where it is asked about."""
MOST_COMPARED = 200
"""Films of the same sound that one is compared with."""
MOST_NEAR = 12
"""Films of the same year of whose directors' names one is compared with, those with the rarest name first."""
MOST_ASKED = 20_000
"""Films of a list for which nearly the same titles are looked up: questions about more would help nobody."""
AT_ONCE = 20_000
"""Films of a list that are made ready at the same time."""

TITLES = ("title", "original_title", "transliteration", "other_titles")
DIRECTOR = "director"
YEARS = ("year", "other_years", "release_date")
_YEAR = re.compile(rf"\b({YEAR})\b")
SHORT = "boxd.it"
"""Letterboxd's short addresses. A diary has one for each evening, so that two of them may lead to one film."""
_SITES: Mapping[str, re.Pattern[str]] = {
    "imdb_id": re.compile(r"imdb\.com/(?:\w\w/)?title/tt0*(\d+)"),
    "tmdb_id": re.compile(r"themoviedb\.org/movie/0*(\d+)"),
    "kinopoisk_id": re.compile(r"kinopoisk\.ru/film/(?:[\w-]*-)?0*(\d+)"),
    "letterboxd": re.compile(r"letterboxd\.com/(?:\w+/)?film/([\w-]+)"),
    SHORT: re.compile(r"boxd\.it/(\w+)"),
}
"""By what each site calls a film, how that stands in an address of the film there."""
_ID = re.compile(r"(?:tt)?0*(\d+)")


@dataclass(frozen=True, eq=False)
class Film:
    """A film as it is compared.

    Attributes:
        titles: all its titles.
        years: the years given for it, its own first; empty where none is known.
        directors: who directed it; empty where nobody is named.
        ids: by site, what that calls it.
    """

    titles: tuple[str, ...]
    years: tuple[int, ...] = ()
    directors: tuple[str, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Match:
    """A film of both lists: its position in this one and in the other, and how that is known."""

    here: int
    there: int
    why: Why


@dataclass(frozen=True)
class Unclear:
    """A film of the other list, by its position, and those of this one that it may be, the likeliest first."""

    there: int
    candidates: tuple[int, ...]


@dataclass(frozen=True)
class Matching:
    """What two lists have in common.

    Attributes:
        matches: the films of both, in the other list's order; one that stands there twice is matched twice.
        unclear: the films of the other list of which it has to be asked, in its order.
    """

    matches: tuple[Match, ...]
    unclear: tuple[Unclear, ...]


def films_of(films: FilmList) -> Iterator[Film]:
    """The films of a list, in its order, ready to be compared."""
    for at in range(0, len(films.frame), AT_ONCE):
        yield from _some_films(films.frame.iloc[at : at + AT_ONCE], films.columns)


def is_compared(column: Column) -> bool:
    """Whether films are compared by a column."""
    names = {*TITLES, *YEARS, *_SITES, DIRECTOR}
    return not names.isdisjoint((column.name, column.translates)) or _has_addresses(column)


def _has_addresses(column: Column) -> bool:
    """Whether a column may hold what a site calls a film, in its address there; a source may be another film's."""
    return column.kind.look == "address" and column.name != "source_url"


def _some_films(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[Film]:
    titles = _texts(frame, (each for each in columns if each.name in TITLES or each.translates in TITLES))
    years = _texts(frame, (each for each in columns if each.name in YEARS))
    directors = _texts(frame, (each for each in columns if DIRECTOR in (each.name, each.translates)))
    ids = _ids(frame, columns)
    for at in range(len(frame)):
        yield Film(_different(titles, at), _years(years, at), _different(directors, at), tuple(sorted(ids[at].items())))


def _texts(frame: pd.DataFrame, columns: Iterable[Column]) -> list[list[Any]]:
    """Cells of some columns: a tuple of the values in each."""
    return [[_values(column, cell) for cell in frame[column.name].tolist()] for column in columns]


def _values(column: Column, cell: Any) -> tuple[str, ...]:
    if not column.kind.is_known(cell):
        return ()
    return tuple(cell) if column.kind.look == "values" else (str(cell),)


def _different(columns: list[list[Any]], at: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for cells in columns for value in cells[at]))


def _years(columns: list[list[Any]], at: int) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(year) for text in _different(columns, at) for year in _YEAR.findall(text)))


def _ids(frame: pd.DataFrame, columns: Sequence[Column]) -> list[dict[str, str]]:
    """For each film what sites call it, by its ids and by its addresses there."""
    ids: list[dict[str, str]] = [{} for _ in range(len(frame))]
    for column in columns:
        if column.name in _SITES:
            for at, cell in enumerate(frame[column.name].fillna("").tolist()):
                if found := _ID.fullmatch(cell):
                    ids[at][column.name] = found[1]
        elif _has_addresses(column):
            for at, cell in enumerate(frame[column.name].fillna("").tolist()):
                ids[at] = {site: found[1] for site, way in _SITES.items() if (found := way.search(cell))} | ids[at]
    return ids


def match(here: Iterable[Film], there: Iterable[Film]) -> Matching:
    """Which films of another list are films of this one.

    By an id that both have. Else by the title, in any alphabet and spelling, with a year that differs by `NEAR` at
    most; of several such films by the director, then by the very year. What that leaves open is unclear. So is a title
    that is only part of the other, one without a year, and one whose directors differ; and one that is nearly the
    other's where director and year agree, unless that film has been found.

    The work grows with the lists' lengths: a film is compared with `MOST_COMPARED` others of its sound at most, and
    with `MOST_NEAR` of its director and year, up to `MOST_ASKED` films of a list. Of the other list nothing is held
    but the films that are in both, or may be.
    """
    known = _Known([*here])
    looked_up = ((at, film, known.found(film, at < MOST_ASKED)) for at, film in enumerate(there))
    found = [(at, _own(film), each) for at, film, each in looked_up if each.candidates]
    taken = {each.certain for _, _, each in found if each.is_exact}
    claims = defaultdict(set)
    for _, own, each in found:
        claims[each.certain].add(own)
    matches: list[Match] = []
    unclear: list[Unclear] = []
    for at, _, each in found:
        is_only = each.certain not in taken and len(claims[each.certain]) == 1
        if each.certain is not None and (each.is_exact or is_only):
            matches.append(Match(each.certain, at, each.why))
        elif candidates := [one for one in each.candidates if not (each.is_near and one in taken)]:
            unclear.append(Unclear(at, tuple(candidates[:MOST_CANDIDATES])))
    return Matching(tuple(matches), tuple(unclear))


def _own(film: Film) -> tuple[object, ...]:
    """What two lines of one list have in common where they are one film seen twice."""
    return title_of(film.titles[0]).whole, film.years[:1]


@dataclass(frozen=True)
class _Found:
    """What one film of the other list may be.

    Attributes:
        certain: the film that it is; None where that is not certain.
        why: how that is known.
        is_exact: whether the year is the very one, or an id says it.
        candidates: all that it may be, the likeliest first.
        is_near: whether their titles are only near.
    """

    certain: int | None = None
    why: Why = "id"
    is_exact: bool = False
    candidates: tuple[int, ...] = ()
    is_near: bool = False


class _Known:
    """The films of this list, to be looked up."""

    def __init__(self, films: Sequence[Film]) -> None:
        self.films = films
        self.by_id: dict[tuple[str, str], list[int]] = defaultdict(list)
        self.by_whole: dict[str, list[int]] = defaultdict(list)
        self.by_noted: dict[str, list[int]] = defaultdict(list)
        self.by_part: dict[str, list[int]] = defaultdict(list)
        self.by_sound: dict[str, list[int]] = defaultdict(list)
        far = range(-FAR, FAR + 1)
        self.years = {year + apart for film in films for year in film.years for apart in far}
        if any(not film.years for film in films):
            self.years |= set(range(10_000))
        for at, film in enumerate(films):
            for each in film.ids:
                self.by_id[each].append(at)
            titles = [title_of(text) for text in film.titles]
            _put(self.by_whole, {key for title in titles for key in title.whole}, at)
            _put(self.by_noted, {key for title in titles for key in title.noted}, at)
            _put(self.by_part, {key for title in titles for key in title.parts}, at)
            _put(self.by_sound, {sounds_of(words) for title in titles for words in title.words}, at)

        self.by_key = {*self.by_whole, *self.by_noted, *self.by_part}

    def found(self, film: Film, may_be_near: bool) -> _Found:
        """What a film of another list may be; `may_be_near` is whether nearly the same titles are looked up too."""
        by_id = list(dict.fromkeys(at for each in film.ids for at in self.by_id.get(each, ())))
        if by_id:
            agreeing = [at for at in by_id if not _differ(self.films[at].ids, film.ids)]
            is_one = len(agreeing) == len(by_id) == 1
            return _Found(by_id[0] if is_one else None, "id", is_one, tuple(by_id))
        if not film.directors and film.years and self.years.isdisjoint(film.years):
            return _Found()
        titles = [title_of(text) for text in film.titles if self._may_have(text)]
        same = self._of_title(titles) if titles else []
        part = [at for at in self._of_part(titles) if at not in same]
        found = self._decided(film, same, part) if same or part else _Found()
        if found.candidates or not may_be_near or len(self.films) > MOST_ASKED:
            return found
        return _Found(candidates=self._near(film), is_near=True)

    def _near(self, film: Film) -> tuple[int, ...]:
        """The films of a film's director and year whose titles are near."""
        if not film.directors or self.years.isdisjoint(film.years):
            return ()
        keys = {(year + apart, key) for year in film.years for apart in (-NEAR, 0, NEAR) for key in _makers(film)}
        places = sorted(filter(None, (self.by_maker.get(key) for key in keys)), key=len)
        some = dict.fromkeys(islice((at for place in places for at in place), MOST_NEAR))
        return tuple(at for at in some if _is_near(self.films[at], film))

    @cached_property
    def by_maker(self) -> dict[tuple[int, str], list[int]]:
        """The films of each year by what their directors' names sound like."""
        places: dict[tuple[int, str], list[int]] = defaultdict(list)
        for at, film in enumerate(self.films):
            for key in product(film.years, _makers(film)):
                places[key].append(at)
        return places

    def _may_have(self, text: str) -> bool:
        """Whether a film may have a title, found quickly where the title is plain."""
        plain = plain_keys(text)
        return plain is None or plain[0] in self.by_key or plain[1] in self.by_sound

    def _of_title(self, titles: Sequence[Title]) -> list[int]:
        """The films that have the very title, or have it in another spelling."""
        exact = {at for title in titles for key in title.whole for at in _some(self.by_whole, key)}
        exact |= {at for title in titles for key in title.whole for at in _some(self.by_noted, key)}
        exact |= {at for title in titles for key in title.noted for at in _some(self.by_whole, key)}
        spelled = {
            at
            for title in titles
            for words in title.words
            for at in _some(self.by_sound, sounds_of(words))
            if at not in exact and self._is_spelled(at, words)
        }
        return sorted(exact | spelled)

    def _is_spelled(self, at: int, words: tuple[str, ...]) -> bool:
        theirs = (each for text in self.films[at].titles for each in title_of(text).words)
        return any(is_spelled_alike(words, each) for each in theirs)

    def _of_part(self, titles: Sequence[Title]) -> list[int]:
        whole = {at for title in titles for key in title.whole for at in _some(self.by_part, key)}
        part = {at for title in titles for key in title.parts for at in _some(self.by_whole, key)}
        return sorted(whole | part)

    def _decided(self, film: Film, same: Sequence[int], part: Sequence[int]) -> _Found:
        close = [_compared(at, self.films[at], film, is_whole=True) for at in same]
        close += [_compared(at, self.films[at], film, is_whole=False) for at in part]
        possible = sorted((each for each in close if each.likely), key=lambda each: (-each.likely, each.at))
        candidates = tuple(each.at for each in possible)
        for wanted in (_SURE, _BY_DIRECTOR, _BY_YEAR, _BY_NEAR_YEAR):
            certain = [each for each in possible if each.likely >= wanted]
            if len(certain) == 1:
                best = certain[0]
                why: Why = "title and director" if best.has_director else "title and year"
                return _Found(best.at, why, best.is_exact, candidates)
            if certain:
                return _Found(candidates=candidates)
        return _Found(candidates=candidates)


def _makers(film: Film) -> frozenset[str]:
    """What the words of the directors' names sound like, in any order and spelling."""
    return frozenset().union(*map(sounds_of_name, film.directors))


def _is_near(here: Film, there: Film) -> bool:
    """Whether two films have a director in common and titles that are near."""
    names = product(here.directors, there.directors)
    if _differ(here.ids, there.ids) or not any(is_one_name(one, other) for one, other in names):
        return False
    titles = product(map(title_of, here.titles), map(title_of, there.titles))
    return any(is_near(one, other) for one, other in titles)


def _put(places: dict[str, list[int]], keys: Iterable[str], at: int) -> None:
    for key in keys:
        places[key].append(at)


def _some(places: Mapping[str, list[int]], key: str) -> Iterable[int]:
    return islice(places.get(key, ()), MOST_COMPARED)


_SURE, _BY_DIRECTOR, _BY_YEAR, _BY_NEAR_YEAR, _ASKED = 5, 4, 3, 2, 1


@dataclass(frozen=True)
class _Compared:
    """How likely a film of this list is one of the other.

    Attributes:
        at: its position.
        likely: from `_SURE` to `_ASKED`; 0 where it is another film.
        is_exact: whether a year of one is one of the other's.
        has_director: whether the directors agree.
    """

    at: int
    likely: int
    is_exact: bool
    has_director: bool


def _compared(at: int, here: Film, there: Film, *, is_whole: bool) -> _Compared:
    apart = years_apart(here, there)
    agree = _directors_agree(here, there)
    if not is_whole and agree and _is_piece(here, there):
        agree = None
    likely = 0 if _differ(here.ids, there.ids) else _likely(apart, agree, is_whole)
    return _Compared(at, likely, apart == 0, agree is True)


def _is_piece(*films: Film) -> bool:
    """Whether one of some films is one part of several: its director and year do not make it all of them."""
    return any(title_of(text).is_piece for film in films for text in film.titles)


def _likely(apart: int | None, agree: bool | None, is_whole: bool) -> int:
    """How likely two films of one title are the same.

    Args:
        apart: by how many years they differ; None where one has none.
        agree: whether they have a director in common; None where one names nobody.
        is_whole: whether they have all of the title in common.
    """
    if not is_whole:
        if agree is False or apart is None or apart > NEAR:
            return 0
        return _SURE if agree and apart == 0 else _ASKED
    if agree is False:
        return _ASKED if apart is not None and apart <= NEAR else 0
    if agree:
        return _ASKED if apart is not None and apart > NEAR else _SURE if apart == 0 else _BY_DIRECTOR
    if apart is None:
        return _ASKED
    return _BY_YEAR if apart == 0 else _BY_NEAR_YEAR if apart <= NEAR else _ASKED if apart <= FAR else 0


def years_apart(here: Film, there: Film) -> int | None:
    """By how many years two films differ, by those of their years that are nearest; None where one has none."""
    return min((abs(one - other) for one in here.years for other in there.years), default=None)


def _directors_agree(here: Film, there: Film) -> bool | None:
    if not here.directors or not there.directors:
        return None
    return any(is_same_person(one, other) for one in here.directors for other in there.directors)


def _differ(here: Sequence[tuple[str, str]], there: Sequence[tuple[str, str]]) -> bool:
    """Whether a site calls two films by two names."""
    ours = dict(here)
    return any(ours.get(site, number) != number for site, number in there if site != SHORT)
