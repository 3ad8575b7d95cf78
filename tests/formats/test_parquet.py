import io
from array import array
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.formats.format import GivenFile
from dashboard.formats.parquet import _records, read_parquet
from dashboard.formats.read import read_rows
from dashboard.formats.records import rows_of_records
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import UNLIMITED, Limits, Rows

NOON = datetime(1972, 3, 20, 12)


def parquet(table):
    made = io.BytesIO()
    pq.write_table(table, made)
    return made.getvalue()


GOOD = parquet(pa.table({"title": ["A", "B"], "year": pa.array([1972, None], pa.int16())}))


def test_table():
    cells = (("A", "1972"), ("B", ""))
    lines = array("q", [1, 2])
    assert read_rows(GOOD, "f") == Rows("f", ("title", "year"), cells, lines, "", (), None, "Parquet", unit="row")


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        (pa.array([1972.0, float("nan"), None]), ("1972", "", "")),
        (pa.array([8.1, float("inf"), None], pa.float32()), ("8.1", "", "")),
        (pa.array([Decimal("1.50"), None, None]), ("1.50", "", "")),
        (pa.array([True, False, None]), ("true", "false", "")),
        (pa.array([datetime(1972, 3, 20), NOON, None], pa.timestamp("ns")), ("1972-03-20", "1972-03-20 12:00:00", "")),
        (pa.array([NOON, None, None], pa.timestamp("s", "UTC")), ("1972-03-20 12:00:00+00:00", "", "")),
        (pa.array([date(1972, 3, 20), None, None]), ("1972-03-20", "", "")),
        (pa.array([timedelta(minutes=167), None, None]), ("2:47:00", "", "")),
        (pa.array(["x", "y", None]).dictionary_encode(), ("x", "y", "")),
        (pa.array([b"x", b"\xff", None]), ("x", "\ufffd", "")),
        (pa.array([["a", "b"], [], None]), ('["a", "b"]', "", "")),
        (pa.array([[{"name": "a"}, {"name": "b"}], None, []]), ('["a", "b"]', "", "")),
        (pa.array(["a\0b", "", None]), ("a\ufffdb", "", "")),
    ],
    ids=[
        *("floats", "short floats", "decimals", "truths", "moments", "moments of a zone", "days", "lengths"),
        *("dictionary", "bytes", "lists", "named things", "texts"),
    ],
)
def test_a_column(column, cells):
    rows = read_rows(parquet(pa.table({"title": ["A", "B", "C"], "x": column})), "f")
    assert rows.cells == tuple(zip("ABC", cells, strict=True))


def test_objects_are_columns():
    rows = read_rows(parquet(pa.table({"title": ["A", "B"], "by": [{"name": "C", "born": 1932}, None]})), "f")
    assert (rows.header, rows.cells) == (("title", "by.name", "by.born"), (("A", "C", "1932"), ("B", "", "")))


def test_one_long_text_for_many_rows():
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), pa.array(["x" * 100_000]))
    data = parquet(pa.table({"title": texts}))
    assert len(data) < 100_000
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f")
    assert raised.value.problems == (Problem("unpacks too large", "f", expected="500"),)


@pytest.mark.parametrize("data", [GOOD[:-10], GOOD[:50], b"PAR1", GOOD[:4] + b"\xff" * 20 + GOOD[24:]])
def test_broken(data):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "f")
    assert [(problem.kind, bool(problem.expected)) for problem in raised.value.problems] == [("broken Parquet", True)]


@pytest.mark.parametrize(
    ("limits", "problem"),
    [
        (Limits(rows=1), Problem("too many rows", "f", expected="1")),
        (Limits(columns=1), Problem("too many columns", "f", expected="1")),
        (Limits(cell=4), Problem("cell too long", "f", expected="4")),
        (Limits(unpacked=10), Problem("unpacks too large", "f", expected="1e-05")),
    ],
    ids=["rows", "columns", "cell", "unpacked"],
)
def test_limits(limits, problem):
    with pytest.raises(BadListError) as raised:
        read_rows(GOOD, "f", limits)
    assert raised.value.problems == (problem,)


def test_no_rows():
    with pytest.raises(BadListError) as raised:
        read_rows(parquet(pa.table({"title": pa.array([], pa.string())})), "f")
    assert raised.value.problems == (Problem("empty file", "f"),)


def test_by_column_is_what_by_record_is() -> None:
    table = pa.table(
        {
            " title ": ["A", "", None, "B\0"],
            "year": pa.array([1972, None, None, -1], pa.int16()),
            "rating": pa.array([8.1, 7.0, None, float("inf")], pa.float32()),
            "seen": [True, None, None, False],
            "day": [date(1972, 3, 20), None, None, None],
            "at": [datetime(1972, 3, 20, 12), None, None, datetime(1972, 3, 20)],
            "blob": [b"x", None, None, b"\xff"],
            "none": pa.nulls(4),
        }
    )
    data = parquet(table)
    blank = Rows("a.parquet", (), (), (), form="Parquet", unit="row")
    with pq.ParquetFile(io.BytesIO(data), read_dictionary=[" title "]) as file:
        by_record = rows_of_records(_records(file, blank.file, UNLIMITED), blank, UNLIMITED)
    by_column = read_parquet(GivenFile(data, "f.parquet"), blank, UNLIMITED)
    assert replace(by_column, lines=tuple(by_column.lines)) == by_record
    assert len(by_record.cells) == 3


@given(
    texts=st.lists(
        st.none() | st.sampled_from(["", "A", "a\0b", "  ", "Солярис", "\U0001f680"]), min_size=1, max_size=9
    )
)
def test_a_list_of_whoever_runs_the_program_is_read_as_any_other(texts):
    data = parquet(pa.table({"title": ["T"] * len(texts), "x": pa.array(texts, pa.string())}))
    blank = Rows("f", (), (), ())
    given = GivenFile(data, "f.parquet")
    assert read_parquet(given, blank, UNLIMITED) == read_parquet(given, blank, Limits())
