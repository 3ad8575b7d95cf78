import csv
import io
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import validate
from dashboard.exports.claim_review import of_film
from dashboard.exports.tables import as_json, records
from dashboard.formats.read import read_rows
from dashboard.lists.loading import load, load_list
from dashboard.lists.source import own_source, published_source
from dashboard.model.rows import Rows
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from tests.foreign import films, index_of

PUBLISHED = Index(load(published_source()))
SMALL = index_of("title,year,director,running_time_min,Shelf\n=A,1972,x; y,90,-1\nЁ,,,,\n")
HEADER = ("title", "year", "director", "kind", "description", "running_time_min", "Shelf mark")
FORMULA = ("=", "+", "-", "@", "\t", "\r")

nasty = st.text("=+-@'\"\t\r\n,; aЁ\ufeff\x1f\x85\u2028🚀", max_size=8) | st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=8
)
row = st.tuples(
    *(st.tuples(nasty, nasty).map("x".join), st.sampled_from(("", "1972", "1888"))),
    *(nasty, nasty, nasty, st.sampled_from(("", "90")), nasty),
)


def all_rows(index):
    return np.arange(len(index))


NOTHING_KNOWN = {"status": "not checked", "statements": [], "identity": None, "calendar_check": []}
PUBLISHED_DOSSIER = load_list(published_source())
WITH_EVIDENCE = Index(PUBLISHED_DOSSIER.films)


def bare(index):
    """A list as a dossier in which nothing is known of any film."""
    return LoadedList(own_source(Path("small.csv")).info, index.films, (), {}, (), (), (), ())


def cells_of(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def is_number(cell):
    return cell.removeprefix("-").isdecimal()


def assert_reads_back(index):
    data = list_csv(index.films, all_rows(index))
    back = validate(read_rows(data, "back.csv"))
    pd.testing.assert_frame_equal(back.frame, index.frame)
    assert back.columns == index.films.columns
    assert {problem.grade for problem in back.problems} <= {"doubtful"}
    assert [cell for row in cells_of(data) for cell in row if cell.startswith(FORMULA) and not is_number(cell)] == []


@given(st.lists(row, min_size=1, max_size=4))
def test_csv_reads_back_as_the_films_it_holds(rows):
    given_rows = Rows("given.csv", HEADER, tuple(rows), tuple(range(2, len(rows) + 2)), "utf-8-sig")
    assert_reads_back(Index(validate(given_rows)))


@pytest.mark.parametrize(
    "index",
    [
        PUBLISHED,
        SMALL,
        index_of(films(100)),
        index_of(films(3201)),
        index_of("title\nA\n"),
        index_of("title,id\nA,=x\n"),
    ],
    ids=["published", "small", "100 films", "3,201 films", "one cell", "id like a formula"],
)
def test_csv_of_a_list_reads_back(index):
    assert_reads_back(index)


@pytest.mark.parametrize("index", [PUBLISHED, SMALL, index_of(films(100))], ids=["published", "small", "100 films"])
def test_json_reads_back(index):
    data = as_json(bare(index), all_rows(index), {"list": "x", "link": "https://x.org/?q=mars"})
    back = validate(read_rows(data, "back.json"))
    pd.testing.assert_frame_equal(back.frame, index.frame)
    assert (back.columns, back.form) == (index.films.columns, "JSON")


def test_values_that_hold_a_semicolon_read_back():
    assert_reads_back(index_of('title,themes\nA,"[""a; b"", ""c""]"\nB,d; e\n'))


def test_numbers_of_any_size_read_back():
    assert_reads_back(index_of("title,rating,Votes\nA,0.0000001,12345678901\nB,8.1,3\n"))


@pytest.mark.parametrize("header", ["=1+1", "+x", "-x", "@x", "'=x", "'x"])
def test_csv_with_a_header_like_a_formula_reads_back(header):
    assert_reads_back(index_of(f"title,{header}\nA,1\n"))


def test_csv_in_full():
    assert (
        list_csv(SMALL.films, all_rows(SMALL))
        == ("\ufeffid,title,year,director,running_time_min,Shelf\r\na-1972,'=A,1972,x; y,90,-1\r\nё,Ё,,,,\r\n").encode()
    )


def test_csv_of_some_films_in_their_order():
    data = list_csv(PUBLISHED.films, np.array([9, 0]))
    assert [row[1] for row in cells_of(data)] == ["title", "The Last Flight", "Solaris"]


def test_no_film():
    nothing = np.array([], dtype=np.int64)
    assert list_csv(SMALL.films, nothing) == b"\xef\xbb\xbfid,title,year,director,running_time_min,Shelf\r\n"
    assert json.loads(as_json(bare(SMALL), nothing, {"title": "T"})) == {"title": "T", "films": []}


def test_records_and_json_in_full():
    expected = [
        {
            "id": "a-1972",
            "title": "=A",
            "year": 1972,
            "director": ["x", "y"],
            "running_time_min": 90,
            "Shelf": -1,
        },
        {"id": "ё", "title": "Ё", "year": None, "director": [], "running_time_min": None, "Shelf": None},
    ]
    made = as_json(bare(SMALL), all_rows(SMALL), {"list": "Small", "shown": 2})
    assert records(SMALL.films, all_rows(SMALL)) == expected
    with_evidence = [{**film, "evidence": NOTHING_KNOWN} for film in expected]
    assert json.loads(made) == {"list": "Small", "shown": 2, "films": with_evidence}
    assert "Ё".encode() in made


FOREIGN = index_of(films(100))


@pytest.mark.parametrize(
    ("loaded", "index"),
    [(PUBLISHED_DOSSIER, WITH_EVIDENCE), (bare(FOREIGN), FOREIGN)],
    ids=["published", "foreign"],
)
def test_json_holds_the_records_and_their_evidence(loaded, index):
    made = json.loads(as_json(loaded, all_rows(index), {}))
    known = [{**record, "evidence": of_film(loaded, record["id"])} for record in records(index.films, all_rows(index))]
    assert made == {"films": known}
    assert len(made["films"]) == len(index)


def test_what_the_evidence_adds_is_no_column_of_a_file():
    assert list_csv(WITH_EVIDENCE.films, all_rows(WITH_EVIDENCE)) == list_csv(PUBLISHED.films, all_rows(PUBLISHED))
    assert records(WITH_EVIDENCE.films, all_rows(WITH_EVIDENCE)) == records(PUBLISHED.films, all_rows(PUBLISHED))


def test_a_list_s_own_column_named_like_the_evidence_reads_back():
    assert_reads_back(index_of("title,evidence,Identity\nA,a photograph,\n"))
