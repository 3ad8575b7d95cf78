import io
import zipfile
from pathlib import Path

import pytest

from dashboard.formats.read import read_rows
from dashboard.formats.registry import FORMATS, readable
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

FILES = Path(__file__).parent / "files"
INSIDE = {"films.csv.gz": "films.csv", "export.zip": "watched.csv"}
"""For each file of files the one that is read."""
NAMES = sorted(path.name for path in FILES.iterdir())

# fmt: off
AS_THEY_COME = [
    ("letterboxd-watchlist.csv", "CSV", "utf-8-sig", 1, 4, 2, [],
     {"Date": "2021-03-14", "Name": "Solaris", "Year": "1972", "Letterboxd URI": "https://boxd.it/28Wa"}),
    ("letterboxd-list.csv", "CSV", "utf-8-sig", 5, 3, 6, ["lines before the table"],
     {"Position": "1", "Name": "Solaris", "Year": "1972", "URL": "https://boxd.it/28Wa", "Description": ""}),
    ("imdb-list.csv", "CSV", "utf-8-sig", 1, 3, 2, [],
     {"Position": "1", "Const": "tt0069293", "Created": "2023-01-08", "Modified": "2023-01-08", "Description": "",
      "Title": "Solaris", "Original Title": "Solyaris", "URL": "https://www.imdb.com/title/tt0069293/",
      "Title Type": "Movie", "IMDb Rating": "7.9", "Runtime (mins)": "167", "Year": "1972",
      "Genres": "Drama, Mystery, Sci-Fi", "Num Votes": "101443", "Release Date": "1972-05-13",
      "Directors": "Andrei Tarkovsky"}),
    ("imdb-title-basics.tsv", "CSV", "utf-8-sig", 1, 4, 2, [],
     {"tconst": "tt0069293", "titleType": "movie", "primaryTitle": "Solaris", "originalTitle": "Solyaris",
      "isAdult": "0", "startYear": "1972", "endYear": "\\N", "runtimeMinutes": "167",
      "genres": "Drama,Mystery,Sci-Fi"}),
    ("movielens-movies.csv", "CSV", "utf-8-sig", 1, 4, 2, [],
     {"movieId": "1", "title": "Toy Story (1995)", "genres": "Adventure|Animation|Children|Comedy|Fantasy"}),
    ("tmdb-page.json", "JSON", "utf-8-sig", None, 2, 1, ["beside the list"],
     {"adult": "false", "backdrop_path": "", "genre_ids": '["18", "878", "9648"]', "id": "593",
      "original_language": "ru", "original_title": "Солярис",
      "overview": "A psychologist is sent to a station orbiting a distant planet.", "popularity": "17.406",
      "poster_path": "/w9ZNtwpEnPkKxoWbKHAZBPUGPhE.jpg", "release_date": "1972-03-20", "title": "Solaris",
      "video": "false", "vote_average": "7.8", "vote_count": "1400"}),
    ("tmdb-5000.csv", "CSV", "utf-8-sig", 1, 2, 2, [],
     {"budget": "237000000", "genres": '[{"id": 28, "name": "Action"}, {"id": 878, "name": "Science Fiction"}]',
      "homepage": "http://www.avatarmovie.com/", "id": "19995",
      "keywords": '[{"id": 1463, "name": "culture clash"}]', "original_language": "en", "original_title": "Avatar",
      "overview": "In the 22nd century, a paraplegic Marine is dispatched to the moon Pandora.",
      "popularity": "150.437577",
      "production_companies": '[{"name": "Twentieth Century Fox Film Corporation", "id": 306}]',
      "production_countries": '[{"iso_3166_1": "US", "name": "United States of America"}]',
      "release_date": "2009-12-10", "revenue": "2787965087", "runtime": "162.0",
      "spoken_languages": '[{"iso_639_1": "en", "name": "English"}]', "status": "Released",
      "tagline": "Enter the World of Pandora.", "title": "Avatar", "vote_average": "7.2", "vote_count": "11800"}),
    ("kinopoisk.csv", "CSV", "cp1251", 1, 3, 2, [],
     {"Название": "Солярис", "Оригинальное название": "", "Год": "1972", "Страна": "СССР",
      "Режиссёр": "Андрей Тарковский", "Жанры": "фантастика, драма", "Рейтинг": "8,0", "Хронометраж": "166 мин."}),
    ("old-unix.csv", "CSV", "koi8-r", 1, 3, 2, [],
     {"название": "Планета бурь", "год": "1961", "режиссёр": "Павел Клушанцев"}),
    ("headerless.csv", "CSV", "cp1251", None, 3, 1, [],
     {"Column 1": "Солярис", "Column 2": "1972", "Column 3": "Андрей Тарковский"}),
    ("excel-unicode-text.txt", "CSV", "utf-16", 1, 2, 2, [],
     {"Название": "Солярис", "Year": "1972", "Remark": 'Said "no"'}),
    ("club.xlsx", "Excel", "", 3, 3, 4, ["lines before the table", "other tables"],
     {"Title": "Solaris", "Year": "1972", "Released": "1972-03-20", "Rating": "8.1", "Seen": "true",
      "Length": "2:47:00"}),
    ("films.xls", "Excel", "", 1, 2, 2, [],
     {"Title": "Solaris", "Year": "1972", "Director": "Andrei Tarkovsky"}),
    ("films.ods", "OpenDocument", "", 1, 2, 2, [],
     {"Название": "Солярис", "Год": "1972", "Премьера": "1972-03-20"}),
    ("films.parquet", "Parquet", "", None, 2, 1, [],
     {"title": "Solaris", "year": "1972", "rating": "8.1", "released": "1972-03-20", "genres": '["Drama", "Sci-Fi"]',
      "director.name": "Andrei Tarkovsky", "director.born": "1932"}),
    ("films.sqlite", "SQLite", "", None, 2, 1, [],
     {"id": "1", "title": "Solaris", "year": "1972", "director": "Andrei Tarkovsky"}),
    ("films.toml", "TOML", "utf-8-sig", None, 2, 1, [],
     {"title": "Solaris", "year": "1972", "tags": '["space", "sea"]'}),
    ("stalker.md", "note", "utf-8-sig", None, 1, 1, [],
     {"title": "Stalker", "director": "Andrei Tarkovsky", "year": "1979", "text": "Three men walk into the Zone."}),
    ("catalogue.txt", "catalogue", "utf-8-sig", None, 2, 2, ["beside the list"],
     {"title": "M", "year": "1931", "responsibility": "Nero-Film ; director, Fritz Lang", "medium": "videorecording",
      "Publisher": "[S.l.] : Criterion, c2004.", "Note": "Originally released as a motion picture in 1931."}),
    ("infoboxes.txt", "infoboxes", "utf-8-sig", None, 2, 1, [],
     {"name": "Solaris", "year": "1972", "image": "Solaris_poster.jpg", "director": "Andrei Tarkovsky",
      "release date": "USSR 20 March 1972 / USA 6 October 1976"}),
    ("films.yaml", "YAML", "utf-8-sig", None, 2, 1, [],
     {"title": "Solaris", "year": "1972", "director": "Andrei Tarkovsky", "genres": '["drama", "sci-fi"]'}),
    ("kodi.xml", "XML", "utf-8-sig", None, 2, 1, ["beside the list"],
     {"title": "Solaris", "originaltitle": "Солярис", "year": "1972", "runtime": "167",
      "genre": '["Drama", "Sci-Fi"]', "director": "Andrei Tarkovsky"}),
    ("films.csv.gz", "CSV", "utf-8-sig", 1, 2, 2, [], {"title": "Solaris", "year": "1972"}),
    ("export.zip", "CSV", "utf-8-sig", 1, 2, 2, ["other tables"],
     {"Date": "2021-01-01", "Name": "Solaris", "Year": "1972", "Letterboxd URI": "https://boxd.it/1"}),
    ("films.jsonl", "JSON", "utf-8-sig", None, 2, 1, [],
     {"title": "Солярис", "year": "1972", "director.name": "Андрей Тарковский", "director.born": "1932",
      "genres": '["драма", "фантастика"]', "rating": "", "seen": ""}),
    ("wikipedia.html", "HTML table", "utf-8-sig", 2, 3, 3, ["lines before the table", "other tables"],
     {"Year": "1972", "Title": "Solaris", "Director": "Andrei Tarkovsky",
      "Director link": "https://www.example.org/tarkovsky", "Cast": '["Natalya Bondarchuk", "Donatas Banionis"]'}),
    ("festival.ics", "calendar", "utf-8-sig", None, 2, 1, [],
     {"title": "Solaris (1972)", "DTSTART": "2024-03-01 19:00:00+00:00", "DURATION": "2:47:00", "UID": "1@x",
      "CATEGORIES": '["Sci-fi", "Classic"]', "description": "A planet, it answers.\n Long.", "LOCATION": "Screen 1",
      "URL": "https://example.org/solaris"}),
    ("films.bib", "BibTeX", "utf-8-sig", None, 2, 4, ["beside the list"],
     {"key": "solaris1972", "title": "Solaris", "director": "Andrei Tarkovsky", "year": "1972",
      "publisher": "Mosfilm and others"}),
    ("films.ris", "RIS", "utf-8-sig", None, 2, 3, ["beside the list"],
     {"title": "Solaris", "year": "1972", "date": "", "reference type": "MPCT", "author": "",
      "director": '["Andrei Tarkovsky", "Friedrich Gorenshtein"]', "description": "A planet that answers."}),
    ("films.enw", "EndNote", "utf-8-sig", None, 2, 1, [],
     {"title": "Solaris", "year": "1972", "date": "", "reference type": "Film or Broadcast",
      "director": "Andrei Tarkovsky", "note": "seen 2010"}),
    ("films.mrk", "MARC", "utf-8-sig", None, 2, 1, [],
     {"title": "Solaris: a film", "year": "1972", "responsibility": "directed by Andrei Tarkovsky", "medium": "",
      "edition published": "2001", "date in 008": "2001", "key": "12345",
      "260 publication": "Moscow : Ruscico, 2001.", "500 note": ""}),
    ("printed.txt", "printed table", "utf-8-sig", 4, 3, 6, ["beside the list", "cell put together"],
     {"no": "1", "film": "Solaris", "year": "1972", "director": "Andrei Tarkovsky"}),
    ("seminar.tex", "LaTeX", "utf-8-sig", 6, 3, 8, ["beside the list", "markup not understood"],
     {"Title": "Solaris", "Director": "Andrei Tarkovsky", "Year": "1972"}),
    ("cycle.adoc", "AsciiDoc table", "utf-8-sig", 4, 2, 6, ["beside the list"],
     {"Title": "Solaris", "Year": "1972", "Director": "Andrei Tarkovsky"}),
    ("notes.md", "Markdown table", "utf-8-sig", 5, 3, 7, ["beside the list", "cells missing"],
     {"Title": "Solaris", "Title link": "https://boxd.it/28Wa", "Year": "1972", "Director": "Andrei Tarkovsky",
      "Seen": "✓"}),
    ("folder.txt", "folder listing", "utf-8-sig", None, 3, 2, ["not understood"],
     {"title": "Blade Runner 2049", "year": "2017", "episode": "", "file": "Blade.Runner.2049.2017.720p.BluRay.mkv"}),
    ("wikitext.txt", "wikitext table", "utf-8-sig", 3, 3, 5, [],
     {"Year": "1959", "Title": "Nebo Zovyot", "Director": '["Mikhail Karyukov", "Aleksandr Kozyr"]', "Notes": ""}),
    ("plain-numbered.txt", "plain list", "utf-8-sig", None, 4, 3, ["lines before the table", "lines behind the list"],
     {"title": "Solaris", "year": "1972", "description": "A planet that answers.", "director": "Andrei Tarkovsky"}),
    ("plain-years.txt", "plain list", "utf-8-sig", None, 4, 1, [], {"title": "Аэлита", "year": "1924"}),
    ("plain-titles.txt", "plain list", "koi8-r", None, 4, 1, [], {"title": "Солярис"}),
    ("plain-sections.txt", "plain list", "utf-8-sig", None, 4, 4, ["lines before the table"],
     {"title": "1984", "year": "1956", "Section": "1960s", "director": ""}),
    ("mysql-records.txt", "records of a query", "utf-8-sig", None, 3, 1, ["beside the list"],
     {"id": "1", "title": "Solaris", "year": "1972", "added": "2024-05-01 10:00:00"}),
    ("site.txt", "pasted page", "utf-8-sig", None, 3, 2, ["beside the list"],
     {"title": "Solaris", "year": "1972", "running_time_min": "2h 47m", "description": "8.0 (99K); A planet answers."}),
    ("cells.txt", "table, a cell a line", "utf-8-sig", None, 3, 4, [],
     {"Title": "Solaris", "Director": "Andrei Tarkovsky", "Year": "1972"}),
    ("plain-labels.txt", "plain list", "utf-8-sig", None, 2, 1, [],
     {"title": "Solaris", "year": "1972", "Director": "Andrei Tarkovsky", "Country": ""}),
]
# fmt: on


