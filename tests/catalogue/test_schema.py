from datetime import date

import pytest

from dashboard.catalogue.schema import BY_NAME, SCHEMA, Column, Kind, column_of, year_limits


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("title", "title"),
        ("Title", "title"),
        ("  TITLE ", "title"),
        ("Running time min", "running_time_min"),
        ("Running  Time\tMin", "running_time_min"),
        ("running_time_min", "running_time_min"),
    ],
)
def test_known_header(header, name):
    assert column_of(header) is BY_NAME[name]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        (" Shelf mark ", Column("Shelf mark", "Shelf mark")),
        ("titles", Column("titles", "titles")),
        ("", Column("", "(no name)")),
    ],
)
def test_unknown_header_is_plain_text(header, column):
    assert column_of(header) == column
    assert (column.kind, column.searchable, column.facet) == (Kind.TEXT, False, False)


def test_year_limits():
    assert year_limits(date(2026, 12, 31)) == (1888, 2027)
    assert year_limits() == year_limits(date.today())


def test_schema_names_each_column_once_and_limits_each_number():
    assert len(BY_NAME) == len(SCHEMA)
    assert all(column.lowest < column.highest for column in SCHEMA if column.kind is Kind.NUMBER)
    assert all(column.label and column.meaning for column in SCHEMA)
