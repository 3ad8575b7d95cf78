"""The pages of a published site in one language: each is the first view of one of its views, as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup

from dashboard.charts.marks import has_dots
from dashboard.charts.vega import NotDrawnError
from dashboard.exports.head.film_image import film_image
from dashboard.exports.head.linked_data import DataFile, graph
from dashboard.exports.head.preview import Preview, head_elements, preview
from dashboard.exports.site.addresses import INDEX, SiteAddresses, value_folders
from dashboard.exports.site.state import Gone
from dashboard.i18n.languages import Language, languages
from dashboard.i18n.names import list_title
from dashboard.query.facets import BESIDE_THE_TIMELINE, DECADE
from dashboard.query.filters import filters
from dashboard.query.in_words import (
    facet_name,
    film_name,
    filters_in_words,
    layout_names,
    shown_of,
    sort_names,
    timeline_sentence,
    value_names,
)
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import ALL_YEARS, Sort, View, pages
from dashboard.render.film_card import FilmCard, film_card, film_html
from dashboard.render.filter_forms import MOST_LINKS, MOST_VALUES, Choice, signs_form
from dashboard.render.first_view import FilmRow, in_force, page_links
from dashboard.render.list_head import foot, list_head
from dashboard.render.plates.picture import with_picture
from dashboard.render.plates.tile import tile
from dashboard.render.templates import render
from dashboard.render.timeline_list import timeline_list
from dashboard.render.timeline_notes import ways
from dashboard.render.timeline_picture import timeline_picture

MOST_CARDS = 60
"""Films of a list whose cards stand on its page; everywhere else they have lines, which lead to the films' pages."""
PAGE = 100
"""Films on a page."""
MOST_FILTERS = 20
"""Filters that have pages."""
MOST_SEARCHED = 5_000
"""Films of a list that the site's script searches; it holds all of their texts."""
MOST_IN_GALLERY = 1_000
"""Films of a list that has a gallery; plates are the larger part of its pages."""
MOST_PICTURED = 100
"""Films of a list whose links have a picture each: it takes 0.1 s and 60 kB in each language."""
WITH_TIMELINE = {DECADE, "evidence"}
"""The filters whose values' pages have the timeline; it is larger than all else on a page."""
ORDERS = (Sort("year"), Sort("title"), Sort("rating", True), Sort("running_time_min"), Sort("evidence"))
"""The orders beside the list's own that have pages, where the list has the column."""
GALLERY = View(layout="gallery")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
)
"""Only files of the site are shown and run."""


class Page(NamedTuple):
    """A page: its folder from the top, empty or with a slash at its end, and its HTML."""

    folder: str
    html: str


class FilmPage(NamedTuple):
    """A film's page, its card, and the picture that a link to it shows: its path, and its PNG, empty for none."""

    page: Page
    card: FilmCard
    picture: str
    png: bytes


class SiteValue(NamedTuple):
    """A value of a filter that has a page: its place among all, what it is called, its link, and how many films."""

    code: str
    label: str
    link: str
    films: int


class SiteFilter(NamedTuple):
    """A filter of the site.

    Attributes:
        label: what it is called.
        values: those that have a page, in their order.
        first: those that stand on every page.
        link: the way to all of them; empty where all stand on every page.
        more: how many values have no page.
        folder: of the page of all of them.
    """

    label: str
    values: tuple[SiteValue, ...]
    first: tuple[SiteValue, ...]
    link: str
    more: int
    folder: str


@dataclass(frozen=True, eq=False)
class Plan:
    """What pages a site has, the same in each of its languages.

    Attributes:
        loaded: the list.
        addresses: where the pages stand.
        codes: the value of each filter by what the site's script calls it: the filter's number and the value's.
        public: the address of the site, with a slash at its end; empty where that is not known.
    """

    loaded: LoadedList
    addresses: SiteAddresses
    codes: Mapping[tuple[str, str], str]
    public: str

    @property
    def here(self) -> str:
        """What stands before an address that is given in full."""
        return self.public or self.addresses.up

    @property
    def has_film_previews(self) -> bool:
        """Whether a link to a film shows a picture of it; other sites ask for that by its address in full."""
        return bool(self.public) and len(self.loaded.index) <= MOST_PICTURED

    @property
    def can_search(self) -> bool:
        """Whether the site's script searches the list."""
        return 0 < len(self.loaded.index) <= MOST_SEARCHED


