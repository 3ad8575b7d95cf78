"""Lists as sites, programs and people write them, and the films that each holds."""

import csv
import io
import json
from pathlib import Path

import pandas as pd
import pytest

from dashboard.cleaning.validate import validate
from dashboard.formats.read import read_rows
from tests.cleaning import cells
from tests.cleaning.columns import LISTS
from tests.cleaning.nested import NESTED

CASES = Path(__file__).parent / "cases"
EXPECTED = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))


def films_of(data, name):
    return validate(read_rows(data, name)).frame


def titles_and_years(frame):
    years = frame["year"] if "year" in frame else [None] * len(frame)
    return [(title, None if pd.isna(year) else int(year)) for title, year in zip(frame["title"], years, strict=True)]


def written(value):
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if pd.isna(value) else f"{value:g}" if isinstance(value, int | float) else str(value)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_list_as_it_comes(name):
    frame = films_of((CASES / name).read_bytes(), name)
    assert titles_and_years(frame) == [tuple(film) for film in EXPECTED[name]["films"]]
    for column, wanted in EXPECTED[name].get("cells", {}).items():
        found = [written(value) for value in frame[column]]
        known = [at for at, cell in enumerate(wanted) if cell is not None]
        assert [found[at] for at in known] == [wanted[at] for at in known]


def test_every_list_is_tried():
    assert sorted([*EXPECTED, "expected.json"]) == sorted(path.name for path in CASES.iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_columns_are_told_by_their_names_then_by_all_their_cells(name):
    table, films = LISTS[name]
    assert titles_and_years(films_of(table.encode(), "films.csv")) == films


@pytest.mark.parametrize("name", NESTED)
def test_all_lists_within_objects_and_elements_are_read(name):
    text, films = NESTED[name]
    assert titles_and_years(films_of(text.encode(), "films")) == films


def column_of_cells(header, written, column):
    """What cells of a column come to, each beside a title of its own."""
    text = io.StringIO()
    csv.writer(text).writerows(
        [("title", header, "shelf"), *((f"Film {at}", cell, "a") for at, cell in enumerate(written))]
    )
    return films_of(text.getvalue().encode(), "films.csv")[column].tolist()


@pytest.mark.parametrize(
    ("header", "column", "cases"),
    [("Runtime", "running_time_min", cells.MINUTES), ("Year", "year", cells.YEARS)],
    ids=["minutes", "years"],
)
def test_numbers_as_people_write_them(header, column, cases):
    found = column_of_cells(header, [cell for cell, _ in cases], column)
    read = [(cell, None if pd.isna(value) else value) for (cell, _), value in zip(cases, found, strict=True)]
    assert read == cases


@pytest.mark.parametrize(("cell", "rating"), cells.RATINGS)
def test_ratings_as_people_write_them(cell, rating):
    (found, _) = column_of_cells("Rating", [cell, ""], "rating")
    assert (None if pd.isna(found) else found) == rating


@pytest.mark.parametrize(
    ("header", "column", "cases"),
    [("Directors", "director", cells.DIRECTORS), ("Country", "country", cells.COUNTRIES)],
    ids=["names", "words"],
)
def test_several_values_are_divided_cell_by_cell(header, column, cases):
    found = column_of_cells(header, [cell for cell, _ in cases], column)
    assert [(cell, [*values]) for (cell, _), values in zip(cases, found, strict=True)] == cases


@pytest.mark.parametrize(
    "certificates",
    [
        *(("PG-13", "R", "PG"), ("TV-MA", "TV-14", ""), ("12A", "15", "U"), ("FSK 12", "FSK 16", "FSK 0")),
        *(("12+", "16+", "18+"), ("Not Rated", "Passed", "Approved"), ("G", "PG", "N/A"), ("K-12", "K-16", "S")),
        *(("U", "UA", "A"), ("NC-17", "X", "R")),
    ],
    ids=" ".join,
)
def test_certificates_rate_nothing(certificates):
    table = "title,rating\n" + "".join(f"F{at},{each}\n" for at, each in enumerate(certificates))
    frame = films_of(table.encode(), "films.csv")
    assert "rating" not in frame
    assert frame["rating (given)"].fillna("").tolist() == [*certificates]


@pytest.mark.parametrize(
    ("lengths", "minutes"),
    [
        (("10020", "5820", "9960"), [167, 97, 166]),
        (("167", "97", "166"), [167, 97, 166]),
        (("10020000", "5820000"), [167, 97]),
        (("9960", "", "N/A"), [166, None, None]),
        (("1200", "1260"), [20, 21]),
        (("600", "167"), [600, 167]),
    ],
    ids=["seconds", "minutes", "milliseconds", "some unknown", "short films", "one very long"],
)
def test_a_whole_column_of_seconds_is_seconds(lengths, minutes):
    found = column_of_cells("runtime", lengths, "running_time_min")
    assert [None if pd.isna(each) else each for each in found] == minutes


def test_ratings_of_several_scales_are_brought_to_the_one_that_most_have():
    assert column_of_cells("rating", ["7/10", "85%", "4/5", "9/10"], "rating") == [7, 8.5, 8, 9]
