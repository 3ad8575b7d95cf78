"""A film in a gallery: its picture or plate, as a link to its card."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.query.in_words import film_name
from dashboard.query.matching.seen import is_seen
from dashboard.query.result import QueryResult
from dashboard.render.plates.picture import film_picture
from dashboard.render.plates.plate import film_plate
from dashboard.render.statements import head
from dashboard.render.templates import render


def tile(result: QueryResult, film: str) -> Markup:
    """A film of a view as it stands in its gallery; a picture has its name and whose it is below."""
    loaded, language = result.loaded, result.language
    picture, seen = film_picture(result, film), is_seen(result.index, result.index.position[film])
    return render(
        "tile.html",
        language,
        film=film,
        link=result.film_link(film),
        film_name=film_name(result.index, film, language),
        marks=head(loaded.claims_of.get(film, ()), film in loaded.notices_of, seen, language),
        picture=picture,
        plate="" if picture else film_plate(result, film),
        is_open=film == result.view.film,
    )
