"""Readings that are doubtful as a whole: each is said to be a guess, so that no row of it is called fine."""

from __future__ import annotations

import json

import pytest

from dashboard.cleaning.validate import validate
from dashboard.exports.reports.report import report
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english

RUSSIAN = {
    **{"Летят журавли": 1957, "Сорок первый": 1956, "Баллада о солдате": 1959, "Иваново детство": 1962},
    **{"Живые и мёртвые": 1964, "Гамлет": 1964, "Тени забытых предков": 1964, "Крылья": 1966},
}
IN_CSV = "title,year\n" + "".join(f"{title},{year}\n" for title, year in RUSSIAN.items())

WRONG: dict[str, tuple[str | bytes, str]] = {
    # what: the file, and the kind of remark that says it
    "a letter": (
        "Cher Paul,\n\nJ'ai revu « Playtime » de Tati (1967) hier\nPuis « Mouchette » chez Anne, en 1967 aussi (1967)\n"
        "Et enfin « Le Samouraï » avec Delon (1967)\n",
        "mostly not divided",
    ),
    "shopping": ("2 l milk\n6 eggs\nbread (rye)\n500 g flour\ndish soap\n", "not like titles"),
    "shopping with capitals": ("Milk\nBread\nOlive Oil\nToilet Paper\n", "nothing says films"),
    "bare titles, which nothing tells from shopping": ("Solaris\nStalker\nThe Mirror\n", "nothing says films"),
    "a log of days": ("2019-03-04 Fix the parser\n2019-03-05 Add tests\n2019-04-01 Bump\n", "nothing says films"),
    "a log of one year": (
        "Fix the parser (2023)\nAdd tests (2023)\nRename a module (2023)\nBump version (2023)\n",
        "nothing says films",
    ),
    "a log of changes with their numbers": (
        "a1b2c3d - Fix the parser (Ann Lee, 2019)\n0b2c3d4 - Add tests (Ida Wolf, 2020)\n",
        "not like titles",
    ),
    "a log of tasks": ("APP-12 Fix the parser (2019)\nAPP-13: Add tests (2020)\n", "not like titles"),
    "columns of titles": ("Work,Other\nSolaris,Moon\nStalker,Contact\n", "more columns of titles"),
    "columns of picks": ("Ann,Ben\nSolaris,Moon\n,Contact\n,Stalker\n", "films in columns"),
    "a program": ("import os\nimport sys\n\ndef main():\n    return 0\n", "not like titles"),
    "talk": ("are you home?\nyes, just now\nshall we cook?\nno idea, pizza maybe\n", "not like titles"),
    "a server's log": (
        "".join(f"2024-05-0{day} 12:01:33 INFO job {day} done\n" for day in range(1, 8)),
        "not like titles",
    ),
    "addresses": ("https://example.org/a\nhttps://example.org/b\n", "not like titles"),
    "ids": ("title,year,primary\ntt0069293,1972,Solaris\ntt0079944,1979,Stalker\n", "not like titles"),
    "UTF-8 read as Latin-1": (IN_CSV.encode().decode("latin-1"), "not like titles"),
    "bytes as letters": ("U29sYXJpcyAoMTk3MikKU29sYXJpcyAoMTk3MikKU29sYXJpcyAoMTk3\n" * 3, "not like titles"),
    "kinds in the place of titles": (
        "Title,Release,Year\nMovie,Solaris,1972\nMovie,Stalker,1979\nMovie,Mirror,1975\nMovie,Moon,2009\n",
        "mostly one title",
    ),
    "episodes": (
        "Title,Season,Episode\n" + "".join(f"Columbo,1,{part}\n" for part in range(1, 8)),
        "mostly one title",
    ),
    "contacts": ("Name,Email\nAnn Lee,ann@example.org\nIda Wolf,ida@example.org\n", "nothing says films"),
    "people": ('[{"name": "Ann Lee", "born": "1932"}, {"name": "Ida Wolf", "born": "1938"}]', "nothing says films"),
    "cinemas that hold the films": (
        json.dumps(
            [
                {"title": "Babylon", "evenings": [{"film": "Metropolis", "year": 1927}]},
                {"title": "Arsenal", "evenings": [{"film": "Sunrise", "year": 1927}]},
            ]
        ),
        "lists in cells",
    ),
    "houses with a year that hold the films": (
        json.dumps(
            {
                "features": [
                    {"properties": {"name": name, "opened": year, "films": [{"title": "M", "year": 1931}]}, "id": year}
                    for name, year in (("Kino Babylon", 1929), ("Arsenal", 1963), ("Le Champo", 1938))
                ]
            }
        ),
        "lists in cells",
    ),
    "two columns side by side": (
        "Metropolis (1927)      Earth (1930)\nSunrise (1927)      City Lights (1931)\n",
        "mostly not divided",
    ),
    "a bibliography by the Russian standard": (
        "1. Солярис [Видеозапись] / реж. А. Тарковский. — М. : Мосфильм, 1972.\n"
        "2. Зеркало [Видеозапись] / реж. А. Тарковский. — М. : Мосфильм, 1974. — 102 мин.\n",
        "mostly not divided",
    ),
    "one year in a long text": ("The tool does this\n" * 30 + "Copyright notice (2019)\n", "few films among texts"),
    "an encoding that is not tried": (
        "".join(f"{title} {year}\n" for title, year in RUSSIAN.items()).encode("iso8859-5"),
        "encoding guessed",
    ),
}

