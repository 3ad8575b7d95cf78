"""BibTeX that another program reads back as the films shown."""

from __future__ import annotations

import pytest
from pybtex.database import BibliographyData, parse_string

from dashboard.exports.bibtex import films_bibtex, view_bibtex
from dashboard.formats.read import read_rows
from tests.foreign import result_of

HERE = "https://x.org/"
HEAD = "id,title,year,director\n"


def read(csv: str) -> BibliographyData:
    return parse_string(films_bibtex(result_of(HEAD + csv), HERE).decode("utf-8"), "bibtex")


def test_each_film_and_the_view_is_an_entry() -> None:
    data = read("solaris-1972,Solaris,1972,Andrei Tarkovsky\nb,Stalker,,\n")
    assert list(data.entries) == ["view", "solaris-1972", "b"]
    film = data.entries["solaris-1972"]
    assert (film.fields["title"], film.fields["year"]) == ("{Solaris}", "1972")
    assert film.fields["url"] == "https://x.org/?film=solaris-1972"
    assert [str(person) for person in film.persons["author"]] == ["Tarkovsky, Andrei"]
    assert "year" not in data.entries["b"].fields
    assert "author" not in data.entries["b"].persons


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("100% Moon", r"{100\% Moon}"),
        ("A & B_C #1 $5", r"{A \& B\_C \#1 \$5}"),
        ("Mars {1}", r"{Mars \{1\}}"),
        ("a\\b~c^d", r"{a\textbackslash{}b\~{}c\^{}d}"),
        ("Солярис", "{Солярис}"),
    ],
    ids=["percent", "signs", "braces", "backslash", "Cyrillic"],
)
def test_a_title_keeps_its_signs(title: str, written: str) -> None:
    assert read(f'a,"{title}",1972,\n').entries["a"].fields["title"] == written


@pytest.mark.parametrize(
    ("directors", "people"),
    [
        ("Andrei Tarkovsky; Larisa Shepitko", ["Tarkovsky, Andrei", "Shepitko, Larisa"]),
        ("Barnum and Bailey", ["{Barnum and Bailey}"]),
        ("", []),
    ],
    ids=["two", "and", "none"],
)
def test_directors_are_its_authors(directors: str, people: list[str]) -> None:
    authors = read(f"a,A,1972,{directors}\n").entries["a"].persons.get("author", [])
    assert [str(person) for person in authors] == people


def test_the_dashboard_reads_it_back() -> None:
    csv = "a,100% Moon {1} a\\b~c^d,1972,Andrei Tarkovsky; Larisa Shepitko\nb,Солярис,,Barnum and Bailey\n"
    rows = read_rows(films_bibtex(result_of(HEAD + csv), HERE), "films.bib")
    cells = [dict(zip(rows.header, row, strict=True)) for row in rows.cells]
    assert [(each["title"], each["year"], each["director"]) for each in cells] == [
        ("100% Moon {1} a\\b~c^d", "1972", '["Andrei Tarkovsky", "Larisa Shepitko"]'),
        ("Солярис", "", "Barnum and Bailey"),
    ]


def test_keys_are_plain_and_no_two_the_same() -> None:
    data = read("солярис,Солярис,1972,\nview,The View,1980,\nA_b,A,1981,\na-b,B,1982,\n")
    assert list(data.entries) == ["view", "film", "view:2", "a-b", "a-b:2"]


def test_a_view_says_what_it_shows() -> None:
    entry = view_bibtex(result_of(HEAD + "a,A,1972,\n"), HERE)
    assert "1 film" in parse_string(entry, "bibtex").entries["view"].fields["note"]
