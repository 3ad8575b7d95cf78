"""What the server answers to a link before the page runs, and the page's pictures and cookie."""

from __future__ import annotations

import asyncio
import gzip
import logging
import re
import struct
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path
from threading import Event, Timer
from urllib.parse import parse_qs

import pyarrow as pa  # type: ignore[import-untyped]
import pytest
from starlette.requests import Request

from dashboard.charts.picture import picture
from dashboard.exports.head.preview import HEIGHT, WIDTH
from dashboard.i18n.languages import languages
from dashboard.lists import registry as lists
from dashboard.lists.making import make_ready
from dashboard.lists.package import ListPackage, pack
from dashboard.lists.source import ListSource
from dashboard.lists.uploads import uploads
from dashboard.query.loaded_list import LoadedList
from dashboard.render.style import FONTS, themed_style
from dashboard.settings import SURPRISE
from dashboard.web import page_routes
from dashboard.web.page_routes import PREFERS_WAIT, VARY, page, page_in_time, pictures, surprise
from dashboard.web.pages import SHEETS, script
from dashboard.web.security import inline_scripts
from tests.conftest import Choose
from tests.foreign import films, loaded_of
from tests.serving import PUBLIC, Served, ask, until
from tests.web.shown import ours


def found(page: str, pattern: str) -> str:
    match = re.search(pattern, page)
    return match[1] if match else ""


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("", "", "en"),
        ("", "ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("", "zu,en;q=0.5,ru;q=0.7", "ru"),
        ("", ";;;q=x,*", "en"),
        ("?lang=ru", "en", "ru"),
        ("?lang=en", "ru", "en"),
        ("?lang=xx", "ru", "ru"),
        ("?lang=xx", "", "en"),
        ("?lang=%22%3E%3Cscript%3E", "", "en"),
        ("?lang=ru&lang=en", "", "ru"),
        ("?list=new", "ru", "ru"),
        ("?film=solaris-1972&lang=ru", "", "ru"),
    ],
)
def test_the_pages_language(published: str, query: str, accepted: str, language: str) -> None:
    answer = ask(published, f"/{query}", accept_language=accepted)
    assert answer.status == 200
    assert found(answer.body.decode(), '<html lang="([^"]*)"') == language
    assert answer.headers["Vary"] == VARY
    assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("query", "title", "link"),
    [
        ("", "Soviet Space Films", "{here}/"),
        ("?film=solaris-1972", "Solaris (1972)", "{here}/?film=solaris-1972"),
        ("?film=none&hue=red&embed=true", "Soviet Space Films", "{here}/"),
        ("?list=filmography&years=1972", "Soviet Space Filmography", "{here}/?list=filmography&amp;years=1972"),
        ("?list=../etc/passwd", "Soviet Space Films", "{here}/"),
        ("?%FF=%FF&q=%00%0D%0A", "Soviet Space Films", "{here}/"),
        ("?list=new", "A list of films", ""),
        ("?list=kept.0123456789abcdef0123456789abcdef", "A list of films", ""),
        ("?list=link.eNoDAAAAAAE&q=secret", "A list of films", ""),
        ("?list=held.&film=secret", "A list of films", ""),
    ],
)
def test_the_preview_of_a_link(published: str, query: str, title: str, link: str) -> None:
    page = ask(published, f"/{query}").body.decode()
    assert found(page, 'property="og:title" content="([^"]*)"') == title
    assert found(page, 'property="og:url" content="([^"]*)"') == link.format(here=published)
    assert "secret" not in page


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("", []),
        ("?decade=1960s&q=mars", []),
        ("?decade=1400s", ["“1400s”"]),
        ("?hue=red&film=none", ["“hue=red”", "“none”"]),
        ("?hue=<b>", ["“hue=&lt;b&gt;”"]),
        ("?list=nowhere", ["“nowhere”"]),
        ("?hue=red&lang=ru", ["«hue=red»"]),
    ],
)
def test_what_a_link_names_in_vain_is_told_before_the_scripts(published: str, query: str, told: list[str]) -> None:
    sentences = re.findall(r'<p class="left-out">(.*?)</p>', ask(published, f"/{query}").body.decode())
    assert len(sentences) == bool(told)
    assert [part for part in told if part not in sentences[0]] == []


