import os
import pickle
import signal
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier, Thread

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from dashboard.lists.long import disk_cache as prepared
from dashboard.lists.long.disk_cache import Streamed, key_of, let_go, load, look_ahead, store, sweep


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    films, claims = tmp_path / "films.csv", tmp_path / "claims.csv"
    films.write_text("title\nSolaris\n")
    return films, claims


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "prepared"


def test_a_key_is_of_content_and_what_else_is_said(files):
    films, claims = files
    key = key_of(files, "a")
    os.utime(films, (1, 1))
    assert key_of(files, "a") == key
    assert key_of(files, "b") != key
    claims.write_text("film_id\n")
    with_claims = key_of(files, "a")
    films.write_text("title\nStalker\n")
    assert len({key, with_claims, key_of(files, "a")}) == 3


def test_what_was_looked_at_ahead_is_not_read_again_until_it_changes(files, folder, monkeypatch):
    films, _ = files
    key = key_of(files, "a")
    store(folder, key, {"films": [1, 2]})
    monkeypatch.setattr(prepared, "_TOLD", {})
    look_ahead(folder, files, "a")
    with monkeypatch.context() as patch:
        patch.setattr(prepared, "_blocks", lambda file: pytest.fail("it is read again"))
        assert key_of(files, "a") == key
        assert load(folder, key) == {"films": [1, 2]}
    films.write_text("title\nStalker\n")
    assert key_of(files, "a") != key
    (folder / key).write_bytes((folder / key).read_bytes()[:-1])
    assert load(folder, key) is None


@pytest.mark.parametrize("missing", ["list", "kept", "folder"])
def test_looking_ahead_at_what_is_not_there_does_nothing(files, folder, missing):
    if missing == "list":
        files[0].unlink()
    if missing == "kept":
        folder.mkdir(parents=True)
    look_ahead(folder, files, "a")
    assert folder.exists() is (missing == "kept")


def test_what_is_kept_comes_back_and_nobody_else_may_read_it(folder):
    assert load(folder, "key") is None
    store(folder, "key", {"films": [1, 2]})
    assert load(folder, "key") == {"films": [1, 2]}
    assert [path.name for path in folder.iterdir()] == ["key"]
    if os.name == "posix":
        assert (folder.stat().st_mode & 0o777, (folder / "key").stat().st_mode & 0o777) == (0o700, 0o600)


def test_large_pieces_are_mapped_come_back_as_they_were_and_cannot_be_written_to(folder):
    frame = pd.DataFrame(
        {"title": ["Солярис", None], "year": pd.array([1972, None], dtype="Int64"), "of": [("a",), ()]}
    )
    numbers = np.arange(100_000)
    store(folder, "key", (frame, numbers, np.array([])))
    found, mapped, none = load(folder, "key")
    pd.testing.assert_frame_equal(found, frame)
    np.testing.assert_array_equal(mapped, numbers)
    assert (mapped.flags.owndata, mapped.flags.writeable, len(none)) == (False, False, 0)
    assert mapped.ctypes.data % 64 == pa.array(found["title"]).buffers()[2].address % 64 == 0


@pytest.mark.parametrize("parts", [[], [["a", "Солярис"], [], ["", "b"]]], ids=["none", "some"])
def test_texts_that_are_made_while_they_are_written_come_back_as_a_series(folder, parts):
    made = (pa.array(["cut", *part], pa.large_string()).slice(1) for part in parts)
    store(folder, "key", ("before", Streamed(lambda: made), pd.Series(["c"], dtype="str")))
    before, found, behind = load(folder, "key")
    assert (before, behind.tolist()) == ("before", ["c"])
    pd.testing.assert_series_equal(found, pd.Series([text for part in parts for text in part], dtype="str"))


def test_where_memory_ends_while_texts_are_made_there_is_no_file(folder):
    def made():
        yield pa.array(["a"], pa.large_string())
        raise MemoryError

    store(folder, "key", Streamed(made))
    assert (load(folder, "key"), [*folder.iterdir()]) == (None, [])


def test_equal_objects_in_a_column_are_one(folder):
    several = ("a", "b")
    store(folder, "key", pd.DataFrame({"of": [several, (), several], "x": [1, 2, 3], "is": [None, several, ()]}))
    found = load(folder, "key")
    assert found.to_dict("list") == {"of": [several, (), several], "x": [1, 2, 3], "is": [None, several, ()]}
    assert found["of"][0] is found["of"][2] is found["is"][1]


