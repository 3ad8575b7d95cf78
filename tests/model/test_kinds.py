import pandas as pd
import pytest

from dashboard.model import kinds
from dashboard.model.kinds import LONG_TEXT_FROM, MOST_CHOICES, kind_of, numbers
from dashboard.model.separators import LONGEST_CHOICE

LONG = "A crew, far from home, hears a voice; it comes from Mars, or so they would all like to believe, or from nearer."


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("x", [], kinds.TEXT),
        ("x", ["", "", ""], kinds.TEXT),
        ("votes", ["1", "2", ""], kinds.NUMBER),
        ("votes", ["1,234", "12"], kinds.TEXT),
        ("votes", ["1,234", "12", "12"], kinds.CHOICE),
        ("score", ["8,1", "7,9"], kinds.TEXT),
        ("gross", ["12.000", "3.500"], kinds.TEXT),
        ("gross", ["12.000", "3.500", "3.500"], kinds.CHOICE),
        ("gross", ["1.234.567", "12.000"], kinds.MONEY),
        ("gross", ["12.000", "250.000"], kinds.TEXT),
        ("gross", ["12.345", "1.5"], kinds.MONEY),
        ("version", ["1.1", "1.10"], kinds.TEXT),
        ("version", ["1.9", "1.10", "1.10"], kinds.CHOICE),
        ("version", ["1.2.3", "1.2"], kinds.TEXT),
        ("score", ["6.0", "8.25"], kinds.NUMBER),
        ("price", ["7.50", "8.25", "9"], kinds.MONEY),
        ("score", ["+3", "4"], kinds.TEXT),
        ("score", ["1e3", "4"], kinds.TEXT),
        ("score", ["8.1", "-3"], kinds.NUMBER),
        ("gross", ["12", "N/A", "\\N", "unknown", "-"], kinds.MONEY),
        ("score", ["12", "N/A", "\\N", "unknown", "-"], kinds.NUMBER),
        ("gross", ["N/A", "-"], kinds.TEXT),
        ("gross", ["12", "soon"], kinds.TEXT),
        ("gross", ["$12", "$13"], kinds.MONEY),
        ("released", ["1972", "1973"], kinds.NUMBER),
        ("code", ["007", "12"], kinds.TEXT),
        ("code", ["00123", "00456"], kinds.TEXT),
        ("code", ["-01", "12"], kinds.TEXT),
        ("share", ["0.5", "0"], kinds.NUMBER),
        ("code", ["1234567890123456", "1234567890123457"], kinds.TEXT),
        ("id", ["1", "2"], kinds.IDENTIFIER),
        ("movieId", ["1", "2"], kinds.IDENTIFIER),
        ("tmdbIds", ["1", "2"], kinds.IDENTIFIER),
        ("ID", ["1", "2"], kinds.IDENTIFIER),
        ("Id of the shelf", ["1", "2"], kinds.IDENTIFIER),
        ("Position", ["1", "2"], kinds.IDENTIFIER),
        ("rank", ["1", "2"], kinds.IDENTIFIER),
        ("No.", ["1", "2"], kinds.IDENTIFIER),
        ("Catalogue number", ["1", "2"], kinds.IDENTIFIER),
        ("#", ["1", "2"], kinds.IDENTIFIER),
        ("№", ["1", "2"], kinds.IDENTIFIER),
        ("Номер", ["1", "2"], kinds.IDENTIFIER),
        ("id", ["tt0001", "tt0002"], kinds.TEXT),
        ("Num Votes", ["1", "2"], kinds.NUMBER),
        ("Number of prints", ["1", "2"], kinds.NUMBER),
        ("Rid", ["1", "2"], kinds.NUMBER),
        ("Kids", ["1", "2"], kinds.NUMBER),
        ("Nominations", ["1", "2"], kinds.NUMBER),
        ("x", ["https://example.org/a", "http://example.org/b;c"], kinds.ADDRESS),
        ("x", ["https://example.org/a", "none"], kinds.TEXT),
        ("x", ["https://example.org/a and more"], kinds.TEXT),
        ("x", ["1972-02-05", "1973-03-06"], kinds.DATE),
        ("x", ["5 Feb 1972", "6 Mar 1973"], kinds.DATE),
        ("x", ["12.6.98", "13.6.98"], kinds.DATE),
        ("x", ["1972-02-05", "soon"], kinds.TEXT),
        ("x", [LONG + LONG, "short"], kinds.LONG_TEXT),
        ("x", ["w" * LONG_TEXT_FROM], kinds.TEXT),
        ("x", ["w" * (LONG_TEXT_FROM + 1)], kinds.LONG_TEXT),
        ("x", ["a", "b", "a", "b"], kinds.CHOICE),
        ("x", ["a", "b", "a"], kinds.CHOICE),
        ("x", ["a", "a"], kinds.CHOICE),
        ("x", ["a"], kinds.TEXT),
        ("x", ["a", "b", "c"], kinds.TEXT),
        ("x", ["w" * LONGEST_CHOICE] * 2, kinds.CHOICE),
        ("x", ["w" * (LONGEST_CHOICE + 1)] * 2, kinds.TEXT),
        ("x", [f"w{at}" for at in range(MOST_CHOICES)] * 2, kinds.CHOICE),
        ("x", [f"w{at}" for at in range(MOST_CHOICES + 1)] * 2, kinds.TEXT),
    ],
    ids=lambda value: " / ".join(value)[:40] if isinstance(value, list) else getattr(value, "name", value),
)
def test_kind_of_one_value_a_cell(name, cells, kind):
    assert kind_of(name, cells) == (kind, "")


@pytest.mark.parametrize(
    ("cells", "separator"),
    [
        (['["a", "b"]', "['c']", "[]"], ""),
        (["[18, 878]", "[18]"], ""),
        (["[" + "1" * 9_998 + "]"], ""),
        (["a;b", "b;c", "c"], ";"),
        (["a|b", "b|c", "c"], "|"),
        (["a, b", "b, c", "a, c", "b, a", "c"], ","),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else repr(value),
)
def test_kind_of_several_values_a_cell(cells, separator):
    assert kind_of("x", cells) == (kinds.CHOICES, separator)


def test_a_cell_longer_than_10_000_characters_is_no_list():
    assert kind_of("x", ["[" + "1" * 9_999 + "]"]) == (kinds.LONG_TEXT, "")


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["a;b", "b", "a"], (kinds.CHOICES, ";")),
        (["a|b", "b", "a"], (kinds.TEXT, "")),
        (["a, b", "b, c", "a, c", "b, a", "c"], (kinds.TEXT, "")),
        (['["a"]'], (kinds.CHOICES, "")),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else "",
)
def test_in_the_dashboard_s_form_nothing_but_a_semicolon_separates(cells, kind):
    assert kind_of("x", cells, own_form=True) == kind


@pytest.mark.parametrize(
    ("found", "series"),
    [
        ([1.0, None, 3.0], pd.Series([1, None, 3], dtype="Int64")),
        ([1.5, None], pd.Series([1.5, None], dtype="Float64")),
        ([None, None], pd.Series([None, None], dtype="Int64")),
        ([], pd.Series([], dtype="Int64")),
        ([-0.0], pd.Series([0], dtype="Int64")),
    ],
    ids=["whole", "not all whole", "none known", "no films", "zero"],
)
def test_numbers(found, series):
    pd.testing.assert_series_equal(numbers(found), series)
