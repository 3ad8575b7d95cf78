"""Rows of a table that are headings of those below them, and rows that could be films and stay films."""

from __future__ import annotations

import re

import pytest

from dashboard.formats.read import read_rows
from tests.formats.workbooks.test_excel import xlsx

HEADINGS = {
    "decades": ("Title,Year,Director", "1960s,,|A,1962,x|B,1966,y|1970s,,|C,1972,x|D,1975,y", ["1960s", "1970s"]),
    "genres": ("Title,Year,Director", "Drama,,|A,1962,x|B,1966,y|War,,|C,1972,x|D,1975,y", ["Drama", "War"]),
    "without the other cells": ("Title,Year", "Drama|A,1962|B,1966|War|C,1972|D,1975", ["Drama", "War"]),
    "in another column": ("No,Title,Year", ",Drama,|1,A,1962|2,B,1966|,War,|3,C,1972|4,D,1975", ["Drama", "War"]),
    "of a table without years": ("Title;Director", "Drama;|A;x|B;y|War;|C;x|D;y", ["Drama", "War"]),
    "a single one with a colon": ("Title,Year", "To be seen:,|A,1962|B,1966", ["To be seen:"]),
    "a single decade": ("Title,Year", "1960s,|A,1962|B,1966", ["1960s"]),
    "a single one between marks": ("Title,Year", "*** Drama ***,|A,1962|B,1966", ["*** Drama ***"]),
    "blank lines above them": ("Title,Year", "Drama,|A,1962|B,1966||War,|C,1972|D,1975", ["Drama", "War"]),
    "weeks of a programme": ("Film,Jahr,Saal", "1. Woche,,|A,1962,1|B,1966,2|2. Woche,,|C,1972,1|D,1975,1", None),
}
FILMS = {
    "the first film has no year": ("Title,Year", "Solaris,|A,1962|B,1966|C,1967"),
    "every other one": ("Title,Year", "A,|B,1966|C,|D,1972"),
    "the last one too": ("Title,Year", "A,|B,1966|C,1970|D,|E,1972|F,1973|G,"),
    "the first one has a year": ("Title,Year", "A,1962|B,|C,1967|D,1968|E,|F,1969|G,1971"),
    "two of them together": ("Title,Year", "A,|B,|C,1967|D,1968|E,1969|F,1970|G,1971"),
    "a film with a director and no year": ("Title,Year,Director", "A,,|B,1962,x|C,,y|D,,|E,1967,x|F,1968,y"),
    "the same twice": ("Title,Year", "A,|B,1962|C,1966|A,|D,1967|E,1968"),
    "one column": ("Title", "A|B|C|D"),
    "none at all": ("Title,Year", "A,1962|B,1966"),
}


def csv(header: str, rows: str) -> bytes:
    return "\n".join((header, *rows.split("|"))).encode()


@pytest.mark.parametrize(("header", "rows", "headings"), HEADINGS.values(), ids=HEADINGS)
def test_headings(header: str, rows: str, headings: list[str] | None) -> None:
    found = read_rows(csv(header, rows), "f.csv")
    named = headings or ["1. Woche", "2. Woche"]
    assert found.header[-1] == "Section"
    assert list(dict.fromkeys(cells[-1] for cells in found.cells)) == named
    assert [(each.kind, each.value, each.expected) for each in found.problems] == [
        ("headings between rows", str(len(named)), "; ".join(named))
    ]
    assert found.account is not None
    assert found.account.came_to["heading"] == 1 + len(named)
    assert found.account.unaccounted == 0


@pytest.mark.parametrize(("header", "rows"), FILMS.values(), ids=FILMS)
def test_films(header: str, rows: str) -> None:
    found = read_rows(csv(header, rows), "f.csv")
    assert "Section" not in found.header
    assert len(found.cells) == len(rows.split("|"))


def test_a_sheet() -> None:
    sheet = xlsx(
        Films=[("Title", "Year"), ("Drama", None), ("A", 1962), ("B", 1966), ("War", None), ("C", 1972), ("D", 1975)]
    )
    found = read_rows(sheet, "f.xlsx")
    assert found.cells == (("A", "1962", "Drama"), ("B", "1966", "Drama"), ("C", "1972", "War"), ("D", "1975", "War"))
    assert found.account is not None
    assert found.account.came_to == {"film": 4, "heading": 3}


SUMS = {
    "of a column, with a word": ("Film,Year,Votes", "A,1962,5|B,1966,4", "Total votes,,9"),
    "several": ("Film,Year,Votes", "A,1962,5|B,1966,4", "Total votes,,9|Average,,4.5"),
    "several below a blank row": ("Film,Year,Votes", "A,1962,5|B,1966,4", ",,|Sum of votes,,9|Mean vote,,4.5"),
    "with a colon and a number": (
        "№;Название;Год;Мин",
        "1;A;1962 г.;90 мин.|2;B;1966 г.;70 мин.",
        ";Итого: 2 фильма;;160 мин.",
    ),
    "how many they are": ("Film,Year,Seen", "A,1962,x|B,1966,", "2 films,,"),
    "how many they are, in words": ("Film,Year", "A,1962|B,1966|C,1967", "Total films 3,"),
    "a mean": ("Film;Jahr;Note", "A;1962;7,5|B;1966;8", "Durchschnitt Note;;7,75"),
    "years without their century": ("Film;Rok;Min", "A;66;80|B;68;90", ";;|Celkem minut;;170"),
}
NO_SUMS = {
    "a title that begins so": ("Film,Year,Votes", "A,1962,5|B,1966,4|Total Recall,,3"),
    "with its year": ("Film,Year,Votes", "A,1962,5|B,1966,4|Total Eclipse,1995,9"),
    "a number and a word": ("Film,Year", "A,1962|B,1966|12 Monkeys,"),
    "a number and a word above a sum": ("Film,Year", "A,1962|12 Monkeys,|Mean Streets,1973"),
    "with a text beside": ("Film,Year,Who", "A,1962,x|B,1966,y|Count Three and Pray,,z"),
    "a part of the word": ("Film,Year,Votes", "A,1962,5|B,1966,4|Totally F***ed Up,,9"),
    "years without their century behind a blank row": ("Film,Year", "A,66|B,68|,|C,71"),
}


@pytest.mark.parametrize(("header", "rows", "sums"), SUMS.values(), ids=SUMS)
def test_sums(header: str, rows: str, sums: str) -> None:
    found = read_rows(csv(header, f"{rows}|{sums}"), "f.csv")
    assert len(found.cells) == len(rows.split("|"))
    told = [" · ".join(filter(None, re.split("[,;]", row.replace("7,", "7.")))) for row in sums.split("|")]
    assert [(each.kind, each.expected.replace("7,", "7.")) for each in found.problems] == [
        ("lines behind the list", "; ".join(filter(None, told)).rstrip("."))
    ]


@pytest.mark.parametrize(("header", "rows"), NO_SUMS.values(), ids=NO_SUMS)
def test_films_that_look_like_sums(header: str, rows: str) -> None:
    found = read_rows(csv(header, rows), "f.csv")
    assert (len(found.cells), found.problems) == (len(rows.replace("|,|", "|").split("|")), ())