def test_addresses_are_public_ones_and_an_own_list_has_no_picture_of_ours(public: Served) -> None:
    own, ours = (ask(public.address, query).body.decode() for query in ("/", "/?list=published"))
    assert found(own, 'property="og:url" content="([^"]*)"') == f"{PUBLIC}/"
    assert "og:image" not in own
    assert "A &lt;x&gt;film&lt;/x&gt; (1970)" in own
    assert found(ours, 'property="og:image" content="([^"]*)"') == f"{PUBLIC}/previews/published.png"


def test_head_tells_what_get_would_and_who_has_it_is_not_sent_it_again(published: str) -> None:
    head, got = (ask(published, "/?q=mars", method, accept_encoding="gzip") for method in ("HEAD", "GET"))
    assert (head.status, head.body) == (200, b"")
    assert int(head.headers["Content-Length"]) == int(got.headers["Content-Length"]) == len(got.body)
    assert head.headers["Content-Encoding"] == got.headers["Content-Encoding"] == "gzip"
    again = ask(published, "/?q=mars", accept_encoding="gzip", if_none_match=got.headers["ETag"])
    assert (again.status, again.body, again.headers["Vary"]) == (304, b"", VARY)
    for more in ({"accept_encoding": "gzip", "accept_language": "ru"}, {"accept_encoding": "gzip, br"}, {}):
        assert ask(published, "/?q=mars", if_none_match=got.headers["ETag"], **more).status == 200
    assert ask(published, "/", "POST").status == 405


def test_only_the_scripts_that_are_in_the_page_may_run(published: str) -> None:
    answer = ask(published, "/?film=solaris-1972")
    hashes = re.findall("'sha256-[^']+'", answer.headers["Content-Security-Policy"])
    named = [*inline_scripts(answer.body.decode()), *inline_scripts(script("progress"))]
    assert hashes == named
    assert len(hashes) == answer.body.count(b"<script>") + 1 == 2


SMALL = 45_000
"""Bytes of a packed answer."""
VIEWS = {
    "plain": "",
    "named": "list=published",
    "filmography": "list=filmography",
    "most statements": "film=the-sky-beckons-1959&colour=destination",
    "most statements, searched": "film=the-sky-beckons-1959&colour=destination&q=space",
    "a film, coloured": "list=filmography&film=guest-from-the-future-1984&colour=kind",
    "many values": "list=filmography&colour=destination",
    "sorted": "sort=title&sort=year-desc",
    "filtered": "list=filmography&years=1957-1991&studio=Mosfilm&type=feature",
    "searched": "q=space",
    "a gallery": "list=filmography&view=gallery",
    "a table": "list=filmography&view=table",
    "opened": "open=solaris-1972&open=star-pilot-1967&open=the-sky-beckons-1959",
    "shortlisted": "pick=solaris-1972&pick=star-pilot-1967&pick=the-last-flight-1993&film=solaris-1972",
}


def unpacked(content: bytes | memoryview, length: int) -> bytes:
    text: bytes = pa.Codec("brotli").decompress(content, length, asbytes=True)
    return text


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("query", VIEWS.values(), ids=VIEWS)
def test_a_first_view_is_small_with_its_timeline_where_it_may_be_packed(
    choose: Choose, query: str, language: str
) -> None:
    choose()
    asked = f"{query}&lang={language}".lstrip("&")
    shown = ours(parse_qs(query), parse_qs(query).get("list", ["published"])[0], languages()[language])
    assert picture(shown.loaded, shown.language, shown.has_history_track)
    plain, packed, smaller = (page(request(asked, accept_encoding=coding)) for coding in ("", "gzip", "gzip, br"))
    assert gzip.decompress(packed.body) == unpacked(smaller.body, len(plain.body)) == bytes(plain.body)
    assert [each.headers.get("Content-Encoding") for each in (plain, packed, smaller)] == [None, "gzip", "br"]
    assert len({each.headers["ETag"] for each in (plain, packed, smaller)}) == 3
    assert re.search(rb'<div class="timeline">\s*<svg', plain.body)
    assert len(smaller.body) < len(packed.body) < SMALL


