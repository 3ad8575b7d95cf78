"""Where the names of a list's films stand beside their dots: each where it touches nothing at the plot's width.

Places across are parts of the plot's width and names have a width in pixels, so what has room on one plot has it on
every wider one. The lanes are therefore the same at every width, and each name says from which width on it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from dashboard.charts.text_width import cut, text_width

PLOTS = (300, 420, 540, 640, 770)
"""Widths of a plot in pixels, from each of which on more names may be drawn.

The first is the narrowest phone's, the last that of a window 1280 wide: it decides who has a name, and in which lane.
"""
SIZE = 16
"""The height of a name's letters in pixels."""
WIDEST = 160
"""Pixels of the widest name; a longer one is cut."""
GAP = 12
"""Pixels from the middle of a dot to its name."""
APART = 18
"""The fewest pixels between two dots of a lane on the narrowest plot."""
BEFORE, BEYOND = 16, 6
"""Pixels of the last of `PLOTS` kept free before a dot, and after a name."""
HALF = 10
"""Pixels from the middle of a dot to where a name may end."""

Side = Literal["left", "right"]
Grid = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Names:
    """How the films of a list stand, in the order they were given.

    Attributes:
        lanes: each film's lane, 0 at the bottom.
        names: what is drawn beside each dot; empty for none.
        sides: where it stands.
        rooms: the narrowest plot in pixels on which the name is drawn; 0 for none.
    """

    lanes: tuple[int, ...]
    names: tuple[str, ...]
    sides: tuple[Side, ...]
    rooms: tuple[int, ...]


class Span(NamedTuple):
    """The side of a film's name, if it has one, and the pixels of the widest plot that both take of their lane."""

    side: Side | None
    first: float
    last: float

    @property
    def pixels(self) -> slice:
        """Where it lies in a grid."""
        return slice(max(0, floor(self.first) + WIDEST), floor(self.last) + WIDEST + 1)


def arranged(places: Sequence[float], titles: Sequence[str], most: int) -> Names | None:
    """The films of a list in the fewest lanes in which every name has room, else in `most` with as many as have.

    Args:
        places: of each film, from 0 to 1 across the plot.
        titles: of each film.
        most: lanes.

    Returns:
        None where the dots do not fit into so many lanes, or fewer than half of the films would have a name.
    """
    names = [cut(title, WIDEST, SIZE) for title in titles]
    widths = [text_width(name, SIZE) for name in names]
    spans = _in_fewest_lanes([place * PLOTS[-1] for place in places], widths, most)
    if 2 * _named(spans) < max(1, len(titles)):
        return None
    lanes = _lanes(spans)
    return Names(
        lanes,
        tuple(name if span.side else "" for name, span in zip(names, spans, strict=True)),
        tuple(span.side or "right" for span in spans),
        _rooms(places, widths, spans, lanes),
    )


def _in_fewest_lanes(middles: Sequence[float], widths: Sequence[float], most: int) -> list[Span]:
    best: list[Span] = []
    for lanes in range(1, most + 1):
        spans = _spans(middles, widths, lanes)
        if _named(spans) > _named(best):
            best = spans
        if _named(best) == len(middles):
            break
    return best


def _named(spans: Sequence[Span]) -> int:
    return sum(span.side is not None for span in spans)


def _spans(middles: Sequence[float], widths: Sequence[float], lanes: int) -> list[Span]:
    """Sides for the names, short ones first, so that no pixel is taken by more films than lanes.

    Returns:
        Nothing where the dots alone do not fit.
    """
    taken: Grid = np.zeros(PLOTS[-1] + 2 * WIDEST, np.int64)
    spans = [_dot(middle) for middle in middles]
    for span in spans:
        taken[span.pixels] += 1
    if taken.max() > lanes:
        return []
    for at in _short_first(widths):
        taken[spans[at].pixels] -= 1
        ways = [(taken[way.pixels].max(), way) for way in _ways(middles[at], widths[at])]
        _, spans[at] = min((way for way in ways if way[0] < lanes), default=(0, spans[at]), key=lambda way: way[0])
        taken[spans[at].pixels] += 1
    return spans


def _short_first(widths: Sequence[float]) -> list[int]:
    return sorted((at for at, width in enumerate(widths) if width), key=lambda at: widths[at])


def _dot(middle: float) -> Span:
    return Span(None, middle - BEFORE, middle - BEFORE + APART * PLOTS[-1] / PLOTS[0])


def _ways(middle: float, width: float) -> Iterator[Span]:
    """The spans of a film with its name, on each side where the plot has room for it."""
    dot, reach = _dot(middle), GAP + width
    if middle + reach <= PLOTS[-1]:
        yield Span("right", dot.first, max(dot.last, middle + reach + BEYOND))
    if middle - reach >= 0:
        yield Span("left", min(dot.first, middle - reach - BEYOND), dot.last)


def _lanes(spans: Sequence[Span]) -> tuple[int, ...]:
    """The lowest free lane for each span, from left to right: as many in all as lie over the fullest pixel."""
    lanes, ends = [0] * len(spans), list[int]()
    for at in sorted(range(len(spans)), key=lambda at: spans[at].pixels.start):
        pixels = spans[at].pixels
        lane = next((lane for lane, end in enumerate(ends) if end <= pixels.start), len(ends))
        ends[lane : lane + 1] = [pixels.stop]
        lanes[at] = lane
    return tuple(lanes)


def _rooms(
    places: Sequence[float], widths: Sequence[float], spans: Sequence[Span], lanes: Sequence[int]
) -> tuple[int, ...]:
    """The narrowest of `PLOTS` for each name, short ones first; it has room on all wider ones too."""
    rooms = [0] * len(places)
    for plot in PLOTS:
        middles = [place * plot for place in places]
        taken = [(lane, middle - HALF, middle + HALF) for lane, middle in zip(lanes, middles, strict=True)]
        for at in sorted(_short_first(widths), key=lambda at: not rooms[at]):
            name = (lanes[at], *_reach(middles[at], widths[at], spans[at].side))
            if spans[at].side and (rooms[at] or _has_room(name, taken, plot)):
                taken.append(name)
                rooms[at] = rooms[at] or plot
    return tuple(rooms)


Taken = tuple[int, float, float]
"""A lane, and the pixels from and to which something takes it."""


def _reach(middle: float, width: float, side: Side | None) -> tuple[float, float]:
    """From where to where a name takes its lane, with the space at its end."""
    near, far = GAP, GAP + width + BEYOND
    return (middle - far, middle - near) if side == "left" else (middle + near, middle + far)


def _has_room(name: Taken, taken: Sequence[Taken], plot: int) -> bool:
    lane, first, last = name
    is_inside = first + BEYOND >= 0 and last - BEYOND <= plot
    return is_inside and all(ends <= first or last <= begins for other, begins, ends in taken if other == lane)
