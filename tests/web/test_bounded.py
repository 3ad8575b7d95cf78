"""What a request costs is bounded by the list: work, memory and answer, whatever its link says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any
from urllib.parse import urlencode

import pytest
from starlette.requests import Request
from starlette.responses import Response

from dashboard import settings
from dashboard.lists import registry as lists
from dashboard.query.search.grammar import LONGEST_SEARCH
from dashboard.render.first_view import LONGEST_REPEATED
from dashboard.web import data_routes, page_routes
from tests.tables import sampled
from tests.work import Work

MOST = 300
"""Parameters of one name; a link may have three times as many."""
FILMS = 3_000
DIRECTORS = [f"Режиссёр {number}ов" for number in range(600)]
PAIRS = [a + b for a in "bdfgklmnprstvzбдфгклмн" for b in "aeiouаеиоу"]
LINKS = {
    "unknown values": [("director", f"ю{number}") for number in range(MOST)],
    "long unknown values": [("director", f"ю{number}" + "ю" * 50) for number in range(MOST)],
    "one unknown value": [("director", "ю")] * MOST,
    "values": [("director", name) for name in DIRECTORS[:MOST]],
    "values in capitals": [("director", name.upper()) for name in DIRECTORS[:MOST]],
    "all of some values": [("all", "director"), *(("director", name) for name in DIRECTORS[: MOST - 1])],
    "columns that ask for all": [("all", "director")] * MOST,
    "unknown columns that ask for all": [("all", f"x{number}") for number in range(MOST)],
    "filters switched on": [("more", "director")] * MOST,
    "unknown filters": [("more", f"x{number}") for number in range(MOST)],
    "unknown parameters": [(f"x{number}", "y") for number in range(MOST)],
    "a long name": [("x" * 50_000, "y")],
    "ranges": [("running_time_min", f"{number}..{number + 9}") for number in range(MOST)],
    "a huge number": [("running_time_min", "9" * 50_000)],
    "years": [("years", f"{1000 + number}") for number in range(MOST)],
    "huge years": [("years", "9" * 50_000)],
    "pages": [("page", "9" * 9)] * MOST,
    "a long search": [("q", "x " * 30_000)],
    "a search of unknown words": [("q", " ".join(PAIRS[::-1])[:LONGEST_SEARCH])],
    "a search of known words": [("q", " ".join(PAIRS[:14]))],
    "unknown films": [("film", f"x{number}") for number in range(MOST)],
    "cards": [("open", f"film-{number}-1970") for number in range(MOST)],
    "a shortlist": [("pick", f"film-{number}-1970") for number in range(MOST)],
    "a film on the shortlist": [("pick", "film-0-1970")] * MOST,
    "showings": [("on", f"film-{number}-1970@2026-12-01T19:30") for number in range(MOST)],
    "a long programme": [("programme", "x" * 50_000)],
    "lists": [("list", f"x{number}") for number in range(MOST)],
    "a long list": [("list", "x" * 50_000)],
    "languages": [("lang", "ru" * 9)] * MOST,
}
Route = Callable[..., Response]


def request(query: str, method: str, headers: dict[str, str]) -> Request:
    named = [(b"host", b"localhost"), *((name.encode(), value.encode()) for name, value in headers.items())]
    place = {"scheme": "http", "server": ("localhost", 80), "path": "/", "root_path": ""}
    return Request({"type": "http", "method": method, "query_string": query.encode(), "headers": named, **place})


def route(endpoint: Any, method: str = "GET") -> Route:
    def answer(query: str = "", **headers: str) -> Response:
        answered: Response = endpoint(request(query, method, headers))
        return answered

    return answer


ENDPOINTS = {each.path: each.endpoint for each in (*page_routes.routes(), *data_routes.routes())}
DATA = [path for path in ENDPOINTS if path.startswith("/data/")]
ROUTES = {"the page": route(page_routes.page), "the films": route(ENDPOINTS[DATA[0]], "HEAD")}


@dataclass(frozen=True)
class Cost:
    calls: int
    peak: int
    body: int
    head: int


def cost(ask: Route, query: str) -> Cost:
    with Work() as work:
        answer = ask(query)
    assert answer.status_code == 200
    head = sum(map(len, (*answer.headers.keys(), *answer.headers.values())))
    return Cost(work.calls, work.peak, len(bytes(answer.body)), head)


NEW = "sort=title"
"""A view that holds all films."""
MOST_LINKED = 400
"""Links and forms of a first view, each with a change of the view."""


@pytest.fixture(scope="module", autouse=True)
def least(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Route, Cost]]:
    """What a new view of all films costs on a list with hundreds of Cyrillic directors, once another was answered."""
    path = tmp_path_factory.mktemp("many") / "films.csv"
    rows = (
        f"Film {number},{1970 if number < MOST else 1980},{name}; {DIRECTORS[number % 7]},{number % 200}\n"
        for number, name in zip(range(FILMS), cycle(DIRECTORS))
    )
    path.write_text("title,year,director,running_time_min\n" + "".join(rows), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "_current", replace(settings.current(), list_path=path))
        for name in lists.names():
            lists.watched(name).reading().wait(None)
        for ask in ROUTES.values():
            ask("director=ю&q=x")
            ask("open=film-0-1970")
            ask(urlencode(LINKS["values"]))
        yield {ask: cost(ask, NEW) for ask in ROUTES.values()}


@pytest.mark.parametrize("name", sampled(LINKS, 3))
@pytest.mark.parametrize("ask", ROUTES.values(), ids=ROUTES)
def test_a_link_costs_little_more_than_none(ask: Route, name: str, least: dict[Route, Cost]) -> None:
    query = urlencode(LINKS[name])
    asked, whole = cost(ask, query), least[ask]
    assert asked.calls < 2 * whole.calls + 400 * MOST
    assert asked.peak < 2 * whole.peak + 20 * len(query) + 300_000
    assert asked.body < whole.body + 5 * len(query) + MOST_LINKED * LONGEST_REPEATED
    assert asked.head < 3_000


@pytest.mark.parametrize("path", DATA)
def test_what_is_not_sent_is_not_made(path: str) -> None:
    endpoint = ENDPOINTS[path]
    with Work() as made:
        answer = route(endpoint)("years=1970")
    with Work() as told:
        head = route(endpoint, "HEAD")("years=1970")
    with Work() as known:
        again = route(endpoint)("years=1970", **{"if-none-match": answer.headers["ETag"]})
    assert (head.status_code, head.body, head.headers["ETag"]) == (200, b"", answer.headers["ETag"])
    assert "Content-Length" not in head.headers
    assert (again.status_code, again.body) == (304, b"")
    assert max(told.calls, known.calls) < made.calls / 5
    assert max(told.peak, known.peak) < made.peak / 2
