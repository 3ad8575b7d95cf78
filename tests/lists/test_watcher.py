"""What is read from files that change: at once where that is quick, else in the background, and never twice."""

import logging
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.cleaning.validate import FilmList
from dashboard.lists.loading import load
from dashboard.lists.source import own_source
from dashboard.lists.watcher import PATIENCE, Watched
from dashboard.model.problems import BadListError, NotReadyError, Problem
from dashboard.model.progress import Progress, begin, counted
from tests.lists.changing import GOOD, write
from tests.serving import until

BROKEN = "when,where\n1970,12\n"
NO_TITLE = Problem("no title column", "films.csv", 1, value="when", expected="when, where")
GONE = Problem("unreadable file", "films.csv", expected="No such file or directory")


def watched_list(path: Path) -> Watched[FilmList]:
    source = own_source(path)
    return Watched(source.files, lambda: load(source))


def titles(watched: Watched[FilmList]) -> list[str]:
    return watched.current()[0].frame["title"].tolist()


def broken(watched: Watched[FilmList]) -> tuple[Problem, ...] | None:
    error = watched.current()[1]
    return None if error is None else error.problems


@pytest.mark.parametrize(
    ("harm", "problem"),
    [(lambda path: write(path, BROKEN), NO_TITLE), (Path.unlink, GONE), (lambda path: write(path, ""), None)],
    ids=["broken", "deleted", "emptied"],
)
def test_it_keeps_the_last_good_list_until_the_file_is_repaired(path, harm, problem):
    watched = watched_list(path)
    assert (titles(watched), broken(watched)) == (["A", "B"], None)
    before = watched.current()[0]

    harm(path)
    for _ in range(2):
        assert broken(watched) == (problem or Problem("empty file", "films.csv"),)
        assert watched.current()[0] is before

    write(path, "title,year\nC,1974\n")
    assert (titles(watched), broken(watched)) == (["C"], None)


def test_it_reads_only_what_changed(path):
    watched = watched_list(path)
    assert watched.current()[0] is watched.current()[0]
    before = watched.current()[0]
    write(path, GOOD)
    assert watched.current()[0] is not before
    assert watched.current()[0] is watched.current()[0]


def test_it_sees_a_file_put_in_its_place(path):
    watched = watched_list(path)
    stamp = path.stat().st_mtime_ns
    other = path.with_name("other.csv")
    other.write_text(GOOD.replace("A", "C"))
    os.utime(other, ns=(stamp, stamp))
    other.replace(path)
    assert titles(watched) == ["C", "B"]


def test_it_reads_again_when_any_of_its_files_changes(tmp_path):
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


def test_it_needs_a_good_file_to_begin_with_and_takes_the_first(path):
    write(path, BROKEN)
    watched = watched_list(path)
    for _ in range(2):
        with pytest.raises(BadListError) as raised:
            watched.current()
        assert raised.value.problems == (NO_TITLE,)
    write(path, GOOD)
    assert (titles(watched), broken(watched)) == (["A", "B"], None)


class Slow:
    """A reading of a file that goes on until it is let go."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.reads = 0
        self.goes_on = threading.Event()

    def read(self) -> str:
        self.reads += 1
        begin("check")
        for part in counted("ab", 2):
            if part == "b":
                self.goes_on.wait()
        return self.path.read_text()


@pytest.fixture
def slow(path):
    slow = Slow(path)
    yield slow
    slow.goes_on.set()


def at_once(number: int, ask: Callable[[], object]) -> list[object]:
    """What several threads get that ask at the same time."""
    got: list[object] = []

    def asks() -> None:
        try:
            got.append(ask())
        except NotReadyError:
            got.append(NotReadyError)

    threads = [threading.Thread(target=asks) for _ in range(number)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return got


def test_a_long_reading_is_waited_for_a_moment_and_done_once_however_many_ask(path, slow):
    watched = Watched((path,), slow.read)
    began = time.monotonic()
    assert at_once(8, watched.current) == [NotReadyError] * 8
    assert PATIENCE <= time.monotonic() - began < PATIENCE * 5
    again = time.monotonic()
    assert at_once(8, watched.current) == [NotReadyError] * 8
    assert time.monotonic() - again < PATIENCE
    assert watched.reading().progress == Progress("check", 0.5)
    slow.goes_on.set()
    watched.reading().over.wait()
    assert at_once(8, watched.current) == [(GOOD, None)] * 8
    assert slow.reads == 1


def test_who_has_a_good_list_keeps_it_while_another_is_read(path, slow):
    slow.goes_on.set()
    watched = Watched((path,), slow.read)
    assert watched.current() == (GOOD, None)
    slow.goes_on.clear()
    write(path, "title\nC\n")
    assert at_once(4, watched.current) == [(GOOD, None)] * 4
    write(path, "title\nD\n")
    assert (watched.current(), slow.reads) == ((GOOD, None), 2)
    slow.goes_on.set()
    until(lambda: watched.current() == ("title\nD\n", None), 10)


def test_an_error_that_nobody_foresaw_is_told_once_and_the_last_good_list_stays(path, caplog):
    def read() -> str:
        if (said := path.read_text()) == "wrong":
            raise ZeroDivisionError
        return said

    watched = Watched((path,), read)
    with caplog.at_level(logging.ERROR, "dashboard"):
        write(path, "wrong")
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                watched.current()
        write(path, "right")
        assert watched.current() == ("right", None)
        write(path, "wrong")
        assert [watched.current() for _ in range(2)] == [("right", None)] * 2
    assert [record.getMessage() for record in caplog.records] == ["A list could not be read"] * 2


def test_what_is_done_afterwards_keeps_nobody_waiting_and_is_left_out_where_nothing_was_read(path):
    done, go_on = [], threading.Event()

    def afterwards(films: FilmList) -> None:
        go_on.wait(60)
        done.append(films)

    source = own_source(path)
    watched = Watched(source.files, lambda: load(source), afterwards)
    films = watched.current()[0]
    assert done == []
    go_on.set()
    until(lambda: done == [films], 60)
    write(path, BROKEN)
    assert broken(watched) == (NO_TITLE,)
    assert done == [films]
