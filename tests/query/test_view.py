from dataclasses import replace
from datetime import datetime

import pytest

from dashboard.query.view import ALL_YEARS, NO_LIMITS, Sort, View

EVENING, LATER = datetime(2026, 12, 1, 19, 30), datetime(2026, 12, 2, 20)
FULL = View(
    search="mars",
    years=(1960, 1984),
    chosen=(("kind", ("feature",)), ("themes", ("rescue", "ethics"))),
    modes=(("themes", "all"),),
    ranges=(("rating", (7.5, None)), ("running_time_min", (60, 90))),
    more=("kind", "rating"),
    order=(Sort("year", True),),
    layout="table",
    page=3,
    film="solaris-1972",
    open=("a", "b"),
    history_track=False,
    list="filmography",
    shortlist=("c", "a", "b"),
    showings=(("a", EVENING), ("c", LATER)),
    programme="Space nights",
)


def test_default_means_everything():
    assert View() == View("", "", ALL_YEARS, (), (), (), (), "name", (), "cards", 1, None, (), None, "", (), (), "")
    assert View().values("kind") == ()
    assert FULL.values("themes") == ("rescue", "ethics")
    assert (View().limits("rating"), FULL.limits("rating")) == (NO_LIMITS, (7.5, None))


@pytest.mark.parametrize(
    ("changed", "fields"),
    [
        (FULL.with_search(""), {"search": "", "page": 1}),
        (FULL.with_years(ALL_YEARS), {"years": ALL_YEARS, "page": 1}),
        (FULL.with_order(Sort("title")), {"order": (Sort("title"),), "page": 1}),
        (FULL.with_layout("cards"), {"layout": "cards", "page": 1}),
        (FULL.with_shortlisted("d", True), {"shortlist": ("c", "a", "b", "d")}),
        (FULL.with_shortlisted("a", True), {}),
        (FULL.with_shortlisted("a", False), {"shortlist": ("c", "b"), "showings": (("c", LATER),)}),
        (FULL.with_shortlisted("d", False), {}),
        (FULL.with_moved("b", -1), {"shortlist": ("c", "b", "a")}),
        (FULL.with_moved("c", 1), {"shortlist": ("a", "c", "b")}),
        (FULL.with_moved("c", -1), {}),
        (FULL.with_moved("b", 1), {}),
        (FULL.with_showing("b", EVENING), {"showings": (("a", EVENING), ("b", EVENING), ("c", LATER))}),
        (FULL.with_showing("a", LATER), {"showings": (("a", LATER), ("c", LATER))}),
        (FULL.with_showing("a", None), {"showings": (("c", LATER),)}),
        (FULL.with_showing("d", EVENING), {}),
        (FULL.without_shortlist(), {"shortlist": (), "showings": (), "programme": ""}),
        (FULL.with_values("kind", ()), {"chosen": FULL.chosen[1:], "page": 1}),
        (FULL.with_values("studio", ()), {"page": 1}),
        (FULL.with_values("kind", ("b", "a", "b")), {"chosen": (("kind", ("b", "a")), FULL.chosen[1]), "page": 1}),
        (FULL.with_values("country", ("USSR",)), {"chosen": (("country", ("USSR",)), *FULL.chosen), "page": 1}),
        (FULL.with_range("rating", NO_LIMITS), {"ranges": FULL.ranges[1:], "page": 1}),
        (FULL.with_range("gross", NO_LIMITS), {"page": 1}),
        (FULL.with_range("rating", (None, 0)), {"ranges": (("rating", (None, 0)), FULL.ranges[1]), "page": 1}),
        (FULL.with_range("gross", (1, 2)), {"ranges": (("gross", (1, 2)), *FULL.ranges), "page": 1}),
        (FULL.with_more(FULL.more), {}),
        (FULL.with_more(("rating", "cast", "kind", "cast")), {"more": ("cast", "kind", "rating")}),
        (
            FULL.with_more(()),
            {"more": (), "chosen": FULL.chosen[1:], "ranges": FULL.ranges[1:], "page": 1},
        ),
        (
            FULL.with_more(("themes",)).with_more(()),
            {"more": (), "chosen": (), "modes": (), "ranges": FULL.ranges[1:], "page": 1},
        ),
        (FULL.with_mode("cast", "all"), {"modes": (("cast", "all"), ("themes", "all")), "page": 1}),
        (FULL.with_mode("themes", "all"), {"page": 1}),
        (FULL.with_mode("themes", "any"), {"modes": (), "page": 1}),
        (
            FULL.unfiltered(),
            {"search": "", "years": ALL_YEARS, "chosen": (), "modes": (), "ranges": (), "page": 1, "film": None},
        ),
    ],
)
def test_change(changed, fields):
    assert changed == replace(FULL, **fields)


@pytest.mark.parametrize(
    ("values", "chosen"),
    [(("z",), ("x", "y", "z")), (("x",), ("y",)), (("x", "z"), ("y", "x", "z")), (("y", "x"), ())],
    ids=["another", "one of them", "some of them", "all of them"],
)
def test_values_are_chosen_too_or_no_longer(values, chosen):
    assert View().with_values("a", ("x", "y")).with_toggled("a", *values).values("a") == chosen


@pytest.mark.parametrize("name", ["filmography", "own", ""])
def test_another_list_keeps_only_the_layout(name):
    assert FULL.with_list(name) == View(list=name, layout="table")


def test_clearing_everything_is_the_default():
    view = View(film="x").with_search("mars").with_years((None, 1970)).with_values("kind", ("a",))
    view = view.with_range("rating", (1, 2))
    assert view.unfiltered() == View()
    view = view.with_search("").with_years(ALL_YEARS).with_values("kind", ()).with_range("rating", NO_LIMITS)
    assert replace(view, film=None) == View()
