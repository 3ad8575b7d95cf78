"""The rows of films.csv changed: what is not changed stays byte for byte, and ids stay what they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.lists.editing.films import (
    FilmRows,
    changed,
    columns_to_fill,
    film_rows,
    lost_quotes,
    remarks,
    with_films,
)
from dashboard.lists.loading import load_list
from dashboard.lists.package import FILMS, ListPackage
from dashboard.lists.source import uploaded_source
from dashboard.query.loaded_list import LoadedList

HEADER = ("id", "title", "year", "Shelf")
THREE = FilmRows(HEADER, (("a", "A", "1970", "'=1+1"), ("b", "B", "soon", ""), ("c", "C", "", "x\ny")))


def package(rows: FilmRows = THREE, **files: bytes) -> ListPackage:
    return ListPackage("Films", {FILMS: rows.data(), **{f"{name}.csv": data for name, data in files.items()}})


def loaded(own: ListPackage) -> LoadedList:
    return load_list(uploaded_source(own, "link.", ""))


def read(own: ListPackage) -> FilmRows:
    return film_rows(own, loaded(own).films)


def test_the_rows_of_a_list_are_its_file_s() -> None:
    rows = read(package())
    assert (rows, rows.data(), rows.cells("a")["Shelf"]) == (THREE, package().files[FILMS], "=1+1")


@pytest.mark.parametrize(
    ("made", "header", "rows"),
    [
        (THREE.with_cells("b", {"year": "1975"}), HEADER, ["a", "b,B,1975,", "c"]),
        (THREE.with_cells("a", {"Shelf": "-2"}), HEADER, ["a,A,1970,'-2", "b", "c"]),
        (THREE.with_cells("c", {"year": ""}), HEADER, ["a", "b", "c"]),
        (THREE.with_cells("b", {"director": "D", "note": ""}), (*HEADER, "director"), ["a+", "b,B,soon,,D", "c+"]),
        (THREE.with_film({"title": "D", "year": "1980"}), HEADER, ["a", "b", "c", "d-1980,D,1980,"]),
        (THREE.with_film({"title": "A"}), HEADER, ["a", "b", "c", "a-2,A,,"]),
        (THREE.with_film({"title": "=A", "note": "n"}), (*HEADER, "note"), ["a+", "b+", "c+", "a-2,'=A,,,n"]),
        (THREE.without("b"), HEADER, ["a", "c"]),
        (THREE.moved("c", 0), HEADER, ["c", "a", "b"]),
        (THREE.moved("a", 1), HEADER, ["b", "a", "c"]),
        (THREE.moved("a", 99), HEADER, ["b", "c", "a"]),
        (THREE.moved("b", -1), HEADER, ["b", "a", "c"]),
    ],
    ids=[
        *("a cell", "a formula", "nothing new", "a column that was not there", "a film", "an id that is taken"),
        *("a film with a new column", "a film out", "up to the top", "down", "beyond the end", "before the beginning"),
    ],
)
def test_a_change(made: FilmRows, header: tuple[str, ...], rows: list[str]) -> None:
    before = {row[0]: row for row in THREE.rows}
    wanted = [
        (*before[each[0]], "") if each.endswith("+") else before.get(each, tuple(each.split(","))) for each in rows
    ]
    assert (made.header, list(made.rows)) == (header, wanted)


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)


@given(st.integers(0, 2), CELLS, CELLS)
def test_a_change_that_is_changed_back_gives_the_same_bytes(at: int, title: str, shelf: str) -> None:
    film, before = THREE.ids[at], THREE.cells(THREE.ids[at])
    made = THREE.with_cells(film, {"title": title, "Shelf": shelf})
    others = [row for place, row in enumerate(made.rows) if place != at]
    assert others == [row for place, row in enumerate(THREE.rows) if place != at]
    assert (made.ids, made.with_cells(film, before).data()) == (THREE.ids, THREE.data())


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        ({"year": "1971"}, ("a", "A", "1971", "")),
        ({"title": "B"}, ("a", "B", "", "soon")),
        ({"year": "1971", "Year (as given)": "1971?"}, ("a", "A", "1971", "1971?")),
    ],
    ids=["mended", "another cell", "both"],
)
def test_a_mended_cell_does_not_keep_how_it_was_given(cells: dict[str, str], row: tuple[str, ...]) -> None:
    before = FilmRows(("id", "title", "year", "Year (as given)"), (("a", "A", "", "soon"), ("b", "B", "", "once")))
    assert before.with_cells("a", cells).rows == (row, before.rows[1])


@given(st.integers(0, 2), st.integers(0, 2))
def test_a_film_that_is_moved_back_is_where_it_was(at: int, to: int) -> None:
    film = THREE.ids[at]
    assert THREE.moved(film, to).moved(film, at) == THREE


@given(CELLS.filter(str.strip), CELLS)
def test_a_changed_list_holds_what_was_typed(title: str, shelf: str) -> None:
    cells = changed(THREE.cells("b"), {"title": f"T {title}", "Shelf": shelf})
    rows = THREE.with_cells("b", cells)
    again = read(with_films(package(), rows))
    assert (again, {name: again.cells("b")[name] for name in cells}) == (rows, cells)


@pytest.mark.parametrize(
    "data",
    [
        b"title,year\nSolaris,1972\nStalker,1979\n",
        b"title;year\nSolaris;1972\nStalker;1979\n",
        b"id,title,year\nsolaris-1972,Solaris,1972\nsolaris-1972,Stalker,1979\n",
        b"id,title,Shelf,Shelf,year\nx,Solaris,S,T,1972\ny,Stalker,S,,1979\n",
        b"id,title,year\nsolaris-1972,Solaris,1972\n,Stalker,1979\n\n",
    ],
    ids=["no ids", "semicolons", "an id twice", "a column twice", "an id missing"],
)
def test_a_list_in_another_form_is_first_written_as_the_dashboard_does(data: bytes) -> None:
    own = ListPackage("Films", {FILMS: data})
    rows, films = read(own), loaded(own).films
    assert (rows.ids, [rows.cells(film)["title"] for film in rows.ids]) == (
        tuple(films.frame["id"]),
        ["Solaris", "Stalker"],
    )
    again = with_films(own, rows.with_cells(rows.ids[0], {"note": "n"}))
    assert read(again) == rows.with_cells(rows.ids[0], {"note": "n"})


CLAIMS = (
    b"film_id,field,quote,claim,verdict,reason\r\n"
    b'b,title,B,"It is B",judgement,r\r\na,title,A,"It is A",judgement,r\r\nb,Shelf,,x,judgement,\r\n'
)


@pytest.mark.parametrize(
    ("rows", "files"),
    [
        (THREE.without("b"), {"claims.csv": CLAIMS.split(b"b,")[0] + b'a,title,A,"It is A",judgement,r\r\n'}),
        (THREE.without("c"), {"claims.csv": CLAIMS, "identities.csv": b"film_id,status\r\nb,found\r\n"}),
        (THREE.moved("c", 0), {"claims.csv": CLAIMS, "identities.csv": b"film_id,status\r\nb,found\r\n"}),
    ],
    ids=["with its statements", "without any", "moved"],
)
def test_what_is_said_of_a_film_goes_with_it(rows: FilmRows, files: dict[str, bytes]) -> None:
    own = package(claims=CLAIMS, identities=b"film_id,status\r\nb,found\r\n")
    assert with_films(own, rows).files == {FILMS: rows.data(), **files}


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"title": "A", "year": "1970"}, []),
        ({"title": "", "year": "1970"}, [("missing title", "title")]),
        ({"title": "A", "year": "soon"}, [("not a year", "year")]),
        ({"title": "A"}, [("no year", "year")]),
        ({"title": "A", "year": "2972"}, [("year out of range", "year")]),
        ({"title": "A", "year": "1970", "running_time_min": "x"}, [("not a number", "running_time_min")]),
        ({"title": "A", "year": "1970", "Shelf": "N/A"}, []),
        ({"title": "A\x00", "year": "1970\x07"}, []),
    ],
    ids=[
        "fine",
        "no title",
        "no year in it",
        "no year",
        "a year to come",
        "no number",
        "an own column",
        "unseen signs",
    ],
)
def test_what_the_import_says_of_one_film(cells: dict[str, str], found: list[tuple[str, str]]) -> None:
    problems = remarks({"id": "a", **cells}, loaded(package()).films)
    assert sorted((each.kind, each.column) for each in problems) == found


@pytest.mark.parametrize(
    ("now", "found"),
    [
        ({"title": "A", "year": "1970 ", "Shelf": "=1+1"}, {}),
        ({"title": "A\r\nB", "note": " n\x00 ", "director": ""}, {"title": "A\nB", "note": "n"}),
        ({"Shelf": ""}, {"Shelf": ""}),
    ],
    ids=["the same", "others", "emptied"],
)
def test_what_is_changed(now: dict[str, str], found: dict[str, str]) -> None:
    assert changed(THREE.cells("a"), now) == found


def test_statements_that_would_lose_their_words() -> None:
    claims = loaded(package(claims=CLAIMS)).claims_of["a"]
    found = [lost_quotes(claims, cells) for cells in ({"title": "An A"}, {"title": "B"}, {"year": "1"})]
    assert [len(each) for each in found] == [0, 1, 0]


def test_every_column_but_the_id_can_be_filled_in() -> None:
    names = [column.name for column in columns_to_fill(THREE, loaded(package()).films)]
    assert (names[:2], names[-1], "id" in names, len(names)) == (["title", "year"], "Shelf", False, 28)
