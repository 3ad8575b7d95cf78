"""What the server answers beside the page: whether it is well, and the films of a view at an address that stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from hashlib import sha256
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import settings
from dashboard.charts import fonts
from dashboard.exports.export import Export
from dashboard.exports.head.linked_data import DataFile
from dashboard.exports.registry import EXPORTS
from dashboard.i18n.languages import Language, english, language_of, languages
from dashboard.i18n.problem_text import sentence
from dashboard.lists import registry as lists
from dashboard.lists.source import program
from dashboard.lists.waiting import Waiting, step_in_words
from dashboard.model.list_info import is_uploaded
from dashboard.model.problems import BadListError, NotReadyError
from dashboard.query.result import QueryResult, address, base, run_query
from dashboard.query.url import Ignored, Parameters, list_named, parameters_of, parse
from dashboard.web.assets import coding_for

IGNORED = "Link-Ignored"
LONGEST_IGNORED = 1000
"""Characters; a header has room for little more."""
MOST_IGNORED = 100
"""Parts of a link that are named there."""
FOR_GOOD = "public, max-age=31536000, immutable"


def routes() -> list[BaseRoute]:
    """The addresses answered beside the page; each answers GET and HEAD, and 405 to what it does not know."""
    return [
        Route("/health", health),
        Route("/ready", ready),
        *(
            Route(f"/data/films.{export.ending}", partial(films, export), methods=["GET", "OPTIONS"])
            for export in EXPORTS
            if export.has_address
        ),
        Route("/fonts/{name}", font),
    ]


async def health(request: Request) -> Response:
    """Whether the process serves: 200 and "ok", without looking at anything."""
    return _plain("ok")


def ready(request: Request) -> Response:
    """Whether the page can be shown: 200 if the lists on offer have been read, else 503 and why not.

    Of those only the one that the process was started for has to be usable. Has them read if nobody has yet.
    """
    try:
        opened = lists.open_list(lists.names()[0])
    except NotReadyError:
        return not_yet()
    except BadListError as error:
        return _plain(sentence(error.problems[0], english()), 503)
    if lists.waiting():
        return not_yet()
    return _plain(f"{opened.loaded.info.title} is ready")


async def font(request: Request) -> Response:
    """A font file of the page's, to be stored for good since its name changes with it; or 404."""
    path = fonts.files().get(request.path_params["name"])
    if path is None:
        return _plain("There is no such font here.", 404)
    return FileResponse(path, media_type="font/woff2", headers={"Cache-Control": FOR_GOOD})


def films(export: Export, request: Request) -> Response:
    """The films of the view that a link's parameters name, as one kind of file, with the bytes of the page's download.

    304 if the asker has them already; they are only made if they are sent. What is ignored in the link is named in the
    header `Link-Ignored`, as a link would write it. Other sites may read the answer once the dashboard has a public
    address; a browser asks for that with OPTIONS before it lets another site's script send a header of its own.
    """
    if request.method == "OPTIONS":
        return _allowed()
    given = parameters(request)
    names = lists.names()
    if asks_for_uploaded(request):
        return _plain("A visitor's list is not given out here; take it away from its page.", 404)
    try:
        opened = lists.open_list(list_named(given, names))
    except NotReadyError:
        return not_yet()
    view, ignored = parse(given, opened.index, names)
    here = base(str(request.base_url))
    day = date.today().isoformat() if export.is_dated else ""
    made_of = (program(), opened.loaded.digest, export.ending, address(view, here), day)
    headers = {"ETag": tag("\n".join(made_of).encode(), request), **_headers(ignored), **_shared()}
    if known(headers["ETag"], request):
        return Response(status_code=304, headers=headers)
    result = run_query(opened.loaded, view, names[0], languages().get(view.language, english()))
    headers["Content-Disposition"] = f"inline; filename*=UTF-8''{quote(export.file_name(result))}"
    if request.method == "HEAD":
        return without_content(export.media_type, headers)
    return Response(export.write(result, here), media_type=export.media_type, headers=headers)


