from itertools import cycle, islice

import numpy as np
import pandas as pd
import pytest

from dashboard.cleaning.validate import FilmList
from dashboard.model import kinds
from dashboard.model.kinds import Column
from dashboard.model.schema import BY_NAME
from dashboard.query.facets import MOST_OFFERED, MOST_VALUES, extent_of, facet_of, usefulness
from dashboard.query.index import Index

NUMBER = Column("n", "N", kind=kinds.NUMBER, facet=True)
CHOICE = Column("c", "C", kind=kinds.CHOICE, facet=True)


def score(cells):
    column = NUMBER if all(isinstance(cell, int | float | None) for cell in cells) else CHOICE
    series = pd.Series(cells, dtype="Float64" if column is NUMBER else "str")
    return round(usefulness((extent_of if column is NUMBER else facet_of)(column, series), len(cells)), 2)


EVEN = [f"v{at % 12}" for at in range(24)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["a", "b"] * 5, 1.0),
        (EVEN, 1.0),
        ([*EVEN, *[None] * 24], 0.5),
        (["a"] * 9 + ["b"], 0.47),
        ([f"v{at % 120}" for at in range(240)], 0.5),
        ([f"v{at % 1200}" for at in range(2400)], 0.33),
        (list(range(100)), 1.0),
        ([*range(100), *[None] * 300], 0.25),
        ([0, 1] * 5, 0.3),
        ([*range(99), 1_000_000], 0.02),
    ],
    ids=[
        *("two even values", "twelve", "half of the films", "one value has most", "120 values", "1,200 values"),
        *("numbers from end to end", "of a quarter of the films", "two numbers", "all but one at one end"),
    ],
)
def test_usefulness(cells, expected):
    assert score(cells) == expected


HALF, WHOLE = ["a", "b", None, None], ["a", "b", "a", "b"]


def own(name):
    return Column(name, name, kind=kinds.CHOICE, facet=True)


def index_of(*columns, films=8):
    """A list with columns given as pairs of a column and its cells, which are repeated to the end of the list."""
    title = pd.Series([f"Film {at}" for at in range(films)], dtype="str")
    frame = {"id": title, "title": title}
    for column, cells in columns:
        repeated = list(islice(cycle(cells), films))
        if column.kind is kinds.CHOICES:
            repeated = [() if cell is None else (cell,) for cell in repeated]
        frame[column.name] = pd.Series(
            repeated,
            dtype={kinds.NUMBER: "Float64", kinds.CHOICES: object}.get(column.kind, "str"),
        )
    known = (BY_NAME["id"], BY_NAME["title"], *(column for column, _ in columns))
    return Index(FilmList(pd.DataFrame(frame), known))


@pytest.mark.parametrize(
    ("columns", "offered", "further"),
    [
        ([], "", ""),
        ([(own("a"), WHOLE)], "a", ""),
        ([(own(name), WHOLE) for name in "hgfedcba"], "hgfedcba", ""),
        ([(own(name), WHOLE) for name in "ihgfedcba"], "ihgfedcb", "a"),
        ([(own(name), HALF if name == "h" else WHOLE) for name in "ihgfedcba"], "igfedcba", "h"),
        ([(own(name), HALF if name in "hg" else WHOLE) for name in "ihgfedcba"], "ihfedcba", "g"),
    ],
    ids=["no column", "one", "eight", "nine, a tie", "nine, one worse", "nine, two worse that tie"],
)
def test_at_most_eight_are_offered(columns, offered, further):
    index = index_of(*columns)
    assert (index.first_filters, index.further) == (tuple(offered), tuple(further))
    assert index.filters == tuple(column.name for column, _ in columns)


def test_a_column_of_the_schema_comes_before_ones_own_that_is_as_useful():
    rating = (BY_NAME["rating"], [1, 2, 3, 4])
    columns = [*((own(name), WHOLE) for name in "abcdefgh"), (BY_NAME["kind"], WHOLE), rating]
    index = index_of(*columns)
    assert (index.first_filters, index.further) == ((*"abcdefg", "kind"), ("h", "rating"))
    assert index_of((BY_NAME["kind"], HALF), *columns[:8]).further == ("kind",)


def test_evidence_stands_beside_the_timeline_and_identity_is_always_offered():
    evidence = Column("evidence", "Evidence", kind=kinds.CHOICE, facet=True, derived=True)
    identity = Column("identity", "Identity", kind=kinds.CHOICE, facet=True, derived=True)
    eight = [(own(name), WHOLE) for name in "abcdefgh"]
    index = index_of(*eight, (evidence, WHOLE), (identity, ["a", "b", *[None] * 98]), films=100)
    assert (index.first_filters, index.further) == ((*"abcdefg", "identity"), ("h",))
    assert index.filters == (*"abcdefgh", "evidence", "identity")


def test_a_facet_of_thousands_of_values_is_there_but_not_offered():
    director = (BY_NAME["director"], [f"Director {at}" for at in range(MOST_VALUES + 1)])
    index = index_of(director, films=2 * MOST_VALUES + 2)
    assert (index.first_filters, index.further, list(index.facets)) == ((), ("director",), ["director"])
    director[1].pop()
    assert index_of(director, films=2 * MOST_VALUES + 2).first_filters == ("director",)


def test_the_decade_is_beside_the_eight():
    index = index_of(*[(own(name), WHOLE) for name in "abcdefghi"])
    index.frame["year"] = pd.Series([1970, 1980, 1990, pd.NA] * 2, dtype="Int64")
    again = Index(FilmList(index.frame, (*index.films.columns, BY_NAME["year"])))
    assert (len(again.first_filters), again.further, again.filters[0]) == (MOST_OFFERED, ("i",), "decade")


def test_a_list_of_200_000_films():
    films = 200_000
    chance = np.random.default_rng(0)
    columns = [
        (BY_NAME["rating"], chance.uniform(0, 10, films).round(1).tolist()),
        (BY_NAME["director"], [f"Director {at}" for at in chance.integers(0, 20_000, films).tolist()]),
    ]
    index = index_of(*columns, films=films)
    assert (index.first_filters, index.further, len(index.facets["director"].values)) == (
        ("rating",),
        ("director",),
        20_000,
    )
