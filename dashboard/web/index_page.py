"""Streamlit's page as it is sent: with our rules, fonts and scripts, and with a head and a plain page of its link."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from dashboard.charts.fonts import preloaded
from dashboard.i18n.languages import Language
from dashboard.render.style import style
from dashboard.web.assets import preloads, streamlits

STREAMLITS = re.compile(
    r'(?P<start>.*<html lang=")en(?P<lang>".*)'
    r"<title>Streamlit</title>(?P<title>.*<noscript>).*(?P<plain></noscript>.*)",
    re.DOTALL,
)
"""The page as Streamlit makes it, with the places that are ours to fill."""
STREAMLITS_FONT = re.compile(r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>')


@cache
def prepared() -> str:
    """Streamlit's page with what a page of films needs in time, and without the font that it does not need.

    The dashboard's rules are there at the first paint, and behind those that Streamlit adds later.
    """
    early = "".join((*font_links(), preloads()))
    page = STREAMLITS_FONT.sub("", streamlits()).replace("</head>", f"{early}</head>", 1)
    return page.replace("</body>", f"{style()}{script('focus.js')}</body>", 1)


def rewritten(page: str, language: Language, head: str, plain: str) -> str:
    """Streamlit's page in a language, with a head and with a plain page; as it was if it is made in another way."""
    places = STREAMLITS.fullmatch(page)
    if places is None:
        return page
    return "".join(
        (places["start"], language.code, places["lang"], head, places["title"], plain, places["plain"]),
    )


@cache
def script(name: str) -> str:
    """A script of this folder as an element of a page, by the name of its file."""
    return f"<script>{files('dashboard').joinpath('web', name).read_text(encoding='utf-8')}</script>"


def font_links() -> list[str]:
    """The elements by which a browser fetches the fonts' files that every page needs."""
    return [f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>' for font in preloaded()]
