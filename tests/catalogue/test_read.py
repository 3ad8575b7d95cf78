from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.catalogue.read import read_rows

LONGEST_CELL = 1_000_000
from dashboard.catalogue.rows import Rows, escape_formula, unescape_formula
from dashboard.errors import BadListError, Problem

HEADER = ("title", "year")
TWO = Rows("f.csv", HEADER, (("Звезда", "1972"), ("B", "")), (2, 3), "utf-8-sig")
FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''=1", "'", "''", "'x", "x", "", "Mars = red"]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("title,year\nЗвезда,1972\nB,\n".encode(), TWO),
        ("title,year\nЗвезда,1972\nB,\n".encode("utf-8-sig"), TWO),
        ("title,year\nЗвезда,1972\nB,\n".encode("cp1251"), Rows("f.csv", HEADER, TWO.cells, (2, 3), "cp1251")),
        ("title;year\nЗвезда;1972\nB;\n".encode(), TWO),
        ("title\tyear\nЗвезда\t1972\nB\t\n".encode(), TWO),
        ("title,year\r\nЗвезда,1972\r\nB,".encode(), TWO),
        ("title,year\rЗвезда,1972\rB,\r".encode(), TWO),
        (' title , year\n"Звезда",1972\nB,\n'.encode(), TWO),
        ("title,year\n\n , \nЗвезда,1972\n\n\nB,\n\n".encode(), Rows("f.csv", HEADER, TWO.cells, (4, 7), "utf-8-sig")),
        (
            b'title,year\r\n"A\r\nB\nC",1972\r\nD,"1\n"\r\nE,\r\n',
            Rows("f.csv", HEADER, (("A\r\nB\nC", "1972"), ("D", "1\n"), ("E", "")), (2, 5, 7), "utf-8-sig"),
        ),
        (
            b'title,year\n"A ""B"", C; D",1972\n',
            Rows("f.csv", HEADER, (('A "B", C; D', "1972"),), (2,), "utf-8-sig"),
        ),
        (b"title;a,b,c,d\nA;B\n", Rows("f.csv", ("title", "a,b,c,d"), (("A", "B"),), (2,), "utf-8-sig")),
        (b'"title";"a,b,c,d"\nA;B\n', Rows("f.csv", ("title", "a,b,c,d"), (("A", "B"),), (2,), "utf-8-sig")),
        (b"x;y\nA;B\n", Rows("f.csv", ("x", "y"), (("A", "B"),), (2,), "utf-8-sig")),
        (b"title\nA\n", Rows("f.csv", ("title",), (("A",),), (2,), "utf-8-sig")),
        (b"title,year\n'=1+1,'72\n", Rows("f.csv", HEADER, (("=1+1", "'72"),), (2,), "utf-8-sig")),
    ],
    ids=[
        *("utf-8", "utf-8 with a mark", "cp1251", "semicolons", "tabs", "crlf, no last line end", "cr"),
        *("blanks in the header", "blank lines", "line ends in quotes", "quotes in quotes"),
        *("separator by known names", "quoted names", "separator without known names", "one column", "escaped formula"),
    ],
)
def test_read_rows(data, rows):
    assert read_rows(data, "f.csv") == rows


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem("empty file", "f.csv")),
        (b"\n \n,,\n", Problem("empty file", "f.csv")),
        (b"title,year\n", Problem("empty file", "f.csv")),
        (b"title,year\nA\0,1972\n", Problem("not text", "f.csv")),
        ("title,year\nA,1972\n".encode("utf-16"), Problem("not text", "f.csv")),
        (b"title,year\nA\xff\x98,1972\n", Problem("not text", "f.csv")),
        (
            b'title,year\nA,1972\n\n"B,1973\nC,1974\n',
            Problem("broken table", "f.csv", 4, expected="unexpected end of data"),
        ),
        (b'title,year\n"A" B,1972\n', Problem("broken table", "f.csv", 2, expected="',' expected after '\"'")),
        (
            b"title,year\nA,1972\n" + b"B" * (LONGEST_CELL + 1) + b",1973\n",
            Problem("broken table", "f.csv", 3, expected=f"field larger than field limit ({LONGEST_CELL})"),
        ),
        (
            b"title," + b"B" * (LONGEST_CELL + 1) + b"\nA,1973\n",
            Problem("broken table", "f.csv", 1, expected=f"field larger than field limit ({LONGEST_CELL})"),
        ),
    ],
    ids=[
        *("no bytes", "blank", "header only", "nul", "utf-16", "neither encoding", "unclosed quote"),
        *("text after a quote", "huge cell", "huge header"),
    ],
)
def test_no_rows(data, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f.csv")
    assert raised.value.problems == (problem,)


def test_blank_lines_before_the_header():
    rows = read_rows("\n \ntitle;year\nЗвезда;1972\nB;\n".encode(), "f.csv")
    assert (rows.header, rows.cells, rows.lines) == (HEADER, TWO.cells, (4, 5))


def test_longest_cell():
    cell = "B" * LONGEST_CELL
    assert read_rows(f"title,year\n{cell},1973\n".encode(), "f.csv").cells == ((cell, "1973"),)


def test_ragged_rows_are_named_and_left_out():
    rows = read_rows(b'title,year\nA\nB,1972\n"C\nC",1973,x\nD,1974,\n', "f.csv")
    assert (rows.cells, rows.lines) == ((("B", "1972"),), (3,))
    assert rows.problems == (
        Problem("wrong number of cells", "f.csv", 2, value="1", expected="2"),
        Problem("wrong number of cells", "f.csv", 4, value="3", expected="2"),
        Problem("wrong number of cells", "f.csv", 6, value="3", expected="2"),
    )


@pytest.mark.parametrize("cell", FORMULAS)
def test_escaping_is_undone(cell):
    assert unescape_formula(escape_formula(cell)) == cell


@given(st.text(alphabet="'=+-@\t\rx ", max_size=6))
def test_escaping_leaves_no_formula_and_is_undone(cell):
    escaped = escape_formula(cell)
    assert escaped[:1] not in {*"=+-@\t\r"}
    assert unescape_formula(escaped) == cell


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_a_problem(data):
    with suppress(BadListError):
        rows = read_rows(b"title,year\n" + data, "f.csv")
        assert len(rows.cells) == len(rows.lines)
        assert {len(row) for row in rows.cells} <= {2}


@given(st.text(max_size=200))
def test_any_text_is_rows_or_a_problem(text):
    with suppress(BadListError):
        rows = read_rows(text.encode(), "f.csv")
        assert {len(row) for row in rows.cells} <= {len(rows.header)}
