"""The colours of page and charts, light and dark, and how charts use them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

ThemeName = Literal["light", "dark"]
FONT = '"Source Sans", "Source Sans Pro", sans-serif'


@dataclass(frozen=True)
class Palette:
    """Colours of one theme.

    `text`, `quiet` and `accent` have a contrast of at least 4.5 to both backgrounds, `ring` of at least 3 to
    `background` (WCAG 2.2, 1.4.3 and 1.4.11); a test computes it.
    """

    background: str
    panel: str
    text: str
    quiet: str
    accent: str
    ring: str
    grid: str


PALETTES: dict[ThemeName, Palette] = {
    "light": Palette("#FBF9F4", "#F1ECE1", "#1B2230", "#5A5F6B", "#A8281E", "#878A91", "#E2DCCE"),
    "dark": Palette("#10141D", "#1A202C", "#ECE8DF", "#A9AEB9", "#FF8A66", "#737B8A", "#2B3342"),
}


def config(palette: Palette) -> dict[str, Any]:
    """Vega-Lite's `config` for a palette."""
    return {
        "background": "transparent",
        "font": FONT,
        "view": {"stroke": None},
        "axis": {
            "labelColor": palette.quiet,
            "titleColor": palette.quiet,
            "labelFontSize": 13,
            "gridColor": palette.grid,
            "domainColor": palette.ring,
            "tickColor": palette.ring,
        },
        "text": {"color": palette.text, "fontSize": 13},
    }