def plan(loaded: LoadedList, codes: Sequence[str], folders: Mapping[str, str], public: str) -> Plan:
    """The pages of a list's site in some languages, by their codes."""
    index = loaded.index
    values = _values(index)
    years = frozenset() if has_dots(index) else frozenset(index.different_years.tolist())
    orders = tuple(each for each in ORDERS if each.by in index.sortable and len(index) > 1)
    has_gallery = 0 < len(index) <= MOST_IN_GALLERY
    addresses = SiteAddresses(tuple(codes), folders, value_folders(values), years, orders, has_gallery)
    known = {
        (name, value): f"{at}.{code}"
        for at, name in enumerate(values)
        for code, value in enumerate(index.facets[name].values)
    }
    return Plan(loaded, addresses, known, public)


def _values(index: Index) -> dict[str, tuple[str, ...]]:
    """The filters that have pages, each with the values that do: those with the most films."""
    names = dict.fromkeys((DECADE, "evidence", *index.first_filters, *index.further))
    some = [name for name in names if name in index.facets][:MOST_FILTERS]
    return {name: _frequent(index, name) for name in some}


def _frequent(index: Index, name: str) -> tuple[str, ...]:
    films = _films_with(index, name)
    kept = set(sorted(films, key=films.__getitem__, reverse=True)[:MOST_VALUES])
    return tuple(value for value in films if value in kept)


def _films_with(index: Index, name: str) -> dict[str, int]:
    """How many films have each value of a filter."""
    facet = index.facets[name]
    return dict(zip(facet.values, facet.films_by_value.tolist(), strict=True))


