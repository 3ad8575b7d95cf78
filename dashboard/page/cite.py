"""How to cite the dashboard, a view of it, or one card."""

from __future__ import annotations

from datetime import date

from dashboard import __version__
from dashboard.catalogue.names import list_title
from dashboard.explore.words import film_name
from dashboard.language.languages import Language
from dashboard.page.shown import Shown, address


def film_citation(shown: Shown, film: str) -> str:
    """A citation of one film's card, seen today."""
    name, title = film_name(shown.index, film, shown.language), list_title(shown.offer, shown.language)
    what = shown.language.gettext("{film}. In: {title}", film=name, title=title)
    return _citation(what, address(shown.card(film)), shown.language)


def view_citation(shown: Shown, link: str) -> str:
    """A citation of what is shown at a link, seen today."""
    return _citation(list_title(shown.offer, shown.language), link, shown.language)


def _citation(what: str, where: str, language: Language) -> str:
    seen = language.gettext("seen on {day}", day=language.day(date.today()))
    return f"{what}. film-list-dashboard {__version__}. {where} ({seen})."
