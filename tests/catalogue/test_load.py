import os
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue.check import FilmList
from dashboard.catalogue.load import Watched, load
from dashboard.catalogue.offer import own_list
from dashboard.errors import BadListError, Problem

GOOD = "title,year\nA,1972\nB,1973\n"
HALF = "title,year\nA,1972\nB,soon\n"
BROKEN = "when,where\n1970,12\n"
NOT_A_YEAR = Problem("not a year", "films.csv", 3, "year", "soon")
NO_TITLE = Problem("no title column", "films.csv", 1, expected="when, where")
GONE = Problem("unreadable file", "films.csv", expected="No such file or directory")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "films.csv"
    path.write_text(GOOD)
    return path


def write(path: Path, text: str) -> None:
    """Write a file and make sure that it looks changed, however coarse the disk's clock is."""
    stamp = path.stat().st_mtime_ns + 1_000_000_000 if path.exists() else 1_000_000_000
    path.write_text(text)
    os.utime(path, ns=(stamp, stamp))


def watched_list(path: Path) -> Watched[FilmList]:
    offer = own_list(path)
    return Watched(offer.files, lambda: load(offer))


def titles(watched: Watched[FilmList]) -> list[str]:
    return watched.current()[0].frame["title"].tolist()


def broken(watched: Watched[FilmList]) -> tuple[Problem, ...] | None:
    error = watched.current()[1]
    return None if error is None else error.problems


def test_own_list_keeps_a_doubtful_row(path):
    write(path, HALF)
    films = load(own_list(path))
    assert (films.frame["title"].tolist(), films.problems) == (["A", "B"], (NOT_A_YEAR,))


def test_our_data_may_have_nothing_wrong(path):
    offer = replace(own_list(path), ours=True)
    assert load(offer).problems == ()
    write(path, HALF)
    with pytest.raises(BadListError) as raised:
        load(offer)
    assert raised.value.problems == (NOT_A_YEAR,)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("folder/none.csv", Problem("unreadable file", "none.csv", expected="No such file or directory")),
        ("folder", GONE),
        ("nested", Problem("unreadable file", "films.csv", expected="Is a directory")),
    ],
    ids=["missing", "a folder without films.csv", "a folder of that name"],
)
def test_no_file(tmp_path, name, problem):
    (tmp_path / "folder").mkdir()
    (tmp_path / "nested" / "films.csv").mkdir(parents=True)
    with pytest.raises(BadListError) as raised:
        load(own_list(tmp_path / name))
    assert raised.value.problems == (problem,)


@pytest.mark.parametrize(
    ("harm", "problem"),
    [(lambda path: write(path, BROKEN), NO_TITLE), (Path.unlink, GONE), (lambda path: write(path, ""), None)],
    ids=["broken", "deleted", "emptied"],
)
def test_watched_keeps_the_last_good_list_until_the_file_is_repaired(path, harm, problem):
    watched = watched_list(path)
    assert (titles(watched), broken(watched)) == (["A", "B"], None)
    before = watched.current()[0]

    harm(path)
    for _ in range(2):
        assert broken(watched) == (problem or Problem("empty file", "films.csv"),)
        assert watched.current()[0] is before

    write(path, "title,year\nC,1974\n")
    assert (titles(watched), broken(watched)) == (["C"], None)


def test_watched_reads_only_what_changed(path):
    watched = watched_list(path)
    assert watched.current()[0] is watched.current()[0]
    before = watched.current()[0]
    write(path, GOOD)
    assert watched.current()[0] is not before
    assert watched.current()[0] is watched.current()[0]


def test_watched_sees_a_file_put_in_its_place(path):
    watched = watched_list(path)
    stamp = path.stat().st_mtime_ns
    other = path.with_name("other.csv")
    other.write_text(GOOD.replace("A", "C"))
    os.utime(other, ns=(stamp, stamp))
    other.replace(path)
    assert titles(watched) == ["C", "B"]


def test_watched_reads_again_when_any_of_its_files_changes(tmp_path):
    one, other, not_yet = (tmp_path / name for name in ("one", "other", "not yet"))
    one.write_text("1")
    other.write_text("2")
    files = (one, other, not_yet)
    reads = Watched(files, lambda: [path.read_text() for path in files if path.exists()])
    assert reads.current() == (["1", "2"], None)
    write(other, "3")
    assert reads.current() == (["1", "3"], None)
    write(not_yet, "4")
    assert reads.current() == (["1", "3", "4"], None)
    one.unlink()
    assert reads.current() == (["3", "4"], None)


def test_watched_needs_a_good_file_to_begin_with(path):
    write(path, BROKEN)
    with pytest.raises(BadListError) as raised:
        watched_list(path)
    assert raised.value.problems == (NO_TITLE,)
