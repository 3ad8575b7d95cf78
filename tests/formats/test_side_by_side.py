"""Tables with several films in a row: each is a film of its own, and what is no film a cell stays a film a row."""

from __future__ import annotations

import pytest

from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.read import read_document, read_rows, rows_of
from dashboard.formats.side_by_side.film_columns import FilmColumns, film_columns
from dashboard.formats.side_by_side.repeated import repeated
from dashboard.model.problems import BadListError
from dashboard.model.rows import Limits, Rows
from tests.formats.workbooks.test_excel import xlsx

Film = tuple[str, int | None, str]


def films_of(found: FilmList) -> list[Film]:
    """Title, year and the column that says which, empty where there is none."""
    frame = found.frame
    years = [year or None for year in frame["year"].fillna(0)] if "year" in frame else [None] * len(frame)
    which = map(str, frame["list"]) if "list" in frame else [""] * len(frame)
    return [*zip(frame["title"], years, which, strict=True)]


def undated(text: str) -> list[Film]:
    """Films without years, written ``A: Solaris | B: Moon``."""
    pairs = (part.split(": ") for part in text.split(" | "))
    return [(title, None, which) for which, title in pairs]


CLEAR: dict[str, tuple[str, list[Film]]] = {
    # what: the table, and its films
    "decades": (
        "1950s,1960s\nLaura (1950),Kes (1969)\n,Help! (1965)\n",
        [("Laura", 1950, "1950s"), ("Kes", 1969, "1960s"), ("Help!", 1965, "1960s")],
    ),
    "genres with years": (
        "Comedy,Horror\nPaul (2011),Alien (1979)\nSplash (1984),Them! (1954)\n",
        [("Paul", 2011, "Comedy"), ("Alien", 1979, "Horror"), ("Splash", 1984, "Comedy"), ("Them!", 1954, "Horror")],
    ),
    "people, lists of different length": (
        "Ann,Ben,Chloé\nBrazil,Moon,Ran\nHeat,Her,\n,Primer,\n",
        undated("Ann: Brazil | Ben: Moon | Chloé: Ran | Ann: Heat | Ben: Her | Ben: Primer"),
    ),
    "people, with the rows counted": (
        "№,Ann,Ben\n1,Brazil,Moon\n2,,Her\n3,,Ran\n",
        undated("Ann: Brazil | Ben: Moon | Ben: Her | Ben: Ran"),
    ),
    "weeks": (
        "Week 1\tWeek 2\nLaura\tGilda\nM\tRan\n",
        undated("Week 1: Laura | Week 2: Gilda | Week 1: M | Week 2: Ran"),
    ),
    "years": ("2021;2022\nDune;Nope\nTitane;Tár\n", undated("2021: Dune | 2022: Nope | 2021: Titane | 2022: Tár")),
    "months": (
        "Январь;Февраль\nЗемля;Цирк\nМать;Весна\n",
        undated("Январь: Земля | Февраль: Цирк | Январь: Мать | Февраль: Весна"),
    ),
    "days beside times": (
        "Time,Mon,Tue\n18:00,Laura,Gilda\n20:30,Ran,\n",
        undated("Mon: Laura | Tue: Gilda | Mon: Ran"),
    ),
    "days with times in the cells": (
        "Mon 4 Dec,Tue 5 Dec\n18:00 Laura (1944),17:30 Gilda (1946)\n"
        '"19:00 Ran (1985)\n21:30 M (1931)",20:00 Heat (1995)\n',
        [
            ("Laura", 1944, "Mon 4 Dec"),
            ("Gilda", 1946, "Tue 5 Dec"),
            ("Ran", 1985, "Mon 4 Dec"),
            ("M", 1931, "Mon 4 Dec"),
            ("Heat", 1995, "Tue 5 Dec"),
        ],
    ),
    "a decade that gives no years": (
        "1950s,1960s,1970s\nLaura (1950),Kes (1969),Alien\nHigh Noon (1952),Help! (1965),Stalker\n",
        [
            ("Laura", 1950, "1950s"),
            ("Kes", 1969, "1960s"),
            ("Alien", None, "1970s"),
            ("High Noon", 1952, "1950s"),
            ("Help!", 1965, "1960s"),
            ("Stalker", None, "1970s"),
        ],
    ),
    "years behind each": (
        "1950s,Year,1960s,Year\nLaura,1950,Kes,1969\nHigh Noon,1952,,\n",
        [("Laura", 1950, "1950s"), ("Kes", 1969, "1960s"), ("High Noon", 1952, "1950s")],
    ),
    "ratings behind each": (
        "Ann,Rating,Ben,Rating\nLaura,5,Kes,4\nRan,3,,\n",
        undated("Ann: Laura | Ben: Kes | Ann: Ran"),
    ),
    "marks for nothing": ("1950s,1960s\nLaura,Kes\n-,Help!\n", undated("1950s: Laura | 1960s: Kes | 1960s: Help!")),
    "Markdown": (
        "| 1950s | 1960s |\n| --- | --- |\n| Laura (1950) | Kes (1969) |\n",
        [("Laura", 1950, "1950s"), ("Kes", 1969, "1960s")],
    ),
    "wikitext": (
        "{|\n! 1950s !! 1960s\n|-\n| ''Laura'' (1950) || ''Kes'' (1969)\n|-\n| ''M'' (1951) ||\n|}\n",
        [("Laura", 1950, "1950s"), ("Kes", 1969, "1960s"), ("M", 1951, "1950s")],
    ),
    "HTML": (
        "<table><tr><th>Ann<th>Ben<tr><td>Laura (1950)<td>Kes (1969)<tr><td>M (1931)<td></table>",
        [("Laura", 1950, "Ann"), ("Kes", 1969, "Ben"), ("M", 1931, "Ann")],
    ),
}
REPEATED: dict[str, tuple[str, list[Film]]] = {
    "with a gap, and names above": (
        "Seen,,,To see,\nTitle,Year,,Title,Year\nAlien,1979,,Moon,2009\nRan,1985,,,\n",
        [("Alien", 1979, "Seen"), ("Moon", 2009, "To see"), ("Ran", 1985, "Seen")],
    ),
    "with a gap": (
        "Title,Year,,Title,Year\nAlien,1979,,Moon,2009\nRan,1985,,,\n",
        [("Alien", 1979, ""), ("Moon", 2009, ""), ("Ran", 1985, "")],
    ),
    "ranks": (
        "| Rank | Film | Rank | Film |\n| - | - | - | - |\n| 1 | Alien (1979) | 2 | Moon (2009) |\n",
        [("Alien", 1979, ""), ("Moon", 2009, "")],
    ),
    "with numbers": (
        "Date,Film 1,Film 2\n2024-10-03,Alien (1979),Aliens (1986)\n2024-10-10,Moon (2009),\n",
        [("Alien", 1979, "Film 1"), ("Aliens", 1986, "Film 2"), ("Moon", 2009, "Film 1")],
    ),
    "with numbers, and years": (
        "Title,Year,Title.1,Year.1\nAlien,1979,Moon,2009\n",
        [("Alien", 1979, "Title"), ("Moon", 2009, "Title.1")],
    ),
}
BY_ROW: dict[str, tuple[str, list[str]]] = {
    "an original title": ("Film,Original title\nThe Sea,Meer\nNight,Nacht\n", ["The Sea", "Night"]),
    "translations with their years": (
        "English,Deutsch\nSea (1950),Meer (1950)\nSky (1951),Luft (1951)\n",
        ["Sea", "Sky"],
    ),
    "director and actors": ("Film,Director,Actor 1,Actor 2\nRan,Ann Lee,Ida Wolf,Tom Ash\n", ["Ran"]),
    "actors without a word for the title": ("Work,Actor 1,Actor 2\nRan,Tatsuya,Akira\nM,Peter,Otto\n", ["Ran", "M"]),
    "a cast by role": ("Film,Captain,Doctor\nAlien,Dallas,Ash\nOutland,O'Niel,Lazarus\n", ["Alien", "Outland"]),
    "one header of several that speaks of films": (
        "Your club,Film you suggest\nAurora,Ran\nLumen,Heat\n",
        ["Ran", "Heat"],
    ),
    "votes": ("Film,Ann,Ben\nAlien,5,4\nMoon,,3\n", ["Alien", "Moon"]),
    "a film and its sequel": (
        "Film,Sequel\nAlien (1979),Aliens (1986)\nJaws (1975),Jaws 2 (1978)\n",
        ["Alien", "Jaws"],
    ),
    "two columns of one name": ("Title,Title\nSea,Meer\nNight,Nacht\n", ["Sea", "Night"]),
    "unknown names": ("Work,Writer\nSolaris,Lem\nStalker,Strugatsky\n", ["Solaris", "Stalker"]),
    "a gap above": (
        "Work,Writer,Place\nSolaris,Lem,Kraków\nBeowulf,,Denmark\nEmma,Austen,Bath\n",
        ["Solaris", "Beowulf", "Emma"],
    ),
    "one cell missing at the end": (
        "Work,Writer\nSolaris,Lem\nEmma,Austen\nBeowulf,\n",
        ["Solaris", "Emma", "Beowulf"],
    ),
}


