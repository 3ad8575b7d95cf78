"""One view of a film list: what a visitor has chosen. Its default means everything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, TypeVar, get_args

Layout = Literal["cards", "table", "gallery", "charts"]
Mode = Literal["any", "all", "none"]
"""Of the values chosen in a facet, a film must have any, or all, or none; one without a value has none of them."""
ValueOrder = Literal["name", "films"]
"""In which order filters of many values offer them: by name, or those of the most films first."""
Years = tuple[int | None, int | None]
"""The first and last year wanted, both inclusive; None is an open end."""
Limits = tuple[float | None, float | None]
"""The lowest and highest number wanted, both inclusive; None is an open end."""

Seen = tuple[tuple[str, float | None], ...]
"""Films that another list has too, sorted: each by the beginning of its digest, with its rating there, if any."""

MODES: tuple[Mode, ...] = get_args(Mode)
LISTED = " listed"
"""What films are sorted by where that is the list's own order; the name of a column does not begin with a blank."""
MOST_SORTS = 2
"""Films are sorted by so many columns, the later ones for films that are alike in the first."""
VALUE_ORDERS: tuple[ValueOrder, ...] = get_args(ValueOrder)
LAYOUTS: tuple[Layout, ...] = get_args(Layout)
MOST_OPEN = 20
"""Cards that can be open in the list at once; a link names them all, and a browser draws them all."""
MOST_PICKED = 50
"""Films on a shortlist; a link names them all."""
LONGEST_PROGRAMME = 120
"""Characters of the title of a programme."""
ALL_YEARS: Years = (None, None)
NO_LIMITS: Limits = (None, None)
MOST_SEEN = 1_200
"""Films that a link can call seen; it has about 6,000 characters then."""
MOST_SEEN_IN_TAB = 20_000
"""Films that a comparison can call seen; of more than a link holds only the tab knows that made it."""
PAGE_SIZE = 20
"""Cards on a page."""
GALLERY_SIZE = 24
"""Films on a page of the gallery: full rows of two, three, four and six."""

COMPARED_COLUMNS = ("seen", "their_rating")
"""The columns that a comparison adds to a list."""

Number = TypeVar("Number", int, float)
Chosen = TypeVar("Chosen")


@dataclass(frozen=True)
class Sort:
    """What films are sorted by.

    Attributes:
        by: the name of a column, or `LISTED`.
        is_descending: whether the other way round; films of which nothing is known in the column stay last.
    """

    by: str = LISTED
    is_descending: bool = False

    @property
    def word(self) -> str:
        """What a link calls it; the list's own order is ``listed``, and a column called so is ``c.listed``.

        >>> [Sort(by, True).word for by in (LISTED, "year", "listed")], Sort("x-desc").word
        (['listed-desc', 'year-desc', 'c.listed-desc'], 'x-desc-asc')
        """
        if self.by == LISTED:
            name = "listed"
        else:
            name = f"c.{self.by}" if self.by == "listed" or self.by.startswith("c.") else self.by
        is_ambiguous = name.endswith(("-asc", "-desc"))
        return f"{name}-desc" if self.is_descending else f"{name}-asc" if is_ambiguous else name

    @staticmethod
    def named(word: str) -> Sort:
        """What a word of a link means, whether or not a list has such a column.

        >>> Sort.named("year-desc"), Sort.named("x-desc-asc").by, Sort.named("c.listed").by, Sort.named("listed").by
        (Sort(by='year', is_descending=True), 'x-desc', 'listed', ' listed')
        """
        name, _, direction = word.rpartition("-")
        if direction not in ("asc", "desc"):
            name = word
        return Sort(LISTED if name == "listed" else name.removeprefix("c."), name != word and direction == "desc")


