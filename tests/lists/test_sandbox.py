"""Jobs in a process of their own, which may be slow, greedy or killed."""

import logging
import os
import pickle
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from select import select
from time import monotonic

import pytest

from dashboard.formats.read import read_rows
from dashboard.lists import sandbox
from dashboard.lists.plain_data import dumped
from dashboard.lists.sandbox import AT_ONCE, Bounds, run
from dashboard.lists.source import DATA
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

CSV = b"title,year\nSolaris,1972\nStalker,1979\n"
LONG = b"title,year\n" + b"".join(b"Film number %d,1972\n" % each for each in range(200_000))
LIMITS = Limits()
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
    turns = [sandbox._TURNS.acquire(blocking=False) for _ in range(AT_ONCE + 1)]
    for _ in range(sum(turns)):
        sandbox._TURNS.release()
    assert turns == [True] * AT_ONCE + [False]


def read(data=CSV, limits=LIMITS, file="films.csv", **bounds):
    return run(read_rows, data, file, limits, file=file, bounds=Bounds(**bounds))


def problems_of(data=CSV, limits=LIMITS, **bounds):
    with pytest.raises(BadListError) as raised:
        read(data, limits, **bounds)
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
        pytest.param(LONG, marks=pytest.mark.audit),
    ],
    ids=["two films", "ten films", "filmography", "another encoding", "rows of other lengths", "very many"],
)
def test_it_reads_as_in_this_process(data):
    assert read(data) == read_rows(data, "films.csv")


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
    assert read() == read_rows(CSV, "films.csv")


def test_it_finds_what_this_process_finds(tmp_path, monkeypatch):
    (tmp_path / "only_here.py").write_text("print('found')")
    monkeypatch.syspath_prepend(tmp_path)
    assert sandbox._exchange(python("import only_here"), b"", 30)[0].split() == [b"found"]


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
            sandbox._exchange(python(code), b"", 1)
        assert monotonic() - began < 30
        assert alive.read(9) == b".."
        assert select([alive], [], [], 10)[0], "one of them still holds the other end"
        assert alive.read(9) == b""


@posix
def test_a_reader_whose_server_has_gone_ends_by_itself():
    code = "from dashboard.lists.sandbox import Bounds, _limit; import time; _limit(Bounds(seconds=0)); time.sleep(60)"
    assert subprocess.run(python(code), cwd=DATA.parent, check=False).returncode < 0


@linux
def test_it_takes_too_much_memory():
    expected = (Problem("took too much memory", "films.csv", expected="0.02"),)
    assert problems_of(LONG, memory=20_000_000) == expected


@linux
def test_the_memory_is_counted_beside_what_the_program_needs():
    data = b"".join(LONG.splitlines(keepends=True)[:5000])
    assert read(data, memory=20_000_000) == read_rows(data, "films.csv")


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
        f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({dumped(('done', LIMITS))[:-9]!r})",
        f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({dumped(LIMITS)!r})",
        f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({dumped('an answer')!r})",
        f"import sys; sys.stdout.buffer.write({b'no answer' * 1000!r})",
    ],
    ids=[
        *("killed", "a fault in a native library", "an error", "silent", "half an answer", "something else"),
        *("a text", "no pickle"),
    ],
)
def test_the_reader_ends(monkeypatch, code):
    monkeypatch.setattr(sandbox, "COMMAND", python(code))
    assert problems_of(LONG) == ENDED


def test_the_reader_does_not_start(monkeypatch):
    monkeypatch.setattr(sandbox, "COMMAND", ("/there/is/no/python",))
    assert problems_of() == ENDED


def test_an_answer_runs_nothing(tmp_path, monkeypatch):
    path = tmp_path / "precious"
    path.touch()
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({pickle.dumps(Harm(path))!r})"
    monkeypatch.setattr(sandbox, "COMMAND", python(code))
    assert problems_of() == ENDED
    assert path.exists()


def test_many_at_once_take_turns():
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda each: read(file=f"{each}.csv").file, range(6)))
    assert found == [f"{each}.csv" for each in range(6)]


def test_only_so_many_at_once():
    for _ in range(AT_ONCE):
        sandbox._TURNS.acquire()
    try:
        assert problems_of(turn=0.05) == (Problem("server busy", "films.csv", expected="0.05"),)
    finally:
        for _ in range(AT_ONCE):
            sandbox._TURNS.release()
    assert read().file == "films.csv"


def fails(text):
    """A job that nobody foresaw to fail."""
    raise LookupError(text)


def exhausted():
    """A job that asks for more memory than there is."""
    raise MemoryError


def test_a_job_that_fails_is_one_line_of_the_log_without_what_a_visitor_sent(caplog, capfd):
    with pytest.raises(BadListError) as raised, caplog.at_level(logging.INFO, "dashboard"):
        run(fails, "a secret film", file="films.csv")
    assert raised.value.problems == ENDED
    (line,) = [record.getMessage() for record in caplog.records]
    assert re.fullmatch(r"The process that reads a list broke off: 'LookupError at test_sandbox\.py:\d+ < .*'", line)
    assert "secret" not in line
    assert capfd.readouterr() == ("", "")


def test_what_a_process_complains_of_is_not_in_the_log(monkeypatch, caplog, capfd):
    monkeypatch.setattr(sandbox, "COMMAND", python("import sys; sys.stderr.write('a secret film'); 1 / 0"))
    with caplog.at_level(logging.INFO, "dashboard"):
        assert problems_of() == ENDED
    assert [record.getMessage() for record in caplog.records] == [
        "The process that reads a list broke off: 'exit code 1'"
    ]
    assert capfd.readouterr() == ("", "")


def test_a_job_without_memory_says_so():
    with pytest.raises(BadListError) as raised:
        run(exhausted, file="films.csv", bounds=Bounds(memory=3_000_000_000))
    assert raised.value.problems == (Problem("took too much memory", "films.csv", expected="3"),)


def test_the_wait_for_a_turn_is_no_part_of_the_job():
    """Of three jobs at once one waits, longer than any may run."""
    with ThreadPoolExecutor(3) as pool:
        began = monotonic()
        found = list(pool.map(lambda _: read(seconds=20, turn=60).form, range(3)))
    assert (found, monotonic() - began < 60) == (["CSV"] * 3, True)
