import pandas as pd
import pytest

from dashboard.catalogue.check import LONGEST_ID, check, is_id, make_id, split_choices
from dashboard.catalogue.read import read_rows
from dashboard.catalogue.schema import BY_NAME, Column, year_limits
from dashboard.errors import BadListError, Problem
from tests.foreign import HEADER, films

NEXT_YEAR = year_limits()[1]
YEARS = f"1888 and {NEXT_YEAR}"


def checked(text):
    return check(read_rows(text.encode(), "f.csv"))


def problems_of(text):
    with pytest.raises(BadListError) as raised:
        checked(text)
    return raised.value.problems


def test_a_list_in_full():
    films = checked(
        "Title,YEAR,Director,kind,Running time min,fact,Shelf mark\n"
        " Solaris ,1972.0,Tarkovsky;; Тарковский ;Tarkovsky,feature,167,,=A1\n"
        "Солярис,,,,,Two lines,\n"
    )
    expected = pd.DataFrame(
        {
            "id": pd.Series(["solaris-1972", "солярис"], dtype="str"),
            "title": pd.Series(["Solaris", "Солярис"], dtype="str"),
            "year": pd.Series([1972, pd.NA], dtype="Int64"),
            "director": [("Tarkovsky", "Тарковский"), ()],
            "kind": pd.Series(["feature", None], dtype="str"),
            "running_time_min": pd.Series([167, pd.NA], dtype="Int64"),
            "fact": pd.Series([None, "Two lines"], dtype="str"),
            "Shelf mark": pd.Series(["=A1", None], dtype="str"),
        }
    )
    pd.testing.assert_frame_equal(films.frame, expected)
    known = ("id", "title", "year", "director", "kind", "running_time_min", "fact")
    assert films.columns == (*(BY_NAME[name] for name in known), Column("Shelf mark", "Shelf mark"))
    assert (films.problems, films.encoding) == ((), "utf-8-sig")


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        ("1972", 1972),
        (" 1972 ", 1972),
        ("1972.0", 1972),
        ("1972.000", 1972),
        ("01972", 1972),
        ("", None),
        ("  ", None),
        ("1888", 1888),
        (str(NEXT_YEAR), NEXT_YEAR),
    ],
)
def test_year(cell, year):
    found = checked(f'title,year\nA,"{cell}"\n').frame["year"]
    pd.testing.assert_series_equal(found, pd.Series([year], dtype="Int64", name="year"))


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("1887", Problem("year out of range", "f.csv", 3, "year", "1887", YEARS)),
        (str(NEXT_YEAR + 1), Problem("year out of range", "f.csv", 3, "year", str(NEXT_YEAR + 1), YEARS)),
        ("-1972", Problem("year out of range", "f.csv", 3, "year", "-1972", YEARS)),
        ("0", Problem("year out of range", "f.csv", 3, "year", "0", YEARS)),
        ("1972.5", Problem("not a year", "f.csv", 3, "year", "1972.5")),
        ("1972-73", Problem("not a year", "f.csv", 3, "year", "1972-73")),
        ("1e3", Problem("not a year", "f.csv", 3, "year", "1e3")),
        ("nan", Problem("not a year", "f.csv", 3, "year", "nan")),
        ("１９７２", Problem("not a year", "f.csv", 3, "year", "１９７２")),
        ("9" * 400, Problem("not a year", "f.csv", 3, "year", "9" * 400)),
    ],
    ids=lambda value: value[:10] if isinstance(value, str) else "",
)
def test_bad_year_leaves_its_row_out(cell, problem):
    films = checked(f"title,year\nA,1972\nB,{cell}\nC,1973\n")
    assert films.problems == (problem,)
    assert films.frame["title"].tolist() == ["A", "C"]
    assert films.frame.index.tolist() == [0, 1]


def test_all_bad_cells_are_named_at_once_by_line():
    films = checked(
        'id,Title,Year,Running time min\na,A,soon,0\nb,B,1972,90\n"c\nc",,1887,1.5\nd,D,1972,60001,x\nb,E,1972,60000\n'
    )
    assert films.frame["id"].tolist() == ["b"]
    assert films.problems == (
        Problem("not a year", "f.csv", 2, "Year", "soon"),
        Problem("number out of range", "f.csv", 2, "Running time min", "0", "1 and 60000"),
        Problem("not an id", "f.csv", 4, "id", "c\nc"),
        Problem("missing title", "f.csv", 4, "Title"),
        Problem("year out of range", "f.csv", 4, "Year", "1887", YEARS),
        Problem("not a number", "f.csv", 4, "Running time min", "1.5"),
        Problem("wrong number of cells", "f.csv", 6, value="5", expected="4"),
        Problem("id twice", "f.csv", 7, "id", "b", "3"),
    )


