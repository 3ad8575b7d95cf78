"""``check`` and ``convert``: what they print, write and end with."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from pathlib import Path
from threading import Thread

import pytest

from dashboard.__main__ import main
from dashboard.cleaning.validate import validate
from dashboard.formats.read import read_rows
from dashboard.lists import source as list_source
from tests.limits import largest_file

CLEAN = "title,year\nA,1970\nB,1971\n"
REPAIRED = "title,year\nA,1970 г.\nB,1971\n"
DOUBTFUL = "title,year\nA,soon\nB,1971\n"
REFUSED = "title,year\n,1970\nB,1971\n"
MIR = "title,year,description\nA,1980,Filmed aboard the Mir space station.\n"


def written(folder: Path, text: str, name: str = "mine.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "code", "last", "said"),
    [
        (CLEAN, 0, "2 rows: 2 fine.", "mine.csv: CSV in UTF-8."),
        (REPAIRED, 1, "2 rows: 1 fine and 1 repaired.", "repaired: line 2 (A), year: “1970 г.” was read as 1970."),
        (DOUBTFUL, 1, "2 rows: 1 fine and 1 doubtful.", "doubtful: line 2 (A), year: “soon” is not a year"),
        (REFUSED, 2, "2 rows: 1 fine and 1 refused.", "refused: line 2 (1970), title: A film needs a title."),
        (MIR, 1, "1 row: 0 fine and 1 doubtful.", "doubtful: line 2 (A), description: The film is of 1980;"),
        ("title\nA\n", 1, "1 row: 1 fine.", "doubtful: mine.csv: No column gives a year."),
    ],
    ids=["clean", "repaired", "doubtful", "refused", "calendar", "no years"],
)
def test_check(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, last: str, said: str) -> None:
    assert main(["check", str(written(tmp_path, text))]) == code
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == last
    assert [line for line in lines if line.startswith(said)], lines


@pytest.mark.parametrize("name", ["none.csv", "circle.csv"])
def test_check_of_what_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / "circle.csv").symlink_to("circle.csv")
    assert main(["check", str(tmp_path / name)]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.startswith(f"{name}: the file cannot be read")) == ("", True), said


def test_check_for_machines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = written(
        tmp_path, "Films:\n\nA (1970)\nB (1971) + C (1972)\nD (1973)\nA line too long. It is no film.\nE (1974)\n"
    )
    assert main(["check", str(source), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    said = [(each["grade"], each["kind"], each["line"]) for each in told.pop("problems")]
    assert said == [("note", "lines before the table", None), ("refused", "not understood", 6)]
    assert told == {
        "file": "mine.csv",
        "form": "plain list",
        "encoding": "utf-8-sig",
        "unit": "line",
        "total": 7,
        "came_to": {"film": 4, "comment": 1, "refused": 1, "blank": 1},
        "unaccounted": 0,
        "films": 5,
        "rows": {"fine": 5, "guessed": 0, "refused": 1, "doubtful": 0, "repaired": 0},
        "columns": {"title": "Title", "year": "Year"},
    }


@pytest.mark.parametrize(
    ("options", "code", "rows"),
    [
        ([], 1, {"fine": 0, "guessed": 3}),
        (["--column", "title=Work"], 1, {"fine": 0, "guessed": 3}),
        (["--column", "title=Work", "--column", "year=Jahrgang"], 0, {"fine": 3, "guessed": 0}),
    ],
    ids=["nothing named", "the title named", "both named"],
)
def test_a_column_that_is_named_is_no_guess(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], code: int, rows: dict[str, int]
) -> None:
    source = written(tmp_path, "Work,Jahrgang\nA,1970\nB,1971\nC,1972\n")
    assert main(["check", str(source), "--json", *options]) == code
    told = json.loads(capsys.readouterr().out)
    assert told["rows"] == {**rows, "refused": 0, "doubtful": 0, "repaired": 0}
    assert [each["kind"] for each in told["problems"]] == ["column guessed"] * (2 - len(options) // 2)


@pytest.mark.parametrize(
    ("data", "kind", "counted"),
    [
        (b"INSERT INTO films VALUES (1, 'A');\n\n", "SQL dump", ("line", 2, {"refused": 2})),
        (b'[{"title": "A"},\r\n{"title": ', "broken JSON", ("line", 2, {"refused": 2})),
        (b"Number,year\n1,1972\n2,1973", "no title column", ("line", 3, {"refused": 3})),
        (b"\n\n\n", "empty file", ("line", 3, {"refused": 3})),
        (b"", "empty file", ("line", 0, {})),
        (bytes(range(256)), "not text", ("", 0, {})),
        (b"%PDF-1.4\n" + bytes(range(256)), "PDF", ("", 0, {})),
    ],
    ids=["SQL", "broken JSON", "no titles", "blank lines", "nothing", "no text", "PDF"],
)
def test_check_for_machines_of_what_cannot_be_used(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    kind: str,
    counted: tuple[str, int, dict[str, int]],
) -> None:
    (tmp_path / "mine").write_bytes(data)
    assert main(["check", str(tmp_path / "mine"), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert [each.pop("kind") for each in told.pop("problems")] == [kind]
    unit, total, came_to = counted
    assert told == {"file": "mine", "unit": unit, "total": total, "came_to": came_to, "unaccounted": 0, "films": 0}


@pytest.mark.parametrize("name", ["none.csv", "folder"])
def test_check_for_machines_of_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / "folder").mkdir()
    assert main(["check", str(tmp_path / name), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert (told["total"], [each["kind"] for each in told["problems"]]) == (0, ["unreadable file"])


def test_check_writes_the_report(tmp_path: Path) -> None:
    assert main(["check", str(written(tmp_path, DOUBTFUL)), "--report", str(tmp_path / "report.csv")]) == 1
    rows = read_rows((tmp_path / "report.csv").read_bytes(), "report.csv")
    assert rows.header == ("line", "status", "title", "column", "cell", "remark")
    assert [cells[:5] for cells in rows.cells] == [("2", "doubtful", "A", "year", "soon")]


def test_convert_writes_the_list_and_beside_it_what_was_refused(tmp_path: Path) -> None:
    source = written(tmp_path, "Название;Год;Полка\nСолярис;1972;=1\n;1970;б\n")
    assert main(["convert", str(source), str(tmp_path / "out.csv")]) == 2
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig") == (
        "id,title,year,Полка\nсолярис-1972,Солярис,1972,'=1\n"
    )
    assert (tmp_path / "out-refused.csv").read_text(encoding="utf-8-sig") == (
        'line,why refused,Название,Год,Полка\n3,"A film needs a title. Fill in the title, or remove the row.",,1970,б\n'
    )


def test_convert_of_a_clean_list_writes_one_file_that_reads_back(tmp_path: Path) -> None:
    source = written(tmp_path, CLEAN)
    assert main(["convert", str(source), str(tmp_path / "out.csv")]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.csv", "out.csv"]
    assert validate(read_rows((tmp_path / "out.csv").read_bytes(), "out.csv")).problems == ()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    """A folder with lists, links to them and a file of another kind."""
    for name, text in {
        "mine.csv": REFUSED,
        "out-refused.csv": REFUSED,
        "old.csv": "old",
        "F/films.csv": REFUSED,
        "F/claims.csv": "film_id,field,quote,claim,verdict\n",
        "real/master.csv": REFUSED,
        "G/readme.txt": "none",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, text, name)
    with zipfile.ZipFile(tmp_path / "films.zip", "w") as bundle:
        bundle.writestr("films.csv", REFUSED)
    (tmp_path / "soft.csv").symlink_to("mine.csv")
    (tmp_path / "hard.csv").hardlink_to(tmp_path / "mine.csv")
    (tmp_path / "folder").symlink_to("F")
    (tmp_path / "nowhere.csv").symlink_to("F/milestones.csv")
    (tmp_path / "elsewhere.csv").symlink_to("new.csv")
    (tmp_path / "circle.csv").symlink_to("circle.csv")
    (tmp_path / "G" / "films.csv").symlink_to("../real/master.csv")
    return tmp_path


@pytest.mark.parametrize("command", ["check {} --report {} --force", "convert {} {} --force"], ids=["check", "convert"])
@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("mine.csv", "mine.csv"),
        ("mine.csv", "F/../mine.csv"),
        ("mine.csv", "folder/../mine.csv"),
        ("mine.csv", "soft.csv"),
        ("soft.csv", "mine.csv"),
        ("mine.csv", "hard.csv"),
        ("mine.csv", "MINE.csv"),
        ("out-refused.csv", "out-refused.csv"),
        ("F", "F/films.csv"),
        ("F", "F/claims.csv"),
        ("F", "F/milestones.csv"),
        ("F", "F/identities.csv"),
        ("F", "F/calendar.csv"),
        ("F", "F/Calendar.CSV"),
        ("F", "folder/films.csv"),
        ("F", "nowhere.csv"),
        ("folder", "F/films.csv"),
        ("folder", "F/milestones.csv"),
        ("G", "real/master.csv"),
        ("films.zip", "films.zip"),
        ("films.zip", "FILMS.ZIP"),
    ],
)
def test_no_command_writes_onto_what_it_reads(
    lists: Path, capsys: pytest.CaptureFixture[str], command: str, source: str, target: str
) -> None:
    before = contents(lists)
    path = lists / target
    assert main(command.format(lists / source, path).split()) == 2
    assert contents(lists) == before
    assert f"{path} is read for this list; choose another name to write to." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["calendar.csv", "milestones.csv"])
def test_no_command_writes_onto_the_projects_own_evidence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    ours = tmp_path / "ours"
    shutil.copytree(list_source.DATA, ours)
    monkeypatch.setattr(list_source, "DATA", ours)
    before = contents(ours)
    assert main(["convert", str(written(tmp_path, CLEAN)), str(ours / name), "--force"]) == 2
    assert contents(ours) == before
    assert "is read for this list" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "target", "said"),
    [
        ("check mine.csv --report old.csv", "old.csv", "exists; choose another name, or add --force to overwrite it."),
        ("convert mine.csv old.csv", "old.csv", "exists; choose another name, or add --force to overwrite it."),
        ("convert mine.csv mine.csv", "mine.csv", "is read for this list; choose another name to write to."),
        ("convert mine.csv F/claims.csv", "F/claims.csv", "exists; choose another name, or add --force"),
        ("convert mine.csv out.csv", "out-refused.csv", "exists; choose another name, or add --force"),
        ("convert out-refused.csv out.csv --force", "out-refused.csv", "is read for this list; choose another name"),
        ("convert mine.csv G", "G", "is no file that can be written; choose another name."),
        ("convert mine.csv G --force", "G", "is no file that can be written; choose another name."),
        ("convert mine.csv none/out.csv", "none/out.csv", "cannot be written: No such file or directory."),
        ("convert mine.csv old.csv/out.csv", "old.csv/out.csv", "cannot be written: Not a directory."),
        ("convert mine.csv circle.csv", "circle.csv", "is no file that can be written; choose another name."),
    ],
)
def test_what_is_not_written_changes_nothing(
    lists: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    target: str,
    said: str,
) -> None:
    monkeypatch.chdir(lists)
    before = contents(lists)
    assert main(command.split()) == 2
    assert contents(lists) == before
    assert f"{target} {said}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "new"),
    [
        ("check mine.csv --report old.csv --force", {"old.csv"}),
        ("check mine.csv --report report.csv", {"report.csv"}),
        ("convert mine.csv out.csv --force", {"out.csv", "out-refused.csv"}),
        ("convert F old.csv --force", {"old.csv", "old-refused.csv"}),
        ("convert mine.csv F/old.csv", {"F/old.csv", "F/old-refused.csv"}),
        ("convert mine.csv elsewhere.csv", {"elsewhere.csv", "new.csv", "elsewhere-refused.csv"}),
    ],
)
def test_what_is_written_is_that_and_nothing_else(
    lists: Path, monkeypatch: pytest.MonkeyPatch, command: str, new: set[str]
) -> None:
    monkeypatch.chdir(lists)
    before = contents(lists)
    assert main(command.split()) == 2
    after = contents(lists)
    assert {name for name in after if after[name] != before.get(name)} == new
    assert not before.keys() - after.keys()


def test_what_is_overwritten_keeps_its_mode_and_a_new_file_has_the_usual_one(tmp_path: Path) -> None:
    source, old, new = written(tmp_path, CLEAN), written(tmp_path, "", "old.csv"), tmp_path / "new.csv"
    usual = old.stat().st_mode
    old.chmod(0o640)
    assert main(["convert", str(source), str(old), "--force"]) == 0
    assert main(["convert", str(source), str(new)]) == 0
    assert (old.stat().st_mode & 0o777, new.stat().st_mode) == (0o640, usual)


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["new", "with force"])
def test_a_full_disk_leaves_all_as_it_was(
    lists: Path, capsys: pytest.CaptureFixture[str], force: tuple[str, ...]
) -> None:
    """The list fits, what was refused does not."""
    source = written(lists, f"title,year\nA,1970\n,{'long ' * 1000}\n", "long.csv")
    target = "old.csv" if force else "new.csv"
    before = contents(lists)
    with largest_file(2_000):
        assert main(["convert", str(source), str(lists / target), *force]) == 2
    assert contents(lists) == before
    assert f"{target.removesuffix('.csv')}-refused.csv cannot be written: File too large." in capsys.readouterr().err


def test_a_pipe_or_a_device_is_written_to_as_it_is(tmp_path: Path) -> None:
    source, pipe = written(tmp_path, CLEAN), tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    assert main(["convert", str(source), str(pipe)]) == 0
    reader.join(10)
    assert read[0].decode("utf-8-sig").splitlines()[0] == "id,title,year"
    assert (pipe.is_fifo(), main(["convert", str(source), os.devnull])) == (True, 0)
    assert Path(os.devnull).is_char_device()


def test_convert_into_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(written(tmp_path, CLEAN)), str(tmp_path / "no" / "out.csv")]) == 2
    assert "cannot be written: No such file or directory." in capsys.readouterr().err


def test_a_column_is_named_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = written(tmp_path, "Name,Working name,When\nA,B,1970\nC,D,1971\n")
    arguments = ["convert", str(source), str(tmp_path / "out.csv")]
    assert main([*arguments, "--column", "title=Working name", "--column", "year=When"]) == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "b-1970,A,B,1970"
    assert main([*arguments, "--force", "--column", "title=Nothing"]) == 2
    assert "no column has this header; the columns are Name, Working name, When" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main([*arguments, "--column", "nonsense=Name"])


def test_an_encoding_is_named_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.csv"
    path.write_bytes("title,year\nSpalovač,1968\n".encode("cp1250"))
    assert main(["check", str(path)]) == 1
    said = "its encoding was guessed; as cp1250 a line of it would read “Spalovač,1968”."
    assert said in capsys.readouterr().out.replace("Its", "its")
    assert main(["convert", str(path), str(tmp_path / "out.csv"), "--encoding", "cp1250"]) == 0
    assert "Spalovač" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_an_encoding_that_nobody_knows_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", str(written(tmp_path, CLEAN)), "--encoding", "klingon"])
    assert "'klingon' is no encoding" in capsys.readouterr().err


def test_check_of_a_folder_says_what_is_wrong_with_its_evidence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, "id,title,year,fact\na,A,1970,Shot in Omsk.\n", "films.csv")
    written(tmp_path, "film id,column,words\na,fact,Omsk\n", "claims.csv")
    written(tmp_path, "date,text\n1972-13-40,Nothing\n", "milestones.csv")
    assert main(["check", str(tmp_path)]) == 2
    said = capsys.readouterr().out
    assert "refused: claims.csv, line 1: it has no column field, quote, claim, verdict; its first line has to" in said
    assert "refused: milestones.csv, line 2, column “date”: “1972-13-40” is not a day." in said


def test_a_column_of_a_bundle_is_named_by_hand_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "mine.zip", "w") as bundle:
        bundle.writestr("films.csv", "id,title,Working name\na,A,B\n")
    arguments = ["convert", str(tmp_path / "mine.zip"), str(tmp_path / "out.csv")]
    assert main([*arguments, "--column", "title=Working name"]) == 1
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig") == "id,title (given),title\na,A,B\n"


TWO_TABLES = "title,year\nA,1970\nB,1971\n\nName,Director\nC,D\n"


@pytest.mark.parametrize(
    ("wanted", "films"), [("", "A,1970"), ("line 5", "C,,D"), ("2", "C,,D"), ("line 1", "A,1970")], ids=repr
)
def test_a_table_is_named_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str], wanted: str, films: str) -> None:
    arguments = ["convert", str(written(tmp_path, TWO_TABLES)), str(tmp_path / "out.csv"), "--table", wanted]
    main(arguments)
    assert films in (tmp_path / "out.csv").read_text(encoding="utf-8-sig").replace("c,C", "C,")
    assert "or with --table on the command line" in capsys.readouterr().out


def test_a_table_that_is_not_there_is_refused_with_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(written(tmp_path, TWO_TABLES)), "--table", "Films"]) == 2
    said = "there is no such table in it; there are 1 line 1, 2 line 5. Write one of these names or numbers."
    assert said in capsys.readouterr().err


def test_of_many_columns_that_are_kept_some_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wide.csv"
    names = [f"Own {number}" for number in range(1, 31)]
    path.write_text(f"Film,Year,{','.join(names)}\nSolaris,1972{',x' * 30}\n")
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "Columns: Film → Title, Year → Year.",
        f"Kept as they are: {', '.join(names[:20])}, … (30).",
    ]
