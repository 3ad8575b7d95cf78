"""Visitors' lists in memory: each once for all who look at it, bounded by bytes, gone with the last of them."""

from __future__ import annotations

import errno
import gc
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from weakref import ref

import pytest

from dashboard.i18n.languages import english
from dashboard.lists import uploads as module
from dashboard.lists.package import ListPackage, pack, to_text
from dashboard.lists.sandbox.jobs import _TURNS, AT_ONCE
from dashboard.lists.sandbox.process import Bounds
from dashboard.lists.upload_draft import drafted, finished
from dashboard.lists.upload_store import UploadStore
from dashboard.lists.uploads import Uploads, place_of
from dashboard.model.problems import BadListError, Problem
from dashboard.query.loaded_list import LoadedList
from dashboard.settings import Settings
from tests.foreign import films, loaded_of

FILMS = films(40)


class Viewer:
    """A session that looks at lists."""


def packed(text: str = FILMS) -> bytes:
    return pack(ListPackage("Films", {"films.csv": text.encode()}))


@pytest.fixture
def disk(tmp_path: Path) -> UploadStore:
    return UploadStore(tmp_path / "lists")


@pytest.fixture
def store(disk: UploadStore) -> Uploads:
    return Uploads(disk)


def kept(disk: UploadStore, text: str = FILMS) -> str:
    """The name of a list that another process has put on the disk."""
    found = disk.put(packed(text))
    assert found
    return "kept." + found.token


def opened(store: Uploads, name: str, viewer: Viewer) -> LoadedList:
    loaded = store.open(name, viewer, {})
    assert loaded
    return loaded


@pytest.mark.parametrize(
    ("is_small", "keep_mb", "place"),
    [(True, 0, "link"), (True, 500, "link"), (False, 500, "server"), (False, 0, "session")],
)
def test_where_a_list_is_to_stay(is_small: bool, keep_mb: int, place: str) -> None:
    assert place_of(is_small, Settings(keep_mb=keep_mb)) == place


@pytest.mark.parametrize(("place", "begins"), [("link", "link."), ("server", "kept."), ("session", "held.")])
def test_a_list_that_is_shown_is_the_one_that_was_validated(
    store: Uploads, place: module.Place, begins: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, me = loaded_of(FILMS), Viewer()
    added = store.add(place, packed(), one, me)
    monkeypatch.delattr(module, "load_list")
    monkeypatch.delattr(module, "run")
    found = store.open(added.name, me, {added.name: packed()})
    assert (added.name[:5], found is added.loaded) == (begins, True)
    assert found.films is one.films
    assert found.info.key == added.name


def test_where_the_disk_has_no_room_a_list_stays_with_the_session(tmp_path: Path) -> None:
    added = Uploads(UploadStore(tmp_path, most_bytes=1)).add("server", packed(), loaded_of(FILMS), Viewer())
    assert (added.name[:5], added.owner) == ("held.", "")


def test_all_who_look_at_a_list_have_the_same(store: Uploads, disk: UploadStore) -> None:
    name, viewers = kept(disk), [Viewer() for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda viewer: store.open(name, viewer, {}), viewers))
    assert ({id(each) for each in found}, len(store)) == ({id(found[0])}, 1)


def test_a_list_goes_with_the_last_who_looks_at_it(store: Uploads, disk: UploadStore) -> None:
    name, one, other = kept(disk), Viewer(), Viewer()
    loaded = ref(opened(store, name, one))
    opened(store, name, other)
    del one
    store.tidy()
    assert (len(store), loaded() is not None) == (1, True)
    del other
    store.tidy()
    assert (len(store), loaded()) == (0, None)


def test_a_session_that_is_part_of_a_circle_goes_too(store: Uploads, disk: UploadStore) -> None:
    viewer = Viewer()
    viewer.itself = viewer  # type: ignore[attr-defined]
    loaded = ref(opened(store, kept(disk), viewer))
    del viewer
    store.tidy(has_ended=True)
    assert loaded() is None


