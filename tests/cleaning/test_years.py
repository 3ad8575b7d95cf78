import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.mapping import suggested
from dashboard.cleaning.raw_columns import raw_columns_of
from dashboard.cleaning.validate import validate
from dashboard.cleaning.years import convert_years, far_from_the_others, out_of_range
from dashboard.lists.loading import load
from dashboard.lists.source import filmography_source, published_source
from dashboard.model.kinds import Column
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME, year_limits

FIRST, LAST = year_limits()
RANGE = f"{FIRST}–{LAST}"
CENTURY = [year for year in range(1980, 2011) for _ in range(100)]


def array(years):
    return np.array([np.nan if year is None else year for year in years], dtype=float)


def part(*lines):
    """What the years of lines between bars come to; the first is the header."""
    header, *rows = (tuple(line.split("|")) for line in lines)
    table = Rows("f.csv", header, tuple(rows), tuple(range(2, 2 + len(rows))))
    return convert_years(raw_columns_of(table, suggested(table), range(len(rows))))


def wrong(kind, line, column, value, expected=""):
    return Problem(kind, "f.csv", line, column, value, expected)


@pytest.mark.parametrize(
    ("years", "at"),
    [
        ([], []),
        ([None, None], []),
        ([1972], []),
        ([FIRST, LAST], []),
        ([FIRST - 1, 1972, LAST + 1, None, 0, 9999], [0, 2, 4, 5]),
    ],
    ids=["empty", "none known", "one", "the limits", "outside"],
)
def test_out_of_range(years, at):
    assert out_of_range(array(years)) == at


@pytest.mark.parametrize(
    ("years", "at"),
    [
        ([], []),
        ([None], []),
        ([1972], []),
        ([1972, 1972], []),
        ([1972, None, 1972], []),
        ([1900, 2000], []),
        ([1900, 2001], []),
        ([*[1972] * 8, 2020], []),
        ([*[1972] * 9, 2020], [9]),
        ([2020, 2020, 1901, 1901], []),
        ([1924, 1935, 1953, 1957, 1959, 1962, 1963, 1967, 1972, 1980, 1989], []),
        ([*range(1950, 1990)], []),
        ([*range(1950, 1990), 1999], []),
        ([*[1979] * 9, *range(1950, 1990), 1999], []),
        ([*[1980] * 9, *range(1950, 1990), 1999], [49]),
        ([*range(1950, 1990), 2000], [40]),
        ([1939, *range(1950, 1990)], [0]),
        ([1940, *range(1950, 1990)], []),
        ([1939, *range(1950, 1990), None, 2000], [0, 42]),
        ([*range(1950, 1990), 2000, 2000], []),
        ([*range(1950, 1990), 2000, 2015], []),
        ([*CENTURY, 2011], []),
        ([*CENTURY, 2012], [3100]),
        ([1978, *CENTURY], [0]),
        ([*CENTURY, *[2015] * 63], [*range(3100, 3163)]),
        ([*CENTURY, *[2015] * 64], []),
        ([1972, 1700, 9999], []),
        ([*range(1950, 1990), LAST + 1], []),
        ([FIRST - 1, *range(1950, 1990)], []),
    ],
    ids=[
        "empty",
        "none known",
        "one film",
        "two of one year",
        "two of one year and one unknown",
        "two a century apart",
        "two further apart than a century",
        "eight of one year and one",
        "nine of one year and one",
        "two and two",
        "a few in seventy years",
        "one a year",
        "late, but not too late",
        "many eleven years before",
        "many ten years before",
        "late",
        "early",
        "early, but not too early",
        "early and late",
        "a late year of two films",
        "two late ones, of which only one can stand apart",
        "many a year and the next",
        "many a year and the next but one",
        "many a year and one before",
        "two in a hundred",
        "more than two in a hundred",
        "out of range beside one",
        "after all years",
        "before all films",
    ],
)
def test_far_from_the_others(years, at):
    assert far_from_the_others(array(years)) == at


@pytest.mark.parametrize("source", [published_source(), filmography_source()], ids=lambda source: source.info.key)
def test_no_film_of_our_own_lists_stands_apart(source):
    years = load(source).frame["year"].astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    assert (out_of_range(years), far_from_the_others(years)) == ([], [])


