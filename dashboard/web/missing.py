"""What is answered at an address where nothing is: 404, and for a page the way to what may be meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Match, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.i18n.languages import Language, languages
from dashboard.i18n.names import list_title
from dashboard.lists import registry as lists
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.in_words import film_name
from dashboard.query.index import Index
from dashboard.query.result import base, relative
from dashboard.query.search.grammar import LONGEST_SEARCH, clean_search
from dashboard.query.view import View
from dashboard.render.film_card import Link
from dashboard.render.style import FONTS, themed_style
from dashboard.render.templates import render
from dashboard.web.assets import files
from dashboard.web.data_routes import first, language_asked, parameters

MOST_MEANT = 5
"""Pages that are named where nothing is."""
HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}
MOST_FOLDERS = 20
"""So deep an address may be for the page there to lead back by relative links, which hold behind any proxy."""
_FILE = re.compile(r"\.(?!html?$)\w{1,5}$")
"""How a name ends that is a file's and no page's."""


class Missing:
    """Answers GET and HEAD with 404 where neither a route nor a file is, and 405 to every other method there.

    Streamlit would answer its page there, which is one page and reads its link from the query only. It refuses an
    address that begins with two slashes or leads to a folder above with 400, and so it stays.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] != "http" or _is_there(scope):
            return await self.app(scope, receive, send)
        can_ask = scope["method"] in ("GET", "HEAD")
        answer = await to_thread.run_sync(missing, Request(scope)) if can_ask else _not_allowed()
        return await answer(scope, receive, send)


def _is_there(scope: Scope) -> bool:
    """Whether a route answers an address, or one of the files that Streamlit serves is there."""
    for route in scope["app"].routes:
        match, child = route.matches(scope)
        if match is Match.FULL:
            return not _serves_files(route) or _is_served(_path({**scope, **child}))
    return False


def _serves_files(route: BaseRoute) -> bool:
    """Whether a route is the one by which Streamlit serves its files, and its page for every other address."""
    return isinstance(route, Mount) and isinstance(route.app, StaticFiles)


def _path(scope: Scope) -> str:
    """The path that was asked for, below the one at which the app is mounted."""
    return str(scope["path"]).removeprefix(scope.get("root_path", ""))


def _is_served(path: str) -> bool:
    refused = path.startswith("//") or ".." in re.split(r"[/\\]", path)
    return refused or path.strip("/") in files() or path in ("", "/")


def _not_allowed() -> Response:
    return PlainTextResponse("Method Not Allowed\n", 405, {"Allow": "GET, HEAD", "Cache-Control": "no-store"})


def missing(request: Request) -> Response:
    """That nothing is at an address: in a line where a file was asked for, else as a page in the visitor's language.

    The page names the films and lists on offer whose names the end of the address is, and has a search for it.
    """
    code = first(parameters(request), "lang")
    language = language_asked(request)
    asked = View(language=code if code in languages() else "")
    name = clean_search(request.scope["path"].rstrip("/").rpartition("/")[2], LONGEST_SEARCH)
    meant = meant_here(name, asked, language)
    if not meant and _is_file(request.scope):
        return PlainTextResponse("There is no such file here.\n", 404, HEADERS)
    path = language.quoted(clean_search(request.scope["path"]))
    sentence = language.gettext("No page here is called {address}.", address=path)
    return nothing_here(request, asked, sentence, name, meant)


def nothing_here(request: Request, asked: View, sentence: str, name: str, meant: Sequence[Link] = ()) -> Response:
    """404 as a page in the visitor's language.

    Args:
        request: what was asked.
        asked: what its links keep.
        sentence: what is not here.
        name: what is searched for in the page's form.
        meant: what may be meant.
    """
    language = language_asked(request)
    page = render(
        "missing.html",
        language,
        root=_root(request),
        sentence=sentence,
        meant=meant,
        all_films=Link(lists.title(lists.names()[0], language), relative(asked)),
        search=" ".join(_words(name)),
        chosen=asked.language,
        style=themed_style(FONTS, "missing"),
    )
    return HTMLResponse(page, 404, {**HEADERS, "Vary": "Accept-Language"})


def _is_file(scope: Scope) -> bool:
    """Whether an address is one of a file: by how it ends, or below a folder in which something else is answered."""
    answered = (route.path for route in scope["app"].routes if isinstance(route, Route))
    folders = {"static", *(path.split("/")[1] for path in answered if path.count("/") > 1)}
    path = _path(scope)
    return bool(_FILE.search(path)) or path.strip("/").partition("/")[0] in folders


def _root(request: Request) -> str:
    """The way from an address to the page, whatever path a proxy puts before it."""
    path = request.scope.get("raw_path") or quote(request.scope["path"]).encode()
    folders = path.count(b"/") - request.scope.get("root_path", "").count("/") - 1
    return "../" * folders or "./" if folders <= MOST_FOLDERS else base(str(request.base_url))


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFC", re.sub(r"\.html?$", "", name)).casefold())


def meant_here(name: str, asked: View, language: Language) -> list[Link]:
    """The ways to some lists and films on offer that have a name."""
    return [*islice(_meant(clean_search(name, LONGEST_SEARCH), asked, language), MOST_MEANT)]


def _meant(name: str, asked: View, language: Language) -> Iterator[Link]:
    """The lists on offer that are there and have a name, and their films that do, each with the list's title."""
    words = "-".join(_words(name))
    for key in lists.names():
        try:
            loaded = lists.open_list(key).loaded
        except (BadListError, NotReadyError):
            continue
        title = list_title(loaded.info, language)
        there = asked if key == lists.names()[0] else replace(asked, list=key)
        if words in (key, loaded.info.slug, "-".join(_words(title))):
            yield Link(title, relative(there))
        for film in _films(loaded.index, name, words):
            yield Link(f"{film_name(loaded.index, film, language)} – {title}", relative(replace(there, film=film)))


def _films(index: Index, name: str, words: str) -> Iterator[str]:
    """The films whose id is a name, or its words with a year behind them or not."""
    ids = (name, words, *(f"{words}-{year}" for year in index.different_years.tolist()))
    return (film for film in dict.fromkeys(ids) if film in index.position)
