"""The page's own answer, the pictures of its previews, and the cookie that puts the first visit's hints away."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from functools import cache
from importlib.resources import files
from time import monotonic
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard.charts.vega import NotDrawnError
from dashboard.exports.head.preview import head, untold, untold_head
from dashboard.i18n.languages import Language
from dashboard.lists import registry as lists
from dashboard.lists.uploads import uploads
from dashboard.model.list_info import is_uploaded
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import PICTURES, QueryResult, base, relative, run_query
from dashboard.query.url import Ignored, list_named, parse
from dashboard.render.filter_forms import Choice
from dashboard.render.first_view import Frame
from dashboard.render.list_head import has_hint
from dashboard.settings import HINTS_AWAY, HINTS_COOKIE, SURPRISE
from dashboard.web.assets import coding_for, packed_as
from dashboard.web.data_routes import (
    FOR_GOOD,
    asks_for_uploaded,
    data_files,
    first,
    known,
    language_asked,
    not_ready,
    parameters,
    tag,
)
from dashboard.web.live_files import FOLDER, live_file
from dashboard.web.pages import first_page, prepared, progress_page, rewritten, script, untold_page
from dashboard.web.view_pictures import BusyError, view_picture

LOG = logging.getLogger("dashboard")
VARY = "Accept-Language, Cookie, Accept-Encoding"
PRIVATE = "private, max-age=3600"
YEAR = 365 * 24 * 3600
"""Seconds."""
WAIT, PREFERS_WAIT = 1.0, "wait=1"
"""Seconds for which an answer waits for a list that is being prepared, and how that is asked for."""
BETWEEN_LOOKS = 0.05
"""Seconds between two looks at whether the list is there."""


def routes() -> list[BaseRoute]:
    """The addresses of the page and of what belongs to it; each answers GET and HEAD."""
    return [
        *(Route(path, page_in_time) for path in ("/", "/index.html")),
        Route("/previews/view.png", picture_of_view),
        Route("/previews/{name}.png", picture),
        Route(f"/{PICTURES}/{{name}}", film_picture),
        Route(f"/{FOLDER}/{{name}}", file_of_live_page),
        Route(f"/{HINTS_AWAY}", hints_away),
        Route(f"/{SURPRISE}", surprise),
    ]


def pages() -> tuple[str, ...]:
    """What is answered as HTML, without what differs by link; the scripts that stand in there have to run."""
    return prepared(), script("progress")


async def page_in_time(request: Request) -> Response:
    """The page; while a list is being prepared, a moment later where the client prefers to wait (RFC 7240)."""
    if request.headers.get("Prefer") == PREFERS_WAIT:
        ends = monotonic() + WAIT
        while lists.is_reading() and monotonic() < ends:
            await asyncio.sleep(BETWEEN_LOOKS)
    return await run_in_threadpool(page, request)


def page(request: Request) -> Response:
    """Streamlit's page in the visitor's language, with what its link says of itself.

    Without a head of ours if that fails, since a page matters more than its preview. While a list is being prepared,
    503 and a page that says how far it is and follows it by itself.
    """
    if waiting := lists.waiting():
        language = language_asked(request)
        content = progress_page(lists.title(waiting.name, language), waiting, language)
        return not_ready(content, waiting, "text/html", {"Vary": "Accept-Language"})
    content = prepared()
    try:
        content = page_of_link(content, request)
    except Exception as error:
        LOG.error("No preview of a link", exc_info=error)
    is_private = asks_for_uploaded(request)
    headers = {"Cache-Control": "no-store" if is_private else "no-cache", "Vary": VARY}
    return _unless_known(content.encode(), "text/html; charset=utf-8", request, headers)


def page_of_link(page: str, request: Request) -> str:
    """Streamlit's page with what a request's link and language make of it."""
    language = language_asked(request)
    here = base(str(request.base_url))
    asked, preview = _asked(request, language), untold(language)
    if asked is None:
        return rewritten(page, language, untold_head(preview, language, here), untold_page(preview.title, language))
    shown, ignored = asked
    is_told = not is_uploaded(shown.view.list)
    given = parameters(request)
    is_first = has_hint(request.cookies, first(given, "embed") == "true", first(given, "film"))
    top = head(shown, here, data_files(shown, here)) if is_told else untold_head(preview, language, here)
    return rewritten(page, language, top, first_page(shown, Frame(_lists(shown), is_first, ignored)))


def _lists(shown: QueryResult) -> tuple[Choice, ...]:
    """The lists on offer, as links."""
    names, view, language = lists.names(), shown.view, shown.language
    links = {name: relative(view.with_list("" if name == names[0] else name)) for name in names}
    shown_list = view.list or names[0]
    return tuple(Choice(lists.title(name, language), link, name == shown_list) for name, link in links.items())


def _asked(request: Request, language: Language) -> tuple[QueryResult, tuple[Ignored, ...]] | None:
    """What a link leads to, and what of it could not be followed.

    None if that is not at hand: to be brought, unreadable, a visitor's and not opened yet.
    """
    given, names = parameters(request), lists.names()
    loaded, named = _named(request), first(given, "list")
    if loaded is None:
        return None
    view, ignored = parse(given, loaded.index, (*names, named) if is_uploaded(named) else names)
    return run_query(loaded, view, names[0], language), ignored


def _shown(request: Request, language: Language) -> QueryResult | None:
    """What a link leads to; None if that is not at hand."""
    asked = _asked(request, language)
    return asked[0] if asked else None


def _named(request: Request) -> LoadedList | None:
    """The list that a link names, where it is at hand."""
    given = parameters(request)
    named = first(given, "list")
    if is_uploaded(named):
        return uploads().at_hand(named)
    return None if named == lists.NEW else _on_offer(list_named(given, lists.names()))


def _on_offer(name: str) -> LoadedList | None:
    try:
        return lists.open_list(name).loaded
    except (BadListError, NotReadyError):
        return None


async def picture(request: Request) -> Response:
    """The picture of a list's preview, which other sites show; 304 if the asker has it, or 404."""
    content = pictures().get(request.path_params["name"])
    if content is None:
        return PlainTextResponse("There is no such picture here.\n", 404)
    headers = {"Cache-Control": "public, max-age=86400", "Cross-Origin-Resource-Policy": "cross-origin"}
    return _unless_known(content, "image/png", request, headers)


