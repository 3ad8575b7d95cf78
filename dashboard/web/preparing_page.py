"""The page for who comes while a list is being prepared: how far it is, also where no script runs."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from html import escape
from importlib.resources import files

from dashboard.charts.fonts import TITLE_STACK, faces
from dashboard.i18n.languages import Language
from dashboard.lists.waiting import Waiting, explanation, step_in_words
from dashboard.model.progress import STEPS
from dashboard.render.escape import html
from dashboard.render.style import scale
from dashboard.web.index_page import font_links, script
from dashboard.web.plain import coloured

RULES = """
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; align-items: center; }
body { background: BACKGROUND; color: TEXT; font: 1.125rem/1.45 FACE; }
main { width: 100%; max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 20vh; overflow-wrap: anywhere; }
h1 { margin: 0; font: 800 clamp(2.75rem, 1.5rem + 5vw, 5rem)/.95 TITLES; letter-spacing: .01em; }
h1 { text-transform: uppercase; text-wrap: balance; hyphens: auto; }
p { margin: 1.25rem 0 2rem; max-width: 62ch; text-wrap: pretty; }
label { display: block; margin: 0 0 .5rem; font: 600 1.375rem/1.2 TITLES; word-spacing: .1em; }
.steps { position: relative; overflow: hidden; }
.steps::after { content: ""; position: absolute; inset: 0 -2px 0 0; }
.steps::after { background: repeating-linear-gradient(90deg, transparent 0 calc(STEP - 2px), BACKGROUND 0 STEP); }
progress { display: block; width: 100%; height: 1.25rem; border: 0; appearance: none; background: PANEL; }
progress::-webkit-progress-bar { background: PANEL; }
progress::-webkit-progress-value { background: ACCENT; }
progress::-moz-progress-bar { background: ACCENT; }
@media (forced-colors: active) { progress { appearance: auto; } }
"""


def progress_page(title: str, waiting: Waiting, language: Language) -> str:
    """The page in a language; it keeps no link of its own, so that to ask again is to ask for the same view.

    Its script follows the list in place; without scripts it is loaded anew from time to time.
    """
    words = step_in_words(waiting.progress, language)
    done = language.percent(waiting.progress.whole)
    return (
        f'<!doctype html><html lang="{language.code}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f'<noscript><meta http-equiv="refresh" content="{waiting.again}"></noscript>'
        f"<title>{escape(f'{done} · {title}')}</title>{_head()}</head>"
        f"<body><main><h1>{html(title)}</h1><p>{escape(explanation(language))}</p>"
        f'<label for="far">{escape(words)}</label><div class="steps">'
        f'<progress id="far" value="{waiting.progress.whole:.3f}">{escape(done)}</progress>'
        f"</div></main>{script('progress.js')}</body></html>\n"
    )


@cache
def _head() -> str:
    """Icon, fonts and rules."""
    icon = b64encode(files("dashboard").joinpath("icon.svg").read_bytes()).decode()
    rules = f"{RULES}{scale('h1')}".replace("TITLES", TITLE_STACK).replace("STEP", f"{100 / len(STEPS):g}%")
    return "".join(
        (
            f'<link rel="icon" href="data:image/svg+xml;base64,{icon}">',
            *font_links(),
            f"<style>{_faces()}{coloured(rules)}</style>",
        )
    )


def _faces() -> str:
    """The fonts' files, each asked for only if the page has letters of it."""
    return "".join(
        f'@font-face {{ font-family: "{face["family"]}"; src: url("{face["url"]}") format("woff2"); '
        f"font-weight: {face['weight']}; unicode-range: {face['unicodeRange']}; }}\n"
        for face in faces()
    )
