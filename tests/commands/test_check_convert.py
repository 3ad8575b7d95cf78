"""``check`` and ``convert``: what they print, write and end with."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from dashboard.__main__ import main
from dashboard.cleaning.validate import check
from dashboard.formats.read import read_rows

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


def test_check_of_what_cannot_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "none.csv")]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.startswith("none.csv: the file cannot be read")) == ("", True), said


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
    assert check(read_rows((tmp_path / "out.csv").read_bytes(), "out.csv")).problems == ()


def test_convert_never_overwrites_the_list_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = written(tmp_path, CLEAN)
    assert main(["convert", str(source), str(source)]) == 2
    assert source.read_text(encoding="utf-8") == CLEAN
    assert "is the list itself" in capsys.readouterr().err


def test_convert_into_a_folder_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", str(written(tmp_path, CLEAN)), str(tmp_path / "no" / "out.csv")]) == 2
    assert "cannot be written: No such file or directory." in capsys.readouterr().err


def test_a_column_is_named_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = written(tmp_path, "Name,Working name,When\nA,B,1970\nC,D,1971\n")
    arguments = ["convert", str(source), str(tmp_path / "out.csv")]
    assert main([*arguments, "--column", "title=Working name", "--column", "year=When"]) == 0
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1] == "b-1970,A,B,1970"
    assert main([*arguments, "--column", "title=Nothing"]) == 2
    assert "no column has this header; the columns are Name, Working name, When" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        main([*arguments, "--column", "nonsense=Name"])


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
