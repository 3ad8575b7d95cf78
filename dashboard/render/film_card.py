"""All that is known of one film, told in a language: the value from which every form of its card is made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from markupsafe import Markup

from dashboard.evidence.calendar_check.calendar import notice_in_words, reason_in_words
from dashboard.evidence.calendar_check.events import Event
from dashboard.evidence.claims import Claim, LookUp
from dashboard.evidence.editing.files import mark_of
from dashboard.evidence.identities import Identity, IdentityStatus
from dashboard.evidence.milestones import Milestone, within
from dashboard.evidence.translations import TextInLanguage
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name, value_name
from dashboard.model.kinds import Column
from dashboard.model.values import is_plain
from dashboard.query.cache import cached
from dashboard.query.in_words import film_name, related_in_words, spelling_in_words
from dashboard.query.loaded_list import LoadedList
from dashboard.query.matching.seen import SEEN, is_seen
from dashboard.query.related import related
from dashboard.query.result import Addresses, QueryResult
from dashboard.query.search.card_texts import CALENDAR, SOURCES, STATEMENTS, WHICH_FILM
from dashboard.query.search.matching import by_spelling, found_in, marks
from dashboard.query.shortlist import length_in_words, minutes
from dashboard.query.view import View
from dashboard.render.citation import film_citation
from dashboard.render.statements import HeadMark, Segment, as_read, cut, head
from dashboard.render.templates import render

MOST_CARDS = 200
"""Cards of a list that are kept as they are in every view: more than a page shows, in each language."""
IN_THE_HEAD = ("id", "title", "year", SEEN.name)
SITES = {
    "imdb_id": (r"tt\d+", "https://www.imdb.com/title/{}/"),
    "tmdb_id": (r"\d+", "https://www.themoviedb.org/movie/{}"),
    "kinopoisk_id": (r"\d+", "https://www.kinopoisk.ru/film/{}/"),
}
"""For each column of a site's numbers, what a number looks like and where it leads."""


class Link(NamedTuple):
    """A link, such as to a source: its title and its address; either may be empty."""

    title: str
    address: str


class Value(NamedTuple):
    """One value of a field, and where it leads; empty for nowhere."""

    segments: tuple[Segment, ...]
    address: str = ""


class Field(NamedTuple):
    """A column's label, and its values of a film."""

    label: str
    values: tuple[Value, ...]


class Text(NamedTuple):
    """A longer text of the list.

    Attributes:
        label: what it is called; empty where it needs no name.
        text: all of it.
        segments: the same, cut where statements begin and end.
        language: the text's, where it is known and not the page's; empty otherwise.
    """

    label: str
    text: str
    segments: tuple[Segment, ...]
    language: str = ""


class Remark(NamedTuple):
    """What the calendar check says of a film, how sure it is and why, from where it knows, and what names its row."""

    text: str
    reason: str
    source: Link
    mark: str


class WhichFilm(NamedTuple):
    """Which real film an entry is.

    Attributes:
        status: what was found.
        note: what was found, in a sentence.
        proof: what that proves; empty where there is nothing to say.
        nearest: the way to the card of that film, or of the nearest one; None for none.
    """

    status: IdentityStatus
    note: TextInLanguage
    proof: str
    nearest: Link | None


class PartMarks(NamedTuple):
    """What of a search is marked in the parts of a card that are no columns."""

    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    which_film: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()


class RelatedFilm(NamedTuple):
    """A film that has something to do with another: the way to its card, and what they share."""

    link: Link
    why: str


@dataclass(frozen=True)
class FilmHead:
    """What a closed card of a film shows.

    Attributes:
        film: its id.
        name: title and year, the original title where that is in the letters of the language.
        other_title: the title that does not lead; empty if there is but one.
        facts: who directed it and how long it is, in a line; empty where nothing is known.
        line: what helps to choose it in a list: its other title and these facts; empty where neither is known.
        head: what stands beside the name: what its statements come to.
        spelling: that the view's search finds it only by another spelling, as a sentence; empty where it does not.
    """

    film: str
    name: str
    other_title: str
    facts: str
    line: str
    head: tuple[HeadMark, ...]
    spelling: str


