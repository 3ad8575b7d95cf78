"""Security headers on every answer, and whom the server refuses."""

from __future__ import annotations

import pytest
from websockets.exceptions import InvalidStatus

from tests.serving import EMBEDDING, Served, ask
from tests.visits import run_page, websocket


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/favicon.png", 200),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/health", 200),
        ("/data/films.csv", 200),
        ("/media/none.csv", 404),
        ("/component/none/index.html", 404),
        ("/_stcore/agent/mcp", 405),
        ("//etc/passwd", 400),
        ("/..%2f..%2fetc/passwd", 400),
    ],
)
def test_every_answer_has_the_headers(private: Served, path: str, status: int) -> None:
    answer = ask(private.address, path)
    assert answer.status == status
    said = {name.lower(): value for name, value in answer.headers.items()}
    assert said["x-content-type-options"] == "nosniff"
    assert said["x-frame-options"] == "DENY"
    assert said["referrer-policy"] == "same-origin"
    assert said["cross-origin-opener-policy"] == said["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in said["permissions-policy"]
    policy = dict(part.split(" ", 1) for part in said["content-security-policy"].split("; "))
    scripts = policy.pop("script-src").split()
    assert scripts[0] == "'self'"
    assert len(scripts) == 3
    assert all(each.startswith("'sha256-") for each in scripts[1:])
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": f"'self' ws://localhost:{private.port} wss://localhost:{private.port}",
        "manifest-src": "'self'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


def test_the_sites_that_are_named_may_show_it_in_a_frame(public: Served) -> None:
    answer = ask(public.address, "/")
    assert answer.headers["Content-Security-Policy"].endswith("; frame-ancestors " + " ".join(EMBEDDING))
    assert "X-Frame-Options" not in answer.headers


@pytest.mark.parametrize(
    ("host", "status", "there"),
    [
        ("localhost", 200, 200),
        ("127.0.0.1:80", 200, 200),
        ("[::1]:8501", 200, 200),
        ("films.example.org", 400, 200),
        ("FILMS.example.org:443", 400, 200),
        ("films.example.org.evil.example", 400, 400),
        ("evil.example", 400, 400),
        ("", 400, 400),
        ("a; script-src *", 400, 400),
    ],
)
def test_it_answers_under_its_own_names_only(
    private: Served, public: Served, host: str, status: int, there: int
) -> None:
    answers = [ask(running.address, "/data/films.csv", host=host) for running in (private, public)]
    assert [answer.status for answer in answers] == [status, there]
    assert all("script-src *" not in answer.headers["Content-Security-Policy"] for answer in answers)


@pytest.mark.parametrize(
    ("origin", "host", "opens"),
    [
        (None, "", True),
        ("http://localhost:{port}", "", True),
        ("https://films.example.org", "", True),
        ("https://films.example.org", "films.example.org", True),
        ("https://films.example.org:8443", "films.example.org", False),
        ("http://localhost:1", "", False),
        ("http://localhost", "", False),
        ("http://127.0.0.1:{port}", "", False),
        ("https://evil.example", "", False),
        ("https://films.example.org.evil.example", "", False),
        ("https://evil.example", "evil.example", False),
        ("null", "", False),
        ("not an origin", "", False),
    ],
)
def test_a_websocket_is_opened_by_our_own_page_only(public: Served, origin: str | None, host: str, opens: bool) -> None:
    given = origin and origin.format(port=public.port)
    before = len(public.said())
    if opens:
        with websocket(public.address, given, host) as opened:
            run_page(opened, "q=film", "1 of 2 films")
        return
    with pytest.raises(InvalidStatus) as refused, websocket(public.address, given, host):
        pass
    assert refused.value.response.status_code in (400, 403)
    said = public.said()[before:]
    assert host == "evil.example" or f"Refused a websocket of another site: {given!r}" in said
    assert "external IP" not in said
