"""How wide a title is, by the font that pictures are drawn with; a browser need not be asked."""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache

from dashboard.charts.fonts import PICTURE_FOLDER, PICTURE_WEIGHTS, TITLE

UNKNOWN, BROAD = 0.8, 1.1
"""How wide a letter is that another font must draw, as a part of its height: any, and one as wide as high."""
_NO_WIDTH = {"Mn", "Me", "Cf"}


def text_width(text: str, size: float) -> float:
    """Pixels that a text takes in the face of titles, about; never much less.

    Args:
        text: on one line.
        size: the height of its letters in pixels.
    """
    return size * sum(map(_width, text))


def cut(text: str, pixels: float, size: float) -> str:
    """A text that is at most so wide; a longer one ends with an ellipsis after what fits of it.

    Returns:
        Nothing where not even a letter and the ellipsis fit.
    """
    if text_width(text, size) <= pixels:
        return text
    room = pixels - text_width("…", size)
    for end, character in enumerate(text):
        room -= size * _width(character)
        if room < 0:
            kept = text[:end].rstrip(" ,.:;–—-")
            return kept + "…" if kept else ""
    return ""


@lru_cache(maxsize=4096)
def _width(character: str) -> float:
    known = _widths().get(ord(character))
    if known is not None:
        return known
    if unicodedata.category(character) in _NO_WIDTH:
        return 0.0
    is_broad = unicodedata.east_asian_width(character) in "WF" or ord(character) > 0xFFFF
    return BROAD if is_broad else UNKNOWN


@lru_cache(maxsize=1)
def _widths() -> dict[int, float]:
    """The width of each character of the face, as a part of its height (OpenType: head, hhea, hmtx, cmap)."""
    stem, weight = PICTURE_WEIGHTS[TITLE]
    font = (PICTURE_FOLDER / f"{stem}-{weight}.ttf").read_bytes()
    tables = {tag: at for tag, _, at, _ in struct.iter_unpack(">4sIII", font[12 : 12 + 16 * _short(font, 4)])}
    units, last = _short(font, tables[b"head"] + 18), _short(font, tables[b"hhea"] + 34) - 1
    return {
        character: _short(font, tables[b"hmtx"] + 4 * min(glyph, last)) / units
        for character, glyph in _glyphs(font, tables[b"cmap"]).items()
    }


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    """The glyph of each character, by the font's first subtable, which has format 4."""
    at = cmap + struct.unpack_from(">I", font, cmap + 8)[0]
    count = _short(font, at + 6) // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", font, at + 14 + 2 * (count * part + (part > 0))) for part in range(4)
    )
    glyphs: dict[int, int] = {}
    for segment, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for character in range(first, last + 1):
            glyph = character
            if ranges[segment]:
                place = at + 16 + 6 * count + 2 * segment + ranges[segment] + 2 * (character - first)
                glyph = _short(font, place) if place + 2 <= len(font) else 0
            if glyph and (drawn := (glyph + deltas[segment]) % 65536):
                glyphs[character] = drawn
    return glyphs


def _short(font: bytes, at: int) -> int:
    number: int = struct.unpack_from(">H", font, at)[0]
    return number
