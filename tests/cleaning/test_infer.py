import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.cleaning.infer import LONG_TEXT, LONGEST_CHOICE, MOST_CHOICES, kind_of, own_column, separator_of
from dashboard.model.schema import Column, Kind

LONG = "A crew, far from home, hears a voice; it comes from Mars, or so they would all like to believe, or from nearer."
PROSE = (
    "A crew hears a voice; nobody else does",
    "Two cosmonauts wait; a third is late",
    "War; then peace",
    "Love; death; Mars",
)


@pytest.mark.parametrize(
    ("cells", "column", "separator"),
    [
        ([], "genres", ""),
        (["Drama"], "genres", ""),
        (["Action, Adventure, Sci-Fi", "Drama"], "genres", ","),
        (["Action,Adventure"], "genres", ","),
        (["Adventure|Animation|Children", "Drama"], "genres", "|"),
        (["Drama; Comedy, black"], "genres", ";"),
        (["Drama\nComedy"], "genres", "\n"),
        (["Drama, which is long enough to be no genre at all"], "genres", ""),
        (["Drama,, Comedy"], "genres", ""),
        (["USSR, Italy", "USSR"], "country", ","),
        (["Lana Wachowski, Lilly Wachowski", "Joel Coen"], "director", ","),
        (["Anna T. Baker, J.J. Abrams"], "director", ","),
        (["Tarkovsky, Andrei"], "director", ""),
        (["Tarkovsky, Andrei", "Klushantsev, Pavel"], "director", ""),
        (["O'Brien, Jr."], "director", ""),
        (["Tarkovsky, Andrei; Klushantsev, Pavel"], "director", ";"),
        (["Natalya Bondarchuk, Donatas Banionis"], "cast", ","),
        (["Good, Bad"], "other_titles", ""),
        (["The Good, the Bad", "Far, far away"], "other_titles", ""),
        (["ethics, law; rescue"], "themes", ";"),
        (["ethics, law"], "themes", ","),
        (['["Drama", "Comedy"]', "Drama"], "genres", ""),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else repr(value),
)
def test_separator_of_a_column_of_the_schema(cells, column, separator):
    assert separator_of(cells, column) == separator


@pytest.mark.parametrize(
    ("cells", "separator"),
    [
        ([], ""),
        (["a"], ""),
        (["ethics, law; rescue", "rescue", "rescue"], ";"),
        (["a|b", "b", "a"], "|"),
        (["a\nb", "b", "a"], "\n"),
        (["a;b", "a|b", "b"], ";"),
        ([LONG, "a; b"], ""),
        ([*PROSE], ""),
        (["a;a"], ""),
        (["a;;b"], ""),
        (["a, b", "b, c", "a, c", "b, a", "c"], ","),
        (["a, b", "b, c", "a, c"], ""),
        (["a, b", "b, a", "a"], ""),
        (["Far, far away", "Once, long ago", "Here, and now", "Soon, but not yet"], ""),
        (["Paris, France", "Rome, Italy", "Lyon, France", "Nice, France"], ""),
        ([LONG], ""),
    ],
    ids=lambda value: " / ".join(value)[:40] if isinstance(value, list) else repr(value),
)
def test_separator_of_an_own_column(cells, separator):
    assert separator_of(cells) == separator


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("x", [], Kind.TEXT),
        ("x", ["", "", ""], Kind.TEXT),
        ("votes", ["1", "2", ""], Kind.NUMBER),
        ("votes", ["1,234", "12"], Kind.TEXT),
        ("votes", ["1,234", "12", "12"], Kind.CHOICE),
        ("score", ["8,1", "7,9"], Kind.TEXT),
        ("gross", ["12.000", "3.500"], Kind.TEXT),
        ("gross", ["12.000", "3.500", "3.500"], Kind.CHOICE),
        ("gross", ["1.234.567", "12.000"], Kind.TEXT),
        ("gross", ["12.000", "250.000"], Kind.TEXT),
        ("gross", ["12.345", "1.5"], Kind.NUMBER),
        ("version", ["1.1", "1.10"], Kind.TEXT),
        ("version", ["1.9", "1.10", "1.10"], Kind.CHOICE),
        ("version", ["1.2.3", "1.2"], Kind.TEXT),
        ("score", ["6.0", "8.25"], Kind.NUMBER),
        ("price", ["7.50", "8.25", "9"], Kind.NUMBER),
        ("score", ["+3", "4"], Kind.TEXT),
        ("score", ["1e3", "4"], Kind.TEXT),
        ("score", ["8.1", "-3"], Kind.NUMBER),
        ("gross", ["12", "N/A", "\\N", "unknown", "-"], Kind.NUMBER),
        ("gross", ["N/A", "-"], Kind.TEXT),
        ("gross", ["12", "soon"], Kind.TEXT),
        ("gross", ["$12", "$13"], Kind.TEXT),
        ("released", ["1972", "1973"], Kind.NUMBER),
        ("code", ["007", "12"], Kind.TEXT),
        ("code", ["00123", "00456"], Kind.TEXT),
        ("code", ["-01", "12"], Kind.TEXT),
        ("share", ["0.5", "0"], Kind.NUMBER),
        ("code", ["1234567890123456", "1234567890123457"], Kind.TEXT),
        ("id", ["1", "2"], Kind.IDENTIFIER),
        ("movieId", ["1", "2"], Kind.IDENTIFIER),
        ("tmdbIds", ["1", "2"], Kind.IDENTIFIER),
        ("ID", ["1", "2"], Kind.IDENTIFIER),
        ("Id of the shelf", ["1", "2"], Kind.IDENTIFIER),
        ("Position", ["1", "2"], Kind.IDENTIFIER),
        ("rank", ["1", "2"], Kind.IDENTIFIER),
        ("No.", ["1", "2"], Kind.IDENTIFIER),
        ("Catalogue number", ["1", "2"], Kind.IDENTIFIER),
        ("#", ["1", "2"], Kind.IDENTIFIER),
        ("№", ["1", "2"], Kind.IDENTIFIER),
        ("Номер", ["1", "2"], Kind.IDENTIFIER),
        ("id", ["tt0001", "tt0002"], Kind.TEXT),
        ("Num Votes", ["1", "2"], Kind.NUMBER),
        ("Number of prints", ["1", "2"], Kind.NUMBER),
        ("Rid", ["1", "2"], Kind.NUMBER),
        ("Kids", ["1", "2"], Kind.NUMBER),
        ("Nominations", ["1", "2"], Kind.NUMBER),
        ("x", ["https://example.org/a", "http://example.org/b;c"], Kind.ADDRESS),
        ("x", ["https://example.org/a", "none"], Kind.TEXT),
        ("x", ["https://example.org/a and more"], Kind.TEXT),
        ("x", ["1972-02-05", "1973-03-06"], Kind.DATE),
        ("x", ["5 Feb 1972", "6 Mar 1973"], Kind.DATE),
        ("x", ["12.6.98", "13.6.98"], Kind.DATE),
        ("x", ["1972-02-05", "soon"], Kind.TEXT),
        ("x", [LONG + LONG, "short"], Kind.LONG_TEXT),
        ("x", ["w" * LONG_TEXT], Kind.TEXT),
        ("x", ["w" * (LONG_TEXT + 1)], Kind.LONG_TEXT),
        ("x", ["a", "b", "a", "b"], Kind.CHOICE),
        ("x", ["a", "b", "a"], Kind.CHOICE),
        ("x", ["a", "a"], Kind.CHOICE),
        ("x", ["a"], Kind.TEXT),
        ("x", ["a", "b", "c"], Kind.TEXT),
        ("x", ["w" * LONGEST_CHOICE] * 2, Kind.CHOICE),
        ("x", ["w" * (LONGEST_CHOICE + 1)] * 2, Kind.TEXT),
        ("x", [f"w{at}" for at in range(MOST_CHOICES)] * 2, Kind.CHOICE),
        ("x", [f"w{at}" for at in range(MOST_CHOICES + 1)] * 2, Kind.TEXT),
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
    assert kind_of("x", cells) == (Kind.CHOICES, separator)


def test_a_cell_longer_than_10_000_characters_is_no_list():
    assert kind_of("x", ["[" + "1" * 9_999 + "]"]) == (Kind.LONG_TEXT, "")


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["a;b", "b", "a"], (Kind.CHOICES, ";")),
        (["a|b", "b", "a"], (Kind.TEXT, "")),
        (["a, b", "b, c", "a, c", "b, a", "c"], (Kind.TEXT, "")),
        (['["a"]'], (Kind.CHOICES, "")),
    ],
    ids=lambda value: " / ".join(value) if isinstance(value, list) else "",
)
def test_in_the_dashboard_s_form_nothing_but_a_semicolon_separates(cells, kind):
    assert kind_of("x", cells, own_form=True) == kind


