"""A view as the parameters of a link, and back: a row for each. What a list lacks is named, never an error."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any, ClassVar
from urllib.parse import parse_qs

import numpy as np

from dashboard.i18n.languages import languages
from dashboard.model.kinds import Control
from dashboard.model.list_info import is_uploaded
from dashboard.query.index import Index
from dashboard.query.matching.only_there import unpacked
from dashboard.query.matching.seen import by_rating, compared_index, films_named
from dashboard.query.search.grammar import LONGEST_SEARCH, clean_search
from dashboard.query.view import (
    LAYOUTS,
    LISTED,
    LONGEST_PROGRAMME,
    MOST_OPEN,
    MOST_PICKED,
    MOST_SEEN,
    MOST_SORTS,
    VALUE_ORDERS,
    Mode,
    Seen,
    Sort,
    View,
    pages,
    read_ends,
    within,
)

FIRST_SHOWING, LAST_SHOWING = datetime(2000, 1, 1), datetime(2099, 12, 31, 23, 59)
"""Between which a film of a shortlist can be shown."""


def showing_text(film: str, when: datetime) -> str:
    """When a film is shown, as a link has it.

    >>> showing_text("solaris-1972", datetime(2026, 12, 1, 19, 30))
    'solaris-1972@2026-12-01T19:30'
    """
    return f"{film}@{when.isoformat(timespec='minutes')}"


def showing_of(text: str) -> tuple[str, datetime] | None:
    """The film and the time that a link gives it; None if it is none between the first and the last showing.

    >>> showing_of("a@b@2026-12-01T19:30"), showing_of("solaris-1972@2026-12-01"), showing_of("a@2026-13-01T19:30")
    (('a@b', datetime.datetime(2026, 12, 1, 19, 30)), None, None)
    """
    film, _, when = text.rpartition("@")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}", when):
        return None
    try:
        showing = datetime.fromisoformat(when)
    except ValueError:
        return None
    return (film, showing) if film and FIRST_SHOWING <= showing <= LAST_SHOWING else None


Parameters = dict[str, list[str]]
"""A link's parameters as a browser gives them: every value of every name, in order."""

MOST_READ = 1000
"""Parameters; of a link that has more Streamlit reads none."""
YEAR, NUMBER = "[0-9]{1,4}", "-?[0-9]{1,30}(?:[.][0-9]{1,400})?"
"""What an end of a range looks like; a float needs so many digits where it is tiny."""
STREAMLITS = ("embed", "embed_options")
"""Parameters that Streamlit reads itself."""

IGNORED: dict[str, str] = {
    "unknown parameter": "this page does not know {value_of_name}",
    "unknown value": "{name} has no {value} here",
    "list not here": "its list is not here any more (it expired, it was deleted, or the link is damaged)",
    "unknown film": "no film here has the id {value}",
    "too long": "a search has at most 200 characters, {value} is longer",
    "not years": "{value} is not a range of years (such as 1960-1984)",
    "years elsewhere": "no film here is from {value}",
    "not a range": "{value} is not a range of {name} (such as 60..120)",
    "range elsewhere": "no film here has {name} within {value}",
    "too many sorts": "films are sorted by two columns at most, {value} was left out",
    "too many cards": "at most 20 cards are open at once, {value} is not",
    "too many picks": "a shortlist has at most 50 films, {value} is not on it",
    "not a showing": "{value} is not a film with day and time (such as solaris-1972@2026-12-01T19:30)",
    "modes clash": "of {name}, the link asks for all values and for none at once",
    "not picked": "{value} is given a time but is not on the shortlist",
    "title too long": "the title of a programme has at most 120 characters, {value} is longer",
    "not seen films": "{value} does not name films seen",
    "seen films gone": "not every film seen is in the list (missing: {value})",
    "seen films unclear": "it is not clear which films were seen (unclear: {value})",
    "seen films of a tab": "which films were seen is known only in the tab that compared the lists",
    "too many seen films": "a link can call 1,200 films seen ({value} more were named)",
    "not other films": "what only the other list has is damaged",
    "given twice": "{name} is given twice, {value} was left out",
    "unknown language": "this page has no language {value}",
}
"""Why a part of a link is ignored, by a short name: as part of a sentence in English."""


