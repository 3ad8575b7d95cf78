"""One element for all cards of a list: what a browser is told of them, and what it tells of stars.

The browser opens and closes them, and its link says which are open. It is sent the HTML of a card that it has not got,
and asks for what it lacks nevertheless.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from hashlib import sha1
from typing import NamedTuple

import streamlit as st

from dashboard.query.index import Index
from dashboard.query.view import MOST_OPEN, MOST_PICKED, View
from dashboard.ui.films.element.component import component
from dashboard.ui.state import change, session

KEY = "film_cards"


class Text(NamedTuple):
    """The HTML of a card, and a short name that no other HTML has."""

    html: str
    name: str

    @classmethod
    def of(cls, html: str) -> Text:
        """HTML with its name."""
        return cls(str(html), sha1(html.encode(), usedforsecurity=False).hexdigest()[:16])


@dataclass
class Told:
    """What the browser of a visitor has been told.

    Attributes:
        texts: the names of the HTML that it has.
        heard: the number of the last of its clicks on stars that has been followed.
    """

    texts: frozenset[str] = frozenset()
    heard: int = 0


def draw(view: View, texts: Mapping[str, Text], *, tells: bool) -> None:
    """Draw cards, by their films; `tells` is whether the browser says at once what is opened or closed."""
    known = _told()
    names = frozenset(text.name for text in texts.values())
    data = {
        "films": [(film, text.name) for film, text in texts.items()],
        "texts": {text.name: text.html for text in texts.values() if text.name not in known.texts},
        "open": view.open,
        "most": MOST_OPEN,
        "shortlist": view.shortlist,
        "isFull": len(view.shortlist) >= MOST_PICKED,
        "heard": known.heard,
        "tells": tells,
    }
    known.texts = names
    component()(
        key=KEY,
        data=json.dumps(data, ensure_ascii=False).encode(),
        on_starred_change=_star,
        on_turned_change=_follow,
        on_lacking_change=_send_again,
    )


def _told() -> Told:
    known: Told = st.session_state.setdefault("told", Told())
    return known


def _star() -> None:
    """Put films on the shortlist, or take them off; for a callback."""
    said = st.session_state[KEY]["starred"]
    known = _told()
    known.heard = max(known.heard, int(said["at"]))
    films = {str(film): bool(is_on) for film, is_on in said["films"].items()}
    if index := session().index:
        change(lambda view: with_stars(view, index, films))


def with_stars(view: View, index: Index, films: Mapping[str, bool]) -> View:
    """A view with films on the shortlist or off it, as said of each; one that stays on it keeps its place."""
    known = [(film, is_on) for film, is_on in films.items() if film in index.position]
    changed = [(film, is_on) for film, is_on in known if is_on != (film in view.shortlist)]
    return reduce(lambda made, each: made.with_shortlisted(*each), changed, view)


def _follow() -> None:
    """Draw what follows from the cards that the link says are open; for a callback."""
    change(lambda view: view)


def _send_again() -> None:
    """Send all HTML once more; for a callback."""
    _told().texts = frozenset()
    session().drawn.pop("films", None)
    change(lambda view: view)
