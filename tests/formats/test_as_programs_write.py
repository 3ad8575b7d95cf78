"""Lists as programs hand them out: what they wrap values in, call columns, and put around titles."""

from __future__ import annotations

import json
from typing import Any

import pandas as pd
import pytest

from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.read import read_rows

FILMS = [("Ran", 1985), ("Close-Up", 1990), ("Amarcord", 1973)]


def each(film: str, above: str = "", below: str = "") -> str:
    return above + "".join(film.format(title, year, at) for at, (title, year) in enumerate(FILMS)) + below


def notion(title: str, year: int) -> dict[str, Any]:
    runs = [{"type": "text", "text": {"content": part}, "plain_text": part} for part in (title[:2], title[2:])]
    kind = {"id": "b", "type": "select", "select": {"id": "c", "name": "Seen"}}
    named = {"id": "title", "type": "title", "title": runs}
    return {"id": "a", "properties": {"Name": named, "Year": {"id": "d", "type": "number", "number": year}, "Is": kind}}


def firestore(title: str, year: int) -> dict[str, Any]:
    return {"fields": {"title": {"stringValue": title}, "year": {"integerValue": str(year)}}, "createTime": "2024"}


def csl(title: str, year: int) -> dict[str, Any]:
    people = [{"family": "Kurosawa", "given": "Akira"}]
    return {
        "title": title,
        "director": people,
        "issued": {"date-parts": [[year, 5]]},
        "accessed": {"date-parts": [[2020]]},
    }


def edge(title: str, year: int) -> dict[str, Any]:
    return {"listItem": {"id": "tt1", "titleText": {"text": title}, "releaseYear": {"year": year, "endYear": None}}}


def hit(title: str, year: int) -> dict[str, Any]:
    return {
        "_index": "films",
        "_source": {"title": title, "production_year": year, "director": {"name": "X", "born": 1910}},
    }


QUERY = {
    "data": {
        "list": {
            "id": "ls1",
            "name": {"text": "Best"},
            "search": {"total": 3, "edges": [edge(*film) for film in FILMS]},
        }
    }
}
TEI = "<TEI><teiHeader><fileDesc><title>A filmography</title><date>2017</date></fileDesc></teiHeader><text><listBibl>"
BIBL = "<bibl><title level='m'>{0}</title>. Dir. <name>X</name>, <date when='{1}'>{1}</date>.</bibl>"
FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Diary</title>'
WRITTEN = {
    "tags in cells": each("<i>{0}</i>,<b class='x'>{1}</b>\n", "Film,Year\n"),
    "texts as formulas": each('="{0}",="{1}"\n', "Film,Year\n"),
    "texts as formulas in quotation marks": each('"=""{0}""","=""{1}"""\n', "Film,Year\n"),
    "numbers for names of columns": each("{2},{0},{1}\n", "0,1,2\n"),
    "numbers for names of columns, from 1": each("{0};{1};x\n", "1;2;3\n"),
    "months and years": each("{0};{1}\n", "Film;Release date\n").translate({}).replace(";19", ";May-"),
    "Notion": json.dumps({"results": [notion(*film) for film in FILMS]}),
    "Firestore": json.dumps({"documents": [firestore(*film) for film in FILMS]}),
    "CSL-JSON": json.dumps([csl(*film) for film in FILMS]),
    "answers within answers": json.dumps(QUERY),
    "hits of a search": json.dumps(
        {"took": 3, "hits": {"total": {"value": 3}, "hits": [hit(*film) for film in FILMS]}}
    ),
    "entries of a bibliography with words between": each(BIBL, TEI, "</listBibl></text></TEI>"),
    "maps within a map": each('    - title: "{0}"  # seen\n      year: {1}\n', "owner: me\nshelves:\n  top:\n"),
    "rows within quotation marks": each('"""{0}"",{1},"\n', '"Title,Year,Remarks"\n'),
    "years below a word that may mean them": each("{2},{0},c. {1}\n", "No.,Film,Made\n"),
    "years by title, of which one is called as a column is": json.dumps({**dict(FILMS[:2]), "Cast": 1973}),
    "a feed of a diary": each("<entry><id>x{2}</id><title>{0}, {1} - ★★★½</title></entry>", FEED, "</feed>"),
    "a feed with years behind commas": each("<entry><id>x{2}</id><title>{0}, {1}</title></entry>", FEED, "</feed>"),
}


def films_of(text: str) -> FilmList:
    return validate(read_rows(text.encode(), "f"))


@pytest.mark.parametrize("name", WRITTEN)
def test_the_films_are_found(name: str) -> None:
    found = films_of(WRITTEN[name]).frame
    assert [*zip(found["title"], found["year"], strict=True)] == [
        ("Cast" if name.startswith("years by title") and title == "Amarcord" else title, year) for title, year in FILMS
    ]


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("<b>", "<b>"),
        ("I <3 Huckabees", "I <3 Huckabees"),
        ("1 < 2 </3", "1 < 2 </3"),
        ('="a"&"b"', '="a"&"b"'),
        ("'=1+1", "=1+1"),
        ("=1+1", "=1+1"),
    ],
)
def test_what_only_looks_so_is_kept(cell: str, title: str) -> None:
    assert [*films_of(f"Film;Year\n{cell};1972\nRan;1985\n").frame["title"]] == [title, "Ran"]


def test_a_length_beyond_all_numbers_is_named() -> None:
    found = films_of(f"Film,Runtime\nRan,{'9' * 400}\n")
    assert pd.isna(found.frame["running_time_min"][0])


@pytest.mark.parametrize(
    ("name", "column", "value"),
    [("CSL-JSON", "director", "Akira Kurosawa"), ("hits of a search", "director", "X")],
)
def test_what_is_wrapped_with_them(name: str, column: str, value: str) -> None:
    assert [*films_of(WRITTEN[name]).frame[column]] == [(value,)] * len(FILMS)


@pytest.mark.parametrize("cell", ["n.d.", "s.d.", "o. J.", "б.г."])
def test_no_date_is_no_year(cell: str) -> None:
    found = films_of(f"Film;Year\nRan;1985\nM;{cell}\n")
    assert [each.kind for each in found.problems] == ["no year"]


def test_titles_in_quotation_marks_stay_whole() -> None:
    titles = ["Ran", "Sex, Lies, and Videotape"]
    assert [*films_of("".join(f'"{title}"\n' for title in ["Title", *titles])).frame["title"]] == titles
