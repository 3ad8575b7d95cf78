"""Tables drawn for eyes: what is read of them, and what is said where that is not sure."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from dashboard.formats.read import read_rows

HEADER = ("title", "year")
FILMS = [("Solaris", "1972"), ("Stalker", "1979")]
PANDAS = "          title    year\n0       Solaris  1972.0\n"

# name: the text, the header, the cells, the kinds of what is said against it
DRAWN: dict[str, tuple[str, tuple[str, ...], list[tuple[str, ...]], list[str]]] = {
    "psql": (" title  | year \n---------+------\n Solaris | 1972\n Stalker | 1979\n(2 rows)\n", HEADER, FILMS, []),
    "psql, a value of two lines": (
        "  title  | year \n---------+------\n Sola   +| 1972\n ris     | \n Stalker | 1979\n",
        HEADER,
        [("Sola ris", "1972"), ("Stalker", "1979")],
        [],
    ),
    "psql, a title that ends in a plus": (
        " title | year \n-------+------\n C+    | 2001\n D     |     \n",
        HEADER,
        [("C+", "2001"), ("D", "")],
        [],
    ),
    "psql, not aligned": (
        " title | year\n-------+------\n The Ballad of Narayama | 1958\n Himizu, 2011 |\n",
        HEADER,
        [("The Ballad of Narayama", "1958"), ("Himizu, 2011", "")],
        [],
    ),
    "psql, fewer rows than it says": (
        " title  | year \n--------+------\n Moon   | 2009\n(7 rows)\n",
        HEADER,
        [("Moon", "2009")],
        ["rows left out"],
    ),
    "mysql": (
        "mysql> select 1;\n+---------+------+\n| title   | year |\n+---------+------+\n| Solaris | 1972 |\n| Stalker | NULL |\n+---------+------+\n2 rows in set (0.01 sec)\n",
        HEADER,
        [("Solaris", "1972"), ("Stalker", "")],
        [],
    ),
    "a bar in a cell": (
        "+---------+------+\n| title   | year |\n+---------+------+\n| A | B   | 1972 |\n| A | B | 1979 |\n+---------+------+\n",
        HEADER,
        [("A | B", "1972")],
        ["wrong number of cells"],
    ),
    "a film called NULL": (
        "+-------+------+\n| title | year |\n+-------+------+\n| NULL  | 1972 |\n+-------+------+\n",
        HEADER,
        [("NULL", "1972")],
        [],
    ),
    "wide characters": (
        "┌──────────┬──────┐\n│ title    │ year │\n├──────────┼──────┤\n│ 七人の侍 │ 1954 │\n│ a │ b    │ 1972 │\n└──────────┴──────┘\n",
        HEADER,
        [("七人の侍", "1954"), ("a │ b", "1972")],
        [],
    ),
    "a cell that does not fit": (
        "┌──────────┬──────┐\n│ title    │ year │\n├──────────┼──────┤\n│ Bir      │ 1972 │\n│ Anadolud │      │\n└──────────┴──────┘\n",
        HEADER,
        [("Bir Anadolud", "1972")],
        ["cell put together"],
    ),
    "a film without a year that would have fitted": (
        "┌──────────┬──────┐\n│ title    │ year │\n├──────────┼──────┤\n│ Bir      │ 1972 │\n│ Yol      │      │\n└──────────┴──────┘\n",
        HEADER,
        [("Bir", "1972"), ("Yol", "")],
        [],
    ),
    "a grid": (
        "+---------+------+\n| title   | year |\n+=========+======+\n| Solaris | 1972 |\n+---------+------+\n| The big | 1979 |\n| Stalker |      |\n+---------+------+\n",
        HEADER,
        [("Solaris", "1972"), ("The big Stalker", "1979")],
        [],
    ),
    "a grid of groups": (
        "+---------+------+\n| title   | year |\n+=========+======+\n| Solaris | 1972 |\n| Stalker | 1979 |\n+---------+------+\n| Moon    | 2009 |\n+---------+------+\n",
        HEADER,
        [*FILMS, ("Moon", "2009")],
        [],
    ),
    "Org": ("| title   | year |\n|---------+------|\n| Solaris | 1972 |\n| Stalker   | 1979 |\n", HEADER, FILMS, []),
    "reStructuredText": (
        "=======  ====\ntitle    year\n=======  ====\nSolaris  1972\nStalker  1979\n=======  ====\n",
        HEADER,
        FILMS,
        [],
    ),
    "reStructuredText, a row of two lines": (
        "======= ==== =====\ntitle   year notes\n======= ==== =====\nSolaris 1972 long,\n             slow\nStalker 1979\n======= ==== =====\n",
        (*HEADER, "notes"),
        [("Solaris", "1972", "long, slow"), ("Stalker", "1979", "")],
        [],
    ),
    "a rule of dashes": (
        "HOLDINGS\nTITLE    YEAR\n-------  ----\nSOLARIS  1972\nSTALKER\n\nTOTAL TITLES: 2\n",
        ("TITLE", "YEAR"),
        [("SOLARIS", "1972"), ("STALKER", "")],
        [],
    ),
    "pages of a report": (
        "PAGE 1\ntitle    year\n-------  ----\nSolaris  1972\n\nPAGE 2\ntitle    year\n-------  ----\nStalker  1979\n",
        HEADER,
        FILMS,
        [],
    ),
    "a rule of dashes that a row breaks": (
        "title    year\n-------  ----\nSolaris  1972\nA longer title 1979\n",
        HEADER,
        [("Solaris", "1972")],
        ["wrong number of cells"],
    ),
    "pandas": (
        PANDAS + "12      Stalker     NaN\n",
        ("", *HEADER),
        [("0", "Solaris", "1972.0"), ("12", "Stalker", "")],
        [],
    ),
    "pandas, with rows left out": (
        PANDAS + "..          ...     ...\n88  Das Cabi...  1920.0\n\n[89 rows x 2 columns]\n",
        ("", *HEADER),
        [("0", "Solaris", "1972.0"), ("88", "Das Cabi...", "1920.0")],
        ["rows left out", "cell cut off"],
    ),
    "R": (
        "# A tibble: 2 × 2\n  title          year\n  <chr>         <int>\n1 The Mirror     1975\n2 The Sacrifice    NA\n",
        ("", *HEADER),
        [("1", "The Mirror", "1975"), ("2", "The Sacrifice", "")],
        [],
    ),
    "LaTeX, a command that is not known": (
        "\\begin{tabular}{lr}\ntitle & year \\\\ \\hline\nSolaris & \\maybe{1972} \\\\\n\\end{tabular}\n",
        HEADER,
        [("Solaris", "\\maybe1972")],
        ["markup not understood"],
    ),
    "AsciiDoc, cells on lines": (
        "|===\n|title |year\n\n|Solaris\n|1972\n|Stalker |1979\n|===\n",
        HEADER,
        FILMS,
        [],
    ),
}
SAID = (
    "rows left out",
    "cell put together",
    "cell cut off",
    "wrong number of cells",
    "cells missing",
    "markup not understood",
)


@pytest.mark.parametrize("name", DRAWN)
def test_a_table_that_is_drawn(name: str) -> None:
    text, header, cells, said = DRAWN[name]
    rows = read_rows(text.encode(), "f")
    assert (rows.header, [*rows.cells]) == (header, cells)
    assert [problem.kind for problem in rows.problems if problem.kind in SAID] == said
    assert rows.account
    assert rows.account.unaccounted == 0


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('title,year,note\nA,1972,"\n+--+--+\n|a |b |\n+--+--+"\nB,1973,\nC,1974,\nD,1975,\nE,1976,\nF,1976,\n', "CSV"),
        ("| title | year |\n|---|---|\n| A | 1972 |\n", "Markdown table"),
        ("Films\n-----\nSolaris (1972)\n--- --- ---\nStalker (1979)\n", "plain list"),
        ("1 Solaris (1972)\n2 Stalker (1979)\n", "plain list"),
        ("├── Solaris (1972).mkv\n└── Stalker (1979).mkv\n", "folder listing"),
    ],
    ids=["a drawing in a cell", "Markdown", "rules between films", "numbered films", "a tree"],
)
def test_what_only_looks_drawn(text: str, form: str) -> None:
    assert read_rows(text.encode(), "f").form == form
