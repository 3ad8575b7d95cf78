"""Every kind of page is HTML as the Nu Html Checker reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from dashboard.exports.site.site import Order, site_files
from dashboard.exports.site.state import read_state
from dashboard.i18n.languages import languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, own_source, published_source
from dashboard.lists.waiting import Waiting
from dashboard.model.progress import Progress
from dashboard.query.loaded_list import LoadedList
from dashboard.web.pages import progress_page
from tests.foreign import films, loaded_of
from tests.html.vnu import ALLOWED, STREAMLITS, complaints
from tests.lists.test_pictures import GOOD, folder, image
from tests.serving import ask
from tests.texts import sample, write

ORDER = Order(date(2026, 11, 28))
Pages = Mapping[str, bytes]


def site_of(loaded: LoadedList, order: Order = ORDER) -> dict[str, bytes]:
    return dict(site_files(loaded, order))


def hostile(tmp_path: Path, every: int) -> dict[str, bytes]:
    tmp_path.mkdir()
    write(tmp_path, sample(every))
    return site_of(load_list(own_source(tmp_path)), Order(ORDER.changed, ("en", "ru")))


def renamed(_: Path) -> dict[str, bytes]:
    """A site that has lost a film, and in which another one has a new name."""
    before = site_of(loaded_of("id,title,note\na,A,x\nb,B," + "the same long note " * 5 + "\n"))
    after = loaded_of("id,title,note\nc,C,y\nbee,Bee," + "the same long note " * 5 + "\n")
    return dict(site_files(after, ORDER, read_state(before["site.json"])))


def pictured(tmp_path: Path) -> dict[str, bytes]:
    tmp_path.mkdir()
    return site_of(
        load_list(own_source(folder(tmp_path, GOOD, {"a.png": image()}))), Order(ORDER.changed, ("en", "ru"))
    )


SITES: dict[str, Callable[[Path], Pages]] = {
    "published": lambda _: site_of(load_list(published_source())),
    "one film": lambda _: site_of(loaded_of("title,year\nA,1970\n")),
    "no years": lambda _: site_of(loaded_of("title\nA\nB\n")),
    "300 films": lambda _: site_of(loaded_of(films(300))),
    "films that went": renamed,
    "pictures": pictured,
    "hostile": lambda tmp_path: hostile(tmp_path, 40),
}
VIEWS = (
    "",
    "?film=star-pilot-1967&lang=ru",
    "?list=filmography&view=gallery",
    "?view=charts",
    "?q=nothing+at+all",
    "?film=no",
)
CORRECTIONS = "correct?film=solaris-1972"


def of_each_kind(pages: Pages) -> Iterator[tuple[str, bytes]]:
    """A page for each folder of pages."""
    seen: set[str] = set()
    for path, content in pages.items():
        kind = path.removesuffix("/index.html").rpartition("/")[0]
        if kind not in seen or not kind:
            seen.add(kind)
            yield path, content


def checked(folder: Path, pages: Mapping[str, bytes], allowed: Mapping[str, str] = ALLOWED) -> list[str]:
    """What the checker finds in pages and their looks; they stand in a folder for that."""
    for path, content in [(path, content) for path, content in pages.items() if path.endswith((".html", ".css"))]:
        target = folder / "pages" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return [*complaints(folder / "pages", allowed)]


def answered(address: str, links: Mapping[str, str]) -> dict[str, bytes]:
    """The pages that a dashboard answers with, by a file's name for each link."""
    return {f"{name}.html": ask(address, f"/{link}").body for name, link in links.items()}


@pytest.mark.audit
def test_a_page_of_each_kind_of_a_site(tmp_path: Path) -> None:
    sites = ("published", "films that went", "pictures")
    pages = {f"{name}/{path}": page for name in sites for path, page in of_each_kind(SITES[name](tmp_path / name))}
    assert len(pages) > 30
    assert checked(tmp_path, pages) == []


@pytest.mark.audit
def test_what_the_dashboard_answers_before_its_scripts(tmp_path: Path, published: str) -> None:
    pages = answered(published, {f"view-{at}": link for at, link in enumerate(VIEWS)})
    pages["preparing.html"] = progress_page(
        "A <b>list", Waiting("own", Progress("check", 0.4), 20), languages()["ru"]
    ).encode()
    assert checked(tmp_path, pages, ALLOWED | STREAMLITS) == []


@pytest.mark.audit
def test_the_pages_beside_the_list(tmp_path: Path, published: str) -> None:
    pages = answered(
        published, {"missing": "nowhere", "near": "solaris?lang=ru", "overview": CORRECTIONS, "no film": "correct"}
    )
    forms = {unescape(link) for link in re.findall(r'href="(correct\?[^"]*)"', pages["overview.html"].decode())}
    assert len(forms) > 5
    pages |= answered(published, {f"form-{at}": link for at, link in enumerate(sorted(forms))})
    pages |= answered(
        published,
        {"made": f"{min(forms)}&reason=because&source_url=https://x.example/", "wrong": f"{min(forms)}&reason="},
    )
    assert checked(tmp_path, pages) == []


@pytest.mark.audit
@pytest.mark.parametrize("site", SITES)
def test_every_page_of_a_site(tmp_path: Path, site: str) -> None:
    assert checked(tmp_path, SITES[site](tmp_path / "list")) == []


@pytest.mark.audit
def test_every_page_of_the_filmography(tmp_path: Path) -> None:
    order = Order(ORDER.changed, public="https://x.example/films/")
    assert checked(tmp_path, site_of(load_list(filmography_source()), order)) == []


def test_a_page_that_is_none_is_found(tmp_path: Path) -> None:
    page = b"<!doctype html><html lang=en><title>T</title><h2><footer>x</footer></h2><p><div></p>"
    assert len(checked(tmp_path, {"films/a/index.html": page})) > 1