def request(query: str, **headers: str) -> Request:
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": named}
    return Request({**scope, "server": ("localhost", 80), "scheme": "http"})


def answered(query: str) -> str:
    until(lambda: lists.waiting() is None, 60)
    asked = request(query)
    return bytes(page(asked).body).decode()


def test_a_list_that_cannot_be_read_does_not_cost_the_page(choose: Choose, tmp_path: Path) -> None:
    choose(list_path=tmp_path / "gone.csv")
    page = answered("q=mars")
    assert found(page, 'property="og:title" content="([^"]*)"') == "A list of films"
    assert '<div id="root">' in page


def status_in_time(asked: Request) -> int:
    """How a request is answered in the end, asked in a thread of its own: the loop of a browser may run in this one."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(lambda: asyncio.run(page_in_time(asked))).result().status_code


def test_who_prefers_to_wait_is_answered_once_the_list_is_there(
    choose: Choose, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on, path = Event(), tmp_path / "films.csv"
    path.write_text(films(3), encoding="utf-8")

    def made_in_time(source: ListSource) -> LoadedList:
        may_go_on.wait(60)
        return make_ready(source)

    monkeypatch.setattr("dashboard.lists.registry.make_ready", made_in_time)
    choose(list_path=path)
    assert status_in_time(request("")) == 503
    monkeypatch.setattr(page_routes, "WAIT", 0)
    assert status_in_time(request("", prefer=PREFERS_WAIT)) == 503
    monkeypatch.setattr(page_routes, "WAIT", 60)
    Timer(0.2, may_go_on.set).start()
    assert status_in_time(request("", prefer=PREFERS_WAIT)) == 200


def test_the_page_that_waits_asks_as_the_server_reads_it() -> None:
    assert "Prefer: `wait=${EVERY / 1000}`" in script("progress")
    assert "EVERY = 1000;" in script("progress")
    assert PREFERS_WAIT == "wait=1"


class Viewer:
    """A session that looks at a list."""


def test_a_visitors_list_is_shown_while_somebody_looks_at_it_and_told_to_nobody(choose: Choose, tmp_path: Path) -> None:
    choose(keep_in=tmp_path)
    me, text = Viewer(), films(60)
    packed = pack(ListPackage("My films", {"films.csv": text.encode()}))
    name = uploads().add("server", packed, loaded_of(text), me).name
    shown = answered(f"list={name}")
    assert found(shown, '<div role="status"><h2>([^<]*)<') == "60 of 60 films"
    assert found(shown, "<title>([^<]*)<") == "A list of films"
    assert '<meta name="robots" content="noindex">' in shown
    assert not re.search(r'og:url|rel="canonical"|ld\+json|data/films', shown)
    assert page(request(f"list={name}")).headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("name", ["kept." + "A" * 32, "link.x", "held.1", "new"])
def test_a_list_that_is_not_at_hand_is_opened_by_the_live_page(choose: Choose, tmp_path: Path, name: str) -> None:
    choose(keep_in=tmp_path)
    shown = answered(f"list={name}")
    assert "The list of this link is being opened" in shown
    assert '<div id="root">' in shown


def test_a_long_list_is_told_as_it_is_filtered(choose: Choose, tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(films(5_001), encoding="utf-8")
    choose(list_path=path)
    page = answered("years=1950-1960&sort=title")
    assert re.search(r"\d+ of 5,001 films · 1950–1960", found(page, 'property="og:description" content="([^"]*)"'))
    assert found(page, 'property="og:url" content="([^"]*)"').endswith("/?years=1950-1960&amp;sort=title")


def test_whatever_fails_costs_the_preview_only(
    choose: Choose, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    choose(public_url="https://films.example.org/")
    monkeypatch.setattr("dashboard.web.page_routes.parse", lambda *_: 1 / 0)
    with caplog.at_level(logging.ERROR, "dashboard"):
        page = answered("q=mars")
    assert "<title>Streamlit</title>" in page
    assert themed_style(FONTS, *SHEETS) in page
    assert [record.getMessage() for record in caplog.records] == ["No preview of a link"]


@pytest.mark.parametrize("name", ["published", "filmography"])
def test_the_picture_of_a_list(published: str, name: str) -> None:
    answer = ask(published, f"/previews/{name}.png")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/png")
    assert struct.unpack(">II", answer.body[16:24]) == (WIDTH, HEIGHT)
    assert answer.headers["Cache-Control"] == "public, max-age=86400"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = ask(published, f"/previews/{name}.png", if_none_match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert len(answer.body) < 300_000


@pytest.mark.parametrize("name", ["none", "..%2fpublished", "published.png", ""])
def test_there_is_no_other_picture(published: str, name: str) -> None:
    answer = ask(published, f"/previews/{name}.png")
    assert answer.headers["Content-Type"] != "image/png"
    assert set(pictures()) == {"published", "filmography"}


def test_the_hints_are_put_away_by_a_cookie_for_this_dashboard_only(published: str, public: Served) -> None:
    for address, path, secure in ((published, "/", ""), (public.address, "/list/", True)):
        answer = ask(address, "/hints/away")
        assert (answer.status, answer.body, answer.headers["Cache-Control"]) == (204, b"", "no-store")
        cookie = SimpleCookie(answer.headers["Set-Cookie"])["hints"]
        assert (cookie.value, cookie["path"], cookie["samesite"], cookie["secure"]) == ("away", path, "lax", secure)
        assert cookie["httponly"] is True
        assert int(cookie["max-age"]) == 365 * 24 * 3600


@pytest.mark.parametrize(
    ("query", "films", "kept"),
    [
        ("", 10, {}),
        ("destination=Mars&sort=year&lang=ru", 2, {"destination": ["Mars"], "sort": ["year"], "lang": ["ru"]}),
        ("destination=Mars&film=star-pilot-1967", 1, {"destination": ["Mars"]}),
        ("q=nothing+of+the+kind", 0, {"q": ["nothing of the kind"]}),
        ("list=filmography&decade=1930s", 1, {"list": ["filmography"], "decade": ["1930s"]}),
        ("list=new", 0, {}),
        ("list=kept.x", 0, {}),
        ("list=https%3A%2F%2Fevil.example%2F", 10, {}),
        ("%0d%0aSet-Cookie:a=b", 10, {}),
    ],
)
def test_a_film_by_chance_is_one_of_those_of_the_view(query: str, films: int, kept: dict[str, list[str]]) -> None:
    for name in lists.names():
        lists.watched(name).reading().wait(None)
    place = {"scheme": "http", "server": ("localhost", 80), "path": f"/{SURPRISE}", "root_path": "", "headers": []}
    found: set[str] = set()
    for _ in range(300):
        answer = surprise(Request({"type": "http", "method": "GET", "query_string": query.encode(), **place}))
        assert (answer.status_code, answer.headers["Cache-Control"]) == (303, "no-store")
        assert answer.headers["Location"].startswith("./")
        read = parse_qs(answer.headers["Location"].removeprefix("./?"))
        found |= {*read.pop("film", ())}
        assert read == kept
    assert len(found) == films
    assert films > 1 or "star-pilot-1967" not in found
