import pytest

from dashboard.charts.theme import PALETTES, config

PALETTE = pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)


def luminance(colour):
    """Relative luminance of "#RRGGBB". Source: WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#FFFFFF", 21), ("#777777", "#FFFFFF", 4.48), ("#123456", "#123456", 1)]
)
def test_contrast_itself(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


@PALETTE
def test_texts_are_legible_on_both_backgrounds(palette):
    ratios = {
        (name, ground): contrast(getattr(palette, name), getattr(palette, ground))
        for name in ("text", "quiet", "accent")
        for ground in ("background", "panel")
    }
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@PALETTE
def test_rings_stand_out(palette):
    assert contrast(palette.ring, palette.background) >= 3


@PALETTE
def test_config_uses_the_palette_s_colours_only(palette):
    axis, text = config(palette)["axis"], config(palette)["text"]
    used = {axis["labelColor"], axis["titleColor"], text["color"]}
    assert used == {palette.quiet, palette.text}
