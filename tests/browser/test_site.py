"""A published site in a browser: from a disk and from a host of files, with scripts and without."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dashboard.exports.site.site import Order, site_files
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, own_source, published_source
from dashboard.query.loaded_list import LoadedList
from dashboard.query.search.matching import found
from tests.browser.axe import violations
from tests.browser.contexts import Contexts
from tests.foreign import films, loaded_of
from tests.texts import sample, write


def published_in(folder: Path, loaded: LoadedList) -> Path:
    for path, content in site_files(loaded, Order(date(2026, 11, 28))):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a list's site, written once."""
    root = tmp_path_factory.mktemp("sites")
    sources: dict[str, Callable[[], LoadedList]] = {
        "published": lambda: load_list(published_source()),
        "filmography": lambda: load_list(filmography_source()),
        "long": lambda: loaded_of(films(600)),
        "words": lambda: loaded_of(WORDS_LIST),
    }

    @functools.cache
    def site(name: str) -> Path:
        return published_in(root / name, sources[name]())

    return site


@pytest.fixture(scope="module")
def host(sites: Callable[[str], Path]) -> Iterator[str]:
    """A plain host of files, with the sites under a path."""
    for name in ("published", "long"):
        sites(name)
    handler = functools.partial(_Quiet, directory=str(sites("filmography").parent.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sites('filmography').parent.name}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@dataclass
class Reader:
    """A page, and what went wrong or out on it."""

    page: Page
    wrong: list[str] = field(default_factory=list)

    def shows(self, count: str) -> None:
        expect(self.page.locator(".shown [role=status]")).to_have_text(count)

    def names(self) -> list[str]:
        return self.page.locator(".films ol.lines a").all_inner_texts()

    def search(self, text: str) -> None:
        self.page.locator("#site-search").fill(text)


def from_disk(folder: Path, page: str = "index.html") -> str:
    return (folder / page).as_uri()


@pytest.fixture
def opened(contexts: Contexts) -> Iterator[Callable[..., Reader]]:
    """Opens a page; after the test nothing must have been asked elsewhere or gone wrong."""
    readers: list[Reader] = []
    with ExitStack() as stack:

        def opened(address: str, *, width: int = 1280, scheme: str = "light", **more: Any) -> Reader:
            me = Reader(stack.enter_context(contexts.lent(color_scheme=scheme, **more)).new_page())
            me.page.set_viewport_size({"width": width, "height": 900})
            me.page.on("console", lambda said: me.wrong.append(said.text) if said.type == "error" else None)
            me.page.on("pageerror", lambda error: me.wrong.append(str(error)))
            here = ("file:", "http://127.0.0.1:", "data:")
            me.page.on("request", lambda sent: None if sent.url.startswith(here) else me.wrong.append(sent.url))
            me.page.goto(address)
            readers.append(me)
            return me

        yield opened
    assert [each for me in readers for each in me.wrong] == []


def test_search_and_filters_work_at_once_from_a_disk(
    opened: Callable[..., Reader], sites: Callable[[str], Path]
) -> None:
    me = opened(from_disk(sites("filmography")))
    me.shows("53 of 53 films")
    me.search("tarkovskij")
    me.shows("1 of 53 films")
    assert me.names() == ["Solaris (1972)"]
    ghosts = me.page.locator(".timeline svg > a.ghost")
    expect(ghosts).to_have_count(52)
    me.search("nothing like it")
    expect(me.page.locator(".films")).to_contain_text("No film matches all of this.")
    me.page.get_by_role("button", name="Clear all").click()
    me.shows("53 of 53 films")
    expect(me.page.locator(".films details.row").first).to_be_visible()
    expect(ghosts).to_have_count(0)
    me.page.locator("aside a[data-is]").get_by_text("1960s").click()
    me.shows("12 of 53 films")
    me.search("mars -planet")
    shown = me.names()
    me.page.locator(".films ol.lines a").first.click()
    expect(me.page.locator("h1")).to_contain_text(shown[0])
    me.page.go_back()
    expect(me.page.locator("#site-search")).to_have_value("mars -planet")
    assert me.names() == shown


def test_a_page_of_one_value_begins_with_it(opened: Callable[..., Reader], host: str) -> None:
    me = opened(f"{host}/filmography/ru/decades/1960s/index.html")
    me.shows("12 из 53 фильмов")
    me.search("Клушанцев")
    me.shows("3 из 53 фильмов")
    me.page.locator("aside a[data-is]").get_by_text("1960").click()
    me.shows("4 из 53 фильмов")


SEARCHES = (
    *(
        "solaris",
        "тарковский",
        "Tarkovskij",
        "Klushantsev",
        "KLOUCHANTSEV",
        '"planet of storms"',
        "-mars",
        "mars -planet",
    ),
    *(
        "1972",
        "year:1972..1975",
        "year:..1960",
        "year:1980..",
        "year:1975..1972",
        "year:1972-1975",
        "year:1972–1975",
        "year:>1972",
        "year:>=1972",
        "-year:<1972",
        "year:<=1972",
        "year:..",
        "й",
        "и",
        "звезд",
        "зв\u0451зд",
        "kin-dza-dza",
        "ness",
        "x y z",
    ),
)


def test_it_finds_what_the_dashboard_finds(opened: Callable[..., Reader], sites: Callable[[str], Path]) -> None:
    me, index = opened(from_disk(sites("filmography"))), load_list(filmography_source()).index
    for search in SEARCHES:
        me.search(search)
        number = int(found(index, search).sum())
        me.shows(f"{number} of 53 films")


WORDS = (
    "Жуков",
    "Joukov",
    "Schukow",
    "Żukow",
    "Žukov",
    "Солярис",
    "Чайковский",
    "Tchaïkovski",
    "Łódź",
    "Größe",
    "ship",
    "Klouchantsev",
    "Пырьев",
    "Пырев",
    "Грамматиков",
    "Граматиков",
    "Эйзенштэйн",
    "полка",
    "полька",
    "Iosseliani",
    "Ioseliani",
)


def test_it_reads_words_as_the_dashboard_does(opened: Callable[..., Reader], sites: Callable[[str], Path]) -> None:
    """By what both make of words: the site is given a list that has each of them, and is asked for each."""
    me = opened(from_disk(sites("words")))
    index = loaded_of(WORDS_LIST).index
    for word in WORDS:
        me.search(word)
        me.shows(f"{int(found(index, word).sum())} of {len(WORDS)} films")


WORDS_LIST = "title,director\n" + "".join(f"Film {at},{word}\n" for at, word in enumerate(WORDS))


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_all_goes_by_links(opened: Callable[..., Reader], host: str, width: int) -> None:
    me = opened(f"{host}/long/index.html", width=width, java_script_enabled=False)
    expect(me.page.locator("#site-search")).to_be_hidden()
    me.page.locator("nav a", has_text="6").click()
    expect(me.page.locator(".films ol.lines > li")).to_have_count(100)
    me.page.locator(".films ol.lines a").last.click()
    me.page.locator("a[rel=prev]").click()
    me.page.locator("main a").first.click()
    me.shows("600 of 600 films")
    expect(me.page.locator(".timeline svg > a").first).to_be_attached()


def test_a_statement_has_an_address(opened: Callable[..., Reader], sites: Callable[[str], Path]) -> None:
    me = opened(from_disk(sites("published"), "films/star-pilot-1967/index.html"))
    me.page.locator("#why-3 a[href^='#statement-']").click()
    expect(me.page.locator("li:has(:target)")).to_have_id("why-3")
    me.page.locator("#mark-1").click()
    expect(me.page.locator("li:target")).to_have_id("why-1")


def test_nothing_of_a_list_runs_from_a_disk(
    opened: Callable[..., Reader], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    write(tmp_path, sample(20))
    folder = published_in(tmp_path_factory.mktemp("hostile"), load_list(own_source(tmp_path)))
    me = opened(from_disk(folder))
    me.search("a")
    expect(me.page.locator(".films ol.lines > li").first).to_be_visible()
    for page in ("index.html", *(f"films/h{at}/index.html" for at in range(4)), "programme/index.html"):
        me.page.goto(from_disk(folder, page))
        assert me.page.evaluate("window.hacked") is None
        assert me.page.locator("body :is(img, iframe, object, form:not(.search), base)").count() == 0


PAGES = {
    "list": "published/index.html",
    "film": "published/ru/films/the-sky-beckons-1959/index.html",
    "value": "published/filters/themes/adventure/index.html",
    "values": "published/filters/themes/index.html",
    "about": "published/about/index.html",
    "programme": "published/programme/index.html",
    "nothing here": "published/404.html",
    "cards": "filmography/ru/index.html",
    "gallery": "filmography/gallery/index.html",
    "long": "long/index.html",
}


@pytest.mark.audit
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(opened: Callable[..., Reader], host: str, page: str, scheme: str, width: int) -> None:
    me = opened(f"{host}/{PAGES[page]}", width=width, scheme=scheme)
    if page == "cards":
        me.search("mars")
        expect(me.page.locator(".films ol.lines")).to_be_visible()
    assert violations(me.page) == []
    assert me.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
