"""The templates of all that is shown as a document, in a language. Whatever stands in one is escaped by default."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from dashboard.charts.theme import VERDICT_SIGNS
from dashboard.i18n.languages import Language, english
from dashboard.i18n.texts import shortened
from dashboard.render.escape import is_web, legible, markdown
from dashboard.render.pieces import Piece, has_russian, pieces

FOLDER = Path(__file__).parent / "templates"


def render(name: str, language: Language, **values: Any) -> Markup:
    """A template of HTML with its values, as HTML."""
    return Markup(html(language).get_template(name).render(values))  # noqa: S704


def render_markdown(name: str, language: Language, **values: Any) -> str:
    """A template of Markdown with its values; each is on one line, and one blank line parts what blank lines part."""
    lines = (line.rstrip() for line in _markdown(language).get_template(name).render(values).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def note(text: str, look: str = "small", **attributes: str) -> Markup:
    """A paragraph in one of the style's looks; `attributes` are the element's own."""
    return render("note.html", english(), text=text, look=look, attributes=attributes)


def heading(name: str, text: str) -> Markup:
    """The heading of a part of the page that eyes know by its place; links and scripts find it by `name`."""
    return render("heading.html", english(), place=name, text=text)


def in_markdown(inside: Markup) -> str:
    """HTML for Streamlit's Markdown, which leaves it and all texts in it as they are: one line that begins a block.

    >>> in_markdown(Markup("<a>*one* :material/star:</a>"))
    '<div><a>*one* &#58;material/star:</a></div>'
    """
    line = " ".join(inside.splitlines()).replace(":material/", "&#58;material/")
    return str(render("block.html", english(), line=Markup(line))).strip()  # noqa: S704


def bullets(texts: Iterable[str]) -> Markup:
    """Sentences one below the other, each of which says what is wrong."""
    return render("bullets.html", english(), texts=texts)


def spoken(text: str, words: tuple[str, ...] = ()) -> Markup:
    """A text as HTML, with what is written in Russian letters marked as Russian, so that it is spoken as that.

    The words of a search are marked too.

    >>> print(spoken("Solaris (Солярис, 1972)"), spoken("Київ & <b>"))
    Solaris (<span lang="ru">Солярис</span>, 1972) Київ &amp; &lt;b&gt;
    """
    return marked(pieces(text, words)) if words or has_russian(text) else escape(text)


def marked(cut: tuple[Piece, ...]) -> Markup:
    """The pieces of a text as HTML, with what a search has found and what is Russian marked."""
    is_plain = len(cut) == 1 and not cut[0].is_match and len(cut[0].runs) == 1 and not cut[0].runs[0].language
    return escape(cut[0].runs[0].text) if is_plain else Markup(_macros().pieces(cut))  # noqa: S704


def as_text(data: Any) -> Markup:
    """Data in JSON as the text of an element, where no more is written in another way than must be.

    >>> print(as_text({"html": "<p>R&amp;D's</p>"}))
    {"html":"&lt;p>R&amp;amp;D's&lt;/p>"}
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;"))  # noqa: S704


@cache
def html(language: Language) -> Environment:
    """The templates of HTML in a language; made once."""
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
        auto_reload=False,
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    made.globals |= {
        "language": language,
        "gettext": language.gettext,
        "ngettext": language.ngettext,
        "pgettext": language.pgettext,
        "signs": VERDICT_SIGNS,
    }
    made.filters |= {"as_text": as_text, "legible": legible, "marked": marked, "shortened": shortened, "spoken": spoken}
    made.tests["web"] = is_web
    return made


@cache
def _markdown(language: Language) -> Environment:
    def escaped(value: Any) -> str:
        return value if isinstance(value, Markup) else markdown(str(value))

    return html(language).overlay(autoescape=False, finalize=escaped)


@cache
def _macros() -> Any:
    template: Template = html(english()).get_template("macros.html")
    return template.module
