"""Where each page of a published site stands, and how its pages lead to one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from secrets import token_hex

from dashboard.query.facets import DECADE
from dashboard.query.result import PICTURES
from dashboard.query.search.fold import fold, latin
from dashboard.query.view import ALL_YEARS, Sort, View

INDEX = "index.html"
LONGEST_NAME = 100
"""Characters of a folder's name; no file system holds less than 255 bytes, and some no longer path than 260."""
_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9_])?")
_LIKE_A_MARKED_ONE = re.compile(r".*-[0-9a-f]{8}")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?|index\.html")
"""What Windows takes for a device, and the name of every page's file."""


def folder_name(name: str) -> str:
    """The name of a folder for an id or a value: the same on every file system, and for good.

    What consists of small Latin letters, digits, hyphens, dots and low lines stays as it is. Anything else is written
    in these, with a mark made of all that it is, so that names that differ only by case keep folders of their own.

    >>> folder_name("solaris-1972"), folder_name("Solaris-1972"), folder_name("солярис-1972"), folder_name("con")
    ('solaris-1972', 'solaris-1972-9b60893f', 'solyaris-1972-8f243965', 'con-1143da2b')
    """
    plain = len(name) <= LONGEST_NAME and _PLAIN.fullmatch(name)
    if plain and not (_RESERVED.fullmatch(name) or _LIKE_A_MARKED_ONE.fullmatch(name)):
        return name
    letters = "-".join(re.findall("[a-z0-9]+", latin(fold(name))))[: LONGEST_NAME - 9].strip("-")
    mark = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{letters}-{mark}".lstrip("-")


def folder_names(names: Iterable[str]) -> dict[str, str]:
    """A folder for each of some different names; of two that would share one, the later one gets a number."""
    folders: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        folder = base = folder_name(name)
        number = 2
        while folder in taken:
            folder, number = f"{base}-{number}", number + 1
        taken.add(folder)
        folders[name] = folder
    return folders


@dataclass(frozen=True, eq=False)
class SiteAddresses:
    """The pages of a published site. A view that has none has an empty link.

    Attributes:
        languages: the codes of the site's languages; the first one's pages stand at the top, the others' in folders.
        films: the folder of each film's page.
        values: the folder of each value's page, by filter and value.
        years: the years that have a page.
        orders: the orders, beside the list's own, in which the list has pages.
        has_gallery: whether all films have pages as a gallery.
    """

    languages: tuple[str, ...]
    films: Mapping[str, str]
    values: Mapping[tuple[str, str], str]
    years: frozenset[int]
    orders: tuple[Sort, ...]
    has_gallery: bool = False

    @cached_property
    def up(self) -> str:
        """What stands in links for the way from a page to the top, until it is known which page it is.

        Nobody who writes a list can know it.
        """
        return f"up{token_hex(16)}/"

    def folder(self, view: View) -> str | None:
        """The folder of a view's page, from the top, with a slash at its end; empty for the top, None for no page."""
        place = self._place(view)
        return None if place is None else self.top(view.language) + place

    def top(self, language: str) -> str:
        """The folder of a language's pages."""
        return "" if language in ("", self.languages[0]) else f"{language}/"

    def _place(self, view: View) -> str | None:
        if view.list or (view.language and view.language not in self.languages):
            return None
        if view.film is not None:
            return f"films/{self.films[view.film]}/" if view.film in self.films else None
        base = self._list(replace(view, page=1, language="", open=()))
        page = f"page-{view.page}/" if view.page > 1 else ""
        return None if base is None else base + page

    def _list(self, view: View) -> str | None:
        """The folder of a list's first page: of all films, or of those by one filter, or in one order."""
        if view == View():
            return ""
        if view == View(layout="gallery"):
            return "gallery/" if self.has_gallery else None
        if len(view.order) == 1 and view.order[0] in self.orders and view == View(order=view.order):
            return f"sorted/{view.order[0].word}/"
        first, last = view.years
        if view.years != ALL_YEARS and view == View(years=view.years):
            return f"years/{first}/" if first is not None and first == last and first in self.years else None
        chosen = [(name, value) for name, values in view.chosen for value in values]
        if len(chosen) == 1 and view == View(chosen=view.chosen):
            return self.values.get(chosen[0])
        return None

    def link(self, view: View) -> str:
        """A view's link from any page of the site, with `up` in it."""
        folder = self.folder(view)
        return "" if folder is None else f"{self.up}{folder}{INDEX}"

    def film_links(self, view: View) -> Callable[[str], str]:
        """A function that gives the link of a film's page, whatever else a view asks for."""
        return lambda film: self.link(replace(view, film=film))

    def correction(self, _view: View) -> str:
        """Nothing: a form needs a server."""
        return ""

    def picture(self, view: View, name: str, here: str = "") -> str:
        """The address of a picture if `here` is one, else its link from any page of the site, with `up` in it."""
        return f"{here or self.up}data/{PICTURES}/{name}"

    def film_preview(self, film: str, language: str) -> str:
        """The path of the picture that a link to a film shows, from the top."""
        return f"previews/{self.films[film]}.{language}.png"

    def address(self, view: View, here: str) -> str:
        """A view's address in full if `here` is one, else its link; empty where it has no page."""
        folder = self.folder(view)
        if folder is None:
            return ""
        return f"{here}{folder}" if here != self.up else self.link(view)


def value_folders(filters: Mapping[str, Iterable[str]]) -> dict[tuple[str, str], str]:
    """The folder of the page of each value, by filter and value: ``decades/1960s/``, ``filters/themes/rescue/``."""
    columns = folder_names(name for name in filters if name != DECADE)
    return {
        (name, value): f"decades/{folder}/" if name == DECADE else f"filters/{columns[name]}/{folder}/"
        for name, values in filters.items()
        for value, folder in folder_names(values).items()
    }
