import csv
import html
import io
import json
import random
import re
from contextlib import suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from dashboard.catalogue.read import read_rows
from dashboard.catalogue.rows import LISTS_IN, Limits, escape_formula, unescape_formula
from dashboard.errors import BadListError, Problem

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name for path in FILES.iterdir())
FORMULAS = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=1", "''=1", "'", "''", "'x", "x", "", "Mars = red"]

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
    ("tmdb-page.json", "JSON", "utf-8-sig", None, 2, 1, [],
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
    ("films.jsonl", "JSON", "utf-8-sig", None, 2, 1, [],
     {"title": "Солярис", "year": "1972", "director.name": "Андрей Тарковский", "director.born": "1932",
      "genres": '["драма", "фантастика"]', "rating": "", "seen": ""}),
    ("wikipedia.html", "HTML table", "utf-8-sig", 13, 3, 17, ["other tables", "lines before the table"],
     {"Year": "1972", "Title": "Solaris", "Director": "Andrei Tarkovsky",
      "Director link": "https://www.example.org/tarkovsky", "Cast": '["Natalya Bondarchuk", "Donatas Banionis"]'}),
    ("notes.md", "Markdown table", "utf-8-sig", 5, 3, 7, ["cells missing"],
     {"Title": "Solaris", "Title link": "https://boxd.it/28Wa", "Year": "1972", "Director": "Andrei Tarkovsky",
      "Seen": "✓"}),
    ("plain-numbered.txt", "plain list", "utf-8-sig", None, 4, 3, ["lines before the table"],
     {"title": "Solaris", "year": "1972", "description": "A planet that answers.", "director": "Andrei Tarkovsky"}),
    ("plain-years.txt", "plain list", "utf-8-sig", None, 4, 1, [], {"title": "Аэлита", "year": "1924"}),
    ("plain-titles.txt", "plain list", "koi8-r", None, 4, 1, [], {"title": "Солярис"}),
    ("plain-sections.txt", "plain list", "utf-8-sig", None, 4, 4, ["lines before the table"],
     {"title": "1984", "year": "1956", "Section": "1960s", "director": ""}),
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
    assert (rows.file, rows.form, rows.encoding, rows.header_line) == (name, form, encoding, header_line)
    assert (len(rows.cells), rows.lines[0], [problem.kind for problem in rows.problems]) == (count, line, kinds)
    assert dict(zip(rows.header, rows.cells[0], strict=True)) == first


def test_every_file_and_every_form_is_tried():
    assert sorted(file[0] for file in AS_THEY_COME) == NAMES
    assert {file[1] for file in AS_THEY_COME} == set(LISTS_IN)


def test_the_name_says_nothing():
    data = (FILES / "films.parquet").read_bytes()
    assert read_rows(data, "films.csv").cells == read_rows(data, "films.parquet").cells


def test_what_was_left_out_of_files_is_named():
    def said(name):
        return [
            (each.kind, each.line, each.value, each.expected)
            for each in read_rows((FILES / name).read_bytes(), name).problems
        ]

    assert said("letterboxd-list.csv") == [("lines before the table", None, "3", "")]
    assert said("club.xlsx")[1] == ("other tables", None, "Films", "About")
    assert said("wikipedia.html")[0] == ("other tables", None, "line 8", "line 4")
    assert said("notes.md") == [("cells missing", 9, "3", "5")]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty file"),
        (b"\n \n,,\n", "empty file"),
        (b"\xef\xbb\xbf", "empty file"),
        (b"title,year\n", "empty file"),
        (b"title,year\nA\0,1972\n", "not text"),
        (b"%PDF-1.7\n1 0 obj", "not text"),
        (rb"{\rtf1\ansi Solaris}", "not text"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "not text"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "not text"),
        (b"SQLite format 3\0", "not text"),
    ],
)
def test_no_list(data, kind):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f")
    assert raised.value.problems == (Problem(kind, "f"),)


LONG = b"B" * 11_000_000


