"""Streamlit's scripts, styles and fonts: packed once, answered from memory, and fetched before they are needed."""

from __future__ import annotations

import gzip
import mimetypes
import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pyarrow as pa  # type: ignore[import-untyped]
from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

_STREAMLIT = find_spec("streamlit")
FOLDER = Path((_STREAMLIT and _STREAMLIT.origin) or "").with_name("static")
"""Found without importing Streamlit, which takes a second."""
PACKED = frozenset((".js", ".css"))
"""The endings of what gets smaller by packing; fonts and pictures are packed as they are."""
FIRST = ("rehype-raw", "ArrowVegaLiteChart")
"""The scripts, by the beginnings of their names, that draw the number of films and the timeline."""
NEEDED = (
    *FIRST,
    "Html",
    "TextInput",
    "Slider",
    "Button",
    "ButtonGroup",
    "Multiselect",
    "Selectbox",
    "Checkbox",
    "DownloadButton",
    "BidiComponent",
)
"""Those, and the others that every page of films needs and that Streamlit asks for late."""
HEAD = 16_384
"""Characters at the beginning of a script within which it says what it imports."""
_IMPORTED = re.compile(r'(?:from|import)"\./([\w.-]+\.js)"')
_IN_PAGE = re.compile(r'static/js/([\w.-]+\.js)"')


class Asset(NamedTuple):
    """A file as it is sent.

    Attributes:
        content: packed with gzip if `is_packed`.
        kind: its media type.
        is_packed: whether it is.
    """

    content: bytes
    kind: str
    is_packed: bool


class Assets:
    """Answers for the files in Streamlit's ``static/static``, whose names change with their content.

    Whoever does not take gzip is answered by Streamlit, and so is every name that is no such file.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not takes_gzip(Headers(scope=scope)):
            return await self.app(scope, receive, send)
        path = scope["path"].removeprefix("/static/")
        if path == scope["path"] or path not in names():
            return await self.app(scope, receive, send)
        found = await to_thread.run_sync(asset, path) if path not in packed else packed[path]
        headers = {"Cache-Control": "public, immutable, max-age=31536000", "Vary": "Accept-Encoding"}
        if found.is_packed:
            headers["Content-Encoding"] = "gzip"
        return await Response(found.content, media_type=found.kind, headers=headers)(scope, receive, send)


def takes_gzip(headers: Headers) -> bool:
    """Whether a client takes an answer packed with gzip."""
    return "gzip" in _taken(headers)


def coding_for(headers: Headers) -> str:
    """How a text is packed for a client: one of `PACKERS`, the smallest that it takes; empty for not at all.

    >>> [coding_for(Headers({"accept-encoding": each})) for each in ("gzip, deflate, br", "gzip, br;q=0", "identity")]
    ['br', 'gzip', '']
    """
    taken = _taken(headers)
    return next((each for each in PACKERS if each in taken), "")


def _taken(headers: Headers) -> frozenset[str]:
    """The codings that a client takes, by their names; one of weight 0 it refuses."""
    accepted = (
        each.replace(" ", "").partition(";q=") for each in headers.get("accept-encoding", "").lower().split(",")
    )
    return frozenset(name for name, _, weight in accepted if weight.strip("0.") or not weight)


def packed_as(coding: str, content: bytes) -> bytes:
    """A text, packed as `coding_for` says."""
    return PACKERS[coding](content) if coding else content


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "br": partial(pa.Codec("brotli", compression_level=5).compress, asbytes=True),
    "gzip": partial(gzip.compress, compresslevel=6, mtime=0),
}
"""How a text is packed; the first takes no longer than the second, for a sixth less. Browsers take it by HTTPS only."""


packed: dict[str, Asset] = {}


def asset(path: str) -> Asset:
    """One of `names()` as it is sent, packed when it is first asked for."""
    if path not in packed:
        content, ending = FOLDER.joinpath("static", path).read_bytes(), Path(path).suffix
        kind = "text/javascript" if ending == ".js" else mimetypes.guess_type(path)[0] or "application/octet-stream"
        is_packed = ending in PACKED
        packed[path] = Asset(gzip.compress(content, 9, mtime=0) if is_packed else content, kind, is_packed)
    return packed[path]


@cache
def streamlits() -> str:
    """The page in which Streamlit names its first scripts."""
    return FOLDER.joinpath("index.html").read_text(encoding="utf-8")


@cache
def files() -> frozenset[str]:
    """All files that Streamlit serves of its own, as ``static/js/index.1a2b.js``."""
    return frozenset(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file())


@cache
def names() -> frozenset[str]:
    """Those whose names change with their content, as ``js/index.1a2b.js``."""
    return frozenset(path.removeprefix("static/") for path in files() if path.startswith("static/"))


@cache
def needed(beginnings: tuple[str, ...] = NEEDED) -> tuple[str, ...]:
    """The scripts of some names and all that they import, which the page itself does not name; in the order found."""
    known = set(_IN_PAGE.findall(streamlits()))
    found: dict[str, None] = {}
    waiting = [name for each in beginnings for name in _scripts_of(each)]
    while waiting:
        name = waiting.pop(0)
        if name not in known and name not in found:
            found[name] = None
            with FOLDER.joinpath("static", "js", name).open(encoding="utf-8") as script:
                waiting += _IMPORTED.findall(script.read(HEAD))
    return tuple(found)


def _scripts_of(beginning: str) -> Iterator[str]:
    """The scripts whose names are this beginning and a hash."""
    pattern = re.compile(rf"{re.escape(beginning)}\.[\w-]{{8}}\.js")
    return (name.removeprefix("js/") for name in sorted(names()) if pattern.fullmatch(name.removeprefix("js/")))


def pack() -> Thread:
    """Pack, beside everything else, what the first visitor will ask for."""
    thread = Thread(target=_pack, daemon=True)
    thread.start()
    return thread


def _pack() -> None:
    wanted = [f"js/{name}" for name in (*_IN_PAGE.findall(streamlits()), *needed())]
    for path in wanted:
        if path in names():
            asset(path)
