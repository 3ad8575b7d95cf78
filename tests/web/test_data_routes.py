"""What the server answers beside the page: health, readiness, and the films of a view."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from starlette.requests import Request

from dashboard.charts import fonts
from dashboard.web.data_routes import IGNORED, LONGEST_IGNORED, ready
from tests.conftest import Choose
from tests.serving import PUBLIC, Served, ask


@pytest.mark.parametrize(("path", "says"), [("/health", "ok\n"), ("/ready", "Soviet Space Films is ready\n")])
def test_it_is_well(published: str, path: str, says: str) -> None:
    answer = ask(published, path)
    assert (answer.status, answer.body.decode()) == (200, says)
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize("face", fonts.faces(), ids=lambda face: face.path.stem)
def test_a_font_is_kept_for_good(published: str, face: fonts.Face) -> None:
    answer = ask(published, f"/{face.address}")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "font/woff2")
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.body.startswith(b"wOF2")


@pytest.mark.parametrize("name", ["sofia-sans-latin.woff2", "sofia-sans-OFL.txt", "..%2Ftheme.py"])
def test_only_the_fonts_are_served_there(published: str, name: str) -> None:
    assert ask(published, f"/fonts/{name}").status in (400, 404)


def test_it_is_not_ready_without_its_list(choose: Choose, tmp_path: Path) -> None:
    choose(list_path=tmp_path / "gone.csv")
    scope = {"type": "http", "headers": []}
    answer = ready(Request(scope))
    assert answer.status_code == 503
    assert bytes(answer.body).decode().startswith("gone.csv: the file cannot be read (No such file or directory).")


FILTERED: list[tuple[str, tuple[str, int], str]] = [
    ("", ("soviet-space-films", 10), ""),
    ("q=mars", ("soviet-space-films-3-of-10", 3), ""),
    ("years=1960-1969", ("soviet-space-films-1-of-10", 1), ""),
    ("destination=mars&view=table&page=1", ("soviet-space-films-2-of-10", 2), ""),
    ("themes=rescue&themes=adventure&all=themes", ("soviet-space-films-1-of-10", 1), ""),
    ("q=nothing+of+the+kind", ("soviet-space-films-0-of-10", 0), ""),
    ("list=filmography", ("soviet-space-filmography", 53), ""),
    ("list=filmography&years=1972", ("soviet-space-filmography-5-of-53", 5), ""),
    ("list=own", ("soviet-space-films", 10), "list=own"),
    ("list=../etc&x=1", ("soviet-space-films", 10), "list=..%2Fetc&x=1"),
    ("destination=Neptun%C3%A9", ("soviet-space-films", 10), "destination=Neptun%C3%A9"),
    ("years=soon&q=a&q=b%0D%0AX:1", ("soviet-space-films", 10), "years=soon&q=b%0D%0AX%3A1"),
    ("%FF=%FF&q", ("soviet-space-films", 10), "%EF%BF%BD=%EF%BF%BD"),
]


@pytest.mark.parametrize(("query", "holds", "ignored"), FILTERED, ids=[case[0] or "everything" for case in FILTERED])
def test_the_films_of_a_view(published: str, query: str, holds: tuple[str, int], ignored: str) -> None:
    as_csv, as_json = (ask(published, f"/data/films.{ending}?{query}") for ending in ("csv", "json"))
    name, films = holds
    assert len(list(csv.reader(io.StringIO(as_csv.body.decode("utf-8-sig"), newline="")))) == films + 1
    assert len(json.loads(as_json.body)["films"]) == films
    assert (as_csv.headers.get(IGNORED, ""), as_json.headers.get(IGNORED, "")) == (ignored, ignored)
    assert as_csv.headers["Content-Disposition"] == f"inline; filename*=UTF-8''{name}.csv"
    assert as_json.headers["Content-Disposition"] == f"inline; filename*=UTF-8''{name}.json"
    assert (as_csv.headers["Content-Type"], as_json.headers["Content-Type"]) == (
        "text/csv; charset=utf-8",
        "application/json",
    )


def test_a_long_link_is_not_an_error(published: str) -> None:
    answer = ask(published, "/data/films.csv?" + "&".join(f"x{n}={'y' * 50}" for n in range(200)))
    assert (answer.status, len(answer.headers[IGNORED])) == (200, LONGEST_IGNORED)


def test_the_link_in_the_json_leads_to_the_view(published: str, public: Served) -> None:
    def link(address: str) -> str:
        return str(json.loads(ask(address, "/data/films.json?q=a&x=1").body)["link"])

    assert (link(published), link(public.address)) == (f"{published}/?q=a", f"{PUBLIC}/?q=a")


def test_an_own_list_and_its_name(public: Served) -> None:
    answer = ask(public.address, "/data/films.csv")
    assert answer.headers["Content-Disposition"].endswith("''%D0%BC%D0%BE%D0%B8-films.csv")
    assert ask(public.address, "/data/films.csv?list=published").body.count(b"\r\n") == 11


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_who_has_the_films_already_is_not_sent_them_again(published: str, coding: str) -> None:
    path = "/data/films.json?q=mars"
    first = ask(published, path, accept_encoding=coding)
    tag = first.headers["ETag"]
    assert tag.startswith('"')
    for known in (tag, f"W/{tag}", f'"x", {tag}', "*"):
        again = ask(published, path, accept_encoding=coding, if_none_match=known)
        assert (again.status, again.body, again.headers["ETag"]) == (304, b"", tag)
    assert ask(published, path, accept_encoding=coding, if_none_match='"x"').status == 200
    other = {"identity": "gzip", "gzip": "identity"}[coding]
    assert ask(published, path, accept_encoding=other).headers["ETag"] != tag
    assert ask(published, "/data/films.json", accept_encoding=coding).headers["ETag"] != tag


@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_head_tells_what_get_would_but_for_the_length_of_what_it_does_not_make(published: str, coding: str) -> None:
    head, got = (ask(published, "/data/films.csv", method, accept_encoding=coding) for method in ("HEAD", "GET"))
    assert (head.status, head.body) == (200, b"")
    told, sent = (
        {name.lower(): set(value.split(", ")) for name, value in each.headers.items()} for each in (head, got)
    )
    of_the_content = {"content-length", "content-encoding", "transfer-encoding", "date"}
    assert {**told, **dict.fromkeys(of_the_content)} == {**sent, **dict.fromkeys(of_the_content)}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_but_asking(published: str, method: str) -> None:
    for path in ("/data/films.csv", "/data/films.json", "/health", "/ready"):
        answer = ask(published, path, method)
        assert answer.status == 405
        assert "GET" in answer.headers["Allow"]


def test_other_sites_may_read_what_is_public_only(published: str, public: Served) -> None:
    allows = "Access-Control-Allow-Origin"
    for path in ("/data/films.csv", "/data/films.json"):
        assert ask(public.address, path, origin="https://school.example.org").headers[allows] == "*"
        asked = ask(public.address, path, "OPTIONS", origin="https://a.example", access_control_request_method="GET")
        assert (asked.status, asked.headers[allows]) == (204, "*")
        assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD"
        for method in ("GET", "OPTIONS"):
            assert allows not in ask(published, path, method, origin="https://school.example.org").headers
    for path in ("/", "/health"):
        assert allows not in ask(public.address, path, origin="https://school.example.org").headers


def test_a_visitor_s_list_is_not_given_out(published: str) -> None:
    answer = ask(published, "/data/films.csv?list=kept.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    assert (answer.status, b"not given out" in answer.body) == (404, True)
