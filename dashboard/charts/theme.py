"""The look of page and charts: a title card beside the night sky.

The page is a printed sheet, paper and blue-black ink under a title in condensed poster capitals, and its filters stand
in the dark beside it, as in a cinema; at night the sheet is dark too. One colour signals what can be used or was
chosen, ink blue on paper and the yellow of a star at night; red, green and ochre are the verdicts' alone.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal

from dashboard.charts.fonts import TEXT_STACK, TITLE_STACK
from dashboard.evidence.claims import Verdict

ThemeName = Literal["light", "dark"]
Ink = Literal["light", "dark", "page"]
"""What is drawn with: the colours of a theme, or those of the page that it stands in, by its variables."""


@dataclass(frozen=True)
class Palette:
    """Colours of one theme.

    `text`, `quiet`, `accent`, `supported`, `contradicted` and `open` have a contrast of at least 4.5 to both
    backgrounds, `ring` of at least 3 to `background` (WCAG 2.2, 1.4.3 and 1.4.11). `hue1` to `hue7` tell the values of
    a filter apart, for people who see fewer colours too; each has at least 3 to both. Tests compute all of it.
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
    hue1: str
    hue2: str
    hue3: str
    hue4: str
    hue5: str
    hue6: str
    hue7: str


PALETTES: dict[ThemeName, Palette] = {
    "light": Palette(
        background="#F6F6F2",
        panel="#E8E8E3",
        text="#131A38",
        quiet="#545B73",
        accent="#2238B4",
        ring="#82889C",
        grid="#D8D8D3",
        supported="#17663A",
        contradicted="#B3241C",
        open="#7C5200",
        hue1="#1D52DE",
        hue2="#B51446",
        hue3="#239382",
        hue4="#B16D49",
        hue5="#4C0EB3",
        hue6="#00580D",
        hue7="#68296E",
    ),
    "dark": Palette(
        background="#0C1126",
        panel="#151C3A",
        text="#EDECE4",
        quiet="#A8B0C9",
        accent="#F3E26B",
        ring="#737C9C",
        grid="#2A3356",
        supported="#6FD6A0",
        contradicted="#FF8078",
        open="#FFAE57",
        hue1="#87F2FC",
        hue2="#CE6A8C",
        hue3="#53DC91",
        hue4="#FCAA2B",
        hue5="#805EF9",
        hue6="#EBE61B",
        hue7="#A78E11",
    ),
}

STRONG: dict[ThemeName, Palette] = {
    "light": Palette(
        background="#FFFFFF",
        panel="#FFFFFF",
        text="#000000",
        quiet="#000000",
        accent="#0B1C8C",
        ring="#000000",
        grid="#545B73",
        supported="#00431F",
        contradicted="#7A0600",
        open="#4A2F00",
        hue1="#3520BA",
        hue2="#951D52",
        hue3="#1F5521",
        hue4="#68437D",
        hue5="#310A77",
        hue6="#551302",
        hue7="#59224E",
    ),
    "dark": Palette(
        background="#000000",
        panel="#000000",
        text="#FFFFFF",
        quiet="#FFFFFF",
        accent="#FFF3A0",
        ring="#FFFFFF",
        grid="#A8B0C9",
        supported="#B4F5D0",
        contradicted="#FFC2BD",
        open="#FFD6A8",
        hue1="#6E9BFB",
        hue2="#F86680",
        hue3="#B3ECDF",
        hue4="#DFB39D",
        hue5="#BA8BBE",
        hue6="#F6DE7D",
        hue7="#44D4E1",
    ),
}
"""For a system that asks for more contrast: all but `grid` has at least 7 to the background (WCAG 2.2, 1.4.6)."""

SYSTEM = Palette(
    background="Canvas",
    panel="Canvas",
    text="CanvasText",
    quiet="CanvasText",
    accent="LinkText",
    ring="CanvasText",
    grid="CanvasText",
    supported="CanvasText",
    contradicted="CanvasText",
    open="CanvasText",
    hue1="CanvasText",
    hue2="CanvasText",
    hue3="CanvasText",
    hue4="CanvasText",
    hue5="CanvasText",
    hue6="CanvasText",
    hue7="CanvasText",
)
"""For visitors whose system forces its own colours: what CSS calls them."""

INKS: dict[Ink, Palette] = {
    "light": PALETTES["light"],
    "dark": PALETTES["dark"],
    "page": Palette(**{colour.name: f"var(--{colour.name})" for colour in fields(Palette)}),
}


def config(palette: Palette) -> dict[str, Any]:
    """Vega-Lite's `config` for a palette."""
    return {
        "background": "transparent",
        "font": TEXT_STACK,
        "view": {"stroke": None},
        "axis": {
            "labelColor": palette.quiet,
            "titleColor": palette.quiet,
            "labelFont": TEXT_STACK,
            "titleFont": TEXT_STACK,
            "labelFontSize": 14,
            "titleFontSize": 14,
            "titleFontWeight": "normal",
            "gridColor": palette.grid,
            "domainColor": palette.text,
            "domainWidth": 2,
            "tickColor": palette.text,
            "tickSize": 7,
        },
        "axisY": {"domain": False, "ticks": False, "labelPadding": 8, "titleAngle": 0, "titleAlign": "left"},
        "text": {"color": palette.text, "font": TITLE_STACK, "fontSize": 17, "fontWeight": 600},
    }


@dataclass(frozen=True)
class Sign:
    """How a status, a verdict or a value is drawn: never by colour alone.

    Attributes:
        shape: Vega's name of the mark, or its outline in a square from -1 to 1.
        symbol: the same in a text.
        colour: the `Palette`'s field.
        markdown: Streamlit's name of that colour.
    """

    shape: str
    symbol: str
    colour: str
    markdown: str


STATUS_SIGNS: dict[str, Sign] = {
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
