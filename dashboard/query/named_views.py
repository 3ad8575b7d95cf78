"""Views that have a name: the ways in that a list offers in its views.csv, and those that a visitor has named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit

from dashboard import settings
from dashboard.evidence.read_rows import Cells, Kept, Wrong, read_each
from dashboard.evidence.translations import UNTRANSLATED, Translated, Translations, translations_in
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows
from dashboard.query.index import Index
from dashboard.query.url import Parameters, parameters_of, parse, to_link
from dashboard.query.view import View

FILE = "views.csv"
COLUMNS = ("name", "link")
MOST_VIEWS = 20
"""Views of a list that are offered."""
LONGEST_NAME = 80
"""Characters of the name that a visitor gives a view."""
_OF_THE_PAGE = ("list", "lang", "page")
"""Parameters that are no part of a named view: it belongs to its list, in whatever language it is read."""
_HERE = ("localhost", "127.0.0.1", "::1")
"""Hosts that are the machine on which a list is made."""


@dataclass(frozen=True)
class NamedView(Translated):
    """A view of a list with a name.

    Attributes:
        name: what it is called.
        link: its parameters as a link has them, from the "?" on.
        translations: of the name.
    """

    name: str
    link: str
    translations: Translations = UNTRANSLATED
    columns = COLUMNS


def read_views(rows: Rows, index: Index) -> tuple[tuple[NamedView, ...], tuple[Problem, ...]]:
    """The views that rows name, in their order, and what is wrong in rows.

    A row is left out if it has no name or link, leads elsewhere, names nothing that the list has, has the name of
    another row, or comes after `MOST_VIEWS` others. A row whose link fits the list in part is kept and named.
    """
    left = iter(range(MOST_VIEWS))
    views, problems = read_each(rows, COLUMNS, COLUMNS, lambda cells: _view(cells, index, left), once=("name",))
    return tuple(views), problems


def _view(cells: Cells, index: Index, left: Iterator[int]) -> NamedView | Kept[NamedView] | Wrong:
    for column in COLUMNS:
        if not cells[column]:
            return Wrong("nothing said", column)
    link = _link_here(cells["link"])
    if link is None:
        return Wrong("link elsewhere", "link")
    view, ignored = parse(_parameters(link), index)
    lacking = ", ".join(dict.fromkeys(f"{each.name}={each.value}" for each in ignored))
    if ignored and view == View():
        return Wrong("link of nothing", "link", lacking)
    if next(left, None) is None:
        return Wrong("too many views", "name", str(MOST_VIEWS))
    named = NamedView(cells["name"], link, translations_in(cells, ("name",)))
    return Kept(named, Wrong("link in part", "link", lacking)) if ignored else named


def _link_here(text: str) -> str | None:
    """A link to this dashboard from its "?" on; None for one that leads elsewhere.

    It may be written in full, from the "?" on, or without it.
    """
    if text.startswith("?"):
        return text
    public = settings.current().public_url
    try:
        is_here = urlsplit(text).hostname in _HERE or bool(public and text.startswith(public))
    except ValueError:
        is_here = False
    if is_here:
        return "?" + text.partition("?")[2]
    return None if re.match(r"[a-zA-Z][\w+.-]*:|/|\\", text) else f"?{text}"


def _parameters(link: str) -> Parameters:
    return {name: values for name, values in parameters_of(link).items() if name not in _OF_THE_PAGE}


def way_to(named: NamedView, index: Index, view: View) -> View:
    """The named view, as it is reached from another one: in its language, with its shortlist if there is no other.

    What the list is compared with stays too, if the named view says nothing of that.
    """
    there, _ = parse(_parameters(named.link), index)
    there = replace(there, list=view.list, language=view.language)
    if there.seen is None:
        there = replace(there, seen=view.seen, only_there=view.only_there)
    if there.shortlist:
        return there
    return replace(there, shortlist=view.shortlist, showings=view.showings, programme=view.programme)


def named(view: View, name: str) -> NamedView:
    """A view under a name, without what is no part of it: its shortlist, its page, its list and its language."""
    own = replace(view.without_shortlist(), list="", language="", page=1)
    return NamedView(name, "?" + urlencode(to_link(own), doseq=True))
