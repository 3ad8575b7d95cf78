"""One element for all cards of a list: what a browser is told of them, and what it tells of stars.

The browser opens and closes them, and its link says which are open. It is sent the HTML that it has not got, and asks
for what it lacks nevertheless. What it is told stands hidden on the page: Streamlit puts HTML there before a browser
draws the next frame, and what a component is sent after that. What is in closed cards is told by itself, later.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from hashlib import sha1
from typing import Any, NamedTuple

import streamlit as st

from dashboard.i18n.languages import english
from dashboard.query.index import Index
from dashboard.query.view import MOST_OPEN, MOST_PICKED, View
from dashboard.render.templates import render
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
        return cls(str(html), sha1(html.encode(), usedforsecurity=False).hexdigest()[:10])


Texts = Mapping[str, Text]
"""The HTML of cards, or of a part of them, by film."""
Names = dict[str, str]
"""Its names, by film."""


@dataclass
class Told:
    """What the browser of a visitor has been told.

    Attributes:
        heads: what its closed cards show.
        bodies: what is in them, as far as it was told.
        heard: the number of the last of its clicks on stars that has been followed.
    """

    heads: Names = field(default_factory=dict)
    bodies: Names = field(default_factory=dict)
    heard: int = 0

    def tell(self, heads: Texts, bodies: Texts) -> dict[str, list[list[str]]]:
        """What to tell of heads and bodies, and note it: for each its film, its name, and the HTML that is not known.

        Of the films whose heads are told, the browser keeps the bodies that it has.
        """
        known = {*self.heads.values(), *self.bodies.values()}
        if heads:
            self.heads = _names(heads)
        self.bodies = {film: name for film, name in self.bodies.items() if film in self.heads} | _names(bodies)
        told = {"films": heads, "bodies": bodies} if heads else {"bodies": bodies}
        return {
            part: [[film, text.name, *([] if text.name in known else [text.html])] for film, text in texts.items()]
            for part, texts in told.items()
        }


def draw(view: View, heads: Texts, bodies: Texts, stars: Mapping[str, str], *, tells: bool) -> None:
    """Draw cards; `tells` is whether the browser says at once what is opened or closed.

    Args:
        view: what the visitor has chosen.
        heads: what the closed cards show.
        bodies: what is in those that are open.
        stars: what "put" and "take" are called, with `{film}` where the name of a film stands.
        tells: see above.
    """
    known = _told()
    _tell(
        {
            **known.tell(heads, bodies),
            "open": view.open,
            "most": MOST_OPEN,
            "shortlist": view.shortlist,
            "isFull": len(view.shortlist) >= MOST_PICKED,
            "heard": known.heard,
            "stars": stars,
            "tells": tells,
        }
    )
    component()(
        key=KEY,
        on_starred_change=_star,
        on_turned_change=_follow,
        on_lacking_change=_send_again,
    )


def draw_bodies(bodies: Texts) -> None:
    """Tell what is in all cards that are drawn."""
    _tell(_told().tell({}, bodies))


def _names(texts: Texts) -> Names:
    return {film: text.name for film, text in texts.items()}


def _tell(data: dict[str, Any]) -> None:
    st.html(render("told.html", english(), data=data))


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
    known = _told()
    known.heads, known.bodies = {}, {}
    for name in ("films", "bodies"):
        session().drawn.pop(name, None)
    change(lambda view: view)
