"""A draft of an upload: what there is to choose from, and how each column was told."""

from __future__ import annotations

import pytest

from dashboard.lists.upload_draft import OtherTable, ReadAs, Upload, UploadedTable, read_upload
from dashboard.model.problems import BadListError
from dashboard.model.rows import Limits

TWO = "title,year\nA,1970\nB,1971\n\nName,Director\nC,D\n"
CZECH = "title,year\nSpalovač,1968\n".encode("cp1250")


AS_FOUND = ReadAs()


def read(data: str | bytes, read_as: ReadAs = AS_FOUND) -> UploadedTable:
    return read_upload(Upload(data if isinstance(data, bytes) else data.encode(), "f.csv", Limits()), read_as)


def test_the_tables_that_there_are_and_what_is_in_them() -> None:
    first, second = OtherTable("line 1", ("title", "year"), 2), OtherTable("line 5", ("Name", "Director"), 1)
    assert [(read(TWO, each).tables, read(TWO, each).table) for each in (ReadAs(), ReadAs(table="line 5"))] == [
        ((first, second), "line 1"),
        ((first, second), "line 5"),
    ]
    assert read("title,year\nA,1970\n").tables == ()


def test_a_table_that_cannot_be_read_is_named_all_the_same() -> None:
    assert [each.rows for each in read("title,year\nA,1970\nB,1971\n\ntitle,director,year\n").tables] == []
    with pytest.raises(BadListError, match="no such table"):
        read(TWO, ReadAs(table="line 3"))


def test_the_encodings_that_there_are_with_a_line_as_each_reads_it() -> None:
    found = read(CZECH)
    assert (found.encoding, found.encodings[0]) == ("cp1252", ("cp1252", "Spalovaè,1968"))
    assert ("cp1250", "Spalovač,1968") in found.encodings
    chosen = read(CZECH, ReadAs(encoding="cp1250"))
    assert (chosen.encoding, chosen.encodings[0]) == ("cp1250", ("cp1250", "Spalovač,1968"))
    assert ("cp1252", "Spalovaè,1968") in chosen.encodings
    assert read(TWO).encodings == ()


WORKS = "Work,Jahrgang,Kino,Druck\nA,1970,X,neu\nB,1971,Y,neu\nC,1972,X,alt\n"


@pytest.mark.parametrize(
    ("columns", "mapping", "told"),
    [
        ((), ("title", "year", "", ""), ("cells", "cells", "", "")),
        (((0, "title"),), ("title", "year", "", ""), ("person", "cells", "", "")),
        (((3, "year"),), ("title", "", "", "year"), ("cells", "person", "", "person")),
        (((3, "year"), (3, "")), ("title", "", "", ""), ("cells", "person", "", "person")),
        (((3, "year"), (1, "year")), ("title", "year", "", ""), ("cells", "person", "", "person")),
        (((2, "title"), (0, "director")), ("director", "year", "title", ""), ("person", "cells", "person", "")),
    ],
    ids=["nothing", "a guess confirmed", "another year", "no year then", "the first one after all", "two changed"],
)
def test_how_each_column_was_told(
    columns: tuple[tuple[int, str], ...], mapping: tuple[str, ...], told: tuple[str, ...]
) -> None:
    suggestion, read_as = read(WORKS).mapping, ReadAs()
    for at, name in columns:
        read_as = read_as.with_column(at, name, suggestion)
    found = read(WORKS, read_as)
    assert (found.mapping, found.known_by, found.asked) == (mapping, told, ("title", "year"))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("title,year\nA,1970\n", ()),
        ("title,release date\nA,1970-01-01\n", ()),
        ("title,Kino\nA,X\n", ("year",)),
        ("1,2\n3,4\n", ("title", "year")),
    ],
    ids=["all there", "a day", "no year", "nothing"],
)
def test_what_is_asked_for(text: str, asked: tuple[str, ...]) -> None:
    assert read(text).asked == asked
