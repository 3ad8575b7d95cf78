"""A list as a site of plain files: its pages, data, looks, licences and state, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from hashlib import sha256
from importlib.resources import files as resources

import numpy as np

from dashboard import __version__
from dashboard.charts import fonts
from dashboard.exports.bundle import bundle_files, zipped
from dashboard.exports.calendar_file import as_calendar
from dashboard.exports.export import Export
from dashboard.exports.programme import Programme, as_html, as_markdown, programme
from dashboard.exports.site.addresses import INDEX, folder_names
from dashboard.exports.site.package import package
from dashboard.exports.site.pages import MOST_SEARCHED, POLICY, Page, Pages, Plan, plan
from dashboard.exports.site.search import entry, script
from dashboard.exports.site.state import NAME, State, digest, film_states, gone_since
from dashboard.exports.sqlite import SQLITE
from dashboard.i18n.languages import SOURCE, english, languages
from dashboard.i18n.names import list_title
from dashboard.lists.source import DATA
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult, run_query
from dashboard.query.view import MOST_PICKED, View
from dashboard.render.citation import about
from dashboard.render.list_head import how_checked
from dashboard.render.style import stylesheet, themed_style
from dashboard.render.templates import render

PROGRAM = f"film-list-dashboard {__version__}"
SHEETS = ("scale", "head", "timeline_list", "page", "gallery", "settings", "print", "first_view", "timeline", "site")
"""The files of CSS of every page."""
PAGES_A_FILE = 5_000
"""Pages in one sitemap. With all languages they stay below the 50 MB and the 50,000 addresses that one may have."""
MOST_ZIPPED = 1_000
"""Films of a list that the page gives as a site; longer ones take the command too long for someone who waits."""

LARGEST_ZIPPED = 40_000_000
"""Bytes that such a list takes in memory, as it says itself."""

File = tuple[str, bytes]
"""A file's path from the top of the site, with slashes, and its content."""


@dataclass(frozen=True)
class Order:
    """How a list is to be published.

    Attributes:
        languages: the codes of the site's languages, the main one first; those of the list where none is named.
        public: the address that the site will have, with a slash at its end; empty where that is not known.
        day: the day that the site names; None for the one on which the list changed last.
        changed: when the list changed last.
        shortlist: the view whose shortlist is the programme; None for all films of a short list.
        licences: the files that say what may be done with the list, by name.
    """

    changed: date
    languages: tuple[str, ...] = ()
    public: str = ""
    day: date | None = None
    shortlist: View | None = None
    licences: Mapping[str, bytes] = field(default_factory=dict)


def languages_of(loaded: LoadedList) -> tuple[str, ...]:
    """The languages in which a list can be read, by their codes, the one that its texts are in first.

    Those are the languages of the interface in which it brings some of its texts. A list of which nothing is known
    is in the language whose letters most of its titles are written in.
    """
    if loaded.info.ours:
        return tuple(languages())
    brought = {code for _, code in loaded.index.translations}
    evidence = (*loaded.claims, *loaded.identities.values(), *(loaded.milestones if loaded.info.history_track else ()))
    brought |= {code for row in evidence for _, code, _ in row.translations.texts}
    own = loaded.info.language or _written_in(loaded)
    return (own, *(code for code in languages() if code != own and code in brought))


def _written_in(loaded: LoadedList) -> str:
    titles = loaded.films.frame["title"].astype(str).tolist()
    written = {each.code: sum(map(each.writes, titles)) for each in languages().values()}
    return next((code for code, number in written.items() if number * 2 > len(titles)), SOURCE)


def site_files(loaded: LoadedList, order: Order, before: State | None = None) -> Iterator[File]:
    """The files of a list's site, its state at last. The same list, order and state give the same bytes.

    Args:
        loaded: the list.
        order: how it is to be published.
        before: what stood there until now; None for nothing.
    """
    return _Site(loaded, order, before).files()


