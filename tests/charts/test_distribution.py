"""The bars over a slider: where a filter's numbers lie, the films shown in front of all films."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.distribution import MOST_DRAWN, Distribution, distribution, filter_charts, outline
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.facets import MOST_BARS
from dashboard.query.filters import combined, masks
from dashboard.query.result import run_query
from dashboard.query.view import View
from tests.foreign import films, index_of, loaded_of
from tests.query.views import views
from tests.work import Work

FOREIGN = index_of(films(100))


def range_of(numbers):
    index = index_of("title,Points\n" + "".join(f"F{at},{number}\n" for at, number in enumerate(numbers)))
    return index.ranges["Points"]


@pytest.mark.parametrize(
    ("numbers", "bars", "films_by_bar"),
    [
        ([1, 2, 2, 5, ""], 5, [1, 2, 0, 0, 1]),
        ([7.5, 8, 8.1, 8.1], 7, [1, 0, 0, 0, 0, 1, 2]),
        ([-3, 0, "", 3], 7, [1, 0, 0, 1, 0, 0, 1]),
        (range(100), MOST_BARS, [5, 4, 4, 4, 4, 4] * 4),
    ],
    ids=["whole", "tenths", "below zero", "many"],
)
def test_each_number_lies_in_a_bar(numbers, bars, films_by_bar):
    found = range_of(numbers)
    assert (found.bars, found.films_by_bar.tolist()) == (bars, films_by_bar)


@given(view=views(FOREIGN))
def test_bars_hold_the_films_that_the_other_filters_leave(view):
    passing = masks(FOREIGN, view)
    for found in FOREIGN.ranges.values():
        mask = combined(FOREIGN, passing, skip=found.name)
        bars = found.by_bar(mask)
        assert bars.sum() == (mask & ~np.isnan(found.values)).sum()
        assert (bars <= found.films_by_bar).all()


@given(numbers=st.lists(st.integers(-1_000_000, 1_000_000) | st.none(), min_size=20, max_size=40))
def test_no_number_is_outside_the_bars(numbers):
    index = index_of(
        "title,rating,Profit\n" + "".join(f"F{at},,{'' if n is None else n}\n" for at, n in enumerate(numbers))
    )
    for found in index.ranges.values():
        assert found.films_by_bar.sum() == sum(number is not None for number in numbers)
        assert 2 <= found.bars <= MOST_BARS


@pytest.mark.parametrize(
    ("films", "corners"),
    [
        ([0, 0], ""),
        ([1, 0], "0% 100%,0% 0%,45% 0%,45% 100%"),
        ([0, 1000, 1], "33.3% 100%,33.3% 0%,63.3% 0%,63.3% 100%,66.7% 100%,66.7% 94%,96.7% 94%,96.7% 100%"),
    ],
    ids=["none", "one", "one beside many"],
)
def test_bars_as_a_polygon(films, corners):
    assert outline(np.array(films), max(films)) == corners


def test_the_films_shown_stand_in_front_and_the_filter_itself_changes_nothing(tmp_path):
    rows = "".join(f"F{at},{1960 + at},{at + 1},{'ab'[at % 2]}\n" for at in range(10))
    (tmp_path / "f.csv").write_text(f"title,year,running_time_min,kind\n{rows}", encoding="utf-8")
    loaded = load_list(own_source(tmp_path / "f.csv"))

    def drawn(view):
        result = run_query(loaded, view, "", english())
        return distribution(result, result.index.ranges["running_time_min"])

    kind = View().with_values("kind", ("a",))
    assert drawn(kind) == drawn(kind.with_range("running_time_min", (8, None)))
    assert (drawn(kind).of_all.count(","), drawn(kind).shown.count(",")) == (39, 19)
    assert drawn(kind).of_all == drawn(View()).shown
    assert (drawn(View()).most, drawn(kind).most) == ("1 min", "1 min")
    assert drawn(View(search="nothing of the kind")) == Distribution(drawn(View()).of_all, "", "")


def test_bars_of_a_long_list_cost_a_look_at_each_film():
    found = index_of("title,rating\n" + "".join(f"F{at},{at % 97 / 10}\n" for at in range(20_000))).ranges["rating"]
    mask = np.ones(20_000, dtype=np.bool_)
    found.by_bar(mask)
    with Work() as work:
        found.by_bar(mask)
    assert work.calls < 50


SMALL = loaded_of(
    "title,year,themes,Points\n"
    "A,1961,rescue; robots,1\nB,1962,rescue,2\nC,1971,robots,2\nD,1972,rescue,50\nE,1983,,\nF,1984,mars,99\n"
)


MANY = loaded_of(films(100))


def charts_of(view):
    result = run_query(SMALL, view, "", english())
    return {
        chart.label: [(bar.label, bar.shown, bar.of_all, bar.is_chosen) for bar in chart.bars]
        for chart in filter_charts(result)
    }


DECADES = [("1960s", 2, 2, False), ("1970s", 2, 2, False), ("1980s", 2, 2, False)]
THEMES = [("mars", 1, 1, False), ("rescue", 3, 3, False), ("robots", 2, 2, False)]
POINTS = [("1–2", 3, 3, False), ("50", 1, 1, False), ("99", 1, 1, False)]
SEVENTIES = View().with_values("decade", ("1970s",))
RESCUE = View().with_values("themes", ("rescue",))


@pytest.mark.parametrize(
    ("view", "changed"),
    [
        (View(), {}),
        (
            SEVENTIES,
            {
                "Decade": [("1960s", 2, 2, False), ("1970s", 2, 2, True), ("1980s", 2, 2, False)],
                "Themes": [("mars", 0, 1, False), ("rescue", 1, 3, False), ("robots", 1, 2, False)],
                "Points": [("1–2", 1, 3, False), ("50", 1, 1, False), ("99", 0, 1, False)],
            },
        ),
        (
            RESCUE.with_mode("themes", "none"),
            {
                "Decade": [("1960s", 0, 2, False), ("1970s", 1, 2, False), ("1980s", 2, 2, False)],
                "Themes": [("mars", 1, 1, False), ("rescue", 0, 3, True), ("robots", 1, 2, False)],
                "Points": [("1–2", 1, 3, False), ("50", 0, 1, False), ("99", 1, 1, False)],
            },
        ),
        (
            View().with_range("Points", (50, 50)),
            {
                "Decade": [("1960s", 0, 2, False), ("1970s", 1, 2, False), ("1980s", 0, 2, False)],
                "Themes": [("mars", 0, 1, False), ("rescue", 1, 3, False), ("robots", 0, 2, False)],
                "Points": [("1–2", 3, 3, False), ("50", 1, 1, True), ("99", 1, 1, False)],
            },
        ),
        (
            View().with_search("nothing"),
            {
                "Decade": [(label, 0, of, False) for label, _, of, _ in DECADES],
                "Themes": [(label, 0, of, False) for label, _, of, _ in THEMES],
                "Points": [(label, 0, of, False) for label, _, of, _ in POINTS],
            },
        ),
    ],
    ids=["nothing", "a value", "none of a value", "a part of a range", "a search that finds nothing"],
)
def test_a_chart_for_each_filter(view, changed):
    assert charts_of(view) == {"Decade": DECADES, "Themes": THEMES, "Points": POINTS} | changed


@given(view=views(FOREIGN))
def test_a_bar_leads_to_the_films_that_it_counts(view):
    result = run_query(MANY, view, "", english())
    for chart in filter_charts(result):
        assert len(chart.bars) <= MOST_DRAWN
        for bar in chart.bars:
            assert 0 <= bar.shown <= bar.of_all
            assert chart.share(bar.shown) <= chart.share(bar.of_all) <= 100
            back = run_query(MANY, bar.there, "", english())
            same = next(each for each in filter_charts(back) if each.label == chart.label)
            assert [each.is_chosen for each in same.bars if each.label == bar.label] in ([not bar.is_chosen], [])


def test_of_nothing_chosen_a_bar_counts_what_choosing_it_shows():
    for chart in filter_charts(run_query(SMALL, View(), "", english())):
        for bar in chart.bars:
            assert len(run_query(SMALL, bar.there, "", english()).rows) == bar.shown


def test_of_many_values_those_with_the_most_films_are_drawn_and_those_chosen():
    rows = "".join(f"F{at},{f'S{at % 30:02}' if at < 60 else 'S07'}\n" for at in range(66))
    loaded = loaded_of(f"title,Shelf\n{rows}")
    (chart,) = filter_charts(run_query(loaded, View().with_values("Shelf", ("S29",)), "", english()))
    assert [bar.label for bar in chart.bars] == ["S29", "S07", *(f"S{at:02}" for at in range(11) if at != 7)]
    assert (chart.bars[1].of_all, chart.left_out) == (8, 18)


def test_many_decades_are_in_the_order_of_time():
    rows = "".join(f"F{at},{1890 + at % 14 * 10}\n" for at in range(14 * 2)) + "X,1960\nY,1950\n"
    result = run_query(loaded_of(f"title,year\n{rows}"), View(), "", english())
    chart = next(filter_charts(result))
    assert [bar.label for bar in chart.bars] == [f"{1890 + at * 10}s" for at in range(12)]
    assert (chart.bars[7].of_all, chart.left_out) == (3, 2)
