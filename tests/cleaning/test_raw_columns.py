import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.mapping import suggested
from dashboard.cleaning.raw_columns import RawColumns, _plain, as_given, raw_columns_of, texts
from dashboard.model.kinds import Column
from dashboard.model.problems import Problem
from dashboard.model.rows import Rows
from dashboard.model.schema import BY_NAME
from dashboard.model.text_column import column_of
from dashboard.model.values import cleaned, says_nothing, without_footnotes


def raw(*lines, usable=None):
    """The cells of lines between bars; the first is the header."""
    header, *rows = (tuple(line.split("|")) for line in lines)
    table = Rows("f.csv", header, tuple(rows), tuple(range(2, 2 + len(rows))))
    return raw_columns_of(table, suggested(table), range(len(rows)) if usable is None else usable)


def test_cells_in_full():
    assert raw("Name|Year|Shelf||Shelf|", " Solaris |1972|\\N|||", "Stalker|1979| a b ||\\N |x") == RawColumns(
        file="f.csv",
        names=("title", "year", "Shelf", "Column 4", "Shelf (2)", "Column 6"),
        cells={
            "title": ["Solaris", "Stalker"],
            "year": ["1972", "1979"],
            "Shelf": ["", "a b"],
            "Shelf (2)": ["", ""],
            "Column 6": ["", "x"],
        },
        headers={
            "title": "Name",
            "year": "Year",
            "Shelf": "Shelf",
            "Column 4": "",
            "Shelf (2)": "Shelf",
            "Column 6": "",
        },
        own_columns=frozenset({"Shelf", "Column 4", "Shelf (2)", "Column 6"}),
        lines=(2, 3),
        in_title={},
        own_form=False,
        notes=(
            Problem("column renamed", "f.csv", 1, "Shelf", expected="Shelf (2)"),
            Problem("column renamed", "f.csv", 1, "", expected="Column 6"),
        ),
    )


def test_only_usable_rows_are_taken():
    found = raw("title|year|", "A|1|", "|2|x", "C|3|", usable=[0, 2])
    assert (found.cells, found.lines, found.notes) == ({"title": ["A", "C"], "year": ["1", "3"]}, [2, 4], ())


@pytest.mark.parametrize(
    ("lines", "titles", "years"),
    [
        (("title|x", "Toy Story (1995)|1"), ["Toy Story"], ["1995"]),
        (("title", "1984 (1956)", "2012 (2009)"), ["1984", "2012"], ["1956", "2009"]),
        (("title", "Usual Suspects, The (1995)", "Solaris"), ["Usual Suspects, The", "Solaris"], ["1995", ""]),
        (("title", "Toy Story(1995)", "Solaris  (1972)"), ["Toy Story", "Solaris"], ["1995", "1972"]),
        (("title", "Alphaville (A) (1965)"), ["Alphaville (A)"], ["1965"]),
        (("title", "Twice (1965) (1966)"), ["Twice (1965)"], ["1966"]),
        (("title", "Two\nlines (1965)"), ["Two\nlines"], ["1965"]),
        (("title", "Later (2999)"), ["Later"], ["2999"]),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
def test_years_are_taken_out_of_titles(lines, titles, years):
    found = raw(*lines)
    assert (found.cells["title"], found.cells["year"], found.headers["year"]) == (titles, years, "title")
    assert list(found.cells)[:2] == ["title", "year"]
    assert found.in_title == {at: int(year) for at, year in enumerate(years) if year}


@pytest.mark.parametrize(
    ("lines", "in_title"),
    [
        (("title|year", "Toy Story (1995)|1995"), [1995]),
        (("title|year", "Toy Story (1995)|"), [1995]),
        (("title|release_date", "Toy Story (1995)|1995-11-22"), [1995]),
        (("title", "Toy Story (1995)", "Solaris", "Stalker"), [1995, None, None]),
        (("title", "Toy Story (95)"), [None]),
        (("title", "Toy Story (1995) again"), [None]),
        (("title", "(1995)"), [None]),
        (("title", "1995"), [None]),
        (("title", "Toy Story (3995)"), [None]),
        (("title", "Toy Story (19955)"), [None]),
        (("title", "Toy Story (1995–96)"), [None]),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, tuple) else "",
)
def test_titles_that_stay_as_they_are(lines, in_title):
    found = raw(*lines)
    assert found.cells["title"] == [line.split("|")[0] for line in lines[1:]]
    assert found.in_title == {at: year for at, year in enumerate(in_title) if year}


def test_problems_have_the_cell_and_its_place():
    found = raw("title|Year", "A|soon", "B|1887")
    assert found.problems_of("year", [(1, "year out of range", "1888"), (0, "not a year", "")]) == (
        Problem("year out of range", "f.csv", 3, "Year", "1887", "1888"),
        Problem("not a year", "f.csv", 2, "Year", "soon"),
    )


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("Shelf", "Year (as given)"),
        ("year (as given)", "Year (as given)"),
        ("Year (as given)", "Year (as given) (as given)"),
    ],
)
def test_cells_as_given_stand_in_a_column_of_their_own(header, name):
    found = raw(f"title|year|{header}", "A|soon|x", "B|1972|", "C||y")
    ((column, cells),) = as_given(found, BY_NAME["year"], [0, 2])
    assert column == Column(name, name)
    pd.testing.assert_series_equal(cells, pd.Series(["soon", None, None], dtype="str"))
    assert as_given(found, BY_NAME["year"], []) == ()


