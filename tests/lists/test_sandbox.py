"""Jobs in a process of their own, which may be slow, greedy or killed."""

import logging
import os
import pickle
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from select import select
from time import monotonic, sleep

import pytest

from dashboard.formats.read import read_rows
from dashboard.lists.plain_data import dumped
from dashboard.lists.sandbox import jobs, processes
from dashboard.lists.sandbox.jobs import AT_ONCE, run
from dashboard.lists.sandbox.process import Bounds
from dashboard.lists.sandbox.processes import ForkServer
from dashboard.lists.source import DATA
from dashboard.model.problems import BadListError, Problem
from dashboard.model.rows import Limits

CSV = b"title,year\nSolaris,1972\nStalker,1979\n"
LONG = b"title,year\n" + b"".join(b"Film number %d,1972\n" % each for each in range(200_000))
LIMITS = Limits()
ENDED = (Problem("reader ended", "films.csv"),)
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds a process's memory")
posix = pytest.mark.skipif(os.name == "nt", reason="no process groups there")


def children(process=None):
    """The processes that one has started and that are still there, ended ones included."""
    listed = Path(f"/proc/{process or os.getpid()}/task").glob("*/children")
    return {int(child) for path in listed for child in path.read_text().split()}


def gone(processes):
    """Whether these processes end, those that were killed just now among them."""
    until = monotonic() + 30
    while there := [each for each in processes if Path(f"/proc/{each}").exists()]:
        if monotonic() > until:
            return False
        sleep(0.01)
    return not there


def forked_processes():
    server = jobs._SERVER._process
    return children(server.pid) if server else set()


@pytest.fixture(autouse=True)
def nothing_is_left():
    """Every turn is given back, and no process is left over."""
    before, forked = children(), forked_processes()
    yield
    server = {jobs._SERVER._process.pid} if jobs._SERVER._process else set()
    assert children() - server <= before
    assert gone(forked_processes() - forked)
    turns = [jobs._TURNS.acquire(blocking=False) for _ in range(AT_ONCE + 1)]
    for _ in range(sum(turns)):
        jobs._TURNS.release()
    assert turns == [True] * AT_ONCE + [False]


@pytest.fixture
def not_forked(monkeypatch):
    """As where processes are not forked."""
    monkeypatch.setattr(jobs, "FORKS", False)


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
    jobs._SERVER.end()
    assert read() == read_rows(CSV, "films.csv")
    monkeypatch.setattr(jobs, "FORKS", False)
    assert read() == read_rows(CSV, "films.csv")


