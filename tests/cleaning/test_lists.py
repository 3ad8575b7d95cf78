"""Lists as sites, programs and people write them, and the films that each holds."""

import json
from pathlib import Path

import pandas as pd
import pytest

from dashboard.cleaning.validate import validate
from dashboard.formats.read import read_rows
from tests.cleaning.columns import LISTS

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
    for column, cells in EXPECTED[name].get("cells", {}).items():
        found = [written(value) for value in frame[column]]
        assert [got for got, cell in zip(found, cells, strict=True) if cell is not None] == [
            *filter(lambda c: c is not None, cells)
        ]


def test_every_list_is_tried():
    assert sorted([*EXPECTED, "expected.json"]) == sorted(path.name for path in CASES.iterdir())


@pytest.mark.parametrize("name", LISTS)
def test_columns_are_told_by_their_names_then_by_all_their_cells(name):
    table, films = LISTS[name]
    assert titles_and_years(films_of(table.encode(), "films.csv")) == films
