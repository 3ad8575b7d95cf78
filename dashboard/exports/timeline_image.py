"""The timeline of the films shown as an image: what it shows, in words, and where it comes from stand in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import wrap
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.colouring import colouring_of
from dashboard.charts.fonts import TEXT_STACK, TITLE_STACK, Face, needed
from dashboard.charts.history import SHAPES
from dashboard.charts.marks import has_dots
from dashboard.charts.picture import WIDTHS, Picture, Placed, coloured_picture
from dashboard.charts.scene import Bar, Piece, Symbol, Text, fitting, number
from dashboard.charts.theme import INKS, PALETTES, Palette, ThemeName
from dashboard.charts.timeline import history_track
from dashboard.charts.vega import NotDrawnError
from dashboard.charts.vega import png as as_png
from dashboard.exports.export import Export
from dashboard.query.in_words import colour_names, coloured_by
from dashboard.query.result import QueryResult, address
from dashboard.render.citation import about
from dashboard.render.templates import render
from dashboard.render.timeline_list import Mark, timeline_marks

MARGIN = 40
WIDTH = WIDTHS[-1] + 2 * MARGIN
"""Pixels: the timeline is as wide as on a page."""
PREVIEW = (1200, 630)
"""Pixels of the image that other sites show beside a link."""
NO_CHARACTER = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may stand in no XML."""
SIGN = 6.5
"""Half the width of a sign of the legend."""
LEGEND_LINE, LEGEND_GAP = 26, 46
"""Pixels of a line of the legend, and of a sign with the space around it."""


class TextLine(NamedTuple):
    """A line of text: where its baseline is, and how high its letters are."""

    text: str
    y: float
    size: int
    look: str


class LegendSign(NamedTuple):
    """A sign of the legend, and what it means; it stands at x and y."""

    symbol: Symbol
    text: str
    x: float
    y: float


@dataclass(frozen=True)
class Block:
    """How a text is set.

    Attributes:
        look: what the image's style calls it.
        size: the height of its letters in pixels.
        line: the height of its lines in pixels.
        letter: about how wide a letter is, as a part of `size`.
        most: lines.
    """

    look: str
    size: int
    line: int
    letter: float
    most: int

    def lines(self, text: str, y: float, width: float = WIDTHS[-1]) -> list[TextLine]:
        """The lines of a text from `y` down; the last of `most` ends with an ellipsis if more would follow."""
        cut = wrap(text, fitting(text, width, self.size, self.letter), max_lines=self.most, placeholder="…")
        return [TextLine(each, y + self.line * (at + 0.8), self.size, self.look) for at, each in enumerate(cut)]


HEADING = Block("title", 46, 46, 0.4, 3)
WORDS = Block("words", 18, 25, 0.49, 4)
FOOT = Block("foot", 14, 20, 0.49, 6)


def svg(theme: ThemeName, result: QueryResult, here: str) -> bytes:
    """The image as SVG, with the faces that its texts are in.

    Raises:
        NotDrawnError: if it cannot be drawn here.
    """
    text = _image(result, here, theme)
    return _image(result, here, theme, needed(text)).encode()


def png(theme: ThemeName, result: QueryResult, here: str) -> bytes:
    """The image as PNG; raises what `svg` does."""
    return as_png(_image(result, here, theme))


def preview(result: QueryResult) -> bytes:
    """The image as other sites show it beside a link: a PNG of `PREVIEW` pixels, dark, without link and date.

    Raises:
        NotDrawnError: if it cannot be drawn here.
    """
    image, height = _drawn(result, "", "dark", has_link=False)
    scale = min(PREVIEW[0] / WIDTH, PREVIEW[1] / height)
    svg = render(
        "preview_image.svg",
        result.language,
        size=PREVIEW,
        background=PALETTES["dark"].background,
        x=number((PREVIEW[0] - scale * WIDTH) / 2),
        y=number((PREVIEW[1] - scale * height) / 2),
        scale=scale,
        image=Markup(image),  # noqa: S704
    )
    return as_png(svg, scale=1)


def _image(result: QueryResult, here: str, theme: ThemeName, faces: Sequence[Face] = ()) -> str:
    return _drawn(result, here, theme, faces)[0]


def _drawn(
    result: QueryResult,
    here: str,
    theme: ThemeName,
    faces: Sequence[Face] = (),
    *,
    has_link: bool = True,
) -> tuple[str, float]:
    """The image as SVG, and its height in pixels."""
    palette = PALETTES[theme]
    drawn = coloured_picture(result.loaded, result.language, result.has_history_track, result.view.colour)
    if drawn is None:
        raise NotDrawnError
    says = about(result, address(result.view, here))
    head = HEADING.lines(says.title, MARGIN)
    head += WORDS.lines(_in_words(result, says.in_words), _below(head) + 4)
    chart = _below(head) + 24
    signs = _legend(result, palette, chart + drawn.height + 10)
    rule = max((sign.y for sign in signs), default=chart + drawn.height) + 24
    foot = FOOT.lines(says.line, rule + 12)
    if has_link:
        foot += FOOT.lines(says.cite, _below(foot))
    height = _below(foot) + MARGIN / 2
    text = render(
        "timeline_image.svg",
        result.language,
        width=WIDTH,
        height=number(height),
        margin=MARGIN,
        palette=palette,
        stacks=(TEXT_STACK, TITLE_STACK),
        faces=faces,
        title=says.title,
        lines=[*head, *foot],
        rule=number(rule),
        plot=(MARGIN + drawn.wide[0], number(chart), WIDTHS[-1] - sum(drawn.wide), drawn.height),
        frame=_inked(drawn.frame, palette),
        marks=_marks(result, drawn, palette),
        signs=signs,
    )
    return NO_CHARACTER.sub("", text), height


