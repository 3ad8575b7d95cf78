"""Films written in every form, and read back the same."""

import csv
import html
import io
import json
import re

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from openpyxl import Workbook

from dashboard.formats.read import read_rows

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
def test_csv_reads_back(films, separator, encoding):
    # between tabs, a title with a tab and a line end in it cannot be told from rows with loose quotation marks
    assume(separator != "\t" or not any("\t" in title and "\n" in title for title, _ in films))
    assert read_back(as_csv(films, separator, encoding)) == films


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
@given(films=films_of(CYRILLIC))
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
def test_typed_forms_read_back(films, written):
    assert read_back(written(films)) == films


@pytest.mark.parametrize("written", [as_markdown, as_html], ids=["Markdown", "HTML"])
@given(films=films_of(WORDS))
def test_markup_reads_back(films, written):
    assert read_back(written(films)) == films


TITLES = (
    *(
        "Solaris",
        "2001: A Space Odyssey",
        "1984",
        "Blade Runner 2049",
        "9",
        "Monsters, Inc.",
        "Goodbye, Lenin!",
        "Dr. No",
    ),
    *(
        "(500) Days of Summer",
        "WALL·E",
        "Star Wars: Episode IV – A New Hope",
        "M*A*S*H",
        "Naïve",
        "Se7en",
        "Mr. Nobody",
    ),
    *(
        "Кин-дза-дза!",
        "Ирония судьбы, или С лёгким паром!",
        "9 рота",
        "О чём говорят мужчины",
        "Я шагаю по Москве",
        "宇宙",
    ),
    *(
        "Who's Afraid of Virginia Woolf?",
        "L'Année dernière à Marienbad",
        'Say "Yes"',
        "Tora! Tora! Tora!",
        "*batteries",
    ),
)


@pytest.mark.parametrize("line", ["{} ({})", "- {} ({})", "{} – {}", "* {}, {}", "{} [{}] – a film"])
@given(films=st.lists(st.tuples(st.sampled_from(TITLES), years), min_size=1, max_size=8))
def test_plain_lines_read_back(films, line):
    assert read_back("\n".join(line.format(*film) for film in films).encode()) == films


@given(films=st.lists(st.tuples(st.sampled_from(TITLES), years), min_size=1, max_size=8))
def test_numbered_lines_read_back(films):
    lines = (f"{number}. {title} ({year})" for number, (title, year) in enumerate(films, 1))
    assert read_back("\n".join(lines).encode()) == films
