"""The pieces that Vega draws of a timeline, with their places across in per cent of the plot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import sqrt
from typing import Any, NamedTuple
from unicodedata import east_asian_width

from dashboard.charts.colouring import OTHER, UNKNOWN
from dashboard.charts.fonts import TITLE
from dashboard.charts.timeline import FILMS
from dashboard.i18n.texts import shortened

LETTER = 0.34
"""How wide a letter of a title is, about, as a part of its height."""
BASELINES = {"top": 0.79, "middle": 0.3, "bottom": -0.21}
"""Parts of a letter's height from where a text stands down to its baseline, as Vega draws it."""
ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_HIGH = sqrt(3) / 2


def _corners(path: str) -> tuple[tuple[float, float], ...]:
    """The corners of a sign whose shape is an outline of straight lines."""
    return tuple((float(x), float(y)) for x, y in re.findall(r"[ML]([-.\d]+),([-.\d]+)", path))


OUTLINES = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((-1, 0), (0, -1), (1, 0), (0, 1)),
    "triangle-up": ((0, -_HIGH), (-1, _HIGH), (1, _HIGH)),
    "triangle-down": ((0, _HIGH), (-1, -_HIGH), (1, -_HIGH)),
    "triangle-right": ((_HIGH, 0), (-_HIGH, -1), (-_HIGH, 1)),
    **{sign.shape: _corners(sign.shape) for sign in (OTHER, UNKNOWN)},
    "cross": (
        *((-1, -0.4), (-1, 0.4), (-0.4, 0.4), (-0.4, 1), (0.4, 1), (0.4, 0.4)),
        *((1, 0.4), (1, -0.4), (0.4, -0.4), (0.4, -1), (-0.4, -1), (-0.4, -0.4)),
    ),
}
"""Corners of Vega's symbols whose width is two; every other is a circle."""


class Line(NamedTuple):
    """A straight line."""

    x: str
    y: str
    x2: str
    y2: str
    stroke: str
    width: str
    tag: str = "line"


class Text(NamedTuple):
    """A text from its baseline on; `is_title` tells which face it has, and `rim` the colour around it, if any."""

    x: str
    y: str
    dx: str
    anchor: str
    size: str
    fill: str
    rim: str
    is_title: bool
    text: str
    tag: str = "text"


class Symbol(NamedTuple):
    """A symbol around a place, as Vega calls its shape, `half` pixels wide on either side."""

    x: str
    y: str
    shape: str
    half: float
    fill: str
    stroke: str
    width: str
    tag: str = "symbol"

    @property
    def path(self) -> str:
        """Its outline."""
        return outline(self.shape, self.half)


class Bar(NamedTuple):
    """A bar; `is_part` tells whether a page shows only a part of it, from below."""

    x: str
    y: str
    width: str
    height: str
    fill: str
    stroke: str
    is_part: bool
    tag: str = "bar"


Piece = Line | Text | Symbol | Bar


class Scene:
    """What Vega draws of a timeline.

    Attributes:
        sides: pixels left and right of the plot.
        frame: the pieces of each layer that has none of a film or a year; none of them is an empty text.
        layers: the pieces of each layer of films or years, in the order of its data.
    """

    def __init__(self, graph: dict[str, Any]) -> None:
        plot = graph["scenegraph"]["items"][0]
        left = round(graph["origin"][0])
        self.sides = (left, round(graph["width"] - plot["width"]) - left)
        self.frame: list[list[Piece]] = []
        self.layers: list[list[Piece]] = []
        for mark, down in _marks(plot, graph["origin"][1]):
            pieces = [PIECES[mark["marktype"]](item, plot["width"], down) for item in mark["items"]]
            if mark.get("name", "").startswith(FILMS) and mark["marktype"] != "rule":
                self.layers += [] if _is_rimmed_below(mark) else [pieces]
            else:
                self.frame.append([piece for piece in pieces if not isinstance(piece, Text) or piece.text])


def _marks(group: dict[str, Any], down: float) -> Iterator[tuple[dict[str, Any], float]]:
    """The marks of a group and of the groups in it, each with the pixels from above at which its own begin."""
    for mark in group["items"]:
        if mark["marktype"] != "group":
            yield mark, down
        else:
            for inner in mark["items"]:
                yield from _marks(inner, down + inner.get("y", 0))


def _is_rimmed_below(mark: dict[str, Any]) -> bool:
    """Whether a film's texts stand on others with a rim, which a page draws with them."""
    return mark["marktype"] == "text" and not any("stroke" in item for item in mark["items"])


def fitting(text: str, pixels: float, size: float, letter: float) -> int:
    """How many characters of a text fit, about.

    Args:
        text: in any script; a letter of Chinese, Japanese or Korean is as wide as high.
        pixels: the room.
        size: the height of the letters.
        letter: the width of others, as a part of that.
    """
    is_broad = any(east_asian_width(character) in "WF" for character in text)
    return max(1, int(pixels / (size * (1 if is_broad else letter))))


def number(pixels: float) -> str:
    """A number with a digit behind the point, if it needs one.

    >>> number(12.04), number(-0.01), number(7.25)
    ('12', '0', '7.2')
    """
    return f"{round(pixels, 1) + 0:g}"


def _across(pixels: float, width: float) -> str:
    """A place in the plot; what stands left of it stays as far from it at every width."""
    return number(pixels) if pixels <= 0 else f"{round(100 * pixels / width, 2):g}%"


def _line(item: dict[str, Any], width: float, down: float) -> Line:
    x, y = item["x"], item["y"] + down
    x2, y2 = item.get("x2", x), item.get("y2", item["y"]) + down
    places = (_across(x, width), number(y), _across(x2, width), number(y2))
    return Line(*places, item["stroke"], number(item.get("strokeWidth", 1)))


def _text(item: dict[str, Any], width: float, down: float) -> Text:
    size = item["fontSize"]
    return Text(
        _across(item["x"], width),
        number(item["y"] + down + BASELINES[item["baseline"]] * size),
        number(item.get("dx", 0)),
        ANCHORS[item["align"]],
        number(size),
        item["fill"],
        item.get("stroke", ""),
        TITLE in item["font"],
        shortened(item["text"], fitting(item["text"], item.get("limit", width), size, LETTER)),
    )


def _symbol(item: dict[str, Any], width: float, down: float) -> Symbol:
    return Symbol(
        _across(item["x"], width),
        number(item["y"] + down),
        item["shape"],
        sqrt(item["size"]) / 2,
        item["fill"],
        item.get("stroke", "none"),
        number(item.get("strokeWidth", 0)),
    )


def outline(shape: str, half: float) -> str:
    """The path of a symbol around nought, as wide on either side as is said."""
    if shape in OUTLINES:
        return "M" + "L".join(f"{number(x * half)},{number(y * half)}" for x, y in OUTLINES[shape]) + "Z"
    arc = f"a{number(half)},{number(half)},0,1,1"
    return f"M-{number(half)},0{arc},{number(2 * half)},0{arc},-{number(2 * half)},0Z"


def _bar(item: dict[str, Any], width: float, down: float) -> Bar:
    return Bar(
        _across(item["x"], width),
        number(item["y"] + down),
        _across(item["width"], width),
        number(item["height"]),
        item["fill"],
        item.get("stroke", "none"),
        "stroke" not in item,
    )


PIECES: dict[str, Callable[[dict[str, Any], float, float], Piece]] = {
    "rule": _line,
    "text": _text,
    "symbol": _symbol,
    "rect": _bar,
}
"""What makes a piece of an item of a mark, by the kind of mark."""
