"""Reading in a process of its own, which may be slow, greedy or killed."""

import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from select import select
from time import monotonic

import pytest

from dashboard.formats.read import read_rows
from dashboard.lists import sandbox as guarded
from dashboard.lists.sandbox import AT_ONCE, read_sandboxed
from dashboard.lists.source import DATA
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

CSV = b"title,year\nSolaris,1972\nStalker,1979\n"
LONG = b"title,year\n" + b"".join(b"Film number %d,1972\n" % each for each in range(200_000))
ENDED = (Problem("reader ended", "films.csv"),)
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's memory")
posix = pytest.mark.skipif(os.name == "nt", reason="no process groups there")


def children():
    """The processes that this one has started and that are still there, ended ones included."""
    listed = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    return {child for path in listed for child in path.read_text().split()}


@pytest.fixture(autouse=True)
def nothing_is_left():
    """Every turn is given back, and no process is left over."""
    before = children()
    yield
    assert children() == before
    turns = [guarded._TURNS.acquire(blocking=False) for _ in range(AT_ONCE + 1)]
    for _ in range(sum(turns)):
        guarded._TURNS.release()
    assert turns == [True] * AT_ONCE + [False]


def problems_of(data=CSV, **bounds):
    with pytest.raises(BadListError) as raised:
        read_sandboxed(data, "films.csv", **bounds)
    return raised.value.problems


def python(code):
    return sys.executable, "-c", code


@pytest.mark.parametrize(
    "data",
    [
        CSV,
        (DATA / "films.csv").read_bytes(),
        (DATA / "filmography.csv").read_bytes(),
        "название;год\nСолярис;1972\n".encode("cp1251"),
        b"title,year\nSolaris,1972\nStalker\n,,,\nMirror,1975,x\n",
        LONG,
    ],
    ids=["two films", "ten films", "filmography", "another encoding", "rows of other lengths", "very many"],
)
def test_it_reads_as_in_this_process(data):
    assert read_sandboxed(data, "films.csv") == read_rows(data, "films.csv")


@pytest.mark.parametrize(
    ("data", "limits"),
    [(b"", Limits()), (b"\0\1\2\3" * 100, Limits()), (CSV, Limits(rows=1))],
    ids=["empty", "not text", "more rows than allowed"],
)
def test_a_file_that_cannot_be_used(data, limits):
    with pytest.raises(BadListError) as raised:
        read_rows(data, "films.csv", limits)
    assert problems_of(data, limits=limits) == raised.value.problems


def test_it_needs_nothing_of_where_it_is_started(tmp_path, monkeypatch):
    (tmp_path / "csv.py").write_text("raise SystemExit('of the folder')")
    (tmp_path / "dashboard").mkdir()
    (tmp_path / "dashboard" / "__init__.py").write_text("raise SystemExit('of the folder')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    assert read_sandboxed(CSV, "films.csv") == read_rows(CSV, "films.csv")


def test_it_finds_what_this_process_finds(tmp_path, monkeypatch):
    (tmp_path / "only_here.py").write_text("print('found')")
    monkeypatch.syspath_prepend(tmp_path)
    assert guarded._exchange(python("import only_here"), b"", 30).split() == [b"found"]


def test_it_takes_too_long():
    assert problems_of(seconds=0.01) == (Problem("took too long", "films.csv", expected="0.01"),)


@posix
def test_what_takes_too_long_is_killed_with_all_it_started(tmp_path):
    fifo = tmp_path / "alive"
    os.mkfifo(fifo)
    code = f"import os, time; os.fork(); os.write(os.open({str(fifo)!r}, os.O_WRONLY), b'.'); time.sleep(60)"
    with open(fifo, "rb", 0, opener=lambda path, flags: os.open(path, flags | os.O_NONBLOCK)) as alive:
        began = monotonic()
        with pytest.raises(subprocess.TimeoutExpired):
            guarded._exchange(python(code), b"", 1)
        assert monotonic() - began < 30
        assert alive.read(9) == b".."
        assert select([alive], [], [], 10)[0], "one of them still holds the other end"
        assert alive.read(9) == b""


@posix
def test_a_reader_whose_server_has_gone_ends_by_itself():
    code = "from dashboard.lists.sandbox import _limit; import time; _limit(0, 10**9); time.sleep(60)"
    assert subprocess.run(python(code), cwd=DATA.parent, check=False).returncode < 0


@linux
def test_it_takes_too_much_memory():
    expected = (Problem("took too much memory", "films.csv", expected="0.02"),)
    assert problems_of(LONG, memory=20_000_000) == expected


@linux
def test_the_memory_is_counted_beside_what_the_program_needs():
    data = b"".join(LONG.splitlines(keepends=True)[:5000])
    assert read_sandboxed(data, "films.csv", memory=20_000_000) == read_rows(data, "films.csv")


class Harm:
    """What would delete a file if it were unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.unlink, (str(self.path),)


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.kill(os.getpid(), 9)",
        "import os; os.kill(os.getpid(), 11)",
        "raise SystemExit(1)",
        "pass",
        f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({pickle.dumps(Limits())[:-9]!r})",
        f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({pickle.dumps(Limits())!r})",
        f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({pickle.dumps('an answer')!r})",
        f"import sys; sys.stdout.buffer.write({b'no answer' * 1000!r})",
    ],
    ids=[
        *("killed", "a fault in a native library", "an error", "silent", "half an answer", "something else"),
        *("a text", "no pickle"),
    ],
)
def test_the_reader_ends(monkeypatch, code):
    monkeypatch.setattr(guarded, "READER", python(code))
    assert problems_of(LONG) == ENDED


def test_the_reader_does_not_start(monkeypatch):
    monkeypatch.setattr(guarded, "READER", ("/there/is/no/python",))
    assert problems_of() == ENDED


def test_an_answer_runs_nothing(tmp_path, monkeypatch):
    path = tmp_path / "precious"
    path.touch()
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({pickle.dumps(Harm(path))!r})"
    monkeypatch.setattr(guarded, "READER", python(code))
    assert problems_of() == ENDED
    assert path.exists()


def test_many_at_once_take_turns():
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda each: read_sandboxed(CSV, f"{each}.csv").file, range(6)))
    assert found == [f"{each}.csv" for each in range(6)]


def test_only_so_many_at_once():
    for _ in range(AT_ONCE):
        guarded._TURNS.acquire()
    try:
        assert problems_of(seconds=0.05) == (Problem("took too long", "films.csv", expected="0.05"),)
    finally:
        for _ in range(AT_ONCE):
            guarded._TURNS.release()
    assert read_sandboxed(CSV, "films.csv").file == "films.csv"
