import pytest

from dashboard.formats.read import read_rows
from dashboard.formats.separated.delimited import read_csv
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows

HEADER = ("title", "year")
CELLS = (("Звезда", "1972"), ("B", ""))
TWO = Rows("f.csv", HEADER, CELLS, (2, 3), "utf-8-sig")
A_AND_B = (("A", "1972"), ("B", "1973"))
EXPORTED = ("Date · Name · Tags · URL", "2024-01-01 · Mine · x")


def rows(header, cells, lines, *problems, header_line=1, unread=()):
    return Rows("f.csv", header, cells, lines, "utf-8-sig", problems, header_line, "CSV", unread)


def above(*told):
    return Problem("lines before the table", "f.csv", value=str(len(told)), expected="; ".join(told))


def cells_missing(line, count, of):
    return Problem("cells missing", "f.csv", line, value=str(count), expected=str(of))


def too_many_cells(line, count, of):
    return Problem("wrong number of cells", "f.csv", line, value=str(count), expected=str(of))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title,year\nЗвезда,1972\nB,\n", TWO),
        ("title;year\nЗвезда;1972\nB;\n", TWO),
        ("title\tyear\nЗвезда\t1972\nB\t\n", TWO),
        ("title|year\nЗвезда|1972\nB|\n", TWO),
        ("title,year\r\nЗвезда,1972\r\nB,", TWO),
        ("title,year\rЗвезда,1972\rB,\r", TWO),
        (' title , year\n"Звезда",1972\nB,\n', TWO),
        ('title, year\n"Звезда", "1972"\nB,\n', TWO),
        ("title,year,,\nЗвезда,1972,,\nB,,,\n", TWO),
        ("title,year\nЗвезда,1972,,\nB,,\n", TWO),
        ("sep=;\ntitle;year\nЗвезда;1972\nB;\n", rows(HEADER, CELLS, (3, 4), header_line=2)),
        ("SEP=\t\r\ntitle\tyear\r\nЗвезда\t1972\r\nB\t\r\n", rows(HEADER, CELLS, (3, 4), header_line=2)),
        ("title,year\n\n , \nЗвезда,1972\n\n\nB,\n\n", rows(HEADER, CELLS, (4, 7))),
        ("\n \ntitle;year\nЗвезда;1972\nB;\n", rows(HEADER, CELLS, (4, 5), header_line=3)),
        (
            'title,year\r\n"A\r\nB\nC",1972\r\nD,"1\n"\r\nE,\r\n',
            rows(HEADER, (("A\r\nB\nC", "1972"), ("D", "1\n"), ("E", "")), (2, 5, 7)),
        ),
        ('title,year\n"A ""B"", C; D",1972\n', rows(HEADER, (('A "B", C; D', "1972"),), (2,))),
        ("title;a,b,c,d\nA;B\n", rows(("title", "a,b,c,d"), (("A", "B"),), (2,))),
        ('"title";"a,b,c,d"\nA;B\n', rows(("title", "a,b,c,d"), (("A", "B"),), (2,))),
        ("x;y\nA;B\n", rows(("x", "y"), (("A", "B"),), (2,))),
        ("Фильм;2019;2020\nA;100;200\n", rows(("Фильм", "2019", "2020"), (("A", "100", "200"),), (2,))),
        ("title\nA\nName\n", rows(("title",), (("A",), ("Name",)), (2, 3))),
        ("title\nGood, bad\nC\n", rows(("title",), (("Good, bad",), ("C",)), (2, 3))),
        ("title,year\n'=1+1,'72\n", rows(HEADER, (("=1+1", "'72"),), (2,))),
        ("title,year,\nA,1972,x\n", rows(("title", "year", ""), (("A", "1972", "x"),), (2,))),
        ("title,title\nA,B\n", rows(("title", "title"), (("A", "B"),), (2,))),
    ],
    ids=[
        *("commas", "semicolons", "tabs", "bars", "crlf, no last line end", "cr", "blanks in the header"),
        *("blanks before quotes", "empty columns", "empty cells behind the header's", "named separator"),
        *("named separator, a tab", "blank lines", "blank lines before the header", "line ends in quotes"),
        *("quotes in quotes", "separator by known names", "quoted names", "separator without known names"),
        *("years as names", "one column", "one column with commas", "escaped formula", "column without a name"),
        "name twice",
    ],
)
def test_table(text, expected):
    assert read_rows(text.encode(), "f.csv") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A;1972\nB;1973\n", rows(("Column 1", "Column 2"), A_AND_B, (1, 2), header_line=None)),
        ("A,1972\nB,1973\n", rows(("Column 1", "Column 2"), A_AND_B, (1, 2), header_line=None)),
        (
            "Solaris,1972,Film\nStalker,1979,Film\n",
            rows(
                ("Column 1", "Column 2", "Column 3"),
                (("Solaris", "1972", "Film"), ("Stalker", "1979", "Film")),
                (1, 2),
                header_line=None,
            ),
        ),
        ("1;A\n2;B\n", rows(("Column 1", "Column 2"), (("1", "A"), ("2", "B")), (1, 2), header_line=None)),
    ],
    ids=["semicolons", "commas", "a known name among the cells", "numbers"],
)
def test_no_header(text, expected):
    assert read_rows(text.encode(), "f.csv") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My films\n\ntitle,year\nA,1972\nB,1973\n", rows(HEADER, A_AND_B, (4, 5), above("My films"), header_line=3)),
        (
            "My films\nof 2024\nx;y\nA;1972\nB;1973\n",
            rows(("x", "y"), A_AND_B, (4, 5), above("My films", "of 2024"), header_line=3),
        ),
        (
            "Date,Name,Tags,URL\n2024-01-01,Mine,,x\n\nPosition,Name,Year\n1,A,1972\n2,B,1973\n",
            rows(
                ("Position", "Name", "Year"),
                (("1", "A", "1972"), ("2", "B", "1973")),
                (5, 6),
                above(*EXPORTED),
                header_line=4,
            ),
        ),
        (
            "Date,Name,Tags,URL\n2024-01-01,Mine,,x\n\nPosition,Name,Year\n1,A,1972\n",
            rows(("Position", "Name", "Year"), (("1", "A", "1972"),), (5,), above(*EXPORTED), header_line=4),
        ),
        (
            "title,year\nA,1972\nB,1973\n\nName,Director\nC,D\n",
            rows(HEADER, A_AND_B, (2, 3), Problem("other tables", "f.csv", value="line 1", expected="line 5")),
        ),
        ("title,year\nA,1972\ntitle,year\nB,1973\n", rows(HEADER, A_AND_B, (2, 4))),
        (
            "title,year\nA,1972\nTitle,Director\nB,1973\n",
            rows(HEADER, (*A_AND_B[:1], ("Title", "Director"), A_AND_B[1]), (2, 3, 4)),
        ),
    ],
    ids=[
        *("a heading", "a heading over unknown names", "the longer table below", "the table with years below"),
        *("the longer table above", "the header again", "a row like a header"),
    ],
)
def test_where_the_table_stands(text, expected):
    assert read_rows(text.encode(), "f.csv") == expected


