"""What stands for a film where pictures stand: the picture that its list brings, with its licence, or its plate."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from dashboard.evidence.translations import TextInLanguage
from dashboard.query.in_words import film_title
from dashboard.query.result import QueryResult
from dashboard.render.plates.plate import film_plate
from dashboard.render.templates import render


class ShownPicture(NamedTuple):
    """A picture as a page shows it.

    Attributes:
        address: where it is, from the page.
        alt: what is to be seen; the film's title where the list does not say it.
        size: its pixels across and down.
        author: who made it.
        licence: under which it is shown.
        licence_url: the address of that licence; may be empty.
        source: where it comes from, an address or words; may be empty.
    """

    address: str
    alt: TextInLanguage
    size: tuple[int, int]
    author: TextInLanguage
    licence: TextInLanguage
    licence_url: str
    source: str


def film_picture(result: QueryResult, film: str) -> ShownPicture | None:
    """The picture of a film of a view; None for one that has none, or where it has no address."""
    found = result.loaded.pictures.get(film)
    address = result.addresses.picture(result.view, found.name) if found else ""
    if not found or not address:
        return None
    code, own = result.language.code, result.info.language
    alt, author, licence = (found.in_languages(each).in_language(code, own) for each in ("alt", "author", "licence"))
    named = TextInLanguage(film_title(result.index, film, result.language), "")
    size = (found.width, found.height)
    return ShownPicture(address, alt if alt.text else named, size, author, licence, found.licence_url, found.source)


def figure(result: QueryResult, film: str) -> Markup:
    """A film's picture with its licence below, or its plate, as it stands beside the film's card."""
    picture = film_picture(result, film)
    plate = "" if picture else film_plate(result, film)
    return render("figure.html", result.language, picture=picture, plate=plate)


def with_picture(result: QueryResult, html: Markup, film: str) -> Markup:
    """A film's card with its picture or plate beside it."""
    return render("with_picture.html", result.language, figure=figure(result, film), html=html)
