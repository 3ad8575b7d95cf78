"""Streamlit's page with our head: language, title, what a shared link shows, and a plain page without JavaScript."""

from __future__ import annotations

import re
from html import escape

from babel.core import get_global

from dashboard.charts.fonts import preloaded
from dashboard.i18n.languages import Language, languages
from dashboard.web.preview import Preview

WIDTH, HEIGHT = 1200, 630
"""The size of every preview's picture."""
STREAMLITS = re.compile(
    r'(?P<start>.*<html lang=")en(?P<lang>".*)'
    r"<title>Streamlit</title>(?P<title>.*<noscript>).*(?P<plain></noscript>.*)",
    re.DOTALL,
)
"""The page as Streamlit makes it, with the places that are ours to fill."""


def rewritten(page: str, language: Language, head: str, plain: str) -> str:
    """Streamlit's page in a language, with a head and with a plain page; as it was if it is made in another way."""
    places = STREAMLITS.fullmatch(page)
    if places is None:
        return page
    return "".join(
        (places["start"], language.code, places["lang"], head, places["title"], plain, places["plain"]),
    )


def head(preview: Preview, language: Language, here: str, link: str, title: str = "") -> str:
    """The elements that say what a link leads to, in the page's title and for whoever shows a preview of the link.

    Args:
        preview: what it says of itself.
        language: the page's.
        here: the dashboard's address, for the picture.
        link: the view's address; empty where it is not to be told on, such as for a visitor's list.
        title: the page's; the preview's where it is empty.
    """
    told = {
        "og:type": "website",
        "og:title": preview.title,
        "og:description": preview.line,
        "og:site_name": preview.site,
        "og:url": link,
        "og:locale": locale(language),
    }
    others = [locale(other) for other in languages().values() if other is not language]
    named = {"description": preview.line, "robots": "" if link else "noindex", "twitter:card": _card(preview)}
    lines = [
        f"<title>{escape(title or preview.title)}</title>",
        *(_meta("name", name, text) for name, text in named.items() if text),
        *(_meta("property", name, text) for name, text in told.items() if text),
        *(_meta("property", "og:locale:alternate", other) for other in others),
        *_picture(preview, language, here),
        *font_links(),
    ]
    if link:
        lines.append(f'<link rel="canonical" href="{escape(link)}">')
    return "\n    ".join(lines)


def font_links() -> list[str]:
    """The elements by which a browser fetches the fonts' files that every page needs."""
    return [f'<link rel="preload" href="{font}" as="font" type="font/woff2" crossorigin>' for font in preloaded()]


def _meta(kind: str, name: str, text: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(text)}">'


def _card(preview: Preview) -> str:
    return "summary_large_image" if preview.picture else "summary"


def _picture(preview: Preview, language: Language, here: str) -> list[str]:
    if not preview.picture:
        return []
    said = language.gettext("The films of the list “{title}” as marks on an axis of years", title=preview.site)
    told = {
        "og:image": f"{here}previews/{preview.picture}.png",
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": said,
    }
    return [_meta("property", name, text) for name, text in told.items()]


def locale(language: Language) -> str:
    """A language with its country, as previews name it: ``en_GB``, ``ru_RU``."""
    likely = get_global("likely_subtags").get(language.code, "").split("_")[2:]
    country = language.locale.territory or next(iter(likely), "")
    return f"{language.locale.language}_{country}".rstrip("_")