@dataclass(frozen=True)
class Ignored:
    """A part of a link that has no meaning for this list.

    Attributes:
        kind: why it was ignored, as in `IGNORED`.
        name: the parameter, or what it is called on the page.
        value: the value as the link gives it.
    """

    kind: str
    name: str
    value: str


class LinkReading:
    """A link on its way into a view.

    Attributes:
        index: the list that it is read for.
        lists: the names of the lists on offer, the default one first.
        in_tab: the films seen by a comparison that no link holds; None where no such one is known.
        view: what was read so far.
        ignored: what could not be used so far.
    """

    def __init__(self, index: Index, lists: Sequence[str], in_tab: Seen | None = None) -> None:
        self.index = index
        self.lists = lists
        self.in_tab = in_tab
        self.view = View()
        self.ignored: list[Ignored] = []

    def ignore(self, kind: str, name: str, values: Iterable[str]) -> None:
        """Note values of a parameter that cannot be used."""
        self.ignored += [Ignored(kind, name, value) for value in values]

    def only(self, name: str, given: Sequence[str]) -> str:
        """The first value of a parameter that has one."""
        self.ignore("given twice", name, given[1:])
        return given[0]

    def take(self, **fields: Any) -> None:
        """Give the view other values."""
        self.view = replace(self.view, **fields)

    def films(self, given: Sequence[str]) -> list[str]:
        """Those of some ids that the list has."""
        here = {name: name in self.index.position for name in dict.fromkeys(given)}
        self.ignore("unknown film", "film", (name for name in given if not here[name]))
        return [name for name in given if here[name]]

    def open(self, films: Iterable[str]) -> None:
        """Open the cards of films beside those that are open."""
        opened = tuple(dict.fromkeys((*self.view.open, *films)))
        self.ignore("too many cards", "open", opened[MOST_OPEN:])
        self.view = self.view.with_all_open(opened)


class Parameter(ABC):
    """One parameter of a link. It is left out where it is written as for the default view.

    Attributes:
        name: as it stands in a link.
        meaning: what README says of it.
        examples: parts of links, for README.
    """

    def __init__(self, name: str, meaning: str, *examples: str) -> None:
        self.name = name
        self.meaning = meaning
        self.examples = examples

    @abstractmethod
    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        """Take over what a link gives, which is one value at least."""

    @abstractmethod
    def write(self, view: View) -> list[str]:
        """The values for a view."""

    @cached_property
    def default(self) -> list[str]:
        """The values for the default view."""
        return self.write(View())


def to_link(view: View) -> Parameters:
    """A view's parameters, in the order of the page, defaults left out."""
    columns = (*(_Values(name) for name, _ in view.chosen), *(_Range(name) for name, _ in view.ranges))
    parameters = (*BEFORE_COLUMNS, *columns, *BEHIND_COLUMNS)
    return {each.name: written for each in parameters if (written := each.write(view)) != each.default}


def parse(
    parameters: Mapping[str, Sequence[str]], index: Index, lists: Sequence[str] = ("",), in_tab: Seen | None = None
) -> tuple[View, tuple[Ignored, ...]]:
    """The view that a link names, as far as this list knows it, and what was ignored.

    `parse(to_link(view), index)` is `view` for every view of this list, but for a comparison that is too long for a
    link: that is `in_tab`, if the tab knows it. Values of facets may be written in
    another case. A blank value says nothing: a form sends one for a field that was emptied. A second `film` is opened
    in the list instead. A filter in force that is not offered is among the
    view's `more`. `lists` are the names of the lists on offer, the default one first; `index` is that of `list_named`.
    """
    reading = LinkReading(index.uncompared, lists, in_tab)
    if given := _said(parameters.get(COMPARED.name, ())):
        COMPARED.read(reading, given)
    known = {each.name: each for each in (*BEFORE_COLUMNS, *columns_of(reading.index), *BEHIND_COLUMNS)}
    for name, values in sorted(parameters.items(), key=lambda each: each[0] == "on"):
        if name == COMPARED.name:
            continue
        if name not in known:
            reading.ignore("unknown parameter", name, values[:1])
        elif given := _said(values):
            known[name].read(reading, given)
    view = reading.view.with_more(reading.index.switched_on(reading.view))
    return view, tuple(dict.fromkeys(reading.ignored))


