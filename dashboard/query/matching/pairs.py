"""The pairs of films that two lists were matched by: why each is taken for one film, and how one is taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dashboard.cleaning.validate import FilmList
from dashboard.i18n.languages import Language
from dashboard.query.in_words import film_name, heading
from dashboard.query.index import Index
from dashboard.query.matching.comparison import Answers, Only, compared_view, other_films
from dashboard.query.matching.matching import Film, Matching, Why, films_of, years_apart
from dashboard.query.matching.only_there import OtherFilm
from dashboard.query.search.fold import fold
from dashboard.query.view import View

SITES = {
    "imdb_id": "IMDb",
    "tmdb_id": "TMDb",
    "kinopoisk_id": "Kinopoisk",
    "letterboxd": "Letterboxd",
    "boxd.it": "Letterboxd",
}


@dataclass(frozen=True)
class Pair:
    """A film of both lists.

    Attributes:
        film: its id in this one.
        other: how the other has it.
        why: how it is known; None where the visitor said it.
        site: whose id both have; empty for none.
        is_spelled: whether both have a title that is spelled alike.
        apart: by how many years they differ, by those that are nearest; None where one has none.
        is_other_year: whether these are not the years under which both are listed.
    """

    film: str
    other: OtherFilm
    why: Why | None
    site: str = ""
    is_spelled: bool = True
    apart: int | None = None
    is_other_year: bool = False

    @property
    def doubt(self) -> tuple[bool, int]:
        """Orders pairs by how easily they are wrong; the most doubtful are the largest."""
        is_sure = self.why in (None, "id")
        return not (is_sure or self.is_spelled), 0 if is_sure else self.apart or 0


@dataclass(frozen=True)
class ComparedList:
    """What a tab knows of the list that was compared with.

    Attributes:
        others: the films that only that has.
        pairs: those of both, in its order.
    """

    others: Only
    pairs: tuple[Pair, ...] = ()

    def without(self, film: str) -> ComparedList:
        """The same with a film of this list taken apart from those of the other that it was matched with."""
        gone = [pair.other for pair in self.pairs if pair.film == film]
        return ComparedList(self.others.with_more(gone), tuple(pair for pair in self.pairs if pair.film != film))

    def view(self, view: View, index: Index) -> View:
        """A view of a list compared with this one."""
        return compared_view(view, index, ratings_in_both(self.pairs), self.others)


def ratings_in_both(pairs: Sequence[Pair]) -> dict[str, float | None]:
    """By id, the films of both lists and how the other rates them: the first of several ratings."""
    found: dict[str, float | None] = {}
    for pair in pairs:
        found[pair.film] = pair.other.rating if found.get(pair.film) is None else found[pair.film]
    return found


def pairs_of(index: Index, there: FilmList, matching: Matching, answers: Answers) -> tuple[Pair, ...]:
    """The pairs by which two lists were matched, in the other list's order.

    Args:
        index: this list.
        there: the other.
        matching: what both have in common.
        answers: what the visitor said of the films that were unclear.
    """
    why: dict[int, Why | None] = {each.there: each.why for each in matching.matches}
    here = {each.there: each.here for each in matching.matches}
    here |= {at: one for at, one in answers.items() if one is not None}
    at = sorted(here)
    rows = [here[each] for each in at]
    ids, whys = index.frame["id"].iloc[rows].tolist(), [why.get(each) for each in at]
    made = zip(ids, other_films(there, at), whys, _some(index.films, rows), _some(there, at), strict=True)
    return tuple(_pair(*each) for each in made)


def _some(films: FilmList, rows: list[int]) -> Iterator[Film]:
    return films_of(replace(films, frame=films.frame.iloc[rows]))


def _pair(film: str, other: OtherFilm, why: Why | None, here: Film, there: Film) -> Pair:
    ids = dict(here.ids)
    site = next((SITES[name] for name, number in there.ids if ids.get(name) == number), "") if why == "id" else ""
    is_spelled = not {fold(title) for title in here.titles}.isdisjoint(map(fold, there.titles))
    return Pair(film, other, why, site, is_spelled, years_apart(here, there), here.years[:1] != there.years[:1])


def pair_in_words(pair: Pair, index: Index, language: Language) -> str:
    """Both films, and why they are taken for one: ``Solaris (1972) = “Solyaris (1972)”: by title, …``."""
    year = np.nan if pair.other.year is None else float(pair.other.year)
    names = film_name(index, pair.film, language), heading(pair.other.title, year, language)
    return language.gettext(
        "{film} is “{other}” of the other list: {why}", film=names[0], other=names[1], why=why_in_words(pair, language)
    )


def why_in_words(pair: Pair, language: Language) -> str:
    """Why a pair is taken for one film: ``by title, spelled otherwise; 1 year apart; by director``."""
    if pair.why is None:
        return language.gettext("as you said")
    if pair.why == "id":
        return language.gettext("by the same id of {site}", site=pair.site)
    title = language.gettext("by title") if pair.is_spelled else language.gettext("by title, spelled otherwise")
    years = [] if pair.apart is None else [_years(pair.apart, pair.is_other_year, language)]
    return "; ".join(
        (title, *years, *([language.gettext("same director")] if pair.why == "title and director" else []))
    )


def _years(apart: int, is_other_year: bool, language: Language) -> str:
    if apart:
        return language.ngettext("{n} year apart", "{n} years apart", apart)
    return language.gettext("a year that both name") if is_other_year else language.gettext("same year")


def by_doubt(pairs: Sequence[Pair]) -> Mapping[str, Pair]:
    """Of each film of this list one pair, the most doubtful first."""
    found: dict[str, Pair] = {}
    for pair in sorted(pairs, key=lambda each: each.doubt, reverse=True):
        found.setdefault(pair.film, pair)
    return found
