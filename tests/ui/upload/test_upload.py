"""Bringing a list: paste or upload, name its columns, read what was noticed, show it, and come back to it."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlencode

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.cleaning.own_form import list_csv
from dashboard.lists.loading import load_list
from dashboard.lists.package import ListPackage, pack, to_text
from dashboard.lists.source import DATA, published_source
from dashboard.model.list_info import IN_LINK
from dashboard.query.index import Index
from tests.conftest import Choose
from tests.foreign import films
from tests.limits import largest_file
from tests.ui.conftest import Open, checked, count, heads, key_of, text_of, title_of

SMALL = "Name;Year;Shelf\nSolaris;1972;A\nStalker;1979;A\nSolo;soon;B\n;1980;B\n"


@pytest.fixture(autouse=True)
def kept_here(tmp_path: Path, choose: Choose) -> Path:
    choose(keep_in=tmp_path / "kept")
    return tmp_path / "kept"


def pasted(page: AppTest, text: str) -> AppTest:
    page.text_area(key="bring:text").set_value(text)
    return checked(page.button(key="bring:paste").click().run())


def uploaded(page: AppTest, text: str) -> AppTest:
    return checked(pasted(page, text).button(key="bring:show").click().run())


def parameters(page: AppTest) -> dict[str, list[str]]:
    return {name: [v] if isinstance(v, str) else list(v) for name, v in page.query_params.items()}


def test_the_way_to_it_and_back(opened: Open) -> None:
    page = opened()
    checked(page.button(key="bring:sidebar").click().run())
    assert (page.title[0].value, parameters(page)) == ("Bring your own list", {"list": ["new"]})
    checked(page.selectbox(key=key_of(page, "list")).set_value("published").run())
    assert (title_of(page), parameters(page)) == ("Soviet Space Films", {})
    checked(page.button(key="bring:foot").click().run())
    checked(page.button(key="back").click().run())
    assert (title_of(page), parameters(page)) == ("Soviet Space Films", {})
    own = uploaded(opened(list="new"), SMALL)
    checked(own.button(key="back").click().run())
    assert title_of(own) == "Soviet Space Films"


def test_a_pasted_list_is_shown_before_it_is_used(opened: Open) -> None:
    page = pasted(opened(list="new"), SMALL)
    assert [page.selectbox(key=key_of(page, f"bring:column:{at}")).value for at in range(3)] == ["title", "year", ""]
    text = text_of(page)
    points = ["1 row is not in the list.", "1 row is doubtful, and in the list as it is."]
    assert all(each in text for each in ["3 films", "Read as CSV in UTF-8: 4 rows.", *points])
    assert "3 columns, 2 of them recognised." in text
    assert "4 rows: 2 fine, 1 doubtful and 1 refused." in text
    assert 'data-unit="Line">4</td>' in text
    assert "“soon” is not a year" in text
    assert 'data-unit="Line">5</td>' in text
    assert "A film needs a title" in text
    assert page.dataframe[0].value["title"].tolist() == ["Solaris", "Stalker", "Solo"]
    assert "part of the page’s link" in text


def test_the_report_is_filtered(opened: Open) -> None:
    page = pasted(opened(list="new"), SMALL)
    kinds = page.radio(key="report:kind")
    assert kinds.options == ["All (2)", "No title (1)", "Not a year (1)"]
    examples = ["", "Refused. Line 5: Name: A film needs a title", "Doubtful. Line 4: Year: “soon” is not a year"]
    told = [each.replace("\\", "") for each in kinds.proto.captions]
    assert [text.startswith(example) for text, example in zip(told, examples, strict=True)] == [True] * 3
    checked(kinds.set_value("missing title").run())
    assert ('data-unit="Line">5</td>' in text_of(page), 'data-unit="Line">4</td>' in text_of(page)) == (True, False)


def test_columns_are_changed_by_hand(opened: Open) -> None:
    page = pasted(opened(list="new"), "Working title,Film,When\nA,B,1970\nC,D,1971\n")
    assert page.dataframe[0].value["title"].tolist() == ["B", "D"]
    checked(page.selectbox(key=key_of(page, "bring:column:0")).set_value("title").run())
    checked(page.selectbox(key=key_of(page, "bring:column:2")).set_value("year").run())
    assert [page.selectbox(key=key_of(page, f"bring:column:{at}")).value for at in range(3)] == ["title", "", "year"]
    assert page.dataframe[0].value[["title", "year", "Film"]].values.tolist() == [["A", 1970, "B"], ["C", 1971, "D"]]
    checked(page.selectbox(key=key_of(page, "bring:column:0")).set_value("").run())
    assert "no column could be taken for the titles" in page.warning[0].value
    assert not page.dataframe


def test_a_column_that_was_guessed_is_named_until_it_is_chosen(opened: Open) -> None:
    page = pasted(opened(list="new"), "Work,Jahrgang\nA,1970\nB,1971\nC,1972\n")
    title = "line 1, column “Work”: it was taken for “Title” by its cells alone, such as A, B, C"
    year = "line 1, column “Jahrgang”: it was taken for “Year” by its cells alone, such as 1970, 1971, 1972"
    assert [each in text_of(page) for each in (title, year, "3 rows: 0 fine and 3 guessed.")] == [True] * 3
    checked(page.selectbox(key=key_of(page, "bring:column:1")).set_value("").run())
    checked(page.selectbox(key=key_of(page, "bring:column:1")).set_value("other_years").run())
    assert [each in text_of(page) for each in (title, year, "0 fine")] == [True, False, True]


TWO = "title,year\nA,1970\nB,1971\n\nName,Director\nC,D\n"


def test_another_table_is_chosen_and_begins_with_its_own_columns(opened: Open) -> None:
    page = pasted(opened(list="new"), TWO)
    tables = page.radio(key="bring:table")
    inside = [each.replace("\\", "") for each in tables.proto.captions]
    assert (tables.options, inside) == (["line 1", "line 5"], ["2 rows: title, year", "1 row: Name, Director"])
    assert "Read was line 1. The file also has line 5." in text_of(page)
    checked(page.selectbox(key=key_of(page, "bring:column:1")).set_value("").run())
    checked(page.radio(key=key_of(page, "bring:table")).set_value("line 5").run())
    assert page.dataframe[0].value[["title", "director"]].values.tolist() == [["C", ("D",)]]
    checked(page.radio(key=key_of(page, "bring:table")).set_value("line 1").run())
    assert page.dataframe[0].value[["title", "year"]].values.tolist() == [["A", 1970], ["B", 1971]]


def test_the_other_reading_of_a_table_is_chosen(opened: Open) -> None:
    page = pasted(opened(list="new"), "1950s,1960s\nLaura,Kes\nM,Help!\n")
    tables = page.radio(key="bring:table")
    assert (tables.options, tables.value) == (["a film a cell", "a film a row"], "a film a cell")
    assert "Each cell of several columns was taken for a film (4), those of 1950s, 1960s." in text_of(page)
    assert page.dataframe[0].value["title"].tolist() == ["Laura", "Kes", "M", "Help!"]
    checked(tables.set_value("a film a row").run())
    assert page.dataframe[0].value["title"].tolist() == ["Laura", "M"]
    assert "these columns may hold films too, in so many cells: 1960s (2)." in text_of(page)
    checked(page.radio(key=key_of(page, "bring:table")).set_value("a film a cell").run())
    assert page.dataframe[0].value["list"].tolist() == ["1950s", "1960s", "1950s", "1960s"]


def test_another_encoding_is_chosen(opened: Open) -> None:
    page = opened(list="new")
    page.file_uploader(key="bring:file").set_value(
        ("f.csv", "title,year\nSpalovač,1968\n".encode("cp1250"), "text/csv")
    )
    checked(page.run())
    encodings = page.radio(key="bring:encoding")
    lines = [each.replace("\\", "") for each in encodings.proto.captions]
    told = dict(zip(encodings.options, lines, strict=True))
    assert (told["windows\\-1252"], told["windows\\-1250"]) == ("Spalovaè,1968", "Spalovač,1968")
    assert "The encoding was guessed." in text_of(page)
    checked(encodings.set_value("cp1250").run())
    assert page.dataframe[0].value["title"].tolist() == ["Spalovač"]
    assert "The encoding was guessed." not in text_of(page)


WORKS = "Work,Jahrgang,Kino\nA,1970,X\nB,1971,Y\nC,1972,X\n"


def test_what_was_guessed_is_set_right_by_one_click(opened: Open) -> None:
    page = pasted(opened(list="new"), WORKS)
    assert "2 columns were guessed by their cells: “Work” (Title) and “Jahrgang” (Year)." in text_of(page)
    assert page.radio(key="bring:field:year").options == ["Work", "Jahrgang", "Kino", "No column"]
    checked(page.radio(key="bring:field:year").set_value(-1).run())
    assert "No column was found for “Year”." in text_of(page)
    checked(page.radio(key=key_of(page, "bring:field:title")).set_value(2).run())
    assert page.dataframe[0].value["title"].tolist() == ["X", "Y", "X"]
    assert "guessed by" not in text_of(page)


def test_what_was_guessed_is_confirmed(opened: Open) -> None:
    page = pasted(opened(list="new"), WORKS)
    checked(page.button(key="bring:right").click().run())
    assert ("guessed" in text_of(page), "3 rows: 3 fine." in text_of(page)) == (False, True)
    assert [button for button in page.button if button.key == "bring:right"] == []
    assert page.radio(key=key_of(page, "bring:field:year")).value == 1
    assert page.dataframe[0].value[["title", "year"]].values.tolist() == [["A", 1970], ["B", 1971], ["C", 1972]]


@pytest.mark.parametrize(("columns", "boxes"), [(12, 12), (13, 0), pytest.param(1_000, 0, marks=pytest.mark.audit)])
def test_a_list_of_many_columns_has_few_boxes(opened: Open, columns: int, boxes: int) -> None:
    header = ["title", "year", *(f"c{number}" for number in range(2, columns))]
    rows = [[f"Film {at}", str(1970 + at), *(["x"] * (columns - 2))] for at in range(3)]
    page = pasted(opened(list="new"), "\n".join(map(",".join, [header, *rows])))
    drawn = [box.key for box in page.selectbox if str(box.key).startswith("bring:")]
    assert len(drawn) == (boxes or 1)
    if not boxes:
        checked(page.selectbox(key=f"bring:which:{columns}").set_value(3).run())
        checked(page.selectbox(key=key_of(page, "bring:column:3")).set_value("note").run())
        assert f"{columns:,} columns, 3 of them recognised." in text_of(page)


def test_a_table_that_cannot_be_read_leaves_the_one_before(opened: Open) -> None:
    data = zipped(watched_csv="title,year\nA,1970\nB,1971\n", notes_json='{"a": ')
    page = uploaded_file(opened(list="new"), "export.zip", data)
    checked(page.radio(key="bring:table").set_value("notes.json").run())
    assert "the JSON breaks off here" in page.error[0].value.replace("\\", "")
    assert page.dataframe[0].value["title"].tolist() == ["A", "B"]
    assert page.radio(key=key_of(page, "bring:table")).value == "watched.csv"


def test_it_is_shown_and_travels_in_the_link(opened: Open) -> None:
    page = uploaded(opened(list="new"), SMALL)
    assert "3 of 3 films" in count(page)
    assert title_of(page) == "My films"
    name = parameters(page)["list"][0]
    assert name.startswith("link.")
    again = opened(list=name, q="stalker")
    assert "1 of 3 films" in count(again)
    checked(again.selectbox(key=key_of(again, "list")).set_value("published").run())
    assert "10 of 10 films" in count(again)
    checked(again.selectbox(key=key_of(again, "list")).set_value(name).run())
    assert "3 of 3 films" in count(again)


def test_it_is_named(opened: Open) -> None:
    page = pasted(opened(list="new"), SMALL)
    page.text_input(key="bring:name").set_value("  Tuesday   <b>club</b> ")
    checked(page.button(key="bring:show").click().run())
    assert title_of(page) == "Tuesday <b>club</b>"


def test_a_larger_list_is_kept_and_deleted_by_its_owner(opened: Open, kept_here: Path) -> None:
    page = uploaded(opened(list="new"), films(400))
    name = parameters(page)["list"][0]
    assert name.startswith("kept.")
    assert len(list(kept_here.iterdir())) == 1
    assert "This list is stored on the server until" in text_of(page)
    again = opened(list=name)
    assert "400 of 400 films" in count(again)
    assert not [button for button in again.button if button.key == "brought:delete"]
    checked(page.button(key="brought:delete").click().run())
    assert "10 of 10 films" in count(page)
    assert "The list was deleted" in page.success[0].value
    assert list(kept_here.iterdir()) == []
    checked(again.run())
    assert "10 of 10 films" in count(again)
    assert "is not here any more" in again.warning[0].value


def test_where_nothing_is_kept_it_stays_in_the_tab(opened: Open, kept_here: Path, choose: Choose) -> None:
    choose(keep_mb=0)
    page = pasted(opened(list="new"), films(400))
    assert "this dashboard stores no lists" in text_of(page)
    checked(page.button(key="bring:show").click().run())
    assert "400 of 400 films" in count(page)
    name = parameters(page)["list"][0]
    assert (name[:5], kept_here.exists() and list(kept_here.iterdir())) in (("held.", False), ("held.", []))
    checked(page.text_input(key="search").set_value("orbit").run())
    assert "of 400 films" in count(page)
    other = opened(list=name)
    assert "10 of 10 films" in count(other)
    assert "is not here any more" in other.warning[0].value


@pytest.mark.skipif(os.name == "nt", reason="no such limit there")
def test_where_the_disk_is_full_it_stays_in_the_tab(opened: Open, kept_here: Path) -> None:
    page = pasted(opened(list="new"), films(400))
    with largest_file(1_000):
        checked(page.button(key="bring:show").click().run())
    assert ("400 of 400 films" in count(page), parameters(page)["list"][0][:5]) == (True, "held.")
    assert "It stays in this tab" in text_of(page)
    assert list(kept_here.iterdir()) == []
    checked(page.text_input(key="search").set_value("orbit").run())
    assert "of 400 films" in count(page)


@pytest.mark.parametrize("name", ["link.x", "link.", "kept.x", "kept.../../etc", "held.1", "link." + "A" * 5_000])
def test_a_link_s_list_that_is_not_there_is_said(opened: Open, name: str) -> None:
    page = opened(list=name, q="mars")
    assert "of 10 films" in count(page)
    assert "The list of this link is not here any more" in page.warning[0].value
    assert not page.info


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\0\0", "this is neither text nor"),
        ('[{"title": "A", ', "the JSON breaks off here"),
        ("title,year\n", "there is no row in it"),
    ],
    ids=["not text", "JSON cut off", "no row"],
)
def test_what_cannot_be_read_is_said_and_the_page_goes_on(opened: Open, text: str, said: str) -> None:
    page = pasted(opened(list="new"), text)
    assert said in page.error[0].value.replace("\\", "")
    assert not page.dataframe
    assert "3 of 3 films" in count(uploaded(page, SMALL))


def test_the_operator_s_limits_are_told_and_hold(opened: Open, choose: Choose) -> None:
    choose(upload_rows=2, upload_mb=1)
    page = opened(list="new")
    assert any("Up to 1 MB and 2 rows." in caption.value for caption in page.caption)
    assert "more than 2 rows" in pasted(page, SMALL).error[0].value
    assert "larger than 1 MB" in pasted(page, "title\n" + "x" * 1_100_000).error[0].value


def test_the_dashboard_s_own_csv_comes_back_as_the_list_it_was(opened: Open) -> None:
    index = Index(load_list(published_source()).films)
    page = pasted(opened(list="new"), list_csv(index.films, np.arange(10)).decode("utf-8-sig"))
    assert "10 rows: 7 fine and 3 doubtful." in text_of(page)
    assert "Salyut 6" in text_of(page)
    checked(page.button(key="bring:show").click().run())
    alarmed = [head for head in heads(page).values() if "calendar check" in head]
    assert [head.split(" (")[0] for head in alarmed] == ["The Sky Beckons", "The Orbital Station", "The Last Flight"]
    link = urlencode(parameters(page), doseq=True)
    assert len(link) < 2_400
    assert parse_qs(link)["list"] == parameters(page)["list"]


def test_the_published_text_is_read_as_the_ten_films(opened: Open) -> None:
    page = uploaded(opened(list="new"), (DATA / "soviet-space-films.txt").read_text(encoding="utf-8"))
    assert "10 of 10 films" in count(page)


def test_lists_of_two_visitors_do_not_mix(opened: Open) -> None:
    one, other = uploaded(opened(list="new"), SMALL), uploaded(opened(list="new"), "title,year\nA,1970\n")
    assert [IN_LINK in parameters(page)["list"][0] for page in (one, other)] == [True, True]
    assert ("3 of 3 films" in count(checked(one.run())), "1 of 1 film" in count(checked(other.run()))) == (True, True)
    assert (
        len(one.selectbox(key=key_of(one, "list")).options)
        == len(other.selectbox(key=key_of(other, "list")).options)
        == 4
    )


def test_a_list_that_went_while_another_was_shown_is_said(opened: Open, kept_here: Path) -> None:
    page = uploaded(opened(list="new"), films(400))
    name = parameters(page)["list"][0]
    checked(page.selectbox(key=key_of(page, "list")).set_value("published").run())
    for kept in kept_here.iterdir():
        kept.unlink()
    checked(page.selectbox(key=key_of(page, "list")).set_value(name).run())
    assert "10 of 10 films" in count(page)
    assert "is not here any more" in page.warning[0].value


def test_a_list_that_packs_well_but_is_large_is_kept_and_not_in_the_link(opened: Open) -> None:
    rows = "".join(f"Film {at},{'word ' * 600}\n" for at in range(900))
    page = uploaded(opened(list="new"), "title,description\n" + rows)
    assert parameters(page)["list"][0].startswith("kept.")
    assert "900 of 900 films" in count(page)


def test_a_column_corrected_by_hand_stays_as_it_is(opened: Open) -> None:
    page = pasted(opened(list="new"), "Film,Year,Stars\nA,1970,5 of 5\nB,1971,4 of 5\n")
    checked(page.selectbox(key=key_of(page, "bring:column:2")).set_value("").run())
    checked(page.button(key="bring:show").click().run())
    checked(page.segmented_control(key=key_of(page, "layout")).set_value("table").run())
    assert page.dataframe[0].value["Stars"].tolist() == ["5 of 5", "4 of 5"]
    assert "cast" not in page.dataframe[0].value


def test_the_report_on_the_file_stays_with_the_list_and_is_for_whoever_brought_it(opened: Open) -> None:
    page = uploaded(opened(list="new"), SMALL)
    session = page.session_state["session"]
    name = parameters(page)["list"][0]
    assert list(session.uploaded_films) == [name]
    assert session.uploaded_films[name]().refused == ((5, ("", "1980", "B")),)
    checked(page.selectbox(key=key_of(page, "list")).set_value("new").run())
    assert "4 rows" not in text_of(page)
    assert "draft" not in page.session_state
    assert opened(list=name).session_state["session"].uploaded_films == {}


def uploaded_file(page: AppTest, file: str, data: bytes) -> AppTest:
    page.file_uploader(key="bring:file").set_value((file, data, "application/zip"))
    return checked(page.run())


def zipped(**files: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in files.items():
            archive.writestr(name.replace("_", "."), text)
    return made.getvalue()


@pytest.mark.parametrize(
    ("link", "view"),
    [
        (
            "http://localhost:8501/?decade=1960s&decade=1970s&sort=year",
            {"decade": ["1960s", "1970s"], "sort": ["year"]},
        ),
        ("?q=solaris&view=table", {"q": ["solaris"], "view": ["table"]}),
        ("https://x.org/films/?list=kept.x&lang=ru&pick=solaris", {"pick": ["solaris"]}),
        ("https://x.org/", {}),
        ("http://[", {}),
        ("x", {}),
    ],
)
def test_a_bundle_brings_its_whole_view(opened: Open, link: str, view: dict[str, list[str]]) -> None:
    films = "id,title,year\nsolaris,Solaris,1972\nmoon,Moon,1965\n"
    page = uploaded_file(opened(list="new"), "a.zip", zipped(films_csv=films, films_json=json.dumps({"link": link})))
    checked(page.button(key="bring:show").click().run())
    assert {name: values for name, values in parameters(page).items() if name != "list"} == view
    assert not page.info


def test_a_bundle_brings_its_named_views(opened: Open) -> None:
    films = "id,title,year\nsolaris,Solaris,1972\nmoon,Moon,1965\n"
    views = "name,link\nSixties,?decade=1960s\n<b>Away</b>,https://x.org/\n"
    page = uploaded_file(opened(list="new"), "a.zip", zipped(films_csv=films, views_csv=views))
    checked(page.button(key="bring:show").click().run())
    assert [each.label for each in page.button if each.key.startswith("start:")] == ["Sixties"]
    assert "leads away from this list" in text_of(page)
    checked(page.button(key="start:0").click().run())
    assert "1 of 2 films" in count(page)


def test_nothing_pasted_is_said(opened: Open) -> None:
    page = pasted(opened(list="new"), "  ")
    assert "Paste a list first" in page.info[0].value


def test_a_link_with_a_list_of_very_many_lines_is_not_opened(opened: Open) -> None:
    packed = pack(ListPackage("x", {"films.csv": b"title\n" + b"x\n" * 100_000}))
    page = opened(list="link." + to_text(packed))
    assert "10 of 10 films" in count(page)
    assert "is not here any more" in page.warning[0].value