def _said(values: Sequence[str]) -> list[str]:
    """The values of a parameter that are not blank."""
    return [value for value in values if value.strip()]


def parameters_of(link: str) -> Parameters:
    """The parameters of a link, in full or from its "?" on; none of a link that has more than `MOST_READ`.

    >>> parameters_of("https://films.example.org/?q=mars&view=table#top")
    {'q': ['mars'], 'view': ['table']}
    """
    query = link.partition("#")[0].partition("?")[2]
    try:
        return parse_qs(query, keep_blank_values=True, max_num_fields=MOST_READ)
    except ValueError:
        return {}


def list_named(parameters: Mapping[str, Sequence[str]], lists: Sequence[str]) -> str:
    """Which of some lists a link names; the first if it names none of them."""
    named = next(iter(_said(parameters.get("list", ()))), "")
    return named if named in lists else lists[0]


def columns_of(index: Index) -> tuple[Parameter, ...]:
    """The parameters of a list's columns: one for each filter."""
    return tuple(CONTROLS[index.control(name)](name) for name in index.filters)


def parameter(column: str) -> str:
    """A column's name in a link. Names that the link uses itself get "c." before them."""
    return f"c.{column}" if column in RESERVED or column.startswith("c.") else column


class _Values(Parameter):
    """The values chosen in a column."""

    def __init__(self, column: str) -> None:
        example = "decade=1960s&themes=rescue&themes=adventure"
        super().__init__(parameter(column), "chosen values, repeated for several", example)
        self.column = column

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        known = {value: link.index.value_named(self.column, value) for value in given}
        link.ignore("unknown value", self.column, (value for value in given if known[value] is None))
        chosen = tuple(value for value in known.values() if value is not None)
        link.view = replace(link.view.with_values(self.column, chosen), page=link.view.page)

    def write(self, view: View) -> list[str]:
        return list(view.values(self.column))


class _Range(Parameter):
    """Between which numbers a column's must lie."""

    def __init__(self, column: str) -> None:
        examples = ("rating=7.5..", "running_time_min=60..120", "rating=8")
        super().__init__(parameter(column), "a range, open at either end", *examples)
        self.column = column

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        text = link.only(self.column, given)
        limits = read_ends(text, NUMBER, "[.]{2}|…", float)
        if limits is None:
            link.ignore("not a range", self.column, [text])
        elif (here := within(limits, link.index.ranges[self.column].ends)) is None:
            link.ignore("range elsewhere", self.column, [text])
        else:
            link.view = replace(link.view.with_range(self.column, here), page=link.view.page)

    def write(self, view: View) -> list[str]:
        ends = view.limits(self.column)
        lowest, highest = ("" if end is None else np.format_float_positional(end, trim="-") for end in ends)
        return [lowest if lowest == highest else f"{lowest}..{highest}"]


CONTROLS: dict[Control, Callable[[str], Parameter]] = {"values": _Values, "range": _Range}
"""The class of a column's parameter, by the control that filters it."""


class _List(Parameter):
    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        name = link.only(self.name, given)
        if name not in link.lists:
            link.ignore("list not here" if is_uploaded(name) else "unknown value", self.name, [name])
        elif name != link.lists[0]:
            link.take(list=name)

    def write(self, view: View) -> list[str]:
        return [view.list]


class _Field(Parameter):
    """A text that a field of the view holds as it is."""

    field: str

    def write(self, view: View) -> list[str]:
        return [getattr(view, self.field)]


