"""``changes`` of lists: the line that it prints, and the rows that it adds to a list's history."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.lists.loading import load_list
from dashboard.lists.source import own_source

HEAD = "film_id,field,quote,claim,verdict,reason,source_title,source_url\n"
ROW = "a,fact,long,It is long.,{},{},S,https://s.example\n"
HEADER = "date,change,film_id,film,part,before,after,reason"
VERDICT = "2026-11-29,verdict changed,a,A (1970),It is long.,supported,contradicted,Look."
BEE = "2026-11-29,film added,b,B,,,,"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    """A list's folder before and after."""
    for name, films, verdict in (("old", "", ("supported", "Yes.")), ("new", "b,B,,\n", ("contradicted", "Look."))):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "films.csv").write_text(f"id,title,year,fact\na,A,1970,It is long.\n{films}", encoding="utf-8")
        (folder / "claims.csv").write_text(HEAD + ROW.format(*verdict), encoding="utf-8")
    return tmp_path / "old", tmp_path / "new"


def run(*arguments: object) -> int:
    return main(["changes", *map(str, arguments), "--date", "2026-11-29"])


LINE = "1 film added (B (no year)) and 1 verdict changed"


def test_two_folders_in_a_line(lists: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert (run(*lists), capsys.readouterr().out) == (0, f"{LINE}\n")
    assert (run(lists[1], lists[1]), capsys.readouterr().out) == (0, "Nothing changed\n")


def test_the_history_is_made_added_to_once_and_read(
    lists: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    file = lists[1] / "changes.csv"
    assert run(*lists, "--add-to", file) == 0
    assert capsys.readouterr().out == f"{LINE}. 2 rows added to {file}.\n"
    made = file.read_bytes()
    assert made.decode("utf-8-sig").splitlines() == [HEADER, BEE, VERDICT]
    assert run(*lists, "--add-to", file) == 0
    assert capsys.readouterr().out == f"{LINE}. 0 rows added to {file}.\n"
    assert file.read_bytes() == made
    loaded = load_list(own_source(lists[1]))
    assert [each.change for each in loaded.changes] == ["film added", "verdict changed"]
    assert loaded.files["changes.csv"] == made
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", f"\ufeff{HEADER}\r\n{BEE}\r\n{VERDICT}\r\n"),
        (
            b"Film,Date,Change,Mine\nC,2020-01-01,film removed,'=1\n",
            "Film,Date,Change,Mine,film_id,part,before,after,reason\nC,2020-01-01,film removed,'=1,,,,,\n"
            "B,2026-11-29,film added,,b,,,,\n"
            "A (1970),2026-11-29,verdict changed,,a,It is long.,supported,contradicted,Look.\n",
        ),
    ],
    ids=["none", "rows, columns and ends of lines of its own"],
)
def test_what_stands_there_stays(lists: tuple[Path, Path], before: bytes, after: str) -> None:
    file = lists[1] / "changes.csv"
    if before:
        file.write_bytes(before)
    assert run(*lists, "--add-to", file) == 0
    assert file.read_bytes().decode() == after


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (b"date,change,film\n2020,film added,A\n", "changes.csv, line 2, column “date”: “2020” is not a day."),
        (b"title,year\nA,1970\n", "changes.csv, line 1: it has no column date, change;"),
        (b"\x00\x01", "changes.csv: "),
    ],
    ids=["a day", "columns", "no text"],
)
def test_a_history_that_cannot_be_read_stays_as_it_is(
    lists: tuple[Path, Path], before: bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    file = lists[0].parent / "changes.csv"
    file.write_bytes(before)
    assert run(*lists, "--add-to", file) == 2
    assert (capsys.readouterr().err.startswith(said), file.read_bytes()) == (True, before)


def test_what_cannot_be_compared_is_said(lists: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    site = lists[0].parent / "site"
    assert main(["publish", str(lists[0]), str(site)]) == 0
    capsys.readouterr()
    assert (run(site, lists[1]), capsys.readouterr().out) == (0, f"{LINE}\n")
    file = lists[0].parent / "new.csv"
    assert (run(site, lists[1], "--add-to", file), file.exists()) == (2, False)
    assert capsys.readouterr().err == ("The state of a site says only how much changed; --add-to compares two lists.\n")
    assert run(lists[0], lists[1] / "nowhere.csv") == 2
    assert capsys.readouterr().err.endswith("nowhere.csv: No such file or directory.\n")
    assert run(*lists, "--add-to", lists[0].parent / "no" / "x.csv") == 2
    assert "cannot be written" in capsys.readouterr().err
