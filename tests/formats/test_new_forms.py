"""Databases, archives, XML and YAML: their tables, which one is taken, and what is refused."""

# ruff: noqa: E501

import gzip
import io
import sqlite3
import zipfile

import pytest

from dashboard.formats.read import read_document, read_rows
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

FILMS = "title,year\nSolaris,1972\n"


def database(*statements):
    base = sqlite3.connect(":memory:")
    for statement in statements:
        base.execute(statement)
    base.commit()
    return base.serialize()


def archive(members):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return made.getvalue()


def tables(data, name="f"):
    """What tells a document's tables from each other, and which is taken."""
    document = read_document(data, name)
    return [table.name for table in document.tables], document.table.name


def problems_of(data, limits=None):
    with pytest.raises(BadListError) as raised:
        _ = read_document(data, "f", limits or Limits()).table.rows
    return raised.value.problems


MOVIES = ("CREATE TABLE movies (id INTEGER PRIMARY KEY, title, year)", "INSERT INTO movies VALUES (7, 'Solaris', 1972)")
USERS = ("CREATE TABLE users (name, age)", "INSERT INTO users VALUES ('A', 1), ('B', 2)")


@pytest.mark.parametrize(
    ("statements", "names", "header", "cells"),
    [
        (MOVIES, [""], ("id", "title", "year"), (("7", "Solaris", "1972"),)),
        ((*USERS, *MOVIES), ["users", "movies"], ("id", "title", "year"), (("7", "Solaris", "1972"),)),
        (
            (*MOVIES, "CREATE VIEW seen AS SELECT title, year, 8.5 AS rating FROM movies"),
            ["movies", "seen"],
            ("title", "year", "rating"),
            (("Solaris", "1972", "8.5"),),
        ),
        (
            (*MOVIES, "CREATE TABLE empty (title, year, director)"),
            [""],
            ("id", "title", "year"),
            (("7", "Solaris", "1972"),),
        ),
        (
            (*MOVIES, "CREATE VIEW broken AS SELECT * FROM nowhere"),
            [""],
            ("id", "title", "year"),
            (("7", "Solaris", "1972"),),
        ),
        (
            (
                'CREATE TABLE "my ""films""" ("title" TEXT, "a b" BLOB)',
                'INSERT INTO "my ""films""" VALUES (\'A\', NULL)',
            ),
            [""],
            ("title", "a b"),
            (("A", ""),),
        ),
        (
            ("CREATE TABLE f (title, year)", "INSERT INTO f VALUES (CAST(X'41FF42' AS TEXT), X'31393732')"),
            [""],
            ("title", "year"),
            (("A\ufffdB", "1972"),),
        ),
    ],
    ids=["a table", "two tables", "a view", "an empty table", "a broken view", "odd names", "broken text"],
)
def test_a_database(statements, names, header, cells):
    data = database(*statements)
    rows = read_rows(data, "f")
    assert tables(data)[0] == names
    assert (rows.header, rows.cells, rows.form, rows.unit) == (header, cells, "SQLite", "row")


def test_other_tables_of_a_database_are_named_and_can_be_chosen():
    data = database(*USERS, *MOVIES)
    document = read_document(data, "f")
    assert read_rows(data, "f").problems == (Problem("other tables", "f", value="movies", expected="users"),)
    assert document.tables[0].rows.cells == (("A", "1"), ("B", "2"))


def test_a_database_with_a_log_beside_it_is_read_without_it():
    data = bytearray(database(*MOVIES))
    data[18:20] = b"\2\2"
    assert read_rows(bytes(data), "f").cells == (("7", "Solaris", "1972"),)


def test_a_database_opens_no_other_file(tmp_path):
    other = tmp_path / "other.sqlite"
    base = sqlite3.connect(other)
    base.execute("CREATE TABLE secret (title)")
    base.execute("INSERT INTO secret VALUES ('S')")
    base.commit()
    data = database(*MOVIES, "CREATE VIEW v AS SELECT title, year, 1 AS rating FROM movies, pragma_database_list")
    assert read_rows(data, "f").cells == (("7", "Solaris", "1972"),)
    assert list(tmp_path.iterdir()) == [other]


EXPORT = {
    "profile.csv": "Username,Joined\nsomeone,2019\n",
    "watchlist.csv": "Date,Name,Year\n2021-01-01,Moon,2009\n2021-01-02,Alien,1979\n",
    "ratings.csv": "Date,Name,Year,Rating\n2021-01-01,Solaris,1972,5\n",
    "watched.csv": "Date,Name,Year\n2021-01-01,Solaris,1972\n",
    "likes/films.csv": "Date,Name,Year\n2021-01-01,Zerkalo,1975\n",
}