def test_they_are_bounded_by_bytes_and_the_one_not_asked_for_longest_goes(disk: UploadStore) -> None:
    size = loaded_of(FILMS).size
    store, me = Uploads(disk, most_bytes=3 * size + size // 2), Viewer()
    names = [kept(disk, films(40, seed)) for seed in range(5)]
    for name in names[:3]:
        opened(store, name, me)
    again = ref(opened(store, names[0], me))
    for name in names[3:]:
        opened(store, name, me)
    assert (len(store), store.size <= 3 * size + size // 2) == (3, True)
    assert again() is opened(store, names[0], me)


def test_what_sessions_hold_packed_counts_and_is_bounded(disk: UploadStore) -> None:
    store, me, other = Uploads(disk, most_in_sessions=2 * len(packed())), Viewer(), Viewer()
    for viewer in (me, other):
        store.add("session", packed(), loaded_of(FILMS), viewer)
    assert store.size == 2 * (loaded_of(FILMS).size + len(packed()))
    with pytest.raises(BadListError) as raised:
        store.add("session", packed(), loaded_of(FILMS), me)
    assert raised.value.problems == (Problem("no room", "films.csv"),)
    del other, viewer
    store.tidy(has_ended=True)
    assert store.add("session", packed(), loaded_of(FILMS), me).name.startswith("held.")


MIXED = """[
    {"title": "Solaris", "year": 1972, "shelf": "007", "tags": ["sea", "mind"], "price": 3.5, "seen": "2024-05-01"},
    {"title": "Stalker", "year": 1979, "shelf": "010", "tags": ["zone"], "price": 12, "seen": "2024-06-01"}
]"""


@pytest.mark.parametrize("place", ["link", "server", "session"])
def test_the_kinds_of_columns_are_those_of_the_upload_when_a_list_is_read_again(
    store: Uploads, place: module.Place
) -> None:
    """The rows that would decide otherwise are not there: a number of a shelf stays what it was."""
    draft, me = drafted(MIXED.encode(), "films.json", Settings(), english()), Viewer()
    data, loaded = finished(draft, "Films")
    added = store.add(place, data, loaded, me)
    name, kinds, first = added.name, kinds_of(added.loaded), ref(added.loaded)
    del added, loaded, draft, me
    store.tidy(has_ended=True)
    assert first() is None
    again = store.open(name, Viewer(), {name: data})
    assert again
    assert kinds_of(again) == kinds


def kinds_of(loaded: LoadedList) -> dict[str, str]:
    return {column.name: column.kind.name for column in loaded.films.columns}


def test_a_list_larger_than_all_the_room_is_shown(disk: UploadStore) -> None:
    store, me = Uploads(disk, most_bytes=1), Viewer()
    one, other = kept(disk), kept(disk, films(30))
    opened(store, one, me)
    opened(store, other, me)
    assert len(store) == 1


def test_there_are_never_two_copies_of_a_list(disk: UploadStore) -> None:
    """One that had to make room, but is still being looked at by a run, is not read again."""
    store, me = Uploads(disk, most_bytes=1), Viewer()
    name = kept(disk)
    loaded = opened(store, name, me)
    opened(store, kept(disk, films(30)), me)
    assert opened(store, name, me) is loaded


def test_whoever_brought_it_deletes_it_from_memory_too(store: Uploads, disk: UploadStore) -> None:
    me, other = Viewer(), Viewer()
    added = store.add("server", packed(), loaded_of(FILMS), me)
    loaded = ref(added.loaded)
    assert opened(store, added.name, other) is loaded()
    assert not store.delete(added.name, "A" * 32)
    owner, name = added.owner, added.name
    del added
    assert store.delete(name, owner)
    gc.collect()
    assert (len(store), loaded(), store.open(name, other, {}), store.expires(name)) == (0, None, None, None)


def test_a_list_that_expired_is_not_in_memory_either(tmp_path: Path) -> None:
    now = [1_700_000_000.0]
    disk = UploadStore(tmp_path, longest=timedelta(hours=1), now=lambda: now[0])
    store, me, name = Uploads(disk), Viewer(), kept(disk)
    opened(store, name, me)
    now[0] += 3601
    assert (store.open(name, me, {}), len(store)) == (None, 0)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "published",
            "kept.x",
            "kept.../../etc",
            "kept." + "A" * 32,
            "link.",
            "link.x",
            "link." + "A" * 5000,
            "held.1",
        ),
        "link." + to_text(packed("title\n" + "x\n" * 30_000)),
        "link." + to_text(packed("year\n1970\n")),
    ],
)
def test_what_is_not_here(store: Uploads, name: str) -> None:
    assert (store.open(name, Viewer(), {}), len(store)) == (None, 0)


