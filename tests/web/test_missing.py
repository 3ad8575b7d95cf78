"""What is answered where nothing is: 404, with the way to what may be meant; and all else goes on."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin

import anyio
import pytest
from anyio.from_thread import start_blocking_portal
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message

from dashboard.web.assets import FOLDER
from dashboard.web.missing import Missing
from tests.serving import Answer, Served, ask

SOLARIS = [
    ("Solaris (1972) – Soviet Space Films", "?film=solaris-1972"),
    ("Solaris (1972) – Soviet Space Filmography", "?list=filmography&film=solaris-1972"),
]
FILMOGRAPHY = [("Soviet Space Filmography", "?list=filmography")]


def meant(answer: Answer) -> list[tuple[str, str]]:
    """The titles and addresses that a page names."""
    found = re.findall(r'<li><a href="([^"]*)"><bdi>(.*?)</bdi>', answer.body.decode())
    return [(unescape(re.sub("<[^>]+>", "", title)), unescape(link)) for link, title in found]


MEANT: list[tuple[str, list[tuple[str, str]]]] = [
    ("/nothing", []),
    ("/nothing/of/the/kind/", []),
    ("/filmography", FILMOGRAPHY),
    ("/Soviet_Space_Filmography", FILMOGRAPHY),
    ("/list/soviet%20space%20filmography.html", FILMOGRAPHY),
    ("/published", [("Soviet Space Films", "?")]),
    ("/solaris-1972", SOLARIS),
    ("/films/Solaris%20(1972)/", SOLARIS),
    ("/solaris", SOLARIS),
    ("/star-pilot-1967", [("Star Pilot (1967) – Soviet Space Films", "?film=star-pilot-1967")]),
    ("/kept.0123456789abcdef0123456789abcdef", []),
    ("/%00", []),
    ("/...", []),
    ("/%FF%FE", []),
    ("/" + "x" * 5_000, []),
    ("/%3Cscript%3Ealert(1)%3C%2Fscript%3E", []),
]


@pytest.mark.parametrize(("path", "names"), MEANT, ids=[path[:40] for path, _ in MEANT])
def test_a_page_that_is_not_there_names_what_may_be_meant(
    published: str, path: str, names: list[tuple[str, str]]
) -> None:
    answer = ask(published, path)
    page = answer.body.decode()
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
    assert meant(answer) == names
    assert '<meta name="robots" content="noindex">' in page
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert (answer.headers["Cache-Control"], answer.headers["Vary"]) == ("no-store", "Accept-Language")
    assert "<script" not in page
    assert len(page) < 15_000


@pytest.mark.parametrize(
    ("path", "accepted", "heading", "first"),
    [
        ("/solaris", "en", "There is nothing at this address", SOLARIS[0]),
        (
            "/solaris",
            "ru",
            "По этому адресу ничего нет",
            ("Solaris (1972) – Советские фильмы о космосе", SOLARIS[0][1]),
        ),
        ("/filmography?lang=ru", "en", "По этому адресу ничего нет", None),
        ("/filmography?lang=xx", "en", "There is nothing at this address", FILMOGRAPHY[0]),
    ],
)
def test_it_is_in_the_visitors_language(
    published: str, path: str, accepted: str, heading: str, first: tuple[str, str] | None
) -> None:
    answer = ask(published, path, accept_language=accepted)
    page = answer.body.decode()
    assert re.findall("<title>(.*?)</title>", page) == re.findall("<h1>(.*?)</h1>", page) == [heading]
    assert meant(answer)[0] == (first or ("Советское космическое кино: фильмография", "?list=filmography&lang=ru"))
    assert ('<input type="hidden" name="lang" value="ru">' in page) is ("lang=ru" in path)


@pytest.mark.parametrize(
    "path",
    ["/solaris", "/solaris/", "/films/solaris", "/a%2Fsolaris", "/" + "a/" * 40 + "solaris"],
)
def test_its_links_lead_to_the_page_whatever_a_proxy_puts_before_it(published: str, path: str) -> None:
    page = ask(published, path).body.decode()
    base = re.findall('<base href="([^"]*)">', page)[0]
    for before in ("/list", ""):
        if base.startswith("http"):
            assert (base, path.count("/") > 20) == (f"{published}/", True)
        else:
            there = urljoin(f"https://films.example{before}{path}", base)
            assert there == f"https://films.example{before}/"


@pytest.mark.parametrize(
    "path",
    [
        "/data/films.xyz",
        "/data",
        "/data/nothing",
        "/static/nothing.js",
        "/static/js/",
        "/static",
        "/fonts/a/b",
        "/previews/none",
        "/favicon.ico",
        "/wp-login.php",
        "/.env",
        "/_stcore/nothing",
        "/_stcore/upload_file/a/b",
        "/sitemap-x.xml",
        "/index.html/nothing.js",
    ],
)
def test_a_file_that_is_not_there_is_told_in_a_line(published: str, path: str) -> None:
    answer = ask(published, path)
    assert (answer.status, answer.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert answer.body == b"There is no such file here.\n"
    assert (answer.headers["Cache-Control"], answer.headers["X-Robots-Tag"]) == ("no-store", "noindex")


@pytest.mark.parametrize("path", ["/nothing", "/data/films.xyz", "/solaris-1972/"])
def test_other_ways_to_ask(published: str, path: str) -> None:
    head, got = (ask(published, path, method) for method in ("HEAD", "GET"))
    assert (head.status, head.body, head.headers["Content-Length"]) == (404, b"", got.headers["Content-Length"])
    for method in ("POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        other = ask(published, path, method)
        assert (other.status, other.headers["Allow"]) == (405, "GET, HEAD")
    ranged = ask(published, path, range="bytes=0-9", if_none_match="*")
    assert ranged.status == 404


THERE = {
    "/": "text/html; charset=utf-8",
    "/index.html": "text/html; charset=utf-8",
    "/favicon.png": "image/png",
    "/manifest.json": "application/json",
    "/_stcore/health": "text/plain; charset=utf-8",
    "/_stcore/host-config": "application/json",
    "/health": "text/plain; charset=utf-8",
}


@pytest.mark.parametrize(("path", "kind"), THERE.items(), ids=THERE)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_is_there_is_still_there(published: str, path: str, kind: str, method: str) -> None:
    for coding in ("identity", "gzip"):
        answer = ask(published, path, method, accept_encoding=coding)
        assert (answer.status, answer.headers["Content-Type"]) == (200, kind)


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_streamlits_files_are_still_there(published: str, coding: str) -> None:
    scripts = re.findall(r'src="\./(static/js/[^"]+)"', ask(published, "/").body.decode())
    fonts = [path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.woff2")][:2]
    assert scripts
    assert fonts
    for path in (*scripts, *fonts):
        assert ask(published, f"/{path}", accept_encoding=coding).status == 200


@pytest.mark.parametrize(
    "path", ["/media/none.html", "/component/none/index.html", "/_stcore/bidi-components/none/a.js"]
)
def test_streamlit_itself_answers_what_is_its_own(published: str, path: str) -> None:
    answer = ask(published, path)
    assert answer.status == 404
    assert answer.body != b"There is no such file here.\n"


def test_the_same_without_its_list(early: Served) -> None:
    answer = ask(early.address, "/solaris")
    assert (answer.status, meant(answer)) == (404, SOLARIS_ELSEWHERE)


SOLARIS_ELSEWHERE = [
    ("Solaris (1972) – Soviet Space Films", "?list=published&film=solaris-1972"),
    SOLARIS[1],
]


def status(app: ASGIApp, path: str) -> int:
    """The status with which an app answers."""
    sent: list[Message] = []

    async def receive() -> Message:
        await anyio.sleep_forever()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": [], "scheme": "http"}
    with start_blocking_portal() as portal:
        portal.call(app, {**scope, "server": ("localhost", 80)}, receive, send)
    return int(sent[0]["status"])


@pytest.mark.parametrize("before", ["", "/list"])
def test_below_a_path_of_streamlits_own(before: str) -> None:
    async def health(_: Request) -> PlainTextResponse:
        return PlainTextResponse("ok")

    files = Mount(before or "/", app=StaticFiles(directory=FOLDER, html=True))
    app = Starlette(routes=[Route(f"{before}/_stcore/health", health), files], middleware=[Middleware(Missing)])
    paths = ("/", "/favicon.png", "/_stcore/health", "/nothing", "/_stcore/nothing", "/static/nothing.js")
    assert [status(app, before + path) for path in paths] == [200, 200, 200, 404, 404, 404]
