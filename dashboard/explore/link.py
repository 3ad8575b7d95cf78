"""A view as the parameters of a link, and back. What this list lacks is said, never an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from dashboard.explore.bounds import orders, pages, within
from dashboard.explore.fold import fold
from dashboard.explore.index import Facet, Index
from dashboard.explore.search import LONGEST_SEARCH, clean_search
from dashboard.explore.view import ALL_YEARS, LAYOUTS, MOST_OPEN, View, Years

Parameters = dict[str, list[str]]
"""A link's parameters as a browser gives them: every value of every name, in order."""

LANE = {True: "on", False: "off"}
RESERVED = (
    "list",
    "q",
    "years",
    "all",
    "sort",
    "view",
    "page",
    "film",
    "open",
    "lane",
    "lang",
    "embed",
    "embed_options",
)

IgnoredKind = Literal[
    "unknown parameter",
    "unknown value",
    "unknown film",
    "too long",
    "not years",
    "years elsewhere",
    "given twice",
    "too many cards",
]

Name = TypeVar("Name", bound=str)


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


def parameter(facet: str) -> str:
    """A facet's name in a link. Names that the link uses itself get "c." before them."""
    return f"c.{facet}" if facet in RESERVED or facet.startswith("c.") else facet


def to_link(view: View) -> Parameters:
    """A view's parameters, in the order of the page, defaults left out."""
    link: Parameters = {}
    if view.list:
        link["list"] = [view.list]
    if view.search:
        link["q"] = [view.search]
    if view.years != ALL_YEARS:
        link["years"] = [_years_text(view.years)]
    for facet, values in view.chosen:
        link[parameter(facet)] = list(values)
    if view.all_of:
        link["all"] = [parameter(facet) for facet in view.all_of]
    if view.order != "listed":
        link["sort"] = [view.order]
    if view.layout != "cards":
        link["view"] = [view.layout]
    if view.page > 1:
        link["page"] = [str(view.page)]
    if view.film:
        link["film"] = [view.film]
    if view.open:
        link["open"] = list(view.open)
    if view.lane is not None:
        link["lane"] = [LANE[view.lane]]
    return link


def list_named(parameters: Mapping[str, Sequence[str]], lists: Sequence[str]) -> str:
    """Which of some lists a link names; the first if it names none of them."""
    named = (parameters.get("list") or [""])[0]
    return named if named in lists else lists[0]


def parse(
    parameters: Mapping[str, Sequence[str]], index: Index, lists: Sequence[str] = ("",)
) -> tuple[View, tuple[Ignored, ...]]:
    """The view that a link names, as far as this list knows it, and what was ignored.

    `parse(to_link(view), index)` is `view` for every view of this list. Values of facets may be written in
    another case. A second `film` is opened in the list instead. `lists` are the names of the lists on offer, the
    usual one first; `index` is that of `list_named`.
    """
    reader = _Reader(index, lists)
    for name, values in parameters.items():
        if values:
            reader.read(name, list(values))
    return reader.view, tuple(dict.fromkeys(reader.ignored))


class _Reader:
    """Reads one link into a view, parameter by parameter."""

    def __init__(self, index: Index, lists: Sequence[str]) -> None:
        self.index = index
        self.lists = lists
        self.view = View()
        self.ignored: list[Ignored] = []
        self.facets = {parameter(name): facet for name, facet in index.facets.items()}
        self.readers: dict[str, Callable[[list[str]], None]] = {
            "list": self._list,
            "q": self._search,
            "years": self._years,
            "all": self._all_of,
            "sort": lambda given: self._one_of("sort", "order", given, orders(self.index)),
            "view": lambda given: self._one_of("view", "layout", given, LAYOUTS),
            "page": self._page,
            "film": self._films,
            "open": self._open,
            "lane": self._lane,
        }

    def read(self, name: str, values: list[str]) -> None:
        if name in self.facets:
            self._choices(self.facets[name], values)
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
            self._ignore("unknown value", "list", name)
        elif name != self.lists[0]:
            self.view = replace(self.view, list=name)

    def _lane(self, given: list[str]) -> None:
        value = self._only("lane", given)
        if value in LANE.values():
            self.view = replace(self.view, lane=value == LANE[True])
        else:
            self._ignore("unknown value", "lane", value)

    def _search(self, given: list[str]) -> None:
        search = clean_search(self._only("q", given))
        if len(search) > LONGEST_SEARCH:
            self._ignore("too long", "q", search)
        else:
            self.view = replace(self.view, search=search)

    def _years(self, given: list[str]) -> None:
        text = self._only("years", given)
        match = re.fullmatch(r"([0-9]{1,4})?(?:([-–])([0-9]{1,4})?)?", text.strip())
        if not match or not (match[1] or match[3]):
            return self._ignore("not years", "years", text)
        first = int(match[1]) if match[1] else None
        last = first if not match[2] else int(match[3]) if match[3] else None
        if first is not None and last is not None and first > last:
            first, last = last, first
        years = within((first, last), self.index.span)
        if years is None:
            return self._ignore("years elsewhere", "years", text)
        self.view = replace(self.view, years=years)
        return None

    def _choices(self, facet: Facet, given: list[str]) -> None:
        known = [_known(value, facet) for value in given]
        missing = [value for value, found in zip(given, known, strict=True) if found is None]
        self._ignore("unknown value", facet.label, *missing)
        page = self.view.page
        chosen = self.view.with_values(facet.name, tuple(value for value in known if value is not None))
        self.view = replace(chosen, page=page)

    def _all_of(self, given: list[str]) -> None:
        several = {name: facet.name for name, facet in self.facets.items() if facet.several}
        self._ignore("unknown value", "all", *(name for name in given if name not in several))
        names = {several[name] for name in given if name in several}
        self.view = replace(self.view, all_of=tuple(sorted(names)))

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


def _years_text(years: Years) -> str:
    first, last = years
    if first == last:
        return str(first)
    return f"{'' if first is None else first}-{'' if last is None else last}"


def _known(value: str, facet: Facet) -> str | None:
    if value in facet.code_of:
        return value
    alike = [known for known in facet.values if fold(known) == fold(value.strip())]
    return alike[0] if len(alike) == 1 else None
