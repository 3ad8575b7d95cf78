import os
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.catalogue.load import load
from dashboard.catalogue.offer import own_list
from dashboard.errors import BadListError, Problem

GOOD = "title,year\nA,1972\nB,1973\n"
HALF = "title,year\nA,1972\nB,soon\n"
NOT_A_YEAR = Problem("not a year", "films.csv", 3, "year", "soon")
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
