"""Requests that no browser sends, byte by byte: no file of the server, no header of the asker's, no long wait."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator

import pytest

from tests.serving import Served, watched

ROUTES = ("/", "/previews/published.png", "/hints/away", "/health", "/ready", "/data/films.csv", "/data/films.json")
LONG = "x" * 97_000
SECONDS = 15
"""A generous limit; each of these is answered in well under a second by a machine that has time."""


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    with watched() as running:
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
    assert (status(head) in (200, 204), body) == (True, "")


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
@pytest.mark.parametrize("path", ["/", "/hints/away", "/data/films.csv", "/previews/published.png"])
def test_no_header_is_put_in(running: Served, path: str, name: str) -> None:
    escaped = name.replace("\r\n", "%0d%0a").replace(" ", "%20")
    head, _ = answer(running, f"{path}?{escaped}=ru%0d%0aX-Put-In:%201%0d%0a%0d%0a<script>")
    assert status(head) in (200, 204)
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
        f"years={'9' * 97_000}",
        f"running_time_min={'9' * 97_000}",
        "q=" + "%20a" * 15_000,
        "&".join(f"a{n}=1" for n in range(9_000)),
        "&".join(f"open=x{n}" for n in range(8_000)),
        "&".join(["themes=rescue"] * 5_000),
        "&".join(f"pick=x{n}" for n in range(999)),
        "&" * 97_000,
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
    assert len(body) < 60_000


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


def test_none_of_it_is_an_error_in_the_log(running: Served) -> None:
    assert " ERROR " not in running.said()
