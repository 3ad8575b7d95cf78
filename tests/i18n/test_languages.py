import pytest

from dashboard.i18n.languages import english
from dashboard.i18n.texts import shortened

ENGLISH = english()


@pytest.mark.parametrize(("value", "said"), [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567")])
def test_number(value, said):
    assert ENGLISH.number(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (60, "60"),
        (60.0, "60"),
        (8.1, "8.1"),
        (0.1 + 0.2, "0.30000000000000004"),
        (-1234.5, "-1,234.5"),
        (0.0000005, "0.0000005"),
        (28341469.0, "28,341,469"),
        (1e16, "10,000,000,000,000,000"),
    ],
)
def test_decimal(value, said):
    assert ENGLISH.number(value) == said


@pytest.mark.parametrize(
    ("lowest", "highest", "unit", "said"),
    [
        (60, 120, "min", "60–120 min"),
        (60, 60.0, "min", "60 min"),
        (None, 0, "$", "up to 0 $"),
        (0, None, "", "from 0"),
        (1000, 2000.5, "", "1,000–2,000.5"),
        (None, None, "min", "any"),
    ],
    ids=str,
)
def test_limits(lowest, highest, unit, said):
    assert ENGLISH.limits(lowest, highest, unit) == said


@pytest.mark.parametrize(("count", "said"), [(0, "0 films"), (1, "1 film"), (2, "2 films"), (3201, "3,201 films")])
def test_ngettext(count, said):
    assert ENGLISH.ngettext("{n} film", "{n} films", count) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a and b"),
        ("abc", "a, b and c"),
        ("abcde", "a, b, c, d and e"),
        ("abcdef", "a, b, c, d, e and 1 more"),
        ("a" * 2000, "a, a, a, a, a and 1,995 more"),
    ],
    ids=["none", "one", "two", "three", "five", "six", "thousands"],
)
def test_listing(items, said):
    assert ENGLISH.listing(list(items)) == said


def test_listing_of_at_most_one():
    assert ENGLISH.listing(["a", "b", "c"], most=1) == "a and 2 more"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ""),
        (" \n ", ""),
        ("one\r\n  two\t", "one two"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 59 + "…"),
        ("x" * 58 + " yy", "x" * 58 + "…"),
    ],
    ids=["empty", "blank", "one line", "just fits", "too long", "no blank before the ellipsis"],
)
def test_shortened(text, said):
    assert shortened(text) == said
    assert ENGLISH.quoted(text) == f"“{said}”"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, None, "all years"),
        (1972, None, "from 1972"),
        (None, 1972, "to 1972"),
        (1972, 1972, "1972"),
        (1960, 1984, "1960–1984"),
    ],
)
def test_years(first, last, said):
    assert ENGLISH.years(first, last) == said
