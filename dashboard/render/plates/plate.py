"""A film's plate: title, year, where it leads and its evidence, set in type over a drawing of its own."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

import numpy as np
from markupsafe import Markup

from dashboard.charts.scene import outline
from dashboard.charts.text_width import cut, text_width
from dashboard.charts.theme import INKS, STATUS_SIGNS, Ink, Sign
from dashboard.i18n.languages import Language
from dashboard.i18n.texts import apart
from dashboard.query.cache import cached
from dashboard.query.in_words import film_title
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.film_card import values_in_words
from dashboard.render.plates.title import SetTitle, set_title
from dashboard.render.templates import render

WIDTH = 200
"""How wide a plate is; it is half as high again."""
MARGIN = 12
SMALL = (19, 17, 16)
"""The heights of letters that year and place may have; of a place too long for the last one its end is cut."""
SEAL = 10
"""Half the width of the disc on which the mark stands."""
ART = 128
"""Where the drawing begins, from the top; it reaches the other three edges."""
TELLING = ("destination", "director", "country", "studio", "genres", "kind")
"""The columns of which the first that is known tells where a film leads, or what else it is."""
DRAWINGS = ("planet", "rays", "bands", "moon", "arcs", "dots", "orbits", "pillars", "lens", "year")
MOST_PLATES = 500
"""Plates of a list that are kept."""


class Roles(NamedTuple):
    """Which colours of a palette a plate has: its ground, its type, and the two of its drawing."""

    ground: str
    type: str
    shape: str
    tone: str


GROUNDS = (
    Roles("text", "background", "background", "accent"),
    Roles("accent", "background", "background", "text"),
    Roles("panel", "text", "accent", "text"),
)


@dataclass(frozen=True)
class Plate:
    """What stands on a film's plate.

    Attributes:
        title: as it is set.
        year: as a text; empty where it is not known.
        place: where the film leads, or what else tells of it, on one line; empty where nothing is known.
        small: the height of the letters of both.
        sign: the mark of its evidence; None for a list without statements.
        drawing: one of `DRAWINGS`.
        roles: its colours.
        chance: 24 numbers from 0 to 255, always the same for a film, by which drawings of one kind differ.
    """

    title: SetTitle
    year: str
    place: str
    small: int
    sign: Sign | None
    drawing: str
    roles: Roles
    chance: tuple[int, ...]


def plate(film: str, title: str, year: str = "", place: str = "", sign: Sign | None = None) -> Plate:
    """The plate of a film: its id alone chooses drawing and colours."""
    chance = sha256(film.encode("utf-8", "surrogatepass")).digest()
    has_head = bool(year or place or sign)
    drawings = DRAWINGS if year else DRAWINGS[:-1]
    room = WIDTH - 2 * MARGIN
    beside = (MARGIN if year else 0) + (2 * SEAL + MARGIN / 2 if sign else 0)
    small = next((size for size in SMALL if text_width(year + place, size) + beside <= room), SMALL[-1])
    return Plate(
        set_title(title, room, ART - MARGIN - (40 if has_head else MARGIN)),
        year,
        apart(cut(place, room - beside - text_width(year, small), small)),
        small,
        sign,
        drawings[chance[29] % len(drawings)],
        GROUNDS[chance[30] % len(GROUNDS)],
        tuple(chance[:24]),
    )


def plate_svg(plate: Plate, language: Language, ink: Ink = "page", at: tuple[float, ...] = ()) -> Markup:
    """A plate as SVG; `ink` says whose colours it has.

    `at`, where it is given, is where it stands in another drawing: from the left, from the top, and how wide.
    """
    palette = INKS[ink]
    colours = {role: getattr(palette, name) for role, name in plate.roles._asdict().items()}
    sign = plate.sign
    return render(
        "plate.svg",
        language,
        plate=plate,
        ink=colours,
        palette=palette,
        seal=outline(sign.shape, SEAL * 0.5) if sign else "",
        seal_colour=getattr(palette, sign.colour) if sign else "",
        at=at,
    )


def film_plate(result: QueryResult, film: str) -> Markup:
    """The plate of a film of a list as SVG, in the language and the colours of the page."""
    return _plate(result.loaded, film, result.language)


@cached(MOST_PLATES)
def _plate(loaded: LoadedList, film: str, language: Language) -> Markup:
    return plate_svg(plate_of(loaded, film, language), language)


def plate_of(loaded: LoadedList, film: str, language: Language) -> Plate:
    """What stands on the plate of a film of a list."""
    index = loaded.index
    year = index.years[index.position[film]]
    sign = STATUS_SIGNS[loaded.status(film)] if "evidence" in index.columns else None
    return plate(
        film,
        film_title(index, film, language),
        "" if np.isnan(year) else str(int(year)),
        _place(loaded, film, language),
        sign,
    )


def _place(loaded: LoadedList, film: str, language: Language) -> str:
    index, code = loaded.index, language.code.casefold()
    row = index.position[film]
    for column in (index.columns[name] for name in TELLING if name in index.columns):
        for name in filter(None, (index.translations.get((column.name, code)), column.name)):
            cell = index.cells(row)[name]
            if column.kind.is_known(cell):
                return ", ".join(values_in_words(column, cell, language)[:2])
    return ""
