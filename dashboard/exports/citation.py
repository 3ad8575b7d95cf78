"""How to cite the dashboard, a view of it, or one card."""

from __future__ import annotations

from datetime import date

from dashboard import __version__
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_title
from dashboard.query.in_words import film_name
from dashboard.query.result import Shown


def film_citation(shown: Shown, film: str, link: str) -> str:
    """A citation of one film's card at a link, seen today."""
    name, title = film_name(shown.index, film, shown.language), list_title(shown.offer, shown.language)
    what = shown.language.gettext("{film}. In: {title}", film=name, title=title)
    return _citation(what, link, shown.language)


def view_citation(shown: Shown, link: str) -> str:
    """A citation of what is shown at a link, seen today."""
    return _citation(list_title(shown.offer, shown.language), link, shown.language)


def _citation(what: str, where: str, language: Language) -> str:
    seen = language.gettext("seen on {day}", day=language.day(date.today()))
    return f"{what}. film-list-dashboard {__version__}. {where} ({seen})."
