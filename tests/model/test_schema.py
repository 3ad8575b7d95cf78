from datetime import date

import pytest

from dashboard.model import kinds
from dashboard.model.kinds import Column
from dashboard.model.schema import BY_NAME, DERIVED, SCHEMA, year_limits


@pytest.mark.parametrize(
    ("today", "limits"),
    [(date(2026, 1, 1), (1888, 2027)), (date(2026, 12, 31), (1888, 2027)), (date(2027, 1, 1), (1888, 2028))],
    ids=str,
)
def test_year_limits(today, limits):
    assert year_limits(today) == limits


def test_year_limits_are_those_of_today():
    assert year_limits() == year_limits(date.today())


def test_names_and_labels_stand_for_one_column_each():
    assert len(BY_NAME) == len({column.label for column in SCHEMA}) == len(SCHEMA)
    assert set(DERIVED).isdisjoint(BY_NAME)


def test_a_name_is_a_header_in_small_letters():
    assert [column.name for column in SCHEMA if column.name != "_".join(column.name.casefold().split())] == []


def test_every_column_is_described_and_none_is_derived():
    assert [column.name for column in SCHEMA if not (column.label and column.meaning)] == []
    assert [column.name for column in SCHEMA if column.derived] == []


def test_only_a_title_is_required():
    assert [column.name for column in SCHEMA if column.required] == ["title"]


def test_each_number_has_limits_and_nothing_else_has():
    limited = [column.name for column in SCHEMA if None not in (column.lowest, column.highest)]
    assert limited == [column.name for column in SCHEMA if column.kind == kinds.NUMBER]
    assert [column.name for column in SCHEMA if column.unit] == ["running_time_min"]


def test_a_column_has_no_limits_unless_it_says_so():
    assert (BY_NAME["rating"].limits, Column("budget", "Budget", kind=kinds.NUMBER).limits) == ("0–1000", "−∞–∞")
