"""A part of the page that follows the view: drawn again only when something that it shows has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dashboard.query.named_views import NamedView
from dashboard.query.result import QueryResult
from dashboard.query.url import Ignored
from dashboard.query.view import ALL_YEARS, View

Place = Literal["page", "top", "timeline", "sidebar"]
"""On the page, in its part with the count and the search side by side, in that where a film can stand beside the
timeline, or in the sidebar.
"""
Turn = Literal[0, 1, 2]
RESULT: Final = 0
SOON: Final = 1
LAST: Final = 2
"""When a section is drawn again: with what a visitor waits for, after that, or with what they rarely look at."""


@dataclass(frozen=True)
class PageState:
    """All that a section may depend on.

    Attributes:
        view: what the visitor has chosen.
        ignored: what the link named in vain.
        named: views of the list that the visitor has named.
        search_box: the key of the box for a search, which is another where the one there holds another search.
    """

    view: View
    ignored: tuple[Ignored, ...] = ()
    named: tuple[NamedView, ...] = ()
    search_box: str = ""

    @property
    def filters(self) -> tuple[object, ...]:
        """All that decides which films are shown, and what is known of them."""
        view = self.view
        return view.search, view.years, view.chosen, view.modes, view.ranges, view.seen

    @property
    def is_filtered(self) -> bool:
        """Whether any filter is in force."""
        view = self.view
        return bool(view.search or view.chosen or view.ranges) or view.years != ALL_YEARS


@dataclass(frozen=True)
class Section:
    """One part of the page.

    Attributes:
        name: its own, in the page's markup too.
        place: where it stands, below the sections before it in the registry.
        draw: draws it.
        dependencies: all that it shows, of a view of a list; another list is another page. A section that shows the
            same is not drawn again. One whose links lead on from the view depends on the whole view.
        turn: when it is drawn again, where several are.
        prepare: makes what `draw` needs and what is kept, so that it is drawn at once after that; None for nothing.
    """

    name: str
    place: Place
    draw: Callable[[QueryResult], None]
    dependencies: Callable[[PageState], object]
    turn: Turn = SOON
    prepare: Callable[[QueryResult], object] | None = None


Dependencies = dict[str, object]
"""By a section's name, what it shows."""


def dependencies(sections: Sequence[Section], state: PageState) -> Dependencies:
    """What each section shows now."""
    return {each.name: each.dependencies(state) for each in sections}


def outdated(sections: Sequence[Section], drawn: Mapping[str, object], now: Mapping[str, object]) -> list[str]:
    """The names of those that show something else now than when they were drawn, or were not drawn to their end.

    In the order in which they are to be drawn.
    """
    in_turn = sorted(sections, key=lambda each: each.turn)
    return [each.name for each in in_turn if each.name not in drawn or drawn[each.name] != now[each.name]]