class _Line(_Field):
    """A line of text, so many characters at most."""

    def __init__(self, name: str, field: str, longest: int, too_long: str, *documentation: str) -> None:
        super().__init__(name, *documentation)
        self.field, self.longest, self.too_long = field, longest, too_long

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        text = clean_search(link.only(self.name, given))
        if len(text) > self.longest:
            link.ignore(self.too_long, self.name, [text])
        else:
            link.take(**{self.field: text})


class _Word(Parameter):
    """One of a few words, each with what it stands for in a field of the view."""

    def __init__(
        self,
        name: str,
        field: str,
        words: Callable[[Index], Mapping[str, Any]],
        *documentation: str,
        unknown: str = "unknown value",
        word_of: Callable[[Any], str] = str,
    ) -> None:
        super().__init__(name, *documentation)
        self.field, self.words, self.unknown, self.word_of = field, words, unknown, word_of

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        word, known = link.only(self.name, given), self.words(link.index)
        if word in known:
            link.take(**{self.field: known[word]})
        else:
            link.ignore(self.unknown, self.name, [word])

    def write(self, view: View) -> list[str]:
        return [self.word_of(getattr(view, self.field))]


def _as_they_are(words: Iterable[str]) -> dict[str, str]:
    """Words that stand for themselves."""
    return {word: word for word in words}


def _colourings(index: Index) -> dict[str, str]:
    """The facets that colour the timeline's marks, by their words; the usual one says nothing."""
    usual = {index.usual_colouring: ""} if index.usual_colouring else {}
    return {parameter(name): name for name in index.colourings} | usual


class _Years(Parameter):
    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        text = link.only(self.name, given)
        years = read_ends(text, YEAR, "[-–]", int)
        if years is None:
            link.ignore("not years", self.name, [text])
        elif (here := within(years, link.index.span)) is None:
            link.ignore("years elsewhere", self.name, [text])
        else:
            link.take(years=here)

    def write(self, view: View) -> list[str]:
        first, last = ("" if year is None else str(year) for year in view.years)
        return [first if first == last != "" else f"{first}-{last}"]


class _Mode(Parameter):
    """The columns that ask for their chosen values in a way of their own, by which the parameter is called."""

    def __init__(self, mode: Mode, *documentation: str) -> None:
        super().__init__(mode, *documentation)
        self.mode = mode

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        known = {parameter(name): name for name, facet in link.index.facets.items() if self.mode in facet.modes}
        link.ignore("unknown value", self.name, (name for name in given if name not in known))
        for name in sorted(set(given) & set(known)):
            if link.view.mode(known[name]) not in ("any", self.mode):
                link.ignore("modes clash", known[name], [self.mode])
            else:
                link.view = replace(link.view.with_mode(known[name], self.mode), page=link.view.page)

    def write(self, view: View) -> list[str]:
        return [parameter(name) for name, mode in view.modes if mode == self.mode]


class _More(Parameter):
    """The filters switched on, without those in force, which are shown anyway."""

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        known = {parameter(name): name for name in link.index.filters}
        link.ignore("unknown value", self.name, (name for name in given if name not in known))
        wanted = {known.get(name) for name in given}
        link.view = link.view.with_more(tuple(name for name in link.index.further if name in wanted))

    def write(self, view: View) -> list[str]:
        in_force = {*dict(view.chosen), *dict(view.ranges)}
        return [parameter(name) for name in view.more if name not in in_force]


class _Order(Parameter):
    """What films are sorted by; the list's own order beside another one says nothing."""

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        sorts = {word: Sort.named(word) for word in given}
        here = {word: each.by in (LISTED, *link.index.sortable) for word, each in sorts.items()}
        link.ignore("unknown value", self.name, (word for word in given if not here[word]))
        wanted = [word for word in given if here[word] and sorts[word] != Sort()]
        first = {sorts[word].by: word for word in reversed(wanted)}
        each_once = [word for word in dict.fromkeys(wanted) if first[sorts[word].by] == word]
        link.ignore("given twice", self.name, (Counter(wanted) - Counter(each_once)).elements())
        link.ignore("too many sorts", self.name, each_once[MOST_SORTS:])
        order = (sorts[word] for word in each_once[:MOST_SORTS])
        link.view = replace(link.view.with_order(*order), page=link.view.page)

    def write(self, view: View) -> list[str]:
        return [each.word for each in view.order]