def data_files(result: QueryResult, here: str) -> tuple[DataFile, ...]:
    """The addresses at which a dashboard gives the films of a view as files."""
    return tuple(
        DataFile(export.media_type.partition(";")[0], address(result.view, f"{here}data/films.{export.ending}"))
        for export in EXPORTS
        if export.has_address
    )


def _allowed() -> Response:
    allowed = {"Allow": "GET, HEAD, OPTIONS"}
    if shared := _shared():
        shared |= {"Access-Control-Allow-Methods": "GET, HEAD", "Access-Control-Allow-Headers": "If-None-Match"}
    return Response(status_code=204, headers={**allowed, **shared})


def without_content(kind: str, headers: Mapping[str, str]) -> Response:
    """What a HEAD is answered with: no length either, which only the content has."""
    answer = Response(media_type=kind, headers=headers)
    del answer.headers["Content-Length"]
    return answer


def parameters(request: Request) -> Parameters:
    """The parameters of the link that was asked for, read once for a request."""
    if not hasattr(request.state, "parameters"):
        request.state.parameters = parameters_of(f"?{request.scope['query_string'].decode('latin-1')}")
    read: Parameters = request.state.parameters
    return read


def first(given: Parameters, name: str) -> str:
    """A parameter's first value in a link; empty for none."""
    return (given.get(name) or [""])[0]


def language_asked(request: Request) -> Language:
    """The language that a link names, else the one that suits the browser."""
    return language_of(first(parameters(request), "lang"), request.headers.get("Accept-Language"))


def asks_for_uploaded(request: Request) -> bool:
    """Whether a link names a list that a visitor brought."""
    return is_uploaded(first(parameters(request), "list"))


def _plain(text: str, status: int = 200) -> Response:
    return PlainTextResponse(f"{text}\n", status, {"Cache-Control": "no-store"})


def not_yet() -> Response:
    """How far the list is that was asked for, in a sentence."""
    waiting = lists.waiting()
    if waiting is None:
        return _plain("The list is ready now; ask again.", 503)
    title = lists.title(waiting.name, english())
    return not_ready(f"{title} is being prepared. {step_in_words(waiting.progress, english())}\n", waiting)


def not_ready(
    content: str, waiting: Waiting, kind: str = "text/plain", more: Mapping[str, str] | None = None
) -> Response:
    """An answer for while a list is being prepared, not to be kept, with the time after which to ask again."""
    headers = {"Cache-Control": "no-store", "Retry-After": str(waiting.again), **(more or {})}
    return Response(content, 503, headers, f"{kind}; charset=utf-8")


def _headers(ignored: Sequence[Ignored]) -> dict[str, str]:
    always = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    named = urlencode([(part.name[:LONGEST_IGNORED], part.value[:LONGEST_IGNORED]) for part in ignored[:MOST_IGNORED]])
    return always | ({IGNORED: named[:LONGEST_IGNORED]} if named else {})


def _shared() -> dict[str, str]:
    """The headers that let other sites' scripts read an answer; none where the list may be meant for its owner only."""
    if not settings.current().public_url:
        return {}
    return {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": f"ETag, Content-Disposition, {IGNORED}",
        "Cross-Origin-Resource-Policy": "cross-origin",
    }


def tag(content: bytes, request: Request) -> str:
    """A strong ETag for a content, or for all that it is made of; each way to take it packed has one of its own."""
    coding = coding_for(request.headers)
    return f'"{sha256(content).hexdigest()[:32]}{"-" if coding else ""}{coding}"'


def known(etag: str, request: Request) -> bool:
    """Whether the client has the answer with an ETag already."""
    named = [each.strip().removeprefix("W/") for each in request.headers.get("If-None-Match", "").split(",")]
    return etag in named or "*" in named