def test_what_is_mapped_stays_when_its_file_is_replaced_or_taken_away(folder):
    store(folder, "key", np.full(100_000, 1))
    mapped = load(folder, "key")
    store(folder, "key", np.full(100_000, 2))
    assert (mapped == 1).all()
    assert (load(folder, "key") == 2).all()
    (folder / "key").unlink()
    assert (mapped == 1).all()


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="cut"),
        pytest.param(lambda data: data[:20], id="only a head"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[:-3] + bytes([data[-3] ^ 1]) + data[-2:], id="another bit"),
        pytest.param(lambda data: data[:21] + bytes([data[21] ^ 1]) + data[22:], id="another place of the rest"),
        pytest.param(lambda data: pickle.dumps({"films": []}), id="without a head"),
    ],
)
def test_a_damaged_file_is_ignored_and_made_again(folder, damage):
    store(folder, "key", {"films": [1, 2]})
    path = folder / "key"
    path.write_bytes(damage(path.read_bytes()))
    assert load(folder, "key") is None
    store(folder, "key", {"films": [1, 2]})
    assert load(folder, "key") == {"films": [1, 2]}


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such modes")
@pytest.mark.parametrize("which", ["folder", "file"])
def test_what_others_could_have_written_is_not_read(folder, which):
    store(folder, "key", 1)
    os.chmod(folder if which == "folder" else folder / "key", 0o777)
    assert load(folder, "key") is None


def test_nothing_happens_where_nothing_can_be_kept(tmp_path):
    (tmp_path / "file").touch()
    store(tmp_path / "file", "key", 1)
    store(tmp_path / "folder", "key", lambda: None)
    assert load(tmp_path / "folder", "key") is None
    assert [*(tmp_path / "folder").iterdir()] == []


def test_only_the_newest_stay(folder):
    for at in range(prepared.MOST_KEPT + 2):
        store(folder, f"key{at}", at)
        os.utime(folder / f"key{at}", (at, at))
    store(folder, "last", None)
    assert {path.name for path in folder.iterdir()} == {
        "last",
        *(f"key{at}" for at in range(3, prepared.MOST_KEPT + 2)),
    }


class KilledOnceItIsWritten:
    """Ends its process at once, as `kill -9` does, while it is being written."""

    def __reduce__(self):
        os.kill(os.getpid(), signal.SIGKILL)


def store_killed(folder):
    store(folder, "killed", KilledOnceItIsWritten())


@pytest.mark.skipif(os.name != "posix", reason="other systems have no such signal")
@pytest.mark.parametrize("then", [sweep, lambda folder: store(folder, "key", 1)], ids=["a start", "another list"])
def test_what_a_killed_process_left_is_taken_away(folder, then):
    killed = get_context("spawn").Process(target=store_killed, args=(folder,))
    killed.start()
    killed.join()
    assert [path.suffix for path in folder.iterdir()] == [".part"]
    then(folder)
    assert [path for path in folder.iterdir() if path.suffix == ".part"] == []


class SweptWhileItIsWritten:
    def __init__(self, folder):
        self.folder = folder

    def __reduce__(self):
        sweep(self.folder)
        return int, (7,)


def test_what_is_being_written_is_left_alone(folder):
    store(folder, "key", SweptWhileItIsWritten(folder))
    assert load(folder, "key") == 7


def test_what_is_no_part_is_left_alone(folder, tmp_path):
    sweep(folder)
    store(folder, "key", 1)
    (folder / "folder.part").mkdir()
    (folder / "notes.txt").touch()
    sweep(folder)
    assert {path.name for path in folder.iterdir()} == {"key", "folder.part", "notes.txt"}


def test_two_at_once_both_keep_something_whole(folder):
    both = Barrier(2)

    def keep(value: int) -> None:
        both.wait()
        for _ in range(20):
            store(folder, "key", [value] * 10_000)

    threads = [Thread(target=keep, args=(value,)) for value in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert load(folder, "key") in ([1] * 10_000, [2] * 10_000)
    assert [path.name for path in folder.iterdir()] == ["key"]


def test_what_was_let_go_comes_again(folder):
    numbers = np.arange(100_000)
    store(folder, "key", numbers)
    back = load(folder, "key")
    assert back.sum() == numbers.sum()
    let_go()
    assert (back == numbers).all()
