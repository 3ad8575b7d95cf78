"""Names beside dots: for any titles and years none touches another, a dot or the plot's edge, at any width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.charts.marks import HIGHEST, MOST_DOTS, MOST_TITLED, NAMED_PITCHES, STROKE, dot, film_names, pitch
from dashboard.charts.names import APART, GAP, PLOTS, SIZE, WIDEST, Names, arranged
from dashboard.charts.text_width import text_width
from dashboard.i18n.languages import languages
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source
from tests.foreign import films, index_of

FILMOGRAPHY = load_list(filmography_source()).index
MOST = HIGHEST // NAMED_PITCHES[-1]
RADIUS = 7
WIDTHS = (*PLOTS, *(plot + 61 for plot in PLOTS), 1400)
Box = tuple[int, float, float]


def places(years: Sequence[int]) -> list[float]:
    """Parts of the axis, which reaches one year beyond the first and last."""
    return [(year - min(years) + 1) / (max(years) - min(years) + 2) for year in years]


def boxes(made: Names, across: Sequence[float], plot: int) -> Iterator[Box]:
    """The lane of each dot and drawn name, and from where to where it stands on a plot."""
    for place, lane, name, side, room in zip(across, made.lanes, made.names, made.sides, made.rooms, strict=True):
        x, width = place * plot, text_width(name, SIZE)
        yield lane, max(0, x - RADIUS), min(plot, x + RADIUS)
        if name and plot >= room:
            yield (lane, x + GAP, x + GAP + width) if side == "right" else (lane, x - GAP - width, x - GAP)


def wrong(made: Names, across: Sequence[float], plot: int) -> list[object]:
    """The boxes that touch another or leave the plot."""
    drawn = list(boxes(made, across, plot))
    outside = [box for box in drawn if box[1] < -1e-6 or box[2] > plot + 1e-6]
    pairs = combinations(drawn, 2)
    return outside + [(a, b) for a, b in pairs if a[0] == b[0] and a[1] < b[2] and b[1] < a[2]]


TITLE = st.text("abcdefghij ABCDEMWЖЩя太🚀ש–!", max_size=60) | st.sampled_from(["", "M", "i" * 200, "Ж" * 40])
FILMS = st.lists(st.tuples(st.integers(1888, 2027) | st.integers(1960, 1975), TITLE), min_size=1, max_size=MOST_DOTS)


@given(FILMS)
@settings(deadline=None, max_examples=60)
def test_no_name_touches_anything(list_: list[tuple[int, str]]) -> None:
    years, titles = zip(*sorted(list_), strict=True)
    made = arranged(across := places(years), titles, MOST)
    if made is None:
        return
    assert [wrong(made, across, plot) for plot in WIDTHS] == [[]] * len(WIDTHS)
    middles = sorted((lane, place * PLOTS[0]) for lane, place in zip(made.lanes, across, strict=True))
    assert all(b[1] - a[1] >= APART - 0.1 for a, b in pairwise(middles) if a[0] == b[0])
    assert set(made.lanes) <= set(range(MOST))
    assert set(made.rooms) <= {0, *PLOTS}
    assert all(bool(name) == bool(room) for name, room in zip(made.names, made.rooms, strict=True))
    assert 2 * sum(map(bool, made.names)) >= len(titles)
    assert all(text_width(name, SIZE) <= WIDEST for name in made.names)


def test_what_is_wrong_is_found() -> None:
    made = Names((0, 0), ("A long name", ""), ("right", "right"), (300, 0))
    assert wrong(made, [0.5, 0.51], 300)
    assert wrong(made, [0.99, 0.1], 300)
    assert not wrong(made, [0.5, 0.9], 300)


@pytest.mark.parametrize(
    ("years", "titles", "names"),
    [
        ([], [], None),
        ([1972], ["Solaris"], ("Solaris",)),
        ([1972], [""], None),
        ([1972, 1972], ["Solaris", ""], ("Solaris", "")),
        ([1972] * MOST, ["A"] * MOST, ("A",) * MOST),
        ([1972] * (MOST + 1), ["A"] * (MOST + 1), None),
        ([1972], ["Ж" * 40], ("Ж" * 16 + "…",)),
    ],
    ids=["none", "one", "no title", "one without", "one year, all lanes", "one year, too many", "long"],
)
def test_who_has_a_name(years: list[int], titles: list[str], names: tuple[str, ...] | None) -> None:
    made = arranged(places(years) if years else [], titles, MOST)
    assert (made and made.names) == names


@pytest.mark.parametrize(("code", "least"), [("en", 46), ("ru", 44)])
def test_the_filmography_is_named_at_1280(code: str, least: int) -> None:
    made = film_names(FILMOGRAPHY, languages()[code])
    assert made is not None
    assert sum(map(bool, made.names)) >= least
    assert max(made.lanes) + 1 <= MOST


@pytest.mark.parametrize(
    ("number", "has_names"),
    [(1, False), (MOST_TITLED, False), (MOST_TITLED + 1, True), (40, True), (MOST_DOTS, False), (MOST_DOTS + 1, False)],
)
def test_lists_of_a_middle_length_have_names(number: int, has_names: bool) -> None:
    index = index_of(films(number))
    assert (film_names(index, languages()["en"]) is not None) == has_names


def test_a_name_stands_clear_of_its_dot() -> None:
    english = languages()["en"]
    assert (dot(FILMOGRAPHY, english) + STROKE) / 2 < RADIUS < GAP
    assert pitch(FILMOGRAPHY, english) >= SIZE + 2
