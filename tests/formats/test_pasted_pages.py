"""Pages of film sites, pasted as text: the films of each, and texts that are none."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from dashboard.cleaning.validate import validate
from dashboard.formats.entries.pasted_page import PASTED_PAGE
from dashboard.formats.format import GivenFile
from dashboard.formats.read import read_rows
from dashboard.formats.registry import format_of

SPACE = [("Solaris", 1972), ("Stalker", 1979), ("Mirror", 1975)]
PAGES = {
    "numbers before titles": "My list\n3 titles\n"
    "1. Solaris\n1972\n2h 47m\nPG\n8.0 (99K)\nRate\nA planet answers.\nDirectorAndrei TarkovskyStarsNatalya Bondarchuk\n"
    "2. Stalker\n1979\n2h 42m\n8.1 (145K)\nRate\nThree men walk.\nDirectorAndrei TarkovskyStarsAlisa Freindlich\n"
    "3. Mirror\n1975\n1h 47m\nG\n7.9 (50K)\nRate\nA life is remembered.\nDirectorAndrei TarkovskyStarsMargarita Terekhova\n",
    "numbers alone": "1\nSolaris\nСолярис 1972\n8,1\n60 000 votes\n2\nStalker\nСталкер 1979\n8,2\n"
    "3\nMirror\nЗеркало 1975\n8,0\n90 000 votes\n",
    "another title and a length beside the year": "1\nSolaris\nSolyaris, 1972, 167 min.\nUSSR • drama\nCast: N. Bondarchuk\n\n"
    "2\nStalker\nStalker, 1979, 162 min.\nUSSR • drama\n\n3\nMirror\nZerkalo, 1975, 107 min.\nUSSR • drama\n",
    "paragraphs, the year before countries": "Solaris\n1972 USSR\nDirected by Andrei Tarkovsky\n\n"
    "Stalker\n1979 USSR, East Germany\nDirected by Andrei Tarkovsky\n\nMirror\n1975 USSR\nDirected by Andrei Tarkovsky\n",
    "a date of release": "To see\n\nSolaris\n20 mars 1972 en salle | 2h 47min | Drame\nAvec Natalya Bondarchuk\n\n"
    "Stalker\n25 mai 1979 en salle | 2h 42min | Drame\n\nMirror\n7 mars 1975 en salle | 1h 47min | Drame\n",
    "a year and a length without numbers": "Solaris\n1972\n2h 47m\nPG\nStalker\n1979\n2h 42m\nMirror\n1975\n1h 47m\nG\n7.9\n",
    "a number behind a sign, stars": "#1\nSolaris\n1972 • 167 min • Drama\n★★★★★\n#2\nStalker\n1979 • 162 min\n★★★★\n#3\nMirror\n1975 • 107 min\n",
    "a year before signs": "Solaris\n1972 ‧ Drama/Sci-fi ‧ 2h 47m\nStalker\n1979 ‧ Drama ‧ 2h 42m\nMirror\n1975 ‧ Drama ‧ 1h 47m\n",
    "as many lines for each film": "Solaris\nSolyaris 1972\n8,0\nA. Tarkovsky\nStalker\n1979\n8,1\nA. Tarkovsky\nMirror\nZerkalo 1975\n7,9\nA. Tarkovsky\n",
    "titles in other letters behind": "1\nSolaris / 飞向太空 / 索拉里斯 [HD]\n导演: Andrei Tarkovsky   主演: Natalya Bondarchuk\n1972 / 苏联 / 剧情\n8.3\n"
    "2\nStalker\n导演: Andrei Tarkovsky   主演: Alisa Freindlich\n1979 / 苏联 / 剧情\n8.4\n"
    "3\nMirror / 镜子\n导演: Andrei Tarkovsky   主演: Margarita Terekhova\n1975 / 苏联 / 剧情\n8.9\nA dream.\n",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_the_films_of_a_page(text: str) -> None:
    frame = validate(read_rows(text.encode(), "f")).frame
    assert [(title, int(year)) for title, year in zip(frame["title"], frame["year"], strict=True)] == SPACE


def test_what_a_page_says_beside_is_kept() -> None:
    rows = read_rows(PAGES["numbers before titles"].encode(), "f")
    assert dict(zip(rows.header, rows.cells[1], strict=True)) == {
        "title": "Stalker",
        "year": "1979",
        "running_time_min": "2h 42m",
        "director": "Andrei Tarkovsky",
        "people": "StarsAlisa Freindlich",
        "description": "8.1 (145K); Rate; Three men walk.",
    }
    assert [problem.expected for problem in rows.problems] == ["My list; 3 titles"]


@pytest.mark.parametrize(
    "text",
    [
        "Solaris\nSat 5 Oct 2024 18:30\nHall 1\n\nStalker\nSun 6 Oct 2024 18:30\nHall 1\n\nMirror\nMon 7 Oct 2024 18:30\nHall 2\n",
        "1972\nSolaris\nSleuth\n1974\nMirror\nChinatown\n1979\nStalker\nAlien\n",
        "Solaris (1972)\nA planet.\n\nStalker (1979)\nThree men.\n\nMirror (1975)\nA life.\n",
        "It was May.\nIn 1972 we saw Solaris.\n\nThen came June.\nIn 1979 we saw Stalker.\n\nNow it is over.\nIn 1975 we saw Mirror.\n",
    ],
    ids=["days of screenings", "years as headings", "years behind titles", "prose"],
)
def test_other_texts_are_no_page(text: str) -> None:
    assert format_of(GivenFile(text.encode(), "f")) is not PASTED_PAGE


def test_a_year_that_no_sign_tells_is_a_guess() -> None:
    problems = read_rows(PAGES["as many lines for each film"].encode(), "f").problems
    assert [(each.kind, each.line, each.value) for each in problems] == [
        ("year by its place", 1, "1972"),
        ("year by its place", 9, "1975"),
    ]