@pytest.mark.parametrize(
    ("name", "form", "encoding", "header_line", "count", "line", "kinds", "first"),
    AS_THEY_COME,
    ids=[file[0] for file in AS_THEY_COME],
)
def test_files_as_they_come(name, form, encoding, header_line, count, line, kinds, first):
    rows = read_rows((FILES / name).read_bytes(), name)
    file = INSIDE.get(name, name)
    assert (rows.file, rows.form, rows.encoding, rows.header_line) == (file, form, encoding, header_line)
    assert (len(rows.cells), rows.lines[0], [problem.kind for problem in rows.problems]) == (count, line, kinds)
    assert dict(zip(rows.header, rows.cells[0], strict=True)) == first


def test_every_file_and_every_form_is_tried():
    assert sorted(file[0] for file in AS_THEY_COME) == NAMES
    assert {file[1] for file in AS_THEY_COME} == {each.name for each in FORMATS} - {"gzip", "zip", "mail"}


def test_the_name_says_nothing():
    data = (FILES / "films.parquet").read_bytes()
    assert read_rows(data, "films.csv").cells == read_rows(data, "films.parquet").cells


def test_what_was_left_out_of_files_is_named():
    def said(name):
        return [
            (each.kind, each.line, each.value, each.expected)
            for each in read_rows((FILES / name).read_bytes(), name).problems
        ]

    ((*of_letterboxd, above),) = said("letterboxd-list.csv")
    assert of_letterboxd == ["lines before the table", None, "3"]
    assert above.startswith("Letterboxd list export v7; Date · Name · Tags · URL · Description; 2022-08-01 · Soviet ")
    assert said("club.xlsx")[0] == ("lines before the table", None, "1", "Films of our club, 2024")
    assert said("club.xlsx")[1] == ("other tables", None, "Films", "About")
    assert said("wikipedia.html")[0] == ("lines before the table", None, "1", "Year · Title · People · People")
    assert said("wikipedia.html")[1] == ("other tables", None, "table 2", "table 1")
    beside = "# Films for the evening; Some of these are *long*.; Until then!"
    assert said("notes.md") == [("beside the list", None, "3", beside), ("cells missing", 9, "3", "5")]


