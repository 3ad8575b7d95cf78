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
from dashboard.web.assets import FIRST, needed, streamlits

STREAMLITS = re.compile(
    r'(?P<start>.*<html lang=")en(?P<lang>".*)<title>Streamlit</title>(?P<title>.*)<noscript>.*</noscript>(?P<end>.*)',
    re.DOTALL,
)
"""The page as Streamlit makes it, with the places that are ours to fill."""
STREAMLITS_FONT = re.compile(r'<link\s+rel="preload"\s+href="\./static/media/SourceSans[^>]*>')
LATER = re.compile(r'<script type="module"[^>]*></script>|<link rel="(?:modulepreload|stylesheet)"[^>]*>')
"""What Streamlit's page fetches to become alive, which the first view does not need."""

SHEETS = ("scale", "head", "timeline_list", "comparison", "page", "gallery", "settings", "print")
"""The files of CSS that the first view and the live page share."""
SCRIPTS = (
    "handover.js",
    "focus.js",
    "film.js",
    "filters.js",
    "structure.js",
    "connection.js",
    "popover.js",
    "share.js",
)
"""The files of scripts that stand in the page."""


COMMENT = re.compile(r"(?:^|\s)// .*")
CARDS = "./_stcore/bidi-components/film-list.cards/cards.js"
"""Where a browser finds the script that draws the cards of a list, which `ui.films.element` has."""


@cache
def prepared() -> str:
    """Streamlit's page with what a page of films needs in time, and without the font that it does not need.

    What makes it alive is fetched once the browser has read the first view, and gives way to what that needs. All
    `needed` scripts are fetched beside those that Streamlit's page names; the `FIRST` ones are also read before they
    are asked for, and were that all of them, the start would wait for it. The dashboard's rules stand in the body, and
    so behind those that Streamlit adds to the head later.
    """
    page = STREAMLITS_FONT.sub("", streamlits())
    later = "".join(LATER.findall(page)).replace(" crossorigin", ' fetchpriority="low" crossorigin')
    start, body_start, rest = LATER.sub("", page).partition("<body>")
    body, body_end, end = rest.partition("</body>")
    head, head_end, between = start.partition("</head>")
    fonts = render("fonts.html", english(), fonts=preloaded())
    styles = themed_style(*SHEETS)
    early = render("early.html", english(), scripts=needed(), read=needed(FIRST), cards=CARDS)
    scripts = Markup().join(map(script, SCRIPTS))
    return "".join(
        (head, fonts, head_end, between, body_start, styles, body, scripts, later, early, body_end, end),
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
    """A script of this folder as an element of a page, by its file; without comments and the blanks before lines."""
    lines = files("dashboard").joinpath("web", name).read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for each in lines if (line := COMMENT.sub("", each).strip()))
    return render("script.html", english(), script=Markup(text))  # noqa: S704


def first_page(result: QueryResult, frame: Frame = BARE) -> str:
    """A view as what stands on the page until the live one takes over; the arguments are those of `first_view`."""
    return _standing(first_view(result, frame), result.language)


def untold_page(title: str, language: Language) -> str:
    """The same of a link whose list is not told."""
    return _standing(render("untold.html", language, title=title), language)


def _standing(content: Markup, language: Language) -> str:
    return render("standing.html", language, style=style(FONTS, "first_view", "timeline"), content=content)


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
        style=themed_style(FONTS, "scale", "preparing"),
        script=script("progress.js"),
    )


@cache
def _icon() -> str:
    return b64encode(files("dashboard").joinpath("icon.svg").read_bytes()).decode()
