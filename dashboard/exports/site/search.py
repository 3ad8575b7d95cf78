"""What the script of a published site searches: the films of a list in one language, as a script beside the pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from math import isnan
from typing import Any

from dashboard.exports.site.pages import Pages, Plan
from dashboard.query.search.fold import fold
from dashboard.query.search.folded import searched
from dashboard.query.search.spelling import may_be_romanised, skeletons, tables
from dashboard.render.film_card import FilmCard

_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "<": "\\u003c"})
"""What JSON may hold and a script may not, or might end it."""


def entry(plan: Plan, card: FilmCard, at: int) -> list[Any]:
    """A film as the script reads it: folder, name, line, marks, year, the texts that are searched, and its values.

    Each mark is its colour and its text. The year is null where it is not known.
    """
    index = plan.loaded.index
    year = index.years[at]
    values = [code for (name, value), code in _codes(plan, at)]
    marks = [[mark.sign.colour, f"{mark.sign.symbol} {mark.text}"] for mark in card.head]
    on_card = (index.on_cards.searched(part, at) for part in index.on_cards.parts if part.searchable)
    folded = "".join((str(index.folded.iloc[at]), *on_card))
    text = folded if card.name in folded else f"{folded}\n{searched(card.name)}"
    return [
        plan.addresses.films[card.film],
        card.name,
        card.line,
        marks,
        None if isnan(year) else int(year),
        " ".join(text.split()),
        " ".join(values),
    ]


def _codes(plan: Plan, at: int) -> Iterable[tuple[tuple[str, str], str]]:
    names = dict.fromkeys(name for name, _ in plan.codes)
    for name in names:
        for value in sorted(plan.loaded.index.facets[name].of(at)):
            yield (name, value), plan.codes[name, value]


def _words(plan: Plan) -> Iterator[tuple[str, bool, list[str]]]:
    """The words of a list that may be found in other spellings: folded, whether plainly so, and their skeletons."""
    for word in dict.fromkeys(chain.from_iterable(column.tolist() for column in plan.loaded.index.words)):
        if found := skeletons(word):
            yield fold(word), may_be_romanised(word), sorted(found)


def script(pages: Pages, films: Sequence[list[Any]]) -> bytes:
    """The films as a script that hands them to the site's own; nothing in it runs that a list could write."""
    language = pages.language
    said = {
        "films": films,
        "top": pages.top,
        "locale": str(language.locale).replace("_", "-"),
        "shown": language.ngettext("{shown} of {n} film", "{shown} of {n} films", len(films), shown="{shown}"),
        "none": language.gettext("No film matches all of this."),
        "more": language.gettext("Show more films"),
        "clear": language.gettext("Clear all"),
        "spelling": {**tables(), "words": [*_words(pages.plan)]},
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":")).translate(_LINE_ENDS)
    return f"filmList({text});\n".encode("utf-8", "replace")
