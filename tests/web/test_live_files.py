"""The script and the style that follow the first view: packed, kept for good, and all that the live page needs."""

from __future__ import annotations

import gzip
import json
import re

import pyarrow as pa  # type: ignore[import-untyped]
import pytest

from dashboard.render.style import rules
from dashboard.web import assets
from dashboard.web.live_files import CARDS, SHEETS, addresses
from dashboard.web.pages import SHEETS as SHARED
from tests.serving import ask

ADDRESSES = {ending: address.removeprefix(".") for ending, address in addresses().items()}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(("accepted", "coding"), [("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("", None)])
@pytest.mark.parametrize(("ending", "kind"), [("js", "text/javascript"), ("css", "text/css")])
def test_a_file_is_packed_as_a_client_takes_it_and_kept_for_good(
    published: str, ending: str, kind: str, accepted: str, coding: str | None, method: str
) -> None:
    plain = ask(published, ADDRESSES[ending])
    answer = ask(published, ADDRESSES[ending], method, accept_encoding=accepted)
    assert (answer.status, answer.headers["Content-Type"]) == (200, f"{kind}; charset=utf-8")
    assert answer.headers["Content-Encoding"] == coding
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Accept-Encoding" in answer.headers["Vary"]
    assert int(answer.headers["Content-Length"]) <= len(plain.body)
    content = {
        "br": lambda: pa.Codec("brotli").decompress(answer.body, len(plain.body), asbytes=True),
        "gzip": lambda: gzip.decompress(answer.body),
        None: lambda: answer.body,
    }
    assert method == "HEAD" or content[coding]() == plain.body


@pytest.mark.parametrize(
    "name", ["page.js", "page.0123456789.js", "page.css", "..%2fpages.py", "%2fetc%2fpasswd", "%00"]
)
def test_nothing_else_is_served_there(published: str, name: str) -> None:
    assert ask(published, f"/live/{name}").status in (400, 404)


def test_the_page_names_both_before_what_makes_it_alive(published: str) -> None:
    page = ask(published, "/").body.decode()
    places = [page.index(f'"{addresses()[ending]}"') for ending in ("css", "js")]
    assert page.index('id="first-view"') < places[0] < places[1] < page.index('<script type="module"')


def test_all_scripts_that_a_page_needs_are_fetched_early_and_the_first_ones_read(published: str) -> None:
    found = re.search(r"const EARLY = (\{.*?\});", ask(published, ADDRESSES["js"]).body.decode())
    early = json.loads(found[1] if found else "{}")
    named = [each.removeprefix("./static/js/") for each in (*early["preload"], *early["modulepreload"])]
    assert sorted(named) == sorted((*assets.needed(), CARDS))
    assert early["modulepreload"] == [*(f"./static/js/{each}" for each in assets.needed(assets.FIRST)), CARDS]


def test_no_rule_is_sent_twice() -> None:
    later, first = (set(re.findall(r"[^{}]+\{[^{}]*\}", rules(*sheets))) for sheets in (SHEETS, SHARED))
    assert later & first == set()
