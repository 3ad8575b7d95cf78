import math
from itertools import combinations, product

import pytest

from dashboard.charts.colouring import OTHER, VALUE_SIGNS
from dashboard.charts.theme import PALETTES, STATUS_SIGNS, STRONG, VERDICT_SIGNS, config
from dashboard.evidence.claims import VERDICTS

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
        for name in ("text", "quiet", "accent", "supported", "contradicted", "open")
        for ground in ("background", "panel")
    }
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("theme", PALETTES)
def test_stronger_contrast_is_strong_and_stronger_for_every_colour(theme):
    usual, strong = PALETTES[theme], STRONG[theme]
    names = ("text", "quiet", "accent", "ring", "supported", "contradicted", "open")
    ratios = {name: contrast(getattr(strong, name), strong.background) for name in names}
    assert min(ratios.values()) >= 7
    assert [name for name in names if ratios[name] <= contrast(getattr(usual, name), usual.background)] == []


def lightness_and_hue(colour):
    """A colour's place in OKLab, where distances are those that an eye sees."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    cones = [
        sum(share * part for share, part in zip(shares, light, strict=True)) ** (1 / 3)
        for shares in (
            (0.4122214708, 0.5363325363, 0.0514459929),
            (0.2119034982, 0.6806995451, 0.1073969566),
            (0.0883024619, 0.2817188376, 0.6299787005),
        )
    ]
    return [
        sum(share * cone for share, cone in zip(shares, cones, strict=True))
        for shares in (
            (0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660),
        )
    ]


def distance(one, other):
    return math.dist(lightness_and_hue(one), lightness_and_hue(other))


def test_distance_itself():
    assert lightness_and_hue("#FFFFFF") == pytest.approx([1, 0, 0], abs=1e-3)
    assert lightness_and_hue("#FF0000") == pytest.approx([0.628, 0.225, 0.126], abs=1e-3)


@PALETTE
def test_the_signal_and_each_verdict_are_colours_of_their_own(palette):
    verdicts = (palette.supported, palette.contradicted, palette.open, palette.quiet)
    pairs = [*combinations(verdicts, 2), *product(verdicts, (palette.accent, palette.text))]
    assert [pair for pair in pairs if distance(*pair) < 0.1] == []


SEEN_AS = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "no green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "no blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How people see colours who lack a kind of cones, as shares of linear light. Source: Machado and others, 2009."""


def seen_as(colour, shares):
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts_of(colour)]
    mixed = [min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in shares]
    return "#" + "".join(f"{round(255 * gamma(part)):02X}" for part in mixed)


def parts_of(colour):
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def gamma(part):
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


@pytest.mark.parametrize(
    ("colour", "sight", "seen"),
    [("#FFFFFF", "no red", "#FFFFFF"), ("#FF0000", "no red", "#6D5F00"), ("#123456", "all colours", "#123456")],
)
def test_seen_as_itself(colour, sight, seen):
    assert seen_as(colour, SEEN_AS[sight]) == seen


HUES = [sign.colour for sign in VALUE_SIGNS]
EVERY_PALETTE = pytest.mark.parametrize(
    ("palette", "apart"),
    [*((palette, 0.07) for palette in PALETTES.values()), *((palette, 0.05) for palette in STRONG.values())],
    ids=[*PALETTES, *(f"strong {name}" for name in STRONG)],
)


@EVERY_PALETTE
@pytest.mark.parametrize("sight", SEEN_AS)
def test_values_are_told_apart_however_colours_are_seen(palette, apart, sight):
    seen = [seen_as(getattr(palette, name), SEEN_AS[sight]) for name in (*HUES, OTHER.colour)]
    assert [pair for pair in combinations(seen, 2) if distance(*pair) < apart] == []


@EVERY_PALETTE
def test_values_stand_out_on_both_backgrounds(palette, apart):
    grounds = (palette.background, palette.panel)
    least = 7 if palette in STRONG.values() else 3
    assert [name for name in HUES for ground in grounds if contrast(getattr(palette, name), ground) < least] == []


@PALETTE
def test_rings_stand_out(palette):
    assert contrast(palette.ring, palette.background) >= 3


@PALETTE
def test_config_uses_the_palette_s_colours_only(palette):
    axis, text = config(palette)["axis"], config(palette)["text"]
    used = {axis["labelColor"], axis["titleColor"], text["color"]}
    assert used == {palette.quiet, palette.text}


@PALETTE
def test_signs_are_legible_on_both_backgrounds_and_as_a_ground(palette):
    colours = {getattr(palette, sign.colour) for sign in (*STATUS_SIGNS.values(), *VERDICT_SIGNS.values())}
    assert min(contrast(colour, ground) for colour in colours for ground in (palette.background, palette.panel)) >= 4.5


def test_verdicts_are_told_apart_without_colour():
    assert set(VERDICT_SIGNS) == set(VERDICTS)
    assert len({sign.symbol for sign in VERDICT_SIGNS.values()}) == len(VERDICTS)