@dataclass(frozen=True)
class FilmCard(FilmHead):
    """All that is known of one film of a view.

    Attributes:
        minutes: its running time; None where not known.
        when: the day and time at which the view's shortlist shows it; None for none.
        found_in: the columns in which the view's search is found, as part of a sentence; empty for none.
        marks: what of the search is marked beside the list's cells.
        spoken: the language of the list's texts, where it is known and not the page's; empty otherwise.
        fields: the short columns that are known, in the list's order.
        title: the title as the list gives it, where statements stand in it; None otherwise.
        texts: the longer texts, in the list's order.
        claims: its statements, in the order in which a reader meets them; their numbers count from 1.
        lost: its statements whose words are not in their text any more.
        is_theirs: whether these are said by whoever brought the list.
        notices: what the calendar check found.
        which_film: which real film it is; None where nobody looked.
        moments: what happened in its year and the year before; empty where history is not shown.
        history_language: the language of their texts, as `spoken`.
        moments_head: the heading of these.
        related: films of the list that have something to do with it.
        sources: all that the film, its statements or its notices name, each once.
        address: of its card, in full if the dashboard's own address is known.
        citation: how to cite it.
        correction: the link to what helps to correct it; empty where nothing does.
        day: on which the card is made.
    """

    minutes: float | None
    when: datetime | None
    found_in: str
    marks: PartMarks
    spoken: str
    fields: tuple[Field, ...]
    title: Text | None
    texts: tuple[Text, ...]
    claims: tuple[Claim, ...]
    lost: tuple[Claim, ...]
    is_theirs: bool
    notices: tuple[Remark, ...]
    which_film: WhichFilm | None
    moments: tuple[Milestone, ...]
    history_language: str
    moments_head: str
    related: tuple[RelatedFilm, ...]
    sources: tuple[Link, ...]
    address: str
    citation: str
    correction: str
    day: date

    @property
    def looked_up(self) -> LookUp | None:
        """When and by whom most of its statements were looked up; None if of any of them neither is known."""
        look_ups = [claim.look_up for claim in self.claims]
        return None if None in look_ups else next((each for each, _ in Counter(look_ups).most_common(1)), None)

    @property
    def last_looked_up(self) -> date | None:
        """The last day on which one of its statements was looked up; None where that is not known."""
        return max((claim.checked_on for claim in self.claims if claim.checked_on), default=None)

    def source_number(self, claim: Claim) -> int:
        """The number, from 1, of a statement's source among the film's; 0 for one without a source."""
        source = _source(claim)
        return self.sources.index(source) + 1 if source in self.sources else 0


def film_head(result: QueryResult, film: str) -> FilmHead:
    """What a closed card of a film of a view shows."""
    made = _head(result.loaded, film, shared(result))
    return replace(made, spelling=_Film(result, film, "").spelling()) if result.view.search else made


def film_card(result: QueryResult, film: str, here: str = "") -> FilmCard:
    """All that is known of one film of a view; `here` is the dashboard's address."""
    return _Film(result, film, here).as_in_view(_card(result.loaded, film, shared(result)))


def film_html(result: QueryResult, card: FilmCard, place: str) -> Markup:
    """A film's card in a view as HTML; `place` tells it from the same card elsewhere on the page."""
    if result.view.search:
        return card_html(card, place, result.language)
    of = (card.film, place, shared(result))
    texts, evidence = (_part(result.loaded, name, *of) for name in ("card_texts.html", "card_evidence.html"))
    return card_html(card, place, result.language, texts, evidence)


def card_html(
    card: FilmCard, place: str, language: Language, texts: Markup | None = None, evidence: Markup | None = None
) -> Markup:
    """A card as HTML; its texts, and what is known of them, are not made where they are given."""
    if texts is None:
        texts = render("card_texts.html", language, card=card, place=place)
    if evidence is None:
        evidence = render("card_evidence.html", language, card=card, place=place)
    return render("card.html", language, card=card, place=place, texts=texts, evidence=evidence)