def test_texts():
    cells = ["", "nan", "None", "\0", "a\nb"]
    pd.testing.assert_series_equal(texts(cells), pd.Series([None, *cells[1:]], dtype="str"))


def read_alone(cell, column, own_form):
    """A cell as it is read alone: the careful way, of which that of whole columns must not differ."""
    found = cell.strip()
    found = "" if found == "\\N" else found
    if own_form:
        return found
    found = cleaned(found, " / " if column in ("title", "original_title") else "\n")
    found = without_footnotes(found) if column else found
    says_something = column in ("", "title", "id", "year") or BY_NAME[column].kind.look == "number"
    return found if says_something or not says_nothing(found) else ""


ODD = (
    " a ",
    "\\N",
    "N/A",
    "—",
    "tba",
    "&lt;b&gt;",
    "a<br>b",
    "R&amp;amp;D",
    "x[1]",
    "x †",
    "†",
    "[1]",
    "x[REC]",
    "t12345",
    "_:x",
)
CELLS = st.sampled_from(("", *ODD, "\u00a0", "ﬂ", "ＮＡＮ", "nan", "Null ")) | st.text(max_size=9)


@given(
    column=st.sampled_from(["", "title", "original_title", "year", "rating", "description", "themes", "source_url"]),
    cells=st.lists(CELLS, min_size=1),
    own_form=st.booleans(),
)
def test_a_column_is_read_as_its_cells_are_alone(column, cells, own_form):
    found, footnoted = _plain(column_of(cells), column, own_form)
    assert found == [read_alone(cell, column, own_form) for cell in cells]
    assert footnoted == {
        at: cell
        for at, given in enumerate(cells)
        if column and not own_form
        for cell in [cleaned("" if given.strip() == "\\N" else given.strip(), " / " if "title" in column else "\n")]
        if without_footnotes(cell) != cell
    }


YEARS_BESIDE = {
    "a country, in Norwegian": ("Tittel|Land/år", "Ni liv|Norge 1957", "Elling|Norge 2001"),
    "a country, with a comma": ("Titel|Land, Jahr", "Ni liv|Norwegen, 1957", "Elling|Norwegen/Schweden, 2001"),
    "a director, in brackets": ("Title|Director (Year)", "Ni liv|Arne Skouen (1957)", "Elling|Petter Næss (2001)"),
}


@pytest.mark.parametrize("lines", YEARS_BESIDE.values(), ids=YEARS_BESIDE)
def test_a_year_beside_something_else_is_taken_as_a_guess_below_a_header_that_names_it(lines):
    found = raw(*lines)
    assert list(found.cells["year"]) == ["1957", "2001"]


def test_a_year_beside_something_else_is_none_below_another_header():
    assert "year" not in raw("Title|Shop", "Ni liv|Oslo 1957", "Elling|Oslo 2001").cells


def test_titles_with_years_below_a_header_that_names_both_are_titles():
    found = raw("Week|Film (year)", "w. 36|Hets (1944)", "w. 37|Persona (1966)")
    assert (list(found.cells["title"]), list(found.cells["year"])) == (["Hets", "Persona"], ["1944", "1966"])
