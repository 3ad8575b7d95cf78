"""CSV as programs write it: what each of many small files gives."""

from __future__ import annotations

import pytest

from dashboard.formats.read import read_rows

Cells = list[list[str]]
A_AND_B = [["A", "1972"], ["B", "1973"]]
HEAD = "title,year\n"
PREAMBLE = "".join(f"Line {number} of what stands above\n" for number in range(60))
LONG = "".join(f"Film {number},{1900 + number}\n" for number in range(80))

FILES: dict[str, tuple[str | bytes, Cells, list[int], list[int]]] = {
    # name: the file, its cells, the lines of doubtful rows, the lines of refused rows
    "commas": (f"{HEAD}A,1972\nB,1973\n", A_AND_B, [], []),
    "semicolons": ("title;year\nA;1972\nB;1973\n", A_AND_B, [], []),
    "tabs": ("title\tyear\nA\t1972\nB\t1973\n", A_AND_B, [], []),
    "bars": ("title|year\nA|1972\nB|1973\n", A_AND_B, [], []),
    "carets": ("title^year\nA^1972\nB^1973\n", A_AND_B, [], []),
    "colons": ("title:year\nA:1972\nB:1973\n", A_AND_B, [], []),
    "colons and quotes": (
        'title:year\n"Alien: Covenant":2017\nB:1973\n',
        [["Alien: Covenant", "2017"], A_AND_B[1]],
        [],
        [],
    ),
    "wide commas": ("片名，年份\nA，1972\nB，1973\nC，1974\n", [*A_AND_B, ["C", "1974"]], [], []),
    "wide commas, a known header": ("title，year\nA，1972\nB，1973\n", A_AND_B, [], []),
    "tildes": ("title~year\nA~1972\nB~1973\n", A_AND_B, [], []),
    "two colons": ("title::year\nA::1972\nB::1973\n", A_AND_B, [], []),
    "two colons, no header": (
        "1::A (1972)::Drama|War\n2::B (1973)::War\n",
        [["1", "A (1972)", "Drama|War"], ["2", "B (1973)", "War"]],
        [],
        [],
    ),
    "two colons, a colon in a title": (
        "1::Alien: Covenant (2017)::War\n2::B::War\n",
        [["1", "Alien: Covenant (2017)", "War"], ["2", "B", "War"]],
        [],
        [],
    ),
    "blanks": (
        'title year director\nSolaris 1972 Tarkovsky\n"Dr. No" 1962 Young\n',
        [["Solaris", "1972", "Tarkovsky"], ["Dr. No", "1962", "Young"]],
        [],
        [],
    ),
    "aligned": (
        "Title         Year  Director\nSolaris       1972  Andrei Tarkovsky\nDr. No        1962  Terence Young\n",
        [["Solaris", "1972", "Andrei Tarkovsky"], ["Dr. No", "1962", "Terence Young"]],
        [],
        [],
    ),
    "aligned, an empty cell": (
        "Title         Year  Director\nSolaris             Andrei Tarkovsky\nDr. No        1962\n",
        [["Solaris", "", "Andrei Tarkovsky"], ["Dr. No", "1962", ""]],
        [],
        [],
    ),
    "aligned, ruled": (
        "Title         Year\n------------  ----\nSolaris       1972\nThe Big One   1998\n",
        [["Solaris", "1972"], ["The Big One", "1998"]],
        [],
        [],
    ),
    "aligned, a long title": (
        "Title     Year  Director\nSolaris   1972  Tarkovsky\nA Very Long Title  1998  Young\nMoon      2009  Jones\n"
        "Alien     1979  Scott\nHeat      1995  Mann\n",
        [
            ["Solaris", "1972", "Tarkovsky"],
            ["A Very Long Title", "1998", "Young"],
            ["Moon", "2009", "Jones"],
            ["Alien", "1979", "Scott"],
            ["Heat", "1995", "Mann"],
        ],
        [],
        [],
    ),
    "of psql": (
        " title   | year \n---------+------\n Solaris | 1972\n Moon    | 2009\n",
        [["Solaris", "1972"], ["Moon", "2009"]],
        [],
        [],
    ),
    "escaped by backslashes": (
        f'{HEAD}"The \\"Big\\" One",1972\nB,1973\n',
        [['The "Big" One', "1972"], A_AND_B[1]],
        [],
        [],
    ),
    "escaped, a separator inside": (
        f'{HEAD}"A \\"x, y\\" z",1972\nB,1973\n',
        [['A "x, y" z', "1972"], A_AND_B[1]],
        [],
        [],
    ),
    "escaped at both ends": (f'{HEAD}"\\"Big\\"",1972\nB,1973\n', [['"Big"', "1972"], A_AND_B[1]], [], []),
    "a backslash at the end": ('title,path\nA,"C:\\films\\"\nB,x\n', [["A", "C:\\films\\"], ["B", "x"]], [], []),
    "escaped over two lines": (f'{HEAD}"A \\"x\\"\nb",1972\nB,1973\n', [['A "x"\nb', "1972"], A_AND_B[1]], [], []),
    "both ways of escaping": (
        f'{HEAD}"A \\"x\\"",1972\n"B ""y""",1973\n',
        [['A "x"', "1972"], ['B "y"', "1973"]],
        [],
        [],
    ),
    "text behind a quote": (f'{HEAD}"Big" One,1972\nB,1973\n', [['"Big" One', "1972"], A_AND_B[1]], [2], []),
    "text behind a quote, quotes later": (
        'title,year,note\n"Big" One,1972,"x"\nB,1973,y\n',
        [['"Big" One', "1972", "x"], ["B", "1973", "y"]],
        [2],
        [],
    ),
    "quotes in a quoted cell": (f'{HEAD}"A "big" one",1972\nB,1973\n', [['A "big" one', "1972"], A_AND_B[1]], [2], []),
    "quotes in a quoted cell, a comma": (
        f'{HEAD}"A "big, bad" one",1972\nB,1973\n',
        [['A "big, bad" one', "1972"], A_AND_B[1]],
        [2],
        [],
    ),
    "a quote that is not closed": (
        f'{HEAD}A,1972\n"B,1973\nC,1974\n',
        [A_AND_B[0], ['"B', "1973"], ["C", "1974"]],
        [3],
        [],
    ),
    "two that are not closed": (
        f'{HEAD}"A,1972\nC,1974\n"B,1973\n',
        [['"A', "1972"], ["C", "1974"], ['"B', "1973"]],
        [2, 4],
        [],
    ),
    "one open, one closed behind": (
        f'{HEAD}"A,1972\nC,1974\n"B",1973\n',
        [['"A', "1972"], ["C", "1974"], ["B", "1973"]],
        [2],
        [],
    ),
    "one open, one at an end": (
        f'{HEAD}"A,1972\nC,1974\nB,1973"\n',
        [['"A', "1972"], ["C", "1974"], ["B", '1973"']],
        [2],
        [],
    ),
    "a quote inside a bare cell": (f'{HEAD}5" Disk,1972\nB,1973\n', [['5" Disk', "1972"], A_AND_B[1]], [], []),
    "open in the last cell": ('title,note\nA,"x\nB,y\nC,z\n', [["A", '"x'], ["B", "y"], ["C", "z"]], [2], []),
    "a comma that should be quoted": (f"{HEAD}A, the film,1972\nB,1973\n", [A_AND_B[1]], [], [2]),
    "doubled quotes": (f'{HEAD}"A ""big"" one",1972\nB,1973\n', [['A "big" one', "1972"], A_AND_B[1]], [], []),
    "only doubled quotes": (f'{HEAD}"""A""",1972\nB,1973\n', [['"A"', "1972"], A_AND_B[1]], [], []),
    "an empty quoted cell": (f'{HEAD}A,""\nB,1973\n', [["A", ""], A_AND_B[1]], [], []),
    "all quoted": ('"title","year"\n"A","1972"\n"B","1973"\n', A_AND_B, [], []),
    "line ends in cells": (f'{HEAD}"A\nb\nc",1972\nB,1973\n', [["A\nb\nc", "1972"], A_AND_B[1]], [], []),
    "blank lines in cells": (f'{HEAD}"A\n\nb",1972\nB,1973\n', [["A\n\nb", "1972"], A_AND_B[1]], [], []),
    "rows in a cell": (f'{HEAD}"A\nx, y\nb",1972\nB,1973\n', [["A\nx, y\nb", "1972"], A_AND_B[1]], [], []),
    "line ends in cells beside a bad quote": (
        f'{HEAD}"A\nb",1972\n"B" b,1973\n',
        [["A\nb", "1972"], ['"B" b', "1973"]],
        [4],
        [],
    ),
    "blanks before quotes": ('title, year\n"A, a", "1972"\nB, 1973\n', [["A, a", "1972"], A_AND_B[1]], [], []),
    "blanks behind quotes": (f'{HEAD}"A, a" ,1972\nB,1973\n', [["A, a", "1972"], A_AND_B[1]], [], []),
    "CR": ("title,year\rA,1972\rB,1973\r", A_AND_B, [], []),
    "CRLF": ("title,year\r\nA,1972\r\nB,1973\r\n", A_AND_B, [], []),
    "mixed line ends": ("title,year\r\nA,1972\nB,1973\r", A_AND_B, [], []),
    "no last line end": (f"{HEAD}A,1972\nB,1973", A_AND_B, [], []),
    "blank lines": (f"\n{HEAD}\nA,1972\n\n\nB,1973\n\n", A_AND_B, [], []),
    "a separator at each end": ("title,year,\nA,1972,\nB,1973,\n", A_AND_B, [], []),
    "more separators at the ends of rows": (f"{HEAD}A,1972,,\nB,1973,\n", A_AND_B, [], []),
    "a named separator": ("sep=;\ntitle;year\nA;1972\nB;1973\n", A_AND_B, [], []),
    "a mark of UTF-8": (f"\ufeff{HEAD}A,1972\nB,1973\n", A_AND_B, [], []),
    "UTF-16": (f"{HEAD}A,1972\nB,1973\n".encode("utf-16"), A_AND_B, [], []),
    "UTF-16, big end first": (f"\ufeff{HEAD}A,1972\nB,1973\n".encode("utf-16-be"), A_AND_B, [], []),
    "a title above": (f"My films\n\n{HEAD}A,1972\nB,1973\n", A_AND_B, [], []),
    "sixty lines above": (f"{PREAMBLE}{HEAD}A,1972\nB,1973\n", A_AND_B, [], []),
    "sixty lines above, a blank one between": (f"{PREAMBLE}\n{HEAD}A,1972\nB,1973\n", A_AND_B, [], []),
    "another table below": (f"{HEAD}A,1972\nB,1973\n\nyear,count\n1972,1\n1973,1\n", A_AND_B, [], []),
    "another table of films below": (f"{HEAD}A,1972\nB,1973\n\nName,Director\nC,D\n", A_AND_B, [], []),
    "another table of unknown names below": (
        f"{HEAD}A,1972\nB,1973\n\nShelf,Films\nleft,one\nright,two\n",
        A_AND_B,
        [],
        [],
    ),
    "a sum below": (f"{HEAD}A,1972\nB,1973\n\nTotal,2\n", A_AND_B, [], []),
    "another table far below": (
        f"{HEAD}{LONG}\nyear,count\n1972,1\n",
        [line.split(",") for line in LONG.splitlines()],
        [],
        [],
    ),
    "the header again": (f"{HEAD}A,1972\n{HEAD}B,1973\n", A_AND_B, [], []),
    "no header": ("A,1972\nB,1973\n", A_AND_B, [], []),
    "no header, quoted": ('"A, a",1972\n"B",1973\n', [["A, a", "1972"], A_AND_B[1]], [], []),
    "cells missing": ("title,year,note\nA\nB,1973,x\n", [["A", "", ""], ["B", "1973", "x"]], [], []),
    "cells too many": (f"{HEAD}A,1972,x\nB,1973\n", [A_AND_B[1]], [], [2]),
    "blanks at the ends of cells": (f"{HEAD} A ,1972\nB,1973\n", [[" A ", "1972"], A_AND_B[1]], [], []),
    "an escaped formula": (f"{HEAD}'=1+1,1972\nB,1973\n", [["=1+1", "1972"], A_AND_B[1]], [], []),
    "one column": ("title\nA\nB\n", [["A"], ["B"]], [], []),
    "one column with commas": ("title\nA, a\nB\n", [["A, a"], ["B"]], [], []),
    "names twice": ("title,title\nA,a\nB,b\n", [["A", "a"], ["B", "b"]], [], []),
    "empty columns": ("title,,year,\nA,,1972,\nB,,1973,\n", [["A", "", "1972"], ["B", "", "1973"]], [], []),
    "a comment above": (f"# exported 2024\n{HEAD}A,1972\nB,1973\n", A_AND_B, [], []),
    "semicolons, commas in cells": ("title;year\nA, a, a;1972\nB;1973\n", [["A, a, a", "1972"], A_AND_B[1]], [], []),
    "tabs, loose quotes": ('title\tyear\n"A" a\t1972\nB\t1973\n', [['"A" a', "1972"], A_AND_B[1]], [], []),
    "Letterboxd's list": (
        "Letterboxd list export v7\nDate,Name,Tags\n2024-01-01,Mine,\n\nPosition,Name,Year\n1,A,1972\n2,B,1973\n",
        [["1", "A", "1972"], ["2", "B", "1973"]],
        [],
        [],
    ),
}
"""For each file its cells, and the lines of its doubtful and of its refused rows."""


def test_there_are_many() -> None:
    assert len(FILES) >= 70


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_or_its_bad_row_is_named(name: str) -> None:
    given, cells, doubtful, refused = FILES[name]
    data = given if isinstance(given, bytes) else given.encode()
    rows = read_rows(data, "f.csv")
    found = [[*row] for row in rows.cells]
    loose = [problem.line for problem in rows.problems if problem.kind == "loose quotation mark"]
    assert (found, loose, [line for line, _ in rows.unread]) == (cells, doubtful, refused)
    assert rows.account is not None
    assert rows.account.unaccounted == 0