class Shared(NamedTuple):
    """What of a view all its cards show, whatever is searched, filtered or chosen in it."""

    view: View
    default_list: str
    language: Language
    addresses: Addresses
    day: date


def shared(result: QueryResult) -> Shared:
    """What of a view all its cards show."""
    chosen = result.view
    view = View(chosen.list, history_track=chosen.history_track, language=chosen.language)
    return Shared(view, result.default_list, result.language, result.addresses, date.today())


def as_shared(loaded: LoadedList, of: Shared) -> QueryResult:
    """A view that shows nothing but what all cards show."""
    nothing = np.zeros(0, np.bool_), np.zeros(0, np.int64)
    return QueryResult(loaded, of.view, {}, *nothing, of.default_list, of.language, of.addresses)


@cached(MOST_CARDS)
def _head(loaded: LoadedList, film: str, of: Shared) -> FilmHead:
    return _Film(as_shared(loaded, of), film, "").head()


@cached(MOST_CARDS)
def _card(loaded: LoadedList, film: str, of: Shared) -> FilmCard:
    return _Film(as_shared(loaded, of), film, "").card(_head(loaded, film, of))


@cached(2 * MOST_CARDS)
def _part(loaded: LoadedList, template: str, film: str, place: str, of: Shared) -> Markup:
    return render(template, of.language, card=_card(loaded, film, of), place=place)


def site_address(column: str, number: str) -> str:
    """Where a number leads that a column of a site's numbers has of a film; empty for nowhere.

    >>> site_address("imdb_id", "tt0069293"), site_address("imdb_id", "0069293"), site_address("year", "1972")
    ('https://www.imdb.com/title/tt0069293/', '', '')
    """
    pattern, site = SITES.get(column, ("", ""))
    return site.format(number) if site and re.fullmatch(pattern, number) else ""


def elsewhere(known: str, language: Language) -> str:
    """The language of a text, where it is known and not the page's; empty otherwise."""
    return known if known != language.code else ""


def values_in_words(column: Column, cell: Any, language: Language) -> tuple[str, ...]:
    """A known cell's values as a card tells them."""
    if column.kind.look == "values":
        return tuple(value_name(column, value, language) for value in cell)
    if column.kind.look == "value":
        return (value_name(column, cell, language),)
    if column.kind.look == "number":
        return (f"{language.number(cell)} {language.pgettext('unit', column.unit)}".rstrip(),)
    if column.kind.look == "money" and is_plain(cell):
        return (language.number(float(cell)),)
    return (str(cell),)


