"""Rows of a CSV file added, changed and taken out: all else stays byte for byte."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.editing.csv_rows import CsvRows
from dashboard.model.problems import BadListError

MARK = b"\xef\xbb\xbf"


def rows(data):
    return CsvRows.read(data, "claims.csv")


ADDED = {
    "no file": (None, {"a": "1", "b": ""}, MARK + b"a,b\r\n1,\r\n"),
    "a header alone": (b"a,b\n", {"a": "1"}, b"a,b\n1,\n"),
    "a mark stays": (MARK + b"a,b\r\n1,2\r\n", {"a": "3"}, MARK + b"a,b\r\n1,2\r\n3,\r\n"),
    "no line end at the end": (b"a,b\n1,2", {"b": "3"}, b"a,b\n1,2\n,3"),
    "semicolons": (b"a;b\r\n1;2\r\n", {"a": "x;y", "b": "z"}, b'a;b\r\n1;2\r\n"x;y";z\r\n'),
    "a separator that is named": (b"sep=;\r\na;b\r\n1;2\r\n", {"a": "3", "b": "4"}, b"sep=;\r\na;b\r\n1;2\r\n3;4\r\n"),
    "tabs": (b"a\tb\n1\t2\n", {"a": "3", "b": "4"}, b"a\tb\n1\t2\n3\t4\n"),
    "names as they are written": (b"Film ID,B\n1,2\n", {"film_id": "3"}, b"Film ID,B\n1,2\n3,\n"),
    "columns of no reader": (b"a,colour\n1,red\n", {"a": "2"}, b"a,colour\n1,red\n2,\n"),
    "rows that cannot be used": (b"a,b\n1\n1,2,3\n\n'=x,y\n", {"a": "4", "b": "5"}, b"a,b\n1\n1,2,3\n\n'=x,y\n4,5\n"),
    "blank lines at the end": (b"a,b\n1,2\n\n\n", {"a": "3", "b": "4"}, b"a,b\n1,2\n\n\n3,4\n"),
    "a formula": (b"a\n1\n", {"a": "=1+1"}, b"a\n1\n'=1+1\n"),
    "a cell of lines": (b"a,b\n1,2\n", {"a": 'x\n"y"', "b": "z"}, b'a,b\n1,2\n"x\n""y""",z\n'),
    "a column that is missing": (b"a\n1\n\n2,3\n", {"a": "4", "b": "5"}, b"a,b\n1,\n\n2,3,\n4,5\n"),
    "its old encoding": (
        "a,b\nЛуна и звёзды,ещё\n".encode("cp1251"),
        {"a": "Марс"},
        "a,b\nЛуна и звёзды,ещё\nМарс,\n".encode("cp1251"),
    ),
    "a sign its encoding lacks": (
        "a,b\nЛуна и звёзды,ещё\n".encode("cp1251"),
        {"a": "→"},
        MARK + "a,b\nЛуна и звёзды,ещё\n→,\n".encode(),
    ),
    "UTF-16": ("a,b\n1,2\n".encode("utf-16"), {"a": "3"}, "a,b\n1,2\n3,\n".encode("utf-16")),
    "marks that enclose nothing": (
        b'a\tb\n"x\t1\n',
        {"a": '"q"', "b": "2"},
        MARK + b'a\tb\r\n"""x"\t1\r\n"""q"""\t2\r\n',
    ),
}


@pytest.mark.parametrize(("data", "row", "expected"), ADDED.values(), ids=ADDED)
def test_a_row_is_added(data, row, expected):
    assert rows(data).with_row(row) == expected


CHANGED = {
    "the first": (b"a,b,c\n1,2,x\n3,4,y\n", 0, {"b": "9"}, b"a,b,c\n1,9,x\n3,4,y\n"),
    "the last": (b"a,b\r\n1,2\r\n3,4", 1, {"a": "9"}, b"a,b\r\n1,2\r\n9,4"),
    "emptied": (b"a,b\n1,2\n", 0, {"b": ""}, b"a,b\n1,\n"),
    "below a blank line": (b"a,b\n\n1,2\n\n3,4\n", 1, {"a": "9"}, b"a,b\n\n1,2\n\n9,4\n"),
    "of several lines": (b'a,b\n"1\n2",x\n3,4\n', 0, {"b": "y"}, b'a,b\n"1\n2",y\n3,4\n'),
    "a column that is missing": (b"a\n1\n2\n", 1, {"b": "9"}, b"a,b\n1,\n2,9\n"),
}


