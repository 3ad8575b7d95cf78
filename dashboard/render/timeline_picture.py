"""The timeline as a picture in a page, by the side of its list form: its marks are the same links."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from dashboard.charts.picture import Picture, coloured_picture
from dashboard.i18n.languages import Language, english
from dashboard.query.cache import cached
from dashboard.query.loaded_list import LoadedList
from dashboard.query.result import QueryResult
from dashboard.render.templates import render
from dashboard.render.timeline_list import timeline_marks


class Pieces(NamedTuple):
    """What all views of a list share: its picture, and the SVG of its frame and of each mark."""

    picture: Picture
    frame: Markup
    marks: tuple[Markup, ...]


def timeline_picture(result: QueryResult) -> Markup:
    """A view's timeline as SVG in a box of its own, for a page with the style `timeline` and the themes' variables.

    Nothing in it is fetched or run. Each mark is a link to what a click on it shows.

    Returns:
        Nothing for a list without years, and where none can be drawn.
    """
    drawn = _pieces(result.loaded, result.language, result.has_history_track, result.view.colour)
    if drawn is None:
        return Markup()
    marks = zip(timeline_marks(result), drawn.marks, strict=True)
    return render("timeline_picture.html", result.language, drawn=drawn, marks=marks)


@cached(8)
def _pieces(loaded: LoadedList, language: Language, has_history_track: bool, colour: str) -> Pieces | None:
    drawn = coloured_picture(loaded, language, has_history_track, colour)
    if drawn is None:
        return None
    frame, *marks = (render("timeline_pieces.html", english(), pieces=pieces) for pieces in (drawn.frame, *drawn.marks))
    return Pieces(drawn, frame, tuple(marks))
