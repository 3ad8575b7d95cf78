import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from dashboard.lists.loading import load, load_list
from dashboard.lists.source import own_source
from dashboard.model.problems import BadListError, Problem
from tests.lists.changing import write
from tests.start import let_come

HALF = "title,year\nA,1972\nB,soon\n"
NOT_A_YEAR = Problem("not a year", "films.csv", 3, "year", "soon")
GONE = Problem("unreadable file", "films.csv", expected="No such file or directory")


def test_own_list_keeps_a_doubtful_row(path):
    write(path, HALF)
    films = load(own_source(path))
    assert (films.frame["title"].tolist(), films.problems) == (["A", "B"], (NOT_A_YEAR,))


def test_our_data_may_have_nothing_wrong(path):
    source = own_source(path)
    source = replace(source, info=replace(source.info, ours=True))
    assert load(source).problems == ()
    write(path, HALF)
    with pytest.raises(BadListError) as raised:
        load(source)
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
        load(own_source(tmp_path / name))
    assert raised.value.problems == (problem,)


def test_a_list_that_comes_through_a_pipe_is_read_once(tmp_path):
    pipe = tmp_path / "films.csv"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        coming = pool.submit(lambda: load_list(own_source(pipe)))
        let_come(pipe)
        assert coming.result(timeout=60).films.frame["title"].tolist() == ["A journey to Mars", "Another"]