def test_it_finds_what_this_process_finds(tmp_path, monkeypatch):
    (tmp_path / "only_here.py").write_text("print('--length' + 'found')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(processes, "COMMAND", python("import only_here"))
    assert processes.ask_new(b"", 30).split() == [b"found"]


def test_it_takes_too_long():
    assert problems_of(seconds=0.01) == (Problem("took too long", "films.csv", expected="0.01"),)


def has_a_child(fifo):
    """A job that starts a process, and tells when both are there."""
    os.fork()
    os.write(os.open(fifo, os.O_WRONLY), b".")
    sleep(60)


@posix
@pytest.mark.parametrize(
    ("forks", "seconds"),
    [pytest.param(True, 1, marks=linux), pytest.param(False, 9, marks=pytest.mark.audit)],
    ids=["forked", "new"],
)
def test_what_takes_too_long_is_killed_with_all_it_started(tmp_path, monkeypatch, forks, seconds):
    monkeypatch.setattr(jobs, "FORKS", forks)
    jobs.prepare(has_a_child)
    fifo = tmp_path / "alive"
    os.mkfifo(fifo)
    with open(fifo, "rb", 0, opener=lambda path, flags: os.open(path, flags | os.O_NONBLOCK)) as alive:
        began = monotonic()
        with pytest.raises(BadListError) as raised:
            run(has_a_child, str(fifo), file="films.csv", bounds=Bounds(seconds=seconds))
        assert raised.value.problems == (Problem("took too long", "films.csv", expected=str(seconds)),)
        assert monotonic() - began < 30
        assert alive.read(9) == b".."
        assert select([alive], [], [], 10)[0], "one of them still holds the other end"
        assert alive.read(9) == b""


@pytest.mark.audit
@posix
def test_a_reader_whose_server_has_gone_ends_by_itself():
    code = "from dashboard.lists.sandbox import process; import time; process._limit(process.Bounds(0)); time.sleep(60)"
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
def test_the_reader_ends(monkeypatch, not_forked, code):
    monkeypatch.setattr(processes, "COMMAND", python(code))
    assert problems_of(LONG) == ENDED


@pytest.mark.parametrize("forks", [True, False], ids=["forked", "new"])
def test_the_reader_does_not_start(monkeypatch, forks):
    monkeypatch.setattr(jobs, "FORKS", forks and jobs.FORKS)
    monkeypatch.setattr(jobs, "_SERVER", ForkServer())
    monkeypatch.setattr(processes, "COMMAND", ("/there/is/no/python",))
    assert problems_of() == ENDED


def end(how):
    """A job that ends its process."""
    {"killed": lambda: os.kill(os.getpid(), 9), "fault": lambda: os.kill(os.getpid(), 11), "left": sys.exit}[how]()


@pytest.mark.parametrize("how", ["killed", "fault", "left"])
def test_a_job_that_ends_its_process_is_one_line_and_the_next_is_done(caplog, how):
    with pytest.raises(BadListError) as raised, caplog.at_level(logging.INFO, "dashboard"):
        run(end, how, file="films.csv")
    assert raised.value.problems == ENDED
    assert [each.getMessage() for each in caplog.records] == [
        "The process that reads a list broke off: 'no answer came'"
    ]
    assert read() == read_rows(CSV, "films.csv")


def fails(text):
    """A job that nobody foresaw to fail."""
    raise LookupError(text)


def exhausted():
    """A job that asks for more memory than there is."""
    raise MemoryError


def state():
    """A job that tells of its process: its threads, and what it has been given of others."""
    os.environ["A_JOB_WAS_HERE"] = str(before := os.environ.get("A_JOB_WAS_HERE", ""))
    threads = len(list(Path("/proc/self/task").iterdir()))
    with os.scandir("/proc/self/fd") as listed:
        kinds = Counter(os.readlink(each).partition(":")[0] for each in listed)
    return [before, threads, kinds["socket"], kinds["pipe"]]


@linux
def test_a_forked_process_has_one_thread_and_nothing_of_other_jobs():
    """With several threads a fork may hang; a second socket would be another visitor's, or lead to the server."""
    assert run(state) == ["", 1, 1, 0]
    assert run(state) == ["", 1, 1, 0]


def number(after=0.0):
    """A job that takes some seconds and gives the number of its process."""
    sleep(after)
    return os.getpid()


@pytest.fixture
def server(monkeypatch):
    """A fork server of its own, which ends what it keeps."""
    monkeypatch.setattr(jobs, "_SERVER", ForkServer())
    yield jobs._SERVER
    jobs._SERVER.end()


@linux
def test_a_process_that_is_kept_does_the_next_job_too(server):
    kept = run(number, is_kept=True)
    assert run(number, is_kept=True) == kept
    assert run(number) != kept
    assert read() == read_rows(CSV, "films.csv")
    assert run(number, is_kept=True) == kept
    server.end()
    assert gone([kept])


@linux
def test_as_many_are_kept_as_were_asked_at_once(server):
    with ThreadPoolExecutor(AT_ONCE) as pool:
        kept = {each.result() for each in [pool.submit(run, number, 0.3, is_kept=True) for _ in range(AT_ONCE)]}
    assert len(kept) == AT_ONCE
    assert {run(number, is_kept=True) for _ in range(AT_ONCE)} <= kept


@linux
@pytest.mark.parametrize("how", ["killed while it rests", "ended by its job", "too slow"])
def test_instead_of_a_kept_process_that_has_ended_comes_a_new_one(server, how):
    kept = run(number, is_kept=True)
    if how == "killed while it rests":
        os.kill(kept, 9)
    elif how == "ended by its job":
        with pytest.raises(BadListError):
            run(end, "killed", is_kept=True)
    else:
        with pytest.raises(BadListError):
            run(number, 60, bounds=Bounds(seconds=0.2), is_kept=True)
    assert run(number, is_kept=True) != kept


@linux
@pytest.mark.parametrize("job", [fails, exhausted])
def test_a_process_whose_job_fails_is_kept(server, job):
    kept = run(number, is_kept=True)
    with pytest.raises(BadListError):
        run(job, *["x"] * (job is fails), is_kept=True)
    assert run(number, is_kept=True) == kept


@linux
@pytest.mark.parametrize("when", ["before it is asked", "while it is resting"])
def test_a_fork_server_that_was_killed_is_started_again(when):
    process = jobs._SERVER._process
    process.kill()
    if when == "before it is asked":
        process.wait()
    assert read() == read_rows(CSV, "films.csv")


@pytest.mark.audit
@linux
def test_it_rests_and_comes_again(monkeypatch):
    server = ForkServer()
    monkeypatch.setattr(
        processes,
        "COMMAND",
        python(
            "import sys; from dashboard.lists.sandbox import process; "
            "import socket; process.REST = 0.1; process.serve(socket.socket(fileno=int(sys.argv[1])))"
        ),
    )
    server.prepare("dashboard.formats.read")
    assert server._process.wait(30) == 0
    monkeypatch.undo()
    monkeypatch.setattr(jobs, "_SERVER", server)
    assert read() == read_rows(CSV, "films.csv")
    server.end()


@pytest.mark.audit
@linux
def test_it_ends_with_the_server(tmp_path):
    code = (
        "from dashboard.lists.sandbox import jobs; from dashboard.formats.read import read_rows; import os; "
        "jobs.prepare(read_rows); print(jobs._SERVER._process.pid, flush=True); os.kill(os.getpid(), 9)"
    )
    said = subprocess.run(python(code), cwd=DATA.parent, check=False, stdout=subprocess.PIPE).stdout
    assert gone([int(said)])


def test_an_answer_runs_nothing(tmp_path, monkeypatch, not_forked):
    path = tmp_path / "precious"
    path.touch()
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({pickle.dumps(Harm(path))!r})"
    monkeypatch.setattr(processes, "COMMAND", python(code))
    assert problems_of() == ENDED
    assert path.exists()


@pytest.mark.audit
def test_many_at_once_take_turns():
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda each: read(file=f"{each}.csv").file, range(6)))
    assert found == [f"{each}.csv" for each in range(6)]


