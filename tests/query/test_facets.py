import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model import kinds
from dashboard.model.kinds import Column
from dashboard.query.facets import MOST_STEPS, decades, extent_of, facet_of

NUMBER = Column("gross", "Gross", kind=kinds.NUMBER, unit="$", facet=True)


def choice(cells, **more):
    return facet_of(Column("kind", "Kind", kind=kinds.CHOICE, facet=True, **more), pd.Series(cells, dtype="str"))


def choices(cells):
    return facet_of(Column("themes", "Themes", kind=kinds.CHOICES, facet=True), pd.Series(cells, dtype=object))


def number_range(numbers, dtype="Float64"):
    return extent_of(NUMBER, pd.Series(numbers, dtype=dtype))


def pairs(facet):
    return [(int(row), facet.values[code]) for row, code in zip(facet.rows, facet.codes, strict=True)]


def test_a_facet_of_one_value_a_film():
    facet = choice(["b", "a", None, "b", "É", "e"])
    assert (facet.name, facet.label, facet.several, facet.values) == ("kind", "Kind", False, ("a", "b", "e", "É"))
    assert pairs(facet) == [(0, "b"), (1, "a"), (3, "b"), (4, "É"), (5, "e")]
    assert facet.code_of == {"a": 0, "b": 1, "e": 2, "É": 3}


def test_a_facet_of_several_values_a_film():
    facet = choices([("y", "x"), (), ("x",)])
    assert (facet.several, facet.values) == (True, ("x", "y"))
    assert choices([("y",), (), ("y",), ("x",)]).several is False
    assert pairs(facet) == [(0, "y"), (0, "x"), (2, "x")]


def test_fixed_values_keep_their_order():
    assert choice(["low", "high", "low"], values=("high", "medium", "low")).values == ("high", "low")


TWO_OF_A_KIND = ["a", "b", "b", *(f"other {at}" for at in range(17))]


@pytest.mark.parametrize(
    ("cells", "useful"),
    [
        ([], False),
        ([None, None], False),
        (["a", "a"], False),
        (["a", "b"], False),
        (["a", "b", "b"], True),
        (["a", "b", "b", *[None] * 97], False),
        (["a", "b", "b", *[None] * 57], True),
        (["a", "b", "b", "c", "c", *[None] * 1000], True),
        (TWO_OF_A_KIND, True),
        ([*TWO_OF_A_KIND, "one more"], False),
        ([f"Director {max(at, 800)}" for at in range(1000)], True),
        ([f"Tagline {max(at, 20)}" for at in range(1000)], False),
    ],
    ids=[
        *("no film", "all missing", "one value", "all different", "two values", "nearly empty", "a twentieth filled"),
        *("five filled", "a tenth share a value", "less than a tenth", "many directors, some often", "taglines"),
    ],
)
def test_a_facet_must_be_of_use(cells, useful):
    assert (choice(cells) is not None) == useful


def test_what_the_evidence_adds_needs_two_values_only():
    assert choice(["a", "b", *[None] * 998], derived=True).values == ("a", "b")
    assert choice(["a", "a"], derived=True) is None


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        ([], None),
        ([np.nan], None),
        ([1970, 1979], None),
        ([1980, np.nan, 1979], [(0, "1980s"), (2, "1970s")]),
    ],
    ids=["no film", "none known", "one decade", "two decades"],
)
def test_decades(years, expected):
    facet = decades(np.array(years, dtype=float))
    assert (facet and pairs(facet)) == expected


@pytest.mark.parametrize(
    ("numbers", "ends", "step"),
    [
        ([61, 169], (61, 169), 1),
        ([-5, 0], (-5, 0), 1),
        ([0, 1000], (0, 1000), 1),
        ([0, 1001], (0, 1002), 2),
        ([1, 2_922_917_914], (0, 2_925_000_000), 5_000_000),
        ([7.3, 8.1, 9.2], (7.3, 9.2), 0.1),
        ([1.2, 9.8, 5], (1.2, 9.8), 0.1),
        ([6.123, 6.125], (6.123, 6.125), 0.001),
        ([1.253, 8.715, 3.9], (1.2, 8.8), 0.1),
        ([0.5, 250.25], (0, 255), 5),
        ([0.00012, 0.00057], (0.00012, 0.00057), 0.000005),
        ([-0.04, 0.3], (-0.04, 0.3), 0.01),
        ([1e25, 3e28], (0, 3e28), 5e25),
    ],
    ids=str,
)
def test_a_slider_in_round_numbers(numbers, ends, step):
    found = number_range(numbers)
    assert (found.ends, found.step) == (ends, step)


@given(st.lists(st.floats(-1e12, 1e12) | st.integers(-9999, 9999).map(float), min_size=2, max_size=9))
def test_every_number_is_within_a_slider_of_so_many_steps(numbers):
    found = number_range(numbers)
    if found:
        assert found.lowest <= min(numbers)
        assert found.highest >= max(numbers)
        assert (found.highest - found.lowest) / found.step < MOST_STEPS + 3


@pytest.mark.parametrize(
    ("numbers", "useful"),
    [
        ([], False),
        ([None, None], False),
        ([90, None], False),
        ([90, 90, 90], False),
        ([90, 91], True),
        ([0.1, 0.1 + 1e-16], False),
        ([1, 2, 3, 4, *[None] * 96], False),
        ([1, 2, 3, 4, 5, *[None] * 9996], True),
    ],
    ids=["no film", "all missing", "one known", "all the same", "two", "one but for its last bit", "4 %", "five"],
)
def test_a_range_must_be_of_use(numbers, useful):
    assert (number_range(numbers) is not None) == useful


def test_an_extent():
    found = number_range([90, None, 60], "Int64")
    assert (found.name, found.label, found.unit) == ("gross", "Gross", "$")
    np.testing.assert_array_equal(found.values, [90, np.nan, 60])