@pytest.mark.parametrize(("data", "at", "row", "expected"), CHANGED.values(), ids=CHANGED)
def test_a_row_is_changed(data, at, row, expected):
    assert rows(data).with_row(row, at) == expected


SEVERAL = {
    "none": (b"a,b\n1,2\n", [], b"a,b\n1,2\n"),
    "two cells of a row": (b"a,b\n1,2\n3,4\n", [(1, {"a": "x"}), (1, {"b": "y"})], b"a,b\n1,2\nx,y\n"),
    "in any order": (b"a,b\n1,2\n3,4", [(1, {"a": "x"}), (0, {"a": "y"})], b"a,b\ny,2\nx,4"),
    "changed and added": (b"a\n1\n", [(None, {"a": "2"}), (0, {"a": "9"}), (None, {"a": "3"})], b"a\n9\n2\n3\n"),
    "columns of each": (b"a\n1\n", [(0, {"b": "x"}), (None, {"c": "y"})], b"a,b,c\n1,x,\n,,y\n"),
    "a new file": (None, [(None, {"a": "1"}), (None, {"a": "2"})], MARK + b"a\r\n1\r\n2\r\n"),
}


@pytest.mark.parametrize(("data", "changes", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_several_rows_at_once(data, changes, expected):
    assert rows(data).with_rows(changes) == expected


WITHOUT = {
    "the first": (b"a\n1\n2\n", 0, b"a\n2\n"),
    "the last": (b"a\n1\n2", 1, b"a\n1"),
    "the only one": (b"a\n1\n", 0, None),
    "of several lines": (b'a\n"1\n2"\n3\n', 0, b"a\n3\n"),
}


@pytest.mark.parametrize(("data", "at", "expected"), WITHOUT.values(), ids=WITHOUT)
def test_a_row_is_taken_out(data, at, expected):
    assert rows(data).without(at) == expected


@pytest.mark.parametrize(
    ("key", "at"),
    [({"a": "1", "b": "2"}, 1), ({"a": "1"}, 1), ({"a": "x"}, None), ({"a": "1", "c": ""}, 1), ({"c": "1"}, None)],
    ids=["all cells", "some cells", "no such row", "an empty cell of no column", "no such column"],
)
def test_a_row_is_found_by_its_cells(key, at):
    assert rows(b"a,b\n1\n1 ,2\n1,2\n").find(key) is at if at is None else rows(b"a,b\n1\n1 ,2\n1,2\n").find(key) == at


def test_what_is_no_text_is_refused():
    with pytest.raises(BadListError, match="not text"):
        rows(bytes(range(256)) * 50)


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\n,;\"'="), max_size=12).map(
    str.strip
)
"""Cells as they are typed: without blanks at their ends and without control characters."""
table = st.lists(st.tuples(cells, cells), max_size=5)
row = st.tuples(cells.filter(bool), cells)


def written(cells, separator, end, is_marked):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator=end).writerows([("film_id", "reason"), *cells])
    return (MARK if is_marked else b"") + text.getvalue().encode()


@given(table, row, st.sampled_from(",;\t"), st.sampled_from(["\n", "\r\n"]), st.booleans(), st.booleans())
def test_what_is_added_and_taken_out_again_leaves_the_same_bytes(given, new, separator, end, is_marked, ends):
    data = written([("first", "1"), *given], separator, end, is_marked)
    data = data if ends else data.removesuffix(end.encode())
    added = rows(data).with_row(dict(zip(("film_id", "reason"), new, strict=True)))
    assert added.startswith(data)
    last = len(rows(added)._rows) - 1
    assert rows(added).cells(last) == dict(zip(("film_id", "reason"), new, strict=True))
    assert rows(added).without(last) == data