def test_only_so_many_at_once():
    for _ in range(AT_ONCE):
        jobs._TURNS.acquire()
    try:
        assert problems_of(turn=0.05) == (Problem("server busy", "films.csv", expected="0.05"),)
    finally:
        for _ in range(AT_ONCE):
            jobs._TURNS.release()
    assert read().file == "films.csv"


def test_what_cannot_be_sent_gives_its_turn_back():
    for _ in range(AT_ONCE + 1):
        with pytest.raises((pickle.PicklingError, AttributeError, TypeError)):
            run(len, lambda: "no plain value", file="films.csv")
    assert read().file == "films.csv"


def test_a_job_that_fails_is_one_line_of_the_log_without_what_a_visitor_sent(caplog, capfd):
    with pytest.raises(BadListError) as raised, caplog.at_level(logging.INFO, "dashboard"):
        run(fails, "a secret film", file="films.csv")
    assert raised.value.problems == ENDED
    (line,) = [record.getMessage() for record in caplog.records]
    assert re.fullmatch(r"The process that reads a list broke off: 'LookupError at test_sandbox\.py:\d+ < .*'", line)
    assert "secret" not in line
    assert capfd.readouterr() == ("", "")


def test_what_a_process_complains_of_is_not_in_the_log(monkeypatch, not_forked, caplog, capfd):
    monkeypatch.setattr(processes, "COMMAND", python("import sys; sys.stderr.write('a secret film'); 1 / 0"))
    with caplog.at_level(logging.INFO, "dashboard"):
        assert problems_of() == ENDED
    assert [record.getMessage() for record in caplog.records] == [
        "The process that reads a list broke off: 'no answer came'"
    ]
    assert capfd.readouterr() == ("", "")


def test_a_job_without_memory_says_so():
    with pytest.raises(BadListError) as raised:
        run(exhausted, file="films.csv", bounds=Bounds(memory=3_000_000_000))
    assert raised.value.problems == (Problem("took too much memory", "films.csv", expected="3"),)


@pytest.mark.audit
def test_the_wait_for_a_turn_is_no_part_of_the_job():
    """Of three jobs at once one waits, longer than any may run."""
    with ThreadPoolExecutor(3) as pool:
        began = monotonic()
        found = list(pool.map(lambda _: read(seconds=20, turn=60).form, range(3)))
    assert (found, monotonic() - began < 60) == (["CSV"] * 3, True)