@dataclass(frozen=True)
class View:
    """What a visitor has chosen.

    Attributes:
        list: which list, as a link names it; empty for the one the dashboard was started with.
        search: words that must all be found in a film; empty for no search.
        years: see `Years`.
        chosen: facet names, sorted, each with the values chosen in it.
        modes: facets, sorted by name, that ask for something else than any of the values chosen; see `Mode`.
        ranges: columns of numbers, sorted by name, each with the `Limits` between which its numbers must lie.
        more: the filters, sorted by name, that are shown beside those the list is shown with anyway.
        value_order: see `ValueOrder`.
        order: by what films are sorted, first by the first, at most `MOST_SORTS`; ties keep the list's order, and
            films of which nothing is known come last. Empty for the list's own order.
        layout: cards, a table, a gallery, or a chart for each filter.
        page: which page of cards, from 1.
        film: the id of the film whose card stands under the timeline.
        open: ids of films whose cards are open in the list, in the order they were opened.
        history_track: whether history is drawn beside the films; None for what is usual for the list.
        colour: the facet for whose values the shapes and colours of the timeline's marks stand; empty for the evidence.
        shortlist: ids of the films on the shortlist, in its order. It is no filter.
        showings: films of the shortlist, sorted by id, each with the day and time at which it is shown.
        programme: the title of the programme made of the shortlist; empty for none of its own.
        language: the interface's language by its code; empty for the one that suits the browser.
        seen: films of the list that the one compared with has; see `Seen`. None where nothing is compared.
        only_there: the films that only that list has, packed; empty for none, and where they do not fit into a link.
    """

    list: str = ""
    search: str = ""
    years: Years = ALL_YEARS
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    modes: tuple[tuple[str, Mode], ...] = ()
    ranges: tuple[tuple[str, Limits], ...] = ()
    more: tuple[str, ...] = ()
    value_order: ValueOrder = "name"
    order: tuple[Sort, ...] = ()
    layout: Layout = "cards"
    page: int = 1
    film: str | None = None
    open: tuple[str, ...] = ()
    history_track: bool | None = None
    colour: str = ""
    shortlist: tuple[str, ...] = ()
    showings: tuple[tuple[str, datetime], ...] = ()
    programme: str = ""
    language: str = ""
    seen: Seen | None = None
    only_there: str = ""

    @property
    def page_size(self) -> int:
        """How many films a page holds, as HTML."""
        return GALLERY_SIZE if self.layout == "gallery" else PAGE_SIZE

    def values(self, facet: str) -> tuple[str, ...]:
        """The values chosen in a facet."""
        return dict(self.chosen).get(facet, ())

    def limits(self, column: str) -> Limits:
        """Between which numbers a column's must lie; both ends are open if it does not filter."""
        return dict(self.ranges).get(column, NO_LIMITS)

    def with_search(self, search: str) -> View:
        """This view with other words to search for."""
        return replace(self, search=search, page=1)

    def with_years(self, years: Years) -> View:
        """This view with another range of years."""
        return replace(self, years=years, page=1)

    def with_values(self, facet: str, values: tuple[str, ...]) -> View:
        """This view with other values chosen in a facet; none means that it does not filter."""
        return replace(self, chosen=_with(self.chosen, facet, tuple(dict.fromkeys(values)), ()), page=1)

    def with_toggled(self, facet: str, *values: str) -> View:
        """This view with some values of a facet chosen too; with none of them where all are chosen."""
        chosen = self.values(facet)
        others = tuple(each for each in chosen if each not in values)
        return self.with_values(facet, others if {*values} <= {*chosen} else (*others, *values))

    def mode(self, facet: str) -> Mode:
        """What a facet asks for."""
        return dict(self.modes).get(facet, "any")

    def with_mode(self, facet: str, mode: Mode) -> View:
        """This view with a facet that asks for its chosen values in another way."""
        return replace(self, modes=_with(self.modes, facet, mode, "any"), page=1)

    def with_range(self, column: str, limits: Limits) -> View:
        """This view with other limits for a column's numbers; two open ends mean that it does not filter."""
        return replace(self, ranges=_with(self.ranges, column, limits, NO_LIMITS), page=1)

    def without_filters(self, names: Iterable[str]) -> View:
        """This view in which some facets and columns do not filter."""
        view = self
        for name in names:
            view = view.with_values(name, ()).with_mode(name, "any").with_range(name, NO_LIMITS)
        return view

    def with_more(self, names: tuple[str, ...]) -> View:
        """This view with just these filters shown beside the usual ones; one no longer shown does not filter."""
        return replace(self, more=tuple(sorted(set(names)))).without_filters(set(self.more) - set(names))

    def with_order(self, *sorts: Sort) -> View:
        """This view in another order, from its first page.

        Of several sorts by one column the first counts, and the list's own order needs no other after it.
        """
        by = {each.by: each for each in reversed(sorts) if each != Sort()}
        order = sorted(by.values(), key=sorts.index)
        whole = next((at for at, each in enumerate(order) if each.by == LISTED), MOST_SORTS)
        return replace(self, order=tuple(order[: whole + 1][:MOST_SORTS]), page=1)

    def sorted_by(self, column: str) -> View:
        """This view sorted by a column first, then as before; one that comes first already goes the other way round."""
        first = self.order[0] if self.order else Sort()
        if first.by == column:
            return self.with_order(Sort(column, not first.is_descending), *self.order[1:])
        return self.with_order(Sort(column), *self.order)

    def with_comparison(self, seen: Seen | None, only_there: str = "") -> View:
        """This view compared with another list, or with none; what was chosen by an earlier comparison goes."""
        view = replace(self, seen=seen, only_there=only_there, page=1).without_filters(COMPARED_COLUMNS)
        colour = "" if view.colour in COMPARED_COLUMNS else view.colour
        order = tuple(each for each in view.order if each.by not in COMPARED_COLUMNS)
        return replace(view, colour=colour, order=order)

    def with_layout(self, layout: Layout) -> View:
        """This view in another layout, from its first page: each layout has pages of its own."""
        return replace(self, layout=layout, page=1)

    def with_list(self, name: str) -> View:
        """Another list, in the layout and the language of this view, with nothing else chosen or shortlisted."""
        return View(name, layout=self.layout, language=self.language)

    def with_all_open(self, films: tuple[str, ...]) -> View:
        """This view with just these films' cards open in the list, the first `MOST_OPEN` of them."""
        return replace(self, open=films[:MOST_OPEN])

    def unfiltered(self) -> View:
        """This view with nothing filtered and no film under the timeline; everything else stays."""
        nothing = View()
        return replace(
            self,
            search=nothing.search,
            years=nothing.years,
            chosen=nothing.chosen,
            modes=nothing.modes,
            ranges=nothing.ranges,
            page=nothing.page,
            film=nothing.film,
        )

    def showing(self, film: str) -> datetime | None:
        """When a film of the shortlist is shown; None where no time is given."""
        return dict(self.showings).get(film)

    def with_shortlist(self, films: tuple[str, ...]) -> View:
        """This view with just these films on the shortlist, the first `MOST_PICKED` of them, each once."""
        kept = tuple(dict.fromkeys(films))[:MOST_PICKED]
        return replace(self, shortlist=kept, showings=tuple(each for each in self.showings if each[0] in kept))

    def with_shortlisted(self, film: str, is_on: bool) -> View:
        """This view with a film at the end of the shortlist, or off it; a full one takes no more."""
        others = tuple(name for name in self.shortlist if name != film)
        return self.with_shortlist((*self.shortlist, film) if is_on else others)

    def with_moved(self, film: str, places: int) -> View:
        """This view with a film of the shortlist so many places further down, or up; ends are ends."""
        others = [name for name in self.shortlist if name != film]
        at = max(0, self.shortlist.index(film) + places)
        return replace(self, shortlist=(*others[:at], film, *others[at:]))

    def with_showing(self, film: str, when: datetime | None) -> View:
        """This view with another time for a film of the shortlist, or none."""
        others = dict(self.showings) | {film: when}
        kept = ((name, time) for name, time in others.items() if time and name in self.shortlist)
        return replace(self, showings=tuple(sorted(kept)))

    def shortlisted(self) -> View:
        """The shortlist of this view, with its times and title, and nothing else chosen."""
        return View(
            self.list,
            shortlist=self.shortlist,
            showings=self.showings,
            programme=self.programme,
            language=self.language,
        )

    def without_shortlist(self) -> View:
        """This view with nothing on the shortlist, and no title of a programme."""
        return replace(self, shortlist=(), showings=(), programme="")


