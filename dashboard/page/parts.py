"""The parts of the page that follow the view: each is drawn anew only when something that it shows has changed."""

from __future__ import annotations

from typing import Literal, get_args

from dashboard.explore.view import View

Part = Literal["shown", "timeline", "films", "sidebar", "shortlist", "files", "languages", "hints"]
"""In the order in which they are drawn anew: what a visitor looks at first, what they rarely look at last."""
PARTS: tuple[Part, ...] = get_args(Part)

Seen = dict[Part, object]
"""By part, all that it shows of a view; a part that shows the same is not drawn anew."""


def seen(view: View, chart: object, table: object, said: object, lists_marks: bool) -> Seen:
    """What each part shows of a view.

    A part whose links lead on from the view shows all of it.

    Args:
        view: what the visitor has chosen.
        chart: what tells one timeline from another drawn instead of it.
        table: the same for the table.
        said: what stands beside the number of films.
        lists_marks: whether the timeline stands there as a list of links too.
    """
    films = (view.list, view.search, view.years, view.chosen, view.all_of, view.ranges)
    return {
        "shown": (films, view.film, view.open, view.shortlist, said),
        "films": (view, table),
        "timeline": (films, view.lane, chart, view if view.film or lists_marks else None),
        "sidebar": (films, view.more, view.order, view.film is None),
        "shortlist": (view.list, view.shortlist, view.showings, view.programme),
        "files": view,
        "languages": view,
        "hints": None,
    }


def outdated(drawn: Seen, now: Seen) -> list[Part]:
    """The parts that show something else now than when they were drawn, or were not drawn to their end."""
    return [part for part in PARTS if part not in drawn or drawn[part] != now[part]]
