"""The picture of a filtered view's preview: drawn once, seldom, and never of a list that is not told of."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.responses import Response

from dashboard.exports.head.preview import preview
from dashboard.exports.timeline_image import PREVIEW
from dashboard.i18n.languages import languages
from dashboard.query.result import QueryResult
from dashboard.query.view import View
from dashboard.web import page_routes, view_pictures
from dashboard.web.view_pictures import BusyError, Pace, pictured, view_picture
from tests.serving import ask
from tests.web.shown import Parameters, ours


def lets_in(pace: Pace) -> bool:
    try:
        with pace.turn():
            return True
    except BusyError:
        return False


@pytest.mark.parametrize(
    ("seconds", "let_in"),
    [
        ([0, 0, 0, 0], [True, True, False, False]),
        ([0, 0, 1, 1.9, 2, 2], [True, True, False, False, True, False]),
        ([0, 0, 60, 60, 60], [True, True, True, True, False]),
    ],
    ids=["at first a few", "then one every two seconds", "no more after a long rest"],
)
def test_the_pace(seconds: list[float], let_in: list[bool]) -> None:
    times = iter([0.0, *seconds])
    pace = Pace(2, 2.0, lambda: next(times))
    assert [lets_in(pace) for _ in seconds] == let_in


def test_there_is_one_turn_at_a_time() -> None:
    pace = Pace(9, 1.0, lambda: 0.0)
    with pace.turn():
        assert not lets_in(pace)
    assert lets_in(pace)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QueryResult]]:
    """The results that were drawn, each as a few bytes; at most two of them."""
    results: list[QueryResult] = []
    monkeypatch.setattr(view_pictures, "PACE", Pace(2, 60.0))
    monkeypatch.setattr(view_pictures, "preview", lambda result: results.append(result) or b"picture")
    ours({}).loaded.cache.clear()
    yield results
    ours({}).loaded.cache.clear()


def test_views_that_look_the_same_are_drawn_once_and_no_more_than_the_pace_allows(drawn: list[QueryResult]) -> None:
    same: list[Parameters] = [{}, {"sort": ["year"]}, {"page": ["2"], "view": ["table"]}, {"open": ["solaris-1972"]}]
    assert {view_picture(ours({"q": ["mars"], **more})) for more in same} == {b"picture"}
    assert [result.view.search for result in drawn] == ["mars"]
    view_picture(ours({"q": ["moon"]}))
    with pytest.raises(BusyError):
        view_picture(ours({"q": ["venus"]}))
    assert view_picture(ours({"q": ["mars"]})) == b"picture"
    assert len(drawn) == 2


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ({"destination": ["Mars"]}, "previews/view.png?destination=Mars&lang=en"),
        ({"destination": ["Mars"], "film": ["solaris-1972"]}, "previews/view.png?film=solaris-1972&lang=en"),
        ({"q": ["\u0436" * 150]}, "previews/published.png"),
        ({}, "previews/published.png"),
        ({"colour": ["destination"]}, "previews/view.png?colour=destination&lang=en"),
        ({"colour": ["evidence"]}, "previews/published.png"),
    ],
    ids=["filters", "a film within filters", "a link too long to repeat", "everything", "colour", "usual colour"],
)
def test_where_the_picture_of_a_link_is(link: Parameters, leads: str) -> None:
    assert preview(ours(link)).picture == leads


def test_a_link_names_its_picture_and_that_shows_the_view(published: str) -> None:
    page = ask(published, "/?destination=Mars&sort=year&lang=ru").body.decode()
    (address,) = re.findall('property="og:image" content="([^"]*)"', page)
    answer = ask(published, address.removeprefix(published).replace("&amp;", "&"))
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/png")
    assert struct.unpack(">II", answer.body[16:24]) == PREVIEW
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert len(answer.body) < 500_000


@pytest.mark.parametrize("link", ["list=new", "list=kept.x", "list=held.x", "list=link.eNoD"])
def test_there_is_none_of_a_list_that_is_not_told_of(published: str, link: str) -> None:
    answer = ask(published, f"/previews/view.png?q=a&{link}")
    assert (answer.status, answer.body) == (404, b"There is no such picture here.\n")


def answered(query: str) -> Response:
    place = {
        "scheme": "http",
        "server": ("localhost", 80),
        "path": "/previews/view.png",
        "root_path": "",
        "headers": [],
    }
    return page_routes.picture_of_view(Request({"type": "http", "method": "GET", "query_string": query, **place}))


def test_where_none_is_drawn_the_lists_own_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(view_pictures, "PACE", Pace(0, 60.0))
    ours({}).loaded.cache.clear()
    answer = answered(b"q=mars")
    assert (answer.status_code, answer.headers["Location"]) == (302, "./published.png")
    assert answer.headers["Cache-Control"] == "no-store"
    monkeypatch.setattr(page_routes, "pictures", dict)
    answer = answered(b"q=mars")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "10")


def test_what_a_picture_does_not_show_is_not_in_its_address() -> None:
    link: Parameters = {
        "q": ["a"],
        "film": ["solaris-1972"],
        "pick": ["solaris-1972"],
        "programme": ["x"],
        "page": ["2"],
    }
    assert pictured(ours(link)) == View(film="solaris-1972", language="en")
    view = pictured(ours({name: value for name, value in link.items() if name != "film"}))
    assert (view.shortlist, view.programme, view.page, view.search) == ((), "", 1, "a")


@pytest.mark.parametrize(("film", "code"), [("solaris-1972", "en"), ("the-sky-beckons-1959", "ru")])
def test_the_picture_of_a_film_is_drawn(film: str, code: str) -> None:
    answer = view_picture(ours({"film": [film]}, language=languages()[code]))
    assert struct.unpack(">II", answer[16:24]) == PREVIEW
