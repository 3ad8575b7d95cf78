"""A column of money on the page, in the link, in exports, and back from them."""

from __future__ import annotations

import json
import re

import numpy as np
import pytest

from dashboard.cleaning.own_form import kind_names, kinds_named, list_csv
from dashboard.cleaning.validate import FilmList, validate
from dashboard.exports.tables import records
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.model.kinds import MONEY, TEXT, Column
from dashboard.query import filters
from dashboard.query.in_words import view_in_words
from dashboard.query.index import Index
from dashboard.query.url import parse, to_link
from dashboard.ui.films.table import drawn
from tests.ui.conftest import Open, open_cards

FILMS = """title,year,Budget
Cheap,1958,"$1,000"
Dear,1959,$2 million
Dearest,1961,"$5,000,000 (est.)"
Dearer,1962,US$3m
No one knows,1963,
Nobody says,1964,unknown
"""
EXACT = FILMS.replace(" (est.)", "").replace("unknown", "")


def read(text: str) -> FilmList:
    return validate(read_rows(text.encode(), "films.csv"))


def test_it_is_a_range_in_the_column_s_currency() -> None:
    films = read(FILMS)
    assert films.columns[-1] == Column("Budget", "Budget", kind=MONEY, unit="$", facet=True)
    index = Index(films)
    view, ignored = parse({"Budget": ["1500000..3500000"]}, index)
    assert (ignored, to_link(view)) == ((), {"Budget": ["1500000..3500000"]})
    passing = filters.combined(index, filters.masks(index, view))
    assert films.frame["title"][passing].tolist() == ["Dear", "Dearer"]
    assert view_in_words(index, view, 2, english()) == "2 of 6 films · Budget: 1,500,000–3,500,000 $"


@pytest.mark.parametrize("text", [FILMS, EXACT, FILMS.replace("$2", "€2"), FILMS.replace("$", "").replace("US", "")])
def test_it_reads_back_from_csv_and_json_as_it_was(text: str) -> None:
    films = read(text)
    kinds = kinds_named(kind_names(films))
    again = validate(read_rows(list_csv(films), "films.csv"), kinds=kinds)
    assert again.columns == films.columns
    assert again.frame.equals(films.frame)
    as_json = json.dumps(records(films, np.arange(len(films.frame)))).encode()
    assert validate(read_rows(as_json, "f.json"), kinds=kinds).frame["Budget"].equals(films.frame["Budget"])


def test_several_currencies_stay_text_and_that_is_said() -> None:
    films = read(FILMS.replace("$2", "€2"))
    assert films.columns[-1].kind == TEXT
    assert [(each.kind, each.line, each.column, each.expected) for each in films.problems if each.line is None] == [
        ("several currencies", None, "Budget", "$, €")
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (EXACT, [1_000, 2_000_000, 5_000_000, 3_000_000, -1, -1]),
        (FILMS, ["$1,000", "$2 million", "$5,000,000 (est.)", "US$3m", "", "unknown"]),
    ],
    ids=["only amounts", "more than amounts"],
)
def test_the_table_sorts_by_the_amounts_where_it_loses_nothing(text: str, cells: list[object]) -> None:
    films = read(text)
    shown = drawn(films.frame, films.columns, english())["Budget"]
    assert (shown.fillna(-1) if text == EXACT else shown).tolist() == cells


def test_it_is_on_the_page_as_written(opened: Open) -> None:
    page = opened(FILMS, Budget="1500000..3500000", open="dear-1959")
    assert [(each.label, each.value) for each in page.slider if "Budget" in each.label] == [
        ("Budget \\(\\$\\)", (1_500_000, 3_500_000))
    ]
    assert "$2 million" in re.sub(r"<[^>]+>", " ", open_cards(page))
