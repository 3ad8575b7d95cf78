"""What of the dashboard's own the live page needs beside Streamlit's: a script and a style, each served as one file.

The first view is complete without them, and the next page has them already: their names change with their content.
"""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain

from dashboard.render.style import rules
from dashboard.web.assets import FIRST, Asset, needed, packed_as, streamlits

FOLDER = "live"
"""Where they are served."""
SHEETS = ("live", "print")
"""The files of CSS; paper comes last."""
SCRIPTS = ("typing", "handover", "focus", "film", "filters", "structure", "connection", "popover", "remember", "share")
"""The scripts, in the order in which they run, before Streamlit's."""
CARDS = "./_stcore/bidi-components/film-list.cards/cards.js"
"""Where a browser finds the script that draws the cards of a list, which `ui.films.element` has."""
KINDS = {"js": "text/javascript", "css": "text/css"}
_IN_PAGE = re.compile(r'(?:src|href)="(\./static/[^"]*)"')
COMMENT = re.compile(r"(?:^|\s)// .*")


@cache
def addresses() -> dict[str, str]:
    """Where each file is found from the page, by its ending."""
    return {ending: f"./{FOLDER}/page.{sha256(_content(ending)).hexdigest()[:10]}.{ending}" for ending in KINDS}


def live_file(name: str, coding: str) -> Asset | None:
    """The file that is served under a name, packed as a client takes it; None if there is no such file."""
    ending = next((each for each, address in addresses().items() if address == f"./{FOLDER}/{name}"), None)
    return _packed(ending, coding) if ending else None


@cache
def _packed(ending: str, coding: str) -> Asset:
    return Asset(packed_as(coding, _content(ending)), KINDS[ending], bool(coding))


@cache
def _content(ending: str) -> bytes:
    if ending == "css":
        return rules(*SHEETS).encode()
    parts = (*map(script_text, SCRIPTS), f"const EARLY = {json.dumps(_early())};", script_text("early"))
    return "\n".join(("{", *parts, "}")).encode()


def _early() -> dict[str, list[str]]:
    """The scripts of Streamlit's that its page names late, by how a browser fetches them; it also reads some.

    They are fetched beside those that the page names. Were all of them read, the start would wait for it.
    """
    read = needed(FIRST)
    others = [name for name in needed() if name not in read]
    places = {"preload": others, "modulepreload": read}
    found = {rel: [f"./static/js/{name}" for name in names] for rel, names in places.items()}
    return {**found, "modulepreload": [*found["modulepreload"], CARDS]}


@cache
def ahead() -> tuple[tuple[str, str], ...]:
    """All files of the live page, for the page before it: what each is to a browser that only fetches it, and where."""
    named = [address for address in _IN_PAGE.findall(streamlits()) if address.endswith((".js", ".css"))]
    every = (*named, *chain.from_iterable(_early().values()), *addresses().values())
    return tuple(("style" if address.endswith(".css") else "script", address) for address in every)


def script_text(name: str) -> str:
    """A script of this folder, without comments and the blanks before lines."""
    lines = files("dashboard").joinpath("web", f"{name}.js").read_text(encoding="utf-8").splitlines()
    return "\n".join(line for each in lines if (line := COMMENT.sub("", each).strip()))