def test_an_id_given_again_and_again_is_the_first_film_s():
    films = checked("title,id\nA,a\nB,a\nC,a\n")
    assert films.frame["title"].tolist() == ["A"]
    assert films.problems == tuple(Problem("id twice", "f.csv", line, "id", "a", "2") for line in (3, 4))


def test_no_usable_row():
    assert problems_of("title,year\n,1972\nB\n") == (
        Problem("missing title", "f.csv", 2, "title"),
        Problem("wrong number of cells", "f.csv", 3, value="1", expected="2"),
        Problem("no usable row", "f.csv"),
    )


def test_only_ragged_rows():
    assert problems_of("title,year\nB\n") == (
        Problem("wrong number of cells", "f.csv", 2, value="1", expected="2"),
        Problem("no usable row", "f.csv"),
    )


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("year\n1972\n", [Problem("no title column", "f.csv", 1, expected="year")]),
        ("\n\nname,year\nA,1972\n", [Problem("no title column", "f.csv", 3, expected="name, year")]),
        ("title,Year,year\nA,1,2\n", [Problem("column twice", "f.csv", 1, "Year")]),
        ("title,Year,year,YEAR\nA,1,2,3\n", [Problem("column twice", "f.csv", 1, "Year")]),
        ("title,Shelf,Shelf\nA,1,2\n", [Problem("column twice", "f.csv", 1, "Shelf")]),
        (
            "year,x,x\n1972,1,2\n",
            [Problem("column twice", "f.csv", 1, "x"), Problem("no title column", "f.csv", 1, expected="year, x, x")],
        ),
    ],
    ids=["no title", "no title below blank lines", "two", "three", "unknown column", "both"],
)
def test_header(text, problems):
    assert problems_of(text) == tuple(problems)


def test_columns_without_a_name_from_separators_at_the_line_s_end():
    films = checked("title,year,,\nA,1972,,\nB,1973,,\n")
    assert films.frame["title"].tolist() == ["A", "B"]


@pytest.mark.parametrize(
    ("rows", "ids"),
    [
        ("A,1972,\nA,1972,\nA,1972,\n", ["a-1972", "a-1972-2", "a-1972-3"]),
        ("A,1972,\nB,,a-1972\n", ["a-1972-2", "a-1972"]),
        ("A,,\nA!,,\n", ["a", "a-2"]),
        ("!,,\n…,,\n", ["film", "film-2"]),
        ("A,,X\nB,,x\n", ["X", "x"]),
        ("Кин-дза-дза!,1986,\nガメラ,1965,\n", ["кин-дза-дза-1986", "ガメラ-1965"]),
        (f"A,,{'x' * LONGEST_ID}\n", ["x" * LONGEST_ID]),
        (f"{'w' * 300},,\n{'w' * 300},,\n", ["w" * 190, "w" * 190 + "-2"]),
    ],
    ids=["same film", "taken", "same letters", "no letters", "case", "scripts", "longest", "long title"],
)
def test_ids(rows, ids):
    films = checked("title,year,id\n" + rows)
    assert films.frame["id"].tolist() == ids
    assert films.frame["id"].dtype == "str"
    assert films.frame.columns.tolist() == ["title", "year", "id"]


@pytest.mark.parametrize(
    ("id_", "good"),
    [("", False), ("a b", False), ("a\u00a0b", False), ("x" * 200, True), ("x" * 201, False), ("ё=?&#", True)],
)
def test_is_id(id_, good):
    assert is_id(id_) is good


def test_make_id_without_letters_keeps_the_year():
    assert make_id("?", 1972) == "1972"


@pytest.mark.parametrize(
    ("cell", "values"),
    [("", ()), (" ; ;", ()), ("a", ("a",)), ("b;a ; b", ("b", "a")), ("a, b; A", ("a, b", "A"))],
)
def test_split_choices(cell, values):
    assert split_choices(cell) == values


@pytest.mark.parametrize("n", [1, 100, 3201])
def test_foreign_list(n):
    made = checked(films(n))
    assert films(n) == films(n)
    assert made.problems == ()
    assert made.frame["id"].is_unique
    assert (len(made.frame), [column.name for column in made.columns]) == (n, ["id", *HEADER])
