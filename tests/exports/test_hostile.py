"""Texts that try to be more than text, in every file that can be taken away: each reads back, none is run."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from datetime import date
from typing import Any

import lxml.html
import numpy as np
import pytest
from markdown_it import MarkdownIt

from dashboard.cleaning.own_form import list_csv
from dashboard.exports.bundle import bundle
from dashboard.exports.programme import as_html, as_markdown
from dashboard.exports.reports.report import report_csv, reported
from dashboard.exports.tables import as_json
from dashboard.formats.separated.delimited import read_csv
from dashboard.i18n.languages import english
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source
from dashboard.query.index import Index
from dashboard.query.loaded_list import LoadedList
from dashboard.query.view import MOST_PICKED, View
from dashboard.render.citation import About
from tests.exports.programmes import PLATE, programme_of
from tests.texts import every, plain, write

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
ALL = every()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> tuple[LoadedList, Index, dict[str, str]]:
    folder = tmp_path_factory.mktemp("hostile")
    read = write(folder, ALL, columns=False)
    loaded = load_list(own_source(folder))
    assert len(read) == len(ALL)
    assert loaded.problems == ()
    return loaded, Index(loaded.films), read


Opened = tuple[LoadedList, Index, dict[str, str]]


def cells(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def run(rows: Sequence[Sequence[str]]) -> list[str]:
    """The cells that a spreadsheet would run."""
    return [cell for row in rows for cell in row if cell.startswith(RUN_BY_SPREADSHEETS) and not _is_number(cell)]


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-").replace(".", "", 1).isdecimal()


def rows_of(index: Index) -> Any:
    return np.arange(len(index))


def test_a_list_holds_a_text_as_its_file_does(opened: Opened) -> None:
    """But for blanks at its ends, and what is no character."""
    _, _, read = opened
    wrong = {
        ascii(text): ascii(got)
        for text, got in zip(ALL, read.values(), strict=True)
        if got != "".join("\ufffd" if each == "\0" or 0xD800 <= ord(each) < 0xE000 else each for each in text).strip()
    }
    assert wrong == {}


def test_as_csv(opened: Opened) -> None:
    _, index, read = opened
    content = list_csv(index.films, rows_of(index))
    assert run(cells(content)) == []
    rows = read_csv(content, "films.csv")
    at = {name: rows.header.index(name) for name in ("id", "title", "description", "fact", "note")}
    for name in ("title", "description", "fact", "note"):
        assert {row[at["id"]]: row[at[name]] for row in rows.cells} == read


def test_as_json(opened: Opened) -> None:
    loaded, index, read = opened
    films = json.loads(as_json(loaded, rows_of(index), {}))["films"]
    assert {film["id"]: film["title"] for film in films} == read
    assert {film["id"]: film["evidence"]["statements"][0]["quote"] for film in films} == read


def test_in_a_bundle(opened: Opened) -> None:
    loaded, index, read = opened
    about = About(ALL[0], ALL[1], ALL[2], "https://x.org/", ALL[3], date(2026, 1, 2))
    made = zipfile.ZipFile(
        io.BytesIO(bundle(loaded, rows_of(index), about, lambda film: f"https://x.org/{film}", english()))
    )
    assert [name for name in made.namelist() if name.endswith(".csv") and run(cells(made.read(name)))] == []
    reviews = json.loads(made.read("claim-reviews.jsonld"))["@graph"]
    assert [each["claimReviewed"] for each in reviews] == list(read.values())
    claims = read_csv(made.read("claims.csv"), "claims.csv")
    at = claims.header.index("quote")
    assert [row[at] for row in claims.cells] == list(read.values())


@pytest.mark.parametrize("first", range(0, len(ALL), MOST_PICKED))
def test_in_a_programme(opened: Opened, first: int) -> None:
    """Nothing of a text is a tag of the page, and Markdown gives its words back."""
    loaded, _, read = opened
    selected = list(read.items())[first : first + MOST_PICKED]
    programme = programme_of(loaded, View().with_shortlist(tuple(film for film, _ in selected)))
    page = lxml.html.document_fromstring(as_html(programme).decode())
    names = [f"{at + 1}. {text} ({1901 + (first + at) % 80})" for at, (_, text) in enumerate(selected)]
    assert list(map(plain, (each.text_content() for each in page.xpath("//h2")))) == list(map(plain, names))
    assert {each.tag for each in page.xpath("//article//*")} <= {
        *("p", "h2", "h3", "bdi", "span", "blockquote", "strong", "ol", "ul", "li", "a", *PLATE),
    }
    assert {each.get("href") for each in page.xpath("//article//a")} == {"https://192.0.2.1/"}
    tokens = MarkdownIt("commonmark").parse(as_markdown(programme).decode())
    heads = [tokens[at + 1] for at, each in enumerate(tokens) if (each.type, each.tag) == ("heading_open", "h2")]
    assert [plain("".join(part.content for part in each.children or ())) for each in heads] == list(map(plain, names))
    kinds = {part.type for each in tokens for part in each.children or () if part.type not in ("text", "text_special")}
    assert kinds <= {"strong_open", "strong_close", "em_open", "em_close", "link_open", "link_close", "softbreak"}


def test_the_report(opened: Opened) -> None:
    loaded, _, _ = opened
    rows = cells(report_csv(reported(loaded, english()), english()))
    assert len(rows) > len(ALL) / 2
    assert run(rows) == []
