"""The plain page, for a browser without JavaScript: the films of a view, and the text of the one that is chosen."""

from __future__ import annotations

from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_line, list_title
from dashboard.query.in_words import and_more, film_name, view_in_words
from dashboard.query.result import QueryResult, relative
from dashboard.render.film_card import film_card
from dashboard.render.style import themed_style
from dashboard.render.templates import render
from dashboard.web.preview import Preview

MOST_LISTED = 100
"""Films that are named; every page carries them, and nobody reads more without a search."""
LONGEST_REPEATED = 300
"""Characters of a view's link that every film's link repeats; beside a longer one it leads to the film's card alone."""


def plain(result: QueryResult) -> str:
    """The plain page of a view, as what stands in `noscript`. The list must be one that everyone may see."""
    view, language = result.view, result.language
    rows = result.rows[:MOST_LISTED]
    leads_to = view.with_film if len(relative(view)) <= LONGEST_REPEATED else result.card
    return render(
        "plain.html",
        language,
        style=themed_style("plain"),
        title=list_title(result.info, language),
        line=list_line(result.info, language),
        card=film_card(result, view.film) if view.film else None,
        words=view_in_words(result.index, view, len(result.rows), language),
        films=[
            (film_name(result.index, film, language), relative(leads_to(film)))
            for film in map(str, result.index.frame["id"].iloc[rows])
        ],
        left_over=and_more(len(result.rows) - len(rows), language),
        query=relative(view).rstrip("?"),
    )


def untold_plain(preview: Preview, language: Language) -> str:
    """The plain page of a link whose list is not told."""
    return render("untold.html", language, style=themed_style("plain"), title=preview.title)
