"""A programme of films: the shortlist with all that a title page and a block for each film say, as HTML or Markdown."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.fonts import TITLE, needed
from dashboard.exports.qr_code import qr_code
from dashboard.i18n.languages import Language
from dashboard.i18n.names import list_title
from dashboard.query.result import QueryResult, address
from dashboard.query.shortlist import total_in_words
from dashboard.render.film_card import FilmCard, film_card
from dashboard.render.plates.picture import ShownPicture, film_picture
from dashboard.render.plates.plate import plate_of, plate_svg
from dashboard.render.style import style
from dashboard.render.templates import render, render_markdown


class Drawn(NamedTuple):
    """What stands beside a film in a programme: a picture with its JPEG in base64, or a plate and the text in it."""

    picture: ShownPicture | None = None
    jpeg: str = ""
    plate: Markup = Markup()
    text: str = ""


@dataclass(frozen=True)
class Programme:
    """A programme, ready to be written.

    Attributes:
        title: as its maker called it.
        list_title: the title of the list it is taken from.
        total: how many films there are and how long they take, in words.
        films: in their order.
        drawn: the picture or plate of each.
        link: the address of the page with this shortlist.
        made: when it was made.
        language: in which it is told.
    """

    title: str
    list_title: str
    total: str
    films: tuple[FilmCard, ...]
    drawn: tuple[Drawn, ...]
    link: str
    made: datetime
    language: Language

    @property
    def showings(self) -> tuple[FilmCard, ...]:
        """The films that have a time, in the order in which they are shown."""
        timed = [(card.when, at, card) for at, card in enumerate(self.films) if card.when]
        return tuple(card for _, _, card in sorted(timed, key=lambda each: each[:2]))

    @property
    def dates(self) -> str:
        """From which day to which the films are shown; empty where no film has a time."""
        days = [card.when.date() for card in self.showings if card.when]
        if not days:
            return ""
        first, last = self.language.day(days[0]), self.language.day(days[-1])
        return first if first == last else self.language.gettext("{first} to {last}", first=first, last=last)


def programme(result: QueryResult, here: str, made: datetime) -> Programme:
    """The programme of a view's shortlist; `here` is the dashboard's address."""
    view, language = result.view, result.language
    return Programme(
        title=view.programme or default_title(result),
        list_title=list_title(result.info, language),
        total=total_in_words(result.index, view.shortlist, language),
        films=tuple(film_card(result, film, here) for film in view.shortlist),
        drawn=tuple(_drawn(result, film) for film in view.shortlist),
        link=address(view.shortlisted(), here),
        made=made,
        language=language,
    )


def _drawn(result: QueryResult, film: str) -> Drawn:
    if picture := film_picture(result, film):
        return Drawn(picture, b64encode(result.loaded.pictures[film].jpeg).decode())
    plate = plate_of(result.loaded, film, result.language)
    text = f"{' '.join(plate.title.lines)} {plate.year} {plate.place}"
    return Drawn(plate=plate_svg(plate, result.language, "light"), text=text)


def default_title(result: QueryResult) -> str:
    """The title of a programme that has none of its own."""
    title = list_title(result.info, result.language)
    return result.language.gettext("A programme from {list}", list=title)


def as_markdown(programme: Programme) -> bytes:
    """The programme: title, dates, total length, and a section for each film."""
    return render_markdown("programme.md", programme.language, programme=programme).encode()


LONGEST_PRINTED = 200
"""Characters of an address that is printed; a longer one can only be clicked."""


def as_html(programme: Programme) -> bytes:
    """The programme as a page of HTML without script."""
    is_long = len(programme.link) > LONGEST_PRINTED
    faces = needed("".join(each.text for each in programme.drawn))
    page = render(
        "programme.html",
        programme.language,
        programme=programme,
        is_long=is_long,
        style=style("printed"),
        faces=[face for face in faces if face.family == TITLE],
        face=TITLE,
        code=qr_code(programme.link, programme.language),
    )
    return f"{page}\n".encode()
