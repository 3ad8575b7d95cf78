"""The parts of the page that follow the view: each is drawn anew only when something that it shows has changed."""

from __future__ import annotations

from typing import Literal, get_args

from dashboard.query.view import ALL_YEARS, View

Part = Literal[
    "shown",
    "timeline",
    "films",
    "selected",
    "evidence",
    "filters",
    "order",
    "search",
    "history",
    "twin",
    "shortlist",
    "files",
    "languages",
    "hints",
]
"""In the order in which they are drawn anew: what a visitor looks at first, what they rarely look at last."""
RESULTS = frozenset(("shown", "timeline", "films"))
"""What a visitor waits for; a browser gets a moment to show it before it gets the rest."""
PARTS: tuple[Part, ...] = get_args(Part)

Seen = dict[Part, object]
"""By part, all that it shows of a view; a part that shows the same is not drawn anew."""


def seen(view: View, said: object, lists_marks: bool) -> Seen:
    """What each part shows of a view of a list; another list is another page.

    A part whose links lead on from the view shows all of it.

    Args:
        view: what the visitor has chosen.
        said: what stands beside the number of films.
        lists_marks: whether the timeline stands there as a list of links too.
    """
    films = (view.search, view.years, view.chosen, view.modes, view.ranges)
    is_filtered = bool(view.search or view.chosen or view.ranges) or view.years != ALL_YEARS
    return {
        "shown": (films, view.film, view.open, view.shortlist, said),
        "timeline": (films, view.history_track, view.film),
        "films": view,
        "selected": view if view.film else None,
        "evidence": films,
        "filters": (films, view.more),
        "order": (view.order, is_filtered, view.film is None),
        "search": (view.search, view.years),
        "history": view.history_track,
        "twin": view if lists_marks else None,
        "shortlist": (view.shortlist, view.showings, view.programme),
        "files": view,
        "languages": view,
        "hints": None,
    }


def outdated(drawn: Seen, now: Seen) -> list[Part]:
    """The parts that show something else now than when they were drawn, or were not drawn to their end."""
    return [part for part in PARTS if part not in drawn or drawn[part] != now[part]]
