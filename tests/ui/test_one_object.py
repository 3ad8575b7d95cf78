"""What is said to take one object takes one: a made-up one is added from outside, and the whole product has it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pytest
import streamlit as st

from dashboard.__main__ import main, parser
from dashboard.cleaning.own_form import list_csv
from dashboard.cleaning.validate import FilmList, validate
from dashboard.exports.tables import records
from dashboard.formats import registry
from dashboard.formats.format import Document, Format, GivenFile, Table
from dashboard.formats.read import read_rows
from dashboard.i18n.languages import english
from dashboard.model import kinds
from dashboard.model.column_names import nearest_column
from dashboard.model.kinds import NUMBER, Column, Kind, ReadCells
from dashboard.model.rows import Limits
from dashboard.model.schema import BY_NAME
from dashboard.query import filters
from dashboard.query.facets import DECADE
from dashboard.query.in_words import order_in_words, view_in_words
from dashboard.query.index import Index
from dashboard.query.order import ordered
from dashboard.query.url import parse, to_link
from dashboard.query.view import Sort, View
from dashboard.ui import sections
from dashboard.ui.films.table import drawn
from dashboard.ui.section import PageState, Section, dependencies, outdated
from tests.ui.conftest import Open, open_cards, titles

BUDGET = Column("budget", "Budget", "what it cost to make", NUMBER, "USD", facet=True)
FILMS = """title,year,Budget
Cheap,1958,"1,000"
Dear,1959,2000000
Dearest,1961,$5e6
Dearer,1962,"$3,000,000"
No one knows,1963,
"""


def read(text: str) -> FilmList:
    return validate(read_rows(text.encode(), "films.csv"))


@pytest.fixture
def films(monkeypatch: pytest.MonkeyPatch) -> Iterator[FilmList]:
    """A list with a column of numbers that the schema has only here."""
    monkeypatch.setitem(BY_NAME, BUDGET.name, BUDGET)
    nearest_column.cache_clear()
    yield read(FILMS)
    nearest_column.cache_clear()


def test_a_made_up_column_is_read_without_limits(films: FilmList) -> None:
    assert BUDGET in films.columns
    assert films.frame["budget"].fillna(-1).tolist() == [1_000, 2_000_000, -1, 3_000_000, -1]
    assert [(each.kind, each.line, each.value) for each in films.problems] == [
        ("number written otherwise", 2, "1,000"),
        ("not a number", 4, "$5e6"),
        ("number written otherwise", 5, "$3,000,000"),
    ]


def test_a_made_up_column_filters_counts_and_stands_in_the_link(films: FilmList) -> None:
    index = Index(films)
    view, ignored = parse({"budget": ["2000..2500000"]}, index)
    assert (ignored, to_link(view)) == ((), {"budget": ["2000..2500000"]})
    passing = filters.masks(index, view)
    assert films.frame["title"][filters.combined(index, passing)].tolist() == ["Dear"]
    assert filters.counts(index, view, index.facets[DECADE], passing).tolist() == [1, 0]
    assert view_in_words(index, view, 1, english()) == "1 of 5 films · Budget: 2,000–2,500,000 USD"


def test_a_made_up_column_sorts_and_is_exported_by_its_numbers(films: FilmList) -> None:
    index = Index(films)
    keys = BUDGET.kind.sort_keys(films.frame["budget"], BUDGET)
    assert films.frame["title"].iloc[np.argsort(keys, kind="stable")].tolist()[:3] == ["Cheap", "Dear", "Dearer"]
    assert drawn(films.frame, films.columns, english())["budget"].dtype == "Int64"
    assert [record["budget"] for record in records(index.films, np.arange(5))] == [
        1_000,
        2_000_000,
        None,
        3_000_000,
        None,
    ]
    assert read(list_csv(films).decode("utf-8-sig")).frame["budget"].equals(films.frame["budget"])


def test_a_made_up_column_is_on_the_page(films: FilmList, opened: Open) -> None:
    page = opened(FILMS, budget="2000..2500000", open="dear-1959")
    assert [(each.label, each.value) for each in page.slider if "Budget" in each.label] == [
        ("Budget \\(USD\\)", (2_000, 2_500_000))
    ]
    text = re.sub(r"<[^>]+>", " ", open_cards(page))
    assert "2,000,000 USD" in text


class Stars(Kind):
    """How many stars a film got, written as such."""

    name = "stars"
    look = "number"
    control = "range"

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if all(set(cell) == {"★"} for cell in filled) else None

    def read(self, cells: Sequence[str], column: Column, separator: str = "") -> ReadCells:
        return ReadCells(kinds.numbers([len(cell) or None for cell in cells]))


def test_a_made_up_kind_is_told_read_and_filters(monkeypatch: pytest.MonkeyPatch, opened: Open) -> None:
    monkeypatch.setattr(kinds, "KINDS", (Stars(), *kinds.KINDS))
    text = "title,year,Mine\nA,1960,★★★\nB,1961,★\nC,1962,\n"
    films = read(text)
    assert [column for column in films.columns if column.kind == Stars()] == [
        Column("Mine", "Mine", kind=Stars(), facet=True)
    ]
    view, ignored = parse({"Mine": ["2.."]}, Index(films))
    assert (
        films.frame["title"][filters.combined(Index(films), filters.masks(Index(films), view))].tolist(),
        ignored,
    ) == (["A"], ())
    assert [each.value for each in opened(text, Mine="2..").slider if each.label == "Mine"] == [(2, 3)]


class Size(Kind):
    """How large a film's frame is, in words that the alphabet does not put in order."""

    name = "size"
    look = "value"
    control = "values"
    order = "size"

    def tells(self, header: str, filled: Sequence[str], own_form: bool) -> str | None:
        return "" if set(filled) <= {"small", "medium", "large"} else None

    def sort_keys(self, values: pd.Series[Any], column: Column) -> npt.NDArray[np.float64]:
        return self.numbers(values.map({"small": 1, "medium": 2, "large": 3}))