def _with(
    pairs: Iterable[tuple[str, Chosen]], name: str, value: Chosen, nothing: Chosen
) -> tuple[tuple[str, Chosen], ...]:
    """Names with what each has, sorted, once one has another value; without those that have `nothing`."""
    changed = {**dict(pairs), name: value}
    return tuple(sorted((each, its) for each, its in changed.items() if its != nothing))


def pages(films: int, size: int = PAGE_SIZE) -> int:
    """How many pages so many films take, by default of cards; at least one."""
    return max(1, -(-films // size))


def read_ends(
    text: str, number: str, sign: str, value_of: Callable[[str], Number]
) -> tuple[Number | None, Number | None] | None:
    """The ends that a text names: of ``60..120``, ``60..``, ``..120`` and ``60``, say, if `sign` matches two dots.

    None if it names none; ends the wrong way round are put right.

    Args:
        text: what a link or a search gives.
        number: a pattern for one end.
        sign: a pattern for what stands between them.
        value_of: makes a number of an end.
    """
    match = re.fullmatch(f"({number})?(?:({sign})({number})?)?", text.strip())
    if not match or not (match[1] or match[3]):
        return None
    first = value_of(match[1]) if match[1] else None
    last = first if not match[2] else value_of(match[3]) if match[3] else None
    return (last, first) if first is not None and last is not None and first > last else (first, last)


def within(
    limits: tuple[Number | None, Number | None], span: tuple[Number, Number] | None
) -> tuple[Number | None, Number | None] | None:
    """A range of years or numbers as this list has it: an end that reaches the list's first or last one is open.

    None if nothing of the list can lie in the range.
    """
    if span is None:
        return None
    first, last = limits
    if (first is not None and first > span[1]) or (last is not None and last < span[0]):
        return None
    return (
        None if first is None or first <= span[0] else first,
        None if last is None or last >= span[1] else last,
    )