def zipped(*names):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty file"),
        (b"\n \n,,\n", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"title,year\n", "empty file"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (rb"{\rtf1\ansi Solaris}", "text document"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "broken archive"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "picture"),
        (b"\x89PNG\r\n\x1a\n\0", "picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
        (b"\0\0\0\x18ftypheic\0", "picture"),
        (zipped("word/document.xml"), "text document"),
        (zipped("META-INF/container.xml", "OEBPS/a.xhtml"), "text document"),
        (zipped("Index/Document.iwa"), "iWork document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "text document"),
        (b"CREATE TABLE films (id INT, title TEXT);\nINSERT INTO films VALUES (1, 'Solaris');\n", "SQL dump"),
        (b"-- MySQL dump 10.13\n\nINSERT INTO `films` VALUES (1,'Solaris',1972);\n", "SQL dump"),
        (b"COPY public.films (id, title) FROM stdin;\n1\tSolaris\n\\.\n", "SQL dump"),
        (b"SQLite format 3\0", "broken database"),
    ],
)
def test_no_list(data, kind):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f")
    told = {"not text": ", ".join(readable()), "broken archive": "cut off", "broken database": "file is not a database"}
    expected = told.get(kind, "")
    assert raised.value.problems == (Problem(kind, "f", expected=expected),)


LONG = b"B" * 11_000_000


@pytest.mark.parametrize(
    ("data", "limits", "problem"),
    [
        (b"x" * 101, Limits(size=100), Problem("too large", "f", expected="0.0001")),
        (b"", Limits(size=0), Problem("empty file", "f")),
        (b"title\nA\nB\nC\n", Limits(rows=2), Problem("too many rows", "f", expected="2")),
        (b"title\n" + b"A\n" * 100, Limits(rows=2), Problem("too many rows", "f", expected="2")),
        (b"title,x,y\nA,B,C\n", Limits(columns=2), Problem("too many columns", "f", expected="2")),
        (
            b"title" + b",x" * 998 + b"\n" + b"A\n" * 9,
            Limits(rows=100),
            Problem("too many columns", "f", expected="1000"),
        ),
        (b"title\nABCDEF\n", Limits(cell=5), Problem("cell too long", "f", 2, expected="5")),
        (b"title,B\nA," + LONG, Limits(), Problem("cell too long", "f", 2, expected="1000000")),
        (b"title," + LONG + b"\nA,1973\n", Limits(), Problem("cell too long", "f", 1, expected="1000000")),
        (b'[{"title": "' + LONG + b'"}]', Limits(), Problem("cell too long", "f", 1, expected="1000000")),
        (b'title\n"' + LONG, Limits(), Problem("cell too long", "f", 2, expected="1000000")),
        (b"A (1972)\nB (1972)\nC (1972)", Limits(rows=2), Problem("too many rows", "f", expected="2")),
        (b"|title|\n|-|\n|A|\n|B|\n|C|", Limits(rows=2), Problem("too many rows", "f", expected="2")),
        (b"<table><tr><td>title" + b"<tr><td>A" * 9, Limits(rows=2), Problem("too many rows", "f", expected="2")),
        (b'["A", "B", "C"]', Limits(rows=2), Problem("too many rows", "f", expected="2")),
    ],
    ids=[
        *("file", "nothing", "rows", "many rows", "columns", "cells to fill up", "cell", "10 MB cell", "10 MB name"),
        *("10 MB in JSON", "10 MB behind a quote", "plain rows", "Markdown rows", "HTML rows", "JSON rows"),
    ],
)
def test_limits(data, limits, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f", limits)
    assert raised.value.problems == (problem,)


def test_longest_cell():
    cell = "B" * 1_000_000
    assert read_rows(f"title,year\n{cell},1973\n".encode(), "f").cells == ((cell, "1973"),)
