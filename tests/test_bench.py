"""The measuring: its lists, its arithmetic, its table, and one small real run."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from argparse import ArgumentTypeError
from pathlib import Path

import pandas as pd
import pytest

from tests.serving import ROOT, until
from tools.bench.__main__ import parser
from tools.bench.actions import ACTIONS, Turn
from tools.bench.figures import Figure, Goal, Sample, Spread, figures, goal, spread
from tools.bench.films import DIRECTORS, GENRES, WORD_SHARE, WORDS, YEARS, files, table
from tools.bench.rounds import ORDER, in_turn
from tools.bench.sites import FLOOR, OURS, TELLS_MEMORY, MostMemory, NotServedError, Site, serving
from tools.bench.states import commit, state
from tools.bench.table import differing
from tools.bench.table import table as table_of

LONGEST_RUN = 900
"""Seconds; generous, since nothing here measures."""


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return table(3200).to_pandas()


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first, again, other = (files(100, seed, tmp_path / at) for at, seed in (("a", 1), ("b", 1), ("c", 2)))
    for name in first:
        assert first[name].read_bytes() == again[name].read_bytes() != other[name].read_bytes()


def test_files_are_written_once_and_hold_the_same_films(tmp_path: Path) -> None:
    written = files(100, folder=tmp_path)
    times = [path.stat().st_mtime_ns for path in written.values()]
    assert [path.stat().st_mtime_ns for path in files(100, folder=tmp_path).values()] == times
    pd.testing.assert_frame_equal(
        pd.read_csv(written["csv"]), pd.read_parquet(written["parquet"]), check_column_type=False
    )


def test_a_list_has_the_shape_of_a_real_one(frame: pd.DataFrame) -> None:
    assert len(frame) == 3200
    assert (frame["year"].min(), frame["year"].max()) == YEARS
    assert frame["year"].median() > 1980
    assert 200 < frame["description"].str.len().mean() < 300
    assert frame["director"].nunique() > DIRECTORS / 3
    genres = frame["genres"].str.split("; ")
    assert set(genres.map(len)) == {1, 2, 3}
    assert (genres.map(len) == genres.map(set).map(len)).all()
    assert set(genres.explode()) == set(GENRES)


def test_no_genre_is_a_part_of_another_which_the_plain_page_would_take_for_it() -> None:
    assert [(one, other) for one in GENRES for other in GENRES if one != other and one in other] == []


@pytest.mark.parametrize("n", [10, 3200])
def test_every_word_hits_its_share_and_at_least_one_film(n: int) -> None:
    texts = table(n).to_pandas()
    searched = texts["title"] + " " + texts["description"]
    hits = {int(searched.str.contains(word, case=False, regex=False).sum()) for word in WORDS}
    assert hits == {max(1, round(WORD_SHARE * n))}


def test_each_round_searches_for_other_words_and_chooses_a_genre_that_is_there() -> None:
    genres = set(table(10).to_pandas()["genres"].str.split("; ").explode())
    turns = [Turn(OURS, 10, number) for number in range(16)]
    assert {turn.genre for turn in turns} <= genres
    assert len({turn.word(at) for turn in turns for at in (0, 1)}) == 32


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param([5.0], Spread(5, 5), id="one"),
        pytest.param([4, 1, 3, 2], Spread(2.5, 4), id="between two"),
        pytest.param(list(range(1, 101)), Spread(50.5, 95), id="a hundred"),
    ],
)
def test_median_and_95th_percentile(values: list[float], expected: Spread) -> None:
    assert spread(values) == expected


@pytest.mark.parametrize(
    ("other", "action", "measure", "size", "expected"),
    [
        ("floor", "search", "time", 100_000, Goal(1.3)),
        ("floor", "search", "time", 1_000_000, None),
        ("floor", "search", "sent", 10, None),
        ("74c923a", "search", "time", 10, None),
    ],
)
def test_goals_beside_other_pages(other: str, action: str, measure: str, size: int, expected: Goal | None) -> None:
    assert goal(action, measure, size, other) == expected


@pytest.mark.parametrize(
    ("site", "size", "expected"),
    [
        (OURS, 10, ["search", "search-typing", "facet-on", "facet-off", "years", "sort", "charts", "open-card"]),
        (OURS, 21, [*ACTIONS]),
        (FLOOR, 21, ["search", "search-typing", "facet-on", "facet-off", "years"]),
    ],
    ids=["fewer films than two pages have", "more", "no cards"],
)
def test_a_page_is_asked_for_what_it_has(site: Site, size: int, expected: list[str]) -> None:
    assert [name for name, each in ACTIONS.items() if each.fits(site, size)] == expected


def test_what_was_measured_of_a_third_page_is_left_out() -> None:
    samples = [
        Sample(10, "search", "time", site, 1, value) for site, value in (("ours", 2), ("plain", 4), ("floor", 1))
    ]
    found = [(each.ratio, each.met) for other in ("plain", "floor") for each in figures(samples, ORDER, other)]
    assert found == [(0.5, False), (2, False)]


@pytest.mark.parametrize(
    ("action", "measure", "size", "expected"),
    [
        ("search", "time", 100_000, Goal(0.45)),
        ("search", "time", 1_000_000, Goal(0.2)),
        ("search", "sent", 10, Goal(1.0)),
        ("search", "python", 10, None),
        ("page-load", "time", 10, Goal(0.75)),
        ("page-load", "sent", 10, None),
        ("page-load", "film", 10, Goal(350, is_ratio=False)),
        ("phone-load", "film", 10, Goal(1_500, is_ratio=False)),
        ("phone-load", "time", 10, None),
        ("start-parquet", "time", 1_000_000, Goal(0.5)),
        ("start-csv", "time", 1_000_000, None),
        ("start-parquet", "memory", 1_000_000, Goal(0.5)),
        ("first-start-parquet", "memory", 1_000_000, Goal(0.5)),
        ("first-start-csv", "time", 1_000_000, Goal(2.0)),
        ("first-start-parquet", "time", 1_000_000, Goal(2.0)),
        ("first-start-csv", "time", 100_000, None),
        ("first-start-csv", "peak", 1_000_000, Goal(1e9, is_ratio=False)),
        ("start-csv", "peak", 1_000_000, None),
        ("start-parquet", "memory", 100_000, None),
        ("start-csv", "visitor", 10, Goal(3e6, is_ratio=False)),
    ],
)
def test_goals(action: str, measure: str, size: int, expected: Goal | None) -> None:
    assert goal(action, measure, size) == expected


def test_figures_leave_out_the_warming_and_keep_the_order_given() -> None:
    samples = [
        Sample(10, "search", "time", site, repetition, value)
        for site, values in (("plain", (900, 200, 400)), ("ours", (800, 50, 200)))
        for repetition, value in enumerate(values)
    ]
    first = Sample(10, "page-load", "time", "ours", 1, 5)
    assert figures([*samples, first], ORDER) == [
        Figure(10, "page-load", "time", Spread(5, 5), None, None, Goal(0.75)),
        Figure(10, "search", "time", Spread(125, 200), Spread(300, 400), (0.3125, 0.4375), Goal(0.45)),
    ]


@pytest.mark.parametrize(
    ("measure", "ours", "other", "expected"),
    [
        pytest.param("time", [9, 2, 3], [9, 1, 2], (1.625, 1.875), id="each beside its own round"),
        pytest.param("time", [9, 2], [9, 1], (2, 2), id="one"),
        pytest.param("time", [9, 2, 3], [9, 1], (2, 2), id="one failed"),
        pytest.param("visitor", [9, -2, 1], [9, 1, 1], (0.25, 0.75), id="less than nothing"),
        pytest.param("sent", [9, 2, 4], [9, 0, 2], (2, 2), id="nothing to compare with"),
        pytest.param("sent", [9, 2], [9, 0], None, id="nothing at all"),
        pytest.param("time", [9, 2], [], None, id="not measured"),
    ],
)
def test_beside_another_state_the_ratios_of_the_rounds_are_told_and_no_goal(
    measure: str, ours: list[float], other: list[float], expected: tuple[float, float] | None
) -> None:
    samples = [
        Sample(10, "search", measure, site, repetition, value)
        for site, values in (("ours", ours), ("74c923a", other))
        for repetition, value in enumerate(values)
    ]
    (figure,) = figures(samples, ORDER, "74c923a")
    assert (figure.ratios, figure.goal, figure.met) == (expected, None, None)


@pytest.mark.parametrize(("repetition", "expected"), [(0, "ba"), (1, "ab"), (2, "ba"), (3, "ab")])
def test_the_pages_are_measured_in_turn_and_the_other_way_round_next_time(repetition: int, expected: str) -> None:
    assert "".join(in_turn(["a", "b"], repetition)) == expected


@pytest.mark.parametrize(
    ("measure", "ours", "plain", "ratio", "met"),
    [
        pytest.param("time", 45, 100, 0.45, True, id="just met"),
        pytest.param("time", 46, 100, 0.46, False, id="missed"),
        pytest.param("sent", 5, 0, None, False, id="nothing to compare with"),
        pytest.param("sent", 0, 0, None, True, id="nothing at all"),
        pytest.param("time", 45, None, None, None, id="plain not measured"),
        pytest.param("time", None, 100, None, None, id="ours not measured"),
        pytest.param("python", 5, 10, 0.5, None, id="no goal"),
    ],
)
def test_ratio_and_verdict(
    measure: str, ours: float | None, plain: float | None, ratio: float | None, met: bool | None
) -> None:
    sides = (None if value is None else Spread(value, value) for value in (ours, plain))
    figure = Figure(10, "search", measure, *sides, None, goal("search", measure, 10))
    assert (figure.ratio, figure.met) == (ratio, met)


def test_the_table_says_the_figures() -> None:
    found = [
        Figure(1_000_000, "search", "time", Spread(120.4, 130), Spread(1000, 2000), (0.1, 0.154), Goal(0.2)),
        Figure(1_000_000, "search", "sent", Spread(24_000, 24_000), None, None, Goal(1.0)),
        Figure(1_000_000, "search", "films", Spread(30_000, 30_000), Spread(29_000, 29_000)),
        Figure(
            *(1_000_000, "start-csv", "visitor", Spread(4_200_000, 5e6), Spread(9e6, 9e6)),
            *((0.4, 0.5), Goal(3e6, is_ratio=False)),
        ),
    ]
    assert [line.split() for line in table_of(found).splitlines()] == [
        ["1,000,000", "films", "ours", "p95", "plain", "p95", "ratio", "middle", "half", "goal"],
        ["search", "ms", "120", "130", "1,000", "2,000", "0.12", "0.10–0.15", "≤", "0.20", "met"],
        ["sent", "kB", "24", "24", "–", "–", "≤", "1.00", "not", "known"],
        ["each", "further", "visitor", "MB", "4.2", "5.0", "9.0", "9.0", "0.47", "0.40–0.50", "≤", "3", "MB", "MISSED"],
    ]
    assert differing(found) == ["1,000,000 films, search: ours shows 30,000, plain 29,000."]


def test_the_table_names_another_state_and_no_goal() -> None:
    found = [
        Figure(10, "search", "time", Spread(90, 130), Spread(100, 200), (0.8, 0.954)),
        Figure(10, "search", "films", Spread(3, 3), Spread(4, 4)),
    ]
    assert [line.split() for line in table_of(found, "74c923a").splitlines()] == [
        ["10", "films", "ours", "p95", "74c923a", "p95", "ratio", "middle", "half"],
        ["search", "ms", "90", "130", "100", "200", "0.90", "0.80–0.95"],
    ]
    assert differing(found, "74c923a") == ["10 films, search: ours shows 3, 74c923a 4."]


STARTS = """
import argparse, pathlib, socket
parser = argparse.ArgumentParser()
parser.add_argument("file")
parser.add_argument("--port", type=int)
given = parser.parse_args()
pathlib.Path("started").write_text(f"{__file__} serves {given.file}")
with socket.create_server(("localhost", given.port)) as server:
    while True:
        server.accept()[0].close()
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with four states: the tags "before" and "old", the branches "broken" and "newest"."""
    root = tmp_path_factory.mktemp("project")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)

    def write(text: str, message: str) -> None:
        (root / "dashboard" / "__main__.py").write_text(text, encoding="utf-8")
        git("add", ".")
        git("commit", "-m", message)

    git("init", "--initial-branch", "broken")
    (root / "dashboard").mkdir()
    write("", "No package yet")
    git("tag", "before")
    (root / "dashboard" / "__init__.py").touch()
    write(STARTS, "One that starts")
    git("tag", "old")
    write("import a_package_that_is_not_here", "One that does not")
    git("checkout", "-b", "newest")
    write("", "Another")
    return root


@pytest.mark.parametrize(
    ("ref", "same"),
    [("old", "HEAD~2"), ("broken", "newest~1"), ("newest", "HEAD"), ("HEAD^^", "old")],
)
def test_a_state_goes_by_the_name_of_its_commit(project: Path, ref: str, same: str) -> None:
    assert re.fullmatch("[0-9a-f]{7,}", commit(ref, project))
    assert commit(ref, project) == commit(same, project)


@pytest.mark.parametrize(
    "ref", ["", " ", "older", "before", "HEAD~4", "old broken", "deadbeef", "old:dashboard", "^old"]
)
def test_what_names_no_commit_is_refused(project: Path, ref: str) -> None:
    with pytest.raises(ArgumentTypeError, match="names no commit with the dashboard in it"):
        commit(ref, project)


@pytest.mark.parametrize("timed", [True, False], ids=["timed", "untimed"])
def test_another_state_is_served_out_of_a_folder_of_its_own(project: Path, tmp_path: Path, timed: bool) -> None:
    with state(commit("old", project), project) as site:
        with serving(site, tmp_path / "films.csv", timed=timed):
            started = (site.root / "started").read_text(encoding="utf-8")
        assert started == f"{site.root / 'dashboard' / '__main__.py'} serves {tmp_path / 'films.csv'}"
        assert (site.count, site.card, site.command) == (OURS.count, OURS.card, OURS.command)
    assert not site.root.exists()
    assert (project / "dashboard" / "__main__.py").read_text(encoding="utf-8") == ""


@pytest.mark.parametrize("timed", [True, False], ids=["timed", "untimed"])
def test_a_state_that_does_not_start_says_why(project: Path, tmp_path: Path, timed: bool) -> None:
    with (
        state(commit("broken", project), project) as site,
        pytest.raises(NotServedError, match="No module named 'a_package_that_is_not_here'"),
        serving(site, tmp_path / "films.csv", timed=timed),
    ):
        pass


@pytest.mark.parametrize("error", [KeyboardInterrupt, NotServedError, OSError])
def test_a_state_is_gone_however_the_measuring_ends(project: Path, error: type[BaseException]) -> None:
    opened = state(commit("old", project), project)
    root = opened.__enter__().root
    assert root.exists()
    assert not opened.__exit__(error, error(), None)
    assert not root.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["--sizes", "10,x"],
        ["--actions", "sing"],
        ["--formats", "xml"],
        ["--repetitions", "0"],
        ["--against", "no such state"],
    ],
)
def test_wrong_options_are_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(wrong)
    assert wrong[0] in capsys.readouterr().err


HOLDS = "held = bytearray(b'x') * 100_000_000"
IMPORTS = "import subprocess, sys, threading"
CHILD = f"subprocess.run([sys.executable, '-c', {HOLDS + '; input()'!r}])"


@pytest.mark.skipif(not TELLS_MEMORY, reason="this system does not say how much memory a process needs")
@pytest.mark.parametrize(
    ("program", "least"),
    [
        ("input()", 1e6),
        (f"{HOLDS}; input()", 100e6),
        (f"{IMPORTS}; {CHILD}", 100e6),
        (f"{IMPORTS}; {HOLDS}; {CHILD}", 200e6),
        (f"{IMPORTS}; threading.Thread(target=lambda: {CHILD}).start()", 100e6),
        (f"{IMPORTS}; {HOLDS}; del held; {CHILD}", 100e6),
    ],
    ids=["nothing", "the process", "a child", "both at one time", "a child of a thread", "one after the other"],
)
def test_the_most_memory_is_that_of_all_processes_at_one_time(program: str, least: float) -> None:
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE) as process:
        most = MostMemory(process.pid)
        most.start()
        try:
            until(lambda: most.seen > least, seconds=60)
        finally:
            process.communicate(b"\n")
            most.stop()
    assert least < most.seen < least + 90e6


@pytest.mark.audit
@pytest.mark.alone
@pytest.mark.parametrize("ended_by", [signal.SIGINT, signal.SIGTERM], ids=lambda each: each.name)
def test_a_run_that_is_broken_off_leaves_nothing_behind(tmp_path: Path, ended_by: signal.Signals) -> None:
    command = [sys.executable, "-m", "tools.bench", "--sizes", "10", "--actions", "page-load", "--against", "HEAD"]
    folder = tmp_path / "temporary"
    folder.mkdir()
    with (tmp_path / "said").open("w+b") as said:
        run = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | {"TMPDIR": str(folder)},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            until(lambda: b"round 2 " in (tmp_path / "said").read_bytes(), LONGEST_RUN)
            os.killpg(run.pid, ended_by)
            assert run.wait(timeout=LONGEST_RUN) == 130
        finally:
            run.kill()
    assert "page-load" in (tmp_path / "said").read_text(encoding="utf-8")
    assert [path.name for path in folder.iterdir()] == []


@pytest.mark.audit
def test_a_small_run(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    arguments = [
        "--sizes",
        "10",
        "--actions",
        "search,open-card,phone-load,start",
        "--repetitions",
        "1",
        "--starts",
        "1",
    ]
    arguments += ["--formats", "csv"]
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench", *arguments, "--visitors", "2", "--json", str(file)],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
        timeout=LONGEST_RUN,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = json.loads(file.read_text(encoding="utf-8"))
    assert written["command"][3:7] == ["--sizes", "10", "--actions", "search,open-card,phone-load,start"]
    values = {(each["action"], each["measure"], each["site"]): each["value"] for each in written["samples"]}
    assert values["search", "films", "floor"] == 1
    for site in ("ours", "plain"):
        assert values["search", "films", site] == 1
        assert values["search", "runs", site] >= 1
        assert values["search", "python", site] > 0
        assert values["search", "time", site] > 0
        assert values["search", "sent", site] > 0
        assert values["open-card", "time", site] > 0
        assert 0 < values["phone-load", "film", site] <= values["phone-load", "time", site]
        assert values["first-start-csv", "time", site] > 0
        assert values["start-csv", "time", site] > 0
        assert not TELLS_MEMORY or values["start-csv", "memory", site] > 10e6
    assert "10 films" in done.stdout
    assert "Not the same films" not in done.stdout
