"""How to cite the dashboard, a view of it, or one card."""

from __future__ import annotations

from datetime import date

from dashboard import __version__
from dashboard.explore.words import film_name
from dashboard.language.english import day
from dashboard.page.shown import Shown, address


def film_citation(shown: Shown, film: str) -> str:
    """A citation of one film's card, seen today."""
    return _citation(f"{film_name(shown.index, film)}. In: {shown.offer.title}", address(shown.card(film)))


def view_citation(shown: Shown, link: str) -> str:
    """A citation of what is shown at a link, seen today."""
    return _citation(shown.offer.title, link)


def _citation(what: str, where: str) -> str:
    return f"{what}. film-list-dashboard {__version__}. {where} (seen {day(date.today())})."
