"""Streamlit's own files as they are sent: packed, kept for good, and only these."""

from __future__ import annotations

import gzip

import pytest

from dashboard.web import assets
from tests.serving import ask

NAMES = sorted(assets.names())
SCRIPT = next(name for name in NAMES if name.startswith("js/Html."))
STYLE = next(name for name in NAMES if name.endswith(".css"))
FONT = next(name for name in NAMES if name.endswith(".woff2"))


@pytest.mark.parametrize(
    ("name", "kind", "is_packed"),
    [
        (SCRIPT, "text/javascript; charset=utf-8", True),
        (STYLE, "text/css; charset=utf-8", True),
        (FONT, "font/woff2", False),
    ],
    ids=["script", "style", "font"],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_file_is_sent_packed_and_kept_for_good(
    published: str, name: str, kind: str, is_packed: bool, method: str
) -> None:
    answer = ask(published, f"/static/{name}", method, **{"Accept-Encoding": "gzip, deflate, br"})
    content = assets.FOLDER.joinpath("static", name).read_bytes()
    assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
    assert answer.headers.get("Content-Encoding", "") == ("gzip" if is_packed else "")
    assert answer.headers["Cache-Control"] == "public, immutable, max-age=31536000"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    if method == "GET":
        assert (gzip.decompress(answer.body) if is_packed else answer.body) == content


def test_who_does_not_unpack_gets_it_as_it_is(published: str) -> None:
    answer = ask(published, f"/static/{SCRIPT}")
    assert answer.body == assets.FOLDER.joinpath("static", SCRIPT).read_bytes()
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "js/none.12345678.js",
        "js",
        "",
        "../index.html",
        "%2e%2e/index.html",
        "js/../../index.html",
        "js%00",
        "/etc/passwd",
    ],
)
def test_no_other_file_is_sent(published: str, path: str) -> None:
    packed = ask(published, f"/static/{path}", **{"Accept-Encoding": "gzip"})
    default_list = ask(published, f"/static/{path}")
    assert packed.status == default_list.status
    assert packed.headers.get("Content-Encoding", "") in ("", "gzip")
    assert b"root:" not in packed.body


@pytest.mark.parametrize("beginning", assets.NEEDED)
def test_what_is_named_is_there(beginning: str) -> None:
    assert [name for name in assets.needed() if name.startswith(f"{beginning}.")]


def test_each_script_is_named_once_and_is_a_file() -> None:
    needed = assets.needed()
    assert len(needed) == len(set(needed)) > len(assets.NEEDED)
    assert {f"js/{name}" for name in needed} <= assets.names()


def test_what_the_first_visitor_asks_for_is_packed_before(published: str) -> None:
    assets.pack().join()
    assert {f"js/{name}" for name in assets.needed()} <= set(assets.packed)
