"""Lists kept on disk for a while."""

import errno
import os
import re
import stat
import subprocess
import sys
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dashboard.lists.upload_store import BLOCK, STALE, Tokens, UploadStore, is_token

START = 1_700_000_000.0
DAY = timedelta(days=1)
DATA = b"title,year\nSolaris,1972\n"
NOBODY = Tokens("A" * 32, "B" * 32)
posix = pytest.mark.skipif(os.name == "nt", reason="no modes there")


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self):
        self.time = START

    def __call__(self):
        return self.time

    def move(self, by):
        self.time += by.total_seconds()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "lists"


@pytest.fixture
def keep(folder, clock):
    return UploadStore(folder, now=clock)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def only_file(folder):
    (path,) = folder.iterdir()
    return path


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("data", [DATA, b"", bytes(range(256)) * 1000], ids=["a list", "nothing", "any bytes"])
def test_what_is_put_is_got(keep, data):
    kept = keep.put(data)
    assert (is_token(kept.token), is_token(kept.owner)) == (True, True)
    assert keep.get(kept.token) == data
    assert keep.until(kept.token) == datetime.fromtimestamp(START, UTC) + DAY


def test_the_same_list_twice_is_two_lists(keep):
    one, other = keep.put(DATA), keep.put(DATA)
    assert len({one.token, one.owner, other.token, other.owner}) == 4
    assert keep.delete(one.token, one.owner)
    assert (keep.get(one.token), keep.get(other.token)) == (None, DATA)


def test_neither_token_is_on_the_disk(keep, folder):
    kept = keep.put(DATA)
    path = only_file(folder)
    assert re.fullmatch(r"[0-9a-f]{64}\.list", path.name)
    for token in (kept.token, kept.owner):
        assert token not in path.name
        assert token.encode() not in path.read_bytes()


@posix
def test_only_the_server_s_user_may_look(keep, folder):
    keep.put(DATA)
    assert (mode(folder), mode(only_file(folder))) == (0o700, 0o600)


@pytest.mark.parametrize(
    "token",
    [
        NOBODY.token,
        "",
        "../x",
        "a/b",
        "/etc/passwd",
        "\0" * 32,
        "A" * 31 + "\n",
        "A" * 32 + "\n",
        "A" * 31 + "é",
        "\ud800" * 32,
        "A" * 1_000_000,
        "..%2F" + "A" * 27,
    ],
    ids=[
        *("unknown", "empty", "upward", "a folder", "from the root", "NUL", "a line's end", "a line's end behind it"),
        *("another letter", "half a character", "very long", "upward in a link"),
    ],
)
def test_no_such_token(keep, folder, token):
    kept = keep.put(DATA)
    (folder / "x").write_bytes(only_file(folder).read_bytes())
    assert (keep.get(token), keep.until(token), keep.delete(token, kept.owner)) == (None, None, False)
    assert keep.delete(kept.token, token) is False
    assert keep.get(kept.token) == DATA


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("A" * 32, True), ("aZ09_-" * 5 + "aZ", True), ("A" * 31, False), ("A" * 33, False), ("A" * 31 + "=", False)],
    ids=["letters", "every kind of character", "short", "long", "padded"],
)
def test_the_form_of_a_token(text, is_one):
    assert is_token(text) is is_one


def test_a_list_expires(keep, folder, clock):
    kept = keep.put(DATA)
    clock.move(DAY - timedelta(seconds=1))
    assert keep.get(kept.token) == DATA
    clock.move(timedelta(seconds=1))
    assert (keep.get(kept.token), keep.until(kept.token), keep.delete(kept.token, kept.owner)) == (None, None, False)
    assert len(names(folder)) == 1
    keep.sweep()
    assert names(folder) == []


@pytest.mark.parametrize(
    "then",
    [
        lambda folder, clock: UploadStore(folder, now=clock),
        lambda folder, clock: UploadStore(folder, now=clock).put(b"new"),
    ],
    ids=["at start", "by the next list"],
)
def test_expired_lists_go(keep, folder, clock, then):
    kept = keep.put(DATA)
    before = set(names(folder))
    clock.move(DAY)
    then(folder, clock)
    assert not before & set(names(folder))
    assert keep.get(kept.token) is None


def test_an_expired_list_makes_room_and_no_other(folder, clock):
    keep = UploadStore(folder, 2 * BLOCK, now=clock)
    first = keep.put(DATA)
    clock.move(DAY / 2)
    second = keep.put(DATA)
    assert keep.put(b"") is None
    assert (keep.get(first.token), keep.get(second.token)) == (DATA, DATA)
    clock.move(DAY / 2)
    third = keep.put(DATA)
    assert [keep.get(each.token) for each in (first, second, third)] == [None, DATA, DATA]


@pytest.mark.parametrize(
    ("most", "lengths", "kept"),
    [
        (0, [0], [False]),
        (BLOCK - 1, [0], [False]),
        (BLOCK, [BLOCK - 100, 0], [True, False]),
        (BLOCK, [BLOCK, 1], [False, True]),
        (3 * BLOCK, [1, BLOCK, 1], [True, True, False]),
    ],
    ids=["nothing is kept", "less than a block", "full", "too large, then not", "whole blocks count"],
)
def test_the_room_is_limited(folder, clock, most, lengths, kept):
    keep = UploadStore(folder, most, now=clock)
    assert [keep.put(b"x" * length) is not None for length in lengths] == kept
    assert len(names(folder) if folder.exists() else []) == sum(kept)


