"""The pages that are sent: Streamlit's with all that is ours in it, and one for the time while a list is prepared."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from dashboard.charts.fonts import preloaded
from dashboard.i18n.languages import Language, english
from dashboard.lists.waiting import Waiting, explanation, step_in_words
from dashboard.model.progress import STEPS
from dashboard.query.result import QueryResult
from dashboard.render.first_view import Choice, first_view
from dashboard.render.style import font_style, themed_style
from dashboard.render.templates import render
from dashboard.web.assets import FIRST, needed, streamlits
from dashboard.web.preview import Preview

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

    A browser fetches all `needed` scripts beside those it starts with; the `FIRST` ones it also reads before they are
    asked for, and were that all of them, the start would wait for it. The dashboard's rules are there at the first
    paint, and behind those that Streamlit adds later.
    """
    early = render("early.html", english(), fonts=preloaded(), scripts=needed(), read=needed(FIRST))
    late = themed_style("scale", "page") + script("focus.js") + script("film.js")
    start, head_end, rest = STREAMLITS_FONT.sub("", streamlits()).partition("</head>")
    body, body_end, end = rest.partition("</body>")
    return "".join((start, early, head_end, body, late, body_end, end))


def rewritten(page: str, language: Language, head: str, plain: str) -> str:
    """Streamlit's page in a language, with a head and with a plain page; as it was if it is made in another way."""
    places = STREAMLITS.fullmatch(page)
    if places is None:
        return page
    return "".join(
        (places["start"], language.code, places["lang"], head, places["title"], plain, places["plain"]),
    )


@cache
def script(name: str) -> Markup:
    """A script of this folder as an element of a page, by the name of its file."""
    text = files("dashboard").joinpath("web", name).read_text(encoding="utf-8")
    return render("script.html", english(), script=Markup(text))  # noqa: S704


def plain(result: QueryResult, lists: Sequence[Choice] = ()) -> str:
    """A view as plain HTML, as what stands in `noscript`. The list must be one that everyone may see."""
    return font_style() + themed_style("plain") + first_view(result, lists)


def untold_plain(preview: Preview, language: Language) -> str:
    """The plain page of a link whose list is not told."""
    return render("untold.html", language, style=themed_style("plain"), title=preview.title)


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
        style=font_style() + themed_style("scale", "preparing"),
        script=script("progress.js"),
    )


@cache
def _icon() -> str:
    return b64encode(files("dashboard").joinpath("icon.svg").read_bytes()).decode()