def test_of_what_stands_above_the_table_2000_characters_are_told():
    text = f"{'x' * 2500}\n{'y' * 300}\n\ntitle,year\nA,1972\nB,1973\n"
    told = f"{'x' * 2000}; … (+1)"
    expected = Problem("lines before the table", "f.csv", value="2", expected=told)
    assert read_rows(text.encode(), "f.csv").problems == (expected,)


def test_ragged_rows():
    text = 'title,year\nA\nB,1972\n"C\nC",1973,x\nD,1974,\n'
    assert read_rows(text.encode(), "f.csv") == rows(
        HEADER,
        (("A", ""), ("B", "1972"), ("D", "1974")),
        (2, 3, 6),
        cells_missing(2, 1, 2),
        too_many_cells(4, 3, 2),
        unread=((4, ("C\nC", "1973", "x")),),
    )


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ('title\tyear\n"A" B\t1972\n"C"\t1973\n', (('"A" B', "1972"), ('"C"', "1973"))),
        ('title\tyear\n"A\t1972\nB"\t1973\n', (('"A', "1972"), ('B"', "1973"))),
        ('title\tyear\n"A ""B"""\t1972\n"C"\t1973\n', (('A "B"', "1972"), ("C", "1973"))),
        ('title\tyear\n"A\nB"\t1972\n', (("A\nB", "1972"),)),
    ],
    ids=["meant as they are", "open", "around cells", "around a line end"],
)
def test_quotation_marks_between_tabs(text, cells):
    assert read_rows(text.encode(), "f.csv").cells == cells


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title,year\n", Problem("empty file", "f.csv")),
        ("title\n", Problem("empty file", "f.csv")),
        ("sep=;\n", Problem("empty file", "f.csv")),
    ],
    ids=["header only", "one name only", "nothing but the separator"],
)
def test_no_table(text, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(text.encode(), "f.csv")
    assert raised.value.problems == (problem,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title,year\nЗвезда,1972\nB,\n", TWO),
        ("sep=;\ntitle;year\nЗвезда;1972\nB;\n", rows(HEADER, CELLS, (3, 4), header_line=2)),
        ("1972,1\n1973,2\n", rows(("1972", "1"), (("1973", "2"),), (2,))),
        ("[1]\n{2}\n", rows(("[1]",), (("{2}",),), (2,))),
        ("x,y\nA,B\n\ntitle,year\n", rows(("x", "y"), (("A", "B"), ("title", "year")), (2, 4))),
        (
            "x,y\nA\nB,C\n",
            rows(("x", "y"), (("B", "C"),), (3,), too_many_cells(2, 1, 2), unread=((2, ("A",)),)),
        ),
    ],
    ids=["a list", "named separator", "years", "like JSON", "a known header below", "a cell missing"],
)
def test_read_csv_takes_the_first_line_for_the_header(text, expected):
    assert read_csv(text.encode(), "f.csv") == expected


def test_read_csv_of_nothing():
    with pytest.raises(BadListError) as raised:
        read_csv(b"", "f.csv")
    assert raised.value.problems == (Problem("empty file", "f.csv"),)
