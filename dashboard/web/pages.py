"""The pages that are sent: Streamlit's with all that is ours in it, and one for the time while a list is prepared."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from dashboard.charts.fonts import preloaded
from dashboard.i18n.languages import Language, english
from dashboard.lists.waiting import Waiting, explanation, step_in_words
from dashboard.model.progress import STEPS
from dashboard.query.result import QueryResult
from dashboard.render.first_view import BARE, Frame, first_view
from dashboard.render.style import FONTS, style, themed_style
from dashboard.render.templates import render
from dashboard.web.assets import streamlits
from dashboard.web.live_files import addresses, ahead, script_text

STREAMLITS = re.compile(
    r'(?P<start>.*<html lang=")en(?P<lang>".*)<title>Streamlit</title>(?P<title>.*)<noscript>.*</noscript>(?P<end>.*)',
    re.DOTALL,
)
"""The page as Streamlit makes it, with the places that are ours to fill."""
STREAMLITS_FONT = re.compile(r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>')
LATER = re.compile(r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>')
"""What Streamlit's page fetches to become alive, which the first view does not need."""

SHEETS = ("scale", "head", "timeline_list", "comparison", "page", "gallery", "settings")
"""The files of CSS that the first view and the live page share."""


@cache
def prepared() -> str:
    """Streamlit's page with what a page of films needs in time, and without the font that it does not need.

    What makes it alive is fetched once the browser has read the first view, and gives way to what that needs. The
    dashboard's rules stand in the body, and so behind those that Streamlit adds to the head later. Its script runs
    before Streamlit's.
    """
    page = STREAMLITS_FONT.sub("", streamlits())
    later = "".join(LATER.findall(page)).replace(" crossorigin", ' fetchpriority="low" crossorigin')
    start, body_start, rest = LATER.sub("", page).partition("<body>")
    body, body_end, end = rest.partition("</body>")
    head, head_end, between = start.partition("</head>")
    fonts = render("fonts.html", english(), fonts=preloaded())
    live = render("live.html", english(), addresses=addresses())
    return "".join(
        (head, fonts, head_end, between, body_start, themed_style(FONTS, *SHEETS), body, live, later, body_end, end),
    )


def rewritten(page: str, language: Language, head: str, first_view: str) -> str:
    """Streamlit's page in a language, with a head and a first view; as it was if it is made in another way."""
    places = STREAMLITS.fullmatch(page)
    if places is None:
        return page
    return "".join(
        (places["start"], language.code, places["lang"], head, places["title"], first_view, places["end"]),
    )


@cache
def script(name: str) -> Markup:
    """A script of this folder as an element of a page, by its name."""
    return render("script.html", english(), script=Markup(script_text(name)))  # noqa: S704


def first_page(result: QueryResult, frame: Frame = BARE) -> str:
    """A view as what stands on the page until the live one takes over; the arguments are those of `first_view`."""
    return _standing(first_view(result, frame), result.language)


def untold_page(title: str, language: Language) -> str:
    """The same of a link whose list is not told."""
    return _standing(render("untold.html", language, title=title), language)


def _standing(content: Markup, language: Language) -> str:
    return render("standing.html", language, style=style("first_view", "timeline"), content=content)


def progress_page(title: str, waiting: Waiting, language: Language) -> str:
    """The page in a language; it keeps no link of its own, so that to ask again is to ask for the same view."""
    return render(
        "preparing.html",
        language,
        title=title,
        waiting=waiting,
        done=language.percent(waiting.progress.whole),
        words=step_in_words(waiting.progress, language),
        explanation=explanation(language),
        steps=len(STEPS),
        icon=_icon(),
        fonts=preloaded(),
        ahead=ahead(),
        style=themed_style(FONTS, "scale", "preparing"),
        script=script("progress"),
    )


@cache
def _icon() -> str:
    return b64encode(files("dashboard").joinpath("icon.svg").read_bytes()).decode()