def file_of_live_page(request: Request) -> Response:
    """The script or the style that follows the first view, to be stored for good; or 404."""
    coding = coding_for(request.headers)
    found = live_file(request.path_params["name"], coding)
    if found is None:
        return PlainTextResponse("There is no such file here.\n", 404)
    headers = {"Cache-Control": FOR_GOOD, "Vary": "Accept-Encoding"}
    return Response(
        found.content, media_type=found.kind, headers=headers | ({"Content-Encoding": coding} if coding else {})
    )


def film_picture(request: Request) -> Response:
    """A picture that a list brings, by its name, which changes with it; or 404. Only the asker stores a visitor's."""
    loaded, name = _named(request), request.path_params["name"]
    found = next((each for each in loaded.pictures.values() if each.name == name), None) if loaded else None
    if found is None:
        return PlainTextResponse("There is no such picture here.\n", 404)
    is_private = asks_for_uploaded(request)
    return Response(found.jpeg, media_type="image/jpeg", headers={"Cache-Control": PRIVATE if is_private else FOR_GOOD})


def picture_of_view(request: Request) -> Response:
    """The picture of a filtered view's preview.

    Where it is not there and cannot be drawn now: the list's own picture, else 503. 404 for a list that may not be
    told of, is not here, or has no years.
    """
    shown = None if asks_for_uploaded(request) else _shown(request, language_asked(request))
    if shown is None or (shown.index.span is None and not shown.view.film):
        return PlainTextResponse("There is no such picture here.\n", 404)
    try:
        content = view_picture(shown)
    except (BusyError, NotDrawnError):
        if shown.info.key in pictures():
            return RedirectResponse(f"./{shown.info.key}.png", 302, {"Cache-Control": "no-store"})
        return PlainTextResponse("This picture is not drawn yet.\n", 503, {"Retry-After": "10"})
    headers = {"Cache-Control": "public, max-age=3600", "Cross-Origin-Resource-Policy": "cross-origin"}
    return _unless_known(content, "image/png", request, headers | {"Vary": "Accept-Language"})


def surprise(request: Request) -> Response:
    """Leads to a view with one of its films, by chance; without one if it has none, to the page if it is not here.

    The way is relative, so that it holds under any path and for any host that was asked.
    """
    shown = _shown(request, language_asked(request))
    link = relative(replace(shown.view, film=shown.by_chance())) if shown else ""
    return RedirectResponse(f"./{link}", 303, {"Cache-Control": "no-store"})


async def hints_away(request: Request) -> Response:
    """Nothing but the cookie by which later visits know that the hints of a first visit were put away."""
    here = urlsplit(base(str(request.base_url)))
    answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
    secure = here.scheme == "https"
    answer.set_cookie(*HINTS_COOKIE, YEAR, path=here.path, secure=secure, httponly=True, samesite="lax")
    return answer


def _unless_known(content: bytes, kind: str, request: Request, headers: dict[str, str]) -> Response:
    """An answer, packed if it is a text and the client takes that; only 304 where the client has it already."""
    headers = {"ETag": tag(content, request), **headers}
    if known(headers["ETag"], request):
        return Response(status_code=304, headers=headers)
    if kind.startswith("text/") and (coding := coding_for(request.headers)):
        content, headers = packed_as(coding, content), {**headers, "Content-Encoding": coding}
    return Response(content, media_type=kind, headers=headers)


@cache
def pictures() -> dict[str, bytes]:
    """The pictures of previews, by the key of the list that each shows."""
    folder = files("dashboard").joinpath("static", "previews")
    return {
        each.name.removesuffix(".png"): each.read_bytes() for each in folder.iterdir() if each.name.endswith(".png")
    }