RIGHT: dict[str, str | bytes] = {
    "odd titles": "title,year\n1917,2019\n[REC],2007\nM,1931\n$9.99,2008\nπ,1998\nFace/Off,1997\nIf....,1968\n",
    "odd titles in a plain list": (
        "If.... (1968)\n3:10 to Yuma (1957)\nW.R. – Mysteries of the Organism (1971)\n(500) Days of Summer (2009)\n"
        "Blade Runner 2049 (2017)\nКапитан «Пилигрима» (1986)\nSuper 8 (2011)\n"
    ),
    "bare titles below a word for films": "Films to see:\nSolaris\nStalker\nThe Mirror\nthe ascent\nCome and See\n",
    "films of one year, with directors": "".join(
        f"{title} (1972, dir. {name})\n"
        for title, name in (
            ("Solaris", "Andrei Tarkovsky"),
            ("Cabaret", "Bob Fosse"),
            ("Fat City", "John Huston"),
            ("Frenzy", "Alfred Hitchcock"),
        )
    ),
    "titles in quotation marks": "« Mouchette » (1967)\n« Playtime » (1967)\n« Le Samouraï » (1967)\n",
    "films of one name": (
        "title,year\nA Star Is Born,1937\nA Star Is Born,1954\nA Star Is Born,1976\nA Star Is Born,2018\nAlien,1979\n"
    ),
    "a film seen again and again": (
        "Date,Name,Year\n2024-01-01,Heat,1995\n2024-02-01,Heat,1995\n2024-03-01,Heat,1995\n2024-04-01,Heat,1995\n"
    ),
    "names and ratings": "Name,Rating\nStalker,5\nSolaris,4\n",
    "similar films in a cell": json.dumps([{"title": "Moon", "year": 2009, "similar": [{"title": "A", "year": 1972}]}]),
    "a remake in a description": "Sorcerer (1977)\n  Remake of The Wages of Fear (1953)\nMoon (2009)\n  A story\n",
    "a mail with a list": (
        "Hi all,\n\nhere is what we show in May.\n\n1. Metropolis (1927)\n2. Sunrise (1927)\n3. The Crowd (1928)\n\n"
        "See you!\nPaul\n"
    ),
    "a table in a text": (
        "# Club\n\n" + "A line of the rules.\n" * 20 + "\n| Film | Year |\n| --- | --- |\n| Solaris | 1972 |\n"
    ),
    **{f"Russian in {code}": IN_CSV.encode(code) for code in ("cp1251", "koi8-r", "cp866")},
    "Polish in cp1250": "Tytuł;Rok\nPopiół i diament;1958\nNóż w wodzie;1962\nRękopis znaleziony;1964\n".encode(
        "cp1250"
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_doubtful_reading_is_said_to_be_a_guess(name: str) -> None:
    text, kind = WRONG[name]
    found = report(validate(read_rows(text.encode() if isinstance(text, str) else text, "f")), english())
    assert kind in {problem.kind for problem in found.entries.of_the_whole()}
    assert found.fine == 0


@pytest.mark.parametrize("name", RIGHT)
def test_a_list_that_is_read_well_gains_no_doubt(name: str) -> None:
    text = RIGHT[name]
    found = report(validate(read_rows(text.encode() if isinstance(text, str) else text, "f")), english())
    assert found.fine == found.rows


def test_what_somebody_chose_for_the_titles_is_not_doubted() -> None:
    rows = read_rows(b"title,year\ntt0069293,1972\n", "f")
    assert "not like titles" in {problem.kind for problem in validate(rows).problems}
    assert "not like titles" not in {problem.kind for problem in validate(rows, chosen=("title",)).problems}


def test_what_was_left_out_of_a_text_is_shown_where_it_is_most() -> None:
    table = "|id|title|year|\n|---|---|---|\n|1|Häxan|1922|\n# page 2\n" + "".join(
        f"|{number}|Film {number}|1950|\n# page {number}\n" for number in range(3, 12)
    )
    problems = read_rows(table.encode(), "f").problems
    (said,) = [problem for problem in problems if problem.kind == "most left out"]
    assert "Film 3" in said.expected
