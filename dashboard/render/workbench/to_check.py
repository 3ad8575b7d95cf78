"""One sentence that is left to check, as HTML: where it stands, what is doubtful about it, where to look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote_plus

from markupsafe import Markup

from dashboard.evidence.calendar_check.calendar import notice_in_words
from dashboard.i18n.languages import Language
from dashboard.i18n.names import column_name
from dashboard.i18n.problem_text import message
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult
from dashboard.query.workbench.to_check import ToCheck, doubts_of, notices_in, texts_of
from dashboard.render.film_card import Link, elsewhere
from dashboard.render.templates import render

SEARCHES = {
    "Wikidata": "https://www.wikidata.org/w/index.php?search={title}",
    "Wikipedia": "https://{language}.wikipedia.org/w/index.php?search={title}+{year}",
    "Kinopoisk": "https://www.kinopoisk.ru/index.php?kp_query={title}+{year}",
}
"""The addresses at which sites search for a film. A visitor opens them; the dashboard never does."""
ARCHIVE = "https://duckduckgo.com/?q=site%3Agosfilmofond.ru+{title}+{year}"
"""Where the pages of the Russian state film archive are searched: its own search has no address that names a title."""
_SOVIET = re.compile(r"(?i)\b(?:USSR|Soviet\w*|Russian?|RSFSR|СССР|Росси\w+|РСФСР|Советск\w+)\b")
"""A country of whose films that archive keeps copies."""


def to_check_html(result: QueryResult, each: ToCheck, of_film: Sequence[ToCheck]) -> Markup:
    """A sentence in its text, with what is doubtful about it and its film.

    Args:
        result: the list that is shown.
        each: the sentence.
        of_film: all sentences of its film.
    """
    loaded, language = result.loaded, result.language
    text = texts_of(loaded, each.film)[each.span.field]
    return render(
        "to_check.html",
        language,
        film=film_name(result.index, each.film, language),
        column=column_name(result.index.columns[each.span.field], language),
        parts=(text[: each.span.start], text[each.span.start : each.span.end], text[each.span.end :]),
        spoken=elsewhere(result.info.language, language),
        at=of_film.index(each) + 1,
        of_film=len(of_film),
        notices=[notice_in_words(notice, language) for notice in notices_in(loaded, each)],
        doubts=[f"{problem.column}: {message(problem, language)}" for problem in doubts_of(loaded).get(each.film, ())],
        links=where_to_look(result, each.film, language),
    )


def where_to_look(result: QueryResult, film: str, language: Language) -> tuple[Link, ...]:
    """Where sites search for a film, by the title it has in its own country if that is known."""
    cells = result.index.cells_of(film)
    known = {name: str(cells[name]) for name in ("title", "original_title", "year") if _is_known(result, cells, name)}
    title, year = quote_plus(known.get("original_title", known["title"])), known.get("year", "")
    sites = SEARCHES if not _is_soviet(result, cells) else SEARCHES | {"Gosfilmofond": ARCHIVE}
    names = {
        "Wikidata": language.gettext("Wikidata"),
        "Wikipedia": language.gettext("Wikipedia"),
        "Kinopoisk": language.gettext("Kinopoisk"),
        "Gosfilmofond": language.gettext("Gosfilmofond (through DuckDuckGo)"),
    }
    values = {"title": title, "year": year, "language": language.code.split("_")[0]}
    return tuple(Link(names[site], address.format(**values).removesuffix("+")) for site, address in sites.items())


def _is_soviet(result: QueryResult, cells: Any) -> bool:
    """Whether a list says that the Soviet Union or Russia made a film."""
    return _is_known(result, cells, "country") and any(map(_SOVIET.search, cells["country"]))


def _is_known(result: QueryResult, cells: Any, name: str) -> bool:
    return name in result.index.columns and result.index.columns[name].kind.is_known(cells[name])
