"""What crawlers may read, and which pages they are told of."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from starlette.requests import Request
from starlette.responses import Response

from dashboard.exports.head.preview import translations
from dashboard.i18n.languages import languages
from dashboard.lists import registry as lists
from dashboard.query.result import address
from dashboard.query.view import View
from dashboard.web import crawlers
from tests.conftest import Choose
from tests.serving import PUBLIC, Served, ask
from tests.work import Work

SITEMAP = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}
HERE = "http://localhost/"


def asked(number: int | None = None, method: str = "GET", **headers: str) -> Response:
    named = [(b"host", b"localhost"), *((name.encode(), value.encode()) for name, value in headers.items())]
    scope = {"type": "http", "method": method, "path": "/", "query_string": b"", "headers": named, "scheme": "http"}
    return crawlers.sitemap(Request({**scope, "path_params": {} if number is None else {"number": number}}))


def pages(answer: Response) -> list[dict[str, str]]:
    """The pages of a sitemap, each with its address under "" and those of its languages."""
    root = ElementTree.fromstring(bytes(answer.body))
    return [
        {
            "": url.findtext("loc", namespaces=SITEMAP) or "",
            **{each.attrib["hreflang"]: each.attrib["href"] for each in url.findall("xhtml:link", SITEMAP)},
        }
        for url in root.findall("url", SITEMAP)
    ]


def expected(*views: View) -> list[dict[str, str]]:
    return [{"": address(view, HERE), **dict(translations(view, HERE))} for view in views]


def cards(name: str) -> list[View]:
    lists.watched(name).reading().over.wait(60)
    ids = lists.open_list(name).index.frame["id"]
    default = lists.names()[0]
    shown = "" if name == default else name
    return [View(shown), *(View(shown, film=film) for film in ids)]


def test_the_sitemap_names_every_list_and_every_film_in_every_language() -> None:
    views = [*cards("published"), *cards("filmography")]
    assert len(views) == 10 + 53 + 2
    found = pages(asked())
    assert found == expected(*views)
    assert all(set(page) == {"", "x-default", *languages()} and page[""] == page["x-default"] for page in found)
    assert pages(asked(1)) == found


ODD = ("a&b", "<i>", "'\"", "ю/ё?", "film", "a+b%20c#d", "]]>")


@pytest.fixture
def odd(choose: Choose, tmp_path: Path) -> None:
    path = tmp_path / "films.csv"
    rows = [f'"{name.replace(chr(34), chr(34) * 2)}",A{at}' for at, name in enumerate(ODD)]
    path.write_text("\n".join(("id,title", *rows)), encoding="utf-8")
    choose(list_path=path)


@pytest.mark.usefixtures("odd")
def test_any_id_is_written_as_links_write_it() -> None:
    views = [*cards("own"), *cards("published"), *cards("filmography")]
    assert tuple(view.film for view in views[1:8]) == ODD
    assert pages(asked()) == expected(*views)


@pytest.mark.usefixtures("odd")
@pytest.mark.parametrize("most", [1, 7, 8, 9, 60])
def test_a_long_sitemap_is_an_index_of_files(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    views = [*cards("own"), *cards("published"), *cards("filmography")]
    monkeypatch.setattr(crawlers, "PAGES_A_FILE", most)
    root = ElementTree.fromstring(bytes(asked().body))
    files = [each.text for each in root.iterfind("sitemap/loc", SITEMAP)]
    assert files == [f"{HERE}sitemap-{at + 1}.xml" for at in range(-(-len(views) // most))]
    assert [page for at in range(len(files)) for page in pages(asked(at + 1))] == expected(*views)
    assert [asked(number).status_code for number in (0, len(files) + 1)] == [404, 404]


def test_an_address_that_is_too_long_is_left_out(choose: Choose, tmp_path: Path) -> None:
    path = tmp_path / "films.csv"
    path.write_text(f"id,title\n{'𝄞' * 199},A\n{'ю' * 199},B\n", encoding="utf-8")
    choose(list_path=path)
    _, _, short, *_ = cards("own")
    cards("published"), cards("filmography")
    assert pages(asked())[1][""] == address(short, HERE)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("long") / "films.csv"
    path.write_text("title\n" + "".join(f"Film {number}\n" for number in range(2_001)), encoding="utf-8")
    return path


def test_a_file_costs_what_it_holds_however_long_the_list(
    long: Path, choose: Choose, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crawlers, "PAGES_A_FILE", 500)
    choose(list_path=long)
    for name in lists.names():
        cards(name)
    asked(1)
    with Work() as first:
        answer = asked(1)
    with Work() as last:
        assert len(pages(asked(5))) == 2_001 + 1 + 11 + 54 - 4 * 500
    with Work() as index:
        assert asked().body.count(b"<sitemap>") == 5
    with Work() as known:
        again = asked(1, **{"if-none-match": answer.headers["ETag"]})
    assert (again.status_code, again.body) == (304, b"")
    assert max(last.calls, index.calls, known.calls) < first.calls / 3


def test_a_list_that_cannot_be_read_is_left_out(choose: Choose, tmp_path: Path) -> None:
    views = [*cards("published"), *cards("filmography")]
    choose(list_path=tmp_path / "gone.csv")
    assert [page[""] for page in pages(asked())] == [
        address(view.with_list("published") if view == View() else View(view.list or "published", film=view.film), HERE)
        for view in views
    ]


def test_its_headers_are_those_of_the_data(published: str) -> None:
    head, got = (ask(published, "/sitemap.xml", method) for method in ("HEAD", "GET"))
    assert (got.status, got.headers["Content-Type"]) == (200, "application/xml")
    assert (head.status, head.body, head.headers["ETag"]) == (200, b"", got.headers["ETag"])
    assert (got.headers["Cache-Control"], {*got.headers["Vary"].split(", ")}) == ("no-cache", {"Accept-Encoding"})
    again = ask(published, "/sitemap.xml", if_none_match=got.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert {ask(published, path, "POST").status for path in ("/sitemap.xml", "/robots.txt", "/sitemap-1.xml")} == {405}
    assert [ask(published, f"/sitemap-{name}.xml").status for name in ("0", "2", "9" * 4_000, "x", "-1")] == [404] * 5


def test_while_a_list_is_prepared_there_is_none_yet(early: Served) -> None:
    answer = ask(early.address, "/sitemap.xml")
    assert (answer.status, answer.headers["Cache-Control"]) == (503, "no-store")
    assert int(answer.headers["Retry-After"]) > 0
    assert ask(early.address, "/robots.txt").status == 200


def fits(rule: str, path: str) -> bool:
    pattern = "".join(".*" if each == "*" else re.escape(each) for each in rule)
    return re.match(pattern, path) is not None


def may_read(robots: str, path: str) -> bool:
    """Whether a crawler may read an address, as RFC 9309 says it."""
    rules = re.findall(r"^(Allow|Disallow): (.+)$", robots, re.MULTILINE)
    most = max(((len(rule), kind == "Allow") for kind, rule in rules if fits(rule, path)), default=(0, True))
    return most[1]


MAY = {
    "/": True,
    "/?lang=ru": True,
    "/?film=solaris-1972": True,
    "/?film=solaris-1972&lang=ru": True,
    "/?page=2&lang=en": True,
    "/?list=filmography": True,
    "/?list=filmography&lang=ru": True,
    "/?list=filmography&page=3": True,
    "/?list=filmography&film=solaris-1972&lang=ru": True,
    "/static/js/index.js": True,
    "/fonts/a.woff2": True,
    "/previews/published.png": True,
    "/sitemap-1.xml": True,
    "/data/films.csv": False,
    "/data/films.json?list=filmography": False,
    "/?q=mars": False,
    "/?destination=Mars&lang=ru": False,
    "/?list=filmography&years=1972": False,
    "/?list=filmography&years=1972&film=solaris-1972&lang=ru": False,
    "/?list=filmography&page=2&film=solaris-1972": False,
    "/?page=2&film=solaris-1972&lang=ru": False,
    "/?film=solaris-1972&pick=solaris-1972": False,
    "/?film=solaris-1972&pick=solaris-1972&lang=ru": False,
    "/?embed=true&film=solaris-1972": False,
    "/?list=new": False,
    "/?list=kept.0123": False,
    "/?list=link.eNoD&film=a&lang=ru": False,
    "/?list=held.": False,
}


@pytest.mark.parametrize(("path", "may"), MAY.items(), ids=MAY)
def test_what_a_crawler_may_read(published: str, path: str, may: bool) -> None:
    robots = ask(published, "/robots.txt").body.decode()
    assert may_read(robots, path) is may
    if "*" not in robots.split(path)[0] and "&" not in path:
        parser = RobotFileParser()
        parser.parse(robots.splitlines())
        assert parser.can_fetch("Anyone", path) is may


def test_every_page_of_the_sitemap_may_be_read(published: str, public: Served) -> None:
    for where, here in ((published, published), (public.address, PUBLIC.removesuffix("/list"))):
        robots = ask(where, "/robots.txt").body.decode()
        sitemap = ask(where, "/sitemap.xml").body.decode()
        links = [link.replace("&amp;", "&") for link in re.findall(r'(?:<loc>|href=")([^"<]+)', sitemap)]
        assert len(links) == len(set(links)) * 4 // 3 > 200
        assert [link for link in links if not may_read(robots, link.removeprefix(here))] == []


def test_the_addresses_are_the_public_ones(published: str, public: Served) -> None:
    own, ours = (ask(address, "/robots.txt") for address in (public.address, published))
    assert (own.headers["Content-Type"], own.headers["Cache-Control"]) == (
        "text/plain; charset=utf-8",
        "public, max-age=3600",
    )
    assert own.body.decode().splitlines()[-1] == f"Sitemap: {PUBLIC}/sitemap.xml"
    assert ours.body.decode().splitlines()[-1] == f"Sitemap: {published}/sitemap.xml"
    text = own.body.decode()
    assert "\nDisallow: /list/data/\n" in text
    assert may_read(text, "/list/?list=published&film=solaris-1972")
    assert not may_read(text, "/list/?list=kept.0123")
    assert (
        f"<loc>{PUBLIC}/?list=published&amp;film=solaris-1972</loc>"
        in ask(public.address, "/sitemap.xml").body.decode()
    )
