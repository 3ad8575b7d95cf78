"""The measuring: its lists, its arithmetic, its table, and one small real run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from tests.serving import ROOT
from tools.bench.__main__ import parser
from tools.bench.actions import Turn
from tools.bench.figures import Figure, Goal, Sample, Spread, figures, goal, spread
from tools.bench.films import DIRECTORS, GENRES, WORD_SHARE, WORDS, YEARS, files, table
from tools.bench.rounds import ORDER
from tools.bench.sites import OURS, TELLS_MEMORY
from tools.bench.table import differing
from tools.bench.table import table as table_of

LONGEST_RUN = 300
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
    ("action", "measure", "size", "expected"),
    [
        ("search", "time", 100_000, Goal(0.45)),
        ("search", "time", 1_000_000, Goal(0.2)),
        ("search", "sent", 10, Goal(1.0)),
        ("search", "python", 10, None),
        ("page-load", "time", 10, Goal(0.75)),
        ("page-load", "sent", 10, None),
        ("start-parquet", "time", 1_000_000, Goal(0.5)),
        ("start-csv", "time", 1_000_000, None),
        ("first-start-parquet", "time", 1_000_000, None),
        ("start-parquet", "memory", 1_000_000, Goal(0.5)),
        ("first-start-parquet", "memory", 1_000_000, Goal(0.5)),
        ("start-parquet", "memory", 100_000, None),
        ("start-csv", "visitor", 10, Goal(3e6, of_plain=False)),
    ],
)
def test_goals(action: str, measure: str, size: int, expected: Goal | None) -> None:
    assert goal(action, measure, size) == expected


def test_figures_leave_out_the_warming_and_keep_the_order_given() -> None:
    samples = [
        Sample(10, "search", "time", site, repetition, value)
        for site, values in (("plain", (900, 200, 400)), ("ours", (800, 60, 90)))
        for repetition, value in enumerate(values)
    ]
    first = Sample(10, "page-load", "time", "ours", 1, 5)
    assert figures([*samples, first], ORDER) == [
        Figure(10, "page-load", "time", Spread(5, 5), None),
        Figure(10, "search", "time", Spread(75, 90), Spread(300, 400)),
    ]


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
    figure = Figure(10, "search", measure, *sides)
    assert (figure.ratio, figure.met) == (ratio, met)


def test_the_table_says_the_figures() -> None:
    found = [
        Figure(1_000_000, "search", "time", Spread(120.4, 130), Spread(1000, 2000)),
        Figure(1_000_000, "search", "sent", Spread(24_000, 24_000), None),
        Figure(1_000_000, "search", "films", Spread(30_000, 30_000), Spread(29_000, 29_000)),
        Figure(1_000_000, "start-csv", "visitor", Spread(4_200_000, 5e6), Spread(9e6, 9e6)),
    ]
    assert [line.split() for line in table_of(found).splitlines()] == [
        ["1,000,000", "films", "ours", "p95", "plain", "p95", "ratio", "goal"],
        ["search", "ms", "120", "130", "1,000", "2,000", "0.12", "≤", "0.20", "met"],
        ["sent", "kB", "24", "24", "–", "–", "≤", "1.00", "not", "known"],
        ["each", "further", "visitor", "MB", "4.2", "5.0", "9.0", "9.0", "0.47", "≤", "3", "MB", "MISSED"],
    ]
    assert differing(found) == ["1,000,000 films, search: ours shows 30,000, plain 29,000."]


@pytest.mark.parametrize(
    "wrong", [["--sizes", "10,x"], ["--actions", "sing"], ["--formats", "xml"], ["--repetitions", "0"]]
)
def test_wrong_options_are_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(wrong)
    assert wrong[0] in capsys.readouterr().err


@pytest.mark.audit
def test_a_small_run(tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    arguments = ["--sizes", "10", "--actions", "search,open-card,start", "--repetitions", "1", "--starts", "1"]
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
    assert written["command"][3:7] == ["--sizes", "10", "--actions", "search,open-card,start"]
    values = {(each["action"], each["measure"], each["site"]): each["value"] for each in written["samples"]}
    for site in ("ours", "plain"):
        assert values["search", "films", site] == 1
        assert values["search", "runs", site] >= 1
        assert values["search", "python", site] > 0
        assert values["search", "time", site] > 0
        assert values["search", "sent", site] > 0
        assert values["open-card", "time", site] > 0
        assert values["first-start-csv", "time", site] > 0
        assert values["start-csv", "time", site] > 0
        assert not TELLS_MEMORY or values["start-csv", "memory", site] > 10e6
    assert "10 films" in done.stdout
    assert "Not the same films" not in done.stdout
