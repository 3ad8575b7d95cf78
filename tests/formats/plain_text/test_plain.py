import csv
from pathlib import Path

import pytest

from dashboard.formats.find_table import LONGEST_TOLD
from dashboard.formats.plain_text.parsed_lines import ParsedLine, with_year
from dashboard.formats.read import read_rows
from dashboard.formats.registry import readable
from dashboard.lists.source import published_introduction
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Rows

DATA = Path(__file__).resolve().parent.parent.parent.parent / "data"
SENTENCE = "This is a sentence that says nothing about any film but goes on for quite a while all the same. "
TARKOVSKY = "Andrei Tarkovsky"


INTRODUCTION = published_introduction()[:LONGEST_TOLD].rstrip(". ")


def rows(header, cells, lines, above="", guessed=False):
    problems = (Problem("lines before the table", "f", value="1", expected=above),) if above else ()
    if guessed:
        pairs = zip(lines, cells, strict=True)
        problems += tuple(Problem("year by its place", "f", line, "year", film[1]) for line, film in pairs)
    return Rows("f", tuple(header.split(",")), cells, lines, "utf-8-sig", problems, None, "plain list")


def test_the_published_list():
    found = read_rows((DATA / "soviet-space-films.txt").read_bytes(), "f")
    with (DATA / "films.csv").open(encoding="utf-8", newline="") as file:
        films = tuple(tuple(film[name] for name in found.header) for film in csv.DictReader(file))
    assert found == rows(
        "title,year,description,fact",
        films,
        (3, 8, 13, 18, 23, 28, 33, 38, 43, 48),
        above=INTRODUCTION[:LONGEST_TOLD].rstrip(". "),
    )


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Solaris (1972)", ParsedLine("Solaris", "1972")),
        ("Solaris [1972]", ParsedLine("Solaris", "1972")),
        ("Solaris, 1972", ParsedLine("Solaris", "1972")),
        ("Solaris; 1972", ParsedLine("Solaris", "1972")),
        ("Solaris – 1972", ParsedLine("Solaris", "1972")),
        ("Solaris - 1972 -", ParsedLine("Solaris", "1972")),
        ("1972 — Солярис", ParsedLine("Солярис", "1972")),
        ("(1972) Solaris", ParsedLine("Solaris", "1972")),
        ("Solaris – 1972-03-20", ParsedLine("Solaris", "1972-03-20")),
        ("Blade Runner - 2049 - 2017", ParsedLine("Blade Runner - 2049", "2017")),
        ("Death Race, 2000 – 1975", ParsedLine("Death Race, 2000", "1975")),
        ("Airport, 1975 - 1974 г.", ParsedLine("Airport, 1975", "1974")),
        ("Space - 1999 - 1975 - a pilot", ParsedLine("Space - 1999", "1975", "a pilot")),
        ("Show - 2019 - 2021", ParsedLine("Show", "2019 - 2021")),
        ("Show, 1999-00", ParsedLine("Show", "1999-00")),
        ("Show (2019–2021)", ParsedLine("Show", "2019–2021")),
        ("Show (2019– )", ParsedLine("Show", "2019–")),
        ("1984 (1956)", ParsedLine("1984", "1956")),
        ("1984 – 1956", ParsedLine("1984", "1956")),
        ("2012 (2009)", ParsedLine("2012", "2009")),
        ("1972 – 12 Angry Men", ParsedLine("12 Angry Men", "1972")),
        ("Blade Runner 2049 (2017)", ParsedLine("Blade Runner 2049", "2017")),
        ("Apollo 13 – 1995", ParsedLine("Apollo 13", "1995")),
        ("2001: A Space Odyssey (1968)", ParsedLine("2001: A Space Odyssey", "1968")),
        ("(500) Days of Summer (2009)", ParsedLine("(500) Days of Summer", "2009")),
        ("Cargo (Director's cut) (1972)", ParsedLine("Cargo (Director's cut)", "1972")),
        ("Monsters, Inc. (2001)", ParsedLine("Monsters, Inc.", "2001")),
        ("M*A*S*H (1970)", ParsedLine("M*A*S*H", "1970")),
        ("Star Wars: Episode IV - A New Hope (1977)", ParsedLine("Star Wars: Episode IV - A New Hope", "1977")),
        ("«Солярис» (1972) — фильм о планете", ParsedLine("Солярис", "1972", "фильм о планете")),
        ("**Solaris** (1972): A planet.", ParsedLine("Solaris", "1972", "A planet.")),
        ("[Solaris](https://a.org/x) (1972)", ParsedLine("Solaris", "1972", link="https://a.org/x")),
        ("Solaris, 1972 – a planet", ParsedLine("Solaris", "1972", "a planet")),
        ("Solaris (Солярис, 1972, USSR)", ParsedLine("Solaris", "1972", "Солярис, USSR")),
        ("Solaris (1972, dir. Andrei Tarkovsky)", ParsedLine("Solaris", "1972", "", TARKOVSKY)),
        (
            "Solaris (directed by Andrei Tarkovsky, 1972) – a planet",
            ParsedLine("Solaris", "1972", "a planet", TARKOVSKY),
        ),
        ("Solaris (1972), dir. Andrei Tarkovsky – a planet.", ParsedLine("Solaris", "1972", "a planet.", TARKOVSKY)),
        ("Солярис (1972, реж. А. Тарковский)", ParsedLine("Солярис", "1972", "", "А. Тарковский")),
        ("Солярис (1972). Режиссёр: Андрей Тарковский", ParsedLine("Солярис", "1972", "", "Андрей Тарковский")),
        ("The film Solaris (1972) is a good one", None),
        ("It was shown in 1972, and again in 1979", None),
        ("Blade Runner 2049", None),
        ("2001: A Space Odyssey", None),
        ("(1972)", None),
        (SENTENCE * 3 + "(1972)", None),
    ],
)
def test_a_line_with_a_year(line, entry):
    assert with_year(line) == entry


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Solaris", rows("title", (("Solaris",),), (1,))),
        ("Солярис\nКин-дза-дза!\n", rows("title", (("Солярис",), ("Кин-дза-дза!",)), (1, 2))),
        ("Solaris, 1972\n", rows("title,year", (("Solaris", "1972"),), (1,))),
        (
            "Solaris (1972)\nStalker\n2001: A Space Odyssey (1968)\r\nMirror (1975)",
            rows(
                "title,year",
                (("Solaris", "1972"), ("Stalker", ""), ("2001: A Space Odyssey", "1968"), ("Mirror", "1975")),
                (1, 2, 3, 4),
            ),
        ),
        (
            "My films:\n\n1. Solaris (1972)\n2. Stalker\n   Three men.\n   - Director: X\n10. 9. April (2015)\n",
            rows(
                "title,year,description,Director",
                (("Solaris", "1972", "", ""), ("Stalker", "", "Three men.", "X"), ("9. April", "2015", "", "")),
                (3, 4, 7),
                above="My films:",
            ),
        ),
        ("9. April (2015)\nSolaris (1972)", rows("title,year", (("9. April", "2015"), ("Solaris", "1972")), (1, 2))),
        (
            "- A\n* B (1972)\n• C\n[x] D\n",
            rows("title,year,Mark", (("A", "", ""), ("B", "1972", ""), ("C", "", ""), ("D", "", "x")), (1, 2, 3, 4)),
        ),
        (
            "Solaris 1972\nBlade Runner 2049 2017\n1984 1956\n",
            rows(
                "title,year",
                (("Solaris", "1972"), ("Blade Runner 2049", "2017"), ("1984", "1956")),
                (1, 2, 3),
                guessed=True,
            ),
        ),
        (
            "1972. A\n1973. B\n1974. C\n",
            rows("title,year", (("A", "1972"), ("B", "1973"), ("C", "1974")), (1, 2, 3), guessed=True),
        ),
        (
            "Blade Runner 2049\nStar Trek: Generations\nStar Trek: Nemesis\n",
            rows("title", (("Blade Runner 2049",), ("Star Trek: Generations",), ("Star Trek: Nemesis",)), (1, 2, 3)),
        ),
        (
            "Solaris (1972)\n  A planet\n  that answers.\nStalker (1979)\n",
            rows(
                "title,year,description",
                (("Solaris", "1972", "A planet that answers."), ("Stalker", "1979", "")),
                (1, 4),
            ),
        ),
        (
            "Solaris (1972)\n\nA planet.\n\nStalker (1979)\n\nThree men.\n",
            rows(
                "title,year,description", (("Solaris", "1972", "A planet."), ("Stalker", "1979", "Three men.")), (1, 5)
            ),
        ),
        (
            "Solaris (1972)\nA planet\nStalker (1979)\nThree men\n",
            rows("title,year,description", (("Solaris", "1972", "A planet"), ("Stalker", "1979", "Three men")), (1, 3)),
        ),
        (
            "My films\n\nSolaris\nDirector: A\nYear: 1972\n\nStalker\nDirector: B\nSeen with: C\n\n"
            "Mirror\nSeen with: D\n\nAelita",
            rows(
                "title,year,Director,Seen with",
                (
                    ("Solaris", "1972", "A", ""),
                    ("Stalker", "", "B", "C"),
                    ("Mirror", "", "", "D"),
                    ("Aelita", "", "", ""),
                ),
                (3, 7, 11, 14),
                above="My films",
            ),
        ),
        (
            "Aelita\nSolaris\nStalker\nMirror\nMars\nType: documentary\n",
            rows(
                "title,Type",
                (("Aelita", ""), ("Solaris", ""), ("Stalker", ""), ("Mirror", ""), ("Mars", "documentary")),
                (1, 2, 3, 4, 5),
            ),
        ),
        (
            "Название: Солярис\nОписание: Планета,\nкоторая отвечает.\n\nНазвание: Сталкер (1979)\nГод:\n",
            rows(
                "title,year,description",
                (("Солярис", "", "Планета, которая отвечает."), ("Сталкер", "1979", "")),
                (1, 5),
            ),
        ),
        (
            "1960s:\n- A (1961)\n1970s:\n- B (1972)\n- C\n",
            rows("title,year,Section", (("A", "1961", "1960s"), ("B", "1972", "1970s"), ("C", "", "1970s")), (2, 4, 5)),
        ),
        (
            "# Films\n## Solaris (1972)\na planet\n## Stalker (1979)\n",
            rows(
                "title,year,description",
                (("Solaris", "1972", "a planet"), ("Stalker", "1979", "")),
                (2, 4),
                above="Films",
            ),
        ),
    ],
    ids=[
        *("one title", "titles alone", "one line", "some without a year", "numbered", "numbers of titles", "bullets"),
        *(
            "years behind",
            "years in front",
            "titles with colons and years",
            "indented text",
            "text between blank lines",
        ),
        *("text below each", "labels", "one label", "titles labelled", "headings", "headings as titles"),
    ],
)
def test_lists(text, expected):
    assert read_rows(text.encode(), "f") == expected


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 3,
        f"{SENTENCE * 2}\n{SENTENCE}\n\n{SENTENCE * 3}",
        "Hello there.\nThis is a text without films.\nIt has three lines.\n",
        f"Solaris (1972)\n{SENTENCE}\n\n" + f"{SENTENCE}\n\n" * 4,
        "(1972)\n…",
        "<svg><circle/></svg>",
    ],
    ids=["a paragraph", "paragraphs", "short sentences", "an essay", "signs", "a drawing"],
)
def test_prose_is_no_list(text):
    with pytest.raises(BadListError) as raised:
        read_rows(text.encode(), "f")
    assert raised.value.problems == (Problem("no films found", "f", expected=", ".join(readable())),)


@pytest.mark.parametrize(
    ("text", "guessed"),
    [
        ("Solaris (1972)\nand also Stalker (1979)\n", ["Stalker"]),
        ("1936: Fury (Wut)\n1937: Solaris\n1953: Heat (Eisen)\n", ["Fury", "Heat"]),
        ("On Monday we show “Solaris” (1972), on Friday “Stalker” (1979).\n", ["Solaris", "Stalker"]),
        ("Platz 1: Solaris (1972)\nPlatz 2: Stalker (1979)\n", []),
    ],
    ids=["a word that joins", "brackets", "a sentence", "a rank"],
)
def test_a_title_that_only_its_place_tells_is_a_guess(text, guessed):
    problems = read_rows(text.encode(), "f").problems
    assert [each.value for each in problems if each.kind == "title by its place"] == guessed