class _Site:
    """A site while it is written.

    Attributes:
        digests: of the files so far, by path.
        made: the data files that were made last, and the day that they name.
    """

    def __init__(self, loaded: LoadedList, order: Order, before: State | None) -> None:
        folders = folder_names(str(film) for film in loaded.index.frame["id"])
        codes = order.languages or languages_of(loaded)
        self.loaded, self.order, self.before = loaded, order, before
        self.plan = plan(loaded, codes, folders, order.public)
        self.pages = [Pages(self.plan, languages()[code]) for code in codes]
        self.states = film_states(loaded, folders)
        self.gone = gone_since(before, self.states)
        self.digests: dict[str, str] = {}
        self.made: tuple[date, dict[str, bytes]] | None = None

    def files(self) -> Iterator[File]:
        yield from self._noted(self._undated())
        content = digest("\n".join(f"{path} {self.digests[path]}" for path in sorted(self.digests)))
        day = self._day(content)
        yield from self._noted(self._dated(day))
        title = list_title(self.loaded.info, english())
        files = dict(sorted(self.digests.items()))
        state = State(title, PROGRAM, day.isoformat(), content, self.states, self.gone, files)
        yield NAME, state.as_json()

    def _noted(self, files: Iterable[File]) -> Iterator[File]:
        for path, content in files:
            self.digests[path] = sha256(content).hexdigest()
            yield path, content

    def _day(self, content: str) -> date:
        """The day that the site names: the one that stands there where nothing but the day would change."""
        if self.order.day:
            return self.order.day
        if self.before and self.before.content == content:
            return date.fromisoformat(self.before.day)
        return self.order.changed

    def _undated(self) -> Iterator[File]:
        """All files that do not name the day."""
        yield from _assets(self.plan)
        yield from self._films()
        for pages in self.pages:
            yield from _as_files(pages.lists())
            yield from _as_files(pages.gone(film, gone) for film, gone in self.gone.items())
        yield "404.html", self._missing()
        yield from self._for_crawlers()
        for name, data in self._data(self._likely_day).items():
            if name not in DATED:
                yield f"data/{name}", data
        yield "licences/LICENSE.txt", DATA.parent.joinpath("LICENSE").read_bytes()
        for name, data in self.order.licences.items():
            yield f"licences/list/{name}", data

    def _films(self) -> Iterator[File]:
        """The page of each film in each language, and then what the site's script searches."""
        searched: list[list[list[object]]] = [[] for _ in self.pages]
        for at in range(len(self.loaded.index)):
            for pages, found in zip(self.pages, searched, strict=True):
                made = pages.film(at)
                if self.plan.can_search:
                    found.append(entry(self.plan, made.card, at))
                yield from _as_files([made.page])
                if made.png:
                    yield made.picture, made.png
        if self.plan.can_search:
            for pages, found in zip(self.pages, searched, strict=True):
                yield f"assets/films.{pages.language.code}.js", script(pages, found)

    def _missing(self) -> bytes:
        """The page for addresses at which nothing is; its links hold anywhere if the site's address is known."""
        ways = [
            (f"{self.order.public}{pages.top}{'' if self.order.public else INDEX}", pages.title, pages.language.code)
            for pages in self.pages
        ]
        look = {"policy": POLICY, "style": themed_style("missing")}
        page = render("site_missing.html", self.pages[0].language, ways=ways, **look)
        return f"{page}\n".encode()

    def _for_crawlers(self) -> Iterator[File]:
        """What crawlers ask for; a sitemap needs addresses in full."""
        here, addresses = self.order.public, self.plan.addresses
        sitemap = f"\nSitemap: {here}sitemap.xml\n" if here else ""
        yield "robots.txt", f"User-agent: *\nAllow: /\n{sitemap}".encode()
        if not here:
            return
        codes = addresses.languages
        views = [View(), *(View(film=film) for film in addresses.films)]
        pages = [
            {
                **{code: addresses.address(replace(view, language=code), here) for code in codes},
                "x-default": addresses.address(view, here),
            }
            for view in views
        ]
        parts = [pages[at : at + PAGES_A_FILE] for at in range(0, len(pages), PAGES_A_FILE)]
        if len(parts) == 1:
            yield "sitemap.xml", render("sitemap.xml", english(), pages=pages).encode()
            return
        links = [f"{here}sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
        yield "sitemap.xml", render("sitemap_index.xml", english(), links=links).encode()
        for number, part in enumerate(parts, 1):
            yield f"sitemap-{number}.xml", render("sitemap.xml", english(), pages=part).encode()

    @property
    def _likely_day(self) -> date:
        """The day that the site will name if nothing changed; the data are made for it once."""
        before = date.fromisoformat(self.before.day) if self.before else self.order.changed
        return self.order.day or before

    def _data(self, day: date) -> dict[str, bytes]:
        """The list as data that name a day: what a bundle holds, and a database; the last made are kept."""
        if self.made is None or self.made[0] != day:
            self.made = day, self._data_of(day)
        return self.made[1]

    def _data_of(self, day: date) -> dict[str, bytes]:
        whole = run_query(self.loaded, View(), "", english())
        origin = about(whole, self.order.public, day)
        rows = np.arange(len(self.loaded.index))

        def address(film: str) -> str:
            return self.plan.addresses.address(View(film=film), self.order.public) if self.order.public else ""

        files = bundle_files(self.loaded, rows, origin, address, english())
        if SQLITE.fits(whole):
            files["films.sqlite"] = SQLITE.write(whole, self.order.public)
        return files

    def _dated(self, day: date) -> Iterator[File]:
        """The files that name the day."""
        data = self._data(day)
        for name in DATED:
            yield f"data/{name}", data[name]
        yield "data/datapackage.json", package(self.loaded, data, day, self.order.public)
        for pages in self.pages:
            made = self._programme(pages, day)
            if made:
                folder = f"{pages.top}programme/"
                yield f"{folder}{INDEX}", as_html(made)
                yield f"{folder}programme.md", as_markdown(made)
                if made.showings:
                    yield f"{folder}programme.ics", as_calendar(made)
            yield from _as_files([self._about(pages, day, [*data, "datapackage.json"], made)])

    def _programme(self, pages: Pages, day: date) -> Programme | None:
        """The programme of the shortlist that is named, or of all films of a short list; None for neither."""
        view = self.order.shortlist
        if view is None:
            view = View(shortlist=tuple(pages.films)) if 0 < len(pages.films) <= MOST_PICKED else None
        if view is None or not view.shortlist:
            return None
        result = run_query(self.loaded, replace(view, language=""), "", pages.language, self.plan.addresses)
        made = programme(result, self.order.public, datetime.combine(day, time()))
        return replace(made, link=self.order.public)

    def _about(self, pages: Pages, day: date, names: Iterable[str], made: Programme | None) -> Page:
        language, up = pages.language, self.plan.addresses.up
        is_checked = bool(self.loaded.claims or self.loaded.changes)
        content = render(
            "site_about.html",
            language,
            up=up,
            day=language.day(day),
            title=pages.title,
            number=len(self.loaded.index),
            version=__version__,
            can_search=len(self.loaded.index) <= MOST_SEARCHED,
            files=[(name, "") for name in names if not name.endswith(".jpg")],
            programme=f"{up}{pages.top}programme/{INDEX}" if made else "",
            programme_title=made.title if made else "",
            checked=how_checked(self.loaded, language, has_form=False) if is_checked else "",
            licences=[*self.order.licences],
        )
        return pages.plain("about/", language.gettext("About this site"), content)


DATED = ("films.json", "README.md")
"""The files of the data that name the day."""


def _assets(plan: Plan) -> Iterator[File]:
    """What the pages look like and run."""
    static = resources("dashboard")
    yield "assets/icon.svg", static.joinpath("icon.svg").read_bytes()
    yield "assets/site.css", f"{stylesheet(*SHEETS)}\n".encode()
    if plan.can_search:
        yield "assets/site.js", static.joinpath("exports", "site", "site.js").read_bytes()
    for name, path in fonts.files().items():
        yield f"assets/fonts/{name}", path.read_bytes()
    for path in sorted(fonts.FOLDER.glob("*-OFL.txt")):
        yield f"assets/fonts/{path.name}", path.read_bytes()
    if plan.public and plan.loaded.info.ours:
        picture = f"{plan.loaded.info.key}.png"
        yield f"previews/{picture}", static.joinpath("static", "previews", picture).read_bytes()


def _as_files(pages: Iterable[Page]) -> Iterator[File]:
    return ((f"{page.folder}{INDEX}", page.html.encode("utf-8", "replace")) for page in pages)


def _zip(result: QueryResult, here: str) -> bytes:
    """The whole list of a result as a site, in one zip."""
    return zipped(site_files(result.loaded, Order(date.today())))


def _is_short(result: QueryResult) -> bool:
    return len(result.index) <= MOST_ZIPPED and result.loaded.size <= LARGEST_ZIPPED


SITE = Export(
    lambda language: language.gettext("Site without a server"),
    "site.zip",
    "application/zip",
    _zip,
    has_address=False,
    is_dated=True,
    fits=_is_short,
    is_whole=True,
)