def _in_words(result: QueryResult, shown: str) -> str:
    """What is shown, and what the marks stand for where a visitor has chosen it."""
    colour, language = result.view.colour, result.language
    return f"{shown} · {coloured_by(colour_names(result.index, language)[colour], language)}" if colour else shown


def _below(lines: Sequence[TextLine]) -> float:
    return lines[-1].y + lines[-1].size * 0.3


def _inked(pieces: Iterable[Placed], palette: Palette) -> list[Placed]:
    """What a wide page shows of some pieces, in the colours of a theme."""
    colours = dict(zip(vars(INKS["page"]).values(), vars(palette).values(), strict=True))
    return [
        Placed(_in_colours(piece, colours))
        for piece, pages in pieces
        if pages != "narrow" and getattr(piece, "fill", "") != "transparent"
    ]


def _in_colours(piece: Piece, colours: Mapping[str, str]) -> Piece:
    named = {name: getattr(piece, name) for name in ("fill", "stroke", "rim") if hasattr(piece, name)}
    return piece._replace(**{name: colours.get(colour, colour) for name, colour in named.items()})


def _marks(result: QueryResult, drawn: Picture, palette: Palette) -> Iterator[tuple[Mark, list[Placed]]]:
    """What each mark says, and its pieces as they look in this view."""
    for mark, pieces in zip(timeline_marks(result), drawn.marks, strict=True):
        inked = _inked(pieces, palette)
        yield mark, [Placed(_as_shown(piece, mark.share, palette)) for piece, _ in inked]


def _as_shown(piece: Piece, share: float, palette: Palette) -> Piece:
    """A piece of a mark of which a share passes the filters."""
    if isinstance(piece, Bar) and piece.is_part:
        hidden = float(piece.height) * (1 - share)
        return piece._replace(y=number(float(piece.y) + hidden), height=number(float(piece.height) - hidden))
    if share:
        return piece
    if isinstance(piece, Text):
        return piece._replace(fill=palette.quiet)
    return piece._replace(fill=palette.background, stroke=palette.ring) if isinstance(piece, Symbol) else piece


def _legend(result: QueryResult, palette: Palette, y: float) -> list[LegendSign]:
    """The signs that occur, in lines from `y` down: those of films, then those of history."""
    signs: list[LegendSign] = []
    for meanings in (_of_films(result, palette), _of_history(result, palette)):
        x = float(MARGIN)
        for shape, fill, stroke, text in meanings:
            width = len(text) * (7 if text.isascii() else 8) + LEGEND_GAP
            if x + width > WIDTH - MARGIN + LEGEND_GAP / 2:
                x, y = float(MARGIN), y + LEGEND_LINE
            place = (number(x + SIGN), number(y))
            signs.append(LegendSign(Symbol(*place, shape, SIGN, fill, stroke, "1.5"), text, x + 2 * SIGN + 8, y))
            x += width
        y += LEGEND_LINE if x > MARGIN else 0
    return signs


Meaning = tuple[str, str, str, str]
"""Shape, fill, stroke, and what it means."""


def _of_films(result: QueryResult, palette: Palette) -> Iterator[Meaning]:
    index, language = result.index, result.language
    is_hiding, usual = len(result.rows) < len(index), "circle" if has_dots(index) else "square"
    legend = colouring_of(result).legend if has_dots(index) else ()
    for sign, label, _ in legend:
        colour = getattr(palette, sign.colour)
        yield sign.shape, colour, colour, label
    if is_hiding and not legend:
        yield usual, palette.accent, palette.accent, language.gettext("shown")
    if is_hiding:
        yield usual, palette.background, palette.ring, language.gettext("filtered out")


def _of_history(result: QueryResult, palette: Palette) -> Iterator[Meaning]:
    kinds = {each.kind for each in history_track(result.loaded).milestones} if result.has_history_track else ()
    for kind in (each for each in SHAPES if each in kinds):
        yield SHAPES[kind][0], palette.quiet, palette.quiet, result.language.pgettext("kind of event", kind)


def _has_years(result: QueryResult) -> bool:
    return result.index.span is not None


def _export(ending: str, media_type: str, write: Callable[[ThemeName, QueryResult, str], bytes]) -> Export:
    return Export(
        lambda language: language.gettext("Timeline as {format}", format=ending.upper()),
        ending,
        media_type,
        partial(write, "light"),
        has_address=False,
        is_dated=True,
        in_theme=write,
        fits=_has_years,
    )


SVG = _export("svg", "image/svg+xml", svg)
PNG = _export("png", "image/png", png)
