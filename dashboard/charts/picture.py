"""The timeline as a picture that stands in a page, in that page's colours, before any script has come.

It takes the box of the live timeline at every width: its height is the same, and all that stands on the axis of years
moves with it. What else depends on the width, such as which years are written, is there for narrow and for wide pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from threading import Lock, Thread
from time import monotonic
from typing import Any, NamedTuple

import numpy as np

from dashboard.charts import timeline
from dashboard.charts.marks import data, film_names, placed
from dashboard.charts.scene import Piece, Scene, Symbol, Text
from dashboard.charts.theme import INKS
from dashboard.charts.vega import NotDrawnError, scenes
from dashboard.i18n.languages import Language
from dashboard.query.cache import cached
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList

WIDTHS = (358, 820)
"""Pixels of the live timeline on a phone 390 wide, and in a window 1280 wide."""
LAYOUT = {"autosize": {"type": "fit", "contains": "padding"}, "padding": {"bottom": 20}}
"""How Streamlit fits a chart into its box."""
REST = 60
"""Seconds after which a list is drawn again that could not be."""


class Placed(NamedTuple):
    """A piece, and on which pages it is there.

    Attributes:
        piece: the piece.
        pages: "all" of them, "narrow" or "wide" ones, or "from-" and the width of the narrowest plot in pixels.
    """

    piece: Piece
    pages: str = "all"


@dataclass(frozen=True)
class Picture:
    """The timeline of a list, every film shown.

    Attributes:
        height: pixels.
        narrow: pixels left and right of the plot on a narrow page.
        wide: the same on a wide one.
        frame: axes, history, and what else belongs to no mark.
        marks: the pieces of each mark, in the order of `marks.data`.
    """

    height: int
    narrow: tuple[int, int]
    wide: tuple[int, int]
    frame: tuple[Placed, ...]
    marks: tuple[tuple[Placed, ...], ...]


def picture(loaded: LoadedList, language: Language, has_history_track: bool) -> Picture | None:
    """The picture of a list's timeline, drawn once; None for a list without years, and where it cannot be drawn."""
    _beside(loaded, language, has_history_track).join()
    return _in_turn(loaded, language, has_history_track)


def coloured_picture(loaded: LoadedList, language: Language, has_history_track: bool, colour: str) -> Picture | None:
    """The same with the shapes and colours of a facet, of a list of dots; nothing is drawn again for that."""
    drawn = picture(loaded, language, has_history_track)
    if drawn is None or not colour:
        return drawn
    table = placed(loaded.index, language, colour)
    marks = zip(drawn.marks, table["shape"], table["colour"], strict=True)
    return replace(drawn, marks=tuple(tuple(_coloured(each, *sign) for each in pieces) for pieces, *sign in marks))


def _coloured(part: Placed, shape: str, colour: str) -> Placed:
    """A piece of a film; its dot is the one symbol with a stroke."""
    if not isinstance(part.piece, Symbol) or part.piece.stroke == "none":
        return part
    ink = getattr(INKS["page"], colour)
    return part._replace(piece=part.piece._replace(shape=shape, fill=ink, stroke=ink))


def _in_turn(loaded: LoadedList, language: Language, has_history_track: bool) -> Picture | None:
    turn = _turn(loaded)
    with turn.lock:
        if loaded.index.span is None or monotonic() < turn.rests_until:
            return None
        try:
            return _drawn(loaded, language, has_history_track)
        except NotDrawnError:
            turn.rests_until = monotonic() + REST
            return None


def is_drawn(loaded: LoadedList, language: Language, has_history_track: bool) -> bool:
    """Whether nobody waits for a picture; until then it is being drawn, from now on."""
    return not _beside(loaded, language, has_history_track).is_alive()


@cached(8)
def _beside(loaded: LoadedList, language: Language, has_history_track: bool) -> Thread:
    drawing = Thread(target=_in_turn, args=(loaded, language, has_history_track), daemon=True)
    drawing.start()
    return drawing


def height(loaded: LoadedList, language: Language, has_history_track: bool) -> int:
    """Pixels of the box that a timeline takes; 0 for a list without years."""
    if loaded.index.span is None:
        return 0
    pixels: int = timeline.drawing(loaded, "page", language, has_history_track)["height"]
    return pixels


@dataclass
class _Turn:
    """Who asks for a list's picture waits until it is drawn for another; what failed is tried again after a while."""

    lock: Lock
    rests_until: float = 0.0


@cached(1)
def _turn(_: LoadedList) -> _Turn:
    return _Turn(Lock())


@cached(8)
def _drawn(loaded: LoadedList, language: Language, has_history_track: bool) -> Picture:
    spec = with_films(timeline.drawing(loaded, "page", language, has_history_track), loaded.index, language)
    narrow, wide = map(Scene, scenes([spec | LAYOUT | {"width": width} for width in WIDTHS]))
    marks = list(zip(*narrow.layers, *wide.layers, strict=True))
    named = film_names(loaded.index, language)
    names = zip(named.names, named.rooms, strict=True) if named else [("", 0)] * len(marks)
    return Picture(
        spec["height"],
        narrow.sides,
        wide.sides,
        tuple(chain.from_iterable(map(_merged, narrow.frame, wide.frame))),
        tuple(_mark(*name, pieces) for name, pieces in zip(names, marks, strict=True)),
    )


def with_films(spec: dict[str, Any], index: Index, language: Language) -> dict[str, Any]:
    """A timeline's specification with all films of its list in it, and nothing to select.

    Names that were given their room are left out: what draws here would measure them by fonts that no page has.
    """
    table = data(index, np.ones(len(index), np.bool_), language)
    if film_names(index, language):
        table = table.assign(name="")
    films = {"values": table.drop(columns=["id", "line", "description"], errors="ignore").to_dict("records")}
    layers = [
        layer if "data" in layer else layer | {"data": films, "name": f"{timeline.FILMS}{at}"}
        for at, layer in enumerate(spec["layer"])
    ]
    return {name: value for name, value in spec.items() if name != "params"} | {"layer": layers}


def _merged(narrow: Sequence[Piece], wide: Sequence[Piece]) -> tuple[Placed, ...]:
    """The pieces of a narrow and of a wide page; those that are the same on both are there once."""
    same, few = set(wide), set(narrow)
    return (
        *(Placed(piece, "all" if piece in same else "narrow") for piece in narrow),
        *(Placed(piece, "wide") for piece in wide if piece not in few),
    )


def _mark(name: str, room: int, pieces: Sequence[Piece]) -> tuple[Placed, ...]:
    """A mark's pieces, of a narrow page and then of a wide one, layer by layer.

    Args:
        name: what stands beside the mark on every page whose plot is at least `room` pixels wide.
        room: 0 where the pieces have the name themselves, or none.
        pieces: all of them.
    """
    half = len(pieces) // 2
    layers = zip(pieces[:half], pieces[half:], strict=True)
    placed = chain.from_iterable(
        (Placed(wide._replace(text=name), f"from-{room}"),)
        if room and isinstance(wide, Text)
        else _merged((narrow,), (wide,))
        for narrow, wide in layers
    )
    return tuple(each for each in placed if not isinstance(each.piece, Text) or each.piece.text)
