"""``publish`` and ``changes``: what they write, what they refuse, and what they leave as it was."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.commands.site_folder import SiteFolder
from dashboard.exports.site.state import NAME
from tests.exports.site.reading import broken
from tests.foreign import films as many
from tests.limits import largest_file
from tests.serving import ROOT

LIST = "title,year,imdb_id\nA,1970,tt0000001\nB,1971,tt0000002\n"


@pytest.fixture
def given(tmp_path: Path) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(LIST, encoding="utf-8")
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


@pytest.fixture
def out(tmp_path: Path, given: Path) -> Path:
    """A site that was published."""
    assert main(["publish", str(given), str(tmp_path / "site")]) == 0
    return tmp_path / "site"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir()} - {"mine.csv", out.name}


def test_it_writes_a_site(tmp_path: Path, given: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", str(given), str(tmp_path / "a" / "site")]) == 0
    written = files(tmp_path / "a" / "site")
    said = capsys.readouterr().out.splitlines()
    assert said == [
        f"Mine: 2 films, {len(written)} files in {tmp_path}/a/site ({len(written)} new or changed, 0 removed).",
        "Published for the first time.",
    ]
    assert {"index.html", "films/a-1970/index.html", NAME} <= set(written)
    assert [*broken(written)] == []
    assert "14 November 2023" in written["about/index.html"].decode()
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["site"]


def test_again_it_changes_nothing(given: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, inodes = files(out), {path: path.stat().st_ino for path in out.rglob("*") if path.is_file()}
    os.utime(given)
    capsys.readouterr()
    assert main(["publish", str(given), str(out)]) == 0
    assert files(out) == before
    assert {path: path.stat().st_ino for path in out.rglob("*") if path.is_file()} == inodes
    assert capsys.readouterr().out.splitlines()[-1] == "Nothing changed."
    assert beside(out) == set()


def test_it_says_what_changed(given: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given.write_text(LIST.replace("B,1971", "Bee,1971") + "C,1972,\n", encoding="utf-8")
    old = (out / NAME).read_bytes()
    capsys.readouterr()
    assert main(["publish", str(given), str(out)]) == 0
    line = "1 film added (C (1972)) and 1 film renamed."
    assert capsys.readouterr().out.splitlines()[-1] == line
    (out.parent / "old.json").write_bytes(old)
    assert main(["changes", str(out.parent / "old.json"), str(out)]) == 0
    assert capsys.readouterr().out == line.replace(".", "") + "\n"
    assert "films/b-1971/index.html" in files(out)
    assert [*broken(files(out))] == []


def test_changes_reads_the_standard_input(
    out: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((out / NAME).read_bytes())))
    capsys.readouterr()
    assert main(["changes", "-", str(out)]) == 0
    assert capsys.readouterr().out == "Nothing changed\n"


@pytest.mark.parametrize(
    ("name", "said"),
    [("mine.json", "mine.json is no state of a published site."), ("nowhere", "nowhere: No such file or directory.")],
)
def test_changes_refuses_what_is_no_state(out: Path, name: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    (out.parent / "mine.json").write_text("[]")
    assert main(["changes", str(out), str(out.parent / name)]) == 2
    assert capsys.readouterr().err.endswith(f"{said}\n")


def test_a_folder_that_is_no_site_is_refused(given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    (other / "deep").mkdir(parents=True)
    (other / "deep" / "notes.txt").write_text("mine")
    assert main(["publish", str(given), str(other)]) == 2
    assert "is not empty and no published site; name another folder, or add --force" in capsys.readouterr().err
    assert files(other) == {"deep/notes.txt": b"mine"}
    assert main(["publish", str(given), str(other), "--force"]) == 0
    assert files(other)["deep/notes.txt"] == b"mine"
    assert "index.html" in files(other)


def test_a_file_of_somebody_else_is_never_overwritten(
    given: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    (other / "films").mkdir(parents=True)
    (other / "films" / "a-1970").write_text("mine")
    for name in ("index.html", NAME):
        (other / name).write_text("mine")
        before = files(other)
        assert main(["publish", str(given), str(other), "--force"]) == 2
        assert "stands where a file of the site has to; move it away" in capsys.readouterr().err
        assert files(other) == before
        (other / name).unlink()
    assert main(["publish", str(given), str(other), "--force"]) == 2
    assert files(other) == {"films/a-1970": b"mine"}
    assert beside(other) == set()


def test_what_others_put_into_a_site_stays(given: Path, out: Path) -> None:
    (out / "CNAME").write_text("films.example.org")
    (out / ".git" / "objects").mkdir(parents=True)
    (out / ".git" / "objects" / "ab").write_text("x")
    (out / "films" / "a-1970" / "poster.txt").write_text("mine")
    (out / "latest").symlink_to("films/a-1970")
    given.write_text("title,year\nC,1972\n", encoding="utf-8")
    assert main(["publish", str(given), str(out)]) == 0
    there = files(out)
    assert {"CNAME", ".git/objects/ab", "films/a-1970/poster.txt", "films/c-1972/index.html"} <= set(there)
    assert os.readlink(out / "latest") == "films/a-1970"
    assert beside(out) == set()


def test_a_page_changed_by_hand_is_not_overwritten(given: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = out / "films" / "a-1970" / "index.html"
    page.write_text("changed")
    assert main(["publish", str(given), str(out)]) == 2
    assert "were changed since they were published (films/a-1970/index.html)" in capsys.readouterr().err
    assert page.read_text() == "changed"
    assert main(["publish", str(given), str(out), "--force"]) == 0
    assert page.read_text() != "changed"


def test_a_page_that_was_taken_away_comes_back(given: Path, out: Path) -> None:
    before = files(out)
    shutil.rmtree(out / "films")
    assert main(["publish", str(given), str(out)]) == 0
    assert files(out) == before


def test_pages_that_are_not_needed_any_more_go(given: Path, out: Path) -> None:
    given.write_text("title\nA\n", encoding="utf-8")
    assert main(["publish", str(given), str(out)]) == 0
    assert not (out / "decades").exists()
    assert not (out / "sorted").exists()


def test_of_two_at_once_the_second_is_refused(given: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with SiteFolder(out).locked():
        assert main(["publish", str(given), str(out)]) == 2
    assert capsys.readouterr().err == f"{out} is being published by another process; wait until that has ended.\n"
    assert main(["publish", str(given), str(out)]) == 0


def test_on_a_full_disk_the_old_site_stays(given: Path, out: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(out)
    given.write_text(LIST + "C,1972,\n", encoding="utf-8")
    with largest_file(1_000):
        assert main(["publish", str(given), str(out)]) == 2
    assert "cannot be published to: File too large. Nothing was changed." in capsys.readouterr().err
    assert files(out) == before
    assert beside(out) == set()


KILLED = """
import os, pathlib, signal, sys
from dashboard.__main__ import main
from dashboard.commands import site_folder
def end(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[2] == "without exchange":
    site_folder._exchanged = lambda *_: False
if sys.argv[1] == "between":
    pathlib.Path.rename = lambda one, other: (os.rename(one, other), end())
else:
    setattr(site_folder.SiteFolder, sys.argv[1], end)
main(["publish", *sys.argv[3:]])
"""


@pytest.mark.parametrize("system", ["with exchange", pytest.param("without exchange", marks=pytest.mark.audit)])
@pytest.mark.parametrize("step", ["_exchange", "_keep", "_clear"])
def test_after_an_end_half_way_one_whole_site_is_there(given: Path, out: Path, step: str, system: str) -> None:
    (out / "CNAME").write_text("x")
    before = files(out)
    given.write_text(LIST + "C,1972,\n", encoding="utf-8")
    subprocess.run([sys.executable, "-c", KILLED, step, system, str(given), str(out)], cwd=ROOT, check=False)
    after = files(out)
    is_new = step == "_clear"
    assert (after != before) == is_new
    assert ("films/c-1972/index.html" in after) == is_new
    assert [*broken(after)] == []
    assert main(["publish", str(given), str(out)]) == 0
    assert {"films/c-1972/index.html", "CNAME"} <= set(files(out))
    assert beside(out) == set()


def test_a_system_that_cannot_exchange_is_put_right(given: Path, out: Path) -> None:
    before = files(out)
    given.write_text(LIST + "C,1972,\n", encoding="utf-8")
    command = [sys.executable, "-c", KILLED, "between", "without exchange", str(given), str(out)]
    subprocess.run(command, cwd=ROOT, check=False)
    assert not out.exists()
    with SiteFolder(out).locked():
        assert files(out) == before
    assert main(["publish", str(given), str(out)]) == 0
    assert beside(out) == set()


MEASURED = """
import sys
from dashboard.__main__ import main
from tests.limits import most_memory
code = main(["publish", *sys.argv[1:]])
print(most_memory() // 1_000_000)
sys.exit(code)
"""


@pytest.mark.audit
def test_ten_thousand_films_take_bounded_memory(tmp_path: Path) -> None:
    (tmp_path / "many.csv").write_text(many(10_000), encoding="utf-8")
    command = [sys.executable, "-c", MEASURED, str(tmp_path / "many.csv"), str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout.splitlines()[-1]) < 450
    assert "10,000 films" in done.stdout
    assert len(list((tmp_path / "site" / "films").iterdir())) == 10_000
    assert [*broken(files(tmp_path / "site"))] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["mine.csv", "."], "is the folder you are in; name a folder inside it, such as site."),
        (["mine.csv", "mine.csv"], "mine.csv is no folder; choose another name."),
        (["sub/mine.csv", "sub"], "sub holds mine.csv, which the list is read from; name another folder."),
        (["nothing.csv", "site"], "nothing.csv"),
        (["empty.csv", "site"], "empty.csv"),
        (["mine.csv", "site", "--programme", "?pick=nobody"], "'?pick=nobody' names no film of this list"),
    ],
    ids=["here", "a file", "the list's own folder", "no list", "no film", "no film of the programme"],
)
def test_what_cannot_be_published(
    given: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(given.parent)
    Path("sub").mkdir()
    shutil.copy(given, "sub")
    Path("empty.csv").write_text("title,year\n")
    assert main(["publish", *arguments]) == 2
    assert said in capsys.readouterr().err
    assert not Path("site").exists()


@pytest.mark.parametrize(
    ("epoch", "arguments", "said"),
    [
        ("86400", [], "2 January 1970"),
        ("86400", ["--date", "2026-12-01"], "1 December 2026"),
        ("", ["--date", "2026-12-01"], "1 December 2026"),
    ],
)
def test_the_day_can_be_said(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, arguments: list[str], said: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["publish", str(given), str(tmp_path / "site"), *arguments]) == 0
    assert said in (tmp_path / "site" / "about" / "index.html").read_text()


def test_a_day_that_is_none_is_refused(
    given: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert main(["publish", str(given), str(tmp_path / "site")]) == 2
    assert capsys.readouterr().err == "SOURCE_DATE_EPOCH is 'soon'; it must be a number of seconds since 1970.\n"
    with pytest.raises(SystemExit, match="2"):
        main(["publish", str(given), str(tmp_path / "site"), "--date", "soon"])


def test_the_options_are_taken(tmp_path: Path) -> None:
    folder = tmp_path / "orbita"
    folder.mkdir()
    (folder / "films.csv").write_text("id,title\na,A\nb,B\n")
    (folder / "LICENSE").write_text("Mine.")
    link = "https://x.example/?list=x&pick=b&programme=Night&lang=ru"
    assert (
        main(
            [
                "publish",
                str(folder),
                str(tmp_path / "site"),
                "--language",
                "ru",
                "--language",
                "en",
                "--public-url",
                "https://x.example/a",
                "--programme",
                link,
            ]
        )
        == 0
    )
    written = files(tmp_path / "site")
    assert b'<html lang="ru">' in written["index.html"]
    assert b'<link rel="canonical" href="https://x.example/a/en/">' in written["en/index.html"]
    assert b"<title>Night</title>" in written["programme/index.html"]
    assert written["licences/list/LICENSE"] == b"Mine."


@pytest.mark.audit
@pytest.mark.parametrize("name", ["published", "filmography"])
def test_the_projects_own_lists_by_their_names(tmp_path: Path, name: str) -> None:
    assert main(["publish", name, str(tmp_path / "site")]) == 0
    assert [*broken(files(tmp_path / "site"))] == []