def test_another_session_neither_sees_nor_ends_a_list_that_a_session_holds(store: Uploads) -> None:
    me, other = Viewer(), Viewer()
    added = store.add("session", packed(), loaded_of(FILMS), me)
    assert store.open(added.name, other, {}) is None
    assert store.open(added.name, me, {added.name: packed()}) is added.loaded
    assert store.at_hand(added.name) is None


def test_a_list_is_had_as_it_is_stored(store: Uploads, disk: UploadStore) -> None:
    own, text = ListPackage("Films", {"films.csv": FILMS.encode()}), "link." + to_text(packed())
    held = {"held.1": packed()}
    assert [store.package(name, held) for name in (kept(disk), text, "held.1")] == [own] * 3
    damaged = (
        "kept." + "A" * 32,
        "held.2",
        "link.x",
        "link." + to_text(packed("title\n" + "x" * 400_000)),
        "published",
    )
    assert [store.package(name, held) for name in damaged] == [None] * 5


def test_a_list_that_a_session_gives_up_makes_room(disk: UploadStore) -> None:
    store, me = Uploads(disk, most_in_sessions=len(packed())), Viewer()
    one = store.add("session", packed(), loaded_of(FILMS), me)
    held = {one.name: packed()}
    store.release(one.name, held, me)
    store.release(one.name, held, me)
    two = store.add("session", packed(), loaded_of(FILMS), me)
    assert (held, store.open(one.name, me, held), two.name[:5]) == ({}, None, "held.")
    with pytest.raises(BadListError):
        store.add("session", packed(), loaded_of(FILMS), me)


def test_a_reading_that_failed_is_not_remembered(
    store: Uploads, disk: UploadStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, me = kept(disk), Viewer()

    def fails(path: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", fails)
        with pytest.raises(BadListError) as raised:
            store.open(name, me, {})
    assert [problem.kind for problem in raised.value.problems] == ["unreadable file"]
    assert len(opened(store, name, me).films.frame) == 40


def test_a_list_that_finds_no_turn_is_still_here(
    store: Uploads, disk: UploadStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, me = kept(disk), Viewer()
    monkeypatch.setattr(module, "BOUNDS", Bounds(turn=0.01))
    for _ in range(AT_ONCE):
        _TURNS.acquire()
    with pytest.raises(BadListError) as raised:
        store.open(name, me, {})
    for _ in range(AT_ONCE):
        _TURNS.release()
    assert [problem.kind for problem in raised.value.problems] == ["server busy"]
    assert opened(store, name, me)


def test_a_list_that_somebody_looks_at_is_at_hand_until_it_is_deleted(store: Uploads, disk: UploadStore) -> None:
    name, me = kept(disk), Viewer()
    assert store.at_hand(name) is None, "nobody has opened it yet"
    loaded = opened(store, name, me)
    assert store.at_hand(name) is loaded
    added = store.add("server", packed(), loaded_of(FILMS), me)
    assert store.at_hand(added.name) is added.loaded
    assert store.delete(added.name, added.owner)
    assert store.at_hand(added.name) is None
