"""The page for who comes while a list is being prepared: how far it is, also where no script runs."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from importlib.resources import files

from dashboard.charts.fonts import preloaded
from dashboard.i18n.languages import Language
from dashboard.lists.waiting import Waiting, explanation, step_in_words
from dashboard.model.progress import STEPS
from dashboard.render.style import font_style, themed_style
from dashboard.render.templates import render
from dashboard.web.index_page import script


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
