"""How wide titles are, as the fonts say."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from dashboard.charts.fonts import PICTURE_FOLDER
from dashboard.charts.text_width import BROAD, UNKNOWN, cut, text_width

SIZE = 16


def test_every_character_is_as_wide_as_its_font_says() -> None:
    font = TTFont(PICTURE_FOLDER / "sofia-sans-extra-condensed-600.ttf")
    glyphs, widths, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    said = {character: widths[glyph][0] / units for character, glyph in glyphs.items()}
    assert said == {character: pytest.approx(text_width(chr(character), 1)) for character in glyphs}
    assert {ord(character) for character in "Aя…–"} <= said.keys()


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("太", BROAD),
        ("😀", BROAD),
        ("ש", UNKNOWN),
        ("\u20d0\u2060", 0),
        ("太😀", 2 * BROAD),
    ],
    ids=["empty", "Chinese", "emoji", "Hebrew", "no width", "two"],
)
def test_what_another_font_draws_is_not_narrower(text: str, width: float) -> None:
    assert text_width(text, 10) == pytest.approx(10 * width)


@pytest.mark.parametrize(
    ("text", "pixels", "expected"),
    [
        ("", 100, ""),
        ("Mars", 100, "Mars"),
        ("Mars", text_width("Mars", SIZE), "Mars"),
        ("Mars", text_width("Mars", SIZE) - 0.1, "Ma…"),
        ("Mars", 0, ""),
        ("Mars", -1, ""),
        ("The Mystery of the Third Planet", 100, "The Mystery of the…"),
        ("A, B and C", text_width("A, …", SIZE), "A…"),
    ],
    ids=["empty", "short", "just", "not quite", "none", "less", "long", "no comma before the ellipsis"],
)
def test_a_text_is_cut_with_an_ellipsis(text: str, pixels: float, expected: str) -> None:
    assert cut(text, pixels, SIZE) == expected
    assert text_width(cut(text, pixels, SIZE), SIZE) <= max(pixels, 0)
