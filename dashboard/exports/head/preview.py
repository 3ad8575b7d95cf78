"""What a link says of itself where it is shared, as a title and a line, and the elements of a head that say it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from babel.core import get_global

from dashboard.exports.head.linked_data import DataFile, linked_data
from dashboard.exports.timeline_image import PREVIEW
from dashboard.i18n.languages import Language, languages
from dashboard.i18n.names import column_name, list_line, list_title, value_name
from dashboard.i18n.texts import shortened
from dashboard.query.filters import filters
from dashboard.query.in_words import film_name, view_in_words
from dashboard.query.result import BY_PARAMETERS, QueryResult, address, relative
from dashboard.query.view import View
from dashboard.render.first_view import LONGEST_REPEATED
from dashboard.render.templates import render

LONGEST_TITLE = 110
LONGEST_LINE = 300
"""Characters; a messenger shows no more."""
WIDTH, HEIGHT = PREVIEW
"""The size of every preview's picture, in pixels."""
ABBREVIATED = re.compile(r"(?:^|[\s.(])(?:[A-ZА-ЯЁ]|Dr|Mr|Mrs|Ms|St|vs|cf|No|т|им|г|гг|др)$")
"""What stands before a full stop that ends no sentence."""


@dataclass(frozen=True)
class Preview:
    """What a link says of itself.

    Attributes:
        title: of what it leads to.
        line: what that is, in a sentence or two.
        site: the list's title; empty where the list is not told.
        picture: where the picture is that shows it, from the dashboard's address on; empty for none.
        alt: what is to be seen in it; empty for the list's timeline.
    """

    title: str
    line: str
    site: str = ""
    picture: str = ""
    alt: str = ""


def untold(language: Language) -> Preview:
    """The preview of a link whose list is a visitor's or cannot be read: it tells nothing of it."""
    return Preview(
        language.gettext("A list of films"),
        language.gettext("On a timeline, with filters, as cards and as a table."),
    )


def preview(result: QueryResult) -> Preview:
    """The preview of a view: of its film if a card stands under the timeline, else of what is filtered, else the list.

    The list must be one that everyone may see.
    """
    source, view, language = result.info, result.view, result.language
    title = site = list_title(source, language)
    line = list_line(source, language)
    if view.film:
        title, line = film_name(result.index, view.film, language), film_description(result, view.film) or line
    elif filters(result.index, view):
        line = f"{view_in_words(result.index, view, len(result.rows), language)}. {line}"
    return Preview(
        shortened(title, LONGEST_TITLE),
        shortened(line, LONGEST_LINE),
        shortened(site, LONGEST_TITLE),
        _picture(result),
        title if view.film and result.addresses is BY_PARAMETERS else "",
    )


def _picture(result: QueryResult) -> str:
    """Where a view's picture is: the list's own, its film's, or one of the films that filters leave; empty for none."""
    view, source = result.view, result.info
    is_served = result.addresses is BY_PARAMETERS
    is_own = bool(view.film) or (bool(filters(result.index, view) or view.colour) and result.index.span is not None)
    if is_served and is_own and len(relative(pictured(result))) <= LONGEST_REPEATED:
        return f"previews/view.png{relative(pictured(result))}"
    return f"previews/{source.key}.png" if source.ours else ""


def pictured(result: QueryResult) -> View:
    """What of a view its picture shows, in the language of the page: one film, or which films, coloured by what."""
    view = result.view
    if view.film:
        return View(view.list, film=view.film, language=result.language.code)
    return View(
        view.list,
        search=view.search,
        years=view.years,
        chosen=view.chosen,
        modes=view.modes,
        ranges=view.ranges,
        history_track=view.history_track,
        colour=view.colour,
        language=result.language.code,
    )


def film_description(result: QueryResult, film: str) -> str:
    """What can be established of a film, and the first sentence of what the list says of it; empty for nothing."""
    index, language = result.index, result.language
    parts = []
    if "evidence" in index.columns:
        evidence = index.columns["evidence"]
        status = value_name(evidence, result.loaded.status(film), language)
        parts.append(f"{column_name(evidence, language)}: {status}.")
    if "description" in index.columns:
        row = np.array([index.position[film]])
        description = index.in_language("description", row, language.code).iloc[0]
        parts.append("" if pd.isna(description) else first_sentence(str(description)))
    return " ".join(filter(None, parts))


def first_sentence(text: str) -> str:
    """A text's first sentence.

    >>> first_sentence("Kris Kelvin, who knew S. Lem well, lands. He stays."), first_sentence("No end")
    ('Kris Kelvin, who knew S. Lem well, lands.', 'No end')
    """
    line = " ".join(text.split())
    for end in re.finditer(r"[.!?…]+[»”\"')]*(?=\s)", line):
        if end[0] != "." or not ABBREVIATED.search(line[: end.start()]):
            return line[: end.end()]
    return line


def head(result: QueryResult, here: str, files: tuple[DataFile, ...] = ()) -> str:
    """The elements that say what a link leads to: to a browser, to whoever shows a preview of it, and to machines.

    `here` is the dashboard's address, and `files` hold the films of the view. The page of a language is canonical to
    itself and names those of all others; without `lang` in its link, it is the page for who has no language chosen. The
    list must be one that everyone may see.
    """
    return head_elements(
        result.language,
        here,
        preview=preview(result),
        title=result.title,
        link=address(result.view, here),
        translations=translations(result.view, here),
        data=linked_data(result, here, files),
    )


def untold_head(preview: Preview, language: Language, here: str) -> str:
    """The head of a page whose link nobody may pass on, such as one to a visitor's list."""
    return head_elements(language, here, preview=preview, title=preview.title, link="", translations=(), data={})


def head_elements(language: Language, here: str, *, is_published: bool = False, **values: Any) -> str:
    """A head's elements, of the values that its template names; a site may be published whose address is not known."""
    others = [each for each in languages().values() if each is not language]
    locales = [locale(each) for each in (language, *others)]
    size = {"width": WIDTH, "height": HEIGHT}
    return render("head.html", language, here=here, locales=locales, is_published=is_published, **size, **values)


def translations(view: View, here: str) -> list[tuple[str, str]]:
    """A view's addresses by the page's language, as `hreflang` names it; none where the link is too long to repeat.

    Source: developers.google.com/search/docs/specialty/international/localized-versions.
    """
    if len(relative(view)) > LONGEST_REPEATED:
        return []
    chosen = {**{code: code for code in languages()}, "x-default": ""}
    return [(name, address(replace(view, language=code), here)) for name, code in chosen.items()]


def locale(language: Language) -> str:
    """A language with its country, as previews name it: ``en_GB``, ``ru_RU``."""
    likely = get_global("likely_subtags").get(language.code, "").split("_")[2:]
    country = language.locale.territory or next(iter(likely), "")
    return f"{language.locale.language}_{country}".rstrip("_")
