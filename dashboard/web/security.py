"""Security: the headers of every answer, and who may open a websocket."""

from __future__ import annotations

import logging
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.settings import EVERYWHERE

LOG = logging.getLogger("dashboard")

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
POLICY_VIOLATION = 1008
"""The code with which a websocket is refused."""


def allowed_hosts(address: str, public_url: str = "") -> list[str]:
    """The names under which the dashboard answers: its public one and this machine's, else those it is bound to.

    >>> allowed_hosts("localhost"), allowed_hosts("0.0.0.0")
    (['localhost', '127.0.0.1', '[::1]'], ['*'])
    >>> allowed_hosts("0.0.0.0", "https://films.example.org/list/")
    ['localhost', '127.0.0.1', '[::1]', 'films.example.org']
    """
    here = ["localhost", "127.0.0.1", "[::1]"]
    if public_url:
        return [*here, urlsplit(public_url).hostname or ""]
    if address in EVERYWHERE:
        return ["*"]
    bound = f"[{address}]" if ":" in address else address
    return list(dict.fromkeys((*here, bound)))


def _netloc(origin: str) -> str:
    """The name and port of an origin, in small letters; empty if it is none."""
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return ""


def inline_scripts(page: str) -> list[str]:
    """What a policy needs to name so that just the scripts written into a page may run.

    >>> inline_scripts("<script>a = 1</script><script src='b.js'></script>")
    ["'sha256-tbwf/ZCRL7GL7259gJCRksemSSiWMgFW1n+68QTGVEo='"]
    """
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    return [f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts]


class Guard:
    """Puts the security headers on every answer, refuses other sites' websockets, and says of an error only its place.

    Streamlit looks up this machine's outside address on the web when it meets an origin that it does not know; none
    such gets that far.

    Args:
        app: what is guarded.
        pages: what it answers with as HTML; the scripts that stand in there may run.
        public_origin: the origin under which the web knows it; empty for none.
        embedding: the origins that may show it in a frame.
    """

    def __init__(self, app: ASGIApp, pages: Sequence[str], public_origin: str, embedding: Sequence[str]) -> None:
        self.app = app
        self.public_origin = public_origin or None
        self.embedding = embedding
        self.scripts = [script for page in pages for script in inline_scripts(page)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one connection."""
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        request = Headers(scope=scope)
        if scope["type"] == "websocket" and not self._is_ours(request.get("origin"), request.get("host", "")):
            LOG.warning("Refused a websocket of another site: %.100r", request.get("origin"))
            return await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        started = broken = False

        async def send_guarded(message: Message) -> None:
            nonlocal started, broken
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in self._headers(request.get("host", "")).items():
                    headers.setdefault(name, value)
            try:
                await send(message)
            except Exception:
                broken = True
                raise

        try:
            await self.app(scope, receive, send_guarded)
        except Exception as error:
            if broken:  # The server itself tells of a connection that broke.
                return None
            LOG.error("No answer to a request", exc_info=error)
            if scope["type"] == "http" and not started:
                await PlainTextResponse("Something went wrong here.\n", 500)(scope, receive, send_guarded)
        return None

    def _is_ours(self, origin: str | None, host: str) -> bool:
        """Whether a page of this dashboard opens the websocket, or something that is no browser."""
        return origin is None or origin.lower() == self.public_origin or _netloc(origin) == host.lower() != ""

    def _headers(self, host: str) -> dict[str, str]:
        frames = {} if self.embedding else {"X-Frame-Options": "DENY"}
        return HEADERS | frames | {"Content-Security-Policy": self._policy(host)}

    def _policy(self, host: str) -> str:
        """Only what comes from here runs, is shown or is asked; styles and pictures may be made by the page itself."""
        sockets = (f"ws://{host}", f"wss://{host}") if re.fullmatch(r"[\w.:\[\]-]+", host, re.ASCII) else ()
        return "; ".join(
            (
                "default-src 'none'",
                " ".join(("script-src 'self'", *self.scripts)),
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                "font-src 'self' data:",
                " ".join(("connect-src 'self'", *sockets)),
                "manifest-src 'self'",
                "base-uri 'self'",
                "form-action 'self'",
                " ".join(("frame-ancestors", *(self.embedding or ("'none'",)))),
            )
        )
