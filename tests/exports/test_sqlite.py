"""The films shown as an SQLite database."""

import csv
import io
import sqlite3

import pytest

from dashboard.cleaning.validate import validate
from dashboard.exports.sqlite import MOST_COLUMNS, SQLITE
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import filmography_source, published_source
from dashboard.query.result import run_query
from dashboard.query.view import View
from tests.foreign import films, result_of

PUBLISHED, FILMOGRAPHY = (
    run_query(load_list(source), View(), "", english()) for source in (published_source(), filmography_source())
)


def rows_of(result, query):
    base = sqlite3.connect(":memory:")
    base.deserialize(SQLITE.write(result, ""))
    try:
        return base.execute(query).fetchall()
    finally:
        base.close()


def test_a_table_in_full():
    result = result_of("title,year,director,running_time_min,Shelf,shelf\n=A,1972,x; y,90,-1,0\nё,,,,,\n")
    assert rows_of(result, "SELECT * FROM films") == [
        ("a-1972", "=A", 1972, "x; y", 90.0, -1.0, 0.0),
        ("ё", "ё", None, None, None, None, None),
    ]
    kinds = [row[2] for row in rows_of(result, "PRAGMA table_info(films)")]
    assert kinds == ["TEXT", "TEXT", "INTEGER", "TEXT", "REAL", "REAL", "REAL"]


@pytest.mark.parametrize(
    "result", [PUBLISHED, FILMOGRAPHY, result_of(films(100))], ids=["published", "filmography", "100 films"]
)
def test_it_reads_back_as_the_films_it_holds(result):
    back = validate(read_rows(SQLITE.write(result, ""), "back.sqlite"))
    assert back.frame["title"].tolist() == result.index.frame["title"].tolist()
    assert back.frame["year"].fillna(0).tolist() == result.index.frame["year"].fillna(0).tolist()
    assert back.frame["id"].tolist() == result.index.frame["id"].tolist()


def test_the_statements_stand_beside_the_films():
    query = (
        "SELECT verdict, count(*) FROM statements JOIN films ON films.id = film_id GROUP BY verdict ORDER BY verdict"
    )
    assert rows_of(PUBLISHED, query) == [
        ("contradicted", 18),
        ("judgement", 6),
        ("not established", 28),
        ("supported", 11),
    ]
    assert rows_of(FILMOGRAPHY, "SELECT name FROM sqlite_master") == [("films",)]


@pytest.mark.parametrize("name", ['"; DROP TABLE films; --', "a'b", "x\x00y", "select", "TITLE", "?"])
def test_a_column_may_be_called_anything(name):
    text = io.StringIO()
    csv.writer(text).writerows([("title", "year", name), ("A", 1970, "x y"), ("B", 1971, "z")])
    assert [row[-1] for row in rows_of(result_of(text.getvalue()), "SELECT * FROM films")] == ["x y", "z"]


def test_a_list_with_too_many_columns_is_not_offered_as_one():
    header = ",".join(f"c{at}" for at in range(MOST_COLUMNS + 1))
    assert not SQLITE.fits(result_of(f"title,{header}\nA{',1' * (MOST_COLUMNS + 1)}\n"))
    assert SQLITE.fits(PUBLISHED)
