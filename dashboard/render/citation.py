"""What a file says about where it comes from, and how to cite a view or a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dashboard import __version__
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_line, list_title
from dashboard.query.in_words import film_name, view_in_words
from dashboard.query.result import QueryResult


def film_citation(result: QueryResult, film: str, link: str) -> str:
    """A citation of one film's card at a link, seen today."""
    name, title = film_name(result.index, film, result.language), list_title(result.info, result.language)
    what = result.language.gettext("{film}. In: {title}", film=name, title=title)
    return _citation(what, link, result.language)


def view_citation(result: QueryResult, link: str, day: date | None = None) -> str:
    """A citation of what is shown at a link, seen on a day; today where none is given."""
    return _citation(list_title(result.info, result.language), link, result.language, day)


def _citation(what: str, where: str, language: Language, day: date | None = None) -> str:
    seen = language.gettext("seen on {day}", day=language.day(day or date.today()))
    return f"{what}. film-list-dashboard {__version__}. {where} ({seen})."


@dataclass(frozen=True)
class About:
    """What a file says about where it comes from.

    Attributes:
        title: the list's.
        line: what the list is.
        in_words: the view in words.
        link: the view's address.
        cite: how to cite it.
        day: when it was taken.
    """

    title: str
    line: str
    in_words: str
    link: str
    cite: str
    day: date


def about(result: QueryResult, link: str, day: date | None = None) -> About:
    """What a file of the films shown says of itself; `link` leads to them. It was made today if no day is given."""
    return About(
        title=list_title(result.info, result.language),
        line=list_line(result.info, result.language),
        in_words=view_in_words(result.index, result.view, len(result.rows), result.language),
        link=link,
        cite=view_citation(result, link, day),
        day=day or date.today(),
    )


def about_json(about: About) -> dict[str, str]:
    """What a JSON file says about where it comes from."""
    return {
        "list": about.title,
        "about": about.line,
        "shown": about.in_words,
        "link": about.link,
        "taken_on": about.day.isoformat(),
        "cite": about.cite,
    }