def read(text: str) -> tuple[Rows, FilmList]:
    rows = read_rows(text.encode(), "f")
    assert rows.account is not None
    assert rows.account.unaccounted == 0
    return rows, validate(rows)


@pytest.mark.parametrize(("text", "films"), CLEAR.values(), ids=CLEAR)
def test_a_film_a_cell(text: str, films: list[Film]) -> None:
    rows, found = read(text)
    assert films_of(found) == films
    told = [each for each in rows.problems if each.kind == "films in columns"]
    assert [(each.value, each.expected.split(", ")) for each in told] == [
        (str(len(films)), sorted({film[2] for film in films}, key=text.index))
    ]


@pytest.mark.parametrize(("text", "films"), REPEATED.values(), ids=REPEATED)
def test_names_that_come_again(text: str, films: list[Film]) -> None:
    rows, found = read(text)
    assert films_of(found) == films
    assert [each.kind for each in rows.problems] == ["films side by side"]


@pytest.mark.parametrize(("text", "titles"), BY_ROW.values(), ids=BY_ROW)
def test_a_film_a_row(text: str, titles: list[str]) -> None:
    _, found = read(text)
    assert [*found.frame["title"]] == titles


def test_what_may_be_films_is_named_with_a_count() -> None:
    _, found = read("Comedy,Horror,War\nPaul,Alien,Ran\nSplash,Them!,Kagemusha\n")
    told = [each.expected for each in found.problems if each.kind == "more columns of titles"]
    assert told == ["Horror (2), War (2)"]


