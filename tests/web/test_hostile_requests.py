"""Requests that no browser sends, byte by byte: no file of the server, no header of the asker's, no long wait."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.serving import Served, ask, watched
from tests.tables import sampled

ROUTES = (
    "/",
    "/previews/published.png",
    "/hints/away",
    "/surprise",
    "/health",
    "/ready",
    "/data/films.csv",
    "/data/films.json",
)
MOST = 60_000
"""Characters of a link that uvicorn takes, however it arrives: at most 64 KiB wait for the end of a request's head."""
LONG = "x" * MOST
SECONDS = 15
"""A generous limit; each of these is answered in well under a second by a machine that has time."""


CLIENTS = re.compile(r"\S+ \S+ WARNING Refused a websocket of another site: .*|Invalid HTTP request .*|Unsupported .*")
"""The lines of a log that clients may cause."""


@contextmanager
def unshaken(server: Served) -> Iterator[Served]:
    """A server whose log gets no line that clients may not cause, and each as a whole."""
    before = len(said_by_clients(server))
    yield server
    assert [line for line in said_by_clients(server)[before:] if not CLIENTS.fullmatch(line)] == []


@pytest.fixture
def running(private: Served) -> Iterator[Served]:
    with unshaken(private) as running:
        yield running


def answer(running: Served, target: str, method: str = "GET", headers: str = "Host: localhost\r\n") -> tuple[str, str]:
    """The head and the body of an answer to what is sent as it stands."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=SECONDS) as asked:
        asked.sendall(f"{method} {target} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n".encode("latin-1"))
        with asked.makefile("rb") as read:
            head, _, body = read.read().decode("latin-1").partition("\r\n\r\n")
    return head, body


def status(head: str) -> int:
    return int(head.split(" ", 2)[1])


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND"])
def test_nothing_is_changed_by_any_method(running: Served, path: str, method: str) -> None:
    head, _ = answer(running, path, method)
    assert status(head) == 405
    assert "set-cookie" not in head.lower()
    assert "\r\ncontent-security-policy: " in head


@pytest.mark.parametrize("path", ROUTES)
def test_head_has_no_body(running: Served, path: str) -> None:
    head, body = answer(running, path, "HEAD")
    assert (status(head) in (200, 204, 303), body) == (True, "")


@pytest.mark.parametrize(
    "path",
    [
        "/previews/..%2f..%2fapp.py.png",
        "/previews/%2e%2e/%2e%2e/app.png",
        "/previews/../../icon.svg",
        "/previews/published%00.png",
        "/previews/%ff.png",
        "/previews//published.png",
        "/previews/C:%5cfilms.png",
        "/static/..%2f..%2f..%2f..%2fetc/passwd",
        "/static/../../../../etc/passwd",
        "/static/%252e%252e/%252e%252e/etc/passwd",
        "/media/../../etc/passwd",
        "/fonts/../app.py",
        "/fonts/..%2f..%2fapp.py",
        "/fonts/%2fetc%2fpasswd",
        "/app/static/../app.py",
        "/hints/../data/films.csv",
        "/data/../server.py",
        "/data/films.csv/",
        "/%5cevil.example/",
        "/.//evil.example/",
        "//evil.example/",
        "/%09/evil.example/",
        "/%00",
        "/?\xff=\xff",
    ],
)
def test_no_path_leads_to_a_file(running: Served, path: str) -> None:
    head, body = answer(running, path)
    assert status(head) in (200, 301, 400, 404), head
    assert status(head) != 301 or re.search(r"\r\nlocation: /[^/\\]", head)
    assert "root:" not in body
    assert "import" not in body.replace("@import", "") or "<!doctype html>" in body.lower()


@pytest.mark.parametrize("name", ["lang", "list", "film", "q", "years", "open", "pick", "c.x", "x\r\nSet-Cookie: a"])
@pytest.mark.parametrize("path", ["/", "/hints/away", "/surprise", "/data/films.csv", "/previews/published.png"])
def test_no_header_is_put_in(running: Served, path: str, name: str) -> None:
    escaped = name.replace("\r\n", "%0d%0a").replace(" ", "%20")
    head, _ = answer(running, f"{path}?{escaped}=ru%0d%0aX-Put-In:%201%0d%0a%0d%0a<script>")
    assert status(head) in (200, 204, 303)
    names = {line.partition(":")[0].lower() for line in head.split("\r\n")[1:]}
    assert "x-put-in" not in names
    assert ("set-cookie" in names) is (path == "/hints/away")


@pytest.mark.parametrize("lists", ["list=published", "list=filmography", "list=new", "list=kept.x", "list=none"])
@pytest.mark.parametrize("name", ["q", "film", "destination", "lang", "list", "x"])
def test_what_is_sent_comes_back_as_text_only(running: Served, lists: str, name: str) -> None:
    head, body = answer(running, f"/?{lists}&{name}=%22%3E%3C/noscript%3E%3Cscript%3Ealert(1)%3C/script%3E%27")
    assert status(head) == 200
    assert "<script>alert" not in body
    assert len(re.findall("</noscript>", body)) == 1
    assert "'\"" not in re.sub(r"<script>.*?</script>", "", body, flags=re.DOTALL)


@pytest.mark.parametrize(
    "query",
    [
        f"q={LONG}",
        f"film={LONG}",
        f"lang={LONG}",
        f"list={LONG}",
        f"list=link.{LONG}",
        f"years={'9' * MOST}",
        f"running_time_min={'9' * MOST}",
        "q=" + "%20a" * 14_000,
        "&".join(f"a{n}=1" for n in range(6_500)),
        "&".join(f"open=x{n}" for n in range(5_000)),
        "&".join(["themes=rescue"] * 4_000),
        "&".join(f"pick=x{n}" for n in range(999)),
        "&" * MOST,
    ],
    ids=[
        *("a search", "a film", "a language", "a list", "a list in the link", "years", "a range", "words"),
        *("parameters", "cards", "values", "a shortlist", "nothing"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/data/films.json"])
def test_a_giant_link_is_answered(running: Served, path: str, query: str) -> None:
    head, body = answer(running, f"{path}?{query}")
    assert status(head) == (404 if "list=link." in query and path != "/" else 200)
    assert len(head) < 5_000
    assert len(body) < 250_000


@pytest.mark.parametrize(
    "headers",
    [
        "Host: localhost\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript\r\n",
        "Host: localhost\r\nForwarded: host=evil.example\r\nX-Forwarded-Prefix: /evil.example\r\n",
        "Host: localhost\r\nX-Original-URL: /evil.example\r\nReferer: http://evil.example\r\n",
        "Host: localhost:99999\r\n",
        "Host: localhost:evil.example\r\n",
        'Host: localhost:80"><script>evil.example\r\n',
        "Host: localhost@evil.example\r\n",
        "Host: localhost/evil.example\r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
        "Host: evil.example\r\n",
        "",
    ],
)
@pytest.mark.parametrize("path", ["/?film=solaris-1972", "/data/films.json", "/hints/away"])
def test_the_asker_does_not_say_where_this_is(running: Served, path: str, headers: str) -> None:
    head, body = answer(running, path, headers=headers)
    assert status(head) in (200, 204, 400)
    if status(head) != 400:
        assert "evil.example" not in head + body
        assert "javascript:" not in body


@pytest.mark.parametrize(
    "accepted", ["ru;q=" + "9" * 50_000, "a," * 20_000, "x-" * 20_000, "ru;q=nan,en;q=inf", "\xff"]
)
def test_any_wish_for_a_language_is_answered(running: Served, accepted: str) -> None:
    head, body = answer(running, "/", headers=f"Host: localhost\r\nAccept-Language: {accepted}\r\n")
    assert (status(head), '<html lang="' in body) == (200, True)


NONSENSE = {
    "a bracket": "http://[",
    "half an address": "http://[::1",
    "the other bracket": "http://]",
    "a bracket inside": "http://a]b",
    "no scheme": "//[",
    "no address": "http://[zz]",
    "a port too high": "http://a:99999",
    "no port": "http://a:b",
    "latin-1": "\xff",
    "half an escape": "%",
    "a letter that is read as a path": "http://\xe2\x84\x80",
    "nothing": "",
    "a blank": " ",
    "commas": ",,,",
    "quotes": "\"'",
    "semicolons": ";=;",
    "null": "null",
    "a number": "-1",
    "very long": "x" * 30_000,
}
UPGRADE = (
    "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Version: 13\r\n"
)
TARGETS = {"/": "", "/data/films.json": "", "/favicon.png": "", "/_stcore/stream": UPGRADE}


def first_line(running: Served, *parts: str) -> str:
    """How an answer begins to what is sent in parts, each once the server has had time for the one before."""
    with socket.create_connection(("127.0.0.1", running.port), timeout=SECONDS) as asked:
        for at, part in enumerate(parts):
            if at:
                ask(running.address, "/health")
            asked.sendall(part.encode("latin-1"))
        with asked.makefile("rb") as read:
            return read.readline().decode("latin-1")


@pytest.fixture(scope="module", params=[("--address", "0.0.0.0"), ("--public-url", "https://films.example.org/")])
def under_any_name(request: pytest.FixtureRequest) -> Iterator[Served]:
    """Dashboards that answer under any name, and under a public one."""
    with watched(*request.param) as running:
        yield running


@pytest.fixture
def any_server(under_any_name: Served) -> Iterator[Served]:
    with unshaken(under_any_name) as running:
        yield running


def said_by_clients(running: Served) -> list[str]:
    """The lines of a log that are not about its lists."""
    return [line for line in running.said().splitlines() if line.strip() and not re.search("INFO List|Ctrl-C", line)]


def answered_with_nonsense(running: Served, name: str) -> None:
    before, wrong = len(said_by_clients(running)), {}
    for called, value in NONSENSE.items():
        for target, more in TARGETS.items():
            headers = f"{name}: {value}\r\n" + ("" if name == "Host" else "Host: localhost\r\n") + more
            line = first_line(running, f"GET {target} HTTP/1.1\r\n{headers}\r\n")
            if not re.match(r"HTTP/1.1 [1-4]\d\d ", line):
                wrong[called, target] = line
    assert wrong == {}
    assert len(said_by_clients(running)) - before <= len(NONSENSE) * len(TARGETS)


@pytest.mark.audit
@pytest.mark.parametrize("name", ["Origin", "Host"])
def test_any_name_of_a_site_has_a_status_and_a_line_at_most(any_server: Served, name: str) -> None:
    answered_with_nonsense(any_server, name)


@pytest.mark.parametrize(
    "name",
    sampled(
        [
            *("Origin", "Host", "Cookie", "Accept-Language", "Accept-Encoding", "If-None-Match", "If-Modified-Since"),
            *("If-Range", "Range"),
            *("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "Referer", "Authorization"),
            *("Content-Type", "Content-Length", "Transfer-Encoding", "Expect", "Connection", "X-Xsrftoken"),
            *("Sec-WebSocket-Protocol", "Sec-WebSocket-Extensions", "Access-Control-Request-Method"),
        ]
    ),
)
def test_any_header_has_a_status_and_a_line_at_most(running: Served, name: str) -> None:
    answered_with_nonsense(running, name)


@pytest.mark.audit
@pytest.mark.parametrize("value", NONSENSE.values(), ids=NONSENSE)
def test_a_websocket_whose_origin_is_its_host_has_a_status(any_server: Served, value: str) -> None:
    host = value.rpartition("/")[2]
    for origin in (value, f"http://{host}"):
        headers = f"Host: {host}\r\nOrigin: {origin}\r\n{UPGRADE}"
        assert re.match(
            r"HTTP/1.1 [1-4]\d\d ", first_line(any_server, f"GET /_stcore/stream HTTP/1.1\r\n{headers}\r\n")
        )


@pytest.mark.parametrize("target", ["/_stcore/stream?" + "x" * 30_000, "/_stcore/stream?%", "/_stcore/%ff%00", "/none"])
@pytest.mark.parametrize("more", ["", "".join(f"X-{at}: a\r\n" for at in range(300))], ids=["", "300 headers"])
def test_any_websocket_has_a_status(running: Served, target: str, more: str) -> None:
    line = first_line(running, f"GET {target} HTTP/1.1\r\nHost: localhost\r\n{UPGRADE}{more}\r\n")
    assert re.match(r"HTTP/1.1 [1-4]\d\d ", line)


@pytest.mark.parametrize(
    "query", ["%", "%ff", "%00", "%c3%28", "a=%zz", "&&&", "=", "?=?", "#", ";", "list=%00", "film=%ff"]
)
@pytest.mark.parametrize("path", ["/", "/data/films.csv", "/hints/away", "/surprise"])
def test_any_query_is_answered(running: Served, path: str, query: str) -> None:
    assert status(answer(running, f"{path}?{query}")[0]) in (200, 204, 303)


CHUNKED = "HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
FORM = "Content-Type: multipart/form-data; boundary=x\r\n"


@pytest.mark.parametrize(
    "parts",
    [
        (f"POST / {CHUNKED}zz\r\n",),
        (f"GET / {CHUNKED}zz\r\n",),
        (f"POST / {CHUNKED}3\r\nabc\r\n", "zz\r\n"),
        (f"GET /data/films.csv {CHUNKED}3\r\nabc\r\n", "zz\r\n"),
        (f"PUT /_stcore/upload_file/a/b {CHUNKED}3\r\nabc\r\n", "zz\r\n"),
        (f"PUT /_stcore/upload_file/a/b HTTP/1.1\r\nHost: localhost\r\n{FORM}Content-Length: 100\r\n\r\n--x\r\n",),
        (f"PUT /_stcore/upload_file/%ff/%00 HTTP/1.1\r\nHost: localhost\r\n{FORM}Content-Length: 2\r\n\r\n--",),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nabcdef\r\n\r\n",),
        ("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n\x00\x01\r\n\r\n",),
        ("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",),
        ("\x16\x03\x01\x02\x00\r\n\r\n",),
        ("GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n",),
        ("OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",),
    ],
)
def test_any_bytes_have_a_status_and_a_line_at_most(running: Served, parts: tuple[str, ...]) -> None:
    before = len(said_by_clients(running))
    assert re.match(r"HTTP/1.1 [2-4]\d\d ", first_line(running, *parts))
    ask(running.address, "/health")
    assert said_by_clients(running)[before + 1 :] == []
