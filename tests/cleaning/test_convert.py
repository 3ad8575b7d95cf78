import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.convert import converted, own_column
from dashboard.cleaning.mapping import suggested
from dashboard.cleaning.raw_columns import raw_columns_of
from dashboard.model import kinds
from dashboard.model.kinds import Column
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME

LONG = "A crew, far from home, hears a voice. "


def part(header, *cells, ids=()):
    """What a column with this header comes to, beside one of titles."""
    header = ("title", header, *(["id"] if ids else []))
    rows = tuple((f"Film {at}", cell, *ids[at : at + 1]) for at, cell in enumerate(cells))
    table = Rows("f.csv", header, rows, tuple(range(2, 2 + len(cells))))
    raw = raw_columns_of(table, suggested(table), range(len(cells)))
    return converted(raw, next(name for name in raw.cells if name not in ("title", "id")))


def columns_of(found):
    return {column.name: list(cells) for column, cells in found.columns}


def wrong(kind, line, column, value, expected=""):
    return Problem(kind, "f.csv", line, column, value, expected)


@pytest.mark.parametrize(
    ("header", "cells", "values"),
    [
        ("Description", ("Far; far, away", "", "[a]"), ["Far; far, away", None, "[a]"]),
        ("fact", ("none", "-", "\\N"), ["none", None, None]),
        ("kind", ("feature", "", "feature"), ["feature", None, "feature"]),
        ("Release date", ("Jun 12 1998", "soon", ""), ["Jun 12 1998", "soon", None]),
        ("imdb_id", ("tt0000001", "007", ""), ["tt0000001", "007", None]),
        ("source_url", ("https://example.org/", "", "x"), ["https://example.org/", None, "x"]),
    ],
)
def test_texts(header, cells, values):
    found = part(header, *cells)
    ((column, texts),) = found.columns
    assert (column, found.problems) == (BY_NAME[column.name], ())
    pd.testing.assert_series_equal(texts, pd.Series(values, dtype="str"))


@pytest.mark.parametrize(
    ("header", "cells", "values"),
    [
        ("Genres", ("Drama, Comedy", "Drama", ""), [("Drama", "Comedy"), ("Drama",), ()]),
        ("genres", ("Drama|Comedy", "\\N", "Drama"), [("Drama", "Comedy"), (), ("Drama",)]),
        ("Genres", ('[{"id": 18, "name": "Drama"}]', "[]", ""), [("Drama",), (), ()]),
        ("Director", ("Joel Coen, Ethan Coen", "Joel Coen"), [("Joel Coen", "Ethan Coen"), ("Joel Coen",)]),
        ("Director", ("Tarkovsky, Andrei", ""), [("Tarkovsky, Andrei",), ()]),
        ("other_years", ("1935; 1936", "1924"), [("1935", "1936"), ("1924",)]),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, tuple) else "",
)
def test_several_values(header, cells, values):
    found = part(header, *cells)
    ((column, choices),) = found.columns
    assert (column, [*choices], found.problems) == (BY_NAME[column.name], values, ())


def test_in_the_dashboard_s_form_a_comma_separates_nothing():
    found = part("genres", "Drama, black", "Drama|Comedy", ids=("a", "b"))
    assert columns_of(found) == {"genres": [("Drama, black",), ("Drama|Comedy",)]}


@pytest.mark.parametrize(
    ("header", "cell", "number", "kind", "expected"),
    [
        ("Runtime (mins)", "167", 167, None, ""),
        ("runtime", "167.0", 167, None, ""),
        ("runtime", "2h 47m", 167, "number written otherwise", "167"),
        ("runtime", "167 min", 167, None, ""),
        ("runtime", "1", 1, None, ""),
        ("runtime", "60000", 60000, None, ""),
        ("runtime", "1,000", 1000, "number written otherwise", "1000"),
        ("rating", "8.1", 8.1, None, ""),
        ("rating", "0", 0, None, ""),
        ("rating", "1000", 1000, None, ""),
        ("rating", "8,1", 8.1, None, ""),
        ("rating", "8.1/10", 8.1, "number written otherwise", "8.1"),
        ("rating", "85 %", 85, "number written otherwise", "85"),
        ("rating", "★★★★", 4, "number written otherwise", "4"),
        ("rating", "8.1 out of 10", 8.1, "number written otherwise", "8.1"),
        ("rating", "１", 1, "number written otherwise", "1"),
        ("rating", "", None, None, ""),
        ("rating", "\\N", None, None, ""),
        ("rating", "N/A", None, None, ""),
        ("rating", "unknown", None, None, ""),
    ],
)
def test_a_number_that_is_read(header, cell, number, kind, expected):
    found = part(header, cell, "5")
    (column, cells), *as_given = found.columns
    assert column.kind is kinds.NUMBER
    assert [kept.tolist()[0] for _, kept in as_given] == [cell] * (
        kind is not None and any(sign in cell for sign in "/%★o")
    )
    dtype = "Float64" if number == 8.1 else "Int64"
    pd.testing.assert_series_equal(cells, pd.Series([number, 5], dtype=dtype))
    assert found.problems == ((wrong(kind, 2, header, cell, expected),) if kind else ())