class _Page(Parameter):
    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        text = link.only(self.name, given)
        if re.fullmatch(r"[1-9][0-9]{0,8}", text) and int(text) <= pages(len(link.index)):
            link.take(page=int(text))
        else:
            link.ignore("unknown value", self.name, [text])

    def write(self, view: View) -> list[str]:
        return [str(view.page)]


class _Film(Parameter):
    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        known = link.films(given)
        link.take(film=known[0] if known else None)
        link.open(film for film in known if film != known[0])

    def write(self, view: View) -> list[str]:
        return [view.film or ""]


class _Open(Parameter):
    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        link.open(link.films(given))

    def write(self, view: View) -> list[str]:
        return list(view.open)


class _Compared(Parameter):
    """The films of the list that another list has, by their ratings there; the columns of the list follow from it."""

    NOTHING: ClassVar = "0"
    IN_TAB: ClassVar = "tab"

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        if self.IN_TAB in given:
            self._take(link, link.in_tab)
            link.ignore("seen films of a tab", self.name, [self.IN_TAB] if link.in_tab is None else [])
            return
        ratings: dict[str, float | None] = {}
        for text in given:
            match = re.fullmatch(f"(?:({NUMBER})~)?([A-Za-z0-9_-]{{4,12}}(?:[.][A-Za-z0-9_-]{{4,12}})*)", text)
            if match is None:
                link.ignore("not seen films", self.name, [] if text == self.NOTHING else [text])
            else:
                rating = float(match[1]) if match[1] else None
                ratings = {name: ratings.get(name, rating) for name in (*ratings, *match[2].split("."))}
        if not ratings and self.NOTHING not in given:
            return
        self._take(link, self._here(link, ratings))

    @staticmethod
    def _take(link: LinkReading, seen: Seen | None) -> None:
        if seen is not None:
            link.take(seen=seen)
            link.index = compared_index(link.index, seen)

    def _here(self, link: LinkReading, ratings: Mapping[str, float | None]) -> Seen:
        """Those of some films that the list has, each once."""
        found = {name: films_named(link.index, name) for name in sorted(ratings)[:MOST_SEEN]}
        here = {int(places[0]): name for name, places in reversed(found.items()) if len(places) == 1}
        for kind, lost in (
            ("seen films gone", sum(not len(places) for places in found.values())),
            ("seen films unclear", sum(len(places) > 1 for places in found.values())),
            ("too many seen films", len(ratings) - len(found)),
        ):
            link.ignore(kind, self.name, [str(lost)] if lost else [])
        return tuple(sorted((name, ratings[name]) for name in here.values()))

    def write(self, view: View) -> list[str]:
        if view.seen is None:
            return []
        if len(view.seen) > MOST_SEEN:
            return [self.IN_TAB]
        groups = by_rating(view.seen).items()
        rated = ("" if rating is None else f"{np.format_float_positional(rating, trim='-')}~" for rating, _ in groups)
        return [before + ".".join(names) for before, (_, names) in zip(rated, groups, strict=True)] or [self.NOTHING]


class _OnlyThere(_Field):
    """The films that only the other list has, packed."""

    field = "only_there"

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        text = link.only(self.name, given)
        if unpacked(text) is None or link.view.seen is None:
            link.ignore("not other films", self.name, [text])
        else:
            link.take(only_there=text)


class _Shortlist(Parameter):
    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        known = link.films(given)
        films = tuple(dict.fromkeys(known))
        link.ignore("given twice", self.name, (Counter(known) - Counter(films)).elements())
        link.ignore("too many picks", self.name, films[MOST_PICKED:])
        link.view = link.view.with_shortlist(films)

    def write(self, view: View) -> list[str]:
        return list(view.shortlist)


