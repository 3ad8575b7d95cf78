"""The timeline as a picture: what its specification draws, as pieces that a page places by parts of its width."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

import dashboard.render
from dashboard.charts.marks import data
from dashboard.charts.names import PLOTS
from dashboard.charts.picture import WIDTHS, Picture, Placed, coloured_picture, is_drawn, picture
from dashboard.charts.scene import Bar, Symbol, Text, number
from dashboard.charts.theme import INKS
from dashboard.charts.timeline import drawing
from dashboard.i18n.languages import english, languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, published_source
from dashboard.query.loaded_list import LoadedList

ENGLISH = english()
STYLES = Path(dashboard.render.__file__).parent / "css"
LISTS = {"published": load_list(published_source()), "filmography": load_list(filmography_source())}
EVERY_LIST = pytest.mark.parametrize("loaded", LISTS.values(), ids=LISTS)
HISTORY = pytest.mark.parametrize("history", [True, False], ids=["with history", "without"])


def drawn(loaded: LoadedList, history: bool = True) -> Picture:
    made = picture(loaded, ENGLISH, history)
    assert made is not None
    return made


@EVERY_LIST
@HISTORY
def test_it_takes_the_box_of_the_live_timeline(loaded: LoadedList, history: bool) -> None:
    made = drawn(loaded, history)
    assert made.height == drawing(loaded, "light", ENGLISH, history)["height"]
    for sides, width in zip((made.narrow, made.wide), WIDTHS, strict=True):
        assert all(0 <= side <= 30 for side in sides), width


@EVERY_LIST
def test_a_mark_stands_where_its_year_does(loaded: LoadedList) -> None:
    table = data(loaded.index, np.ones(len(loaded.index), np.bool_), ENGLISH)
    first, last = loaded.index.span or (0, 0)
    for year, mark in zip(table["year"], drawn(loaded).marks, strict=True):
        place = f"{round(100 * (year - first + 1) / (last - first + 2), 2):g}%"
        assert {placed.piece.x for placed in mark} == {place}


@EVERY_LIST
def test_every_colour_is_the_pages(loaded: LoadedList) -> None:
    made = drawn(loaded)
    pieces = [placed.piece for part in (made.frame, *made.marks) for placed in part]
    used = {piece.fill for piece in pieces if isinstance(piece, Text | Symbol | Bar)}
    assert used <= {*vars(INKS["page"]).values(), "transparent"}


@EVERY_LIST
def test_a_name_is_on_the_pages_that_have_room_for_it(loaded: LoadedList) -> None:
    table = data(loaded.index, np.ones(len(loaded.index), np.bool_), ENGLISH)
    for name, room, mark in zip(table["name"], table["room"], drawn(loaded).marks, strict=True):
        named = [(placed.piece.text, placed.pages) for placed in mark if isinstance(placed.piece, Text)]
        assert named == ([(name, f"from-{room}" if room else "all")] if name else [])


def test_the_style_knows_every_width_from_which_names_are_drawn() -> None:
    style = (STYLES / "timeline.css").read_text()
    boxes = dict(re.findall(r"min-width: (\d+)px\) \{ \.timeline \.from-(\d+) ", style))
    assert {int(plot): int(box) for box, plot in boxes.items()} == {plot: plot + 20 for plot in PLOTS}
    assert WIDTHS[-1] - sum(drawn(LISTS["filmography"]).wide) >= PLOTS[-1]


@pytest.mark.parametrize("colour", ["", *LISTS["filmography"].index.colourings])
def test_a_coloured_picture_has_the_signs_of_the_live_timeline(colour: str) -> None:
    loaded, page = LISTS["filmography"], vars(INKS["page"])
    table = data(loaded.index, np.ones(len(loaded.index), np.bool_), ENGLISH, colour=colour)
    made = coloured_picture(loaded, ENGLISH, True, colour)
    assert made is not None
    signs = [{(dot.shape, dot.fill, dot.stroke) for dot in dots(mark)} for mark in made.marks]
    expected = zip(table["shape"], table["colour"], strict=True)
    assert signs == [{(shape, page[name], page[name])} for shape, name in expected]
    assert (made.frame, made.height) == (drawn(loaded).frame, drawn(loaded).height)


def dots(mark: tuple[Placed, ...]) -> list[Symbol]:
    return [each.piece for each in mark if isinstance(each.piece, Symbol) and each.piece.fill != "transparent"]


def test_it_is_drawn_once_for_a_language_and_history() -> None:
    loaded = LISTS["published"]
    assert drawn(loaded) is drawn(loaded)
    other = picture(loaded, languages()["ru"], True)
    assert other is not None
    assert other is not drawn(loaded)
    assert drawn(loaded, history=False) is not drawn(loaded)
    assert picture(load_list(published_source()), ENGLISH, True) == drawn(loaded)


@pytest.mark.parametrize(("pixels", "text"), [(0.0, "0"), (-0.04, "0"), (12.96, "13"), (-7.25, "-7.2"), (1e6, "1e+06")])
def test_a_number_is_short(pixels: float, text: str) -> None:
    assert number(pixels) == text


def test_what_was_drawn_for_one_who_waits_is_there_for_all_who_do_not() -> None:
    loaded = load_list(published_source())
    assert picture(loaded, ENGLISH, False) is not None
    assert is_drawn(loaded, ENGLISH, False)
