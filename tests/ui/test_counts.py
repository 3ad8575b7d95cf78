"""What stands at the values of a filter: numbers, and bars of the films shown in front of all films."""

from __future__ import annotations

import pytest

from dashboard.charts.distribution import LEAST_BAR, LONGEST_BAR
from dashboard.i18n.languages import english
from dashboard.ui.sidebar.counts import BARS, LISTED_BARS, Listed, bars_below_pills, in_a_list


@pytest.mark.parametrize(
    ("shown", "of_all", "sizes"),
    [
        ([4, 2], [4, 2], ["40px 3px, 40px 3px", "20px 3px, 20px 3px"]),
        ([1, 0], [4, 3], ["10px 3px, 40px 3px", "0 0, 30px 3px"]),
        ([0, 0], [1, 1], ["0 0, 40px 3px", "0 0, 40px 3px"]),
        ([1, 1], [1_000_000, 1], ["2px 3px, 40px 3px", "2px 3px, 2px 3px"]),
    ],
    ids=["all", "some", "none", "one of a million"],
)
def test_a_bar_is_as_long_as_its_films_are_many(shown: list[int], of_all: list[int], sizes: list[str]) -> None:
    assert (LEAST_BAR, LONGEST_BAR) == (2, 40)
    place = ".st-key-facet-x-3a-y [role=toolbar] >"
    rules = (f"{place} :nth-child({at}) {{ background-size: {size} }}" for at, size in enumerate(sizes, 1))
    assert bars_below_pills("facet:x-3a-y", shown, of_all) == " ".join((f"{place} * {{ {BARS} }}", *rules))


def test_a_list_that_opens_has_the_bars_too() -> None:
    rules = in_a_list("facet:x", Listed([5, 0], [1, 0], [4, 2]), [], english())
    assert rules == (
        f"body[data-choosing~='st-key-facet-x'] {{ [data-key] > * {{ {LISTED_BARS} }} "
        "[data-key='0'] > * { background-size: 10px 3px, 40px 3px } [data-key='0'] > *::after { content: \"\\a0(5)\" } "
        "[data-key='1'] > * { background-size: 0 0, 20px 3px } [data-key='1'] > *::after { content: \"\\a0(0)\" } } "
        ".st-key-facet-x {  }"
    )
