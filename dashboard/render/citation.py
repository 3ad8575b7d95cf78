"""How to cite the dashboard, a view of it, or one card."""

from __future__ import annotations

from datetime import date

from dashboard import __version__
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_title
from dashboard.query.in_words import film_name
from dashboard.query.result import QueryResult


def film_citation(result: QueryResult, film: str, link: str) -> str:
    """A citation of one film's card at a link, seen today."""
    name, title = film_name(result.index, film, result.language), list_title(result.info, result.language)
    what = result.language.gettext("{film}. In: {title}", film=name, title=title)
    return _citation(what, link, result.language)


def view_citation(result: QueryResult, link: str) -> str:
    """A citation of what is shown at a link, seen today."""
    return _citation(list_title(result.info, result.language), link, result.language)


def _citation(what: str, where: str, language: Language) -> str:
    seen = language.gettext("seen on {day}", day=language.day(date.today()))
    return f"{what}. film-list-dashboard {__version__}. {where} ({seen})."
