"""The bars over a slider: where a filter's numbers lie, the films shown in front of all films."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.charts.distribution import Distribution, distribution, outline
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.facets import MOST_BARS
from dashboard.query.filters import combined, masks
from dashboard.query.result import run_query
from dashboard.query.view import View
from tests.foreign import films, index_of
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
        ([0, 1000, 1], "33.33% 100%,33.33% 0%,63.33% 0%,63.33% 100%,66.67% 100%,66.67% 94%,96.67% 94%,96.67% 100%"),
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