class Pages:
    """The pages of a site in one language.

    Attributes:
        plan: what pages there are.
        language: theirs.
        whole: all films of the list.
        lines: each film among others, in a line that leads to its page; filled by `film`.
        cards: the same as cards, of a short list.
    """

    def __init__(self, plan: Plan, language: Language) -> None:
        self.plan, self.language = plan, language
        is_first = language.code == plan.addresses.languages[0]
        view = View(language="" if is_first else language.code)
        self.whole = run_query(plan.loaded, view, "", language, plan.addresses)
        self.lines: list[Markup] = []
        self.cards: list[Markup] = []
        self.title = list_title(plan.loaded.info, language)
        self.top = plan.addresses.top(language.code)

    @property
    def has_cards(self) -> bool:
        """Whether films have their cards on the page of the list."""
        return len(self.plan.loaded.index) <= MOST_CARDS

    @cached_property
    def films(self) -> list[str]:
        """The ids of all films, in the list's order."""
        return [str(film) for film in self.plan.loaded.index.frame["id"]]

    def of(self, view: View) -> QueryResult:
        """A view's result."""
        return run_query(
            self.plan.loaded, replace(view, language=self.whole.view.language), "", self.language, self.plan.addresses
        )

    def film(self, at: int) -> FilmPage:
        """The page of the film at a position, which is also added to `lines` and `cards`: films come in their order."""
        card = film_card(self.whole, self.films[at], self.plan.public)
        view = replace(self.whole.view, film=card.film)
        result = replace(self.whole, view=view)
        link = result.link(view)
        self.lines.append(render("site_line.html", self.language, card=card, link=link))
        if self.has_cards:
            self.cards.append(
                render("row.html", self.language, each=FilmRow(card, film_html(result, card, "row"), False, link, None))
            )
        content = render(
            "site_film.html",
            self.language,
            card=card,
            card_html=with_picture(result, film_html(result, card, "page"), card.film),
            title=self.title,
            all_films=self.whole.link(self.whole.view),
            before=self._neighbour(at - 1),
            after=self._neighbour(at + 1),
        )
        picture, png = self.plan.addresses.film_preview(card.film, self.language.code), self._drawn(result)
        return FilmPage(self._page(result, content, picture if png else ""), card, picture, png)

    def _drawn(self, result: QueryResult) -> bytes:
        """The picture that a link to a film shows; empty where there is none, or it cannot be drawn here."""
        try:
            return film_image(result) if self.plan.has_film_previews else b""
        except NotDrawnError:
            return b""

    def _neighbour(self, at: int) -> Choice | None:
        if not 0 <= at < len(self.films):
            return None
        film = self.films[at]
        return Choice(self._name(film), self.whole.link(replace(self.whole.view, film=film)))

    def _name(self, film: str) -> str:
        return film_name(self.plan.loaded.index, film, self.language)

    def lists(self) -> Iterator[Page]:
        """The pages of many films: all, by value, by year, and in other orders; once every film has its row."""
        places = self.plan.addresses
        yield from self._list(View())
        for name, value in places.values:
            yield from self._list(View(chosen=((name, (value,)),)))
        for year in sorted(places.years):
            yield from self._list(View(years=(year, year)))
        for order in places.orders:
            yield from self._list(View(order=(order,)))
        if places.has_gallery:
            yield from self._list(GALLERY)
        for each in self.filters:
            if each.link:
                content = render("site_values.html", self.language, filter=each)
                yield self.plain(each.folder, each.label, content)

    def _list(self, view: View) -> Iterator[Page]:
        result = self.of(view)
        for number in range(1, pages(len(result.rows), PAGE) + 1):
            at = replace(result, view=replace(result.view, page=number))
            yield self._page(at, self._films(at))

    def _films(self, result: QueryResult) -> Markup:
        """The content of a page of many films."""
        index, view, language = result.index, result.view, self.language
        is_first, is_gallery = view.page == 1, view.layout == "gallery"
        is_whole = not (filters(index, view) or view.order or is_gallery)
        rows = self.cards if is_whole and self.has_cards else self.lines
        shown = result.page_rows(PAGE).tolist()
        has_timeline = (
            is_first and not view.order and not is_gallery and {name for name, _ in view.chosen} <= WITH_TIMELINE
        )
        heading = filters_in_words(index, filters(index, view), language) or self._order(view)
        return render(
            "site_list.html",
            language,
            head=list_head(result) if is_first and is_whole else "",
            heading=heading if not is_whole else self.title,
            title=self.title,
            all_films=self.whole.link(self.whole.view),
            shown=shown_of(index, len(result.rows), language),
            in_force=in_force(result, True),
            can_search=self.plan.can_search and not is_gallery,
            chosen=self._chosen(view),
            has_timeline=has_timeline,
            is_cards=is_whole and self.has_cards and bool(self.cards),
            rows=[] if is_gallery else [rows[row] for row in shown],
            tiles=[tile(result, self.films[row]) for row in shown] if is_gallery else [],
            first=(view.page - 1) * PAGE + 1,
            pages=page_links(result, PAGE),
            **(self._timeline(result) if has_timeline else {}),
        )

    def _order(self, view: View) -> str:
        """The name of the order in which a view has the films, or of the gallery; empty for the list's own."""
        if view.layout == "gallery":
            return layout_names(self.language)["gallery"]
        return sort_names(self.plan.loaded.index, self.language)[view.order[0]] if view.order else ""

    def _chosen(self, view: View) -> str:
        """What a page is filtered by, as the site's script calls it; empty for nothing."""
        codes = [self.plan.codes[name, value] for name, values in view.chosen for value in values]
        return next(iter(codes), f"y.{view.years[0]}" if view.years != ALL_YEARS else "")

    def _timeline(self, result: QueryResult) -> dict[str, Any]:
        index, is_whole = result.index, not filters(result.index, result.view)
        return {
            "picture": timeline_picture(result) if index.span else "",
            "timeline": timeline_list(result) if index.span else "",
            "ways": ways(result, with_reading=False, with_history=is_whole) if index.span else "",
            "sentence": timeline_sentence(index, result.mask, self.language),
            "signs_form": signs_form(result) if is_whole else None,
            "codes": [code for (name, _), code in self.plan.codes.items() if name == "evidence"],
            "history": None,
            "colours": (),
        }

    def gone(self, film: str, gone: Gone) -> Page:
        """The page of a film that is not in the list any more: it leads to what the film is now, if that is known."""
        films = self.plan.addresses.films
        view = replace(self.whole.view, film=gone.now)
        now = Choice(self._name(gone.now), self.whole.link(view)) if gone.now in films else None
        content = render(
            "site_gone.html",
            self.language,
            film=gone.name,
            now=now,
            title=self.title,
            all_films=self.whole.link(self.whole.view),
        )
        return self.plain(f"films/{gone.folder}/", gone.name, content, leads_to=now.link if now else "")

    def plain(self, folder: str, title: str, content: Markup, leads_to: str = "") -> Page:
        """A page that is no view of the list; crawlers pass it by."""
        top = {code: self.plan.addresses.top(code) for code in self.plan.addresses.languages}
        up = self.plan.addresses.up
        links = {code: f"{up}{each}{folder}{INDEX}" for code, each in top.items()}
        head = render("site_head.html", self.language, title=f"{title} – {self.title}", leads_to=leads_to)
        return self._written(f"{self.top}{folder}", head, content, links)

    def _page(self, result: QueryResult, content: Markup, picture: str = "") -> Page:
        """A view as a page; `picture` is what a link to it shows, if it has one of its own."""
        folder = self.plan.addresses.folder(result.view)
        links = {
            code: result.link(replace(result.view, language="" if at == 0 else code))
            for at, code in enumerate(self.plan.addresses.languages)
        }
        return self._written(folder or "", self._head(result, picture), content, links)

    def _head(self, result: QueryResult, picture: str) -> Markup:
        here, view = self.plan.here, result.view
        codes = self.plan.addresses.languages
        named = [(code, replace(view, language="" if at == 0 else code)) for at, code in enumerate(codes)]
        others = [*named, ("x-default", named[0][1])] if len(named) > 1 else []
        made = head_elements(
            self.language,
            here,
            is_published=True,
            preview=self._preview(result, picture),
            title=result.title,
            link=result.address(view, here) if self.plan.public else "",
            translations=[(code, result.address(each, here)) for code, each in others],
            data=graph(result, here, self._data(result)),
        )
        return Markup(made)  # noqa: S704

    def _preview(self, result: QueryResult, picture: str) -> Preview:
        found = preview(result)
        if not self.plan.public:
            return replace(found, picture="")
        return replace(found, picture=picture, alt=found.title) if picture else found

    def _data(self, result: QueryResult) -> tuple[DataFile, ...]:
        """The files that hold all films, for a page that shows all of them."""
        if filters(result.index, result.view) or result.view.film:
            return ()
        kinds = {"csv": "text/csv", "json": "application/json", "sqlite": "application/vnd.sqlite3"}
        return tuple(DataFile(kind, f"{self.plan.here}data/films.{ending}") for ending, kind in kinds.items())

    def _written(self, folder: str, head: Markup, content: Markup, links: Mapping[str, str]) -> Page:
        up = self.plan.addresses.up
        names = languages()
        html = render(
            "site_page.html",
            self.language,
            policy=POLICY,
            up=up,
            head=head,
            content=content,
            films=f"films.{self.language.code}.js" if self.plan.can_search and "site-search" in content else "",
            has_films='id="films"' in content,
            about=f"{up}{self.top}about/{INDEX}",
            all_films=self.whole.link(self.whole.view),
            gallery=self.whole.link(replace(self.whole.view, layout="gallery")),
            foot=self._foot,
            filters=self._filters,
            languages=[(code, names[code].name, link) for code, link in links.items()] if len(links) > 1 else (),
        )
        return Page(folder, placed(html, up, folder))

    @cached_property
    def _foot(self) -> Markup:
        return foot(self.plan.loaded.info, self.language)

    @cached_property
    def filters(self) -> tuple[SiteFilter, ...]:
        """The filters that stand beside every page; that of the evidence is the legend of the timeline."""
        by_name: dict[str, list[str]] = {}
        for name, value in self.plan.addresses.values:
            by_name.setdefault(name, []).append(value)
        return tuple(self._filter(name, values) for name, values in by_name.items() if name not in BESIDE_THE_TIMELINE)

    def _filter(self, name: str, values: Sequence[str]) -> SiteFilter:
        index = self.plan.loaded.index
        facet, films = index.facets[name], _films_with(index, name)
        names = value_names(index, facet, self.language)
        found = tuple(
            SiteValue(self.plan.codes[name, value], names[value], self._value_link(name, value), films[value])
            for value in values
        )
        most = set(sorted(found, key=lambda each: -each.films)[:MOST_LINKS])
        folder = self.plan.addresses.values[name, values[0]].rstrip("/").rpartition("/")[0] + "/"
        has_page = len(found) > MOST_LINKS
        return SiteFilter(
            facet_name(index, name, self.language),
            found,
            tuple(each for each in found if each in most) if has_page else found,
            f"{self.plan.addresses.up}{self.top}{folder}{INDEX}" if has_page else "",
            len(facet.values) - len(found),
            folder,
        )

    def _value_link(self, name: str, value: str) -> str:
        return self.whole.link(replace(self.whole.view, chosen=((name, (value,)),)))

    @cached_property
    def _filters(self) -> Markup:
        orders = [
            Choice(self._order(view), self.whole.link(view))
            for view in (replace(self.whole.view, order=(order,)) for order in self.plan.addresses.orders)
        ]
        return render("site_filters.html", self.language, filters=self.filters, orders=orders)


def placed(html: str, up: str, folder: str) -> str:
    """A page's HTML in its folder, with the way to the top where `up` stands."""
    return html.replace(up, "../" * folder.count("/")) + "\n"