@pytest.mark.parametrize(
    ("data", "limits", "problem"),
    [
        (b"x" * 101, Limits(size=100), Problem("too large", "f", expected="0.0001 MB")),
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
        (b'title\n"' + LONG, Limits(), Problem("broken table", "f", 2, expected="unexpected end of data")),
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


@pytest.mark.parametrize(
    "data",
    [
        *(b"a" + b" " * 1_000_000 + b"b\nc\n", b"*a" * 500_000 + b"\nc\n", b"[x" * 500_000, b"a(" * 500_000),
        *(b"a" * 2_000_000 + b"\xff\xc0 \xc0\n", b"-" * 1_000_000 + b"|x\n", b"1. " * 300_000, b"a:" * 500_000),
        *(b"(1972" * 200_000, b"- " * 300_000 + b"x", b"," * 1_000_000 + b"x", b"<" * 500_000 + b"<table>"),
    ],
    ids=[
        "blanks",
        "stars",
        "links",
        "brackets",
        "letters",
        "dashes",
        "numbers",
        "colons",
        "years",
        "bullets",
        "commas",
        "tags",
    ],
)
def test_time_does_not_grow_by_the_square(data):
    with suppress(BadListError):
        read_rows(data, "f")


WORDS = (
    *("Moon", "Orbit", "L'Étoile", "Größe", "Łódź", "2001:", "1984", "2049", "9", "Dr.", "Say", '"Yes"', "Monsters,"),
    *(
        "Солярис",
        "Кин-дза-дза!",
        "с",
        "лёгким",
        "паром!",
        "宇宙",
        "ガメラ",
        "🚀",
        "A;B",
        "x|y",
        "–",
        "(Director's",
        "cut)",
    ),
)
CYRILLIC = ("Солярис", "Сталкер", "Звёзды", "Планета", "бурь", "Ирония", "судьбы", "или", "паром!", "Дорога", "Чапаев")
years = st.integers(1888, 2029).map(str)


def films_of(words, between=" "):
    titles = st.lists(st.sampled_from(words), min_size=1, max_size=5).map(between.join)
    letters = titles.filter(lambda title: any(letter.isalpha() for letter in title))
    return st.lists(st.tuples(letters, years), min_size=1, max_size=8)


def read_back(data):
    rows = read_rows(data, "f")
    assert rows.problems == rows.unread == ()
    by_name = dict(zip(rows.header, zip(*rows.cells, strict=True), strict=True))
    return list(zip(by_name["title"], by_name["year"], strict=True))


def as_csv(films, separator, encoding):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows([("title", "year"), *films])
    return text.getvalue().encode(encoding)


def as_objects(films):
    return [{"title": title, "year": int(year)} for title, year in films]


def as_xlsx(films):
    book, made = Workbook(), io.BytesIO()
    for row in (("title", "year"), *((title, int(year)) for title, year in films)):
        book.active.append(row)
    book.save(made)
    return made.getvalue()


def as_parquet(films):
    made = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(as_objects(films)), made)
    return made.getvalue()


def as_markdown(films):
    escaped = ((re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", title), year) for title, year in films)
    rows = (f"| {title} | {year} |" for title, year in escaped)
    return "\n".join(("| title | year |", "|---|---|", *rows)).encode()


def as_html(films):
    rows = (f"<tr><td>{html.escape(title)}</td><td>{year}</td></tr>" for title, year in films)
    return f"<table><tr><th>title</th><th>year</th></tr>{''.join(rows)}</table>".encode()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@given(films=films_of((*WORDS, "\n", "\t", "''", '"')))
@settings(max_examples=30, deadline=None)
def test_csv_reads_back(films, separator, encoding):
    assert read_back(as_csv(films, separator, encoding)) == films


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
@given(films=films_of(CYRILLIC))
@settings(max_examples=50, deadline=None)
def test_cyrillic_csv_reads_back(films, encoding):
    assert read_back(as_csv(films, ";", encoding)) == films


@pytest.mark.parametrize(
    "written",
    [
        lambda films: json.dumps(as_objects(films)).encode(),
        lambda films: json.dumps({"films": as_objects(films)}, ensure_ascii=False, indent=1).encode("utf-16"),
        lambda films: "\n".join(map(json.dumps, as_objects(films))).encode(),
        as_xlsx,
        as_parquet,
    ],
    ids=["JSON", "JSON in an object", "JSON lines", "Excel", "Parquet"],
)
@given(films=films_of((*WORDS, "\n", "''", '"')))
@settings(max_examples=30, deadline=None)
def test_typed_forms_read_back(films, written):
    assert read_back(written(films)) == films


@pytest.mark.parametrize("written", [as_markdown, as_html], ids=["Markdown", "HTML"])
@given(films=films_of(WORDS))
@settings(max_examples=50, deadline=None)
def test_markup_reads_back(films, written):
    assert read_back(written(films)) == films


@pytest.mark.parametrize("line", ["{} ({})", "- {} ({})", "{} – {}", "* {}, {}"])
@given(films=films_of([word for word in WORDS if word not in ('"Yes"', "–", "9")]))
@settings(max_examples=50, deadline=None)
def test_plain_lines_read_back(films, line):
    assert read_back("\n".join(line.format(*film) for film in films).encode()) == films


@pytest.mark.parametrize("cell", FORMULAS)
def test_escaping_is_undone(cell):
    assert unescape_formula(escape_formula(cell)) == cell


@given(st.text(alphabet="'=+-@\t\rx ", max_size=6))
def test_escaping_leaves_no_formula_and_is_undone(cell):
    escaped = escape_formula(cell)
    assert escaped[:1] not in {*"=+-@\t\r"}
    assert unescape_formula(escaped) == cell


def assert_rows_or_a_problem(data):
    """Whatever the bytes are: rows that hang together and can be written as text, or a problem."""
    with suppress(BadListError):
        rows = read_rows(data, "f", Limits(rows=10_000, columns=200))
        assert len(rows.cells) == len(rows.lines)
        assert {len(row) for row in rows.cells} <= {len(rows.header)}
        assert rows.form in LISTS_IN
        "".join([*rows.header, *(cell for row in rows.cells for cell in row)]).encode()


BEGINNINGS = (
    b"",
    b"title,year\n",
    b"[{",
    b'{"a":',
    b"<table>",
    b"PK\x03\x04",
    b"PAR1",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\xff\xfe",
)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_rows_or_a_problem(begins, data):
    assert_rows_or_a_problem(begins + data)


@given(st.text(max_size=200))
@settings(deadline=None)
def test_any_text_is_rows_or_a_problem(text):
    assert_rows_or_a_problem(text.encode())


def harmed(data, chance):
    """Bytes cut off, changed, taken out, repeated or put in, as often as chance has it."""
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        to = min(len(data), at + chance.choice((1, 2, 8, 50, 300)))
        part = bytes(data[at:to])
        data[at:to] = chance.choice(
            (
                *(b"", part * 2, part * 50, chance.randbytes(to - at), bytes(byte ^ 1 for byte in part)),
                *(
                    mark + part
                    for mark in (b'"', b"\0", b"\n", b",", b"\t", b"|-|", b"[", b"<table>", b"\xff", b"(1972)")
                ),
            )
        )
        if chance.randrange(5) == 0:
            del data[at:]
    return bytes(data)


@pytest.mark.parametrize("name", NAMES)
def test_a_harmed_file_is_rows_or_a_problem(name):
    data, chance = (FILES / name).read_bytes(), random.Random(name)
    for _ in range(80):
        assert_rows_or_a_problem(harmed(data, chance))
