"""What one run of the page shows, and the links that lead to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from random import Random, SystemRandom
from typing import Protocol
from urllib.parse import quote_plus, urlencode

import numpy as np
import numpy.typing as npt

from dashboard import settings
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_title
from dashboard.i18n.texts import shortened
from dashboard.model.list_info import FILMOGRAPHY, IN_SESSION, ListInfo, is_uploaded
from dashboard.query.cache import cached
from dashboard.query.filters import combined, filters, masks
from dashboard.query.in_words import film_name, view_in_words
from dashboard.query.index import Index, Mask
from dashboard.query.loaded_list import LoadedList
from dashboard.query.named_views import NamedView
from dashboard.query.order import ordered
from dashboard.query.url import to_link
from dashboard.query.view import View, pages

CHANCE = SystemRandom()
PICTURES = "pictures"
"""The folder of pictures in addresses."""
MOST_OF_A_TITLE = 100
"""Characters of a film's, a view's or a list's name in the title of the page."""


class Addresses(Protocol):
    """How the address of a view is written. Caches tell one from another, so each must be hashable."""

    def link(self, view: View) -> str:
        """A view's link from anywhere on a page; empty where the view has no page."""

    def address(self, view: View, here: str) -> str:
        """A view's address in full; `here` is the address of the whole, with a slash at its end."""

    def film_links(self, view: View) -> Callable[[str], str]:
        """A function that gives the link of a view with a film's card; many are written at once."""

    def correction(self, view: View) -> str:
        """The link from a film's card to what helps to correct it; empty where nothing does."""

    def picture(self, view: View, name: str, here: str = "") -> str:
        """The link of a picture of the list by its name, in full if `here` is given; empty where it has none."""


class ByParameters:
    """The addresses of a dashboard that is served: a view is the parameters of its link."""

    def link(self, view: View) -> str:
        """See `relative`."""
        return relative(view)

    def address(self, view: View, here: str) -> str:
        """See `address`."""
        return address(view, here)

    def film_links(self, view: View) -> Callable[[str], str]:
        """Links such as ``?q=mars&film=solaris-1972``; what stands around the film's id is written once."""
        written = [*to_link(replace(view, film="-")).items()]
        at = [name for name, _ in written].index("film")
        before, behind = urlencode(written[:at], doseq=True), urlencode(written[at + 1 :], doseq=True)
        start, end = f"?{before}{'&' if before else ''}film=", f"{'&' if behind else ''}{behind}"
        return lambda film: f"{start}{quote_plus(film)}{end}"

    def correction(self, view: View) -> str:
        """See `Addresses`; nobody corrects here what a visitor brought."""
        return "" if is_uploaded(view.list) else f"{settings.CORRECT}{relative(view)}"

    def picture(self, view: View, name: str, here: str = "") -> str:
        """A link such as ``pictures/8f2b.jpg?list=filmography``; what only a session holds has none."""
        if view.list.startswith(IN_SESSION):
            return ""
        return f"{here}{PICTURES}/{name}" + (f"?{urlencode({'list': view.list})}" if view.list else "")


BY_PARAMETERS = ByParameters()


@dataclass(frozen=True, eq=False)
class QueryResult:
    """What one run of the page shows.

    Attributes:
        loaded: the list and its evidence.
        view: what the visitor has chosen.
        passing: for each clause in force, which films pass it.
        mask: which films are shown.
        rows: their positions, in the view's order.
        default_list: the name of the list that a link need not name.
        language: the language of the page.
        addresses: how the address of a view is written.
        named: views of the list that the visitor has named.
    """

    loaded: LoadedList
    view: View
    passing: dict[str, Mask]
    mask: Mask
    rows: npt.NDArray[np.int64]
    default_list: str
    language: Language
    addresses: Addresses = BY_PARAMETERS
    named: tuple[NamedView, ...] = ()

    @property
    def index(self) -> Index:
        """The list, ready to be filtered."""
        return self.loaded.index

    @property
    def info(self) -> ListInfo:
        """What the list is called, and whose it is."""
        return self.loaded.info

    @property
    def title(self) -> str:
        """What the page is called: the film under the timeline, else the films shown if a filter is in force."""
        view, title = self.view, shortened(list_title(self.info, self.language), MOST_OF_A_TITLE)
        if view.film:
            return f"{shortened(film_name(self.index, view.film, self.language), MOST_OF_A_TITLE)} – {title}"
        if not filters(self.index, view):
            return title
        shown = view_in_words(self.index, view, len(self.rows), self.language)
        return f"{shortened(shown, MOST_OF_A_TITLE)} – {title}"

    @property
    def has_history_track(self) -> bool:
        """Whether history is shown beside the films."""
        return self.info.history_track if self.view.history_track is None else self.view.history_track

    def page(self, size: int) -> int:
        """Which page is shown, from 1, where a page holds so many films; the last one for a page beyond it."""
        return min(self.view.page, pages(len(self.rows), size))

    def page_rows(self, size: int) -> npt.NDArray[np.int64]:
        """The positions of the films on that page, in the view's order."""
        page = self.page(size)
        return self.rows[(page - 1) * size : page * size]

    def by_chance(self, chance: Random = CHANCE) -> str | None:
        """One of the films shown, and not the one under the timeline if there is another; None of none."""
        films = self.index.frame["id"].iloc[self.rows].tolist()
        others = [film for film in films if film != self.view.film] or films
        return chance.choice(others) if others else None

    @cached_property
    def film_link(self) -> Callable[[str], str]:
        """Gives the link of this view with a film's card under the timeline, by the film's id."""
        return self.addresses.film_links(self.view)

    def link(self, view: View) -> str:
        """The link to another view of the list; empty where it has no page."""
        return self.addresses.link(view)

    def address(self, view: View, here: str) -> str:
        """The address of another view in full; `here` is that of the dashboard, or of a published site."""
        return self.addresses.address(view, here)

    def card(self, film: str) -> View:
        """The view with one film's card under the timeline and nothing else chosen."""
        return View(self.view.list, film=film, language=self.view.language)

    def in_filmography(self, film: str) -> View:
        """The same in the checked filmography."""
        return View("" if self.default_list == FILMOGRAPHY else FILMOGRAPHY, film=film, language=self.view.language)


@cached(4)
def run_query(
    loaded: LoadedList, view: View, default_list: str, language: Language, addresses: Addresses = BY_PARAMETERS
) -> QueryResult:
    """What a view of a list shows; the last few are kept, since a page asks again: do not change it."""
    loaded = loaded.compared(view.seen)
    index = loaded.index
    passing = masks(index, view)
    mask = combined(index, passing)
    rows = ordered(index, mask, view, language)
    return QueryResult(loaded, view, passing, mask, rows, default_list, language, addresses)


def relative(view: View) -> str:
    """A view's link from anywhere on this page: ``?q=mars``."""
    return "?" + urlencode(to_link(view), doseq=True)


def base(requested: str) -> str:
    """The address of this dashboard without anything chosen: the public one, else the one that was asked."""
    return (settings.current().public_url or requested).rstrip("/") + "/"


def address(view: View, here: str) -> str:
    """A view's link in full; `here` is the dashboard's address."""
    chosen = relative(view)
    return here + (chosen if chosen != "?" else "")