class _Showings(Parameter):
    """When films are shown; read when the shortlist has been."""

    def read(self, link: LinkReading, given: Sequence[str]) -> None:
        for text in given:
            film, when = showing_of(text) or ("", None)
            if when is None:
                link.ignore("not a showing", self.name, [text])
            elif film not in link.view.shortlist:
                link.ignore("not picked", self.name, [film])
            elif link.view.showing(film):
                link.ignore("given twice", self.name, [text])
            else:
                link.view = link.view.with_showing(film, when)

    def write(self, view: View) -> list[str]:
        return [showing_text(film, when) for film, when in view.showings]


COMPARED = _Compared(
    "compared",
    "films that another list has too, as a code of four characters or more for each, those it rates behind the rating; "
    "`0` for none, `tab` for more than a link holds, which only the tab knows that compared the lists",
    "compared=q8Zk.1LmA",
    "compared=4.5~x9Pa",
)
BEFORE_COLUMNS: tuple[Parameter, ...] = (
    _List("list", "which list, where it is not the one the dashboard was started with", "list=filmography"),
    _Line("q", "search", LONGEST_SEARCH, "too long", "words to search for", "q=mars+rescue"),
    _Years("years", "a range, open at either end", "years=1960-1984", "years=1970-", "years=1972"),
    COMPARED,
    _OnlyThere("there", "the films that only the other list has, packed", "there=C87PSSzKLOY0MjAw4gQA"),
)
BEHIND_COLUMNS: tuple[Parameter, ...] = (
    _Mode("all", "the columns in which a film must have all chosen values", "all=themes"),
    _Mode(
        "none",
        "the columns in which a film must have none of the chosen values; a film without a value is shown",
        "none=decade",
    ),
    _More("more", 'the filters switched on under "More filters"; one that filters is shown anyway', "more=studio"),
    _Word(
        "values",
        "value_order",
        lambda _: _as_they_are(VALUE_ORDERS),
        "`films`: filters of many values offer those of the most films first, and not by name",
        "values=films",
    ),
    _Order(
        "sort",
        "a column, with `-desc` the other way round, or `listed-desc`; a second one for films alike in the first",
        "sort=year",
        "sort=rating-desc&sort=title",
    ),
    _Word(
        "view",
        "layout",
        lambda _: _as_they_are(LAYOUTS),
        "`table`, `gallery` or `charts` instead of cards",
        "view=table",
        "view=gallery",
    ),
    _Page(
        "page", "a page, where there are more than 20 films as cards, 24 in the gallery or 500 in the table", "page=2"
    ),
    _Film("film", "the film whose card stands under the timeline", "film=solaris-1972"),
    _Open("open", "cards that are open in the list, 20 at most", "open=solaris-1972&open=star-pilot-1967"),
    _Word(
        "lane",
        "history_track",
        lambda _: {"on": True, "off": False},
        "`on` or `off`: history beside the films, where it is not as usual for the list",
        "lane=off",
        word_of=lambda is_shown: {True: "on", False: "off"}.get(is_shown, ""),
    ),
    _Word(
        "colour",
        "colour",
        _colourings,
        "the filter whose values the timeline's marks tell apart, where it is not as usual for the list",
        "colour=kind",
        word_of=parameter,
    ),
    _Shortlist("pick", "films on the shortlist, in its order, 50 at most", "pick=solaris-1972&pick=star-pilot-1967"),
    _Showings(
        "on", "when a film of the shortlist is shown, by the clock on the spot", "on=solaris-1972@2026-12-01T19:30"
    ),
    _Line(
        "programme",
        "programme",
        LONGEST_PROGRAMME,
        "title too long",
        "the title of the programme, 120 characters at most",
        "programme=Space+nights",
    ),
    _Word(
        "lang",
        "language",
        lambda _: _as_they_are(languages()),
        "the page's language; without it, the browser's",
        "lang=ru",
        unknown="unknown language",
    ),
)
"""In a link the parameters of a list's columns stand between the two."""
RESERVED = (*(each.name for each in (*BEFORE_COLUMNS, *BEHIND_COLUMNS)), *STREAMLITS)
