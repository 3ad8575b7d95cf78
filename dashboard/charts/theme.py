"""The colours of page and charts, light and dark, and how charts use them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from dashboard.evidence.claims import Status, Verdict

ThemeName = Literal["light", "dark"]
FONT = '"Source Sans", "Source Sans Pro", sans-serif'


@dataclass(frozen=True)
class Palette:
    """Colours of one theme.

    `text`, `quiet`, `accent`, `supported`, `contradicted` and `open` have a contrast of at least 4.5 to both
    backgrounds, `ring` of at least 3 to `background` (WCAG 2.2, 1.4.3 and 1.4.11); a test computes it.
    """

    background: str
    panel: str
    text: str
    quiet: str
    accent: str
    ring: str
    grid: str
    supported: str
    contradicted: str
    open: str


PALETTES: dict[ThemeName, Palette] = {
    "light": Palette(
        background="#FBF9F4",
        panel="#F1ECE1",
        text="#1B2230",
        quiet="#5A5F6B",
        accent="#A8281E",
        ring="#878A91",
        grid="#E2DCCE",
        supported="#1D6B3C",
        contradicted="#A8281E",
        open="#7A5200",
    ),
    "dark": Palette(
        background="#10141D",
        panel="#1A202C",
        text="#ECE8DF",
        quiet="#A9AEB9",
        accent="#FF8A66",
        ring="#737B8A",
        grid="#2B3342",
        supported="#74CF9A",
        contradicted="#FF8A66",
        open="#F0BF4C",
    ),
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


@dataclass(frozen=True)
class Sign:
    """How a status or a verdict is drawn: never by colour alone.

    Attributes:
        shape: Vega's name of the mark.
        symbol: the same in a text.
        colour: the `Palette`'s field.
        markdown: Streamlit's name of that colour.
    """

    shape: str
    symbol: str
    colour: str
    markdown: str


STATUS_SIGNS: dict[Status, Sign] = {
    "something contradicted": Sign("triangle-up", "▲", "contradicted", "red"),
    "everything checked holds": Sign("circle", "●", "supported", "green"),
    "not established": Sign("diamond", "◆", "open", "orange"),
    "not checked": Sign("square", "■", "quiet", "gray"),
}
VERDICT_SIGNS: dict[Verdict, Sign] = {
    "supported": Sign("circle", "✓", "supported", "green"),
    "contradicted": Sign("triangle-up", "✗", "contradicted", "red"),
    "not established": Sign("diamond", "?", "open", "orange"),
    "judgement": Sign("square", "~", "quiet", "gray"),
}