@pytest.mark.parametrize(
    ("members", "names", "taken"),
    [
        (EXPORT, ["profile.csv", "watchlist.csv", "ratings.csv", "watched.csv", "likes/films.csv"], "watched.csv"),
        ({"films.csv": FILMS}, [""], ""),
        ({"readme.txt": "Hello.", "list.csv": FILMS}, ["readme.txt", "list.csv"], "list.csv"),
        ({"a.csv": FILMS, "b.csv": FILMS + "Moon,2009\n"}, ["a.csv", "b.csv"], "b.csv"),
        ({"__MACOSX/._films.csv": "\0\5", "folder/films.csv": FILMS, ".DS_Store": "\0"}, [""], ""),
        ({"watched.csv": "", "diary.csv": FILMS}, ["watched.csv", "diary.csv"], "diary.csv"),
        (
            {"poster.png": b"\x89PNG\r\n\x1a\n\0\0\0", "my films.json": '[{"title": "A"}]'},
            ["poster.png", "my films.json"],
            "my films.json",
        ),
    ],
    ids=[
        "a site's export",
        "one file",
        "a file of words",
        "the longer one",
        "what a Mac adds",
        "an empty file",
        "a picture",
    ],
)
def test_an_archive(members, names, taken):
    assert tables(archive(members)) == (names, taken)


def test_of_an_export_the_films_seen_are_read_and_the_others_can_be_chosen():
    document = read_document(archive(EXPORT), "export.zip")
    others = "profile.csv, watchlist.csv, ratings.csv, likes/films.csv"
    assert document.table.rows.cells == (("2021-01-01", "Solaris", "1972"),)
    assert read_rows(archive(EXPORT), "export.zip").problems == (
        Problem("other tables", "export.zip", value="watched.csv", expected=others),
    )
    assert [table.rows.cells[0][1] for table in document.tables if table.name.startswith("watchlist")] == ["Moon"]


def test_a_gzipped_file_is_read_as_what_it_holds():
    assert read_rows(gzip.compress(FILMS.encode()), "films.csv.gz").cells == (("Solaris", "1972"),)
    parts = gzip.compress(FILMS.encode()) + gzip.compress(b"Moon,2009\n")
    assert read_rows(parts, "films.csv.gz").cells == (("Solaris", "1972"), ("Moon", "2009"))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (
            archive({"a.zip": archive({"films.csv": FILMS})}),
            Problem("broken archive", "a.zip", expected="an archive within an archive"),
        ),
        (gzip.compress(gzip.compress(b"x")), Problem("broken archive", "f", expected="an archive within an archive")),
        (gzip.compress(FILMS.encode() * 99)[:-9], Problem("broken archive", "f", expected="cut off")),
        (archive({"films.csv": "x" * 2_000}), Problem("unpacks too large", "f", expected="0.001")),
        (gzip.compress(b"x" * 2_000), Problem("unpacks too large", "f", expected="0.001")),
        (database("CREATE TABLE t (title)"), Problem("too large", "f", expected="0.001")),
    ],
    ids=["zip in zip", "gzip in gzip", "cut off", "a large file", "a large gzip", "a large database"],
)
def test_what_is_refused(data, problem):
    limits = Limits(size=1_000) if "large" in problem.kind else Limits()
    assert problems_of(data, limits) == (problem,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<db><film><title>A</title></film>", Problem("broken XML", "f", 1, expected="no element found")),
        ("<db>\n<film><title>A</b></film></db>", Problem("broken XML", "f", 2, expected="mismatched tag")),
        (
            '<!DOCTYPE db [<!ENTITY b "c">]><db><film><title>&b;</title></film></db>',
            Problem("broken XML", "f", expected="it declares entities of its own"),
        ),
        ("- title: A\n  year: [1\n", Problem("broken YAML", "f", 3, expected="did not find expected ',' or ']'")),
        ("- title: &a A\n  year: 1\n- title: *a\n", Problem("broken YAML", "f", 3, expected="it has references")),
    ],
    ids=["cut off", "crossed", "entities", "an open bracket", "references"],
)
def test_text_that_breaks_off(text, problem):
    assert problems_of(text.encode()) == (problem,)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("<table><tr><td>title<tr><td>A</table>", "HTML table"),
        (
            "<?xml version='1.0'?><html><body><table><tr><td>title</td></tr><tr><td>A</td></tr></table></body></html>",
            "HTML table",
        ),
        ("Films:\n- Solaris (1972)\n- Moon: a film (2009)\n- Alien (1979)\n", "plain list"),
        ("- Mission: Impossible (1996)\n- Solaris (1972)\n- Alien (1979)\n", "plain list"),
        ("Title: Solaris\nYear: 1972\n\nTitle: Moon\nYear: 2009\n", "plain list"),
        ("- title: Solaris\n  year: 1972\n", "YAML"),
        ("films:\n  - title: Solaris\n", "YAML"),
        ("<!-- ours --><films><film title='A'/></films>", "XML"),
    ],
    ids=["a page", "a page in XML", "a heading", "colons", "labels", "YAML", "YAML with a key", "XML"],
)
def test_forms_that_look_alike_are_told_apart(text, form):
    assert read_rows(text.encode(), "f").form == form


def test_the_parts_of_an_element_are_columns():
    text = (
        '<db><movie id="5"><title lang="en">Solaris</title><genre>Drama</genre><genre>War</genre><rating><value>8</value>'
        "</rating><actor><name>A</name></actor><actor><name>B</name></actor><plot>A <i>planet</i></plot></movie><movie/></db>"
    )
    rows = read_rows(text.encode(), "f")
    assert dict(zip(rows.header, rows.cells[0], strict=True)) == {
        "id": "5",
        "title": "Solaris",
        "title.lang": "en",
        "genre": '["Drama", "War"]',
        "rating.value": "8",
        "actor": '["A", "B"]',
        "plot": "A planet",
    }