@pytest.mark.parametrize(
    ("cells", "kind", "facet", "searchable"),
    [
        (["1", "2"], Kind.NUMBER, True, False),
        (["1", "1", "1"], Kind.NUMBER, True, False),
        (["a", "a"], Kind.CHOICE, True, True),
        (["a;b", "b;a", ""], Kind.CHOICES, True, True),
        (["a;b", "c"], Kind.CHOICES, False, True),
        (["[]"], Kind.CHOICES, False, True),
        (["a", "b"], Kind.TEXT, False, True),
        (["", ""], Kind.TEXT, False, True),
        ([LONG + LONG], Kind.LONG_TEXT, False, True),
        (["https://example.org/"] * 2, Kind.ADDRESS, False, False),
        (["1972-02-05"] * 2, Kind.DATE, False, False),
    ],
    ids=lambda value: " / ".join(value)[:40] if isinstance(value, list) else getattr(value, "name", ""),
)
def test_which_own_columns_are_filters_and_which_are_searched(cells, kind, facet, searchable):
    assert own_column("Shelf", cells)[0] == Column("Shelf", "Shelf", kind=kind, facet=facet, searchable=searchable)


def test_an_own_number_that_names_is_no_filter():
    assert own_column("movieId", ["1", "2"])[0] == Column("movieId", "movieId", kind=Kind.IDENTIFIER)


@settings(deadline=None)
@given(st.text(max_size=20), st.lists(st.text(max_size=40).map(str.strip), max_size=12))
def test_no_cells_fail(name, cells):
    own_column(name, cells)