@pytest.mark.parametrize(
    ("header", "cell", "kind", "expected"),
    [
        ("runtime", "long", "not a number", ""),
        ("runtime", "90, 120", "not a number", ""),
        ("runtime", "0", "number out of range", "1–60000"),
        ("runtime", "60001", "number out of range", "1–60000"),
        ("runtime", "-5", "number out of range", "1–60000"),
        ("runtime", "9" * 400, "not a number", ""),
        ("rating", "-0.5", "number out of range", "0–1000"),
        ("rating", "1000.1", "number out of range", "0–1000"),
        ("rating", "1,001", "number out of range", "0–1000"),
        ("rating", "good", "not a number", ""),
    ],
    ids=lambda value: value[:12],
)
def test_a_number_that_is_not_read_is_kept_as_given(header, cell, kind, expected):
    found = part(header, "7", cell, "")
    (column, cells), (as_given, kept) = found.columns
    pd.testing.assert_series_equal(cells, pd.Series([7, None, None], dtype="Int64"))
    assert as_given == Column(f"{column.label} (as given)", f"{column.label} (as given)")
    pd.testing.assert_series_equal(kept, pd.Series([None, cell, None], dtype="str"))
    assert found.problems == (wrong(kind, 3, header, cell, expected),)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (("1234", "", "12"), pd.Series([1234, None, 12], dtype="Int64")),
        (("0.5", "\\N", ""), pd.Series([0.5, None, None], dtype="Float64")),
        (("6.0", "8.25"), pd.Series([6, 8.25], dtype="Float64")),
        (("1,234", "N/A", "12"), pd.Series(["1,234", "N/A", "12"], dtype="str")),
        (("8,1", "7,9"), pd.Series(["8,1", "7,9"], dtype="str")),
        (("12.000", "3.500"), pd.Series(["12.000", "3.500"], dtype="str")),
        (("1.1", "1.10"), pd.Series(["1.1", "1.10"], dtype="str")),
        (("999999999999999", "-1"), pd.Series([999999999999999, -1], dtype="Int64")),
        (("$5", "5", "N/A"), pd.Series(["$5", "5", "N/A"], dtype="str")),
        (("007", "1"), pd.Series(["007", "1"], dtype="str")),
        (("N/A", "-"), pd.Series(["N/A", "-"], dtype="str")),
        (("", ""), pd.Series([None, None], dtype="str")),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, tuple) else "",
)
def test_an_own_column_of_one_value_a_cell(cells, values):
    found = part("Tally", *cells)
    ((column, made),) = found.columns
    assert (column.name, found.problems) == ("Tally", ())
    pd.testing.assert_series_equal(made, values)


def test_what_an_own_column_of_numbers_says_otherwise_is_kept_as_given():
    found = part("Tally", "1234", "N/A", "", "-", "8.5", "unknown")
    (column, cells), (as_given, kept) = found.columns
    assert (column.kind, found.problems) == (kinds.NUMBER, ())
    pd.testing.assert_series_equal(cells, pd.Series([1234, None, None, None, 8.5, None], dtype="Float64"))
    assert as_given == Column("Tally (as given)", "Tally (as given)")
    pd.testing.assert_series_equal(kept, pd.Series([None, "N/A", None, "-", None, "unknown"], dtype="str"))


def test_an_own_column_of_several_values_a_cell():
    assert columns_of(part("Tone", "dark; slow", "", "slow", "dark")) == {
        "Tone": [("dark", "slow"), (), ("slow",), ("dark",)]
    }
    assert columns_of(part("genre_ids", "[18, 878]", "[]")) == {"genre_ids": [("18", "878"), ()]}


@pytest.mark.parametrize(
    ("cells", "kind", "facet", "searchable"),
    [
        (["1", "2"], kinds.NUMBER, True, False),
        (["1", "1", "1"], kinds.NUMBER, True, False),
        (["a", "a"], kinds.CHOICE, True, True),
        (["a;b", "b;a", ""], kinds.CHOICES, True, True),
        (["a;b", "c"], kinds.CHOICES, False, True),
        (["[]"], kinds.CHOICES, False, True),
        (["a", "b"], kinds.TEXT, False, True),
        (["", ""], kinds.TEXT, False, True),
        ([4 * LONG], kinds.LONG_TEXT, False, True),
        (["https://example.org/"] * 2, kinds.ADDRESS, False, False),
        (["1972-02-05"] * 2, kinds.DATE, False, True),
    ],
    ids=lambda value: " / ".join(value)[:40] if isinstance(value, list) else getattr(value, "name", ""),
)
def test_which_own_columns_are_filters_and_which_are_searched(cells, kind, facet, searchable):
    assert own_column("Shelf", cells)[0] == Column("Shelf", "Shelf", kind=kind, facet=facet, searchable=searchable)


def test_an_own_number_that_names_is_no_filter():
    assert own_column("movieId", ["1", "2"])[0] == Column("movieId", "movieId", kind=kinds.IDENTIFIER)


@given(st.text(max_size=20), st.lists(st.text(max_size=40).map(str.strip), max_size=12))
def test_no_cells_fail(name, cells):
    own_column(name, cells)