def test_names_of_people_are_no_films() -> None:
    _, found = read(
        "Work,Whose\nSolaris,Andrei Tarkovsky\nStalker,Andrei Tarkovsky\nRan,Akira Kurosawa\nM,Fritz Lang\n"
    )
    assert "more columns of titles" not in {each.kind for each in found.problems}


def test_the_only_header_that_speaks_of_films_leaves_no_choice() -> None:
    assert len(read_document(b"Your club,Film you suggest\nAurora,Ran\nLumen,Heat\n", "f").tables) == 1


def test_columns_that_the_schema_knows_by_their_number_hold_no_films() -> None:
    assert film_columns(("Work", "Actor 1", "Actor 2"), [("Ran", "Tatsuya", "Akira"), ("M", "Peter", "Otto")]) is None


def test_a_long_name_takes_no_time() -> None:
    name = "a" + "-" * 500_000 + "a"
    assert repeated((name, name)) is None
    assert film_columns((name, f"{name}b"), [("Laura", "Kes"), ("M", "Help!")]) == FilmColumns((0, 1), is_clear=False)


def test_a_row_without_a_film_is_named() -> None:
    rows, found = read("Time,Mon,Tue\n16:00,,\n18:00,Laura,Gilda\n20:30,Ran,\n")
    assert len(found.frame) == 3
    assert [(each.value, each.expected) for each in rows.problems if each.kind == "beside the list"] == [("1", "16:00")]
    assert rows.account is not None
    assert rows.account.came_to == {"film": 2, "heading": 1, "comment": 1}


def test_what_belongs_to_no_film_is_refused() -> None:
    _, found = read("Ann,Rating,Ben,Rating\nLaura,5,Kes,4\nRan,3,,2\n")
    assert [*found.frame["title"]] == ["Laura", "Kes", "Ran"]
    assert [cells for _, cells in found.refused] == [("", "2", "Ben")]
    assert found.account is not None
    assert found.account.came_to == {"film": 2, "heading": 1}


CHOICES = {
    # what is wanted: how many films, and the name of the table
    "": (4, "a film a cell"),
    "a film a cell": (4, "a film a cell"),
    "a film a row": (2, "a film a row"),
    "1": (4, "a film a cell"),
    "2": (2, "a film a row"),
}


@pytest.mark.parametrize(("wanted", "found"), CHOICES.items(), ids=[name or "none" for name in CHOICES])
def test_the_other_reading_can_be_chosen(wanted: str, found: tuple[int, str]) -> None:
    document = read_document(b"1950s,1960s\nLaura,Kes\nM,Help!\n", "f", table=wanted)
    assert (len(rows_of(document, "f").cells), document.table.name) == found
    assert document.names == ("a film a cell", "a film a row")
    assert document.left == ()


@pytest.mark.parametrize(
    ("wanted", "films"),
    [("", 4), ("Decades", 4), ("Decades: a film a row", 2), ("3", 2), ("Other", 1)],
)
def test_a_sheet(wanted: str, films: int) -> None:
    data = xlsx(
        Decades=[["1950s", "1960s"], ["Laura", "Kes"], ["M", "Help!"]], Other=[["City", "Year"], ["Rome", "1972"]]
    )
    document = read_document(data, "f", table=wanted)
    assert len(document.table.rows.cells) == films


def test_no_such_reading() -> None:
    with pytest.raises(BadListError, match="1 a film a cell, 2 a film a row"):
        read_document(b"1950s,1960s\nLaura,Kes\nM,Help!\n", "f", table="3")


def test_too_many_films() -> None:
    with pytest.raises(BadListError, match="too many rows"):
        read_rows(b"1950s,1960s\nLaura,Kes\nM,Help!\n", "f", Limits(rows=3))


def test_a_long_file_on_disk(tmp_path) -> None:
    path = tmp_path / "f.csv"
    path.write_text("Title,Year,Title,Year\n" + "Alien,1979,Moon,2009\n" * 300, encoding="utf-8")
    assert len(read_rows(path, "f.csv").cells) == 600
