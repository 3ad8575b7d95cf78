"""Views with a name: what a list's views.csv offers, what of it cannot be used, and how one is reached."""

import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import settings
from dashboard.formats.separated.delimited import read_csv
from dashboard.lists.loading import load_list
from dashboard.lists.package import unpack
from dashboard.lists.source import own_source, uploaded_source
from dashboard.lists.upload_draft import ReadAs, Upload, UploadedTable, read_upload
from dashboard.model.problems import Problem
from dashboard.model.rows import UNLIMITED
from dashboard.query.loaded_list import LoadedList
from dashboard.query.named_views import MOST_VIEWS, NamedView, named, read_views, way_to
from dashboard.query.view import Sort, View
from tests.foreign import crowded, index_of
from tests.query.views import views

INDEX = index_of("title,year,kind,rating\nA,1961,x,7\nB,1962,x,8\nC,1971,y,9\nD,1972,y,\n")
CROWDED = index_of(crowded())
SIXTIES = View().with_values("decade", ("1960s",))


def read(text, head="name,link\n"):
    return read_views(read_csv((head + text).encode(), "views.csv"), INDEX)


def wrong(kind, column, value, expected=""):
    return Problem(kind, "views.csv", 2, column, value, expected)


@pytest.mark.parametrize(
    ("link", "view"),
    [
        ("?decade=1960s", SIXTIES),
        ("decade=1960s", SIXTIES),
        ("?decade=1960s&list=other&lang=ru&page=9", SIXTIES),
        ("http://localhost:8501/?decade=1960s", SIXTIES),
        ("https://films.example.org/?decade=1960s", SIXTIES),
        ("q=mars: a/b", View(search="mars: a/b")),
        ("?sort=rating-desc&sort=year&view=table", View(order=(Sort("rating", True), Sort("year")), layout="table")),
        ("?", View()),
    ],
)
def test_a_link_may_be_written_in_full_or_in_part(link, view, monkeypatch):
    monkeypatch.setattr(settings, "_current", settings.Settings(public_url="https://films.example.org/"))
    found, problems = read(f'Way in,"{link}"\n')
    assert problems == ()
    assert [way_to(each, INDEX, View()) for each in found] == [view]


@pytest.mark.parametrize(
    ("row", "problem", "kept"),
    [
        (
            "Away,https://evil.example/?decade=1960s",
            wrong("link elsewhere", "link", "https://evil.example/?decade=1960s"),
            0,
        ),
        ("Away,//evil.example/?decade=1960s", wrong("link elsewhere", "link", "//evil.example/?decade=1960s"), 0),
        ("Away,/elsewhere?decade=1960s", wrong("link elsewhere", "link", "/elsewhere?decade=1960s"), 0),
        ("Away,\\\\evil.example\\?decade=1960s", wrong("link elsewhere", "link", "\\\\evil.example\\?decade=1960s"), 0),
        ("Script,javascript:alert(1)", wrong("link elsewhere", "link", "javascript:alert(1)"), 0),
        ("Broken,http://[?decade=1960s", wrong("link elsewhere", "link", "http://[?decade=1960s"), 0),
        ("Nothing,?planet=Mars", wrong("link of nothing", "link", "?planet=Mars", "planet=Mars"), 0),
        ("Nothing,?decade=1890s", wrong("link of nothing", "link", "?decade=1890s", "decade=1890s"), 0),
        (
            "In part,?decade=1960s&planet=Mars",
            wrong("link in part", "link", "?decade=1960s&planet=Mars", "planet=Mars"),
            1,
        ),
        (",?decade=1960s", wrong("nothing said", "name", ""), 0),
        ("No link,", wrong("nothing said", "link", ""), 0),
    ],
    ids=str,
)
def test_what_cannot_be_used_is_named_and_the_next_row_is_read(row, problem, kept):
    found, problems = read(f"{row}\nAll films,?\n")
    assert ([each.name for each in found][kept:], problems) == (["All films"], (problem,))
    assert len(found) == kept + 1


def test_a_name_is_given_once_and_views_are_bounded():
    assert read("A,?\nA,?decade=1960s\n")[1] == (Problem("said twice", "views.csv", 3, "name", "A"),)
    found, problems = read("".join(f"V{at},?\n" for at in range(MOST_VIEWS + 2)))
    assert (len(found), [each.kind for each in problems]) == (MOST_VIEWS, ["too many views"] * 2)


def test_names_in_languages():
    ((view,), _) = read("Sixties,?decade=1960s,Шестидесятые\n", "name,link,name_ru\n")
    assert [view.text_in("name", code) for code in ("en", "ru")] == ["Sixties", "Шестидесятые"]


@pytest.mark.parametrize("index", [INDEX, CROWDED], ids=["small", "crowded"])
@given(data=st.data())
def test_the_view_that_was_named_is_reached_from_every_other(index, data):
    view, other = data.draw(views(index)), data.draw(views(index))
    reached = way_to(named(view, "It"), index, other)
    same = ("search", "years", "chosen", "modes", "ranges", "more", "order", "layout", "film", "open", "history_track")
    assert [getattr(reached, name) for name in same] == [getattr(view, name) for name in same]
    of_other = ("list", "language", "shortlist", "showings", "programme")
    assert [getattr(reached, name) for name in of_other] == [getattr(other, name) for name in of_other]


def test_a_shortlist_that_a_link_names_is_the_shortlist():
    mine = View(shortlist=("a-1961",), showings=(("a-1961", datetime(2026, 1, 2)),))
    evening = NamedView("Evening", "?pick=b-1962&programme=Night")
    assert way_to(evening, INDEX, mine) == View(shortlist=("b-1962",), programme="Night")
    assert way_to(NamedView("All", "?"), INDEX, mine) == mine


FILES = {
    "films.csv": "title,year,kind\nA,1961,x\nB,1972,y\n",
    "views.csv": "name,link\nSixties,?decade=1960s\nAway,https://x.org/\nScript,javascript:alert(1)\n",
}


def folder(tmp_path: Path) -> LoadedList:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return load_list(own_source(tmp_path))


def zipped(tmp_path: Path) -> Path:
    path = tmp_path / "own.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(f"own/{name}", text)
    return path


def bundle(tmp_path: Path) -> LoadedList:
    return load_list(own_source(zipped(tmp_path)))


def upload(tmp_path: Path) -> LoadedList:
    loaded = _table(tmp_path).loaded
    assert loaded
    return loaded


def link(tmp_path: Path) -> LoadedList:
    return load_list(uploaded_source(unpack(_table(tmp_path).in_link), "link.x", "Own"))


def _table(tmp_path: Path) -> UploadedTable:
    return read_upload(Upload(zipped(tmp_path).read_bytes(), "own.zip", UNLIMITED), ReadAs())


@pytest.mark.parametrize("brought", [folder, bundle, upload, link])
def test_a_list_brings_views_and_what_leads_elsewhere_is_named(tmp_path, brought):
    loaded = brought(tmp_path)
    assert loaded.views == (NamedView("Sixties", "?decade=1960s"),)
    assert [(each.kind, each.line) for each in loaded.problems] == [("link elsewhere", 3), ("link elsewhere", 4)]
    assert loaded.files["views.csv"] == FILES["views.csv"].encode()
