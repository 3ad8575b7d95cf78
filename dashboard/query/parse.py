"""A link back into the view it names. What this list lacks is said, never an error."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from dashboard.i18n.languages import languages
from dashboard.lists.source import UPLOADED
from dashboard.query.bounds import between, orders, pages, switched_on, within
from dashboard.query.facets import Facet, NumberRange
from dashboard.query.index import Index
from dashboard.query.link import LANE, parameter
from dashboard.query.search.matching import LONGEST_SEARCH, clean_search
from dashboard.query.showings import showing_of
from dashboard.query.view import LAYOUTS, LONGEST_PROGRAMME, MOST_OPEN, MOST_PICKED, View

YEAR, NUMBER = "[0-9]{1,4}", "-?[0-9]{1,30}(?:[.][0-9]{1,400})?"
"""What an end of a range looks like; a float needs so many digits where it is tiny."""

Name = TypeVar("Name", bound=str)

IgnoredKind = Literal[
    "unknown parameter",
    "unknown value",
    "list not here",
    "unknown film",
    "too long",
    "not years",
    "years elsewhere",
    "not a range",
    "range elsewhere",
    "given twice",
    "too many cards",
    "unknown language",
    "too many picks",
    "not a showing",
    "not picked",
    "title too long",
]


@dataclass(frozen=True)
class Ignored:
    """A part of a link that has no meaning for this list.

    Attributes:
        kind: why it was ignored.
        name: the parameter, or what it is called on the page.
        value: the value as the link gives it.
    """

    kind: IgnoredKind
    name: str
    value: str


def parse(
    parameters: Mapping[str, Sequence[str]], index: Index, lists: Sequence[str] = ("",)
) -> tuple[View, tuple[Ignored, ...]]:
    """The view that a link names, as far as this list knows it, and what was ignored.

    `parse(to_link(view), index)` is `view` for every view of this list. Values of facets may be written in
    another case. A second `film` is opened in the list instead. A filter in force that is not offered is among the
    view's `more`. `lists` are the names of the lists on offer, the usual one first; `index` is that of `list_named`.
    """
    reader = _Reader(index, lists)
    for name, values in sorted(parameters.items(), key=lambda each: each[0] == "on"):
        if values:
            reader.read(name, list(values))
    view = reader.view.with_more(switched_on(index, reader.view))
    return view, tuple(dict.fromkeys(reader.ignored))


class _Reader:
    """Reads one link into a view, parameter by parameter."""

    def __init__(self, index: Index, lists: Sequence[str]) -> None:
        self.index = index
        self.lists = lists
        self.view = View()
        self.ignored: list[Ignored] = []
        self.facets = {parameter(name): facet for name, facet in index.facets.items()}
        self.ranges = {parameter(name): number_range for name, number_range in index.ranges.items()}
        self.readers: dict[str, Callable[[list[str]], None]] = {
            "list": self._list,
            "q": lambda given: self._text("q", "search", given, LONGEST_SEARCH, "too long"),
            "years": self._years,
            "all": self._all_of,
            "more": self._more,
            "sort": lambda given: self._one_of("sort", "order", given, orders(self.index)),
            "view": lambda given: self._one_of("view", "layout", given, LAYOUTS),
            "page": self._page,
            "film": self._films,
            "open": self._open,
            "lane": self._lane,
            "pick": self._picks,
            "on": self._showings,
            "programme": lambda given: self._text("programme", "programme", given, LONGEST_PROGRAMME, "title too long"),
            "lang": self._language,
        }

    def read(self, name: str, values: list[str]) -> None:
        if name in self.facets:
            self._choices(self.facets[name], values)
        elif name in self.ranges:
            self._range(self.ranges[name], values)
        elif name in self.readers:
            self.readers[name](values)
        else:
            self._ignore("unknown parameter", name, values[0])

    def _ignore(self, kind: IgnoredKind, name: str, *values: str) -> None:
        self.ignored += [Ignored(kind, name, value) for value in values]

    def _only(self, name: str, given: list[str]) -> str:
        self._ignore("given twice", name, *given[1:])
        return given[0]

    def _list(self, given: list[str]) -> None:
        name = self._only("list", given)
        if name not in self.lists:
            self._ignore("list not here" if name.startswith(UPLOADED) else "unknown value", "list", name)
        elif name != self.lists[0]:
            self.view = replace(self.view, list=name)

    def _lane(self, given: list[str]) -> None:
        value = self._only("lane", given)
        if value in LANE.values():
            self.view = replace(self.view, history_track=value == LANE[True])
        else:
            self._ignore("unknown value", "lane", value)

    def _language(self, given: list[str]) -> None:
        code = self._only("lang", given)
        if code in languages():
            self.view = replace(self.view, language=code)
        else:
            self._ignore("unknown language", "lang", code)

    def _text(self, name: str, field: str, given: list[str], longest: int, too_long: IgnoredKind) -> None:
        text = clean_search(self._only(name, given))
        if len(text) > longest:
            self._ignore(too_long, name, text)
        else:
            self.view = replace(self.view, **{field: text})  # type: ignore[arg-type]

    def _years(self, given: list[str]) -> None:
        text = self._only("years", given)
        given_years = between(text, YEAR, "[-–]", int)
        if given_years is None:
            return self._ignore("not years", "years", text)
        years = within(given_years, self.index.span)
        if years is None:
            return self._ignore("years elsewhere", "years", text)
        self.view = replace(self.view, years=years)
        return None

    def _choices(self, facet: Facet, given: list[str]) -> None:
        known = [facet.known(value) for value in given]
        missing = [value for value, found in zip(given, known, strict=True) if found is None]
        self._ignore("unknown value", facet.name, *missing)
        page = self.view.page
        chosen = self.view.with_values(facet.name, tuple(value for value in known if value is not None))
        self.view = replace(chosen, page=page)

    def _all_of(self, given: list[str]) -> None:
        several = {name: facet.name for name, facet in self.facets.items() if facet.several}
        self._ignore("unknown value", "all", *(name for name in given if name not in several))
        names = {several[name] for name in given if name in several}
        self.view = replace(self.view, all_of=tuple(sorted(names)))

    def _range(self, number_range: NumberRange, given: list[str]) -> None:
        text = self._only(number_range.name, given)
        given_limits = between(text, NUMBER, "[.]{2}|…", float)
        if given_limits is None:
            return self._ignore("not a range", number_range.name, text)
        limits = within(given_limits, number_range.ends)
        if limits is None:
            return self._ignore("range elsewhere", number_range.name, text)
        self.view = replace(self.view.with_range(number_range.name, limits), page=self.view.page)
        return None

    def _more(self, given: list[str]) -> None:
        known = {*self.facets, *self.ranges}
        self._ignore("unknown value", "more", *(name for name in given if name not in known))
        wanted = set(given)
        self.view = self.view.with_more(tuple(name for name in self.index.further if parameter(name) in wanted))

    def _one_of(self, name: str, field: str, given: list[str], known: Sequence[Name]) -> None:
        value = self._only(name, given)
        if value in known:
            self.view = replace(self.view, **{field: value})  # type: ignore[arg-type]
        else:
            self._ignore("unknown value", name, value)

    def _page(self, given: list[str]) -> None:
        text = self._only("page", given)
        if re.fullmatch(r"[1-9][0-9]{0,8}", text) and int(text) <= pages(len(self.index)):
            self.view = replace(self.view, page=int(text))
        else:
            self._ignore("unknown value", "page", text)

    def _known_films(self, given: list[str]) -> list[str]:
        self._ignore("unknown film", "film", *(name for name in given if name not in self.index.position))
        return [name for name in given if name in self.index.position]

    def _films(self, given: list[str]) -> None:
        known = self._known_films(given)
        self.view = replace(self.view, film=known[0] if known else None)
        self._add_open([name for name in known[1:] if name != known[0]])

    def _open(self, given: list[str]) -> None:
        self._add_open(self._known_films(given))

    def _add_open(self, names: list[str]) -> None:
        opened = tuple(dict.fromkeys((*self.view.open, *names)))
        self._ignore("too many cards", "open", *opened[MOST_OPEN:])
        self.view = self.view.with_all_open(opened)

    def _picks(self, given: list[str]) -> None:
        known = self._known_films(given)
        films = tuple(dict.fromkeys(known))
        self._ignore("given twice", "pick", *(Counter(known) - Counter(films)).elements())
        self._ignore("too many picks", "pick", *films[MOST_PICKED:])
        self.view = self.view.with_shortlist(films)

    def _showings(self, given: list[str]) -> None:
        for text in given:
            film, when = showing_of(text) or ("", None)
            if when is None:
                self._ignore("not a showing", "on", text)
            elif film not in self.view.shortlist:
                self._ignore("not picked", "on", film)
            elif self.view.showing(film):
                self._ignore("given twice", "on", text)
            else:
                self.view = self.view.with_showing(film, when)
