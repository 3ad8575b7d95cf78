"""A film as other sites show it beside a link: its picture or plate, and what can be established of it."""

from __future__ import annotations

from base64 import b64encode

from dashboard.charts.fonts import TEXT_STACK, TITLE_STACK
from dashboard.charts.theme import PALETTES
from dashboard.charts.vega import png
from dashboard.exports.head.preview import film_description
from dashboard.exports.timeline_image import NO_CHARACTER, PREVIEW, Block
from dashboard.i18n.names import list_title
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.render.plates.plate import plate_of, plate_svg
from dashboard.render.templates import render

LEFT, TOP, WIDTH = 48, 45, 360
"""Where picture or plate stand, and how wide."""
BESIDE = LEFT + WIDTH + 48
"""Where the text begins."""
ROOM = PREVIEW[0] - BESIDE - LEFT
"""How wide it can be."""
TITLE = Block("title", 60, 60, 0.4, 3)
WORDS = Block("words", 27, 38, 0.5, 6)
FOOT = Block("foot", 22, 30, 0.5, 2)


def film_image(result: QueryResult) -> bytes:
    """The film of a view as a PNG of `PREVIEW` pixels, dark.

    Raises:
        NotDrawnError: if it cannot be drawn here.
    """
    film = result.view.film or ""
    language, picture = result.language, result.loaded.pictures.get(film)
    title = TITLE.lines(film_name(result.index, film, language), TOP, ROOM)
    words = WORDS.lines(film_description(result, film), title[-1].y + 28, ROOM)
    credit = (
        f"{picture.author} · {picture.licence}" if picture and picture.author else picture.licence if picture else ""
    )
    foot = [FOOT.lines(text, 0, ROOM)[0].text for text in (credit, list_title(result.info, language)) if text]
    plate = plate_svg(plate_of(result.loaded, film, language), language, "dark", (LEFT, TOP, WIDTH))
    svg = render(
        "film_image.svg",
        language,
        size=PREVIEW,
        palette=PALETTES["dark"],
        stacks=(TEXT_STACK, TITLE_STACK),
        at=(LEFT, TOP, WIDTH, WIDTH * 1.5),
        beside=BESIDE,
        picture=b64encode(picture.jpeg).decode() if picture else "",
        plate=plate,
        lines=[*title, *words],
        foot=foot,
    )
    return png(NO_CHARACTER.sub("", svg), scale=1)
