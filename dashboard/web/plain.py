"""The plain page, for a browser without JavaScript: the films of a view, and the text of the one that is chosen."""

from __future__ import annotations

from html import escape

import pandas as pd

from dashboard.charts.fonts import TEXT_STACK
from dashboard.charts.theme import PALETTES
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_line, list_title
from dashboard.query.in_words import and_more, film_name, view_in_words
from dashboard.query.result import QueryResult, relative
from dashboard.query.view import View
from dashboard.render.film_card import elsewhere
from dashboard.render.statements import source, verdict_mark
from dashboard.web.preview import Preview

MOST_LISTED = 100
"""Films that are named; every page carries them, and nobody reads more without a search."""
LONGEST_REPEATED = 300
"""Characters of a view's link that every film's link repeats; beside a longer one it leads to the film's card alone."""
RULES = """
:root { color-scheme: light dark; }
body { margin: 0; background: BACKGROUND; color: TEXT; font: 1.0625rem/1.6 FACE; }
.plain { max-width: 44rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; overflow-wrap: anywhere; }
.plain h1 { font-size: 2.25rem; line-height: 1.15; margin: 0 0 .5rem; }
.plain h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 .5rem; }
.plain p { margin: 0 0 .75rem; }
.plain .why { padding: .75rem 1rem; background: PANEL; }
.plain a { color: ACCENT; display: inline-block; min-height: 1.5rem; text-underline-offset: .2em; }
.plain ol { padding-left: 2.5rem; }
.plain .verdict { font-weight: 600; }
.plain li { margin: .25rem 0; }
"""


def plain(result: QueryResult) -> str:
    """The plain page of a view, as what stands in `noscript`. The list must be one that everyone may see."""
    source, view, language = result.info, result.view, result.language
    why = language.gettext(
        "Timeline and filters need JavaScript, and this browser does not run it. Here are the films without them."
    )
    words = view_in_words(result.index, view, len(result.rows), language)
    return _page(
        f"<h1>{escape(list_title(source, language))}</h1><p>{escape(list_line(source, language))}</p>",
        f'<p class="why">{escape(why)}</p>',
        _film(result, view.film) if view.film else "",
        f"<h2>{escape(words)}</h2>",
        _listed(result),
        _files(result),
    )


def untold_plain(preview: Preview, language: Language) -> str:
    """The plain page of a link whose list is not told."""
    why = language.gettext("This page needs JavaScript, and this browser does not run it.")
    back = language.gettext("To the list that everyone can see")
    return _page(
        f'<h1>{escape(preview.title)}</h1><p class="why">{escape(why)}</p><p><a href="?">{escape(back)}</a></p>'
    )


def _page(*parts: str) -> str:
    return f'<style>{coloured(RULES)}</style><main class="plain">{"".join(parts)}</main>'


def coloured(rules: str) -> str:
    """Rules with both themes' colours for the names of these in capitals, and the text's face for `FACE`."""
    rules = rules.replace("FACE", TEXT_STACK)
    for name in ("background", "text", "panel", "accent"):
        both = f"light-dark({getattr(PALETTES['light'], name)}, {getattr(PALETTES['dark'], name)})"
        rules = rules.replace(name.upper(), both)
    return rules


def _film(result: QueryResult, film: str) -> str:
    """A film's title, the list's texts about it, and what holds of its statements, each with reason and source."""
    index, language = result.index, result.language
    known = elsewhere(result.info.language, language)
    said_in = f' lang="{known}"' if known else ""
    row = index.frame.iloc[index.position[film]]
    texts = [row[column.name] for column in index.films.columns if column.kind.look == "long text"]
    said = "".join(f"<p><bdi{said_in}>{escape(text)}</bdi></p>" for text in texts if not pd.isna(text))
    claims = "".join(
        f"<li>{verdict_mark(claim.verdict, language)} "
        f"<span{said_in}>{escape(claim.claim)} {escape(claim.reason)}</span> {source(claim, language)}</li>"
        for claim in result.loaded.claims_of.get(film, ())
    )
    head = escape(language.gettext("Statement by statement"))
    by_statement = f"<h3>{head}</h3><ul>{claims}</ul>" if claims else ""
    return f"<h2><bdi>{escape(film_name(index, film, language))}</bdi></h2>{said}{by_statement}"


def _listed(result: QueryResult) -> str:
    rows = result.rows[:MOST_LISTED]
    leads_to = result.view.with_film if len(relative(result.view)) <= LONGEST_REPEATED else result.card
    items = "".join(
        _item(film_name(result.index, film, result.language), leads_to(film))
        for film in map(str, result.index.frame["id"].iloc[rows])
    )
    more = and_more(len(result.rows) - len(rows), result.language)
    return f"<ol>{items}</ol>" + "".join(f"<p>{escape(words)}</p>" for words in more)


def _item(name: str, view: View) -> str:
    return f'<li><a href="{escape(relative(view))}"><bdi>{escape(name)}</bdi></a></li>'


def _files(result: QueryResult) -> str:
    query = relative(result.view).rstrip("?")
    links = [f'<a href="data/films.{ending}{escape(query)}">{ending.upper()}</a>' for ending in ("csv", "json")]
    return f"<p>{escape(result.language.gettext('These films as files:'))} {', '.join(links)}</p>"