class _Film:
    """One film of a view while its card is made.

    Attributes:
        cells: what the list knows of it, by column, in the list's order.
        claims: in the order in which a reader meets them.
    """

    def __init__(self, result: QueryResult, film: str, here: str) -> None:
        self.result, self.film, self.language, self.here = result, film, result.language, here
        self.row = result.index.position[film]
        self.notices = result.loaded.notices_of.get(film, ())

    @cached_property
    def cells(self) -> dict[str, Any]:
        cells = self.result.index.cells(self.row)
        columns = self.result.index.films.columns
        return {each.name: cells[each.name] for each in columns if each.kind.is_known(cells[each.name])}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        return as_read(self.result.loaded.claims_of.get(self.film, ()), self.cells)

    @cached_property
    def minutes(self) -> float | None:
        return minutes(self.result.index, self.film)

    def as_in_view(self, made: FilmCard) -> FilmCard:
        """The card as this view has it, of one that was made without its search and what is chosen in it."""
        view = self.result.view
        address = self.result.address(self.result.card(self.film), self.here)
        card = replace(
            made,
            when=view.showing(self.film),
            related=self.linked(made.related),
            address=address,
            citation=film_citation(self.result, self.film, address),
        )
        return self.with_matches(card) if view.search else card

    def with_matches(self, card: FilmCard) -> FilmCard:
        """A card with what the view's search has found in it."""
        return replace(
            card,
            found_in=self.found_in(),
            spelling=self.spelling(),
            marks=self.marks(),
            fields=self.fields(),
            title=self.title(),
            texts=self.texts(),
        )

    def head(self) -> FilmHead:
        """What leads the card, without what depends on the view."""
        index, language = self.result.index, self.language
        return FilmHead(
            film=self.film,
            name=film_name(index, self.film, language),
            other_title=self.other_title(),
            facts=self.facts(),
            line=self.line(),
            head=head(self.claims, bool(self.notices), is_seen(index, self.row), language),
            spelling="",
        )

    def card(self, leading: FilmHead) -> FilmCard:
        """The card, without what depends on the view."""
        result, language = self.result, self.language
        moments = self.moments()
        return FilmCard(
            **vars(leading),
            minutes=self.minutes,
            when=None,
            found_in="",
            marks=PartMarks(),
            spoken=elsewhere(result.info.language, language),
            fields=self.fields(),
            title=self.title(),
            texts=self.texts(),
            claims=self.claims,
            lost=result.loaded.lost_of.get(self.film, ()),
            is_theirs=result.info.is_uploaded,
            notices=tuple(
                Remark(
                    notice_in_words(each, language),
                    reason_in_words(each, language),
                    _source(each.event),
                    mark_of(each.event.cells),
                )
                for each in self.notices
            ),
            which_film=self.which_film(),
            moments=moments,
            history_language=elsewhere(result.info.history_language, language),
            moments_head=self.moments_head() if moments else "",
            related=self.related(),
            sources=self.sources(),
            address="",
            citation="",
            correction=result.addresses.correction(result.card(self.film)),
            day=date.today(),
        )

    def columns(self) -> list[Column]:
        """The columns that say something beside the head and the evidence."""
        columns = self.result.index.films.columns
        is_beside = self.cells.keys() - IN_THE_HEAD
        return [each for each in columns if each.name in is_beside and not (each.derived or each.translates)]

    def in_language(self, column: str) -> tuple[Any, str]:
        """A known cell as the page tells it, and its language, where it is known and not the page's.

        It is translated where the list has it in the page's language. Words in which statements stand stay as they are.
        """
        translation = self.result.index.translations.get((column, self.language.code.casefold()), "")
        if translation in self.cells and not self.has_claims(column):
            return self.cells[translation], ""
        return self.cells[column], elsewhere(self.result.info.language, self.language)

    def has_claims(self, column: str) -> bool:
        return any(claim.field == column for claim in self.claims)

    def segments(self, column: Column, text: str) -> tuple[Segment, ...]:
        return cut(text, self.claims, column.name, marks(self.result.index, self.result.view.search, column))

    def fields(self) -> tuple[Field, ...]:
        columns = [column for column in self.columns() if column.kind.look != "long text"]
        hidden = "source_url" if "source_title" in self.cells else ""
        return tuple(self.field(column) for column in columns if column.name != hidden)

    def field(self, column: Column) -> Field:
        texts = values_in_words(column, self.in_language(column.name)[0], self.language)
        values = tuple(Value(self.segments(column, text), self.leads_to(column, text)) for text in texts)
        return Field(column_name(column, self.language), values)

    def leads_to(self, column: Column, text: str) -> str:
        """Where a field's value leads; empty for nowhere, as with one in which statements lead to their reasons."""
        if self.has_claims(column.name):
            return ""
        if column.kind.look == "address":
            return text
        if column.name == "source_title":
            return str(self.cells.get("source_url", ""))
        return site_address(column.name, text)

    def texts(self) -> tuple[Text, ...]:
        return tuple(self.text(column) for column in self.columns() if column.kind.look == "long text")

    def title(self) -> Text | None:
        return self.text(self.result.index.columns["title"]) if self.has_claims("title") else None

    def text(self, column: Column) -> Text:
        label = "" if column.name == "description" else column_name(column, self.language)
        cell, known = self.in_language(column.name)
        return Text(label, str(cell), self.segments(column, str(cell)), known)

    def other_title(self) -> str:
        title, original = str(self.cells["title"]), str(self.cells.get("original_title", ""))
        if original in ("", title):
            return ""
        return title if self.language.writes(original) else original

    def facts(self) -> str:
        people = self.people() if "director" in self.cells else ()
        by = self.language.gettext("directed by {people}", people=self.language.listing(people)) if people else ""
        length = "" if self.minutes is None else length_in_words(self.minutes, self.language)
        line = " · ".join(filter(None, (by, length)))
        return line[:1].upper() + line[1:]

    def people(self) -> tuple[str, ...]:
        """Who directed it, in the page's language where the list says it."""
        cell, _ = self.in_language("director")
        return values_in_words(self.result.index.columns["director"], cell, self.language)

    def line(self) -> str:
        return " · ".join(filter(None, (self.other_title(), self.facts())))

    def found_in(self) -> str:
        columns = found_in(self.result.index, self.row, self.result.view.search)
        names = [column_name(column, self.language).lower() for column in columns]
        return self.language.listing([*dict.fromkeys(names)]) if names else ""

    def spelling(self) -> str:
        result = self.result
        return spelling_in_words(by_spelling(result.index, self.row, result.view.search), self.language)

    def marks(self) -> PartMarks:
        parts = (STATEMENTS, SOURCES, WHICH_FILM, CALENDAR)
        return PartMarks(*(marks(self.result.index, self.result.view.search, part) for part in parts))

    def which_film(self) -> WhichFilm | None:
        identity = self.result.loaded.identities.get(self.film)
        if identity is None:
            return None
        proof = ""
        if identity.status == "not found" and self.result.info.ours:
            proof = self.language.gettext(
                "English and Russian sources were searched by title, by its Russian equivalents and by plot. This"
                " does not prove that there is no such film."
            )
        known = self.result.info.language
        note = identity.in_languages("note").in_language(self.language.code, known)
        return WhichFilm(identity.status, note, proof, self.nearest(identity))

    def nearest(self, identity: Identity) -> Link | None:
        """The way to the card of the film that an entry is, or of the nearest one."""
        other, result, language = identity.filmography_id, self.result, self.language
        if not other:
            return None
        is_here = not result.info.ours and other in result.index.position
        if identity.status == "identified":
            here = language.gettext("Its card in this list")
            there = language.gettext("Its card in the checked filmography")
        else:
            here = language.gettext("The nearest film’s card in this list")
            there = language.gettext("The nearest film’s card in the checked filmography")
        view = result.card(other) if is_here else result.in_filmography(other)
        link = result.link(view)
        return Link(here if is_here else there, link) if link else None

    def moments(self) -> tuple[Milestone, ...]:
        if not self.result.has_history_track or "year" not in self.cells:
            return ()
        return within(self.result.loaded.milestones, int(self.cells["year"]) - 1, int(self.cells["year"]))

    def moments_head(self) -> str:
        year = int(self.cells["year"])
        years = self.language.years(year - 1, year)
        if self.result.info.history_language:
            return self.language.gettext("That year and the year before in space history ({years})", years=years)
        return self.language.gettext("That year and the year before in history ({years})", years=years)

    def related(self) -> tuple[RelatedFilm, ...]:
        index, language = self.result.index, self.language
        return tuple(
            RelatedFilm(Link(film_name(index, each.film, language), each.film), related_in_words(index, each, language))
            for each in related(index, self.film)
        )

    def linked(self, others: Iterable[RelatedFilm]) -> tuple[RelatedFilm, ...]:
        """Related films whose links lead to their cards in this view; they are given with their ids for that."""
        return tuple(
            each._replace(link=each.link._replace(address=self.result.film_link(each.link.address))) for each in others
        )

    def sources(self) -> tuple[Link, ...]:
        own = Link(str(self.cells.get("source_title", "")), str(self.cells.get("source_url", "")))
        named = [own, *map(_source, self.claims), *(_source(notice.event) for notice in self.notices)]
        return tuple(dict.fromkeys(source for source in named if any(source)))


def _source(named: Claim | Event) -> Link:
    return Link(named.source_title, named.source_url)