def test_a_made_up_kind_sorts_by_an_order_of_its_own(monkeypatch: pytest.MonkeyPatch, opened: Open) -> None:
    monkeypatch.setattr(kinds, "KINDS", (Size(), *kinds.KINDS))
    text = "title,year,Frame\nA,1960,medium\nB,1961,\nC,1962,large\nD,1963,small\nE,1964,medium\n"
    index = Index(read(text))
    assert "Frame" in index.sortable
    for word, films, name in (("Frame", "DAECB", "lowest"), ("Frame-desc", "CAEDB", "highest")):
        view, ignored = parse({"sort": [word]}, index)
        rows = ordered(index, np.ones(5, dtype=np.bool_), view, english())
        assert ("".join(index.frame["title"].iloc[rows]), ignored, to_link(view)) == (films, (), {"sort": [word]})
        assert order_in_words(index, view, english()) == f"Frame, {name} first"
    page = opened(text, sort="Frame-desc")
    assert page.selectbox("order").value == "Frame-desc"
    assert [title[0] for title in titles(page)] == list("CAEDB")


class Cards(Format):
    """A box of index cards: a title on the first line of each, its year on the second."""

    name = "card index"
    plural = "card indexes"
    unit = "item"

    def recognises(self, given: GivenFile) -> bool:
        return given.data.startswith(b"CARDS")

    def read(self, given: GivenFile, limits: Limits) -> Document:
        cards = [tuple(card.strip().split("\n")) for card in given.text.split("--")[1:]]
        rows = replace(
            self.no_rows(given), header=("title", "year"), cells=tuple(cards), lines=(1, 2), header_line=None
        )
        return Document((Table(lambda: rows),))


def test_a_made_up_format_is_read_and_named_everywhere(
    monkeypatch: pytest.MonkeyPatch, opened: Open, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(registry, "FORMATS", (Cards(), *registry.FORMATS))
    path = tmp_path / "box.dat"
    path.write_bytes(b"CARDS\n--\nSolaris\n1972\n--\nStalker\nsoon\n")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "box.dat: card index.",
        "Columns: title → Title, year → Year.",
        "doubtful: item 2 (Stalker), year: “soon” is not a year, so the year is left open. "
        "Write four digits, such as 1972.",
        "2 items: 2 films.",
        "2 rows: 1 fine and 1 doubtful.",
    ]
    path.write_bytes(bytes(range(256)))
    assert main(["check", str(path)]) == 2
    assert "What can be read: card indexes, " in capsys.readouterr().err
    assert "card indexes" in " ".join(parser().format_help().split())
    assert any("What can be read: card indexes, " in each.value for each in opened(list="new").caption)


def test_a_made_up_section_is_drawn_and_drawn_anew_only_for_what_it_shows(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_up = Section(
        "made-up",
        "page",
        lambda result: st.text(f"{len(result.rows)} by {result.view.search or 'nothing'}"),
        lambda state: state.view.search,
    )
    monkeypatch.setattr(sections, "SECTIONS", (*sections.SECTIONS, made_up))
    assert [each.value for each in opened(q="mars").text] == ["3 by mars"]
    drawn = dependencies(sections.SECTIONS, PageState(View()))
    by_search, by_order = (
        outdated(sections.SECTIONS, drawn, dependencies(sections.SECTIONS, PageState(view)))
        for view in (View(search="mars"), View().with_order(Sort("year")))
    )
    assert ("made-up" in by_search, "made-up" in by_order) == (True, False)