def test_a_keep_for_nothing_makes_no_folder(folder):
    assert UploadStore(folder, 0).put(DATA) is None
    assert not folder.exists()


def test_only_its_owner_deletes_a_list(keep, folder):
    kept, other = keep.put(DATA), keep.put(DATA)
    for owner in (NOBODY.owner, other.owner, kept.token, "", kept.owner.lower() + "="):
        assert not keep.delete(kept.token, owner)
    assert keep.get(kept.token) == DATA
    assert keep.delete(kept.token, kept.owner)
    assert (keep.get(kept.token), keep.delete(kept.token, kept.owner)) == (None, False)
    assert len(names(folder)) == 1


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content[:-1],
        lambda content: content[:50],
        lambda content: b"",
        lambda content: content + b"\n",
        lambda content: content.replace(b"1972", b"1973"),
        lambda content: b"F" + content[1:],
        lambda content: content[:20] + bytes([content[20] ^ 1]) + content[21:],
        lambda content: b"\0" * len(content),
    ],
    ids=["cut off", "cut in its head", "empty", "longer", "altered", "another form", "another owner", "zeros"],
)
def test_a_damaged_file_is_no_list(keep, folder, harm):
    kept = keep.put(DATA)
    path = only_file(folder)
    moment = path.stat().st_mtime_ns
    path.write_bytes(harm(path.read_bytes()))
    os.utime(path, ns=(moment, moment))
    assert keep.get(kept.token) is None


def test_other_files_are_left_alone_and_not_counted(folder, clock):
    folder.mkdir()
    (folder / "notes.list").write_bytes(b"x" * BLOCK)
    (folder / f"{'a' * 64}.list").mkdir()
    (folder / f"{'A' * 64}.list").write_bytes(b"x" * BLOCK)
    os.utime(folder / "notes.list", (0, 0))
    before = names(folder)
    keep = UploadStore(folder, BLOCK, now=clock)
    kept = keep.put(DATA)
    assert keep.delete(kept.token, kept.owner)
    assert names(folder) == before


def test_two_on_one_folder(folder, clock):
    one, other = (UploadStore(folder, 2 * BLOCK, now=clock) for _ in range(2))
    first, second = one.put(DATA), other.put(DATA)
    assert (one.get(second.token), other.get(first.token)) == (DATA, DATA)
    assert (one.put(DATA), other.put(DATA)) == (None, None)
    assert other.delete(first.token, first.owner)
    assert one.get(first.token) is None
    assert one.put(DATA)


def test_files_that_go_while_the_folder_is_read(keep, folder, monkeypatch):
    def scandir_and_delete(path):
        with real(path) as entries:
            found = list(entries)
        for entry in found:
            os.unlink(entry)
        return nullcontext(found)

    keep.put(DATA)
    real = os.scandir
    monkeypatch.setattr(os, "scandir", scandir_and_delete)
    keep.sweep()
    assert names(folder) == []
    assert keep.put(DATA) is None


def test_another_process_sweeps_at_the_same_time(keep, folder, clock):
    class Slower(UploadStore):
        def _files(self):
            for file, status in super()._files():
                os.unlink(file)
                yield file, status

    keep.put(DATA)
    clock.move(DAY)
    Slower(folder, now=clock)
    assert names(folder) == []


KILLED = """
import os, sys
from pathlib import Path
from dashboard.lists.upload_store import UploadStore
os.{step} = lambda *_: os._exit(9)
UploadStore(Path(sys.argv[1])).put(b"title\\nSolaris\\n" * 1000)
"""


@pytest.mark.parametrize("step", ["fsync", "utime", "replace"])
def test_killed_while_it_writes(folder, step):
    command = [sys.executable, "-c", KILLED.format(step=step), str(folder)]
    root = Path(__file__).resolve().parent.parent.parent
    assert subprocess.run(command, cwd=root, check=False).returncode == 9
    left = only_file(folder)
    assert left.suffix == ".part"

    assert UploadStore(folder, BLOCK).put(DATA) is None, "what is being written counts"
    moment = left.stat().st_mtime - STALE.total_seconds()
    os.utime(left, (moment, moment))
    UploadStore(folder)
    assert names(folder) == []


@pytest.mark.parametrize("step", ["fsync", "utime", "replace", "open"])
def test_the_disk_refuses(keep, folder, monkeypatch, step):
    def refuse(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    kept = keep.put(DATA)
    before = names(folder)
    with monkeypatch.context() as patched:
        patched.setattr(os, step, refuse)
        assert keep.put(DATA) is None
    assert names(folder) == before
    assert keep.get(kept.token) == DATA


def test_another_process_takes_the_room_meanwhile(folder, clock):
    class Late(UploadStore):
        """Another process begins to write just before this one does."""

        def _write(self, part, content):
            (folder / f"{'0' * 64}.part").write_bytes(b"x" * BLOCK)
            return super()._write(part, content)

    assert Late(folder, BLOCK, now=clock).put(DATA) is None
    assert names(folder) == [f"{'0' * 64}.part"]


def test_a_folder_that_is_a_file(tmp_path):
    path = tmp_path / "lists"
    path.write_text("mine")
    keep = UploadStore(path)
    assert keep.put(DATA) is None
    assert (keep.get(NOBODY.token), keep.until(NOBODY.token)) == (None, None)
    assert not keep.delete(NOBODY.token, NOBODY.owner)
    assert path.read_text() == "mine"
