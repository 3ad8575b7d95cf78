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
