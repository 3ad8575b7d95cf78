import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.lists.loading import load
from dashboard.lists.package import ListPackage
from dashboard.lists.source import (
    DATA,
    ListSource,
    filmography_source,
    own_source,
    published_introduction,
    published_source,
    uploaded_source,
)
from dashboard.model.list_info import ListInfo

PUBLISHED = (DATA / "soviet-space-films.txt").read_text(encoding="utf-8")
FILM = re.compile(r"^(?P<title>.+) \((?P<year>\d{4})\)\nDescription: (?P<description>.+)\nFact: (?P<fact>.+)$", re.M)


def test_films_are_word_for_word_as_published():
    published = [
        (each["title"], int(each["year"]), each["description"], each["fact"]) for each in FILM.finditer(PUBLISHED)
    ]
    frame = load(published_source()).frame
    assert len(published) == 10
    assert list(frame[["title", "year", "description", "fact"]].itertuples(index=False, name=None)) == published


def test_text_holds_nothing_else():
    rest = FILM.sub("", PUBLISHED)
    assert rest.strip() == published_introduction() == published_source().info.introduction
    assert rest.startswith("The Soviet Union's fascination with space exploration")
    assert rest.rstrip().endswith("the universal theme of human curiosity.")


@pytest.mark.parametrize(
    ("name", "slug", "title"),
    [
        ("films.csv", "films", "Films"),
        ("my_Favourite-films 2024.csv", "my-favourite-films-2024", "My Favourite films 2024"),
        ("фильмы.csv", "фильмы", "Фильмы"),
        ("IMDb.top.csv", "imdb-top", "IMDb.top"),
        ("__.csv", "films", "Films"),
    ],
)
def test_own_list(name, slug, title):
    films = Path("lists") / name
    assert own_source(films) == ListSource(
        ListInfo("own", title, slug, title, "A list of films from {file}.", history_language="en", file=name),
        films=films,
        milestones=DATA / "milestones.csv",
        calendars=(DATA / "calendar.csv",),
    )
    assert own_source(films).files == (films, DATA / "milestones.csv", DATA / "calendar.csv")


@pytest.mark.parametrize(
    "brought",
    [(), ("claims.csv",), ("identities.csv", "calendar.csv"), ("milestones.csv",)],
    ids=["nothing", "claims", "identities and a calendar", "milestones"],
)
def test_own_folder(tmp_path, brought):
    folder = tmp_path / "my_films"
    folder.mkdir()
    for name in brought:
        (folder / name).write_text("")
    own = {name.removesuffix(".csv"): folder / name for name in brought}
    calendars = (DATA / "calendar.csv", *([own["calendar"]] if "calendar" in own else []))
    history = ("History", "") if "milestones" in own else ("Space history", "en")
    info = ListInfo("own", "My films", "my-films", "My films", "A list of films from {file}.", file="my_films")
    assert own_source(folder) == ListSource(
        replace(info, history_track="milestones" in own, history=history[0], history_language=history[1]),
        films=folder / "films.csv",
        claims=own.get("claims"),
        identities=own.get("identities"),
        milestones=own.get("milestones", DATA / "milestones.csv"),
        calendars=calendars,
    )


@pytest.mark.parametrize(
    ("file", "members", "title"),
    [
        ("my_films.zip", {"films.csv": ""}, "My films"),
        ("__.zip", {"films.csv": ""}, "Films"),
        ("a.zip", {"films.csv": "", "films.json": '{"list": ""}'}, "A"),
        ("a.zip", {"films.csv": "", "films.json": '{"list": " \\t"}'}, "A"),
        ("a.zip", {"films.csv": "", "films.json": '{"shown": "all"}'}, "A"),
        ("a.zip", {"films.csv": "", "films.json": '{"list": "Orbits"}'}, "Orbits"),
        ("a.zip", {"Space/films.csv": ""}, "Space"),
        ("a.zip", {" /films.csv": ""}, "A"),
        ("a.zip", {"Space/films.csv": "", "Space/films.json": '{"list": ""}'}, "Space"),
        ("x" * 100 + ".zip", {"films.csv": ""}, "X" + "x" * 99),
    ],
)
def test_a_bundle_has_a_title(tmp_path, file, members, title):
    with zipfile.ZipFile(tmp_path / file, "w") as bundle:
        for name, text in members.items():
            bundle.writestr(name, text)
    found = own_source(tmp_path / file).info
    assert (found.title, found.name, found.file) == (title, title, file)


def test_a_visitors_list_without_a_name_has_a_title():
    assert uploaded_source(ListPackage("", {"films.csv": b""}), "link.x", "").info.title == "Films"


def test_own_files_beside_a_single_file_are_left_alone(tmp_path):
    (tmp_path / "films.csv").write_text("")
    (tmp_path / "claims.csv").write_text("")
    assert own_source(tmp_path / "films.csv").claims is None


@pytest.mark.parametrize("source", [published_source(), filmography_source()], ids=lambda source: source.info.key)
def test_our_lists_are_ours_and_their_files_are_there(source):
    assert (source.info.ours, source.info.history_track) == (True, True)
    assert source.files[0] == source.films
    assert [path.name for path in source.files if not path.is_file()] == []


def test_every_table_of_the_data_belongs_to_a_list():
    offered = {path.name for source in (published_source(), filmography_source()) for path in source.files}
    assert offered == {path.name for path in DATA.glob("*.csv")}