@given(st.lists(st.one_of(st.none(), st.integers(FIRST - 3, LAST + 3), st.integers(1970, 1975)), max_size=300))
def test_only_few_at_either_end_stand_apart_and_nothing_beyond_them(years):
    far = far_from_the_others(array(years))
    assert far == sorted(set(far))
    known = sorted(year for year in years if year is not None and FIRST <= year <= LAST)
    apart = sorted(years[at] for at in far)
    rest = known[:]
    for year in apart:
        rest.remove(year)
    early = [year for year in apart if rest and year < rest[0]]
    late = [year for year in apart if rest and year > rest[-1]]
    most = max(1, len(known) * 2 // 100)
    assert len(early) <= most
    assert len(late) <= most
    assert len(known) == 2 or early + late == apart


@given(st.lists(st.integers(FIRST, LAST), max_size=200), st.randoms())
def test_which_films_stand_apart_does_not_hang_on_their_order(years, chance):
    mixed = chance.sample(years, len(years))
    apart = sorted(years[at] for at in far_from_the_others(array(years)))
    assert sorted(mixed[at] for at in far_from_the_others(array(mixed))) == apart


@pytest.mark.parametrize(
    ("cell", "year", "kind", "expected"),
    [
        ("1972", 1972, None, ""),
        ("1972.0", 1972, None, ""),
        ("01972", 1972, None, ""),
        (str(FIRST), FIRST, None, ""),
        (str(LAST), LAST, None, ""),
        ("1972-02-05", 1972, "year written otherwise", "1972"),
        ("c. 1972", 1972, "year written otherwise", "1972"),
        ("１９７２", 1972, "year written otherwise", "1972"),
        ("1972–73", 1972, "year written otherwise", "1972"),
        ("12.6.98", 1998, "century guessed", "1998"),
        ("soon", None, "not a year", ""),
        ("-1972", None, "not a year", ""),
        ("1972, 1974", None, "not a year", ""),
        ("9" * 400, None, "not a year", ""),
        ("1887", 1887, "year out of range", RANGE),
        ("0", 0, "year out of range", RANGE),
        ("72", 72, "year out of range", RANGE),
        (str(LAST + 1), LAST + 1, "year out of range", RANGE),
        ("", None, "no year", ""),
        ("\\N", None, "no year", ""),
    ],
    ids=lambda value: repr(value[:12]) if isinstance(value, str) else "",
)
def test_a_year_and_what_is_said_of_it(cell, year, kind, expected):
    found = part("title|Year", "A|1972", f"B|{cell}")
    (column, years), *kept = found.columns
    assert column == BY_NAME["year"]
    pd.testing.assert_extension_array_equal(years, pd.array([1972, year], dtype="Int64"))
    raw = "" if cell == "\\N" else cell
    assert found.problems == ((wrong(kind, 3, "Year", raw, expected),) if kind else ())
    if kind in ("year written otherwise", "century guessed", "not a year"):
        ((as_given, cells),) = kept
        assert as_given == Column("Year (as given)", "Year (as given)")
        pd.testing.assert_series_equal(cells, pd.Series([None, cell], dtype="str"))
    else:
        assert kept == []


@pytest.mark.parametrize(
    ("cells", "years"),
    [
        (["66", "68", "04"], [1966, 1968, 2004]),
        (["66", "’68", "4"], [1966, 1968, 2004]),
        (["66", "91", "1972", ""], [1966, 1991, 1972, None]),
        (["66", "1968", "1972"], [66, 1968, 1972]),
        (["1", "2", "10"], [1, 2, 10]),
    ],
    ids=repr,
)
def test_most_years_of_a_column_without_their_century(cells, years):
    found = part("title|Rok", *(f"A|{cell}" for cell in cells))
    assert found.columns[0][1].tolist() == [pd.NA if year is None else year for year in years]
    guessed = [each.expected for each in found.problems if each.kind == "century guessed"]
    assert guessed == [str(year) for cell, year in zip(cells, years, strict=True) if year and str(year) != cell]


def test_several_things_can_be_said_of_a_year():
    found = part("title|year", "A|1972", "B|c. 1700", "C|unknown")
    assert found.problems == (
        wrong("year written otherwise", 3, "year", "c. 1700", "1700"),
        wrong("year out of range", 3, "year", "c. 1700", RANGE),
        wrong("no year", 4, "year", "unknown"),
    )


def test_a_year_far_from_the_others():
    found = part("title|year", *(f"{year}|{year}" for year in range(1950, 1990)), "Late|2000")
    assert found.problems == (wrong("year far from the others", 42, "year", "2000", "2000"),)


@pytest.mark.parametrize(
    ("lines", "years", "problems"),
    [
        (("title|Release date", "A|Jun 12 1998", "B|1972-02-05"), [1998, 1972], ()),
        (
            ("title|Release date", "A|12.6.98", "B|soon", "C|"),
            [1998, None, None],
            (
                wrong("century guessed", 2, "Release date", "12.6.98", "1998"),
                wrong("not a year", 3, "Release date", "soon"),
                wrong("no year", 4, "Release date", ""),
            ),
        ),
        (
            ("title|Release date", "A|Jun 12 2098", "B|1972"),
            [2098, 1972],
            (wrong("year out of range", 2, "Release date", "Jun 12 2098", RANGE),),
        ),
        (
            (
                "title|Release date|Year",
                *(
                    "A|1974-01-01|1972",
                    "B|1973|1973",
                    "C|soon|1974",
                    "D||1975",
                    "E|1973-12-31|1972",
                    "F|1971-12-31|1972",
                ),
                *("G|1970-12-31|1972",),
            ),
            [1972, 1973, 1974, 1975, 1972, 1972, 1972],
            (
                wrong("years differ", 2, "Release date", "1974-01-01", "1972"),
                wrong("years differ", 8, "Release date", "1970-12-31", "1972"),
            ),
        ),
        (("title|year", "Toy Story (1995)|1995", "2012 (2009)|2009"), [1995, 2009], ()),
        (
            ("title|year", "Toy Story (1995)|1996", "2012|2009", "1984 (1956)|"),
            [1996, 2009, None],
            (wrong("no year", 4, "year", ""), wrong("years differ", 2, "title", "Toy Story (1995)", "1996")),
        ),
        (
            ("title|year|release_date", "A (1970)|1971|1973"),
            [1971],
            (
                wrong("years differ", 2, "title", "A (1970)", "1971"),
                wrong("years differ", 2, "release_date", "1973", "1971"),
            ),
        ),
        (
            ("title|release_date", "A (1970)|1972"),
            [1972],
            (wrong("years differ", 2, "title", "A (1970)", "1972"),),
        ),
        (("title", "Toy Story (1995)", "1984 (1956)"), [1995, 1956], ()),
        (("title", "Toy Story (1995)", "1984"), [1995, None], (wrong("no year", 3, "title", ""),)),
        (
            ("title", "Later (2999)", "Toy Story (1995)"),
            [2999, 1995],
            (wrong("year out of range", 2, "title", "2999", RANGE),),
        ),
        (
            ("title|year", "A|0", "B|"),
            [0, None],
            (
                wrong("year out of range", 2, "year", "0", RANGE),
                wrong("no year", 3, "year", ""),
            ),
        ),
    ],
    ids=[
        "dates only",
        "dates that are none",
        "a date out of range",
        "a year and a date",
        "a year and a title",
        "titles that differ, and one without a year",
        "year, title and date",
        "title and date",
        "titles only",
        "titles, some with a year",
        "a title with a year out of range",
        "the year nought",
    ],
)
def test_where_years_come_from(lines, years, problems):
    found = part(*lines)
    ((column, cells),) = found.columns
    assert column == BY_NAME["year"]
    pd.testing.assert_extension_array_equal(cells, pd.array(years, dtype="Int64"))
    assert found.problems == problems


@pytest.mark.parametrize(
    ("lines", "problems"),
    [
        (("title|Shelf", "A|1"), ()),
        (("title|year", "A|", "B|N/A"), ()),
        (("title|release_date", "A|"), ()),
        (("title|year", "A|soon"), (wrong("not a year", 2, "year", "soon"),)),
        (("title|x", "A (1970)|1", "B|2", "C|3"), ()),
    ],
    ids=["no column", "empty years", "empty dates", "nothing that is a year", "a title in three"],
)
def test_no_years_at_all(lines, problems):
    found = part(*lines)
    assert found.problems == (*problems, Problem("no years at all", "f.csv"))
    has_column = lines[0] not in ("title|Shelf", "title|x")
    assert [column.name for column, _ in found.columns][:1] == (["year"] if has_column else [])


def test_a_year_that_is_not_given_comes_from_the_date_of_release():
    found = validate(
        Rows(
            "f.csv",
            ("title", "year", "Released"),
            (("A", "", "1972-03-20"), ("B", "N/A", ""), ("C", "1974", "")),
            (2, 3, 4),
        )
    )
    assert found.frame["year"].tolist() == [1972, pd.NA, 1974]
    assert found.problems == (
        Problem("year from the date", "f.csv", 2, "Released", "1972-03-20", "1972"),
        Problem("no year", "f.csv", 3, "year", "N/A"),
    )
