"""What an owner expects of lists that are no text alone, and what is said where a list holds more than films."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from dashboard.cleaning.validate import FilmList, validate
from dashboard.formats.plain_text.lines import lines_of
from dashboard.formats.read import read_document, read_rows, rows_of
from dashboard.model.problems import BadListError
from dashboard.model.rows import Rows

NFO = "<movie><title>{title}</title><year>{year}</year><actor><name>A</name></actor></movie>"


def titles_and_years(rows: Rows) -> list[tuple[str, int]]:
    frame = validate(rows).frame
    return [*zip(frame["title"], frame["year"], strict=True)]


def zipped(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def workbook(*rows: list[object]) -> bytes:
    book, given = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(given)
    return given.getvalue()


def test_files_of_a_film_each_are_read_together() -> None:
    files = {f"{title}.nfo": NFO.format(title=title, year=year) for title, year in [("Ran", 1985), ("Moon", 2009)]}
    rows = read_rows(zipped({**files, "Moon.jpg": "x"}), "films.zip")
    assert titles_and_years(rows) == [("Ran", 1985), ("Moon", 2009)]
    assert rows.account
    assert (rows.account.total, rows.account.unaccounted) == (2, 0)


def test_what_was_seen_and_what_is_wanted_stay_apart() -> None:
    seen, wanted = '[{"title": "Ran", "year": 1985}]', '[{"title": "Moon", "year": 2009}]'
    rows = read_rows(zipped({"watched.json": seen, "watchlist.json": wanted}), "films.zip")
    assert titles_and_years(rows) == [("Ran", 1985)]


def test_a_workbook_with_groups_above_its_header_and_remarks_below() -> None:
    data = workbook(
        ["Club 2024"],
        [],
        ["Film", None, None, "Screening"],
        ["Title", "Director", "Year", "Visitors"],
        ["M", "Fritz Lang", 1931, 31],
        ["Wings", "Larisa Shepitko", 1966, 40],
        ["Total", None, None, 71],
        [],
        ["* All films with subtitles."],
        ["As of: 3 December 2023"],
    )
    rows = read_rows(data, "club.xlsx")
    assert titles_and_years(rows) == [("M", 1931), ("Wings", 1966)]
    assert rows.account
    assert rows.account.unaccounted == 0


def test_what_has_no_year_among_cards_is_refused_by_name() -> None:
    card = "<article><h3>{}</h3><p>{}</p></article>"
    films = [("Ran", "Japan 1985, 162 min"), ("Quiz night", "Bring friends."), ("Moon", "UK 2009, 97 min")]
    page = "".join(card.format(*film) for film in [*films, ("Zama", "Argentina 2017, 115 min")])
    rows = read_rows(f"<html><body>{page}</body></html>".encode(), "page.html")
    assert titles_and_years(rows) == [("Ran", 1985), ("Moon", 2009), ("Zama", 2017)]
    assert rows.unread == ((2, ("Quiz night",)),)


@pytest.mark.parametrize(
    "page",
    [
        "<div><h2>On slow films</h2><p>Some words.</p></div><div><h2>Hello</h2><p>First.</p></div>",
        "<div><h2>News</h2><p>2021</p></div>",
        "",
    ],
    ids=["posts", "one", "nothing"],
)
def test_a_page_without_cards_of_films_has_none(page: str) -> None:
    with pytest.raises(BadListError) as told:
        read_document(f"<html><body>{page}</body></html>".encode(), "page.html")
    assert {each.kind for each in told.value.problems} <= {"no films found", "not text", "empty file"}


def test_a_table_and_its_cards_can_both_be_chosen() -> None:
    table = "<table><tr><th>Shop</th><th>Street</th></tr><tr><td>A</td><td>B</td></tr></table>"
    cards = "".join(f"<div><h3>{title}</h3><p>{year}</p></div>" for title, year in [("Ran", 1985), ("Moon", 2009)])
    document = read_document(f"<html><body>{table}{cards}</body></html>".encode(), "page.html")
    assert titles_and_years(rows_of(document, "page.html")) == [("Ran", 1985), ("Moon", 2009)]
    assert "cards" in document.names


def films(text: str) -> FilmList:
    return validate(read_rows(text.encode(), "f"))


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Film,Year,Hall\nRan,1985,A\nTBA,,A\n", 1),
        ("Film,Year\nRan,1985\nN/A,1990\n", 0),
        ("Film,Hall\nRan,A\nTBA,B\n", 0),
    ],
    ids=["no year either", "a year", "no column of years"],
)
def test_a_film_to_be_announced_is_none(text: str, refused: int) -> None:
    assert len(films(text).refused) == refused


@pytest.mark.parametrize(
    ("text", "is_aside"),
    [("- 2 -", True), ("Page 3 of 12", True), ("стр. 4", True), ("Page 3 (2005)", False), ("2046", False)],
)
def test_the_number_of_a_page_is_no_title(text: str, is_aside: bool) -> None:
    assert [line.aside for line in lines_of(text)] == [is_aside]


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        ("Solaris\n1972\nStalker\n1979\nMirror\n1975\n", False),
        ("Title\nYear\nSolaris\n1972\nStalker\n1979\n", True),
        ('[{"title": "Ran", "y": 1985}, {"title": "Moon", "y": 2009}]', False),
    ],
    ids=["cells without names", "cells with names", "a year called y"],
)
def test_only_what_was_not_guessed_is_fine(text: str, fine: bool) -> None:
    assert ("column guessed" in {each.kind for each in films(text).problems}) is not fine
