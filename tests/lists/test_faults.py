"""What happens to files while they are used: cut off, swapped, gone, no room, and a process that is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from dashboard.lists.loading import load
from dashboard.lists.source import own_files, own_source
from dashboard.lists.upload_store import UploadStore
from dashboard.lists.watcher import Watched
from tests.limits import largest_file
from tests.serving import ROOT, until

posix = pytest.mark.skipif(os.name == "nt", reason="no such limits and signals there")
FILES = ROOT / "tests" / "formats" / "files"
ROWS = [{"title": f"Film {number}", "year": 1950 + number % 50} for number in range(200)]
CSV = "title,year\n" + "".join(f"{row['title']},{row['year']}\n" for row in ROWS)


def watched(path: Path) -> Watched[list[str]]:
    """The titles of a list as the dashboard watches it."""

    def titles() -> list[str]:
        return [str(title) for title in load(own_source(path)).frame["title"]]

    return Watched(own_files(path), titles)


def bundle(path: Path, csv: str = CSV) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("films.csv", csv)


def copied(name: str) -> Callable[[Path], None]:
    return lambda path: path.write_bytes((FILES / name).read_bytes()) and None


WHOLE_OR_NOTHING: dict[str, Callable[[Path], None]] = {
    "films.xlsx": copied("club.xlsx"),
    "films.ods": copied("films.ods"),
    "films.parquet": copied("films.parquet"),
    "films.json": lambda path: path.write_text(json.dumps(ROWS), encoding="utf-8") and None,
    "films.zip": bundle,
}
"""Forms in which a file that is cut off is no file."""
FORMS = WHOLE_OR_NOTHING | {"films.csv": lambda path: path.write_text(CSV, encoding="utf-8") and None}


@pytest.mark.parametrize("name", WHOLE_OR_NOTHING)
def test_of_a_file_that_is_cut_off_the_last_good_list_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    WHOLE_OR_NOTHING[name](path)
    whole, films = path.read_bytes(), watched(path)
    good = films.current()[0]
    assert len(good) > 1
    for length in range(0, len(whole) - 2, max(1, len(whole) // 12)):
        path.write_bytes(whole[:length])
        titles, broken = films.current()
        assert (titles, broken is None) == (good, False), length
    path.write_bytes(whole)
    assert films.current() == (good, None)


def test_a_csv_that_is_cut_off_in_a_quotation_has_every_whole_row(tmp_path: Path) -> None:
    path = tmp_path / "films.csv"
    path.write_text(f'{CSV}"Last, of all",1999\n', encoding="utf-8")
    films = watched(path)
    good = films.current()[0]
    path.write_text(f'{CSV}"Last, of', encoding="utf-8")
    titles, broken = films.current()
    assert (titles[: len(good) - 1], broken) == (good[:-1], None)


def test_a_file_that_is_swapped_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    path, other = tmp_path / "films.csv", tmp_path / "other.csv"
    path.write_text("title\nOld\n", encoding="utf-8")
    reads: list[str] = []

    def read_slowly() -> str:
        said = path.read_text(encoding="utf-8")
        if len(reads) == 1:
            other.write_text("title\nNewest of all\n", encoding="utf-8")
            other.replace(path)
        reads.append(said)
        return said

    films = Watched((path,), read_slowly)
    films.current()
    path.write_text("title\nNewer\n", encoding="utf-8")
    assert films.current()[0] == "title\nNewer\n"
    assert films.current() == ("title\nNewest of all\n", None)
    assert len(reads) == 3


def _replaced(path: Path, content: bytes) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(content)
    part.replace(path)


def _gone(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def _in_pieces(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        for at in range(0, len(content), 97):
            file.write(content[at : at + 97])
            file.flush()


@pytest.mark.parametrize("name", ["films.csv", "films.zip", "films.json"])
@pytest.mark.parametrize("write", [_replaced, _gone, _in_pieces], ids=["replaced", "deleted", "in pieces"])
def test_somebody_writes_while_it_is_read(tmp_path: Path, name: str, write: Callable[[Path, bytes], None]) -> None:
    """Every reading gives films of the file, whole or as far as it was written, and the last is the file's."""
    path = tmp_path / name
    FORMS[name](path)
    content, films, over = path.read_bytes(), watched(path), threading.Event()
    good = films.current()[0]

    def writing() -> None:
        while not over.is_set():
            write(path, content)

    writer = threading.Thread(target=writing)
    writer.start()
    try:
        for _ in range(60):
            titles, _ = films.current()
            assert len(titles) > 0
            assert name == "films.csv" or titles == good
    finally:
        over.set()
        writer.join()
    until(lambda: films.current() == (good, None), 10)


def test_a_bundle_that_goes_between_two_looks_leaves_the_last_good_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "films.zip"
    bundle(path)
    films = watched(path)
    good = films.current()[0]
    monkeypatch.setattr(zipfile, "is_zipfile", lambda path: path.unlink() is None)
    bundle(path, f"{CSV}Another,1999\n")
    titles, broken = films.current()
    assert (titles, broken and broken.problems[0].kind) == (good, "unreadable file")


@posix
@pytest.mark.parametrize("room", [0, 1, 40_000], ids=["none", "a byte", "half"])
def test_the_disk_is_full_where_lists_are_kept(tmp_path: Path, room: int) -> None:
    keep = UploadStore(tmp_path / "kept")
    before = keep.put(b"small")
    assert before
    with largest_file(room):
        assert keep.put(b"x" * 80_000) is None
    assert len(list((tmp_path / "kept").iterdir())) == 1
    assert keep.get(before.token) == b"small"
    after = keep.put(b"x" * 80_000)
    assert after
    assert keep.get(after.token) == b"x" * 80_000


KEEPS_ON = """
import sys
from pathlib import Path
from dashboard.lists.upload_store import UploadStore
keep = UploadStore(Path(sys.argv[1]), 10**12)
for number in range(10**9):
    kept = keep.put(b"title\\nSolaris\\n" * 20_000)
    print(kept.token, flush=True)
"""


@posix
@pytest.mark.parametrize("number", range(4))
def test_a_process_is_killed_while_it_keeps_lists(tmp_path: Path, number: int) -> None:
    """Whatever it said it had kept is whole, nothing else is taken for a list, and the next process is not troubled."""
    command = [sys.executable, "-c", KEEPS_ON, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        said = [process.stdout.readline().strip() for _ in range(3 + number)]
        threading.Event().wait(Random(number).uniform(0, 0.02))
        process.send_signal(signal.SIGKILL)
        said += [line for line in process.stdout.read().split("\n")[:-1] if line]
    keep = UploadStore(tmp_path, 10**12)
    assert {keep.get(token) for token in said} == {b"title\nSolaris\n" * 20_000}
    lists, parts = (list(tmp_path.glob(f"*.{ending}")) for ending in ("list", "part"))
    assert len(lists) in (len(said), len(said) + 1)
    assert len(parts) <= 1
    assert keep.put(b"another")
