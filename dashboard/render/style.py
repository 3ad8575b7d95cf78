"""The look of what is the dashboard's own, from files of CSS; everything else is Streamlit's theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

from markupsafe import Markup

from dashboard.charts.colouring import SIGNS, VALUE_SIGNS
from dashboard.charts.fonts import TEXT_STACK, TITLE_STACK, WEIGHTS, Face, faces, stand_ins
from dashboard.charts.theme import PALETTES, STRONG, SYSTEM, Palette, ThemeName
from dashboard.i18n.languages import english
from dashboard.render.templates import render

FOLDER = Path(__file__).parent / "css"
COLOURS = tuple(colour.name for colour in fields(Palette))
VALUE_COLOURS = frozenset(sign.colour for sign in VALUE_SIGNS)
"""Those that no part of the sidebar has, which is dark in both themes."""
SIGN_COLOURS = tuple(dict.fromkeys(sign.colour for sign in SIGNS.values()))
FONTS = "fonts"
"""Stands among the names of files of CSS for the fonts' own files, on a page that is not Streamlit's."""
MEASURE = "62ch"
"""The longest line of a text, about 70 letters."""


@cache
def style(*sheets: str) -> Markup:
    """Some files of CSS, by their names, as an element of a page."""
    return as_style(rules(*sheets))


def rules(*sheets: str) -> str:
    """Some files of CSS as one."""
    return "\n".join(map(_sheet, sheets))


@cache
def themed_style(*sheets: str) -> Markup:
    """The same with both themes' colours and the faces as variables; a change of theme needs no run of the page."""
    return as_style(_variables(), *map(_sheet, sheets))


@cache
def stylesheet(*sheets: str) -> str:
    """Files of CSS behind the fonts and the themes' colours, as one file; the fonts' own files stand beside it."""
    return "\n".join((_sheet(FONTS), _variables(), *map(_sheet, sheets)))


def as_style(*texts: str) -> Markup:
    """Rules of the dashboard's own as an element of a page; nothing of a list may stand in them."""
    return render("style.html", english(), rules=Markup("\n".join(texts)))  # noqa: S704


def _sheet(name: str) -> str:
    """A file of CSS without its comments and the blanks around its marks, of which a page has no use; or `FONTS`."""
    if name == FONTS:
        return "\n".join(map(_font_face, (*map(_descriptors, faces()), *stand_ins())))
    text = re.sub(r"/\*.*?\*/", "", FOLDER.joinpath(f"{name}.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\s*([{};,])\s*", r"\1", text.strip())


def _variables() -> str:
    """The colours of both themes as variables, with those for stronger contrast and for a system's own colours."""
    faces = f"--text-face: {TEXT_STACK}; --title-face: {TITLE_STACK}; --measure: {MEASURE};"
    strong = f"@media (prefers-contrast: more) {{ {_colours(STRONG)} }}"
    system = f"@media (forced-colors: active) {{ {_colours({'light': SYSTEM, 'dark': SYSTEM})} }}"
    signs = " ".join(f".is-{name} {{ color: var(--{name}) }}" for name in SIGN_COLOURS)
    return f":root {{ {faces} }}\n{_colours(PALETTES)}\n{strong}\n{system}\n{signs}"


def _colours(palettes: Mapping[ThemeName, Palette]) -> str:
    light, dark = palettes["light"], palettes["dark"]
    page = " ".join(f"--{name}: {_of_both(getattr(light, name), getattr(dark, name))};" for name in COLOURS)
    night = " ".join(f"--{name}: {getattr(dark, name)};" for name in COLOURS if name not in VALUE_COLOURS)
    always = " ".join(
        f"--night-{name}: {getattr(dark, name)};" for name in ("background", "panel", "text", "ring", "accent")
    )
    return f":root {{ {page} {always} }}\n.stSidebar {{ {night} }}"


def _of_both(light: str, dark: str) -> str:
    return light if light == dark else f"light-dark({light}, {dark})"


def _descriptors(face: Face) -> dict[str, str]:
    """What a browser must know of a font file, as descriptors of CSS and their values."""
    return {
        "font-family": f'"{face.family}"',
        "src": f'url("{face.address}") format("woff2")',
        "font-display": "swap",
        "font-weight": WEIGHTS,
        "unicode-range": face.ranges,
    }


def _font_face(descriptors: Mapping[str, str]) -> str:
    return f"@font-face {{ {' '.join(f'{name}: {value};' for name, value in descriptors.items())} }}"
